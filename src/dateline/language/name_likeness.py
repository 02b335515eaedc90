"""How likely do two names name one? A score from how they sound, how their words line up and what only one of them has.

`likelihood` weighs a dozen features, each a small function below. The weights stand in lexicons/name_weights.yaml and
are fitted by `python -m benchmarks.names --fit` on the development half of benchmarks/names.csv. Names are never
compared all with all: `likeness_keys` gives what two spellings of one name have in common.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz.distance import JaroWinkler, Levenshtein

from dateline.language.name_words import Words, is_patronymic, readings_of, rough_skeleton, rough_skeletons, skeleton
from dateline.language.sounds import Edits, edits, sound_distance, sounds
from dateline.language.wade_giles import is_pinyin
from dateline.lexicons import load_yaml

LIKELY = 0.5
"""`likelihood` from which two spellings are more likely one name than two."""


# Words written together must agree this far with the one word: "Lashkar Gah", "Lashkargah"; not "New Mexico", "Mexico".
NEARLY_SAME = 0.2
NEARLY_AS_LONG = 3  # letters
EQUAL = 0.05
# Spellings of one word in the half to develop on have at least this much of their letters in common (Jaro-Winkler).
HARDLY_ANY = 0.4
FAR = 0.3


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


@lru_cache(maxsize=262144)
def word_distance(a: str, b: str) -> float:
    """0 for words that sound the same in some romanisation, 1 for words that have nothing in common."""
    if a == b:
        return 0.0
    if a.isupper() or b.isupper() or any(c.isdigit() for c in a + b) or (len(a) == 1) != (len(b) == 1):
        return 1.0
    if a[-1] + b[-1] in ("gh", "hg"):  # Ukrainian Oleh, Russian Oleg
        return word_distance(a[:-1] + "g", b[:-1] + "g")
    by_letters = JaroWinkler.similarity(a, b)
    if by_letters < HARDLY_ANY:
        return 1.0
    by_sound = sound_distance(sounds(a), sounds(b))
    return 0.6 * by_sound + 0.25 * _skeleton_distance(a, b) + 0.15 * (1 - by_letters)


def _skeleton_distance(a: str, b: str) -> float:
    first, second = skeleton(a), skeleton(b)
    return Levenshtein.distance(first, second) / max(len(first), len(second), 1)


@lru_cache(maxsize=65536)
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
    joined = [_paired(shorter, words, respelt) for words in _with_words_joined(longer, longest)]
    near = [pairing for pairing in joined if word_distance(*pairing.worst) <= NEARLY_SAME]
    return min([_paired(shorter, longer, respelt), *near], key=_cost)


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
    ranked = sorted(
        (_pair_distance(x, y), abs(i - j), abs(len(shorter) - i - len(longer) + j), i, j)
        for i, x in enumerate(shorter)
        for j, y in enumerate(longer)
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
    shorter = min(pair, key=len)
    return len(shorter) == 1 and shorter.isalpha()


Feature = Callable[[Pairing], float]


def worst_sound(pairing: Pairing) -> float:
    """How differently the two words sound that differ most."""
    a, b = pairing.worst
    return sound_distance(sounds(a), sounds(b)) if a != b else 0.0


def mean_distance(pairing: Pairing) -> float:
    """How different the words are on the whole."""
    weights = [len(max(pair, key=len)) for pair in pairing.pairs]
    return sum(w * word_distance(*p) for w, p in zip(weights, pairing.pairs, strict=True)) / max(1, sum(weights))


def far_sound(pairing: Pairing) -> float:
    """Two words that should belong together sound altogether different."""
    return max(0.0, worst_sound(pairing) - FAR)


@lru_cache(maxsize=65536)
def _word_edits(a: str, b: str) -> Edits:
    return edits(sounds(a), sounds(b))


def _edits(pairing: Pairing) -> list[Edits]:
    return [_word_edits(a, b) for a, b in pairing.pairs if a != b]


def vowels_changed(pairing: Pairing) -> float:
    """Other vowels at the same place."""
    return sum(edit.vowels_changed for edit in _edits(pairing))


def consonants_changed(pairing: Pairing) -> float:
    """Other consonants at the same place."""
    return sum(edit.consonants_changed for edit in _edits(pairing))


def vowels_lost(pairing: Pairing) -> float:
    """Vowels that one spelling leaves out."""
    return sum(edit.vowels_lost for edit in _edits(pairing))


def consonants_lost(pairing: Pairing) -> float:
    """Consonants that one spelling leaves out."""
    return sum(edit.consonants_lost for edit in _edits(pairing))


def worst_skeleton(pairing: Pairing) -> float:
    """How different the consonants are of the two words that differ most."""
    return _skeleton_distance(*pairing.worst)


def worst_letters(pairing: Pairing) -> float:
    """How different the letters are of the two words that differ most."""
    a, b = pairing.worst
    return 1 - JaroWinkler.similarity(a, b)


def other_beginning(pairing: Pairing) -> float:
    """The two words that differ most begin with another sound."""
    first, second = (sounds(word)[:1] for word in pairing.worst)
    return sound_distance(first, second) if first != second else 0.0


def other_vowels(pairing: Pairing) -> float:
    """The two words that differ most have the same consonants and other vowels, and are short."""
    a, b = pairing.worst
    return float(skeleton(a) == skeleton(b)) * worst_sound(pairing) / max(1, len(skeleton(a)))


def other_gender(pairing: Pairing) -> float:
    """The two words differ as a man's and a woman's name do: "Petrov", "Petrova"."""
    return float(any(_is_feminine_of(a, b) or _is_feminine_of(b, a) for a, b in pairing.pairs))


def _is_feminine_of(man: str, woman: str) -> bool:
    if woman == man + "a" or (woman[-1:] == "a" and man[-1:] in ("o", "y", "e") and woman[:-1] == man[:-1]):
        return len(man) > 2
    stem = woman.removesuffix("aya").removesuffix("ova").removesuffix("eva")
    return len(stem) < len(woman) and man.startswith(stem) and len(man) - len(stem) <= 3


def lacks_first(pairing: Pairing) -> float:
    """Only one name has a word before all others."""
    return float(any(place == 0 for place, _ in _own_lonely(pairing)))


def lacks_middle(pairing: Pairing) -> float:
    """How many words stand in the middle of one name alone."""
    return float(sum(0 < place < 1 and len(word) > 1 for place, word in _own_lonely(pairing)))


def lacks_last(pairing: Pairing) -> float:
    """Only one name has a word behind all others."""
    return float(any(place == 1 for place, _ in _own_lonely(pairing)))


def lacks_sort(pairing: Pairing) -> float:
    """Only one name says what sort of group it is."""
    return float(len(_own_lonely(pairing)) < len(pairing.lonely))


def lonely_share(pairing: Pairing) -> float:
    """How much of the longer name has no counterpart."""
    return sum(len(word) for _, word in _own_lonely(pairing)) / max(1, sum(map(len, pairing.second)))


def _own_lonely(pairing: Pairing) -> list[tuple[float, str]]:
    return [(place, word) for place, word in pairing.lonely if not word.isupper()]


def fits_initials(pairing: Pairing) -> float:
    """One has an initial where the other has a word that begins with it."""
    return float(sum(a != b and a[0] == b[0] for a, b in pairing.initials))


def other_initials(pairing: Pairing) -> float:
    """One has an initial that does not fit."""
    return float(any(a[0] != b[0] for a, b in pairing.initials))


def crossed(pairing: Pairing) -> float:
    """The words stand in another order."""
    return float(pairing.crossed)


def crossed_fathers(pairing: Pairing) -> float:
    """The words stand in another order and each can be a father's name: "Omar Ali", "Ali Omar"."""
    return float(pairing.crossed and sum(is_patronymic(a) and is_patronymic(b) for a, b in pairing.pairs) > 1)


