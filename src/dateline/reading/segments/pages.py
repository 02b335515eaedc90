"""Which articles does a page hold, and which of its words are theirs?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.language.markup import Element, Page, read_page
from dateline.model.report import Furniture, FurnitureKind
from dateline.model.segment import Note, Segment
from dateline.reading.segments.archives import find_article_elements, inside
from dateline.reading.segments.assemble import join_units
from dateline.reading.segments.blocks import Block, read_blocks
from dateline.reading.segments.content import choose_blocks, choose_inside, kind_of_place
from dateline.reading.segments.extraction import find_extracted
from dateline.reading.segments.labels import Label, label_units, same_title
from dateline.reading.segments.page_notes import notes_within
from dateline.reading.segments.phrases import folded
from dateline.reading.segments.plain import find_in_units
from dateline.reading.segments.posts import has_several

NEAR_HEAD = 12
"""Blocks above the text among which a page's headline, byline and date are looked for when it has no <h1>."""
SHORTEST_HEADLINE = 20
"""Characters of a heading that, as a part of the page's title, is its headline: names of sites are shorter."""


def find_in_page(markup: str) -> tuple[Segment, ...]:
    """The articles of a page; a page without running text gives none."""
    page = read_page(markup)
    blocks = read_blocks(page)
    found = (_in_element(page, element, inside(element, blocks)) for element in find_article_elements(page, blocks))
    several = _distinct([segment for segment in found if segment is not None])
    if several:
        return several if len(several) > 1 else (replace(several[0], alone=True),)
    chosen = choose_blocks(blocks, find_extracted(markup, blocks))
    if not chosen:
        return ()
    return _flat(blocks, chosen) or _single(page, blocks, chosen)


def _distinct(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Without those that repeat another's headline: pages hold their article twice, for printing or for phones."""
    kept: list[Segment] = []
    for segment in segments:
        twin = next((i for i, other in enumerate(kept) if segment.title and segment.title == other.title), None)
        if twin is None:
            kept.append(segment)
        elif len(segment.text) > len(kept[twin].text):
            kept[twin] = segment
    return tuple(kept)


def _flat(blocks: Sequence[Block], chosen: set[int]) -> tuple[Segment, ...]:
    """The posts of a page that has headings and dates in a row but no element for each."""
    region = blocks[max(0, min(chosen) - NEAR_HEAD) : max(chosen) + 1]
    units = [block.unit for block in region]
    return find_in_units(units) if has_several(units, label_units(tuple(units))) else ()


def _in_element(page: Page, element: Element, blocks: Sequence[Block]) -> Segment | None:
    chosen = choose_inside(blocks, element)
    title = next((i for i, b in enumerate(blocks) if b.unit.heading), None)
    if title is None:
        title = next((i for i, b in enumerate(blocks) if "title" in b.element.hints), None)
    notes = notes_within(page, element.start, element.end, blocks, blocks[title] if title is not None else None)
    return _segment(blocks, chosen, title, notes, alone=False)


def _single(page: Page, blocks: Sequence[Block], chosen: set[int]) -> tuple[Segment, ...]:
    title = _headline(page, blocks, min(chosen))
    first = title if title is not None and title < min(chosen) else max(0, min(chosen) - NEAR_HEAD)
    near = blocks[max(0, first - 4) : max(chosen) + 4]
    notes = notes_within(page, near[0].unit.start, near[-1].unit.end, near, None)
    segment = _segment(blocks, chosen, title, notes, alone=True)
    return (segment,) if segment else ()


def _headline(page: Page, blocks: Sequence[Block], first: int) -> int | None:
    """The heading that the page's own title repeats; else the nearest <h1> above that shares a word with it."""
    stated = _stated_titles(page)
    headings = [i for i, b in enumerate(blocks[: first + 4]) if b.unit.heading]
    repeated = [i for i in headings if any(_is_within(blocks[i].unit.text, title) for title in stated)]
    if repeated:
        return min(repeated, key=lambda i: (blocks[i].unit.heading, -len(blocks[i].unit.text)))
    for level in (1, 2, 3):
        near = [i for i in headings if blocks[i].unit.heading == level and (level == 1 or i >= first - NEAR_HEAD)]
        above = [i for i in near if i <= first] or near
        if above:
            return above[-1] if not stated or _shares_word(blocks[above[-1]].unit.text, stated) else None
    return None


def _stated_titles(page: Page) -> list[str]:
    """What <title> and og:title say."""
    head = page.elements[:400]
    said = [
        e.attributes.get("content", "") for e in head if e.tag == "meta" and e.attributes.get("property") == "og:title"
    ]
    return [title for title in (*said, *(page.text_of(e) for e in head if e.tag == "title")) if title]


def _is_within(heading: str, title: str) -> bool:
    """Whether a page's title is the heading, alone or with the outlet's name; a site's name alone is no headline."""
    words = folded(heading)
    return same_title(heading, title) or (len(words) >= SHORTEST_HEADLINE and words in folded(title))


def _shares_word(heading: str, titles: Sequence[str]) -> bool:
    """Whether they have a word of some length in common; scripts without spaces are taken on trust."""
    said = {word for title in titles for word in folded(title).split() if len(word) > 3}
    return not heading.isascii() or bool(said.intersection(folded(heading).split()))


def _segment(
    blocks: Sequence[Block], chosen: set[int], title: int | None, notes: tuple[Note, ...], *, alone: bool
) -> Segment | None:
    order = sorted(chosen)
    labels = dict(zip(order, label_units(tuple(blocks[i].unit for i in order)), strict=True))
    words = blocks[title].unit.text if title is not None else None
    body = [i for i in order if labels[i].is_text and i != title and not _repeats(blocks, i, words, order)]
    if not body:
        return None
    text, pieces = join_units([blocks[i].unit for i in body])
    extent = [*body, title] if title is not None and _near(title, body) else body
    first, last = min(blocks[i].unit.start for i in extent), max(blocks[i].unit.end for i in extent)
    furniture = _furniture(blocks, set(body), first, last, labels)
    return Segment(first, last, words, text, pieces, furniture, notes, alone)


def _repeats(blocks: Sequence[Block], i: int, title: str | None, order: Sequence[int]) -> bool:
    """Whether a block of the head repeats the headline."""
    return title is not None and i in order[:3] and same_title(blocks[i].unit.text, title)


def _near(title: int, body: Sequence[int]) -> bool:
    return title <= body[-1]


def _furniture(
    blocks: Sequence[Block], body: set[int], first: int, last: int, labels: dict[int, Label]
) -> tuple[Furniture, ...]:
    """What stands between headline and last words and is not the article's."""
    found = []
    for i, block in enumerate(blocks):
        if i not in body and first < block.unit.start < last:
            label = labels.get(i)
            kind = (label.furniture if label else None) or kind_of_place(block) or FurnitureKind.OTHER
            found.append(Furniture(block.unit.start, block.unit.end, kind))
    return tuple(found)
