"""Are two tellings one happening? A sum of small named parts, each with a reason that a reader may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from dateline.comparing.incidents.days import gap_days
from dateline.comparing.incidents.kinds import are_means_apart
from dateline.comparing.incidents.sites import closeness
from dateline.comparing.incidents.tellings import Telling
from dateline.comparing.incidents.tolls import toll_of
from dateline.comparing.wording import Terms
from dateline.comparing.wording import likeness as word_likeness


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the parts of the score look at besides the tellings.

    reports, report_names: term vectors by report index, of all words and of names only; words: by telling (same
    order as the tellings). prominence: by telling, its events against the most told ones of its report, 0 to 1.
    rarity: actor id -> 0 (in every report) to 1 (in two). names: actor id -> name.
    copied: pairs of tellings (positions) whose acts stand in a passage that both reports share.
    """

    tellings: Sequence[Telling]
    reports: Sequence[Terms]
    report_names: Sequence[Terms]
    words: Sequence[Terms]
    prominence: Sequence[float]
    rarity: Mapping[str, float] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    copied: frozenset[tuple[int, int]] = frozenset()


Part = Callable[[int, int, Grounds], float]


def shared_passage(a: int, b: int, grounds: Grounds) -> float:
    """Both reports tell it in the same passage."""
    return float((min(a, b), max(a, b)) in grounds.copied)


def same_days(a: int, b: int, grounds: Grounds) -> float:
    """Both say in so many words that it was on the same day or days."""
    one, other = grounds.tellings[a], grounds.tellings[b]
    return float(one.firm and other.firm and gap_days(one, other) == 0)


def near_days(a: int, b: int, grounds: Grounds) -> float:
    """The days that they tell of, or on which they were published, fit together."""
    gap = gap_days(grounds.tellings[a], grounds.tellings[b])
    return 0.0 if gap is None else max(0.0, 1.0 - gap / 3)


def days_between(a: int, b: int, grounds: Grounds) -> float:
    """They lie days apart."""
    gap = gap_days(grounds.tellings[a], grounds.tellings[b])
    return 0.0 if gap is None else min(1.0, max(0, gap - 3) / 20)


def same_place(a: int, b: int, grounds: Grounds) -> float:
    """Both name the same place, or places that lie in or near each other."""
    return max(0.0, _place_fit(a, b, grounds))


def other_place(a: int, b: int, grounds: Grounds) -> float:
    """The places lie far apart."""
    return max(0.0, -_place_fit(a, b, grounds))


def same_sufferers(a: int, b: int, grounds: Grounds) -> float:
    """Both name the same ones to whom it was done."""
    return _shared(grounds.tellings[a].recipients, grounds.tellings[b].recipients, grounds)


def same_actors(a: int, b: int, grounds: Grounds) -> float:
    """Both name the same ones who did it."""
    return _shared(grounds.tellings[a].actors, grounds.tellings[b].actors, grounds)


def same_toll(a: int, b: int, grounds: Grounds) -> float:
    """Both give the same number of dead or injured."""
    one, other = toll_of(grounds.tellings[a]), toll_of(grounds.tellings[b])
    return max((min(x, 6) / 6 for x, y in zip(one, other, strict=True) if x and x == y), default=0.0)


def other_toll(a: int, b: int, grounds: Grounds) -> float:
    """The numbers of dead or injured do not fit."""
    one, other = toll_of(grounds.tellings[a]), toll_of(grounds.tellings[b])
    return max((1 - min(x, y) / max(x, y) for x, y in zip(one, other, strict=True) if x and y), default=0.0)


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
    one, other = grounds.tellings[a], grounds.tellings[b]
    return _prominence(a, b, grounds) * word_likeness(grounds.reports[one.report], grounds.reports[other.report])


def same_names(a: int, b: int, grounds: Grounds) -> float:
    """The reports share rare names and numbers."""
    one, other = grounds.tellings[a], grounds.tellings[b]
    alike = word_likeness(grounds.report_names[one.report], grounds.report_names[other.report])
    return _prominence(a, b, grounds) * alike


def _prominence(a: int, b: int, grounds: Grounds) -> float:
    """How far it is what both reports are about: what they mention in passing is not known by the rest of the story."""
    return grounds.prominence[a] * grounds.prominence[b]


# Logistic regression over pairs of main tellings of gva_incidents (train part) and the casebook's English reports,
# signs held to what the docstrings say; shared_passage and other_place are set by hand, since other parts say the same
# in that material.
WEIGHTS: dict[Part, float] = {
    shared_passage: 3.0,
    same_days: 0.3,
    near_days: 1.7,
    days_between: -2.7,
    same_place: 1.4,
    other_place: -1.2,
    same_sufferers: 1.7,
    same_actors: 0.5,
    same_toll: 1.6,
    other_toll: -0.3,
    other_means: -1.2,
    other_kind: -0.8,
    same_words: 2.7,
    same_story: 6.5,
    same_names: 7.8,
}
BIAS = -4.8
# A part that adds less than this to the score is no reason to be given.
TELLING = 0.25


def score(a: int, b: int, grounds: Grounds) -> float:
    """The chance, 0 to 1, that two tellings are of one happening."""
    return 1 / (1 + exp(-BIAS - sum(weight * part(a, b, grounds) for part, weight in WEIGHTS.items())))


def reasons(a: int, b: int, grounds: Grounds) -> list[str]:
    """Why they are taken for one, in sentences: passage, days, place, people, numbers, words."""
    told = [part for part, weight in WEIGHTS.items() if weight * part(a, b, grounds) > TELLING]
    return [str(part.__doc__) for part in told if part is not near_days or same_days not in told]


def in_order(sentences: Iterable[str]) -> tuple[str, ...]:
    """Reasons of several pairs as a reader is given them, each once."""
    order = {str(part.__doc__): place for place, part in enumerate(WEIGHTS)}
    found = set(sentences)
    if str(same_days.__doc__) in found:
        found.discard(str(near_days.__doc__))
    return tuple(sorted(found, key=lambda sentence: order[sentence]))


def _place_fit(a: int, b: int, grounds: Grounds) -> float:
    fits = [closeness(p, q) for p in grounds.tellings[a].places for q in grounds.tellings[b].places]
    return max(fits, default=0.0)


def _shared(a: frozenset[str], b: frozenset[str], grounds: Grounds) -> float:
    return max((grounds.rarity.get(actor, 0.0) for actor in a & b), default=0.0)
