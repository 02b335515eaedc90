"""What stands where? The case as the search for omissions needs it, looked up once."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.comparing.looked_up import LookedUp
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, CasePlace, Contradiction, Incident
from dateline.model.reading import ReadReport
from dateline.model.span import Span


class Scene(LookedUp):
    """Reports, claims, events, places and actors by id, and the denials that concern an incident."""

    def __init__(
        self,
        reports: Sequence[ReadReport],
        claims: Sequence[CaseClaim],
        events: Sequence[CaseEvent],
        places: Sequence[CasePlace],
        incidents: Sequence[Incident],
        contradictions: Sequence[Contradiction],
        actors: Sequence[Actor],
    ) -> None:
        super().__init__(reports, claims, events)
        self.places = {place.id: place for place in places}
        self.actors = {actor.id: actor for actor in actors}
        self.incident_of = {event: incident for incident in incidents for event in incident.events}
        self._actor_of = {chain: actor.id for actor in actors for chain in actor.chains}
        self.denials: dict[str, list[Contradiction]] = defaultdict(list)
        for contradiction in contradictions:
            if contradiction.kind == "denial":
                for incident in dict.fromkeys(self._incidents_of(contradiction)):
                    self.denials[incident].append(contradiction)

    def around(self, event: CaseEvent) -> Span | None:
        """The sentences before, of and after an event, as one stretch."""
        sentences = self.reports[event.report].reading.sentences
        number = bisect_right(sentences, event.event.trigger.start, key=lambda s: s.start) - 1
        if number < 0:
            return None
        near = sentences[max(0, number - 1) : number + 2]
        return Span.cut(self.reports[event.report].report.text, near[0].start, near[-1].end)

    def actors_within(self, report: str, stretch: Span) -> Iterator[str]:
        """The actors named in a stretch of a report."""
        for mention in self.reports[report].reading.mentions:
            if mention.chain is not None and stretch.holds(mention.span):
                actor = self._actor_of.get((report, mention.chain))
                if actor is not None:
                    yield actor

    def _incidents_of(self, contradiction: Contradiction) -> Iterator[str]:
        for side in contradiction.sides:
            of_claims = (event for claim in side.claims if claim in self.claims for event in self.claims[claim].events)
            for event in (*side.events, *of_claims):
                if event in self.incident_of:
                    yield self.incident_of[event].id
