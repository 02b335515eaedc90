"""Which words are known to mean what? Loads the lists in `lexicons` that the steps of this folder use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.language.alternatives import alternatives_of

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_words(name: str) -> Any:
    """The contents of lexicons/<name>.yaml."""
    return yaml.load((files("dateline.lexicons") / f"{name}.yaml").read_text("utf-8"), Loader=_Loader)


_SPELLED = {"*": r"\w*", " ": r"[\s-]+"}


def source_of(words: Iterable[str], *, plurals: bool = False) -> str:
    """The alternatives of a pattern for a list of words, the longest that fits first.

    "*" stands for any ending, a space also for a hyphen. plurals: also take the words with -s.
    """
    return alternatives_of(map(str, words), _SPELLED, "s?" if plurals else "")


def pattern_of(words: Iterable[str], *, plurals: bool = False) -> re.Pattern[str]:
    """One pattern for a list of words, as whole words in any case."""
    source = source_of(words, plurals=plurals)
    return re.compile(rf"(?<![\w-])(?:{source})(?!\w)" if source else r"(?!)", re.IGNORECASE)


@cache
def weapon_words() -> tuple[str, ...]:
    """The words for weapons, without those who wield them."""
    lists = load_words("weapons")
    wielders = set(lists["wielders"])
    return tuple(str(w) for mode, words in lists.items() if mode != "wielders" for w in words if w not in wielders)
