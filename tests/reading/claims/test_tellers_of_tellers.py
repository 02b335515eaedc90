"""Who tells that somebody tells it, in invented texts."""

from __future__ import annotations

import pytest


def told(claims):
    """Claims as (source, source of the claim around it)."""
    return {
        (c.source.text, claims[c.inside].source.text if c.inside is not None and claims[c.inside].source else None)
        for c in claims
        if c.source
    }


NESTED = {
    "both marked, said within said": (
        "The prefect said shepherds had told her that the horsemen carried lamps.",
        [
            "The prefect | said | shepherds had told her that the horsemen carried lamps",
            "shepherds | had told | that the horsemen carried lamps",
        ],
        {("The prefect", None), ("shepherds", "The prefect")},
    ),
    "citing, before the verb": (
        "The Ormel news agency, citing a man at the gate, said nine men had been stopped.",
        ["The Ormel news agency | said | nine men had been stopped"],
        {("The Ormel news agency", None), ("a man at the gate", "The Ormel news agency")},
    ),
    "citing, at the end": (
        "Radio Sella reported that nine men had been stopped, citing hospital officials.",
        ["Radio Sella | reported | that nine men had been stopped"],
        {("Radio Sella", None), ("hospital officials", "Radio Sella")},
    ),
    "quoted as saying by": (
        '"We gave no such command," Colonel Emil Harst was quoted as saying by the daily Port Mirror.',
        [],
        {("the daily Port Mirror", None), ("Colonel Emil Harst", "the daily Port Mirror")},
    ),
    "an outlet reports at the end what another said": (
        "A witness said she saw three men, the Telmar Post reported on Sunday.",
        ["A witness | said | she saw three men", "the Telmar Post | reported | she saw three men"],
        {("the Telmar Post", None), ("A witness", "the Telmar Post")},
    ),
    "a telling that nobody marked inside a content": (
        "The minister said the rebels have denied that they took the bridge.",
        ["The minister | said | the rebels have denied that they took the bridge"],
        {("The minister", None), ("the rebels", "The minister")},
    ),
    "according to an outlet": (
        "The prosecutor said no charges were filed, according to the daily Obzor Osk.",
        ["The prosecutor | said | no charges were filed"],
        {("the daily Obzor Osk", None), ("The prosecutor", "the daily Obzor Osk")},
    ),
}


@pytest.mark.parametrize("name", NESTED)
def test_each_teller_has_a_claim_around_the_next(read, name: str) -> None:
    text, marks, expected = NESTED[name]
    claims, _ = read(text, marks)
    assert told(claims) == expected


def test_a_reason_that_is_cited_is_no_speaker(read) -> None:
    text = "The minister said he would resign, citing low growth and poor health."
    claims, _ = read(text, ["The minister | said | he would resign"])
    assert told(claims) == {("The minister", None)}


VIA = {
    "told an agency": ('"They came by night," a colonel told the Kestrel news agency.', ["the Kestrel news agency"]),
    "in an interview": (
        '"We will fight," the warlord warned in a long interview with the magazine Orbit.',
        ["the magazine Orbit"],
    ),
    "told a channel, its name run together": (
        '"They came by night," a colonel told AlJazeera.',
        ["AlJazeera"],
    ),
    "told a person": ('"They came by night," a colonel told the village priest.', []),
    "told parliament": ('"They came by night," a colonel told parliament.', []),
    "on a platform": ('"They came by night," a colonel wrote on Telegram.', []),
    "printed credit": ('DORVAN, March 3 (Kestrel Wire) - "They came by night," a colonel said.', ["Kestrel Wire"]),
    "addressee before the credit": (
        'DORVAN, March 3 (Kestrel Wire) - "They came by night," a colonel told Radio Osk.',
        ["Radio Osk", "Kestrel Wire"],
    ),
}


@pytest.mark.parametrize("name", VIA)
def test_the_media_beside_a_speaker_are_named_nearest_first(read, name: str) -> None:
    text, expected = VIA[name]
    claims, _ = read(text)
    assert [v.text for v in claims[0].via] == expected


def test_his_own_promise_is_no_telling_of_another(read) -> None:
    text = "The minister said his promise to leave still held."
    claims, _ = read(text, ["The minister | said | his promise to leave still held"])
    assert told(claims) == {("The minister", None)}


def test_a_page_of_line_breaks_has_no_credit_and_no_claims(read) -> None:
    assert read("\n" * 3000)[0] == ()
