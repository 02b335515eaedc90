"""Whom reports blame, and whose word that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.comparing.compare import compare
from dateline.comparing.identities import spell_out_credits
from dateline.model.case import Incident
from dateline.model.mention import Chain, Mention
from dateline.model.reading import ReadReport
from dateline.model.span import Span
from dateline.model.time import Time
from tests.comparing.build_reports import Act, Said, read, redate, span

TUESDAY = ("Tuesday", "2031-05-06")
SHELLS = Act("shelled", place="Kelmar", when=TUESDAY, killed=("nine", 9, 9))


def incidents(*reports: ReadReport) -> tuple[Incident, ...]:
    return compare(reports, redate=redate)[1].incidents


def cued(report: ReadReport, cue: str, modality: str) -> ReadReport:
    """The report, its last claim with this cue."""
    *before, claim = report.reading.claims
    claim = replace(claim, cue=span(report.report.text, cue), modality=modality)
    return ReadReport(report.report, replace(report.reading, claims=(*before, claim)))


def blaming(name: str, blamer: str, cue: str, blamed: str, modality: str = "alleged") -> ReadReport:
    text = f"The market of Kelmar was shelled on Tuesday and nine people died. {blamer} {cue} {blamed}."
    report = read(name, text, [SHELLS], [Said(blamer, blamed)], outlet=f"{name} Post", published="2031-05-06")
    known = replace(report.reading.chains[0], name=blamed, names=(blamed,), kind="group", named=True)
    return cued(
        ReadReport(report.report, replace(report.reading, chains=(*report.reading.chains, known))), cue, modality
    )


def test_mutual_blame_contests_the_actor() -> None:
    reports = blaming("Echo", "Red Dawn", "blamed", "Blue Hand"), blaming("Herald", "Blue Hand", "blamed", "Red Dawn")
    (incident,) = incidents(*reports)
    assert [c.attribute for c in incident.contested] == ["actor"]
    assert [v.origins for v in incident.contested[0].values] == [1, 1]


def test_two_who_accuse_each_other_in_one_report_contest_the_actor() -> None:
    text = (
        "The market of Kelmar was shelled on Tuesday and nine people died. Red Dawn and Blue Hand accused each other."
    )
    first = read(
        "Echo", text, [SHELLS, Act("accused", "ACCUSE", actor="Red Dawn", recipient="Blue Hand")], outlet="Echo"
    )
    (incident,) = [i for i in incidents(first) if i.type == "ASSAULT"]
    assert [c.attribute for c in incident.contested] == ["actor"]
    assert len(incident.contested[0].values) == 2


def test_blame_by_one_side_alone_is_no_dispute() -> None:
    (incident,) = incidents(blaming("Echo", "Red Dawn", "blamed", "Blue Hand"))
    assert incident.contested == ()


def test_who_denies_responsibility_disputes_who_did_it() -> None:
    denial = blaming("Herald", "Blue Hand", "denied", "responsibility for it", "denied")
    (incident,) = incidents(blaming("Echo", "Red Dawn", "blamed", "Blue Hand"), denial)
    assert [c.attribute for c in incident.contested] == ["actor"]
    assert incident.contested[0].values[1].value == "not Blue Hand"


def test_the_toll_of_a_war_stays_out_of_a_day() -> None:
    text = "Shells killed nine people in Kelmar on Tuesday. More than 900 people were killed in Kelmar since 2027."
    acts = [
        Act("killed", place="Kelmar", when=TUESDAY, killed=("nine", 9, 9)),
        Act("were killed", place="Kelmar", killed=("More than 900", 901, None)),
    ]
    report = read("Echo", text, acts, outlet="Echo", published="2031-05-06")
    at = text.index("2027")
    years = Time(Span.cut(text, at, at + 4), "DATE", "2027", date(2027, 1, 1), date(2027, 12, 31), precision="year")
    found = incidents(ReadReport(report.report, replace(report.reading, times=(years,))))
    assert sorted(i.killed.min for i in found if i.killed) == [9, 901]


@pytest.mark.parametrize(
    ("words", "numbers", "most"),
    [
        ("Two of the wounded died; nine people were killed.", (("Two", 2, 2), ("nine", 9, 9)), 9),
        ("Orm Tasker, 17, was killed.", (("17", 17, 17),), 1),
        ("Five shot, one killed in Kelmar.", (("Five", 5, 5), ("one", 1, 1)), 1),
    ],
    ids=["a part of the wounded", "an age", "those who were hit"],
)
def test_what_is_no_toll_does_not_count(words, numbers, most) -> None:
    acts = [Act("killed", killed=number) for number in numbers]
    found = incidents(read("Echo", words, acts, outlet="Echo", published="2031-05-06"))
    assert max((i.killed.max or 0 for i in found if i.killed), default=None) == most


def test_a_credit_by_initials_is_the_agency_that_another_report_names() -> None:
    full = read("a", "It rained.", outlet="Echo", agency="Northern Coast Service")
    short = read("b", "It rained.", outlet="Herald", agency="NCS")
    assert [r.report.agency for r in spell_out_credits([full, short])] == ["Northern Coast Service"] * 2
    assert [r.report.agency for r in spell_out_credits([short])] == ["NCS"]


def test_one_unnamed_source_of_one_agency_is_one_origin() -> None:
    said = "A bomb exploded in Kelmar on Tuesday"
    reports = [
        read(
            name, f"{said}, a military source told {agency}.",
            [Act("exploded", place="Kelmar", when=TUESDAY)], [Said("a military source", said, (agency,))],
            outlet=f"Paper {name}", agency=agency, published="2031-05-06",
        )
        for name, agency in (("a", "Northern Coast Service"), ("b", "NCS"))
    ]  # fmt: skip
    (incident,) = incidents(*reports)
    assert (incident.origins, incident.origin_keys) == (1, ("Northern Coast Service",))


def test_reasons_come_in_a_readers_order_and_the_standing_last() -> None:
    (incident,) = incidents(*(blaming(name, "Red Dawn", "blamed", "Blue Hand") for name in ("Echo", "Herald")))
    assert len(set(incident.why)) == len(incident.why)
    assert incident.why[0] == "Both reports tell it in the same passage."
    assert incident.why[-1].startswith("Told by ")


def test_two_who_accuse_each_other_in_one_breath_are_two_sides() -> None:
    text = (
        "The market of Kelmar was shelled on Tuesday and nine people died. "
        "Tovin's police and the river separatists accused each other."
    )
    both = "Tovin's police and the river separatists"
    told = read("Echo", text, [SHELLS, Act("accused", "ACCUSE", actor=both)], outlet="Echo")
    reading, mentions = told.reading, list(told.reading.mentions)
    chains = list(reading.chains)
    for side in ("Tovin's police", "the river separatists"):
        mentions.append(Mention(span(text, side), "organisation", len(chains)))
        chains.append(Chain(side, "group", False, (), (len(mentions) - 1,)))
    told = ReadReport(told.report, replace(reading, chains=tuple(chains), mentions=tuple(mentions)))
    (incident,) = [i for i in incidents(told) if i.type == "ASSAULT"]
    assert [len(c.values) for c in incident.contested] == [2]


def test_who_is_said_to_be_to_blame_is_blamed_on_the_word_of_whoever_says_so() -> None:
    text = "The Coast Council said Red Dawn was to blame for the raid in Tovin that killed nine on Tuesday."
    act = Act("raid", place="Tovin", when=TUESDAY, killed=("nine", 9, 9))
    content = "Red Dawn was to blame for the raid in Tovin that killed nine on Tuesday"
    said = [Said("The Coast Council", content), Said("Red Dawn", content.partition("to blame ")[2], inside=0)]
    report = cued(read("Echo", text, [act], said, outlet="Echo", published="2031-05-06"), "was to blame", "alleged")
    (incident,) = incidents(report)
    assert incident.origin_keys == ("The Coast Council",)


def test_who_carried_out_the_attack_that_was_told_did_it() -> None:
    text = "A raid hit Kelmar on Tuesday. Red Dawn carried out the operation."
    acts = [Act("raid", place="Kelmar", when=TUESDAY), Act("operation", "COERCE", actor="Red Dawn", place="Kelmar")]
    other = Act("raid", actor="Blue Hand", place="Kelmar", when=TUESDAY)
    (incident, *_) = incidents(
        read("Echo", text, [replace(act, when=TUESDAY) for act in acts], outlet="Echo", published="2031-05-06"),
        read("Post", "Blue Hand's raid on Kelmar came on Tuesday.", [other], outlet="Post", published="2031-05-06"),
    )
    assert [c.attribute for c in incident.contested] == ["actor"]


def test_two_who_accuse_each_other_are_no_teller() -> None:
    text = "Red Dawn and Blue Hand accused each other after the market of Kelmar was shelled on Tuesday."
    pair = Said("Red Dawn and Blue Hand", "after the market of Kelmar was shelled on Tuesday")
    report = cued(read("Echo", text, [replace(SHELLS, killed=None)], [pair], outlet="Echo"), "accused", "alleged")
    (incident,) = incidents(report)
    assert incident.origin_keys == ("Echo",)
