"""Who says that who says it? Finds for each claim the claim whose content holds it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft, neighbours


def find_outer(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the smallest one whose content holds its cue and content, None for outermost ones."""
    outer: list[int | None] = [None] * len(drafts)
    sizes = [d.size() for d in drafts]
    for at, inner in neighbours(drafts):
        best = outer[inner]
        if (best is None or sizes[at] < sizes[best]) and _holds(drafts[at], drafts[inner]):
            outer[inner] = at
    return [None if _in_circle(at, outer) else up for at, up in enumerate(outer)]


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether all that the inner claim is made of stands in the outer one's content, and the outer says more."""
    if inner.cue is None and inner.source is None:
        return False
    told = [s for s in (inner.cue, inner.source) if s is not None]
    return all(map(outer.holds, told)) and all(_mostly(outer, part) for part in inner.content)


def _mostly(outer: Draft, part: Span) -> bool:
    """Whether a part lies in the outer content but for a mark at its ends."""
    return any(o.start - 1 <= part.start and part.end <= o.end + 1 for o in outer.content)


def _in_circle(at: int, outer: Sequence[int | None]) -> bool:
    """Whether following the outer claims leads back: two that hold each other hold neither."""
    seen, up = {at}, outer[at]
    while up is not None:
        if up in seen:
            return up == at
        seen.add(up)
        up = outer[up]
    return False
