"""What speaks for and against two tellings being one? Small named parts, each a reason that a reader may be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.comparing.incidents.days import gap_days, is_dated, is_same_weekday
from dateline.comparing.incidents.kinds import are_means_apart
from dateline.comparing.incidents.sites import closeness
from dateline.comparing.incidents.tellings import Telling
from dateline.comparing.incidents.tolls import toll_of
from dateline.comparing.incidents.traits import InCommon, Rarities, Traits, find_in_common
from dateline.comparing.wording import Terms
from dateline.comparing.wording import likeness as word_likeness

# Told this many days before it happened: no time zone explains that.
DAYS_AHEAD = 1

# Pairs of reports of which is kept what they share: pairs of tellings come in order, so that the same two soon return.
MOST_MET = 20_000


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the parts of the score look at besides the tellings.

    traits: by report index, what its story is known by, with their rarities. words: term vectors of the sentences that
    tell of it; prominence: its events against the most told ones of its report, 0 to 1; both by telling. rarity: actor
    id -> 0 (in every report) to 1 (in two). copied: pairs of tellings (positions) whose acts stand in a passage that
    both reports share.
    """

    tellings: Sequence[Telling]
    traits: Sequence[Traits]
    rarities: Rarities
    words: Sequence[Terms]
    prominence: Sequence[float]
    rarity: Mapping[str, float] = field(default_factory=dict)
    copied: frozenset[tuple[int, int]] = frozenset()
    _met: dict[tuple[int, int], InCommon] = field(default_factory=dict)

    def in_common(self, a: int, b: int) -> InCommon:
        """What the reports of two tellings share; pairs that stand close together compare theirs once."""
        key = self.tellings[a].report, self.tellings[b].report
        found = self._met.get(key)
        if found is None:
            if len(self._met) >= MOST_MET:
                self._met.clear()
            found = self._met[key] = find_in_common(self.traits[key[0]], self.traits[key[1]], self.rarities)
        return found


Part = Callable[[int, int, Grounds], float]


def shared_passage(a: int, b: int, grounds: Grounds) -> float:
    """Both reports tell it in the same passage."""
    return float((min(a, b), max(a, b)) in grounds.copied)


def same_days(a: int, b: int, grounds: Grounds) -> float:
    """Both say in so many words that it was on the same day or days."""
    return float(_are_dated(a, b, grounds) and _gap(a, b, grounds) == 0)


def near_days(a: int, b: int, grounds: Grounds) -> float:
    """The days that they tell of, or on which they were published, fit together."""
    gap = _gap(a, b, grounds)
    return 0.0 if gap is None else max(0.0, 1.0 - gap / 3)


def days_between(a: int, b: int, grounds: Grounds) -> float:
    """The days that they tell of lie apart."""
    gap = _gap(a, b, grounds) if _are_dated(a, b, grounds) else None
    return 0.0 if gap is None or _same_weekday(a, b, grounds) else min(1.0, max(0, gap - 1) / 20)


def told_long_after(a: int, b: int, grounds: Grounds) -> float:
    """One says no day and was published long after the other's."""
    gap = None if _are_dated(a, b, grounds) else _gap(a, b, grounds)
    return 0.0 if gap is None else min(1.0, max(0, gap - 3) / 20)


def told_before(a: int, b: int, grounds: Grounds) -> float:
    """One report came out before the day that the other tells of."""
    before = _came_before(a, b, grounds) or _came_before(b, a, grounds)
    return float(before and not _same_weekday(a, b, grounds))


def same_place(a: int, b: int, grounds: Grounds) -> float:
    """Both name the same place, or places that lie in or near each other."""
    return max(0.0, _place_fit(a, b, grounds))


def other_place(a: int, b: int, grounds: Grounds) -> float:
    """The places lie far apart."""
    return max(0.0, -_place_fit(a, b, grounds))


def other_setting(a: int, b: int, grounds: Grounds) -> float:
    """All towns that the one report names lie far from those that the other names."""
    one, other = _traits(a, b, grounds)
    return float(bool(one.squares and other.squares) and one.squares.isdisjoint(other.around))


def same_sufferers(a: int, b: int, grounds: Grounds) -> float:
    """Both name the same ones to whom it was done."""
    return _shared(grounds.tellings[a].recipients, grounds.tellings[b].recipients, grounds)


def same_people(a: int, b: int, grounds: Grounds) -> float:
    """The reports name the same people, not only as speakers."""
    return _prominence(a, b, grounds) * grounds.in_common(a, b).persons


def other_people(a: int, b: int, grounds: Grounds) -> float:
    """Each report names people with their ages, and none is named by both."""
    one, other = _traits(a, b, grounds)
    apart = bool(one.aged and other.aged) and one.persons.isdisjoint(other.persons)
    return _prominence(a, b, grounds) * float(apart)


