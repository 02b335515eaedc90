"""Which reports of a compared case may have to do with new ones? Those that share passages, places, names or rare words
with them, and of these the ones that share most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, cached_property
from heapq import nsmallest

import numpy as np

from dateline.comparing.additions.kept import Kept
from dateline.comparing.additions.postings import Codes, Numbers, Postings, code_of
from dateline.comparing.additions.traces import kind_of, ordinal
from dateline.comparing.incidents.blocking import FEW, MANY, MOST, NEAR, NEXT
from dateline.comparing.incidents.kinds import are_neighbours
from dateline.comparing.incidents.tellings import Telling
from dateline.comparing.origins import Prints
from dateline.comparing.origins.fingerprints import ENOUGH_SHARED
from dateline.model.event import PLOVER_TYPES

# Of many reports that hold one run of words the first and the last ones are taken: together more than it takes to know
# it for furniture or a phrase of the trade (origins/boilerplate.py).
EITHER_END = 8
# Reports with which a new one is aligned: those that share most runs of words with it.
MOST_SHARERS = 24
# Reports that a new one is compared with otherwise: those that share the most and the rarest with it.
MOST_NEIGHBOURS = 12
# What so many reports share tells little of any two of them.
LEAST_SHARED = 1 / 200


def find_sharers(prints: Prints, kept: Kept) -> list[set[int]]:
    """For each text taken in by `prints`, the numbers of the kept reports that may share a passage with it."""
    return [
        _sharing(texts, kept.prints, ENOUGH_SHARED) | _sharing(quotes, kept.quotes, 1)
        for texts, quotes in zip(prints.texts, prints.quotes, strict=True)
    ]


def _sharing(hashes: Codes, postings: Postings, enough: int) -> set[int]:
    shared: Counter[int] = Counter()
    for first, last in postings.ranges(hashes):
        owners = postings.owners[first:last]
        if len(owners) > 2 * EITHER_END:
            owners = np.concatenate([owners[:EITHER_END], owners[-EITHER_END:]])
        shared.update(owners.tolist())
    sharing = [(-number, report) for report, number in shared.items() if number >= enough]
    return {report for _, report in nsmallest(MOST_SHARERS, sharing)}


@dataclass(slots=True)
class Neighbours:
    """weights: by new report, by number of a kept one, how much they share. others: event id -> with how many kept
    tellings the telling that begins with it is worth comparing."""

    weights: list[dict[int, float]]
    others: dict[str, int] = field(default_factory=dict)

    def nearest(self) -> set[int]:
        """The numbers of the reports that share the most and the rarest with each new one."""
        found: set[int] = set()
        for of_one in self.weights:
            telling = [(-weight, report) for report, weight in of_one.items() if weight >= LEAST_SHARED]
            found.update(report for _, report in nsmallest(MOST_NEIGHBOURS, telling))
        return found


def find_neighbours(
    tellings: Sequence[Telling],
    keys: Sequence[Iterable[Hashable]],
    terms: Sequence[Sequence[int]],
    speakers: Sequence[Sequence[str]],
    days: Sequence[int],
    kept: Kept,
) -> Neighbours:
    """tellings: of the new reports, with their keys (incidents/survey.py). terms, speakers, days: by new report its
    rare terms, the ids of who speaks in it, and its day as an ordinal."""
    blocks = _Blocks(kept)
    found = Neighbours([{} for _ in days])
    for telling, of_telling in zip(tellings, keys, strict=True):
        others = blocks.others(telling, of_telling)
        found.others[telling.all_events[0].id] = len(others)
        weights = found.weights[telling.report]
        for other, weight in others:
            report = int(kept.tellings.report[other])
            weights[report] = max(weights.get(report, 0.0), weight)
    for at, weights in enumerate(found.weights):
        for report, weight in _told_alike(terms[at], kept).items():
            weights[report] = weights.get(report, 0.0) + weight
        for report, weight in _spoken_by(speakers[at], days[at], kept).items():
            weights[report] = weights.get(report, 0.0) + weight
    return found


def _told_alike(terms: Sequence[int], kept: Kept) -> Mapping[int, float]:
    """Reports on the same story: those that share rare words, the rarer the better."""
    weights: Counter[int] = Counter()
    for first, last in kept.terms.ranges(np.array(terms, dtype=np.uint64)):
        if 0 < last - first <= MANY:
            for report in kept.terms.owners[first:last].tolist():
                weights[report] += 1 / (last - first)  # type: ignore[assignment]
    return weights


def _spoken_by(speakers: Sequence[str], day: int, kept: Kept) -> Mapping[int, float]:
    """Reports in which the same people speak, the next ones in time."""
    weights: Counter[int] = Counter()
    for speaker in speakers:
        reports = kept.speakers.at(code_of(speaker))
        if len(reports):
            near = np.argsort(np.abs(kept.days[reports] - day), kind="stable")[:NEXT]
            for report in reports[near].tolist():
                weights[report] += 1 / len(reports)  # type: ignore[assignment]
    return weights


class _Blocks:
    """The kept tellings by what they share, as comparing/incidents/blocking.py has them."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._of_key: dict[Hashable, Numbers] = {}

    def others(self, telling: Telling, keys: Iterable[Hashable]) -> list[tuple[int, float]]:
        """The kept tellings worth comparing with a new one, with how much they share."""
        weights: dict[int, float] = {}
        for key in keys:
            block = self._block(key)
            for other in self._beside(ordinal(telling.begin or telling.end), block):
                weights[other] = weights.get(other, 0.0) + 1 / (len(block) + 1)
        fits = _fitting(kind_of(telling))
        kinds = self._kept.tellings.kind
        fitting = [(other, weight) for other, weight in weights.items() if fits[kinds[other]]]
        return nsmallest(MOST, fitting, key=lambda item: (-item[1], item[0]))

    def _beside(self, day: int, block: Numbers) -> list[int]:
        """All of a few; of many the next ones in time, for a telling without a day none of too many."""
        if len(block) < FEW:
            return list(map(int, block))
        days = self._kept.tellings.day[block]
        if not day:
            return list(map(int, block[-2 * NEXT :])) if len(block) <= MANY else []
        here = int(np.searchsorted(days, day))
        near = slice(max(0, here - NEXT), here + NEXT)
        return list(map(int, block[near][np.abs(days[near] - day) <= NEAR // timedelta(days=1)]))

    def _block(self, key: Hashable) -> Numbers:
        """The tellings that share a key, by day."""
        if key not in self._of_key:
            block = self._with(key)
            days = self._kept.tellings.day[block]
            self._of_key[key] = block[np.argsort(days, kind="stable")]
        return self._of_key[key]

    def _with(self, key: Hashable) -> Numbers:
        assert isinstance(key, tuple)
        what, value = key
        if what != "word":
            return self._kept.keys.at(code_of(value))
        reports = self._kept.terms.at(value)
        firsts, lasts = self._edges[reports], self._edges[reports + 1]
        of_reports = [np.arange(first, last) for first, last in zip(firsts, lasts, strict=True)]
        found = np.concatenate([np.empty(0, dtype=np.int64), *of_reports])
        main: Numbers = found[self._kept.tellings.main[found] > 0].astype(np.int32)
        return main

    @cached_property
    def _edges(self) -> Numbers:
        """Where the tellings of each report begin."""
        return np.searchsorted(self._kept.tellings.report, np.arange(len(self._kept.ids) + 1)).astype(np.int32)


@cache
def _fitting(kind: int) -> tuple[bool, ...]:
    """By the kind of a telling (traces.kind_of), whether it can be one with a telling of this kind."""
    types = (*PLOVER_TYPES, "")
    return tuple(
        kind % 4 == other % 4 and are_neighbours(types[kind // 4], types[other // 4]) for other in range(4 * len(types))
    )
