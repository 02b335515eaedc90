"""Into which pieces is a text cut for the model, and how does each look on the page?

The model's vocabulary knows no capitals and no line breaks; both matter in news (names, headlines, datelines,
paragraphs), so every piece carries a look: the case of its word and the gap before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

CASES = 4  # 0 lower case or no letters, 1 First capital, 2 ALL CAPITALS, 3 miXed
GAPS = 4  # 0 glued to the word before, 1 white space, 2 a line break, 3 an empty line or the start of the text
SPECIAL_LOOK = CASES * GAPS
LOOKS = SPECIAL_LOOK + 1


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text cut into n pieces and m words.

    ids, looks: n, for the model. first: m, the first piece of each word.
    starts, ends: m, code points of each word in the text.
    """

    ids: NDArray[np.int32]
    looks: NDArray[np.int32]
    first: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]


def load_tokenizer(path: Path) -> Tokenizer:
    """The model's own cutter of words, with its limits of length taken off."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def cut_texts(tokenizer: Tokenizer, texts: list[str]) -> list[Pieces]:
    """The pieces of each text; offsets are code points of the text as it is given."""
    encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
    return [_pieces(text, encoding) for text, encoding in zip(texts, encodings, strict=True)]


def _pieces(text: str, encoding: Encoding) -> Pieces:
    words = np.array(encoding.word_ids, dtype=np.int32)
    offsets = np.array(encoding.offsets, dtype=np.int32).reshape(-1, 2)
    opens = np.ones(len(words), dtype=bool)
    opens[1:] = words[1:] != words[:-1]
    first = np.flatnonzero(opens).astype(np.int32)
    last = np.append(first[1:], len(words)).astype(np.int32)[: len(first)] - 1
    starts, ends = offsets[first, 0], offsets[last, 1]
    looks = _looks(text, starts.tolist(), ends.tolist())
    inside = np.cumsum(opens) - 1
    piece_looks = np.where(opens, looks[inside], looks[inside] % CASES) if len(words) else looks
    return Pieces(np.array(encoding.ids, dtype=np.int32), piece_looks.astype(np.int32), first, starts, ends)


def _looks(text: str, starts: list[int], ends: list[int]) -> NDArray[np.int32]:
    """The look of each word: gap * CASES + case."""
    looks, before = [], 0
    for start, end in zip(starts, ends, strict=True):
        gap = 3 if before == 0 else 0 if start <= before else _gap(text[before:start])
        looks.append(gap * CASES + _case(text[start:end]))
        before = end
    return np.array(looks, dtype=np.int32)


def _gap(between: str) -> int:
    if between == " ":
        return 1
    breaks = between.count("\n")
    return min(3, 1 + breaks)


def _case(word: str) -> int:
    if word.islower():
        return 0
    if word[:1].isupper():
        rest = word[1:]
        return 1 if not rest or rest.islower() or not rest.isalpha() else 2 if rest.isupper() else 3
    return 0 if not any(letter.isupper() for letter in word) else 3
