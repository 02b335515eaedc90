"""What people decided is kept, in order, and nobody changes it unseen."""

import sqlite3

import pytest

from dateline.model.decision import Decision, Subject
from dateline.store import Batch, Source, open_case
from dateline.verification import verify_case
from tests.store.cases import conclusions, invented_report

SOURCE = Source("reports/a.txt", "/somewhere/reports/a.txt", "0" * 64, "1")


def decision(reason: str, undoes: int | None = None) -> Decision:
    subject = Subject("actor", "Gunmen", names=(("body", "gunmen", ""),))
    return Decision(
        0, "undo" if undoes else "rename", (subject,), "x", "R. Editor", "2031-05-06T10:00:00", reason, undoes
    )


@pytest.fixture
def case(tmp_path):
    with open_case(tmp_path / "case.db", create=True) as opened:
        opened.decide([decision("first"), decision("second")])
        opened.decide([decision("not so", undoes=1)])
        yield opened


def test_decisions_come_back_in_their_order_and_numbered(case):
    assert [(d.number, d.reason, d.undoes) for d in case.decisions()] == [
        (1, "first", None),
        (2, "second", None),
        (3, "not so", 1),
    ]
    assert list(case.decision_faults()) == []


def test_reading_everything_anew_leaves_the_decisions(case):
    case.put(Batch([SOURCE], [invented_report()], [SOURCE]))
    case.put_comparison([], conclusions(), rule="acled")
    assert len(case.decisions()) == 3


def test_a_new_decision_asks_for_a_new_comparison(case):
    case.put_comparison([], conclusions(), rule="acled")
    assert case.is_compared()
    case.decide([decision("third")])
    assert not case.is_compared()


@pytest.mark.parametrize("change", ["UPDATE decisions SET decision = ''", "DELETE FROM decisions WHERE number = 3"])
def test_the_log_takes_no_change(case, change):
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        case._db.execute(change)


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ("UPDATE decisions SET decision = replace(decision, 'second', 'sooner') WHERE number = 2", 2),
        ("DELETE FROM decisions WHERE number = 2", 2),
        ("DELETE FROM decisions WHERE number = 3", 3),
    ],
)
def test_a_log_that_was_changed_all_the_same_is_found_out(case, change, number):
    for trigger in ("decisions_stay", "decisions_remain"):
        case._db.execute(f"DROP TRIGGER {trigger}")
    case._db.execute(change)
    assert number in [at for at, _ in case.decision_faults()]
    assert any(fault.where == f"decision {number}" for fault in verify_case(case).faults)


def test_a_case_of_before_there_were_decisions_takes_some(tmp_path):
    with open_case(tmp_path / "old.db", create=True) as old:
        old._db.execute("DROP TABLE decisions")
    with open_case(tmp_path / "old.db") as opened:
        assert opened.decisions() == ()
        opened.decide([decision("first")])
        assert len(opened.decisions()) == 1
