"""Whose words come through whom? Reads "Z quoted Y as saying X", "Y was quoted by Z" and "citing Y, Z said X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft
from dateline.reading.claims.mending import Sentences
from dateline.reading.claims.subjects import is_subject
from dateline.reading.claims.tellers import TELLER, is_teller

QUOTING_CONFIDENCE = 0.7
"""Of claims that stand in a fixed phrase which the model did not mark."""

_WORD = r"[^\s,;:.!?\"“”()]+(?:\.(?=\w|\s[A-Z]))?"
_OUTER = rf"(?P<outer>{_WORD}(?:\s+{_WORD}){{0,7}}?)(?:,\s[^;:\"“”]{{2,80}}?,)?"
_INNER = rf"(?P<inner>{_WORD}(?:,?\s+{_WORD}){{0,14}}?),?"
_SOMEBODY = rf"(?P<inner>{_WORD}(?:\s+{_WORD}){{0,9}}?)"
_AS_SAYING = (
    r"as\s+(?:saying|telling|claiming|stating|adding|reporting|warning|denying|calling|describing|having\s+said)"
)
_ON = r"(?:\s+on\s+\w+day)?"
_HAVING = r"(?:(?:has|have|had|also|later)\s+)*"
_TOLD = r"(?:\s+(?:reporters|journalists|it|parliament)(?=[.,]?\s*\Z))?(?P<told>(?:[:,]\s*)?(?:\s*that)?\s+\S.*?)?"
_END = r"(?=[.!?]?[”\"]?\s*\Z)"
_QUOTES_AS = re.compile(
    rf"{_OUTER}{_ON}\s+(?P<outer_cue>{_HAVING}(?:quot|cit)(?:es?|ed))\s+{_INNER}\s+(?P<cue>{_AS_SAYING}){_TOLD}{_END}",
    re.S,
)
_QUOTED_BY = re.compile(
    rf"(?P<inner>{_WORD}(?:\s+{_WORD}){{0,9}}?)(?:,\s[^;:\"“”]{{2,80}}?,)?\s+"
    r"(?P<cue>(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:also\s+|later\s+)?(?:quoted|cited))\s+"
    rf"(?P<outer_cue>by|in|on)\s+{TELLER}[^,;:\"“”]{{0,40}}?\s+(?P<phrase>{_AS_SAYING}){_TOLD}{_END}",
    re.S,
)
_QUOTED_AS = re.compile(
    rf"(?P<inner>{_WORD}(?:\s+{_WORD}){{0,9}}?)(?:,\s[^;:\"“”]{{2,80}}?,)?\s+"
    r"(?P<cue>(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:also\s+|later\s+)?(?:quoted|cited)\s+as\s+saying)\s+"
    rf"(?P<outer_cue>by|in|on)\s+{TELLER}(?:\s+on\s+\w+day)?(?P<told>\s+that\s+\S.*?)?{_END}",
    re.S,
)
_REPORTED_CITING = re.compile(
    rf"{_OUTER}{_ON}\s+(?P<outer_cue>{_HAVING}(?:reports?|reported|says?|said|claims?|claimed|writes?|wrote|announced|confirmed)),?\s+"
    rf"(?P<cue>citing|quoting|with reference to|referring to)\s+{_SOMEBODY},?\s+that(?P<told>\s+\S.*?){_END}",
    re.S,
)
_PATTERNS = ((_QUOTES_AS, "outer"), (_QUOTED_BY, "teller"), (_QUOTED_AS, "teller"), (_REPORTED_CITING, "outer"))
_LEAD = re.compile(r"(?:[:,]\s*)?\s*(?:that\s+)?")


def add_quoted(text: str, drafts: list[Draft], around: Sentences, sentences: Sequence[Span]) -> None:
    """Makes of such phrases an outer claim, whose content holds the telling, and the claim of the one quoted."""
    for sentence in sentences:
        for outer, inner, phrase in _pairs(text, sentence):
            _set(text, outer, inner, phrase, drafts)
    for draft in list(drafts):
        _name_medium(text, draft, drafts, around)


def turn_out(text: str, drafts: Sequence[Draft], around: Sentences) -> None:
    """ "Citing Y, Z said X": Z tells what Y says, not the other way round."""
    for draft in drafts:
        _turn_out(text, draft, drafts, around)


def _pairs(text: str, sentence: Span) -> Iterator[tuple[Draft, Draft, Span]]:
    words = text[sentence.start : sentence.end]
    if not re.search(r"\b(?:quot|cit|referr?)(?:es?|ed|ing|ence)\b", words):
        return
    for pattern, outer_part in _PATTERNS:
        subject = "inner" if outer_part == "teller" else "outer"
        for start in _subjects(words):
            found = pattern.match(words, start)
            if found is None or not _are_speakers(found, subject, outer_part):
                continue
            told = _told(text, sentence.start, found, start)
            if told is not None:
                outer, inner = _drafts(text, sentence.start, found, outer_part, told)
                yield outer, inner, _phrase(text, sentence.start, found)
                return


def _subjects(words: str) -> Iterator[int]:
    """Where in a sentence a subject may begin: with it, or behind a comma or conjunction."""
    yield 0
    for gap in re.finditer(r"(?:[,;:”\"]|\b(?:but|while|that|and))\s+", words):
        yield gap.end()


def _are_speakers(found: re.Match[str], subject: str, outer_part: str) -> bool:
    return is_subject(found[subject]) and (outer_part == "outer" or is_teller(found["teller"]))


def _told(text: str, begin: int, found: re.Match[str], start: int) -> Span | None:
    """What is told: behind the phrase, else the sentence before the phrase that closes it."""
    if found["told"]:
        lead = _LEAD.match(found["told"])
        at = begin + found.start("told") + (lead.end() if lead else 0)
        end = begin + found.end("told")
        return Span.cut(text, at, end) if end - at > 3 else None
    before = text[begin : begin + start].rstrip(" ,")
    return Span.cut(text, begin, begin + len(before)) if len(before.split()) >= 3 else None


def _phrase(text: str, begin: int, found: re.Match[str]) -> Span:
    """From the first cue of a phrase to its last word before what is told."""
    groups = [g for g in ("outer_cue", "cue", "phrase") if found.groupdict().get(g)]
    return Span.cut(text, begin + min(map(found.start, groups)), begin + max(map(found.end, groups)))


def _drafts(text: str, begin: int, found: re.Match[str], outer_part: str, told: Span) -> tuple[Draft, Draft]:
    def span(part: str) -> Span:
        return Span.cut(text, begin + found.start(part), begin + found.end(part))

    inner = Draft(span("inner"), span("cue"), [told], QUOTING_CONFIDENCE)
    outer = Draft(span(outer_part), span("outer_cue"), [], QUOTING_CONFIDENCE)
    for part in (inner.source, inner.cue, told):
        if part is not None:
            outer.add(text, part)
    _join(text, outer)
    return outer, inner


def _join(text: str, outer: Draft) -> None:
    """Makes one of neighbouring parts between which nothing but "that", a comma or the like stands."""
    assert outer.cue is not None and outer.source is not None
    parts = list(outer.content)
    for one, two in pairwise(parts):
        between = Span.cut(text, one.end, two.start)
        if not between.overlaps(outer.cue) and not between.overlaps(outer.source):
            outer.add(text, Span.cut(text, one.start, two.end))


def _set(text: str, outer: Draft, inner: Draft, phrase: Span, drafts: list[Draft]) -> None:
    """Puts the two claims in the place of what was marked with their cues; longer contents that were marked stay."""
    known = [d for d in drafts if d.cue is not None and d.cue.overlaps(phrase)]
    for part in [p for d in known for p in d.content if _is_longer(p, inner, phrase)]:
        inner.add(text, part)
        outer.add(text, part)
    drafts[:] = [d for d in drafts if d not in known]
    drafts += [outer, inner]


def _is_longer(part: Span, inner: Draft, phrase: Span) -> bool:
    """Whether a marked content holds what is told and more of it, on the same side of the phrase."""
    told = inner.content[0]
    apart = part.start >= phrase.end or (inner.source is not None and part.end <= inner.source.start)
    return apart and part.overlaps(told) and not told.holds(part)


_MEDIUM = re.compile(rf",?\s+(?P<cue>(?:quoted|cited|interviewed)\s+by)\s+{TELLER}")


def _name_medium(text: str, draft: Draft, drafts: list[Draft], around: Sentences) -> None:
    """ "Y quoted by Z said X": all of it is Z's word."""
    if draft.cue is None or draft.source is None:
        return
    stop = around.around(draft.source.start)[1]
    found = _MEDIUM.search(text, draft.source.start, stop)
    behind = found is not None and (found.start() == draft.source.end or draft.source.end >= found.end())
    if found is None or not behind or not is_teller(found["teller"]):
        return
    cue, teller = Span.cut(text, *found.span("cue")), Span.cut(text, *found.span("teller"))
    if any(d.cue is not None and d.cue.overlaps(cue) for d in drafts):
        return
    draft.source = Span.cut(text, draft.source.start, found.start())
    told = [s for s in draft.spans() if not s.overlaps(cue)]
    outer = Draft(teller, cue, [], QUOTING_CONFIDENCE)
    for part in told:
        outer.add(text, part)
    _join(text, outer)
    drafts.append(outer)


_CITING = re.compile(r"(?:citing|quoting|referring to|with reference to)\Z", re.I)


def _turn_out(text: str, draft: Draft, drafts: Sequence[Draft], around: Sentences) -> None:
    if draft.cue is None or draft.source is None or not _CITING.match(draft.cue.text):
        return
    begin, stop = around.around(draft.cue.start)
    for other in drafts:
        if other is draft or other.cue is None or other.source is None or not other.content:
            continue
        ahead = draft.source.end <= other.source.start < stop and other.source.start - draft.source.end <= 2
        if ahead and text[begin : draft.cue.start].strip() == "" and draft.holds(other.cue):
            draft.content = list(other.content)
            other.add(text, Span.cut(text, draft.cue.start, draft.source.end))
