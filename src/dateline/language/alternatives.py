"""How does a pattern look for many words at once? By what they share, so that a search tries a beginning only once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_END = ""
ANY_ENDING = {"*": r"\w*"}
"""How lexicons write a word with any ending: "kill*"."""


class _Letters(dict[str, "_Letters"]):
    """What may follow a beginning, by its first letter; _END if a word ends there."""


def alternatives_of(words: Iterable[str], spelled: Mapping[str, str] | None = None, ending: str = "") -> str:
    """The alternatives of a pattern, without brackets around them; of two words that fit, the longer one is met.

    spelled: patterns in place of single letters (a space, "*"). ending: a pattern behind each word. For 170 words this
    is eight times as fast to search by as one word after another.
    """
    root = _Letters()
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, _Letters())
        node[_END] = _Letters()
    return "|".join(_following(root, spelled or {}, ending))


def _following(node: _Letters, spelled: Mapping[str, str], ending: str) -> list[str]:
    """What may follow a beginning: plain letters first, a word's end last."""
    order = sorted(node, key=lambda letter: (letter == _END, letter in spelled, letter))
    return [_one(letter, node[letter], spelled, ending) if letter else ending for letter in order]


def _one(letter: str, behind: _Letters, spelled: Mapping[str, str], ending: str) -> str:
    following = _following(behind, spelled, ending)
    rest = following[0] if len(following) == 1 else f"(?:{'|'.join(following)})"
    return (spelled.get(letter) or re.escape(letter)) + rest
