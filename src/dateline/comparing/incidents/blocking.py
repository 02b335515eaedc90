"""Which tellings are worth comparing? Those that share a place, a name or a rare word, at about the same time."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from itertools import combinations

from dateline.comparing.incidents.kinds import are_neighbours
from dateline.comparing.incidents.tellings import Telling

# A key that more tellings share is compared along the calendar, each with the next ones in time.
CROWD = 30
NEXT = 12
_NO_DAY = date.min


def find_pairs(tellings: Sequence[Telling], keys: Sequence[Iterable[Hashable]]) -> set[tuple[int, int]]:
    """Pairs (a, b), a < b, of tellings of different reports that share a key and could be one by kind.

    The number of pairs grows in proportion to the tellings: a crowded key is compared along the calendar.
    """
    blocks: dict[Hashable, list[int]] = {}
    for position, of_telling in enumerate(keys):
        for key in of_telling:
            blocks.setdefault(key, []).append(position)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        pairs.update(_pairs_within(block, tellings))
    return pairs


def _pairs_within(block: Sequence[int], tellings: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    if len(block) <= CROWD:
        return _fitting(combinations(block, 2), tellings)
    ordered = sorted(block, key=lambda at: (tellings[at].begin or tellings[at].end or _NO_DAY, at))
    neighbours = (
        (ordered[i], ordered[j]) for i in range(len(ordered)) for j in range(i + 1, min(i + NEXT, len(ordered)))
    )
    return _fitting(neighbours, tellings)


def _fitting(pairs: Iterable[tuple[int, int]], tellings: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    for a, b in pairs:
        one, other = tellings[a], tellings[b]
        if one.report == other.report or one.planned != other.planned or one.summary != other.summary:
            continue
        if are_neighbours(one.type, other.type):
            yield min(a, b), max(a, b)
