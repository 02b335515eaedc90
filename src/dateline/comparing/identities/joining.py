"""Which names go together? Joins names step by step, each join with its reason, and never against what was read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dateline.comparing.identities import names
from dateline.comparing.identities.initials import initials_of
from dateline.language.group_names import core_key, same_core
from dateline.language.names import fold, sound_key
from dateline.model.mention import Chain
from dateline.model.reading import ReadReport

Key = tuple[str, str]
"""A name: its class ("person" or "body") and its folded words."""

MOST_ALIKE = 60  # names of one block that are compared with each other; more share a word by chance


@dataclass(slots=True)
class Name:
    """A name wherever it stands. chains: (report id, chain index) of the chains that bear it."""

    spellings: Counter[str] = field(default_factory=Counter)
    chains: list[tuple[str, int]] = field(default_factory=list)

    @property
    def best(self) -> str:
        """Its commonest spelling."""
        return min(self.spellings, key=lambda spelling: (-self.spellings[spelling], spelling))


def class_of(chain: Chain) -> str:
    """People are never joined with anything else."""
    return "person" if chain.kind == "person" else "body"


def key_of(chain: Chain) -> Key:
    """The name that a chain goes by."""
    return class_of(chain), fold(chain.name)


def names_of(chain: Chain) -> tuple[str, ...]:
    """The distinct names of a chain."""
    return tuple(dict.fromkeys(name for name in (chain.name, *chain.names) if fold(name)))


class Joiner:
    """The names of all named chains, joined into actors."""

    def __init__(self, reports: Sequence[ReadReport]) -> None:
        self.names: dict[Key, Name] = defaultdict(Name)
        self.reasons: dict[Key, list[str]] = defaultdict(list)
        self._parent: dict[Key, Key] = {}
        self._in_report: dict[Key, dict[str, set[int]]] = {}
        for read in reports:
            for index, chain in enumerate(read.reading.chains):
                if chain.named:
                    self._add(read.report.id, index, chain)

    def _add(self, report: str, index: int, chain: Chain) -> None:
        for spelling in names_of(chain):
            name = self.names[class_of(chain), fold(spelling)]
            name.spellings[spelling] += 1
            name.chains.append((report, index))

    def root(self, key: Key) -> Key:
        """The name that stands for all that were joined with this one."""
        while (parent := self._parent.get(key, key)) != key:
            self._parent[key] = self._parent.get(parent, parent)
            key = parent
        return key

    def clusters(self) -> list[list[Key]]:
        """The names of each actor, sorted."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for key in sorted(self.names):
            found[self.root(key)].append(key)
        return list(found.values())

    def join(self, a: Key, b: Key, reason: str, *, surely: bool = False) -> None:
        """Make two names one actor's. Unless surely so, not where a report tells the two apart."""
        first, second = self.root(a), self.root(b)
        if first == second or first[0] != second[0] or not (surely or self._agree(first, second)):
            return
        kept, gone = sorted((first, second))
        together, moved = self._reports(kept), self._reports(gone)
        for report, chains in moved.items():
            together.setdefault(report, set()).update(chains)
        self._parent[gone] = kept
        self.reasons[kept] += [*self.reasons.pop(gone, []), reason]

    def _agree(self, first: Key, second: Key) -> bool:
        """No report has the two as two."""
        mine, other = sorted((self._reports(first), self._reports(second)), key=len)
        return all(other[report] & chains for report, chains in mine.items() if report in other)

    def _reports(self, root: Key) -> dict[str, set[int]]:
        if root not in self._in_report:
            held: dict[str, set[int]] = defaultdict(set)
            for report, index in self.names[root].chains:
                held[report].add(index)
            self._in_report[root] = held
        return self._in_report[root]


def join_names(joiner: Joiner, reports: Sequence[ReadReport]) -> None:
    """All joins, the surest first."""
    _join_within_reports(joiner, reports)
    _join_by_relation(joiner, reports)
    _join_alike(joiner, "body", lambda name: [core_key(name)], same_core, "differ only in spelling or kind")
    _join_alike(joiner, "person", names.person_keys, names.same_person, "are spellings of one name")
    _join_acronyms(joiner)
    _join_surnames(joiner)


