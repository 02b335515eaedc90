"""Our annotations keep offsets only; the words come from the sets that they are of."""

from __future__ import annotations

import json
from pathlib import Path

from training.annotated import ANNOTATED, read_annotated

TEXT = "A rower slept.\nRaiders shot two guards in Velm ."
EVENT = {"trigger": [8, 12], "type": "ASSAULT", "status": "actual", "actor": [[0, 7]], "injured": [[13, 16]]}


def _bench(folder: Path, name: str, file: str) -> tuple[Path, Path]:
    (folder / name).mkdir()
    (folder / name / file).write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")
    annotated = folder / "events.jsonl"
    annotated.write_text(json.dumps({"set": name, "record": "a", "unit": [15, 48], "events": [EVENT]}) + "\n")
    return folder, annotated


def test_a_unit_is_cut_from_its_text_with_its_events(tmp_path: Path) -> None:
    (unit,) = read_annotated(*_bench(tmp_path, "polnear", "train.jsonl"))
    assert unit.text == "Raiders shot two guards in Velm ."
    assert {(name, unit.text[a:b]) for name, a, b in unit.spans} == {
        ("trigger", "shot"),
        ("actor", "Raiders"),
        ("count", "two"),
    }
    assert unit.events == {("trigger", 8, 12): ("ASSAULT", None, "actual")}


def test_a_tokenised_text_is_learnt_as_it_would_stand_in_print(tmp_path: Path) -> None:
    (unit,) = read_annotated(*_bench(tmp_path, "rams", "dev.jsonl"))
    assert unit.text == "Raiders shot two guards in Velm."


def test_no_words_of_others_are_kept() -> None:
    known = {"set", "record", "unit", "events"}
    roles = {"trigger", "actor", "recipient", "place", "date", "weapon", "killed", "injured"}
    for line in ANNOTATED.read_text(encoding="utf-8").splitlines():
        unit = json.loads(line)
        assert unit.keys() == known
        for event in unit["events"]:
            assert event.keys() <= roles | {"type", "mode", "status"}
            spans = [event["trigger"], *(span for role in roles - {"trigger"} for span in event.get(role, ()))]
            assert all(0 <= a < b <= unit["unit"][1] - unit["unit"][0] for a, b in spans)
