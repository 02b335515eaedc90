"""How much of a text does the model see at once? Windows that overlap, so that every word has its context."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

WINDOW = 256
"""Pieces in a window at most; the model was trained on windows of this size."""
OVERLAP = 48
"""Pieces that two neighbouring windows share: half of them are context for each side."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of stretch number `stretch`, of which [keep_from, keep_to) take their scores from here."""

    stretch: int
    start: int
    end: int
    keep_from: int
    keep_to: int


def plan_windows(stretch: int, pieces: int) -> list[Window]:
    """Windows of even size over `pieces` pieces; a piece in two windows is kept where it has more context."""
    if pieces <= WINDOW:
        return [Window(stretch, 0, pieces, 0, pieces)] if pieces else []
    number = -(-(pieces - OVERLAP) // (WINDOW - OVERLAP))
    starts = [round(i * (pieces - WINDOW) / (number - 1)) for i in range(number)]
    cuts = [0, *((a + WINDOW + b) // 2 for a, b in pairwise(starts)), pieces]
    return [Window(stretch, s, s + WINDOW, cuts[i], cuts[i + 1]) for i, s in enumerate(starts)]
