"""Which numbers are parts of one list? "A woman and two children" are three."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from dateline.model.span import NumberSpan

Bounds = tuple[int, int | None]

# What may stand between two parts of one list: "(a woman) and (two children)", "(Orm Tasker), 43, and (two others)".
_LIST = re.compile(
    r"(?:\s+[^\W\d]+){0,2}(?:,\s*\d{1,2})?\s*(?:,|,?\s*and|,?\s*plus|,?\s*along with|,?\s*as well as)\s*"
)
# Of two large numbers side by side one is mostly another count ("55 people, and 124 more were hurt").
SMALL_PART = 10


def bounds_of(number: NumberSpan) -> Bounds:
    return (number.low, number.high) if number.low is not None else (0, number.high)


def add_lists(numbers: Sequence[NumberSpan], text: str) -> list[tuple[Bounds, tuple[NumberSpan, ...]]]:
    """Numbers in one list are parts of one toll: a named victim "and two others" are three, "a woman and two
    children" too; "nine killed, among them four guards" are nine."""
    sums: list[tuple[Bounds, tuple[NumberSpan, ...]]] = []
    for before, after in itertools.pairwise(sorted(set(numbers))):
        between = text[before.end : after.start]
        if not _LIST.fullmatch(between) or min(bounds_of(before)[0], bounds_of(after)[0]) > SMALL_PART:
            continue
        if between.strip() == "," and _is_named(before) != _is_named(after):
            continue  # "his sister, Anna Vell"
        (low, high), parts = sums.pop() if sums and sums[-1][1][-1] == before else (bounds_of(before), (before,))
        more, most = bounds_of(after)
        total = (low + more, None if high is None or most is None else high + most)
        sums.append((total, (*parts, after)))
    return sums


def _is_named(number: NumberSpan) -> bool:
    return number.low == number.high == 1 and number.text.split()[-1][:1].isupper()