def same_words(pairing: Pairing) -> float:
    """How many words are letter for letter the same."""
    return float(sum(a == b for a, b in pairing.pairs))


def other_pinyin(pairing: Pairing) -> float:
    """Both names are spelt as Chinese syllables, where every letter counts."""
    a, b = pairing.worst
    return float(a != b and all(map(is_pinyin, (*pairing.first, *pairing.second))))


def other_ending(pairing: Pairing) -> float:
    """The two words that differ most end in another sound."""
    first, second = (sounds(word)[-1:] for word in pairing.worst)
    return sound_distance(first, second) if first != second else 0.0


def all_found(pairing: Pairing) -> float:
    """Two or more words of one name stand in the other, as they sound, and no initial speaks against it."""
    alike = all(word_distance(*pair) < EQUAL for pair in pairing.pairs)
    return float(len(pairing.pairs) > 1 and alike)


def several_lonely(pairing: Pairing) -> float:
    """Two or more words of one name are missing in the other."""
    return max(0.0, sum(len(word) > 1 for _, word in _own_lonely(pairing)) - 1.0)


def short_words(pairing: Pairing) -> float:
    """The two words that differ most are short, so that a letter counts for more."""
    a, b = pairing.worst
    return float(word_distance(a, b) > EQUAL) / max(1, min(len(a), len(b)))


