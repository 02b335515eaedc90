"""What came in? A document is one decoded text with what its container says about it, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Medium(StrEnum):
    """What the decoded text of a document is written in."""

    TEXT = "text"
    """Plain text: of a file, or what a library got out of a PDF, DOCX, RTF or mail."""
    HTML = "html"
    """Markup: offsets point into the markup itself."""
    RECORD = "record"
    """The text field of one record of a database export; its other fields are in `given`."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the container says of an article (columns of an export, tags of a feed); None where it does not say.

    `published` and `updated` are ISO 8601 as given, a date or a moment with its zone.
    """

    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One decoded text as it came in.

    file: the path as the user will know it (posix, as named on the command line).
    part: which part of the file, where it holds several ("articles.jsonl" line "12", a member of an archive
        "2016/a.html", a WARC record's number and address); None when the file is the document.
    text: the decoded characters; offsets of everything that is found go back to these.
    sha256: of the part's raw bytes, in hex.
    """

    file: str
    part: str | None
    medium: Medium
    text: str
    sha256: str
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something was not read, and what would help. `stage` is the step that gave up (intake, reading …)."""

    file: str
    part: str | None
    reason: str
    remedy: str
    stage: str = "intake"
