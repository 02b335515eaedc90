"""How alike are the words of two tellings? Rare words of the case weigh more than those that every report uses."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from math import log
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+")
# More terms change a likeness little and cost time: news repeats its names.
MOST_TERMS = 90
LEAST_LETTERS = 3

Number = TypeVar("Number", bound=np.generic)
Terms = tuple[NDArray[np.int32], NDArray[np.float32]]
_Counts = tuple[NDArray[np.int32], NDArray[np.int32]]
"""Numbers of terms, each once, and how often each stands in a text."""

# A word that is no term: too short to tell anything.
_NO_TERM = -1
# Vectors in one block of memory.
BLOCK = 512
_ENDINGS = ("ing", "ed", "es", "s")


class Vectors(Generic[Number]):
    """Terms and a number for each of them, by text. They are kept in few large blocks of memory: arrays of some dozen
    numbers each take more for what they are than for what they hold."""

    def __init__(self, vectors: Iterable[tuple[NDArray[np.int32], NDArray[Number]]] = ()) -> None:
        self._blocks: list[tuple[NDArray[np.int32], NDArray[Number], array[int]]] = []
        self._new: list[tuple[NDArray[np.int32], NDArray[Number]]] = []
        for vector in vectors:
            self.append(vector)

    def append(self, vector: tuple[NDArray[np.int32], NDArray[Number]]) -> None:
        """Takes in the next text's."""
        self._new.append(vector)
        if len(self._new) == BLOCK:
            edges = array("q", [0, *accumulate(len(terms) for terms, _ in self._new)])
            terms, numbers = (np.concatenate(part) for part in zip(*self._new, strict=True))
            self._blocks.append((terms, numbers, edges))
            self._new = []

    def count_terms(self, most: int, first: int = 0) -> NDArray[np.int64]:
        """In how many of the texts, from the one at `first` on, each of so many terms stands."""
        counts = np.zeros(most, dtype=np.int64)
        for terms in (*(block[0] for block in self._blocks), *(terms for terms, _ in self._new)):
            counts += np.bincount(terms, minlength=most)
        for at in range(first):
            counts[self[at][0]] -= 1
        return counts

    def __len__(self) -> int:
        return len(self._blocks) * BLOCK + len(self._new)

    def __getitem__(self, at: int) -> tuple[NDArray[np.int32], NDArray[Number]]:
        block, within = divmod(at, BLOCK)
        if block == len(self._blocks):
            return self._new[within]
        terms, numbers, edges = self._blocks[block]
        held = slice(edges[within], edges[within + 1])
        return terms[held], numbers[held]

    def __iter__(self) -> Iterator[tuple[NDArray[np.int32], NDArray[Number]]]:
        return (self[at] for at in range(len(self)))


@dataclass(frozen=True, slots=True)
class TermCounts:
    """The terms of a case in the order of their numbers, in how many reports each stands, and of how many."""

    stems: Sequence[str] = ()
    reports_with: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    total: int = 0


