"""The origin ledger: through whose hands each telling came, and whose word it is in the end."""

from __future__ import annotations

import pytest

from dateline.comparing.compare import compare
from dateline.model.case import Incident
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Act, Said, read, redate

BLAST = Act("bomb exploded", place="Kelmar", when=("Tuesday", "2031-05-06"))
CONTENT = "a bomb exploded in Kelmar on Tuesday"


def only(*reports: ReadReport) -> Incident:
    (incident,) = compare(reports, redate=redate)[1].incidents
    return incident


def ledger(incident: Incident) -> list[tuple[str | None, tuple[str, ...], str | None]]:
    return [(telling.outlet, telling.chain, telling.origin) for telling in incident.tellings]


@pytest.mark.parametrize(
    ("text", "said", "agency", "chain", "origin", "why"),
    [
        (
            "A bomb exploded in Kelmar on Tuesday.",
            [],
            None,
            (),
            "Merrow Echo",
            "Merrow Echo's own word: an origin of its own.",
        ),
        (
            "A bomb exploded in Kelmar on Tuesday.",
            [],
            "Northwire",
            ("Northwire",),
            "Northwire",
            "Merrow Echo credits Northwire: an origin of its own.",
        ),
        (
            "General Orm Tasker said a bomb exploded in Kelmar on Tuesday.",
            [Said("General Orm Tasker", CONTENT)],
            "Northwire",
            ("Northwire", "General Orm Tasker"),
            "General Orm Tasker",
            "The word of General Orm Tasker: an origin of its own.",
        ),
        (
            "The Harbour Guild told Northwire that a bomb exploded in Kelmar on Tuesday.",
            [Said("The Harbour Guild", CONTENT, ("Northwire",))],
            None,
            ("Northwire", "The Harbour Guild"),
            "The Harbour Guild",
            "The word of The Harbour Guild: an origin of its own.",
        ),
        (
            "A witness told Northwire that a bomb exploded in Kelmar on Tuesday.",
            [Said("A witness", CONTENT, ("Northwire",))],
            None,
            ("Northwire", "a witness"),
            "Northwire",
            "The word of Northwire: an origin of its own.",
        ),
    ],
    ids=["the outlet's own", "an agency's", "a speaker's by an agency", "told an agency", "a witness heard by one"],
)
def test_the_ledger_goes_from_the_outlet_back_to_the_speaker(
    text: str, said: list[Said], agency: str | None, chain: tuple[str, ...], origin: str, why: str
) -> None:
    incident = only(read("a", text, [BLAST], said, outlet="Merrow Echo", agency=agency, published="2031-05-06"))
    (telling,) = incident.tellings
    assert (telling.report, telling.events) == ("a", incident.events)
    assert ledger(incident) == [("Merrow Echo", chain, origin)]
    assert telling.why == why
    assert telling.origin in incident.origin_keys


def test_two_who_have_it_from_one_agency_name_each_other() -> None:
    first = read(
        "a", "A bomb exploded in Kelmar on Tuesday.", [BLAST], outlet="Echo", agency="Northwire", published="2031-05-06"
    )
    other = read("b", "Kelmar: bomb exploded Tuesday.", [BLAST], outlet="Herald", agency="Northwire")
    incident = only(first, other)
    assert ledger(incident) == [("Echo", ("Northwire",), "Northwire"), ("Herald", ("Northwire",), "Northwire")]
    assert incident.tellings[0].why == "Echo credits Northwire: one origin with Herald."


def test_a_report_by_nobody_known_stands_in_the_ledger_without_an_origin() -> None:
    known = read("a", "A bomb exploded in Kelmar on Tuesday.", [BLAST], outlet="Echo", published="2031-05-06")
    unknown = read("b", "Kelmar: bomb exploded Tuesday.", [BLAST], published="2031-05-06")
    incident = only(known, unknown)
    assert incident.origins == 1
    assert incident.tellings[1].origin is None
    assert incident.tellings[1].why == "Neither outlet, agency nor speaker is known, so it adds no origin."


def test_sentences_without_a_source_are_counted_with_the_source_of_their_report() -> None:
    text = "General Orm Tasker said a bomb exploded in Kelmar on Tuesday. The bomb hit the market."
    acts = [BLAST, Act("hit", place="Kelmar")]
    report = read("a", text, acts, [Said("General Orm Tasker", CONTENT)], outlet="Echo", published="2031-05-06")
    assert [telling.why for telling in only(report).tellings] == [
        "The word of General Orm Tasker: an origin of its own.",
        "Echo names its sources and adds no word of its own: counted with General Orm Tasker.",
    ]


def test_two_reports_of_one_outlet_are_told_apart_in_words() -> None:
    first = read("a", "A bomb exploded in Kelmar on Tuesday.", [BLAST], outlet="Echo", published="2031-05-06")
    again = read("b", "Kelmar: bomb exploded Tuesday.", [BLAST], outlet="Echo", published="2031-05-06")
    assert only(first, again).tellings[0].why == "Echo's own word: one origin with another report of Echo."
