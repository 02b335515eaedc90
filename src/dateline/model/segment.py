"""Which stretch of a document is one article, and what stands around its words? What segments hands to metadata."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.report import Furniture, Piece


@dataclass(frozen=True, slots=True)
class Note:
    """Words of a segment that tell of the article rather than of the news: a date line, a byline, a credit.

    kind: "stamp" (a date with a label: "Published time: …"), "date" (a date alone), "byline", "source"
        ("Source: … — The Daily Example"), "outlet" (its name alone), "masthead" (the name at the top of a list page),
        "signoff" (a line after the body), "credit", "readtime", "about" (what an outlet says of itself), "permalink"
        (its address), "address" (another); for markup also "time" (the datetime of a <time>), "updated" and "author".
    start, end: where the words stand in the document.
    """

    kind: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One article's extent and parts in its document; `start`, `end`, `text`, `pieces`, `furniture` as in Report.

    title: the headline's words, None when the segment has none.
    notes: in the order of the document.
    alone: whether it is the document's only article, so that what the page says of itself (its meta tags, its
        address, its container) is said of this article.
    """

    start: int
    end: int
    title: str | None
    text: str
    pieces: tuple[Piece, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[Note, ...] = ()
    alone: bool = True
