"""Who says what in plain sentences of which the model marked nothing, or took too much; all invented."""

from __future__ import annotations

import pytest

PLAIN = {
    "said": ("Petra Lind said the bridge was mined.", [("Petra Lind", "said", "the bridge was mined")]),
    "said on a day": ("The mayor said on Sunday that Idra had fallen.", [("The mayor", "said", "Idra had fallen")]),
    "in a statement": (
        "The rebel council said in a statement its men held Velm.",
        [("The rebel council", "said", "its men held Velm")],
    ),
    "told someone": (
        "A nurse told reporters that nine men had died.",
        [("A nurse", "told", "nine men had died")],
    ),
    "threatened to": (
        "The rebels threatened to blow up the dam.",
        [("The rebels", "threatened", "to blow up the dam")],
    ),
    "urged someone to": (
        "The envoy urged both armies to hold their fire.",
        [("The envoy", "urged", "both armies to hold their fire")],
    ),
    "denied a thing": ("The army denied any role in it.", [("The army", "denied", "any role in it")]),
    "warned of": ("Doctors warned of a new outbreak.", [("Doctors", "warned of", "a new outbreak")]),
    "an apposition": (
        "The governor, Karo Lindt, insisted that the road was safe.",
        [("The governor", "insisted", "the road was safe")],
    ),
    "at the end": (
        "Four trucks burned by the mill, police said.",
        [("police", "said", "Four trucks burned by the mill")],
    ),
    "told at the end": (
        "Shots were heard at dawn, a farmer told the envoy.",
        [("a farmer", "told", "Shots were heard at dawn")],
    ),
    "inverted": (
        "The shells came from the west, says the monitors' report.",
        [("the monitors' report", "says", "The shells came from the west")],
    ),
    "two speakers beside each other": (
        "The army said it held Velm, but villagers said the rebels did.",
        [("The army", "said", "it held Velm"), ("villagers", "said", "the rebels did")],
    ),
    "one speaker, two verbs": (
        "The mayor admitted that shots were fired but denied that anyone was hurt.",
        [("The mayor", "admitted", "shots were fired"), ("The mayor", "denied", "anyone was hurt")],
    ),
    "adding": (
        "The police said the man was armed, adding that he had fled.",
        [("The police", "said", "the man was armed"), ("The police", "adding", "he had fled")],
    ),
    "what he called": (
        "The minister left over what the press called “a farce”.",
        [("the press", "called", "“a farce”")],
    ),
    "an aside": (
        "Norland armed the clans, a charge Norland denied.",
        [("Norland", "denied", "Norland armed the clans")],
    ),
    "told by": (
        "Relatives were told by the guards that the men were alive.",
        [("the guards", "were told by", "the men were alive")],
    ),
}


def shapes(claims) -> list[tuple[str, str, str]]:
    return [(c.source.text, c.cue.text, c.content[0].text) for c in claims]


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_sentence_says_who_says_what(read, name: str) -> None:
    text, expected = PLAIN[name]
    people = [(who, "person") for who in ("Petra Lind", "Karo Lindt") if who in text]
    places = [("Norland@2", "organisation")] if "Norland" in text else []
    assert shapes(read(text, [], [*people, *places])[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report was long and dull.",
        "His promise to leave the valley still held.",
        "Two officers report for duty at noon.",
        "The claims of the rebels were read out.",
        "If the mayor said so, nobody heard.",
        "It was said to be safe.",
        "Six states signed the pact in Velm.",
        "He thought the war would end soon.",
        "The officer who shot first has declined to comment.",
    ],
)
def test_what_only_looks_like_a_telling_is_none(read, text: str) -> None:
    assert read(text)[0] == ()


def test_a_refusal_to_comment_is_no_claim(read) -> None:
    text = "The palace declined to comment on the raid."
    assert read(text, ["The palace | declined | to comment on the raid"])[0] == ()


CUT = {
    "but another says": (
        "The Front said its men shot it down, but the army said it fell.",
        ["The Front | said | its men shot it down, but the army said it fell", "the army | said@2 | it fell"],
        ["its men shot it down", "it fell"],
    ),
    "another calls it": (
        "The council said its men took Velm; the army called the words a lie.",
        [
            "The council | said | its men took Velm; the army called the words a lie",
            "the army | called | the words a lie",
        ],
        ["its men took Velm", "the words a lie"],
    ),
    "what he had heard stays inside": (
        "The council said its men took Velm and that the army had fled.",
        ["The council | said | its men took Velm and that the army had fled"],
        ["its men took Velm and that the army had fled"],
    ),
}


@pytest.mark.parametrize("name", CUT)
def test_a_content_ends_where_another_speaks(read, name: str) -> None:
    text, marks, expected = CUT[name]
    assert [c.content[0].text for c in read(text, marks)[0] if c.inside is None] == expected


def test_the_nearer_subject_is_the_speaker(read) -> None:
    text = "The army said it held, but a villager, speaking in Velm, said the rebels had won."
    marks = ["The army | said | it held", "The army | said@2 | the rebels had won"]
    assert [c.source.text for c in read(text, marks)[0]] == ["The army", "a villager"]


INSIDE = {
    "witnesses who saw": (
        "A nurse said witnesses saw two men run off.",
        "A nurse | said | witnesses saw two men run off",
        ("witnesses", "saw", "two men run off"),
    ),
    "a wish": (
        "Clerics say the regime wants to empty the town.",
        "Clerics | say | the regime wants to empty the town",
        ("the regime", "wants", "to empty the town"),
    ),
    "a boast to friends": (
        "The court heard that Osk had boasted to friends that he would “clean the valley”.",
        "The court | heard | that Osk had boasted to friends that he would “clean the valley”",
        ("Osk", "had boasted", "he would “clean the valley”"),
    ),
    "a claim with its owner": (
        "The ministry rejected the rebels' version that its jets hit a mill.",
        "The ministry | rejected | the rebels' version that its jets hit a mill",
        ("the rebels'", "version", "its jets hit a mill"),
    ),
}


@pytest.mark.parametrize("name", INSIDE)
def test_a_teller_inside_a_teller(read, name: str) -> None:
    text, mark, expected = INSIDE[name]
    claims = read(text, [mark])[0]
    assert [shape for shape, c in zip(shapes(claims), claims, strict=True) if c.inside == 0] == [expected]


def test_an_army_that_saw_losses_tells_nothing(read) -> None:
    text = "A clerk said the war saw heavy losses."
    assert len(read(text, ["A clerk | said | the war saw heavy losses"])[0]) == 1


def test_who_is_cited_and_quoted_by_another_is_cited(read) -> None:
    text = "The Mill agency, citing a rebel quoted by Velm radio, reported that a tank had burned."
    marks = ["The Mill agency | citing | citing a rebel quoted by Velm radio, reported that a tank had burned"]
    claims = read(text, [*marks, "The Mill agency | reported | "])[0]
    assert {(c.source.text, c.inside is None) for c in claims} == {("The Mill agency", True), ("a rebel", False)}
