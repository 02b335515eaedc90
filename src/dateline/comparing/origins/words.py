"""Which words stand where? A text as numbered words, so that shared passages keep their characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Hashes = NDArray[np.uint64]

# Scripts written without spaces between words: each character counts as a word there.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
# Texts in one block of memory.
BLOCK = 512
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


def packed(texts: Iterable[Words]) -> Iterator[Words]:
    """The same words, in few large blocks of memory: what a hundred thousand small ones leave behind when they are
    given up is too scattered to be used again."""
    texts = iter(texts)
    while block := list(islice(texts, BLOCK)):
        ends = np.cumsum([len(text) for text in block])
        parts = (np.concatenate(part) for part in zip(*((t.ids, t.starts, t.ends) for t in block), strict=True))
        yield from map(Words, *(np.split(part, ends[:-1]) for part in parts))


class Vocabulary:
    """Gives every distinct word of a case one number; spelling differences of case and accent do not count."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._numbers: dict[str, int] = {word: number for number, word in enumerate(words)}
        self._as_written: dict[str, int] = {}

    @property
    def words(self) -> list[str]:
        """The words in the order of their numbers."""
        return list(self._numbers)

    def words_of(self, text: str) -> Words:
        """The text's words in order."""
        found = list(_WORD.finditer(text))
        known = self._as_written
        ids = [known[word] if (word := m.group()) in known else self._number(word) for m in found]
        edges = np.array([m.span() for m in found], dtype=np.int32).reshape(-1, 2)
        return Words(np.array(ids, dtype=np.int32), edges[:, 0].copy(), edges[:, 1].copy())

    def _number(self, word: str) -> int:
        number = self._numbers.setdefault(_plain(word), len(self._numbers))
        self._as_written[word] = number
        return number


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
