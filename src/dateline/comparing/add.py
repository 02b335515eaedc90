"""What do a few more reports say together with those of a compared case? The order of the steps.

They are the steps of compare.py, over the new reports and those that may have to do with them
(additions/neighbours.py). What is counted over a whole case is taken from what an earlier comparison kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from dateline.comparing.additions import Kept, Traces
from dateline.comparing.additions.compared import Addition, Compared
from dateline.comparing.additions.neighbours import Neighbours, find_neighbours, find_sharers
from dateline.comparing.additions.people import People
from dateline.comparing.additions.replacing import (
    Passages,
    contradictions_now,
    followups_now,
    go_on,
    with_related,
)
from dateline.comparing.additions.scene import Scene, build_scene, known_beside
from dateline.comparing.additions.traces import ordinal, speakers_in
from dateline.comparing.additions.writing import Found, write_addition
from dateline.comparing.clusters import Cluster
from dateline.comparing.compare import STEPS, Progress, dated, silent, wording_of
from dateline.comparing.contradictions import find_contradictions
from dateline.comparing.decided import decide_clusters, decide_incidents
from dateline.comparing.followups import find_followups
from dateline.comparing.gradings import find_gradings
from dateline.comparing.identities import credit_outlets, find_identities, name_outlets, spell_out_credits
from dateline.comparing.incidents import THRESHOLD, find_incidents
from dateline.comparing.incidents.likeness import score_pairs
from dateline.comparing.incidents.survey import RAREST, keys_of, survey
from dateline.comparing.omissions import find_omissions
from dateline.comparing.origins import Prints, Speaking, find_common_agencies, find_origins, find_statements
from dateline.comparing.origins.words import Vocabulary
from dateline.comparing.spokespeople import find_spokespeople
from dateline.comparing.standings import find_standings
from dateline.comparing.wording import Wording
from dateline.lexicons.outlets import Outlet, with_own
from dateline.model.case import CasePlace, Copies, Incident
from dateline.model.decision import Decision, in_force
from dateline.model.listed import ListedActor
from dateline.model.reading import Reading, ReadReport


def add(
    new: Sequence[ReadReport],
    case: Compared,
    kept: Kept,
    *,
    redate: Callable[[Reading, date], Reading],
    rule: str = "acled",
    outlets: Sequence[Outlet] = (),
    actors: Sequence[ListedActor] = (),
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Addition:
    """What new reports change in a case that was compared with the same rule, lists and decisions.

    kept: what the comparison left. The rest is as of compare().
    """
    setting = _Setting(case, kept, redate, rule, outlets, decisions, in_force(decisions), progress or silent)
    tell = setting.tell
    tell(STEPS[0], 0, 1)
    shared = _find_shared(new, setting)
    tell(STEPS[2], 0, 1)
    people = People(case, find_identities(shared.new, setting.in_power, actors))
    tell(STEPS[3], 0, 1)
    neighbours = _find_neighbours(build_scene((), shared.new, case, people, setting.in_power), setting)
    at_hand = {kept.number_of[read.report.id] for read in shared.beside}
    beside = (*shared.beside, *setting.reports(neighbours.nearest() - at_hand))
    scene = build_scene(beside, shared.new, case, people, setting.in_power)
    before = _Before.of(scene, case)
    touched = _find_touched(scene, before, shared, neighbours, setting)
    missing = {r for place in touched for r in before.incidents[place].reports} - {r.report.id for r in scene.reports}
    if missing:
        beside = (*beside, *case.reports_by(missing))
        scene = build_scene(beside, shared.new, case, people, setting.in_power)
        before = _Before.of(scene, case)
    found = _find_happenings(scene, before, touched, shared, neighbours, setting)
    found = _with_standings(found, scene, before, setting)
    found = _with_what_follows(found, scene, before, setting)
    return write_addition(found, scene, people, case, kept, decisions)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What an addition is made to, and how. in_power: the decisions in force, the latest first."""

    case: Compared
    kept: Kept
    redate: Callable[[Reading, date], Reading]
    rule: str
    outlets: Sequence[Outlet]
    decisions: Sequence[Decision]
    in_power: Sequence[Decision]
    tell: Progress

    def reports(self, numbers: Iterable[int]) -> list[ReadReport]:
        """Reports that were compared before, by their numbers."""
        return self.case.reports_by(self.kept.ids[number] for number in sorted(numbers))


@dataclass(frozen=True, slots=True)
class _Shared:
    """The new reports, dated; those that share passages with them; these passages; and the reports that are not as
    they were read."""

    new: tuple[ReadReport, ...]
    beside: tuple[ReadReport, ...]
    passages: Passages
    redated: list[ReadReport]
    prints: Prints


