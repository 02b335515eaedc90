"""Are two tellings one happening? The sum of what speaks for and against it (parts.py), and the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from dateline.comparing.incidents import parts
from dateline.comparing.incidents.known import Known
from dateline.comparing.incidents.pairs import Pairs
from dateline.comparing.incidents.parts import Grounds, Pair, Part

# Printed by `python -m training.likeness ../shared/bench`: a logistic regression over the pairs of gva_incidents/train,
# ecbplus/train and the invented sample, signs held to what the docstrings say.
WEIGHTS: dict[Part, float] = {
    parts.shared_passage: 1.54,
    parts.same_days: 1.98,
    parts.near_days: 1.92,
    parts.days_between: -0.36,
    parts.told_long_after: -0.75,
    parts.told_before: -3.45,
    parts.same_place: 0.54,
    parts.other_place: -0.60,
    parts.other_setting: -2.22,
    parts.same_sufferers: 0.67,
    parts.same_people: 1.30,
    parts.other_people: -0.52,
    parts.same_street: 0.63,
    parts.other_street: -0.99,
    parts.same_toll: 1.32,
    parts.same_ages: 1.18,
    parts.other_ages: -1.48,
    parts.other_means: -1.86,
    parts.other_kind: -1.81,
    parts.same_words: 1.27,
    parts.same_story: 0.37,
    parts.story_within: 0.80,
    parts.same_names: 0.67,
    parts.names_within: 1.31,
    parts.rare_names: 2.62,
}
BIAS = -2.08
# The weights were found where a telling could be one with FEW others; the odds fall with the root of how many more
# there are. Of 0, 0.5 and 1 the middle is best on the casebook, and as good as any on gva_incidents (train).
FEW, CROWDING = 10, 0.5
# A part that adds less than this to the score is no reason to be given.
TELLING = 0.25
NEEDLESS_BESIDE: dict[Part, Part] = {
    parts.near_days: parts.same_days,
    parts.story_within: parts.same_story,
    parts.same_names: parts.rare_names,
    parts.names_within: parts.rare_names,
}


def score_pairs(pairs: Pairs, grounds: Grounds, known: Known | None = None) -> NDArray[np.float64]:
    """The chance, 0 to 1, that two tellings are of one happening, for each of the pairs worth comparing, in order.

    Where a telling could be one with many others (a city with a shooting every night), it takes more to be one with
    any of them.
    """
    others = pairs.often().tolist()
    if known is not None:
        others = [_compared_in_all(grounds, at, number, known) for at, number in enumerate(others)]

    def chance(a: int, b: int) -> float:
        return _chance(evidence(grounds.pair(a, b)) - CROWDING * log(max(1.0, sqrt(others[a] * others[b]) / FEW)))

    return pairs.scored(chance)


def _compared_in_all(grounds: Grounds, at: int, number: int, known: Known) -> int:
    """With how many tellings one is compared, those of the case that are not at hand included."""
    if at >= len(grounds.tellings):
        return number
    return max(number, known.others.get(grounds.tellings[at].all_events[0].id, 0))


def evidence(pair: Pair) -> float:
    """What speaks for and against one happening, summed up: the logarithm of the odds."""
    return BIAS + sum([weight * part(pair) for part, weight in WEIGHTS.items()])


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def reasons(pair: Pair) -> list[str]:
    """Why they are taken for one, in sentences: passage, days, place, people, numbers, words."""
    return [str(part.__doc__) for part, weight in WEIGHTS.items() if weight * part(pair) > TELLING]


def in_order(sentences: Iterable[str]) -> tuple[str, ...]:
    """Reasons of several pairs as a reader is given them, each once, and none that another makes needless."""
    order = {str(part.__doc__): place for place, part in enumerate(WEIGHTS)}
    found = set(sentences)
    needless = {str(less.__doc__) for less, more in NEEDLESS_BESIDE.items() if str(more.__doc__) in found}
    return tuple(sorted(found - needless, key=lambda sentence: order[sentence]))
