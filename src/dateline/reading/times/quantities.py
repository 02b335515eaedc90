"""How long, how often, how long ago? Durations, sets, and days counted from others."""

from __future__ import annotations

import re
from datetime import date, timedelta
from re import Match

from dateline.reading.times.answers import Answer, dated
from dateline.reading.times.context import Context
from dateline.reading.times.relative import reference, year_back
from dateline.reading.times.values import Days, shift, value_at
from dateline.reading.times.vocabulary import (
    GAP,
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
    read_count,
)

_VAGUE = re.compile("|".join(re.escape(words) for words in VAGUE_NUMBERS if not words.startswith("a couple")))


def singular(words: str) -> str:
    """ "years" -> "year"."""
    if words in UNITS:
        return words
    return words[:-1] if words[:-1] in UNITS else words


def duration_value(count: float | None, unit: str) -> str | None:
    """The TIMEX3 duration: P3Y, PT48H, PXD; None for units without a letter."""
    entry = UNITS[unit]
    code = {"NI": "D"}.get(entry["code"], entry["code"])
    head = "PT" if entry.get("clock") else "P"
    if code == "X":
        return None
    if count is None:
        return f"{head}X{_LONG_CODES.get(unit, code)}"
    if unit == "decade" and count == 1:
        return "P1DE"
    count *= entry.get("times", 1)
    whole, part = divmod(count, 1)
    if part and code in {"Y", "H"}:
        rest = f"{round(part * 12)}M" if code == "Y" else f"{round(part * 60)}M"
        return f"{head}{int(whole)}{code}{rest}" if whole else f"{head}{rest}"
    return f"{head}{count:g}{code}"


_LONG_CODES = {"decade": "E", "century": "C", "centurie": "C"}


def quantity(found: Match[str], context: Context) -> Answer | None:
    """ "two days later", "the next 48 hours", "several days", "a three-year period", "a year ago"."""
    unit = singular(found["unit"])
    if not _is_a_quantity(found, unit, context):
        return None
    count = _count(found)
    tail = found["tail"] or ""
    if tail and not tail.startswith(("old", "of")):
        return _away(tail, count, unit, found, context)
    value = duration_value(count, unit)
    if value is None:
        return None
    return Answer(
        "DURATION", value, days=_reach(found, count, unit, context), anchors=False, skip=_article(found, unit)
    )


_ARTICLE = re.compile(rf"(?:an?|the|its|their|his|her|this|that|our){GAP}(?=(?:\d|[a-z]+(?:-[a-z]+)?(?:-|{GAP})))")


def _article(found: Match[str], unit: str) -> int:
    """ "a two-week strike", "the five year low": before a noun the article belongs to the noun."""
    single = found["unit"] == unit and not found["tail"] and found["count"] not in {"a", "an"}
    article = _ARTICLE.match(found.group()) if single else None
    if article is None or (found["join"] != "-" and found["order"]):
        return 0
    return article.end()


_AFTER_ONE = re.compile(r"\s+(?:of|the|in|when|that)\b")


def _is_a_quantity(found: Match[str], unit: str, context: Context) -> bool:
    words, count = found.group(), found["count"]
    if found["hyphen_old"] and found["hyphen_old"].endswith("old"):
        return False  # an age is no time of the story
    if found["tail"] and found["tail"].startswith(("old", "of")) and not context.narrative:
        return False
    if unit in {"second", "sec", "min", "minute", "night", "weekend"} and count in {"a", "an", "half a", "one"}:
        return bool(found["tail"])
    if unit == "second" and not words.endswith("s"):
        return False
    if unit == "season" or _is_no_time(found, unit) or re.search(r"\d{4}[-/]$", context.before(found.start(), 6)):
        return False
    if count in {"a", "an"} and not found["tail"]:
        return _is_bare_unit_time(found, unit, context)
    return not re.match(r"\s?(?:-|percent|%)", context.folded[found.end() : found.end() + 3])


def _is_no_time(found: Match[str], unit: str) -> bool:
    """ "three-quarters" is a share; "more than 300,000 last year" two things; "sec" a short form only after figures."""
    plural = found["unit"] != unit
    if unit == "year" and not plural and re.fullmatch(r"(?:1[89]|20)\d\d", found["count"]):
        return True  # "the 2009-10 fiscal year"
    if found["order2"] and not plural and found["count"] not in {"a", "an", "one"}:
        return True
    if unit == "quarter":
        return found["count"] in {"a", "one", "three", "3", "some"} and not found["order"] and not found["tail"]
    return unit in {"sec", "min", "hr"} and not found["count"][0].isdigit()


