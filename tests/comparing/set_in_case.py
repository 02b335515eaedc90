"""Invented reports as a case: identities by name, claims with their cues and modalities, incidents on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dateline.comparing.placed import Placed, Who, place_findings
from dateline.language.sentences import find_sentences
from dateline.model.actor import Actor, ActorRelation, Alias, Evidence
from dateline.model.case import CaseEvent, Contested, Incident
from dateline.model.reading import ReadReport
from dateline.model.time import Time
from tests.comparing.build_reports import Act, Said, read, span


@dataclass(frozen=True)
class Case:
    """What find_contradictions and find_followups are given."""

    reports: tuple[ReadReport, ...]
    placed: Placed
    actors: tuple[Actor, ...]
    incidents: tuple[Incident, ...] = ()


@dataclass(frozen=True)
class Story:
    """A report to be made: how its claims are introduced is told by cue, in the order of `said`."""

    name: str
    text: str
    said: Sequence[Said] = ()
    acts: Sequence[Act] = ()
    cues: Sequence[tuple[str, str]] = ()
    times: Sequence[tuple[str, str, str]] = ()
    published: str | None = "2041-05-02"


@dataclass(frozen=True)
class Relations:
    """Relations of the case by names: (subject, type, object, begin, report, words)."""

    told: Sequence[tuple[str, str, str, str | None, str, str]] = field(default=())


def case_of(
    *stories: Story,
    relations: Relations | None = None,
    incidents: Sequence[Sequence[tuple[str, int]]] = (),
    contested: Sequence[Contested] = (),
    kinds: dict[str, str] | None = None,
) -> Case:
    """The case; incidents: for each, the (report, index) of its events; kinds: of actors that are no groups."""
    reports = tuple(_read(story) for story in stories)
    ids = {(r.report.id, at): f"actor {c.name}" for r in reports for at, c in enumerate(r.reading.chains)}
    placed = place_findings(reports, Who(ids, lambda _name: None))
    by_place = {(e.report, e.index): e for e in placed.events}
    grouped = tuple(
        _incident(number, [by_place[key] for key in keys], contested) for number, keys in enumerate(incidents)
    )
    return Case(reports, placed, _actors(reports, ids, relations or Relations(), kinds or {}), grouped)


def _read(story: Story) -> ReadReport:
    made = read(story.name, story.text, story.acts, story.said, published=story.published)
    claims = tuple(
        replace(claim, cue=span(story.text, cue), modality=modality)
        for claim, (cue, modality) in zip(made.reading.claims, story.cues, strict=True)
    )
    times = tuple(
        Time(span(story.text, words), "DATE", None, date.fromisoformat(begin), date.fromisoformat(end), True, "day")
        for words, begin, end in story.times
    )
    sentences = find_sentences(story.text)
    return ReadReport(made.report, replace(made.reading, claims=claims, times=times, sentences=sentences))


def _actors(
    reports: Sequence[ReadReport], ids: dict[tuple[str, int], str], relations: Relations, kinds: dict[str, str]
) -> tuple[Actor, ...]:
    names = {ids[r.report.id, at]: c.name for r in reports for at, c in enumerate(r.reading.chains)}
    return tuple(
        Actor(
            key,
            name,
            kinds.get(name, "group"),
            (Alias(name, (), None, None),),
            tuple(_relation(reports, told) for told in relations.told if told[0] == name),
            tuple(chain for chain, actor in ids.items() if actor == key),
        )
        for key, name in names.items()
    )


def _relation(reports: Sequence[ReadReport], told: tuple[str, str, str, str | None, str, str]) -> ActorRelation:
    _, kind, other, begin, report, words = told
    text = next(r.report.text for r in reports if r.report.id == report)
    day = date.fromisoformat(begin) if begin else None
    return ActorRelation(kind, f"actor {other}", day, None, (Evidence(report, span(text, words)),))


def _incident(number: int, events: Sequence[CaseEvent], contested: Sequence[Contested]) -> Incident:
    begins = [e.begin for e in events if e.begin]
    first = events[0]
    return Incident(
        f"i{number}", first.event.type, None, min(begins, default=None), max(begins, default=None),
        (), tuple(dict.fromkeys(a for e in events for a in e.actors if a)), (), None, None,
        tuple(e.id for e in events), tuple(dict.fromkeys(e.report for e in events)), 1, "single-origin",
        tuple(contested),
    )  # fmt: skip
