"""Which origins agree, which dispute, and what range of numbers do they give?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.comparing.clusters import Cluster
from dateline.comparing.placed import Who
from dateline.comparing.progress import Told
from dateline.comparing.shared_out import share_out
from dateline.comparing.spokespeople import Spokespeople
from dateline.comparing.standings.blame import Blame, find_blame
from dateline.comparing.standings.causes import find_other_causes
from dateline.comparing.standings.disputes import (
    contested_date,
    contested_happening,
    contested_place,
    contested_toll,
    find_denials,
)
from dateline.comparing.standings.families import families_of
from dateline.comparing.standings.figures import Ledgers, find_figures
from dateline.comparing.standings.origins_counted import Ledger, Words, count_origins, find_shared_words
from dateline.comparing.standings.ranges import RULES, find_estimates, find_range
from dateline.comparing.standings.sides import Scene, contested_actor, find_disclaimers, has_rival
from dateline.comparing.standings.somebody import is_somebody
from dateline.comparing.standings.speakers import Tellers
from dateline.comparing.standings.tellings import find_tellings
from dateline.comparing.standings.told import Scene as Numbers
from dateline.comparing.standings.tolls import Toll, find_casualties
from dateline.comparing.standings.what import find_kind
from dateline.comparing.standings.when import find_days
from dateline.comparing.standings.where import find_places
from dateline.lexicons.outlets import Outlet
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, CasePlace, Contested, Copies, Incident
from dateline.model.identity import id_of
from dateline.model.reading import ReadReport

__all__ = ["RULES", "find_standings"]

# Clusters: a second process is ready, and its incidents are handed over, sooner than these are gone through.
LEAST_SHARED_OUT = 2_000


@dataclass(frozen=True, slots=True)
class _Case:
    """All that a standing is told from, by id. of_report: claims by report. shared: report id -> what it
    shares with others. blame: event id -> who is blamed or says that it was not he."""

    reports: Mapping[str, ReadReport]
    claims: Mapping[str, CaseClaim]
    of_report: Mapping[str, Sequence[CaseClaim]]
    events: Mapping[str, CaseEvent]
    places: Mapping[str, CasePlace]
    actors: Mapping[str, Actor]
    shared: Mapping[str, Sequence[Words]]
    tellers: Tellers
    blame: Mapping[str, Sequence[Blame]]
    rule: str


def find_standings(
    clusters: Sequence[Cluster],
    reports: Sequence[ReadReport],
    claims: Sequence[CaseClaim],
    events: Sequence[CaseEvent],
    places: Sequence[CasePlace],
    actors: Sequence[Actor],
    copies: Sequence[Copies],
    who: Who,
    *,
    rule: str = "acled",
    outlets: Sequence[Outlet] | None = None,
    spokespeople: Spokespeople | None = None,
    told: Told | None = None,
) -> tuple[tuple[Incident, ...], tuple[CasePlace, ...]]:
    """An incident per cluster, with the origins that tell of it, its numbers and what is in dispute; and the places
    of incidents that no event of theirs names. outlets: whose outlets are whose; those known where none are given.
    spokespeople: who speaks for whom. told: called as clusters are gone through.

    Raises WrongUsage for an unknown rule.
    """
    of_report: dict[str, list[CaseClaim]] = {}
    for claim in claims:
        of_report.setdefault(claim.report, []).append(claim)
    by_id = {c.id: c for c in claims}
    actor_by_id = {a.id: a for a in actors}
    tellers = Tellers(by_id, actor_by_id, who, families_of(outlets), spokespeople or Spokespeople())
    read = {r.report.id: r for r in reports}
    case = _Case(
        read,
        by_id,
        of_report,
        {e.id: e for e in events},
        {p.id: p for p in places},
        actor_by_id,
        find_shared_words(copies, of_report),
        tellers,
        find_blame(events, read, of_report, tellers),
        rule,
    )
    found = share_out(
        lambda part: [_incident(cluster, case) for cluster in part], clusters, told, least=LEAST_SHARED_OUT
    )
    sites = {site.id: site for _, of_one in found for site in of_one}
    incidents = tuple(incident for incident, _ in found)
    return incidents, tuple(site for key, site in sites.items() if key not in case.places)


def _incident(cluster: Cluster, case: _Case) -> tuple[Incident, tuple[CasePlace, ...]]:
    """An incident, and the places that it stands at."""
    said = [case.events[event] for event in cluster.events]
    counter = [case.events[event] for event in cluster.counter]
    about = [case.events[event] for event in cluster.about]
    told = said or counter
    firsthand = _firsthand(told)
    ledger = _ledger(said + counter, case)
    blame = [b for e in said + counter for b in case.blame.get(e.id, ())]
    scene = Scene(said, blame, case.actors, case.reports, ledger, case.tellers.who)
    disclaimers = find_disclaimers(scene, counter)
    by_whom = contested_actor(scene, disclaimers)
    # Who denies that he did it disputes the happening only where nobody else is told to have done it.
    denying = [e for e in counter if by_whom is None or e not in disclaimers or not has_rival(e, scene)]
    denied = find_denials(said, denying, ledger, _denied_outright(counter, case))
    numbers = Numbers(case.reports, case.of_report, case.tellers, ledger)
    tolls = find_casualties(said, numbers)
    sites = find_places(told, case.places, case.reports)
    otherwise = find_other_causes(said, case.of_report, case.reports, case.tellers, ledger)
    contested = _contested(scene, contested_happening(said, denied, ledger, otherwise), by_whom, tolls, sites)
    origins = ledger.count(e.id for e in firsthand)
    standing = _standing(said, denied, origins, contested)
    kind, mode = find_kind(told)
    begin, end = find_days(told, case.reports)
    reports = tuple(dict.fromkeys(e.report for e in said + counter + about))
    keys = sorted({ledger.names[o] for e in firsthand if (o := ledger.of_event[e.id]) in ledger.names})
    incident = Incident(
        id=id_of("incident", *sorted(e.id for e in said + counter)),
        type=kind,
        mode=mode,
        begin=begin,
        end=end,
        places=tuple(place.id for place in sites),
        actors=_ordered((actor for e in told for actor in e.actors), case.actors),
        recipients=_ordered((actor for e in told for actor in e.recipients), case.actors),
        killed=find_range(tolls["killed"], case.rule),
        injured=find_range(tolls["injured"], case.rule),
        events=tuple(e.id for e in said + counter),
        reports=reports,
        origins=origins,
        standing=standing,
        contested=contested,
        why=(*cluster.reasons, _because(standing, origins, keys, contested)),
        origin_keys=tuple(keys),
        tellings=find_tellings(firsthand, case.reports, case.tellers, ledger),
        figures=find_figures(said, Ledgers(numbers, case.actors, case.tellers.who, tolls)),
        estimates=tuple(estimate for name, of_name in tolls.items() for estimate in find_estimates(name, of_name)),
        about=cluster.about,
        missing=find_range(tolls["missing"], case.rule),
        captured=find_range(tolls["captured"], case.rule),
        displaced=find_range(tolls["displaced"], case.rule),
        related=tuple(r for r in cluster.related if r.report not in reports),
    )
    return incident, tuple(sites)


def _firsthand(told: Sequence[CaseEvent]) -> Sequence[CaseEvent]:
    """Without what is only feared or supposed, where others tell that it happened or will: who fears tells nothing."""
    return [event for event in told if event.event.status != "hypothetical"] or told


def _ledger(events: Sequence[CaseEvent], case: _Case) -> Ledger:
    reports = {e.report: case.reports[e.report] for e in events}
    shared = {id(words): words for report in reports for words in case.shared.get(report, ())}
    return count_origins(events, reports, case.tellers, list(shared.values()))


def _contested(
    scene: Scene,
    happened: Contested | None,
    by_whom: Contested | None,
    tolls: Mapping[str, Sequence[Toll]],
    sites: Sequence[CasePlace],
) -> tuple[Contested, ...]:
    said, ledger = scene.said, scene.ledger
    found = [
        happened,
        by_whom,
        *(contested_toll(name, tolls[name], ledger) for name in ("killed", "injured")),
        contested_place(said, {site.id: site for site in sites}, ledger),
        contested_date(said, scene.reports, ledger),
    ]
    return tuple(dispute for dispute in found if dispute is not None)


def _denied_outright(events: Sequence[CaseEvent], case: _Case) -> frozenset[str]:
    """Those of the events that somebody "denied" in so many words."""
    claims = {e.id: case.claims[e.claim] for e in events if e.claim is not None and e.claim in case.claims}
    return frozenset(event for event, claim in claims.items() if claim.claim.modality == "denied")


def _standing(
    said: Sequence[CaseEvent], denied: Sequence[CaseEvent], origins: int, contested: Sequence[Contested]
) -> str:
    """Denied: nobody but one origin says so and another says no. Contested: the tellings differ on something."""
    if not said or (denied and origins == 1):
        return "denied"
    if contested:
        return "contested"
    return "corroborated" if origins > 1 else "single-origin"


def _because(standing: str, origins: int, keys: Sequence[str], contested: Sequence[Contested]) -> str:
    told = f"{origins} independent origin{'s' if origins != 1 else ''}" + (f" ({', '.join(keys)})" if keys else "")
    disputed = ", ".join(dispute.attribute for dispute in contested)
    return f"Told by {told}; {standing}" + (f": {disputed} in dispute." if disputed else ".")


def _ordered(ids: Iterable[str | None], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Ids by how many events name them, each once; who is only counted ("two others") is nobody."""
    counted = Counter(i for i in ids if i is not None and (i not in actors or is_somebody(actors[i].name)))
    return tuple(sorted(counted, key=lambda i: -counted[i]))
