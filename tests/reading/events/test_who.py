"""Who did it to whom, and are the two kept apart?"""

from __future__ import annotations


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
