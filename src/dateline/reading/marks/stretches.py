"""How is a very long text taken in hand? In stretches that end with a paragraph, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dateline.reading.marks.pieces import CASES, SPECIAL_LOOK, Pieces

STRETCH_PIECES = 4096
"""Some 2,800 words; longer than nearly all articles. Nothing is linked across stretches."""
LEAST_SHARE = 0.5
"""A stretch ends at the last paragraph break after this share of it, else in mid-paragraph."""


def cut_stretches(pieces: Pieces) -> Iterator[Pieces]:
    """The pieces of a text in one or more parts; none for a text without words."""
    first_word, words = 0, len(pieces.first)
    while first_word < words:
        after = _end_of_stretch(pieces, first_word)
        yield _part(pieces, first_word, after)
        first_word = after


def _end_of_stretch(pieces: Pieces, first_word: int) -> int:
    """The word at which the next stretch begins."""
    start = int(pieces.first[first_word])
    if len(pieces.ids) - start <= STRETCH_PIECES:
        return len(pieces.first)
    after = int(np.searchsorted(pieces.first, start + STRETCH_PIECES, side="right")) - 1
    after = max(after, first_word + 1)
    least = first_word + int((after - first_word) * LEAST_SHARE)
    looks = pieces.looks[pieces.first[least + 1 : after + 1]]
    breaks = np.flatnonzero((looks // CASES >= 2) & (looks < SPECIAL_LOOK))
    return least + 1 + int(breaks[-1]) if len(breaks) else after


def _part(pieces: Pieces, a: int, b: int) -> Pieces:
    """Words [a, b) with their pieces."""
    start = int(pieces.first[a])
    end = int(pieces.first[b]) if b < len(pieces.first) else len(pieces.ids)
    first = (pieces.first[a:b] - start).astype(np.int32)
    return Pieces(pieces.ids[start:end], pieces.looks[start:end], first, pieces.starts[a:b], pieces.ends[a:b])
