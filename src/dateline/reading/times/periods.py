"""Which stretch of the calendar stands there? Seasons, quarters, feasts, years, decades and centuries."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from dateline.reading.times.answers import Answer, dated
from dateline.reading.times.context import Context
from dateline.reading.times.feasts import feast_day
from dateline.reading.times.pieces import YEAR
from dateline.reading.times.vocabulary import (
    COUNTED_AFTER,
    DECADES,
    FEASTS,
    NUMBER_BEFORE,
    ORDINALS,
    SEASON,
    SEASONS,
    either,
)
from dateline.reading.times.years import full_year, nearest_year, read_year, year_in


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
    """ "Q3 2015", "H1 2016"."""
    kind = (found["kind"] or found["kind2"] or found["kind3"]).upper()
    number = int(found["number"] or found["number2"] or found["number3"])
    words = found["year"] or found["year2"] or found["year3"]
    year = read_year(words, context) if words else _year_of_quarter(number, context, found)
    return dated(f"{year:04d}-{kind}{number}" if year else None, relative=not words)


def feast(found: Match[str], context: Context) -> Answer | None:
    """ "Christmas 1963", "New Year's Eve", "Good Friday"."""
    name = re.sub(r"\s+", " ", found["feast"])
    if context.text[found.start("feast")].islower():
        return None
    words = found["year"]
    near = int(words) if words else context.published.year if context.published else context.last_year
    guess = feast_day(FEASTS[name], near) if near else None
    if guess is None:
        return dated(None, relative=True)
    if not words:
        year = nearest_year(guess.month, guess.day, context, found)
        guess = (feast_day(FEASTS[name], year) or guess) if year else guess
    return dated(guess.isoformat(), relative=not words)


def decade(found: Match[str], context: Context) -> Answer | None:
    """ "the 1980s", "the mid-'90s", "the nineties"."""
    words = found["decade"] or found["short"]
    if found["word"]:
        return dated(f"{18 if 'eighteen' in found.group() else 19}{DECADES[found['word']]}")
    if found["short"] and not re.match(r"the|mid|early|late", found.group()):
        return None  # "40s" may be an age
    if len(words) == 4:
        return dated(words[:3])
    year = full_year(int(words.strip("'")), context)
    return dated(str(year - 100 if year > _now_year(context) else year)[:3])


def _now_year(context: Context) -> int:
    return context.published.year + 5 if context.published else 2030


def century(found: Match[str], _context: Context) -> Answer | None:
    """ "the 19th century": TIMEX3 writes the first two digits of its years."""
    number = ORDINALS.get(found["ordinal"]) or int(re.sub(r"\D", "", found["ordinal"]))
    if found["era"]:
        return dated(f"BC{number - 1:02d}")
    return dated(f"{number - 1:02d}")


def era_year(found: Match[str], _context: Context) -> Answer | None:
    """ "241 BC", "79 AD", the 264 of "264 to 241 BC"."""
    bc = not found["common"]
    return dated(f"{'BC' if bc else ''}{int(found['year']):04d}")


def fiscal_year(found: Match[str], context: Context) -> Answer | None:
    """ "fiscal 1989"."""
    return dated(str(read_year(found["year"], context)))


_NUMBER_BEFORE = re.compile(rf"(?:\b{either(NUMBER_BEFORE)}|[$£€#+*=])\s*$")
_COUNTED_AFTER = re.compile(rf"\s?%|\s?{either(COUNTED_AFTER)}\b")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|during|before|after|between|and|to)\s+$|\(\s*$|(?:1\d{3}|20\d\d)-$"
)
# "1861-1865", a heading, "1863: ..."
_YEAR_AFTER = re.compile(r"-1\d{3}\b|-\d\d\b|\s*\n|\s*$|:\s")
# "of 1935 Mill St." is an address.
_ADDRESS = re.compile(
    r"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.'-]*\s){1,3}"
    r"(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane|Ct|Court|Place|Hwy|Highway|Way|Parkway)\b"
)
_SHORT_YEAR_BEFORE = re.compile(
    r"\b(?:in|of|since|by|and|to|from|until|early|late|spring|summer|fall|winter|[a-z]{3,9}ber|may|june|july)\s$"
)


def year(found: Match[str], context: Context) -> Answer | None:
    """ "1988", "early 1990", "the year 2000": not "1,988", "2000 people", "Flight 1900"."""
    words = found["year"]
    value = read_year(words, context)
    if value is None:
        return None
    if words.startswith("'"):
        return dated(f"{value:04d}") if _SHORT_YEAR_BEFORE.search(context.before(found.start("year"))) else None
    said = bool(found["edge"]) or found.group().startswith("the") or not words.isdigit()
    return dated(f"{value:04d}") if said or _is_year(found, value, context) else None


def _is_year(found: Match[str], value: int, context: Context) -> bool:
    before = context.before(found.start(), 14)
    after = context.folded[found.end() : found.end() + 14]
    if _COUNTED_AFTER.match(after) or re.match(r":?\d|,\d{3}|\.\d|/\d", after) or re.search(r"\d[.,:]?$", before):
        return False
    if _ADDRESS.match(context.text, found.end()):
        return False
    if 1900 <= value <= 2040:
        return not _NUMBER_BEFORE.search(before) or bool(re.search(r"\bto\s$", before))
    if _YEAR_AFTER.match(after) and not re.search(r"[a-z]-$", before):
        return True
    return bool(_YEAR_BEFORE.search(before)) and not re.match(r"\s+[a-z]{3,}s\b", after)


def span_year(found: Match[str], context: Context) -> Answer | None:
    """The "18" of "1914-18"."""
    first = int(context.folded[found.start() - 5 : found.start() - 1])
    last = first // 100 * 100 + int(found["year"])
    if last <= first or (last - first > 40) or (int(found["year"]) <= 12 and not 1 <= last - first <= 3):
        return None
    return dated(f"{last:04d}")
