"""What is in dispute and what is not: stamps of the day, towns left open, denials of the deed and of the doer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.comparing.compare import compare
from dateline.model.case import Incident
from dateline.model.reading import ReadReport
from dateline.model.report import Basis
from dateline.model.time import Time
from tests.comparing.build_reports import Act, Said, read, redate, span

TUESDAY = ("Tuesday", "2031-05-06")
TOLD = read(
    "a",
    "Soldiers of the Varenian Army shot at the crowd on the quay of Kelmar on Tuesday, and a porter fell.",
    [Act("shot", actor="Varenian Army", recipient="crowd", place="Kelmar", when=TUESDAY)],
    outlet="Echo",
    published="2031-05-06",
)
SEEN = read(
    "b",
    "On the quay of Kelmar the crowd was shot at on Tuesday, our man there writes.",
    [Act("shot", recipient="crowd", place="Kelmar", when=TUESDAY)],
    outlet="Herald",
    published="2031-05-06",
)


def disputes(*reports: ReadReport) -> list[str]:
    return [dispute.attribute for dispute in of_kelmar(*reports).contested]


def of_kelmar(*reports: ReadReport) -> Incident:
    return max(compare(reports, redate=redate)[1].incidents, key=lambda incident: len(incident.reports))


def denied(report: ReadReport) -> ReadReport:
    """The report, whose claims are denials in so many words."""
    claims = tuple(replace(claim, modality="denied") for claim in report.reading.claims)
    return ReadReport(report.report, replace(report.reading, claims=claims))


def no(source: str, content: str, actor: str | None) -> ReadReport:
    act = Act("shot", status="negated", actor=actor, recipient="crowd", place="Kelmar", when=TUESDAY)
    text = f"{source} denied on Tuesday that {content}."
    return denied(read("c", text, [act], [Said(source, content)], outlet="Post", published="2031-05-06"))


def test_an_army_that_denies_the_deed_disputes_that_it_happened_where_nobody_else_is_blamed() -> None:
    refusal = no("The Varenian Army", "its soldiers shot at the crowd on the quay of Kelmar on Tuesday", "its soldiers")
    assert "happened" in disputes(TOLD, SEEN, refusal)


def test_whoever_denies_while_another_is_blamed_disputes_only_who_did_it() -> None:
    other = read(
        "d",
        "Red Dawn shot at the crowd on the quay of Kelmar on Tuesday, the harbour master says.",
        [Act("shot", actor="Red Dawn", recipient="crowd", place="Kelmar", when=TUESDAY)],
        outlet="Gazette",
        published="2031-05-06",
    )
    refusal = no("The Varenian Army", "its soldiers shot at the crowd on the quay of Kelmar on Tuesday", "its soldiers")
    assert disputes(TOLD, SEEN, other, refusal) == ["actor"]


def test_the_stamp_of_a_reports_own_day_is_no_telling_of_another_day() -> None:
    text = "6 May 2031. The crowd on the quay of Kelmar was shot at, and a porter fell."
    act = Act("shot", recipient="crowd", place="Kelmar", when=("6 May 2031", "2031-05-06"))
    stamped = read("c", text, [act], outlet="Post", published="2031-05-06")
    (event,) = stamped.reading.events
    stamped = ReadReport(stamped.report, replace(stamped.reading, events=(replace(event, date_basis=Basis.STATED),)))
    monday = read(
        "d",
        "The crowd on the quay of Kelmar was shot at on Monday, and a porter fell.",
        [Act("shot", recipient="crowd", place="Kelmar", when=("Monday", "2031-05-05"))],
        outlet="Gazette",
        published="2031-05-06",
    )
    assert disputes(stamped, monday) == []
    assert disputes(SEEN, monday) == ["date"]


def test_a_telling_that_names_two_towns_puts_the_deed_in_neither() -> None:
    text = "On Tuesday the crowd was shot at on the quay, people from Kelmar and from Tovin say; a porter fell."
    acts = [
        Act("shot", recipient="crowd", place="Kelmar", when=TUESDAY),
        Act("shot", recipient="crowd", place="Tovin", when=TUESDAY),
    ]
    both = read("c", text, acts, outlet="Post", published="2031-05-06")
    one, other = both.reading.events
    joined = replace(one, place=one.place + other.place, place_indices=one.place_indices + other.place_indices)
    both = ReadReport(both.report, replace(both.reading, events=(joined,)))
    assert "place" not in disputes(TOLD, SEEN, both)


def test_police_who_arrest_for_an_attack_are_no_side_of_it() -> None:
    arrest = Act("arrested", "COERCE", actor="Kelmar Police", place="Kelmar", when=TUESDAY)
    text = "The crowd on the quay of Kelmar was shot at on Tuesday; the Kelmar Police arrested two."
    acts = [Act("shot", recipient="crowd", place="Kelmar", when=TUESDAY), arrest]
    report = read("c", text, acts, outlet="Post", published="2031-05-06")
    assert disputes(TOLD, report) == []


def test_no_arrests_yet_deny_no_arrest() -> None:
    none = Act("arrested", "COERCE", status="negated", recipient="crowd", place="Kelmar", when=TUESDAY)
    some = Act("arrested", "COERCE", recipient="crowd", place="Kelmar", when=TUESDAY)
    before = read(
        "c", "Nobody of the crowd was arrested in Kelmar on Tuesday.", [none], outlet="Post", published="2031-05-06"
    )
    after = read("d", "Two of the crowd were arrested in Kelmar on Tuesday.", [some], outlet="Echo")
    assert disputes(before, after) == []


def test_of_yesterday_and_a_day_of_the_calendar_the_calendar_is_told() -> None:
    text = "The crowd on the quay of Kelmar was shot at yesterday, May 5, and a porter fell."
    act = Act("shot", recipient="crowd", place="Kelmar", when=("yesterday", "2031-05-06"))
    report = read("c", text, [act], outlet="Post", published="2031-05-07")
    (event,) = report.reading.events
    days = date(2031, 5, 5), date(2031, 5, 6)
    both = replace(event, date=(span(text, "yesterday"), span(text, "May 5")), begin=days[0], end=days[1])
    times = tuple(
        Time(span(text, words), "DATE", day.isoformat(), day, day)
        for words, day in zip(("May 5", "yesterday"), days, strict=True)
    )
    told = ReadReport(report.report, replace(report.reading, events=(both,), times=times))
    (dispute,) = of_kelmar(SEEN, told).contested
    assert [value.value for value in dispute.values] == ["2031-05-06", "2031-05-05"]


def test_the_hour_in_the_stamp_of_a_reports_own_day_is_none_either() -> None:
    text = "6 May 2031, 9:00 am. The crowd on the quay of Kelmar was shot at, and a porter fell."
    act = Act("shot", recipient="crowd", place="Kelmar", when=("6 May 2031", "2031-05-06"))
    stamped = read("c", text, [act], outlet="Post", published="2031-05-06")
    (event,) = stamped.reading.events
    stamp = (*event.date, span(text, "9:00 am"))
    event = replace(event, date_basis=Basis.STATED, date=stamp)
    stamped = ReadReport(stamped.report, replace(stamped.reading, events=(event,)))
    monday = read(
        "d",
        "The crowd on the quay of Kelmar was shot at on Monday, and a porter fell.",
        [Act("shot", recipient="crowd", place="Kelmar", when=("Monday", "2031-05-05"))],
        outlet="Gazette",
        published="2031-05-06",
    )
    assert disputes(stamped, monday) == []


def causes(words: str, trigger: str = "bombed") -> list[str]:
    """What is in dispute when the Guild explains so what another report tells."""
    told = read(
        "a",
        f"The warehouse of Kelmar was {trigger} on Tuesday and a porter fell, our man there writes.",
        [Act(trigger, recipient="warehouse", place="Kelmar", when=TUESDAY)],
        outlet="Echo",
        published="2031-05-06",
    )
    content = f"the warehouse of Kelmar was hit on Tuesday when {words}"
    act = Act("hit", recipient="warehouse", place="Kelmar", when=TUESDAY)
    text = f"The Harbour Guild said {content}."
    other = read("b", text, [act], [Said("The Harbour Guild", content)], outlet="Post", published="2031-05-06")
    return disputes(told, other)


def test_another_cause_than_an_attack_disputes_what_happened() -> None:
    assert causes("a gas leak blew out its wall") == ["happened"]
    assert causes("explosives of the porters went off") == ["happened"]
    assert causes("its wiring caught fire") == ["happened"]


def test_a_cause_that_is_ruled_out_or_explains_no_attack_disputes_nothing() -> None:
    assert causes("nobody there thought of a gas leak, and experts ruled out an accident") == []
    assert causes("a porter's gun went off by accident", trigger="shot at") == []
    assert causes("the porters slept") == []
