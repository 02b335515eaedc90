"""Which reports may share a passage? Candidate pairs, found without comparing every report with every other.

Winnowing (Schleimer, Wilkerson, Aiken 2003): of every few neighbouring word runs the one with the smallest hash is
kept, so that a shared stretch of WINDOW + SHINGLE - 1 words always leaves a shared fingerprint in both texts.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.comparing.origins.words import Hashes, Numbers, Words, shingles

SHINGLE = 5
WINDOW = 4
# Of more reports than this that hold one run of words each is paired with the first and with its next two neighbours
# only, so that a passage that thousands print does not make millions of pairs; what only some of them share has runs
# of its own.
CROWD = 8
NEIGHBOURS = 2
# A shared passage of 12 words leaves at least two fingerprints; one alone is mostly a stock phrase.
ENOUGH_SHARED = 2

Pairs = NDArray[np.int64]


def winnow(hashes: Hashes) -> Hashes:
    """The fingerprints among the hashes: the smallest of every WINDOW neighbours, each kept once per place."""
    if len(hashes) <= WINDOW:
        return hashes[[int(hashes.argmin())]] if len(hashes) else hashes
    windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
    kept = np.unique(windows.argmin(axis=1) + np.arange(len(windows)))
    chosen: Hashes = hashes[kept]
    return chosen


def prints_of(text: Words) -> Hashes:
    """The fingerprints of a text, each once, in ascending order."""
    return np.unique(winnow(shingles(text.ids, SHINGLE)))


def quote_prints_of(quotes: Sequence[Numbers], size: int) -> Hashes:
    """All runs of `size` words inside a text's quotations, each once, in ascending order."""
    if not quotes:
        return np.empty(0, dtype=np.uint64)
    return np.unique(np.concatenate([shingles(quote, size) for quote in quotes]))


def pairs_sharing(prints: Sequence[Hashes], enough: int) -> list[tuple[int, int]]:
    """Pairs (a, b), a < b, of texts that share at least so many hashes."""
    hashes = np.concatenate(list(prints)) if prints else np.empty(0, dtype=np.uint64)
    owners = np.repeat(np.arange(len(prints), dtype=np.int64), [len(p) for p in prints])
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    codes = np.concatenate([np.empty(0, dtype=np.int64), *_coded_pairs(hashes, owners, len(prints))])
    pairs, shared = np.unique(codes, return_counts=True)
    pairs = pairs[shared >= enough]
    return [divmod(int(code), max(len(prints), 1)) for code in pairs]


def _coded_pairs(hashes: Hashes, owners: Pairs, total: int) -> list[Pairs]:
    """For every hash with several owners, a * total + b of its pairs; groups of one size are paired together."""
    starts = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]])) if len(hashes) else np.empty(0, int)
    sizes = np.diff(np.concatenate([starts, [len(hashes)]]))
    coded = []
    for size in np.unique(sizes[sizes > 1]):
        members = owners[starts[sizes == size][:, None] + np.arange(size)]
        first, second = np.triu_indices(size, 1) if size <= CROWD else _linked(int(size))
        coded.append((members[:, first] * total + members[:, second]).ravel())
    return coded


def _linked(size: int) -> tuple[Numbers, Numbers]:
    """Pairs that hold a crowd of so many together: all with the first, each with its next neighbours."""
    steps = [(np.zeros(size - 1, dtype=np.int64), np.arange(1, size))]
    steps += [(np.arange(1, size - step), np.arange(1 + step, size)) for step in range(1, NEIGHBOURS + 1)]
    return np.concatenate([a for a, _ in steps]), np.concatenate([b for _, b in steps])
