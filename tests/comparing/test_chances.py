"""Names that were compared before are not compared again."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.comparing.identities import Chances, chances
from dateline.comparing.identities.joining import FEW, NEXT, neighbours

PAIRS = [("Orm Tasker", "Orm Taskar"), ("Orm Tasker", "Sigrun Dahl")]


def test_what_is_known_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Chances()
    told = first.of(PAIRS, "person")
    monkeypatch.setattr(chances, "likelihood", lambda *_: pytest.fail("compared again"))
    again = Chances(first.found)
    assert again.of([(b, a) for a, b in PAIRS], "person") == told
    assert len(again.found[0]) == 0


def test_a_person_and_a_group_of_one_name_are_two_questions() -> None:
    known = Chances()
    known.of(PAIRS[:1], "person")
    known.of(PAIRS[:1], "body")
    assert len(known.found[0]) == 2


def test_of_few_names_all_are_compared_and_of_many_each_with_the_next() -> None:
    assert len(list(neighbours(range(FEW)))) == FEW * (FEW - 1) // 2
    many = list(neighbours(range(10 * FEW)))
    assert len(many) <= 10 * FEW * NEXT
    assert set(pairwise(range(10 * FEW))) <= set(many)
