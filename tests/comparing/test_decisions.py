"""A person has the last word, can take it back, and nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dateline.comparing.compare import compare
from dateline.deciding import make_decision, make_undo, new_ones, read_log
from dateline.errors import WrongUsage
from dateline.model.actor import Actor
from dateline.model.case import Comparison, Contents
from dateline.model.decision import Decision, Ruling
from dateline.model.reading import ReadReport
from dateline.model.rows import rows_of
from tests.comparing.build_reports import Act, Said, read, redate


class Desk:
    """A case without a file: reports, what people decided about them, and what follows from both."""

    def __init__(self, *reports: ReadReport) -> None:
        self.reports = reports
        self.decisions: list[Decision] = []

    @property
    def contents(self) -> Contents:
        reports, found = compare(self.reports, redate=redate, decisions=self.decisions)
        return Contents(reports, found, decisions=tuple(self.decisions))

    @property
    def found(self) -> Comparison:
        return self.contents.comparison

    def decide(self, action: str, *objects: str, value: str | None = None, parts: tuple[str, ...] = ()) -> Ruling:
        made = make_decision(
            self.contents, action, objects, who="R. Editor", reason="seen the papers", value=value, parts=parts
        )
        return self.write(made)

    def undo(self, number: int) -> Ruling:
        return self.write(make_undo(self.decisions, number, who="R. Editor"))

    def write(self, made: Decision) -> Ruling:
        self.decisions.append(replace(made, number=len(self.decisions) + 1))
        return self.found.rulings[-1]

    def actor(self, name: str) -> Actor:
        (found,) = [a for a in self.found.actors if any(alias.name == name for alias in a.aliases)]
        return found


def attack(name: str, who: str, place: str = "Kelmar", day: str = "2031-03-04") -> ReadReport:
    text = f"{who} attacked the depot in {place} and killed two guards, witnesses in the streets there said."
    act = Act("attacked", actor=who, place=place, killed=("two guards", 2, 2))
    return read(name, text, [act], outlet=f"{name} Post", published=day)


def two_groups() -> Desk:
    return Desk(attack("a", "Harak Front"), attack("b", "Dawn Brigade", "Tovin", "2031-05-09"))


def test_two_that_a_person_merges_are_one_and_say_whose_word_it_is() -> None:
    desk = two_groups()
    assert desk.decide("merge", "Harak Front", "Dawn Brigade").state == "applied"
    actor = desk.actor("Dawn Brigade")
    assert {alias.name for alias in actor.aliases} == {"Harak Front", "Dawn Brigade"}
    assert actor.decided == (1,)
    assert "R. Editor" in actor.joined_by[0]
    assert "seen the papers" in actor.joined_by[0]


def test_a_decision_taken_back_leaves_everything_as_it_was_and_can_come_back() -> None:
    desk = two_groups()
    before = desk.found
    desk.decide("merge", "Harak Front", "Dawn Brigade")
    merged = desk.found.actors
    desk.undo(1)
    assert replace(desk.found, rulings=()) == before
    assert [ruling.state for ruling in desk.found.rulings] == ["undone", "applied"]
    desk.undo(2)
    assert desk.found.actors == merged


def test_a_name_that_means_somebody_else_in_one_report_is_split_off_there() -> None:
    desk = Desk(attack("a", "Al-Saeda Front"), attack("b", "al-Saida Front", "Tovin"))
    assert len([a for a in desk.found.actors if a.named and a.kind == "group"]) == 1
    desk.decide("split", "Al-Saeda Front", parts=("b",))
    assert desk.actor("Al-Saeda Front") != desk.actor("al-Saida Front")
    desk.reports = (*desk.reports, attack("c", "al-Saida Front", "Tovin", "2031-06-01"))
    assert desk.found.rulings[0].state == "applied"


def test_the_later_of_two_decisions_that_cannot_both_hold_wins() -> None:
    desk = two_groups()
    desk.decide("keep-apart", "Harak Front", "Dawn Brigade")
    assert desk.decide("merge", "Harak Front", "Dawn Brigade").state == "applied"
    assert desk.actor("Harak Front") == desk.actor("Dawn Brigade")
    assert desk.found.rulings[0] == Ruling(1, "not-applicable", "a later decision stands against it")


def test_a_decision_whose_object_is_gone_waits_for_it() -> None:
    desk = two_groups()
    desk.decide("merge", "Harak Front", "Dawn Brigade")
    first, second = desk.reports
    desk.reports = (first,)
    assert desk.found.rulings[0].state == "not-applicable"
    assert "Dawn Brigade" in desk.found.rulings[0].why
    desk.reports = (first, second)
    assert desk.found.rulings[0].state == "applied"


def test_a_renamed_actor_keeps_its_names_in_the_reports() -> None:
    desk = two_groups()
    desk.decide("rename", "Harak Front", value="Harak Movement")
    assert desk.actor("Harak Front").name == "Harak Movement"


def test_a_commander_without_a_name_can_be_known_to_a_person() -> None:
    text = "A guard captain attacked the depot in Kelmar."
    desk = Desk(attack("a", "Harak Front"), read("b", text, [Act("attacked", actor="A guard captain")]))
    described = desk.actor("A guard captain")
    assert desk.decide("merge", "Harak Front", described.id).state == "applied"
    assert desk.actor("A guard captain") == desk.actor("Harak Front")


def test_two_incidents_that_a_person_merges_are_one() -> None:
    desk = two_groups()
    first, second = (incident.id for incident in desk.found.incidents)
    desk.decide("merge", first, second)
    (incident,) = desk.found.incidents
    assert len(incident.events) == 2
    assert incident.decided == (1,)
    assert any("R. Editor" in why for why in incident.why)


def test_an_incident_is_found_by_the_id_that_it_had_when_it_was_decided_about() -> None:
    desk = two_groups()
    first, second = (incident.id for incident in desk.found.incidents)
    desk.decide("merge", first, second)
    desk.decide("reject", desk.found.events[0].id)
    assert first not in {incident.id for incident in desk.found.incidents}
    assert desk.decide("set", first, value="note=seen").state == "applied"


def test_two_incidents_that_a_person_keeps_apart_are_two() -> None:
    one = [attack("a", "Harak Front"), attack("b", "Harak Front")]
    desk = Desk(*one)
    (incident,) = desk.found.incidents
    desk.decide("split", incident.id, parts=(incident.events[1],))
    assert sorted(len(i.events) for i in desk.found.incidents) == [1, 1]
    desk.undo(1)
    assert desk.found.incidents == (incident,)


def test_nothing_is_concluded_from_an_event_that_a_person_rejects_yet_it_stays_in_the_case() -> None:
    desk = two_groups()
    event = desk.found.events[0]
    desk.decide("reject", event.id)
    assert desk.found.events[0].rejected == 1
    assert all(event.id not in incident.events for incident in desk.found.incidents)
    assert [row["rejected"] for row in rows_of(desk.contents, "events")] == [1, None]


def test_an_event_told_by_a_rejected_claim_stands_on_the_word_around_it() -> None:
    text = "The mayor said that Harak Front attacked the depot in Kelmar."
    said = [Said("The mayor", "Harak Front attacked the depot in Kelmar")]
    desk = Desk(read("a", text, [Act("attacked", actor="Harak Front", place="Kelmar")], said, outlet="Dawn Post"))
    desk.decide("reject", desk.found.claims[0].id)
    assert desk.found.claims[0].rejected == 1
    assert desk.found.events[0].claim is not None, "the case keeps what was read"
    assert desk.found.incidents[0].origin_keys != ()


@pytest.mark.parametrize(("value", "best"), [("killed=5", 5), ("note=the mayor corrected himself", 2)])
def test_a_person_sets_the_toll_or_leaves_a_note(value: str, best: int) -> None:
    desk = two_groups()
    incident = desk.found.incidents[0]
    desk.decide("set", incident.id, value=value)
    after = desk.found.incidents[0]
    assert after.killed is not None
    assert after.killed.best == best
    assert "R. Editor" in after.why[-1]
    assert after.decided == (1,)


def test_what_nobody_decided_depends_on_the_reports_alone() -> None:
    desk = two_groups()
    assert compare(desk.reports, redate=redate) == compare(desk.reports, redate=redate, decisions=())


@pytest.mark.parametrize(
    ("action", "objects", "value", "parts", "said"),
    [
        ("merge", ("Harak Front",), None, (), "2 or more"),
        ("merge", ("Harak Front", "Nobody"), None, (), "no actor of that name"),
        ("rename", ("Harak Front",), " ", (), "new name"),
        ("split", ("Harak Front",), None, (), "which reports"),
        ("split", ("Harak Front",), None, ("z",), "is no report"),
        ("set", ("Harak Front",), "killed=2", (), "about incident"),
        ("forget", ("Harak Front",), None, (), "is one of"),
    ],
)
def test_what_cannot_be_decided_is_refused(action, objects, value, parts, said) -> None:
    with pytest.raises(WrongUsage, match=said):
        make_decision(two_groups().contents, action, objects, who="x", value=value, parts=parts)


def test_only_a_decision_that_was_made_can_be_undone() -> None:
    with pytest.raises(WrongUsage, match="no decision of that number"):
        make_undo([], 3, who="x")


def test_a_log_handed_on_brings_its_decisions_to_another_case_once() -> None:
    desk = two_groups()
    desk.decide("merge", "Harak Front", "Dawn Brigade")
    desk.undo(1)
    desk.decide("rename", "Harak Front", value="Harak")
    lines = [json.dumps(row) for row in rows_of(desk.contents, "decisions")]
    other = two_groups()
    other.decide("rename", "Dawn Brigade", value="Dawn")
    for decision in new_ones(other.decisions, read_log(lines)):
        other.decisions.append(decision)
    assert [(d.number, d.action, d.undoes) for d in other.decisions] == [
        (1, "rename", None),
        (2, "merge", None),
        (3, "undo", 2),
        (4, "rename", None),
    ]
    assert new_ones(other.decisions, read_log(lines)) == []


def test_a_file_that_is_no_log_is_refused() -> None:
    with pytest.raises(WrongUsage, match="not a log"):
        read_log(['{"number": 1}'])
