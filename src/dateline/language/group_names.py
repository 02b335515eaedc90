"""Do two names name one group? Tells what in a group's name is its own and what only says what sort of group it is."""

from __future__ import annotations

from functools import cache, lru_cache

from dateline.language.names import fold, similarity, sound_key
from dateline.lexicons import load_yaml

SAME_CORE = 0.75  # of groups' cores that have the same consonants: "qaeda", "qaida"
SHORTEST_CORE = 4  # letters


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_yaml("group_words.yaml")[kind].split())


@cache
def _sorts() -> dict[str, str]:
    """What says which sort of group it is -> the English word for that sort."""
    return {word: sort for sort, line in load_yaml("group_words.yaml")["sorts"].items() for word in line.split()}


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


@lru_cache(maxsize=65536)
def core_key(name: str) -> str:
    """What names that may share a core have in common, the consonants as they sound; "" for a name without core."""
    heard = sound_key(" ".join(core(name)))
    return heard[:1] + "".join(sound for sound in heard[1:] if sound not in "aeiouy")


@lru_cache(maxsize=65536)
def same_group(a: str, b: str) -> bool:
    """Whether one text that uses both names can mean one group: the same core, and sorts that do not differ.

    "Jabhat Nawras", "the Nawras Front" and "Nawras" can; "the Nawras Front" and "the Nawras Brigade" are two.
    """
    if not same_core(a, b):
        return False
    first, second = sorts_in(a), sorts_in(b)
    return not first or not second or bool(first & second)


@lru_cache(maxsize=65536)
def sorts_in(name: str) -> frozenset[str]:
    """The sorts of group that a name says it is, in English: {"front"} for "Jabhat Nawras", none for "Nawras group"."""
    return frozenset(_sorts()[word] for word in fold(name).split() if word in _sorts())


def sort_of(word: str) -> str | None:
    """The sort of group that a word names, in English: "front" for "jabhat"; None for other words."""
    return _sorts().get(fold(word))


def is_generic(word: str) -> bool:
    """Whether a folded word is too common in names of groups to tell one from another: "democratic", "northern"."""
    return word in _words("generic")


def is_belief(word: str) -> bool:
    """Whether a word is an adjective of belief, which names nobody by itself: "Islamic"."""
    return fold(word) in _words("beliefs")


def is_sort_of_group(word: str) -> bool:
    """Whether a word only says what sort of group it is: "front", "harakat", "militants"."""
    return fold(word) in _words("kinds")


def begins_name(word: str) -> bool:
    """Whether a word is a sort of group that stands before the group's own name: "Jabhat", "Frente", "Kataib"."""
    return fold(word) in _words("kinds") and word[:1].isupper() and fold(word) not in _words("english")
