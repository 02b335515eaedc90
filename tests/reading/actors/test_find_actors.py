"""Actors of invented texts: which mentions stand for one, and which never do."""

from __future__ import annotations

import pytest

from dateline.model.span import Span


def members(actors) -> list[list[str]]:
    return [[actors.mentions[i].span.text for i in chain.mentions] for chain in actors.chains]


def together(actors, *words: str) -> bool:
    """Whether one chain has mentions with all of these words."""
    return any(set(words) <= set(texts) for texts in members(actors))


JOINED = {
    "a surname after the full name": (
        "Governor Ilmar Tosk spoke. Tosk was tired.",
        ["Governor Ilmar Tosk: person", "Tosk@2: person"],
        ("Governor Ilmar Tosk", "Tosk"),
    ),
    "a title before the surname": (
        "Ilmar Tosk spoke. Mr. Tosk was tired.",
        ["Ilmar Tosk: person", "Mr. Tosk: person"],
        ("Ilmar Tosk", "Mr. Tosk"),
    ),
    "an acronym in brackets": (
        "The Free Southern Army (FSA) fled. The FSA was beaten.",
        ["The Free Southern Army: organisation", "The FSA: organisation"],
        ("The Free Southern Army", "FSA", "The FSA"),
    ),
    "also known as": (
        "Abu Rasin, also known as Omar Osk, was seen. Omar Osk fled.",
        ["Abu Rasin: person", "Omar Osk: person", "Omar Osk@2: person"],
        ("Abu Rasin", "Omar Osk"),
    ),
    "formerly": (
        "The Victory Front, formerly known as the Tolva Brigade, fled.",
        ["The Victory Front: organisation", "the Tolva Brigade: organisation"],
        ("The Victory Front", "Tolva Brigade"),
    ),
    "two romanisations": (
        "Abu Rasin al-Golvi met them. Later al-Gulvi left.",
        ["Abu Rasin al-Golvi: person", "al-Gulvi: person"],
        ("Abu Rasin al-Golvi", "al-Gulvi"),
    ),
    "a group with and without its common noun": (
        "The Tolva Front struck. Tolva said so.",
        ["The Tolva Front: organisation", "Tolva@2: organisation"],
        ("The Tolva Front", "Tolva"),
    ),
    "a minister taken up by his office": (
        "Defence Minister Karo Lindt spoke. The minister was tired.",
        ["Defence Minister Karo Lindt: person", "The minister: person"],
        ("Defence Minister Karo Lindt", "The minister"),
    ),
    "the group": (
        "The Tolva Front struck at dawn. The group also took a mill.",
        ["The Tolva Front: organisation", "The group: organisation"],
        ("The Tolva Front", "The group"),
    ),
    "the ministry": (
        "The Foreign Ministry denied it. The ministry was calm.",
        ["The Foreign Ministry: organisation", "The ministry: organisation"],
        ("The Foreign Ministry", "The ministry"),
    ),
}


@pytest.mark.parametrize("name", JOINED)
def test_mentions_of_one_actor_are_joined(who, name: str) -> None:
    text, mentions, expected = JOINED[name]
    assert together(who(text, mentions), *expected)


APART = {
    "two surnames": ("Ilmar Tosk met Karo Lindt.", ["Ilmar Tosk: person", "Karo Lindt: person"]),
    "two first names": ("Ilmar Tosk met Karo Tosk.", ["Ilmar Tosk: person", "Karo Tosk: person"]),
    "a group and its chief": (
        "The Tolva Front and the Tolva chief left.",
        ["The Tolva Front: organisation", "the Tolva chief: person"],
    ),
    "two armies": (
        "The Syrian Army fought the Free Syrian Army.",
        ["The Syrian Army: organisation", "the Free Syrian Army: organisation"],
    ),
    "two ministries": (
        "The Russian Foreign Ministry and the Turkish Foreign Ministry spoke.",
        ["The Russian Foreign Ministry: organisation", "the Turkish Foreign Ministry: organisation"],
    ),
    "a state and a front": (
        "The Islamic State fought the Islamic Front.",
        ["The Islamic State: organisation", "the Islamic Front: organisation"],
    ),
    "an affiliate and its patron": (
        "The Qamar Base praised Qamar in the West.",
        ["The Qamar Base: organisation", "Qamar in the West: organisation"],
    ),
    "a man and a woman of one name": ("Mrs. Tosk met Mr. Tosk.", ["Mrs. Tosk: person", "Mr. Tosk: person"]),
    "two residents": ("A resident fled. A resident stayed.", ["A resident: person", "A resident@2: person"]),
}


@pytest.mark.parametrize("name", APART)
def test_different_actors_stay_apart(who, name: str) -> None:
    text, mentions = APART[name]
    assert len(who(text, mentions).chains) == 2


