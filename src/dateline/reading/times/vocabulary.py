"""Which words speak of time? The lexicon times.yaml as tables and as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.lexicons import load_yaml

_WORDS: Mapping[str, Any] = load_yaml("times.yaml")

MONTHS: Mapping[str, int] = {**_WORDS["months"], **_WORDS["month_short"]}
WEEKDAYS: Mapping[str, int] = {**_WORDS["weekdays"], **_WORDS["weekday_short"]}
SEASONS: Mapping[str, str] = _WORDS["seasons"]
PARTS_OF_DAY: Mapping[str, str] = _WORDS["parts_of_day"]
UNITS: Mapping[str, Mapping[str, Any]] = _WORDS["units"]
NUMBERS: Mapping[str, int] = _WORDS["numbers"]
ORDINALS: Mapping[str, int] = _WORDS["ordinals"]
DECADES: Mapping[str, int] = _WORDS["decades"]
FAMOUS_DAYS: Mapping[str, str] = _WORDS["famous_days"]
FEASTS: Mapping[str, str] = _WORDS["feasts"]
VAGUE_NUMBERS: tuple[str, ...] = tuple(_WORDS["vague_numbers"])
APPROXIMATIONS: tuple[str, ...] = tuple(_WORDS["approximations"])
PRESENT: tuple[str, ...] = tuple(_WORDS["present"])
PAST: tuple[str, ...] = tuple(_WORDS["past"])
FUTURE: tuple[str, ...] = tuple(_WORDS["future"])
NUMBER_BEFORE: tuple[str, ...] = tuple(_WORDS["number_before"])
COUNTED_AFTER: tuple[str, ...] = tuple(_WORDS["counted_after"])
MONTH_BEFORE: tuple[str, ...] = tuple(_WORDS["month_before"])
MONTH_SURELY_BEFORE: tuple[str, ...] = tuple(_WORDS["month_surely_before"])

# One gap between words: blanks, and at most one line end (a paragraph's end parts expressions). Bounded, so that a
# table's thousand blanks cost nothing.
GAP = r"(?:[ \t]{1,12}(?:\n[ \t]{0,12})?|\n[ \t]{0,12})"


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a blank in a word stands for a gap."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", GAP) for word in ordered) + ")"


MONTH_NAME = either(_WORDS["months"])
MONTH_SHORT = either(_WORDS["month_short"])
# A month beside a day or a year: "Oct", "Oct.", "October".
MONTH = rf"(?:{MONTH_NAME}|{MONTH_SHORT}\.?)"
WEEKDAY_NAME = either(_WORDS["weekdays"])
WEEKDAY = rf"(?:{WEEKDAY_NAME}|{either(_WORDS['weekday_short'])}\.?)"
SEASON = either(SEASONS)
PART_OF_DAY = either(PARTS_OF_DAY)
NUMBER_WORD = either(word for word in NUMBERS if word not in {"a", "an", "zero"})
ORDINAL = rf"(?:{either(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
UNIT = either(name for name in UNITS if name not in {"centurie", "millennia"})
UNITS_PLURAL = either([f"{name}s" for name in UNITS if name != "millennia"] + ["millennia"])


def read_count(words: str) -> float | None:
    """The number that the words of a quantity name ("twenty-four", "2 1/2", "1,500", "a hundred"); None when vague."""
    words = words.strip().replace(",", "")
    mixed = re.fullmatch(r"(\d+)[ -](\d)/(\d)", words)
    if mixed and mixed[3] != "0":
        return int(mixed[1]) + int(mixed[2]) / int(mixed[3])
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        return float(words)
    return _add_up(re.split(r"[\s-]+", words))


def _add_up(words: list[str]) -> float | None:
    total = 0
    current = 0
    for word in words:
        if word == "and":
            continue
        value = int(word) if word.isdigit() else NUMBERS.get(word)
        if value is None:
            return None
        if value in (100, 1000, 12) and word in {"hundred", "thousand", "dozen"}:
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        else:
            current = value if word in {"a", "an"} else current + value
    return float(total + current)
