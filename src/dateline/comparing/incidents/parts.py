"""What speaks for and against two tellings being one? Small named parts, each a reason that a reader may be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from dateline.comparing.incidents.days import gap_days, is_dated, is_same_weekday
from dateline.comparing.incidents.kinds import are_means_apart
from dateline.comparing.incidents.sites import closeness
from dateline.comparing.incidents.tellings import Telling
from dateline.comparing.incidents.tolls import Toll
from dateline.comparing.incidents.traits import InCommon, Rarities, Traits, find_in_common
from dateline.comparing.wording import Vectors
from dateline.comparing.wording import likeness as word_likeness

# Told this many days before it happened: no time zone explains that.
DAYS_AHEAD = 1

# Pairs of reports of which is kept what they share: pairs of tellings come in order, so that the same two soon return.
MOST_MET = 20_000


@dataclass(slots=True)  # not frozen, which takes three times as long to make, and there are millions
class Pair:
    """Two tellings and what several parts ask about them, worked out once.

    traits, others: what the story of either report is known by. tolls: the dead and injured of each. copied: whether a
    shared passage tells both. gap: days between them (days.py). dated: whether both reports' own words give a day.
    place_fit: how near their nearest places are, -1 to 1. prominence: how far it is what both reports are about; what
    they mention in passing is not known by the rest of the story. words: likeness of the sentences that tell of it.
    sufferer: how rare the rarest one is whom both name as suffering it.
    """

    one: Telling
    other: Telling
    traits: Traits
    others: Traits
    tolls: tuple[Toll, Toll]
    copied: bool
    gap: int | None
    dated: bool
    same_weekday: bool
    place_fit: float
    prominence: float
    in_common: InCommon
    words: float
    sufferer: float


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the parts of the score look at besides the tellings.

    traits: by report index, what its story is known by, with their rarities. words: term vectors of the sentences that
    tell of it; tolls: its dead and injured; prominence: its events against the most told ones of its report, 0 to 1;
    each by telling. rarity: actor id -> 0 (in every report) to 1 (in two). copied: pairs of tellings (positions) whose
    acts stand in a passage that both reports share.
    """

    tellings: Sequence[Telling]
    traits: Sequence[Traits]
    rarities: Rarities
    words: Vectors[np.float32]
    tolls: Sequence[Toll]
    prominence: Sequence[float]
    rarity: Mapping[str, float] = field(default_factory=dict)
    copied: frozenset[tuple[int, int]] = frozenset()
    _met: dict[tuple[int, int], InCommon] = field(default_factory=dict)

    def pair(self, a: int, b: int) -> Pair:
        """Two tellings side by side."""
        one, other = self.tellings[a], self.tellings[b]
        traits, others = self.traits[one.report], self.traits[other.report]
        return Pair(
            one,
            other,
            traits,
            others,
            tolls=(self.tolls[a], self.tolls[b]),
            copied=(min(a, b), max(a, b)) in self.copied,
            gap=gap_days(one, other),
            dated=is_dated(one) and is_dated(other),
            same_weekday=is_same_weekday(one, other),
            place_fit=max((closeness(p, q) for p in one.places for q in other.places), default=0.0),
            prominence=self.prominence[a] * self.prominence[b],
            in_common=self.in_common(a, b),
            words=word_likeness(self.words[a], self.words[b]),
            sufferer=max((self.rarity.get(actor, 0.0) for actor in one.recipients & other.recipients), default=0.0),
        )

    def in_common(self, a: int, b: int) -> InCommon:
        """What the reports of two tellings share; pairs that stand close together compare theirs once."""
        key = self.tellings[a].report, self.tellings[b].report
        found = self._met.get(key)
        if found is None:
            if len(self._met) >= MOST_MET:
                self._met.clear()
            found = self._met[key] = find_in_common(self.traits[key[0]], self.traits[key[1]], self.rarities)
        return found


Part = Callable[[Pair], float]


def shared_passage(pair: Pair) -> float:
    """Both reports tell it in the same passage."""
    return float(pair.copied)


def same_days(pair: Pair) -> float:
    """Both say in so many words that it was on the same day or days."""
    return float(pair.dated and pair.gap == 0)


