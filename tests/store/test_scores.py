"""Scores of pairs are kept, and only as long as the rules that gave them hold."""

import numpy as np
import pytest

from dateline.store import open_case


@pytest.fixture
def case(tmp_path):
    with open_case(tmp_path / "case.db", create=True) as opened:
        yield opened


def scores(kept: dict[int, float]):
    pairs = np.array(sorted(kept), dtype=np.int64)
    return pairs, np.array([kept[pair] for pair in pairs.tolist()])


def found(case, kind, rules):
    pairs, values = case.scores.find(kind, rules)
    return dict(zip(pairs.tolist(), values.tolist(), strict=True))


def test_scores_come_back_beside_those_of_before(case):
    case.scores.keep("names", "1", scores({-7: 0.25}))
    case.scores.keep("names", "1", scores({2**62: 1.0}))
    assert found(case, "names", "1") == {-7: 0.25, 2**62: 1.0}
    assert found(case, "tellings", "1") == {}


def test_other_rules_score_again(case):
    case.scores.keep("names", "1", scores({7: 0.25}))
    assert found(case, "names", "2") == {}
    case.scores.keep("names", "2", scores({8: 0.5}))
    assert (found(case, "names", "1"), found(case, "names", "2")) == ({}, {8: 0.5})


def test_a_case_that_never_kept_scores_has_none(case):
    assert found(case, "names", "1") == {}
