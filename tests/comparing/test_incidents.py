"""Which tellings are one happening, and which only look alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.comparing.compare import compare
from dateline.comparing.hours import names_a_day
from dateline.comparing.incidents.clustering import cluster
from dateline.comparing.incidents.dates import days_of_year
from dateline.comparing.streets import is_street
from dateline.model.reading import ReadReport
from dateline.model.report import Basis
from dateline.model.time import Time
from tests.comparing.build_reports import Act, read, redate, span

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


def test_an_hour_without_a_day_keeps_nothing_apart() -> None:
    first = shelling("Echo", "Tuesday", "2031-05-06")
    second = shelling("Herald", "about 3 p.m.", "2031-05-08", on="at")
    assert groups(first, second) == [("Echo", "Herald")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("shortly before 9:30 p.m.", False),
        ("at noon", False),
        ("1900 hours", False),
        ("about 8:30 a.m. Sunday", True),
        ("the morning of 4 May", True),
        ("overnight", True),
    ],
)
def test_words_of_time_name_a_day_or_only_an_hour(words: str, names: bool) -> None:
    assert names_a_day(words) is names


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Jan. 13", {(1, 13)}),
        ("around 2 p.m. on 13 January", {(1, 13)}),
        ("May 3rd", {(5, 3)}),
        ("30 February", set()),
        ("March 2031", set()),
    ],
)
def test_a_day_of_the_year_is_known_without_the_year(words: str, days: set[tuple[int, int]]) -> None:
    assert days_of_year(words) == days


def test_reports_without_a_date_are_kept_apart_by_the_day_of_the_year() -> None:
    def undated(name: str, day: str, **words: str) -> ReadReport:
        report = shelling(name, day, "2031-05-06", **words)
        events = tuple(replace(e, begin=None, end=None, date_basis=None) for e in report.reading.events)
        plain = replace(report.report, published=None, published_basis=None)
        return ReadReport(plain, replace(report.reading, published=None, events=events))

    assert groups(undated("Echo", "6 May"), undated("Herald", "9 May")) == [("Echo",), ("Herald",)]
    assert groups(undated("Echo", "6 May"), undated("Herald", "May 6", family="clan")) == [("Echo", "Herald")]


def test_a_street_is_no_town_of_its_name() -> None:
    assert is_street("the 900 block of Tovin Avenue", "Tovin")
    assert not is_street("Tovin", "Tovin")


def test_an_inquiry_and_a_condemnation_are_told_with_what_they_are_about() -> None:
    text = "A market in Kelmar was shelled on Tuesday. Prosecutors are investigating. The Guild condemned the attack."
    acts = [
        Act("shelled", mode="heavy-weapons", place="Kelmar", when=("Tuesday", "2031-05-06")),
        Act("investigating", "ACCUSE", "investigate", actor="Prosecutors"),
        Act("condemned", "ACCUSE", "disapprove", actor="The Guild"),
        Act("attack"),
    ]
    (incident,) = compare([read("a", text, acts)], redate=redate)[1].incidents
    assert (incident.type, len(incident.events), len(incident.about)) == ("ASSAULT", 2, 2)
    assert incident.actors == ()


def test_an_accusation_beside_two_attacks_stays_by_itself_unless_its_sentence_says_which() -> None:
    text = "A market in Kelmar was shelled. A bus in Tovin was bombed. The Guild accused the mayor of greed."
    acts = [
        Act("shelled", mode="heavy-weapons", place="Kelmar"),
        Act("bombed", mode="explosives", place="Tovin"),
        Act("accused", "ACCUSE", "allege", actor="The Guild"),
    ]
    types = [i.type for i in compare([read("a", text, acts)], redate=redate)[1].incidents]
    assert sorted(types) == ["ACCUSE", "ASSAULT", "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A bomb exploded in Kelmar. Two men were arrested over the bombing.", ["ASSAULT"]),
        ("A bomb exploded in Kelmar. Two men were arrested. The bombing was loud.", ["ASSAULT", "COERCE"]),
    ],
    ids=["for the bombing", "for whatever"],
)
def test_an_arrest_is_told_with_the_attack_when_its_sentence_says_so(text: str, kinds: list[str]) -> None:
    acts = [Act("exploded", place="Kelmar"), Act("arrested", "COERCE", "arrest"), Act("bombing")]
    assert sorted(i.type for i in compare([read("a", text, acts)], redate=redate)[1].incidents) == kinds


def test_a_campaign_a_battle_and_a_strike_in_it_are_three() -> None:
    text = (
        "More than 400 people were killed in the campaign since March. The battle of Kelmar began on 3 May. "
        "A strike on 9 May hit a school in Kelmar and killed six."
    )
    since = ("since March", "2031-03-01", "2031-05-10")
    acts = [
        Act("killed", killed=("400", 400, None)),
        Act("battle", place="Kelmar", when=("3 May", "2031-05-03")),
        Act("strike", mode="aerial", place="Kelmar", when=("9 May", "2031-05-09"), killed=("six", 6, 6)),
    ]
    report = read("a", text, acts, published="2031-05-10")
    march = Time(span(text, since[0]), "DATE", None, date(2031, 3, 1), date(2031, 5, 10), precision="month")
    report = ReadReport(report.report, replace(report.reading, times=(march,)))
    incidents = compare([report], redate=redate)[1].incidents
    assert [i.killed.best if i.killed else None for i in incidents] == [None, 6, 400]


def test_the_toll_of_a_week_does_not_enter_that_of_a_day() -> None:
    week = "At least 30 people were killed in Kelmar over the last two weeks."
    report = read("Herald", week, [Act("killed", place="Kelmar", killed=("30", 30, None))], published="2031-05-07")
    last = Time(span(week, "the last two weeks"), "DATE", None, date(2031, 4, 23), date(2031, 5, 7), precision="week")
    summing = ReadReport(report.report, replace(report.reading, times=(last,)))
    incidents = compare([shelling("Echo", "Tuesday", "2031-05-06"), summing], redate=redate)[1].incidents
    assert [(i.reports, i.killed.min) for i in incidents if i.killed] == [(("Echo",), 9), (("Herald",), 30)]


def test_what_is_told_before_it_happens_is_another() -> None:
    later = shelling("Herald", "20 May", "2031-05-20")
    undated = shelling("Echo", "Tuesday", "2031-05-06")
    events = tuple(replace(e, date=(), begin=None, date_basis=Basis.PUBLISHED) for e in undated.reading.events)
    early = ReadReport(undated.report, replace(undated.reading, events=events))
    assert groups(early, later) == [("Echo",), ("Herald",)]


def test_a_day_misread_does_not_part_what_names_the_same_people() -> None:
    def shooting(name: str, day: str, when: str, rest: str) -> ReadReport:
        text = f"{name}: Orm Tasker, 17, was shot on {day} near the mill on Orchard Road in Kelmar. {rest}"
        act = Act("shot", place="Kelmar", recipient="Orm Tasker", when=(day, when))
        report = read(name, text, [act], published=when)
        chains = tuple(replace(chain, kind="person") for chain in report.reading.chains)
        return ReadReport(report.report, replace(report.reading, chains=chains))

    reports = [
        shooting("Echo", "Tuesday", "2031-05-06", "He died at once."),
        shooting("Herald", "Friday", "2031-05-09", "His sister Ida Tasker wept."),
        shelling("Mail", "1 April", "2031-04-01", place="Tovin"),
    ]
    assert groups(*reports) == [("Echo", "Herald"), ("Mail",)]
