"""Which day is meant from here? Weekdays, "last week", "the following day", "earlier this year", "now"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from re import Match

from dateline.reading.times.answers import Answer, dated
from dateline.reading.times.beginnings import begins_then
from dateline.reading.times.context import Context
from dateline.reading.times.values import make_day, month_of, quarter_of, shift, value_at, week_of
from dateline.reading.times.vocabulary import MONTHS, ORDINALS, PARTS_OF_DAY, WEEKDAYS
from dateline.reading.times.years import nearest_year

_BACK = ("last", "past", "the last", "the past", "previous", "the previous", "preceding", "the preceding", "this past")
_AHEAD = (
    "next",
    "coming",
    "the next",
    "the coming",
    "upcoming",
    "the upcoming",
    "following",
    "the following",
    "this coming",
)
_ANAPHORIC = ("following", "previous", "preceding", "same", "that", "the next")


def weekday(found: Match[str], context: Context) -> Answer | None:
    """ "Thursday": in a Thursday dispatch that day, else the latest one, or the coming one after "will"."""
    name = found["weekday"].rstrip(".")
    if len(name) < 6 and (context.text[found.start("weekday")].islower() or not _short_stands(found, context)):
        return None
    if context.published is None:
        return dated(None, relative=True)
    if found["week"]:
        step = {"last": -1, "next": 1}.get(found["week"].split()[0], 0)
        return dated(_in_week(WEEKDAYS[name], context.published + timedelta(weeks=step)).isoformat(), relative=True)
    first = _start_of_run(found, context)
    if first is not None:
        return dated((first + timedelta(days=(WEEKDAYS[name] - first.isoweekday()) % 7)).isoformat(), relative=True)
    return dated(_latest_or_coming(WEEKDAYS[name], found, context).isoformat(), relative=True)


# "Wednesday's ruling" was given, whatever the verb says; "Saturday's vote" may be to come.
_KNOWN = re.compile(
    r"'s\s(?!(?:[a-z]+\s)?(?:elections?|votes?|voting|referendum|meetings?|summit|match|games?|hearing|talks|session|deadline"
    r"|debate|ceremony|polls?|runoff|final|primary|primaries|launch|trial|march|conference|visit|round|event)\b)"
)
_UNTIL = re.compile(
    r"\b(?:until|till|by|through|before)\s(?:(?:noon|midnight|dawn|dusk|midday|[\d:.]+\s?[ap]\.?m\.?)"
    r"\s(?:on\s)?)?(?:late\s|early\s)?$"
)


def _latest_or_coming(number: int, found: Match[str], context: Context) -> date:
    published = context.published or date.min
    tense = context.tense_at(found.start("weekday"), found.end())
    if begins_then(found.start("weekday"), context):
        return plain_weekday(number, published, "future")
    if tense is None and _UNTIL.search(context.before(found.start(), 24)):
        tense = "future"
    if _KNOWN.match(context.folded, found.end()):
        tense = "past"
    said_on = context.last_day
    to_come = tense == "future" and not context.will_come_at(found.start("weekday"))
    if to_come and said_on and _in_one_sentence(found, context) and 0 < (published - said_on).days < 7:
        return plain_weekday(number, said_on, "future")  # "said on Monday that it would open on Wednesday"
    return plain_weekday(number, published, tense)


def _in_one_sentence(found: Match[str], context: Context) -> bool:
    return not re.search(r"[.!?][\"')\]]*\s|\n", context.folded[max(context.last_end, 0) : found.start()])


def plain_weekday(number: int, published: date, tense: str | None) -> date:
    """The latest such weekday up to publication; the first from publication on where the verb looks ahead."""
    back = (published.isoweekday() - number) % 7
    return published + timedelta(days=(7 - back) % 7) if tense == "future" else published - timedelta(days=back)


def _start_of_run(found: Match[str], context: Context) -> date | None:
    """The Monday of "from Monday to Friday": the second day comes after it."""
    between = context.folded[context.last_end : found.start()]
    if (
        context.last_grain != "day"
        or not context.last_days
        or not re.fullmatch(r"\s?(?:-|to|through|until|till)\s?", between)
    ):
        return None
    first = context.last_days[0]
    near = context.published is not None and abs((context.published - first).days) < 7
    return first if near else None


def _short_stands(found: Match[str], context: Context) -> bool:
    """ "Sat", "Sun", "Mon" are words too: only with a full stop or in a date line."""
    return found["weekday"].endswith(".") and not re.match(r"\s*\n", context.text[found.end() : found.end() + 2])


def _in_week(number: int, day: date) -> date:
    return day + timedelta(days=number - day.isoweekday())


def day_word(found: Match[str], context: Context) -> Answer | None:
    """ "today", "late yesterday", "tomorrow", "tonight", "the day after tomorrow"."""
    if context.published is None:
        return dated(None, relative=True)
    step = {"yesterday": -1, "tomorrow": 1}.get(found["word"], 0)
    twice = re.match(r"(?:the\s+)?day\s+(before|after)", found.group())
    day = context.published + timedelta(days=step + (0 if not twice else 1 if twice[1] == "after" else -1))
    if found["word"] == "tonight":
        return Answer("TIME", f"{day.isoformat()}TNI", relative=True)
    return dated(day.isoformat(), relative=True)


def overnight(_found: Match[str], context: Context) -> Answer | None:
    """The night that leads to the day of publication: it touches both days."""
    if context.published is None:
        return Answer("TIME", None, relative=True)
    eve = context.published - timedelta(days=1)
    return Answer("TIME", f"{eve.isoformat()}TNI", relative=True, days=(eve, context.published), anchors=False)


def deictic(found: Match[str], context: Context) -> Answer | None:
    """ "earlier this week", "last November", "next Friday", "the following day", "that month"."""
    which = re.sub(r"\s+", " ", found["which"])
    if found["unit"] and context.text[found.start("which")].isupper() and context.text[found.start("unit")].isupper():
        return None  # "This Week" is a programme
    if found["period"]:
        return _period(which, found, context)
    if found["weekday"]:
        return _some_weekday(which, found, context)
    if found["month_alone"]:
        return _some_month(which, found, context)
    return _some_unit(which, found["unit"], found, context)


def _is_anaphoric(which: str) -> bool:
    return any(word in which for word in _ANAPHORIC)


def _step(which: str) -> int:
    return -1 if which in _BACK else 1 if which in _AHEAD else 0


def _base(which: str, context: Context) -> date | None:
    if _is_anaphoric(which) and context.last_days:
        return context.last_days[1] if _step(which) > 0 else context.last_days[0]
    if context.narrative and not context.published:
        return None
    return context.published


def _some_weekday(which: str, found: Match[str], context: Context) -> Answer | None:
    base = _base(which, context)
    if found["month"] and context.published:
        month, day = MONTHS[found["month"].rstrip(".")], found["day"]
        number = ORDINALS.get(day) or int(re.sub(r"\D", "", day))
        year = nearest_year(month, number, context, found)
        stated = make_day(year, month, number) if year else None
        return dated(stated.isoformat() if stated else None, relative=True)
    if base is None:
        return dated(None, relative=True)
    number, step = WEEKDAYS[found["weekday"]], _step(which)
    if (step == 0 and "that" in which) or "same" in which:
        return dated(plain_weekday(number, base, None).isoformat(), relative=True)
    if step == 0:
        past = context.tense_at(found.start(), found.end()) == "past"
        return dated(plain_weekday(number, base, "past" if past else "future").isoformat(), relative=True)
    if step < 0:
        return dated((base - timedelta(days=(base.isoweekday() - number - 1) % 7 + 1)).isoformat(), relative=True)
    if which == "next":  # the one of next week, as most readers take it
        return dated(_in_week(number, base + timedelta(weeks=1)).isoformat(), relative=True)
    return dated((base + timedelta(days=(number - base.isoweekday() - 1) % 7 + 1)).isoformat(), relative=True)


def _some_month(which: str, found: Match[str], context: Context) -> Answer | None:
    if context.text[found.start("month_alone")].islower():
        return None
    number, base, step = MONTHS[found["month_alone"]], _base(which, context), _step(which)
    if base is None:
        return dated(None, relative=True)
    if step < 0:
        year = base.year if number < base.month else base.year - 1
    elif step > 0:
        year = base.year if number > base.month else base.year + 1
    else:
        year = base.year
    return dated(month_of(year, number), relative=True)


_GRAINS = {"fortnight": "week", "season": "season", "centurie": "century"}
_NO_GRAIN = {"second", "sec", "minute", "min", "hour", "hr", "season", "fortnight", "millennium"}


def _some_unit(which: str, unit: str, found: Match[str], context: Context) -> Answer | None:
    edge = found["edge"] or ""
    if unit in _NO_GRAIN:
        if unit in {"hour", "minute", "second"} and which in {
            "the last",
            "the past",
            "the next",
            "past",
            "last",
            "next",
        }:
            return Answer("DURATION", f"PT1{unit[0].upper()}", relative=True, anchors=False)
        return None
    if unit == "night" or unit in PARTS_OF_DAY:
        return _some_night(which, context)
    if (
        which in {"the last", "the past", "past", "the coming"}
        and not edge
        and unit in {"day", "week", "month", "year", "decade", "century"}
    ):
        if which == "the last" and unit == "day":
            return None
        return _running_span(which, unit, context)
    if which == "the next" and unit in {"week", "month", "year", "decade"} and _LASTING.search(_before(found, context)):
        return _running_span("the coming", unit, context)
    if which in {"the new", "the present", "past", "coming"} and unit not in {"year", "week", "month"}:
        return None
    if which == "the new":
        return None
    base = _base(which, context)
    if base is None:
        return dated(None, relative=True)
    grain = _GRAINS.get(unit, unit)
    moved = shift(base, _step(which), grain)
    if grain == "quarter" and moved is not None and which in {"the latest", "latest"}:
        moved = shift(base, -1, grain)
    return dated(value_at(moved, grain) if moved else None, relative=True)


_LASTING = re.compile(r"\b(?:for|over|within|throughout)\s$")


def _before(found: Match[str], context: Context) -> str:
    return context.folded[max(0, found.start() - 12) : found.start()]


def _running_span(which: str, unit: str, context: Context) -> Answer:
    """ "the past year" is the span up to now rather than a calendar year."""
    grain = {"decade": "P1DE", "century": "P100Y"}.get(unit, f"P1{unit[0].upper()}")
    days = None
    if context.published:
        ahead = which in _AHEAD
        other = shift(context.published, 1 if ahead else -1, unit)
        if other:
            days = (context.published, other) if ahead else (other, context.published)
    return Answer("DURATION", grain, relative=True, days=days, anchors=False)


def _some_night(which: str, context: Context) -> Answer:
    base = _base(which, context)
    if base is None:
        return Answer("TIME", None, relative=True)
    day = base + timedelta(days=_step(which))
    return Answer("TIME", f"{day.isoformat()}TNI", relative=True)


def _period(which: str, found: Match[str], context: Context) -> Answer | None:
    word = found["period"]
    if word == "period":
        return None
    if (
        which in {"that", "this"}
        and word == "time"
        and re.search(r"\bat\s$", context.folded[max(0, found.start() - 4) : found.start()])
    ):
        if which == "this" or not context.last_value:
            return Answer("DATE", "PRESENT_REF" if which == "this" else "PAST_REF", anchors=False)
        return Answer("DATE", context.last_value, relative=True, anchors=False)
    if which in {"the current", "the present"}:
        return Answer("DATE", "PRESENT_REF", anchors=False)
    return None


def before_last(found: Match[str], context: Context) -> Answer | None:
    """ "the year before last", "the week after next"."""
    if context.published is None:
        return dated(None, relative=True)
    step = -2 if found["way"].startswith("before") else 2
    if found["unit"] == "night":
        return Answer("TIME", f"{(context.published + timedelta(days=step)).isoformat()}TNI", relative=True)
    moved = shift(context.published, step, found["unit"])
    return dated(value_at(moved, found["unit"]) if moved else None, relative=True)


def unit_before(found: Match[str], context: Context) -> Answer | None:
    """ "the day before", "the week after"."""
    base = context.anchor()
    if base is None:
        return dated(None, relative=True)
    grain = "day" if found["unit"] == "night" else found["unit"]
    if found["tail"] != "before" and context.last_days:
        base = context.last_days[1]
    moved = shift(base, -1 if found["tail"] == "before" else 1, grain)
    if moved is None:
        return None
    if found["unit"] == "night":
        return Answer("TIME", f"{moved.isoformat()}TNI", relative=True)
    return dated(value_at(moved, grain), relative=True)


def the_unit(found: Match[str], context: Context) -> Answer | None:
    """ "the end of the year", "later in the week", "the weekend"."""
    unit, edge = found["unit"], found["edge"]
    if unit == "day" or (unit in {"month", "decade", "century"} and not edge):
        return None
    base = context.anchor() if context.narrative else context.published
    if base is None:
        return dated(None, relative=True)
    if unit == "weekend":
        return _weekend(found, base, context)
    if (
        re.match(
            r"\s+(?:of|in|when|that|to|after|before|ended|ending)\b", context.folded[found.end() : found.end() + 9]
        )
        and not edge
    ):
        return Answer("DURATION", f"P1{unit[0].upper()}", anchors=False)
    return dated(value_at(base, unit), relative=True)


def _weekend(found: Match[str], base: date, context: Context) -> Answer:
    """The weekend just past; on its own days, or after "will", the one of this week."""
    this_week = base.isoweekday() >= 6 or context.tense_at(found.start(), found.end()) == "future"
    day = base if this_week else base - timedelta(weeks=1)
    return dated(f"{week_of(day)}-WE", relative=True)


def year_end(found: Match[str], context: Context) -> Answer | None:
    """ "year-end": the last day of the year."""
    near = context.anchor() if context.narrative else context.published
    if near is None:
        return dated(None, relative=True)
    step = {"last": -1, "next": 1}.get(found["which"] or "", 0)
    return dated(f"{near.year + step:04d}-12-31", relative=True)


def that_quarter(found: Match[str], context: Context) -> Answer | None:
    """ "the quarter", "the latest quarter", "the year-earlier period", "the 1988 quarter"."""
    words = found.group()
    if found["unit"] == "period" and not re.search(r"year-ago|year-earlier|latest|\d{4}|corresponding", words):
        return None
    base = _quarter_spoken_of(context)
    if base is None:
        return dated(None, relative=True)
    back = re.search(r"year-ago|year-earlier|last\s+year|a\s+year", words)
    stated = re.search(r"\b(1\d{3}|20\d\d)\b", words)
    year = int(stated[1]) if stated else base.year - 1 if back else base.year
    moved = base.replace(year=year, day=1)
    if re.match(r"last|(?:the\s)?previous", words):
        moved = shift(moved, -1, "quarter") or moved
    elif re.match(r"next|(?:the\s)?following", words):
        moved = shift(moved, 1, "quarter") or moved
    return dated(quarter_of(moved), relative=not stated)


def _quarter_spoken_of(context: Context) -> date | None:
    if context.quarter:
        return context.quarter[0]
    # Results of a quarter are published in the next one.
    return shift(context.published, -1, "quarter") if context.published else None


def year_ago_alone(_found: Match[str], context: Context) -> Answer | None:
    """ "year-earlier results"."""
    return year_back(context)


def year_back(context: Context) -> Answer:
    """A year before the quarter or the date spoken of."""
    if context.quarter:
        moved = shift(context.quarter[0], -1, "year")
        return dated(quarter_of(moved) if moved else None, relative=True)
    return dated(f"{context.published.year - 1:04d}" if context.published else None, relative=True)


def reference(value: str) -> Answer:
    """A time without a place on the calendar: PAST_REF, PRESENT_REF, FUTURE_REF."""
    return Answer("DATE", value, anchors=False)


def present(_found: Match[str], _context: Context) -> Answer | None:
    """ "now", "currently", "these days"."""
    return reference("PRESENT_REF")


def past(_found: Match[str], _context: Context) -> Answer | None:
    """ "recently", "long ago"."""
    return reference("PAST_REF")


def future(_found: Match[str], _context: Context) -> Answer | None:
    """ "the near future"."""
    return reference("FUTURE_REF")


def recent(found: Match[str], context: Context) -> Answer | None:
    """ "current", "recent", "former": adjectives of time."""
    word = re.sub(r"\s+", " ", found["word"])
    if word == "former" and not context.narrative:
        return None  # a former minister dates nothing in the news
    value = {
        "recent": "PAST_REF",
        "former": "PAST_REF",
        "the past": "PAST_REF",
        "current": "PRESENT_REF",
        "soon": "FUTURE_REF",
    }.get(word)
    return reference(value) if value and word != "soon" else None
