"""Scores of pairs are kept, and only as long as the rules that gave them hold."""

import pytest

from dateline.store import open_case


@pytest.fixture
def case(tmp_path):
    with open_case(tmp_path / "case.db", create=True) as opened:
        yield opened


def test_scores_come_back_beside_those_of_before(case):
    case.scores.keep("names", "1", {-7: 0.25})
    case.scores.keep("names", "1", {2**62: 1.0})
    assert case.scores.find("names", "1") == {-7: 0.25, 2**62: 1.0}
    assert case.scores.find("tellings", "1") == {}


def test_other_rules_score_again(case):
    case.scores.keep("names", "1", {7: 0.25})
    assert case.scores.find("names", "2") == {}
    case.scores.keep("names", "2", {8: 0.5})
    assert (case.scores.find("names", "1"), case.scores.find("names", "2")) == ({}, {8: 0.5})


def test_a_case_that_never_kept_scores_has_none(case):
    assert case.scores.find("names", "1") == {}
