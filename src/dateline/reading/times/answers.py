"""What does an expression mean? The answer of a resolver."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from re import Match

from dateline.reading.times.context import Context
from dateline.reading.times.values import Days


@dataclass(frozen=True, slots=True)
class Answer:
    """Type and value in TIMEX3's terms; `days` where the interval is not the one that the value names.

    `skip` leaves characters at the start of the match out of the expression; `anchors`: later times may count from it.
    """

    type: str
    value: str | None
    relative: bool = False
    days: Days | None = None
    anchors: bool = True
    skip: int = 0


# None: the words are no time after all.
Resolver = Callable[[Match[str], Context], Answer | None]


def dated(value: str | None, *, relative: bool = False) -> Answer:
    """A DATE."""
    return Answer("DATE", value, relative)
