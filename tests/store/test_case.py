"""A case is one file that is never half written."""

import sqlite3
from dataclasses import replace

import pytest

from dateline.errors import UnreadableCase
from dateline.model.case import Comparison
from dateline.model.document import Problem
from dateline.model.report import Basis, Moment
from dateline.store import Batch, Source, open_case
from tests.store.cases import conclusions, invented_report

SOURCE = Source("reports/a.txt", "/somewhere/reports/a.txt", "0" * 64, "1")


@pytest.fixture
def case(tmp_path):
    with open_case(tmp_path / "case.db", create=True) as opened:
        yield opened


def fill(case):
    case.put(Batch([SOURCE], [invented_report()], [SOURCE], [Problem("reports/b.txt", None, "empty", "delete it")]))


def test_what_is_put_in_comes_back_the_same(case):
    fill(case)
    case.put_comparison([], conclusions(), rule="acled")
    assert list(case.reports()) == [invented_report()]
    assert case.comparison() == conclusions()
    assert [problem.reason for problem in case.problems()] == ["empty"]


def test_a_file_that_changed_replaces_what_was_read_from_it(case):
    fill(case)
    case.put(Batch([SOURCE], [invented_report(2)], [SOURCE]))
    assert [read.report.id for read in case.reports()] == ["r2"]


def test_a_run_that_dies_within_a_batch_leaves_the_case_as_it_was(case):
    fill(case)
    broken = Batch([SOURCE], [invented_report(2)], [SOURCE, SOURCE])  # the second breaks the primary key
    with pytest.raises(sqlite3.IntegrityError):
        case.put(broken)
    assert [read.report.id for read in case.reports()] == ["r1"]


def test_a_run_that_was_stopped_within_a_file_goes_on_there(case):
    case.put(Batch([SOURCE], [invented_report(1)]))
    assert case.read_already(SOURCE) == {"r1"}
    case.put(Batch([SOURCE], [invented_report(2)], [SOURCE]))
    assert [read.report.id for read in case.reports()] == ["r1", "r2"]
    assert case.read_already(SOURCE) == set()


def test_a_file_that_changed_while_a_run_was_stopped_is_read_from_its_start(case):
    case.put(Batch([SOURCE], [invented_report(1)]))
    changed = replace(SOURCE, sha256="1" * 64)
    assert case.read_already(changed) == set()
    case.put(Batch([changed], [invented_report(2)], [changed]))
    assert [read.report.id for read in case.reports()] == ["r2"]


def test_new_reports_make_old_conclusions_stale(case):
    fill(case)
    case.put_comparison([], conclusions())
    assert case.is_compared()
    case.put(Batch([Source("reports/c.txt", "/c.txt", "0", "1")], [invented_report(3, "reports/c.txt")]))
    assert not case.is_compared()


def test_an_inferred_date_is_shown_but_the_report_as_read_is_kept(case):
    fill(case)
    read = invented_report()
    inferred = replace(read.report, published=Moment("2031-05-07", "a shared passage"), published_basis=Basis.INFERRED)
    case.put_comparison([replace(read, report=inferred)], conclusions())
    assert [read.report.published_basis for read in case.reports()] == [Basis.INFERRED]
    assert [read.report.published_basis for read in case.as_read()] == [Basis.STATED]


def test_words_are_found_without_their_accents_and_with_stray_marks(case):
    fill(case)
    assert [found.id for found in case.search("gunmén")] == ["r1"]
    assert [found.id for found in case.search('three-people "on')] == ["r1"]
    assert case.search("three-legged people") == []
    assert case.search('"') == []


def test_the_digest_changes_with_any_span(case):
    fill(case)
    case.put_comparison([], conclusions())
    before = case.digest()
    with sqlite3.connect(case.path) as other:
        other.execute("UPDATE concluded SET noun = replace(noun, '[7,13,', '[7,12,') WHERE kind = 'events'")
    assert case.digest() != before


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"not a database at all, only words" * 40, "not a Dateline case"), (None, "no such case")],
)
def test_a_file_that_is_no_case_is_named_and_told(tmp_path, content, said):
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableCase, match=said):
        open_case(path)


def test_another_database_is_not_taken_for_a_case(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE things (name TEXT)")
    with pytest.raises(UnreadableCase, match="not a Dateline case"):
        open_case(path)


def test_a_case_of_another_version_is_refused(tmp_path):
    path = tmp_path / "case.db"
    open_case(path, create=True).close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(UnreadableCase, match="another version"):
        open_case(path)


def test_a_case_with_a_digest_of_the_old_kind_is_compared_anew(tmp_path):
    with open_case(tmp_path / "case.db", create=True) as case:
        case.put_comparison([], Comparison())
        assert case.is_compared()
        case._set("digest", "0" * 64)
        assert not case.is_compared()
