"""What are the lines and paragraphs of a document, and where do they stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.report import Piece

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+")
WRAPPED_SHARE = 0.3
"""Share of lines that run on in the next one from which on a text counts as broken at a column (mails, PDF)."""
FULL_LINE = 0.6
"""A line shorter than this share of the longest ends its paragraph, in text that is broken at a column."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A line or paragraph: characters [start, end) of the document, and its words.

    pieces: how `text` maps to the document, offsets within `text`. gap: blank lines before it.
    heading: 1 to 6 for <h1> to <h6>, 0 for other text. links: share of its characters that are link text.
    """

    start: int
    end: int
    text: str
    pieces: tuple[Piece, ...]
    gap: int = 0
    heading: int = 0
    links: float = 0.0


def read_units(text: str) -> tuple[Unit, ...]:
    """The paragraphs of plain text: its lines, joined where the text is broken at a column."""
    lines = list(_lines(text))
    if _is_wrapped(text, lines):
        lines = _joined(text, lines)
    units, last_end = [], 0
    for start, end in lines:
        words = text[start:end]
        gap = max(0, text.count("\n", last_end, start) - 1)
        units.append(Unit(start, end, words, (Piece(0, end - start, start, end),), gap))
        last_end = end
    return tuple(units)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Extents of the lines that hold anything, without the white space around them."""
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip(" \t\xa0\u200b\ufeff")
        if stripped:
            start = match.start() + len(line) - len(line.lstrip(" \t\xa0\u200b\ufeff"))
            yield start, start + len(stripped)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    if len(lines) < 4 or max(end - start for start, end in lines) > 160:
        return False
    run_on = sum(_runs_on(text, a, b) for a, b in pairwise(lines))
    return run_on >= WRAPPED_SHARE * len(lines)


def _runs_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a line ends within a sentence that the next line goes on with."""
    near = text.count("\n", line[1], following[0]) <= 1
    unfinished = text[line[1] - 1].isalnum() or text[line[1] - 1] in ",-"
    return near and unfinished and line[1] - line[0] >= 40 and not text[following[0]].isupper()


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    width = max(end - start for start, end in lines)
    paragraphs: list[tuple[int, int]] = []
    previous: tuple[int, int] | None = None
    for line in lines:
        if previous and text.count("\n", previous[1], line[0]) <= 1 and previous[1] - previous[0] >= FULL_LINE * width:
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
        previous = line
    return paragraphs
