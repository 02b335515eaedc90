"""What does a page's JSON-LD say of its article? Reads schema.org's headline, author, publisher and dates."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ARTICLE = re.compile(r"Article|BlogPosting|Report|LiveBlog|WebPage|VideoObject", re.IGNORECASE)
_LOOSE = re.compile(r'"(datePublished|dateModified|dateCreated|headline)"\s*:\s*"((?:[^"\\]|\\.){4,300})"')
_ORDER = ("newsarticle", "reportagenewsarticle", "article", "blogposting", "webpage")
DEEPEST = 8
"""Levels of nesting that are looked through."""


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The article's properties as their words; None for what is not said."""

    headline: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None


def read_linked_data(scripts: Sequence[str]) -> LinkedData:
    """The properties of the page's main article in the contents of its ld+json scripts."""
    things = sorted((t for script in scripts for t in _things(script)), key=_rank)
    articles = [thing for thing in things if _ARTICLE.search(_type_of(thing))]
    return LinkedData(
        headline=_first(articles, "headline"),
        author=next((name for thing in articles if (name := _names(thing.get("author")))), None),
        publisher=next((name for thing in articles if (name := _names(thing.get("publisher")))), None),
        published=_first(articles, "datePublished")
        or _first(articles, "dateCreated")
        or _first(articles, "uploadDate"),
        updated=_first(articles, "dateModified"),
        language=_first(articles, "inLanguage"),
        url=_first(articles, "url"),
    )


def _things(script: str) -> Iterator[dict[str, object]]:
    """The objects of a script; from one that is no JSON, what can be told without reading it whole."""
    plain = (
        re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$", "", script)
        .strip()
        .rstrip(";")
    )
    try:
        yield from _within(json.loads(plain, strict=False), 0)
    except (ValueError, RecursionError):
        loose = dict(reversed(_LOOSE.findall(script)))
        if loose:
            yield {"@type": "Article", **loose}


def _within(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _within(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value[:200]:
            yield from _within(inner, depth + 1)


def _type_of(thing: dict[str, object]) -> str:
    kind = thing.get("@type") or thing.get("type") or ""
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def _rank(thing: dict[str, object]) -> int:
    kind = _type_of(thing).lower()
    return _ORDER.index(kind) if kind in _ORDER else (2 if "article" in kind else len(_ORDER))


def _first(things: Sequence[dict[str, object]], name: str) -> str | None:
    for thing in things:
        value = thing.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, str) and value.strip():
            return " ".join(html.unescape(value).split())
    return None


def _names(value: object) -> str | None:
    """The name or names of a person or organisation, however it is put; addresses are no names."""
    if isinstance(value, list):
        names = [name for inner in value[:8] if (name := _names(inner))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name")
        return _names(value)
    if isinstance(value, str):
        name = " ".join(html.unescape(value).split())
        return name if name and "://" not in name and len(name) <= 120 else None
    return None
