"""Names of invented texts that the model cut, ran together, took for somebody else or overlooked."""

from __future__ import annotations

import pytest


def together(actors, *words: str) -> bool:
    """Whether one chain has mentions with all of these words."""
    return any(set(words) <= {actors.mentions[i].span.text for i in chain.mentions} for chain in actors.chains)


def texts(actors) -> set[str]:
    return {m.span.text for m in actors.mentions}


INSIDE = {
    "a leader's group": ("The leader of Jabhat al-Nawras spoke.", "Jabhat al-Nawras"),
    "fighters of a movement": ("Fighters of the Tolva Movement fled.", "Tolva Movement"),
    "a spokesman's army": ("A spokesman for the Liss Army spoke.", "Liss Army"),
    "an apposition": ("The envoy, a member of the Dawn Council, spoke.", "Dawn Council"),
    "a ministry before a title": ("Foreign Ministry spokesman Karo Lindt spoke.", "Foreign Ministry"),
    "an office of two fields": ("An official of the Ministry of Trade and Mills spoke.", "Ministry of Trade and Mills"),
}


@pytest.mark.parametrize("name", INSIDE)
def test_a_body_named_within_a_description_is_a_mention_of_its_own(who, name: str) -> None:
    text, body = INSIDE[name]
    actors = who(text, [], [text.removesuffix(" spoke.").removesuffix(" fled.")])
    (mention,) = (m for m in actors.mentions if m.span.text == body)
    assert mention.type == "organisation" and mention.chain is not None


@pytest.mark.parametrize(
    "described", ["The mayor of Dorvan", "A resident of Dorvan", "Ostrand Governor", "The Minister"]
)
def test_a_town_or_title_within_a_description_is_no_body(who, described: str) -> None:
    assert texts(who(f"{described} spoke.", [], [described])) == {described}


