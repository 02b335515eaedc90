"""Sets that mark an event here and there teach what they mark, and nothing by their silence."""

import json
from pathlib import Path

import pytest
from training.corpora import Unit, read_single_events

RECORD = {
    "id": "one",
    "text": "Rebels shelled the town 's market with mortars .",
    "meta": {"tokenised": True},
    "spans": [{"id": "a", "start": 0, "end": 6}, {"id": "b", "start": 15, "end": 33}],
    "events": [
        {
            "type": "conflict.attack.bombing",
            "trigger": [7, 14],
            "args": [
                {"role": "evt001arg01attacker", "entity": "a"},
                {"role": "evt001arg02target", "entity": "b"},
            ],
        }
    ],
}


@pytest.fixture
def read(tmp_path: Path):
    def from_records(*records: dict) -> list[Unit]:
        path = tmp_path / "dev.jsonl"
        path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        return list(read_single_events(path))

    return from_records


def test_an_event_keeps_its_words_where_the_spaces_of_the_tokeniser_go(read) -> None:
    (unit,) = read(RECORD)
    (trigger,) = unit.events
    words = {name: unit.text[place[1] : place[2]] for name, _, place in unit.links}
    assert unit.text == "Rebels shelled the town's market with mortars."
    assert unit.text[trigger[1] : trigger[2]] == "shelled"
    assert words == {"actor": "Rebels", "recipient": "the town's market"}


def test_no_layer_counts_as_marked_through(read) -> None:
    (unit,) = read(RECORD)
    assert unit.layers == frozenset()


def test_neither_mode_nor_status_is_made_up(read) -> None:
    (unit,) = read(RECORD)
    assert list(unit.events.values()) == [("ASSAULT", None, None)]


def test_types_without_an_equal_in_plover_are_left_out(read) -> None:
    assert read(RECORD | {"events": [RECORD["events"][0] | {"type": "movement.transportperson.n/a"}]}) == []
