"""Which tellings cannot be one happening, however alike? Other days, other towns; and what outweighs a misreading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.comparing.incidents.days import are_days_apart
from dateline.comparing.incidents.parts import Grounds
from dateline.comparing.incidents.sites import FINE, are_apart
from dateline.comparing.incidents.tellings import Telling
from dateline.model.actor import Actor

# On gva_incidents (train) and the casebook no pair of two happenings on other days or in other towns reaches 0.4; those
# above 0.8 are one, and a day or town was misread.
SURE = 0.8
SURE_OF_DAYS = 0.9
# Two attacks on one town are told in the same words; that the same rare people are in both is what makes them one.
SAME_PEOPLE = 0.5


class Bars:
    """What keeps groups of tellings apart. scores: of the pairs that were compared."""

    def __init__(self, grounds: Grounds, scores: Mapping[tuple[int, int], float], actors: Sequence[Actor]) -> None:
        self._grounds, self._scores = grounds, scores
        self._persons = frozenset(a.id for a in actors if a.kind == "person" and a.id in grounds.rarity)

    def may_join(self, a: Sequence[int], b: Sequence[int]) -> bool:
        """Nothing in the one group happened on other days or in another town than something in the other."""
        return not any(self._are_two(x, y) for x in a for y in b)

    def _are_two(self, a: int, b: int) -> bool:
        """Two happenings for certain."""
        one, other = self._grounds.tellings[a], self._grounds.tellings[b]
        if one.report == other.report:
            return are_days_apart(one, other) or _are_in_two_towns(one, other)
        if self._has_same_victim(one, other):
            return False
        if are_days_apart(one, other):
            return self._score(a, b) < SURE_OF_DAYS or self._grounds.in_common(a, b).persons < SAME_PEOPLE
        return _are_in_two_towns(one, other) and self._score(a, b) < SURE

    def _has_same_victim(self, a: Telling, b: Telling) -> bool:
        """A named person is not shot twice: then one of the dates was misread."""
        return a.type == "ASSAULT" and bool(a.recipients & b.recipients & self._persons)

    def _score(self, a: int, b: int) -> float:
        return self._scores.get((min(a, b), max(a, b)), 0.0)


def _are_in_two_towns(a: Telling, b: Telling) -> bool:
    """Each names one town alone, far from the other's, and nobody is named by both."""
    if (a.recipients & b.recipients) or (a.actors & b.actors):
        return False
    alone = len(a.places) == len(b.places) == 1 and {p.precision for p in (*a.places, *b.places)} <= FINE
    return alone and are_apart(a.places, b.places)
