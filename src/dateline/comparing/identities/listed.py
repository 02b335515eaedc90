"""Whom does the user's list know? Its names help joining; it never makes an actor that no report names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dateline.comparing.identities.joiner import Joiner, Key, Placed, class_of, names_of
from dateline.language.names import fold
from dateline.model.actor import Actor, Alias
from dateline.model.listed import ListedActor, ListedName
from dateline.model.mention import Chain
from dateline.model.reading import ReadReport

Bearer = tuple[ListedActor, ListedName]
"""A listed actor and the name by which a word may mean him."""


class Listed:
    """The actors of a user's lists, by their names."""

    def __init__(self, actors: Sequence[ListedActor]) -> None:
        self.actors = actors
        self._bearers: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
        for actor in actors:
            for name in actor.names:
                for class_ in _classes(actor):
                    self._bearers[class_, fold(name.name)].append((actor, name))

    def senses(self, reports: Sequence[ReadReport]) -> dict[Placed, str]:
        """Chains whose name several listed actors bear, and only one of them on the day of the report -> his row."""
        return {
            (read.report.id, index): meant.source
            for read in reports
            for index, chain in enumerate(read.reading.chains)
            if chain.named and (meant := self._meant(chain, read)) is not None
        }

    def _meant(self, chain: Chain, read: ReadReport) -> ListedActor | None:
        day = read.report.published.day if read.report.published else None
        for name in names_of(chain):
            bearers = self._bearers.get((class_of(chain), fold(name)), [])
            if len({actor.source for actor, _ in bearers}) > 1:
                fitting = {a.source: a for a, n in bearers if day and _is_valid(n, day)}
                return next(iter(fitting.values())) if len(fitting) == 1 else None
        return None

    def join(self, joiner: Joiner) -> dict[str, list[Key]]:
        """Join what a row names as one; the names of the case that each row knows, by the row's source."""
        known: dict[str, list[Key]] = {}
        for actor in self.actors:
            keys = [key for class_ in _classes(actor) for key in self._keys(actor, class_) if key in joiner.names]
            for other in keys[1:]:
                first, second = joiner.names[keys[0]].best, joiner.names[other].best
                joiner.join(keys[0], other, f"{actor.source}, lists “{first}” and “{second}” for one", surely=True)
            if keys:
                known[actor.source] = keys
        return known

    def _keys(self, actor: ListedActor, class_: str) -> Iterable[Key]:
        """The row's names: those that it bears alone, and those of chains that can only mean it."""
        for name in dict.fromkeys(fold(name.name) for name in actor.names):
            if len({bearer.source for bearer, _ in self._bearers[class_, name]}) == 1:
                yield Key(class_, name)
            yield Key(class_, name, actor.source)

    def tell(self, actor: Actor, sources: Iterable[str]) -> Actor:
        """The actor with what the rows say of it: its names with their basis, and its kind."""
        rows = {row.source: row for row in self.actors}
        for source in sources:
            row = rows[source]
            kind = row.kind if row.kind and (row.kind == "person") == (actor.kind == "person") else actor.kind
            actor = replace(actor, kind=kind, aliases=tuple(_with_names(actor.aliases, row)))
        return actor


def _classes(actor: ListedActor) -> tuple[str, ...]:
    """People are never bodies; a row that does not say may be either."""
    if actor.kind is None:
        return "body", "person"
    return ("person",) if actor.kind == "person" else ("body",)


def _is_valid(name: ListedName, day: date) -> bool:
    return (name.begin is None or name.begin <= day) and (name.end is None or day <= name.end)


def _with_names(aliases: Sequence[Alias], row: ListedActor) -> list[Alias]:
    by_name: Mapping[str, ListedName] = {fold(name.name): name for name in reversed(row.names)}
    told = [_listed(alias, by_name.get(fold(alias.name)), row.source) for alias in aliases]
    used = {fold(alias.name) for alias in aliases}
    added = {fold(n.name): Alias(n.name, (), None, None, row.source, n.begin, n.end) for n in reversed(row.names)}
    return told + [alias for name, alias in reversed(added.items()) if name not in used]


def _listed(alias: Alias, name: ListedName | None, source: str) -> Alias:
    return alias if name is None else replace(alias, listed=source, begin=name.begin, end=name.end)
