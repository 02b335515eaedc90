"""Whom does a description mean that only says whose group it is?"""

from __future__ import annotations

from dateline.comparing.identities import Identities, find_identities
from dateline.model.mention import Chain
from dateline.model.reading import Reading, ReadReport, Relation
from dateline.model.report import Moment, Report
from dateline.model.span import Span

DESCRIBED = "Qortan's Norlish affiliate"


def report(name: str, text: str, *chains: Chain, relations: tuple[Relation, ...] = ()) -> ReadReport:
    moment = Moment("2031-03-01", "test")
    published = Report(
        name, None, f"{name}.txt", None, 0, len(text), name, None, None, moment, None, None, None, None, "en", text, "0"
    )
    return ReadReport(published, Reading(text, moment.day, chains=chains, relations=relations))


def group(name: str, *, named: bool = True) -> Chain:
    return Chain(name, "group", named, (name,) if named else (), ())


def stating(name: str, part: str, how: str) -> ReadReport:
    """A report that says whose affiliate a group is."""
    text = f"{part}, {how}, was there."
    said = Span.cut(text, 0, len(text) - len(", was there."))
    return report(name, text, group(part), group("Qortan"), relations=(Relation("part-of", 0, 1, said),))


def describing() -> ReadReport:
    return report("Herald", f"{DESCRIBED} fired.", group(DESCRIBED, named=False))


def actor_of(found: Identities, report: str) -> str:
    return next(actor.name for actor in found.actors if (report, 0) in actor.chains)


def test_a_description_is_resolved_where_the_case_says_of_one_group_alone_whose_it_is() -> None:
    found = find_identities([stating("Echo", "Blue Hand", DESCRIBED), describing()])
    assert actor_of(found, "Herald") == "Blue Hand"
    (actor,) = [actor for actor in found.actors if actor.name == "Blue Hand"]
    assert any(DESCRIBED in reason and "Echo" in reason for reason in actor.joined_by)


def test_a_description_stays_by_itself_where_two_groups_may_be_meant() -> None:
    two = stating("Echo", "Blue Hand", "Qortan's affiliate"), stating("Post", "Red Dawn", "Qortan's affiliate")
    assert actor_of(find_identities([*two, describing()]), "Herald") == DESCRIBED


def test_the_country_of_a_description_tells_which_of_two_affiliates_it_is() -> None:
    two = stating("Echo", "Blue Hand", DESCRIBED), stating("Post", "Red Dawn", "Qortan's Harrish affiliate")
    assert actor_of(find_identities([*two, describing()]), "Herald") == "Blue Hand"
