"""A stage on which the tests put marked events: words of a text become what the earlier steps would hand on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.marks import MarkedEvent, Marks
from dateline.model.mention import Chain, Mention
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.model.time import Time
from dateline.reading.events import find_events


def cut(text: str, words: str) -> Span:
    """The words' first span in the text; "word#2" for the second occurrence."""
    words, _, nth = words.partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


@dataclass(frozen=True)
class FakeActors:
    """Mentions by their words, each with the number of its chain."""

    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()

    def chain_at(self, span: Span) -> int | None:
        return next((m.chain for m in self.mentions if m.span.overlaps(span)), None)


@dataclass
class Stage:
    """One text with marked events, times, places and actors given by their words."""

    text: str
    events: list[MarkedEvent] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    published: date | None = None

    def mark(
        self,
        trigger: str,
        type_: str = "ASSAULT",
        mode: str | None = None,
        status: str = "actual",
        **roles: Sequence[str],
    ) -> Stage:
        fillers = tuple((role, cut(self.text, w), 0.9) for role, words in roles.items() for w in words)
        self.events.append(MarkedEvent(cut(self.text, trigger), type_, mode, status, fillers, 0.9))
        return self

    def time(
        self, words: str, begin: str | None, end: str | None = None, *, relative: bool = False, **other: str
    ) -> Stage:
        first, last = (date.fromisoformat(d) if d else None for d in (begin, end or begin))
        kind, value = other.get("kind", "DATE"), other.get("value")
        self.times.append(Time(cut(self.text, words), kind, value, first, last, relative))
        return self

    def place(self, words: str, precision: str = "town") -> Stage:
        self.places.append(Place(cut(self.text, words), words, 1, "XX", 1.0, 1.0, precision))
        return self

    def actor(self, words: str, chain: int) -> Stage:
        self.mentions.append(Mention(cut(self.text, words), "organisation", chain))
        return self

    def claim(self, content: str, modality: str = "said", cue: str | None = None) -> Stage:
        self.claims.append(
            Claim(None, cut(self.text, cue) if cue else None, (cut(self.text, content),), "indirect", modality=modality)
        )
        return self

    def read(self) -> tuple[Event, ...]:
        sentences = [Span(m.start(), m.end(), m[0]) for m in re.finditer(r"[^.\s][^.]*\.?", self.text)]
        found = find_events(
            self.text,
            Marks(events=tuple(self.events)),
            sentences,
            self.times,
            self.places,
            FakeActors(tuple(self.mentions)),
            self.claims,
            self.published,
        )
        for event in found:
            spans = (event.trigger, *event.place, *event.date, *event.killed, *event.injured)
            assert all(self.text[s.start : s.end] == s.text for s in spans)
        return found

    def only(self) -> Event:
        (event,) = self.read()
        return event


@pytest.fixture
def stage() -> Callable[[str], Stage]:
    return Stage
