"""Which paragraphs of a page are an article's words? Weighs trafilatura's choice, their places and their classes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dateline.language.markup import Element
from dateline.lexicons import load_yaml
from dateline.model.report import FurnitureKind
from dateline.reading.segments.blocks import Block
from dateline.reading.segments.labels import is_prose

MOST_LINKS = 0.5
"""Share of link text from which on a paragraph is a list of links (jusText and readability put it at 0.2 to 0.5)."""
STRONG_SHARE = 0.25
"""Share of the chosen words that paragraphs of one kind must have for their like elsewhere to be chosen too."""
LEAST_SEED = 80
"""Characters of a paragraph that surely is text, where trafilatura finds no article."""

_KEPT_TAGS = frozenset(
    ["p", "blockquote", "li", "dd", "td", "pre", "div", "section", "article", "main", "h2", "h3", "h4", "h5", "body"]
)


def is_junk(element: Element) -> bool:
    """Whether an element holds a page's furniture by its tag or its classes."""
    return element.tag in _junk_tags() or _junk_by_name(_names_of(element))


def choose_blocks(blocks: Sequence[Block], extracted: set[int]) -> set[int]:
    """Indices of the article's blocks: what was extracted, its like, what lies between, without furniture."""
    seeds = {i for i in extracted if not _is_list_of_links(blocks[i])} or _own_seeds(blocks)
    if not seeds:
        return set()
    home = common_ancestor(blocks[i].element for i in _weighty(blocks, seeds))
    chosen = {i for i in seeds if not _in_junk(blocks[i], home)} or seeds
    chosen |= _alike(blocks, chosen)
    chosen |= _between(blocks, chosen, home)
    return chosen


def common_ancestor(elements: Iterable[Element]) -> Element | None:
    """The innermost element that holds all of them."""
    shared: list[Element] | None = None
    for element in elements:
        line = list(element.ancestors())[::-1]
        if shared is None:
            shared = line
        else:
            same = [a for a, b in zip(shared, line, strict=False) if a is b]
            shared = same
    return shared[-1] if shared else None


