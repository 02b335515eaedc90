"""Quotations of invented news texts, in marks of every style."""

from __future__ import annotations

import pytest

from dateline.language.attributions import find_attributions
from dateline.language.quotations import find_quotations

STYLES = {
    "curly": "“We are leaving,” he said.",
    "straight": '"We are leaving," he said.',
    "single": "'We are leaving,' he said.",
    "curly single": "‘We are leaving,’ he said.",
    "two apostrophes": "''We are leaving,'' he said.",
    "angle": "«We are leaving,» he said.",
    "low": "„We are leaving,“ he said.",
}


@pytest.mark.parametrize("style", STYLES)
def test_marks_of_every_style_are_known(style: str) -> None:
    (found,) = find_quotations(STYLES[style])
    assert found.inner.text == "We are leaving,"
    assert found.span.text == STYLES[style].removesuffix(" he said.")
    assert found.closed and found.is_speech


@pytest.mark.parametrize(
    "text", ["The workers' union isn't Osk's.", "Back in the '90s they'd left.", "It's the boys' river."]
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert find_quotations(text) == ()


def test_a_quotation_inside_another_is_deeper() -> None:
    outer, inner = find_quotations("\"They said: 'You came by the other road,'\" the boy told them.")
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.inner.text == "You came by the other road,"


def test_a_possessive_does_not_close_a_single_quotation() -> None:
    (found,) = find_quotations("He wrote: 'The elders' council will never sign it.'")
    assert found.inner.text == "The elders' council will never sign it."


def test_a_quotation_left_open_is_continued_by_the_next_paragraph() -> None:
    first, second = find_quotations('"We held the bridge for a week.\n\n"Then the rain came," said Osk.')
    assert not first.closed and first.span.text == '"We held the bridge for a week.'
    assert second.continues and second.closed


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    (found,) = find_quotations('"We held the bridge for a week.\n\nThe rain came.')
    assert found.span.text == '"We held the bridge for a week.' and not found.closed


@pytest.mark.parametrize("words", ["Green Line", "terrorists", "Sons of the Harvest", "red zone"])
def test_names_and_scare_quotes_are_no_speech(words: str) -> None:
    (found,) = find_quotations(f'The so-called "{words}" held.')
    assert not found.is_speech


SPEAKERS = {
    '"They came by night," Governor Ilmar Tosk told reporters.': ("Governor Ilmar Tosk", "told"),
    '"We heard it all night," said Danil Horva, 52, a baker.': ("Danil Horva", "said"),
    'On its page, the embassy wrote: "All of our staff are safe."': ("the embassy", "wrote"),
    '"It is too early for that," deputy minister Niko Pank was quoted as saying by the Echo.': (
        "deputy minister Niko Pank",
        "was quoted as saying",
    ),
    'Karo Lindt, the defence minister, said: "We used nothing but water."': ("Karo Lindt", "said"),
    'He continued:\n\n"That is what we all wanted to see here."': ("He", "continued"),
}


@pytest.mark.parametrize("text", SPEAKERS)
def test_the_words_beside_a_quotation_name_its_speaker(text: str) -> None:
    ((_, beside),) = find_attributions(text)
    assert beside is not None
    assert (beside.source.text, beside.cue.text) == SPEAKERS[text]


def test_a_sentence_after_a_quotation_is_not_its_speaker() -> None:
    ((_, beside),) = find_attributions('"We will not leave this valley." The army said it had won.')
    assert beside is None
