"""Which words are one article's headline, byline, dateline, body, and which are the page's furniture?"""

from __future__ import annotations

from dateline.model.document import Document, Medium
from dateline.model.segment import Segment
from dateline.reading.segments.pages import find_in_page
from dateline.reading.segments.plain import find_in_plain
from dateline.reading.segments.record import find_in_record

__all__ = ["find_segments"]


def find_segments(document: Document) -> tuple[Segment, ...]:
    """The articles of a document, in its order; none when it holds no text of the news."""
    if document.medium is Medium.RECORD:
        return find_in_record(document.text, document.given.title)
    if document.medium is Medium.HTML:
        return find_in_page(document.text)
    return find_in_plain(document.text)