def near_days(pair: Pair) -> float:
    """The days that they tell of, or on which they were published, fit together."""
    return 0.0 if pair.gap is None else max(0.0, 1.0 - pair.gap / 3)


def days_between(pair: Pair) -> float:
    """The days that they tell of lie apart."""
    gap = pair.gap if pair.dated else None
    return 0.0 if gap is None or pair.same_weekday else min(1.0, max(0, gap - 1) / 20)


def told_long_after(pair: Pair) -> float:
    """One says no day and was published long after the other's."""
    gap = None if pair.dated else pair.gap
    return 0.0 if gap is None else min(1.0, max(0, gap - 3) / 20)


def told_before(pair: Pair) -> float:
    """One report came out before the day that the other tells of."""
    before = _came_before(pair.traits, pair.other) or _came_before(pair.others, pair.one)
    return float(before and not pair.same_weekday)


def same_place(pair: Pair) -> float:
    """Both name the same place, or places that lie in or near each other."""
    return max(0.0, pair.place_fit)


def other_place(pair: Pair) -> float:
    """The places lie far apart."""
    return max(0.0, -pair.place_fit)


def other_setting(pair: Pair) -> float:
    """All towns that the one report names lie far from those that the other names."""
    one, other = pair.traits, pair.others
    return float(bool(one.squares and other.squares) and one.squares.isdisjoint(other.around))


def same_sufferers(pair: Pair) -> float:
    """Both name the same ones to whom it was done."""
    return pair.sufferer


def same_people(pair: Pair) -> float:
    """The reports name the same people, not only as speakers."""
    return pair.prominence * pair.in_common.persons


def other_people(pair: Pair) -> float:
    """Each report names people with their ages, and none is named by both."""
    one, other = pair.traits, pair.others
    apart = bool(one.aged and other.aged) and one.persons.isdisjoint(other.persons)
    return pair.prominence * float(apart)


def same_street(pair: Pair) -> float:
    """The reports name the same street."""
    return pair.prominence * float(not pair.traits.streets.isdisjoint(pair.others.streets))


def other_street(pair: Pair) -> float:
    """Each report names streets, and none is named by both."""
    one, other = pair.traits.streets, pair.others.streets
    return pair.prominence * float(bool(one and other) and one.isdisjoint(other))


def same_ages(pair: Pair) -> float:
    """The reports tell of people of the same ages."""
    one, other = pair.traits.ages, pair.others.ages
    shared = len(one & other)
    return pair.prominence * shared / min(len(one), len(other)) if shared else 0.0


def other_ages(pair: Pair) -> float:
    """The people that the one report tells of are of other ages than those of the other."""
    one, other = pair.traits.ages, pair.others.ages
    return pair.prominence * float(bool(one and other) and one.isdisjoint(other))


def same_toll(pair: Pair) -> float:
    """Both give the same number of dead or injured."""
    return max((min(x, 6) / 6 for x, y in zip(*pair.tolls, strict=True) if x and x == y), default=0.0)


def other_means(pair: Pair) -> float:
    """They were done by different means."""
    one, other = pair.one.modes, pair.other.modes
    return float(bool(one and other) and all(are_means_apart(x, y) for x in one for y in other))


def other_kind(pair: Pair) -> float:
    """They are told as acts of different kinds."""
    return float(pair.one.type != pair.other.type)


def same_words(pair: Pair) -> float:
    """The sentences that tell of it use the same rare words."""
    return pair.words


def same_story(pair: Pair) -> float:
    """The reports as a whole are about the same thing."""
    return pair.prominence * pair.in_common.words


def story_within(pair: Pair) -> float:
    """What the shorter report tells stands in the longer one too."""
    return pair.prominence * pair.in_common.words_held


def same_names(pair: Pair) -> float:
    """The reports share most of their names and numbers."""
    return pair.prominence * pair.in_common.names


def names_within(pair: Pair) -> float:
    """The names and numbers of the one report stand in the other."""
    return pair.prominence * pair.in_common.names_held


def rare_names(pair: Pair) -> float:
    """The reports share names and numbers that few others have."""
    return pair.prominence * pair.in_common.rare_names


def _came_before(traits: Traits, telling: Telling) -> bool:
    if traits.published is None or telling.begin is None or not telling.firm:
        return False
    return (telling.begin - traits.published).days > DAYS_AHEAD
