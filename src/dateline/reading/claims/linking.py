"""What belongs together? Joins cues, sources and contents that the model marked but left apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft
from dateline.reading.claims.mending import Sentences, is_quoted, mend

NEAR = 60
"""Characters between a cue (or its source) and a content that belong together without a mark that says so."""

_GAP = re.compile(r"[\s,:;\"“”'‘’«»()–—-]*(?:that|to|of|how|why|whether|as|for|about)?\s*", re.I)


def link_parts(text: str, drafts: list[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts with their missing sources, cues and contents found, as far as the sentence around them shows them.

    What stays without source and cue is kept only where it is a quotation; a cue without content is none.
    """
    drafts = _without_doubles(text, drafts)
    drafts += [orphan for d in drafts for orphan in _release_far(d, drafts, sentences)]
    _hand_over(text, drafts)
    _adopt_contents(text, drafts, sentences)
    for draft in drafts:
        mend(text, draft, drafts, sentences)
    kept = [d for d in drafts if d.content and (d.cue or d.source or is_quoted(d.content[0]))]
    return [d for d in kept if d.cue or d.source or not is_told_by_another(d, kept)]


def is_told_by_another(orphan: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether all of a content that nobody tells stands in another claim's that somebody tells."""
    return any(o.cue is not None and o is not orphan and all(map(o.holds, orphan.content)) for o in drafts)


def _without_doubles(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those with the same cue and no source of their own made one."""
    kept: dict[tuple[int, int], Draft] = {}
    rest = []
    for draft in sorted(drafts, key=lambda d: d.source is None):
        key = (draft.cue.start, draft.cue.end) if draft.cue else None
        if key is None or key not in kept:
            rest.append(draft)
            if key is not None:
                kept[key] = draft
        elif draft.source is None or draft.source == kept[key].source:
            for part in draft.content:
                kept[key].add(text, part)
        else:
            rest.append(draft)
    return rest


def _hand_over(text: str, drafts: Sequence[Draft]) -> None:
    """Gives a content right behind another claim's cue to that claim ("thanked them and said it was over")."""
    cues = sorted((d.cue.end, i) for i, d in enumerate(drafts) if d.cue is not None)
    for draft in drafts:
        if draft.cue is None or len(draft.content) < 2:
            continue
        for part in [p for p in draft.content if p.start > draft.cue.end and not is_quoted(p)]:
            at = bisect_right(cues, (part.start, len(drafts))) - 1
            end, index = cues[at]
            other = drafts[index]
            if other is draft or other.cue is None or other.cue.start <= draft.cue.end:
                continue
            if _GAP.fullmatch(text[end : part.start]) and not any(p.overlaps(other.cue) for p in draft.content):
                draft.content.remove(part)
                other.add(text, part)


def _release_far(draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """Takes contents away that stand in another sentence than their cue, where that sentence has a cue of its own.

    Quotations go on over sentences and stay.
    """
    if draft.cue is None or not draft.content:
        return []
    far = [p for p in draft.content if not is_quoted(p) and _is_elsewhere(p, draft, drafts, sentences)]
    draft.content = [p for p in draft.content if p not in far]
    kept = [p for p in far if not any(p in d.content for d in drafts if d is not draft)]
    return [Draft(None, None, [p], draft.confidence) for p in kept]


def _is_elsewhere(part: Span, draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> bool:
    assert draft.cue is not None
    begin, stop = sentences.around(part.start)
    if begin <= draft.cue.start < stop or part.start <= draft.cue.start < part.end:
        return False
    return any(d is not draft and d.cue and begin <= d.cue.start < stop for d in drafts)


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
    """Characters between a content and the words that may tell it; more where other content lies between."""
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
