"""By what is the story of a report known? Its rare names and words, its people, their ages, its towns, its day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor, log, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.comparing.incidents.known import Known
from dateline.comparing.incidents.sites import FINE
from dateline.comparing.streets import find_streets
from dateline.comparing.wording import Terms, Wording
from dateline.model.actor import Actor
from dateline.model.reading import Reading, ReadReport

# "a 14-year-old boy", "Orm Tasker, 17,", "aged 40".
_AGE = re.compile(r"\b(\d{1,3})[- ](?:years?|months?|weeks?)[- ]old\b|,\s(\d{1,2})(?=,)|\baged?\s(\d{1,2})\b")
# Right behind a name, or right before it: whose age is told suffered it, did it or lives there; officials bear none.
_AGE_BEHIND = re.compile(r",?\s(?:aged?\s)?\d{1,3}\b(?!\s+\w*(?:th|st|nd|rd)\b)|,\s(?:an?|the)\s\d{1,3}-year-old\b")
_AGE_BEFORE = re.compile(r"\b\d{1,3}[- ](?:year|month)s?[- ]old\s(?:\w+\s){0,2}$")
BESIDE_CHARACTERS = 40
# The map in squares of half a degree, some 55 km from south to north: towns in squares that touch may be one site.
SQUARE_DEGREES = 0.5
# Sets of squares that are kept to be shared.
SQUARES_AT_HAND = 16_384
Square = tuple[int, int]
# What half of the reports that use rare words use too tells little.
RARE = 0.5


Numbers = NDArray[np.int32]
# Most reports have no ages, streets or people: one empty set is enough for all.
_NOTHING: frozenset[Any] = frozenset()


@dataclass(frozen=True, slots=True)
class Traits:
    """What one report shares with others that tell of the same, and with few others.

    names, words: term numbers (comparing/wording), in order, of its names and numbers, and of all its words; each with
    the sum of their squared rarities. persons: ids of the people named in it who are not quoted. aged: those whose age
    is told. ages: of people, in digits. streets: by the last word of their names.
    squares: where its towns lie; around: these squares and all that touch them. published: None when unknown.
    """

    names: Numbers
    names_weight: float
    words: Numbers
    words_weight: float
    persons: frozenset[str]
    aged: frozenset[str]
    ages: frozenset[str]
    streets: frozenset[str]
    squares: frozenset[Square]
    around: frozenset[Square]
    published: date | None


@dataclass(frozen=True, slots=True)
class InCommon:
    """What two reports share, each 0 to 1.

    names, words: as a share of what both use (cosine). names_held, words_held: as a share of the one that uses less.
    rare_names: how many rare names, few or many. persons: how rare the people are that both name.
    """

    names: float
    names_held: float
    rare_names: float
    words: float
    words_held: float
    persons: float


class Rarities:
    """How telling a term or a person is: 1.0 in one report of many, 0 in all of them. of_term: by its number."""

    def __init__(self, wording: Wording, people: Sequence[frozenset[str]], known: Known | None = None) -> None:
        known = known or Known()
        total = known.reports + len(people) - known.old
        most = int(wording.reports_with.max(initial=0))
        by_number = np.array([0.0, *(rarity(n, total) for n in range(1, most + 1))])
        self.of_term = by_number[wording.reports_with]
        named_in = Counter(person for persons in people[known.old :] for person in persons)
        at_hand = {person for persons in people for person in persons}
        self.of_person = {person: rarity(named_in[person] + known.persons.get(person, 0), total) for person in at_hand}


def rarity(reports_with: int, total: int) -> float:
    """1.0 for what one report of many says, 0 for what all say."""
    return max(0.0, log(total / reports_with) / log(max(total, 3)))


def find_traits(
    reports: Sequence[ReadReport], wording: Wording, actors: Sequence[Actor], known: Known | None = None
) -> tuple[list[Traits], Rarities]:
    """The traits of every report, in the order of the reports, and how telling each of them is in this case."""
    actor_of = {chain: actor.id for actor in actors if actor.kind == "person" and actor.named for chain in actor.chains}
    people = [frozenset(_told_of(report, actor_of)) or _NOTHING for report in reports]
    rarities = Rarities(wording, people, known)
    traits = [
        _traits(report, (wording.names[at], wording.reports[at]), people[at], actor_of, rarities.of_term)
        for at, report in enumerate(reports)
    ]
    return traits, rarities


def find_in_common(a: Traits, b: Traits, rarities: Rarities) -> InCommon:
    """What two reports share; symmetric."""
    shared = _shared(a.names, b.names, rarities)
    names = float(shared.dot(shared))
    in_words = _shared(a.words, b.words, rarities)
    words = float(in_words.dot(in_words))
    rare = float((shared[shared > RARE] - RARE).sum()) / (1 - RARE) if names else 0.0
    return InCommon(
        names=_ratio(names, sqrt(a.names_weight * b.names_weight)),
        names_held=_ratio(names, min(a.names_weight, b.names_weight)),
        rare_names=rare / (rare + ENOUGH),
        words=_ratio(words, sqrt(a.words_weight * b.words_weight)),
        words_held=_ratio(words, min(a.words_weight, b.words_weight)),
        persons=min(1.0, sum(rarities.of_person[person] for person in a.persons & b.persons)),
    )


def _shared(a: Numbers, b: Numbers, rarities: Rarities) -> NDArray[np.float64]:
    """How rare each of the terms is that stand in both."""
    fewer, more = (a, b) if len(a) < len(b) else (b, a)
    if not len(fewer):
        return np.empty(0)
    found = more.take(more.searchsorted(fewer), mode="clip") == fewer
    rare: NDArray[np.float64] = rarities.of_term[fewer[found]]
    return rare


# Two rare names in common are half of what can be said by them: a first name and a surname.
ENOUGH = 2.0


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _told_of(report: ReadReport, actor_of: Mapping[tuple[str, int], str]) -> Iterable[str]:
    """The people whom a report names and does not quote: those to whom something happened, and those who did it."""
    speaking = {claim.source_chain for claim in report.reading.claims}
    for number, chain in enumerate(report.reading.chains):
        actor = actor_of.get((report.report.id, number))
        if actor is not None and chain.named and number not in speaking:
            yield actor


def _traits(
    report: ReadReport,
    terms: tuple[Terms, Terms],
    persons: frozenset[str],
    actor_of: Mapping[tuple[str, int], str],
    of_term: NDArray[np.float64],
) -> Traits:
    """terms: of its names, and of all its words."""
    squares = _squares(report.reading)
    return Traits(
        *_weighed(terms[0], of_term),
        *_weighed(terms[1], of_term),
        persons=persons,
        aged=frozenset(_aged(report, actor_of)) or _NOTHING,
        streets=frozenset(find_streets(report.report.text)) or _NOTHING,
        ages=frozenset(find_ages(report.report.text)) or _NOTHING,
        squares=squares,
        around=_around(squares),
        published=report.reading.published,
    )


def _weighed(terms: Terms, of_term: NDArray[np.float64]) -> tuple[Numbers, float]:
    rare = of_term[terms[0]]
    return terms[0], float(rare.dot(rare))


def find_ages(text: str) -> Iterable[str]:
    """The ages of people in a text, in digits."""
    return (age for match in _AGE.finditer(text) for age in match.groups() if age)


def _aged(report: ReadReport, actor_of: Mapping[tuple[str, int], str]) -> Iterable[str]:
    """The people whose age the report tells: "Orm Tasker, 17," and "17-year-old Orm Tasker"."""
    text = report.report.text
    for mention in report.reading.mentions:
        actor = actor_of.get((report.report.id, mention.chain)) if mention.chain is not None else None
        if actor is not None and mention.type == "person":
            start, end = mention.span.start, mention.span.end
            before = text[max(0, start - BESIDE_CHARACTERS) : start]
            if _AGE_BEHIND.match(text, end) or _AGE_BEFORE.search(before):
                yield actor


def _squares(reading: Reading) -> frozenset[Square]:
    """Where on the map the towns of a report lie."""
    return _once(
        frozenset(
            (floor(place.lat / SQUARE_DEGREES), floor(place.lon / SQUARE_DEGREES))
            for place in reading.places
            if place.precision in FINE and place.lat is not None and place.lon is not None
        )
    )


@lru_cache(maxsize=SQUARES_AT_HAND)
def _once(squares: frozenset[Square]) -> frozenset[Square]:
    """Reports of the same towns share one set."""
    return squares


@lru_cache(maxsize=SQUARES_AT_HAND)
def _around(squares: frozenset[Square]) -> frozenset[Square]:
    return frozenset((y + dy, x + dx) for y, x in squares for dy in (-1, 0, 1) for dx in (-1, 0, 1))
