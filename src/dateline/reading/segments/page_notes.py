"""What does the markup around an article say of it? <time>, author classes, the headline's link, lines of its head."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from dateline.language.markup import Element, Page
from dateline.model.segment import Note
from dateline.reading.segments.blocks import Block
from dateline.reading.segments.notes import note_kind

LONGEST_AUTHOR = 120
_AUTHOR = re.compile(
    r"\b(?:author|byline|by-line|writer|fn|p-author|contributor)s?\b|authorname|author-name|bylinename", re.IGNORECASE
)


def notes_within(page: Page, start: int, end: int, blocks: Sequence[Block], title: Block | None) -> tuple[Note, ...]:
    """The notes of the article that lies at [start, end) of the markup; blocks: those of it."""
    notes = [*_of_elements(page, start, end), *_of_blocks(blocks)]
    if title is not None:
        notes += _permalink(page, title)
    return tuple(sorted(notes, key=lambda note: note.start))


def _of_elements(page: Page, start: int, end: int) -> Iterator[Note]:
    for element in page.elements:
        if element.start < start or element.end > end or not element.raw:
            continue
        got = element.attributes
        stamp = got.get("datetime") or (got.get("content", "") if "date" in got.get("itemprop", "").lower() else "")
        if stamp and re.search(r"\d{4}", stamp):
            kind = (
                "time"
                if "modified" not in got.get("itemprop", "").lower() and "updated" not in got.get("class", "").split()
                else "updated"
            )
            yield Note(kind, stamp, element.start, element.end)
        elif element.end - element.start < 2000 and _is_author(got):
            words = page.text_of(element)
            if words and len(words) <= LONGEST_AUTHOR:
                yield Note("author", words, element.start, element.end)
        elif element.tag == "abbr" and got.get("title") and "published" in got.get("class", ""):
            yield Note("time", got["title"], element.start, element.end)


def _is_author(got: dict[str, str]) -> bool:
    return (
        got.get("rel", "") == "author"
        or "author" in got.get("itemprop", "").lower().split()
        or bool(_AUTHOR.search(got.get("class", "").replace("_", "-")))
    )


def _of_blocks(blocks: Sequence[Block]) -> Iterator[Note]:
    for block in blocks:
        kind = note_kind(block.unit.text)
        if kind:
            yield Note(kind, block.unit.text, block.unit.start, block.unit.end)


def _permalink(page: Page, title: Block) -> list[Note]:
    """The address that the headline links to."""
    around = [e for e in page.elements[title.element.order : title.element.order + 4] if e.start < title.element.end]
    around += _links_around(title.element)
    for element in around:
        address = element.attributes.get("href", "") if element.tag == "a" else ""
        if re.match(r"https?://", address):
            return [Note("permalink", html.unescape(address), element.start, element.end)]
    return []


def _links_around(element: Element) -> list[Element]:
    return [here for here, _ in zip(element.ancestors(), range(3), strict=False)]
