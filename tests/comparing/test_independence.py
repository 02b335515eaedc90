"""Whose word counts: invented stories, and how many independent origins each has."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dateline.comparing.compare import compare
from dateline.comparing.standings.families import families_of, is_body_of
from dateline.lexicons.outlets import Outlet, known_outlets, with_own
from dateline.model.case import Incident
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Act, Said, read, redate

DAY = "2031-05-06"
# Ways to say the same, so that nothing but the tellers joins the reports.
TELLS = (
    "a bomb exploded at the market in Kelmar on Tuesday",
    "on Tuesday Kelmar saw a bomb go off at its market",
    "the market of Kelmar was hit by a bomb on Tuesday",
)


@dataclass(frozen=True)
class Told:
    """One report of the story: who prints it, on whose credit, and whom it quotes, heard by whom."""

    outlet: str | None = None
    agency: str | None = None
    speaker: str | None = None
    via: str | None = None
    inside: str | None = None


def reports(*told: Told) -> list[ReadReport]:
    return [_report(number, one) for number, one in enumerate(told)]


def _report(number: int, told: Told) -> ReadReport:
    tells = TELLS[number]
    said = []
    text = f"{tells[:1].upper()}{tells[1:]}"
    if told.speaker:
        text = f"{text}, {told.speaker} told {told.via}." if told.via else f"{text}, {told.speaker} said."
        said = [Said(told.speaker, tells, (told.via,) if told.via else ())]
    if told.inside:
        text = f"{told.inside} reported: {text}"
        said = [Said(told.inside, text.partition(": ")[2]), Said(told.speaker, tells, inside=0)]
    act = Act("bomb", place="Kelmar", when=("Tuesday", DAY))
    return read(f"r{number}", text, [act], said, outlet=told.outlet, agency=told.agency, published=DAY)


def only(told: tuple[Told, ...], outlets: tuple[Outlet, ...] = ()) -> Incident:
    (incident,) = compare(reports(*told), redate=redate, outlets=outlets)[1].incidents
    return incident


STORIES: dict[str, tuple[tuple[Told, ...], int]] = {
    "two outlets by themselves": ((Told("Echo"), Told("Herald")), 2),
    "one outlet twice": ((Told("Echo"), Told("Echo")), 1),
    "two outlets that quote one commander": (
        (Told("Echo", speaker="General Orm Tasker"), Told("Herald", speaker="General Orm Tasker")),
        1,
    ),
    "two commanders": (
        (Told("Echo", speaker="General Orm Tasker"), Told("Herald", speaker="Colonel Ida Marsh")),
        2,
    ),
    "one outlet that quotes two people on the spot by name": (
        (Told("Echo", speaker="Orm Tasker"), Told("Echo", speaker="Ida Marsh")),
        2,
    ),
    "two witnesses without names, each heard by another agency": (
        (Told("Echo", speaker="a witness", via="Northwire"), Told("Herald", speaker="a witness", via="Seawire")),
        2,
    ),
    "two witnesses without names, heard by one agency": (
        (Told("Echo", speaker="a witness", via="Northwire"), Told("Herald", speaker="a resident", via="Northwire")),
        1,
    ),
    "the police of two reports": ((Told("Echo", speaker="the police"), Told("Herald", speaker="the police")), 1),
    "two outlets on one agency's credit": ((Told("Echo", "Northwire"), Told("Herald", "Northwire")), 1),
    "an outlet on an agency's credit, and the agency itself": ((Told("Echo", "Northwire"), Told("Northwire")), 1),
    "an agency that quotes a commander whom another outlet quotes too": (
        (
            Told("Echo", speaker="General Orm Tasker", inside="Northwire"),
            Told("Herald", speaker="General Orm Tasker"),
        ),
        1,
    ),
    "an outlet and a report of nobody known": ((Told("Echo"), Told()), 1),
    "an outlet and wires that another one does not name": ((Told("Echo"), Told("Herald", "agencies")), 1),
    "two reports of nobody known": ((Told(), Told()), 1),
    "a speaker and a report of nobody known": ((Told(speaker="General Orm Tasker"), Told()), 1),
    "an outlet, an agency and a speaker": (
        (Told("Echo"), Told("Herald", "Northwire"), Told("Post", speaker="General Orm Tasker")),
        3,
    ),
}


@pytest.mark.parametrize(("told", "origins"), STORIES.values(), ids=STORIES)
def test_independent_origins_are_counted_at_the_end_of_the_chain(told: tuple[Told, ...], origins: int) -> None:
    incident = only(told)
    assert incident.origins == origins
    assert {telling.origin for telling in incident.tellings} - {None} == set(incident.origin_keys)


OWNED = (
    Outlet("Varenia One", ("V1",), owner="Varenian government"),
    Outlet("Varenia Radio", owner="Varenian government"),
    Outlet("Echo", owner="Coast Media"),
    Outlet("Herald", owner="Coast Media"),
)
FAMILIES: dict[str, tuple[tuple[Told, ...], int, int]] = {
    "state television and a ministry of its state": (
        (Told("Varenia One"), Told("Post", speaker="Varenian Foreign Ministry")),
        2,
        1,
    ),
    "state television by its short name, and the ministry": (
        (Told("V1"), Told("Post", speaker="Varenian Foreign Ministry")),
        2,
        1,
    ),
    "two state outlets": ((Told("Varenia One"), Told("Varenia Radio")), 2, 1),
    "two papers of one house": ((Told("Echo"), Told("Herald")), 2, 1),
    "a paper and the house that owns it": ((Told("Echo"), Told("Post", speaker="Coast Media")), 2, 1),
    "state television and another state's ministry": (
        (Told("Varenia One"), Told("Post", speaker="Tolmarian Foreign Ministry")),
        2,
        2,
    ),
    "state television and a rival government": (
        (Told("Varenia One"), Told("Post", speaker="Varenian Rebel Government")),
        2,
        2,
    ),
    "state television that quotes a witness by name, and the ministry": (
        (Told("Varenia One", speaker="Ida Marsh"), Told("Post", speaker="Varenian Foreign Ministry")),
        2,
        2,
    ),
    "two ministries beside their state's television": (
        (
            Told("Varenia One"),
            Told("Post", speaker="Varenian Foreign Ministry"),
            Told("Gazette", speaker="Varenian Health Ministry"),
        ),
        3,
        2,
    ),
}


@pytest.mark.parametrize(("told", "without", "with_list"), FAMILIES.values(), ids=FAMILIES)
def test_outlets_of_one_owner_are_one_family_when_the_list_says_so(
    told: tuple[Told, ...], without: int, with_list: int
) -> None:
    assert (only(told).origins, only(told, OWNED).origins) == (without, with_list)


def test_the_ledger_says_whose_the_outlet_is() -> None:
    incident = only(FAMILIES["two papers of one house"][0], OWNED)
    assert incident.tellings[0].why == "Echo's own word (owner: Coast Media): one origin with Herald."


@pytest.mark.parametrize(
    ("name", "owner", "is_one"),
    [
        ("Varenian Foreign Ministry", "Varenian government", True),
        ("Varenia's Ministry of Defence", "Varenian government", True),
        ("the Ministry of Foreign Affairs of Varenia", "Varenian government", True),
        ("Varenian government", "Varenian government", True),
        ("Foreign Ministry", "Varenian government", False),
        ("Varenian Interim Government", "Varenian government", False),
        ("Free Varenian Army", "Varenian government", False),
        ("Tolmarian Foreign Ministry", "Varenian government", False),
        ("Varenian Foreign Ministry", "Coast Media", False),
    ],
)
def test_a_ministry_is_of_the_government_that_owns_an_outlet(name: str, owner: str, is_one: bool) -> None:
    assert is_body_of(name, owner) is is_one


def test_the_list_that_comes_with_dateline_says_whose_state_outlets_are() -> None:
    assert all(outlet.owner == "" for outlet in known_outlets() if outlet.state != "yes")
    assert sum(outlet.owner != "" for outlet in known_outlets()) > 60


def test_a_line_of_the_users_stands_over_the_known_one() -> None:
    known = next(outlet for outlet in known_outlets() if outlet.owner)
    assert families_of(with_own([Outlet(known.name)])).owner_of([known.name]) is None


def test_a_report_of_an_unknown_outlet_has_the_one_to_which_its_address_belongs() -> None:
    report = reports(Told())[0]
    at = ReadReport(replace(report.report, url="https://www.news.echo.example/2031/05/06/bomb"), report.reading)
    outlets = (Outlet("Echo", hosts=("echo.example",)),)
    out, comparison = compare([at], redate=redate, outlets=outlets)
    assert out[0].report.outlet == "Echo"
    assert comparison.incidents[0].origin_keys == ("Echo",)


def test_a_body_without_a_name_is_nobody_else_of_its_report() -> None:
    text = "The police said a bomb exploded at the market in Kelmar on Tuesday. The bomb hit the market, medics said."
    acts = [Act("exploded", place="Kelmar", when=("Tuesday", DAY)), Act("hit", place="Kelmar")]
    said = [
        Said("The police", "a bomb exploded at the market in Kelmar on Tuesday"),
        Said("medics", "The bomb hit the market"),
    ]
    (incident,) = compare([read("a", text, acts, said, outlet="Echo", published=DAY)], redate=redate)[1].incidents
    assert incident.origin_keys == ("medics", "the police")


def test_an_agency_in_brackets_behind_an_outlets_name_is_credited() -> None:
    assert only((Told("Echo (AFP)"), Told("Herald", "AFP"))).origin_keys == ("AFP",)
    assert only((Told("Echo (Reuters, AFP)"),)).tellings[0].chain == ("Reuters",)
    assert only((Told("Echo (Kelmar)"),)).origin_keys == ("Echo (Kelmar)",)


def test_wires_without_a_name_add_no_origin() -> None:
    (_, telling) = only((Told("Echo"), Told("Herald", "agencies"))).tellings
    assert telling.why == "Herald credits agencies without a name, so it adds no origin."


WIRE = (
    "A bomb exploded at the market in Kelmar on Tuesday and tore the roof off two stalls of the fishmongers, "
    "while the porters of the morning shift were still at breakfast in the hall behind the quay"
)


def _prints(name: str, text: str, agency: str | None = None) -> ReadReport:
    act = Act("bomb", place="Kelmar", when=("Tuesday", DAY))
    return read(name, text, [act], outlet=name, agency=agency, published=DAY)


def test_what_an_outlet_prints_of_a_dispatch_in_its_own_name_is_the_agencys_word() -> None:
    credited, silent = _prints("Echo", f"{WIRE}.", "Northwire"), _prints("Herald", f"{WIRE}. Rain fell.")
    other = _prints("Post", "On Tuesday Kelmar saw a bomb go off at its market.", "Northwire")
    (incident,) = compare([silent, credited, other], redate=redate)[1].incidents
    assert incident.origin_keys == ("Northwire",)
    why = next(telling.why for telling in incident.tellings if telling.outlet == "Herald")
    assert why == "Herald prints words of Northwire: one origin with Echo and Post."


def test_an_outlets_own_words_beside_a_dispatch_stay_its_own() -> None:
    silent = _prints("Herald", "On Tuesday Kelmar saw a bomb go off at its market, our man there saw.")
    other = _prints("Echo", f"{WIRE}.", "Northwire")
    (incident,) = compare([silent, other], redate=redate)[1].incidents
    assert incident.origin_keys == ("Herald", "Northwire")
