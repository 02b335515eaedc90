"""Which words does each layer mark? Turns the tagger's scores into spans that are possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.reading.marks.layers import LAYERS, STATES

Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]
IMPOSSIBLE = -1e9
PADDED_WORDS = 16_384
"""Words that are decoded together, 0.5 kB each."""
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
    found: list[list[Found]] = [[] for _ in texts]
    for together in _of_like_length([len(scores) for scores in texts]):
        for number, spans in zip(together, _decode([texts[n] for n in together], reluctance), strict=True):
            found[number] = spans
    return found


def _of_like_length(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of texts, the longest first, in groups whose padded whole stays within PADDED_WORDS."""
    group: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda n: -lengths[n]):
        if group and lengths[group[0]] * (len(group) + 1) > PADDED_WORDS:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _decode(texts: Sequence[Scores], reluctance: Scores) -> list[list[Found]]:
    """The spans of texts of about the same length, decoded together."""
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
