"""Which date stands there? Days, months, quarters, seasons, years, decades and centuries that are named."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from dateline.reading.times.answers import Answer, dated
from dateline.reading.times.context import Context
from dateline.reading.times.grammar import YEAR
from dateline.reading.times.values import make_day, month_of, shift
from dateline.reading.times.vocabulary import DECADES, FEASTS, MONTH, MONTHS, NUMBERS, ORDINALS, SEASON, SEASONS

# Without a verb that decides, a bare month up to so many months ahead is the coming one (tuned on TimeBank).
_MONTHS_AHEAD = 4


def read_year(words: str, context: Context) -> int | None:
    """The year that "1984", "'84" or "nineteen eighty-four" names."""
    if words.isdigit() and len(words) == 4:
        return int(words)
    if words.startswith("'") or (words.isdigit() and len(words) == 2):
        return _full_year(int(words.strip("'")), context)
    parts = [part for part in re.split(r"[\s-]+", words) if part not in {"and", "hundred", "oh"}]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(NUMBERS.get(part, 0) for part in parts[2:])
    return NUMBERS.get(parts[0], 0) * 100 + sum(NUMBERS.get(part, 0) for part in parts[1:]) if parts else None


def _full_year(short: int, context: Context) -> int:
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


def month_day(found: Match[str], context: Context) -> Answer | None:
    """ "March 15, 2016", "Friday, 15 March", "Oct 13"."""
    month = MONTHS[found["month"].rstrip(".")]
    day = _day_number(found["day"])
    if _is_lower(context, found, "month") or not 1 <= day <= 31:
        return None
    year, named = year_in(found, context)
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
    if context.last_days is None or context.last_grain != "day" or not _NOT_COUNTED.match(context.folded, found.end()):
        return None
    between = context.folded[context.last_end : found.start()]
    follows = _SECOND_DAY.fullmatch(between) and context.folded[context.last_end - 1].isalnum()
    alone = found["the"] and found["day"][-1].isalpha() and context.folded[: found.start()].endswith("on ")
    if not follows and not (alone and context.narrative):
        return None
    month = context.last_days[0]
    day = make_day(month.year, month.month, _day_number(found["day"]))
    return dated(day.isoformat(), relative=True) if day and (alone or day > month) else None


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


_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|from|to|through|throughout|during|for|before|after|between|and|or|around|about|"
    r"late|early|mid|that|this|last|next|every|each|on|as of|per|versus|the|its|their|his|a|an|with|over|than|ending|beginning|starting|when)|,|\(|-|')\s*$"
)
_SURE_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|during|for|before|after|from|through|late|early|mid|around)\s+$"
)


def month_alone(found: Match[str], context: Context) -> Answer | None:
    """ "in March", "the end of September", "early August": not "Theresa May", "they march", "the March on ..."."""
    name = found["month"]
    number = MONTHS[name.rstrip(".")]
    start = found.start("month")
    shared = shared_year(number, context, found.end())
    if _is_lower(context, found, "month") or not (found["edge"] or shared or _stands_as_month(found, context)):
        return None
    if len(name.rstrip(".")) <= 4 and name not in {"may", "june", "july"} and not name.endswith("."):
        return None
    near = context.published if not context.narrative else None
    year = shared
    if year is None and near is None:
        year = narrative_year(number, context, found.start())
    elif year is None and near is not None:
        year = _year_of_month(number, near, context.tense_at(start, found.end()))
    return dated(month_of(year, number) if year else None, relative=True)


def _stands_as_month(found: Match[str], context: Context) -> bool:
    before = context.folded[max(0, found.start() - 12) : found.start()]
    name = found["month"].rstrip(".")
    if name in {"may", "march", "mar", "august", "april", "june", "jan"} and not _SURE_BEFORE.search(before):
        if name in {"may", "mar", "jan"}:
            return (
                bool(re.search(r"\b(?:of|to|and)\s+$", before)) and name == "may" and not _name_follows(found, context)
            )
        after = context.text[found.end() : found.end() + 14]
        if name == "march" and re.match(r"\s+(?:on|for|of|against|to|in|from|by|that|was|is)\b", after):
            return False
        return not (_name_follows(found, context) and not _BEFORE_MONTH.search(before)) and not _name_precedes(
            found, context
        )
    return not _name_precedes(found, context) or bool(_BEFORE_MONTH.search(before))


def _name_follows(found: Match[str], context: Context) -> bool:
    return bool(re.match(r"\s[A-Z][a-z]", context.text[found.end() : found.end() + 3]))


def _name_precedes(found: Match[str], context: Context) -> bool:
    before = context.text[max(0, found.start() - 24) : found.start()]
    last = re.search(r"([A-Za-z.]+)\s$", before)
    return bool(last and last[1][0].isupper() and not last[1].endswith(".") and last[1].lower() not in _CAPITAL_STARTS)


_CAPITAL_STARTS = {
    "in",
    "on",
    "by",
    "since",
    "until",
    "last",
    "next",
    "this",
    "from",
    "during",
    "early",
    "late",
    "the",
    "after",
    "before",
    "for",
    "every",
    "each",
}


_SHARED_YEAR = re.compile(
    rf"\s?(?:-|,|to|and|or|until|till|through|from)\s?(?:(?:from|to|early|late|mid|the end of)[ -])?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?P<month>{MONTH})(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?,?\s(?P<year>{YEAR})\b"
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


def _year_of_month(month: int, published: date, tense: str | None) -> int:
    ahead = (month - published.month) % 12
    if ahead == 0:
        return published.year
    limit = {"future": 9, "past": 0}.get(tense or "", _MONTHS_AHEAD)
    coming = published.year + (1 if month < published.month else 0)
    return coming if ahead <= limit else coming - 1


def season(found: Match[str], context: Context) -> Answer | None:
    """ "the winter of 1944", "last fall", "this spring", "the summer"."""
    words = found["season"]
    code = SEASONS[words]
    year, named = year_in(found, context)
    which = found["which"] or ""
    if named or found["year_rel"]:
        return dated(f"{year:04d}-{code}" if year else None, relative=not named)
    shared = _SHARED_SEASON.match(context.folded, found.end())
    if shared:
        return dated(f"{shared['year']}-{code}")
    if words in {"spring", "fall"} and not which and not _plain_season(found, context):
        return None
    near = context.published if not context.narrative else None
    if near is None:
        return dated(
            f"{context.last_year}-{code}" if context.last_year and not which.startswith(("last", "next")) else None,
            relative=True,
        )
    return dated(
        f"{_season_year(code, which, near, context.tense_at(found.start(), found.end())):04d}-{code}", relative=True
    )


_SHARED_SEASON = re.compile(rf"\s(?:and|or|to)\s(?:the\s)?(?:early\s|late\s)?{SEASON}\s(?:of\s)?(?P<year>{YEAR})\b")


def _plain_season(found: Match[str], context: Context) -> bool:
    before = context.folded[max(0, found.start() - 8) : found.start()]
    if re.search(r"\b(?:in|by|since|until|during|this|last|next|of)\s(?:the\s)?$", before):
        return not re.match(r"\s(?:of|in|from|to|by)\b", context.folded[found.end() : found.end() + 6])
    return bool(re.match(r"(?:the\s)?(?:early|late|mid)", found.group()))


_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _season_year(code: str, which: str, near: date, tense: str | None) -> int:
    start = _SEASON_START[code]
    past = which.startswith(("last", "the last", "past", "previous", "the previous", "this past"))
    ahead = which.startswith(("next", "the next", "coming", "the coming", "upcoming"))
    if past:
        return near.year if start + 2 < near.month else near.year - 1
    if ahead:
        return near.year if start > near.month else near.year + 1
    if tense == "past" and start > near.month and not which:
        return near.year - 1
    return near.year


def quarter(found: Match[str], context: Context) -> Answer | None:
    """ "the third quarter of 1984", "third-quarter", "the second half of 2008"."""
    letter = "Q" if found["unit"] == "quarter" else "H"
    year, relative = _quarter_year(found, context)
    number = ORDINALS.get(found["ordinal"], 4 if letter == "Q" else 2)
    if letter == "H" and (number > 2 or (year is None and not found["which"])):
        return None
    if year is None and context.published is None and letter == "Q":
        return dated(None, relative=True)
    if year is None:
        year = _year_of_quarter(number, context, found)
    skip = _before_ordinal(found) if found["join"] == "-" else 0
    return Answer("DATE", f"{year:04d}-{letter}{number}" if year else None, relative, skip=skip)


def _before_ordinal(found: Match[str]) -> int:
    """ "the third-quarter loss": before a noun the article belongs to the noun."""
    article = re.match(r"(?:the|its|their|his|our)\s+", found.group())
    return article.end() if article else 0


def _quarter_year(found: Match[str], context: Context) -> tuple[int | None, bool]:
    words = found["year"] or found["year_before"]
    if words:
        return int(words), False
    near = context.published.year if context.published else None
    which = found["which"] or found["which2"] or found["possessor"]
    if near is not None and (which or found["ago"]):
        back = found["ago"] or (which or "").startswith(("last", "the previous"))
        return near + (-1 if back else 1 if (which or "").startswith(("next", "the following")) else 0), True
    return None, True


def _year_of_quarter(number: int, context: Context, found: Match[str]) -> int | None:
    published = context.published
    if published is None or context.narrative:
        return context.last_year
    # Results of a quarter are told after it: the last such quarter that has begun, unless the verb looks ahead.
    now = (published.month + 2) // 3
    if number <= now:
        return published.year
    ahead = context.tense_at(found.start(), found.end()) == "future" or number - now == 1
    return published.year if ahead else published.year - 1


def quarter_short(found: Match[str], context: Context) -> Answer | None:
    """ "Q3 2015"."""
    number = int(found["number"] or found["number2"])
    words = found["year"] or found["year2"]
    year = read_year(words, context) if words else _year_of_quarter(number, context, found)
    return dated(f"{year:04d}-Q{number}" if year else None, relative=not words)


def feast(found: Match[str], context: Context) -> Answer | None:
    """ "Christmas 1963", "New Year's Eve"."""
    name = re.sub(r"\s+", " ", found["feast"])
    month_number, day_number = map(int, FEASTS[name].split("-"))
    words = found["year"]
    year = int(words) if words else nearest_year(month_number, day_number, context, found)
    return dated(f"{year:04d}-{FEASTS[name]}" if year else None, relative=not words)


def decade(found: Match[str], context: Context) -> Answer | None:
    """ "the 1980s", "the mid-'90s", "the nineties"."""
    words = found["decade"] or found["short"]
    if found["word"]:
        return dated(f"{18 if 'eighteen' in found.group() else 19}{DECADES[found['word']]}")
    if found["short"] and not re.match(r"the|mid|early|late", found.group()):
        return None  # "40s" may be an age
    if len(words) == 4:
        return dated(words[:3])
    year = _full_year(int(words.strip("'")), context)
    return dated(str(year - 100 if year > _now_year(context) else year)[:3])


def _now_year(context: Context) -> int:
    return context.published.year + 5 if context.published else 2030


def century(found: Match[str], _context: Context) -> Answer | None:
    """ "the 19th century": TIMEX3 writes the first two digits of its years."""
    number = ORDINALS.get(found["ordinal"]) or int(re.sub(r"\D", "", found["ordinal"]))
    if found["era"] and found["era"].strip().startswith("b"):
        return dated(f"BC{number - 1:02d}")
    return dated(f"{number - 1:02d}")


def era_year(found: Match[str], _context: Context) -> Answer | None:
    """ "241 BC", "79 AD", the 264 of "264 to 241 BC"."""
    bc = found["era"] is None or found["era"].startswith("b")
    return dated(f"{'BC' if bc else ''}{int(found['year']):04d}")


def fiscal_year(found: Match[str], context: Context) -> Answer | None:
    """ "fiscal 1989"."""
    return dated(str(read_year(found["year"], context)))


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|to|through|throughout|during|before|after|early|late|mid|for|between|and|or|than|"
    r"year|years|circa|about|around|over|as|is|was|at|on|born|b\.|d\.|the|a|his|her|its|their|our)|[(\[,;:/-]|^|\n)\s*$"
)
_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:about|around|nearly|almost|over|than|least|most|some|approximately|roughly|to|no\.|number|flight|route|highway|"
    r"interstate|room|page|model|boeing|airbus|unit|article|section|level|index|total|of some|resolution|up|down)|[$£€#+*=])\s*$"
)
_COUNTED_AFTER = re.compile(
    r"\s?(?:%|percent\b|per cent\b|points?\b|miles?\b|km\b|kilomet|met(?:er|re)s?\b|feet\b|foot\b|pounds?\b|dollars?\b|tons?\b|"
    r"tonnes?\b|people\b|troops\b|soldiers\b|men\b|women\b|workers\b|employees\b|jobs\b|cases\b|deaths\b|copies\b|shares\b|"
    r"students\b|members\b|others\b|residents\b|civilians\b|fighters\b|homes\b|houses\b|hours\b|mph\b|barrels\b|acres\b|"
    r"square\b|cubic\b|million\b|billion\b|thousand\b|megawatts?\b|rounds\b|refugees\b|prisoners\b|votes\b|times\b)"
)


def year(found: Match[str], context: Context) -> Answer | None:
    """ "1988", "early 1990", "the year 2000": not "1,988", "2000 people", "Flight 1900"."""
    words = found["year"]
    value = read_year(words, context)
    if value is None or (words.startswith("'") and not _is_short_year(found, context)):
        return None
    if (
        words.isdigit()
        and not found["edge"]
        and not found.group().startswith("the")
        and not _is_year(found, value, context)
    ):
        return None
    return dated(f"{value:04d}")


def _is_short_year(found: Match[str], context: Context) -> bool:
    return bool(
        re.search(
            r"\b(?:in|of|since|by|and|to|from|until|early|late|spring|summer|fall|winter|[a-z]{3,9}ber|may|june|july)\s$",
            context.folded[max(0, found.start() - 12) : found.start()],
        )
    )


def _is_year(found: Match[str], value: int, context: Context) -> bool:
    before = context.folded[max(0, found.start() - 14) : found.start()]
    after = context.folded[found.end() : found.end() + 12]
    if _COUNTED_AFTER.match(after) or re.match(r":?\d|,\d{3}|\.\d|/\d", after):
        return False
    if re.search(r"[\d]$|\d[.,:]$", before):
        return False
    if 1900 <= value <= 2040:
        return not _NUMBER_BEFORE.search(before) or bool(re.search(r"\bto\s$", before))
    return bool(
        re.search(r"\b(?:in|since|of|by|from|until|till|during|before|after|between|and|to)\s+$|\(\s*$|-$", before)
    ) and not re.match(r"\s+[a-z]{3,}s\b", after)


def span_year(found: Match[str], context: Context) -> Answer | None:
    """The "18" of "1914-18"."""
    first = int(context.folded[found.start() - 5 : found.start() - 1])
    last = first // 100 * 100 + int(found["year"])
    if last <= first or (last - first > 40) or (int(found["year"]) <= 12 and not 1 <= last - first <= 3):
        return None
    return dated(f"{last:04d}")


def _day_number(words: str) -> int:
    return ORDINALS.get(words) or int(re.sub(r"\D", "", words) or 0)


def _is_lower(context: Context, found: Match[str], group: str) -> bool:
    """Months are written with a capital; "may", "march" and "sep" in lower case are other words."""
    return context.text[found.start(group)].islower()