def _weighty(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """The blocks that a place is told by: paragraphs of some length, of the commonest kind where there is one."""
    kinds = _strong_kinds(blocks, chosen)
    return {i for i in chosen if _kind(blocks[i]) in kinds} or {i for i in chosen if is_prose(blocks[i].unit)} or chosen


def _own_seeds(blocks: Sequence[Block]) -> set[int]:
    """Where trafilatura finds nothing: the long paragraphs under the element that holds most of their text directly."""
    weights: Counter[int] = Counter()
    long = [
        i
        for i, b in enumerate(blocks)
        if len(b.unit.text) >= LEAST_SEED and b.unit.links < 0.3 and not _in_junk(b, None)
    ]
    for i in long:
        around = list(blocks[i].ancestors())[1:4]
        for depth, element in enumerate(around):
            weights[element.order] += len(blocks[i].unit.text) // (depth + 1)
    if not weights:
        return set()
    best = weights.most_common(1)[0][0]
    return {i for i in long if any(e.order == best for e in blocks[i].ancestors())}


def _strong_kinds(blocks: Sequence[Block], chosen: set[int]) -> set[tuple[str, ...]]:
    lengths: Counter[tuple[str, ...]] = Counter()
    for i in chosen:
        lengths[_kind(blocks[i])] += len(blocks[i].unit.text)
    total = sum(lengths.values())
    return {kind for kind, length in lengths.items() if length >= STRONG_SHARE * total}


def _alike(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Paragraphs of the kind of the chosen ones that stand elsewhere: an article cut in parts by its advertisements."""
    kinds = {kind for kind in _strong_kinds(blocks, chosen) if kind[0] in ("p", "div", "blockquote")}
    kinds = {kind for kind in kinds if any(kind[1:])}
    return {
        i
        for i, block in enumerate(blocks)
        if i not in chosen
        and _kind(block) in kinds
        and is_prose(block.unit)
        and block.unit.links < 0.3
        and not _in_junk(block, None)
    }


def _between(blocks: Sequence[Block], chosen: set[int], home: Element | None) -> set[int]:
    """Paragraphs and subheadings among the chosen ones, in the same place of the page."""
    if home is None:
        return set()
    first, last = min(chosen), max(chosen)
    return {i for i in range(first, last) if i not in chosen and _belongs(blocks[i], home)}


def _belongs(block: Block, home: Element) -> bool:
    inside = home.start <= block.element.start < home.end
    if not inside or _is_list_of_links(block) or block.element.tag not in _KEPT_TAGS or _in_junk(block, home):
        return False
    near = block.element.parent is home or block.element is home
    return is_prose(block.unit) or (near and (bool(block.unit.heading) or len(block.unit.text.split()) >= 4))


def _is_list_of_links(block: Block) -> bool:
    return block.unit.links >= MOST_LINKS and (len(block.unit.text) < 200 or block.unit.links > 0.8)


def _in_junk(block: Block, home: Element | None) -> bool:
    """Whether something between the block and the article's element is furniture."""
    for element in block.ancestors():
        if element is home:
            return False
        if element.tag in ("body", "html", "main", "#root") or (home is None and element.tag == "article"):
            return False
        if is_junk(element):
            return True
    return False


def _kind(block: Block) -> tuple[str, ...]:
    """Tag and classes of a paragraph and of what holds it."""
    element, parent = block.element, block.element.parent
    return (element.tag, _class_of(element), _class_of(parent) if parent else "")


def _class_of(element: Element) -> str:
    return " ".join(sorted(re.sub(r"\d+", "#", element.attributes.get("class", "")).split()))


def _names_of(element: Element) -> str:
    got = element.attributes
    return f"{got.get('class', '')} {got.get('id', '')} {got.get('role', '')}" if got else ""


@lru_cache(maxsize=4096)
def _junk_by_name(names: str) -> bool:
    if not names.strip():
        return False
    words = re.findall(r"[a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", names).lower())
    joined = [re.sub(r"[^a-z]", "", name) for name in names.lower().split()]
    return bool(_junk_words().intersection(words) or _junk_words().intersection(joined))


@lru_cache(maxsize=1)
def _junk_words() -> frozenset[str]:
    return frozenset(load_yaml("page_classes.yaml")["words"])


@lru_cache(maxsize=1)
def _junk_tags() -> frozenset[str]:
    return frozenset(load_yaml("page_classes.yaml")["tags"])


def choose_inside(blocks: Sequence[Block], home: Element) -> set[int]:
    """Indices of the blocks of an element that is one article: its text without furniture."""
    return {
        i
        for i, block in enumerate(blocks)
        if block.element.tag in _KEPT_TAGS
        and not _is_list_of_links(block)
        and not _in_junk(block, home)
        and not block.unit.heading
    } | _subheadings(blocks, home)


def _subheadings(blocks: Sequence[Block], home: Element) -> set[int]:
    """Headings after the first running text: the one above it is the headline."""
    prose = [i for i, block in enumerate(blocks) if is_prose(block.unit) and not _in_junk(block, home)]
    if not prose:
        return set()
    return {i for i, b in enumerate(blocks) if b.unit.heading and prose[0] < i < prose[-1] and not _in_junk(b, home)}


def kind_of_place(block: Block) -> FurnitureKind | None:
    """The kind of furniture that the tags and classes around a block tell of."""
    for element in block.ancestors():
        if element.tag in ("body", "html", "article", "main"):
            return None
        for kind, pattern in _PLACES:
            if element.tag in pattern.pattern.split("|") or pattern.search(_names_of(element).lower()):
                return kind
    return None


_PLACES = (
    (FurnitureKind.CAPTION, re.compile("figcaption|caption")),
    (FurnitureKind.CREDIT, re.compile("credit|copyright")),
    (FurnitureKind.SHARING, re.compile("share|sharing|social|addtoany")),
    (FurnitureKind.NEWSLETTER, re.compile("newsletter|subscribe|signup|paywall|donat")),
    (FurnitureKind.COMMENTS, re.compile("comment|disqus|respond")),
    (
        FurnitureKind.TEASER,
        re.compile(
            "related|recommend|recirc|teaser|promo|trending|popular|more-from|readmore|read-more|outbrain|taboola"
        ),
    ),
    (FurnitureKind.METADATA, re.compile("byline|author|meta|tags|date|time|timestamp")),
    (FurnitureKind.NAVIGATION, re.compile("nav|menu|breadcrumb|sidebar|footer|header")),
)
