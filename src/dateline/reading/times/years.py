"""Which year? Years in words and figures, and the year of a date that names none."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from dateline.reading.times.context import Context
from dateline.reading.times.pieces import YEAR
from dateline.reading.times.values import make_day
from dateline.reading.times.vocabulary import MONTH, MONTHS, NUMBERS

# Without a verb that decides, a bare month up to so many months ahead is the coming one (tuned on TimeBank).
_MONTHS_AHEAD = 4


def read_year(words: str, context: Context) -> int | None:
    """The year that "1984", "'84" or "nineteen eighty-four" names."""
    if words.isdigit() and len(words) == 4:
        return int(words)
    if words.startswith("'") or (words.isdigit() and len(words) == 2):
        return full_year(int(words.strip("'")), context)
    parts = [part for part in re.split(r"[\s-]+", words) if part not in {"and", "hundred", "oh"}]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(NUMBERS.get(part, 0) for part in parts[2:])
    return NUMBERS.get(parts[0], 0) * 100 + sum(NUMBERS.get(part, 0) for part in parts[1:]) if parts else None


def full_year(short: int, context: Context) -> int:
    """The year with these last two digits that lies nearest to what the text speaks of."""
    near = context.published.year if context.published else context.last_year or 2000
    return min((century * 100 + short for century in range(15, 22)), key=lambda year: abs(year - near - 0.5))


def relative_year(words: str, context: Context) -> int | None:
    """The year of "last year", "the same year", "of that year"."""
    if any(word in words for word in ("that", "same", "following", "previous")):
        year = context.last_year or (context.published.year if context.published else None)
    else:
        year = context.published.year if context.published else None
    if year is None:
        return None
    return year + (1 if re.search("next|following", words) else -1 if re.search("last|previous", words) else 0)


def year_in(found: Match[str], context: Context) -> tuple[int | None, bool]:
    """(year, whether it is named outright) of a match with the year groups of the grammar."""
    groups = found.groupdict()
    words = groups.get("year") or groups.get("year_dashed")
    if words:
        return read_year(words, context), True
    if groups.get("year_rel"):
        return relative_year(groups["year_rel"], context), False
    return None, False


_SHARED_YEAR = re.compile(
    rf"\s?(?:-|,|to|and|or|until|till|through|from)\s?(?:(?:from|to|early|late|mid|the end of)[ -])?"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?P<month>{MONTH})(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?|\d{{1,2}}),?\s"
    rf"(?P<year>{YEAR})\b"
)


def shared_year(month: int, context: Context, end: int) -> int | None:
    """The year that follows a second date: 1988 for the May of "May 15 to August 16, 1988"."""
    found = _SHARED_YEAR.match(context.folded, end)
    if not found:
        return None
    if not found["month"]:  # "May 3-5, 2014"
        return int(found["year"])
    return int(found["year"]) - (1 if MONTHS[found["month"].rstrip(".")] < month else 0)


def nearest_year(month: int, day: int, context: Context, found: Match[str]) -> int | None:
    """The year of a date that names none: nearest to publication; in a history, the year spoken of last."""
    published = context.published
    shared = shared_year(month, context, found.end())
    if shared is not None:
        return shared
    if published is None or context.narrative:
        return narrative_year(month, context, found.start())
    tense = context.tense_at(found.start(), found.end())

    def distance(year: int) -> float:
        when = make_day(year, month, min(day, 28))
        days = (when - published).days if when else 9999
        # A date ahead needs a reason: without a verb that looks ahead it counts as half as far again.
        return abs(days) * (1.5 if days > 0 and tense == "past" else 1.5 if days < 0 and tense == "future" else 1)

    return min((published.year - 1, published.year, published.year + 1), key=distance)


# A history goes forward: a month so much earlier in the year than the last one belongs to the next year.
_BACKWARD_MONTHS = 9


# A date this near to the last day told of goes on from it, whatever year was named in passing (days back, days ahead).
_GOES_ON = (-31, 92)


_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s|\n")


def narrative_year(month: int, context: Context, start: int) -> int | None:
    """The year of a date in a history that names none."""
    year = context.last_year
    if year is None or context.last_days is None:
        return year
    going_on = _continued_year(month, context, start)
    if going_on is not None:
        return going_on
    if context.last_grain not in {"day", "month", "hour"} or context.last_days[0].year != year:
        return year
    return year + 1 if context.last_days[0].month - month >= _BACKWARD_MONTHS else year


def _continued_year(month: int, context: Context, start: int) -> int | None:
    if context.last_day is None or not _SENTENCE_END.search(context.folded, max(context.year_said_at, 0), start):
        return None
    for year in (context.last_day.year, context.last_day.year + 1):
        when = make_day(year, month, min(context.last_day.day, 28))
        if when and _GOES_ON[0] <= (when - context.last_day).days <= _GOES_ON[1]:
            return year
    return None


def year_of_month(month: int, published: date, tense: str | None) -> int:
    ahead = (month - published.month) % 12
    if ahead == 0:
        return published.year
    limit = {"future": 9, "past": 0}.get(tense or "", _MONTHS_AHEAD)
    coming = published.year + (1 if month < published.month else 0)
    return coming if ahead <= limit else coming - 1
