"""What do many reports say together? The order of the steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from dateline.comparing.additions import Traces
from dateline.comparing.clusters import Cluster
from dateline.comparing.contradictions import find_contradictions
from dateline.comparing.decided import all_rulings, decide_clusters, decide_incidents, reject_misread
from dateline.comparing.followups import find_followups
from dateline.comparing.gradings import find_gradings
from dateline.comparing.identities import Chances, credit_outlets, find_identities, name_outlets, spell_out_credits
from dateline.comparing.incidents import find_incidents
from dateline.comparing.incidents.survey import Survey, survey
from dateline.comparing.omissions import find_omissions
from dateline.comparing.origins import Origins, Prints, Speaking, find_common_agencies, find_origins, find_statements
from dateline.comparing.placed import Placed, Who, place_findings
from dateline.comparing.spokespeople import Spokespeople, find_spokespeople
from dateline.comparing.standings import find_standings
from dateline.comparing.wording import TermCounts, Wording
from dateline.lexicons.outlets import Outlet, with_own
from dateline.model.actor import Actor
from dateline.model.case import Comparison, Copies
from dateline.model.decision import Decision, Ruling, in_force
from dateline.model.listed import ListedActor
from dateline.model.reading import Reading, ReadReport
from dateline.model.report import Basis, Moment

Progress = Callable[[str, int, int], None]
STEPS = ("origins", "dates", "identities", "incidents", "standings", "contradictions", "followups", "omissions")


def compare(
    reports: Sequence[ReadReport],
    *,
    redate: Callable[[Reading, date], Reading],
    rule: str = "acled",
    outlets: Sequence[Outlet] = (),
    actors: Sequence[ListedActor] = (),
    decisions: Sequence[Decision] = (),
    chances: Chances | None = None,
    traces: Traces | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[ReadReport, ...], Comparison]:
    """What the reports say together, and the reports with the dates that were inferred on the way.

    redate: resolves a reading's relative times against a day. rule: how a toll's best value is picked
    (dateline.comparing.standings.RULES). outlets: the user's own, beside those that Dateline knows. actors: those of
    the user's lists. decisions: of people, all that were ever made, the first first. What is concluded depends on
    reports, lists and decisions alone. chances: of names that an earlier comparison compared; takes in the new ones.
    traces: takes in what adding a few reports later starts from.
    progress: called with a step's name and how much of how much of it is done.
    Raises WrongUsage for a rule that does not exist.
    """
    tell = progress or silent
    reports, origins = _find_origins(reports, outlets, redate, tell, traces.prints if traces else None)
    tell(STEPS[2], 0, 1)
    in_power = in_force(decisions)
    identities = find_identities(reports, in_power, actors, chances)
    who = Who(identities.actor_of, identities.teller)
    judged = reject_misread(place_findings(reports, who), in_power)
    placed = Placed(judged.kept_claims, judged.kept_events, judged.places)
    speaking = find_spokespeople(reports, who)
    told = _Told(reports, placed, identities.actors, origins.copies, who, speaking)
    happenings = _find_happenings(told, in_power, tell, traces)
    tell(STEPS[4], 0, 1)
    incidents, sites = find_standings(
        happenings.clusters,
        reports,
        placed.claims,
        placed.events,
        placed.places,
        identities.actors,
        origins.copies,
        who,
        rule=rule,
        outlets=with_own(outlets),
        spokespeople=told.spokespeople,
        told=partial(tell, STEPS[4]),
    )
    incidents, noted = decide_incidents(incidents, in_power)
    rulings = (*identities.rulings, *judged.rulings, *happenings.rulings, *noted)
    found = Comparison(
        claims=judged.claims,
        events=judged.events,
        actors=identities.actors,
        places=(*placed.places, *sites),
        incidents=incidents,
        copies=happenings.copies,
        suggestions=identities.suggestions,
        rulings=all_rulings(decisions, in_power, rulings),
    )
    if traces is not None:
        traces.take_identities(identities)
    return reports, _with_what_follows(found, told, tell)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the reports tell, who is who in them, and who speaks for whom. copies: the passages that they share."""

    reports: tuple[ReadReport, ...]
    placed: Placed
    actors: tuple[Actor, ...]
    copies: tuple[Copies, ...]
    who: Who
    spokespeople: Spokespeople


