"""Which days does a TIMEX3 value cover? Values to days and days to values."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date, date]

# Meteorological seasons of the northern half of the earth; winter runs into the next year.
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def month_of(year: int, month: int) -> str:
    """ "2016-03"."""
    return f"{year:04d}-{month:02d}"


def week_of(day: date) -> str:
    """The ISO week of a day: "2016-W11"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> str:
    """The calendar quarter of a day: "2016-Q1"."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def value_at(day: date, grain: str) -> str:
    """The value of the day, week, month, quarter, year, decade or century that holds the day."""
    return _VALUE_AT[grain](day)


_VALUE_AT: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "week": week_of,
    "weekend": lambda day: f"{week_of(day)}-WE",
    "month": lambda day: month_of(day.year, day.month),
    "quarter": quarter_of,
    "year": lambda day: f"{day.year:04d}",
    "decade": lambda day: f"{day.year // 10:03d}",
    "century": lambda day: f"{day.year // 100:02d}",
}


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, count: int, grain: str) -> date | None:
    """The day so many days, weeks, months, quarters, years, decades or centuries later; None off the calendar."""
    if grain in {"day", "week", "weekend"}:
        try:
            return day + timedelta(days=count * (1 if grain == "day" else 7))
        except OverflowError:
            return None
    months = count * {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}[grain]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_of(value: str | None) -> Days | None:
    """First and last day that a value covers; None for durations, sets and what is not on a calendar."""
    for pattern, read in _READERS if value else ():
        found = pattern.fullmatch(value or "")
        if found:
            try:
                return read(found)
            except (ValueError, OverflowError):
                return None
    return None


def precision_of(value: str | None) -> str | None:
    """hour, day, week, month, season, year or decade: how finely a calendar value says when."""
    for pattern, precision in _PRECISIONS if value else ():
        if pattern.fullmatch(value or ""):
            return precision
    return None


def _month_days(year: int, first: int, last: int) -> Days:
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _week_days(found: re.Match[str]) -> Days:
    first = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
    return first, first + timedelta(days=1 if found[3] else 6)


def _one_day(found: re.Match[str]) -> Days:
    day = date.fromisoformat(found[1])
    return day, day


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?"), _one_day),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _week_days),
    (re.compile(r"(\d{4})-(\d\d)"), lambda m: _month_days(int(m[1]), int(m[2]), int(m[2]))),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda m: _month_days(int(m[1]), int(m[2]) * 3 - 2, int(m[2]) * 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda m: _month_days(int(m[1]), int(m[2]) * 6 - 5, int(m[2]) * 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda m: _month_days(int(m[1]), *_SEASON_MONTHS[m[2]])),
    (re.compile(r"(\d{4})"), lambda m: _month_days(int(m[1]), 1, 12)),
    (re.compile(r"(\d{3})"), lambda m: (date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 9, 12, 31))),
    (re.compile(r"(\d\d)"), lambda m: (date(int(m[1]) * 100, 1, 1), date(int(m[1]) * 100 + 99, 12, 31))),
)

_PRECISIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d.*"), "hour"),
    (re.compile(r"\d{4}-\d\d-\d\d.*"), "day"),
    (re.compile(r"\d{4}-W\d\d-WE"), "week"),
    (re.compile(r"\d{4}-W\d\d"), "week"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}-(?:Q[1-4]|SP|SU|FA|WI|H[12])"), "season"),
    (re.compile(r"(?:\d{4}|BC\d{4})"), "year"),
    (re.compile(r"\d{3}"), "decade"),
)
