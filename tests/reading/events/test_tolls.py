"""Do the killed and injured of an act get their numbers and bounds?"""

from __future__ import annotations

import pytest

from dateline.model.span import NumberSpan, Span
from dateline.reading.events.casualties import find_casualties

KILLED = [
    ("The raid on Velm market killed at least 30 people.", "raid", [("at least 30", 30, None)]),
    ("Ten rowers were killed in the raid on Velm.", "raid", [("Ten", 10, 10)]),
    ("The attack left 5 dead and more than 20 hurt.", "attack", [("5", 5, 5)]),
    ("After the attack the death toll rose to 15.", "attack", [("15", 15, 15)]),
    ("The blast claimed nine lives in Korda.", "blast", [("nine", 9, 9)]),
    ("The number of people killed in the attack has risen to 14.", "attack", [("14", 14, 14)]),
    (
        "The number of people killed in Monday's attack on the market hall of Velm and the quay has risen to 14.",
        "attack",
        [("14", 14, 14)],
    ),
    ("After the attack on Velm medics counted eleven bodies.", "attack", [("eleven", 11, 11)]),
    ("The blast killed two clerks and three guards.", "blast", [("two", 2, 2), ("three", 3, 3)]),
    ("Ten people, including 3 children, were killed in the raid.", "raid", [("Ten", 10, 10)]),
    ("A village headman was shot dead in Korda.", "shot dead", [("A village headman", 1, 1)]),
    ("A 15-year-old girl died in the raid on Velm.", "raid", [("A 15-year-old girl", 1, 1)]),
    ("Dozens were killed when shells struck Velm.", "struck", [("Dozens", 12, None)]),
    ("Gunmen attacked a bus near Korda. Four passengers died.", "attacked", [("Four", 4, 4)]),
    ("Two gunmen killed five shoppers.", "killed", [("five", 5, 5)]),
    ("The clerk Tor Lund and two guards were killed in the raid.", "raid", [("two", 2, 2)]),
]


def test_no_guard_is_nobody(stage) -> None:
    event = stage("A shell burst at the gate. No Velmish guard was hurt.").mark("burst", injured=["guard"]).only()
    assert [(n.text, n.low, n.high) for n in event.injured] == [("No Velmish guard", 0, 0)]


def test_who_was_not_hit_is_not_hurt(stage) -> None:
    event = stage("Shells struck a car, but the guard was not hit.").mark("struck", injured=["the guard"]).only()
    assert event.injured == ()


def test_the_children_of_a_victim_are_no_number_of_dead(stage) -> None:
    scene = stage("In the raid a clerk and father of two was killed.").mark("raid", killed=["a clerk", "two"])
    assert [n.text for n in scene.only().killed] == ["a clerk"]


@pytest.mark.parametrize(("text", "trigger", "numbers"), KILLED)
def test_an_act_gets_the_number_of_its_dead(stage, text, trigger, numbers) -> None:
    event = stage(text).mark(trigger).only()
    assert [(n.text, n.low, n.high) for n in event.killed] == numbers


@pytest.mark.parametrize(
    ("text", "trigger", "injured", "killed"),
    [
        ("Shells struck Velm but nobody was injured.", "struck", [("nobody", 0, 0)], []),
        ("Shells struck Velm. No injuries were reported.", "struck", [("No injuries", 0, 0)], []),
        (
            "Shells struck Velm. No casualties were reported.",
            "struck",
            [("No casualties", 0, 0)],
            [("No casualties", 0, 0)],
        ),
        (
            "The shelling did not cause any casualties.",
            "shelling",
            [("any casualties", 0, 0)],
            [("any casualties", 0, 0)],
        ),
        ("No one was killed or hurt in the shelling.", "shelling", [("No one", 0, 0)], [("No one", 0, 0)]),
        ("Three rowers were killed and six wounded in the raid.", "raid", [("six", 6, 6)], [("Three", 3, 3)]),
        ("A blast killed five and injured 10 others.", "blast", [("10", 10, 10)], [("five", 5, 5)]),
    ],
)
def test_nobody_hurt_is_the_number_zero_and_the_hurt_are_not_the_dead(stage, text, trigger, injured, killed) -> None:
    event = stage(text).mark(trigger).only()
    assert [(n.text, n.low, n.high) for n in event.injured] == injured
    assert [(n.text, n.low, n.high) for n in event.killed] == killed


