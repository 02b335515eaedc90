"""On which day is the feast? Easter, Thanksgiving and days counted from them."""

from __future__ import annotations

from datetime import date, timedelta


def feast_day(when: str, year: int) -> date | None:
    """The day of a feast as the lexicon writes it: "12-25", "easter-2", "thanksgiving"; None outside the calendar."""
    if not 1 <= year <= 9998:
        return None
    if when.startswith("easter"):
        return easter(year) + timedelta(days=int(when.removeprefix("easter")))
    if when == "thanksgiving":
        first = date(year, 11, 1)
        return first + timedelta(days=(4 - first.isoweekday()) % 7 + 21)
    month, day = map(int, when.split("-"))
    return date(year, month, day)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian method, Nature 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
