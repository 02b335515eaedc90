"""Which words of a name count, and how else could they be spelt? Brings a name to words that can be lined up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dateline.language.group_names import is_generic, is_sort_of_group, sort_of
from dateline.language.korean import read_as_korean
from dateline.language.name_forms import read_in_first_form
from dateline.language.names import fold, join_servants, sound_key
from dateline.language.sounds import Sounds, sounds
from dateline.language.ukrainian import read_as_russian
from dateline.language.wade_giles import read_as_wade_giles, to_pinyin
from dateline.lexicons import load_yaml
from dateline.lexicons.speakers import titles

Words = tuple[str, ...]

# "J.R.R.", "A.P.J": initials written together; "APJ Abdul Kalam": in capitals before a name.
_JOINED_INITIALS = re.compile(r"\b(?:[A-Z]\.){1,3}[A-Z]\b\.?")
_CAPITALS = re.compile(r"^[A-Z]{2,3}(?= [A-Z][a-z])")
# How one language spells what others spell plainly: French and Spanish "gu" before e and i; "Saeed", "Raeisi".
_RESPELLED = (
    (re.compile(r"gu(?=[eiy])"), "g"),
    (re.compile(r"^iou?(?=[lr])"), "yu"),
    (re.compile(r"^i(?=([nrsdtz])\1)"), "e"),
    (re.compile(r"(?<=[aeiou])hs(?=[iu])"), "hss"),  # "Muhsin" has an h and an s, "Hsin" one hiss
    (re.compile(r"ae[ei](?=[^aeiou])"), "ai"),
)
# Somali writes h as x, long vowels double and a sound that English leaves out as c.
_SOMALI = re.compile(r"x(?!$)|aa|uu|ii|oo")
_CLASS = {
    "b": "p", "d": "t", "g": "k", "q": "k", "x": "k", "h": "k", "j": "k", "z": "s", "C": "S", "v": "f", "w": "f",
}  # fmt: skip
_VOWELS = frozenset("aeiuyo")
SHORTEST_WORN = 3  # consonants: what is left of shorter words is common to too many


@cache
def _word_list(kind: str) -> frozenset[str]:
    return frozenset(load_yaml("name_words.yaml")[kind].split())


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word as they sound, near ones alike; its vowels where it has no consonant."""
    if word.isupper() or word.isdigit():
        return word
    heard = sounds(word)
    return "".join(_CLASS.get(s, s) for s in heard if s not in _VOWELS) or "".join(heard)


_ROUGH = {"f": "", "p": "", "b": "", "v": "", "w": "", "S": "s", "C": "s"}


@lru_cache(maxsize=65536)
def rough_skeleton(word: str) -> str:
    """The skeleton as a key to look up by: hissing sounds alike, lip sounds left out ("Ahvaz", "Ahwaz", "Esfahan")."""
    return rough_skeletons(word)[0]


@lru_cache(maxsize=65536)
def rough_skeletons(word: str) -> tuple[str, ...]:
    """The same, once more where a j may be meant as in "Jizre", "Cizre" instead of as in "Jolani", "Golani", and once
    more without an h inside.
    """
    rest = [sound for sound in sounds(word) if sound not in _VOWELS]
    keys = [_rough(rest) or skeleton(word)]
    if "j" in rest:
        keys.append(_rough(["s" if sound == "j" else sound for sound in rest]))
    if "h" in rest[1:]:
        keys.append(_rough(rest[:1] + [sound for sound in rest[1:] if sound != "h"]))
    return tuple(filter(None, keys))


@lru_cache(maxsize=65536)
def worn_skeletons(word: str) -> tuple[str, ...]:
    """Rough skeletons without one of the consonants that stand beside another: "Akhundzada", "Akhunzada"."""
    return tuple(dict.fromkeys(_worn(sounds(word))))


def _worn(heard: Sounds) -> Iterator[str]:
    beside = [
        at
        for at, sound in enumerate(heard)
        if at and sound not in _VOWELS and not _VOWELS.issuperset(heard[at - 1 : at] + heard[at + 1 : at + 2])
    ]
    for lost in beside:
        rest = [sound for at, sound in enumerate(heard) if at != lost and sound not in _VOWELS]
        if len(rest) >= SHORTEST_WORN:
            yield _rough(rest)


def _rough(consonants: list[str]) -> str:
    return "".join(_ROUGH.get(sound, _CLASS.get(sound, sound)) for sound in consonants)


