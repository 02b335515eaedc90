"""Which actors of different reports are one? Makes actors of joined names, with names, dates and relations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from dateline.comparing.identities.chances import Chances
from dateline.comparing.identities.decided import decide_actors, new_names, split_senses
from dateline.comparing.identities.initials import initials_of, short_and_full, tellers_of
from dateline.comparing.identities.joiner import Joiner, Key, Placed, names_of
from dateline.comparing.identities.joining import join_names
from dateline.comparing.identities.listed import Listed
from dateline.comparing.identities.namesakes import demonyms, find_namesakes
from dateline.comparing.identities.suggesting import find_suggestions
from dateline.comparing.identities.usual_names import usual_names
from dateline.language.names import fold
from dateline.model.actor import Actor, ActorRelation, Alias, Evidence
from dateline.model.decision import Decision, Ruling, Suggestion
from dateline.model.identity import id_of
from dateline.model.listed import ListedActor
from dateline.model.mention import Chain
from dateline.model.reading import ReadReport, Relation


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who across the reports of a case.

    actor_of: (report id, chain index) -> actor id. by_name: folded name of a body -> actor id.
    suggestions: pairs that may be one. rulings: what became of people's decisions about actors.
    """

    actors: tuple[Actor, ...]
    actor_of: Mapping[Placed, str]
    by_name: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    def teller(self, name: str) -> str | None:
        """The actor id of a named outlet or agency."""
        return self.by_name.get(fold(name)) or self.by_name.get(_usual(name))


def find_identities(
    reports: Sequence[ReadReport],
    decisions: Sequence[Decision] = (),
    own_actors: Sequence[ListedActor] = (),
    chances: Chances | None = None,
) -> Identities:
    """One actor per set of joined names, one per unnamed chain, and one per outlet and agency that tells anything.

    decisions: of people, those in force, the latest first. They are applied before anything is joined, and win.
    own_actors: of the user's lists; what they name as one is joined next. chances: of names that were compared before.
    """
    listed = Listed(own_actors)
    senses = find_namesakes(reports) | listed.senses(reports) | split_senses(reports, decisions)
    joiner = Joiner(reports, senses)
    concerned, rulings = decide_actors(joiner, decisions, reports)
    known = listed.join(joiner)
    _join_usual_names(joiner)
    unsure = join_names(joiner, reports, chances or Chances())
    renamed = new_names(joiner, decisions, concerned)
    by_report = {read.report.id: read for read in reports}
    by_root = {
        joiner.root(keys[0]): _named_actor(keys, chains, joiner, by_report, renamed)
        for keys in joiner.clusters()
        # A name that a person took from its bearers may be left with nobody.
        if (chains := _chains(keys, joiner, by_report))
    }
    for source, keys in known.items():
        for root in sorted({joiner.root(key) for key in keys} & by_root.keys()):
            by_root[root] = listed.tell(by_root[root], [source])
    actors = [*by_root.values(), *_unnamed_actors(reports, joiner)]
    actor_of = {chain: actor.id for actor in actors for chain in actor.chains}
    bodies = [(alias.name, actor.id) for actor in actors if actor.kind != "person" for alias in actor.aliases]
    by_name = {_usual(name): actor for name, actor in bodies} | {fold(name): actor for name, actor in bodies}
    actors += _tellers(reports, by_name, [name for name, _ in bodies])
    related = _relations(reports, actor_of)
    rulings += [
        Ruling(number, "applied", concerns=tuple(dict.fromkeys(by_root[root].id for root in roots if root in by_root)))
        for number, keys in concerned.items()
        if (roots := [joiner.root(key) for key in keys])
    ]
    return Identities(
        tuple(replace(a, relations=related.get(a.id, ())) for a in actors),
        actor_of,
        by_name,
        find_suggestions(joiner, unsure, {root: actor.id for root, actor in by_root.items()}),
        tuple(rulings),
    )


def _chains(keys: Sequence[Key], joiner: Joiner, by_report: Mapping[str, ReadReport]) -> list[Placed]:
    """The chains that go by one of these names."""
    root = joiner.root(keys[0])
    named = {chain for key in keys for chain in joiner.names[key].chains}
    return sorted(chain for chain in named if joiner.root(joiner.key(chain, _chain(chain, by_report))) == root)


def _named_actor(
    keys: Sequence[Key],
    chains: Sequence[Placed],
    joiner: Joiner,
    by_report: Mapping[str, ReadReport],
    renamed: Mapping[Key, str],
) -> Actor:
    root = joiner.root(keys[0])
    kinds = Counter(_chain(chain, by_report).kind for chain in chains)
    return Actor(
        id=id_of("actor", *filter(None, keys[0])),
        name=renamed.get(root) or _best_name(keys, joiner),
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        aliases=tuple(_aliases(keys, chains, by_report, joiner)),
        relations=(),
        chains=tuple(chains),
        joined_by=tuple(dict.fromkeys(joiner.reasons.get(root, ()))),
        decided=tuple(sorted(set(joiner.decided.get(root, ())))),
        keys=tuple(_best_first(keys, fold(_best_name(keys, joiner)))),
    )


def _best_first(keys: Sequence[Key], best: str) -> list[Key]:
    return sorted(keys, key=lambda key: (key.name != best, key))


