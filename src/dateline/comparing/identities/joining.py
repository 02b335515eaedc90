"""Which names go together? Joins names step by step, each join with its reason, and never against what was read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from dateline.comparing.identities import names
from dateline.comparing.identities.chances import Chances
from dateline.comparing.identities.descriptors import join_descriptors
from dateline.comparing.identities.initials import initials_of
from dateline.comparing.identities.joiner import Joiner, Key, apart, names_of
from dateline.comparing.shared_out import share_out
from dateline.language.group_names import core, core_key, same_core
from dateline.language.name_likeness import likeness_keys
from dateline.language.names import sound_key
from dateline.language.surnames import is_full, is_surname_of, surname_of
from dateline.model.reading import ReadReport

MOST_ALIKE = 60  # names of one block that are compared with each other; more share a word by chance
# Sounds that more names than this have in common are those of common words ("county", "Mohammed"): a pair of them says
# little, and comparing all would cost more than in proportion to the names.
MOST_COMMON = 20
MOST_OF_ONE_WORD = 8
# In a larger block each name is compared with the next ones by spelling only, so that pairs grow as names do.
FEW = 8
NEXT = 4
JOINED = 0.8
"""Likelihood from which two names of people are joined: of the look-alikes that benchmarks/names.csv has to develop on
one in sixty-five lies above it. What lies between it and SUGGESTED is suggested to a person."""
SUGGESTED = {"person": 0.2, "body": 0.5}
MOST_WORDS = 6  # a body's name that is longer is a description
# A name that fits this many actors says too little to suggest each of them.
MOST_BEARERS = 3

# Of a country, and not it.
ARMS = frozenset({"army", "military", "police", "navy", "forces", "troops"})

Item = TypeVar("Item")

Unsure = tuple[Key, Key, float, str]
"""Two names that may be one actor's, with a score and the reason."""


def join_names(joiner: Joiner, reports: Sequence[ReadReport], chances: Chances) -> list[Unsure]:
    """All joins, the surest first; and what was too unsure to be joined."""
    _join_within_reports(joiner, reports)
    _join_by_relation(joiner, reports)
    _join_groups(joiner)
    unsure = [*_join_alike(joiner, "person", chances), *_alike(joiner, "body", chances)]
    unsure += _join_acronyms(joiner)
    unsure += _join_surnames(joiner)
    join_descriptors(joiner, reports)
    return unsure


def _join_within_reports(joiner: Joiner, reports: Sequence[ReadReport]) -> None:
    """Names that reports use for one, unless as many reports use them for two."""
    together: Counter[tuple[Key, Key]] = Counter()
    for read in reports:
        for index, chain in enumerate(read.reading.chains):
            if chain.named:
                placed = (read.report.id, index)
                keys = sorted({joiner.key(placed, chain, name) for name in names_of(chain)})
                together.update(combinations(keys, 2))
    for (a, b), times in sorted(together.items(), key=lambda item: (-item[1], item[0])):
        against = sum(1 for _ in apart(joiner.names[a], joiner.names[b]))
        if times > against:
            where = "a report uses" if times == 1 else f"{times} reports use"
            reason = f"{where} “{joiner.names[a].best}” and “{joiner.names[b].best}” for one"
            joiner.join(a, b, reason, surely=against == 0)


def _join_by_relation(joiner: Joiner, reports: Sequence[ReadReport]) -> None:
    """ "X is the new name taken by Y", "X, also known as Y"."""
    for read in reports:
        chains = read.reading.chains
        for relation in read.reading.relations:
            if relation.type in ("renamed-to", "also-known-as"):
                old, new = chains[relation.subject], chains[relation.object]
                if old.named and new.named:
                    reason = f"“{relation.evidence.text}” ({read.report.outlet or read.report.file})"
                    first = joiner.key((read.report.id, relation.subject), old)
                    joiner.join(first, joiner.key((read.report.id, relation.object), new), reason, surely=True)


def _join_groups(joiner: Joiner) -> None:
    """Names of groups that differ only in spelling or in what sort of group they say it is."""
    blocks: dict[str, list[Key]] = defaultdict(list)
    for key in _of_class(joiner, "body"):
        if block := core_key(joiner.names[key].best):
            blocks[block].append(key)
    for a, b in _within(blocks):
        first, second = joiner.names[a].best, joiner.names[b].best
        if joiner.root(a) == joiner.root(b) or a.sense != b.sense or _is_arm_of(joiner, a, b):
            continue
        if same_core(first, second):
            joiner.join(a, b, f"“{first}” and “{second}” differ only in spelling or kind", surely=True)


def _is_arm_of(joiner: Joiner, a: Key, b: Key) -> bool:
    """Whether one is a country and the other its army or police: "Varenian" and "the Varenian army" are two."""
    countries = ["country" in joiner.names[key].kinds for key in (a, b)]
    return countries[0] != countries[1] and bool(ARMS & {*a.name.split(), *b.name.split()})


