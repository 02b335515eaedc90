"""A few reports are added to a large case: only what they touch is compared, and the case stays whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from benchmarks.scale import put
from benchmarks.synthetic import make_reports

import dateline
from dateline import open_case, pipeline
from dateline.deciding import make_decision
from dateline.model.case import Incident
from dateline.pipeline import compare_case
from dateline.store import Case
from dateline.verification import verify_case
from tests.test_synthetic import MATERIAL

SEVERAL, ALL = 60, 66

RAID = "Gunmen killed three guards at a depot in Brenik on Sunday, the mayor, Sigrun Dahl, said."
RAID_LATER = "Gunmen killed five guards at a depot in Brenik on Sunday, the army's Colonel Orm Tasker said."
MARCH = "Thousands of students marched through Tovin on Friday against the new tax on salt, teachers said."
REPRINT = f"(Northwire) - {RAID} Nobody has claimed responsibility."


@pytest.fixture(autouse=True)
def _every_case_counts_as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LEAST_ADDED_TO", 2)
    monkeypatch.setattr(pipeline, "MOST_ADDED", 1.0)


@pytest.fixture
def added_to(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How many reports were added each time that not all were compared."""
    times: list[int] = []
    add = pipeline.add

    def noted(new, *given, **options):
        times.append(len(new))
        return add(new, *given, **options)

    monkeypatch.setattr(pipeline, "add", noted)
    return times


def grown(path: Path, *parts: tuple[int, int]) -> Path:
    """A case that was compared after each part of its reports."""
    with open_case(path, create=True) as case:
        for start, end in parts:
            put(case, list(islice(make_reports(MATERIAL, ALL), start, end)))
            compare_case(case, redate=lambda reading, _: reading)
    return path


def incidents(case: Case) -> dict[frozenset[str], Incident]:
    return {frozenset(incident.all_events): incident for incident in case.incidents()}


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"Meridia Echo\n5 March 2031\n\n{text}\n", "utf-8")


def test_most_incidents_are_those_of_a_comparison_of_all(tmp_path: Path, added_to: list[int]) -> None:
    later, once = grown(tmp_path / "later.db", (0, SEVERAL), (SEVERAL, ALL)), grown(tmp_path / "once.db", (0, ALL))
    with open_case(later) as case, open_case(once) as whole:
        ours, theirs = incidents(case), incidents(whole)
    assert added_to == [ALL - SEVERAL]
    assert {event for group in ours for event in group} == {event for group in theirs for event in group}
    assert len(ours.keys() & theirs.keys()) >= 0.9 * len(theirs)


def test_the_added_case_verifies_and_its_digest_is_that_of_all_its_rows(tmp_path: Path) -> None:
    with open_case(grown(tmp_path / "case.db", (0, SEVERAL), (SEVERAL, ALL))) as case:
        assert case.digest() == case.meta("digest")
        assert case.is_compared()
        told = {event.id for event in case.events()}
        assert all(event in told for incident in case.incidents() for event in incident.all_events)
        assert case.count("omissions") <= case.count("incidents") == case.count("gradings")


def test_a_report_of_something_else_leaves_the_other_incidents_as_they_were(
    tmp_path: Path, added_to: list[int]
) -> None:
    write(tmp_path / "in", raid=RAID, again=RAID_LATER)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    with open_case(tmp_path / "case.db") as case:
        before = incidents(case)
    write(tmp_path / "in", march=MARCH)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    with open_case(tmp_path / "case.db") as case:
        after = incidents(case)
        assert not list(verify_case(case).faults)
    assert added_to == [1]
    assert before.items() <= after.items()
    assert len(after) > len(before)


def test_a_new_report_of_an_old_incident_joins_it(tmp_path: Path, added_to: list[int]) -> None:
    write(tmp_path / "in", raid=RAID, march=MARCH)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    write(tmp_path / "in", again=RAID_LATER)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    with open_case(tmp_path / "case.db") as case:
        raid = max(case.incidents(), key=lambda incident: len(incident.reports))
    assert added_to == [1]
    assert len(raid.reports) == 2
    assert raid.killed is not None
    assert (raid.killed.min, raid.killed.max) == (3, 5)


def test_a_reprint_that_is_added_makes_no_second_origin(tmp_path: Path, added_to: list[int]) -> None:
    write(tmp_path / "in", raid=f"{RAID} Nobody has claimed responsibility.", march=MARCH)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    write(tmp_path / "in", reprint=REPRINT)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    with open_case(tmp_path / "case.db") as case:
        raid = max(case.incidents(), key=lambda incident: len(incident.reports))
        shared = [copies for copies in case.copies() if len(copies.reports) == 2]
    assert added_to == [1]
    assert (len(raid.reports), raid.origins) == (2, 1)
    assert shared


def test_a_changed_report_has_all_compared_anew(tmp_path: Path, added_to: list[int]) -> None:
    write(tmp_path / "in", raid=RAID, march=MARCH)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    write(tmp_path / "in", raid=RAID.replace("three", "nine"))
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    assert added_to == []


def test_a_user_may_have_all_compared_anew(tmp_path: Path, added_to: list[int]) -> None:
    write(tmp_path / "in", raid=RAID, march=MARCH)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    write(tmp_path / "in", again=RAID_LATER)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db", afresh=True)
    assert added_to == []


def test_a_decision_outlives_an_addition(tmp_path: Path, added_to: list[int]) -> None:
    write(tmp_path / "in", raid=RAID, march=MARCH)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    with open_case(tmp_path / "case.db") as case:
        march = next(i for i in case.incidents() if i.type == "PROTEST")
        case.decide([make_decision(case.contents(), "set", [march.id], who="me", value="note=seen")])
        pipeline.compare_again(case)
    write(tmp_path / "in", again=RAID_LATER)
    dateline.build_case([tmp_path / "in"], case=tmp_path / "case.db")
    with open_case(tmp_path / "case.db") as case:
        states = [ruling.state for ruling in case.rulings()]
    assert added_to == [1]
    assert states == ["applied"]
