"""Which days do a report's own words give to an event, precisely enough to keep it apart from others?"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from dateline.comparing.hours import names_a_day
from dateline.model.case import CaseEvent
from dateline.model.report import Basis

Days = tuple[date, date]

FIRM = frozenset({Basis.STATED, Basis.RELATIVE, Basis.INFERRED})
# A longer interval ("in recent months") dates nothing well enough to keep two events apart.
LONG_DAYS = 10
# What happened is told on its day or later; a day more for time zones.
AHEAD = timedelta(days=1)
_MONTHS = {name.lower()[:3]: number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
_MONTH = rf"({'|'.join((*month_name[1:], *month_abbr[1:], 'Sept'))})\b\.?"
_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?\b"
_DAY_OF_YEAR = re.compile(rf"\b{_MONTH}\s{_NUMBER}|\b{_NUMBER}\s(?:of\s)?{_MONTH}", re.IGNORECASE)
# A year that holds every day of the calendar.
LEAP_YEAR = 2000


def find_firm_days(events: Iterable[CaseEvent], published: Mapping[str, date | None]) -> dict[str, Days]:
    """Event id -> its firm days, for the events that have them. published: report id -> its day."""
    found = ((event.id, firm_days(event, published.get(event.report))) for event in events)
    return {event: days for event, days in found if days is not None}


def firm_days(event: CaseEvent, published: date | None) -> Days | None:
    """The days that the report's own words give to an event.

    None for what is too long, for an hour without a day, and for what is said to have happened after it was told.
    published: the report's day.
    """
    if event.date_basis not in FIRM or event.begin is None or event.end is None:
        return None
    if not any(names_a_day(words.text) for words in event.event.date):
        return None
    if published is not None and event.event.status == "actual" and event.begin > published + AHEAD:
        return None
    return (event.begin, event.end) if (event.end - event.begin).days <= LONG_DAYS else None


def days_of_year(words: str) -> frozenset[tuple[int, int]]:
    """The days named by month and day: "Jan. 13" in a report without a date is (1, 13), whatever the year."""
    found = ((m[1] or m[4], m[2] or m[3]) for m in _DAY_OF_YEAR.finditer(words))
    days = ((_MONTHS[month.lower()[:3]], int(day)) for month, day in found)
    return frozenset((month, day) for month, day in days if 1 <= day <= monthrange(LEAP_YEAR, month)[1])
