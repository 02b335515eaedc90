"""Which words does each layer mark? Turns the tagger's scores into spans that are possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.reading.marks.layers import LAYERS, STATES

Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]
IMPOSSIBLE = -1e9
OUTSIDE, BEGINS, INSIDE, LAST, UNIT = range(len(STATES))


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A span of one layer, by its first and last word, with the geometric mean of its words' probabilities."""

    layer: int
    first: int
    last: int
    probability: float


def log_probabilities(scores: Scores) -> Scores:
    """(words, layers, states) from the tagger's raw scores (words, layers * states)."""
    table = scores.astype(np.float32).reshape(len(scores), len(LAYERS), len(STATES))
    table = table - table.max(axis=2, keepdims=True)
    result: Scores = table - np.log(np.exp(table).sum(axis=2, keepdims=True))
    return result


def find_spans(texts: Sequence[Scores], reluctance: Scores) -> list[list[Found]]:
    """All spans of all layers of each text, from the tagger's raw scores (words, layers * states) of each.

    reluctance: (layers,), added to the log probability of staying outside.
    """
    if not texts:
        return []
    tables = [log_probabilities(scores) for scores in texts]
    padded = np.full((max(map(len, tables)), len(tables), len(LAYERS), len(STATES)), IMPOSSIBLE, np.float32)
    padded[:, :, :, OUTSIDE] = 0.0
    for number, table in enumerate(tables):
        padded[: len(table), number] = table
    padded[:, :, :, OUTSIDE] += reluctance
    paths = best_paths(padded)
    return [_spans(table, paths[: len(table), number]) for number, table in enumerate(tables)]


def best_paths(table: Scores) -> NDArray[np.int8]:
    """(words, texts, layers): the best sequence of states in which every B is closed by an L.

    States fall into two rooms: after O, L or U one is out, after B or I one is in. So four moves per word are enough,
    and all layers of all texts take them together.
    """
    outside, begins, inside, last, unit = np.moveaxis(table, 3, 0)
    stays_out = np.maximum(outside, unit)
    room_out = np.zeros(table.shape[1:3], np.float32)
    room_in = np.full_like(room_out, IMPOSSIBLE)
    closed, opened = np.empty(table.shape[:3], bool), np.empty(table.shape[:3], bool)
    for word in range(len(table)):
        closing, staying_out = room_in + last[word], room_out + stays_out[word]
        opening, staying_in = room_out + begins[word], room_in + inside[word]
        np.greater(closing, staying_out, out=closed[word])
        np.greater(opening, staying_in, out=opened[word])
        room_out, room_in = np.maximum(closing, staying_out), np.maximum(opening, staying_in)
    return _walk_back(closed, opened, unit > outside)


def _walk_back(closed: Flags, opened: Flags, unit: Flags) -> NDArray[np.int8]:
    """The states of the best moves, from the last word to the first."""
    within = np.empty_like(closed)
    is_in = np.zeros(closed.shape[1:], bool)
    for word in range(len(closed) - 1, -1, -1):
        within[word] = is_in
        is_in = np.where(is_in, ~opened[word], closed[word])
    path = np.where(closed, LAST, np.where(unit, UNIT, OUTSIDE))
    return np.where(within, np.where(opened, BEGINS, INSIDE), path).astype(np.int8)


def _spans(table: Scores, path: NDArray[np.int8]) -> list[Found]:
    """The spans of one text from its states (words, layers)."""
    chosen = np.take_along_axis(table, path[:, :, None].astype(np.int64), axis=2)[:, :, 0]
    opens, closes = (path == BEGINS) | (path == UNIT), (path == LAST) | (path == UNIT)
    layers, firsts = np.nonzero(opens.T)
    _, lasts = np.nonzero(closes.T)
    sums = np.concatenate([np.zeros((1, chosen.shape[1])), chosen.cumsum(axis=0, dtype=np.float64)])
    means = np.exp((sums[lasts + 1, layers] - sums[firsts, layers]) / (lasts - firsts + 1))
    rows = zip(layers.tolist(), firsts.tolist(), lasts.tolist(), means.tolist(), strict=True)
    return [Found(*row) for row in rows]
