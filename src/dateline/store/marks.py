"""What did the model mark in which words? Kept, so that the same words are never given to the model again."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Mapping, Sequence

from dateline.model.marks import Marks
from dateline.store import plain

# Cases of before it was kept get the table when they are read again.
_TABLE = """CREATE TABLE IF NOT EXISTS marks (
    text BLOB PRIMARY KEY,      -- hash of the text
    model TEXT NOT NULL,        -- version of the model that marked it
    marks BLOB NOT NULL         -- as JSON, compressed: about 1.5 kB for a page of news
) WITHOUT ROWID"""
# Bytes of the hash: two of a billion texts share sixteen with a chance of one in 10^20.
_HASH_BYTES = 16


class KeptMarks:
    """The marks that a case keeps, by text. One model's at a time: marks of an older one are replaced one by one."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def find(self, texts: Sequence[str], model: str) -> dict[str, Marks]:
        """The marks of those texts that this model has marked before."""
        if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'marks'").fetchone():
            return {}
        found = {}
        for text in texts:
            query = "SELECT marks FROM marks WHERE text = ? AND model = ?"
            row = self._db.execute(query, (_hash(text), model)).fetchone()
            if row is not None:
                found[text] = plain.load(Marks, zlib.decompress(row[0]).decode())
        return found

    def keep(self, marks: Mapping[str, Marks], model: str) -> None:
        """Keep what this model marked; all or nothing."""
        rows = [(_hash(text), model, zlib.compress(plain.dump(found).encode())) for text, found in marks.items()]
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.execute(_TABLE)
            self._db.executemany("INSERT OR REPLACE INTO marks VALUES (?, ?, ?)", rows)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:_HASH_BYTES]