def same_street(a: int, b: int, grounds: Grounds) -> float:
    """The reports name the same street."""
    one, other = _traits(a, b, grounds)
    return _prominence(a, b, grounds) * float(not one.streets.isdisjoint(other.streets))


def other_street(a: int, b: int, grounds: Grounds) -> float:
    """Each report names streets, and none is named by both."""
    one, other = _traits(a, b, grounds)
    apart = bool(one.streets and other.streets) and one.streets.isdisjoint(other.streets)
    return _prominence(a, b, grounds) * float(apart)


def same_ages(a: int, b: int, grounds: Grounds) -> float:
    """The reports tell of people of the same ages."""
    one, other = _traits(a, b, grounds)
    shared = len(one.ages & other.ages)
    return _prominence(a, b, grounds) * shared / min(len(one.ages), len(other.ages)) if shared else 0.0


def other_ages(a: int, b: int, grounds: Grounds) -> float:
    """The people that the one report tells of are of other ages than those of the other."""
    one, other = _traits(a, b, grounds)
    apart = bool(one.ages and other.ages) and one.ages.isdisjoint(other.ages)
    return _prominence(a, b, grounds) * float(apart)


def same_toll(a: int, b: int, grounds: Grounds) -> float:
    """Both give the same number of dead or injured."""
    one, other = toll_of(grounds.tellings[a]), toll_of(grounds.tellings[b])
    return max((min(x, 6) / 6 for x, y in zip(one, other, strict=True) if x and x == y), default=0.0)


def other_means(a: int, b: int, grounds: Grounds) -> float:
    """They were done by different means."""
    one, other = grounds.tellings[a].modes, grounds.tellings[b].modes
    return float(bool(one and other) and all(are_means_apart(x, y) for x in one for y in other))


def other_kind(a: int, b: int, grounds: Grounds) -> float:
    """They are told as acts of different kinds."""
    return float(grounds.tellings[a].type != grounds.tellings[b].type)


def same_words(a: int, b: int, grounds: Grounds) -> float:
    """The sentences that tell of it use the same rare words."""
    return word_likeness(grounds.words[a], grounds.words[b])


def same_story(a: int, b: int, grounds: Grounds) -> float:
    """The reports as a whole are about the same thing."""
    return _prominence(a, b, grounds) * grounds.in_common(a, b).words


def story_within(a: int, b: int, grounds: Grounds) -> float:
    """What the shorter report tells stands in the longer one too."""
    return _prominence(a, b, grounds) * grounds.in_common(a, b).words_held


def same_names(a: int, b: int, grounds: Grounds) -> float:
    """The reports share most of their names and numbers."""
    return _prominence(a, b, grounds) * grounds.in_common(a, b).names


def names_within(a: int, b: int, grounds: Grounds) -> float:
    """The names and numbers of the one report stand in the other."""
    return _prominence(a, b, grounds) * grounds.in_common(a, b).names_held


def rare_names(a: int, b: int, grounds: Grounds) -> float:
    """The reports share names and numbers that few others have."""
    return _prominence(a, b, grounds) * grounds.in_common(a, b).rare_names


def _prominence(a: int, b: int, grounds: Grounds) -> float:
    """How far it is what both reports are about: what they mention in passing is not known by the rest of the story."""
    return grounds.prominence[a] * grounds.prominence[b]


def _traits(a: int, b: int, grounds: Grounds) -> tuple[Traits, Traits]:
    return grounds.traits[grounds.tellings[a].report], grounds.traits[grounds.tellings[b].report]


def _gap(a: int, b: int, grounds: Grounds) -> int | None:
    return gap_days(grounds.tellings[a], grounds.tellings[b])


def _are_dated(a: int, b: int, grounds: Grounds) -> bool:
    return is_dated(grounds.tellings[a]) and is_dated(grounds.tellings[b])


def _same_weekday(a: int, b: int, grounds: Grounds) -> bool:
    return is_same_weekday(grounds.tellings[a], grounds.tellings[b])


def _came_before(a: int, b: int, grounds: Grounds) -> bool:
    published, day = grounds.traits[grounds.tellings[a].report].published, grounds.tellings[b].begin
    if published is None or day is None or not grounds.tellings[b].firm:
        return False
    return (day - published).days > DAYS_AHEAD


def _place_fit(a: int, b: int, grounds: Grounds) -> float:
    fits = [closeness(p, q) for p in grounds.tellings[a].places for q in grounds.tellings[b].places]
    return max(fits, default=0.0)


def _shared(a: frozenset[str], b: frozenset[str], grounds: Grounds) -> float:
    return max((grounds.rarity.get(actor, 0.0) for actor in a & b), default=0.0)
