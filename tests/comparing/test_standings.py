"""Tolls, rules and disputes of one incident."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.comparing.compare import compare
from dateline.model.case import Incident, Range
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Act, Said, read, redate


def only(*reports: ReadReport, rule: str = "acled") -> Incident:
    (incident,) = compare(reports, redate=redate, rule=rule)[1].incidents
    return incident


THREE = (
    read(
        "Echo",
        "Nine people were killed when a bomb exploded in Kelmar on Tuesday.",
        [Act("exploded", place="Kelmar", when=("Tuesday", "2031-05-06"), killed=("Nine", 9, 9))],
        outlet="Echo",
        published="2031-05-06",
    ),
    read(
        "Herald",
        "At the bus station of Kelmar nine died on Tuesday as a bomb went off, hospital lists show.",
        [Act("bomb", place="Kelmar", when=("Tuesday", "2031-05-06"), killed=("nine", 9, 9))],
        outlet="Herald",
        published="2031-05-06",
    ),
    read(
        "Post",
        "Kelmar counts fourteen dead: the bomb of Tuesday struck when the morning bus had just come in.",
        [Act("bomb", place="Kelmar", when=("Tuesday", "2031-05-06"), killed=("fourteen", 14, 14))],
        outlet="Post",
        published="2031-05-06",
    ),
)


@pytest.mark.parametrize(
    ("rule", "best"), [("acled", 9), ("ucdp", 9), ("airwars", None), ("latest", 14)], ids=lambda value: str(value)
)
def test_the_best_number_follows_the_rule_that_the_reader_names(rule: str, best: int | None) -> None:
    assert only(*THREE, rule=rule).killed == Range(9, best, 14, rule)


def test_two_origins_with_numbers_that_cannot_both_be_right_are_in_dispute() -> None:
    incident = only(*THREE)
    (dispute,) = incident.contested
    assert (dispute.attribute, [(v.value, v.origins) for v in dispute.values]) == ("killed", [("9", 2), ("14", 1)])
    assert incident.standing == "contested"


def test_at_least_nine_and_fourteen_are_no_dispute() -> None:
    at_least = read(
        "Echo",
        "At least nine people were killed when a bomb exploded in Kelmar on Tuesday.",
        [Act("exploded", place="Kelmar", when=("Tuesday", "2031-05-06"), killed=("At least nine", 9, None))],
        outlet="Echo",
        published="2031-05-06",
    )
    incident = only(at_least, THREE[2])
    assert (incident.standing, incident.killed) == ("corroborated", Range(9, 9, 14))


def test_a_toll_that_rises_is_an_update_and_not_a_dispute() -> None:
    later = read(
        "Post",
        "Kelmar counts fourteen dead: two days after the bomb of Tuesday five more died in hospital.",
        [Act("bomb", place="Kelmar", when=("Tuesday", "2031-05-06"), killed=("fourteen", 14, 14))],
        outlet="Post",
        published="2031-05-08",
    )
    incident = only(*THREE[:2], later)
    assert (incident.standing, incident.killed) == ("corroborated", Range(9, 14, 14))


def test_a_named_victim_and_two_others_are_three() -> None:
    text = "Orm Tasker and two others were killed by a bomb in Kelmar on Tuesday."
    report = read("Echo", text, [Act("bomb", place="Kelmar", killed=("Orm Tasker", 1, 1))], outlet="Echo")
    event = report.reading.events[0]
    both = read("Echo", text, [Act("bomb", place="Kelmar", killed=("two others", 2, 2))], outlet="Echo")
    killed = event.killed + both.reading.events[0].killed
    reading = replace(report.reading, events=(replace(event, killed=killed),))
    assert only(ReadReport(report.report, reading)).killed == Range(3, 3, 3)


def test_two_tellers_who_blame_different_groups_contest_the_actor() -> None:
    army = "The army says Red Dawn bombed the bus station of Kelmar on Tuesday."
    rebels = "Red Dawn says government planes bombed the bus station of Kelmar on Tuesday; the Varenian Army denies it."
    first = read(
        "a",
        army,
        [Act("bombed", actor="Red Dawn", place="Kelmar", when=("Tuesday", "2031-05-06"))],
        [Said("The army", "Red Dawn bombed the bus station of Kelmar on Tuesday")],
        outlet="Echo",
        published="2031-05-06",
    )
    second = read(
        "b",
        rebels,
        [Act("bombed", actor="Varenian Army", place="Kelmar", when=("Tuesday", "2031-05-06"))],
        [Said("Red Dawn", "government planes bombed the bus station of Kelmar on Tuesday")],
        outlet="Herald",
        published="2031-05-06",
    )
    incident = only(first, second)
    assert [c.attribute for c in incident.contested] == ["actor"]
    assert [v.origins for v in incident.contested[0].values] == [1, 1]


def test_an_actor_left_open_is_contested_by_one_report_alone() -> None:
    text = "Red Dawn or Blue Hand bombed the bus station of Kelmar on Tuesday."
    acts = [
        Act("bombed", actor=name, place="Kelmar", when=("Tuesday", "2031-05-06")) for name in ("Red Dawn", "Blue Hand")
    ]
    report = read("a", text, acts, outlet="Echo", published="2031-05-06")
    one, other = report.reading.events
    reading = replace(report.reading, events=(replace(one, actor=one.actor + other.actor),))
    assert [c.attribute for c in only(ReadReport(report.report, reading)).contested] == ["actor"]


def test_nobody_was_hurt_denies_no_attack() -> None:
    text = "A bomb exploded in Kelmar on Tuesday. Nobody was hurt by the blast."
    acts = [
        Act("exploded", place="Kelmar", when=("Tuesday", "2031-05-06")),
        Act("hurt", status="negated", injured=("Nobody", 0, 0)),
    ]
    incident = only(read("a", text, acts, outlet="Echo", published="2031-05-06"))
    assert (incident.standing, incident.contested) == ("single-origin", ())


def test_an_unnamed_witness_leaves_the_word_to_the_agency_that_heard_him() -> None:
    text = "A bomb exploded in Kelmar on Tuesday, a witness told Northwire."
    said = Said("a witness", "A bomb exploded in Kelmar on Tuesday", ("Northwire",))
    act = Act("exploded", place="Kelmar", when=("Tuesday", "2031-05-06"))
    assert only(read("a", text, [act], [said], outlet="Echo")).origin_keys == ("Northwire",)


def test_the_police_of_two_reports_are_one_witness() -> None:
    texts = (
        "Kelmar police said a bomb exploded in Kelmar on Tuesday.",
        "On Tuesday in Kelmar a bomb exploded, police said.",
    )
    reports = []
    for name, text, source, content in (
        ("a", texts[0], "police", "a bomb exploded in Kelmar on Tuesday"),
        ("b", texts[1], "police", "On Tuesday in Kelmar a bomb exploded"),
    ):
        act = Act("exploded", place="Kelmar", when=("Tuesday", "2031-05-06"))
        reports.append(read(name, text, [act], [Said(source, content)], outlet=f"Paper {name}", published="2031-05-06"))
    assert only(*reports).origins == 1


def test_every_incident_says_why() -> None:
    assert only(*THREE).why[-1].startswith("Told by 3 independent origins (Echo, Herald, Post); contested")
