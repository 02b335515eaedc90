"""What have people decided in a case? An append-only log in which every entry vouches for the one before it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model.decision import Decision
from dateline.store import plain

# The triggers keep any program from changing the log by mistake; the chain of hashes shows it where one did on purpose.
SCHEMA = """
CREATE TABLE IF NOT EXISTS decisions (
    number INTEGER PRIMARY KEY,
    decision TEXT NOT NULL,
    hash TEXT NOT NULL           -- SHA-256 of the hash before it and of this decision
);
CREATE TRIGGER IF NOT EXISTS decisions_stay BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are undone, never changed'); END;
CREATE TRIGGER IF NOT EXISTS decisions_remain BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are undone, never deleted'); END;
"""
NOTHING = "0" * 64
"""What the first decision builds on."""


def hash_of(before: str, written: str) -> str:
    """The hash of a decision as it is written in the log, upon the hash of the one before it."""
    return hashlib.sha256(f"{before}\n{written}".encode()).hexdigest()


def read_decisions(db: sqlite3.Connection) -> tuple[Decision, ...]:
    """All decisions ever made, the first first."""
    rows = db.execute("SELECT decision FROM decisions ORDER BY number")
    return tuple(plain.load(Decision, written) for (written,) in rows)


def head_of(db: sqlite3.Connection) -> str:
    """The hash of the last decision, which stands for the whole log."""
    row = db.execute("SELECT hash FROM decisions ORDER BY number DESC LIMIT 1").fetchone()
    return str(row[0]) if row else NOTHING


def append(db: sqlite3.Connection, made: Sequence[Decision]) -> tuple[Decision, ...]:
    """Write decisions behind the last one, numbered on from it; as they are written."""
    last = int(db.execute("SELECT coalesce(max(number), 0) FROM decisions").fetchone()[0])
    head, written = head_of(db), []
    for number, decision in enumerate(made, start=last + 1):
        written.append(replace(decision, number=number))
        row = plain.dump(written[-1])
        head = hash_of(head, row)
        db.execute("INSERT INTO decisions VALUES (?, ?, ?)", (number, row, head))
    return tuple(written)


def faults_in(db: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """(number, what does not hold) of every entry that was changed, or that is missing."""
    before, expected = NOTHING, 1
    for number, written, told in db.execute("SELECT number, decision, hash FROM decisions ORDER BY number"):
        for missing in range(expected, number):
            yield missing, "is missing from the log"
        if hash_of(before, written) != told:
            yield number, "does not fit the decision before it: one of the two was changed after it was written"
        before, expected = told, number + 1