def test_a_total_told_later_is_one_more_number_of_the_act(stage) -> None:
    text = "A raid on Velm killed nine porters. Two clerks wept. By nightfall there were 15 dead and 18 hurt."
    event = stage(text).mark("raid").only()
    assert [n.text for n in event.killed] == ["nine", "15"]
    assert [n.text for n in event.injured] == ["18"]


def test_a_headline_drops_the_hedge_of_its_number(stage) -> None:
    event = stage("Raid kills nine in Velm. The raid killed at least nine porters.").mark("Raid").only()
    assert [(n.text, n.high) for n in event.killed] == [("at least nine", None)]


def test_a_part_told_later_is_no_total(stage) -> None:
    text = "A raid on Velm killed nine porters. Five of the dead were women. Six boys are among the killed."
    assert [n.text for n in stage(text).mark("raid").only().killed] == ["nine"]


def test_the_dead_and_the_wounded_are_put_apart(stage) -> None:
    event = stage("After the raid the mayor put the dead at 70 and the wounded at 79.").mark("raid").only()
    assert ([n.text for n in event.killed], [n.text for n in event.injured]) == (["70"], ["79"])


def test_a_marked_number_keeps_its_words_and_gets_bounds(stage) -> None:
    event = stage("Raiders slew a dozen rowers dead.").mark("slew", killed=["a dozen"]).only()
    assert event.killed == (NumberSpan(13, 20, "a dozen", 12, 12),)


def test_people_who_were_shot_are_not_all_dead(stage) -> None:
    assert stage("Raiders shot a dozen rowers.").mark("shot", killed=["a dozen"]).only().killed == ()


def test_the_number_of_a_house_counts_nobody(stage) -> None:
    text = "A man was killed in the 300 block of Quay Road."
    assert [n.text for n in stage(text).mark("killed", killed=["300"]).only().killed] == ["A man"]


@pytest.mark.parametrize(
    ("victim", "bounds"),
    [("Anna Vell", (1, 1)), ("Anna Vell and Tor Lund", (2, 2)), ("Justin Burns", (1, 1)), ("priests", (2, None))],
)
def test_a_named_victim_is_one_person(stage, victim, bounds) -> None:
    event = stage(f"Raiders murdered {victim}").mark("murdered", killed=[victim]).only()
    assert [(n.low, n.high) for n in event.killed] == [bounds]


def test_the_toll_of_a_war_is_not_the_toll_of_a_strike(stage) -> None:
    text = "Jets struck Velm on Monday; 470,000 people have been killed since 2011."
    assert stage(text).mark("struck", killed=["470,000"]).only().killed == ()
    assert stage(text).mark("struck").only().killed == ()


def test_a_number_goes_to_the_act_that_it_is_told_of(stage) -> None:
    text = "Raiders shelled Velm, killing four. Later a bomb exploded in Korda and nine people died."
    shelled, exploded = stage(text).mark("shelled").mark("exploded").read()
    assert [n.text for n in shelled.killed] == ["four"]
    assert [n.text for n in exploded.killed] == ["nine"]


def test_a_part_named_behind_its_whole_is_not_counted_again(stage) -> None:
    text = "The raid killed five clerks, including two women."
    event = stage(text).mark("raid", killed=["five", "two"]).only()
    assert [n.text for n in event.killed] == ["five"]


@pytest.mark.parametrize(
    "text",
    ["Two clerks met 30 guards in Velm.", "The raid began at 10:30 and took 3 hours.", "In 2014 he left 5 books."],
)
def test_other_numbers_count_no_casualties(text: str) -> None:
    assert find_casualties(text, Span(0, len(text), text)) == ()


