"""Which day, and what o'clock, does a line of a page state? Reads the stamps that pages print: "4 Oct, 2016 10:26 GMT".

For stamps on articles only; the times that a text tells of are found by reading/times.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline.lexicons import load_yaml

_DIGIT = re.compile(r"\d\d")
EARLIEST_YEAR, LATEST_YEAR = 1800, 2100


@dataclass(frozen=True, slots=True)
class DateStamp:
    """A stated date at characters [start, end) of a line.

    value: ISO 8601, as precise as stated: "2016-10-04", "2016-10-04T10:26", "2016-10-04T10:26+00:00".
    """

    start: int
    end: int
    value: str

    @property
    def day(self) -> date:
        return date.fromisoformat(self.value[:10])


def find_stamps(words: str, *, day_first: bool | None = None) -> tuple[DateStamp, ...]:
    """All stated dates in order.

    day_first: how to read "04/10/2016" (True: 4 October); None leaves such a date unread unless one number is
    above 12 or it is written with full stops and four digits of the year, as only day-first countries do.
    """
    found: list[DateStamp] = []
    if not _DIGIT.search(words):
        return ()
    for match in _pattern().finditer(words):
        day = _day_of(match, day_first)
        if day:
            start, end, clock = _with_clock(words, match.start(), match.end())
            found.append(DateStamp(start, end, day.isoformat() + clock))
    return tuple(found)


def read_stamp(words: str, *, day_first: bool | None = None) -> DateStamp | None:
    """The first stated date, None when there is none."""
    return next(iter(find_stamps(words, day_first=day_first)), None)


def month_of(word: str) -> int | None:
    """The number of a month's name or abbreviation in any language of lexicons/months.yaml."""
    return _months().get(word.lower().rstrip("."))


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {name: number for number, names in load_yaml("months.yaml").items() for name in names}


@lru_cache(maxsize=1)
def month_pattern() -> str:
    """A regular expression for any month's name, the longest first."""
    names = sorted(_months(), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(name) for name in names) + ")"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    month = month_pattern()
    year = r"(?<!\d)(?:1[89]|20)\d\d(?!\d)"
    ways = [
        rf"(?P<y1>{year})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)",
        r"(?P<y2>\d{4})\s*[年년]\s*(?P<m2>\d{1,2})\s*[月월]\s*(?P<d2>\d{1,2})\s*[日일]",
        # "4 Oct, 2016", "4. Oktober 2016", "4 de octubre de 2016", "1er août 2016", "4 tháng 10 2016"
        rf"(?<![\d.:])(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|[.ºª°])?(?:\s+|[-/.])(?:de\s+|of\s+|d['’])?(?P<m3>{month})\b"
        rf"\.?,?(?:\s+|[-/])(?:de\s+|del\s+|do\s+|г\.\s+)?(?P<y3>{year})",
        rf"(?<!\w)(?P<m4>{month})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th|[.ºª])?,?\s+(?:de\s+|del\s+|of\s+)?(?P<y4>{year})",
        r"(?<!\d)(?P<d5>\d{1,2})\s+tháng\s+(?P<m5>\d{1,2}),?\s+(?:năm\s+)?(?P<y5>\d{4})",
        rf"(?<![\d/.-])(?P<a6>\d{{1,2}})(?P<s6>[-/.])(?P<b6>\d{{1,2}})(?P=s6)(?P<y6>{year})",
        r"(?<![\d/.-])(?P<a7>\d{1,2})(?P<s7>[-/.])(?P<b7>\d{1,2})(?P=s7)(?P<y7>\d{2})(?![\d/.-])",
    ]
    return re.compile("|".join(f"(?:{way})" for way in ways), re.IGNORECASE)


def _day_of(match: re.Match[str], day_first: bool | None) -> date | None:
    way = match.groupdict()
    for i in "12345":
        if way.get(f"y{i}"):
            month = month_of(way[f"m{i}"]) if i in "34" else int(way[f"m{i}"])
            return _real_day(int(way[f"y{i}"]), month, int(way[f"d{i}"]))
    short = way["y7"] is not None
    a, sign, b, year = (way[k + ("7" if short else "6")] for k in ("a", "s", "b", "y"))
    return _numeric_day(int(a), int(b), int(year) + (2000 if short else 0), sign if not short else "/", day_first)


def _numeric_day(a: int, b: int, year: int, sign: str, day_first: bool | None) -> date | None:
    """ "04/10/2016" in the order that is told by the numbers, the full stops or `day_first`."""
    if a > 12 or a == b:
        return _real_day(year, b, a)
    if b > 12:
        return _real_day(year, a, b)
    first = True if sign == "." else day_first
    if first is None:
        return None
    return _real_day(year, b, a) if first else _real_day(year, a, b)


def _real_day(year: int, month: int | None, day: int) -> date | None:
    if month is None or not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


_CLOCK = (
    r"(?P<h>\d{1,2})(?:[:.h](?P<min>\d{2}))(?::(?P<sec>\d{2})(?:\.\d+)?)?\s?(?P<half>[AaPp]\.?[Mm]\b\.?)?"
    r"|(?P<h2>\d{1,2})\s?(?P<half2>[AaPp]\.?[Mm]\b\.?)"
)
_ZONE = r"(?:\s?\(?(?P<zone>[A-Z]{1,4}(?![A-Za-z]))?\s?(?P<offset>[+-]\d{1,2}:?(?:\d{2})?(?!\d))?\)?)?"
_AFTER = re.compile(rf"(?:T|[\s,;|/•·–—-]*(?:\s(?:at|um|à|a las|às|kl\.?|ore|om|o|saat|в)\s)?[\s]*)(?:{_CLOCK}){_ZONE}")
_BEFORE = re.compile(
    rf"(?:(?<=\s)|^)(?:{_CLOCK}){_ZONE}[\s,;|–—-]*(?:on\s+)?(?:[A-Z][a-z]{{2,8}}day,?\s+|[A-Z][a-z]{{2}},?\s+)?$"
)


def _with_clock(words: str, start: int, end: int) -> tuple[int, int, str]:
    """The stamp's extent with the time of day that stands beside it, and that time in ISO 8601 ("" for none)."""
    after = _AFTER.match(words, end)
    if after and (clock := _clock(after)):
        return start, after.end(), clock
    before = _BEFORE.search(words[max(0, start - 40) : start])
    if before and (clock := _clock(before)):
        return start - (min(40, start) - before.start()), end, clock
    return start, end, ""


def _clock(match: re.Match[str]) -> str:
    hour = int(match["h"] or match["h2"])
    minute = int(match["min"] or 0)
    half = (match["half"] or match["half2"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return ""
    seconds = f":{match['sec']}" if match["sec"] and int(match["sec"]) < 60 else ""
    return f"T{hour:02}:{minute:02}{seconds}{_zone(match['zone'], match['offset'])}"


def _zone(name: str | None, offset: str | None) -> str:
    if offset and (name in (None, "GMT", "UTC")):
        digits = re.sub(r"\D", "", offset)
        hours, minutes = (digits[:2], digits[2:]) if len(digits) > 2 else (digits, "00")
        return f"{offset[0]}{int(hours):02}:{minutes}" if int(hours) <= 14 else ""
    return str(load_yaml("timezones.yaml").get(name or "", ""))
