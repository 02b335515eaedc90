"""Who did it to whom, and are the two kept apart?"""

from __future__ import annotations

import pytest


def names(participants) -> list[str]:
    return [p.span.text for p in participants]


def test_participants_carry_the_chain_that_they_stand_for(stage) -> None:
    scene = stage("The Velm army shelled Korda rebels.").actor("The Velm army", 3).actor("Korda rebels", 5)
    event = scene.mark("shelled", actor=["The Velm army"], recipient=["Korda rebels"]).only()
    assert [(p.span.text, p.chain) for p in (*event.actor, *event.recipient)] == [
        ("The Velm army", 3),
        ("Korda rebels", 5),
    ]


def test_nobody_is_both_actor_and_recipient(stage) -> None:
    scene = stage("The army said its army shelled rebels.").actor("The army", 1).actor("its army", 1).actor("rebels", 2)
    event = scene.mark("shelled", actor=["its army"], recipient=["The army", "rebels"]).only()
    assert names(event.actor) == ["its army"]
    assert names(event.recipient) == ["rebels"]


def test_the_claimant_of_responsibility_is_the_actor(stage) -> None:
    scene = stage("The Korda Front claimed responsibility for the attack on Velm.").actor("The Korda Front", 4)
    event = scene.mark("attack").only()
    assert [(p.span.text, p.chain) for p in event.actor] == [("The Korda Front", 4)]


def test_a_weapon_at_the_head_of_a_sentence_is_the_weapon(stage) -> None:
    event = stage("Mortars hit the embassy.").mark("hit", actor=["Mortars"], recipient=["the embassy"]).only()
    assert names(event.actor) == []
    assert [weapon.text for weapon in event.weapon] == ["Mortars"]
    assert event.mode == "heavy-weapons"


def test_an_unclaimed_attack_has_no_actor(stage) -> None:
    scene = stage("No Korda group claimed responsibility for the attack.").actor("Korda group", 4)
    assert scene.mark("attack").only().actor == ()


def test_the_event_knows_the_innermost_claim_that_tells_it(stage) -> None:
    text = "The agency said a rebel told it raiders had shelled Velm."
    scene = stage(text).claim("a rebel told it raiders had shelled Velm").claim("raiders had shelled Velm")
    assert scene.mark("shelled").only().claim == 1


def test_word_order_tells_who_did_it_where_the_model_does_not(stage) -> None:
    event = stage("Velm troops shelled two villages on Monday.").mark("shelled").only()
    assert names(event.actor) == ["Velm troops"]
    assert names(event.recipient) == ["two villages"]


def test_in_the_passive_who_suffers_stands_before_it_whatever_adverb_is_between(stage) -> None:
    event = stage("The rower was then shot in Korda.").mark("shot").only()
    assert names(event.recipient) == ["The rower"]


@pytest.mark.parametrize(
    ("text", "wound", "bearer"),
    [
        ("Guards found a porter, 34, with a gunshot wound.", "gunshot wound", ["a porter"]),
        ("A clerk was found near the quay with two stab wounds.", "stab wounds", ["A clerk"]),
        ("The driver received one gunshot wound.", "gunshot", ["The driver"]),
        ("The clerk said that gunfire was heard.", "gunfire", []),
    ],
)
def test_who_has_a_wound_suffered_the_act(stage, text: str, wound: str, bearer: list[str]) -> None:
    assert names(stage(text).mark(wound).only().recipient) == bearer


def test_in_the_passive_the_doer_stands_behind_by(stage) -> None:
    event = stage("Three clerks were abducted near Korda by masked gunmen.").mark("abducted").only()
    assert names(event.actor) == ["masked gunmen"]
    assert names(event.recipient) == ["Three clerks"]


def test_where_nobody_is_said_to_have_done_it_nobody_is_made_up(stage) -> None:
    event = stage("Three clerks were abducted near Korda.").mark("abducted").only()
    assert event.actor == ()


def test_a_weapon_is_nobody(stage) -> None:
    event = stage("A roadside bomb wounded three clerks.").mark("wounded").only()
    assert event.actor == ()


def test_time_and_manner_behind_by_are_nobody(stage) -> None:
    event = stage("Three clerks were released by Monday.").mark("released", "RETREAT").only()
    assert event.actor == ()


