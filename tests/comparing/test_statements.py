"""One statement of one speaker, which two reports give in words of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.comparing.compare import compare
from dateline.model.case import Copies
from dateline.model.mention import Chain, Mention
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Said, read, redate, span

GUILD = "Harbour Guild"


def report(name: str, text: str, *said: tuple[str, str], bodies: Sequence[str] = ()) -> ReadReport:
    """A report of May 2041 in which Orm Tasker and others speak; bodies: named beside the speakers."""
    made = read(name, text, (), [Said(who, what) for who, what in said], outlet=f"{name} Post", published="2041-05-02")
    reading = made.reading
    chains = [replace(c, kind="person") if c.name == "Orm Tasker" else c for c in reading.chains]
    mentions = list(reading.mentions)
    for body in bodies:
        chains.append(Chain(body, "group", True, (body,), (len(mentions),)))
        mentions.append(Mention(span(text, body), "organisation", len(chains) - 1))
    return ReadReport(made.report, replace(reading, chains=tuple(chains), mentions=tuple(mentions)))


def statements(*reports: ReadReport) -> list[Copies]:
    others = [
        report(f"other {number}", text)
        for number, text in enumerate(
            ("Rain fell on Tovin.", "The fair opened.", "Ferries ran late.", "Bread is dear.")
        )
    ]
    return [copies for copies in compare([*reports, *others], redate=redate)[1].copies if "statement" in copies.why]


def test_a_speaker_who_gives_one_figure_of_one_thing_twice_made_one_statement() -> None:
    told = report("a", "Orm Tasker counted 61 porters arrested so far.", ("Orm Tasker", "61 porters arrested so far"))
    again = report(
        "b",
        "Up to Friday 61 of the porters sat in arrest, others are sought, Orm Tasker told us.",
        ("Orm Tasker", "Up to Friday 61 of the porters sat in arrest, others are sought"),
    )
    (copies,) = statements(told, again)
    assert copies.reports == ("a", "b")


def test_one_figure_of_two_things_makes_no_statement() -> None:
    told = report("a", "Orm Tasker counted 61 porters arrested so far.", ("Orm Tasker", "61 porters arrested so far"))
    other = report(
        "b", "The lighthouse has 61 steps to its lamp, Orm Tasker said.", ("Orm Tasker", "The lighthouse has 61 steps")
    )
    assert statements(told, other) == []


def test_words_that_everybody_says_are_no_statement() -> None:
    told = report("a", "Orm Tasker spoke of vile terror.", ("Orm Tasker", "vile terror"))
    assert statements(told, report("b", "Vile terror, Orm Tasker called it.", ("Orm Tasker", "Vile terror"))) == []


def test_what_a_body_says_beside_its_spokesman_is_of_one_statement_with_his_words() -> None:
    both = report(
        "a",
        "The Harbour Guild said it had sent no boats to the island and sunk no barge. "
        "Its spokesman Orm Tasker named the river porters.",
        (GUILD, "it had sent no boats to the island and sunk no barge"),
        ("Orm Tasker", "the river porters"),
    )
    he = report(
        "b",
        "Harbour Guild spokesman Orm Tasker told us that no barge was sunk by boats sent to the island.",
        ("Orm Tasker", "that no barge was sunk by boats sent to the island"),
        bodies=(GUILD,),
    )
    (copies,) = statements(both, he)
    assert (copies.reports, copies.origin) == (("a", "b"), "Orm Tasker")
