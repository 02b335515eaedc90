"""What does the model make of each word? Runs the encoder over windows of many texts at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.reading.marks.graph import open_graph
from dateline.reading.marks.pieces import SPECIAL_LOOK, Pieces
from dateline.reading.marks.weights_file import WeightFiles
from dateline.reading.marks.windows import Window, plan_windows

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Encoded:
    """Per word of a stretch: vectors (words, width) and the tagger's raw scores (words, layers * states)."""

    hidden: NDArray[np.float32]
    scores: NDArray[np.float32]


class Encoder:
    """The exported graph. threads: how many windows run side by side, each on one core.

    A window is run alone, never in a batch: int8 scales may be taken from what runs together, so that in batches the
    same words could be read differently in different company. On two cores batches were not faster.
    """

    def __init__(self, files: WeightFiles, threads: int) -> None:
        self.graph = open_graph(files, threads)
        self.threads = threads

    def encode(self, stretches: Sequence[Pieces]) -> list[Encoded]:
        """The vectors and scores of every stretch of text."""
        windows = [window for n, pieces in enumerate(stretches) for window in plan_windows(n, len(pieces.ids))]
        parts: list[list[Encoded]] = [[] for _ in stretches]
        for window, encoded in zip(windows, self._run_all(windows, stretches), strict=True):
            parts[window.stretch].append(encoded)
        return [_joined(found) for found in parts]

    def _run_all(self, windows: list[Window], stretches: Sequence[Pieces]) -> Iterator[Encoded]:
        """What each window brings, in their order."""
        if self.threads == 1 or len(windows) == 1:
            yield from (self._run(window, stretches[window.stretch]) for window in windows)
            return
        with ThreadPoolExecutor(self.threads) as workers:
            yield from workers.map(lambda window: self._run(window, stretches[window.stretch]), windows)

    def _run(self, window: Window, pieces: Pieces) -> Encoded:
        """The words that the window keeps."""
        ids, looks = window_input(window, pieces)
        hidden, scores = self.graph.run(ids, looks)
        kept = pieces.first[(pieces.first >= window.keep_from) & (pieces.first < window.keep_to)] - window.start + 1
        return Encoded(hidden[0, kept], scores[0, kept])


def window_input(window: Window, pieces: Pieces) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
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
