"""What is to be written down of an addition, and where? Puts what was found at its places among what was concluded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from dateline.comparing.additions.compared import Addition, Compared
from dateline.comparing.additions.kept import Kept
from dateline.comparing.additions.people import People
from dateline.comparing.additions.replacing import Passages, also_related, places_for, rulings_now
from dateline.comparing.additions.scene import Scene
from dateline.comparing.additions.traces import Traces, speakers_in
from dateline.comparing.clusters import Cluster
from dateline.model.case import CasePlace, Contradiction, Followup, Incident, RelatedReport
from dateline.model.decision import Decision, Ruling
from dateline.model.grading import Grading
from dateline.model.omissions import Omissions
from dateline.model.reading import ReadReport


@dataclass(frozen=True, slots=True)
class Found:
    """What was found on the way. clusters: the tellings of new and changed incidents; before: those that give way, by
    place; related: by place, reports that are about incidents which stay. reports: ids of those that tell of the
    incidents. contradictions_gone: places. followups: with the place of the one that each takes.
    """

    traces: Traces
    redated: Sequence[ReadReport]
    passages: Passages
    clusters: Sequence[Cluster]
    related: Mapping[int, Sequence[RelatedReport]]
    rulings: Sequence[Ruling]
    before: Mapping[int, Incident]
    incidents: Sequence[Incident] = ()
    sites: Sequence[CasePlace] = ()
    reports: set[str] = field(default_factory=set)
    contradictions: Sequence[Contradiction] = ()
    contradictions_gone: Iterable[int] = ()
    followups: Sequence[tuple[int | None, Followup]] = ()
    omissions: Sequence[Omissions] = ()
    gradings: Sequence[Grading] = ()


def write_addition(
    found: Found, scene: Scene, people: People, case: Compared, kept: Kept, decisions: Sequence[Decision]
) -> Addition:
    """All that changes. decisions: all that were ever made."""
    new = {read.report.id for read in scene.new}
    traces = found.traces
    addition = Addition(
        kept.with_more(traces.kept(speakers_in(scene.new, [c for c in scene.claims if c.report in new]))),
        redated=list(found.redated),
        who=people.of_new(scene.new),
        names=list(people.names()),
        looked_at=scene.old,
    )
    written = _Written(addition, case)
    written.findings(scene, new, {read.report.id for read in found.redated})
    addition.put["actors"] = dict(people.changed)
    known_places = {place.id for place in case.all_of("places").values()}
    sites = {place.id: place for place in (*scene.places, *found.sites) if place.id not in known_places}
    written.behind("places", sites.values())
    addition.put["copies"] = dict(found.passages.changed)
    written.behind("copies", found.passages.made)
    written.incidents(found, scene, new)
    addition.gone["contradictions"] = {*found.contradictions_gone}
    written.behind("contradictions", found.contradictions)
    addition.put["followups"] = {place: noun for place, noun in found.followups if place is not None}
    written.behind("followups", (noun for place, noun in found.followups if place is None))
    known = {noun.id for noun in case.all_of("suggestions").values()}
    made = {noun.id: noun for noun in people.suggestions(decisions) if noun.id not in known}
    written.behind("suggestions", made.values())
    rulings = rulings_now(found.rulings, case.all_of("rulings").values(), decisions, written.became(found))
    addition.put["rulings"] = dict(enumerate(rulings))
    return addition


class _Written:
    """An addition under way."""

    def __init__(self, addition: Addition, case: Compared) -> None:
        self._addition, self._case = addition, case

    def behind(self, kind: str, nouns: Iterable[Any]) -> None:
        """Put nouns behind all others of their kind."""
        self._addition.put.setdefault(kind, {}).update(zip(count(self._case.next_place(kind)), nouns, strict=False))

    def findings(self, scene: Scene, new: set[str], redated: set[str]) -> None:
        """Claims and events: of new reports behind the others, of those that got another day in their places."""
        changed = redated & {read.report.id for read in scene.beside}
        for kind, nouns in (("claims", scene.all_claims), ("events", scene.all_events)):
            self.behind(kind, (noun for noun in nouns if noun.report in new))
            if changed:
                now = {noun.id: noun for noun in nouns if noun.report in changed}
                before = self._case.findings_of(kind, changed)
                put = {place: now[noun.id] for place, noun in before.items() if noun.id in now}
                self._addition.put[kind].update(put)

    def incidents(self, found: Found, scene: Scene, new: set[str]) -> None:
        """Incidents, with their grades and what outlets leave out of them at the same places."""
        at = places_for(found.incidents, found.before, self._case.next_place("incidents"))
        place_of = {noun.id: place for place, noun in at.items()}
        put = self._addition.put
        put["incidents"] = dict(at)
        put["omissions"] = {place_of[noun.incident]: noun for noun in found.omissions}
        put["gradings"] = {place_of[noun.incident]: noun for noun in found.gradings}
        for kind in ("incidents", "omissions", "gradings"):
            self._addition.gone[kind] = {*found.before} - put[kind].keys()
        known = self._case.nouns_of("incidents", (read.report.id for read in scene.beside))
        for place, related in found.related.items():
            now = also_related(known[place], related, new)
            if now is not known[place]:
                put["incidents"][place] = now

    def became(self, found: Found) -> Mapping[str, str]:
        """Id of an incident that gave way -> that of the one at its place."""
        now = self._addition.put["incidents"]
        return {noun.id: now[place].id for place, noun in found.before.items() if place in now}
