"""Sentences of invented news texts."""

from __future__ import annotations

import pytest

from dateline.language.sentences import find_sentences

CASES = {
    "plain": ("The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
    "titles and initials": (
        "Lt. Gen. J. R. Osk met Mr. Tosk. They left.",
        ["Lt. Gen. J. R. Osk met Mr. Tosk.", "They left."],
    ),
    "dateline": ("DORVAN, Oct. 13 (NRP) -- Six died. More fled.", ["DORVAN, Oct. 13 (NRP) -- Six died.", "More fled."]),
    "initialisms inside a sentence": (
        "The U.S. Senate met at 5 a.m. on Sunday.",
        ["The U.S. Senate met at 5 a.m. on Sunday."],
    ),
    "an initialism that ends a sentence": (
        "He left the U.S. The trip was long.",
        ["He left the U.S.", "The trip was long."],
    ),
    "quotation marks close behind the stop": (
        '"We are done." The men left.',
        ['"We are done."', "The men left."],
    ),
    "a cry stays with its speaker": ('"We won!" Tosk said. He wept.', ['"We won!" Tosk said.', "He wept."]),
    "a question goes on in lower case": ('"Why?" he asked. Nobody knew.', ['"Why?" he asked.', "Nobody knew."]),
    "a lost space": ("The raid failed.The men fled.", ["The raid failed.", "The men fled."]),
    "a headline without a stop": ("Bridge falls\n\nThe bridge fell.", ["Bridge falls", "The bridge fell."]),
    "decimals": ("It cost 2.5 million. Osk paid.", ["It cost 2.5 million.", "Osk paid."]),
    "company": ("Kestrel Inc. said so. It lied.", ["Kestrel Inc. said so.", "It lied."]),
}


@pytest.mark.parametrize("name", CASES)
def test_a_text_is_split_where_its_sentences_end(name: str) -> None:
    text, expected = CASES[name]
    assert [s.text for s in find_sentences(text)] == expected


def test_hard_wrapped_lines_are_no_sentences() -> None:
    text = (
        "The men came down\nfrom the hills and took\nthe bridge at noon while\nthe town was asleep. They\nleft at dusk."
    )
    assert len(find_sentences(text)) == 2


def test_every_sentence_repeats_its_characters() -> None:
    text = "  One.  Two!\n\n\tThree?  "
    assert all(text[s.start : s.end] == s.text for s in find_sentences(text))


def test_an_empty_text_has_no_sentences() -> None:
    assert find_sentences(" \n ") == ()
