"""What was worked out of pairs before? Scores that need not be worked out again, by a hash of what they compare."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

# Cases of before they were kept get the table when they are compared again.
_TABLE = """CREATE TABLE IF NOT EXISTS scores (
    kind TEXT NOT NULL,         -- what is compared
    pair INTEGER NOT NULL,      -- hash of the two
    rules TEXT NOT NULL,        -- version of the rules that gave the score
    score REAL NOT NULL,
    PRIMARY KEY (kind, pair)
) WITHOUT ROWID"""


class KeptScores:
    """The scores that a case keeps. They follow from what is compared alone, so that with or without them the same is
    concluded; those of older rules are passed over, and given up when new ones are kept."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def find(self, kind: str, rules: str) -> dict[int, float]:
        """All scores of a kind that these rules gave, by the hash of the pair."""
        if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'scores'").fetchone():
            return {}
        return dict(self._db.execute("SELECT pair, score FROM scores WHERE kind = ? AND rules = ?", (kind, rules)))

    def keep(self, kind: str, rules: str, scores: Mapping[int, float]) -> None:
        """Keep these scores too; all or nothing."""
        if not scores:
            return
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.execute(_TABLE)
            self._db.execute("DELETE FROM scores WHERE kind = ? AND rules <> ?", (kind, rules))
            rows = ((kind, pair, rules, score) for pair, score in scores.items())
            self._db.executemany("INSERT OR REPLACE INTO scores VALUES (?, ?, ?, ?)", rows)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
