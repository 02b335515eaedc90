"""Do two reports give one statement of one speaker, each in words of its own? Weaker than a shared passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from dateline.comparing.clusters import Cluster
from dateline.comparing.origins.direction import published_day
from dateline.comparing.placed import Who
from dateline.comparing.spokespeople import Spokespeople
from dateline.comparing.wording import Terms, Wording, joined, likeness
from dateline.model.actor import Actor, Evidence
from dateline.model.case import CaseClaim, Copies
from dateline.model.reading import ReadReport

# Cosine of the contents' rare words from which two claims of one speaker are one statement (casebook: statements
# that its record calls one lie above, other statements of the same speakers below).
ONE_STATEMENT = 0.45
# What a speaker says on one incident is mostly one statement, however differently it is rendered.
ON_ONE_INCIDENT = 0.35
# What a speaker told one agency or paper within days is one interview or statement, if it is on one matter at all.
TOLD_ONE_TELLER = 0.2
# Who gives one figure of one thing in two reports within days mostly gave it once.
ON_ONE_FIGURE = 0.35
# Fewer terms ("the movement", "an act of terror") are said by everybody, on everything.
LEAST_TERMS = 4
_FIGURE = re.compile(r"\b(?!(?:19|20)\d\d\b)\d[\d,.]*\d\b")
# A speaker repeats himself; only what is printed within a few days is one statement.
WITHIN = timedelta(days=3)
# Claims of a speaker who talks in hundreds of reports are compared with the next ones in time only.
NEXT = 60


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks, and for whom. who: how words become actor ids."""

    who: Who
    people: Spokespeople


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a speaker says in one report, all his claims there together, and those of the body for which he speaks.
    about: the incidents that they tell of; told: the tellers whom he told it; figures: by each
    number that he gives, the words with it."""

    report: str
    day: date | None
    claims: tuple[CaseClaim, ...]
    terms: Terms
    about: frozenset[int]
    told: frozenset[str]
    figures: Mapping[str, Terms]


def find_statements(
    reports: Sequence[ReadReport],
    claims: Sequence[CaseClaim],
    actors: Sequence[Actor],
    wording: Wording,
    passages: Sequence[Copies],
    clusters: Sequence[Cluster],
    speaking: Speaking,
) -> tuple[Copies, ...]:
    """Groups of kind "quote": reports that give a named speaker's statement without sharing a passage of it."""
    incident_of = {
        event: number for number, cluster in enumerate(clusters) for event in (*cluster.events, *cluster.about)
    }
    found = _statements(reports, claims, actors, wording, incident_of, speaking)
    known: dict[tuple[str, ...], list[Copies]] = {}
    for passage in passages:
        known.setdefault(passage.reports, []).append(passage)
    return tuple(group for group in found if not _is_shared(group, known.get(group.reports, ())))


def _is_shared(group: Copies, passages: Sequence[Copies]) -> bool:
    """Whether the statement's words stand in a passage that just these reports share."""
    spans = [evidence for passage in passages for evidence in passage.spans]
    return any(a.report == b.report and a.span.overlaps(b.span) for a in group.spans for b in spans)


def _statements(
    reports: Sequence[ReadReport],
    claims: Sequence[CaseClaim],
    actors: Sequence[Actor],
    wording: Wording,
    incident_of: Mapping[str, int],
    speaking: Speaking,
) -> tuple[Copies, ...]:
    by_id = {report.report.id: report for report in reports}
    names = {actor.id: actor.name for actor in actors}
    said: dict[str, dict[str, list[CaseClaim]]] = {}
    for claim in claims:
        speaker = _speaker(claim, by_id[claim.report], speaking)
        if speaker in names and speaker is not None:
            said.setdefault(speaker, {}).setdefault(claim.report, []).append(claim)
    return tuple(
        _copies(group, names[speaker])
        for speaker, in_reports in said.items()
        if len(in_reports) > 1
        for group in _groups(
            [_statement(by_id[report], of_one, wording, incident_of) for report, of_one in in_reports.items()]
        )
    )


