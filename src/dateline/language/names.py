"""Are these two spellings one name? Folds names and compares them whatever romanisation they were written in.

Names that come from Arabic, Persian, Urdu, Cyrillic, Chinese … reach English news in many spellings. Three tools, from
strict to lenient: `fold` (same letters), `sound_key` (same sound, one string to look up by), `similarity` (how near).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from dateline.language.sounds import sound_distance, sounds
from dateline.language.wade_giles import to_pinyin

SAME_NAME = 0.84
"""`similarity` from which two spellings are one name: best F1 on the tables of tests/language/test_names.py."""

_SPECIAL_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ŋ": "ng",
    "ɗ": "d", "ɓ": "b", "ƙ": "k", "ƴ": "y", "ħ": "h", "ŧ": "t", "&": " and ",
}  # fmt: skip
_DROPPED = "'’‘`´ʻʼʽʾʿʹʺˈ′.\u00ad\u200b\u200c\u200d\u200e\u200f"
_SUN_LETTERS = "(?:dh|th|sh|d|t|s|z|r|n|l)"
# "al-Nusra", "an-Nusra", "ash-Shabab", "Ad Dana", "el-Sisi": hyphened always, apart only if it repeats the next letter.
_ARTICLE = re.compile(
    rf"(?<![a-z])(?:[ae]l[\s\-]+|[iu]l-|[aeiu]({_SUN_LETTERS})-(?=\1)|[ae]({_SUN_LETTERS})\s+(?=\2))(?=[a-z])"
)
_SERVANT_OF = re.compile(r"\babd(?:[aeiou]l ?|[aeiou]([nrstdz])(?=\1)| )(?=[a-z]{3})")
_THE = re.compile(r"^the\s+(?=\S)")
_SPACES = re.compile(r"[\W_]+")


def _letter(char: str) -> str:
    """The plain lower-case letters that stand for one character; a space for punctuation."""
    if char in _DROPPED:
        return ""
    lowered = char.lower()
    if lowered in _SPECIAL_LETTERS:
        return _SPECIAL_LETTERS[lowered]
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return "".join(_SPECIAL_LETTERS.get(c, c) for c in bare)


class _Letters(dict[int, str]):
    """A table for str.translate that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = _letter(chr(code))
        return self[code]


_LETTERS = _Letters()


def plain(name: str) -> str:
    """The name in lower case without diacritics and punctuation, articles kept: "Ar-Raqqah" -> "ar raqqah"."""
    if name.isascii() and name.isalpha():
        return name.lower()
    return _SPACES.sub(" ", name.translate(_LETTERS)).strip()


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower case without diacritics, punctuation, leading "the" and Arabic articles.

    "The Al-Nusra Front" -> "nusra front", "Ma'arrat an-Nu'man" -> "maarrat numan", "Ad Dānā" -> "dana".
    A name that is nothing but an article ("El", "Al") stays.
    """
    lowered = _THE.sub("", name.translate(_LETTERS).strip())
    folded = _SPACES.sub(" ", _ARTICLE.sub("", lowered)).strip()
    return folded or plain(name)


@lru_cache(maxsize=65536)
def sound_key(name: str) -> str:
    """One string for all usual romanisations of a name, empty only when the name holds no letter or digit.

    Golani, Jolani, Julani and Jawlani share a key, as do an-Nusra and al-Nusrah, Yevgeny and Evgenii. Lenient by
    design: equal keys are a reason to compare, `similarity` decides.
    """
    return "".join("".join(_KEY_CLASS.get(s, s) for s in sounds(word)) for word in _words(name))


_KEY_CLASS = {"e": "a", "g": "j", "q": "k", "o": "u", "w": "u"}


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name, Chinese ones in pinyin, "Abd al-Rahman" as one word like "Abdulrahman"."""
    return tuple(join_servants(fold(to_pinyin(name) or name)).split())


def join_servants(folded: str) -> str:
    """A folded name with "abd al rahman", "abdel rahman" and "abdurrahman" as one word, "abdulrahman"."""
    return _SERVANT_OF.sub("abdul", folded)


@lru_cache(maxsize=131072)
def similarity(a: str, b: str) -> float:
    """How likely two spellings are one name, 0 to 1; symmetric; 1 for names equal but for diacritics and articles.

    Words are aligned one to one by sound and letters; a word without counterpart ("Bashar al-Assad" and "Assad")
    counts against. Numbers must agree exactly ("17th Division", "18th Division").
    """
    first, second = sorted((_words(a), _words(b)))
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    together = _word_similarity("".join(first), "".join(second)) if len(first) != len(second) else 0.0
    return max(_aligned(first, second), together)


def _aligned(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """Mean similarity of words paired best first; the worst pair pulls the mean down, a lonely word counts as zero."""
    pairs = sorted(
        ((_word_similarity(x, y), -abs(i - j), i, j) for i, x in enumerate(first) for j, y in enumerate(second)),
        reverse=True,
    )
    taken_first: set[int] = set()
    taken_second: set[int] = set()
    scores: list[tuple[float, int]] = []
    for score, _, i, j in pairs:
        if i not in taken_first and j not in taken_second:
            taken_first.add(i)
            taken_second.add(j)
            scores.append((score, max(len(first[i]), len(second[j]))))
    lonely = sum(len(w) for i, w in enumerate(first) if i not in taken_first)
    lonely += sum(len(w) for j, w in enumerate(second) if j not in taken_second)
    weight = sum(length for _, length in scores)
    mean = sum(score * length for score, length in scores) / (weight + lonely * 0.8)
    worst = min(score for score, _ in scores)
    return min(mean, (mean + worst) / 2)


@lru_cache(maxsize=131072)
def _word_similarity(a: str, b: str) -> float:
    """Of two folded words."""
    if a == b:
        return 1.0
    if any(c.isdigit() for c in a + b):
        return 0.0
    by_sound = 1.0 - sound_distance(sounds(a), sounds(b))
    by_letters = JaroWinkler.similarity(a, b)
    return max(0.0, 0.75 * by_sound + 0.25 * by_letters)
