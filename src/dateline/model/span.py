"""Which characters? Every finding points at the words that it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of a report's text, in Unicode code points; `text` repeats them."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """The span of these characters of the text."""
        return cls(start, end, text[start:end])

    def holds(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def to_dict(self) -> dict[str, object]:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True, order=True)
class NumberSpan(Span):
    """The words of a number with its bounds: "at least 30" is (30, None), "nobody" (0, 0).

    `low` None: the words give no lower bound ("up to 30" is (None, 30)).
    """

    low: int | None = None
    high: int | None = None

    def to_dict(self) -> dict[str, object]:
        return {**Span.to_dict(self), "low": self.low, "high": self.high}
