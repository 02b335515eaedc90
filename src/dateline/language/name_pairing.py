"""How do the words of two names line up, whatever their order, and which words has only one of them?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from dateline.language.name_words import Words, readings_of, skeleton
from dateline.language.sounds import sound_distance, sounds

# Words written together must agree this far with the one word: "Lashkar Gah", "Lashkargah"; not "New Mexico", "Mexico".
NEARLY_SAME = 0.2
NEARLY_AS_LONG = 3  # letters
# Spellings of one word in the half to develop on have at least this much of their letters in common (Jaro-Winkler).
HARDLY_ANY = 0.4
_G_OR_H = ("gh", "hg")  # Ukrainian Oleh, Russian Oleg


@dataclass(frozen=True, slots=True)
class Pairing:
    """How the words of two names line up.

    pairs: (word, word) of those that belong together; initials: those of which one is only an initial;
    lonely: words of the longer name without counterpart, as (place in its name from 0 to 1, word).
    crossed: whether they stand in another order. respelt: whether one is read in an old romanisation.
    """

    first: Words
    second: Words
    pairs: tuple[tuple[str, str], ...]
    initials: tuple[tuple[str, str], ...]
    lonely: tuple[tuple[float, str], ...]
    crossed: bool
    respelt: bool

    @property
    def worst(self) -> tuple[str, str]:
        """The two words that belong together and differ most."""
        return max(self.pairs, key=lambda pair: (word_distance(*pair), pair), default=("", ""))


@lru_cache(maxsize=65536)
def word_distance(a: str, b: str) -> float:
    """0 for words that sound the same in some romanisation, 1 for words that have nothing in common."""
    if a == b:
        return 0.0
    if a.isupper() or b.isupper() or (len(a) == 1) != (len(b) == 1) or _has_digit(a) or _has_digit(b):
        return 1.0
    if a[-1] + b[-1] in _G_OR_H:
        return word_distance(a[:-1] + "g", b[:-1] + "g")
    by_letters = JaroWinkler.similarity(a, b)
    if by_letters < HARDLY_ANY:
        return 1.0
    by_sound = sound_distance(sounds(a), sounds(b))
    return 0.6 * by_sound + 0.25 * skeleton_distance(a, b) + 0.15 * (1 - by_letters)


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def skeleton_distance(a: str, b: str) -> float:
    """How different the consonants of two words are, 0 to 1."""
    first, second = skeleton(a), skeleton(b)
    return Levenshtein.distance(first, second) / max(len(first), len(second), 1)


@lru_cache(maxsize=256)
def pairing_of(a: str, b: str, class_: str) -> Pairing:
    """The best way to line up the words of two names, over all ways to read them."""
    options = [
        _lined_up(first, second, respelt=bool(i or j))
        for i, first in enumerate(readings_of(a, class_))
        for j, second in enumerate(readings_of(b, class_))
    ]
    return min(options, key=_cost)


def _cost(pairing: Pairing) -> float:
    distance = sum(word_distance(*pair) * len(max(pair, key=len)) for pair in pairing.pairs)
    distance += sum(_pair_distance(*pair) * len(max(pair, key=len)) for pair in pairing.initials)
    return distance + sum(len(word) for _, word in pairing.lonely) + 0.3 * pairing.crossed + 0.3 * pairing.respelt


def _lined_up(first: Words, second: Words, *, respelt: bool) -> Pairing:
    shorter, longer = sorted((first, second), key=lambda words: (len(words), words))
    if len(shorter) == len(longer):
        return _paired(shorter, longer, respelt)
    longest = max(map(len, shorter)) + NEARLY_AS_LONG
    may_fit = (words for words in _with_words_joined(longer, longest) if _may_all_be_near(shorter, words))
    joined = [_paired(shorter, words, respelt) for words in may_fit]
    near = [pairing for pairing in joined if word_distance(*pairing.worst) <= NEARLY_SAME]
    return min([_paired(shorter, longer, respelt), *near], key=_cost)


def _may_all_be_near(shorter: Words, words: Words) -> bool:
    """Whether every word that will be paired has one that it may be nearly the same as."""
    fewer, more = (shorter, words) if len(shorter) <= len(words) else (words, shorter)
    return all(any(_may_be_near(x, y) for y in more) for x in fewer)


def _may_be_near(a: str, b: str) -> bool:
    """Whether letters and consonants, which are quickly compared, leave it open that two words are nearly the same."""
    if a == b or _has_initial((a, b)) or a[-1] + b[-1] in _G_OR_H:
        return True
    by_letters = JaroWinkler.similarity(a, b)
    return by_letters >= HARDLY_ANY and 0.25 * skeleton_distance(a, b) + 0.15 * (1 - by_letters) <= NEARLY_SAME


def _with_words_joined(words: Words, longest: int) -> Iterator[Words]:
    """ "Haile Mariam" as "Hailemariam", "Nay Pyi Taw" as "Naypyitaw"; none longer than this many letters."""
    for at in range(len(words) - 1):
        if len(words[at]) + len(words[at + 1]) <= longest:
            yield (*words[:at], words[at] + words[at + 1], *words[at + 2 :])
    own = [word for word in words if not word.isupper()]
    if sum(map(len, own)) <= longest:
        yield ("".join(own), *(word for word in words if word.isupper()))


def _paired(shorter: Words, longer: Words, respelt: bool) -> Pairing:
    """Words paired best first; of equals those that stand at the same place."""
    behind = len(longer) - len(shorter)
    ranked = sorted(
        [
            (_pair_distance(x, y), abs(i - j), abs(j - i - behind), i, j)
            for i, x in enumerate(shorter)
            for j, y in enumerate(longer)
        ]
    )
    taken: dict[int, int] = {}
    for _, _, _, i, j in ranked:
        if i not in taken and j not in taken.values():
            taken[i] = j
    matched = [(shorter[i], longer[j]) for i, j in sorted(taken.items())]
    own = sum(not word.isupper() for word in longer)
    order = [j for _, j in sorted(taken.items())]
    lonely = tuple((j / max(1, own - 1), word) for j, word in enumerate(longer) if j not in taken.values())
    return Pairing(
        shorter,
        longer,
        tuple(pair for pair in matched if not _has_initial(pair)),
        tuple(pair for pair in matched if _has_initial(pair)),
        lonely,
        order != sorted(order),
        respelt,
    )


def _pair_distance(a: str, b: str) -> float:
    if _has_initial((a, b)):
        return 0.05 if a[0] == b[0] else 1.0
    return word_distance(a, b)


def _has_initial(pair: tuple[str, str]) -> bool:
    first, second = pair
    if len(first) > 1 and len(second) > 1:
        return False
    shorter = second if len(second) < len(first) else first
    return len(shorter) == 1 and shorter.isalpha()