def _join_within_reports(joiner: Joiner, reports: Sequence[ReadReport]) -> None:
    """Names that reports use for one, unless as many reports use them for two."""
    together: Counter[tuple[Key, Key]] = Counter()
    for read in reports:
        for chain in read.reading.chains:
            if chain.named:
                keys = sorted({(class_of(chain), fold(name)) for name in names_of(chain)})
                together.update(combinations(keys, 2))
    for (a, b), times in sorted(together.items(), key=lambda item: (-item[1], item[0])):
        apart = sum(1 for _ in _apart(joiner.names[a], joiner.names[b]))
        if times > apart:
            where = "a report uses" if times == 1 else f"{times} reports use"
            reason = f"{where} “{joiner.names[a].best}” and “{joiner.names[b].best}” for one"
            joiner.join(a, b, reason, surely=apart == 0)


def _apart(first: Name, second: Name) -> Iterator[str]:
    """Reports in which both names stand, for different chains."""
    mine: dict[str, set[int]] = defaultdict(set)
    other: dict[str, set[int]] = defaultdict(set)
    for report, index in first.chains:
        mine[report].add(index)
    for report, index in second.chains:
        other[report].add(index)
    for report in mine.keys() & other.keys():
        if not mine[report] & other[report]:
            yield report


def _join_by_relation(joiner: Joiner, reports: Sequence[ReadReport]) -> None:
    """ "X is the new name taken by Y", "X, also known as Y"."""
    for read in reports:
        chains = read.reading.chains
        for relation in read.reading.relations:
            if relation.type in ("renamed-to", "also-known-as"):
                old, new = chains[relation.subject], chains[relation.object]
                if old.named and new.named:
                    reason = f"“{relation.evidence.text}” ({read.report.outlet or read.report.file})"
                    joiner.join(key_of(old), key_of(new), reason, surely=True)


def _join_alike(
    joiner: Joiner,
    class_: str,
    keys_of: Callable[[str], Iterable[str]],
    is_same: Callable[[str, str], bool],
    reason: str,
) -> None:
    """Names of a class that share a key and are alike."""
    blocks: dict[str, list[Key]] = defaultdict(list)
    for name in sorted(joiner.names):
        if name[0] == class_:
            for block in filter(None, keys_of(joiner.names[name].best)):
                blocks[block].append(name)
    for alike in blocks.values():
        for a, b in combinations(alike[:MOST_ALIKE], 2):
            first, second = joiner.names[a].best, joiner.names[b].best
            if joiner.root(a) != joiner.root(b) and is_same(first, second):
                joiner.join(a, b, f"“{first}” and “{second}” {reason}", surely=class_ == "body")


def _join_acronyms(joiner: Joiner) -> None:
    """ "FSA" and the only body whose initials they are."""
    bodies = [key for key in sorted(joiner.names) if key[0] == "body"]
    by_initials: dict[str, set[Key]] = defaultdict(set)
    for key in bodies:
        if len(key[1].split()) > 1:
            by_initials[names.initials(joiner.names[key].best)].add(joiner.root(key))
    for key in bodies:
        best = joiner.names[key].best
        spelt_out = by_initials.get(best.replace(".", "").lower(), set()) if names.is_acronym(best) else set()
        if len(spelt_out) == 1:
            (full,) = spelt_out
            reason = f"“{best}” are the initials of “{joiner.names[full].best}” alone"
            # A report that has both in full and by initials, unconnected, still means one body.
            joiner.join(key, full, reason, surely=bool(initials_of(best)))


def _join_surnames(joiner: Joiner) -> None:
    """ "Lister" and the only person of that surname in the case."""
    people = [key for key in sorted(joiner.names) if key[0] == "person"]
    by_last: dict[str, list[Key]] = defaultdict(list)
    for key in people:
        if names.is_full(key[1]):
            by_last[sound_key(key[1].split()[-1])].append(key)
    for key in people:
        if not names.is_full(key[1]):
            best = joiner.names[key].best
            bearers = {joiner.root(o) for o in by_last[sound_key(key[1])] if names.is_surname_of(best, o[1])}
            if len(bearers) == 1:
                (full,) = bearers
                joiner.join(key, full, f"“{best}” is the surname of “{joiner.names[full].best}” alone")
