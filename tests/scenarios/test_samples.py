"""The invented sample reports, read from their files to a case, against what a careful reader makes of them.

Gold: samples/gold (reports, incidents, copies). What depends on the marking model is asked for with a margin.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

import dateline
from dateline.model.case import Contents, Incident
from dateline.model.reading import ReadReport
from dateline.model.report import Report
from dateline.store import Case

SAMPLES = Path(__file__).parents[2] / "samples"


def gold(name: str) -> list[dict]:
    return [json.loads(line) for line in (SAMPLES / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()]


@dataclass
class Read:
    """The sample as Dateline reads it, with reports by their gold ids."""

    case: Case
    contents: Contents
    by_gold: dict[str, ReadReport]

    def incidents_of(self, gold_incident: dict) -> list[Incident]:
        """Incidents of the gold type that most of the gold's reports share, the largest first."""
        wanted = {self.by_gold[name].report.id for name in gold_incident["reports"] if name in self.by_gold}
        found = [
            i for i in self.contents.comparison.incidents if i.type == gold_incident["type"] and wanted & set(i.reports)
        ]
        return sorted(found, key=lambda i: -len(wanted & set(i.reports)))

    def incident(self, name: str) -> Incident:
        found = self.incidents_of(next(row for row in gold("incidents") if row["id"] == name))
        assert found, f"no incident for {name}"
        return found[0]

    def names(self, ids) -> set[str]:
        return {alias.name for a in self.contents.comparison.actors if a.id in ids for alias in a.aliases} | {
            a.name for a in self.contents.comparison.actors if a.id in ids
        }


@pytest.fixture(scope="module")
def read(tmp_path_factory) -> Iterator[Read]:
    path = tmp_path_factory.mktemp("samples") / "case.db"
    dateline.build_case([SAMPLES / "reports"], case=path, places=SAMPLES / "places.csv")
    with dateline.open_case(path) as case:
        contents = case.contents()
        yield Read(case, contents, dict(matched([r.report for r in contents.reports], contents)))


def matched(reports: list[Report], contents: Contents) -> Iterator[tuple[str, ReadReport]]:
    """Gold ids with the reports that stand at their file and headline."""
    for row in gold("reports"):
        for found in contents.reports:
            if found.report.file.endswith(row["file"]) and found.report.title == row["title"]:
                yield row["id"], found


def test_every_report_is_found_with_its_headline(read):
    assert {row["id"] for row in gold("reports")} == set(read.by_gold)
    assert len(read.contents.reports) == len(gold("reports"))
    assert read.contents.problems == ()


@pytest.mark.parametrize("row", gold("reports"), ids=lambda row: row["id"])
def test_a_report_has_its_outlet_date_and_credit(read, row):
    report = read.by_gold[row["id"]].report
    assert report.outlet == row["outlet"]
    assert (report.published.value[:10] if report.published else None) == row["published"]
    assert report.published_basis == row["published_basis"]
    assert report.language == row["language"]
    assert report.read is (row["language"] == "en")
    assert report.agency == row["agency"]


FURNITURE = ("READ MORE", "All rights reserved", "Sign up", "Comments are closed", "Tags:", "Terms of use", "Most read",
    "Share this", "Unsubscribe", "Photo:", "[SST]", "© SST", "TNS/File", "Posted tagged", "Skip to main")  # fmt: skip


def test_furniture_is_not_read_as_text(read):
    for found in read.contents.reports:
        for words in FURNITURE:
            assert words not in found.report.text, found.report.title


@pytest.mark.parametrize("row", gold("copies"), ids=lambda row: "+".join(row["reports"]))
def test_shared_passages_are_found_with_their_origin(read, row):
    for pair in combinations(row["reports"], 2):
        ids = {read.by_gold[name].report.id for name in pair}
        groups = [c for c in read.contents.comparison.copies if ids <= set(c.reports)]
        assert groups, f"{pair} share no passage"
    assert any(row["origin"] in (c.origin or "") or (c.origin or "") in row["origin"] for c in groups)


@pytest.mark.parametrize("row", gold("incidents"), ids=lambda row: row["id"])
def test_an_incident_of_its_type_is_found(read, row):
    found = read.incidents_of(row)
    assert found
    assert found[0].begin is None or abs((found[0].begin - type(found[0].begin).fromisoformat(row["begin"])).days) <= 1


def test_the_market_is_in_dispute_and_its_toll_rises(read):
    market = read.incident("market")
    assert market.standing == "contested"
    assert any(contested.attribute == "actor" for contested in market.contested)
    assert market.killed is not None
    assert market.killed.min >= 9
    assert market.killed.max in (17, None)


def test_four_tellings_of_one_source_corroborate_nothing(read):
    convoy = read.incident("convoy")
    assert len(convoy.reports) >= 3
    assert convoy.origins == 1
    assert convoy.standing == "single-origin"


def test_the_ministry_and_a_nurse_are_two_origins(read):
    drones = read.incident("drones")
    assert drones.origins >= 2
    assert drones.standing in ("corroborated", "contested")
    assert drones.killed is not None
    assert drones.killed.min == 2


def test_the_vow_was_carried_out_and_the_other_was_not(read):
    outcomes = {}
    for followup in read.contents.comparison.followups:
        (event,) = [e for e in read.contents.comparison.events if e.id == followup.event]
        outcomes.setdefault(event.report, set()).add(followup.outcome)
    assert "carried-out" in outcomes[read.by_gold["eastbank-vow"].report.id]
    assert outcomes[read.by_gold["tribune-port"].report.id] == {"expired"}


def test_the_speaker_who_changed_his_mind_is_held_to_his_words(read):
    words = [
        " ".join(evidence.span.text for side in c.sides for evidence in side.evidence)
        for c in read.contents.comparison.contradictions
        if c.kind == "same-speaker"
    ]
    assert any("never negotiate" in said and "must negotiate" in said for said in words)


def test_denials_stand_against_what_they_deny(read):
    denied = [c for c in read.contents.comparison.contradictions if c.kind == "denial"]
    reports = {evidence.report for c in denied for side in c.sides for evidence in side.evidence}
    assert read.by_gold["tv-denial"].report.id in reports


def test_the_group_with_the_new_name_is_one_actor_under_both(read):
    bearers = [
        a for a in read.contents.comparison.actors
        if {"Nawras Movement", "Liss Liberation Assembly"} <= {alias.name for alias in a.aliases}
    ]  # fmt: skip
    assert len(bearers) == 1
    first = {alias.name: str(alias.first) for alias in bearers[0].aliases}
    assert first["Nawras Movement"] == "2031-03-04"
    assert first["Liss Liberation Assembly"] == "2031-03-22"


def test_one_leader_under_all_spellings(read):
    leaders = [
        a for a in read.contents.comparison.actors
        if a.kind == "person" and any("Mazr" in alias.name for alias in a.aliases)
    ]  # fmt: skip
    assert len(leaders) == 1
    assert {"Abu Tariq al-Mazruni", "Abu Tarek al-Mazrouni"} <= {alias.name for alias in leaders[0].aliases}


def test_verify_finds_no_fault(read):
    assert dateline.verify_case(read.case).faults == ()
