"""In whose very words? Tells direct, mixed and indirect claims apart by the quotation marks in their contents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.language.quotations import Quotation, find_quotations, is_title
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft


def find_kinds(text: str, drafts: Sequence[Draft], outer: Sequence[int | None]) -> list[str]:
    """For each draft "direct" when all of its content stands in quotation marks, "mixed" when some does, or "indirect".

    Marks around a name or title do not count, nor those that the claim itself stands inside of, nor those that
    belong to somebody whom the claim quotes in turn.
    """
    quotations = [q for q in find_quotations(text) if not is_title(q.inner.text) or q.is_speech]
    starts = [q.span.start for q in quotations]
    told: list[list[Span]] = [[] for _ in drafts]
    for at, up in enumerate(outer):
        while up is not None:
            told[up] += drafts[at].content
            up = outer[up]
    return [
        _kind(draft, _own(draft, _within(draft, quotations, starts), inner))
        for draft, inner in zip(drafts, told, strict=True)
    ]


def _within(draft: Draft, quotations: Sequence[Quotation], starts: Sequence[int]) -> Sequence[Quotation]:
    """The quotations that begin between the first and last words of a claim."""
    return quotations[bisect_left(starts, draft.start - 2) : bisect_left(starts, draft.end + 1)]


def _own(draft: Draft, quotations: Sequence[Quotation], inner: Sequence[Span]) -> list[Span]:
    """The quotations whose words are the claim's speaker's own."""
    told = [s for s in (draft.source, draft.cue) if s is not None]
    return [
        q.span
        for q in quotations
        if not any(q.span.overlaps(s) for s in told) and not any(_same(q.span, other) for other in inner)
    ]


def _same(quotation: Span, told: Span) -> bool:
    """Whether a quotation is (in) what an inner claim tells."""
    return told.start <= quotation.start + 1 and quotation.end <= told.end + 1


def _kind(draft: Draft, quoted: Sequence[Span]) -> str:
    inside = [any(q.start <= p.start + 1 and p.end <= q.end + 1 for q in quoted) for p in draft.content]
    if inside and all(inside):
        return "direct"
    partly = any(p.start <= q.start and q.end <= p.end + 1 for p in draft.content for q in quoted)
    return "mixed" if partly or any(inside) else "indirect"
