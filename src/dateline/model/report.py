"""Which words are one article as one outlet published it, and what does it say of itself?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

# Days that are kept to be shared: those of more than ten years.
DAYS_AT_HAND = 4096


class Basis(StrEnum):
    """Where a date comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    RELATIVE = "relative"
    PUBLISHED = "published"


class FurnitureKind(StrEnum):
    """What a page holds besides the article."""

    NAVIGATION = "navigation"
    SHARING = "sharing"
    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    METADATA = "metadata"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters [start, end) of a report's text stand at [source_start, source_end) of the document's text.

    In plain text both are the same characters; in markup entities are decoded and runs of white space
    are one space, so the source's stretch can be the longer.
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """Characters [start, end) of the document that are no words of any article."""

    start: int
    end: int
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Moment:
    """A stated time of writing.

    value: ISO 8601 as precise as it is stated: "2016-10-04", "2016-10-04T10:26", "2016-10-04T10:26+03:00".
    told_by: which tag or words said so ("json-ld datePublished", "Published time:", "url").
    """

    value: str
    told_by: str

    @property
    def day(self) -> date:
        return _day(self.value[:10])


@lru_cache(maxsize=DAYS_AT_HAND)
def _day(written: str) -> date:
    """Comparing asks for the same days again and again, and keeps them with every name."""
    return date.fromisoformat(written)


@dataclass(frozen=True, slots=True)
class Report:
    """One article as one outlet published it.

    id: hash of what is said (file, part, extent and text).
    start, end: its own extent in the document's text, headline and metadata lines included.
    text: the article's words, without headline (see `title`) and furniture; for a record of an export the record's
        own text. Never altered afterwards.
    published: None when no date is stated; `published_basis` is then None too, or INFERRED after comparing.
    agency: the wire service credited ("(AFP)", "- Reuters"), None when none is.
    dateline: the words at the head of the body that say where and when it was filed ("DAMASCUS, Oct 13 (IANS)").
    language: ISO 639-1, None when too short to tell. read: whether the model reads that language.
    """

    id: str
    source_id: str | None
    file: str
    part: str | None
    start: int
    end: int
    outlet: str | None
    title: str | None
    byline: str | None
    published: Moment | None
    updated: Moment | None
    agency: str | None
    dateline: str | None
    url: str | None
    language: str | None
    text: str
    sha256: str
    pieces: tuple[Piece, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    read: bool = True
    published_basis: Basis | None = None
    published_from: tuple[str, ...] = field(default=())
    """Ids of the reports that an inferred date was taken from."""
