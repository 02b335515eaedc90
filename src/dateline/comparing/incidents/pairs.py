"""Which pairs are compared, and how likely is each one thing? Millions of them, as numbers and not as objects."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from dateline.comparing.shared_out import share_out

Pair = tuple[int, int]

# Pairs that are made objects of at a time.
BLOCK = 4096
# Blocks from which a second process is worth its while: that is ready sooner than some twenty thousand are scored.
LEAST_BLOCKS = 5


class Pairs:
    """Pairs (a, b), a < b, of so many things: each once, in order."""

    def __init__(self, count: int, pairs: Iterable[Pair]) -> None:
        self._count = max(count, 1)
        coded = array("q", (a * self._count + b for a, b in pairs))
        self._coded = np.unique(np.frombuffer(coded, dtype=np.int64)) if coded else np.empty(0, dtype=np.int64)

    def __len__(self) -> int:
        return len(self._coded)

    def __iter__(self) -> Iterator[Pair]:
        return (pair for block in self._blocks() for pair in self._of(block))

    def often(self) -> NDArray[np.int64]:
        """In how many pairs each of the things is."""
        first, second = np.divmod(self._coded, self._count)
        return np.bincount(first, minlength=self._count) + np.bincount(second, minlength=self._count)

    def scored(self, score: Callable[[int, int], float]) -> NDArray[np.float64]:
        """The score of each pair, in order; two processes share the work where there are many."""
        of_blocks = share_out(
            lambda blocks: [np.array([score(a, b) for a, b in self._of(block)]) for block in blocks],
            self._blocks(),
            least=LEAST_BLOCKS,
        )
        return np.concatenate(of_blocks) if of_blocks else np.empty(0)

    def within_reach(self, scores: NDArray[np.float64], threshold: float) -> dict[Pair, float]:
        """The scores of those that hang together by a chain of pairs above the threshold: no others can be one."""
        first = list(range(self._count))
        for a, b in self._of(self._coded[scores >= threshold]):
            one, other = sorted((first_of(first, a), first_of(first, b)))
            first[other] = one
        roots = np.array([first_of(first, i) for i in range(self._count)])
        one_side, other_side = np.divmod(self._coded, self._count)
        kept = roots[one_side] == roots[other_side]
        return dict(zip(self._of(self._coded[kept]), scores[kept].tolist(), strict=True))

    def _blocks(self) -> list[NDArray[np.int64]]:
        return [self._coded[at : at + BLOCK] for at in range(0, len(self._coded), BLOCK)]

    def _of(self, coded: NDArray[np.int64]) -> Iterator[Pair]:
        first, second = np.divmod(coded, self._count)
        return zip(first.tolist(), second.tolist(), strict=True)


def first_of(first: list[int], i: int) -> int:
    """The first of all that hang together with this one; afterwards it points there."""
    root = i
    while first[root] != root:
        root = first[root]
    while first[i] != root:
        first[i], i = root, first[i]
    return root
