"""Windows and stretches."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.reading.marks.pieces import CASES, Pieces
from dateline.reading.marks.stretches import STRETCH_PIECES, cut_stretches
from dateline.reading.marks.windows import OVERLAP, WINDOW, plan_windows


@pytest.mark.parametrize("pieces", [1, WINDOW, WINDOW + 1, 2 * WINDOW, 1000, 4096])
def test_every_piece_is_kept_from_exactly_one_window(pieces: int) -> None:
    windows = plan_windows(0, pieces)
    kept = [piece for window in windows for piece in range(window.keep_from, window.keep_to)]
    assert kept == list(range(pieces))
    assert all(window.start <= window.keep_from and window.keep_to <= window.end <= pieces for window in windows)
    assert all(window.end - window.start <= WINDOW for window in windows)


def test_kept_pieces_have_context_on_both_sides() -> None:
    for window in plan_windows(0, 3000):
        assert window.start == 0 or window.keep_from - window.start >= OVERLAP // 2 - 1
        assert window.end == 3000 or window.end - window.keep_to >= OVERLAP // 2 - 1


def test_no_pieces_need_no_window() -> None:
    assert plan_windows(0, 0) == []


def _pieces(words: int, breaks: tuple[int, ...] = ()) -> Pieces:
    looks = np.array([(3 if word in breaks else 1) * CASES for word in range(words)], np.int32)
    numbers = np.arange(words, dtype=np.int32)
    return Pieces(numbers, looks, numbers, numbers * 2, numbers * 2 + 1)


def test_an_article_is_one_stretch() -> None:
    assert len(list(cut_stretches(_pieces(900, (400,))))) == 1


def test_a_long_text_is_cut_where_a_paragraph_begins() -> None:
    breaks = (STRETCH_PIECES - 500, STRETCH_PIECES - 300, STRETCH_PIECES + 20)
    first, second = cut_stretches(_pieces(STRETCH_PIECES + 100, breaks))
    assert len(first.first) == STRETCH_PIECES - 300
    assert second.first[0] == 0
    assert second.starts[0] == 2 * (STRETCH_PIECES - 300)


def test_stretches_hold_every_word_once() -> None:
    stretches = list(cut_stretches(_pieces(3 * STRETCH_PIECES + 7)))
    assert np.concatenate([part.starts for part in stretches]).tolist() == list(
        range(0, 2 * (3 * STRETCH_PIECES + 7), 2)
    )
    assert max(len(part.ids) for part in stretches) <= STRETCH_PIECES
