"""Does the measure of long texts give every text its own marks back?"""

from __future__ import annotations

from training.corpora import Unit
from training.packed import FEWEST, MOST, cut_out, pack, under_one_another


def span(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


READING = {
    "text": "Shells fell.\n\nHe wept, she said.",
    "mentions": [span(0, 6) | {"type": "weapon"}, span(14, 16) | {"type": "person"}],
    "events": [{"trigger": span(7, 11), "type": "ASSAULT", "actor": [span(14, 16)], "weapon": [span(0, 6)]}],
    "claims": [
        {"source": None, "cue": None, "content": [span(0, 11)], "inside": None},
        {"source": span(23, 26), "cue": span(27, 31), "content": [span(14, 21)], "inside": None},
        {"source": None, "cue": None, "content": [span(14, 21)], "inside": 1},
    ],
}


def test_a_text_gets_the_marks_that_lie_in_it_at_its_own_offsets() -> None:
    part = cut_out(READING, 14, 32)
    assert part["text"] == "He wept, she said."
    assert part["mentions"] == [{"start": 0, "end": 2, "type": "person"}]
    assert part["events"] == []
    assert [claim["inside"] for claim in part["claims"]] == [None, 0]
    assert part["claims"][0]["cue"] == span(13, 17)


def test_a_filler_drawn_from_another_text_still_counts_against_the_event() -> None:
    event = cut_out(READING, 0, 12)["events"][0]
    assert event["trigger"] == span(7, 11)
    assert event["actor"] == [span(14, 16)]


def test_every_text_stands_in_one_group_of_the_agreed_size() -> None:
    groups = list(pack(range(100), 3))
    assert sorted(number for group in groups for number in group) == list(range(100))
    assert all(FEWEST <= len(group) <= MOST for group in groups[:-1])


def test_annotations_move_with_their_text() -> None:
    units = [Unit("events", str(n), f"Town {n} fell.", frozenset({"trigger"}), {("trigger", 7, 11)}) for n in range(9)]
    for unit in units:
        unit.events[("trigger", 7, 11)] = ("ASSAULT", None, "actual")
    for whole in under_one_another(units):
        assert {whole.text[start:end] for _, start, end in whole.spans} == {"fell"}
        assert set(whole.events) == whole.spans
