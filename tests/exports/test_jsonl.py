"""A case leaves as JSON Lines, in the contract's form."""

import json

import pytest

from dateline.errors import WrongUsage
from dateline.exports import export_jsonl
from dateline.exports.reliability import judged_by
from dateline.model.case import Contents
from dateline.model.rows import KINDS
from tests.store.cases import conclusions, invented_report

CONTENTS = Contents((invented_report(),), conclusions())


def test_there_is_a_file_for_every_kind_of_noun(tmp_path):
    assert [path.stem for path in export_jsonl(CONTENTS, tmp_path)] == list(KINDS)


def test_spans_read_what_they_point_at(tmp_path):
    export_jsonl(CONTENTS, tmp_path)
    report, event = (json.loads((tmp_path / name).read_text("utf-8")) for name in ("reports.jsonl", "events.jsonl"))
    for span in (event["trigger"], *event["actor"], *event["place"], *event["killed"]):
        assert report["text"][span["start"] : span["end"]] == span["text"]
    assert event["killed"][0]["low"] == 3
    assert event["killed"][0]["high"] is None
    assert event["actor"][0]["actor"] == "a1"
    assert event["incident"] == "i1"


def test_the_same_case_gives_the_same_bytes(tmp_path):
    first = [path.read_bytes() for path in export_jsonl(CONTENTS, tmp_path / "one")]
    assert first == [path.read_bytes() for path in export_jsonl(CONTENTS, tmp_path / "two")]


def test_the_origin_ledger_leaves_with_the_incident(tmp_path):
    export_jsonl(CONTENTS, tmp_path)
    incident = json.loads((tmp_path / "incidents.jsonl").read_text("utf-8"))
    assert incident["tellings"] == [
        {
            "report": "r1",
            "outlet": None,
            "chain": ["Echo"],
            "origin": "Echo",
            "why": "A report without an outlet credits Echo.",
            "events": ["e1"],
        }
    ]


def test_the_casualty_ledger_leaves_with_the_incident(tmp_path):
    export_jsonl(CONTENTS, tmp_path)
    incident = json.loads((tmp_path / "incidents.jsonl").read_text("utf-8"))
    (figure,) = incident["figures"]
    assert CONTENTS.reports[0].report.text[figure["start"] : figure["end"]] == figure["text"] == "at least three"
    told = ("quantity", "low", "high", "report", "whom", "as_of", "event", "origin", "counted", "why")
    assert [figure[key] for key in told] == ["killed", 3, None, "r1", "people", "2031-05-06", "e1", "Echo", True, ""]
    assert incident["by_rule"] == {"killed": {"acled": 3, "airwars": None}}


def test_an_incident_bears_its_grades_and_no_reliability_that_nobody_gave(tmp_path):
    export_jsonl(CONTENTS, tmp_path)
    incident = json.loads((tmp_path / "incidents.jsonl").read_text("utf-8"))
    assert incident["airwars"] == "weak"
    assert incident["admiralty"] == {"reliability": "F", "credibility": 3}


def test_a_trusted_outlet_lends_its_letter_to_nobody_whom_it_quotes(tmp_path):
    outlets = tmp_path / "outlets.csv"
    outlets.write_text("name,aliases,reliability\nHerald of Korda,Korda Herald,b\nEcho,,c\n", "utf-8")
    export_jsonl(judged_by(CONTENTS, outlets), tmp_path)
    report, incident = (json.loads((tmp_path / f"{kind}.jsonl").read_text()) for kind in ("reports", "incidents"))
    assert report["reliability"] == "B"
    assert incident["admiralty"]["reliability"] == "C"


@pytest.mark.parametrize(
    ("written", "said"), [("name\nKorda Herald\n", "no outlet has a letter"), ("name,reliability\nX,G\n", "is none of")]
)
def test_a_list_that_cannot_be_used_is_an_error(tmp_path, written, said):
    outlets = tmp_path / "outlets.csv"
    outlets.write_text(written, "utf-8")
    with pytest.raises(WrongUsage, match=said):
        judged_by(CONTENTS, outlets)


def test_omissions_are_exported_with_their_words(tmp_path):
    export_jsonl(CONTENTS, tmp_path)
    omissions = json.loads((tmp_path / "omissions.jsonl").read_text("utf-8"))
    (killed,) = omissions["details"]
    assert killed["left_out"] == ["Velm Mail"]
    assert killed["told"][0]["evidence"][0]["text"] == "at least three"
    assert omissions["not_covered"] == [{"outlet": "Coast Gazette", "published": 2}]
