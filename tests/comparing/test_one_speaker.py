"""Who of those that tell of one happening is one: spokesmen and their bodies, surnames and full names, institutions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from dateline.comparing.compare import compare
from dateline.comparing.placed import Who
from dateline.comparing.spokespeople import find_spokespeople
from dateline.comparing.standings.somebody import is_somebody
from dateline.model.case import Incident
from dateline.model.mention import Chain, Mention
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Act, Said, read, redate, span

DAY = "2031-05-06"
BOMBS = (
    "a bomb exploded at the market in Kelmar on Tuesday",
    "on Tuesday Kelmar saw a bomb go off at its market",
)


@dataclass(frozen=True)
class Told:
    """A report that quotes one speaker. words: how it introduces him, "{}" for the speaker; kind: what a reader takes
    him for; others: the names of other chains of the report, with their kinds."""

    words: str
    speaker: str
    kind: str = "person"
    others: Sequence[tuple[str, str]] = ()


def report(number: int, told: Told) -> ReadReport:
    tells = BOMBS[number]
    text = f"{tells[:1].upper()}{tells[1:]}, {told.words.format(told.speaker)} said."
    act = Act("bomb", place="Kelmar", when=("Tuesday", DAY))
    made = read(f"r{number}", text, [act], [Said(told.speaker, tells)], outlet=f"Outlet {number}", published=DAY)
    reading = made.reading
    chains, mentions = [replace(reading.chains[0], kind=told.kind)], list(reading.mentions)
    for name, kind in told.others:
        named = any(word[:1].isupper() for word in name.split())
        chains.append(Chain(name, kind, named, (name,) if named else (), (len(mentions),)))
        mentions.append(Mention(span(text, name), "organisation", len(chains) - 1))
    return ReadReport(made.report, replace(reading, chains=tuple(chains), mentions=tuple(mentions)))


def only(*told: Told) -> Incident:
    (incident,) = compare([report(number, one) for number, one in enumerate(told)], redate=redate)[1].incidents
    return incident


GUILD = (("Harbour Guild", "group"),)
VARENIA = (("Varenian", "country"),)
TOLMAR = (("Tolmarian", "country"),)
STORIES: dict[str, tuple[Told, Told, int]] = {
    "a body and its spokesman": (
        Told("the {}", "Harbour Guild", "group"),
        Told("Harbour Guild spokesman {}", "Orm Tasker", others=GUILD),
        1,
    ),
    "two spokesmen of one body": (
        Told("{}, a spokesman for the Harbour Guild,", "Orm Tasker", others=GUILD),
        Told("the Harbour Guild's chief spokeswoman, {},", "Ida Marsh", others=GUILD),
        1,
    ),
    "spokesmen of two bodies": (
        Told("Harbour Guild spokesman {}", "Orm Tasker", others=GUILD),
        Told("River Watch spokeswoman {}", "Ida Marsh", others=(("River Watch", "group"),)),
        2,
    ),
    "a body and a member of it": (
        Told("the {}", "Harbour Guild", "group"),
        Told("{} of the Harbour Guild", "Orm Tasker", others=GUILD),
        2,
    ),
    "the army and its spokesman, who is a colonel": (
        Told("{}", "the army", "government"),
        Told("army spokesman Colonel {}", "Orm Tasker"),
        1,
    ),
    "the army and a spokesman for it without a name": (
        Told("{}", "the army", "government"),
        Told("{}", "an army spokesman", "role"),
        1,
    ),
    "an army and the spokesman of the army that it fights": (
        Told("{}", "the Varenian army", "government", VARENIA),
        Told("Tolmarian army spokesman Colonel {}", "Orm Tasker", others=TOLMAR),
        2,
    ),
    "spokesmen of the police of two towns": (
        Told("Kelmar police spokesman {}", "Orm Tasker"),
        Told("Tovin police spokeswoman {}", "Ida Marsh"),
        2,
    ),
    "a spokesman of the police of one town, and the police": (
        Told("a Kelmar police spokesman, {},", "Orm Tasker"),
        Told("{}", "the police", "government"),
        1,
    ),
    "spokesmen of some departments": (
        Told("Department spokesman {}", "Orm Tasker", others=(("Department", "government"),)),
        Told("Department spokeswoman {}", "Ida Marsh", others=(("Department", "government"),)),
        2,
    ),
    "the armies of two countries": (
        Told("{}", "the Varenian army", "government", VARENIA),
        Told("{}", "the Tolmarian army", "government", TOLMAR),
        2,
    ),
    "the army and, in another report, whose army it is": (
        Told("{}", "the army", "government"),
        Told("{}", "the Varenian army", "government", VARENIA),
        1,
    ),
    "a ministry in two spellings": (
        Told("the {}", "Ministry of Defense", "government"),
        Told("the {}", "Defence Ministry", "government"),
        1,
    ),
    "two ministries without names": (
        Told("{}", "the health ministry", "government"),
        Told("{}", "the defence ministry", "government"),
        2,
    ),
    "a ministry, and its spokesman without a name": (
        Told("{}", "the ministry", "government"),
        Told("{}", "a health ministry spokesman", "role"),
        1,
    ),
    "the like ministries of two countries": (
        Told("{}", "Varenia's Defence Ministry", "government", (("Varenia", "country"),)),
        Told("{}", "Tolmar's Defence Ministry", "government", (("Tolmar", "country"),)),
        2,
    ),
    "two ministries": (
        Told("the {}", "Health Ministry", "government"),
        Told("the {}", "Defence Ministry", "government"),
        2,
    ),
    "a surname and the full name": (Told("{}", "Tasker-Marsh"), Told("{}", "Orm Tasker-Marsh"), 1),
    "a surname that was taken for a body": (
        Told("{}", "Tasker-Marsh", "organisation"),
        Told("governor {}", "Orm Tasker-Marsh"),
        1,
    ),
    "a surname that two of the people in the reports bear": (
        Told("{}", "Tasker"),
        Told("{}, whom Ida Tasker heard,", "Orm Tasker", others=(("Ida Tasker", "person"),)),
        2,
    ),
    "two people of one surname": (Told("{}", "Ida Tasker"), Told("{}", "Orm Tasker"), 2),
}


@pytest.mark.parametrize(("one", "other", "origins"), STORIES.values(), ids=STORIES)
def test_tellers_of_one_happening_are_one_where_the_reports_say_so(one: Told, other: Told, origins: int) -> None:
    assert only(one, other).origins == origins
    assert only(other, one).origins == origins


def test_a_surname_of_two_people_of_the_case_is_the_one_of_its_own_story() -> None:
    sank = Said("Ida Tasker", "the ferry to Tovin sank")
    text = "Ida Tasker said the ferry to Tovin sank."
    elsewhere = read("r9", text, [Act("sank")], [sank], outlet="Post", published="2031-09-09")
    person = replace(elsewhere.reading.chains[0], kind="person")
    elsewhere = ReadReport(elsewhere.report, replace(elsewhere.reading, chains=(person,)))
    told = [report(0, Told("{}", "Tasker")), report(1, Told("{}", "Orm Tasker")), elsewhere]
    bombing = next(i for i in compare(told, redate=redate)[1].incidents if len(i.reports) == 2)
    assert bombing.origins == 1
    assert (
        bombing.tellings[0].why
        == "The word of Tasker, whom the other reports call Orm Tasker: one origin with Outlet 1."
    )


@pytest.mark.parametrize("nobody", ["Reports", "one", "others", "Some"])
def test_words_that_stand_for_no_teller_leave_the_word_to_the_outlet(nobody: str) -> None:
    assert only(Told("{}", nobody, "organisation")).origin_keys == ("Outlet 0",)


def test_the_ledger_says_for_whom_a_spokesman_speaks() -> None:
    told = STORIES["the army and its spokesman, who is a colonel"]
    why = only(*told[:2]).tellings[1].why
    assert why == "The word of Orm Tasker, who speaks for the army: one origin with Outlet 0."


def test_who_is_feared_to_act_is_told_by_nobody() -> None:
    text = "The Harbour Guild said a bomb exploded in Kelmar on Tuesday. Ida Marsh feared more bombs."
    acts = [
        Act("exploded", place="Kelmar", when=("Tuesday", DAY)),
        Act("bombs", place="Kelmar", when=("Tuesday", DAY), status="hypothetical"),
    ]
    said = [Said("The Harbour Guild", "a bomb exploded in Kelmar on Tuesday"), Said("Ida Marsh", "more bombs")]
    made = read("a", text, [replace(act, place="Kelmar") for act in acts], said, outlet="Echo", published=DAY)
    for incident in compare([made], redate=redate)[1].incidents:
        assert incident.origins == 1


@pytest.mark.parametrize(
    ("words", "others", "body"),
    [
        ("Harbour Guild spokesman {}", GUILD, "Harbour Guild"),
        ("the Harbour Guild's deputy spokesman, Captain {}", GUILD, "Harbour Guild"),
        ("a spokesman for the Harbour Guild, {}", GUILD, "Harbour Guild"),
        ("{}, chief spokesman for the Harbour Guild", GUILD, "Harbour Guild"),
        ("{}, the Harbour Guild's spokesman", GUILD, "Harbour Guild"),
        ("the Harbour Guild and its spokesman {}", GUILD, "Harbour Guild"),
        ("military spokesman Brigadier General {}", (), "military"),
        ("a Kelmar police spokesman, {}", (), "Kelmar police"),
        ("according to police spokesman {}", (), "police"),
        ("rebel spokesman {}", (), None),
        ("{}, whom a Harbour Guild member heard,", GUILD, None),
    ],
)
def test_a_spokesmans_body_is_told_beside_his_name(
    words: str, others: Sequence[tuple[str, str]], body: str | None
) -> None:
    made = report(0, Told(words, "Orm Tasker", others=others))
    who = Who({(made.report.id, index): chain.name for index, chain in enumerate(made.reading.chains)}, lambda _: None)
    found = find_spokespeople([made], who).body_of(made.report.id, 0, "Orm Tasker")
    assert (found and found.words) == body


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("many", False),
        ("two others", False),
        ("at least 40", False),
        ("Dozens", False),
        ("someone", False),
        ("two porters", True),
        ("many of the porters", True),
        ("Ten", False),
        ("Orm Tasker", True),
        ("19 Brigade", True),
    ],
)
def test_a_quantity_alone_is_nobody(name: str, is_one: bool) -> None:
    assert is_somebody(name) is is_one


def test_who_is_only_counted_is_no_victim_of_an_incident() -> None:
    text = "A bomb hit two others and Ida Marsh in Kelmar on Tuesday."
    acts = [
        Act("bomb", recipient="two others", place="Kelmar", when=("Tuesday", DAY)),
        Act("hit", recipient="Ida Marsh", place="Kelmar", when=("Tuesday", DAY)),
    ]
    comparison = compare([read("a", text, acts, outlet="Echo", published=DAY)], redate=redate)[1]
    names = {actor.id: actor.name for actor in comparison.actors}
    assert [[names[r] for r in incident.recipients] for incident in comparison.incidents] == [["Ida Marsh"]]
