"""Does every statement still stand on its words? Re-checks a case against its sources, span by span."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.intake import read_parts
from dateline.model.actor import Evidence
from dateline.model.case import Comparison, Contents
from dateline.model.document import Document
from dateline.model.reading import ReadReport
from dateline.model.span import Span
from dateline.reading.reports import check_pieces
from dateline.store import Case, Source


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a case that does not hold. where: a file, report or other noun by its id."""

    where: str
    fault: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked, and what did not hold."""

    reports: int
    spans: int
    faults: tuple[Fault, ...]


def verify_case(case: Case) -> Verified:
    """Check the hash of every source, the words of every report against it, every span, and every id referred to."""
    contents = case.contents()
    faults = list(_source_faults(case))
    if case.is_compared() and case.digest() != case.meta("digest"):
        faults.append(Fault(str(case.path), "its readings or conclusions were changed after they were written"))
    faults += [Fault(f"decision {number}", fault) for number, fault in case.decision_faults()]
    texts = {read.report.id: read.report.text for read in contents.reports}
    spans = 0
    for where, text, span in _spans_of(contents, texts):
        spans += 1
        if text is None or text[span.start : span.end] != span.text or not span.text:
            faults.append(Fault(where, f"characters {span.start} to {span.end} do not read {span.text!r}"))
    faults += _id_faults(contents.comparison, set(texts))
    return Verified(len(texts), spans, tuple(faults))


def _source_faults(case: Case) -> Iterator[Fault]:
    """What no longer agrees with the files that were read, a file at a time."""
    sources = {source.file: source for source in case.sources()}
    for file, reads in groupby(case.as_read(), key=lambda read: read.report.file):
        documents = _reread(sources.get(file))
        for part, of_part in groupby(reads, key=lambda read: read.report.part):
            name = file if part is None else f"{file} [{part}]"
            for read in of_part:
                if isinstance(documents, str):
                    yield Fault(name, documents)
                elif part not in documents:
                    yield Fault(name, "is no longer in its file, or cannot be read any more")
                else:
                    yield from _report_faults(name, read, documents[part])


def _reread(source: Source | None) -> dict[str | None, Document] | str:
    """The documents of a file by their part, as it holds them now; or why it cannot be had."""
    if source is None:
        return "is not among the files that were read to their end; run dateline read again"
    if source.absolute == "-" or "://" in source.absolute:
        return "was not read from a file, so it cannot be checked"
    if not Path(source.absolute).exists():
        return f"its source is gone (it lay at {source.absolute})"
    try:
        return {document.part: document for document in read_parts(source.absolute, fields=json.loads(source.fields))}
    except DatelineError as error:
        return f"its source cannot be read any more: {error}"


def _report_faults(name: str, read: ReadReport, document: Document) -> Iterator[Fault]:
    if document.sha256 != read.report.sha256:
        yield Fault(name, "its bytes are not those that were read (SHA-256 differs)")
    for fault in check_pieces(read.report, document):
        yield Fault(f"{name}, report {read.report.id}", fault)


def _spans_of(contents: Contents, texts: dict[str, str]) -> Iterator[tuple[str, str | None, Span]]:
    """Every span of the case with what it belongs to and the text that it should stand in."""
    for read in contents.reports:
        for span in _spans_in(dataclasses.replace(read.reading, text="")):
            yield f"report {read.report.id}", texts[read.report.id], span
    compared = contents.comparison
    for claim in compared.claims:
        for span in _spans_in(claim.claim):
            yield f"claim {claim.id}", texts.get(claim.report), span
    for event in compared.events:
        for span in _spans_in(event.event):
            yield f"event {event.id}", texts.get(event.report), span
    for noun in (
        *compared.actors, *compared.incidents, *compared.copies, *compared.contradictions, *compared.omissions,
        *compared.gradings,
    ):  # fmt: skip
        for evidence in _evidence_in(noun):
            yield f"{type(noun).__name__.lower()} {getattr(noun, 'id', '')}", texts.get(evidence.report), evidence.span


def _spans_in(noun: Any) -> Iterator[Span]:
    if isinstance(noun, Span):
        yield noun
    else:
        for part in _parts(noun):
            yield from _spans_in(part)


def _evidence_in(noun: Any) -> Iterator[Evidence]:
    if isinstance(noun, Evidence):
        yield noun
    else:
        for part in _parts(noun):
            yield from _evidence_in(part)


def _parts(noun: Any) -> Iterator[Any]:
    if isinstance(noun, tuple):
        yield from noun
    elif dataclasses.is_dataclass(noun):
        yield from (getattr(noun, field.name) for field in dataclasses.fields(noun))


def _id_faults(found: Comparison, reports: set[str]) -> Iterator[Fault]:
    """Every id that a conclusion rests on must be there."""
    claims, events = {c.id for c in found.claims}, {e.id for e in found.events}
    actors, places = {a.id for a in found.actors}, {p.id for p in found.places}
    for claim in found.claims:
        yield from _missing(f"claim {claim.id}", [claim.report], reports)
        yield from _missing(f"claim {claim.id}", [claim.source_actor, *claim.via], actors)
        yield from _missing(f"claim {claim.id}", [claim.inside], claims)
        yield from _missing(f"claim {claim.id}", claim.events, events)
    for event in found.events:
        yield from _missing(f"event {event.id}", [event.report], reports)
        yield from _missing(f"event {event.id}", [*event.actors, *event.recipients], actors)
        yield from _missing(f"event {event.id}", event.places, places)
        yield from _missing(f"event {event.id}", [event.claim], claims)
    for suggestion in found.suggestions:
        yield from _missing(f"suggestion {suggestion.id}", suggestion.actors, actors)
    for actor in found.actors:
        yield from _missing(f"actor {actor.id}", (relation.other for relation in actor.relations), actors)
    for incident in found.incidents:
        yield from _missing(f"incident {incident.id}", incident.all_events, events)
        yield from _missing(f"incident {incident.id}", incident.reports, reports)
        yield from _missing(f"incident {incident.id}", [*incident.actors, *incident.recipients], actors)
        yield from _missing(f"incident {incident.id}", incident.places, places)
        yield from _missing(f"incident {incident.id}", (figure.event for figure in incident.figures), events)
        yield from _missing(f"incident {incident.id}", (figure.side for figure in incident.figures), actors)
    for copies in found.copies:
        yield from _missing("copies", copies.reports, reports)
    for contradiction in found.contradictions:
        for side in contradiction.sides:
            yield from _missing(f"contradiction {contradiction.id}", side.claims, claims)
            yield from _missing(f"contradiction {contradiction.id}", side.events, events)
    for followup in found.followups:
        yield from _missing(f"followup of {followup.event}", [followup.event, *followup.by], events)
    incidents = {incident.id for incident in found.incidents}
    yield from _missing("omissions", (omissions.incident for omissions in found.omissions), incidents)
    yield from _missing("gradings", (grading.incident for grading in found.gradings), incidents)
    for omissions in found.omissions:
        told = (report for coverage in omissions.outlets for report in coverage.reports)
        yield from _missing(f"omissions of {omissions.incident}", told, reports)


def _missing(where: str, named: Any, known: set[str]) -> Iterator[Fault]:
    for identifier in named:
        if identifier is not None and identifier not in known:
            yield Fault(where, f"rests on {identifier}, which is not in the case")
