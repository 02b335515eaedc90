"""Which outlet published it? Known outlets by name and address, and what a page says of its own name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from dateline.language.datestamps import find_stamps
from dateline.language.mastheads import known_outlet, names_outlet, outlet_key
from dateline.lexicons import load_csv
from dateline.model.segment import Note
from dateline.reading.metadata.datelines import agency_named

LONGEST_NAME = 60
_SEPARATOR = re.compile(r"\s+[|»«·•–—:-]+\s+|\s*[|»]\s*|\s*—\s*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright|©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d)?)?)?,?\s*(?:by\s+)?(?P<name>[^\W\d_][^|.,;©\n]{2,50})",
    re.IGNORECASE,
)
_ADDED = re.compile(r"(?P<headline>\S.*\S)\s+(?P<mark>[|»·•–—-])\s+(?P<name>[^|»·•–—]{3,50})")
_YEAR_AFTER = re.compile(r"[\s,]*(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\s*$")
_PARTS = re.compile(r"\s{3,}|\t|\s*[|•·,/]\s*|\s+[–—-]\s+")
_ABOUT = re.compile(r"^(?P<name>(?:The )?[A-Z][\w'’.&-]*(?: [A-Z&][\w'’.&-]*){0,5}),? (?:delivers|is (?:an?|the) )")
_SOURCE = re.compile(
    r"^\W*(?:sources?|via|originally\s+\w+\s+(?:by|at|in|on|from)|first\s+\w+\s+(?:by|in|at|on)|reposted\s+from|"
    r"cross-?posted\s+(?:from|at)|read\s+(?:the\s+)?(?:original|full\s+\w+)\s+(?:at|on|in)|from)\s*:?\s*",
    re.IGNORECASE,
)


def outlet_of_address(url: str | None) -> str | None:
    """The known outlet of an address, by its host or a part of it ("edition.example.com" is example.com's)."""
    host = (urlsplit(url).hostname or "") if url else ""
    while "." in host:
        if host in _by_host():
            return _by_host()[host]
        host = host.split(".", 1)[1]
    return None


def clean_name(words: str) -> str:
    """An outlet's name as Dateline gives it: the lexicon's where it is known."""
    return known_outlet(words) or " ".join(words.split()).strip(" |»·•–—:-.")


def find_outlet(notes: Iterable[Note], title: str | None, furniture: Iterable[str]) -> str | None:
    """The outlet that a segment's own lines name; None when they name none."""
    kinds = _by_kind(notes)
    for words in kinds["source"]:
        if (name := outlet_in_source(words, title)) and not _is_only_wire(words):
            return name
    for words in (*kinds["outlet"], *filter(None, map(_outlet_beside_date, (*kinds["date"], *kinds["byline"])))):
        return clean_name(words)
    for words in kinds["about"]:
        if match := _ABOUT.match(words):
            return clean_name(match["name"])
    for words in kinds["masthead"]:
        return clean_name(words)
    return _outlet_in_furniture(tuple(furniture))


def part_title(title: str | None) -> tuple[str | None, str | None]:
    """A headline and the outlet that the page's title adds to it: "Port shelled | Eastern Post"."""
    match = _ADDED.fullmatch(title or "")
    if match is None or len(match["headline"].split()) < 3:
        return title, None
    surely = match["mark"] in "|»" and names_outlet(match["name"])  # "… – Defence Post" may be who said it
    if not surely and not known_outlet(match["name"]):
        return title, None
    return match["headline"], clean_name(match["name"])


def _by_kind(notes: Iterable[Note]) -> defaultdict[str, list[str]]:
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for note in notes:
        kinds[note.kind].append(note.words)
    return kinds


def _outlet_beside_date(words: str) -> str | None:
    """ "Eastern Post | 4 March 2019": a part of a dated line, beside the date itself, that names an outlet."""
    parts: list[str] = []
    last = 0
    for stamp in find_stamps(words, day_first=True):
        parts, last = [*parts, words[last : stamp.start]], stamp.end
    if not parts:
        return None
    named = (part.strip(" ,.;:•·–—-") for some in (*parts, words[last:]) for part in _PARTS.split(some))
    return next((part for part in named if names_outlet(part)), None)


def outlet_in_source(words: str, title: str | None) -> str | None:
    """ "Source: headline — RT News" without its headline; "Source: The Daily Example"; "via The Example » headline"."""
    rest = re.sub(r"\s*<?\S+@\S+>?", "", _SOURCE.sub("", words, count=1)).strip()
    headline = outlet_key(title or "")
    parts = [part for part in _SEPARATOR.split(rest) if part and part.strip(" .|»")]
    names = [part for part in parts if not (headline and _overlaps(outlet_key(part), headline))]
    for part in reversed(names):
        if known := known_outlet(part):
            return known
    short = [n for n in names if len(n) <= LONGEST_NAME and (len(parts) == len(names) == 1 or len(names) < len(parts))]
    if not short:
        return None
    at_head = rest.startswith(short[0])
    return outlet_of_address(short[0]) or clean_name(short[0] if at_head else short[-1])


def _is_only_wire(words: str) -> bool:
    """ "Source: AFP" credits an agency; "Source: headline — RT News" names the outlet that was copied."""
    return agency_named(_SOURCE.sub("", words, count=1)) is not None


def outlet_in_title(title: str) -> str | None:
    """The known outlet at the end (or head) of a page's <title>: "Headline | Al Bawaba"."""
    parts = [part for part in _SEPARATOR.split(title) if part.strip()]
    ends = [*parts[-2:][::-1], *parts[:1]] if len(parts) > 1 else []
    return next((known for part in ends if (known := known_outlet(part))), None)


def _overlaps(part: str, headline: str) -> bool:
    return part in headline or headline in part or (len(part) > 20 and part[:20] in headline)


def _outlet_in_furniture(lines: tuple[str, ...]) -> str | None:
    for line in lines:
        match = _COPYRIGHT.search(line)
        if match:
            name = re.split(
                r"\s+(?:all rights|inc\b|ltd\b|llc\b|limited\b)", match["name"], maxsplit=1, flags=re.IGNORECASE
            )[0]
            name = _YEAR_AFTER.sub("", name)
            if known_outlet(name) or (re.search("rights reserved", line, re.IGNORECASE) and len(name) <= LONGEST_NAME):
                return clean_name(name)
    return next((known for line in lines if (known := _outlet_within(line))), None)


def _outlet_within(line: str) -> str | None:
    """A known outlet in a line that speaks for it: "Sign up for the Daily Example's newsletter"."""
    if not re.search(r"newsletter|sign up|subscribe|follow|download|app\b|republish", line, re.IGNORECASE):
        return None
    match = _names_pattern().search(line)
    return known_outlet(match[0]) if match else None


@lru_cache(maxsize=1)
def _by_host() -> dict[str, str]:
    return {host: row["name"] for row in load_csv("outlets.csv") for host in row["hosts"].split(";") if host}


@lru_cache(maxsize=1)
def _names_pattern() -> re.Pattern[str]:
    names = {n for row in load_csv("outlets.csv") for n in (row["name"], *row["aliases"].split(";")) if len(n) >= 3}
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) + r")(?!\w)")


def country_of(outlet: str | None) -> str | None:
    """ISO 3166 alpha-2 of a known outlet's country."""
    return _countries().get(outlet or "")


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {row["name"]: row["country"] for row in load_csv("outlets.csv")}
