"""What is there to compare? The tellings of a case, what is known of each, and the pairs that could be one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from math import log

from dateline.comparing.incidents.about import attach_words
from dateline.comparing.incidents.blocking import find_pairs
from dateline.comparing.incidents.dates import find_firm_days
from dateline.comparing.incidents.known import Known
from dateline.comparing.incidents.pairs import Pairs
from dateline.comparing.incidents.parts import Grounds
from dateline.comparing.incidents.summaries import find_summaries
from dateline.comparing.incidents.tellings import Telling, find_tellings
from dateline.comparing.incidents.tolls import toll_of
from dateline.comparing.incidents.traits import find_traits
from dateline.comparing.wording import Terms, Vectors, Wording, joined
from dateline.model.actor import Actor
from dateline.model.case import CaseEvent, CasePlace, Copies
from dateline.model.reading import ReadReport

RAREST = 12
# A telling with two thirds of the events of its report's main one is as much what the report is about.
MAIN = 1.5
ABOUT = 0.5


@dataclass(frozen=True, slots=True)
class Survey:
    """The tellings of a case, what the parts of the score look at, and the pairs (positions) worth comparing."""

    tellings: Sequence[Telling]
    grounds: Grounds
    pairs: Pairs


def survey(
    reports: Sequence[ReadReport],
    events: Sequence[CaseEvent],
    places: Sequence[CasePlace],
    actors: Sequence[Actor],
    copies: Sequence[Copies],
    wording: Wording,
    known: Known | None = None,
) -> Survey:
    """Everything that find_incidents and the fitting of its weights (training/likeness.py) start from.

    known: where these are only some reports of a case.
    """
    index = {report.report.id: i for i, report in enumerate(reports)}
    denied = _denied(events, {report.report.id: report for report in reports})
    told = find_tellings(
        events,
        index,
        {place.id: place for place in places},
        find_firm_days(events, {report.report.id: report.reading.published for report in reports}),
        denied,
        _named(actors),
        _speakers(events, reports, actors),
        find_summaries(events, {report.report.id: report.reading for report in reports}),
    )
    tellings = attach_words(told, reports)
    copied = _copied(tellings, reports, copies)
    grounds = _grounds(tellings, reports, wording, actors, copied, known or Known())
    alike = find_pairs(tellings, [keys_of(at, wording, grounds) for at in range(len(tellings))])
    return Survey(tellings, grounds, Pairs(len(tellings), chain(alike, copied)))


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
    known: Known,
) -> Grounds:
    words = Vectors(_words(telling, reports[telling.report], wording) for telling in tellings)
    traits, rarities = find_traits(reports, wording, actors, known)
    tolls = [toll_of(telling) for telling in tellings]
    return Grounds(tellings, traits, rarities, words, tolls, _prominence(tellings), _rarity(tellings, known), copied)


def _words(telling: Telling, report: ReadReport, wording: Wording) -> Terms:
    """The words of the sentences that tell of it."""
    triggers = [event.event.trigger for event in telling.all_events]
    told = [s.text for s in report.reading.sentences if any(s.overlaps(trigger) for trigger in triggers)]
    return wording.terms_of(joined(told or [trigger.text for trigger in triggers]))


def _prominence(tellings: Sequence[Telling]) -> list[float]:
    """How much of its report is about each telling, against the telling with most events there."""
    most: dict[int, int] = {}
    for telling in tellings:
        most[telling.report] = max(most.get(telling.report, 1), _told_often(telling))
    return [min(1.0, MAIN * _told_often(t) / most[t.report]) for t in tellings]


def _told_often(telling: Telling) -> int:
    return len(telling.all_events) + len(telling.about)


def _rarity(tellings: Sequence[Telling], known: Known) -> Mapping[str, float]:
    """How telling it is to name an actor: 1.0 for one in two reports, towards 0 for one in all of them."""
    reports_with = count_actors(t for t in tellings if t.report >= known.old)
    total = known.telling + len({t.report for t in tellings if t.report >= known.old})
    scale = log(max(total, 2) / 2 + 1)
    at_hand = {actor: 0 for t in tellings for actor in t.actors | t.recipients}
    counted = {actor: reports_with[actor] + known.actors.get(actor, 0) for actor in at_hand}
    return {actor: min(1.0, log(max(total, 2) / max(n, 2) + 1) / scale) for actor, n in counted.items() if n > 1}


def count_actors(tellings: Iterable[Telling]) -> Counter[str]:
    """By actor, in the tellings of how many reports he takes part."""
    return Counter(actor for actor, _ in {(a, t.report) for t in tellings for a in t.actors | t.recipients})


def keys_of(at: int, wording: Wording, grounds: Grounds) -> Iterable[Hashable]:
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
