"""Whose very words are told within another's telling? Reads 'X said a guard hissed: "…"' and "women who say that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.language.quotations import Quotation
from dateline.lexicons.reporting_verbs import speech_forms
from dateline.lexicons.speakers import word_set
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft
from dateline.reading.claims.inner import Setting
from dateline.reading.claims.subjects import is_subject

SPEECH_CONFIDENCE = 0.6
"""Of claims that only a verb and a colon before a quotation show."""

_WORD = r"[^\s,;:.!?\"“”()]+"
_BEFORE_QUOTATION = re.compile(
    rf"(?:.*(?:\bthat|\band|\bbut|\bhow|[,:;])\s+)?(?P<source>{_WORD}(?:\s+{_WORD}){{0,7}}?)\s+"
    rf"(?P<cue>(?:(?:had|has|have|would|then|later|used\s+to)\s+)*(?P<verb>[a-z]+))(?:\s+(?:to|at|into|over|back)?\s*{_WORD}(?:\s+{_WORD}){{0,2}}?)?"
    r"[:,]\s*\Z",
    re.S,
)
_SINGLE = re.compile(
    rf"[\"“]?(?P<source>{_WORD}(?:\s+{_WORD}){{0,5}}?)\s+(?P<cue>(?:used\s+to\s+)?{_WORD})[:,]\s+(?P<told>['‘].+['’])",
    re.S,
)
_NO_SPEECH = word_set(
    "added need indeed hundred red bed killed died wounded named called titled entitled signed marked read"
)
_WHO = word_set("who which that")


def find_speech(setting: Setting, part: Span) -> Iterator[Draft]:
    """The claims of those whose direct speech, behind a colon, stands in another claim's content."""
    yield from _told_in(setting.text, part, setting.quotations)
    yield from _told_in_quotation(setting.text, part)


def _told_in(text: str, part: Span, quotations: Sequence[Quotation]) -> list[Draft]:
    found = []
    for quotation in quotations:
        span = quotation.span
        if not (part.start + 8 < span.start and span.end <= part.end + 1):
            continue
        lead = _BEFORE_QUOTATION.match(text, part.start, span.start)
        if lead is None or not _speaks(lead["verb"]) or not is_subject(lead["source"]):
            continue
        told = Span.cut(text, span.start, min(span.end, part.end))
        found.append(Draft(*_source_and_cue(text, lead), [told], SPEECH_CONFIDENCE))
    return found


def _told_in_quotation(text: str, part: Span) -> list[Draft]:
    """ "They said: 'Go home,'" inside a quotation."""
    lead = _SINGLE.match(text, part.start, part.end) if part.text[:1] in '"“' else None
    if lead is None or not _speaks(lead["cue"].split()[-1]) or lead["source"].lower() in ("i", "we", "you"):
        return []
    return [Draft(*_source_and_cue(text, lead), [Span.cut(text, *lead.span("told"))], SPEECH_CONFIDENCE)]


def _source_and_cue(text: str, found: re.Match[str]) -> tuple[Span, Span]:
    return Span.cut(text, *found.span("source")), Span.cut(text, *found.span("cue"))


def _speaks(verb: str) -> bool:
    """Whether a verb before a colon and a quotation introduces speech: a verb of saying, or any in the past."""
    return verb in speech_forms() or (verb.endswith("ed") and verb not in _NO_SPEECH)


_ASSERTED = re.compile(
    rf"(?P<not>\bnot)?,\s+as\s+(?P<source>{_WORD}(?:\s+{_WORD}){{0,5}}?)\s+(?P<cue>(?:has|have|had)?\s*"
    r"(?:claim(?:s|ed)?|assert(?:s|ed)?|alleg(?:es?|ed)|maintain(?:s|ed)?|contend(?:s|ed)?|insist(?:s|ed)?|said|says?)),\s+"
    r"(?P<behind>[^,;.]+)"
)


def find_asserted(setting: Setting, part: Span) -> Iterator[Draft]:
    """The claim of an aside: "a rocket and not, as they assert, a plane", "the dam, as he says, was mined"."""
    text = setting.text
    found = _ASSERTED.search(text, part.start, part.end)
    if found is None or not is_subject(found["source"]):
        return
    behind = Span.cut(text, *found.span("behind"))
    ahead = Span.cut(text, part.start, found.start())
    told = [behind] if found["not"] else [ahead, behind]
    yield Draft(*_source_and_cue(text, found), told, SPEECH_CONFIDENCE)


_WERE_TOLD = re.compile(
    r"\b(?P<cue>(?:(?:ha[sd]|have)\s+been|was|were)\s+(?:told|informed|warned|assured|promised))\s+"
    r"(?:that\s+|(?=(?:he|she|they|it|there|his|her|their|the)\s))(?P<told>\S[^;]{8,})"
)


def find_told(setting: Setting, part: Span) -> Iterator[Draft]:
    """What somebody was told by nobody named within another's content: "the men had been told they were free"."""
    found = _WERE_TOLD.search(setting.text, part.start, part.end)
    if found is not None:
        told = Span.cut(setting.text, *found.span("told"))
        yield Draft(None, Span.cut(setting.text, *found.span("cue")), [told], SPEECH_CONFIDENCE)


_SAYING = (
    r"(?:say(?:s|ing)?|said|claim(?:s|ed|ing)?|assert(?:s|ed|ing)?|alleg(?:es?|ed|ing)|insist(?:s|ed|ing)?|believes?)"
)
_WHO_TELLS = re.compile(
    rf"(?P<source>{_WORD}(?:\s+{_WORD}){{0,3}}?),?\s+who\s+(?P<cue>(?:(?:has|have|had|also|later)\s+)*"
    rf"(?:(?:spoke|speaks|spoken|warned|warns|complained|complains)\s+of|(?:{_SAYING}|told\s+\w+|testified|reported)(?=\s+that\s)))"
    r"\s+(?:that\s+)?(?P<told>\S[^;]{3,})"
)


def find_relatives(setting: Setting, part: Span) -> Iterator[Draft]:
    """What a relative clause within another's content tells: "pointed to the mayor, who spoke of two dead"."""
    text = setting.text
    if "who" not in part.text:
        return
    found = _WHO_TELLS.search(text, part.start, part.end)
    if found is None or found["source"].lower() in _WHO:
        return
    noun = _ANTECEDENT.match(text, part.start, found.end("source") + 1)
    source, cue = _source_and_cue(text, found)
    if noun is not None and is_subject(noun["noun"]):
        source = Span.cut(text, *noun.span("noun"))
    yield Draft(source, cue, [Span.cut(text, *found.span("told"))], SPEECH_CONFIDENCE)


_ANTECEDENT = re.compile(
    rf"(?:.*(?:\b(?:by|from|of|to|cites?|cited|quotes?|quoted|with|and)|[,:;])\s+)?(?P<noun>{_WORD}(?:\s+{_WORD}){{0,5}}),?\s+\Z",
    re.S,
)


def name_antecedents(text: str, drafts: Sequence[Draft]) -> None:
    """Within another's content, the speaker of "women who testified" is "women"."""
    for draft in drafts:
        if draft.source is None or draft.cue is None or draft.source.text.lower() not in _WHO:
            continue
        for outer in drafts:
            part = next((p for p in outer.content if p.holds(draft.source) and p.holds(draft.cue)), None)
            found = _ANTECEDENT.match(text, part.start, draft.source.start) if part is not None else None
            if found is not None and is_subject(found["noun"]):
                draft.source = Span.cut(text, *found.span("noun"))
                break
