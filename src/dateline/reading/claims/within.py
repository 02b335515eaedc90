"""Does what somebody says tell what another says? Finds tellings inside contents that the model did not mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.lexicons.reporting_verbs import modality_of, reporting_verbs
from dateline.lexicons.speakers import word_set
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft

WITHIN_CONFIDENCE = 0.55
"""Of claims that only the words "X says Y" inside another claim's content show."""

_VERBS = word_set(
    "say tell claim deny warn threaten vow promise pledge confirm admit accuse blame demand announce declare allege "
    "believe insist confess complain urge expect fear hope reject condemn refuse assure acknowledge boast argue "
    "maintain suspect apologise apologize predict testify assert contend concede dispute denounce criticise criticize "
    "swear report estimate"
)
"""Verbs that tell of a telling wherever they stand; "see", "show", "call" and the like are left to the model."""
_WITH_THAT = word_set(
    "write state note add explain reply tweet post conclude stress emphasise emphasize suggest hint imply reveal "
    "disclose indicate signal agree inform reassure guarantee recall remember observe think speculate know propose "
    "order recommend object relay whisper repeat understand doubt"
)
"""Verbs that tell of a telling only with "that" behind them."""
_WORD = r"[^\s,;:.!?\"“”()]+"
_ADVERBS = (
    r"(?:(?:has|have|had|also|still|would|will|already|repeatedly|now|always|never|later|earlier|since|reportedly|"
    r"falsely|openly|publicly|privately|previously|once|even)\s+)*"
)
_NEW_CLAUSE = re.compile(
    r"(?:[.!?][\"”’']?\s+|;\s+|,?\s+(?:and|but)\s+that\s+|,\s+(?:and|but|while|although|though|because|since|as)\s+)"
)
_OPENING = re.compile(r"[\"“'‘«„]*\s*")


def _forms(verbs: frozenset[str]) -> str:
    forms = sorted((f for f, v in reporting_verbs().items() if v.verb in verbs), key=len, reverse=True)
    return "|".join(re.escape(f) for f in forms if not f.endswith("ing"))


@cache
def _telling() -> re.Pattern[str]:
    """ "(that) X has VERB-ed (that) Y" at the beginning of a clause; Y ends with its sentence."""
    return re.compile(
        rf"(?:that\s+)?(?P<source>{_WORD}(?:\s+{_WORD}){{0,7}}?)\s+"
        rf"(?P<cue>{_ADVERBS}(?:(?:{_forms(_VERBS)})(?=[\s:])|(?:{_forms(_WITH_THAT)})(?=\s+(?:{_WORD}\s+){{0,3}}?that\s)))"
        r"(?P<rest>:?\s+(?!by\b)\S.*?(?=[.!?][\"”’']?(?:\s|$)|[\"”]|$))",
        re.S | re.I,
    )


_SELF = word_set("he she they it i we you")
_NO_SUBJECT = word_set(
    "to it's there if when while as because after before in on at for with by from and or but of not is was were are "
    "be been has have had who which that what where how why"
)
_DETERMINERS = word_set("the a an his her its their our my your this that these those some any no")
_BROKEN = re.compile(
    r"\b(?:is|was|were|are|be|been|who|which|that|when|if|because|while|to|not|and|but|has|have|had|would|will|could|"
    r"can|may|might|must|should|did|does|do|said|killed|it)$",
    re.I,
)


def add_tellings_within(text: str, drafts: list[Draft]) -> None:
    """Adds the claim of X to a content of which a clause begins "X says Y", where no other claim has that cue."""
    for draft in list(drafts):
        for part in draft.content:
            if len(part.text.split()) < 4:
                continue
            for start in _clauses(part):
                inner = _inner(text, part, start, drafts)
                if inner is not None and inner.source != draft.source:
                    drafts.append(inner)


def add_closing_tellings(text: str, drafts: list[Draft]) -> None:
    """Adds the claim of X to a content that ends ", X said": Z's "…, villagers said", for all of which Z stands."""
    for draft in list(drafts):
        for part in draft.content:
            found = _closing().match(part.text) if part.text[:1] not in _MARKS else None
            if found is None or not _is_subject(found["source"]) or found["source"].lower() in _SELF:
                continue
            at = part.start
            source = Span.cut(text, at + found.start("source"), at + found.end("source"))
            cue = Span.cut(text, at + found.start("cue"), at + found.end("cue"))
            clause = Span.cut(text, at, at + found.end("clause"))
            known = next((d for d in drafts if d.cue and d.cue.overlaps(cue)), None)
            if known is None:
                drafts.append(Draft(source, cue, [clause], WITHIN_CONFIDENCE))
            elif known is not draft and known.source == source and known.content[0].start >= cue.end:
                known.content = [clause]  # "…, a deserter told the priest": what he told stands before


_SPOKEN = r"(?P<cue>claims?|allegations?|accusations?|assertions?|charges|suggestions|insinuations|demands?|threats?)"
_WHOSE = (
    r"(?P<source>(?:(?:the|its|his|her|their)\s+)?(?:[A-Z][\w.-]*|rebel|opposition|government|army|police|militant|"
    r"insurgent|separatist|enemy|foreign|official|media|western)(?:\s+[A-Za-z][\w.-]*){0,2}?)(?:['’]s?)?"
)
_BY_NOUN = re.compile(rf"(?:^|\s|\b){_WHOSE}\s+{_SPOKEN}\s+(?:that|of|to)\s+(?P<told>\S.*)", re.S)
_NOUN_BY = re.compile(
    rf"\b{_SPOKEN}\s+(?:made\s+)?(?:by|from)\s+(?P<source>[^,;.:\"“”]{{2,50}}?)\s+(?:that|of)\s+(?P<told>\S.*)", re.S
)


