"""What are the lines and paragraphs of a document, and where do they stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.report import Piece

Lines = list[tuple[int, int]]
_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+")
_WORD = re.compile(r"\w+(?:-\w+)*")
PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
WRAPPED_SHARE = 0.3
"""Share of lines that run on in the next one from which on a text counts as broken at a column (mails, PDF)."""
FULL_LINE = 0.6
"""A line shorter than this share of the longest ends its paragraph, in text that is broken at a column."""
_COMPOUND_HEADS = """
anti non pro ex co self well semi vice mid post pre so multi pan inter sub ultra neo counter cross all half
"""
_KEPT_HYPHEN = frozenset(_COMPOUND_HEADS.split())
"""First parts of compounds whose hyphen is theirs when a line ends with it."""


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


def read_units(text: str, *, as_written: bool = False, joined: bool = True) -> tuple[Unit, ...]:
    """The paragraphs of plain text: its lines, joined where the text is broken at a column.

    as_written: joined lines keep their line break; else a space stands for it, and a hyphen at a line's end that is
    not the word's own is left out: what is left of each line is a piece of the document as it stands.
    joined: False gives the lines by themselves.
    """
    lines = list(_lines(text))
    paragraphs = _joined(text, lines) if joined and _is_wrapped(text, lines) else [[line] for line in lines]
    known = frozenset(_WORD.findall(text.lower())) if len(paragraphs) < len(lines) else frozenset[str]()
    units: list[Unit] = []
    last_end = 0
    for paragraph in paragraphs:
        start, end = paragraph[0][0], paragraph[-1][1]
        words, pieces = _glued(text, [(start, end)] if as_written else paragraph, known)
        gap = max(0, text.count("\n", last_end, start) - 1)
        units.append(Unit(start, end, words, pieces, gap))
        last_end = max(last_end, end)
    return tuple(units)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Extents of the lines that hold anything, without the white space around them."""
    for match in _LINE.finditer(text):
        line = match[0]
        rest = line.lstrip(" \t\xa0\u200b\ufeff>")  # ">" marks what a mail quotes
        stripped = rest.rstrip(" \t\xa0\u200b\ufeff")
        if stripped:
            start = match.start() + len(line) - len(rest)
            yield start, start + len(stripped)


def _is_wrapped(text: str, lines: Lines) -> bool:
    if len(lines) < 4 or max(end - start for start, end in lines) > 160:
        return False
    full = min(40.0, FULL_LINE * _width(lines))
    run_on = sum(_runs_on(text, a, b, full) for a, b in pairwise(lines))
    return run_on >= WRAPPED_SHARE * len(lines)


def _width(lines: Lines) -> int:
    """The column at which lines break: what all but the longest tenth of them keep to, at least 30."""
    lengths = sorted(end - start for start, end in lines)
    return max(30, lengths[len(lengths) * 9 // 10 - 1])


def _runs_on(text: str, line: tuple[int, int], following: tuple[int, int], full: float) -> bool:
    """Whether a line ends within a sentence that the next line goes on with."""
    near = text.count("\n", line[1], following[0]) <= 1
    unfinished = text[line[1] - 1].isalnum() or text[line[1] - 1] in ",-\xad"
    return near and unfinished and line[1] - line[0] >= full and not text[following[0]].isupper()


def _joined(text: str, lines: Lines) -> list[Lines]:
    """The lines of each paragraph; one that a page's number cuts in two is one, the number stands after it."""
    width = _width(lines)
    paragraphs: list[Lines] = []
    for line in lines:
        previous = paragraphs[-1][-1] if paragraphs else None
        if previous and text.count("\n", previous[1], line[0]) <= 1 and _fills(text, previous, line, width):
            paragraphs[-1].append(line)
        elif len(paragraphs) > 1 and _goes_on_over_page(text, paragraphs[-2:], line):
            paragraphs[-2].append(line)
            paragraphs[-2], paragraphs[-1] = paragraphs[-1], paragraphs[-2]
        else:
            paragraphs.append([line])
    return paragraphs


def _fills(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether a line is as long as the column, or stops within a sentence."""
    within = (text[line[1] - 1].isalpha() or text[line[1] - 1] in ",-\xad") and text[following[0]].islower()
    return line[1] - line[0] >= FULL_LINE * width or within


def _goes_on_over_page(text: str, last_two: Sequence[Lines], line: tuple[int, int]) -> bool:
    """Whether a line goes on with the paragraph before a page's number."""
    before, number = last_two
    end = before[-1][1]
    is_number = len(number) == 1 and PAGE_NUMBER.fullmatch(text, *number[0]) is not None
    unfinished = text[end - 1].isalpha() or text[end - 1] in ",-\xad"
    return is_number and unfinished and text[line[0]].islower()


def _glued(text: str, lines: Lines, known: frozenset[str]) -> tuple[str, tuple[Piece, ...]]:
    """The lines as one paragraph, a piece for each."""
    words, pieces = "", list[Piece]()
    for n, (start, end) in enumerate(lines):
        following = lines[n + 1] if n + 1 < len(lines) else None
        broken = following is not None and text[end - 1] in "-\xad" and text[following[0]].islower()
        kept = end - 1 if broken and following is not None and not _own_hyphen(text, end, following[0], known) else end
        pieces.append(Piece(len(words), len(words) + kept - start, start, kept))
        words += text[start:kept] + ("" if broken or following is None else " ")
    return words, tuple(pieces)


def _own_hyphen(text: str, end: int, following: int, known: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end belongs to its word: "anti-|government", or "well-known" elsewhere.

    known: the words of the document, in lower case, compounds whole.
    """
    left, right = (
        re.search(r"\w*$", text[max(0, end - 41) : end - 1]),
        re.match(r"\w*", text[following : following + 40]),
    )
    if not left or not right or text[end - 1] == "\xad":
        return False
    first, second = left[0].lower(), right[0].lower()
    if first + second in known:
        return False
    return first in _KEPT_HYPHEN or not first.isalpha() or f"{first}-{second}" in known
