"""Does what somebody says tell what another says? Finds tellings inside contents that the model did not mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.language.alternatives import alternatives_of
from dateline.lexicons.reporting_verbs import reporting_verbs
from dateline.lexicons.speakers import speaker_nouns, word_set
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft
from dateline.reading.claims.inner import MARKS, Setting
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
    return alternatives_of(f for f, v in reporting_verbs().items() if v.verb in verbs and not f.endswith("ing"))


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


def find_clauses(setting: Setting, part: Span) -> Iterator[Draft]:
    """The telling of each clause of a content that reads "X says Y"."""
    if len(part.text.split()) < 4:
        return
    for start in _clauses(part):
        inner = _inner(setting.text, part, start)
        if inner is not None:
            yield inner


def find_plainly(setting: Setting, part: Span) -> Iterator[Draft]:
    """The tellings that plain word order shows inside a content, with the frames of their verbs."""
    if len(part.text.split()) < 4:
        return
    text = setting.text
    lead = _LEAD_IN.match(part.text)
    begin = part.start + (lead.end() if lead else 0)
    quoted = part.text[:1] in MARKS
    for telling in find_tellings(text, begin, part.end, setting.may_speak):
        pronoun = telling.source.text.lower() in SELF
        if telling.goes_on or (pronoun and (quoted or telling.source.start <= begin)):
            continue
        if describes(telling.source.text, telling.cue.text, telling.content.text.split()):
            continue
        words = _TURN.split(telling.content.text, maxsplit=1)[0]
        told = Span.cut(text, telling.content.start, telling.content.start + len(words))
        yield Draft(telling.source, telling.cue, [told], WITHIN_CONFIDENCE)


def end_before_next(text: str, drafts: Sequence[Draft]) -> None:
    """Ends what is told inside of "X says that A, that Y speaks of B and that C" before X goes on with "that"."""
    for outer in drafts:
        for part in [p for p in outer.content if p.text[:1] not in MARKS]:
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


def find_closing(setting: Setting, part: Span) -> Iterator[Draft]:
    """The claim of X in a content that ends ", X said": Z's "…, villagers said", for all of which Z stands."""
    found = _closing().match(part.text)
    if found is None or not is_subject(found["source"]) or found["source"].lower() in SELF:
        return
    at = part.start
    source, cue, clause = (
        Span.cut(setting.text, at + found.start(g), at + found.end(g)) for g in ("source", "cue", "clause")
    )
    yield Draft(source, cue, [clause], WITHIN_CONFIDENCE)


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


def _inner(text: str, part: Span, start: int) -> Draft | None:
    found = _telling().match(part.text, start)
    if found is None or not is_subject(found["source"]) or not found["cue"].islower():
        return None
    quoted = part.text[:1] in MARKS
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


_ADDRESSED = re.compile(
    r":?\s+(?:(?:him|her|them|us|me|it|reporters|police|journalists|investigators|the\s+\w+|[A-Z]\w+)\s*:?\s+)?"
    r"(?:that\s+|of\s+|about\s+)?"
)
_DIRECT = re.compile(r":?\s+(?:to\s+(?:[^\s,;:.]+\s+){1,4}?(?=that\s))?(?:that\s+|of\s+|for\s+)?")


def _lead(cue: str) -> re.Pattern[str]:
    """What stands between a cue and what it tells: "that", and for "told" the one who was told."""
    return _ADDRESSED if cue.split()[-1].lower() in ("told", "tell", "tells", "warned", "assured") else _DIRECT
