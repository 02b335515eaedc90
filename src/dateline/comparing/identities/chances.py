"""How likely are two spellings one name? What an earlier comparison of the case worked out is not worked out again."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from dateline.comparing.shared_out import share_out
from dateline.language.name_likeness import likelihood

LEAST_SHARED_OUT = 2_000  # pairs: a second process is ready sooner than these are compared
# Of ten million pairs of names two share eight bytes with a chance of one in 400,000.
_HASH_BYTES = 8

Scores = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Hashes of pairs in ascending order, and the score of each: a large case compares ten million pairs of names."""


class Chances:
    """The likelihoods of a case's pairs of names (language/name_likeness.py), by a hash of each pair.

    known: of earlier comparisons, by the same rules.
    """

    def __init__(self, known: Scores | None = None) -> None:
        self._known = known or _scores([])
        self._found: list[Scores] = []

    @property
    def found(self) -> Scores:
        """What had to be worked out beside the known ones."""
        return _scores(self._found)

    def of(self, pairs: Sequence[tuple[str, str]], class_: str) -> list[float]:
        """The likelihood of each pair of spellings. class_: "person" or "body"."""
        hashes = np.array([_hash(a, b, class_) for a, b in pairs], dtype=np.int64)
        alike, first, places = np.unique(hashes, return_index=True, return_inverse=True)
        chances = _looked_up(alike, self._known)
        # In the order of the pairs, in which the same words come close together.
        new = np.sort(first[np.isnan(chances)]).tolist()
        worked_out = share_out(
            lambda part: [likelihood(a, b, class_) for a, b in (pairs[at] for at in part)], new, least=LEAST_SHARED_OUT
        )
        chances[places[new]] = worked_out
        self._found.append(_scores([(hashes[new], np.array(worked_out, dtype=np.float64))]))
        found: list[float] = chances[places].tolist()
        return found


def _looked_up(hashes: NDArray[np.int64], known: Scores) -> NDArray[np.float64]:
    """The score of each of the hashes, which are in ascending order; no number for those that are not known."""
    pairs, scores = known
    found = np.full(len(hashes), np.nan)
    _, here, there = np.intersect1d(hashes, pairs, assume_unique=True, return_indices=True)
    found[here] = scores[there]
    return found


def _scores(parts: Sequence[Scores]) -> Scores:
    """The parts as one."""
    pairs = np.concatenate([np.empty(0, dtype=np.int64), *(pairs for pairs, _ in parts)])
    scores = np.concatenate([np.empty(0), *(scores for _, scores in parts)])
    order = np.argsort(pairs)
    return pairs[order], scores[order]


def _hash(a: str, b: str, class_: str) -> int:
    first, second = sorted((a, b))
    said = f"{class_}\0{first}\0{second}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(said, digest_size=_HASH_BYTES).digest(), "big", signed=True)
