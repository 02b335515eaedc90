"""How many were killed and injured? Number words of an event with their bounds."""

from __future__ import annotations

from dateline.language.numbers import read_number
from dateline.model.marks import MarkedEvent
from dateline.model.span import NumberSpan, Span
from dateline.reading.events.scene import Scene


def find_tolls(_scene: Scene, event: MarkedEvent) -> tuple[tuple[NumberSpan, ...], tuple[NumberSpan, ...]]:
    """(killed, injured) of a marked event, in text order."""
    return _marked(event, "killed"), _marked(event, "injured")


def _marked(event: MarkedEvent, role: str) -> tuple[NumberSpan, ...]:
    return tuple(_number(span) for span in sorted({s for r, s, _ in event.roles if r == role}))


def _number(span: Span) -> NumberSpan:
    """The marked words with their bounds; a person without a number is one."""
    bounds = read_number(span.text)
    low, high = bounds if bounds is not None else (1, 1)
    return NumberSpan(span.start, span.end, span.text, low, high)
