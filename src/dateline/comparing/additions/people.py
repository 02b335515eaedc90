"""Who is who in new reports and in those beside them? Actors of the case where they are meant, else new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.comparing.additions.compared import BY_ID, NOBODY, Compared
from dateline.comparing.additions.left import names_of
from dateline.comparing.additions.names import (
    Bearer,
    Recognised,
    recognise,
    teller_block,
)
from dateline.comparing.identities import Identities
from dateline.comparing.placed import Who
from dateline.model.actor import Actor, ActorRelation, Alias
from dateline.model.decision import Decision, Suggestion
from dateline.model.reading import ReadReport


class People:
    """The actors of some reports of a case: those of new reports, and those of reports that were compared before."""

    def __init__(self, case: Compared, found: Identities) -> None:
        """found: the identities of the new reports by themselves."""
        self._case, self._found = case, found
        self._recognised: Recognised = recognise(found, self._bearers)
        self._place_of: dict[str, int] = {}
        self._known_keys: dict[int, frozenset[tuple[str, str, str]]] = {}
        self.changed: dict[int, Actor] = {}
        self._take_new()
        self._teller = lru_cache(maxsize=None)(self._look_up_teller)

    def _bearers(self, blocks: Iterable[str]) -> Mapping[str, Sequence[Bearer]]:
        return {block: [Bearer(*told) for told in of_one] for block, of_one in self._case.bearers(blocks).items()}

    def _take_new(self) -> None:
        """Give new actors their places, and the known ones what the new reports add to them."""
        next_place = self._case.next_place("actors")
        known = self._recognised.known
        places = sorted({bearer.place for bearer in known.values()})
        self.changed.update(self._case.actors_at(places, whole=True))
        self._place_of.update({actor.id: place for place, actor in self.changed.items()})
        self._known_keys = {place: frozenset(actor.keys) for place, actor in self.changed.items()}
        for actor in self._found.actors:
            own = replace(actor, relations=tuple(self._with_final_id(r) for r in actor.relations))
            if actor.id in known:
                place = known[actor.id].place
                self.changed[place] = _joined(self.changed[place], own, self._recognised.why.get(actor.id))
            else:
                self._place_of[actor.id], self.changed[next_place] = next_place, own
                next_place += 1

    def final_id(self, actor: str) -> str:
        """The id in the case of an actor of the new reports."""
        bearer = self._recognised.known.get(actor)
        return bearer.actor if bearer else actor

    def _with_final_id(self, relation: ActorRelation) -> ActorRelation:
        return replace(relation, other=self.final_id(relation.other))

    def of_new(self, reports: Sequence[ReadReport]) -> dict[str, list[int]]:
        """By new report, the places of the actors behind its chains."""
        return {
            read.report.id: [
                self._place_of[self.final_id(actor)] if actor is not None else NOBODY
                for index in range(len(read.reading.chains))
                for actor in (self._found.actor_of.get((read.report.id, index)),)
            ]
            for read in reports
        }

    def of(self, chains: Mapping[str, Sequence[int]]) -> tuple[tuple[Actor, ...], Who]:
        """The actors of some reports, each with its chains there, and who is who. chains: as of_new() has them."""
        named = {place for of_one in chains.values() for place in of_one if place != NOBODY}
        actors = {**self._case.actors_at(named - self.changed.keys()), **self.changed}
        placed: dict[int, list[tuple[str, int]]] = {}
        for report, of_one in chains.items():
            for index, place in enumerate(of_one):
                if place != NOBODY:
                    placed.setdefault(place, []).append((report, index))
        here = tuple(replace(actors[place], chains=tuple(placed.get(place, ()))) for place in sorted(actors))
        actor_of = {chain: actors[place].id for place, of_one in placed.items() for chain in of_one}
        return here, Who(actor_of, self._teller)

    def _look_up_teller(self, name: str) -> str | None:
        told = self._found.teller(name)
        if told is not None:
            return self.final_id(told)
        exact, usual = teller_block(name)
        bearers = self._case.bearers((exact, usual))
        found = bearers.get(exact) or bearers.get(usual)
        return found[0][1] if found else None

    def with_more(self, actors: Sequence[Actor], ids: Iterable[str]) -> tuple[Actor, ...]:
        """The actors, with those of these ids who are not among them: those whom no chain at hand names."""
        missing = {*ids} - {actor.id for actor in actors}
        places = {
            bearer[0]
            for of_one in self._case.bearers(f"{BY_ID}{actor}" for actor in missing).values()
            for bearer in of_one
        }
        found = self._case.actors_at(places).values()
        return (*actors, *(replace(actor, chains=()) for actor in found if actor.id in missing))

    def names(self) -> Iterator[tuple[str, int, str]]:
        """Block, place of the actor and name, for all names of new actors and those that others have now besides."""
        final = {name: self.final_id(actor) for name, actor in self._found.by_name.items()}
        yield from names_of(
            {
                place: replace(
                    actor, keys=tuple(key for key in actor.keys if key not in self._known_keys.get(place, ()))
                )
                for place, actor in self.changed.items()
            },
            final,
            self._place_of,
        )

    def suggestions(self, decisions: Sequence[Decision]) -> Iterator[Suggestion]:
        """Pairs that may be one; none of which a person has decided. decisions: those in force."""
        apart = {d.number for d in decisions if d.action == "keep-apart"}
        decided = {actor.id: apart.intersection(actor.decided) for actor in self.changed.values()}
        for made in (*self._found.suggestions, *self._recognised.suggestions):
            one, other = (self.final_id(actor) for actor in made.actors)
            if one != other and not decided.get(one, set()) & decided.get(other, set()):
                yield replace(made, actors=(one, other))


def _joined(old: Actor, new: Actor, why: str | None) -> Actor:
    """An actor of the case with what new reports add."""
    relations = {(r.type, r.other, r.begin): r for r in old.relations}
    for relation in new.relations:
        key = relation.type, relation.other, relation.begin
        told = relations.get(key)
        evidence = (*told.evidence, *relation.evidence) if told else relation.evidence
        relations[key] = replace(told or relation, evidence=tuple(dict.fromkeys(evidence)))
    return replace(
        old,
        aliases=tuple(_with_aliases(old.aliases, new.aliases)),
        relations=tuple(relations[key] for key in sorted(relations, key=str)),
        chains=(*old.chains, *new.chains),
        joined_by=tuple(dict.fromkeys((*old.joined_by, *new.joined_by, *([why] if why else [])))),
        named=old.named or new.named,
        keys=tuple(dict.fromkeys((*old.keys, *new.keys))),
    )


def _with_aliases(old: Sequence[Alias], new: Sequence[Alias]) -> Iterator[Alias]:
    more = {_plain(alias.name): alias for alias in new}
    for alias in old:
        also = more.pop(_plain(alias.name), None)
        if also is None:
            yield alias
        else:
            days = sorted(day for day in (alias.first, alias.last, also.first, also.last) if day)
            reports = tuple(dict.fromkeys((*alias.reports, *also.reports)))
            yield replace(alias, reports=reports, first=days[0] if days else None, last=days[-1] if days else None)
    yield from more.values()


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")
