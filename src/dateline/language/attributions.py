"""Which words beside a quotation say whose it is? Finds "…," said X / X told Y: "…" without any model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.language.alternatives import alternatives_of
from dateline.language.quotations import Quotation, find_quotations
from dateline.lexicons.reporting_verbs import reporting_verbs, speech_forms
from dateline.lexicons.speakers import word_set
from dateline.model.span import Span

FARTHEST = 220
"""Characters from a quotation within which its source and cue are looked for."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words beside a quotation that say who spoke. before: whether they stand before it."""

    source: Span
    cue: Span
    before: bool


_PRONOUN = r"(?:he|she|they|it|we|i|who)"
_DETERMINER = (
    r"(?:the|a|an|another|one|some|several|many|two|three|four|five|both|his|her|its|their|our|my|"
    r"other|most|senior|local|former|top|u\.s\.|us|un)"
)
_TOKEN = r"(?:[^\s,;:.!?\"“”«»()\[\]]+(?:\.(?=\S|\s+[A-Z]))?)"
_ADVERB = (
    r"(?:\w+ly|also|later|then|further|once|again|now|still|even|just|has|had|have|was|were|is|are|been|would|will|"
    r"did|does|reportedly|repeatedly|too|all|both)"
)
_STOPS = word_set(
    "in on at during after before as when who which while adding to by from with where upon via through over about "
    "today yesterday monday tuesday wednesday thursday friday saturday sunday shortly later earlier speaking "
    "referring recently last this early late because but and since despite following amid without outside inside "
    "near whose that ahead here there"
)
_BAD_FIRST = word_set(
    "and but that when as if while because although which though so than then or nor after before since until where "
    "however meanwhile in on at for with from by about into to of is was were are be been not"
)


def _verbs(forms: frozenset[str]) -> str:
    return "(?:" + alternatives_of(forms, {" ": r"\s+"}) + ")"


def _finite() -> frozenset[str]:
    """Speech forms without gerunds: "said", "says", "say"."""
    return frozenset(f for f in speech_forms() if not f.split()[0].endswith("ing"))


@cache
def _verb_first() -> re.Pattern[str]:
    """'…," said X'"""
    return re.compile(
        rf"[\s,—–-]*(?:{_ADVERB}\s+)?(?P<cue>{_verbs(_finite())})\s+(?P<source>{_TOKEN}(?:\s+{_TOKEN}){{0,11}})", re.I
    )


@cache
def _source_first() -> re.Pattern[str]:
    """'…," X said', with what stands between X and the verb: an apposition, auxiliaries and adverbs."""
    passive = r"(?:was|were|is|has been|had been)\s+(?:also\s+)?quoted\s+(?:\w+\s+){0,2}?(?:as\s+)?(?:saying|telling)"
    return re.compile(
        rf"[\s,—–-]*(?P<source>{_TOKEN}(?:\s+{_TOKEN}){{0,9}}?)(?P<apposition>,[^.;:!?\"“”\n]{{2,110}},)?\s+"
        rf"(?P<adverbs>(?:{_ADVERB}\s+)*?)(?P<cue>{passive}|{_verbs(_finite())})(?=[\s,.;:—–-]|$)",
        re.I,
    )


@cache
def _any_cue() -> re.Pattern[str]:
    """Any speech verb, for what stands before a quotation."""
    return re.compile(rf"(?<![\w'’-]){_verbs(speech_forms())}(?![\w'’-])", re.I)


@lru_cache(maxsize=8)
def find_attributions(text: str) -> tuple[tuple[Quotation, Attribution | None], ...]:
    """The quotations of a text that read as speech and lie in no other one, with the words beside each that name its
    speaker, None where no such words are found."""
    quotations = find_quotations(text)
    outer = [q for q in quotations if q.depth == 0 and q.is_speech]
    return tuple((q, attribution_of(text, q, quotations)) for q in outer)


def attribution_of(text: str, quotation: Quotation, quotations: Sequence[Quotation] = ()) -> Attribution | None:
    """The source and cue of one quotation, looked for right after it, then right before it."""
    stop = _next_mark(text, quotation, quotations)
    return _after(text, quotation, stop) or _before(text, quotation, quotations)


