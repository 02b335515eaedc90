"""A claim while its parts are still being put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dateline.model.marks import MarkedClaim
from dateline.model.mention import Chain, Mention
from dateline.model.span import Span


class Actors(Protocol):
    """What claims need to know of the step that finds actors."""

    @property
    def mentions(self) -> Sequence[Mention]: ...

    @property
    def chains(self) -> Sequence[Chain]: ...

    def chain_at(self, span: Span) -> int | None:
        """Index of the chain that words stand for."""


@dataclass(slots=True, eq=False)
class Draft:
    """Source, cue and content as found so far; content in order of position, parts apart from each other."""

    source: Span | None
    cue: Span | None
    content: list[Span]
    confidence: float = 1.0
    via: list[Span] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(s.start for s in self.spans())

    def spans(self) -> list[Span]:
        """All its spans."""
        return [s for s in (self.source, self.cue, *self.content) if s is not None]

    @property
    def end(self) -> int:
        return max(s.end for s in self.spans())

    def size(self) -> int:
        """Characters of content."""
        return sum(s.end - s.start for s in self.content)

    def holds(self, span: Span) -> bool:
        """Whether one part of the content holds the words."""
        return any(part.holds(span) for part in self.content)

    def add(self, text: str, new: Span) -> None:
        """Adds words to the content; parts that meet become one."""
        start, end = new.start, new.end
        apart = []
        for part in self.content:
            if part.start <= end and start <= part.end:
                start, end = min(start, part.start), max(end, part.end)
            else:
                apart.append(part)
        self.content = sorted([*apart, Span.cut(text, start, end)])


def neighbours(drafts: Sequence[Draft], reach: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs of indices, each pair in both orders, of drafts that overlap or lie within `reach` characters."""
    order = sorted(range(len(drafts)), key=lambda i: drafts[i].start)
    bounds = [(drafts[i].start, drafts[i].end) for i in order]
    for at, first in enumerate(order):
        for later in range(at + 1, len(order)):
            if bounds[later][0] > bounds[at][1] + reach:
                break
            yield first, order[later]
            yield order[later], first


def drafts_of(marked: Iterable[MarkedClaim]) -> list[Draft]:
    """Drafts of what the model marked; what has neither content nor cue is left out."""
    return [Draft(m.source, m.cue, sorted(m.content), m.confidence) for m in marked if m.content or m.cue]
