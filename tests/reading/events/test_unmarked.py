"""An act of violence that nobody marked is found by the words for those whom it hurt; what counts nobody is no toll."""

from __future__ import annotations

import pytest
from tests.reading.events.conftest import cut

from dateline.reading.events.no_count import is_no_count


def test_who_was_shot_dead_tells_of_an_act_though_nobody_marked_one(stage) -> None:
    event = stage("Two clerks were shot dead in Velm on Monday.").only()
    assert (event.type, event.trigger.text, [n.low for n in event.killed]) == ("ASSAULT", "shot", [2])


@pytest.mark.parametrize(
    "text", ["A porter was accidentally shot by his uncle in Velm.", "A guard in Velm shot himself in the foot."]
)
def test_who_was_shot_by_accident_tells_of_an_act_too(stage, text) -> None:
    event = stage(text).only()
    assert (event.type, event.trigger.text) == ("ASSAULT", "shot")


def test_an_act_that_is_marked_is_told_once(stage) -> None:
    event = stage("A raid shook Velm. Two clerks were shot dead.").mark("raid").only()
    assert (event.trigger.text, [n.low for n in event.killed]) == ("raid", [2])


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen opened fire in Velm. Nobody was hit.",
        "A porter died when a crane fell in Velm.",
        "The shelling of Velm went on for days.",
    ],
    ids=["nobody hurt", "an accident", "nobody told of"],
)
def test_without_violence_and_somebody_hurt_by_it_nothing_is_added(stage, text) -> None:
    assert stage(text).read() == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3 arrested in fatal raid on Velm", "3"),
        ("Two men have been charged over the raid.", "Two"),
        ("He was hit above one eye.", "one"),
        ("Shells hit 4 trucks.", "4"),
        ("They shot the family dog.", "the family dog"),
        ("Orm Tasker, 17, was shot.", "17"),
        ("They met at the 300 block of Quay Road.", "300"),
        ("Murder charges were filed against three suspects.", "three"),
    ],
)
def test_suspects_things_animals_ages_and_addresses_count_nobody(text: str, words: str) -> None:
    assert is_no_count(text, cut(text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4 rowers were killed in Velm.", "4"),
        ("Two shot dead in Velm, one held", "Two"),
        ("They shot the clerk.", "the clerk"),
        ("Two suspects were shot dead by guards.", "Two"),
    ],
)
def test_victims_are_counted(text: str, words: str) -> None:
    assert not is_no_count(text, cut(text, words))


def test_who_suffers_an_injury_is_injured(stage) -> None:
    text = "Gunmen raided the market of Velm. The clerk Tor Lund suffered a minor hand injury."
    event = stage(text).mark("raided").only()
    assert [(n.low, n.text) for n in event.injured] == [(1, "The clerk Tor Lund")]