def test_what_is_marked_as_the_weapon_does_not_act(stage) -> None:
    scene = stage("Mortar shells struck a market in Velm.")
    event = scene.mark("struck", actor=["Mortar shells"], weapon=["Mortar shells"], recipient=["a market"]).only()
    assert event.actor == ()
    assert names(event.recipient) == ["a market"]


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "recipient"),
    [
        ("Jets began air strikes against Korda rebels in May.", "air strikes", "ASSAULT", "Korda rebels"),
        ("The killing of two clerks shook Velm.", "killing", "ASSAULT", "two clerks"),
        ("A raid on a Velm clinic failed.", "raid", "ASSAULT", "a Velm clinic"),
        ("The arrest of Mira Tosk drew crowds.", "arrest", "COERCE", "Mira Tosk"),
        ("New sanctions on Norland were agreed.", "sanctions", "SANCTION", "Norland"),
        ("Talks with the hill clans broke down.", "Talks", "CONSULT", "the hill clans"),
    ],
)
def test_who_suffers_an_act_told_as_a_noun_stands_behind_its_preposition(
    stage, text: str, trigger: str, type_: str, recipient: str
) -> None:
    event = stage(text).actor(recipient, 1).mark(trigger, type_).only()
    assert names(event.recipient) == [recipient]


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Shelling at dawn woke Velm.", "Shelling", "ASSAULT"),
        ("A raid on Monday failed.", "raid", "ASSAULT"),
        ("The guild demanded higher wages.", "demanded", "REQUEST"),
        ("Ostrand called for an end to the siege.", "called for", "REQUEST"),
    ],
)
def test_times_and_wishes_suffer_nothing(stage, text: str, trigger: str, type_: str) -> None:
    assert stage(text).mark(trigger, type_).only().recipient == ()


def test_whoever_launches_an_attack_does_it(stage) -> None:
    event = stage("Velm troops have launched a third raid.").mark("raid").only()
    assert names(event.actor) == ["Velm troops"]


def test_the_words_of_a_report_are_no_part_of_whom_it_tells(stage) -> None:
    event = stage("A clinic, which claimed the clerk was killed, is shut.").mark("killed").only()
    assert names(event.recipient) == ["the clerk"]


CONJUNCTS = {
    "both are armed": (
        "Norland is arming the Tolva Front and the Sons of Osk with rifles.",
        [("arming", "AID", {"recipient": ["the Sons of Osk"]})],
        (["Norland"], ["the Tolva Front", "the Sons of Osk"]),
    ),
    "both attack": (
        "The Tolva Front and the Sons of Osk raided a mill.",
        [("raided", "ASSAULT", {"actor": ["the Sons of Osk"], "recipient": ["a mill"]})],
        (["The Tolva Front", "the Sons of Osk"], ["a mill"]),
    ),
    "the second fires back": (
        "Raiders shot the Tolva Front and the Sons of Osk fired back.",
        [
            ("shot", "ASSAULT", {"recipient": ["the Tolva Front"]}),
            ("fired", "ASSAULT", {"actor": ["the Sons of Osk"]}),
        ],
        (["Raiders"], ["the Tolva Front"]),
    ),
}


@pytest.mark.parametrize("name", CONJUNCTS)
def test_those_whom_and_joins_have_one_role(stage, name: str) -> None:
    text, marks, expected = CONJUNCTS[name]
    scene = stage(text)
    for number, words in enumerate(("Tolva Front", "Sons of Osk")):
        at = text.index(words)
        scene.actor(text[at - 4 : at + len(words)], number)
    for trigger, type_, roles in marks:
        scene.mark(trigger, type_, **roles)
    event = scene.read()[0]
    assert (names(event.actor), names(event.recipient)) == expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Lindt had held a telephone conversation with Korda envoy Mira Tosk.", ("Lindt", "Korda envoy Mira Tosk")),
        ("The premier spoke by phone on Monday with Omar Fell.", ("The premier", "Omar Fell")),
        ("Rehn held a video call with the clan elders.", ("Rehn", "the clan elders")),
    ],
)
def test_a_telephone_call_that_nobody_marked_is_an_event(stage, text: str, parties: tuple[str, str]) -> None:
    event = stage(text).only()
    assert (event.type, event.mode) == ("CONSULT", "phone")
    assert (names(event.actor), names(event.recipient)) == ([parties[0]], [parties[1]])


def test_the_telephone_alone_is_no_talk(stage) -> None:
    assert stage("Phone calls were cut off in Velm, and video conferences cost money.").read() == ()


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Girl shot in Korda.", "Girl"),
        ("Girl accidentally shot at Korda fair.", "Girl"),
        ("Two porters, 19, shot dead outside a mill.", "Two porters"),
        ("Four people shot at a fair in Velm.", "Four people"),
    ],
)
def test_who_stands_before_a_bare_participle_suffers_it(stage, text: str, recipient: str) -> None:
    event = stage(text).mark("shot", actor=[recipient]).only()
    assert ([a.span.text for a in event.actor], [r.span.text for r in event.recipient]) == ([], [recipient])


@pytest.mark.parametrize("text", ["Guards shot dead two clerks.", "Guards shot at rowers.", "A boy shot his brother."])
def test_who_shoots_somebody_is_not_shot(stage, text: str) -> None:
    doer = text.partition(" shot")[0]
    assert [a.span.text for a in stage(text).mark("shot", actor=[doer]).only().actor] == [doer]
