"""Where in a page's markup do its words stand? Reads HTML into elements and runs of words with their offsets.

A page as sites really send it: unclosed and misnested tags, stray "<", unquoted attributes. Not a browser: scripts,
styles and templates are left out, nothing is fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

_BLOCK_TAGS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p
pre section select summary table tbody td tfoot th thead title tr ul iframe button amp-img video audio
"""
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
_WORDLESS_TAGS = "script style noscript template svg textarea math object canvas select iframe noembed noframes"
BLOCKS = frozenset(_BLOCK_TAGS.split())
VOID = frozenset(_VOID_TAGS.split())
LEFT_OUT = frozenset(_WORDLESS_TAGS.split())
_CLOSES_P = BLOCKS - {
    "button",
    "option",
    "td",
    "th",
    "tr",
    "tbody",
    "thead",
    "tfoot",
    "caption",
    "title",
    "body",
    "html",
}
_SIBLINGS = {
    "li": "li",
    "dt": "dt dd",
    "dd": "dt dd",
    "tr": "tr td th",
    "td": "td th",
    "th": "td th",
    "option": "option",
}
_SCOPES = frozenset(["ul", "ol", "dl", "table", "td", "th", "body", "html", "article", "section", "div"])
_ATTRIBUTES = r"(?:[^'\"<>]|\"[^\"]{0,20000}\"|'[^']{0,20000}')*+"
_TOKEN = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?P<close>/)?(?P<tag>[a-zA-Z][^\s/<>]*)(?P<attrs>{_ATTRIBUTES})>|<[!?/][^<>]*>|</?[a-zA-Z][^<>]*>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_PART = re.compile(r"\s+|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


@dataclass(slots=True)
class Element:
    """A tag's extent [start, end) in the markup, from "<" to the ">" of its end; `attributes` as they are written."""

    tag: str
    start: int
    end: int
    parent: Element | None
    raw: str
    order: int
    _read: dict[str, str] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """Names in lower case with decoded values; "" for those without one."""
        if self._read is None:
            self._read = read_attributes(self.raw)
        return self._read

    @property
    def hints(self) -> str:
        """Its class, id, role and itemprop in lower case, as words to look through."""
        got = self.attributes
        return " ".join(
            got.get(name, "") for name in ("class", "id", "role", "itemprop", "data-testid", "data-component")
        ).lower()

    def ancestors(self) -> Iterator[Element]:
        """The element itself, its parent, and so on to the root."""
        here: Element | None = self
        while here is not None:
            yield here
            here = here.parent


@dataclass(frozen=True, slots=True)
class Words:
    """A run of characters [start, end) of the markup between two tags."""

    start: int
    end: int
    inside: Element


@dataclass(frozen=True)
class Page:
    """A page's markup, its elements and its runs of words in order.

    breaks: offsets at which a block begins or ends, or a line breaks twice. scripts: what stands in <script> by type.
    """

    markup: str
    elements: list[Element]
    words: list[Words]
    scripts: list[tuple[str, str]] = field(default_factory=list)
    line_breaks: list[int] = field(default_factory=list)

    @cached_property
    def root(self) -> Element:
        return self.elements[0]

    def text_of(self, element: Element) -> str:
        """The element's words, decoded, white space folded."""
        parts = [
            html.unescape(self.markup[w.start : w.end])
            for w in self.words
            if element.start <= w.start and w.end <= element.end
        ]
        return " ".join(" ".join(parts).split())


def read_page(markup: str) -> Page:
    """The page of a markup; never fails: what is no tag is words."""
    root = Element("#root", 0, len(markup), None, "", 0)
    page = Page(markup, [root], [])
    stack, last, unclosed = [root], 0, set[str]()
    while token := _TOKEN.search(markup, last):
        if token.start() > last:
            page.words.append(Words(last, token.start(), stack[-1]))
        last = token.end()
        tag = (token["tag"] or "").lower()
        if tag and token["close"]:
            _close(stack, tag, last)
        elif tag in LEFT_OUT and tag not in unclosed:
            last = _leave_out(page, tag, token, unclosed)
        elif tag:
            _open(page, stack, tag, token)
    if last < len(markup):
        page.words.append(Words(last, len(markup), stack[-1]))
    return page


def _leave_out(page: Page, tag: str, token: re.Match[str], unclosed: set[str]) -> int:
    """Where to go on after an element whose words are no text; after its first tag if it is never closed."""
    end = re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(page.markup, token.end())
    if end is None:
        unclosed.add(tag)
        return len(page.markup) if tag in ("script", "style") else token.end()
    if tag == "script":
        page.scripts.append((read_attributes(token["attrs"]).get("type", ""), page.markup[token.end() : end.start()]))
    return end.end()


def read_attributes(raw: str) -> dict[str, str]:
    """The attributes of a tag's inside; the first of two of one name counts, as in browsers."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


def decoded_parts(markup: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The words of markup[start:end] in stretches (words, start, end): plain ones as they are, entities decoded,
    runs of white space as one space."""
    last = start
    for match in _PART.finditer(markup, start, end):
        if match.start() > last:
            yield markup[last : match.start()], last, match.start()
        got = match[0]
        decoded = " " if got.isspace() else html.unescape(got)
        yield (" " if decoded.isspace() else decoded), match.start(), match.end()
        last = match.end()
    if last < end:
        yield markup[last:end], last, end


def _open(page: Page, stack: list[Element], tag: str, token: re.Match[str]) -> None:
    if tag in _CLOSES_P:
        _close_within(stack, ("p",), token.start())
    if tag in _SIBLINGS:
        _close_within(stack, tuple(_SIBLINGS[tag].split()), token.start())
    raw = token["attrs"] or ""
    element = Element(tag, token.start(), token.end(), stack[-1], raw, len(page.elements))
    page.elements.append(element)
    if tag == "br":
        page.line_breaks.append(token.start())
    if tag not in VOID and not (
        raw.endswith("/") and tag not in BLOCKS and tag not in ("a", "span", "i", "b", "em", "strong")
    ):
        element.end = len(page.markup)
        stack.append(element)


def _close_within(stack: list[Element], tags: tuple[str, ...], at: int) -> None:
    """Ends an open element of these tags that a new one replaces, but none outside of its list, cell or box."""
    for depth in range(len(stack) - 1, max(0, len(stack) - 30), -1):
        tag = stack[depth].tag
        if tag in tags:
            _pop(stack, depth, at)
            return
        if tag in _SCOPES:
            return


def _close(stack: list[Element], tag: str, at: int) -> None:
    for depth in range(len(stack) - 1, max(0, len(stack) - 200), -1):
        if stack[depth].tag == tag:
            if tag not in BLOCKS and any(element.tag in BLOCKS for element in stack[depth + 1 :]):
                stack[depth].end = at
                del stack[depth]  # "</b>" across a paragraph ends the bold, not the paragraph
            else:
                _pop(stack, depth, at)
            return


def _pop(stack: list[Element], depth: int, at: int) -> None:
    for element in stack[depth:]:
        element.end = at
    del stack[depth:]
