"""A case leaves as JSON Lines, in the contract's form."""

import json

from dateline.exports import export_jsonl
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