@dataclass(frozen=True, slots=True)
class _Happenings:
    """Which events are one happening, all that reports have from each other, and what became of people's decisions."""

    clusters: tuple[Cluster, ...]
    copies: tuple[Copies, ...]
    rulings: tuple[Ruling, ...]


def _find_origins(
    reports: Sequence[ReadReport],
    outlets: Sequence[Outlet],
    redate: Callable[[Reading, date], Reading],
    tell: Progress,
    prints: Prints | None,
) -> tuple[tuple[ReadReport, ...], Origins]:
    """The reports by the names of their outlets and agencies and with their days, and what they share."""
    tell(STEPS[0], 0, 1)
    reports = spell_out_credits(credit_outlets(name_outlets(reports, outlets)))
    origins = find_origins(reports, partial(tell, STEPS[0]), prints)
    tell(STEPS[1], 0, 1)
    return dated(reports, origins.inferred, redate), origins


def _find_happenings(told: _Told, in_power: Sequence[Decision], tell: Progress, traces: Traces | None) -> _Happenings:
    """Incidents as clusters of events, then the copies that only a common incident gives away."""
    tell(STEPS[3], 0, 1)
    reports, placed, actors = told.reports, told.placed, told.actors
    wording = wording_of(reports)
    note = partial(traces.take_survey, reports, wording) if traces else None
    clusters = find_incidents(reports, placed.events, placed.places, actors, told.copies, wording, told=note)
    clusters, rulings = decide_clusters(clusters, in_power)
    speaking = Speaking(told.who, told.spokespeople)
    statements = find_statements(reports, placed.claims, actors, wording, told.copies, clusters, speaking)
    copies = (*told.copies, *statements)
    copies = (*copies, *find_common_agencies(reports, placed.events, clusters, wording, copies))
    return _Happenings(clusters, copies, tuple(rulings))


def _with_what_follows(found: Comparison, told: _Told, tell: Progress) -> Comparison:
    """The comparison with what its incidents give rise to: contradictions, followups, omissions and grades."""
    reports, claims, events = told.reports, told.placed.claims, told.placed.events
    incidents, actors = found.incidents, found.actors
    tell(STEPS[5], 0, 1)
    contradictions = find_contradictions(reports, claims, events, incidents, actors, partial(tell, STEPS[5]))
    tell(STEPS[6], 0, 1)
    followups = find_followups(reports, claims, events, incidents)
    tell(STEPS[7], 0, 1)
    omissions = find_omissions(reports, claims, events, found.places, incidents, contradictions, actors)
    gradings = find_gradings(reports, claims, events, incidents, actors)
    return replace(found, contradictions=contradictions, followups=followups, omissions=omissions, gradings=gradings)


def survey_case(
    reports: Sequence[ReadReport], *, redate: Callable[[Reading, date], Reading]
) -> tuple[tuple[ReadReport, ...], Survey]:
    """The reports, dated where a passage tells, and what the search for incidents starts from (to fit its weights)."""
    reports = spell_out_credits(reports)
    origins = find_origins(reports)
    reports = dated(reports, origins.inferred, redate)
    identities = find_identities(reports)
    placed = place_findings(reports, Who(identities.actor_of, identities.teller))
    wording = wording_of(reports)
    found = survey(reports, placed.events, placed.places, identities.actors, origins.copies, wording)
    return tuple(reports), found


def wording_of(reports: Sequence[ReadReport], counted_before: TermCounts | None = None, old: int = 0) -> Wording:
    """The words of the reports, headlines included; the first `old` reports are among those counted before."""
    return Wording([f"{report.report.title or ''} {report.report.text}" for report in reports], counted_before, old)


def silent(_step: str, _done: int, _steps: int) -> None:
    """Tells nobody."""


def dated(
    reports: Sequence[ReadReport],
    inferred: Mapping[str, tuple[date, tuple[str, ...]]],
    redate: Callable[[Reading, date], Reading],
) -> tuple[ReadReport, ...]:
    """The reports, those without a date given the inferred one and read against it."""
    return tuple(
        _redated(report, *inferred[report.report.id], redate) if report.report.id in inferred else report
        for report in reports
    )


def _redated(
    report: ReadReport, day: date, sharers: tuple[str, ...], redate: Callable[[Reading, date], Reading]
) -> ReadReport:
    moment = Moment(day.isoformat(), f"shared passage with {', '.join(sharers)}")
    dated = replace(report.report, published=moment, published_basis=Basis.INFERRED, published_from=sharers)
    return ReadReport(dated, redate(report.reading, day))
