"""Which tellings are one happening, and which only look alike."""

from __future__ import annotations

import pytest

from dateline.comparing.compare import compare
from dateline.comparing.incidents.clustering import cluster
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Act, read, redate

FIRE = "A warehouse near the market of {place} was shelled on {day} and {toll} people of the Amari family were killed."


def shelling(name: str, day: str, when: str, place: str = "Kelmar", toll: str = "nine", **words: str) -> ReadReport:
    text = f"{name}: " + FIRE.format(place=place, day=day, toll=toll)
    for old, new in words.items():
        text = text.replace(old, new)
    act = Act("shelled", mode="heavy-weapons", place=place, when=(day, when), killed=(toll, 9, 9))
    return read(name, text, [act], outlet=name, published=when)


def groups(*reports: ReadReport) -> list[tuple[str, ...]]:
    return [incident.reports for incident in compare(reports, redate=redate)[1].incidents]


def test_two_reports_of_one_shelling_are_one_incident() -> None:
    first = shelling("Echo", "Tuesday", "2031-05-06")
    second = shelling("Herald", "Tuesday", "2031-05-06", warehouse="store house", family="clan")
    assert groups(first, second) == [("Echo", "Herald")]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (shelling("Herald", "Friday", "2031-05-09"), "days apart"),
        (shelling("Herald", "Tuesday", "2031-05-06", place="Tovin", Amari="Besso", warehouse="school"), "towns apart"),
    ],
    ids=["days apart", "towns apart"],
)
def test_look_alikes_stay_apart(other: ReadReport, why: str) -> None:
    assert groups(shelling("Echo", "Tuesday", "2031-05-06"), other) == [("Echo",), ("Herald",)], why


def test_the_vow_and_the_vowed_attack_are_two() -> None:
    text = "Red Dawn vowed on Tuesday to attack the town of Kelmar within days."
    acts = [
        Act("vowed", "THREATEN", "violence", actor="Red Dawn", when=("Tuesday", "2031-05-06")),
        Act("attack", status="future", actor="Red Dawn", place="Kelmar"),
    ]
    types = [i.type for i in compare([read("a", text, acts)], redate=redate)[1].incidents]
    assert types == ["THREATEN", "ASSAULT"]


def test_the_plans_of_two_are_two() -> None:
    text = "Red Dawn will launch an offensive. The Blue Army will strike back."
    acts = [
        Act("offensive", status="future", actor="Red Dawn"),
        Act("strike", status="future", actor="The Blue Army"),
    ]
    assert len(compare([read("a", text, acts)], redate=redate)[1].incidents) == 2


def test_events_of_a_report_that_only_say_more_of_the_same_are_one() -> None:
    text = "A bomb exploded in Kelmar on Tuesday. The blast killed nine. Windows broke in the attack."
    acts = [
        Act("exploded", mode="explosives", place="Kelmar", when=("Tuesday", "2031-05-06")),
        Act("blast", mode="explosives", killed=("nine", 9, 9)),
        Act("attack"),
    ]
    (incident,) = compare([read("a", text, acts)], redate=redate)[1].incidents
    assert len(incident.events) == 3


def test_an_earlier_attack_that_a_report_recalls_is_another() -> None:
    text = "A bomb exploded in Kelmar on Tuesday. On 3 March a raid had killed four in Kelmar."
    acts = [
        Act("exploded", place="Kelmar", when=("Tuesday", "2031-05-06")),
        Act("raid", place="Kelmar", when=("3 March", "2031-03-03"), killed=("four", 4, 4)),
    ]
    assert len(compare([read("a", text, acts)], redate=redate)[1].incidents) == 2


def test_what_two_armies_did_is_not_one_act() -> None:
    text = "The Red Army bombed hills. The Blue Army bombed woods."
    acts = [
        Act("Red Army bombed", actor="The Red Army", recipient="hills"),
        Act("Blue Army bombed", actor="The Blue Army", recipient="woods"),
    ]
    assert len(compare([read("a", text, acts)], redate=redate)[1].incidents) == 2


def test_the_same_weekday_in_a_page_saved_a_week_later_is_no_other_day() -> None:
    first = shelling("Echo", "Tuesday", "2031-05-06")
    second = shelling("Herald", "Tuesday", "2031-05-13")
    assert groups(first, second) == [("Echo", "Herald")]


def test_every_event_is_in_exactly_one_incident() -> None:
    reports = [shelling(f"p{i}", "Tuesday", f"2031-05-{6 + 7 * (i % 3):02}") for i in range(9)]
    comparison = compare(reports, redate=redate)[1]
    told = [event for incident in comparison.incidents for event in incident.events]
    assert sorted(told) == sorted(event.id for event in comparison.events)


def test_a_chain_of_likenesses_does_not_join_unlike_ends() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9}
    assert cluster(4, scores, 0.5, lambda a, b: True) == [[0, 1], [2, 3]]


def test_what_may_not_join_stays_apart_however_alike() -> None:
    assert cluster(2, {(0, 1): 0.99}, 0.5, lambda a, b: False) == [[0], [1]]


def test_an_incident_says_why_its_tellings_are_one() -> None:
    reports = (shelling("Echo", "Tuesday", "2031-05-06"), shelling("Herald", "Tuesday", "2031-05-06", Amari="Amari"))
    (incident,) = compare(reports, redate=redate)[1].incidents
    assert "Both reports tell it in the same passage." in incident.why
