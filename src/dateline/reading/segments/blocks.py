"""What are the paragraphs of a page, with their places in its markup?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.language.markup import BLOCKS, Element, Page, Words, decoded_parts
from dateline.model.report import Piece
from dateline.reading.segments.units import Unit

HEADINGS = {f"h{level}": level for level in range(1, 7)}
DEEPEST = 60
"""Ancestors that are looked at: pages nest thirty deep, broken ones without end."""
_RUNS_ON = re.compile(r"[\w,][ \t]*$")
WRAPPED_LINE = 50
"""Characters of a line that a <br> may break within a sentence, on pages that break lines at a column."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page: its unit and the innermost block element that holds it."""

    unit: Unit
    element: Element

    def ancestors(self) -> Iterator[Element]:
        """The element and those around it, the nearest first, at most DEEPEST."""
        for depth, element in enumerate(self.element.ancestors()):
            if depth > DEEPEST:
                return
            yield element


def read_blocks(page: Page) -> list[Block]:
    """The paragraphs of a page in order, the words of <title> left out."""
    blocks: list[Block] = []
    gathered: list[Words] = []
    current: Element | None = None
    breaks = iter([*page.line_breaks, len(page.markup) + 1])
    next_break = next(breaks)
    for words in page.words:
        lines = 0
        while next_break < words.start:
            lines += 1
            next_break = next(breaks)
        if page.markup[words.start : words.end].isspace() and lines == 0 and not gathered:
            continue
        block = _block_of(words.inside)
        if gathered and (block is not current or _ends_line(page, gathered, lines, words)):
            _add(page, blocks, gathered, current)
            gathered = []
        current = block
        gathered.append(words)
    _add(page, blocks, gathered, current)
    return blocks


def _ends_line(page: Page, gathered: list[Words], lines: int, following: Words) -> bool:
    """A <br> ends a paragraph, unless a long line goes on after it in small letters."""
    if lines != 1:
        return lines > 1
    before = page.markup[gathered[-1].start : gathered[-1].end].rstrip()
    after = page.markup[following.start : following.end].lstrip()
    return not (len(before) >= WRAPPED_LINE and _RUNS_ON.search(before) and after[:1].islower())


def _block_of(element: Element) -> Element:
    for here in element.ancestors():
        if here.tag in BLOCKS or here.parent is None:
            return here
    return element


def _add(page: Page, blocks: list[Block], gathered: list[Words], element: Element | None) -> None:
    if element is None or element.tag in ("title", "head", "button", "option"):
        return
    text, pieces, linked = "", list[Piece](), 0
    space: tuple[int, int] | None = None
    for run in gathered:
        before = len(text)
        for words, start, end in decoded_parts(page.markup, run.start, run.end):
            if words == " ":
                space = space or (start, end)
                continue
            if space and text:
                _add_piece(pieces, len(text), 1, *space, exact=page.markup[space[0] : space[1]] == " ")
                text += " "
            space = None
            _add_piece(pieces, len(text), len(words), start, end, exact=page.markup[start:end] == words)
            text += words
        if any(here.tag == "a" for here in _up_to(run.inside, element)):
            linked += len(text) - before
    if text:
        heading = next((HEADINGS[e.tag] for e in _near(element) if e.tag in HEADINGS), 0)
        unit = Unit(pieces[0].source_start, pieces[-1].source_end, text, tuple(pieces), 0, heading, linked / len(text))
        blocks.append(Block(unit, element))


def _add_piece(pieces: list[Piece], at: int, length: int, start: int, end: int, *, exact: bool) -> None:
    """Appends a piece, or lengthens the last one where both are the same characters in text and markup."""
    if exact and pieces:
        last = pieces[-1]
        if last.end == at and last.source_end == start and last.end - last.start == last.source_end - last.source_start:
            pieces[-1] = Piece(last.start, at + length, last.source_start, end)
            return
    pieces.append(Piece(at, at + length, start, end))


def _up_to(element: Element, block: Element) -> Iterator[Element]:
    """The inline elements around a run of words, and the links around its block."""
    for depth, here in enumerate(element.ancestors()):
        if depth > 12:
            return
        yield here
        if here is block.parent:
            return


def _near(element: Element) -> Iterator[Element]:
    for depth, here in enumerate(element.ancestors()):
        if depth > 2:
            return
        yield here