def test_the_dead_of_a_revolution_told_after_a_strike_are_not_its_dead(stage) -> None:
    text = "Jets struck Velm. It is a year since the uprising, which has seen 9,000 killed."
    assert stage(text).mark("struck").only().killed == ()


def test_a_great_number_in_another_sentence_is_no_single_act(stage) -> None:
    text = "Jets struck Velm. Some 70,000 people have died in Korda."
    assert stage(text).mark("struck").only().killed == ()


def test_a_victim_killed_alongside_others_is_one_of_them(stage) -> None:
    event = stage("Anna Vell was killed alongside two other clerks in a raid.").mark("killed").only()
    assert [(n.text, n.low) for n in event.killed] == [("Anna Vell", 1), ("two", 2)]


def test_a_marked_victim_is_not_counted_twice(stage) -> None:
    event = stage("Anna Vell was killed along with two clerks.").mark("killed", killed=["Anna Vell"]).only()
    assert [(n.text, n.low) for n in event.killed] == [("Anna Vell", 1), ("two", 2)]


def test_a_number_that_was_cut_is_whole_again(stage) -> None:
    event = stage("The rebels killed more than 300,000 people.").mark("killed", killed=["more than 300"]).only()
    assert [(n.text, n.low) for n in event.killed] == [("more than 300,000", 300_001)]


def test_a_number_marked_twice_stays_in_its_sentence(stage) -> None:
    scene = stage("Raiders killed ten clerks. Later they bombed Korda.")
    shot, bombed = scene.mark("killed", killed=["ten"]).mark("bombed", killed=["ten"]).read()
    assert [n.text for n in shot.killed] == ["ten"]
    assert bombed.killed == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The guild showed several photos of a van hit by the strike.", "several"),
        ("The strike on Velm hit 14 houses.", "14"),
        ("Two rockets were fired in the strike on Velm.", "Two"),
    ],
)
def test_a_number_of_things_counts_no_dead(stage, text, number) -> None:
    assert stage(text).mark("strike", killed=[number]).only().killed == ()


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("Five rowers shot, one fatally, in Korda.", "shot", ["one"]),
        ("Six clerks were stabbed, two of them fatally.", "stabbed", ["two"]),
        ("One of the four porters shot at a fair on Friday has died.", "shot", ["One"]),
        ("The blast killed nine according to the Guild, 11 according to the Watch.", "blast", ["nine", "11"]),
        ("A guard killed his wife and two children.", "killed", ["his wife", "two"]),
    ],
)
def test_those_who_died_of_several_are_the_dead(stage, text, trigger, killed) -> None:
    assert [n.text for n in stage(text).mark(trigger).only().killed] == killed


@pytest.mark.parametrize(
    ("text", "marked", "injured"),
    [
        ("A guard was shot and wounded and a raider was killed in the fight.", "A guard", ["A guard"]),
        ("Two are dead and three hospitalized after the fight.", "three", ["three"]),
        ("A raider began a fight, wounding three clerks before fatally shooting himself.", "three", ["three"]),
        ("A fight broke out; two porters were shot, one of them fatally.", "two", []),
        ("A clerk is charged with attempted murder after he shot a guard in the fight.", "a guard", []),
        ("Orm Tasker was the third person killed in Velm this month in a fight.", "the third person", []),
    ],
)
def test_words_beside_a_marked_number_say_that_nobody_died(stage, text, marked, injured) -> None:
    event = stage(text).mark("fight", killed=[marked]).only()
    assert marked not in [n.text for n in event.killed]
    assert [n.text for n in event.injured] == injured


def test_who_was_hit_and_then_killed_stays_dead(stage) -> None:
    event = stage("A clerk was hit by a brick and killed.").mark("hit", killed=["A clerk"]).only()
    assert [n.text for n in event.killed] == ["A clerk"]


def test_who_was_hurt_and_died_of_it_is_dead(stage) -> None:
    scene = stage("A porter hit in the shooting was taken to Velm Hospital and later died.")
    event = scene.mark("shooting", injured=["A porter"]).only()
    assert ([n.text for n in event.killed], event.injured) == (["A porter"], ())
