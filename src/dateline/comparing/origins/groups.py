"""Which reports carry one passage? Pairs that share the same words become one group of copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.comparing.origins.passages import Passage
from dateline.model.span import Span

# Two stretches of one report are the same passage when they overlap in this share of both together: a quotation
# inside a dispatch is a passage of its own.
SAME_STRETCH = 0.9


@dataclass(frozen=True, slots=True)
class Group:
    """One passage: its characters in each report (by index), the longest stretch where pairs differ, and its kind."""

    spans: dict[int, Span]
    kind: str
    words: int


def group_passages(passages: Sequence[Passage]) -> list[Group]:
    """The passages joined into groups, in the order of their first report."""
    ordered = sorted(passages, key=lambda p: (-p.words, p.a, p.b, p.in_a.start))
    stretches = _Stretches()
    for passage in ordered:
        stretches.join((passage.a, passage.in_a), (passage.b, passage.in_b))
    members: dict[int, list[Passage]] = {}
    for passage in ordered:
        members.setdefault(stretches.root(passage.a, passage.in_a), []).append(passage)
    groups = [_group(of_one) for of_one in members.values()]
    return sorted(groups, key=lambda g: min((report, span.start) for report, span in g.spans.items()))


class _Stretches:
    """Union-find over stretches of reports; a stretch finds the earlier one that it overlaps enough."""

    def __init__(self) -> None:
        self._parent: list[int] = []
        self._known: dict[int, list[tuple[Span, int]]] = {}

    def join(self, one: tuple[int, Span], other: tuple[int, Span]) -> None:
        a, b = self.root(*one), self.root(*other)
        self._parent[max(a, b)] = min(a, b)

    def root(self, report: int, span: Span) -> int:
        node = self._node(report, span)
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def _node(self, report: int, span: Span) -> int:
        known = self._known.setdefault(report, [])
        same, best = SAME_STRETCH, None
        for stretch, node in known:
            if stretch.start < span.end and span.start < stretch.end:
                overlap = _overlap(stretch, span)
                if overlap > same or (overlap == same and best is None):
                    same, best = overlap, node
        if best is not None:
            return best
        self._parent.append(len(self._parent))
        known.append((span, len(self._parent) - 1))
        return len(self._parent) - 1


def _overlap(a: Span, b: Span) -> float:
    """Shared characters over those of both together."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / (max(a.end, b.end) - min(a.start, b.start) or 1)


def _group(passages: Sequence[Passage]) -> Group:
    longest: dict[int, Span] = {}
    for passage in passages:
        for report, span in ((passage.a, passage.in_a), (passage.b, passage.in_b)):
            if report not in longest or len(span.text) > len(longest[report].text):
                longest[report] = span
    spans = dict(sorted(longest.items()))
    return Group(spans, passages[0].kind, passages[0].words)
