"""Who had it first: told by credit, name, time or the fuller text, with its reason; otherwise left open."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dateline.comparing.origins import find_origins
from dateline.model.case import Copies
from dateline.model.reading import ReadReport
from dateline.model.report import Moment
from tests.comparing.build_reports import Said, read

PASSAGE = (
    "Rescue boats searched the bay through the night while relatives waited on the quay in the rain. The harbour "
    "master blamed a broken light on the western pier, which had been reported to the council in spring. "
)
HEAD = "Two ferries collided off the port of Merrow on Sunday evening and at least six passengers are missing. "
OTHER = (
    "The council of Merrow meets today to talk about the budget for roads and schools. Its chairman promised that "
    "no school would close before the summer and that the bridge would be painted at last. "
)
QUOTE = '"We saw the other ship far too late and there was no time left to turn away from it"'


@dataclass(frozen=True)
class Page:
    """One of two reports that share a passage."""

    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    before: str = ""
    after: str = ""
    dateline: str | None = None
    byline: str | None = None
    ahead: bool = False


def report(name: str, page: Page, *, head: str = "") -> ReadReport:
    opening = f"{page.before}{head}" if page.ahead else f"{head}{page.before}"
    text = f"{opening}{PASSAGE}{page.after}"
    made = read(name, text, outlet=page.outlet, agency=page.agency)
    moment = Moment(page.published, "test") if page.published else None
    told = replace(made.report, published=moment, dateline=page.dateline, byline=page.byline, file="export.jsonl")
    return ReadReport(told, made.reading)


def only(*reports: ReadReport) -> Copies:
    (passage,) = find_origins(reports).copies
    return passage


ECHO, DAILY = Page("Merrow Echo"), Page("Coast Daily")
TOLD: dict[str, tuple[Page, Page, str | None, str]] = {
    "one credits an agency": (
        Page("Merrow Echo", "Seawire"),
        DAILY,
        "Seawire",
        "Merrow Echo credits Seawire.",
    ),
    "a dateline credits it": (
        Page("Merrow Echo", "Seawire", dateline="MERROW, May 4 (Seawire) -"),
        DAILY,
        "Seawire",
        'Merrow Echo credits Seawire ("MERROW, May 4 (Seawire)").',
    ),
    "who signed is of an agency": (
        Page("Merrow Echo", byline="Ida Marsh, Reuters"),
        DAILY,
        "Reuters",
        "Merrow Echo credits Reuters.",
    ),
    "an agency stands before the first words": (
        ECHO,
        Page("Coast Daily", before="Interfax - ", ahead=True),
        "Interfax",
        "Coast Daily credits Interfax.",
    ),
    "both are of one outlet": (
        Page("Merrow Echo", published="2031-05-04"),
        Page("Merrow Echo", published="2031-05-06"),
        "Merrow Echo",
        "All of them are of Merrow Echo.",
    ),
    "one is the agency": (
        Page("Merrow Echo", "Seawire"),
        Page("Seawire"),
        "Seawire",
        "Seawire published it, and others credit Seawire.",
    ),
    "each credits another agency": (
        Page("Merrow Echo", "Seawire"),
        Page("Coast Daily", "Northwire"),
        None,
        "No credit and no date tells which report had these words first.",
    ),
    "agencies without a name": (
        Page("Merrow Echo", "agencies"),
        DAILY,
        None,
        "No credit and no date tells which report had these words first.",
    ),
    "one names the other as its source": (
        ECHO,
        Page("Coast Daily", after="This report first appeared in the Merrow Echo."),
        "Merrow Echo",
        "Coast Daily names Merrow Echo as where the words are from.",
    ),
    "one says that the other reported it": (
        Page("Merrow Echo", published="2031-05-06"),
        Page("Coast Daily", published="2031-05-06", before="The Merrow Echo reports. "),
        "Merrow Echo",
        "Coast Daily names Merrow Echo as where the words are from.",
    ),
    "one was told it": (
        Page("Merrow Echo", after="So the harbour master told the Merrow Echo."),
        DAILY,
        "Merrow Echo",
        "Merrow Echo says in its text that it was told it.",
    ),
    "one is earlier": (
        Page("Merrow Echo", published="2031-05-04"),
        Page("Coast Daily", published="2031-05-06"),
        "Merrow Echo",
        "Merrow Echo published it on 2031-05-04, before Coast Daily on 2031-05-06.",
    ),
    "one is earlier by the hour of another zone": (
        Page("Merrow Echo", published="2031-05-04T12:30+03:00"),
        Page("Coast Daily", published="2031-05-04T11:00+01:00"),
        "Merrow Echo",
        "Merrow Echo published it on 2031-05-04 12:30+03:00, before Coast Daily on 2031-05-04 11:00+01:00.",
    ),
    "hours of one database": (
        Page("Merrow Echo", published="2031-05-04T12:30"),
        Page("Coast Daily", published="2031-05-04T11:00"),
        "Coast Daily",
        "Coast Daily published it on 2031-05-04 11:00, before Merrow Echo on 2031-05-04 12:30.",
    ),
    "one gives the hour and one the day": (
        Page("Merrow Echo", published="2031-05-04T12:30"),
        Page("Coast Daily", published="2031-05-04"),
        None,
        "No credit and no date tells which report had these words first.",
    ),
    "the same day": (
        Page("Merrow Echo", published="2031-05-04"),
        Page("Coast Daily", published="2031-05-04"),
        None,
        "No credit and no date tells which report had these words first.",
    ),
    "nothing tells": (ECHO, DAILY, None, "No credit and no date tells which report had these words first."),
    "the earlier one is nobody's": (
        Page(published="2031-05-04"),
        Page("Coast Daily", published="2031-05-06"),
        None,
        "No credit and no date tells which report had these words first.",
    ),
}


@pytest.mark.parametrize(("first", "second", "origin", "why"), TOLD.values(), ids=TOLD)
def test_who_had_it_first_is_told_with_its_reason(first: Page, second: Page, origin: str | None, why: str) -> None:
    passage = only(report("a", first, head=HEAD), report("b", second, head=OTHER))
    assert (passage.origin, passage.why) == (origin, why)


def test_hours_without_a_zone_in_different_files_tell_nothing() -> None:
    early = report("a", Page("Merrow Echo", published="2031-05-04T12:30"), head=HEAD)
    late = report("b", Page("Coast Daily", published="2031-05-04T18:00"), head=OTHER)
    elsewhere = ReadReport(replace(late.report, file="b.html"), late.reading)
    assert only(early, elsewhere).origin is None


def test_the_fuller_of_two_texts_that_begin_alike_is_the_uncut_one() -> None:
    passage = only(report("a", Page("Merrow Echo", after=OTHER)), report("b", DAILY))
    assert (passage.origin, passage.why) == (
        "Merrow Echo",
        "Merrow Echo has the fuller text, which Coast Daily prints cut.",
    )


def test_a_paragraph_in_another_story_tells_nothing_of_who_had_it_first() -> None:
    assert only(report("a", Page("Merrow Echo", after=HEAD), head=OTHER), report("b", DAILY)).origin is None


def test_words_told_to_an_agency_come_from_it() -> None:
    first = f"{QUOTE}, Orm Tasker told Seawire."
    said = [Said("Orm Tasker", QUOTE.strip('"'), ("Seawire",), "direct")]
    passage = only(read("a", first, (), said), read("b", f"{OTHER}{QUOTE}, a sailor said."))
    assert (passage.kind, passage.origin) == ("quote", "Seawire")
    assert passage.why == "A report without an outlet says that Seawire was told it."


def test_a_teller_of_one_sentence_is_not_the_teller_of_the_whole_dispatch() -> None:
    text = f"{HEAD}{PASSAGE}Both captains were free by Monday, Orm Tasker told Seawire."
    said = [Said("Orm Tasker", "Both captains were free by Monday", ("Seawire",))]
    passage = only(read("a", text, (), said, outlet="Merrow Echo"), read("b", text, (), said, outlet="Coast Daily"))
    assert passage.origin is None
