"""Is the mode of an act told by its trigger, its weapon or the words beside it?"""

from __future__ import annotations

import pytest

from dateline.model.event import MODES


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "mode"),
    [
        ("Mortar crews shelled Velm.", "shelled", "ASSAULT", "heavy-weapons"),
        ("Jets carried out an airstrike on Velm.", "airstrike", "ASSAULT", "aerial"),
        ("A drone strike hit Velm.", "strike", "ASSAULT", "drone"),
        ("A car bomb exploded in Velm.", "exploded", "ASSAULT", "explosives"),
        ("A suicide attack hit Velm.", "suicide attack", "ASSAULT", "suicide-attack"),
        ("Raiders shot a clerk.", "shot", "ASSAULT", "firearms"),
        ("A mill came under fire, with mortar shells landing.", "came under fire", "ASSAULT", "heavy-weapons"),
        ("A mill came under fire in Velm.", "came under fire", "ASSAULT", "firearms"),
        ("A mill came under fire. Two rockets fell by the road.", "under fire", "ASSAULT", "heavy-weapons"),
        ("The fort came under fire. One of the mortar shells lit a barn.", "under fire", "ASSAULT", "heavy-weapons"),
        ("A mill came under fire. Rockets are sold in Korda.", "under fire", "ASSAULT", "firearms"),
        ("Raiders kidnapped a clerk.", "kidnapped", "ASSAULT", "abduct"),
        ("A clerk was stabbed in Velm.", "stabbed", "ASSAULT", "primitive"),
        ("Raiders torched a mill.", "torched", "ASSAULT", "destroy"),
        ("Police fired tear gas.", "tear gas", "ASSAULT", "crowd-control"),
        ("Raiders attacked Velm.", "attacked", "ASSAULT", None),
        ("The two ministers spoke by phone.", "spoke", "CONSULT", "phone"),
        ("The premier visited Velm.", "visited", "CONSULT", "visit"),
        ("The guild went on a hunger strike.", "hunger strike", "PROTEST", "hunger"),
        ("Police arrested two clerks.", "arrested", "COERCE", "arrest"),
        ("A court sentenced the clerk.", "sentenced", "SANCTION", "convict"),
        ("The two armies agreed a truce.", "truce", "RETREAT", "ceasefire"),
        ("Velm praised Korda.", "praised", "SUPPORT", None),
    ],
)
def test_words_give_a_mode_where_the_model_gives_none(stage, text, trigger, type_, mode) -> None:
    assert stage(text).mark(trigger, type_).only().mode == mode


@pytest.mark.parametrize(
    ("weapon", "mode"),
    [
        ("mortar shells", "heavy-weapons"),
        ("a roadside bomb", "explosives"),
        ("an axe", "primitive"),
        ("an assault rifle", "firearms"),
        ("chlorine", "unconventional"),
        ("warplanes", "aerial"),
    ],
)
def test_the_weapon_tells_the_mode_of_an_attack(stage, weapon, mode) -> None:
    assert stage(f"Raiders attacked Velm with {weapon}").mark("attacked", weapon=[weapon]).only().mode == mode


def test_a_mode_of_another_type_is_dropped(stage) -> None:
    event = stage("The premier met the mayor.").mark("met", "CONSULT", mode="firearms").only()
    assert event.mode is None
    assert "firearms" not in MODES["CONSULT"]


@pytest.mark.parametrize(
    ("text", "trigger", "weapons"),
    [
        ("Raiders attacked a clerk with an axe.", "attacked", ["an axe"]),
        ("A roadside bomb exploded near Velm.", "exploded", ["A roadside bomb"]),
        ("Raiders hurled two petrol bombs at a mill.", "hurled", ["two petrol bombs"]),
        ("A grenade attack shook Velm.", "attack", ["A grenade"]),
        ("Warplanes attacked Velm.", "attacked", []),
        ("Police seized guns after raiders attacked Velm.", "attacked", []),
    ],
)
def test_word_order_joins_a_weapon_to_its_attack(stage, text, trigger, weapons) -> None:
    assert [w.text for w in stage(text).mark(trigger).only().weapon] == weapons
