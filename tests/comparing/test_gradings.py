"""The standing in the scales of Airwars and of the Admiralty code; reliability is never invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.comparing.compare import compare
from dateline.model.grading import Grading, reliability_of
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Act, Said, read, redate

TUESDAY = ("Tuesday", "2031-05-06")
NINE = ("nine people", 9, 9)


def told(
    outlet: str, text: str, actor: str | None, said: Said | None = None, recipient: str | None = None
) -> ReadReport:
    act = Act("shelled", actor=actor, recipient=recipient, place="Kelmar", when=TUESDAY, killed=NINE)
    return read(outlet, text, [act], [said] if said else [], outlet=outlet, published="2031-05-06")


def grade(*reports: ReadReport) -> Grading:
    (grading,) = compare(reports, redate=redate)[1].gradings
    return grading


ECHO = told("Merrow Echo", "Orsk Rangers shelled Kelmar on Tuesday, killing nine people.", "Orsk Rangers")
HERALD = told("Kelmar Herald", "On Tuesday Orsk Rangers shelled Kelmar: nine people died there.", "Orsk Rangers")
UNKNOWN = told("Merrow Echo", "Somebody shelled Kelmar on Tuesday, killing nine people.", None)
UNKNOWN_TOO = told("Kelmar Herald", "Kelmar was shelled on Tuesday and nine people died.", None)
RIVAL = told("Tovin Gazette", "The Dune Army shelled Kelmar on Tuesday; nine people died.", "Dune Army")
FIGHTERS = told(
    "Merrow Echo", "Shells killed nine people: they shelled Dune fighters in Kelmar on Tuesday.", None,
    recipient="Dune fighters",
)  # fmt: skip
OWNED = told(
    "Merrow Echo",
    "Orsk Rangers, who shelled Kelmar on Tuesday and killed nine people, claimed responsibility for it.",
    "Orsk Rangers",
)
DEED_CLAIMED = told(
    "Merrow Echo",
    "Orsk Rangers, who killed nine people as they shelled Kelmar on Tuesday, claimed the depot attack.",
    "Orsk Rangers",
)
ONLY_SAID = told(
    "Merrow Echo",
    "Orsk Rangers, who shelled Kelmar on Tuesday and killed nine people, claimed the attack was fake.",
    "Orsk Rangers",
)
NOT_OWNED = told(
    "Merrow Echo",
    "None of the Orsk Rangers, who shelled Kelmar on Tuesday and killed nine people, claimed responsibility.",
    "Orsk Rangers",
)


@pytest.mark.parametrize(
    ("reports", "airwars"),
    [
        ([ECHO], "weak"),
        ([ECHO, HERALD], "fair"),
        ([UNKNOWN, UNKNOWN_TOO], "weak"),
        ([ECHO, RIVAL], "contested"),
        ([FIGHTERS], "discounted"),
        ([OWNED], "confirmed"),
        ([DEED_CLAIMED], "confirmed"),
        ([ONLY_SAID], "weak"),
        ([NOT_OWNED], "weak"),
    ],
    ids=[
        "one origin",
        "two origins and a name",
        "two without a name",
        "two names",
        "fighters",
        "owned",
        "deed claimed",
        "only said",
        "not owned",
    ],
)
def test_airwars_grades_harm_to_people(reports, airwars):
    assert grade(*reports).airwars == airwars


def test_what_harms_nobody_has_no_grade_of_airwars():
    march = read("march", "Dockers marched in Tovin.", [Act("marched", "PROTEST")], outlet="Tovin Gazette")
    assert grade(march).airwars is None


def test_accepting_responsibility_shows_its_words():
    (words,) = grade(OWNED).evidence
    assert "claimed responsibility" in words.span.text


@pytest.mark.parametrize(
    ("reports", "credibility"),
    [([ECHO], 3), ([ECHO, HERALD], 1), ([ECHO, RIVAL], 2)],
    ids=["one origin", "two origins", "two that differ on who it was"],
)
def test_credibility_counts_origins_and_what_stands_against_them(reports, credibility):
    assert grade(*reports).credibility == credibility


def test_what_nobody_known_tells_cannot_be_judged():
    nobody = replace(ECHO, report=replace(ECHO.report, outlet=None))
    assert grade(nobody).credibility == 6


def test_a_plan_cannot_be_judged():
    plan = read("plan", "Orsk Rangers will shell Kelmar.", [Act("shell", status="future", actor="Orsk Rangers")],
                outlet="Merrow Echo")  # fmt: skip
    assert grade(plan).credibility == 6


def test_reliability_is_a_persons_judgement_or_f():
    assert reliability_of(["Merrow Echo"], {}) == "F"
    assert reliability_of(["The Merrow  Echo", "Northwire"], {"merrow echo": "C", "northwire": "B"}) == "B"