MENDED = {
    "an article behind": (
        "Jabhat Fateh al-Mazar fled.",
        ["Jabhat Fateh: organisation", "al-Mazar: location"],
        "Jabhat Fateh al-Mazar",
    ),
    "a kind of group and a word between": (
        "Jabhat Fateh al-Mazar fled.",
        ["al-Mazar: organisation"],
        "Jabhat Fateh al-Mazar",
    ),
    "a kind of group before": ("Failak ar-Rasin fled.", ["Rasin: person"], "Failak ar-Rasin"),
    "a father's name": ("They saw Mohammed bin Osk.", ["Mohammed: person"], "Mohammed bin Osk"),
    "a particle": ("They saw Jan van de Lindt.", ["Jan: person", "Lindt: person"], "Jan van de Lindt"),
    "thousands": (
        "More than 6,000 people fled.",
        ["More than 6: quantity", ",000 people: quantity"],
        "More than 6,000 people",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_a_name_or_number_cut_in_two_is_one_mention(who, name: str) -> None:
    text, mentions, whole = MENDED[name]
    assert texts(who(text, mentions)) == {whole}


def test_no_mention_runs_over_the_end_of_a_paragraph(who) -> None:
    actors = who("Mill Council\n\nDORVAN - It met.", ["Mill Council\n\nDORVAN: organisation"])
    assert [(m.span.text, m.type) for m in actors.mentions] == [
        ("Mill Council", "organisation"),
        ("DORVAN", "location"),
    ]


def test_a_mark_that_the_model_set_within_another_stays(who) -> None:
    mentions = ["the Ostrandian Army: organisation", "Ostrandian: nationality"]
    assert texts(who("They saw the Ostrandian Army.", mentions)) == {"the Ostrandian Army", "Ostrandian"}


def test_a_place_before_a_name_is_not_part_of_it(who) -> None:
    assert texts(who("In Ostrand al-Tosk won.", ["Ostrand: location", "al-Tosk: person"])) == {"Ostrand", "al-Tosk"}


ONE = {
    "kinds of group in two tongues": (
        "Nawras fled. The Nawras Movement hid. Harakat al-Nawrah left.",
        ["Nawras: organisation", "The Nawras Movement: organisation", "Harakat al-Nawrah: organisation"],
        ("Nawras", "The Nawras Movement"),
    ),
    "an alias list with strokes": (
        "The Islamic Dawn (IDOR/IDIL) hid. IDIL fled.",
        ["The Islamic Dawn: organisation", "IDIL@2: organisation"],
        ("The Islamic Dawn", "IDOR", "IDIL"),
    ),
    "two former names": (
        "ID, former IDIS/IDIL, fled.",
        ["ID: organisation", "IDIS/IDIL: organisation"],
        ("ID", "IDIS", "IDIL"),
    ),
    "also": (
        "The Kestrel Army (also Kestrel Guards) fled.",
        ["The Kestrel Army: organisation"],
        ("The Kestrel Army", "Kestrel Guards"),
    ),
    "an acronym and what it was": (
        "Rasin State (RS, formerly RSIL) fled.",
        ["Rasin State: organisation"],
        ("Rasin State", "RS", "RSIL"),
    ),
    "as it is known": (
        "The Orsi League, or the Sons of Orsi as it is known, fled.",
        ["The Orsi League: organisation"],
        ("The Orsi League", "Sons of Orsi"),
    ),
    "its name in its own tongue": (
        "Dawn Movement (Harakat al-Fajr) fled.",
        ["Dawn Movement: organisation"],
        ("Dawn Movement", "Harakat al-Fajr"),
    ),
    "a person marked as a body": (
        "Ostrandian president Ilmar Tosk left. Tosk smiled.",
        ["Ostrandian president Ilmar Tosk: organisation", "Tosk@2: person"],
        ("Ostrandian president Ilmar Tosk", "Tosk"),
    ),
    "a surname marked as a body": (
        "General Ilmar Tosk left. Tosk smiled.",
        ["General Ilmar Tosk: person", "Tosk@2: organisation"],
        ("General Ilmar Tosk", "Tosk"),
    ),
    "a group marked as a person": (
        "The Tolva Front left. Tolva fighters smiled. Tolva hid.",
        ["The Tolva Front: organisation", "Tolva@3: person"],
        ("The Tolva Front", "Tolva"),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_one_actor_under_several_names_is_one_chain(who, name: str) -> None:
    text, mentions, expected = ONE[name]
    assert together(who(text, mentions), *expected)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "The Tolva Front fought the Tolva Brigade.",
            ["The Tolva Front: organisation", "the Tolva Brigade: organisation"],
        ),
        ("Ilmar Tosk, former Prime Minister, met Karo Lindt.", ["Ilmar Tosk: person", "Karo Lindt: person"]),
        (
            "The Mill Party (Reuters) beat the Dawn League.",
            ["The Mill Party: organisation", "the Dawn League: organisation"],
        ),
        ("VLF/VLA men fled.", ["VLF/VLA: organisation"]),
    ],
)
def test_names_that_only_stand_side_by_side_stay_two(who, text: str, mentions: list[str]) -> None:
    assert len([c for c in who(text, mentions).chains if c.named]) == 2


LEADERS = {
    "a name behind his office": (
        "The leader of the Tolva Front, Abu Rasin, spoke. The Tolva chief left.",
        ["The leader of the Tolva Front: person", "Abu Rasin: person", "The Tolva chief: person"],
        ("The leader of the Tolva Front", "Abu Rasin", "The Tolva chief"),
    ),
    "an office behind his name": (
        "Ilmar Osk, the head of the Kestrel Movement, left. The militant leader smiled.",
        ["Ilmar Osk: person", "The militant leader: person"],
        ("Ilmar Osk", "The militant leader"),
    ),
    "an office before his name": (
        "They saw Dawn Council leader Omar Fell and Mill Union chief Karo Osk. The Dawn Council leader smiled.",
        ["Omar Fell: person", "Karo Osk: person", "The Dawn Council leader: person"],
        ("Omar Fell", "The Dawn Council leader"),
    ),
    "a headline's leader": (
        "Tolva chief sees peace. Tolva chief Abu Rasin spoke.",
        ["Tolva chief: person", "Tolva chief Abu Rasin: person"],
        ("Tolva chief", "Tolva chief Abu Rasin"),
    ),
}


@pytest.mark.parametrize("name", LEADERS)
def test_a_leader_is_told_by_the_words_beside_his_name(who, name: str) -> None:
    text, mentions, expected = LEADERS[name]
    assert together(who(text, mentions), *expected)


def test_the_next_in_a_list_is_not_what_the_one_before_is(who) -> None:
    actors = who("The mayor, Ilmar Tosk and Karo Lindt left.", ["The mayor: person", "Ilmar Tosk: person"])
    assert not together(actors, "The mayor", "Ilmar Tosk")


def test_capitals_make_a_body_out_of_a_noun_for_people(who) -> None:
    text = "The River Guard fled. The commander of the River Guard, Joso Brandt, spoke."
    actors = who(text, ["The River Guard: organisation"], ["The commander of the River Guard, Joso Brandt"])
    assert not together(actors, "The River Guard", "Joso Brandt")
    assert any(chain.name == "River Guard" and chain.kind != "person" for chain in actors.chains)
