"""Which names have been joined so far? Keeps names, their chains, reasons, and which must stay two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.language.names import fold
from dateline.model.mention import Chain
from dateline.model.reading import ReadReport

Placed = tuple[str, int]
"""A chain: (report id, its index in the reading)."""


class Key(NamedTuple):
    """A name: its class ("person" or "body"), its folded words, and which of its bearers is meant, "" for the usual."""

    class_: str
    name: str
    sense: str = ""


@dataclass(slots=True)
class Name:
    """A name wherever it stands. chains: (report id, chain index) of the chains that bear it."""

    spellings: Counter[str] = field(default_factory=Counter)
    kinds: set[str] = field(default_factory=set)
    chains: list[Placed] = field(default_factory=list)

    @property
    def best(self) -> str:
        """Its commonest spelling."""
        return min(self.spellings, key=lambda spelling: (-self.spellings[spelling], spelling))


def class_of(chain: Chain) -> str:
    """People are never joined with anything else."""
    return "person" if chain.kind == "person" else "body"


def names_of(chain: Chain) -> tuple[str, ...]:
    """The distinct names of a chain."""
    return tuple(dict.fromkeys(name for name in (chain.name, *chain.names) if fold(name)))


class Joiner:
    """The names of all named chains, joined into actors.

    senses: chains whose name means another bearer than usual, by what tells him from the usual one.
    described: chains without a name that a decision or the case's own words bring in, by what tells them apart.
    """

    def __init__(self, reports: Sequence[ReadReport], senses: Mapping[Placed, str] | None = None) -> None:
        self.names: dict[Key, Name] = defaultdict(Name)
        self.reasons: dict[Key, list[str]] = defaultdict(list)
        self.decided: dict[Key, list[int]] = defaultdict(list)
        self.refused: list[tuple[Key, Key, str]] = []
        self.described: dict[Placed, str] = {}
        self._senses = senses or {}
        self._parent: dict[Key, Key] = {}
        self._in_report: dict[Key, dict[str, set[int]]] = {}
        self._kept_apart: dict[Key, set[Key]] = defaultdict(set)
        for read in reports:
            for index, chain in enumerate(read.reading.chains):
                if chain.named:
                    self.add((read.report.id, index), chain)

    def add(self, placed: Placed, chain: Chain) -> None:
        """Take in a chain under all its names."""
        for spelling in names_of(chain):
            name = self.names[self.key(placed, chain, spelling)]
            name.spellings[spelling] += 1
            name.kinds.add(chain.kind)
            name.chains.append(placed)

    def take_in(self, placed: Placed, chain: Chain) -> Key:
        """A chain without a name ("a commander"), of whom somebody says who it is: by a name of its own."""
        self.described[placed] = f"{placed[0]} {placed[1]}"
        key = self.key(placed, chain)
        if key not in self.names:
            self.add(placed, chain)
        return key

    def key(self, placed: Placed, chain: Chain, spelling: str | None = None) -> Key:
        """The name that a chain goes by, or one of its other names."""
        return Key(class_of(chain), fold(chain.name if spelling is None else spelling), self._sense(placed))

    def _sense(self, placed: Placed) -> str:
        return self.described.get(placed) or self._senses.get(placed, "")

    def is_described(self, key: Key) -> bool:
        """Whether it is no name but a description that was taken in."""
        return all(placed in self.described for placed in self.names[key].chains)

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

    def join(self, a: Key, b: Key, reason: str, *, surely: bool = False) -> bool:
        """Make two names one actor's; whether they are now.

        Unless surely so, not where a report tells the two apart; never where a person keeps them apart.
        """
        first, second = self.root(a), self.root(b)
        if first == second:
            return True
        if first.class_ != second.class_ or second in self._kept_apart[first]:
            return False
        if not (surely or self._agree(first, second)):
            self.refused.append((a, b, reason))
            return False
        self._unite(first, second, reason)
        return True

    def merge(self, a: Key, b: Key, number: int, reason: str) -> bool:
        """A person makes two one, whatever they are; False where another decision keeps them apart."""
        first, second = self.root(a), self.root(b)
        if second in self._kept_apart[first]:
            return False
        if first != second:
            self._unite(first, second, reason)
        self.decided[self.root(first)].append(number)
        return True

    def keep_apart(self, a: Key, b: Key, number: int) -> bool:
        """A person keeps two apart; False where another decision has made them one."""
        first, second = self.root(a), self.root(b)
        if first == second:
            return False
        self._kept_apart[first].add(second)
        self._kept_apart[second].add(first)
        for root in (first, second):
            self.decided[root].append(number)
        return True

    def are_kept_apart(self, a: Key, b: Key) -> bool:
        """Whether a person keeps the actors of these names apart."""
        return self.root(b) in self._kept_apart[self.root(a)]

    def _unite(self, first: Key, second: Key, reason: str) -> None:
        kept, gone = sorted((first, second))
        together, moved = self._reports(kept), self._reports(gone)
        for report, chains in moved.items():
            together.setdefault(report, set()).update(chains)
        self._parent[gone] = kept
        self.reasons[kept] += [*self.reasons.pop(gone, []), reason]
        self.decided[kept] += self.decided.pop(gone, [])
        for other in self._kept_apart.pop(gone, set()):
            self._kept_apart[other] = (self._kept_apart[other] - {gone}) | {kept}
            self._kept_apart[kept].add(other)

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


def apart(first: Name, second: Name) -> Iterator[str]:
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
