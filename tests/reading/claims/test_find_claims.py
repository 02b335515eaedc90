"""Claims of invented texts, whose marks are whole, cut short or missing."""

from __future__ import annotations

import pytest

from dateline.model.claim import Claim


def shape(claim: Claim) -> tuple[str | None, str | None, list[str]]:
    return (
        claim.source.text if claim.source else None,
        claim.cue.text if claim.cue else None,
        [part.text for part in claim.content],
    )


WHOLE = {
    "a quotation that was cut short": (
        '"They [the envoys] told us to wait, and we did wait," Osk said.',
        ['Osk | said | "They [the envoys] told us'],
        [
            ("Osk", "said", ['"They [the envoys] told us to wait, and we did wait,"']),
            ("They [the envoys]", "told", ["to wait"]),
        ],
    ),
    "both parts of an interrupted quotation": (
        '"The road is open," a colonel said, standing by a bus, "and it will stay open." It was not.',
        ['a colonel | said | "The road is open,"'],
        [("a colonel", "said", ['"The road is open,"', '"and it will stay open."'])],
    ),
    "a quotation that goes on behind its cue": (
        '"My officer lied to me," the private said. "I believed every word of it."',
        ['the private | said | "My officer lied to me,"'],
        [("the private", "said", ['"My officer lied to me,"', '"I believed every word of it."'])],
    ),
    "a quotation nobody marked": (
        '"We counted thirty-one shells," paramedic Lotta Brandis told reporters.',
        [],
        [("paramedic Lotta Brandis", "told", ['"We counted thirty-one shells,"'])],
    ),
    "a quotation in the next paragraph": (
        'He continued:\n\n"There was no order to shoot at anyone."',
        [],
        [("He", "continued", ['"There was no order to shoot at anyone."'])],
    ),
    "a paragraph of quotation after another": (
        "“They overstepped the mark this time,” wrote Carl Tosk, a fellow there.\n\n“It should not be forgotten soon.”",
        ["Carl Tosk | wrote | “They overstepped the mark this time,”"],
        [("Carl Tosk", "wrote", ["“They overstepped the mark this time,”", "“It should not be forgotten soon.”"])],
    ),
    "an attribution that covers its sentence": (
        "The bridge was blown up by nightfall, the mayor said.",
        ["the mayor | said | was blown up by nightfall"],
        [("the mayor", "said", ["The bridge was blown up by nightfall"])],
    ),
    "a cue whose content was left apart": (
        "A resident said the shooting lasted for an hour.",
        ["A resident | said |", " | | the shooting lasted for an hour"],
        [("A resident", "said", ["the shooting lasted for an hour"])],
    ),
    "an adverb that was taken for the speaker": (
        "The bishop reportedly said that the ford was closed.",
        ["reportedly | said | that the ford was closed"],
        [("The bishop", "said", ["that the ford was closed"])],
    ),
    "a cue without source": (
        "The bishop denied that he had fled.",
        [" | denied | that he had fled"],
        [("The bishop", "denied", ["that he had fled"])],
    ),
    "content that belongs to the next sentence's cue": (
        "Police said six died. The army denied any part in it.",
        ["Police | said | six died;; any part in it", "The army | denied |"],
        [("Police", "said", ["six died"]), ("The army", "denied", ["any part in it"])],
    ),
    "according to, unmarked": (
        "More may die, according to Dr Omel Varis of the clinic.",
        [],
        [("Dr Omel Varis of the clinic", "according to", ["More may die"])],
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_claims_come_out_whole(read, name: str) -> None:
    text, marks, expected = WHOLE[name]
    claims, _ = read(text, marks)
    assert [shape(c) for c in claims] == expected


def test_a_quotation_with_no_speaker_in_sight_is_a_claim_without_source(read) -> None:
    claims, _ = read('"The river took the houses and left us the stones." Nobody was seen there.')
    assert [(c.source, c.kind) for c in claims] == [(None, "direct")]


def test_names_and_scare_quotes_make_no_claims(read) -> None:
    claims, _ = read('The so-called "Green Line" and the "Sons of the Harvest" held for a week.')
    assert claims == ()


def test_a_quotation_of_another_speaker_is_not_appended(read) -> None:
    text = '"We will win this war."\n\n"They left for one reason," a commander told the Kestrel agency.'
    claims, _ = read(text)
    assert [[p.text for p in c.content] for c in claims if c.source] == [['"They left for one reason,"']]


KINDS = {
    '"We will stay," he said.': ('he | said | "We will stay,"', "direct"),
    'He said they would "stay for ever".': ('He | said | they would "stay for ever"', "mixed"),
    "He said they would stay.": ("He | said | they would stay", "indirect"),
    'He said the "Green Line" was quiet.': ('He | said | the "Green Line" was quiet', "indirect"),
}


@pytest.mark.parametrize("text", KINDS)
def test_the_marks_in_the_content_tell_direct_from_indirect_speech(read, text: str) -> None:
    line, kind = KINDS[text]
    (claim,) = read(text, [line])[0]
    assert claim.kind == kind


MODALITIES = {
    "has denied": "denied",
    "accused": "alleged",
    "vowed": "threatened",
    "promised": "promised",
    "is expected": "predicted",
    "admitted": "confirmed",
    "called on": "requested",
    "said": "said",
}


@pytest.mark.parametrize("cue", MODALITIES)
def test_the_cue_tells_how_a_claim_is_presented(read, cue: str) -> None:
    text = f"The council {cue} the rebels to leave the valley."
    claims, _ = read(text, [f"The council | {cue} | the rebels to leave the valley"])
    assert claims[0].modality == MODALITIES[cue]


def test_he_is_the_speaker_of_the_sentence_before(read) -> None:
    text = (
        '"They left us," a Tolva commander told the Kestrel agency.\n\n"We went home," he said of President Ilmar Osk.'
    )
    claims, actors = read(text, [], [("Ilmar Osk", "person")])
    assert [c.source.text for c in claims if c.source] == ["a Tolva commander", "he"]
    assert claims[0].source_chain == claims[1].source_chain
    assert actors.chains[claims[1].source_chain].name == "a Tolva commander"


@pytest.mark.parametrize(
    ("text", "mark", "modality"),
    [
        ("The Front neither confirmed nor denied that it shot him.", "The Front | denied | that it shot him", "said"),
        ("A spokesman did not deny that it fell.", "A spokesman | deny | that it fell", "said"),
        ("Osk said it was not true that Velm fell.", "Osk | said | it was not true that Velm fell", "denied"),
        ("The army said reports that it fled were false.", "The army | said | that it fled were false", "denied"),
        ("Norland said it had nothing to do with it.", "Norland | said | it had nothing to do with it", "denied"),
        ("Rehn said her men were not involved.", "Rehn | said | her men were not involved", "denied"),
        ("The palace called the accusation a lie.", "The palace | called | the accusation a lie", "denied"),
        ("The palace called the truce a trap.", "The palace | called | the truce a trap", "said"),
        ("Osk said reports of the truce were read out.", "Osk | said | reports of the truce were read out", "said"),
    ],
)
def test_what_is_said_may_deny_though_the_cue_does_not(read, text: str, mark: str, modality: str) -> None:
    (claim,) = read(text, [mark], [(mark.split(" |")[0], "organisation")])[0]
    assert claim.modality == modality
