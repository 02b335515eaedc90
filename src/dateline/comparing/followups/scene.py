"""Who, where and when? The case as the search for what became of promises needs it, looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.comparing.looked_up import LookedUp
from dateline.language.names import fold
from dateline.model.case import CaseClaim, CaseEvent, Incident
from dateline.model.reading import ReadReport
from dateline.model.span import Span
from dateline.model.time import Time

_LEADS = frozenset({"leads", "member-of"})


class Scene(LookedUp):
    """The reports, claims, events and incidents of a case by id and by report, and the names of its actors."""

    def __init__(
        self,
        reports: Sequence[ReadReport],
        claims: Sequence[CaseClaim],
        events: Sequence[CaseEvent],
        incidents: Sequence[Incident],
        latest: date | None = None,
    ) -> None:
        super().__init__(reports, claims, events)
        self.incident_of = {event: incident for incident in incidents for event in incident.events}
        self._actor_of = _chains(claims, events)
        self.names = _names(self._actor_of, self.reports)
        self._by_name = {fold(name): actor for actor, names in self.names.items() for name in sorted(names)}
        self._words: dict[str, frozenset[str]] = {}
        self._groups = self._led()
        # The last day on which a report of the case was published.
        days = (latest, *(self.day(report) for report in self.reports))
        self.latest = max((day for day in days if day), default=None)

    def words_of(self, actor: str) -> frozenset[str]:
        """The folded words of an actor's names."""
        if actor not in self._words:
            names = (fold(name) for name in self.names[actor])
            self._words[actor] = frozenset(word for name in names for word in name.split())
        return self._words[actor]

    def times(self, report: str, within: Iterable[Span]) -> list[Time]:
        """The times named in some stretches of a report, nearest stretch first."""
        found = (t for span in within for t in self.reports[report].reading.times if span.holds(t.span))
        return list(dict.fromkeys(found))

    def claims_at(self, event: CaseEvent, acts: Sequence[CaseEvent]) -> list[CaseClaim]:
        return [self.claims[e.claim] for e in (event, *acts) if e.claim in self.claims and e.claim]

    def same_speech(self, event: CaseEvent) -> list[Span]:
        """The contents of the claim that holds an event, and of one that begins in its sentence."""
        sentence = self.sentence(event.report, event.event.trigger)
        return [
            span for claim in self.claims_in[event.report] for span in claim.claim.content
            if claim.id == event.claim or sentence.start <= span.start < sentence.end
        ]  # fmt: skip

    def speakers_in(self, event: CaseEvent) -> list[str]:
        """The speakers whose claims touch an event's sentence."""
        sentence = self.sentence(event.report, event.event.trigger)
        return [
            claim.source_actor for claim in self.claims_in[event.report]
            if claim.source_actor and claim.claim.cue and sentence.holds(claim.claim.cue)
            and claim.claim.cue.overlaps(event.event.trigger)
        ]  # fmt: skip

    def sources(self, claim: CaseClaim) -> list[str]:
        """The speaker of a claim and whom his description names ("the movement's leader")."""
        source = claim.claim.source
        chains = [m.chain for m in self.reports[claim.report].reading.mentions if source and source.overlaps(m.span)]
        named = [self._actor(claim.report, chain) for chain in chains if chain is not None]
        return [a for a in dict.fromkeys([claim.source_actor, *named]) if a is not None]

    def with_groups(self, actors: Iterable[str]) -> frozenset[str]:
        """These actors and the groups that they lead or belong to."""
        found = frozenset(actors)
        return found | {group for actor in found for group in self._groups.get(actor, ())}

    def named_before(self, report: str, offset: int) -> list[str]:
        """The actor whose name ends right before some words."""
        mentions = self.reports[report].reading.mentions
        chains = [m.chain for m in mentions if 0 <= offset - m.span.end <= 2 and m.chain is not None]
        return [actor for chain in chains if (actor := self._actor(report, chain))]

    def _actor(self, report: str, chain: int) -> str | None:
        """The actor of a chain, by an actor of its name where no claim or event tells."""
        found = self._actor_of.get((report, chain))
        return found or self._by_name.get(fold(self.reports[report].reading.chains[chain].name))

    def _led(self) -> dict[str, set[str]]:
        """Person -> groups that some report says he leads or is a member of."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, report in self.reports.items():
            for relation in report.reading.relations:
                pair = (self._actor(key, relation.subject), self._actor(key, relation.object))
                if relation.type in _LEADS and pair[0] and pair[1]:
                    found[pair[0]].add(pair[1])
        return found


def _chains(claims: Sequence[CaseClaim], events: Sequence[CaseEvent]) -> dict[tuple[str, int], str]:
    """Which actor stands behind a chain of a report, as far as claims and events tell."""
    found = {
        (c.report, c.claim.source_chain): c.source_actor
        for c in claims
        if c.claim.source_chain is not None and c.source_actor is not None
    }
    for event in events:
        for fillers, ids in ((event.event.actor, event.actors), (event.event.recipient, event.recipients)):
            for filler, actor in zip(fillers, ids, strict=False):
                if filler.chain is not None and actor is not None:
                    found.setdefault((event.report, filler.chain), actor)
    return found


def _names(actor_of: dict[tuple[str, int], str], reports: dict[str, ReadReport]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for (report, chain), actor in actor_of.items():
        of = reports[report].reading.chains[chain]
        found[actor].update(of.names or (of.name,))
    return found
