"""Which reports are listed with an incident of which they tell no act?"""

from __future__ import annotations

from dateline.comparing.compare import compare
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Act, read, redate

BRIDGE = "The ferry Halcyon Dorn sank off Kelmar with Orm Tasker and Wilm Besso aboard, the Amari yard said."


def told(name: str, text: str, *acts: Act) -> ReadReport:
    return read(name, text, list(acts), outlet=name, published="2031-05-06")


def elsewhere(number: int) -> ReadReport:
    """A report about something else in a town of its own."""
    town, owner = f"Tovin{number}", f"Lister{number}"
    text = f"A bakery in {town} was attacked at noon. Its owner {owner} counts the damage to shelves and windows."
    return told(f"Other{number}", text, Act("attacked"))


def related(*reports: ReadReport) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    others = [elsewhere(number) for number in range(12)]
    incidents = compare([*reports, *others], redate=redate)[1].incidents
    return [(i.reports, tuple(r.report for r in i.related)) for i in incidents if i.related]


def test_a_report_on_the_same_story_without_the_act_is_listed_as_related() -> None:
    first = told("Echo", f"{BRIDGE} Raiders rammed the Halcyon Dorn.", Act("rammed", actor="Raiders"))
    second = told("Herald", f"Raiders rammed the ferry. {BRIDGE}", Act("rammed", actor="Raiders"))
    third = told("Post", f"Kelmar mourns. {BRIDGE} Flags hang at half mast over the Amari yard.")
    assert related(first, second, third) == [(("Echo", "Herald"), ("Post",))]


def test_a_related_report_tells_why_and_counts_for_nothing() -> None:
    first = told("Echo", f"{BRIDGE} Raiders rammed the Halcyon Dorn.", Act("rammed", actor="Raiders"))
    third = told("Post", f"Kelmar mourns. {BRIDGE} Flags hang at half mast over the Amari yard.")
    others = [elsewhere(number) for number in range(12)]
    incidents = compare([first, third, *others], redate=redate)[1].incidents
    (incident,) = [i for i in incidents if i.related]
    assert incident.reports == ("Echo",) and incident.origins == 1
    assert incident.related[0].why and incident.related[0].likelihood >= 0.5


def test_a_report_that_was_out_before_is_not_about_it() -> None:
    when = ("Friday", "2031-05-16")
    text = f"{BRIDGE} Raiders rammed the Halcyon Dorn on Friday."
    later = [
        read(n, text, [Act("rammed", actor="Raiders", when=when)], outlet=n, published=when[1])
        for n in ("Echo", "Herald")
    ]
    before = told("Post", f"Kelmar waits. {BRIDGE} Flags fly over the Amari yard.")
    assert related(*later, before) == []


def test_a_report_on_another_story_is_not_related() -> None:
    first = told("Echo", f"{BRIDGE} Raiders rammed the Halcyon Dorn.", Act("rammed", actor="Raiders"))
    other = told("Post", "A choir from Velm sang in the hall of Nessa, and Edda Quill led it for the last time.")
    assert related(first, other) == []
