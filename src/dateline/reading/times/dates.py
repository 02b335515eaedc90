"""Which day or month stands there? Dates that are named, with or without their year."""

from __future__ import annotations

import re
from re import Match

from dateline.reading.times.answers import Answer, dated
from dateline.reading.times.context import Context
from dateline.reading.times.values import make_day, month_of, shift
from dateline.reading.times.vocabulary import FAMOUS_DAYS, MONTH_BEFORE, MONTH_SURELY_BEFORE, MONTHS, ORDINALS, either
from dateline.reading.times.years import narrative_year, nearest_year, read_year, shared_year, year_in, year_of_month


def iso_date(found: Match[str], _context: Context) -> Answer | None:
    """ "2016-03-15"."""
    value = found["value"]
    return dated(value) if make_day(*map(int, value.split("-"))) else None


def numeric_date(found: Match[str], context: Context) -> Answer | None:
    """ "15/03/2016"; where both readings are days, the one nearer to publication, open without one."""
    one, two = int(found["one"]), int(found["two"])
    if found["mark"] == "." and len(found["year"]) == 2:
        return None  # "1.2.16" is more often a number of a section
    year = read_year(found["year"], context)
    days = {make_day(year or 0, two, one), make_day(year or 0, one, two)} - {None}
    if not days:
        return None
    if len(days) == 1:
        return dated(days.pop().isoformat())  # type: ignore[union-attr]
    published = context.published
    if not published:
        return dated(None)
    return dated(min(days, key=lambda day: abs((day - published).days)).isoformat())  # type: ignore[operator, union-attr]


def famous_day(found: Match[str], _context: Context) -> Answer | None:
    """ "9/11"."""
    return dated(FAMOUS_DAYS[found.group()])


# "the Sept. 11 attacks" are those of 2001 whatever year it is.
_ATTACKS = re.compile(r"\s(?:terror|attack|hijack|suicide)")


def month_day(found: Match[str], context: Context) -> Answer | None:
    """ "March 15, 2016", "Friday, 15 March", "Oct 13"."""
    month = MONTHS[found["month"].rstrip(".")]
    day = _day_number(found["day"])
    if _is_lower(context, found, "month") or not 1 <= day <= 31:
        return None
    year, named = year_in(found, context)
    if (month, day) == (9, 11) and _ATTACKS.match(context.folded, found.end()):
        year, named = 2001, True
    if year is None and not found.groupdict().get("year_rel"):
        year = nearest_year(month, day, context, found)
    value = make_day(year, month, day) if year is not None else None
    if year is not None and value is None:
        return None
    return dated(value.isoformat() if value else None, relative=not named)


def shared_month(found: Match[str], context: Context) -> Answer | None:
    """The "3" of "3 to 5 May"."""
    if _day_number(found["day"]) >= _day_number(found["last"]):
        return None
    return month_day(found, context)


_SECOND_DAY = re.compile(r"\s?(?:-|,|and|or|to|through|until|till)\s?")


_NOT_COUNTED = re.compile(
    r"\s*(?:[.,;:)\]\"']|$|\n)|\s(?:in|at|by|when|as|with|after|before|was|were|is|are|and|but|on|to|of|during|that|which)\b"
)


def day_again(found: Match[str], context: Context) -> Answer | None:
    """The "5" of "May 4 and 5", "on the 5th": a day of the month spoken of last."""
    if not _NOT_COUNTED.match(context.folded, found.end()):
        return None
    alone = found["the"] and found["day"][-1].isalpha() and context.before(found.start()).endswith("on ")
    if alone and not context.narrative:
        return _day_of_the_month(_day_number(found["day"]), found, context)
    if context.last_days is None or context.last_grain != "day":
        return None
    between = context.folded[context.last_end : found.start()]
    follows = _SECOND_DAY.fullmatch(between) and context.folded[context.last_end - 1].isalnum()
    if not follows and not alone:
        return None
    first = context.last_days[0]
    day = make_day(int(found["year"] or first.year), first.month, _day_number(found["day"]))
    return dated(day.isoformat(), relative=True) if day and (alone or day > first) else None


def _day_of_the_month(number: int, found: Match[str], context: Context) -> Answer | None:
    """ "on the 15th": of this month, or of the last one while this month's is still to come."""
    near = context.published
    if near is None:
        return dated(None, relative=True)
    if number > near.day and context.tense_at(found.start(), found.end()) != "future":
        near = shift(near.replace(day=1), -1, "month") or near
    day = make_day(near.year, near.month, number)
    return dated(day.isoformat(), relative=True) if day else None


