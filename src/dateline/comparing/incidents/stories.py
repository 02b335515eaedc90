"""Are two reports about one thing, whatever acts they tell? The sum of what speaks for and against it.

For reports that tell of no act that another report tells too: one has the shooting, the other only the arrest; or a
report whose happening is of no kind that events have. `related.py` finds the incident that such a report is about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from dateline.comparing.incidents.traits import InCommon, Rarities, Traits, find_in_common
from dateline.comparing.wording import Terms, Wording, likeness
from dateline.model.reading import ReadReport

LEAD = 2  # sentences: what a report is about stands in its headline and its first two


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports: what each is known by, what they share, and how alike their headlines and first sentences are."""

    one: Traits
    other: Traits
    common: InCommon
    leads: float


Part = Callable[[Pair], float]


def same_lead(pair: Pair) -> float:
    """Headlines and first sentences use the same rare words."""
    return pair.leads


def same_story(pair: Pair) -> float:
    """The reports as a whole are about the same thing."""
    return pair.common.words


def story_within(pair: Pair) -> float:
    """What the shorter report tells stands in the longer one too."""
    return pair.common.words_held


def same_names(pair: Pair) -> float:
    """The reports share most of their names and numbers."""
    return pair.common.names


def names_within(pair: Pair) -> float:
    """The names and numbers of the one report stand in the other."""
    return pair.common.names_held


def rare_names(pair: Pair) -> float:
    """The reports share names and numbers that few others have."""
    return pair.common.rare_names


def same_people(pair: Pair) -> float:
    """The reports name the same people, not only as speakers."""
    return pair.common.persons


def other_people(pair: Pair) -> float:
    """Each report names people with their ages, and none is named by both."""
    return float(bool(pair.one.aged and pair.other.aged) and pair.one.persons.isdisjoint(pair.other.persons))


def same_ages(pair: Pair) -> float:
    """The reports tell of people of the same ages."""
    return float(not pair.one.ages.isdisjoint(pair.other.ages))


def other_ages(pair: Pair) -> float:
    """The people that the one report tells of are of other ages than those of the other."""
    return float(bool(pair.one.ages and pair.other.ages) and pair.one.ages.isdisjoint(pair.other.ages))


def other_street(pair: Pair) -> float:
    """Each report names streets, and none is named by both."""
    return float(bool(pair.one.streets and pair.other.streets) and pair.one.streets.isdisjoint(pair.other.streets))


def other_setting(pair: Pair) -> float:
    """All towns that the one report names lie far from those that the other names."""
    return float(bool(pair.one.squares and pair.other.squares) and pair.one.squares.isdisjoint(pair.other.around))


def near_days(pair: Pair) -> float:
    """They were published within three days."""
    gap = _gap(pair)
    return 0.0 if gap is None else max(0.0, 1.0 - gap / 3)


def long_between(pair: Pair) -> float:
    """They were published long after each other."""
    gap = _gap(pair)
    return 0.0 if gap is None else min(1.0, max(0, gap - 3) / 20)


def _gap(pair: Pair) -> int | None:
    one, other = pair.one.published, pair.other.published
    return None if one is None or other is None else abs((one - other).days)


# Printed by `python -m training.stories ../shared/bench`: a logistic regression over the pairs of reports of
# ecbplus/train and gva_incidents/train that share a rare word.
WEIGHTS: dict[Part, float] = {
    same_lead: 4.31,
    same_story: 2.04,
    story_within: 1.22,
    same_names: 3.00,
    names_within: 2.83,
    rare_names: 2.51,
    same_people: 0.85,
    other_people: -0.35,
    same_ages: 0.72,
    other_ages: -0.59,
    other_street: -0.48,
    other_setting: -1.05,
    near_days: 0.49,
    long_between: -2.10,
}
BIAS = -2.65
# A part that adds less than this to the score is no reason to be given.
TELLING = 0.25


class Stories:
    """The reports of a case as what they are about: compared by their positions."""

    def __init__(
        self, reports: Sequence[ReadReport], traits: Sequence[Traits], rarities: Rarities, wording: Wording
    ) -> None:
        self._reports, self._traits, self._rarities, self._wording = reports, traits, rarities, wording
        self._leads: dict[int, Terms] = {}

    def id_of(self, at: int) -> str:
        """The id of a report."""
        return self._reports[at].report.id

    def published(self, at: int) -> date | None:
        """The day of a report, None when unknown."""
        return self._traits[at].published

    def chance(self, a: int, b: int) -> float:
        """How likely two reports are about one happening, 0 to 1; symmetric."""
        odds = BIAS + sum(weight * part(pair) for pair in (self.pair(a, b),) for part, weight in WEIGHTS.items())
        return 1 / (1 + exp(-odds))

    def reasons(self, a: int, b: int) -> list[str]:
        """What speaks for it, in sentences."""
        pair = self.pair(a, b)
        return [str(part.__doc__) for part, weight in WEIGHTS.items() if weight * part(pair) > TELLING]

    def pair(self, a: int, b: int) -> Pair:
        """What there is to compare of two reports."""
        one, other = self._traits[a], self._traits[b]
        leads = likeness(self._lead(a), self._lead(b))
        return Pair(one, other, find_in_common(one, other, self._rarities), leads)

    def _lead(self, at: int) -> Terms:
        if at not in self._leads:
            report = self._reports[at]
            first = " ".join(sentence.text for sentence in report.reading.sentences[:LEAD])
            self._leads[at] = self._wording.terms_of(f"{report.report.title or ''} {first}")
        return self._leads[at]
