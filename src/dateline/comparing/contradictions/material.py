"""Who is who, and what stands where? The case as the search for contradictions needs it, looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.comparing.contradictions.lexicon import lexicon
from dateline.comparing.looked_up import LookedUp
from dateline.language.names import fold
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, Incident
from dateline.model.reading import ReadReport
from dateline.model.span import Span

# Relations that make two actors one party: what is said of the one is said of the other.
_ONE_PARTY = frozenset({"leads", "member-of", "part-of"})
# A shorter name stands inside too many others ("IS" in "Isfahan" does not, "US" in "US intelligence" does).
_LEAST_NAME = 4


class Material(LookedUp):
    """The reports, claims, events, incidents and actors of a case by id, by report and by each other."""

    def __init__(
        self,
        reports: Sequence[ReadReport],
        claims: Sequence[CaseClaim],
        events: Sequence[CaseEvent],
        incidents: Sequence[Incident],
        actors: Sequence[Actor],
    ) -> None:
        super().__init__(reports, claims, events)
        self.order = {report.report.id: at for at, report in enumerate(reports)}
        self.actors = {actor.id: actor for actor in actors}
        self.incidents = tuple(incidents)
        self.incident_of = {event: incident for incident in incidents for event in incident.all_events}
        self._actor_of = {chain: actor.id for actor in actors for chain in actor.chains}
        self._names = {actor.id: _names(actor) for actor in actors}
        self._leader_of = _leaders(actors)
        self._named: dict[tuple[str, frozenset[str]], bool] = {}
        self._speakers: dict[str, str | None] = {}

    def name(self, actor: str | None) -> str:
        """How the reader is told of an actor."""
        return self.actors[actor].name if actor in self.actors and actor else "a speaker"

    def actors_at(self, report: str, span: Span) -> list[tuple[Span, str]]:
        """The actors named within these words, with the words that name each."""
        return [
            (mention.span, self._actor_of[report, mention.chain])
            for mention in self.reports[report].reading.mentions
            if mention.chain is not None and span.overlaps(mention.span) and (report, mention.chain) in self._actor_of
        ]

    def speaker(self, claim: CaseClaim) -> str | None:
        """Whose words a claim gives; "the leader of X" is the leader whom the case knows."""
        if claim.id not in self._speakers:
            self._speakers[claim.id] = self._speaker(claim)
        return self._speakers[claim.id]

    def _speaker(self, claim: CaseClaim) -> str | None:
        source = claim.claim.source
        if source is not None and lexicon().leaders.search(source.text) and claim.source_actor is not None:
            if self.actors.get(claim.source_actor) and self.actors[claim.source_actor].kind == "person":
                return claim.source_actor
            led = {self._leader_of.get(actor) for _, actor in self.actors_at(claim.report, source)} - {None}
            named = [
                a
                for _, a in self.actors_at(claim.report, source)
                if a in self.actors and self.actors[a].kind == "person"
            ]
            return named[0] if named else led.pop() if len(led) == 1 else claim.source_actor
        return claim.source_actor

    def party(self, actors: Iterable[str | None]) -> frozenset[str]:
        """These actors, whom they lead, and of what they are part."""
        found = {a for a in actors if a is not None and a in self.actors}
        relations = (r for a in found for r in self.actors[a].relations if r.type in _ONE_PARTY)
        return frozenset(found | {r.other for r in relations if r.other in self.actors})

    def party_of(self, claim: CaseClaim) -> frozenset[str]:
        """The speaker of a claim with all whom his description names ("a spokesman for the army")."""
        source = claim.claim.source
        near = [actor for _, actor in self.actors_at(claim.report, source)] if source else []
        return self.party([claim.source_actor, self.speaker(claim), *near])

    def is_of(self, actor: str | None, party: frozenset[str]) -> bool:
        """Whether an actor belongs to a party, by id or because his description holds its name."""
        if actor is None or actor not in self.actors:
            return False
        if actor in party:
            return True
        return self.names_party(self.actors[actor].name, party)

    def names_party(self, text: str, party: frozenset[str]) -> bool:
        """Whether words name somebody of the party."""
        asked = text, party
        if asked not in self._named:
            folded = f" {fold(text)} "
            self._named[asked] = any(f" {name} " in folded for member in party for name in self._names[member])
        return self._named[asked]


def _names(actor: Actor) -> tuple[str, ...]:
    names = (fold(name) for name in (actor.name, *(alias.name for alias in actor.aliases)))
    return tuple(dict.fromkeys(n for n in names if len(n) >= _LEAST_NAME))


def _leaders(actors: Sequence[Actor]) -> dict[str, str]:
    """Group -> its leader, where the case knows exactly one."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for relation in actor.relations:
            if relation.type == "leads" and actor.kind == "person":
                found[relation.other].add(actor.id)
    return {group: leaders.pop() for group, leaders in found.items() if len(leaders) == 1}
