"""Which tellings are worth comparing? Those that share a place, a name or a rare word, at about the same time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from dateline.comparing.incidents.kinds import are_neighbours
from dateline.comparing.incidents.tellings import Telling

# What so few tellings share is worth comparing whenever they were told (a trial a year later); what more share only
# along the calendar, each with the next ones within some weeks.
FEW = 24
NEXT = 12
NEAR = timedelta(days=30)
# A telling without any day is compared with those that share most with it, of keys that no more than MANY share.
MANY = 200


def find_pairs(tellings: Sequence[Telling], keys: Sequence[Iterable[Hashable]]) -> set[tuple[int, int]]:
    """Pairs (a, b), a < b, of tellings of different reports that share a key and could be one by kind.

    The number of pairs grows in proportion to the tellings: a crowded key is compared along the calendar.
    """
    blocks: dict[Hashable, list[int]] = {}
    for position, of_telling in enumerate(keys):
        for key in of_telling:
            blocks.setdefault(key, []).append(position)
    pairs: set[tuple[int, int]] = set()
    shared: dict[int, Counter[int]] = {}
    for block in blocks.values():
        if len(block) <= FEW:
            pairs.update(_fitting(combinations(block, 2), tellings))
        else:
            pairs.update(_fitting(_along_the_calendar(block, tellings), tellings))
            _count_shared(block, tellings, shared)
    pairs.update(_fitting(_sharing_most(shared), tellings))
    return pairs


def _along_the_calendar(block: Sequence[int], tellings: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    days = {at: day for at in block if (day := _day(tellings[at])) is not None}
    ordered = sorted(days, key=lambda at: (days[at], at))
    for i, first in enumerate(ordered):
        for second in ordered[i + 1 : i + NEXT]:
            if days[second] - days[first] <= NEAR:
                yield first, second


def _count_shared(block: Sequence[int], tellings: Sequence[Telling], shared: dict[int, Counter[int]]) -> None:
    """For tellings of the block without a day: what they share with whom."""
    if len(block) <= MANY:
        for at in block:
            if _day(tellings[at]) is None:
                shared.setdefault(at, Counter()).update(other for other in block if other != at)


def _sharing_most(shared: Mapping[int, Counter[int]]) -> Iterable[tuple[int, int]]:
    for at, others in shared.items():
        for other, _ in sorted(others.items(), key=lambda entry: (-entry[1], entry[0]))[: 2 * NEXT]:
            yield at, other


def _day(telling: Telling) -> date | None:
    return telling.begin or telling.end


def _fitting(pairs: Iterable[tuple[int, int]], tellings: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    for a, b in pairs:
        one, other = tellings[a], tellings[b]
        if one.report == other.report or one.planned != other.planned or one.summary != other.summary:
            continue
        if are_neighbours(one.type, other.type):
            yield min(a, b), max(a, b)
