"""What an outlet leaves out is not what it did not cover."""

from __future__ import annotations

from datetime import date

from dateline.comparing.compare import compare
from dateline.comparing.omissions import find_omissions
from dateline.model.actor import Evidence
from dateline.model.case import Contradiction, Side
from dateline.model.omissions import Detail, Omissions
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Act, read, redate

TUESDAY = ("Tuesday", "2031-05-06")
FULL = read(
    "full", "Orsk Rangers shelled the market in Kelmar on Tuesday, killing nine people.",
    [Act("shelled", actor="Orsk Rangers", recipient="the market", place="Kelmar", when=TUESDAY,
         killed=("nine people", 9, 9))],
    outlet="Merrow Echo", published="2031-05-06",
)  # fmt: skip
SHORT = read(
    "short", "On Tuesday gunmen shelled the market in Kelmar.",
    [Act("shelled", actor="gunmen", recipient="the market", place="Kelmar", when=TUESDAY)],
    outlet="Kelmar Herald", published="2031-05-06",
)  # fmt: skip
ELSEWHERE = read(
    "elsewhere", "Dockers marched in Tovin on Tuesday.",
    [Act("marched", "PROTEST", actor="Dockers", place="Tovin", when=TUESDAY)],
    outlet="Tovin Gazette", published="2031-05-07",
)  # fmt: skip
LONG_AGO = read("old", "Dockers rested in Tovin.", outlet="Weekly Mail", published="2031-02-01")


def omissions(*reports: ReadReport) -> Omissions:
    (found,) = compare(reports, redate=redate)[1].omissions
    return found


def detail(found: Omissions, kind: str) -> Detail:
    return next(detail for detail in found.details if detail.kind == kind)


def test_an_outlet_that_reports_without_the_toll_leaves_it_out():
    killed = detail(omissions(FULL, SHORT), "killed")
    assert [(told.outlet, told.value) for told in killed.told] == [("Merrow Echo", "nine people")]
    assert killed.left_out == ("Kelmar Herald",)


def test_every_told_detail_shows_its_words():
    (told,) = detail(omissions(FULL, SHORT), "killed").told
    (evidence,) = told.evidence
    assert evidence.report == "full"
    assert FULL.report.text[evidence.span.start : evidence.span.end] == "nine people"


def test_a_description_leaves_out_the_name_that_others_give():
    actor = detail(omissions(FULL, SHORT), "actor")
    assert [(told.outlet, told.named) for told in actor.told] == [("Merrow Echo", True), ("Kelmar Herald", False)]
    assert actor.left_out == ("Kelmar Herald",)


def test_what_all_tell_is_left_out_by_nobody():
    assert detail(omissions(FULL, SHORT), "place").left_out == ()


def test_an_outlet_that_published_in_those_days_and_is_silent_did_not_cover_it():
    found = omissions(FULL, SHORT, ELSEWHERE, LONG_AGO)
    assert [(silent.outlet, silent.published) for silent in found.not_covered] == [("Tovin Gazette", 1)]
    assert all("Tovin Gazette" not in detail.left_out for detail in found.details)
    assert found.window == (date(2031, 5, 6), date(2031, 5, 8))


def test_a_number_elsewhere_in_the_report_is_not_said_to_be_left_out():
    unsure = read(
        "unsure",
        "On Tuesday gunmen shelled the market in Kelmar. In Tovin on Monday the strikers beat nine people to death.",
        [Act("shelled", actor="gunmen", recipient="the market", place="Kelmar", when=TUESDAY),
         Act("beat", place="Tovin", when=("Monday", "2031-05-05"), killed=("nine people", 9, 9))],
        outlet="Kelmar Herald", published="2031-05-06",
    )  # fmt: skip
    killed = detail(omissions(FULL, unsure), "killed")
    assert killed.left_out == ()
    assert killed.unclear == ("Kelmar Herald",)


def test_with_one_outlet_nothing_is_left_out():
    assert compare([FULL, ELSEWHERE], redate=redate)[1].omissions == ()


def test_a_denial_that_one_outlet_prints_is_left_out_by_the_others():
    found = compare([FULL, SHORT], redate=redate)[1]
    full, short = found.events
    denied = Side((), (), (Evidence(short.report, short.event.trigger),))
    denial = Contradiction("c1", "denial", "", (Side((), (full.id,), ()), denied))
    (left,) = find_omissions(
        [FULL, SHORT], found.claims, found.events, found.places, found.incidents, [denial], found.actors
    )
    told = detail(left, "denial")
    assert [telling.outlet for telling in told.told] == ["Kelmar Herald"]
    assert told.left_out == ("Merrow Echo",)