@dataclass(frozen=True, slots=True)
class _Before:
    """What was concluded of the reports beside the new ones, by place."""

    incidents: Mapping[int, Incident]
    copies: Mapping[int, Copies]

    @classmethod
    def of(cls, scene: Scene, case: Compared) -> _Before:
        ids = [read.report.id for read in scene.beside]
        return cls(case.nouns_of("incidents", ids), case.nouns_of("copies", ids))

    def place_of(self) -> dict[str, int]:
        """The place of the incident of each event."""
        return {event: place for place, incident in self.incidents.items() for event in incident.all_events}


def _find_shared(new: Sequence[ReadReport], setting: _Setting) -> _Shared:
    kept = setting.kept
    named = spell_out_credits(credit_outlets(name_outlets(new, setting.outlets)), kept.initials)
    prints = Prints(Vocabulary(kept.words))
    prints.take(named)
    beside = setting.reports(set().union(*find_sharers(prints, kept)))
    origins = find_origins([*beside, *named], prints=Prints(prints.vocabulary))
    together = dated([*beside, *named], origins.inferred, setting.redate)
    redated = [now for before, now in zip([*beside, *new], together, strict=True) if now != before]
    known = setting.case.nouns_of("copies", [read.report.id for read in beside])
    passages = go_on(origins.copies, known, {read.report.id for read in named})
    return _Shared(together[len(beside) :], together[: len(beside)], passages, redated, prints)


def _find_neighbours(scene: Scene, setting: _Setting) -> Neighbours:
    """scene: of the new reports by themselves."""
    kept = setting.kept
    wording = wording_of(scene.reports, kept.counts)
    known = known_beside(scene, kept, {}, {})
    found = survey(scene.reports, scene.events, scene.places, scene.actors, (), wording, known)
    return find_neighbours(
        found.tellings,
        [keys_of(at, wording, found.grounds) for at in range(len(found.tellings))],
        [wording.rarest(at, RAREST) for at in range(len(scene.reports))],
        speakers_in(scene.reports, scene.claims),
        [ordinal(traits.published) for traits in found.grounds.traits],
        kept,
    )


def _find_touched(
    scene: Scene, before: _Before, shared: _Shared, neighbours: Neighbours, setting: _Setting
) -> set[int]:
    """The places of the incidents that new tellings may belong to, and of those whose reports got another day."""
    wording = wording_of(scene.reports, setting.kept.counts, scene.old)
    known = known_beside(scene, setting.kept, neighbours.others, {})
    copies = [*before.copies.values(), *shared.passages.all]
    found = survey(scene.reports, scene.events, scene.places, scene.actors, copies, wording, known)
    place_of, tellings = before.place_of(), found.tellings
    touched = set()
    for (a, b), score in zip(found.pairs, score_pairs(found.pairs, found.grounds, known).tolist(), strict=True):
        if score >= THRESHOLD and (tellings[a].report >= scene.old) != (tellings[b].report >= scene.old):
            old = tellings[a] if tellings[a].report < scene.old else tellings[b]
            touched.add(place_of.get(old.all_events[0].id))
    new_days = {read.report.id for read in shared.redated} - {read.report.id for read in scene.new}
    touched |= {place for place, noun in before.incidents.items() if not new_days.isdisjoint(noun.reports)}
    return {place for place in touched if place is not None}


def _find_happenings(
    scene: Scene, before: _Before, touched: set[int], shared: _Shared, neighbours: Neighbours, setting: _Setting
) -> Found:
    """The incidents of the new reports and those that they touch, as clusters, and the copies that only these show."""
    wording = wording_of(scene.reports, setting.kept.counts, scene.old)
    settled = {event: place for event, place in before.place_of().items() if place not in touched}
    known = known_beside(scene, setting.kept, neighbours.others, settled)
    traces = Traces(setting.kept, known.others)
    traces.prints = shared.prints
    copies = [*before.copies.values(), *shared.passages.all]
    clusters = find_incidents(
        scene.reports,
        scene.events,
        scene.places,
        scene.actors,
        copies,
        wording,
        known,
        partial(traces.take_survey, scene.reports, wording, old=scene.old),
    )
    clusters, rulings = decide_clusters(clusters, setting.in_power)
    passages = _with_statements(clusters, copies, scene, before, wording, shared.passages)
    places = [_place_kept(cluster, settled, touched, before) for cluster in clusters]
    stays = {place: cluster for place, cluster in zip(places, clusters, strict=True) if place is not None}
    staying = {id(cluster) for cluster in stays.values()}
    return Found(
        traces=traces,
        redated=shared.redated,
        passages=passages,
        clusters=[cluster for cluster in clusters if id(cluster) not in staying],
        related={place: cluster.related for place, cluster in stays.items()},
        rulings=(*scene.rulings, *rulings),
        before={place: before.incidents[place] for place in touched if place not in stays},
    )


