"""Whole small stories, from reports to incidents."""

from __future__ import annotations

import pytest

from dateline.comparing.compare import STEPS, compare
from dateline.errors import WrongUsage
from dateline.model.case import Comparison, Incident
from dateline.model.reading import ReadReport
from dateline.model.report import Basis
from tests.comparing.build_reports import Act, Said, read, redate

DISPATCH = (
    "Gunmen of the Red Dawn militia attacked the market of Kelmar on Tuesday and killed nine people before "
    "they fled into the hills above the town, where soldiers were still searching for them after nightfall."
)
ATTACK = Act(
    "attacked",
    actor="Red Dawn",
    recipient="market",
    place="Kelmar",
    when=("Tuesday", "2031-05-06"),
    killed=("nine", 9, 9),
)


def incidents(*reports: ReadReport, rule: str = "acled") -> tuple[Incident, ...]:
    return compare(reports, redate=redate, rule=rule)[1].incidents


def compared(*reports: ReadReport) -> Comparison:
    return compare(reports, redate=redate)[1]


def test_a_reprint_adds_no_corroboration() -> None:
    first = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06")
    reprint = read("b", "By our staff. " + DISPATCH, [ATTACK], outlet="Coast Courier", published="2031-05-07")
    (incident,) = incidents(first, reprint)
    assert (incident.origins, incident.standing, incident.reports) == (1, "single-origin", ("a", "b"))


def test_two_outlets_with_words_of_their_own_corroborate_each_other() -> None:
    first = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06")
    own = "Nine died when Red Dawn attacked the market in Kelmar on Tuesday, our man in the town writes."
    second = read("b", own, [ATTACK], outlet="Coast Courier", published="2031-05-07")
    (incident,) = incidents(first, second)
    assert (incident.origins, incident.standing) == (2, "corroborated")
    assert incident.origin_keys == ("Coast Courier", "Varenia Times")


def test_two_outlets_quoting_one_commander_are_one_witness() -> None:
    one = "Red Dawn attacked the market of Kelmar on Tuesday and nine died, General Orm Tasker told the Varenia Times."
    other = (
        "General Orm Tasker said that nine people were dead after Red Dawn attacked the market in Kelmar on Tuesday."
    )
    first = read(
        "a",
        one,
        [ATTACK],
        [Said("General Orm Tasker", "Red Dawn attacked the market of Kelmar on Tuesday and nine died")],
        outlet="Varenia Times",
        published="2031-05-06",
    )
    content = "nine people were dead after Red Dawn attacked the market in Kelmar on Tuesday"
    second = read(
        "b", other, [ATTACK], [Said("General Orm Tasker", content)], outlet="Coast Courier", published="2031-05-07"
    )
    (incident,) = incidents(first, second)
    assert (incident.origins, incident.origin_keys) == (1, ("General Orm Tasker",))


def test_two_reports_that_credit_one_agency_are_one_origin() -> None:
    own = "Nine died when Red Dawn attacked the market in Kelmar on Tuesday."
    first = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06", agency="Northwire")
    second = read("b", own, [ATTACK], outlet="Coast Courier", published="2031-05-07", agency="Northwire")
    (incident,) = incidents(first, second)
    assert incident.origin_keys == ("Northwire",)


def test_a_report_of_unknown_origin_never_adds_any() -> None:
    own = "Nine died when Red Dawn attacked the market in Kelmar on Tuesday."
    known = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06")
    unknown = read("b", own, [ATTACK], published="2031-05-07")
    (incident,) = incidents(known, unknown)
    assert incident.origins == 1
    (alone,) = incidents(unknown)
    assert (alone.origins, alone.standing, alone.origin_keys) == (1, "single-origin", ())


def test_two_attacks_on_one_town_days_apart_stay_two() -> None:
    later = DISPATCH.replace("Tuesday", "Friday").replace("nine", "four").replace("hills", "woods")
    act = Act("attacked", "ASSAULT", None, "actual", "Red Dawn", "market", "Kelmar", ("Friday", "2031-05-09"))
    first = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06")
    second = read("b", later, [act], outlet="Coast Courier", published="2031-05-09")
    assert [i.reports for i in incidents(first, second)] == [("a",), ("b",)]


def test_an_undated_report_is_dated_by_the_passage_it_shares_with_a_dated_one() -> None:
    dated = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06")
    undated = read("b", "Staff and agencies. " + DISPATCH, [Act("killed", place="Kelmar")], outlet="Coast Courier")
    reports, comparison = compare([dated, undated], redate=redate)
    report = reports[1].report
    assert report.published is not None
    assert report.published.value == "2031-05-06"
    assert (report.published_basis, report.published_from) == (Basis.INFERRED, ("a",))
    assert comparison.events[1].date_basis is Basis.INFERRED


def test_a_report_alone_with_its_words_gets_no_date() -> None:
    undated = read("b", "Nine died in Kelmar when the market was attacked.", [Act("attacked")], outlet="Coast Courier")
    dated = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06")
    assert compare([dated, undated], redate=redate)[0][1].report.published is None


def test_a_denial_makes_a_single_origin_story_a_denied_one() -> None:
    told = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06")
    text = "Red Dawn has not attacked the market in Kelmar on Tuesday. Red Dawn attacked nobody there."
    no = Act("not attacked", status="negated", actor="Red Dawn", place="Kelmar", when=("Tuesday", "2031-05-06"))
    denied = read("b", text, [no], [Said("Red Dawn", text[:58])], outlet="Coast Courier", published="2031-05-07")
    (incident,) = incidents(told, denied)
    assert incident.standing == "denied"
    assert [c.attribute for c in incident.contested] == ["happened"]


def test_ids_do_not_depend_on_the_order_of_reading() -> None:
    first = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06")
    second = read("b", "By our staff. " + DISPATCH, [ATTACK], outlet="Coast Courier", published="2031-05-07")
    there, back = compared(first, second), compared(second, first)
    assert {i.id for i in there.incidents} == {i.id for i in back.incidents}
    assert {e.id for e in there.events} == {e.id for e in back.events}
    assert {a.id for a in there.actors} == {a.id for a in back.actors}


def test_nothing_to_compare_is_an_empty_comparison() -> None:
    assert compare([], redate=redate) == ((), Comparison())


def test_a_rule_that_does_not_exist_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage, match="guesswork"):
        incidents(read("a", DISPATCH, [ATTACK]), rule="guesswork")


def test_a_teller_named_in_the_text_stands_between_speaker_and_reader() -> None:
    text = (
        "A commander told Northwire that the Red Dawn militia attacked the market of Kelmar on Tuesday, killing nine."
    )
    said = Said(
        "A commander", "the Red Dawn militia attacked the market of Kelmar on Tuesday, killing nine", ("Northwire",)
    )
    comparison = compared(read("a", text, [ATTACK], [said], outlet="Varenia Times", published="2031-05-06"))
    names = {actor.id: actor.name for actor in comparison.actors}
    assert [names[via] for via in comparison.claims[0].via] == ["Northwire"]
    assert comparison.claims[0].events == (comparison.events[0].id,)
    assert comparison.incidents[0].origins == 1


def test_every_step_tells_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    first = read("a", DISPATCH, [ATTACK], outlet="Varenia Times", published="2031-05-06")
    reprint = read("b", DISPATCH, [ATTACK], outlet="Coast Courier", published="2031-05-07")
    compare([first, reprint], redate=redate, progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(step for step, _, _ in told)) == list(STEPS)
    assert [(done, total) for step, done, total in told if step == "origins"] == [(0, 1), (0, 1), (1, 1)]
    assert all(0 <= done <= total for _, done, total in told)
