"""What was concluded of which reports? Looks single nouns up in a compared case, and puts others in their places."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

import numpy as np

from dateline.model.actor import Actor, Alias
from dateline.model.case import Comparison
from dateline.model.reading import Reading, ReadReport
from dateline.model.report import Report
from dateline.store import plain
from dateline.store.concluded import CONCLUDED

# Cases of before they were kept get the tables when they are opened.
SCHEMA = """
CREATE TABLE IF NOT EXISTS concerns (   -- which nouns concern a report: so many from this place on
    kind TEXT NOT NULL,
    report TEXT NOT NULL,
    place INTEGER NOT NULL,
    count INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (kind, report, place)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS concerned ON concerns (kind, place);
CREATE TABLE IF NOT EXISTS who (        -- places of the actors behind the chains of a report, -1 for nobody
    report TEXT PRIMARY KEY,
    places BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bearers (    -- names of actors, by what they are looked up by
    block TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (block, place, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kept (       -- what later additions start from (comparing/additions/kept.py)
    name TEXT NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (name, part)
) WITHOUT ROWID;
"""
TABLES = ("concerns", "who", "bearers", "kept")
ASKED_AT_ONCE = 500
"""Values in one question to SQLite, well below what it takes."""
# Actors whom so many reports name are read without their list of reports, unless it is asked for.
LONG_NOUN = 20_000

FINDINGS = ("claims", "events")
"""Kinds whose nouns of one report stand side by side."""


class ComparedCase:
    """The conclusions of a case by the reports that they concern, as comparing/additions/compared.py asks for them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def reports_by(self, ids: Iterable[str]) -> list[ReadReport]:
        """These reports with the days that were inferred, in the order of the case."""
        query = (
            "SELECT r.file, r.part, r.start, r.id, coalesce(d.report, r.report), coalesce(d.reading, r.reading)"
            " FROM reports r LEFT JOIN redated d USING (id) WHERE r.id IN ({})"
        )
        rows = sorted(self._asked(query, ids), key=lambda row: (row[0], row[1] or "", row[2], row[3]))
        return [read_report(*row[4:]) for row in rows]

    def who(self, reports: Iterable[str]) -> Mapping[str, Sequence[int]]:
        """By report, the places of the actors behind its chains."""
        rows = self._asked("SELECT report, places FROM who WHERE report IN ({})", reports)
        return {report: np.frombuffer(places, dtype=np.int32).tolist() for report, places in rows}

    def actors_at(self, places: Iterable[int], *, whole: bool = False) -> Mapping[int, Actor]:
        """Actors by their places; unless `whole`, of those whom many reports name without chains and reports."""
        rows = self._asked("SELECT place, noun FROM concluded WHERE kind = 'actors' AND place IN ({})", places)
        return {place: plain.load(Actor, noun if whole else _shortened(noun)) for place, noun in rows}

    def bearers(self, blocks: Iterable[str]) -> Mapping[str, list[tuple[int, str, str]]]:
        """By block of names, the actors in it: place, id and name."""
        rows = sorted(self._asked("SELECT block, place, name FROM bearers WHERE block IN ({})", blocks))
        # An actor whom ten thousands of reports name is a long noun: his id, its first field, is cut from it once.
        query = (
            """SELECT place, substr(noun, 3, instr(noun, '",') - 3) FROM concluded"""
            " WHERE kind = 'actors' AND place IN ({})"
        )
        ids = dict(self._asked(query, (place for _, place, _ in rows)))
        found: dict[str, list[tuple[int, str, str]]] = {}
        for block, place, name in rows:
            if place in ids:
                found.setdefault(block, []).append((place, ids[place], name))
        return found

    def nouns_of(self, kind: str, reports: Iterable[str]) -> Mapping[int, Any]:
        """The nouns of a kind that concern any of these reports, by place."""
        asked = f"SELECT place, count FROM concerns WHERE kind = '{kind}' AND report IN ({{}})"
        places = {place for first, count in self._asked(asked, reports) for place in range(first, first + count)}
        rows = self._asked(f"SELECT place, noun FROM concluded WHERE kind = '{kind}' AND place IN ({{}})", places)
        return dict(sorted((place, plain.load(CONCLUDED[kind], noun)) for place, noun in rows))

    findings_of = nouns_of

    def all_of(self, kind: str) -> Mapping[int, Any]:
        """All nouns of a kind, by place."""
        rows = self._db.execute("SELECT place, noun FROM concluded WHERE kind = ? ORDER BY place", (kind,))
        return {place: plain.load(CONCLUDED[kind], noun) for place, noun in rows}

    def next_place(self, kind: str) -> int:
        """The first place behind all of a kind."""
        last = self._db.execute("SELECT max(place) FROM concluded WHERE kind = ?", (kind,)).fetchone()[0]
        return 0 if last is None else int(last) + 1

    def _asked(self, query: str, values: Iterable[str | int]) -> Iterator[tuple[Any, ...]]:
        """The rows for any number of values; `{}` stands for them in the query."""
        left = iter(dict.fromkeys(values))
        while some := tuple(islice(left, ASKED_AT_ONCE)):
            yield from self._db.execute(query.format(",".join("?" * len(some))), some).fetchall()

    # Writing

    def put(self, kind: str, nouns: Mapping[int, Any], events: Mapping[str, str]) -> int:
        """Put nouns at their places, in place of what stood there. events: id of new events -> report.

        A noun still concerns the reports that the one at its place did. Returns by how much the digest of the
        conclusions grows (digest_of).
        """
        grown = -self._take_out(kind, nouns)
        rows = [(kind, place, plain.dump(noun)) for place, noun in nouns.items()]
        self._db.executemany("INSERT INTO concluded VALUES (?, ?, ?)", rows)
        found = ((kind, report, place) for place, noun in nouns.items() for report in concerned(kind, noun, events))
        self._db.executemany("INSERT OR IGNORE INTO concerns (kind, report, place) VALUES (?, ?, ?)", found)
        return grown + sum(digest_of(*row) for row in rows)

    def remove(self, kind: str, places: Iterable[int]) -> int:
        """Take nouns away; returns the digest of what stood there."""
        gone = [*places]
        self._db.executemany("DELETE FROM concerns WHERE kind = ? AND place = ?", ((kind, place) for place in gone))
        return self._take_out(kind, gone)

    def _take_out(self, kind: str, places: Iterable[int]) -> int:
        rows = [*self._asked(f"SELECT place, noun FROM concluded WHERE kind = '{kind}' AND place IN ({{}})", places)]
        self._db.executemany("DELETE FROM concluded WHERE kind = ? AND place = ?", ((kind, place) for place, _ in rows))
        return sum(digest_of(kind, place, noun) for place, noun in rows)

    def put_who(self, who: Mapping[str, Sequence[int]]) -> None:
        """By report, the places of the actors behind its chains."""
        rows = ((report, np.array(places, dtype=np.int32).tobytes()) for report, places in who.items())
        self._db.executemany("INSERT OR REPLACE INTO who VALUES (?, ?)", rows)

    def put_names(self, names: Iterable[tuple[str, int, str]]) -> None:
        """Block, place of the actor and name."""
        self._db.executemany("INSERT OR IGNORE INTO bearers VALUES (?, ?, ?)", names)

    def kept(self) -> dict[str, bytes]:
        """What later additions start from, by name; empty where nothing is kept."""
        parts: dict[str, list[bytes]] = {}
        for name, written in self._db.execute("SELECT name, bytes FROM kept ORDER BY name, part"):
            parts.setdefault(name, []).append(written)
        return {name: b"".join(written) for name, written in parts.items()}

    def keep(self, replaced: Mapping[str, bytes], behind: Mapping[str, bytes]) -> None:
        """Put parts in place of those of their name, and others behind them."""
        self._db.executemany("INSERT OR REPLACE INTO kept VALUES (?, 0, ?)", replaced.items())
        last = "(SELECT coalesce(max(part), -1) + 1 FROM kept WHERE name = ?1)"
        self._db.executemany(f"INSERT INTO kept VALUES (?1, {last}, ?2)", behind.items())

    def forget(self) -> None:
        """Give up all by which conclusions are found; the conclusions stay."""
        for table in TABLES:
            self._db.execute(f"DELETE FROM {table}")

    def find_concerned(self, comparison: Comparison) -> None:
        """Note which nouns of a whole comparison concern which reports."""
        events = {event.id: event.report for event in comparison.events}
        rows = chain.from_iterable(
            _stretches(kind, nouns) if kind in FINDINGS else _single(kind, nouns, events)
            for kind, nouns in ((kind, getattr(comparison, kind)) for kind in CONCLUDED)
        )
        self._db.executemany("INSERT OR IGNORE INTO concerns VALUES (?, ?, ?, ?)", rows)


def read_report(written: str, read: str) -> ReadReport:
    """A report with its reading, one text in memory, not two."""
    report, reading = plain.load(Report, written), plain.load(Reading, read)
    same = reading.text == report.text
    return ReadReport(report, replace(reading, text=report.text) if same else reading)


def concerned(kind: str, noun: Any, events: Mapping[str, str]) -> set[str]:
    """The reports that a conclusion rests on, as far as conclusions of its kind are looked up by report."""
    if kind in FINDINGS:
        return {noun.report}
    if kind in ("incidents", "copies"):
        return {*noun.reports}
    if kind == "contradictions":
        return {evidence.report for side in noun.sides for evidence in side.evidence}
    if kind == "followups":
        return {events[noun.event]} if noun.event in events else set()
    return set()


def _single(kind: str, nouns: Sequence[Any], events: Mapping[str, str]) -> Iterator[tuple[str, str, int, int]]:
    for place, noun in enumerate(nouns):
        yield from ((kind, report, place, 1) for report in concerned(kind, noun, events))


def _stretches(kind: str, nouns: Sequence[Any]) -> Iterator[tuple[str, str, int, int]]:
    """The findings of a report stand side by side: where they begin, and how many there are."""
    first = 0
    for place in range(1, len(nouns) + 1):
        if place == len(nouns) or nouns[place].report != nouns[first].report:
            yield kind, nouns[first].report, first, place - first
            first = place


def _shortened(written: str) -> str:
    """An actor without what grows with the reports that name it, where that is much."""
    if len(written) < LONG_NOUN:
        return written
    values = json.loads(written)
    values[plain.place_of(Actor, "chains")] = []
    for alias in values[plain.place_of(Actor, "aliases")]:
        alias[plain.place_of(Alias, "reports")] = []
    return json.dumps(values, ensure_ascii=False)


DIGEST_BITS = 256


def digest_of(*row: str | int) -> int:
    """A number for one row of a case. The digest of a case is the sum of those of its rows, so that it follows from
    what is added and taken away, and a change anywhere changes it."""
    written = "\x1f".join(map(str, row)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(written).digest(), "big")
