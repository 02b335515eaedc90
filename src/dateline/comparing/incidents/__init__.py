"""Which events are one happening?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from dateline.comparing.clusters import Cluster
from dateline.comparing.incidents.about import part_words
from dateline.comparing.incidents.bars import Bars
from dateline.comparing.incidents.clustering import cluster
from dateline.comparing.incidents.kinds import needs_participants
from dateline.comparing.incidents.known import Known
from dateline.comparing.incidents.likeness import in_order, reasons, score_pairs
from dateline.comparing.incidents.parts import Grounds
from dateline.comparing.incidents.related import find_related
from dateline.comparing.incidents.stories import Stories
from dateline.comparing.incidents.survey import Survey, survey
from dateline.comparing.incidents.tellings import Telling
from dateline.comparing.wording import Wording
from dateline.model.actor import Actor
from dateline.model.case import CaseEvent, CasePlace, Copies, RelatedReport
from dateline.model.reading import ReadReport

__all__ = ["THRESHOLD", "find_incidents"]

# B-cubed is flat from 0.15 to 0.3 on gva_incidents (train), and on the casebook from 0.15 to 0.2.
THRESHOLD = 0.2
# Two tellings of one report that its own words keep apart: only other reports can join them.
SAME_REPORT = 0.1


def find_incidents(
    reports: Sequence[ReadReport],
    events: Sequence[CaseEvent],
    places: Sequence[CasePlace],
    actors: Sequence[Actor],
    copies: Sequence[Copies],
    wording: Wording,
    known: Known | None = None,
    told: Callable[[Survey], None] | None = None,
) -> tuple[Cluster, ...]:
    """Every event in exactly one cluster; clusters in the order of their first event.

    known: where these are only some reports of a case. told: called with what the search starts from.
    """
    found = survey(reports, events, places, actors, copies, wording, known)
    if told is not None:
        told(found)
    tellings, grounds = found.tellings, found.grounds
    scores = found.pairs.within_reach(score_pairs(found.pairs, grounds, known), THRESHOLD)
    scores.update(_within_reports(tellings))  # none of which was compared
    bars = Bars(grounds, scores, actors)
    groups = _grouped(tellings, scores, bars, known.settled if known else {})
    stories = Stories(reports, grounds.traits, grounds.rarities, wording)
    related = find_related(groups, tellings, stories, wording, bars)
    return tuple(_cluster(group, grounds, scores, related.get(at, ())) for at, group in enumerate(groups))


def _grouped(
    tellings: Sequence[Telling], scores: Mapping[tuple[int, int], float], bars: Bars, settled: Mapping[str, int]
) -> list[list[int]]:
    """The tellings of each happening. settled: event id -> number of the incident in which its telling stays."""
    if not settled:
        return cluster(len(tellings), scores, THRESHOLD, bars.may_join)
    stays = {at: n for at, t in enumerate(tellings) if (n := settled.get(t.all_events[0].id)) is not None}
    between = {pair: score for pair, score in scores.items() if pair[0] not in stays and pair[1] not in stays}
    found = cluster(len(tellings), between, THRESHOLD, bars.may_join)
    groups = [group for group in found if group[0] not in stays]
    by_incident: dict[int, list[int]] = {}
    for at, number in stays.items():
        by_incident.setdefault(number, []).append(at)
    return sorted([*groups, *by_incident.values()], key=lambda group: group[0])


def _within_reports(tellings: Sequence[Telling]) -> dict[tuple[int, int], float]:
    """Tellings of one report and kind, which its words keep apart but another report may join."""
    of_report: dict[tuple[int, str, bool, bool], list[int]] = {}
    for position, telling in enumerate(tellings):
        if not needs_participants(telling.type):
            key = (telling.report, telling.type, telling.planned, telling.summary)
            of_report.setdefault(key, []).append(position)
    return {pair: SAME_REPORT for positions in of_report.values() for pair in combinations(positions, 2)}


def _cluster(
    group: Sequence[int],
    grounds: Grounds,
    scores: Mapping[tuple[int, int], float],
    related: tuple[RelatedReport, ...],
) -> Cluster:
    tellings = [grounds.tellings[at] for at in group]
    linked = sorted(
        (-scores[pair], pair)
        for pair in combinations(group, 2)
        if pair in scores and grounds.tellings[pair[0]].report != grounds.tellings[pair[1]].report
    )
    of_it, words = part_words(tellings)
    return Cluster(
        events=tuple(e.id for t in of_it for e in t.events),
        counter=tuple(e.id for t in of_it for e in t.counter),
        about=tuple(e.id for t in tellings for e in (*t.about, *(t.all_events if t in words else ()))),
        reasons=in_order(why for _, pair in linked[:3] for why in reasons(grounds.pair(*pair))),
        related=related,
    )
