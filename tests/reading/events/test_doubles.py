"""Is one happening told once?"""

from __future__ import annotations

from dataclasses import replace

import pytest


@pytest.mark.parametrize(
    ("text", "first", "second", "kept"),
    [
        ("Ten clerks were killed in a bomb attack in Velm.", "killed", "attack", "attack"),
        ("A blast in Velm killed ten clerks.", "blast", "killed", "blast"),
        ("Raiders opened fire on a bus, killing ten.", "opened fire", "killing", "opened fire"),
    ],
)
def test_the_harm_of_an_act_is_no_event_of_its_own(stage, text, first, second, kept) -> None:
    event = stage(text).mark(first).mark(second).only()
    assert event.trigger.text == kept
    assert sum(n.low or 0 for n in event.killed) == 10


def test_the_act_takes_over_the_roles_of_its_harm(stage) -> None:
    scene = stage("Ten clerks were killed in a bomb attack in Velm.")
    event = scene.mark("killed", recipient=["Ten clerks"]).mark("attack", weapon=["bomb"]).only()
    assert [p.span.text for p in event.recipient] == ["Ten clerks"]
    assert [w.text for w in event.weapon] == ["bomb"]


def test_two_acts_stay_two(stage) -> None:
    found = stage("Raiders shot a clerk. Later a bomb exploded in Korda.").mark("shot").mark("exploded").read()
    assert [e.trigger.text for e in found] == ["shot", "exploded"]


def test_of_overlapping_triggers_one_is_kept(stage) -> None:
    assert len(stage("Raiders opened fire on a bus.").mark("opened fire").mark("fire").read()) == 1


def test_the_verb_that_carries_the_noun_of_an_act_is_no_event_of_its_own(stage) -> None:
    scene = stage("Norland launched a large offensive near Velm.")
    event = scene.mark("launched", actor=["Norland"]).mark("offensive", place=["Velm"]).only()
    assert event.trigger.text == "offensive"
    assert [p.span.text for p in event.actor] == ["Norland"]


def test_a_verb_before_another_act_stays(stage) -> None:
    found = stage("They conducted a raid and shot a clerk.").mark("conducted").mark("shot").read()
    assert [e.trigger.text for e in found] == ["conducted", "shot"]


def test_what_is_most_likely_no_event_is_left_out(stage) -> None:
    scene = stage("The old bridge and the long war.").mark("war")
    scene.events = [replace(scene.events[0], confidence=0.15)]
    assert scene.read() == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Karsh League vowed on Friday to attack Velm.", "THREATEN"),
        ("The Karsh League pledged aid to the town that they attack.", "AGREE"),
    ],
)
def test_a_vow_to_attack_is_a_threat(stage, text, kind) -> None:
    vow = "vowed" if "vowed" in text else "pledged"
    events = stage(text).mark(vow, "AGREE").mark("attack", status="future").read()
    assert events[0].type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The guild condemned the strike by the army on Velmar village.", "ASSAULT"),
        ("A drone strike hit the quay of Velm.", "ASSAULT"),
        ("The strike on Friday closed the quay of Velm.", "PROTEST"),
        ("Dock workers began a strike on the quays of Velm.", "PROTEST"),
    ],
    ids=["on a village", "by air", "on a day", "of workers"],
)
def test_a_strike_on_a_village_is_no_strike_of_workers(stage, text, kind) -> None:
    assert stage(text).mark("strike", "PROTEST").only().type == kind
