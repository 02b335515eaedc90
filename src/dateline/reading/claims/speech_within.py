"""Whose very words are told within another's telling? Reads 'X said a guard hissed: "…"' and "women who say that"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.language.quotations import Quotation, find_quotations
from dateline.lexicons.reporting_verbs import speech_forms
from dateline.lexicons.speakers import word_set
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft
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


def add_speech_within(text: str, drafts: list[Draft]) -> None:
    """Adds the claims of those whose direct speech, behind a colon, stands in another claim's content."""
    quotations = [q for q in find_quotations(text) if q.is_speech]
    for draft in list(drafts):
        for part in draft.content:
            for inner in (*_told_in(text, part, quotations), *_told_in_quotation(text, part)):
                if inner.cue is None or not _is_marked(inner.cue, drafts):
                    drafts.append(inner)


def _is_marked(cue: Span, drafts: Sequence[Draft]) -> bool:
    """Whether a claim has these words in its cue or source already."""
    return any(s is not None and s.overlaps(cue) for d in drafts for s in (d.cue, d.source))


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


_NOUN = (
    r"(?:claims?|allegations?|accusations?|assertions?|complaints?|reports?|statements?|warnings?|promises?|pledges?|"
    r"threats?|denials?|suggestions?|testimony|insistence)"
)
_BY_SOMEBODY = re.compile(
    rf"\b(?P<cue>{_NOUN}\s+(?:by|from))\s+(?P<source>{_WORD}(?:\s+{_WORD}){{0,6}}?)\s+that\s+(?P<told>{_WORD}\s[^;]{{8,}})"
)
_SOMEBODYS = re.compile(
    rf"(?P<source>(?:(?:the|its|his|her|their)\s+)?(?:{_WORD}\s+){{0,3}}?[^\s,;:.!?\"“”()]*(?:['’]s|s['’]))\s+"
    rf"(?:(?!and\b|or\b)\w+\s+){{0,2}}?(?P<cue>{_NOUN})\s+that\s+(?P<told>{_WORD}\s[^;]{{8,}})"
)


def add_nouns_of_telling(text: str, drafts: list[Draft]) -> None:
    """Adds what a noun tells within another's content: "called baseless a claim by Norland that it armed them"."""
    for draft in list(drafts):
        for part in [p for p in draft.content if p.text[:1] not in "\"“'‘«"]:
            found = _BY_SOMEBODY.search(part.text) or _SOMEBODYS.match(part.text)
            if found is None or not is_subject(found["source"].removesuffix("'s").removesuffix("’s")):
                continue
            source, cue, told = (
                Span.cut(text, part.start + found.start(g), part.start + found.end(g))
                for g in ("source", "cue", "told")
            )
            if not any(d is not draft and d.cue is not None and d.cue.overlaps(cue) for d in drafts):
                drafts.append(Draft(source, cue, [told], SPEECH_CONFIDENCE))


_ASSERTED = re.compile(
    rf"(?P<not>\bnot)?,\s+as\s+(?P<source>{_WORD}(?:\s+{_WORD}){{0,5}}?)\s+(?P<cue>(?:has|have|had)?\s*"
    r"(?:claim(?:s|ed)?|assert(?:s|ed)?|alleg(?:es?|ed)|maintain(?:s|ed)?|contend(?:s|ed)?|insist(?:s|ed)?|said|says?)),\s+"
    r"(?P<behind>[^,;.]+)"
)


def add_asserted(text: str, drafts: list[Draft]) -> None:
    """Adds the claim of an aside: "a rocket and not, as they assert, a plane", "the dam, as he says, was mined"."""
    for draft in list(drafts):
        for part in [p for p in draft.content if ", as " in p.text]:
            found = _ASSERTED.search(text, part.start, part.end)
            if found is None or not is_subject(found["source"]):
                continue
            source, cue = _source_and_cue(text, found)
            behind = Span.cut(text, *found.span("behind"))
            ahead = Span.cut(text, part.start, found.start())
            if _is_marked(cue, drafts):
                continue
            drafts.append(Draft(source, cue, [behind] if found["not"] else [ahead, behind], SPEECH_CONFIDENCE))


_WERE_TOLD = re.compile(
    r"\b(?P<cue>(?:(?:ha[sd]|have)\s+been|was|were)\s+(?:told|informed|warned|assured|promised))\s+"
    r"(?:that\s+|(?=(?:he|she|they|it|there|his|her|their|the)\s))(?P<told>\S[^;]{8,})"
)


def add_told(text: str, drafts: list[Draft]) -> None:
    """Adds what somebody was told by nobody named within another's content: "the men had been told they were free"."""
    for draft in list(drafts):
        for part in list(draft.content):
            found = _WERE_TOLD.search(text, part.start, part.end)
            cue = Span.cut(text, *found.span("cue")) if found else None
            if found is None or cue is None or any(d.cue is not None and d.cue.overlaps(cue) for d in drafts):
                continue
            drafts.append(Draft(None, cue, [Span.cut(text, *found.span("told"))], SPEECH_CONFIDENCE))


_SAYING = (
    r"(?:say(?:s|ing)?|said|claim(?:s|ed|ing)?|assert(?:s|ed|ing)?|alleg(?:es?|ed|ing)|insist(?:s|ed|ing)?|believes?)"
)
_WHO_TELLS = re.compile(
    rf"(?P<source>{_WORD}(?:\s+{_WORD}){{0,3}}?),?\s+who\s+(?P<cue>(?:(?:has|have|had|also|later)\s+)*"
    rf"(?:(?:spoke|speaks|spoken|warned|warns|complained|complains)\s+of|(?:{_SAYING}|told\s+\w+|testified|reported)(?=\s+that\s)))"
    r"\s+(?:that\s+)?(?P<told>\S[^;]{3,})"
)


def add_relatives(text: str, drafts: list[Draft]) -> None:
    """Adds what a relative clause within another's content tells: "pointed to the mayor, who spoke of two dead"."""
    for draft in list(drafts):
        for part in [p for p in draft.content if " who " in p.text]:
            found = _WHO_TELLS.search(text, part.start, part.end)
            if found is None or found["source"].lower() in _WHO:
                continue
            noun = _ANTECEDENT.match(text, part.start, found.end("source") + 1)
            source, cue = _source_and_cue(text, found)
            if noun is not None and is_subject(noun["noun"]):
                source = Span.cut(text, *noun.span("noun"))
            if _is_marked(cue, drafts):
                continue
            drafts.append(Draft(source, cue, [Span.cut(text, *found.span("told"))], SPEECH_CONFIDENCE))


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