def day_of_that_month(found: Match[str], context: Context) -> Answer | None:
    """ "the 28th of that month"."""
    near = context.published if found["which"] in {"this", "last", "next"} else context.anchor()
    if near is None:
        return dated(None, relative=True)
    month = shift(near.replace(day=1), {"last": -1, "next": 1, "the following": 1}.get(found["which"], 0), "month")
    day = make_day(month.year, month.month, _day_number(found["day"])) if month else None
    return dated(day.isoformat(), relative=True) if day else None


def month(found: Match[str], context: Context) -> Answer | None:
    """ "March 1996", "mid-November of 2014", "January this year"."""
    if _is_lower(context, found, "month"):
        return None
    year, named = year_in(found, context)
    return dated(month_of(year, MONTHS[found["month"].rstrip(".")]) if year is not None else None, relative=not named)


_BEFORE_MONTH = re.compile(rf"(?:\b{either(MONTH_BEFORE)}|,|\(|-|')\s*$")
_SURELY_BEFORE = re.compile(rf"\b{either(MONTH_SURELY_BEFORE)}\s+$")
# Months whose names are names of people, or other words.
_ALSO_NAMES = {"april", "june", "august"}
_ALSO_WORDS = {"may", "mar", "jan"}
_SPEAKS = re.compile(r"\s(?:said|says|told|added|asked|replied|testified|insisted)\b")
_NO_MONTH_AFTER = re.compile(r"\s+(?:on|for|of|against|to|in|from|by|that|was|is)\b")


def month_alone(found: Match[str], context: Context) -> Answer | None:
    """ "in March", "the end of September", "early August": not "Theresa May", "they march", "the March on ..."."""
    name = found["month"]
    number = MONTHS[name.rstrip(".")]
    start = found.start("month")
    shared = shared_year(number, context, found.end())
    if _is_lower(context, found, "month") or not (found["edge"] or shared or _stands_as_month(found, context)):
        return None
    if not shared and len(name.rstrip(".")) <= 4 and name not in {"may", "june", "july"} and not name.endswith("."):
        return None
    near = context.published if not context.narrative else None
    year = shared
    if year is None and near is None:
        year = narrative_year(number, context, found.start())
    elif year is None and near is not None:
        year = year_of_month(number, near, context.tense_at(start, found.end()))
    return dated(month_of(year, number) if year else None, relative=True)


def _stands_as_month(found: Match[str], context: Context) -> bool:
    before = context.before(found.start())
    name = found["month"].rstrip(".")
    if _SURELY_BEFORE.search(before):
        return True
    if _SPEAKS.match(context.folded, found.end()):
        return False
    after_words = bool(_BEFORE_MONTH.search(before))
    if name in _ALSO_WORDS:
        return name == "may" and bool(re.search(r"(?:\b(?:of|to|and|or|the|a)\s|[-(])$", before))
    if name == "march" and _NO_MONTH_AFTER.match(context.folded, found.end()):
        return False
    if name in _ALSO_NAMES and _name_follows(found, context) and not after_words:
        return False
    return after_words or not _name_precedes(found, context)


def _name_follows(found: Match[str], context: Context) -> bool:
    return bool(re.match(r"\s[A-Z][a-z]", context.text[found.end() : found.end() + 3]))


def _name_precedes(found: Match[str], context: Context) -> bool:
    before = context.text[max(0, found.start() - 24) : found.start()]
    last = re.search(r"([A-Za-z.]+)\s$", before)
    return bool(last and last[1][0].isupper() and not last[1].endswith(".") and last[1].lower() not in MONTH_BEFORE)


def _day_number(words: str) -> int:
    return ORDINALS.get(words) or int(re.sub(r"\D", "", words) or 0)


# In lower case these are other words; "october" is a month however it is written.
_WORDS_TOO = {"may", "march", "august", "mar", "jan", "dec", "sep", "jun"}


def _is_lower(context: Context, found: Match[str], group: str) -> bool:
    """Whether the word, for want of its capital, is no month: "may", "march"."""
    return context.text[found.start(group)].islower() and found[group].rstrip(".") in _WORDS_TOO
