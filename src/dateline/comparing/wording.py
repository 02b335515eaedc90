"""How alike are the words of two tellings? Rare words of the case weigh more than those that every report uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+")
# More terms change a likeness little and cost time: news repeats its names.
MOST_TERMS = 90
LEAST_LETTERS = 3

Terms = tuple[NDArray[np.int64], NDArray[np.float64]]


_ENDINGS = ("ing", "ed", "es", "s")


class Wording:
    """Term weights over the reports of a case: tf-idf, each text's vector of length 1.

    reports: a vector per report over all its words; names: one over its names and numbers only.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._numbers: dict[str, int] = {}
        self._reports_with: Counter[int] = Counter()
        self._count = len(texts)
        counted = [self._counts(text) for text in texts]
        for counts in counted:
            self._reports_with.update(counts.keys())
        self.reports = [self._terms(counts) for counts in counted]
        self.names = [self._terms(self._counts(_names_of(text))) for text in texts]

    def terms_of(self, text: str) -> Terms:
        """The vector of some words, weighted by how rare they are in the case."""
        return self._terms(self._counts(text))

    def reports_with(self, term: int) -> int:
        """How many reports use a term."""
        return self._reports_with[term]

    def rarest(self, report: int, most: int) -> list[int]:
        """The numbers of a report's most telling terms that another report uses too."""
        terms, weights = self.reports[report]
        order = np.argsort(-weights, kind="stable")
        return [int(terms[i]) for i in order if self._reports_with[int(terms[i])] > 1][:most]

    def _counts(self, text: str) -> Counter[int]:
        words = (_stem(m.group().lower()) for m in _WORD.finditer(text))
        kept = (w for w in words if len(w) >= LEAST_LETTERS or w.isdigit())
        return Counter(self._numbers.setdefault(w, len(self._numbers)) for w in kept)

    def _terms(self, counts: Counter[int]) -> Terms:
        weighted = sorted(((self._weight(t, n), t) for t, n in counts.items()), reverse=True)[:MOST_TERMS]
        weighted.sort(key=lambda entry: entry[1])
        weights = np.array([w for w, _ in weighted], dtype=np.float64)
        length = float(np.sqrt((weights**2).sum())) or 1.0
        return np.array([t for _, t in weighted], dtype=np.int64), weights / length

    def _weight(self, term: int, count: int) -> float:
        # One report more than there are, so that in a case of one story its words keep some weight.
        return (1 + log(count)) * log((self._count + 2) / (self._reports_with[term] + 0.5))


def _names_of(text: str) -> str:
    """The words of a text that it never writes small, and its numbers."""
    words = _WORD.findall(text)
    small = {word for word in words if word[0].islower()}
    return " ".join(word for word in words if word.isdigit() or (word[0].isupper() and word.lower() not in small))


def _stem(word: str) -> str:
    """Without the commonest English endings; names lose theirs everywhere alike."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_LETTERS:
            return word[: -len(ending)]
    return word


def likeness(a: Terms, b: Terms) -> float:
    """Cosine of two vectors, 0 to 1."""
    at = np.searchsorted(b[0], a[0])
    at[at == len(b[0])] = 0
    shared = b[0][at] == a[0] if len(b[0]) else np.zeros(len(a[0]), dtype=bool)
    return float((a[1][shared] * b[1][at[shared]]).sum())


def joined(parts: Iterable[str]) -> str:
    """Several pieces of text as one."""
    return " \n ".join(parts)