def add_denied_tellings(text: str, drafts: list[Draft]) -> None:
    """Adds what others are said to claim to the content of a denial: "denied rebel claims that …"."""
    for draft in list(drafts):
        if draft.cue is None or modality_of(draft.cue.text) != "denied":
            continue
        for part in draft.content:
            found = _NOUN_BY.search(part.text) or _BY_NOUN.match(part.text)
            if found is None or any(d is not draft and d.cue and part.holds(d.cue) for d in drafts):
                continue
            source, cue, told = (
                Span.cut(text, part.start + found.start(g), part.start + found.end(g))
                for g in ("source", "cue", "told")
            )
            drafts.append(Draft(source, cue, [told], WITHIN_CONFIDENCE))


@cache
def _closing() -> re.Pattern[str]:
    forms = _forms(word_set("say tell report add claim confirm announce testify write state"))
    to_whom = rf"(?:\s+(?:{_WORD}\s+){{0,3}}{_WORD})?"
    return re.compile(
        rf"(?P<clause>\S+(?:\s+\S+){{3,}}?),\s+(?P<source>{_WORD}(?:\s+{_WORD}){{0,7}}?)\s+(?P<cue>{_ADVERBS}(?:{forms}))"
        rf"{to_whom}$",
        re.S,
    )


def _clauses(part: Span) -> Iterator[int]:
    """Where in a content its clauses begin."""
    lead = _OPENING.match(part.text)
    yield lead.end() if lead else 0
    for gap in _NEW_CLAUSE.finditer(part.text):
        yield gap.end()


def _inner(text: str, part: Span, start: int, drafts: Sequence[Draft]) -> Draft | None:
    found = _telling().match(part.text, start)
    if found is None or not _is_subject(found["source"]) or not found["cue"].islower():
        return None
    quoted = part.text[:1] in _MARKS
    if found["source"].lower() in _SELF and (quoted or start or _thinks(found["cue"])):
        return None
    if (quoted and (_thinks(found["cue"]) or found["source"].split()[0].lower() in _SELF)) or _is_noun(
        found["source"], found["cue"]
    ):
        return None
    at = part.start
    source = Span.cut(text, at + found.start("source"), at + found.end("source"))
    cue = Span.cut(text, at + found.start("cue"), at + found.end("cue"))
    if any(d.cue and (d.cue.overlaps(cue) or source.overlaps(d.cue)) for d in drafts):
        return None
    lead = _lead(cue.text).match(found["rest"])
    begin = at + found.start("rest") + (lead.end() if lead else 0)
    end = at + found.start("rest") + len(found["rest"].rstrip(" ,"))
    return Draft(source, cue, [Span.cut(text, begin, end)], WITHIN_CONFIDENCE) if begin < end else None


_MARKS = tuple("\"“'‘«„")
_ADDRESSED = re.compile(
    r":?\s+(?:(?:him|her|them|us|me|it|reporters|police|journalists|investigators|the\s+\w+|[A-Z]\w+)\s*:?\s+)?"
    r"(?:that\s+|of\s+|about\s+)?"
)
_DIRECT = re.compile(r":?\s+(?:that\s+|of\s+|for\s+)?")


def _lead(cue: str) -> re.Pattern[str]:
    """What stands between a cue and what it tells: "that", and for "told" the one who was told."""
    return _ADDRESSED if cue.split()[-1].lower() in ("told", "tell", "tells", "warned", "assured") else _DIRECT


def _thinks(cue: str) -> bool:
    """Whether a speaker's pronoun with this verb only says what he thinks: "he said he hoped"."""
    verb = reporting_verbs().get(cue.split()[-1].lower())
    return verb is not None and verb.verb in _THOUGHTS


_THOUGHTS = word_set("believe expect hope fear suspect predict insist think know understand doubt agree remember")
_NOUNS = word_set(
    "promise pledge demand report estimate hope fear boast claim vow warn order object urge complaint blame"
)


def _is_noun(source: str, cue: str) -> bool:
    """Whether what looks like a verb is the noun of the words before: "his oft-stated promise", "two reports"."""
    last, subject = cue.split()[-1].lower(), source.split()[-1]
    bare = last.removesuffix("s")
    if bare not in _NOUNS or " " in cue:
        return False
    if last == bare:  # "officers report", "his official pledge"
        return not subject.endswith("s") or subject.endswith(("'s", "’s"))
    return source.split()[0].lower() not in ("the", "a", "an", "his", "her", "its") and not subject[0].isupper()


def _is_subject(words: str) -> bool:
    """Whether words can be all of a subject: they hold no verb, conjunction or preposition where none can stand."""
    tokens = words.lower().split()
    if tokens[0] in _NO_SUBJECT or _BROKEN.search(words):
        return False
    if tokens[-1] in _DETERMINERS or tokens[-1].endswith(("'s", "’s", "s'", "s’")):
        return False  # "his promise to leave"
    return not any(
        t in _NEVER_INSIDE or t.endswith(("n't", "n’t", "'d", "’d", "'ve", "’ve")) for t in tokens
    ) and not any(t in _SELF for t in tokens[1:])


_NEVER_INSIDE = word_set(
    "who which that is was were are has have had if what because whether after before though although when while so "
    "having should would could do does did cannot can not really certainly only just how why where"
)
