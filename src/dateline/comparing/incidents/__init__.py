"""Which events are one happening?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from math import log

from dateline.comparing.clusters import Cluster
from dateline.comparing.incidents.blocking import find_pairs
from dateline.comparing.incidents.clustering import cluster
from dateline.comparing.incidents.days import are_days_apart
from dateline.comparing.incidents.kinds import needs_participants
from dateline.comparing.incidents.likeness import Grounds, in_order, reasons, score
from dateline.comparing.incidents.sites import FINE, are_apart
from dateline.comparing.incidents.summaries import find_summaries
from dateline.comparing.incidents.tellings import Telling, find_tellings
from dateline.comparing.wording import Terms, Wording, joined
from dateline.model.actor import Actor
from dateline.model.case import CaseEvent, CasePlace, Copies
from dateline.model.reading import ReadReport

__all__ = ["find_incidents"]

# B-cubed on gva_incidents (train) is flat from 0.08 to 0.3; the casebook's near twins stay apart down to 0.12.
THRESHOLD = 0.15
# Two tellings of one report that its own words keep apart: only other reports can join them.
SAME_REPORT = 0.1
RAREST = 12
# A telling with two thirds of the events of its report's main one is as much what the report is about.
MAIN = 1.5
ABOUT = 0.5


def find_incidents(
    reports: Sequence[ReadReport],
    events: Sequence[CaseEvent],
    places: Sequence[CasePlace],
    actors: Sequence[Actor],
    copies: Sequence[Copies],
    wording: Wording,
) -> tuple[Cluster, ...]:
    """Every event in exactly one cluster; clusters in the order of their first event."""
    index = {report.report.id: i for i, report in enumerate(reports)}
    denied = _denied(events, {report.report.id: report for report in reports})
    tellings = find_tellings(
        events,
        index,
        {place.id: place for place in places},
        denied,
        _named(actors),
        _speakers(events, reports, actors),
        find_summaries(events, {report.report.id: report.reading for report in reports}),
    )
    copied = _copied(tellings, reports, copies)
    grounds = _grounds(tellings, reports, wording, actors, copied)
    pairs = find_pairs(tellings, [_keys(at, wording, grounds) for at in range(len(tellings))]) | copied
    scores = _within_reports(tellings) | {pair: score(*pair, grounds) for pair in sorted(pairs)}
    persons = frozenset(actor.id for actor in actors if actor.kind == "person" and actor.id in grounds.rarity)
    groups = cluster(len(tellings), scores, THRESHOLD, lambda a, b: _may_join(a, b, tellings, persons))
    return tuple(_cluster(group, grounds, scores) for group in groups)


def _named(actors: Sequence[Actor]) -> frozenset[str]:
    return frozenset(actor.id for actor in actors if actor.kind != "role" and actor.name[:1].isupper())


def _speakers(events: Sequence[CaseEvent], reports: Sequence[ReadReport], actors: Sequence[Actor]) -> dict[str, str]:
    """Event id -> id of the actor on whose word its report tells it."""
    actor_of = {chain: actor.id for actor in actors for chain in actor.chains}
    claims = {report.report.id: report.reading.claims for report in reports}
    said = (
        (e.id, (e.report, claims[e.report][e.event.claim].source_chain)) for e in events if e.event.claim is not None
    )
    return {
        event: actor_of[report, chain]
        for event, (report, chain) in said
        if chain is not None and (report, chain) in actor_of
    }


def _denied(events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> frozenset[str]:
    """Events that somebody denies: "the army denied that it had shelled the town"."""
    claimed = ((event, reports[event.report].reading.claims) for event in events)
    return frozenset(
        event.id
        for event, claims in claimed
        if event.event.claim is not None and claims[event.event.claim].modality == "denied"
    )


def _grounds(
    tellings: Sequence[Telling],
    reports: Sequence[ReadReport],
    wording: Wording,
    actors: Sequence[Actor],
    copied: frozenset[tuple[int, int]],
) -> Grounds:
    words = [_words(telling, reports[telling.report], wording) for telling in tellings]
    names = {actor.id: actor.name for actor in actors}
    return Grounds(
        tellings, wording.reports, wording.names, words, _prominence(tellings), _rarity(tellings), names, copied
    )


def _words(telling: Telling, report: ReadReport, wording: Wording) -> Terms:
    """The words of the sentences that tell of it."""
    triggers = [event.event.trigger for event in telling.all_events]
    told = [s.text for s in report.reading.sentences if any(s.overlaps(trigger) for trigger in triggers)]
    return wording.terms_of(joined(told or [trigger.text for trigger in triggers]))


def _prominence(tellings: Sequence[Telling]) -> list[float]:
    """How much of its report is about each telling, against the telling with most events there."""
    most: dict[int, int] = {}
    for telling in tellings:
        most[telling.report] = max(most.get(telling.report, 1), len(telling.all_events))
    return [min(1.0, MAIN * len(t.all_events) / most[t.report]) for t in tellings]


def _rarity(tellings: Sequence[Telling]) -> Mapping[str, float]:
    """How telling it is to name an actor: 1.0 for one in two reports, towards 0 for one in all of them."""
    reports_with = Counter(actor for actor, _ in {(a, t.report) for t in tellings for a in t.actors | t.recipients})
    total = len({t.report for t in tellings})
    scale = log(max(total, 2) / 2 + 1)
    return {actor: min(1.0, log(max(total, 2) / max(n, 2) + 1) / scale) for actor, n in reports_with.items() if n > 1}


def _keys(at: int, wording: Wording, grounds: Grounds) -> Iterable[Hashable]:
    """What a telling may share with others of its happening; rare words only for what its report is about."""
    telling = grounds.tellings[at]
    yield from (("place", place.id) for place in telling.places if place.precision != "country")
    yield from (("actor", actor) for actor in telling.actors | telling.recipients if actor in grounds.rarity)
    if grounds.prominence[at] >= ABOUT:
        yield from (("word", term) for term in wording.rarest(telling.report, RAREST))


def _copied(
    tellings: Sequence[Telling], reports: Sequence[ReadReport], copies: Sequence[Copies]
) -> frozenset[tuple[int, int]]:
    """Pairs of tellings of one kind whose triggers stand in a passage that both reports share."""
    of_report: dict[str, list[int]] = {}
    for position, telling in enumerate(tellings):
        of_report.setdefault(reports[telling.report].report.id, []).append(position)
    found: set[tuple[int, int]] = set()
    for passage in copies:
        holding = [
            (at, evidence.report)
            for evidence in passage.spans
            for at in of_report.get(evidence.report, ())
            if any(evidence.span.holds(e.event.trigger) for e in tellings[at].all_events)
        ]
        for (a, in_a), (b, in_b) in combinations(sorted(holding), 2):
            one, other = tellings[a], tellings[b]
            alike = one.planned == other.planned and one.summary == other.summary
            if in_a != in_b and one.type == other.type and alike:
                found.add((a, b))
    return frozenset(found)


def _may_join(a: Sequence[int], b: Sequence[int], tellings: Sequence[Telling], persons: frozenset[str]) -> bool:
    """Nothing in the one group happened on other days or in another town than something in the other."""
    return not any(_are_two(tellings[x], tellings[y], persons) for x in a for y in b)


def _are_two(a: Telling, b: Telling, persons: frozenset[str]) -> bool:
    """Two happenings for certain; but a named person is not shot twice: then one of the dates was misread."""
    if a.report == b.report:
        return are_days_apart(a, b) or are_apart(a.places, b.places)
    if a.type == "ASSAULT" and a.recipients & b.recipients & persons:
        return False
    return are_days_apart(a, b) or _are_in_two_towns(a, b)


def _are_in_two_towns(a: Telling, b: Telling) -> bool:
    """Each names one town alone, far from the other's, and nobody is named by both."""
    if (a.recipients & b.recipients) or (a.actors & b.actors):
        return False
    alone = len(a.places) == len(b.places) == 1 and {p.precision for p in (*a.places, *b.places)} <= FINE
    return alone and are_apart(a.places, b.places)


def _within_reports(tellings: Sequence[Telling]) -> dict[tuple[int, int], float]:
    """Tellings of one report and kind, which its words keep apart but another report may join."""
    of_report: dict[tuple[int, str, bool, bool], list[int]] = {}
    for position, telling in enumerate(tellings):
        if not needs_participants(telling.type):
            key = (telling.report, telling.type, telling.planned, telling.summary)
            of_report.setdefault(key, []).append(position)
    return {pair: SAME_REPORT for positions in of_report.values() for pair in combinations(positions, 2)}


def _cluster(group: Sequence[int], grounds: Grounds, scores: Mapping[tuple[int, int], float]) -> Cluster:
    tellings = [grounds.tellings[at] for at in group]
    linked = sorted(
        (-scores[pair], pair)
        for pair in combinations(group, 2)
        if pair in scores and grounds.tellings[pair[0]].report != grounds.tellings[pair[1]].report
    )
    return Cluster(
        events=tuple(e.id for t in tellings for e in t.events),
        counter=tuple(e.id for t in tellings for e in t.counter),
        reasons=in_order(why for _, pair in linked[:3] for why in reasons(*pair, grounds)),
    )
