"""Does what somebody says tell what another says? Finds tellings inside contents that the model did not mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from dateline.lexicons.reporting_verbs import modality_of, reporting_verbs
from dateline.lexicons.speakers import speaker_nouns, word_set
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft
from dateline.reading.claims.subjects import SELF, describes, is_noun, is_subject, thinks
from dateline.reading.claims.tellings import find_tellings, preposition_of

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
    r"(?:[.!?][\"”’']?\s+|;\s+|,?\s+(?:and|but)\s+that\s+|,\s+(?:and|but|while|although|though|because|since|as)\s+|"
    r"\s+(?:as|because|although|though|while|after)\s+(?=(?:the|its|his|her|their|[A-Z]\w+)\s))"
)
_OPENING = re.compile(r"[\"“'‘«„]*\s*")
_LEAD_IN = re.compile(r"[\"“'‘«„]*\s*(?:that\s+)?")


def _forms(verbs: frozenset[str]) -> str:
    forms = sorted((f for f, v in reporting_verbs().items() if v.verb in verbs), key=len, reverse=True)
    return "|".join(re.escape(f) for f in forms if not f.endswith("ing"))


@cache
def _telling() -> re.Pattern[str]:
    """ "(that) X has VERB-ed (that) Y" at the beginning of a clause; Y ends with its sentence."""
    return re.compile(
        rf"(?:that\s+)?(?P<source>{_WORD}(?:\s+{_WORD}){{0,7}}?)\s+"
        rf"(?P<cue>{_ADVERBS}(?:(?:{_forms(_VERBS)})(?=[\s:])|(?:{_forms(_WITH_THAT)})(?=\s+(?:{_WORD}\s+){{0,3}}?that\s)|"
        r"(?:telephoned|phoned|radioed|texted|cabled|e-?mailed|messaged|signalled|shouted)(?=\s+(?:[a-z]+\s+)?that\s)|"
        r"(?:regard(?:s|ed)?|consider(?:s|ed)?|view(?:s|ed)?)(?=\s+(?:the|its|his|her|their|this|any|[A-Z])\b)|"
        r"(?:is|are|was|were)\s+(?:of\s+the\s+(?:view|opinion)|convinced|confident|adamant)(?=\s+that\s)|"
        r"wants?(?=\s+to\s)|wanted(?=\s+to\s+know\b)|(?:saw|seen|heard)(?=\s)))"
        r"(?P<rest>:?\s+(?!by\b)\S.*?(?=[.!?][\"”’']?(?:\s|$)|[\"”]|$))",
        re.S | re.I,
    )


def add_tellings_within(text: str, drafts: list[Draft], may_speak: Callable[[Span], bool]) -> None:
    """Adds the claim of X to a content of which a clause reads "X says Y", where no other claim has that cue.

    What is added is searched in its turn: "X says that Y told Z that …".
    """
    for draft in drafts:  # grows while it is gone through
        for part in list(draft.content):
            if len(part.text.split()) < 4:
                continue
            for start in _clauses(part):
                inner = _inner(text, part, start, drafts)
                if inner is not None and inner.source != draft.source:
                    drafts.append(inner)
            drafts += _plainly_inner(text, part, draft, drafts, may_speak)


def _plainly_inner(
    text: str, part: Span, outer: Draft, drafts: Sequence[Draft], may_speak: Callable[[Span], bool]
) -> list[Draft]:
    """The tellings that plain word order shows inside a content, with the frames of their verbs."""
    lead = _LEAD_IN.match(part.text)
    begin = part.start + (lead.end() if lead else 0)
    quoted = part.text[:1] in _MARKS
    found = []
    for telling in find_tellings(text, begin, part.end, may_speak):
        pronoun = telling.source.text.lower() in SELF
        if telling.goes_on or telling.source == outer.source or (pronoun and (quoted or telling.source.start <= begin)):
            continue
        if describes(telling.source.text, telling.cue.text, telling.content.text.split()):
            continue
        if any(s is not None and s.overlaps(telling.cue) for d in drafts for s in (d.cue, d.source)):
            continue
        words = _TURN.split(telling.content.text, maxsplit=1)[0]
        told = Span.cut(text, telling.content.start, telling.content.start + len(words))
        found.append(Draft(telling.source, telling.cue, [told], WITHIN_CONFIDENCE))
    return found


def end_before_next(text: str, drafts: Sequence[Draft]) -> None:
    """Ends what is told inside of "X says that A, that Y speaks of B and that C" before X goes on with "that"."""
    for outer in drafts:
        for part in [p for p in outer.content if p.text[:1] not in _MARKS]:
            for inner in drafts:
                if inner is not outer and inner.cue is not None and inner.source is not None and part.holds(inner.cue):
                    _end_before_that(text, inner, part)


def _end_before_that(text: str, inner: Draft, outer: Span) -> None:
    for told in [p for p in inner.content if outer.holds(p) and inner.cue and p.start >= inner.cue.end]:
        found = _NEXT_THAT.search(text, told.start, told.end) if not told.text.startswith("that ") else None
        if found is not None:
            inner.content = sorted(
                [*(p for p in inner.content if p is not told), Span.cut(text, told.start, found.start())]
            )


_NEXT_THAT = re.compile(r",?\s+(?:and|but)\s+that\s|,\s+that\s")


def add_closing_tellings(text: str, drafts: list[Draft]) -> None:
    """Adds the claim of X to a content that ends ", X said": Z's "…, villagers said", for all of which Z stands."""
    for draft in list(drafts):
        for part in draft.content:
            found = _closing().match(part.text) if part.text[:1] not in _MARKS else None
            if found is None or not is_subject(found["source"]) or found["source"].lower() in SELF:
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


