"""Through whom a speaker is heard, and who tells what inside what he says; all in invented texts."""

from __future__ import annotations

import pytest

OCCASIONS = {
    "an interview": (
        'In an interview with Radio Liss, Karo Lindt said: "We are ready." He said: "Our men hid."',
        ['Karo Lindt | said | "We are ready."', 'He | said@2 | "Our men hid."'],
        [["Radio Liss"], ["Radio Liss"]],
    ),
    "an interviewer": (
        'Speaking to journalist Jana Brandt, Abu Mara said: "It is ours."',
        ['Abu Mara | said | "It is ours."'],
        [["Jana Brandt"]],
    ),
    "comments on state television": (
        "In comments carried by Ostrand state TV, Omar Fell said it was calm.",
        ["Omar Fell | said | it was calm"],
        [["Ostrand state TV"]],
    ),
    "a video": (
        "In a video posted by the Tolva Mirror, a man said he was well.",
        ["a man | said | he was well"],
        [["the Tolva Mirror"]],
    ),
    "another speaker afterwards": (
        "In an interview with Radio Liss, Karo Lindt said it was over. The mayor said it was not. Lindt said so again.",
        ["Karo Lindt | said | it was over", "The mayor | said@2 | it was not", "Lindt@2 | said@3 | so again"],
        [["Radio Liss"], [], []],
    ),
    "a crowd": (
        "Speaking to reporters, Omar Fell said it was calm.",
        ["Omar Fell | said | it was calm"],
        [[]],
    ),
}


@pytest.mark.parametrize("name", OCCASIONS)
def test_what_is_said_on_an_occasion_comes_through_its_medium(read, name: str) -> None:
    text, marks, expected = OCCASIONS[name]
    people = [(who, "person") for who in ("Karo Lindt", "Abu Mara", "Omar Fell") if who in text]
    claims, _ = read(text, marks, people)
    assert [[via.text for via in claim.via] for claim in claims] == expected


WITHIN = {
    "a second clause": (
        "Ilmar Osk said the road was shut and that the rebels had promised to leave.",
        ["Ilmar Osk | said | the road was shut and that the rebels had promised to leave"],
        ("the rebels", "had promised", "to leave"),
    ),
    "a quotation": (
        '"The mayor told us to leave by the mill," Katya Lenz said.',
        ['Katya Lenz | said | "The mayor told us to leave by the mill,"'],
        ("The mayor", "told", "to leave by the mill"),
    ),
    "the end of a content": (
        "Forty trucks left the base, villagers said, according to the station Free Mill.",
        ["the station Free Mill | according to | Forty trucks left the base, villagers said"],
        ("villagers", "said", "Forty trucks left the base"),
    ),
    "two documents deep": (
        "DORVAN - A drone hit a depot by the river, according to two guards, Mill TV said.",
        ["Mill TV | said | A drone hit a depot by the river, according to two guards"],
        ("two guards", "according to", "A drone hit a depot by the river"),
    ),
    "a denied claim": (
        "The army denied rebel claims that two planes had been lost.",
        ["The army | denied | rebel claims that two planes had been lost"],
        ("rebel", "claims", "two planes had been lost"),
    ),
    "a rejected accusation": (
        "The ministry rejected accusations by the Tolva Front that it had shelled a mill.",
        ["The ministry | rejected | accusations by the Tolva Front that it had shelled a mill"],
        ("the Tolva Front", "accusations", "it had shelled a mill"),
    ),
    "who is cited taken for what is told": (
        "Osk was a strategist, the Mill agency reports, citing sources close to him.",
        ["the Mill agency | reports | Osk was a strategist", " | citing | sources close to him"],
        ("sources close to him", "citing", "Osk was a strategist"),
    ),
}


@pytest.mark.parametrize("name", WITHIN)
def test_a_telling_inside_a_content_is_a_claim_of_its_own(read, name: str) -> None:
    text, marks, expected = WITHIN[name]
    claims, _ = read(text, marks)
    (inner,) = (c for c in claims if c.inside is not None)
    assert inner.source is not None and inner.cue is not None
    assert (inner.source.text, inner.cue.text, inner.content[0].text) == expected


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Osk said his promise to build a wall stood.", "Osk | said | his promise to build a wall stood"),
        ("Osk said two reports were wrong that day.", "Osk | said | two reports were wrong that day"),
        ('"I think it will rain on the mill," Osk said.', 'Osk | said | "I think it will rain on the mill,"'),
    ],
)
def test_a_noun_or_a_thought_of_the_speaker_is_no_telling_of_another(read, text: str, mark: str) -> None:
    claims, _ = read(text, [mark])
    assert [c.inside for c in claims] == [None]


@pytest.mark.parametrize(
    ("text", "mark", "kept"),
    [
        ("The group declared its leader the Caliph.", "The group | declared | its leader the Caliph", 0),
        ("Osk declared a state of emergency.", "Osk | declared | a state of emergency", 0),
        ("Osk declared a truce with the mill.", "Osk | declared | a truce with the mill", 1),
        ("Osk declared that the war was over.", "Osk | declared | that the war was over", 1),
        ("The army has blamed the Nawras Movement.", "The army | has blamed | the Nawras Movement", 1),
    ],
)
def test_a_deed_done_in_words_is_no_claim(read, text: str, mark: str, kept: int) -> None:
    assert len(read(text, [mark])[0]) == kept


def test_one_cue_has_one_speaker(read) -> None:
    text = '"We counted nine shells," said Karo Lindt, according to the Dorvan Post.'
    marks = [
        'Karo Lindt | said | "We counted nine shells,"',
        'the Dorvan Post | according to | "We counted nine shells," said Karo Lindt',
        "the Dorvan Post | said | Karo Lindt",
    ]
    claims, _ = read(text, marks)
    assert [(c.source and c.source.text, c.inside) for c in claims] == [("the Dorvan Post", None), ("Karo Lindt", 0)]
