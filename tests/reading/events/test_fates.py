"""Are single persons who died or were hurt found, and given to the act that they suffered?"""

from __future__ import annotations

import pytest

KILLED = [
    ("A man was shot in Korda. The victim, 23, died at the hospital.", "shot", ["The victim"]),
    ("Girl, 4, Shot in Korda Home Dies", "Shot", ["Girl"]),
    ("Teen dies of accidental gunshot wound", "gunshot wound", ["Teen"]),
    ("A clerk injured in Monday's shooting has died of her wounds", "shooting", ["A clerk"]),
    ("The driver, 34, and his son were killed in the blast.", "blast", ["The driver", "his son"]),
    ("A raid on Velm killed the porter and a clerk.", "raid", ["the porter", "a clerk"]),
    ("Police hold two men over the shooting death of a 23-year-old rower.", "shooting", ["a 23-year-old"]),
    ("Teen dies in Korda. Two clerks wept. They met. They sang. Police came after the shooting.", "shooting", ["Teen"]),
    ("The guard shot his wife, then killed himself", "shot", ["The guard"]),
    ("Shots were fired in Korda. Two clerks hid. The guard died at the scene.", "fired", ["The guard"]),
    ("Shots were fired in Korda. Guards found a clerk and a porter dead.", "fired", ["a clerk", "a porter"]),
    ("A rower found the body of a clerk, who had a gunshot wound.", "gunshot wound", ["a clerk"]),
    ("A shooting in Korda. His mother and younger brother were dead.", "shooting", ["His mother", "brother"]),
    ("The porter had been shot twice and was pronounced dead in Korda.", "shot", ["The porter"]),
    ("A porter was shot in Korda. The porter was flown to Velm Hospital but died.", "shot", ["The porter"]),
    ("A guard was shot in Korda. The guard was later pronounced deceased.", "shot", ["The guard"]),
    ("Korda Man Fatally Shot By Velm Guard During Chase", "Fatally Shot", ["Korda Man"]),
]


@pytest.mark.parametrize(("text", "trigger", "persons"), KILLED)
def test_a_single_person_who_died_is_one_of_the_dead(stage, text, trigger, persons) -> None:
    event = stage(text).mark(trigger).only()
    assert [(n.text, n.low, n.high) for n in event.killed] == [(person, 1, 1) for person in persons]


@pytest.mark.parametrize(
    "text",
    [
        "A porter was attacked in Korda. The porter could have died.",
        "A porter was attacked in Korda. His father had died of cancer.",
        "Raiders attacked Korda. The bill died in Tuesday's session.",
        "A clerk attacked a guard. He is charged with the attempted murder of the guard.",
        "Raiders attacked Korda. They are threatening to kill the mayor.",
    ],
)
def test_who_did_not_die_there_is_not_counted(stage, text) -> None:
    assert stage(text).mark("attacked").only().killed == ()


def test_a_person_told_again_is_not_counted_again(stage) -> None:
    text = "A porter was shot dead in Korda. Orm Tasker died at the scene. The porter was pronounced dead at noon."
    event = stage(text).mark("shot dead").only()
    assert [n.text for n in event.killed] == ["A porter"]


def test_of_a_counted_toll_the_persons_are_a_part(stage) -> None:
    text = "A bomb killed three porters in Korda. The driver died in hospital."
    assert [n.text for n in stage(text).mark("bomb").only().killed] == ["three"]


def test_who_was_hurt_and_died_is_dead(stage) -> None:
    event = stage("A clerk hurt in the blast has died.").mark("blast", injured=["A clerk"]).only()
    assert ([n.text for n in event.killed], event.injured) == (["A clerk"], ())


def test_an_age_is_no_number_of_dead(stage) -> None:
    text = "Orm Tasker, 17, was killed in a raid."
    assert stage(text).mark("raid", killed=["17"]).only().killed == ()
    text = "A raid on Velm left a 15-year-old dead."
    event = stage(text).mark("raid", killed=["15"]).only()
    assert [(n.text, n.low) for n in event.killed] == [("15-year-old", 1)]


def test_he_whom_nothing_names_is_who_suffered_the_act(stage) -> None:
    text = "Raiders shot Orm Tasker in Korda. He died at noon."
    assert [n.text for n in stage(text).mark("shot", recipient=["Orm Tasker"]).only().killed] == ["Orm Tasker"]


def test_who_was_killed_may_stand_in_a_relative_clause(stage) -> None:
    text = "The clerk, who was killed in the raid, had two sons."
    assert [n.text for n in stage(text).mark("raid").only().killed] == ["The clerk"]