def respelt(pairing: Pairing) -> float:
    """Even when one of them is read in an older romanisation they differ."""
    return float(pairing.respelt and pairing.worst[0] != pairing.worst[1])


FEATURES: tuple[Feature, ...] = (
    vowels_changed, consonants_changed, vowels_lost, consonants_lost, worst_sound, far_sound, mean_distance,
    worst_skeleton, worst_letters, other_beginning, other_ending, other_vowels, other_gender, lacks_first, lacks_middle,
    lacks_last, lacks_sort, lonely_share, several_lonely, fits_initials, other_initials, crossed, crossed_fathers,
    all_found, same_words, short_words, other_pinyin, respelt,
)  # fmt: skip


def features_of(a: str, b: str, class_: str) -> list[float]:
    """The features of two names, in the order of FEATURES."""
    pairing = pairing_of(*sorted((a, b)), class_)
    return [feature(pairing) for feature in FEATURES]


@cache
def _weights(class_: str) -> tuple[float, Mapping[str, float]]:
    weights: dict[str, float] = load_yaml("name_weights.yaml")[class_]
    return weights["bias"], weights


@lru_cache(maxsize=131072)
def likelihood(a: str, b: str, class_: str) -> float:
    """How likely two names are spellings of one, 0 to 1. class_: "person" or "body" (groups and places)."""
    bias, weights = _weights(class_)
    told = zip(FEATURES, features_of(a, b, class_), strict=True)
    score = bias + sum(weights[feature.__name__] * value for feature, value in told)
    return 1 / (1 + math.exp(-score))


@lru_cache(maxsize=65536)
def likeness_keys(name: str, class_: str) -> tuple[str, ...]:
    """What a name shares with its other spellings: the consonants of each two of its words, and of all together.

    Also those of its longest word alone (of a person's name of its two longest), with a plus behind: these fit many by
    chance.
    """
    keys: set[str] = set()
    for words in readings_of(name, class_):
        own = [word for word in words if len(word) > 1 and not word.isupper()]
        told = sorted({rough_skeleton(word) for word in own}, key=lambda key: (-len(key), key))
        keys.update(f"{word}+" for word in told[: 2 if class_ == "person" else 1])
        keys.update("+".join(sorted(pair)) for pair in combinations(told, 2))
        keys.update(rough_skeletons("".join(own)))
    return tuple(sorted(filter(None, keys)))


def reasons_of(a: str, b: str, class_: str) -> Sequence[str]:
    """What speaks for and against two names being one, in plain sentences, what counts most first."""
    _, weights = _weights(class_)
    told = [
        (abs(weights[feature.__name__] * value), feature.__doc__ or "")
        for feature, value in zip(FEATURES, features_of(a, b, class_), strict=True)
        if value
    ]
    return [sentence for _, sentence in sorted(told, reverse=True)]
