"""What is concluded does not depend on when the reports came."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from benchmarks.scale import put
from benchmarks.synthetic import make_reports

from dateline import open_case
from dateline.comparing.identities import chances
from dateline.model.case import Contents
from dateline.pipeline import compare_case
from tests.test_synthetic import MATERIAL

SEVERAL, ALL = 30, 45


def compared(path: Path, *parts: tuple[int, int]) -> Contents:
    """A case that was compared after each part of its reports."""
    with open_case(path, create=True) as case:
        for start, end in parts:
            put(case, list(islice(make_reports(MATERIAL, ALL), start, end)))
            compare_case(case, redate=lambda reading, _: reading)
        return case.contents()


def test_reports_that_come_later_are_compared_as_if_they_had_come_at_once(tmp_path: Path) -> None:
    later = compared(tmp_path / "later.db", (0, SEVERAL), (SEVERAL, ALL))
    assert later == compared(tmp_path / "once.db", (0, ALL))


def test_names_of_a_case_are_compared_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = compared(tmp_path / "case.db", (0, ALL))
    assert before.comparison.actors
    monkeypatch.setattr(chances, "likelihood", lambda *_: pytest.fail("compared again"))
    with open_case(tmp_path / "case.db") as case:
        compare_case(case, redate=lambda reading, _: reading)
        assert case.contents() == before
