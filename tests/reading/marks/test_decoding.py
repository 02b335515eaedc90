"""Spans from the tagger's scores."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np

from dateline.reading.marks.decoding import (
    BEGINS,
    INSIDE,
    LAST,
    OUTSIDE,
    PADDED_WORDS,
    UNIT,
    _of_like_length,
    best_paths,
    find_spans,
    log_probabilities,
)
from dateline.reading.marks.layers import LAYERS, STATES

NONE = np.zeros(len(LAYERS), np.float32)
FOLLOWS = {
    OUTSIDE: (OUTSIDE, BEGINS, UNIT),
    LAST: (OUTSIDE, BEGINS, UNIT),
    UNIT: (OUTSIDE, BEGINS, UNIT),
    BEGINS: (INSIDE, LAST),
    INSIDE: (INSIDE, LAST),
}


def _scores(words: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 2, (words, len(LAYERS) * len(STATES))).astype(np.float32)


def _best_by_trying_all(table: np.ndarray) -> float:
    best = -np.inf
    for path in product(range(len(STATES)), repeat=len(table)):
        chain = (OUTSIDE, *path, OUTSIDE)
        if all(b in FOLLOWS[a] for a, b in pairwise(chain)):
            best = max(best, sum(row[state] for row, state in zip(table, path, strict=True)))
    return best


def test_the_best_possible_sequence_is_found() -> None:
    table = log_probabilities(_scores(5, 1))
    padded = np.concatenate([table, np.full((1, *table.shape[1:]), -1e9, np.float32)])
    padded[-1, :, OUTSIDE] = 0
    path = best_paths(padded[:, None])[:, 0]
    for layer in range(6):
        states = path[:5, layer]
        got = sum(table[word, layer, state] for word, state in enumerate(states))
        assert np.isclose(got, _best_by_trying_all(table[:, layer]), atol=1e-4)


def test_a_text_is_decoded_alike_alone_and_beside_others() -> None:
    texts = [_scores(words, words) for words in (3, 17, 1, 40)]
    together = find_spans(texts, NONE)
    assert together == [find_spans([text], NONE)[0] for text in texts]


def test_spans_of_one_layer_are_closed_and_apart() -> None:
    for found in find_spans([_scores(60, 7)], NONE):
        by_layer: dict[int, list[tuple[int, int]]] = {}
        for span in found:
            assert 0 <= span.first <= span.last < 60
            assert 0 < span.probability <= 1
            by_layer.setdefault(span.layer, []).append((span.first, span.last))
        for spans in by_layer.values():
            assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_reluctance_leaves_fewer_spans() -> None:
    scores = _scores(80, 3)
    assert len(find_spans([scores], NONE + 3)[0]) < len(find_spans([scores], NONE)[0])


def test_no_texts_have_no_spans() -> None:
    assert find_spans([], NONE) == []


def test_one_long_text_among_many_short_ones_is_decoded_within_bounds() -> None:
    lengths = [3000] + [5] * 4000
    groups = list(_of_like_length(lengths))
    assert sorted(n for group in groups for n in group) == list(range(4001))
    assert all(max(lengths[n] for n in group) * len(group) <= PADDED_WORDS for group in groups)
