"""What a user types, and what comes back."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from dateline.cli import app
from dateline.store import Batch, Source, open_case
from tests.store.cases import conclusions, invented_report


@pytest.fixture
def case(tmp_path):
    """A case that is read by hand, so that no model is needed."""
    path = tmp_path / "case.db"
    with open_case(path, create=True) as opened:
        source = Source("reports/a.txt", "/gone/a.txt", "0", "1")
        opened.put(Batch([source], [invented_report()], [source]))
        opened.put_comparison([], conclusions(), rule="acled")
    return str(path)


def typed(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The whole program, as a user starts it."""
    return subprocess.run([sys.executable, "-m", "dateline", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("verb", ["read", "show", "report", "export", "search", "verify", "parse", "explain", "decide"])
def test_every_command_explains_itself(verb):
    assert "Usage:" in typed(verb, "--help")


@pytest.mark.parametrize(
    "kind",
    [
        "incidents",
        "reports",
        "actors",
        "claims",
        "events",
        "contested",
        "copies",
        "contradictions",
        "followups",
        "omissions",
        "speakers",
        "suggestions",
        "problems",
    ],
)
def test_every_kind_can_be_listed_for_people_and_programs(case, kind):
    typed("show", case, kind)
    assert isinstance(json.loads(typed("show", case, kind, "--json")), list)


def test_incidents_are_shown_with_names_in_the_place_of_ids(case):
    shown = typed("show", case)
    assert "Gunmen" in shown
    assert "Velm" in shown
    assert "a1" not in shown


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--actor", "gunm"], 1),
        (["--actor", "nobody"], 0),
        (["--place", "velm"], 1),
        (["--place", "elsewhere"], 0),
        (["--standing", "contested"], 0),
        (["--type", "assault"], 1),
        (["--since", "2031-05-07"], 0),
        (["--until", "2031-05-06"], 1),
    ],
)
def test_incidents_can_be_filtered(case, filters, found):
    assert len(json.loads(typed("show", case, "incidents", "--json", *filters))) == found


def test_words_are_found(case):
    assert [found["id"] for found in json.loads(typed("search", case, "gunmen", "--json"))] == ["r1"]


def test_an_incident_explains_itself_by_words_by_the_start_of_its_id_and_as_json(case):
    assert "Why it is single-origin" in typed("explain", case, "shooting", "velm")
    assert json.loads(typed("explain", case, "i1", "--json"))["kind"] == "incident"


def test_what_may_be_meant_is_listed(case):
    assert {match["kind"] for match in json.loads(typed("explain", case, "gunmen", "k", "--json"))} >= {"incident"}


def test_nothing_to_explain_says_what_to_do(case):
    result = run("explain", case, "volcano")
    assert result.returncode == 2
    assert "dateline show" in result.stderr


def test_a_speaker_who_is_not_there_says_where_to_look(case):
    result = run("show", case, "speaker", "volcano")
    assert result.returncode == 2
    assert "speakers" in result.stderr


def test_a_source_that_is_gone_makes_verify_fail(case):
    result = CliRunner().invoke(app, ["verify", case])
    assert result.exit_code == 1
    assert "gone" in result.output


def test_an_export_and_a_dossier_are_written(case, tmp_path):
    typed("export", case, "--out", str(tmp_path / "out"))
    assert (tmp_path / "out" / "incidents.jsonl").exists()
    typed("report", case, "--out", str(tmp_path / "dossier"))
    assert (tmp_path / "dossier" / "index.html").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "nowhere.db"], "no such case"),
        (["read", "here"], "name a case file"),
        (["explain", "nowhere.db", "x"], "no such case"),
        (["export", "nowhere.db", "--out", "x", "--format", "tape"], "known are"),
        (["parse", "--jsonl", "nowhere.jsonl"], "needs a file to write to"),
        (["parse", "x.txt", "--published", "yesterday", "--jsonl"], "needs a file to write to"),
        (["read", "here", "--case", "x.db", "--map", "published"], "FIELD=PATH"),
    ],
)
def test_wrong_usage_is_one_clear_line_and_status_2(arguments, said):
    result = run(*arguments)
    assert result.returncode == 2
    assert said in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr


def test_a_decision_is_written_down_listed_and_undone(case):
    assert "Nothing was decided yet" in typed("decide", case)
    said = typed(
        "decide", case, "rename", "a1", "The Gunmen", "--later", "--who", "R. Editor", "--reason", "as they say"
    )
    assert "1: rename Gunmen → The Gunmen" in said
    typed("decide", case, "undo", "1", "--later", "--who", "R. Editor")
    log = json.loads(typed("decide", case, "list", "--json"))
    assert [(entry["action"], entry["undoes"], entry["who"]) for entry in log] == [
        ("rename", None, "R. Editor"),
        ("undo", 1, "R. Editor"),
    ]
    assert "as they say" in typed("decide", case, "list")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("merge",), "say what about"),
        (("merge", "Gunmen", "Nobody"), "no actor of that name"),
        (("undo", "7"), "no decision of that number"),
        (("undo", "x"), "number of one decision"),
        (("import", "nowhere.jsonl"), "no such file"),
    ],
)
def test_a_decision_that_makes_no_sense_is_one_clear_line(case, arguments, said):
    result = run("decide", case, *arguments)
    assert result.returncode == 2
    assert said in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
