"""What the model marked is kept by the words."""

import sqlite3

import pytest

from dateline.model.marks import Mark, MarkedClaim, MarkedEvent, Marks
from dateline.model.span import Span
from dateline.store import open_case

TEXT = "The mayor said that two guards were shot in Velm."
MAYOR, SAID, SHOT = Span.cut(TEXT, 0, 9), Span.cut(TEXT, 10, 14), Span.cut(TEXT, 36, 40)
MARKS = Marks(
    (Mark(MAYOR, "person", 0.91),),
    (MarkedClaim(SAID, MAYOR, (Span.cut(TEXT, 15, 48),), 0, 0.8),),
    (MarkedEvent(SHOT, "ASSAULT", "firearms", "actual", (("place", Span.cut(TEXT, 44, 48), 0.75),), 0.99),),
)


@pytest.fixture
def case(tmp_path):
    with open_case(tmp_path / "case.db", create=True) as opened:
        yield opened


def test_marks_come_back_as_they_were(case):
    case.marks.keep({TEXT: MARKS}, "1")
    assert case.marks.find([TEXT, "other words"], "1") == {TEXT: MARKS}


def test_another_model_marks_again(case):
    case.marks.keep({TEXT: MARKS}, "1")
    assert case.marks.find([TEXT], "2") == {}
    case.marks.keep({TEXT: Marks()}, "2")
    assert (case.marks.find([TEXT], "1"), case.marks.find([TEXT], "2")) == ({}, {TEXT: Marks()})


def test_a_case_that_never_kept_marks_has_none(case):
    assert case.marks.find([TEXT], "1") == {}


def test_a_run_that_dies_while_marks_are_written_leaves_the_case_as_it_was(case, monkeypatch):
    case.marks.keep({TEXT: MARKS}, "1")
    with pytest.raises(sqlite3.Error):
        case.marks.keep({"other words": MARKS}, None)
    assert case.marks.find([TEXT, "other words"], "1") == {TEXT: MARKS}
