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


@pytest.mark.parametrize(
    ("text", "cue", "modality", "trigger", "status"),
    [
        ("Clerks expect the army to raid Velm.", "expect", "predicted", "raid", "future"),
        ("The guild threatened a strike in May.", "threatened", "threatened", "strike", "future"),
        ("The captain swore to avenge them.", "swore", "threatened", "avenge", "future"),
        ("The envoy begged both sides to free them.", "begged", "requested", "free", "hypothetical"),
        ("Officials deny having arrested a clerk.", "deny", "denied", "arrested", "negated"),
        ("The owners denied a bomb had exploded there.", "denied", "denied", "exploded", "negated"),
        ("Police disputed that officers had shot him.", "disputed", "denied", "shot", "negated"),
        ("The Front denied any role in the killing of a clerk.", "denied", "denied", "killing", "actual"),
        ("Osk disavowed the men who killed a clerk.", "disavowed", "denied", "killed", "actual"),
        ("Norland condemned the raid on Velm.", "condemned", "alleged", "raid", "actual"),
    ],
)
def test_the_claim_that_tells_an_act_says_whether_it_happened(
    stage, text: str, cue: str, modality: str, trigger: str, status: str
) -> None:
    content = text.split(f"{cue} ")[1].rstrip(".")
    assert stage(text).claim(content, modality, cue).mark(trigger).only().status == status
