"""Which articles are in this feed? RSS and Atom files: one document an entry."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from dateline.errors import UnreadableDocument
from dateline.intake.columns import language_code
from dateline.intake.moments import read_moment
from dateline.intake.quiet import quiet
from dateline.intake.source import Source
from dateline.model.document import Document, Given, Medium

AGGREGATORS = frozenset(
    str.split(
        "news.google.com news.yahoo.com yahoo.com msn.com bing.com flipboard.com feedly.com smartnews.com "
        "newsbreak.com inoreader.com allafrica.com menafn.com dailyhunt.in toutiao.com"
    )
)
"""Sites that pass on other outlets' articles under their own address: an entry's <source> is the outlet there."""
TAG = re.compile(r"<[^<>]{1,500}>")
ELEMENT = re.compile(r"<(p|div|br|a|span|ul|ol|li|img|h[1-6]|em|strong|b|i|table|figure|blockquote)\b[^<>]*>", re.I)
Entry = Mapping[str, Any]  # feedparser's own dictionaries, which it does not type


def read_feed(source: Source) -> Iterator[Document]:
    """A feed's entries in their order; parts are their numbers."""
    import feedparser

    data = source.read_whole()
    if b"<!ENTITY" in data:
        raise source.refuse(
            "a feed that defines its own abbreviations, a trap for readers", "get it from its site again"
        )
    with quiet():  # as a stream: feedparser would take a string for an address, and fetch it
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    entries = feed.get("entries") or []
    if not entries:
        raise source.refuse("a feed without entries", "fetch it again, or name the articles themselves")
    if feed.get("bozo") and not data.rstrip()[-64:].rstrip().endswith(b">"):
        source.problem("the feed is cut off; its last entry may not be whole", "fetch it again")
    for number, entry in enumerate(map(dict, entries), start=1):  # plain: theirs gives `published` for `updated`
        part = source.part_of(number)
        if not source.is_wanted(part):
            continue
        try:
            yield _document(source, part, feed, entry)
        except UnreadableDocument as fault:
            source.problem(fault.reason, fault.remedy, part)


def _document(source: Source, part: str, feed: Entry, entry: Entry) -> Document:
    is_rss = str(feed.get("version") or "").startswith("rss")
    text, is_markup = _text(entry)
    if not text:
        raise source.refuse("an entry with a headline and no text", "name the article's own address, or save the page")
    raw = json.dumps(entry, default=str, sort_keys=True).encode("ascii")
    medium = Medium.HTML if is_markup else Medium.TEXT
    return source.document(text, raw, medium=medium, given=_given(feed.get("feed") or {}, entry, is_rss), part=part)


def _text(entry: Entry) -> tuple[str, bool]:
    """The longest of what an entry holds (content, else summary) and whether it is markup."""
    held = [*(entry.get("content") or []), entry.get("summary_detail") or {}]
    found = max(held, key=lambda piece: len(str(piece.get("value") or "")))
    text = str(found.get("value") or "")
    return text.strip() and text, bool(ELEMENT.search(text))


def _given(channel: Entry, entry: Entry, is_rss: bool) -> Given:
    """What an entry says. RSS 1.0 has one date, dc:date; Atom's `updated` alone says nothing of publication."""
    outlet, agency = _outlet_and_agency(channel, entry)
    return Given(
        source_id=_words(entry.get("id")),
        url=_words(entry.get("link")),
        outlet=outlet,
        title=_words(entry.get("title")),
        byline=_byline(entry),
        published=_moment(entry.get("published") or (entry.get("updated") if is_rss else None)),
        updated=_moment(entry.get("updated") if entry.get("published") or not is_rss else None),
        language=language_code(_words((entry.get("title_detail") or {}).get("language") or channel.get("language"))),
        agency=agency,
    )


def _outlet_and_agency(channel: Entry, entry: Entry) -> tuple[str | None, str | None]:
    """Who published, and whose text it is.

    <source> names where an entry came from. In an outlet's own feed (the article lies on the outlet's site) that is
    who it was taken from, an agency as a rule; in a collection of many outlets' articles it is the outlet.
    """
    name, own = _words((entry.get("source") or {}).get("title")), _words(channel.get("title"))
    if not name or name == own:
        return own, None
    site = _site(entry.get("link"))
    is_own = bool(site) and site == _site(channel.get("link")) and site not in AGGREGATORS
    if not is_own or str(entry.get("title") or "").endswith(f" - {name}") or site == _site(entry["source"].get("href")):
        return name, None
    return own, name


def _site(address: object) -> str:
    """The host of an address without "www." and the like; empty when there is none."""
    try:
        host = urlsplit(str(address or "")).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(www\d?|m|rss|feeds?|amp)\.", "", host)


def _byline(entry: Entry) -> str | None:
    names = [words for author in entry.get("authors") or [] if (words := _words(author.get("name")))]
    return ", ".join(dict.fromkeys(names)) or _words(entry.get("author"))


def _moment(value: object) -> str | None:
    words = _words(value)
    return read_moment(words) if words else None


def _words(value: object) -> str | None:
    """A tag's words without markup, on one line."""
    return " ".join(html.unescape(TAG.sub(" ", value)).split()) or None if isinstance(value, str) else None
