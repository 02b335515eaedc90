"""Who is who across reports, under which name when."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.comparing.identities import Identities, find_identities
from dateline.comparing.identities.names import is_acronym
from dateline.language.group_names import core, same_core
from dateline.model.listed import ListedActor, ListedName
from dateline.model.mention import Chain, Mention
from dateline.model.reading import Reading, ReadReport, Relation
from dateline.model.report import Moment, Report
from dateline.model.span import Span


def report(name: str, *chains: tuple[str, ...], day: int = 1, relate: tuple[str, int, int] | None = None) -> ReadReport:
    """A report with these chains: (kind, name, other names …); a name in small letters is a description."""
    text = f"{name} said so."
    moment = Moment(f"2031-03-{day:02}", "test")
    published = Report(
        name, None, f"{name}.txt", None, 0, len(text), f"{name} Post", None, None, moment, None, None, None, None, "en",
        text, "0",
    )  # fmt: skip
    relations = () if relate is None else (Relation(*relate, Span.cut(text, 0, len(name))),)
    made = tuple(Chain(names[0], kind, names[0] != names[0].lower(), names, ()) for kind, *names in chains)
    return ReadReport(published, Reading(text, moment.day, chains=made, relations=relations))


def groups(found: Identities) -> set[frozenset[str]]:
    """The names of each actor that has some."""
    return {frozenset(alias.name for alias in actor.aliases) for actor in found.actors if actor.aliases}


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("group", "the Harak Front", "Jabhat al-Harak"), True),
        (("group", "Al-Saeda", "al-Saida"), True),
        (("group", "Hizb al-Nour", "Noor Party"), True),
        (("group", "Dawn State", "Dawn Front"), False),
        (("group", "Orsis", "the Orsi"), True),
        (("group", "Islamic State", "Islamic Front"), False),
        (("group", "Free Velmian Army", "Velmian Army"), False),
        (("group", "River Guard", "Hill Guard"), False),
        (("group", "17th Division", "18th Division"), False),
        (("person", "Abu Tariq al-Mazruni", "Abu Tarek al-Mazrouni"), True),
        (("person", "Sergey Dovlen", "Sergei Dovlen"), True),
        (("person", "Anna Dovlen", "Sergei Dovlen"), False),
        (("person", "Dovlen", "Sergei Dovlen"), True),
    ],
)
def test_two_names_in_two_reports_are_one_actor_or_two(names, one):
    kind, first, second = names
    found = find_identities([report("a", (kind, first)), report("b", (kind, second))])
    assert (len(groups(found)) == 1) is one


def test_a_surname_that_two_people_bear_joins_neither():
    found = find_identities(
        [
            report("a", ("person", "Anna Dovlen")),
            report("b", ("person", "Sergei Dovlen")),
            report("c", ("person", "Dovlen")),
        ]
    )
    assert len(groups(found)) == 3


def test_an_acronym_that_one_report_explains_is_known_in_the_others():
    found = find_identities([report("a", ("group", "Liss Liberation Assembly", "LLA")), report("b", ("group", "LLA"))])
    assert groups(found) == {frozenset({"Liss Liberation Assembly", "LLA"})}


def test_initials_join_only_when_one_body_has_them():
    bodies = ("group", "Free Velm Army"), ("group", "First Voran Alliance")
    assert len(groups(find_identities([report("a", bodies[0]), report("b", ("group", "FVA"))]))) == 1
    assert len(groups(find_identities([report("a", *bodies), report("b", ("group", "FVA"))]))) == 3


def test_a_new_name_is_the_same_actor_from_its_date_on():
    old = report("a", ("group", "Nawras Movement"), day=1)
    told = report("b", ("group", "Nawras Movement"), ("group", "Dawn Assembly"), day=9, relate=("renamed-to", 0, 1))
    (actor,) = [a for a in find_identities([old, told]).actors if a.aliases]
    assert {alias.name: alias.first for alias in actor.aliases} == {
        "Nawras Movement": date(2031, 3, 1),
        "Dawn Assembly": date(2031, 3, 9),
    }
    assert actor.joined_by == ("“b” (b Post)",)


def test_one_slip_of_reading_does_not_join_what_other_reports_tell_apart():
    slip = report("a", ("person", "Anna Dovlen", "Sergei Marrak"))
    others = [report(name, ("person", "Anna Dovlen"), ("person", "Sergei Marrak")) for name in ("b", "c")]
    assert groups(find_identities([slip, *others])) == {frozenset({"Anna Dovlen"}), frozenset({"Sergei Marrak"})}


def test_a_witness_of_one_report_is_nobody_of_another():
    found = find_identities([report("a", ("role", "a witness")), report("b", ("role", "a witness"))])
    assert len([actor for actor in found.actors if actor.name == "a witness"]) == 2


def test_a_person_is_never_a_place_or_a_group_of_the_same_name():
    found = find_identities([report("a", ("person", "Jordan Vell")), report("b", ("group", "Jordan Vell"))])
    assert len([actor for actor in found.actors if actor.aliases]) == 2


def test_relations_carry_the_words_of_every_report_that_states_them():
    chains = ("person", "Abu Tariq"), ("group", "Nawras")
    found = find_identities([report(name, *chains, relate=("leads", 0, 1)) for name in ("a", "b")])
    (leader,) = [actor for actor in found.actors if actor.relations]
    (relation,) = leader.relations
    assert (leader.name, relation.type) == ("Abu Tariq", "leads")
    assert [words.report for words in relation.evidence] == ["a", "b"]


def test_an_agency_is_found_by_any_of_its_names():
    found = find_identities([report("a", ("outlet", "Agence France-Presse"))])
    assert found.teller("AFP") == found.actor_of["a", 0]
    assert found.teller("Nobody Post") is None
    assert found.teller("a Post")


def test_ids_do_not_change_when_reports_are_added():
    few = find_identities([report("a", ("group", "Harak Front"))])
    more = find_identities([report("a", ("group", "Harak Front")), report("b", ("group", "Jabhat al-Harak"))])
    assert few.actor_of["a", 0] == more.actor_of["a", 0] == more.actor_of["b", 0]


def test_the_core_of_a_name_is_what_tells_it_from_others():
    assert core("Harakat Nawras al-Islamiyya") == ("nawras",)
    assert core("the Ministry of Defence") == ()
    assert same_core("Failaq ar-Rahim", "Faylaq al-Rahim")
    assert is_acronym("M23")
    assert not is_acronym("Nawras")


def test_names_too_unlike_to_be_joined_are_suggested_with_a_score_and_reasons():
    found = find_identities([report("a", ("person", "Iyad Tawnan")), report("b", ("person", "Ayad Tawnaan"))])
    (suggestion,) = found.suggestions
    assert len(groups(found)) == 2
    assert 0 < suggestion.score < 1
    assert set(suggestion.names) == {"Iyad Tawnan", "Ayad Tawnaan"}
    assert "likely spellings of one name" in suggestion.why[0]


def test_a_surname_of_two_people_suggests_each():
    found = find_identities(
        [report("a", ("person", "Anna Dovlen"), ("person", "Sergei Dovlen")), report("b", ("person", "Dovlen"))]
    )
    assert {frozenset(s.names) for s in found.suggestions} == {
        frozenset({"Dovlen", "Anna Dovlen"}),
        frozenset({"Dovlen", "Sergei Dovlen"}),
    }


def listed(source: str, *names: ListedName, kind: str | None = "group") -> ListedActor:
    return ListedActor(source, names, kind, None, "as it stands in the list")


def test_a_list_joins_names_that_no_report_connects_and_stands_for_its_own():
    row = listed("own.csv, row 1", ListedName("Dawn Assembly"), ListedName("Nawras Front"), ListedName("Jabhat Vel"))
    found = find_identities(
        [report("a", ("group", "Dawn Assembly")), report("b", ("group", "Nawras Front"))], (), [row]
    )
    (actor,) = [a for a in found.actors if a.named and a.kind == "group"]
    assert {(a.name, a.reports, a.listed) for a in actor.aliases} == {
        ("Dawn Assembly", ("a",), "own.csv, row 1"),
        ("Nawras Front", ("b",), "own.csv, row 1"),
        ("Jabhat Vel", (), "own.csv, row 1"),
    }
    assert "own.csv, row 1" in actor.joined_by[0]


def test_a_list_makes_nobody_whom_no_report_names():
    row = listed("own.csv, row 1", ListedName("Dawn Assembly"))
    found = find_identities([report("a", ("group", "Nawras Front"))], (), [row])
    assert all("Dawn Assembly" not in {alias.name for alias in actor.aliases} for actor in found.actors)


def test_one_name_of_two_listed_groups_means_the_one_that_bore_it_that_day():
    before = listed("own.csv, row 1", ListedName("River Guard", None, date(2031, 3, 5)), ListedName("Old Guard"))
    since = listed("own.csv, row 2", ListedName("River Guard", date(2031, 3, 6)), ListedName("New Guard"))
    reports = [
        report("a", ("group", "River Guard"), day=2),
        report("b", ("group", "River Guard"), day=9),
        report("c", ("group", "Old Guard")),
        report("d", ("group", "New Guard")),
    ]
    found = find_identities(reports, (), [before, since])
    assert found.actor_of["a", 0] == found.actor_of["c", 0]
    assert found.actor_of["b", 0] == found.actor_of["d", 0]
    assert found.actor_of["a", 0] != found.actor_of["b", 0]


def test_a_list_never_makes_a_person_of_a_group():
    row = listed("own.csv, row 1", ListedName("Jordan Vell"), ListedName("Vell Brigade"), kind=None)
    found = find_identities([report("a", ("person", "Jordan Vell")), report("b", ("group", "Vell Brigade"))], (), [row])
    assert found.actor_of["a", 0] != found.actor_of["b", 0]


def told_of(name: str, words: str, day: int = 1) -> ReadReport:
    """A report that names Omar Dovlen in these words."""
    made = report(name, ("person", "Omar Dovlen"), day=day)
    start = words.index("Omar Dovlen")
    mention = Mention(Span.cut(words, start, start + len("Omar Dovlen")), "person", 0)
    chain = replace(made.reading.chains[0], mentions=(0,))
    reading = replace(made.reading, text=words, mentions=(mention,), chains=(chain,))
    return ReadReport(replace(made.report, text=words), reading)


def test_one_name_of_two_countries_is_two_people_and_merging_them_is_suggested():
    reports = [
        told_of("a", "The Sudanese finance minister Omar Dovlen spoke."),
        told_of("b", "They met Sudanese minister Omar Dovlen there."),
        told_of("c", "The Peruvian striker Omar Dovlen scored."),
        told_of("d", "Nobody saw Omar Dovlen."),
    ]
    found = find_identities(reports)
    assert found.actor_of["a", 0] == found.actor_of["b", 0] == found.actor_of["d", 0]
    assert found.actor_of["c", 0] != found.actor_of["a", 0]
    assert [set(s.actors) for s in found.suggestions] == [{found.actor_of["a", 0], found.actor_of["c", 0]}]


def test_a_country_beside_a_name_that_is_not_its_bearers_parts_nobody():
    reports = [
        told_of("a", "The Sudanese finance minister Omar Dovlen spoke."),
        told_of("b", "In Peruvian waters, Omar Dovlen was seen."),
    ]
    found = find_identities(reports)
    assert found.actor_of["a", 0] == found.actor_of["b", 0]