_LASTING = re.compile(
    r"\b(?:for|in|within|after|over|about|around|nearly|almost|than|once|lasted|lasting|took|takes?|taken|spent|spend|every|during|"
    r"only|just|barely|under|least|is|was|be|of|until|by|before|with|not|another|been)\s$"
)


def _is_bare_unit_time(found: Match[str], unit: str, context: Context) -> bool:
    """ "for a week" lasts; "three times a week" and "$5 a day" tell a rate, "a day of mourning" a kind of day."""
    if unit in {"day", "hour", "millennium"} and _AFTER_ONE.match(context.folded, found.end()):
        return False
    if re.search(r"[a-z]", found.group().removesuffix(found["unit"]).replace(found["count"], "", 1)):
        return True  # "nearly a year"
    before = context.folded[max(0, found.start() - 14) : found.start()]
    return context.narrative or bool(_LASTING.search(before)) or found.start() == 0


def _count(found: Match[str]) -> float | None:
    words = re.sub(r"\s+", " ", found["count"])
    if words.startswith("half"):
        return 0.5
    if words in {"a couple", "a couple of"} or words == "a half":
        return 2.0 if "couple" in words else 0.5
    if _VAGUE.fullmatch(words):
        return None
    if words.startswith("a couple"):
        return 2.0
    if re.match(r"an? (?!hundred|thousand|dozen)\w", words):
        words = words.split(" ", 1)[1]
    number = read_count(words)
    half = found["half"] or (found["range"] or "").endswith("half")
    return number + 0.5 if number is not None and half else number


def _reach(found: Match[str], count: float | None, unit: str, context: Context) -> Days | None:
    """The days of a span that borders on now: "the next 48 hours", "the past two months", "the last week"."""
    order = found["order"] or found["order2"]
    if context.published is None or count is None or order not in {"next", "coming", "past", "last"}:
        return None
    other = _moved(context.published, count if order in {"next", "coming"} else -count, unit)
    if other is None:
        return None
    return (context.published, other) if other >= context.published else (other, context.published)


