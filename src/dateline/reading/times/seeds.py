"""Where may a time stand? A cheap look for the words without which there is none, so that the grammar reads little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.reading.times.vocabulary import (
    DECADES,
    FEASTS,
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

_OTHERS = (
    "today yesterday tomorrow tonight overnight now nowadays noon midnight currently current recently recent lately "
    "presently present future former formerly past daily hourly weekly monthly quarterly annually yearly nightly everyday "
    "year-ago year-earlier year-end date ago term century centuries millennia period moment o'clock"
)
_WORDS = {
    *MONTHS,
    *WEEKDAYS,
    *SEASONS,
    *PARTS_OF_DAY,
    *DECADES,
    *UNITS,
    *_OTHERS.split(),
    *(f"{unit}s" for unit in UNITS),
}
_WORDS |= {word.split()[0] for word in FEASTS} | {f"{day}s" for day in WEEKDAYS} | {"nineteen", "thousand"}
_SEED = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _WORDS), reverse=True)) + r")\b|\d")
# The longest run of words before and after a seed that may belong to one expression.
_BEFORE = 70
_AFTER = 60


def regions(folded: str) -> Iterator[tuple[int, int]]:
    """Stretches (start, end) of the text that hold all its times, cut at blanks, in order and apart from each other."""
    low, high = -1, -1
    for seed in _SEED.finditer(folded):
        start = max(0, seed.start() - _BEFORE)
        if start > high:
            if high >= 0:
                yield _at_blanks(folded, low, high)
            low = start
        high = seed.end() + _AFTER
    if high >= 0:
        yield _at_blanks(folded, low, min(high, len(folded)))


def _at_blanks(folded: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not folded[start - 1].isspace():
        start += 1
        if start >= end:
            break
    stop = min(end, len(folded))
    while stop < len(folded) and stop > start and not folded[stop].isspace():
        stop -= 1
    return start, stop
