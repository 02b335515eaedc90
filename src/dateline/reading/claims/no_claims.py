"""Which claims are none? Drops silence, deeds done in words, what a speaker says of himself, and what was misread."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.reading.claims.drafts import Actors, Draft
from dateline.reading.claims.linking import is_told_by_another
from dateline.reading.claims.mending import is_quoted
from dateline.reading.claims.subjects import SELF


def without_none(drafts: Sequence[Draft], actors: Actors) -> list[Draft]:
    """The drafts that are claims, each judged beside those that the judgement before it left."""
    kept = [d for d in drafts if d.cue or d.source or not is_told_by_another(d, drafts)]
    kept = [d for d in kept if not _is_misread(d, kept) and not _is_deed(d) and not _is_silence(d)]
    return [d for d in kept if not _is_own(d, kept, actors)]


def _is_misread(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether another claim has the same cue and what this one takes for content is that one's speaker."""
    return any(
        other is not draft and other.cue == draft.cue is not None and other.source is not None
        and other.source != draft.source and all(part.overlaps(other.source) for part in draft.content)
        for other in drafts
    )  # fmt: skip


def _is_own(draft: Draft, drafts: Sequence[Draft], actors: Actors) -> bool:
    """Whether a claim is what the speaker around it says of himself: "the governor said he had ordered a probe"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or source.text.lower() not in SELF:
        return False
    chain = actors.chain_at(source)
    return any(
        other is not draft and other.source is not None and other.holds(cue) and other.holds(source)
        and (chain is None or actors.chain_at(other.source) in (chain, None))
        and not any(is_quoted(part) for part in other.content if part.holds(cue))
        for other in drafts
    )  # fmt: skip


_DEED = re.compile(r"(?:has |have |had |also |then |formally |later )*(?:declar|proclaim)(?:es?|ed)", re.I)
_CONFERRED = re.compile(
    r"(?:(?:its|his|her|their|itself|himself|herself|themselves|him|her|them)\b|(?:an?|the)?\s*(?:\w+\s+){0,2}?"
    r"(?:caliphate|emirate|republic|state(?: of emergency)?|martial law|independence|curfew|winner|holiday|mourning)\b)"
    r"(?!.*[\"“”‘])(?!.*\b(?:need|that|to|is|are|was|were|has|have|had|will|would|must|should|could|can)\b)",
    re.I | re.S,
)


def _is_deed(draft: Draft) -> bool:
    """Whether a cue does something rather than tell it: "declared a state of emergency", "declared himself emir"."""
    deed = draft.cue is not None and _DEED.fullmatch(draft.cue.text) is not None
    return deed and len(draft.content) == 1 and _CONFERRED.match(draft.content[0].text) is not None


_SILENT = re.compile(r"(?:(?:has|have|had)\s+)?(?:declin|refus)(?:e[sd]?|ing)(?P<to>\s+to\s+comment\b)?", re.I)
_NO_SAYING = re.compile(r"to\s+(?:comment|elaborate|discuss|be\s+(?:named|identified|drawn)|give\s+details)\b", re.I)


def _is_silence(draft: Draft) -> bool:
    """Whether a cue tells that nothing was said: "declined to comment"."""
    found = _SILENT.match(draft.cue.text) if draft.cue else None
    if found is None:
        return False
    return found["to"] is not None or bool(draft.content and _NO_SAYING.match(draft.content[0].text))
