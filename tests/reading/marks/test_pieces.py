"""Offsets and looks of pieces."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from dateline.reading.marks.pieces import CASES, cut_texts, load_tokenizer
from dateline.reading.marks.weights_file import TOKENIZER, WEIGHTS


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_tokenizer(WEIGHTS / TOKENIZER)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Dorvan.",
        "🙂🙂 Gunmen 👩‍👩‍👧 attacked Dorvan.",
        "“We’ll wait,” Jose\u0301 Ortún said — ‘perhaps’.",
        "Headline\r\n\r\nSecond\tline\u00a0here\r\n",
        "北京 said Жители Москвы said مدينة",
        "\ufeffzero\u200bwidth and a soft\u00adhyphen",
    ],
)
def test_every_word_is_cut_out_of_the_text_where_it_stands(tokenizer: Tokenizer, text: str) -> None:
    pieces = cut_texts(tokenizer, [text])[0]
    words = [text[a:b] for a, b in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)]
    assert all(word.strip() for word in words)
    assert list(pieces.starts) == sorted(pieces.starts)
    assert "".join(words).count("said") == text.count("said")
    assert {w for w in ("Gunmen", "attacked", "Dorvan", "Second") if w in text} <= set(words)


def test_an_accent_set_apart_stays_with_its_letter(tokenizer: Tokenizer) -> None:
    text = "Jose\u0301 said"
    pieces = cut_texts(tokenizer, [text])[0]
    assert text[pieces.starts[0] : pieces.ends[0]] in ("Jose", "Jose\u0301")
    assert text[pieces.starts[1] : pieces.ends[1]] == "said"


def test_capitals_and_gaps_show_in_the_looks(tokenizer: Tokenizer) -> None:
    text = "Army says NATO left, iPhone.\nNext line\n\nNew paragraph"
    pieces = cut_texts(tokenizer, [text])[0]
    looks = {
        text[a:b]: divmod(look, CASES)
        for a, b, look in zip(
            pieces.starts.tolist(), pieces.ends.tolist(), pieces.looks[pieces.first].tolist(), strict=True
        )
    }
    assert looks["Army"] == (3, 1)
    assert looks["says"] == (1, 0)
    assert looks["NATO"] == (1, 2)
    assert looks[","] == (0, 0)
    assert looks["iPhone"] == (1, 3)
    assert looks["Next"] == (2, 1)
    assert looks["New"] == (3, 1)


def test_a_text_without_words_has_no_pieces(tokenizer: Tokenizer) -> None:
    for text in ("", " \n\t "):
        assert len(cut_texts(tokenizer, [text])[0].ids) == 0
