"""Is an act told as done, coming, possible or not done?"""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "status"),
    [
        ("Raiders attacked Velm.", "attacked", "ASSAULT", "actual"),
        ("The army did not attack Velm.", "attack", "ASSAULT", "negated"),
        ("The guards have abducted nobody.", "abducted", "ASSAULT", "negated"),
        ("No arrests were made in Velm.", "arrests", "COERCE", "negated"),
        ("The clerk has never been charged.", "charged", "ACCUSE", "negated"),
        ("Korda denied attacking Velm.", "attacking", "ASSAULT", "negated"),
        ("Korda denied that it had supplied guns.", "supplied", "AID", "negated"),
        ("The two sides failed to reach a deal.", "deal", "AGREE", "negated"),
        ("Korda denied any role in the attack.", "attack", "ASSAULT", "actual"),
        ("Korda will send tents to Velm.", "send", "AID", "future"),
        ("The rebels vowed to storm Velm.", "storm", "ASSAULT", "future"),
        ("The rebels vowed to launch a new offensive.", "offensive", "ASSAULT", "future"),
        ("The premier is set to visit Velm.", "visit", "CONSULT", "future"),
        ("If the rebels attack Velm the army leaves.", "attack", "ASSAULT", "actual"),
        ("The rebels might attack Velm.", "attack", "ASSAULT", "hypothetical"),
        ("Korda called for sanctions on Velm.", "sanctions", "SANCTION", "hypothetical"),
        ("Guards were sent to prevent attacks on Velm.", "attacks", "ASSAULT", "hypothetical"),
        ("Velm says it will not accept boats.", "not accept", "REJECT", "actual"),
    ],
)
def test_plain_words_before_an_act_say_whether_it_happened(stage, text, trigger, type_, status) -> None:
    assert stage(text).mark(trigger, type_).only().status == status


def test_what_the_model_takes_for_unreal_stays_so(stage) -> None:
    assert stage("If the rebels attack Velm.").mark("attack", status="hypothetical").only().status == "hypothetical"
