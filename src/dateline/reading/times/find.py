"""When? Finds the time expressions of a text and says which days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from dateline.model.span import Span
from dateline.model.time import Time
from dateline.reading.times.answers import Answer
from dateline.reading.times.context import Context
from dateline.reading.times.grammar import MASTER, RULE_NUMBERS, RULES, fold
from dateline.reading.times.resolvers import RESOLVERS
from dateline.reading.times.seeds import starts
from dateline.reading.times.values import Days, days_of, precision_of

# A text that names this many years, most of them years before its publication, is a history, not news.
_HISTORY_YEARS = 8
_HISTORY_DISTANCE = 2
_HISTORY_SHARE = 4  # so many years to one "today" or "Tuesday"
_DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:last|this|next) (?:week|month|year))\b"
)
_YEAR = re.compile(r"(?<![\d$£€.,])(1\d{3}|20\d\d)(?![\d%])")


def find_times(text: str, published: date | datetime | None, *, dateline: str | None = None) -> tuple[Time, ...]:
    """The time expressions of a text in text order, not overlapping, with TIMEX3 types and values.

    `published` is the day that "yesterday" counts from; of a datetime, its own local day (give it the zone of the
    dateline). `dateline` ("DAMASCUS, Oct 13 (IANS)") moves that day where it states one. Without either, relative
    times stay open: value None, begin None. Deterministic: call again with another date to resolve anew.
    Source: TimeML annotation guidelines 1.2.1 (types, values); TempEval-3 for extents.
    """
    folded = fold(text)
    day = _filed_on(published.date() if isinstance(published, datetime) else published, dateline)
    context = Context(text, folded, day, narrative=_is_history(folded, day))
    return tuple(_resolved(context))


def _filed_on(published: date | None, dateline: str | None) -> date | None:
    """The dispatch's day: the dateline's where it states one near publication, or one with a year."""
    if not dateline:
        return published
    for time in find_times(dateline, published):
        stated = time.type == "DATE" and time.precision == "day" and (published is not None or not time.relative)
        if stated and time.begin and (published is None or abs((time.begin - published).days) <= 7):
            return time.begin
    return published


def _is_history(folded: str, published: date | None) -> bool:
    """Whether yearless dates take their year from the text rather than from publication."""
    if published is None:
        return True
    years = sorted(int(found[1]) for found in _YEAR.finditer(folded))
    if len(years) < _HISTORY_YEARS:
        return False
    old = published.year - years[len(years) // 2] >= _HISTORY_DISTANCE
    return old and len(years) > _HISTORY_SHARE * len(_DEICTIC.findall(folded))


def _resolved(context: Context) -> Iterator[Time]:
    done = 0
    for place in starts(context.folded):
        if place < done:
            continue
        found = MASTER.match(context.folded, place)
        stop, answer = _first_answer(found, context) if found else (place, None)
        if answer is not None:
            done = stop
            yield _time(context, place + answer.skip, stop, answer)


def _first_answer(found: re.Match[str], context: Context) -> tuple[int, Answer | None]:
    """(end, answer) of the first rule that takes these words for a time."""
    for rule in RULES[RULE_NUMBERS[found.lastgroup or ""] :]:
        exact = rule.pattern.match(context.folded, found.start())
        answer = RESOLVERS[rule.name](exact, context) if exact else None
        if exact and answer:
            return exact.end(), answer
    return found.end(), None


def _time(context: Context, start: int, end: int, answer: Answer) -> Time:
    days = answer.days or days_of(answer.value)
    _remember(context, answer, end)
    return Time(
        Span.cut(context.text, start, end),
        answer.type,
        answer.value,
        days[0] if days else None,
        days[1] if days else None,
        answer.relative,
        precision_of(answer.value),
    )


def _remember(context: Context, answer: Answer, end: int) -> None:
    days = days_of(answer.value)
    if not answer.anchors or not days:
        return
    precision = precision_of(answer.value)
    _remember_quarter(context, answer, days)
    if context.narrative and answer.relative and _is_far(context, days):
        return
    if not _is_aside(context, answer, days[0].year, precision):
        context.last_year = days[0].year
    elif context.narrative:
        return
    context.last_grain = "quarter" if "Q" in (answer.value or "") else precision
    context.last_days, context.last_value, context.last_end = days, answer.value, end
    if precision in {"day", "hour"}:
        context.last_day = days[0]
    elif precision == "year":
        context.year_said_at = end


def _is_far(context: Context, days: Days) -> bool:
    """Whether a time counted from publication lies away from the telling of a history ("the country is today ...")."""
    return context.last_year is not None and abs(days[0].year - context.last_year) > _TELLING_YEARS


def _remember_quarter(context: Context, answer: Answer, days: Days) -> None:
    """The quarter whose results are told: the latest one named, not the one that it is compared with."""
    known = context.quarter
    if "-Q" in (answer.value or "") and (known is None or days > known or days[0].year == known[0].year):
        context.quarter = days


# Years this near to the one told of belong to the telling; a year farther off must be named twice to take over.
_TELLING_YEARS = 3


def _is_aside(context: Context, answer: Answer, year: int, precision: str | None) -> bool:
    """Whether a year lies off the thread of the telling ("a 2005 inquiry found ...")."""
    if precision in {"decade", None}:
        return True
    known = context.last_year
    if answer.relative or known is None or abs(year - known) <= _TELLING_YEARS:
        context.doubtful_year = None
        return False
    if context.doubtful_year is not None and abs(year - context.doubtful_year) <= _TELLING_YEARS:
        context.doubtful_year = None
        return False
    context.doubtful_year = year
    return True
