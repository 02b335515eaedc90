"""The words relate two names: leader, ally, new name, part of."""

import re

import pytest

from dateline.model.mention import Chain, Mention
from dateline.model.reading import Relation
from dateline.model.span import Span
from dateline.reading.actors.relations import find_relations
from dateline.reading.times import find_times


def relations(text: str, **names: str) -> dict[tuple[str, str, str], Relation]:
    """The relations of a text in which these names stand, spelt as they are, with underscores for spaces."""
    mentions, chains = [], []
    for number, (name, kind) in enumerate(names.items()):
        words = name.replace("_", " ")
        spots = [Span(m.start(), m.end(), words) for m in re.finditer(re.escape(words), text)]
        assert spots, f"{words} does not stand in the text"
        mentions += [Mention(spot, kind, number) for spot in spots]
        chains.append(Chain(words, kind, True, (words,), ()))
    mentions.sort(key=lambda mention: mention.span)
    sentence = Span(0, len(text), text)
    found = find_relations(text, [sentence], mentions, chains, (), find_times(text, None))
    assert all(text[r.evidence.start : r.evidence.end] == r.evidence.text for r in found)
    return {(r.type, chains[r.subject].name, chains[r.object].name): r for r in found}


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "The leader of the Harak Front, Velmia’s Qortan offshoot, spoke.",
            {"Harak_Front": "group", "Qortan": "group"},
            ("part-of", "Harak Front", "Qortan"),
        ),
        (
            "They hit Harak, which is Qortan's official branch in Velmia.",
            {"Harak": "group", "Qortan": "group"},
            ("part-of", "Harak", "Qortan"),
        ),
        (
            "Shells were fired by the Qortan-affiliated Harak.",
            {"Harak": "group", "Qortan": "group"},
            ("part-of", "Harak", "Qortan"),
        ),
        (
            "In a message Harak chief Abu Dorin urged attacks.",
            {"Harak": "group", "Abu_Dorin": "person"},
            ("leads", "Abu Dorin", "Harak"),
        ),
        (
            "The leader of Harak, Abu Dorin, urged attacks.",
            {"Harak": "group", "Abu_Dorin": "person"},
            ("leads", "Abu Dorin", "Harak"),
        ),
        (
            "Abu Dorin, who leads the Harak, denied it.",
            {"Harak": "group", "Abu_Dorin": "person"},
            ("leads", "Abu Dorin", "Harak"),
        ),
        (
            "Sami Vell, a senior member of Qortan, was killed.",
            {"Sami_Vell": "person", "Qortan": "group"},
            ("member-of", "Sami Vell", "Qortan"),
        ),
        (
            "The River Guard is a militia allied with the Velmian army.",
            {"River_Guard": "group", "Velmian_army": "government"},
            ("ally", "River Guard", "Velmian army"),
        ),
        (
            "The River Guard is allied with the Velmian army.",
            {"River_Guard": "group", "Velmian_army": "government"},
            ("ally", "River Guard", "Velmian army"),
        ),
        (
            "Harak has fought soldiers and, since May, against its old rival DAWN.",
            {"Harak": "group", "DAWN": "group"},
            ("rival", "Harak", "DAWN"),
        ),
        (
            "The Dawn Assembly is the new name taken by Harak.",
            {"Dawn_Assembly": "group", "Harak": "group"},
            ("renamed-to", "Harak", "Dawn Assembly"),
        ),
        (
            "The Dawn Assembly, formerly known as the Harak, called for talks.",
            {"Dawn_Assembly": "group", "Harak": "group"},
            ("renamed-to", "Harak", "Dawn Assembly"),
        ),
        (
            "Sami Vell, whose real name was Orlan Tesh, died.",
            {"Sami_Vell": "person", "Orlan_Tesh": "person"},
            ("also-known-as", "Sami Vell", "Orlan Tesh"),
        ),
        (
            "Gallia is providing Harak with weapons.",
            {"Gallia": "country", "Harak": "group"},
            ("supplies", "Gallia", "Harak"),
        ),
        (
            "The council is supported by Gallia.",
            {"council": "group", "Gallia": "country"},
            ("supports", "Gallia", "council"),
        ),
    ],
)
def test_a_phrase_between_two_names_relates_them(text, names, expected):
    assert expected in relations(text, **names)


def test_a_body_within_a_persons_title_is_led_by_the_person():
    text = "They obey Harak. In a message Harak chief Abu Dorin urged attacks."
    person = Span.cut(text, text.index("Harak chief"), text.index(" urged"))
    mentions = [Mention(Span.cut(text, 10, 15), "organisation", 0), Mention(person, "person", 1)]
    chains = [Chain("Harak", "group", True, ("Harak",), (0,)), Chain("Abu Dorin", "person", True, ("Abu Dorin",), (1,))]
    (relation,) = find_relations(text, [Span.cut(text, 17, len(text))], mentions, chains, (), ())
    assert (relation.type, relation.subject, relation.object) == ("leads", 1, 0)


def test_a_split_begins_in_the_year_that_the_words_give():
    found = relations("Dawn - which splintered from Qortan in 2014 - has grown.", Dawn="group", Qortan="group")
    assert str(found["split-from", "Dawn", "Qortan"].begin) == "2014-01-01"


def test_the_two_groups_are_the_two_named_last():
    text = "Dawn and Harak share beliefs, but the two movements broke up in 2013 and are rivals now."
    assert {"split-from", "rival"} <= {kind for kind, *_ in relations(text, Dawn="group", Harak="group")}


def test_names_that_merely_stand_together_are_not_related():
    assert relations("Fighters of Harak and soldiers of Gallia died on Monday.", Harak="group", Gallia="country") == {}


def test_only_a_person_leads():
    assert relations("Harak leader Dawn spoke.", Harak="group", Dawn="group") == {}


def test_one_of_the_two_groups_is_the_one_whose_elders_were_spoken_of():
    found = relations(
        "Harak rose. Harak fought the Dawn League, and Qortan paid. When the group’s elders met those of Orsk, the two"
        " groups parted ways for good and were enemies.",
        Harak="group",
        Dawn_League="group",
        Qortan="group",
        Orsk="group",
    )
    assert ("rival", "Orsk", "Harak") in found
    assert not any("Qortan" in pair for pair in found)
