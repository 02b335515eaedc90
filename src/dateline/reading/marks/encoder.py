"""What does the model make of each word? Runs the encoder over windows of many texts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.reading.marks.graph import Floats, Ids, open_graph
from dateline.reading.marks.pieces import SPECIAL_LOOK, Pieces
from dateline.reading.marks.weights_file import WeightFiles
from dateline.reading.marks.windows import Window, plan_windows

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Encoded:
    """Per word of a stretch: vectors (words, width) and the tagger's raw scores (words, layers * states)."""

    hidden: Floats
    scores: Floats


class Encoder:
    """The exported graph. threads: how many windows run side by side, each on one core.

    A window is run alone, never in a batch: int8 scales may be taken from what runs together, so that in batches the
    same words could be read differently in different company. On two cores batches were not faster.
    """

    def __init__(self, files: WeightFiles, threads: int) -> None:
        self.graph = open_graph(files, threads)

    def encode(self, stretches: Sequence[Pieces]) -> list[Encoded]:
        """The vectors and scores of every stretch of text."""
        windows = [window for n, pieces in enumerate(stretches) for window in plan_windows(n, len(pieces.ids))]
        parts: list[list[Encoded]] = [[] for _ in stretches]

        def keep(number: int, hidden: Floats, scores: Floats) -> Encoded:
            kept = _kept_words(windows[number], stretches[windows[number].stretch])
            return Encoded(hidden[0, kept], scores[0, kept])

        inputs = (window_input(window, stretches[window.stretch]) for window in windows)
        for window, encoded in zip(windows, self.graph.run_all(inputs, keep), strict=True):
            parts[window.stretch].append(encoded)
        return [_joined(found) for found in parts]


def _kept_words(window: Window, pieces: Pieces) -> NDArray[np.int32]:
    """The places in a window's output of the words whose scores are taken from it."""
    first = pieces.first
    kept: NDArray[np.int32] = first[(first >= window.keep_from) & (first < window.keep_to)] - window.start + 1
    return kept


def window_input(window: Window, pieces: Pieces) -> tuple[Ids, Ids]:
    """(1, pieces + 2) twice: piece ids and looks of a window, between the marks of beginning and end."""
    ids = np.full((1, window.end - window.start + 2), CLS, np.int64)
    looks = np.full_like(ids, SPECIAL_LOOK)
    ids[0, 1:-1], ids[0, -1] = pieces.ids[window.start : window.end], SEP
    looks[0, 1:-1] = pieces.looks[window.start : window.end]
    return ids, looks


def _joined(parts: list[Encoded]) -> Encoded:
    if len(parts) == 1:
        return parts[0]
    return Encoded(np.concatenate([part.hidden for part in parts]), np.concatenate([part.scores for part in parts]))
