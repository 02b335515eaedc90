"""Whom does "the Harak's Norlish affiliate" mean? The only group that the case says is the Harak's.

One report calls a group by its name and says whose it is ("Blue Hand, the Harak's affiliate in Norland"); another only
says whose it is. The sentence of the first is the evidence for whom the second means.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.comparing.identities.joiner import Joiner, Key, Placed
from dateline.language.names import fold, sound_key
from dateline.model.mention import Chain
from dateline.model.reading import ReadReport

_HELD = r"(?:affiliate|offshoot|branch|franchise)"
_NAME = r"[\w-]*[A-Z][\w-]*(?: [A-Z][\w-]*)*?"
_KIND = rf"(?: (?:official|local|main|former))?[ -]{_HELD}(?: in (?P<place>[A-Z]\w+))?"
_DESCRIPTORS = (
    re.compile(rf"(?:[Tt]he |[Aa]n? )?(?P<whole>{_NAME})(?:['’]s?)?(?P<where>){_KIND}"),
    # "Qortan's Norlish affiliate"
    re.compile(rf"(?:[Tt]he |[Aa]n? )?(?P<whole>{_NAME})['’]s? (?P<where>[A-Z]\w+){_KIND}"),
    # "Norland's Qortan affiliate"
    re.compile(rf"(?:[Tt]he )?(?P<where>[A-Z]\w+)['’]s? (?P<whole>{_NAME}){_KIND}"),
)


STEM = 4  # letters that a country and its adjective share: "Syria", "Syrian"


class _Stated(NamedTuple):
    """Who is said to be whose, and where it is said."""

    key: Key
    words: str
    report: str


def join_descriptors(joiner: Joiner, reports: Sequence[ReadReport]) -> None:
    """Takes the chains that only say whose they are in as names of the one group of which the case says so."""
    stated = _stated(joiner, reports)
    for placed, chain in _nameless(reports, joiner):
        fitting = _meant(chain.name, stated)
        roots = {joiner.root(one.key) for one in fitting}
        if len(roots) == 1:
            reason = f"“{chain.name}” is whom “{fitting[0].words}” ({fitting[0].report}) tells of, and nobody else"
            # A report that uses both, unconnected, still means one group: "The Harak affiliate also …".
            joiner.join(joiner.take_in(placed, chain), fitting[0].key, reason, surely=True)


def _stated(joiner: Joiner, reports: Sequence[ReadReport]) -> Mapping[str, list[_Stated]]:
    """By the sound of the whole's name: the named groups of which a report says that they are its affiliate."""
    found: dict[str, list[_Stated]] = defaultdict(list)
    for read in reports:
        chains = read.reading.chains
        for relation in read.reading.relations:
            part, whole = chains[relation.subject], chains[relation.object]
            held = relation.type == "part-of" and re.search(_HELD, relation.evidence.text, re.IGNORECASE)
            if held and part.named and whole.named and part.kind != "person":
                key = joiner.key((read.report.id, relation.subject), part)
                told = _Stated(key, relation.evidence.text, read.report.outlet or read.report.file)
                found[sound_key(whole.name)].append(told)
    return found


def _nameless(reports: Sequence[ReadReport], joiner: Joiner) -> Iterator[tuple[Placed, Chain]]:
    for read in reports:
        for index, chain in enumerate(read.reading.chains):
            placed = (read.report.id, index)
            if not chain.named and chain.kind != "person" and placed not in joiner.described:
                yield placed, chain


def _meant(description: str, stated: Mapping[str, list[_Stated]]) -> list[_Stated]:
    """What is said of those whom the description may mean; where it says which country's, of that country's if any."""
    for found in filter(None, (pattern.fullmatch(description) for pattern in _DESCRIPTORS)):
        told = stated.get(sound_key(found["whole"]), [])
        where = found["where"] or found["place"]
        same = [one for one in told if where and fold(where)[:STEM] in fold(one.words)]
        if told:
            return same or told
    return []
