"""What was worked out of pairs before? Scores that need not be worked out again, by a hash of what they compare."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

# Cases of before they were kept get the table when they are compared again.
_TABLE = """CREATE TABLE IF NOT EXISTS scores (
    kind TEXT NOT NULL,         -- what is compared
    pair INTEGER NOT NULL,      -- hash of the two
    rules TEXT NOT NULL,        -- version of the rules that gave the score
    score REAL NOT NULL,
    PRIMARY KEY (kind, pair)
) WITHOUT ROWID"""

BLOCK = 65_536

Scores = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Hashes of pairs in ascending order, and the score of each."""


class KeptScores:
    """The scores that a case keeps. They follow from what is compared alone, so that with or without them the same is
    concluded; those of older rules are passed over, and given up when new ones are kept."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def find(self, kind: str, rules: str) -> Scores:
        """All scores of a kind that these rules gave."""
        rows: Iterable[tuple[int, float]] = ()
        if self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'scores'").fetchone():
            asked = "SELECT pair, score FROM scores WHERE kind = ? AND rules = ? ORDER BY pair"
            rows = self._db.execute(asked, (kind, rules))
        found = np.fromiter(rows, dtype=[("pair", np.int64), ("score", np.float64)])
        return found["pair"].copy(), found["score"].copy()

    def keep(self, kind: str, rules: str, scores: Scores) -> None:
        """Keep these scores too; all or nothing."""
        pairs, values = scores
        if not len(pairs):
            return
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.execute(_TABLE)
            self._db.execute("DELETE FROM scores WHERE kind = ? AND rules <> ?", (kind, rules))
            rows = ((kind, pair, rules, score) for pair, score in _in_blocks(pairs, values))
            self._db.executemany("INSERT OR REPLACE INTO scores VALUES (?, ?, ?, ?)", rows)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _in_blocks(pairs: NDArray[np.int64], values: NDArray[np.float64]) -> Iterator[tuple[int, float]]:
    """Each pair with its score; so many at a time are made objects of."""
    for at in range(0, len(pairs), BLOCK):
        yield from zip(pairs[at : at + BLOCK].tolist(), values[at : at + BLOCK].tolist(), strict=True)