_SPOKEN = (
    r"(?P<cue>claims?|allegations?|accusations?|assertions?|charges|suggestions|insinuations|demands?|threats?|versions?|"
    r"accounts?|statements?|stor(?:y|ies)|warnings?|promises?)"
)
_WHOSE = (
    r"(?P<source>(?:(?:the|its|his|her|their)\s+)?(?:[A-Z][\w.-]*|rebel|opposition|government|army|police|militant|"
    r"insurgent|separatist|enemy|foreign|official|media|western)(?:\s+[A-Za-z][\w.-]*){0,2}?|(?:the|its|his|her|their)\s+[a-z]+(?:\s+[a-z]+)?['’]s?)(?:['’]s?)?"
)
_BY_NOUN = re.compile(rf"(?:^|\s|\b){_WHOSE}\s+{_SPOKEN}\s+(?:that|of|to)\s+(?P<told>\S.*)", re.S)
_NOUN_BY = re.compile(
    rf"\b{_SPOKEN}\s+(?:made\s+)?(?:by|from)\s+(?P<source>[^,;.:\"“”]{{2,50}}?)\s+(?:that|of)\s+(?P<told>\S.*)", re.S
)


def add_denied_tellings(text: str, drafts: list[Draft]) -> None:
    """Adds what others are said to claim to the content of a denial: "denied rebel claims that …"."""
    for draft in list(drafts):
        if draft.cue is None or modality_of(draft.cue.text) not in ("denied", "confirmed"):
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
    if found is None or not is_subject(found["source"]) or not found["cue"].islower():
        return None
    quoted = part.text[:1] in _MARKS
    own = found["source"].split()[0].lower() in (_SPEAKERS_OWN if quoted else SELF)
    if found["source"].lower() in SELF and ((own and (quoted or start)) or thinks(found["cue"])):
        return None
    if (quoted and (thinks(found["cue"]) or own)) or is_noun(found["source"], found["cue"]):
        return None
    if describes(found["source"], found["cue"], found["rest"].split()):
        return None
    if _perceives(found["cue"]) and not _is_witness(found["source"]):
        return None  # "the army saw heavy losses"
    at = part.start
    source = Span.cut(text, at + found.start("source"), at + found.end("source"))
    cue = Span.cut(text, at + found.start("cue"), at + found.end("cue"))
    if any(d.cue and (d.cue.overlaps(cue) or source.overlaps(d.cue)) for d in drafts):
        return None
    preposition = preposition_of(cue.text.split()[-1].lower(), found["rest"])
    if preposition is not None:
        cue = Span.cut(text, cue.start, at + found.start("rest") + preposition.end())
    lead = _lead(cue.text).match(found["rest"])
    begin = at + found.start("rest") + (lead.end() if lead else 0)
    begin = max(begin, cue.end + 1)
    end = at + found.start("rest") + len(found["rest"].rstrip(" ,"))
    if not quoted:
        end = _quotation_end(part, end)
    end = begin + len(_TURN.split(text[begin:end], maxsplit=1)[0])
    return Draft(source, cue, [Span.cut(text, begin, end)], WITHIN_CONFIDENCE) if begin < end else None


def _perceives(cue: str) -> bool:
    return cue.split()[-1] in ("saw", "seen", "heard")


def _is_witness(source: str) -> bool:
    """Whether words are people who can have seen it: "witnesses", "his men"."""
    nouns = {w.strip("'’s") for w in source.lower().split()} | set(source.lower().split())
    return bool(nouns & (speaker_nouns("person") | speaker_nouns("people")))


_TURN = re.compile(r",?\s+but\s+(?!also\b)|,\s+(?:and\s+)?that\s|,\s+and\s+(?:we|I)\s")
"""Behind it the outer speaker goes on: "the porter told the guards he came by boat, but that was unlikely"."""
_SPEAKERS_OWN = word_set("i we you it")
_CLOSING_MARK = re.compile(r"\s*[\"“][^\"“”.!?]*[\"”]")


def _quotation_end(part: Span, end: int) -> int:
    """The end of the words, or of a quotation that they run into: "he would “clean the valley”"."""
    at = end - part.start
    opened = part.text.rfind("“", 0, at)
    if part.text[at : at + 1] == "”" and opened > part.text.rfind("”", 0, at):
        return end + 1
    found = _CLOSING_MARK.match(part.text, at)
    return part.start + found.end() if found else end


_MARKS = tuple("\"“'‘«„")
_ADDRESSED = re.compile(
    r":?\s+(?:(?:him|her|them|us|me|it|reporters|police|journalists|investigators|the\s+\w+|[A-Z]\w+)\s*:?\s+)?"
    r"(?:that\s+|of\s+|about\s+)?"
)
_DIRECT = re.compile(r":?\s+(?:to\s+(?:[^\s,;:.]+\s+){1,4}?(?=that\s))?(?:that\s+|of\s+|for\s+)?")


def _lead(cue: str) -> re.Pattern[str]:
    """What stands between a cue and what it tells: "that", and for "told" the one who was told."""
    return _ADDRESSED if cue.split()[-1].lower() in ("told", "tell", "tells", "warned", "assured") else _DIRECT