def _moved(day: date, count: float, unit: str) -> date | None:
    entry = UNITS[unit]
    if entry.get("clock"):
        hours = count * {"S": 1 / 3600, "M": 1 / 60, "H": 1.0}[entry["code"]]
        days = int(abs(hours) // 24) * (1 if hours > 0 else -1)
        return day + timedelta(days=days)
    grain, step = _grain(unit)
    return shift(day, round(count * step), grain)


def _grain(unit: str) -> tuple[str, int]:
    return {
        "night": ("day", 1),
        "weekend": ("week", 1),
        "fortnight": ("week", 2),
        "season": ("season", 1),
        "century": ("century", 1),
        "centurie": ("century", 1),
        "millennium": ("century", 10),
        "millennia": ("century", 10),
    }.get(unit, (unit, 1))


_BACK = ("ago", "earlier", "before", "previously", "prior", "back", "before")


def _away(tail: str, count: float | None, unit: str, found: Match[str], context: Context) -> Answer | None:
    """A time counted from now ("ago", "from now") or from the time spoken of ("later", "earlier")."""
    back = tail.startswith(_BACK)
    if found["tail_day"] and context.published is None:
        return dated(None, relative=True)
    if tail in {"before", "after"} and count is None and not found["the"]:
        return reference("PAST_REF") if back else reference("FUTURE_REF")
    if count is None:
        return reference("PAST_REF" if back else "FUTURE_REF")
    from_now = tail.startswith(("ago", "from", "back", "hence"))
    if (
        unit == "year"
        and count == 1
        and back
        and not context.narrative
        and context.quarter
        and context.last_grain == "quarter"
    ):
        return year_back(context)
    base = context.published if from_now else _counted_from(back, context)
    if base is None:
        return dated(None, relative=True)
    day = _moved(base, -count if back else count, unit)
    if day is None:
        return None
    if UNITS[unit].get("clock"):
        return Answer("TIME", f"{day.isoformat()}TXX", relative=True, anchors=False)
    return dated(value_at(day, _value_grain(unit)), relative=True)


def _counted_from(back: bool, context: Context) -> date | None:
    if context.last_days is None:
        return context.published
    return context.last_days[0] if back else context.last_days[-1]


def _value_grain(unit: str) -> str:
    grain = _grain(unit)[0]
    return "day" if grain == "season" else grain


def vague_span(found: Match[str], _context: Context) -> Answer | None:
    """ "recent days", "the past few weeks", "coming months"."""
    order, unit = found["order"], singular(found["unit"])
    if order == "recent" and not found["few"]:
        return reference("PAST_REF")
    if not found["few"] and order in {"coming", "next", "future"}:
        return reference("FUTURE_REF")
    if not found["few"] and order in {"past", "last", "prior"}:
        return reference("PAST_REF")
    count = 2.0 if found["few"] and found["few"].startswith("couple") else None
    value = duration_value(count, unit)
    return Answer("DURATION", value, relative=True, anchors=False) if value else None


def bare_units(found: Match[str], context: Context) -> Answer | None:
    """ "for years", "months ago"."""
    unit = singular(found["unit"])
    if found["tail"]:
        return reference("PAST_REF" if found["tail"] != "later" else "FUTURE_REF")
    before = context.folded[max(0, found.start() - 9) : found.start()]
    if not re.search(r"\b(?:for|in|within|over|after|of|took|take|takes|lasted)\s$", before):
        return None
    if unit in {"second", "sec", "min", "night", "season", "quarter", "weekend"}:
        return None
    value = duration_value(None, unit)
    return Answer("DURATION", value, anchors=False) if value else None


def every(found: Match[str], context: Context) -> Answer | None:
    """ "every Friday", "each July", "every two weeks"."""
    if found["weekday"]:
        part = f"T{PARTS_OF_DAY[found['weekday_part']]}" if found["weekday_part"] else ""
        return _set(f"XXXX-WXX-{WEEKDAYS[found['weekday']]}{part}")
    if found["month"]:
        if context.text[found.start("month")].islower():
            return None
        return _set(f"XXXX-{MONTHS[found['month']]:02d}")
    if found["part"]:
        return _set(f"XXXX-XX-XXT{PARTS_OF_DAY[found['part']]}")
    if found["season"]:
        return _set(f"XXXX-{SEASONS[found['season']]}")
    unit = singular(found["unit"])
    count = read_count(found["count"]) if found["count"] else 2.0 if found["other"] == "other" else 1.0
    if found["each"] == "each" and found["count"]:
        return None
    if unit == "day" and count == 1:
        return _set("XXXX-XX-XX")
    if unit == "night":
        return _set("XXXX-XX-XXTNI")
    value = duration_value(count, unit)
    return _set(value) if value else None


def weekdays_plural(found: Match[str], _context: Context) -> Answer | None:
    """ "Tuesdays", "Tuesday nights"."""
    part = f"T{PARTS_OF_DAY[found['part']]}" if found["part"] else ""
    return _set(f"XXXX-WXX-{WEEKDAYS[found['weekday']]}{part}")


def rate(found: Match[str], context: Context) -> Answer | None:
    """ "twice a week"; "per day" alone is marked in histories only, where TIMEX2 has it."""
    if found["times"].startswith("per") and not context.narrative:
        return None
    value = duration_value(1.0, singular(found["unit"]))
    return _set(value) if value else None


_REGULAR = {
    "daily": "XXXX-XX-XX",
    "everyday": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "hourly": "PT1H",
    "weekly": "XXXX-WXX",
    "monthly": "XXXX-XX",
    "quarterly": "P3M",
    "annually": "XXXX",
    "yearly": "XXXX",
}


def regular(found: Match[str], context: Context) -> Answer | None:
    """ "daily", "annually": not "the Daily Planet"."""
    if context.text[found.start()].isupper() and context.text[found.end() : found.end() + 2].strip()[:1].isupper():
        return None
    if found["word"] == "quarterly" and re.match(r"\s\w", context.folded[found.end() : found.end() + 2]):
        return None  # "its quarterly dividend"
    return _set(_REGULAR[found["word"]])


def _set(value: str | None) -> Answer:
    return Answer("SET", value, anchors=False)
