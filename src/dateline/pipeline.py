"""How does a folder of reports become a case? The order of everything, on one screen."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from dateline.comparing.add import add
from dateline.comparing.additions import Kept, Traces, left_by, pack, unpack
from dateline.comparing.compare import compare
from dateline.comparing.identities import Chances
from dateline.comparing.shared_out import share_out
from dateline.intake import FileEntry, hash_file, list_files, read_file
from dateline.intake.actor_lists import read_own_actors
from dateline.language.name_rules import name_rules
from dateline.lexicons.outlets import Outlet, letters_of, read_own_outlets
from dateline.model.case import Comparison
from dateline.model.document import Document, Problem
from dateline.model.listed import ListedActor
from dateline.model.reading import Reading, ReadReport
from dateline.model.report import Report
from dateline.reading.read import Reader
from dateline.reading.reports import find_reports
from dateline.store import Added, Batch, Case, Leaving, Source, open_case, plain
from dateline.store.concluded import dump_all

Progress = Callable[[str, int, int], None]
"""Told (stage, done, total) as work goes on; stages: reading (bytes), loading (reports), then the steps of comparing
(comparing/compare.py) and writing."""

REPORTS_AT_ONCE = 64
CHARACTERS_AT_ONCE = 400_000
"""What the model takes together: enough to fill its batches, little enough to hold in memory."""


TOLD_EVERY = 500
"""Reports after which the bar moves."""

LEAST_ADDED_TO = 1000
"""A smaller case is compared anew in seconds, whatever is added."""
MOST_ADDED = 0.05
"""So much of a case may be added before it is compared anew."""
CONCLUDING = "3"
"""Raised when comparing concludes otherwise: to conclusions drawn by other rules nothing is added."""

NAMES = "names"
"""What the case keeps the likelihoods of pairs of names under."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of build_case did. files: named by the user; unchanged: of these, read by an earlier run."""

    files: int
    unchanged: int
    reports: int
    not_read: int
    copies: int
    claims: int
    events: int
    incidents: int
    standings: Mapping[str, int]
    contradictions: int
    problems: tuple[Problem, ...]


