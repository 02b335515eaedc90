"""What belongs together? Joins cues, sources and contents that the model marked but left apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dateline.language.attributions import find_speaker
from dateline.lexicons.reporting_verbs import reporting_verbs
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft

NEAR = 60
"""Characters between a cue (or its source) and a content that belong together without a mark that says so."""
CLAUSE_CONFIDENCE = 0.5
"""Of claims whose content is only the rest of the sentence around source and cue."""

_GAP = re.compile(r"[\s,:;\"“”'‘’«»()–—-]*(?:that|to|of|how|why|whether|as|for|about)?\s*", re.I)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being)\s+(?:\w+ly\s+)?\w+(?:ed|wn|ld|id|nt)\b(?!\s+as\s+saying)", re.I
)


class Sentences:
    """Which sentence do words stand in?"""

    def __init__(self, sentences: Sequence[Span], length: int) -> None:
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._length = length

    def around(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that a character stands in."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return 0, self._length
        return self._sentences[index].start, self._sentences[index].end


def link_parts(text: str, drafts: list[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts with their missing sources, cues and contents found, as far as the sentence around them shows them.

    What stays without source and cue is kept only where it is a quotation; a cue without content is none.
    """
    _adopt_contents(text, drafts, sentences)
    for draft in drafts:
        if draft.cue is not None and draft.source is None:
            _find_source(text, draft, sentences)
        if draft.cue is not None and draft.source is not None and not draft.content:
            _find_clause(text, draft, drafts, sentences)
    return [d for d in drafts if d.content]


def _adopt_contents(text: str, drafts: list[Draft], sentences: Sentences) -> None:
    """Gives contents without source and cue to the nearest cue of their sentence that has none."""
    tellers = [d for d in drafts if d.cue is not None]
    for orphan in [d for d in drafts if d.cue is None and d.source is None and d.content]:
        begin, stop = sentences.around(orphan.start)
        near = [t for t in tellers if t.cue is not None and begin <= t.cue.start < stop]
        best = min(near, key=lambda t: _distance(text, orphan, t), default=None)
        if best is not None and _distance(text, orphan, best) <= NEAR:
            for part in orphan.content:
                best.add(text, part)
            orphan.content = []


def _distance(text: str, orphan: Draft, teller: Draft) -> float:
    """Characters between a content and the words that may tell it; more where other content lies between or is there."""
    told = [s for s in (teller.source, teller.cue) if s is not None]
    part = orphan.content[0]
    if any(part.overlaps(s) for s in told):
        return 10 * NEAR
    before = min(s.start for s in told) - orphan.content[-1].end
    after = part.start - max(s.end for s in told)
    gap = text[orphan.content[-1].end : min(s.start for s in told)] if before >= 0 else ""
    gap = gap or text[max(s.end for s in told) : part.start]
    distance = max(before, after)
    if distance < 0 or (teller.content and (not _GAP.fullmatch(gap) or (teller.size() > 0 and before < 0))):
        return 10 * NEAR
    return distance + (NEAR / 2 if teller.content else 0) + (0 if _GAP.fullmatch(gap) else 10)


def _find_source(text: str, draft: Draft, sentences: Sentences) -> None:
    """The subject before the cue, or the name behind it after a quotation ("…," said X)."""
    assert draft.cue is not None
    if _PASSIVE.search(draft.cue.text) or not _is_verb(draft.cue.text):
        return
    begin, stop = sentences.around(draft.cue.start)
    content_before = [p.end for p in draft.content if p.end <= draft.cue.start]
    found = find_speaker(text, draft.cue, max([begin, *content_before]), stop)
    if found is not None and not any(found.overlaps(part) for part in draft.content):
        draft.source = found


def _is_verb(cue: str) -> bool:
    verbs = reporting_verbs()
    return any(w in verbs for w in cue.lower().split())


def _find_clause(text: str, draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """The rest of the sentence as content: what stands before "…, X said.", else what follows the cue."""
    assert draft.cue is not None and draft.source is not None
    if not _is_verb(draft.cue.text):
        return
    begin, stop = sentences.around(draft.cue.start)
    first, last = min(draft.cue.start, draft.source.start), max(draft.cue.end, draft.source.end)
    lead = text[begin:first].rstrip()
    if lead.endswith((",", "”", '"')) and len(lead.split()) >= 4:
        clause = (begin, begin + len(lead.rstrip(",")))
    else:
        after = re.match(r"\s*(?:that\s+)?", text[last:stop])
        start = last + (after.end() if after else 0)
        clause = (start, start + len(text[start:stop].rstrip(" .")))
    span = Span.cut(text, *clause)
    taken = any(o is not draft and o.cue and span.start <= o.cue.start < span.end for o in drafts)
    if len(span.text.split()) >= 3 and span.text[:1] not in ",;:" and not taken:
        draft.content = [span]
        draft.confidence = min(draft.confidence, CLAUSE_CONFIDENCE)
