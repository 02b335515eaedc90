"""Nouns become JSON and come back the same."""

import pytest

from dateline.model.case import CaseEvent, Comparison
from dateline.model.reading import ReadReport
from dateline.model.report import Moment, Report
from dateline.store import plain
from tests.store.cases import conclusions, invented_report


def test_a_report_with_its_reading_comes_back_the_same():
    assert plain.load(ReadReport, plain.dump(invented_report())) == invented_report()


def test_conclusions_come_back_the_same():
    assert plain.load(Comparison, plain.dump(conclusions())) == conclusions()


def test_a_field_added_since_takes_its_default():
    written = plain.dump(Moment("2031-05-06", "url"))
    assert written == '["2031-05-06","url"]'
    shorter = plain.dump(conclusions().events[0]).removesuffix(",null,null]") + "]"  # claim and rejected
    with pytest.raises(TypeError):
        plain.load(CaseEvent, shorter)  # a field without default cannot be left out
    report = plain.dump(invented_report().report)
    assert plain.load(Report, report.rpartition(",")[0] + "]").published_from == ()


def test_what_is_no_noun_is_refused():
    with pytest.raises(TypeError, match="no place in a case"):
        plain.dump({"a", "b"})
