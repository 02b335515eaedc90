"""Which spans belong together, and what is each trigger? Small heads over the model's vectors, in numpy."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.reading.marks.decoding import Found
from dateline.reading.marks.layers import DISTANCE_STEPS, FARTHEST_WORDS, KINDS_OF_MODE, LINK_NUMBER, TYPES

Floats = NDArray[np.float32]
FAR = np.float32(-30.0)
"""The score of two spans that are too far apart to be joined."""
MODES_BEGIN, STATUSES_BEGIN = len(TYPES), len(TYPES) + len(KINDS_OF_MODE)


def gelu(x: Floats) -> Floats:
    """x * Phi(x), by the tanh formula, which is within 0.001 of the one the heads were trained with."""
    inner = np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)
    result: Floats = (np.float32(0.5) * x * (np.float32(1.0) + np.tanh(inner))).astype(np.float32)
    return result


def softmax(scores: Floats) -> Floats:
    """Along the last axis."""
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = weights / weights.sum(axis=-1, keepdims=True)
    return result


def sigmoid(scores: Floats) -> Floats:
    """1 / (1 + exp(-x)), without overflow."""
    result: Floats = np.float32(0.5) * (np.float32(1.0) + np.tanh(np.float32(0.5) * scores))
    return result


def distances(heads: list[Found], tails: list[Found]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(heads, tails) twice: the words between, and the same in steps, the second half for tails before their head."""
    first_h = np.array([h.first for h in heads])[:, None]
    last_h = np.array([h.last for h in heads])[:, None]
    first_t, last_t = np.array([t.first for t in tails])[None], np.array([t.last for t in tails])[None]
    after = first_t > first_h
    gap = np.maximum(1, np.where(after, first_t - last_h, first_h - last_t))
    steps = np.searchsorted(np.array(DISTANCE_STEPS), gap)
    return gap, steps + np.where(after, 0, len(DISTANCE_STEPS) + 1)


@dataclass(frozen=True, slots=True)
class Side:
    """Spans that may draw others, or be drawn, with what the model makes of each: vectors (spans, width)."""

    spans: list[Found]
    vectors: Floats

    def of_layers(self, layers: Collection[int]) -> Side:
        """Those of some layers."""
        kept = [number for number, span in enumerate(self.spans) if span.layer in layers]
        return Side([self.spans[number] for number in kept], self.vectors[kept])


@dataclass(frozen=True, slots=True)
class TriggerClasses:
    """Probabilities of each trigger's types, modes and statuses, a row per trigger."""

    types: Floats
    modes: Floats
    statuses: Floats


class Heads:
    """The trained matrices: `weights` by the names that training gave them."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as file:
            self.weights: dict[str, Floats] = {name: file[name].astype(np.float32) for name in file.files}

    def drawing(self, hidden: Floats, spans: list[Found]) -> Side:
        """Cues or triggers, which draw others; hidden is (words, width)."""
        return Side(spans, self._vectors("head", hidden, spans))

    def drawn(self, hidden: Floats, spans: list[Found]) -> Side:
        """Spans that may be drawn."""
        return Side(spans, self._vectors("tail", hidden, spans))

    def link_scores(self, link: str, heads: Side, tails: Side) -> Floats:
        """(heads, tails): the raw score that each head draws each tail by this link."""
        number, w = LINK_NUMBER[link], self.weights
        gap, steps = distances(heads.spans, tails.spans)
        scores = heads.vectors @ w["pair"][number] @ tails.vectors.T + w["distance"][number][steps]
        scores = scores + (heads.vectors @ w["head_bias.weight"][number] + w["head_bias.bias"][number])[:, None]
        scores = scores + (tails.vectors @ w["tail_bias.weight"][number] + w["tail_bias.bias"][number])[None]
        result: Floats = np.where(gap > FARTHEST_WORDS[link], FAR, scores)
        return result

    def trigger_classes(self, hidden: Floats, triggers: list[Found]) -> TriggerClasses:
        """Probabilities of type, mode and status of each trigger."""
        scores = self._linear("classes", gelu(self._linear("hidden", _ends(hidden, triggers))))
        kinds, modes, statuses = np.split(scores, [MODES_BEGIN, STATUSES_BEGIN], axis=1)
        return TriggerClasses(softmax(kinds), softmax(modes), softmax(statuses))

    def _vectors(self, side: str, hidden: Floats, spans: list[Found]) -> Floats:
        layers = self.weights[f"{side}_layer.weight"][[span.layer for span in spans]]
        return gelu(self._linear(side, _ends(hidden, spans)) + layers)

    def _linear(self, name: str, x: Floats) -> Floats:
        result: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return result


def _ends(hidden: Floats, spans: list[Found]) -> Floats:
    """(spans, 2 * width): the vectors of the first and last word of each."""
    firsts, lasts = [span.first for span in spans], [span.last for span in spans]
    return np.concatenate([hidden[firsts], hidden[lasts]], axis=1)
