"""Which words stand where? A text as numbered words, so that shared passages keep their characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]

# Scripts written without spaces between words: each character counts as a word there.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: a number per distinct word, and the characters [start, end) of each."""

    ids: Numbers
    starts: Numbers
    ends: Numbers

    def __len__(self) -> int:
        return len(self.ids)


class Vocabulary:
    """Gives every distinct word of a case one number; spelling differences of case and accent do not count."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def words_of(self, text: str) -> Words:
        """The text's words in order."""
        found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
        ids = [self._numbers.setdefault(_plain(word), len(self._numbers)) for word, _, _ in found]
        return Words(
            np.array(ids, dtype=np.int64),
            np.array([start for _, start, _ in found], dtype=np.int64),
            np.array([end for _, _, end in found], dtype=np.int64),
        )


def _plain(word: str) -> str:
    """Lower case without accents; a number keeps its digits."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def shingles(ids: Numbers, size: int) -> Hashes:
    """A hash for every run of `size` words, in order; empty when the text is shorter."""
    count = len(ids) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    words = ids.astype(np.uint64) + np.uint64(1)
    for offset in range(size):
        hashes = (hashes * _FACTOR) ^ (words[offset : offset + count] * _MIX)
        hashes ^= hashes >> np.uint64(29)
    return hashes
