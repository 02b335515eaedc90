"""Which tellings belong together? Joins the likest first, by the average over all pairs, never what cannot be one."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dateline.comparing.incidents.pairs import Pair, first_of
from dateline.comparing.shared_out import share_out

# A pair that was never compared shares neither place, name nor rare word.
UNCOMPARED = 0.02
# Neighbourhoods of which a second process is worth its while.
LEAST_SHARED_OUT = 500

Neighbourhood = tuple[list[int], list[Pair]]
"""What can come together at all, with the pairs inside that were compared."""


def cluster(
    count: int, scores: Mapping[Pair, float], threshold: float, may_join: Callable[[list[int], list[int]], bool]
) -> list[list[int]]:
    """Average-link clustering of 0 … count - 1 over sparse scores; groups in order of their first member.

    A chain of likenesses does not suffice: the average over all pairs of two groups must reach the threshold,
    and `may_join` must allow it.
    """

    def grouped(some: Sequence[Neighbourhood]) -> list[list[list[int]]]:
        return [
            [sorted(group) for group in _grouped(_Groups(members, pairs, scores, threshold), may_join)]
            for members, pairs in some
        ]

    parts = list(_neighbourhoods(count, scores, threshold))
    near = [part for part in parts if len(part[0]) > 1]
    alone = [members for members, _ in parts if len(members) == 1]
    found = share_out(grouped, near, least=LEAST_SHARED_OUT)
    return sorted([*alone, *(group for groups in found for group in groups)], key=_first)


def _first(group: Sequence[int]) -> int:
    return group[0]


def _neighbourhoods(count: int, scores: Mapping[Pair, float], threshold: float) -> Iterator[Neighbourhood]:
    """An average over pairs of which none reaches the threshold does not reach it either. Each is clustered by itself,
    so that the work does not grow with the case."""
    first = list(range(count))
    for (a, b), value in scores.items():
        if value >= threshold:
            one, other = sorted((first_of(first, a), first_of(first, b)))
            first[other] = one
    members: dict[int, list[int]] = {}
    within: dict[int, list[Pair]] = {}
    for i in range(count):
        members.setdefault(first_of(first, i), []).append(i)
    for pair in scores:
        if first[pair[0]] == first[pair[1]]:
            within.setdefault(first[pair[0]], []).append(pair)
    for root, of_one in members.items():
        yield of_one, within.get(root, [])


def _grouped(groups: _Groups, may_join: Callable[[list[int], list[int]], bool]) -> Iterable[list[int]]:
    while (pair := groups.likest()) is not None:
        if may_join(groups.members[pair[0]], groups.members[pair[1]]):
            groups.join(*pair)
    return groups.members.values()


class _Groups:
    """Groups under way; a joined group gets a new number. links: the sum and number of the scores between two."""

    def __init__(
        self, positions: Sequence[int], compared: Iterable[Pair], scores: Mapping[Pair, float], threshold: float
    ) -> None:
        self.members: dict[int, list[int]] = {i: [i] for i in positions}
        self._links: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in positions}
        self._threshold, self._next = threshold, positions[-1] + 1
        self._heap: list[tuple[float, int, int]] = []
        for a, b in compared:
            self._link(a, b, (scores[a, b], 1))
        heapq.heapify(self._heap)

    def likest(self) -> Pair | None:
        """The pair of groups with the highest average, each pair offered once."""
        while self._heap:
            _, a, b = heapq.heappop(self._heap)
            if a in self.members and b in self.members:
                return a, b
        return None

    def join(self, a: int, b: int) -> None:
        """Makes one group of two; their links are added up."""
        number, self._next = self._next, self._next + 1
        self.members[number] = self.members.pop(a) + self.members.pop(b)
        self._links[number] = {}
        added: dict[int, tuple[float, int]] = {}
        for old in (a, b):
            for other, (total, compared) in self._links.pop(old).items():
                if other in self.members:
                    del self._links[other][old]
                    so_far = added.get(other, (0.0, 0))
                    added[other] = so_far[0] + total, so_far[1] + compared
        for other, link in added.items():
            self._link(number, other, link)

    def _link(self, a: int, b: int, link: tuple[float, int]) -> None:
        self._links[a][b] = self._links[b][a] = link
        pairs = len(self.members[a]) * len(self.members[b])
        average = (link[0] + (pairs - link[1]) * UNCOMPARED) / pairs
        if average >= self._threshold:
            heapq.heappush(self._heap, (-average, a, b))
