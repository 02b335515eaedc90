"""Where does an event's trigger stand? A scene is one text with all that the earlier steps found in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from dateline.model.claim import Claim
from dateline.model.marks import Marks
from dateline.model.mention import Chain, Mention
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.model.time import Time

# Where a new statement begins inside a sentence; commas alone do not end one.
_CLAUSE_BREAK = re.compile(
    r"[;:]\s|\s[-–—]{1,2}\s|,?\s(?:but|while|whereas|although|though|however|after which)\s|"
    r",\s(?:and|who|which|when|where|as|after|before)\s",
    re.IGNORECASE,
)


class ActorsFound(Protocol):
    """What the actors step hands on."""

    @property
    def mentions(self) -> Sequence[Mention]: ...

    @property
    def chains(self) -> Sequence[Chain]: ...

    def chain_at(self, span: Span) -> int | None:
        """The chain of a mention that stands at these words."""


@dataclass(frozen=True)
class Scene:
    """One text, its marks and the findings of the earlier steps. `published`: the report's day, None if unknown."""

    text: str
    marks: Marks
    sentences: Sequence[Span]
    times: Sequence[Time]
    places: Sequence[Place]
    actors: ActorsFound
    claims: Sequence[Claim]
    published: date | None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def places_in_order(self) -> list[Place]:
        """The places in the order of the text."""
        return sorted(self.places, key=lambda place: place.span)

    @cached_property
    def _place_starts(self) -> list[int]:
        return [place.span.start for place in self.places_in_order]

    def places_within(self, start: int, end: int) -> list[Place]:
        """The places whose words lie within these characters, in the order of the text."""
        first, last = bisect_left(self._place_starts, start), bisect_right(self._place_starts, end)
        return [place for place in self.places_in_order[first:last] if place.span.end <= end]

    @cached_property
    def _breaks(self) -> list[list[tuple[int, int]]]:
        return [[m.span() for m in _CLAUSE_BREAK.finditer(self.text, s.start, s.end)] for s in self.sentences]

    def sentence_index(self, span: Span) -> int:
        """The index of the sentence in which the span begins; -1 before the first."""
        return bisect_right(self._starts, span.start) - 1

    def sentence_at(self, span: Span) -> Span:
        """The sentence in which the span begins; the whole text if no sentence is known there."""
        index = self.sentence_index(span)
        if index < 0:
            return Span.cut(self.text, 0, len(self.text))
        sentence = self.sentences[index]
        return sentence if sentence.end >= span.end else Span.cut(self.text, sentence.start, span.end)

    def clause_at(self, span: Span) -> Span:
        """The clause around the span, roughly: the sentence cut at "but", "while", dashes, ", who" and the like."""
        sentence, index = self.sentence_at(span), self.sentence_index(span)
        start, end = sentence.start, sentence.end
        for break_start, break_end in self._breaks[index] if index >= 0 else ():
            if break_end <= span.start:
                start = break_end
            elif break_start >= span.end:
                end = break_start
                break
        return Span.cut(self.text, start, end)