def _speaker(claim: CaseClaim, report: ReadReport, speaking: Speaking) -> str | None:
    """The actor id of a speaker with a name; what a body says beside its spokesman is his."""
    mouth = speaking.people.mouth_of(claim.report, claim.claim.source_chain)
    if mouth is not None:
        return speaking.who.actor_of.get((claim.report, mouth))
    return claim.source_actor if _is_named(claim, report) else None


def _is_named(claim: CaseClaim, report: ReadReport) -> bool:
    chain = claim.claim.source_chain
    return chain is not None and report.reading.chains[chain].named


def _statement(
    report: ReadReport, claims: Sequence[CaseClaim], wording: Wording, incident_of: Mapping[str, int]
) -> _Statement:
    content = joined(span.text for claim in claims for span in claim.claim.content)
    about = frozenset(incident_of[event] for claim in claims for event in claim.events if event in incident_of)
    told = frozenset(via for claim in claims for via in claim.via)
    terms = wording.terms_of(content)
    spans = [span.text for claim in claims for span in claim.claim.content]
    figures = {figure.replace(",", ""): wording.terms_of(text) for text in spans for figure in _FIGURE.findall(text)}
    return _Statement(report.report.id, published_day(report.report), tuple(claims), terms, about, told, figures)


def _groups(statements: Sequence[_Statement]) -> Iterable[list[_Statement]]:
    """Statements all of which are alike; a group holds at least two reports."""
    alike = {pair for pair in _neighbours(statements) if _are_one(statements[pair[0]], statements[pair[1]])}
    group_of: dict[int, list[int]] = {i: [i] for i in range(len(statements))}
    for a, b in sorted(alike, key=lambda pair: -likeness(statements[pair[0]].terms, statements[pair[1]].terms)):
        one, other = group_of[a], group_of[b]
        if one is not other and all((min(x, y), max(x, y)) in alike for x in one for y in other):
            merged = sorted(one + other)
            group_of.update((member, merged) for member in merged)
    for first, members in group_of.items():
        if members[0] == first and len(members) > 1:
            yield [statements[i] for i in members]


def _are_one(a: _Statement, b: _Statement) -> bool:
    if min(len(a.terms[0]), len(b.terms[0])) < LEAST_TERMS:
        return False
    least = ON_ONE_INCIDENT if a.about & b.about else ONE_STATEMENT
    if any(likeness(a.figures[one], b.figures[one]) >= ON_ONE_FIGURE for one in a.figures.keys() & b.figures.keys()):
        return True
    return likeness(a.terms, b.terms) >= (TOLD_ONE_TELLER if a.told & b.told else least)


def _neighbours(statements: Sequence[_Statement]) -> Iterable[tuple[int, int]]:
    order = sorted(range(len(statements)), key=lambda i: (statements[i].day or date.min, i))
    for a, b in combinations(range(len(order)), 2) if len(order) <= NEXT else _next(len(order)):
        one, other = statements[order[a]], statements[order[b]]
        if one.day is None or other.day is None or other.day - one.day <= WITHIN:
            yield min(order[a], order[b]), max(order[a], order[b])


def _next(count: int) -> Iterable[tuple[int, int]]:
    return ((a, b) for a in range(count) for b in range(a + 1, min(a + NEXT, count)))


def _copies(group: Sequence[_Statement], speaker: str) -> Copies:
    longest = [max(s.claims, key=lambda c: sum(len(span.text) for span in c.claim.content)) for s in group]
    spans = tuple(
        Evidence(claim.report, max(claim.claim.content, key=lambda span: len(span.text))) for claim in longest
    )
    why = f"They give one statement of {speaker} in different words."
    return Copies(tuple(s.report for s in group), "quote", spans, speaker, why)
