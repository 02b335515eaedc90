"""What is in the case file, and how does it get there without ever being half written?"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dateline.errors import UnreadableCase
from dateline.model.actor import Actor
from dateline.model.case import (
    CaseClaim,
    CaseEvent,
    CasePlace,
    Comparison,
    Contents,
    Contradiction,
    Copies,
    Followup,
    Incident,
)
from dateline.model.decision import Decision, Ruling, Suggestion
from dateline.model.document import Problem
from dateline.model.grading import Grading
from dateline.model.omissions import Omissions
from dateline.model.reading import ReadReport
from dateline.model.report import Report
from dateline.store import decisions, frames, plain
from dateline.store.compared import DIGEST_BITS, ComparedCase, digest_of, read_report
from dateline.store.compared import SCHEMA as COMPARED_SCHEMA
from dateline.store.concluded import CONCLUDED, DumpAll, dump_all, rows_of
from dateline.store.marks import KeptMarks
from dateline.store.scores import KeptScores

SCHEMA_VERSION = "1"
SUM = "sum:"
"""Begins a digest that is a sum over rows. Cases of before have another, and are compared anew."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read to its end: its name, where it lay, the hash of its bytes, what read it and with which
    places of known fields (JSON).
    """

    file: str
    absolute: str
    sha256: str
    reading: str
    fields: str = "{}"


@dataclass(slots=True)
class Batch:
    """What a run has read since it last wrote: files begun, reports, files read to their end, problems.

    A file is among the sources only when it was finished; a run that was stopped goes on within the file.
    """

    begun: list[Source] = field(default_factory=list)
    reports: list[ReadReport] = field(default_factory=list)
    finished: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What a comparison leaves for later additions. who: by report, the places of the actors behind its chains. names:
    block, place of the actor, name. parts: bytes by name (comparing/additions/kept.py)."""

    who: Mapping[str, Sequence[int]]
    names: Iterable[tuple[str, int, str]]
    parts: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Added:
    """What a few reports change in a compared case. reports: their ids. redated: reports that are not as they were
    read. put, gone: by kind, nouns at their places, and places that become empty. events: of these nouns, event id ->
    report. who, names: as in Leaving. replaced, behind: parts as there, in place of those of their name or behind.
    """

    reports: Sequence[str]
    redated: Sequence[ReadReport]
    put: Mapping[str, Mapping[int, Any]]
    gone: Mapping[str, Iterable[int]]
    events: Mapping[str, str]
    who: Mapping[str, Sequence[int]]
    names: Iterable[tuple[str, int, str]]
    replaced: Mapping[str, bytes]
    behind: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Found:
    """A report that holds the words searched for, with the words around them; matches stand between [ and ]."""

    id: str
    title: str | None
    excerpt: str


def open_case(path: str | Path, *, create: bool = False) -> Case:
    """The case in this file.

    create: make a new, empty one where there is none. Errors: UnreadableCase.
    """
    path = Path(path)
    if not path.exists() and not create:
        raise UnreadableCase(f"{path}: no such case (make one with: dateline read FOLDER --case {path})")
    if path.is_dir():
        raise UnreadableCase(f"{path}: is a folder, not a case file")
    try:
        return Case(path)
    except sqlite3.DatabaseError as error:
        raise UnreadableCase(f"{path}: not a Dateline case ({error})") from error


