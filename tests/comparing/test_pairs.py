"""Pairs that are compared, as numbers."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.comparing import shared_out
from dateline.comparing.incidents.pairs import BLOCK, LEAST_BLOCKS, Pairs
from dateline.comparing.wording import BLOCK as TEXTS_IN_BLOCK
from dateline.comparing.wording import Wording


def test_each_pair_is_kept_once_and_in_order() -> None:
    pairs = Pairs(5, [(2, 4), (0, 3), (2, 4), (0, 1)])
    assert list(pairs) == [(0, 1), (0, 3), (2, 4)]
    assert pairs.often().tolist() == [2, 1, 1, 1, 1]
    assert list(Pairs(0, [])) == []


def test_only_what_hangs_together_keeps_its_scores() -> None:
    pairs = Pairs(5, [(0, 1), (1, 2), (0, 2), (2, 3)])
    scores = np.array([0.9, 0.9, 0.1, 0.3])
    assert pairs.within_reach(scores, 0.5) == {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.1}


def test_two_processes_give_the_scores_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_out, "_has_two_cores", lambda: True)
    many = Pairs(LEAST_BLOCKS * BLOCK + 10, ((at, at + 1) for at in range(LEAST_BLOCKS * BLOCK)))
    assert many.scored(lambda a, b: a + b).tolist() == [2 * a + 1 for a, _ in many]


def test_the_words_of_many_texts_are_those_of_each() -> None:
    texts = [f"Harbour watch number {at} of Velm" for at in range(TEXTS_IN_BLOCK + 3)]
    wording = Wording(texts)
    assert len(wording.reports) == len(texts)
    for at in (0, TEXTS_IN_BLOCK - 1, TEXTS_IN_BLOCK, len(texts) - 1):
        terms, weights = wording.terms_of(texts[at])
        assert wording.reports[at][0].tolist() == terms.tolist()
        assert wording.reports[at][1].tolist() == weights.tolist()
