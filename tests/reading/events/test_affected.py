"""Are the missing, the captured and the displaced counted, and with the act that left them so?"""

from __future__ import annotations

import pytest

from dateline.model.event import AFFECTED
from dateline.model.span import Span
from dateline.reading.events.affected import find_counted

COUNTED = [
    ("Thirty sailors are still missing after the raid.", "missing", 30, 30),
    ("The flood gate gave way and left more than 40 people unaccounted for.", "missing", 41, None),
    ("Twelve of the crew remain unaccounted for.", "missing", 12, 12),
    ("Guards of Velm arrested 14 pupils.", "captured", 14, 14),
    ("Rebels captured two villages and 30 soldiers.", "captured", 30, 30),
    ("Dozens of fighters were taken prisoner near Korda.", "captured", 12, None),
    ("Nine pilgrims, including a nun, were abducted.", "captured", 9, 9),
    ("Gunmen seized three Kenyans on the quay.", "captured", 3, 3),
    ("The shelling forced some 3,000 families to flee.", "displaced", 3000, 3000),
    ("About 5,000 people were displaced.", "displaced", 5000, 5000),
    ("More than 200 residents fled the fighting.", "displaced", 201, None),
    ("The raid left tens of thousands homeless.", "displaced", 10000, None),
]

NOT_COUNTED = [
    "Troops seized 300 kilos of flour.",
    "Rebels captured two villages.",
    "30 gunmen told villagers to flee.",
    "Two robbers fled the shop.",
    "Six porters were detained in hospital.",
    "Fighters of Division 13 were captured.",
    "Nobody was arrested on 12 March.",
]


@pytest.mark.parametrize(("text", "kind", "low", "high"), COUNTED)
def test_words_tell_whom_a_number_counts(text: str, kind: str, low: int, high: int | None) -> None:
    assert [(a.kind, a.number.low, a.number.high) for a in find_counted(text, Span(0, len(text), text))] == [
        (kind, low, high)
    ]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_things_runaways_and_names_of_units_are_not_counted(text: str) -> None:
    assert list(find_counted(text, Span(0, len(text), text))) == []


def test_the_act_itself_gets_the_number(stage) -> None:
    text = "Shells struck Velm. Police arrested five porters."
    act, arrest = stage(text).mark("struck").mark("arrested", "COERCE", "arrest").read()
    assert ([n.low for n in act.captured], [n.low for n in arrest.captured]) == ([], [5])


def test_a_sentence_behind_the_act_tells_who_had_to_leave(stage) -> None:
    event = stage("Shells struck Velm on Monday. Some 900 villagers were displaced.").mark("struck").only()
    assert [(n.text, n.low) for n in event.displaced] == [("Some 900", 900)]


def test_the_dead_are_not_counted_again_as_missing(stage) -> None:
    event = stage("The raid on Velm left 9 people dead and 4 people missing.").mark("raid").only()
    assert {kind: [n.low for n in getattr(event, kind)] for kind in ("killed", *AFFECTED)} == {
        "killed": [9], "missing": [4], "captured": [], "displaced": []
    }  # fmt: skip