def _with_statements(
    clusters: Sequence[Cluster],
    copies: Sequence[Copies],
    scene: Scene,
    before: _Before,
    wording: Wording,
    passages: Passages,
) -> Passages:
    new = {read.report.id for read in scene.new}
    speaking = Speaking(scene.who, find_spokespeople(scene.reports, scene.who))
    statements = find_statements(scene.reports, scene.claims, scene.actors, wording, copies, clusters, speaking)
    found = [*statements]
    found += find_common_agencies(scene.reports, scene.events, clusters, wording, [*copies, *statements])
    return passages.with_more(go_on(found, before.copies, new))


def _place_kept(cluster: Cluster, settled: Mapping[str, int], touched: set[int], before: _Before) -> int | None:
    """The place of the incident that these tellings are, where it stays as it was."""
    told, about = {*cluster.events, *cluster.counter}, {*cluster.about}
    for event in sorted(told | about):
        if event in settled:
            return settled[event]
    for place in touched:
        if told == {*before.incidents[place].events} and about == {*before.incidents[place].about}:
            return place
    return None


def _with_standings(found: Found, scene: Scene, before: _Before, setting: _Setting) -> Found:
    """With the incidents that the clusters are, and the places that only these name."""
    setting.tell(STEPS[4], 0, 1)
    of_event = {event.id: event.report for event in scene.events}
    own = {of_event[event] for c in found.clusters for event in (*c.events, *c.counter, *c.about)}
    reports, claims, events = scene.of(own)
    copies = [*({**before.copies, **found.passages.changed}).values(), *found.passages.made]
    incidents, sites = find_standings(
        found.clusters,
        reports,
        claims,
        events,
        scene.places,
        scene.actors,
        [passage for passage in copies if not own.isdisjoint(passage.reports)],
        scene.who,
        rule=setting.rule,
        outlets=with_own(setting.outlets),
        spokespeople=find_spokespeople(reports, scene.who),
        told=partial(setting.tell, STEPS[4]),
    )
    incidents, noted = decide_incidents(incidents, setting.in_power)
    at_hand = {read.report.id for read in scene.reports}
    return replace(
        found,
        incidents=[with_related(incident, found.before.values(), at_hand) for incident in incidents],
        sites=sites,
        reports=own,
        rulings=(*found.rulings, *noted),
    )


def _with_what_follows(found: Found, scene: Scene, before: _Before, setting: _Setting) -> Found:
    """With what the incidents give rise to: contradictions, followups, omissions and grades."""
    case, tell = setting.case, setting.tell
    stay = [incident for place, incident in before.incidents.items() if place not in found.before]
    all_told = [*stay, *found.incidents]
    tell(STEPS[5], 0, 1)
    contradictions = find_contradictions(
        scene.reports, scene.claims, scene.events, all_told, scene.actors, partial(tell, STEPS[5])
    )
    ids = [read.report.id for read in scene.reports]
    new = {read.report.id for read in scene.new}
    changed = {e for noun in (*found.incidents, *found.before.values()) for e in noun.all_events}
    known = case.nouns_of("contradictions", ids)
    told, gone = contradictions_now(contradictions, known, new, found.reports | new, changed)
    tell(STEPS[6], 0, 1)
    latest = setting.kept.latest
    followups = find_followups(scene.reports, scene.claims, scene.events, all_told, latest)
    tell(STEPS[7], 0, 1)
    reports, claims, events = scene.of(found.reports)
    published = Counter(setting.kept.published) + Counter(found.traces.published)
    places = (*scene.places, *found.sites, *_named_by(found.incidents, scene, case))
    denials = [*(noun for place, noun in known.items() if place not in gone), *told]
    return replace(
        found,
        contradictions=told,
        contradictions_gone=gone,
        followups=list(followups_now(followups, case.nouns_of("followups", ids), _events_of(scene, new))),
        omissions=find_omissions(reports, claims, events, places, found.incidents, denials, scene.actors, published),
        gradings=find_gradings(reports, claims, events, found.incidents, scene.actors),
    )


def _named_by(incidents: Iterable[Incident], scene: Scene, case: Compared) -> list[CasePlace]:
    """The places of incidents that no report at hand names."""
    named = {place for incident in incidents for place in incident.places} - {place.id for place in scene.places}
    return [place for place in case.all_of("places").values() if place.id in named] if named else []


def _events_of(scene: Scene, reports: set[str]) -> set[str]:
    return {event.id for event in scene.events if event.report in reports}
