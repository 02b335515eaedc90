"""What in a name tells whom it names? Cores of groups, surnames of people, initials."""

from __future__ import annotations

from functools import cache, lru_cache

from dateline.language.names import fold, similarity, sound_key
from dateline.lexicons import load_yaml

SAME_PERSON = 0.86  # similarity of full names; language.names.SAME_NAME, which was measured on name tables
SAME_CORE = 0.75  # of groups' cores that have the same consonants: "qaeda", "qaida"
SHORTEST_CORE = 4  # letters


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_yaml("group_words.yaml")[kind].split())


@lru_cache(maxsize=65536)
def core(name: str) -> tuple[str, ...]:
    """The words of a group's name that tell it from others, in order; () when it has none."""
    words = [_singular(word) for word in fold(name).split() if word not in _words("kinds")]
    told = tuple(word for word in words if word not in _words("generic"))
    return tuple(words) if told and sum(map(len, told)) >= SHORTEST_CORE else ()


def _singular(word: str) -> str:
    """ "houthis" -> "houthi": English plurals of names that people are called by."""
    return word[:-1] if word.endswith("is") and len(word) > SHORTEST_CORE else word


@lru_cache(maxsize=65536)
def same_core(a: str, b: str) -> bool:
    """Whether two groups' names differ only in what sort of group they call it and in spelling."""
    first, second = core(a), core(b)
    if not first or len(first) != len(second):
        return False
    return core_key(a) == core_key(b) and similarity(" ".join(first), " ".join(second)) >= SAME_CORE


def core_key(name: str) -> str:
    """What names that may share a core have in common, the consonants as they sound; "" for a name without core."""
    heard = sound_key(" ".join(core(name)))
    return heard[:1] + "".join(sound for sound in heard[1:] if sound not in "aeiouy")


def person_keys(name: str) -> tuple[str, ...]:
    """What full names that may be one person's have in common: the sound of each of their words."""
    return tuple(sorted({sound_key(word) for word in fold(name).split() if len(word) > 2}))


def is_full(name: str) -> bool:
    """Whether a person's name has more than one word."""
    return len(fold(name).split()) > 1


def same_person(a: str, b: str) -> bool:
    """Whether two full names are spellings of one."""
    return is_full(a) and is_full(b) and similarity(a, b) >= SAME_PERSON


def is_surname_of(short: str, full: str) -> bool:
    """Whether a name of one word is how a full name ends, in any romanisation."""
    words = fold(full).split()
    return len(words) > 1 and sound_key(short) == sound_key(words[-1]) and similarity(short, words[-1]) >= SAME_PERSON


def initials(name: str) -> str:
    """ "Free Syrian Army" -> "fsa"; small words are left out."""
    return "".join(word[0] for word in name.split() if word[:1].isupper()).lower()


def is_acronym(name: str) -> bool:
    """ "FSA", "JNIM", "M23": short and mostly capitals."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and sum(not c.islower() for c in letters) * 2 > len(letters)