@lru_cache(maxsize=65536)
def readings_of(name: str, class_: str) -> tuple[Words, ...]:
    """The words of a name that count, in each way that it can be read; the plainest first.

    class_: "person" or "body". What sort of group a body is stands last and in capitals: ("nusra", "FRONT").
    """
    spelt = _JOINED_INITIALS.sub(lambda found: " ".join(re.findall("[A-Z]", found.group())), name)
    if class_ == "person":
        spelt = _CAPITALS.sub(lambda found: " ".join(found.group()), spelt)
    readings = [_words(spelt, class_)]
    if class_ == "body":  # "Lashkar Gah": what looks like a sort of group may be part of a name
        readings.append(tuple(fold(spelt).split()))
    others = (
        *read_as_wade_giles(spelt),
        to_pinyin(spelt),
        read_in_first_form(spelt, class_),
        read_as_russian(spelt),
        read_as_korean(spelt),
        _somali(spelt),
        _slavic(spelt),
        _french(spelt),
        _w_as_v(spelt),
        _article_within(spelt),
    )
    readings += [_words(other, class_) for other in others if other]
    return tuple(dict.fromkeys(words for words in readings if words))


def _words(name: str, class_: str) -> Words:
    words = [_respelt(word) for word in join_servants(fold(name)).split()]
    return _of_person(words) if class_ == "person" else _of_body(words)


def _respelt(word: str) -> str:
    for pattern, plain in _RESPELLED:
        word = pattern.sub(plain, word)
    return word


def _of_person(words: list[str]) -> Words:
    while len(words) > 1 and (words[0] in titles() or words[0] in _word_list("honorifics")):
        words = words[1:]
    told = [word for at, word in enumerate(words) if at == 0 or word not in _word_list("particles")]
    return tuple(told if len(told) > 1 else words)


def _of_body(words: list[str]) -> Words:
    told = [word for word in words if word not in _word_list("linking")] or words
    own = [word for word in told if not is_sort_of_group(word)]
    if all(map(is_generic, own)):  # "Democratic Party", "Democratic Union": every word tells
        return tuple(told)
    return (*own, *sorted({sort.upper() for word in told if (sort := sort_of(word))}))


_WITH_ARTICLE = re.compile(r"\b(?!abd)([a-z]{3,})u[lrds](?=[ -]\w)")


def _article_within(name: str) -> str | None:
    """ "Fazlur Rehman" as "Fazl Rehman", which others write "Fazl-ur-Rehman"."""
    lowered = name.lower()
    read = _WITH_ARTICLE.sub(r"\1", lowered)
    return read if read != lowered else None


_FRENCH = re.compile(r"ou|gu[eéiï]|[éèêïëç]")
_FRENCH_SOUNDS = (("tch", "č"), ("sch", "sh"), ("ch", "sh"), ("č", "ch"), ("dj", "j"))


def _french(name: str) -> str | None:
    """ "Choïgou" as "Shoigou", "Gorbatchev" as "Gorbachev"."""
    read = lowered = name.lower()
    if not _FRENCH.search(lowered):
        return None
    for letters, plain in _FRENCH_SOUNDS:
        read = read.replace(letters, plain)
    return read if read != lowered else None


def _slavic(name: str) -> str | None:
    """ "Alija" as "Aliya", "Đinđić" as "Djindjić"."""
    lowered = name.lower()
    read = re.sub(r"(?<=i)j|(?<=[aeou])j(?![aeou])|(?<=[ln])j|\bj(?=e[vlgkr])", "y", lowered).replace("đ", "dj")
    return read if read != lowered else None


_W_LIKE_V = re.compile(r"(?<=[bcdfghjklmnprstvz])w(?=a[^n])|(?<=a)w(?=a)|w$")


def _w_as_v(name: str) -> str | None:
    """ "Ahwaz" as "Ahvaz": w where Persian, Polish or German speakers hear a v."""
    lowered = name.lower()
    read = _W_LIKE_V.sub("v", lowered)
    return read if read != lowered else None


@cache
def _patronymics() -> frozenset[str]:
    return frozenset(sound_key(word) for word in _word_list("patronymic"))


def is_patronymic(word: str) -> bool:
    """Whether a name is given to children and stands behind a child's own name too, in any spelling: "Hassan"."""
    return sound_key(word) in _patronymics()


def _somali(name: str) -> str | None:
    lowered = name.lower()
    if not _SOMALI.search(lowered):
        return None
    words = (re.sub(r"c(?!h)", "", word).replace("x", "h") for word in lowered.split())
    return " ".join(re.sub(r"([aeiou])\1", r"\1", word) for word in words)
