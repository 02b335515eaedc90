"""When does the container say it was published? Dates of exports, feeds and mails as ISO 8601, or not at all."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

MONTH_NAMES = "january february march april may june july august september october november december"
MONTHS = {
    name: number
    for number, month in enumerate(str.split(MONTH_NAMES), start=1)
    for name in (month, month[:3], month[:4])
}
ISO = re.compile(
    r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})"
    r"(?:(?:T|\s+|\s*,\s*)(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.I,
)
NAMED = re.compile(r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})\b", re.I)
NAMED_US = re.compile(r"(?:[a-z]+,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", re.I)
NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
RFC_2822 = re.compile(r"(?:[a-z]{3},?\s+)?\d{1,2}[ -][a-z]{3}[ -]\d{2,4}\s+\d{1,2}:\d{2}", re.I)
EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})(?:\.\d+)?")
FIRST_YEAR, LAST_YEAR = 1600, 2200
"""The first newspapers, and a bound against numbers that are no years."""


def read_moment(words: str) -> str | None:
    """ISO 8601 of a date, as precise as it is given: "2016-10-04", "2016-10-04T10:26", "2016-10-04T10:26:00+03:00".

    None for what it cannot be sure of: 03/04/2016 is 3 April or March 4; 13/04/2016 is clear.
    """
    plain = words.strip()[:100]
    for reader in (_iso, _rfc_2822, _named, _numbers, _epoch):
        try:
            if (found := reader(plain)) is not None:
                return found
        except (ValueError, OverflowError, TypeError, OSError, IndexError):
            continue
    return None


def _checked(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _iso(words: str) -> str | None:
    match = ISO.match(words)
    if not match or words[match.end() : match.end() + 1].isdigit():
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    if _checked(date(int(year), int(month), int(day))) is None:
        return None
    if hour is None:
        return f"{year}-{month}-{day}"
    moment = datetime.fromisoformat(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}")
    return moment.isoformat(timespec="seconds" if second else "minutes") + _zone(zone)


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _rfc_2822(words: str) -> str | None:
    if not RFC_2822.match(words):
        return None
    moment = parsedate_to_datetime(words)
    return moment.isoformat(timespec="seconds") if _checked(moment.date()) else None


def _named(words: str) -> str | None:
    if match := NAMED.match(words):
        day, month, year = match.groups()
    elif match := NAMED_US.match(words):
        month, day, year = match.groups()
    else:
        return None
    number = MONTHS.get(month.lower())
    found = _checked(date(int(year), number, int(day))) if number else None
    return found.isoformat() if found else None


def _numbers(words: str) -> str | None:
    match = NUMBERS.match(words)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_first = first > 12 or match[2] == "."  # who writes dots writes the day first
    if not day_first and second <= 12 and first != second:
        return None
    month, day = (second, first) if day_first else (first, second)
    found = _checked(date(year, month, day))
    return found.isoformat() if found else None


def _epoch(words: str) -> str | None:
    match = EPOCH.fullmatch(words)
    if not match:
        return None
    seconds = int(match[1]) if match[1] else int(match[2]) // 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