def test_the_affiliate_of_another_group_is_not_that_group(who) -> None:
    text = "The Tolva Front struck. The al-Qamar affiliate said it had won."
    actors = who(text, ["The Tolva Front: organisation", "al-Qamar: organisation"], ["The al-Qamar affiliate"])
    assert together(actors, "The Tolva Front", "The al-Qamar affiliate")
    assert not together(actors, "The Tolva Front", "al-Qamar")


def test_he_is_the_last_speaker_and_not_a_man_in_passing(who) -> None:
    text = "A commander said they fled. He said President Ilmar Osk knew. He said no more."
    actors = who(text, ["Ilmar Osk: person"], ["A commander", "He", "He@2"])
    assert members(actors)[0] == ["A commander", "He", "He"]


def test_she_is_not_a_man(who) -> None:
    text = "Mr. Tosk said they fled. Mrs. Lindt was there. She said no more."
    actors = who(text, ["Mr. Tosk: person", "Mrs. Lindt: person"], ["Mr. Tosk", "She"])
    assert together(actors, "Mrs. Lindt", "She")


KINDS = {
    "Governor Ilmar Tosk: person": "person",
    "A commander: person": "role",
    "Syria: location": "country",
    "the Foreign Ministry: organisation": "government",
    "The Russian military: organisation": "government",
    "the Tolva Liberation Army: organisation": "group",
    "Radio Tolva: organisation": "outlet",
    "Tolva Mining Company: organisation": "organisation",
}


@pytest.mark.parametrize("mention", KINDS)
def test_an_actor_has_a_kind(who, mention: str) -> None:
    text = mention.split(":")[0] + " spoke of it."
    assert [c.kind for c in who(text, [mention]).chains] == [KINDS[mention]]


def test_a_capital_that_speaks_is_its_country(who) -> None:
    text = "Russia sent planes. Moscow said they struck."
    actors = who(text, ["Russia: location", "Moscow: location"], ["Moscow"])
    assert together(actors, "Russia", "Moscow")
    assert [(c.name, c.kind) for c in actors.chains] == [("Russia", "country")]


def test_the_planes_of_a_country_are_its_forces(who) -> None:
    text = "Russian warplanes struck. The Russian military said so."
    actors = who(text, [], ["The Russian military"], ["Russian warplanes"])
    assert together(actors, "Russian warplanes", "The Russian military")


def test_a_town_where_things_happen_is_no_actor(who) -> None:
    actors = who("Six died in Dorvan.", ["Dorvan: location"])
    assert actors.chains == () and actors.mentions[0].chain is None


def test_the_fullest_name_is_the_chains_name(who) -> None:
    text = "Tosk spoke. Governor Ilmar Tosk was tired."
    (chain,) = who(text, ["Tosk: person", "Governor Ilmar Tosk: person"]).chains
    assert (chain.name, chain.names, chain.named) == ("Ilmar Tosk", ("Tosk", "Ilmar Tosk"), True)


@pytest.mark.parametrize(
    ("words", "found"), [("Ilmar Tosk", True), ("the governor Ilmar Tosk", True), ("Ilmar", True), ("the mill", False)]
)
def test_words_are_looked_up_by_exact_span_then_head_then_overlap(who, words: str, found: bool) -> None:
    text = "They saw the governor Ilmar Tosk at the mill."
    actors = who(text, ["Ilmar Tosk: person"])
    at = text.index(words)
    assert (actors.chain_at(Span.cut(text, at, at + len(words))) is not None) is found


def test_a_leader_told_by_office_first_and_by_name_later_is_one(who) -> None:
    text = "The leader of the Tolva Front spoke. Tolva chief Abu Rasin was firm. The Tolva leader left."
    mentions = ["The leader of the Tolva Front: person", "Tolva chief Abu Rasin: person", "The Tolva leader: person"]
    actors = who(text, mentions)
    assert together(actors, "The leader of the Tolva Front", "Tolva chief Abu Rasin", "The Tolva leader")


def test_the_statement_speaks_for_whom_it_came_from(who) -> None:
    text = "The Tolva Front released a statement on Monday. It was long. The statement added that it was over."
    actors = who(text, ["The Tolva Front: organisation"], ["The statement"])
    assert together(actors, "The Tolva Front", "The statement")


def test_words_that_are_a_place_and_somebody_keep_both_types(who) -> None:
    actors = who("The envoy left Norland, and Norland denied it.", ["Norland@2: organisation", "Norland@2: location"])
    assert [(m.span.text, m.type) for m in actors.mentions if m.chain is not None] == [("Norland", "organisation")]
    assert [(m.span.start, m.type, m.chain) for m in actors.second] == [(28, "location", None)]


def test_words_of_one_type_have_no_second(who) -> None:
    assert who("Norland denied it.", ["Norland: organisation"]).second == ()


def test_a_belief_without_its_noun_names_nobody(who) -> None:
    actors = who("Marxist rowers left. The Velm Front came.", ["Marxist: nationality", "The Velm Front: organisation"])
    assert [chain.name for chain in actors.chains if chain.named] == ["Velm Front"]
