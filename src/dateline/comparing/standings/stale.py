"""Which tolls did later ones overtake? A rising toll is an update, not a dispute."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from dateline.comparing.standings.lists import Bounds
from dateline.comparing.standings.tolls import Toll


def current(tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls without stale ones: a figure that a later report raised is an update, not a dispute.

    A toll is stale when it is lower than one of a report published on a later day, or when its own origin gave
    another one later.
    """
    later = _Later(tolls)
    return [toll for toll in tolls if not later.raises(toll)]


def is_raised(toll: Toll, later: Toll) -> bool:
    """Whether a later report gives more, or its own origin another figure; or the same report does."""
    if toll.earlier and toll.report == later.report and toll.low < later.low:
        return True
    if toll.day is None or later.day is None or later.day <= toll.day:
        return False
    if later.uncounted:
        return False
    return (toll.low < later.low and not later.scattered) or (
        later.origin == toll.origin and (later.low, later.high) != (toll.low, toll.high) and not later.partial
    )


class _Later:
    """What later days say: whether is_raised holds of a toll and any of the others, without asking each of them. Of an
    incident that a thousand reports tell there are a million pairs."""

    def __init__(self, tolls: Sequence[Toll]) -> None:
        self._most_of_report: dict[str, int] = {}
        most_on: dict[date, int] = {}
        self._last_given: dict[str, dict[Bounds, date]] = {}
        for toll in tolls:
            self._most_of_report[toll.report] = max(toll.low, self._most_of_report.get(toll.report, 0))
            if toll.day is None or toll.uncounted:
                continue
            if not toll.scattered:
                most_on[toll.day] = max(toll.low, most_on.get(toll.day, 0))
            if not toll.partial:
                given = self._last_given.setdefault(toll.origin, {})
                given[toll.low, toll.high] = max(toll.day, given.get((toll.low, toll.high), toll.day))
        self._days = sorted(most_on)
        falling = accumulate((most_on[day] for day in reversed(self._days)), max)
        self._most_since = [*reversed(list(falling)), -1]

    def raises(self, toll: Toll) -> bool:
        """Whether any of the tolls raises this one."""
        if toll.earlier and toll.low < self._most_of_report.get(toll.report, 0):
            return True
        if toll.day is None:
            return False
        if toll.low < self._most_since[bisect_right(self._days, toll.day)]:
            return True
        given = self._last_given.get(toll.origin, {})
        return any(day > toll.day and figure != (toll.low, toll.high) for figure, day in given.items())
