"""Which tellings are worth comparing? Those that share a place, a name or a rare word, at about the same time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from dateline.comparing.incidents.kinds import are_neighbours
from dateline.comparing.incidents.pairs import Pair
from dateline.comparing.incidents.tellings import Telling
from dateline.comparing.shared_out import share_out

# What so few tellings share is worth comparing whenever they were told (a trial a year later); what more share only
# along the calendar, each with the next ones within some weeks.
FEW = 24
NEXT = 12
NEAR = timedelta(days=30)
# A telling without any day is compared with those that share most with it, of keys that no more than MANY share.
MANY = 200
# A telling is compared with no more others than about so many; on gva_incidents (dev_pool) those left out share one
# word with it, mostly far apart in time. Pairwise F1 is 0.810 there; without a limit 0.809, with 40 0.807, with 24
# 0.805.
MOST = 64
# Tellings whose pairs are looked for at a time; a second process is worth its while from so many blocks on.
BLOCK, LEAST_BLOCKS = 1024, 16

Calendar = list[tuple[date, int]]
"""Tellings that have a day, with it, in order."""


def find_pairs(tellings: Sequence[Telling], keys: Sequence[Iterable[Hashable]]) -> Iterator[Pair]:
    """Pairs (a, b), a < b, of tellings of different reports that share a key and could be one by kind; some more than
    once.

    The number of pairs grows in proportion to the tellings: a crowded key is compared along the calendar, and of what
    shares keys with a telling only those MOST that share the most and the rarest.
    """
    own = [tuple(of_telling) for of_telling in keys]
    blocks: dict[Hashable, list[int]] = {}
    for position, of_telling in enumerate(own):
        for key in of_telling:
            blocks.setdefault(key, []).append(position)
    calendars = {key: _calendar(block, tellings) for key, block in blocks.items() if len(block) > FEW}
    shared: dict[int, Counter[int]] = {}
    for key in calendars:
        _count_shared(blocks[key], tellings, shared)
    yield from ((min(a, b), max(a, b)) for a, b in _sharing_most(shared) if _could_be_one(tellings[a], tellings[b]))
    yield from _each_with_its_own(tellings, own, blocks, calendars)


def _each_with_its_own(
    tellings: Sequence[Telling],
    keys: Sequence[tuple[Hashable, ...]],
    blocks: Mapping[Hashable, Sequence[int]],
    calendars: Mapping[Hashable, Calendar],
) -> Iterator[Pair]:
    """Each telling with those that share keys with it; two processes share the work where there are many."""

    def others_of(at: int) -> Iterable[int]:
        weights: dict[int, float] = {}
        for key in keys[at]:
            block = blocks[key]
            for other in _beside(at, calendars[key], tellings) if key in calendars else block:
                weights[other] = weights.get(other, 0.0) + 1 / len(block)
        return _most_of(weights, at, tellings)

    def pairs_of(positions: range) -> NDArray[np.int32]:
        pairs = [(min(at, other), max(at, other)) for at in positions for other in others_of(at)]
        return np.array(pairs, dtype=np.int32).reshape(-1, 2)

    some = [range(at, min(at + BLOCK, len(tellings))) for at in range(0, len(tellings), BLOCK)]
    for pairs in share_out(lambda parts: [pairs_of(part) for part in parts], some, least=LEAST_BLOCKS):
        yield from zip(pairs[:, 0].tolist(), pairs[:, 1].tolist(), strict=True)


def _calendar(block: Sequence[int], tellings: Sequence[Telling]) -> Calendar:
    return sorted((day, at) for at in block if (day := _day(tellings[at])) is not None)


def _beside(at: int, calendar: Calendar, tellings: Sequence[Telling]) -> Iterable[int]:
    """The next tellings before and after this one, within some weeks."""
    day = _day(tellings[at])
    if day is None:
        return ()
    here = bisect_left(calendar, (day, at))
    return (other for when, other in calendar[max(0, here - NEXT + 1) : here + NEXT] if abs(when - day) <= NEAR)


def _most_of(weights: Mapping[int, float], at: int, tellings: Sequence[Telling]) -> Iterable[int]:
    """Of the tellings that share keys with one and could be one with it, those that share the most and the rarest."""
    fitting = [other for other in weights if _could_be_one(tellings[at], tellings[other])]
    if len(fitting) <= MOST:
        return fitting
    return nsmallest(MOST, fitting, key=lambda other: (-weights[other], other))


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


def _could_be_one(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of different reports and of kinds that can stand for one happening."""
    if one.report == other.report or one.planned != other.planned or one.summary != other.summary:
        return False
    return are_neighbours(one.type, other.type)
