"""How far apart in time are two tellings, and does that make them two happenings?"""

from __future__ import annotations

from datetime import date, timedelta

from dateline.comparing.incidents.dates import LEAP_YEAR
from dateline.comparing.incidents.tellings import Telling

# What is told without a date happened mostly within these days before publication.
FRESH = timedelta(days=6)
# Two firm dates this many days apart are still one happening (midnight, time zones, a slip); beyond, two.
SLIP_DAYS = 1
# "Saturday" in a page saved or updated later is resolved a week or two late.
WEEKS_LATE = 2
WEEK = 7
LEAP_DAYS = 366
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def gap_days(a: Telling, b: Telling) -> int | None:
    """Whole days between the days that two tellings allow, 0 when they touch, None when either is open.

    "Jan. 13" in a report without a date is compared with the other's days as if the year were the same.
    """
    one, other = _window(a), _window(b)
    if one is None or other is None:
        return _gap_in_year(_days_of_year(a), _days_of_year(b))
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


def are_days_apart(a: Telling, b: Telling) -> bool:
    """Whether the words of two reports give days that cannot be of one happening."""
    gap = gap_days(a, b) if is_dated(a) and is_dated(b) else None
    return gap is not None and gap > SLIP_DAYS and not is_same_weekday(a, b)


def is_dated(telling: Telling) -> bool:
    """Whether a report's own words give the day."""
    return telling.firm or (telling.end is None and bool(telling.days_of_year))


def _days_of_year(telling: Telling) -> frozenset[tuple[int, int]]:
    if not telling.firm or telling.begin is None or telling.end is None:
        return telling.days_of_year
    length = (telling.end - telling.begin).days
    days = (telling.begin + timedelta(days=n) for n in range(length + 1))
    return frozenset((day.month, day.day) for day in days)


def _gap_in_year(a: frozenset[tuple[int, int]], b: frozenset[tuple[int, int]]) -> int | None:
    """Days between the nearest two of days that bear no year, across New Year where that is shorter."""
    gaps = [abs((date(LEAP_YEAR, *one) - date(LEAP_YEAR, *other)).days) for one in a for other in b]
    return min((min(gap, LEAP_DAYS - gap) for gap in gaps), default=None)


def is_same_weekday(a: Telling, b: Telling) -> bool:
    """Both say "Saturday", and only the days of publication put whole weeks between them."""
    if not a.date_words & b.date_words & WEEKDAYS:
        return False
    gap = gap_days(a, b)
    return gap is not None and gap % WEEK == 0 and gap <= WEEKS_LATE * WEEK


def _window(telling: Telling) -> tuple[date, date] | None:
    """First and last day that a telling allows; an open beginning is taken to be fresh news."""
    if telling.end is None:
        return None
    return telling.begin or telling.end - FRESH, telling.end