class Case:
    """A case file. Use as a context manager, or call close()."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite3.connect(path, timeout=30, isolation_level=None)
        self._db.execute("PRAGMA foreign_keys = ON")
        if not self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
            self._create()
        self._check_version()
        if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'decisions'").fetchone():
            self._db.executescript(decisions.SCHEMA)
        if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'kept'").fetchone():
            self._db.executescript(COMPARED_SCHEMA)
        self.marks = KeptMarks(self._db)
        self.scores = KeptScores(self._db)
        self.compared = ComparedCase(self._db)

    def _create(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        schema = files("dateline.store").joinpath("schema.sql").read_text("utf-8")
        self._db.executescript(f"BEGIN;{schema}INSERT INTO meta VALUES ('schema', '{SCHEMA_VERSION}');COMMIT;")

    def _check_version(self) -> None:
        try:
            found = self.meta("schema")
        except sqlite3.OperationalError as error:
            raise UnreadableCase(f"{self.path}: an SQLite file, but not a Dateline case") from error
        if found != SCHEMA_VERSION:
            raise UnreadableCase(
                f"{self.path}: written by another version of Dateline (schema {found}, not {SCHEMA_VERSION});"
                " read the reports again into a new case"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was committed stays."""
        self._db.close()

    # Reading

    def meta(self, key: str) -> str | None:
        """A fact about the case itself (schema, digest, rule …)."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def sources(self) -> Iterator[Source]:
        """The files that were read to their end, by name."""
        for row in self._db.execute("SELECT file, absolute, sha256, reading, fields FROM sources ORDER BY file"):
            yield Source(*row)

    def problems(self) -> Iterator[Problem]:
        """What could not be read, and what would help."""
        for file, part, stage, reason, remedy in self._db.execute(
            "SELECT file, part, stage, reason, remedy FROM problems ORDER BY file, part, reason"
        ):
            yield Problem(file, part, reason, remedy, stage)

    def as_read(self) -> Iterator[ReadReport]:
        """The reports as they were read, before anything was inferred from others; by file, part and place in it."""
        rows = self._db.execute("SELECT report, reading FROM reports ORDER BY file, part, start, id")
        yield from _read_reports(rows)

    def reports(self) -> Iterator[ReadReport]:
        """The reports with their readings, inferred dates included; by file, part and place in it."""
        rows = self._db.execute(
            "SELECT coalesce(d.report, r.report), coalesce(d.reading, r.reading) FROM reports r"
            " LEFT JOIN redated d USING (id) ORDER BY r.file, r.part, r.start, r.id"
        )
        yield from _read_reports(rows)

    def read_already(self, source: Source) -> frozenset[str]:
        """Ids of the reports that a run read from this file before it was stopped; none for a file that changed."""
        rows = self._db.execute("SELECT id FROM reports WHERE file = ?", (source.file,)).fetchall()
        return frozenset(identifier for (identifier,) in rows) if self._is_begun(source) else frozenset()

    def report_count(self) -> int:
        """How many reports the case holds."""
        return int(self._db.execute("SELECT count(*) FROM reports").fetchone()[0])

    def not_read_count(self) -> int:
        """How many of these are in a language that the model does not read."""
        query = "SELECT count(*) FROM reports WHERE NOT json_extract(report, ?)"
        return int(self._db.execute(query, (f"$[{plain.place_of(Report, 'read')}]",)).fetchone()[0])

    def count(self, kind: str) -> int:
        """How many of one kind were concluded ("claims", "incidents" … as in Comparison)."""
        return int(self._db.execute("SELECT count(*) FROM concluded WHERE kind = ?", (kind,)).fetchone()[0])

    def claims(self) -> Iterator[CaseClaim]:
        """Every claim of every report."""
        return self._concluded("claims", CaseClaim)

    def events(self) -> Iterator[CaseEvent]:
        """Every event that a report tells of."""
        return self._concluded("events", CaseEvent)

    def actors(self) -> Iterator[Actor]:
        """Everybody who acts, suffers or speaks."""
        return self._concluded("actors", Actor)

    def places(self) -> Iterator[CasePlace]:
        """The places that events name."""
        return self._concluded("places", CasePlace)

    def incidents(self) -> Iterator[Incident]:
        """The happenings that the events were found to tell of."""
        return self._concluded("incidents", Incident)

    def copies(self) -> Iterator[Copies]:
        """Passages that several reports share."""
        return self._concluded("copies", Copies)

    def contradictions(self) -> Iterator[Contradiction]:
        """Who contradicts whom, or himself."""
        return self._concluded("contradictions", Contradiction)

    def followups(self) -> Iterator[Followup]:
        """What became of threats, vows and announced plans."""
        return self._concluded("followups", Followup)

    def omissions(self) -> Iterator[Omissions]:
        """Which outlet reported which incident, and what each left out."""
        return self._concluded("omissions", Omissions)

    def gradings(self) -> Iterator[Grading]:
        """The incidents' grades in the scales of Airwars and of the Admiralty code."""
        return self._concluded("gradings", Grading)

    def suggestions(self) -> Iterator[Suggestion]:
        """Pairs of actors that may be one, which a person is asked to decide."""
        return self._concluded("suggestions", Suggestion)

    def rulings(self) -> Iterator[Ruling]:
        """What became of each decision when the case was compared last."""
        return self._concluded("rulings", Ruling)

    def decisions(self) -> tuple[Decision, ...]:
        """All that people have decided, the first first, undone decisions included."""
        return decisions.read_decisions(self._db)

    def decided(self) -> str:
        """A hash that stands for all decisions."""
        return decisions.head_of(self._db)

    def decision_faults(self) -> Iterator[tuple[int, str]]:
        """(number, what does not hold) of every decision that was changed or taken out of the log."""
        yield from decisions.faults_in(self._db)
        head = self.meta("decisions")
        if head is not None and head != self.decided():
            yield len(self.decisions()) + 1, "is missing from the end of the log"

    def comparison(self) -> Comparison:
        """All that was concluded across the reports."""
        return Comparison(**{kind: tuple(self._concluded(kind, noun)) for kind, noun in CONCLUDED.items()})

    def contents(self) -> Contents:
        """The whole case in memory, as exports and the dossier take it."""
        letters = tuple((name, letter) for name, letter in json.loads(self.meta("reliability") or "[]"))
        return Contents(tuple(self.reports()), self.comparison(), tuple(self.problems()), letters, self.decisions())

    def is_compared(self) -> bool:
        """Whether the conclusions belong to the reports as they are now."""
        decided = (self.meta("decided") or decisions.NOTHING) == self.decided()
        return self.meta("compared") == "yes" and decided and (self.meta("digest") or "").startswith(SUM)

    def search(self, words: str, *, limit: int = 50) -> list[Found]:
        """Reports that hold all these words (SQLite FTS5 syntax where it parses, else the plain words)."""
        query = (
            "SELECT id, title, snippet(words, 2, '[', ']', ' … ', 24) FROM words WHERE words MATCH ?"
            " ORDER BY rank, id LIMIT ?"
        )
        try:
            rows = self._db.execute(query, (words, limit)).fetchall()
        except sqlite3.OperationalError:  # a hyphen or a stray quotation mark is no syntax error to a reporter
            quoted = " ".join('"{}"'.format(word.replace('"', '""')) for word in words.split())
            rows = self._db.execute(query, (quoted, limit)).fetchall() if quoted else []
        return [Found(*row) for row in rows]

    def to_polars(self, kind: str) -> Any:
        """One kind of noun ("reports", "incidents" …) as a polars DataFrame, where polars is installed."""
        return frames.to_polars(self.contents(), kind)

    def to_pandas(self, kind: str) -> Any:
        """One kind of noun ("reports", "incidents" …) as a pandas DataFrame, where pandas is installed."""
        return frames.to_pandas(self.contents(), kind)

    def _concluded(self, kind: str, noun: type[Any]) -> Iterator[Any]:
        for (written,) in self._db.execute("SELECT noun FROM concluded WHERE kind = ? ORDER BY place", (kind,)):
            yield plain.load(noun, written)

    # Writing

    def put(self, batch: Batch) -> None:
        """Part of a run, in one transaction: what an earlier run read from the files begun is replaced, unless that
        run was stopped within the very same file.
        """
        with self._transaction():
            for source in batch.begun:
                self._begin(source)
            self._put_reports(batch.reports)
            self._put_problems(batch.problems)
            for source in batch.finished:
                self._db.execute("DELETE FROM begun WHERE file = ?", (source.file,))
                self._db.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?)", _columns(source))
            self._set("compared", "no")

    def put_problems(self, problems: Iterable[Problem]) -> None:
        """What went wrong outside of any file that could be read."""
        found = list(problems)
        with self._transaction():
            self._db.executemany("DELETE FROM problems WHERE file = ?", [(p.file,) for p in found])
            self._put_problems(found)

    def decide(self, made: Sequence[Decision]) -> tuple[Decision, ...]:
        """Append decisions to the log; as they are numbered there."""
        with self._transaction():
            written = decisions.append(self._db, made)
            self._set("decisions", self.decided())
        return written

    def put_comparison(
        self,
        redated: Iterable[ReadReport],
        comparison: Comparison,
        kept: Leaving | None = None,
        dump_all: DumpAll = dump_all,
        **meta: str,
    ) -> None:
        """What was concluded, replacing what was concluded before; in one transaction.

        redated: the reports whose date was inferred. kept: what later additions start from; None where nothing is to be
        added without comparing anew. dump_all: makes JSON of many nouns. meta: facts to keep beside it (the rule that
        was used).
        """
        with self._transaction():
            self._db.execute("DELETE FROM redated")
            self._put_redated(redated)
            self._db.execute("DELETE FROM concluded")
            digest = 0
            for rows in rows_of(comparison, dump_all):
                self._db.executemany("INSERT INTO concluded VALUES (?, ?, ?)", rows)
                digest += sum(digest_of(*row) for row in rows)
            self.compared.forget()
            if kept is not None:
                self.compared.find_concerned(comparison)
                self.compared.put_who(kept.who)
                self.compared.put_names(kept.names)
                self.compared.keep(kept.parts, {})
            self._conclude(_written(digest + self._digest_of_all_reports()), meta)

    def put_addition(self, added: Added) -> None:
        """What a few more reports change in what was concluded; in one transaction."""
        with self._transaction():
            grown = sum(self._digest_of_reports("reports", added.reports))
            before = [read.report.id for read in added.redated]
            grown -= sum(self._digest_of_reports("redated", before))
            self._put_redated(added.redated)
            grown += sum(self._digest_of_reports("redated", before))
            for kind in CONCLUDED:
                grown -= self.compared.remove(kind, added.gone.get(kind, ()))
                grown += self.compared.put(kind, added.put.get(kind, {}), added.events)
            self.compared.put_who(added.who)
            self.compared.put_names(added.names)
            self.compared.keep(added.replaced, added.behind)
            known = int((self.meta("digest") or f"{SUM}0").removeprefix(SUM), 16)
            self._conclude(_written(known + grown), {})

    def _put_redated(self, redated: Iterable[ReadReport]) -> None:
        rows = ((r.report.id, plain.dump(r.report), plain.dump(r.reading)) for r in redated)
        self._db.executemany("INSERT OR REPLACE INTO redated VALUES (?, ?, ?)", rows)

    def _conclude(self, digest: str, meta: Mapping[str, str]) -> None:
        for key, value in {**meta, "digest": digest, "decided": self.decided(), "compared": "yes"}.items():
            self._set(key, value)

    def digest(self) -> str:
        """The sum of the hashes of all readings and conclusions: changes when any span in the case file is changed."""
        rows = self._db.execute("SELECT kind, place, noun FROM concluded")
        return _written(sum(digest_of(*row) for row in rows) + self._digest_of_all_reports())

    def _digest_of_all_reports(self) -> int:
        return sum(sum(self._digest_of_reports(table)) for table in ("reports", "redated"))

    def _digest_of_reports(self, table: str, ids: Sequence[str] | None = None) -> Iterator[int]:
        """The digest of each report of a table; of those of these ids."""
        query = f"SELECT id, report, reading FROM {table}"
        if ids is None:
            yield from (digest_of(table, *row) for row in self._db.execute(query))
            return
        for identifier in ids:
            row = self._db.execute(f"{query} WHERE id = ?", (identifier,)).fetchone()
            if row is not None:
                yield digest_of(table, *row)

    def new_reports(self, known: Iterable[str]) -> list[str] | None:
        """The ids of the reports besides these, in the order of the case; None where one of these is gone."""
        rows = [row[0] for row in self._db.execute("SELECT id FROM reports ORDER BY file, part, start, id")]
        before = {*known}
        new = [identifier for identifier in rows if identifier not in before]
        return new if len(rows) - len(new) == len(before) else None

    def _begin(self, source: Source) -> None:
        if self._is_begun(source):
            self._db.execute("DELETE FROM problems WHERE file = ?", (source.file,))
        else:
            self._forget_file(source.file)
            self._db.execute("INSERT OR REPLACE INTO begun VALUES (?, ?, ?, ?, ?)", _columns(source))

    def _is_begun(self, source: Source) -> bool:
        row = self._db.execute("SELECT * FROM begun WHERE file = ?", (source.file,)).fetchone()
        return row is not None and Source(*row) == source

    def _forget_file(self, file: str) -> None:
        if self._db.execute("SELECT 1 FROM reports WHERE file = ? LIMIT 1", (file,)).fetchone():
            # What was concluded of these reports would stand: nothing is added to it.
            self.compared.forget()
            # FTS5 has no index by id, so this reads all words; a file that is new to the case must not pay for it.
            self._db.execute("DELETE FROM words WHERE id IN (SELECT id FROM reports WHERE file = ?)", (file,))
        for table in ("reports", "problems", "sources"):
            self._db.execute(f"DELETE FROM {table} WHERE file = ?", (file,))

    def _put_reports(self, reports: Sequence[ReadReport]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?)",
            (
                (r.report.id, r.report.file, r.report.part, r.report.start, plain.dump(r.report), plain.dump(r.reading))
                for r in reports
            ),
        )
        self._db.executemany(
            "INSERT INTO words VALUES (?, ?, ?)", ((r.report.id, r.report.title, r.report.text) for r in reports)
        )

    def _put_problems(self, problems: Iterable[Problem]) -> None:
        self._db.executemany(
            "INSERT INTO problems VALUES (?, ?, ?, ?, ?)",
            ((p.file, p.part, p.stage, p.reason, p.remedy) for p in problems),
        )

    def _set(self, key: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _columns(source: Source) -> tuple[str, str, str, str, str]:
    return source.file, source.absolute, source.sha256, source.reading, source.fields


def _written(digest: int) -> str:
    return f"{SUM}{digest % 2**DIGEST_BITS:064x}"


def _read_reports(rows: Iterable[tuple[str, str]]) -> Iterator[ReadReport]:
    return (read_report(*row) for row in rows)
