"""Does a page hold several articles, and which elements are they? Tag archives, blogs and list pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dateline.language.markup import Element, Page
from dateline.reading.segments.blocks import DEEPEST, Block
from dateline.reading.segments.content import MOST_LINKS, is_junk
from dateline.reading.segments.labels import is_prose
from dateline.reading.segments.notes import note_kind

LEAST_ARTICLE = 250
"""Characters of running text that two articles of a page must have for it to hold several: a teaser has less."""
LEAST_POST = 100
"""Characters of the shortest further article of such a page."""

_POST_NAMES = """
post hentry entry blogpost posting newsitem article story item h-entry type-post blog-post news-item post-item
article-item entry-item post-outer list-item story-item archive-item
"""
_POST_WORDS = frozenset(_POST_NAMES.split())
_SCHEMA = re.compile(r"schema\.org/(?:\w*Article|BlogPosting|Report)")
_ARTICLE_PAGE = re.compile(
    r"<meta[^>]+property=[\"']?og:type[\"']?[^>]+content=[\"']?article\b|<meta[^>]+content=[\"']article[\"'][^>]+property=[\"']og:type",
    re.IGNORECASE,
)


def find_article_elements(page: Page, blocks: Sequence[Block]) -> list[Element]:
    """The elements that are one article each, in order; empty where the page holds one article or none."""
    if _ARTICLE_PAGE.search(page.markup):
        return []
    return _largest_row(_named(page), blocks) or _largest_row(_dated_domains(blocks), blocks)


def text_inside(element: Element, blocks: Sequence[Block]) -> int:
    """Characters of running text in an element, lists of links and furniture left out."""
    return sum(len(b.unit.text) for b in inside(element, blocks) if is_prose(b.unit) and b.unit.links < MOST_LINKS)


def inside(element: Element, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of an element."""
    return [b for b in blocks if element.start <= b.unit.start < element.end]


def _named(page: Page) -> list[Element]:
    """Elements that call themselves articles, by tag, class or schema."""
    return [element for element in page.elements if _is_named(element)]


def _is_named(element: Element) -> bool:
    if element.tag == "article":
        return True
    if element.tag not in ("div", "li", "section", "td") or not element.raw:
        return False
    got = element.attributes
    return _names_a_post(got.get("class", "")) or bool(_SCHEMA.search(got.get("itemtype", "")))


@lru_cache(maxsize=4096)
def _names_a_post(names: str) -> bool:
    return any(name.lower() in _POST_WORDS for name in names.split())


def _dated_domains(blocks: Sequence[Block]) -> list[Element]:
    """For each heading with a date near it, the largest element that holds no other heading of its level."""
    headings = [b for b in blocks if 1 <= b.unit.heading <= 3]
    found: list[Element] = []
    for heading in headings[:200]:
        others = [h.unit.start for h in headings if h.unit.heading == heading.unit.heading and h is not heading]
        domain = None
        for element in heading.ancestors():
            if element.tag in ("body", "html", "#root") or any(element.start <= at < element.end for at in others):
                break
            domain = element
        if domain is not None and domain.tag not in ("h1", "h2", "h3") and _has_date(inside(domain, blocks)):
            found.append(domain)
    return found


def _has_date(blocks: Iterable[Block]) -> bool:
    return any(b.element.tag == "time" or note_kind(b.unit.text) in ("date", "stamp") for b in list(blocks)[:8])


def _largest_row(candidates: Sequence[Element], blocks: Sequence[Block]) -> list[Element]:
    """Of the candidates that stand in a row, side by side in the page's tree, the row with most text."""
    articles = [e for e in candidates if not _inside_junk(e) and _is_article(e, blocks)]
    articles = _without_wrappers(articles)
    rows: defaultdict[tuple[int, int], list[Element]] = defaultdict(list)
    for element in articles:
        line = list(_line(element))
        rows[len(line), _row_of(element)].append(element)
    full = [row for row in rows.values() if sum(text_inside(e, blocks) >= LEAST_ARTICLE for e in row) >= 2]
    best = max(full, key=lambda row: sum(text_inside(e, blocks) for e in row), default=[])
    elsewhere = [e for e in articles if e not in best]
    if elsewhere and max(text_inside(e, blocks) for e in elsewhere) > sum(text_inside(e, blocks) for e in best):
        return []  # one long article above a row of excerpts
    return best


def _row_of(element: Element) -> int:
    """What the members of a row share: the parent, or its parent where every member has a wrapper of its own."""
    parent = element.parent or element
    alone = (
        parent.parent is not None
        and parent.tag in ("li", "div", "td", "tr", "section")
        and parent.end - element.end < 200
    )
    wrapped = alone and element.start - parent.start < 300
    return parent.parent.order if wrapped and parent.parent is not None else parent.order


def _line(element: Element) -> Iterable[Element]:
    for depth, here in enumerate(element.ancestors()):
        if depth > DEEPEST:
            return
        yield here


def _is_article(element: Element, blocks: Sequence[Block]) -> bool:
    within = inside(element, blocks)
    has_heading = any(b.unit.heading or "title" in b.element.hints for b in within)
    return has_heading and text_inside(element, within) >= LEAST_POST


def _without_wrappers(articles: list[Element]) -> list[Element]:
    """Candidates that hold two others go; then those that lie within another."""
    real = [e for e in articles if sum(_holds(e, o) for o in articles if o is not e) < 2]
    return [e for e in real if not any(_holds(o, e) for o in real if o is not e)]


def _holds(outer: Element, inner: Element) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _inside_junk(element: Element) -> bool:
    around = [
        here for here in _line(element) if here is not element and here.tag not in ("body", "html", "main", "#root")
    ]
    return any(is_junk(here) for here in around)