class Wording:
    """Term weights over the reports of a case: tf-idf, each text's vector of length 1.

    reports: a vector per report over all its words; names: one over its names and numbers only. reports_with: in how
    many reports each term stands.
    """

    def __init__(self, texts: Sequence[str], counted_before: TermCounts | None = None, old: int = 0) -> None:
        """counted_before: what an earlier comparison counted, where only some reports of a case are compared again; the
        first `old` texts are among those that it counted."""
        before = counted_before or TermCounts()
        self._terms_of_stems: dict[str, int] = {stem: term for term, stem in enumerate(before.stems)}
        self._terms_of_words: dict[str, int] = {}
        words = (_WORD.findall(text) for text in texts)
        counted, named = Vectors[np.int32](), Vectors[np.int32]()
        for of_text in words:
            counted.append(self._counts(of_text))
            named.append(self._counts(_names_among(of_text)))
        self.reports_with = counted.count_terms(len(self._terms_of_stems), old)
        self.reports_with[: len(before.reports_with)] += before.reports_with
        self._total = before.total + len(texts) - old
        # One report more than there are, so that in a case of one story its words keep some weight.
        most = int(self.reports_with.max(initial=0))
        self._rareness = np.array([log((self._total + 2) / (n + 0.5)) for n in range(most + 1)])
        self.reports = Vectors(map(self._vector, counted))
        self.names = Vectors(map(self._vector, named))

    @property
    def counts(self) -> TermCounts:
        """What was counted, for a later comparison."""
        return TermCounts(tuple(self._terms_of_stems)[: len(self.reports_with)], self.reports_with, self._total)

    def terms_of(self, text: str) -> Terms:
        """The vector of some words, weighted by how rare they are in the case."""
        return self._vector(self._counts(_WORD.findall(text)))

    def rarest(self, report: int, most: int) -> list[int]:
        """The numbers of a report's most telling terms that another report uses too."""
        terms, weights = self.reports[report]
        ordered = terms[np.argsort(-weights, kind="stable")]
        found: list[int] = ordered[self.reports_with[ordered] > 1][:most].tolist()
        return found

    def telling(self, report: int, most: int) -> list[int]:
        """As rarest(), with the terms beside it that no other report uses so far: a later one may."""
        terms, weights = self.reports[report]
        ordered = terms[np.argsort(-weights, kind="stable")]
        shared = np.cumsum(self.reports_with[ordered] > 1)
        found: list[int] = ordered[: int(np.searchsorted(shared, most, side="left")) + 1].tolist()
        return found

    def _counts(self, words: Sequence[str]) -> _Counts:
        known = self._terms_of_words
        numbers = [known[word] if word in known else self._term(word) for word in words]
        terms, counts = np.unique(np.array(numbers, dtype=np.int32), return_counts=True)
        kept = slice(int(len(terms) > 0 and terms[0] == _NO_TERM), None)
        return terms[kept], counts[kept].astype(np.int32)

    def _term(self, word: str) -> int:
        stem = _stem(word.lower())
        told = len(stem) >= LEAST_LETTERS or stem.isdigit()
        number = self._terms_of_stems.setdefault(stem, len(self._terms_of_stems)) if told else _NO_TERM
        self._terms_of_words[word] = number
        return number

    def _vector(self, counts: _Counts) -> Terms:
        terms, often = counts
        weights = _often(int(often.max(initial=0)))[often] * self._rareness[self._told_in(terms)]
        if len(terms) > MOST_TERMS:
            kept = np.sort(np.lexsort((terms, weights))[-MOST_TERMS:])
            terms, weights = terms[kept], weights[kept]
        length = float(np.sqrt((weights**2).sum())) or 1.0
        return terms, (weights / length).astype(np.float32)

    def _told_in(self, terms: NDArray[np.int32]) -> NDArray[np.int64]:
        """How many reports use each term; 0 for terms of other texts."""
        known = len(self.reports_with)
        told = np.zeros(len(terms), dtype=np.int64)
        told[terms < known] = self.reports_with[terms[terms < known]]
        return told


@lru_cache(maxsize=1024)
def _often(most: int) -> NDArray[np.float64]:
    """The weight of standing in a text so often, for 0 to `most`."""
    return np.array([0.0, *(1 + log(n) for n in range(1, most + 1))])


def _names_among(words: Sequence[str]) -> list[str]:
    """The words that a text never writes small, and its numbers."""
    small = {word for word in words if word[0].islower()}
    return [word for word in words if word.isdigit() or (word[0].isupper() and word.lower() not in small)]


def _stem(word: str) -> str:
    """Without the commonest English endings; names lose theirs everywhere alike."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_LETTERS:
            return word[: -len(ending)]
    return word


def likeness(a: Terms, b: Terms) -> float:
    """Cosine of two vectors, 0 to 1."""
    if len(a[0]) > len(b[0]):
        a, b = b, a
    at = b[0].searchsorted(a[0])
    shared = b[0].take(at, mode="clip") == a[0]
    return float(a[1][shared].dot(b[1].take(at[shared]))) if shared.any() else 0.0


def joined(parts: Iterable[str]) -> str:
    """Several pieces of text as one."""
    return " \n ".join(parts)