def _next_mark(text: str, quotation: Quotation, quotations: Sequence[Quotation]) -> int:
    """Where the words after a quotation end: the paragraph's end or the next quotation."""
    end = quotation.span.end
    paragraph = text.find("\n", end)
    limit = min(paragraph if paragraph >= 0 else len(text), end + FARTHEST)
    return min([q.span.start for q in quotations if end <= q.span.start < limit] + [limit])


def _after(text: str, quotation: Quotation, stop: int) -> Attribution | None:
    if not quotation.closed:
        return None
    end = quotation.span.end
    last = quotation.inner.text.rstrip()[-1:]
    goes_on = last in ",?!-—–…" or text[end : end + 1] == "," or text[end : end + 2].strip()[:1].islower()
    found = _verb_first().match(text, end, stop)
    if found and found["cue"][0].islower() and (goes_on or last == "."):
        source = _noun_phrase(text, found.start("source"), found.end("source"))
        if source:
            return Attribution(source, Span.cut(text, *found.span("cue")), before=False)
    if not goes_on:
        return None
    found = _source_first().match(text, end, stop)
    if found and _is_speaker(found["source"]):
        return Attribution(Span.cut(text, *found.span("source")), Span.cut(text, *found.span("cue")), before=False)
    return None


def find_speaker(text: str, cue: Span, begin: int, stop: int) -> Span | None:
    """Who speaks with a verb of saying: its subject, back to `begin`, else the name behind it, up to `stop`."""
    before = _subject(text, begin, cue.start)
    if before is not None:
        return before
    behind = re.match(rf"\s+(?P<source>{_TOKEN}(?:\s+{_TOKEN}){{0,11}})", text[cue.end : stop])
    if text[begin : cue.start].strip(" ,\"”“'’") or behind is None:
        return None
    return _noun_phrase(text, cue.end + behind.start("source"), cue.end + behind.end("source"))


