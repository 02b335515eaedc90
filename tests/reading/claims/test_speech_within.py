"""Speech, quotations and passives inside what another tells; all invented."""

from __future__ import annotations

import pytest


def shapes(claims):
    """Claims as (source, cue, content, source of the claim around it)."""
    return {
        (
            c.source.text if c.source else None,
            c.cue.text if c.cue else None,
            " // ".join(p.text for p in c.content),
            claims[c.inside].source.text if c.inside is not None and claims[c.inside].source else None,
        )
        for c in claims
    }


WITHIN = {
    "quotes somebody as saying": (
        "The Norland Post quotes a soldier's mother as saying half his company was dead.",
        [],
        ("a soldier's mother", "as saying", "half his company was dead", "The Norland Post"),
    ),
    "was quoted by an outlet as saying": (
        "The governor, Pavo Lind, was quoted by the agency Kestrel Wire as saying that the dam had burst.",
        [],
        ("The governor", "was quoted", "the dam had burst", "the agency Kestrel Wire"),
    ),
    "was quoted at the end": (
        "The town had fallen, a rebel spokesman was quoted as saying by state television.",
        [],
        ("a rebel spokesman", "was quoted as saying", "The town had fallen", "state television"),
    ),
    "quoted by, between speaker and verb": (
        "A rebel spokesman quoted by state television said the town had fallen.",
        [],
        ("A rebel spokesman", "said", "the town had fallen", "state television"),
    ),
    "reported, citing somebody, that": (
        "Radio Sella reported, quoting a head nurse, that nine coffins had been carried out.",
        [],
        ("a head nurse", "quoting", "nine coffins had been carried out", "Radio Sella"),
    ),
    "citing, at the beginning": (
        "Citing the governor, Kestrel Wire said the dam had burst.",
        ["the governor | Citing | Kestrel Wire said the dam had burst", "Kestrel Wire | said | the dam had burst"],
        ("the governor", "Citing", "the dam had burst", "Kestrel Wire"),
    ),
    "speech behind a colon": (
        'The baker said one of the soldiers had hissed at him: "Go home."',
        ['The baker | said | one of the soldiers had hissed at him: "Go home."'],
        ("one of the soldiers", "had hissed", '"Go home."', "The baker"),
    ),
    "two tellings before a quotation": (
        'Olga Tern said a driver told her: "Leave your cart, they come."',
        [],
        ("a driver", "told", '"Leave your cart, they come."', "Olga Tern"),
    ),
    "a saying inside a quotation": (
        "She told the court: \"My uncle used to say: 'Who wakes late rows home.'\"",
        [],
        ("My uncle", "used to say", "'Who wakes late rows home.'", "She"),
    ),
    "the spoken to is no speaker": (
        "The miners had been told they could go home, a negotiator said.",
        ["The miners | had been told | they could go home"],
        (None, "had been told", "they could go home", "a negotiator"),
    ),
    "told by nobody who is named": (
        "The miners had been told they could go home, a negotiator said.",
        ["a negotiator | said | The miners had been told they could go home"],
        (None, "had been told", "they could go home", "a negotiator"),
    ),
    "women who testified": (
        "The commission cites 40 women who testified that men in masks came at night.",
        [
            "The commission | cites | 40 women who testified that men in masks came at night",
            "who | testified | men in masks came at night",
        ],
        ("40 women", "testified", "men in masks came at night", "The commission"),
    ),
    "a preposition of the verb": (
        "The mayor said the prisoner had confessed to the raid.",
        [],
        ("the prisoner", "had confessed to", "the raid", "The mayor"),
    ),
    "a noun of telling": (
        "The ministry called baseless the allegation by Norland's envoy that it had armed the clans.",
        ["The ministry | called | baseless the allegation by Norland's envoy that it had armed the clans"],
        ("Norland's envoy", "allegation by", "it had armed the clans", "The ministry"),
    ),
    "an aside that asserts": (
        "The council said the shop was hit by a rocket and not, as the rebels assert, by a plane.",
        ["The council | said | the shop was hit by a rocket and not, as the rebels assert, by a plane"],
        ("the rebels", "assert", "by a plane", "The council"),
    ),
    "somebody who spoke of": (
        "The lawyer had pointed to the mayor, who spoke of four men drowned.",
        ["The lawyer | had pointed to | the mayor, who spoke of four men drowned"],
        ("the mayor", "spoke of", "four men drowned", "The lawyer"),
    ),
    "a stance": (
        "The minister said Norland regards the raid as an act of war.",
        ["The minister | said | Norland regards the raid as an act of war"],
        ("Norland", "regards", "the raid as an act of war", "The minister"),
    ),
    "the outer speaker goes on with but": (
        "The judge said the porter had told the guards he came by boat, but that this was unlikely.",
        [],
        ("the porter", "had told", "he came by boat", "The judge"),
    ),
    "the outer speaker goes on with that": (
        "The council says villagers told it of an office, that it struck with care, and that nobody died.",
        ["The council | says | villagers told it of an office, that it struck with care, and that nobody died"],
        ("villagers", "told", "an office", "The council"),
    ),
    "two tellers behind the words": (
        "No plane flew over the town, army spokesman Pavo Lind said on Tuesday, Kestrel Wire reported.",
        [],
        ("army spokesman Pavo Lind", "said", "No plane flew over the town", "Kestrel Wire"),
    ),
}


@pytest.mark.parametrize("name", WITHIN)
def test_what_is_told_within_anothers_words_is_a_claim_inside(read, name: str) -> None:
    text, marks, expected = WITHIN[name]
    people = [(w, "person") for w in ("Pavo Lind", "Olga Tern") if w in text]
    outlets = [(w, "organisation") for w in ("Kestrel Wire", "Radio Sella", "The Norland Post") if w in text]
    assert expected in shapes(read(text, marks, [*people, *outlets])[0])


BESIDE = {
    "his own deed": (
        "The governor said he had ordered a probe.",
        ["The governor | said | he had ordered a probe", "he@2 | had ordered | a probe"],
        {("The governor", "said", "he had ordered a probe", None)},
    ),
    "what another denies": (
        "The ministry spoke of attacks on two villages, which the general denied.",
        ["The ministry | spoke of | attacks on two villages, which the general denied"],
        {
            ("The ministry", "spoke of", "attacks on two villages", None),
            ("the general", "denied", "attacks on two villages", None),
        },
    ),
    "two numbers of two tellers": (
        "In the fire 26 people died according to medics, 31 according to villagers.",
        ["villagers | according to@2 | In the fire 26 people died according to medics, 31"],
        {
            ("medics", "according to", "In the fire 26 people died", None),
            ("villagers", "according to", "31", None),
        },
    ),
    "both sides of a fronted telling": (
        "The carts show no craters, Lind said; they burned at night.",
        ["Lind | said | they burned at night"],
        {("Lind", "said", "The carts show no craters // they burned at night", None)},
    ),
    "an adjective": (
        "The mayor said three suspected smugglers had fled.",
        ["The mayor | said | three suspected smugglers had fled"],
        {("The mayor", "said", "three suspected smugglers had fled", None)},
    ),
}


@pytest.mark.parametrize("name", BESIDE)
def test_what_is_no_telling_of_another_stands_beside(read, name: str) -> None:
    text, marks, expected = BESIDE[name]
    assert shapes(read(text, marks)[0]) == expected
