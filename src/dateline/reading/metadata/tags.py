"""What do a page's tags say of its article? JSON-LD, <meta>, <link>, <title>, itemprop and <html lang>."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache

from dateline.language.markup import read_attributes
from dateline.lexicons import load_yaml
from dateline.model.report import Moment
from dateline.reading.metadata.credits import read_byline
from dateline.reading.metadata.dates import Stated, moment_of
from dateline.reading.metadata.linked_data import LinkedData, read_linked_data
from dateline.reading.metadata.outlets import outlet_in_title

_TAG = re.compile(r"<(meta|link|html)\b((?:[^'\"<>]|\"[^\"]{0,5000}\"|'[^']{0,5000}')*+)>", re.IGNORECASE)
_ITEM = re.compile(
    r"<(?:time|span|div|p|abbr|data)\b((?:[^'\"<>]|\"[^\"]{0,2000}\"|'[^']{0,2000}')*+)>([^<]{0,80})", re.IGNORECASE
)
_SCRIPT = re.compile(r"<script\b[^>]*ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]*>([^<]{1,400})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tags of one page say; None for what they do not."""

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    dates: Stated = field(default_factory=Stated)

    def of_the_site(self) -> Tags:
        """What they say of every article on the page: not its headline, author and dates, which are one article's."""
        return replace(self, title=None, byline=None, dates=Stated())


@lru_cache(maxsize=2)
def read_tags(markup: str) -> Tags:
    """The tags of a page; the last page is kept, since all articles of a list page ask for it."""
    metas, links, language = _head(markup)
    linked = read_linked_data(_SCRIPT.findall(markup))
    return Tags(
        outlet=_outlet(markup, metas, linked),
        title=linked.headline or _said(metas, "title") or _page_title(markup),
        byline=_byline(linked, metas),
        url=links.get("canonical") or _said(metas, "url"),
        language=_language(linked.language or language or _said(metas, "language")),
        dates=_dates(markup, metas, linked),
    )


def _head(markup: str) -> tuple[dict[str, list[str]], dict[str, str], str | None]:
    """Contents of the <meta> tags by name, addresses of the <link> tags by rel, and the language of <html>."""
    metas: defaultdict[str, list[str]] = defaultdict(list)
    links: dict[str, str] = {}
    language = None
    for tag, raw in _TAG.findall(markup):
        got = read_attributes(raw)
        if tag.lower() == "meta" and got.get("content", "").strip():
            for name in ("property", "name", "itemprop", "http-equiv"):
                if got.get(name):
                    metas[got[name].strip().lower()].append(got["content"].strip())
        elif tag.lower() == "link" and got.get("href", "").startswith("http"):
            links.setdefault(got.get("rel", "").lower(), got["href"])
        elif tag.lower() == "html":
            language = language or got.get("lang") or got.get("xml:lang")
    return metas, links, language


def _said(metas: dict[str, list[str]], what: str) -> str | None:
    found = (metas[name][0] for name in load_yaml("page_tags.yaml")[what] if name in metas)
    return next((" ".join(words.split()) for words in found if words.strip()), None)


def _outlet(markup: str, metas: dict[str, list[str]], linked: LinkedData) -> str | None:
    said = [_said(metas, "outlet"), linked.publisher]
    names = [name for name in said if name and len(name) <= 60 and "://" not in name and not name.startswith("@")]
    return next(iter(names), None) or outlet_in_title(_page_title(markup) or "")


def _page_title(markup: str) -> str | None:
    match = _TITLE.search(markup)
    return " ".join(html.unescape(match[1]).split()) or None if match else None


def _byline(linked: LinkedData, metas: dict[str, list[str]]) -> str | None:
    if linked.author and (name := read_byline(linked.author)):
        return name
    names = [name for tag in load_yaml("page_tags.yaml")["author"] for name in metas.get(tag, ())]
    plain = [name for name in names if "://" not in name and not name.startswith("@")]
    return next((name for words in plain if (name := read_byline(words))), None)


def _language(code: str | None) -> str | None:
    match = re.match(r"[A-Za-z]{2}(?=[-_]|$)", code or "")
    return match[0].lower() if match else None


def _dates(markup: str, metas: dict[str, list[str]], linked: LinkedData) -> Stated:
    """JSON-LD before <meta> before itemprop: the first two are written for machines, the last for the layout."""
    published = moment_of(linked.published, "json-ld datePublished") or _meta_moment(metas, "published")
    updated = moment_of(linked.updated, "json-ld dateModified") or _meta_moment(metas, "updated")
    return Stated(published or _item_moment(markup, "datePublished"), updated or _item_moment(markup, "dateModified"))


def _meta_moment(metas: dict[str, list[str]], what: str) -> Moment | None:
    for name in load_yaml("page_tags.yaml")[what]:
        for words in metas.get(name, ()):
            moment = moment_of(words, f"meta {name}", day_first=True)
            if moment:
                return moment
    return None


def _item_moment(markup: str, name: str) -> Moment | None:
    for raw, words in _ITEM.findall(markup):
        if "itemprop" in raw and name.lower() in (got := read_attributes(raw)).get("itemprop", "").lower():
            stated = got.get("datetime") or got.get("content") or html.unescape(words)
            moment = moment_of(stated, f"itemprop {name}", day_first=True)
            if moment:
                return moment
    return None
