"""Which actors of different reports are one, under which name when?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.language.names import fold
from dateline.model.actor import Actor, Alias
from dateline.model.identity import id_of
from dateline.model.mention import Chain
from dateline.model.reading import ReadReport

__all__ = ["Identities", "find_identities"]


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who across the reports of a case.

    actor_of: (report id, chain index) -> actor id. by_name: folded name -> actor id.
    """

    actors: tuple[Actor, ...]
    actor_of: Mapping[tuple[str, int], str]
    by_name: Mapping[str, str] = field(default_factory=dict)

    def teller(self, name: str) -> str | None:
        """The actor id of a named outlet or agency."""
        return self.by_name.get(fold(name))


def find_identities(reports: Sequence[ReadReport]) -> Identities:
    """One actor per name across reports, one per unnamed chain; outlets, agencies and other tellers are actors too."""
    chains: dict[str, list[tuple[ReadReport, int]]] = {}
    for report in reports:
        for index, chain in enumerate(report.reading.chains):
            key = f"name {fold(chain.name)}" if chain.named else f"chain {report.report.id} {index}"
            chains.setdefault(key, []).append((report, index))
    actors = [_actor(key, members) for key, members in chains.items()]
    actor_of = {chain: actor.id for actor in actors for chain in actor.chains}
    by_name = {key.removeprefix("name "): id_of("actor", key) for key in chains if key.startswith("name ")}
    tellers = _tellers(reports, by_name)
    return Identities((*actors, *tellers), actor_of, by_name | {fold(t.name): t.id for t in tellers})


def _actor(key: str, members: Sequence[tuple[ReadReport, int]]) -> Actor:
    first = _chain(members[0])
    names = {name: None for member in members for name in _chain(member).names or (_chain(member).name,)}
    aliases = tuple(_alias(name, [m for m in members if name in (*_chain(m).names, _chain(m).name)]) for name in names)
    placed = tuple((report.report.id, index) for report, index in members)
    return Actor(id_of("actor", key), first.name, first.kind, aliases, (), placed)


def _chain(member: tuple[ReadReport, int]) -> Chain:
    return member[0].reading.chains[member[1]]


def _alias(name: str, members: Sequence[tuple[ReadReport, int]]) -> Alias:
    days = sorted(report.reading.published for report, _ in members if report.reading.published)
    ids = tuple(dict.fromkeys(report.report.id for report, _ in members))
    return Alias(name, ids, days[0] if days else None, days[-1] if days else None)


def _tellers(reports: Sequence[ReadReport], known: Mapping[str, str]) -> list[Actor]:
    named: dict[str, Actor] = {}
    for report in reports:
        vias = [via.text for claim in report.reading.claims for via in claim.via]
        for name in (report.report.outlet, report.report.agency, *vias):
            key = fold(name or "")
            if name and key and key not in known and key not in named:
                named[key] = Actor(id_of("actor", f"name {key}"), name, "outlet", (), (), ())
    return list(named.values())
