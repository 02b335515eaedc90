"""How many dead and injured does one telling give?"""

from __future__ import annotations

from dateline.comparing.incidents.tellings import Telling
from dateline.model.span import NumberSpan

Toll = tuple[int | None, int | None]
"""Killed and injured."""


def toll_of(telling: Telling) -> Toll:
    """The largest numbers of killed and of injured that a telling states, None where it states none."""
    killed = [_least(n) for e in telling.events for n in e.event.killed]
    injured = [_least(n) for e in telling.events for n in e.event.injured]
    return max(killed, default=None), max(injured, default=None)


def _least(number: NumberSpan) -> int:
    return number.low if number.low is not None else number.high or 0