def _join_alike(joiner: Joiner, class_: str, chances: Chances) -> list[Unsure]:
    """Full names that are likely spellings of one, the likeliest first; the others are returned."""
    unsure = []
    for a, b, chance, reason in _alike(joiner, class_, chances):
        if chance < JOINED or a.sense != b.sense or not joiner.join(a, b, reason):
            unsure.append((a, b, chance, reason))
    return unsure


def _alike(joiner: Joiner, class_: str, chances: Chances) -> list[Unsure]:
    """Pairs of names that share a key and may be spellings of one, the likeliest first."""
    blocks: dict[str, list[Key]] = defaultdict(list)
    best = {key: joiner.names[key].best for key in _of_class(joiner, class_)}
    compared = [key for key in best if _is_telling(joiner, key)]
    keys_of = share_out(lambda some: [likeness_keys(best[key], class_) for key in some], compared)
    for key, keys in zip(compared, keys_of, strict=True):
        for block in keys:
            blocks[block].append(key)
    telling = [sorted(keys) for block, keys in blocks.items() if len(keys) <= most_of(block)]
    pairs = [
        (a, b)
        for a, b in sorted({pair for keys in telling for pair in neighbours(keys)})
        if joiner.root(a) != joiner.root(b) and not (names.is_acronym(best[a]) or names.is_acronym(best[b]))
    ]
    found = [
        (a, b, chance, f"“{best[a]}” and “{best[b]}” are likely spellings of one name ({chance:.2f})")
        for (a, b), chance in zip(pairs, chances.of([(best[a], best[b]) for a, b in pairs], class_), strict=True)
        if chance >= SUGGESTED[class_]
    ]
    return sorted(found, key=lambda pair: (-pair[2], pair))


def neighbours(keys: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs of a block of names in order: all of a few, each with the next ones of many."""
    reach = len(keys) if len(keys) <= FEW else NEXT
    return ((a, b) for at, a in enumerate(keys) for b in keys[at + 1 : at + 1 + reach])


def most_of(block: str) -> int:
    """How many names may share a key before it says too little."""
    return MOST_OF_ONE_WORD if block.endswith("+") else MOST_COMMON


def _is_telling(joiner: Joiner, key: Key) -> bool:
    """Whether a name says enough to be compared; countries are known by name and never another spelling."""
    if key.class_ == "person":
        return is_full(joiner.names[key].best)
    is_name = len(key.name.split()) <= MOST_WORDS and "country" not in joiner.names[key].kinds
    return is_name and bool(core(joiner.names[key].best))


def _of_class(joiner: Joiner, class_: str) -> list[Key]:
    return [key for key in sorted(joiner.names) if key.class_ == class_]


def _within(blocks: dict[str, list[Key]]) -> Iterator[tuple[Key, Key]]:
    for alike in blocks.values():
        yield from combinations(sorted(set(alike))[:MOST_ALIKE], 2)


def _join_acronyms(joiner: Joiner) -> list[Unsure]:
    """ "FSA" and the only body whose initials they are; of several, each may be meant."""
    bodies = _of_class(joiner, "body")
    by_initials: dict[str, set[Key]] = defaultdict(set)
    for key in bodies:
        if len(key.name.split()) > 1:
            by_initials[names.initials(joiner.names[key].best)].add(joiner.root(key))
    unsure = []
    for key in bodies:
        best = joiner.names[key].best
        spelt_out = by_initials.get(best.replace(".", "").lower(), set()) if names.is_acronym(best) else set()
        if len(spelt_out) == 1:
            (full,) = spelt_out
            reason = f"“{best}” are the initials of “{joiner.names[full].best}” alone"
            # A report that has both in full and by initials, unconnected, still means one body.
            joiner.join(key, full, reason, surely=bool(initials_of(best)))
        else:
            unsure += _each_bearer(joiner, key, spelt_out, "are the initials of")
    return unsure


def _join_surnames(joiner: Joiner) -> list[Unsure]:
    """ "Lister" and the only person of that surname in the case; of several, each may be meant."""
    people = _of_class(joiner, "person")
    by_last: dict[str, list[Key]] = defaultdict(list)
    for key in people:
        if is_full(joiner.names[key].best):
            by_last[sound_key(surname_of(joiner.names[key].best))].append(key)
    unsure = []
    for key in people:
        best = joiner.names[key].best
        if is_full(best):
            continue
        alike = by_last[sound_key(key.name)]
        bearers = {joiner.root(other) for other in alike if is_surname_of(best, joiner.names[other].best)}
        if len(bearers) == 1:
            (full,) = bearers
            joiner.join(key, full, f"“{best}” is the surname of “{joiner.names[full].best}” alone")
        else:
            unsure += _each_bearer(joiner, key, bearers, "is the surname of")
    return unsure


def _each_bearer(joiner: Joiner, short: Key, bearers: set[Key], how: str) -> list[Unsure]:
    if len(bearers) > MOST_BEARERS or joiner.root(short) in bearers:
        return []
    best = joiner.names[short].best
    others = len(bearers) - 1
    return [
        (short, full, round(1 / (len(bearers) + 1), 2), f"“{best}” {how} “{joiner.names[full].best}” and {others} more")
        for full in sorted(bearers)
    ]