def build_case(
    paths: Sequence[str | Path],
    *,
    case: str | Path,
    fields: Mapping[str, str] | None = None,
    places: Path | None = None,
    outlets: Path | None = None,
    actors: Path | None = None,
    rule: str = "acled",
    afresh: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Build or extend a case from files, folders, globs, "-" (standard input) or one URL.

    fields: where known fields lie in records of another form ({"published": "meta.dct"}).
    places: a CSV or GeoJSON file of places to add to the gazetteer. outlets: a CSV file of outlets and their owners to
    add to those known (lexicons/outlets.py). actors: a list of actors (intake/actor_lists); a list stays with the case
    until another one of its kind is given. rule: how tolls become a range
    (comparing/standings). afresh: compare all reports anew, where else few were added to a large case. Files that an
    earlier run read and that have not changed are not read again; a run that is stopped leaves a case that opens, and
    the next one goes on from there.
    Errors: UnreadableCase, MissingModel; what cannot be read becomes a problem in the case, and the run goes on.
    """
    own_outlets = read_own_outlets(outlets) if outlets else None
    own_actors = read_own_actors(actors) if actors else None
    told = progress or (lambda stage, done, total: None)
    with open_case(case, create=True) as opened:
        run = _Run(opened, Reader(places=places, kept=opened.marks), fields or {}, told)
        files, unchanged = run.read_new(list(map(str, paths)))
        lists = _lists_of(opened)
        run.compare(
            rule,
            OwnLists(
                lists.outlets if own_outlets is None else own_outlets,
                lists.actors if own_actors is None else own_actors,
            ),
            afresh=afresh,
        )
        return _summary(opened, files, unchanged)


def compare_again(case: Case, *, progress: Progress | None = None) -> None:
    """Draw all conclusions of a case anew, as after a decision. Errors: MissingModel."""
    told = progress or (lambda stage, done, total: None)
    _Run(case, Reader(), {}, told).compare(case.meta("rule") or "acled", _lists_of(case))


@dataclass(frozen=True, slots=True)
class OwnLists:
    """What the user's own lists say, as it is kept with the conclusions that were drawn with it."""

    outlets: tuple[Outlet, ...] = ()
    actors: tuple[ListedActor, ...] = ()


def _lists_of(case: Case) -> OwnLists:
    kept = case.meta("lists")
    return plain.load(OwnLists, kept) if kept else OwnLists()


class _Todo(NamedTuple):
    """A file to be read, and what the case will know of it."""

    entry: FileEntry
    source: Source


@dataclass(slots=True)
class _Waiting:
    """Reports found but not read yet, and what is to be written with them."""

    reports: list[Report] = field(default_factory=list)
    batch: Batch = field(default_factory=Batch)

    def is_full(self) -> bool:
        return len(self.reports) >= REPORTS_AT_ONCE or sum(len(r.text) for r in self.reports) >= CHARACTERS_AT_ONCE


@dataclass(frozen=True, slots=True)
class _Run:
    """One run over one case."""

    case: Case
    reader: Reader
    fields: Mapping[str, str]
    progress: Progress

    def read_new(self, paths: Sequence[str]) -> tuple[int, int]:
        """Read what the case does not hold yet; how many files there were, and how many of them unchanged."""
        problems: list[Problem] = []
        entries = list_files(paths, problems.append)
        self.case.put_problems(problems)
        todo = self._changed(entries)
        total, done = sum(item.entry.size for item in todo), 0
        waiting = _Waiting()
        self.progress("reading", 0, total)
        for item in todo:
            self._read_file(item, waiting, partial(self._tell, done, total))
            done += item.entry.size
        self._flush(waiting)
        self.progress("reading", total, total)
        return len(entries), len(entries) - len(todo)

    def _tell(self, before: int, total: int, taken: int) -> None:
        self.progress("reading", before + taken, total)

    def _changed(self, entries: Sequence[FileEntry]) -> list[_Todo]:
        known = {source.file: source for source in self.case.sources()}
        todo = []
        for entry in entries:
            sha256, source = hash_file(entry), known.get(entry.file)
            if source != (wanted := self._source(entry, sha256)):
                todo.append(_Todo(entry, wanted))
        return todo

    def _source(self, entry: FileEntry, sha256: str) -> Source:
        fields = json.dumps(dict(sorted(self.fields.items())))
        return Source(entry.file, entry.absolute, sha256, self._version(), fields)

    def _version(self) -> str:
        return f"{version('dateline')}.{self.reader.version}"

    def _read_file(self, item: _Todo, waiting: _Waiting, progress: Callable[[int], None]) -> None:
        """progress: told how many characters of the file were taken in, as far as it is read."""
        read_already = self.case.read_already(item.source)
        waiting.batch.begun.append(item.source)
        problems: list[Problem] = []
        taken = 0
        for document in read_file(item.entry, fields=self.fields, problems=problems.append):
            waiting.reports += [r for r in _reports_of(document, problems) if r.id not in read_already]
            if waiting.is_full():
                self._flush(waiting)
            taken += len(document.text)
            progress(min(taken, item.entry.size))
        waiting.batch.problems += problems
        waiting.batch.finished.append(item.source)

    def _flush(self, waiting: _Waiting) -> None:
        """Read the waiting reports and write them down."""
        waiting.batch.reports = self._read_reports(waiting.reports, waiting.batch.problems)
        self.case.put(waiting.batch)
        waiting.reports, waiting.batch = [], Batch()

    def _read_reports(self, reports: list[Report], problems: list[Problem]) -> list[ReadReport]:
        """The readings; a report that reading stumbles over is kept without one, and does not stop the rest."""
        try:
            return self.reader.read_reports(reports)
        except Exception as error:
            if len(reports) == 1:
                (report,) = reports
                problems.append(_own_fault(report.file, report.part, "reading", error))
                return [ReadReport(replace(report, read=False), Reading(report.text, None))]
            return [read for report in reports for read in self._read_reports([report], problems)]

    def compare(self, rule: str, lists: OwnLists, *, afresh: bool = False) -> None:
        """Draw the conclusions, unless the same were drawn from the same reports before. afresh: all of them anew."""
        listed = plain.dump(lists)
        known = self.case.is_compared() and (self.case.meta("rule"), self.case.meta("lists")) == (rule, listed)
        if not known or afresh:
            compare_case(
                self.case, redate=self.reader.redate, rule=rule, lists=lists, afresh=afresh, progress=self.progress
            )


def compare_case(
    case: Case,
    *,
    redate: Callable[[Reading, date], Reading],
    rule: str = "acled",
    lists: OwnLists | None = None,
    afresh: bool = False,
    progress: Progress | None = None,
) -> None:
    """Draw the conclusions of a case: all of them anew, or where a few reports were added to a large one, those that
    they touch.

    redate: reads a reading's times against another day. afresh: all of them anew in any case.
    """
    told = progress or (lambda stage, done, total: None)
    own = lists or OwnLists()
    with _no_search_for_garbage():
        addable = None if afresh else _addable(case, rule, own)
        if addable is None:
            _compare_all(case, redate, rule, own, told)
        else:
            _compare_added(case, *addable, redate, rule, own, told)


def _addable(case: Case, rule: str, own: OwnLists) -> tuple[Kept, list[str]] | None:
    """What an earlier comparison left and the ids of the reports added since; None where all is to be compared."""
    concluded = (case.meta("rule"), case.meta("lists"), case.meta("concluding"), case.meta("decided"))
    if concluded != (rule, plain.dump(own), _concluding(), case.decided()) or not (parts := case.compared.kept()):
        return None
    kept = unpack(parts)
    new = case.new_reports(kept.ids)
    whole = int(case.meta("whole") or 0)
    if not new or len(kept.ids) + len(new) - whole > MOST_ADDED * whole:
        return None
    return kept, new


def _concluding() -> str:
    return f"{version('dateline')}.{CONCLUDING}"


def _compare_added(
    case: Case,
    kept: Kept,
    new: Sequence[str],
    redate: Callable[[Reading, date], Reading],
    rule: str,
    own: OwnLists,
    told: Progress,
) -> None:
    """What a few reports say together with those of the case that they may have to do with."""
    told("loading", 0, len(new))
    addition = add(
        case.compared.reports_by(new),
        case.compared,
        kept,
        redate=redate,
        rule=rule,
        outlets=own.outlets,
        actors=own.actors,
        decisions=case.decisions(),
        progress=told,
    )
    told("writing", 0, 1)
    replaced, behind = pack(addition.kept, kept)
    events = {event.id: event.report for event in addition.put.get("events", {}).values()}
    case.put_addition(
        Added(
            new,
            addition.redated,
            addition.put,
            addition.gone,
            events,
            addition.who,
            addition.names,
            replaced,
            behind,
        )
    )
    told("writing", 1, 1)


def _compare_all(
    case: Case, redate: Callable[[Reading, date], Reading], rule: str, own: OwnLists, told: Progress
) -> None:
    """What all reports say together."""
    as_read = _loaded(case, told)
    chances = Chances(case.scores.find(NAMES, name_rules()))
    traces = Traces() if len(as_read) >= LEAST_ADDED_TO else None
    reports, comparison = compare(
        as_read,
        redate=redate,
        rule=rule,
        outlets=own.outlets,
        actors=own.actors,
        decisions=case.decisions(),
        chances=chances,
        traces=traces,
        progress=told,
    )
    told("writing", 0, 1)
    case.scores.keep(NAMES, name_rules(), chances.found)
    redated = [now for before, now in zip(as_read, reports, strict=True) if now != before]
    facts = {
        "rule": rule,
        "lists": plain.dump(own),
        "reliability": json.dumps(letters_of(own.outlets), ensure_ascii=False),
        "concluding": _concluding(),
        "whole": str(len(as_read)),
    }
    left = _leaving(traces, reports, comparison) if traces else None
    case.put_comparison(redated, comparison, left, partial(share_out, dump_all), **facts)
    told("writing", 1, 1)


def _leaving(traces: Traces, reports: Sequence[ReadReport], comparison: Comparison) -> Leaving:
    left = left_by(traces, reports, comparison)
    replaced, behind = pack(left.kept)
    return Leaving(left.who, left.names, {**replaced, **behind})


def _loaded(case: Case, told: Progress) -> list[ReadReport]:
    """All reports of the case, as they were read."""
    total = case.report_count()
    reports: list[ReadReport] = []
    for report in case.as_read():
        if len(reports) % TOLD_EVERY == 0:
            told("loading", len(reports), total)
        reports.append(report)
    return reports


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Comparing holds millions of objects, none in a circle; looking for circles took a third of loading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _reports_of(document: Document, problems: list[Problem]) -> tuple[Report, ...]:
    """The document's articles; a problem where it has none, or where segmenting stumbles over it."""
    try:
        reports = find_reports(document)
    except Exception as error:
        problems.append(_own_fault(document.file, document.part, "segments", error))
        return ()
    if not reports:
        remedy = "is it an index, a login page or an image?"
        problems.append(Problem(document.file, document.part, "no article found", remedy, "segments"))
    return reports


def _own_fault(file: str, part: str | None, stage: str, error: Exception) -> Problem:
    """A fault of ours must not cost the user the rest of the run."""
    reason = f"a fault of Dateline's own in {stage} ({type(error).__name__}: {error})"
    return Problem(file, part, reason, "please report it with this file", stage)


def _summary(case: Case, files: int, unchanged: int) -> Summary:
    standings = Counter(incident.standing for incident in case.incidents())
    return Summary(
        files=files,
        unchanged=unchanged,
        reports=case.report_count(),
        not_read=case.not_read_count(),
        copies=case.count("copies"),
        claims=case.count("claims"),
        events=case.count("events"),
        incidents=case.count("incidents"),
        standings=dict(standings),
        contradictions=case.count("contradictions"),
        problems=tuple(case.problems()),
    )
