"""Which origins agree, which dispute, and what range of numbers do they give?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.comparing.clusters import Cluster
from dateline.comparing.standings.disputes import (
    contested_actor,
    contested_date,
    contested_happening,
    contested_place,
    contested_toll,
    find_denials,
)
from dateline.comparing.standings.origins_counted import Ledger, count_origins
from dateline.comparing.standings.ranges import RULES, find_range
from dateline.comparing.standings.speakers import find_teller
from dateline.comparing.standings.tolls import find_tolls, injured, killed
from dateline.comparing.standings.when import find_days
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, CasePlace, Contested, Copies, Incident
from dateline.model.identity import id_of
from dateline.model.reading import ReadReport

__all__ = ["RULES", "find_standings"]


@dataclass(frozen=True, slots=True)
class _Case:
    """All that a standing is told from, by id. passages: report id -> the shared passages that it carries."""

    reports: Mapping[str, ReadReport]
    claims: Mapping[str, CaseClaim]
    events: Mapping[str, CaseEvent]
    places: Mapping[str, CasePlace]
    actors: Mapping[str, Actor]
    passages: Mapping[str, Sequence[Copies]]
    rule: str


def find_standings(
    clusters: Sequence[Cluster],
    reports: Sequence[ReadReport],
    claims: Sequence[CaseClaim],
    events: Sequence[CaseEvent],
    places: Sequence[CasePlace],
    actors: Sequence[Actor],
    copies: Sequence[Copies],
    *,
    rule: str = "acled",
) -> tuple[Incident, ...]:
    """An incident per cluster, with the origins that tell of it, its numbers and what is in dispute.

    Raises WrongUsage for an unknown rule.
    """
    passages: dict[str, list[Copies]] = {}
    for passage in copies:
        for report in passage.reports:
            passages.setdefault(report, []).append(passage)
    case = _Case(
        {r.report.id: r for r in reports},
        {c.id: c for c in claims},
        {e.id: e for e in events},
        {p.id: p for p in places},
        {a.id: a for a in actors},
        passages,
        rule,
    )
    return tuple(_incident(cluster, case) for cluster in clusters)


def _incident(cluster: Cluster, case: _Case) -> Incident:
    said = [case.events[event] for event in cluster.events]
    counter = [case.events[event] for event in cluster.counter]
    told = said or counter
    ledger = _ledger(said + counter, case)
    denied = find_denials(said, counter, ledger)
    tolls = {name: find_tolls(said, case.reports, ledger, field) for name, field in _FIELDS.items()}
    contested = _contested(said, denied, case, ledger)
    origins = ledger.count(e.id for e in told)
    standing = _standing(said, denied, origins, contested)
    begin, end = find_days(told)
    keys = sorted({ledger.names[o] for e in told if (o := ledger.of_event[e.id]) in ledger.names})
    return Incident(
        id=id_of("incident", *sorted(e.id for e in said + counter)),
        type=_most(e.event.type for e in told) or told[0].event.type,
        mode=_most(e.event.mode for e in told),
        begin=begin,
        end=end,
        places=_ordered(place for e in told for place in e.places),
        actors=_ordered(actor for e in told for actor in e.actors),
        recipients=_ordered(actor for e in told for actor in e.recipients),
        killed=find_range(tolls["killed"], case.rule),
        injured=find_range(tolls["injured"], case.rule),
        events=tuple(e.id for e in said + counter),
        reports=tuple(dict.fromkeys(e.report for e in said + counter)),
        origins=origins,
        standing=standing,
        contested=contested,
        why=(*cluster.reasons, _because(standing, origins, keys, contested)),
        origin_keys=tuple(keys),
    )


_FIELDS = {"killed": killed, "injured": injured}


def _ledger(events: Sequence[CaseEvent], case: _Case) -> Ledger:
    reports = {e.report: case.reports[e.report] for e in events}
    tellers = {e.id: find_teller(e, case.reports[e.report], case.claims, case.actors) for e in events}
    shared = {id(passage): passage for report in reports for passage in case.passages.get(report, ())}
    return count_origins(events, tellers, reports, list(shared.values()))


def _contested(
    said: Sequence[CaseEvent], denied: Sequence[CaseEvent], case: _Case, ledger: Ledger
) -> tuple[Contested, ...]:
    found = [
        contested_happening(said, denied, ledger),
        contested_actor(said, case.actors, case.reports, ledger),
        *(contested_toll(n, find_tolls(said, case.reports, ledger, field), ledger) for n, field in _FIELDS.items()),
        contested_place(said, case.places, ledger),
        contested_date(said, ledger),
    ]
    return tuple(dispute for dispute in found if dispute is not None)


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


def _most(values: Iterable[str | None]) -> str | None:
    """The commonest value, the first of several."""
    counted = Counter(value for value in values if value)
    return max(counted, key=lambda value: counted[value]) if counted else None


def _ordered(ids: Iterable[str | None]) -> tuple[str, ...]:
    """Ids by how many events name them, each once."""
    counted = Counter(i for i in ids if i is not None)
    return tuple(sorted(counted, key=lambda i: -counted[i]))
