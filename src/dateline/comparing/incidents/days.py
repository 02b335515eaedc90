"""How far apart in time are two tellings, and does that make them two happenings?"""

from __future__ import annotations

from datetime import date, timedelta

from dateline.comparing.incidents.tellings import Telling

# What is told without a date happened mostly within these days before publication.
FRESH = timedelta(days=6)
# Two firm dates this many days apart are still one happening (midnight, time zones, a slip); beyond, two.
SLIP_DAYS = 1
# "Saturday" in a page saved or updated later is resolved a week or two late.
WEEKS_LATE = 2
WEEK = 7
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def gap_days(a: Telling, b: Telling) -> int | None:
    """Whole days between the days that two tellings allow, 0 when they touch, None when either is open."""
    one, other = _window(a), _window(b)
    if one is None or other is None:
        return None
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


def are_days_apart(a: Telling, b: Telling) -> bool:
    """Whether the words of two reports give days that cannot be of one happening."""
    gap = gap_days(a, b) if a.firm and b.firm else None
    return gap is not None and gap > SLIP_DAYS and not _is_same_weekday(a, b, gap)


def _is_same_weekday(a: Telling, b: Telling, gap: int) -> bool:
    """Both say "Saturday", and only the days of publication put whole weeks between them."""
    return gap % WEEK == 0 and gap <= WEEKS_LATE * WEEK and bool(a.date_words & b.date_words & WEEKDAYS)


def _window(telling: Telling) -> tuple[date, date] | None:
    """First and last day that a telling allows; an open beginning is taken to be fresh news."""
    if telling.end is None:
        return None
    return telling.begin or telling.end - FRESH, telling.end
