"""At what hour? Clock times and parts of the day, with the day that they belong to."""

from __future__ import annotations

import re
from datetime import date, timedelta
from re import Match

from dateline.reading.times import dates, relative
from dateline.reading.times.answers import Answer, Resolver, dated
from dateline.reading.times.context import Context
from dateline.reading.times.grammar import RULE_BY_NAME
from dateline.reading.times.pieces import ANY_DAY
from dateline.reading.times.values import value_at
from dateline.reading.times.vocabulary import NUMBERS, PARTS_OF_DAY

_DAY_RULES: tuple[tuple[str, Resolver], ...] = (
    ("month_day", dates.month_day),
    ("day_month", dates.month_day),
    ("deictic", relative.deictic),
    ("weekday", relative.weekday),
    ("day_word", relative.day_word),
)


def named_day(start: int, end: int, context: Context) -> str | None:
    """The day that these characters name ("Wednesday", "Nov. 6", "yesterday"), as an ISO date."""
    for name, resolve in _DAY_RULES:
        found = RULE_BY_NAME[name].pattern.fullmatch(context.folded, start, end)
        answer = resolve(found, context) if found else None
        if answer and answer.value:
            return answer.value[:10]
    return None


def clock(found: Match[str], context: Context) -> Answer | None:
    """ "10 p.m. Wednesday", "10:26 GMT", "noon", "0300 local time"."""
    hour, minute = _hour_and_minute(found)
    if hour is None or not _is_clock(found, context):
        return None
    group = next((name for name in ("day", "day_first", "day_beyond") if found[name]), "day")
    if found[group]:
        day = named_day(found.start(group), found.end(group), context)
        if (
            day is None
            and context.text[found.start(group)].islower()
            and found[group] not in {"today", "yesterday", "tomorrow", "tonight"}
        ):
            return None
    else:
        day = _day_ahead(context, found.end()) or _day_nearby(context, found.start())
    if day is None:
        return Answer("TIME", None, relative=True, anchors=False)
    clock_words = f"T{hour:02d}:{minute or 0:02d}"
    return Answer("TIME", f"{day}{clock_words}", relative=not _YEAR.search(found[group] or ""))


def _hour_and_minute(found: Match[str]) -> tuple[int | None, int | None]:
    if found["noon"]:
        return (24 if found["noon"] == "midnight" else 12), 0
    if found["oclock"] or found["oclock2"]:
        words = found["oclock"] or found["oclock2"]
        hour = int(words) if words.isdigit() else NUMBERS[words]
        late = (found["oclock_part"] or found["oclock2_part"]) in {"afternoon", "evening"}
        late = late or found.group().endswith("night")
        return (hour + 12 if late and hour < 12 else hour), 0
    for suffix in ("", "2", "3", "4"):
        if found[f"hour{suffix}"]:
            hour, minute = int(found[f"hour{suffix}"]), int(found[f"minute{suffix}"] or 0)
            break
    else:
        return None, None
    meridiem = re.sub(r"[\s.]", "", found["meridiem"] or "")
    if meridiem:
        if hour > 12:
            return hour, minute
        hour = hour % 12 + (12 if meridiem == "pm" else 0)
    return hour, minute


def _is_clock(found: Match[str], context: Context) -> bool:
    """Digits with a colon alone may be a score or a verse; they need "at", "by" or a line of their own."""
    if not found["hour3"] or found["day"] or found["day_first"]:
        return True
    before = context.folded[max(0, found.start() - 10) : found.start()]
    return bool(
        re.search(r"(?:\b(?:at|by|around|about|from|to|until|before|after|since|between|and|,|-)\s?|^|\n|\()$", before)
    )


_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)$")
_AHEAD = re.compile(rf"[^.;\n]{{0,24}}?\bon[ ](?P<day>{ANY_DAY})", re.VERBOSE)


def _day_ahead(context: Context, end: int) -> str | None:
    """The day that follows soon: "at 5:34 local time on Friday"."""
    found = _AHEAD.match(context.folded, end)
    return named_day(found.start("day"), found.end("day"), context) if found else None


def _day_nearby(context: Context, start: int) -> str | None:
    """The day of an hour that names none: the day spoken of in this sentence or the last, else that of publication."""
    if (
        context.last_days
        and context.last_days[0] == context.last_days[1]
        and (context.narrative or start - context.last_end < 200)
    ):
        return context.last_days[0].isoformat()
    return context.published.isoformat() if context.published else None


def part_of_date(found: Match[str], context: Context) -> Answer | None:
    """ "the morning of 31 January 1965", "the early hours of Thursday"."""
    day = named_day(found.start("day"), found.end("day"), context)
    part = PARTS_OF_DAY[found["part"]] if found["part"] else "MO"
    relative = not _YEAR.search(found["day"])
    return Answer("TIME", f"{day}T{part}" if day else None, relative=relative)


_DEICTIC_STEPS = {
    "this": 0,
    "last": -1,
    "tomorrow": 1,
    "that": 0,
    "that same": 0,
    "the same": 0,
    "the next": 1,
    "the following": 1,
    "the previous": -1,
}


def day_and_part(found: Match[str], context: Context) -> Answer | None:
    """ "Monday night", "yesterday afternoon", "this morning", "that night"."""
    which = re.sub(r"\s+", " ", re.sub(r"^(?:early|late)\s+", "", found["which"]))
    if which in _DEICTIC_STEPS:
        base = context.published if which in {"this", "last", "tomorrow"} else context.anchor()
        day = (base + timedelta(days=_DEICTIC_STEPS[which])).isoformat() if base else None
    else:
        day = named_day(found.start("which"), found.end("which"), context)
        if day is None and context.published is not None:
            return None
    return Answer("TIME", f"{day}T{PARTS_OF_DAY[found['part']]}" if day else None, relative=True)


def week_of(found: Match[str], context: Context) -> Answer | None:
    """ "the week of March 6"."""
    day = named_day(found.start("day"), found.end("day"), context)
    return dated(value_at(date.fromisoformat(day), "week") if day else None, relative=not _YEAR.search(found["day"]))