def _noun_phrase(text: str, start: int, end: int) -> Span | None:
    """The name or description that begins at start, up to a word that cannot belong to it."""
    stop = start
    for token in re.finditer(r"\S+", text[start:end]):
        word = token.group().lower()
        if word in _STOPS or (re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", word) and stop > start):
            break
        stop = start + token.end()
    phrase = text[start:stop].rstrip(" .")
    return Span.cut(text, start, start + len(phrase)) if phrase and _is_speaker(phrase) else None


def _is_speaker(words: str) -> bool:
    """Whether words can stand for somebody who speaks: they begin with a pronoun, a determiner, a name or a plural."""
    tokens = words.split()
    first = tokens[0].lower()
    if all(t.lower().endswith("ly") or t.lower() in ("also", "later", "then", "just") for t in tokens):
        return False
    if first in _BAD_FIRST or re.search(r"\b(?:that|which|because|when|although|if)\b", words):
        return False
    if re.fullmatch(_PRONOUN, first):
        return len(tokens) == 1 or first == "one"
    if re.fullmatch(_DETERMINER, first) or tokens[0][0].isupper() or tokens[0][0] in "’'":
        return True
    return any(t[0].isupper() for t in tokens) or tokens[-1].lower().endswith(("s", "police", "people", "man", "men"))


def _before(text: str, quotation: Quotation, quotations: Sequence[Quotation]) -> Attribution | None:
    """'X told reporters: "…"', 'X said, adding: "…"', and a colon at the end of the paragraph before."""
    begin = _clause_start(text, quotation, quotations)
    lead = text[begin : quotation.span.start]
    if not lead.strip():
        return None
    introduces = lead.rstrip()[-1] in ":," or re.search(r"\b(?:that|saying|said|says|as)$", lead.rstrip()) is not None
    cues = list(_any_cue().finditer(text, begin, quotation.span.start))
    cues = [c for c in cues if quotation.span.start - c.end() <= (90 if introduces else 2)]
    for cue in reversed(cues):
        source = _subject(text, begin, cue.start())
        if source:
            return Attribution(source, Span.cut(text, *cue.span()), before=True)
    return None


def _clause_start(text: str, quotation: Quotation, quotations: Sequence[Quotation]) -> int:
    """Where the sentence begins that leads up to a quotation; a colon reaches over the break before it."""
    start = quotation.span.start
    lead_end = len(text[:start].rstrip()) if text[max(0, start - 40) : start].strip() else start
    over_break = "\n" in text[lead_end:start]
    if over_break and text[lead_end - 1 : lead_end] != ":":
        return start
    floor = max([q.span.end for q in quotations if q.span.end <= start and q.span.end > start - FARTHEST], default=0)
    floor = max(floor, start - FARTHEST, text.rfind("\n", 0, lead_end) + 1)
    breaks = [m.end() for m in re.finditer(r"[.!?;]['\"”’)]*\s+(?=[A-Z“\"])", text[floor:lead_end])]
    breaks = [b for b in breaks if not re.search(r"(?:^|[\s.])[A-Z][a-z]{0,3}\.\s+$", text[floor : floor + b])]
    return floor + (breaks[-1] if breaks else 0)


def _subject(text: str, begin: int, cue_start: int) -> Span | None:
    """The noun phrase that ends before a cue: the last clause, or what stood before an apposition."""
    lead = re.sub(rf"(?:\s+{_ADVERB})+\s*$", "", text[begin:cue_start].rstrip(), flags=re.I).rstrip()
    if lead.endswith(","):  # "Ilmar Tosk, the governor, said" and "X said, adding"
        first = re.match(rf"\s*(?P<source>{_TOKEN}(?:\s+{_TOKEN}){{0,7}}?),", lead)
        return _checked(text, begin + first.start("source"), begin + first.end("source")) if first else None
    clause = re.search(r"(?:^|[,;:—–(]\s*|\b(?:and|but|as|while|when|that)\s+)(?P<source>[^,;:—–(\"“”]+)$", lead)
    if clause is None:
        return None
    start = begin + clause.start("source")
    return _checked(text, start, begin + clause.end("source"))


def _checked(text: str, start: int, end: int) -> Span | None:
    """The span without white space, where it can be a speaker and holds no other reporting verb."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    clause = re.search(r"(?:^|.*\s)(?:and|but|as|while|when|that|because|where)\s+", words)
    if clause and not words[: clause.end()].rstrip().endswith(" and"):
        start, words = start + clause.end(), words[clause.end() :]
    if not words or len(words.split()) > 12 or not _is_speaker(words):
        return None
    start, words = _behind_telling(start, words)
    verbs = reporting_verbs()
    first = words.split()[0].lower()
    inside = [w for w in words.split()[1:] if w in verbs and w.endswith("ed")]
    return None if inside or (first in verbs and first not in ("state",)) else Span.cut(text, start, start + len(words))


_TELLING_BEFORE = re.compile(
    r".*\s(?:(?:said|says|told\s+(?:\S+\s+){1,4}?that)|told\s+(?:\S+\s+){1,3}?(?=(?:an?|the|his|her|their|one|two)\s))\s*",
    re.S,
)


def _behind_telling(start: int, words: str) -> tuple[int, str]:
    """What stands behind another telling: "the envoy said a guard" told her …"""
    found = _TELLING_BEFORE.match(words)
    return (start + found.end(), words[found.end() :]) if found and found.end() < len(words) else (start, words)


_CITED = re.compile(
    r"\b(?:citing|quoting|according to|referring to|with reference to)\s+(?P<who>[^\s,.;:()\"“”][^,.;:()\n\"“”]{1,80}?)"
    r"(?=\s*(?:[,.;:()\n\"“”]|$|\s(?:as saying|that|said|says|who|which|on|in)\b|\s[-–—]\s))",
    re.I,
)


def find_cited(text: str) -> tuple[Span, ...]:
    """Who is cited in a text by "citing X" and "according to X", up to the first word that cannot belong to the name
    or description; plans and figures that somebody follows are among them."""
    return tuple(Span.cut(text, *found.span("who")) for found in _CITED.finditer(text))