def _best_name(keys: Sequence[Key], joiner: Joiner) -> str:
    """Of a person the fullest of the usual names, of a body the most usual."""
    own = [key for key in keys if not joiner.is_described(key)] or keys
    spelt = Counter({joiner.names[key].best: len(joiner.names[key].chains) for key in own})
    spelt = Counter({name: n for name, n in spelt.items() if name.casefold() not in _demonyms()}) or spelt
    if keys[0].class_ == "person":
        return min(spelt, key=lambda name: (-min(len(name.split()), 4), -spelt[name], name))
    return min(spelt, key=lambda name: (-spelt[name], -len(name), name))


@cache
def _demonyms() -> frozenset[str]:
    """ "Norlish" is no name for Norland where a text gives that too."""
    return frozenset(map(str.casefold, demonyms()))


def _aliases(
    keys: Sequence[Key], chains: Iterable[Placed], by_report: Mapping[str, ReadReport], joiner: Joiner
) -> list[Alias]:
    """Every name with the reports that use it; spellings that differ only in capitals and articles are one name."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[str, dict[str, None]] = defaultdict(dict)
    own = frozenset(keys)
    for placed in chains:
        chain = _chain(placed, by_report)
        for name in names_of(chain):
            if joiner.key(placed, chain, name) in own:
                used[name.casefold().removeprefix("the ")][name] += 1
                where[name.casefold().removeprefix("the ")][placed[0]] = None
    return [_alias(min(used[key], key=lambda n: (-used[key][n], n)), list(where[key]), by_report) for key in used]


def _alias(name: str, reports: Sequence[str], by_report: Mapping[str, ReadReport]) -> Alias:
    days = sorted(day for report in reports if (day := _published(by_report[report])))
    return Alias(name, tuple(reports), days[0] if days else None, days[-1] if days else None)


def _published(read: ReadReport) -> date | None:
    return read.report.published.day if read.report.published else None


def _chain(placed: Placed, by_report: Mapping[str, ReadReport]) -> Chain:
    return by_report[placed[0]].reading.chains[placed[1]]


def _unnamed_actors(reports: Sequence[ReadReport], joiner: Joiner) -> list[Actor]:
    """ "A witness" of one report is nobody of another."""
    return [
        Actor(
            id=id_of("actor", read.report.id, index, chain.name),
            name=chain.name,
            kind=chain.kind,
            aliases=(_alias(chain.name, [read.report.id], {read.report.id: read}),),
            relations=(),
            chains=((read.report.id, index),),
            named=False,
        )
        for read in reports
        for index, chain in enumerate(read.reading.chains)
        if not chain.named and (read.report.id, index) not in joiner.described
    ]


def _tellers(reports: Sequence[ReadReport], by_name: dict[str, str], bodies: Iterable[str]) -> list[Actor]:
    """Outlets, agencies and other tellers that no text names as an actor; their names are added to by_name.

    bodies: the names of the actors that texts name.
    """
    made: list[Actor] = []
    told = dict.fromkeys(name for read in reports for name in tellers_of(read))
    short = short_and_full([*told, *bodies])
    for name in sorted(told, key=lambda name: bool(initials_of(name))):
        key = _usual(name)
        if not key or fold(name) in by_name or key in by_name:
            continue
        other = short.get(fold(name))
        if other is not None and _usual(other) in by_name:
            by_name[key] = by_name[_usual(other)]
            continue
        made.append(Actor(id_of("actor", "body", key), name, "outlet", (), (), ()))
        by_name[key] = made[-1].id
    return made


def _usual(name: str) -> str:
    """The folded name that an outlet or agency goes by, whichever of its names is used."""
    return usual_names().get(fold(name), fold(name))


def _join_usual_names(joiner: Joiner) -> None:
    """ "AFP" and "Agence France-Presse"."""
    known = usual_names()
    bearers: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(joiner.names):
        if key.class_ == "body" and key.name in known:
            bearers[known[key.name]].append(key)
    for keys in bearers.values():
        for other in keys[1:]:
            joiner.join(keys[0], other, "known names of one outlet or agency", surely=True)


def _relations(reports: Sequence[ReadReport], actor_of: Mapping[Placed, str]) -> dict[str, tuple[ActorRelation, ...]]:
    """What the reports state, by actor; the same relation told several times bears all its words."""
    told: dict[tuple[str, str, str], list[tuple[ReadReport, Relation]]] = defaultdict(list)
    for read in reports:
        for relation in read.reading.relations:
            subject = actor_of.get((read.report.id, relation.subject))
            other = actor_of.get((read.report.id, relation.object))
            if subject and other and subject != other:
                told[subject, relation.type, other].append((read, relation))
    found: dict[str, list[ActorRelation]] = defaultdict(list)
    for (subject, kind, other), tellings in sorted(told.items()):
        for begin in sorted({r.begin for _, r in tellings}, key=str):
            said = [(read, relation) for read, relation in tellings if relation.begin == begin]
            evidence = tuple(dict.fromkeys(Evidence(read.report.id, relation.evidence) for read, relation in said))
            ends = sorted(relation.end for _, relation in said if relation.end)
            found[subject].append(ActorRelation(kind, other, begin, ends[-1] if ends else None, evidence))
    return {subject: tuple(relations) for subject, relations in found.items()}
