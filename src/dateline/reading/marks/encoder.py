"""What does the model make of each word? Runs the encoder over windows of many texts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dateline.errors import MissingModel
from dateline.reading.marks.pieces import SPECIAL_LOOK, Pieces
from dateline.reading.marks.windows import Window, batches, plan_windows

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Encoded:
    """Per word of a stretch: vectors (words, width) and the tagger's raw scores (words, layers * states)."""

    hidden: NDArray[np.float32]
    scores: NDArray[np.float32]


class Encoder:
    """The exported graph. threads: how many cores one pass may use."""

    def __init__(self, path: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # the arena keeps what the longest batch needed, in every process
        options.log_severity_level = 3
        try:
            self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime has a class of its own for each fault
            raise MissingModel(f"{path}: not a model that this onnxruntime can run ({error})") from error

    def encode(self, stretches: Sequence[Pieces]) -> list[Encoded]:
        """The vectors and scores of every stretch of text; stretches share batches by length of window."""
        windows = [window for n, pieces in enumerate(stretches) for window in plan_windows(n, len(pieces.ids))]
        parts: list[list[tuple[int, NDArray[np.float32], NDArray[np.float32]]]] = [[] for _ in stretches]
        for batch in batches(windows):
            hidden, scores = self._run(batch, stretches)
            for row, window in enumerate(batch):
                words = stretches[window.stretch].first
                mine = words[(words >= window.keep_from) & (words < window.keep_to)] - window.start + 1
                parts[window.stretch].append((window.start, hidden[row, mine], scores[row, mine]))
        return [_joined(sorted(found, key=lambda part: part[0])) for found in parts]

    def _run(self, batch: list[Window], stretches: Sequence[Pieces]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(windows, pieces, width) and (windows, pieces, layers * states) of one batch."""
        shape = (len(batch), max(window.size for window in batch) + 2)
        ids, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        looks = np.full(shape, SPECIAL_LOOK, np.int64)
        for row, window in enumerate(batch):
            pieces, end = stretches[window.stretch], window.size + 1
            ids[row, 0], ids[row, end] = CLS, SEP
            ids[row, 1:end] = pieces.ids[window.start : window.end]
            looks[row, 1:end] = pieces.looks[window.start : window.end]
            mask[row, : end + 1] = 1
        hidden, scores = self.session.run(None, {"input_ids": ids, "attention_mask": mask, "looks": looks})
        return hidden, scores


def _joined(parts: list[tuple[int, NDArray[np.float32], NDArray[np.float32]]]) -> Encoded:
    if len(parts) == 1:
        return Encoded(parts[0][1], parts[0][2])
    return Encoded(np.concatenate([part[1] for part in parts]), np.concatenate([part[2] for part in parts]))
