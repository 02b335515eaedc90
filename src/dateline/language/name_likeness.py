"""How likely do two names name one? A score from how they sound, how their words line up and what only one of them has.

`likelihood` weighs a dozen features, each a small function below. The weights stand in lexicons/name_weights.yaml and
are fitted by `python -m benchmarks.names --fit` on the development half of benchmarks/names.csv. Names are never
compared all with all: `likeness_keys` gives what two spellings of one name have in common.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from dateline.language.name_forms import is_known_as_other
from dateline.language.name_pairing import Pairing, pairing_of, skeleton_distance, word_distance
from dateline.language.name_words import (
    is_patronymic,
    readings_of,
    rough_skeleton,
    rough_skeletons,
    skeleton,
    worn_skeletons,
)
from dateline.language.sounds import Edits, edits, sound_distance, sounds
from dateline.language.wade_giles import is_pinyin
from dateline.lexicons import load_yaml

LIKELY = 0.5
"""`likelihood` from which two spellings are more likely one name than two."""

# Of the words that belong together in the half to develop on, one in seventy differs by more than FAR in sound.
EQUAL = 0.05
FAR = 0.3

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


@lru_cache(maxsize=16384)
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


def other_vowels_told(pairing: Pairing) -> float:
    """How many vowels are told by letters that hardly ever stand for one sound: "Said", "Saud"."""
    return float(sum(edit.other_vowels for edit in _edits(pairing)))


def other_consonants_told(pairing: Pairing) -> float:
    """How many consonants are hardly ever one sound: "Jamal", "Kamal"."""
    return float(sum(edit.other_consonants for edit in _edits(pairing)))


def other_name(pairing: Pairing) -> float:
    """Two words are known as names that are easily confused: "Said", "Saad"."""
    return float(any(is_known_as_other(a, b) for a, b in pairing.pairs))


def end_changed(pairing: Pairing) -> float:
    """Words end in other sounds of one place."""
    return sum(edit.end_changed for edit in _edits(pairing))


def consonants_lost(pairing: Pairing) -> float:
    """Consonants that one spelling leaves out."""
    return sum(edit.consonants_lost for edit in _edits(pairing))


def worst_skeleton(pairing: Pairing) -> float:
    """How different the consonants are of the two words that differ most."""
    return skeleton_distance(*pairing.worst)


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
    all_found, same_words, short_words, other_pinyin, respelt, other_vowels_told, other_consonants_told, end_changed,
    other_name,
)  # fmt: skip


def kind_of(a: str, b: str, class_: str) -> str:
    """Which weights two names are judged by: "word" if each is one word, else their class_."""
    return _kind(pairing_of(*sorted((a, b)), class_), class_)


def _kind(pairing: Pairing, class_: str) -> str:
    return "word" if len(pairing.first) == len(pairing.second) == 1 else class_


def features_of(a: str, b: str, class_: str) -> list[float]:
    """The features of two names, in the order of FEATURES."""
    pairing = pairing_of(*sorted((a, b)), class_)
    return [feature(pairing) for feature in FEATURES]


@cache
def _weights(kind: str) -> tuple[float, Mapping[str, float]]:
    weights: dict[str, float] = load_yaml("name_weights.yaml")[kind]
    return weights["bias"], weights


def likelihood(a: str, b: str, class_: str) -> float:
    """How likely two names are spellings of one, 0 to 1. class_: "person" or "body" (groups and places)."""
    bias, weights = _weights(kind_of(a, b, class_))
    told = zip(FEATURES, features_of(a, b, class_), strict=True)
    score = bias + sum(weights[feature.__name__] * value for feature, value in told)
    return 1 / (1 + math.exp(-score))


@lru_cache(maxsize=4096)
def likeness_keys(name: str, class_: str) -> tuple[str, ...]:
    """What a name shares with its other spellings: the consonants of each two of its words, and of all together.

    Also those of its longest word alone (of a person's name of its two longest), and of all with a consonant worn away,
    with a plus behind: these fit many by chance.
    """
    keys: set[str] = set()
    for words in readings_of(name, class_):
        own = [word for word in words if len(word) > 1 and not word.isupper()]
        told = sorted({rough_skeleton(word) for word in own}, key=lambda key: (-len(key), key))
        keys.update(f"{word}+" for word in told[: 2 if class_ == "person" else 1])
        keys.update("+".join(sorted(pair)) for pair in combinations(told, 2))
        together = "".join(own)
        keys.update(rough_skeletons(together))
        if len(own) == 1:
            keys.update(f"{worn}+" for worn in worn_skeletons(together))
    return tuple(sorted(filter(None, keys)))


def reasons_of(a: str, b: str, class_: str) -> Sequence[str]:
    """What speaks for and against two names being one, in plain sentences, what counts most first."""
    _, weights = _weights(kind_of(a, b, class_))
    told = [
        (abs(weights[feature.__name__] * value), feature.__doc__ or "")
        for feature, value in zip(FEATURES, features_of(a, b, class_), strict=True)
        if value
    ]
    return [sentence for _, sentence in sorted(told, reverse=True)]
