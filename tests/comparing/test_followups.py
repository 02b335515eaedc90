"""Which threats and vows were followed by the act? Invented threats, and what later reports tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.comparing.followups import find_followups
from dateline.model.case import Followup
from tests.comparing.build_reports import Act, Said
from tests.comparing.set_in_case import Case, Story, case_of

VOW = Story(
    "vow",
    "The Karsh League vowed to attack the airfield at Kelmar by Sunday.",
    [Said("The Karsh League", "to attack the airfield at Kelmar by Sunday")],
    [
        Act("vowed", type="THREATEN", mode="violence", actor="The Karsh League"),
        Act("attack", status="future", actor="The Karsh League", place="Kelmar"),
    ],
    [("vowed", "threatened")],
    [("Sunday", "2041-05-05", "2041-05-05")],
    "2041-05-02",
)


def find(case: Case) -> dict[str, Followup]:
    """Followups by the trigger of their event."""
    words = {e.id: e.event.trigger.text for e in case.placed.events}
    found = find_followups(case.reports, case.placed.claims, case.placed.events, case.incidents)
    return {words[f.event]: f for f in found}


def attack(name: str, day: str, *, actor: str = "The Karsh League", place: str = "Kelmar") -> Story:
    text = f"{actor} attacked the airfield at {place} on that day."
    return Story(name, text, acts=[Act("attacked", actor=actor, place=place, when=("that day", day))], published=day)


def quiet(day: str) -> Story:
    return Story("quiet", "The markets were calm and the ferries ran.", published=day)


def test_a_vow_and_the_act_that_it_announces_are_one() -> None:
    assert list(find(case_of(VOW))) == ["vowed"]


def test_an_act_within_the_time_carries_the_vow_out() -> None:
    case = case_of(VOW, attack("act", "2041-05-04"))
    found = find(case)["vowed"]
    assert found.window == (date(2041, 5, 2), date(2041, 5, 5))
    assert found.outcome == "carried-out"
    assert found.by == (case.placed.events[-1].id,)
    assert "2041-05-04" in found.why


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        (quiet("2041-05-09"), "expired"),
        (quiet("2041-05-04"), "not-seen"),
        (attack("late", "2041-05-20"), "expired"),
        (attack("elsewhere", "2041-05-04", place="Tovin"), "not-seen"),
        (attack("other", "2041-05-04", actor="The Ostman Guard"), "not-seen"),
        (attack("before", "2041-04-30"), "not-seen"),
    ],
    ids=["time over", "time not over", "done too late", "done elsewhere", "done by others", "done before"],
)
def test_no_more_is_said_than_the_reports_allow(later: Story, outcome: str) -> None:
    found = find(case_of(VOW, later))["vowed"]
    assert (found.outcome, found.by) == (outcome, ())
    assert "none tells of it" in found.why


def test_an_undated_report_of_the_same_day_may_be_a_reprint_and_carries_nothing_out() -> None:
    same_day = replace(attack("undated", "2041-05-02"), published=None)
    next_day = replace(attack("undated", "2041-05-03"), published=None)
    assert find(case_of(VOW, same_day))["vowed"].outcome == "not-seen"
    assert find(case_of(VOW, next_day))["vowed"].outcome == "carried-out"


def test_without_a_time_or_a_target_nothing_is_carried_out() -> None:
    vague = Story(
        "vague", "The Karsh League threatened more violence.",
        acts=[Act("threatened", type="THREATEN", mode="violence", actor="The Karsh League")],
    )  # fmt: skip
    found = find(case_of(vague, attack("act", "2041-05-04")))["threatened"]
    assert (found.window, found.outcome) == (None, "not-seen")


def test_talks_announced_for_a_day_are_held() -> None:
    plan = Story(
        "plan", "Varenia will meet the Karsh League in Tovin on Friday.",
        acts=[Act("meet", type="CONSULT", status="future", actor="Varenia", recipient="the Karsh League", place="Tovin",
                  when=("Friday", "2041-05-03"))],
    )  # fmt: skip
    held = Story(
        "held", "Varenia met the Karsh League in Tovin.",
        acts=[Act("met", type="CONSULT", actor="Varenia", recipient="the Karsh League", place="Tovin")],
        published="2041-05-03",
    )  # fmt: skip
    assert find(case_of(plan, held))["meet"].outcome == "carried-out"


@pytest.mark.parametrize(
    "text",
    [
        "Varenia will attack Tovin if the Karsh League moves.",
        "Varenia will never attack Tovin, it says of the Karsh League.",
    ],
    ids=["condition", "ruled out"],
)
def test_what_hangs_on_a_condition_or_is_ruled_out_is_no_plan(text: str) -> None:
    story = Story("plan", text, acts=[Act("attack", status="future", actor="Varenia", recipient="the Karsh League")])
    assert find(case_of(story)) == {}


def test_a_report_that_looks_back_at_a_threat_tells_what_became_of_it() -> None:
    story = Story(
        "back",
        "Drones of the Karsh League attacked Kelmar on Thursday, two days after the Karsh League had threatened to "
        "strike it.",
        acts=[
            Act("attacked", actor="the Karsh League", place="Kelmar", when=("Thursday", "2041-05-02")),
            Act("threatened", type="THREATEN", mode="violence", actor="the Karsh League"),
        ],
    )  # fmt: skip
    assert find(case_of(story))["threatened"].outcome == "carried-out"


FORESEEN = Story(
    "foreseen",
    "Envoy Dara Moln predicted that the Karsh League attack on Kelmar comes by Sunday.",
    [Said("Envoy Dara Moln", "that the Karsh League attack on Kelmar comes by Sunday")],
    [Act("attack", status="future", actor="the Karsh League", place="Kelmar")],
    [("predicted", "predicted")],
    [("Sunday", "2041-05-05", "2041-05-05")],
    "2041-05-02",
)


@pytest.mark.parametrize(
    ("later", "outcome"), [(attack("act", "2041-05-04"), "carried-out"), (quiet("2041-05-09"), "expired")]
)
def test_what_others_are_predicted_to_do_is_followed_up(later: Story, outcome: str) -> None:
    found = find(case_of(FORESEEN, later))["attack"]
    assert found.outcome == outcome
    assert found.why.startswith("Predicted for 2041-05-02 to 2041-05-05")
