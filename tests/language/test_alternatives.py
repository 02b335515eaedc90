"""Tests of patterns for many words."""

import re

import pytest

from dateline.language.alternatives import alternatives_of


def words_found(words: list[str], text: str, **how: object) -> list[str]:
    return [m.group() for m in re.finditer(rf"\b(?:{alternatives_of(words, **how)})\b", text)]


def test_of_two_words_that_fit_the_longer_is_found() -> None:
    assert words_found(["fled", "fled their homes", "fled their"], "they fled their homes") == ["fled their homes"]


def test_words_that_only_begin_alike_are_not_found() -> None:
    assert words_found(["wounded", "wounds"], "the wound, a wounding") == []


def test_marks_in_a_word_stand_for_themselves() -> None:
    assert words_found(["u.n", "a+b"], "u.n uxn a+b aab") == ["u.n", "a+b"]


def test_letters_may_be_spelled_by_patterns_and_every_word_may_have_an_ending() -> None:
    spelled = {"*": r"\w*", " ": r"[\s-]+"}
    assert words_found(["car bomb", "shell*"], "car-bombs, shelling", spelled=spelled, ending="s?") == [
        "car-bombs",
        "shelling",
    ]


@pytest.mark.parametrize("words", [["a", "ab", "abc"], ["abc", "ab", "a"], ["kill*", "killing of", "killed"]])
def test_the_order_of_the_words_does_not_matter(words: list[str]) -> None:
    spelled = {"*": r"\w*"}
    assert alternatives_of(words, spelled) == alternatives_of(words[::-1], spelled)
