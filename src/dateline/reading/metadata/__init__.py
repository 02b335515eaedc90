"""Which outlet, who, published and updated when, filed from where, crediting which agency?"""

from __future__ import annotations

from dateline.model.document import Document, Medium
from dateline.model.report import Basis, Moment
from dateline.model.segment import Segment
from dateline.reading.metadata.credits import find_agency, find_byline
from dateline.reading.metadata.datelines import agency_named, find_dateline
from dateline.reading.metadata.dates import (
    GUESSED,
    Stated,
    date_in_address,
    dates_in_notes,
    guessed_by_htmldate,
    in_the_day_of,
    moment_of,
    order_of_numbers,
)
from dateline.reading.metadata.found import Metadata
from dateline.reading.metadata.initials import whole_name
from dateline.reading.metadata.outlets import clean_name, country_of, find_outlet, outlet_of_address, part_title
from dateline.reading.metadata.tags import Tags, read_tags

__all__ = ["Metadata", "find_metadata"]

LONGEST_STANDFIRST = 400
"""Characters of text that may stand above the date line."""


def find_metadata(document: Document, segment: Segment) -> Metadata:
    """What the container, the page's tags and the segment's own lines say of an article, in this order."""
    tags = read_tags(document.text) if document.medium is Medium.HTML else Tags()
    return _told(document, segment, tags if segment.alone else tags.of_the_site())


def _told(document: Document, segment: Segment, tags: Tags) -> Metadata:
    given = document.given
    address = next((note.words for note in segment.notes if note.kind == "permalink"), None)
    url = (given.url or tags.url if segment.alone else None) or address
    site = given.url or tags.url or url
    title = (given.title if segment.alone else None) or segment.title or tags.title
    title, owner = part_title(title) if document.medium is not Medium.HTML else (title, None)
    outlet = _outlet(document, segment, tags, title, site) or owner
    byline = (given.byline if segment.alone else None) or tags.byline or find_byline(segment.notes)
    dateline = find_dateline(segment.text)
    wire = dateline.agency if dateline else None
    agency = (agency_named(wire) or wire if wire else None) or find_agency(byline, segment.notes, segment.text)
    dates = _dates(document, segment, tags, url, outlet)
    published = dates.published or _dated(dateline.day if dateline else None)
    return Metadata(
        outlet=outlet,
        title=title,
        byline=byline,
        published=published or dates.updated,
        published_basis=_basis(published, dates.updated),
        updated=dates.updated,
        agency=given.agency or (whole_name(agency, segment.text) if agency else None),
        dateline=dateline.words if dateline else None,
        url=url,
        language=given.language or tags.language,
    )


def _outlet(document: Document, segment: Segment, tags: Tags, title: str | None, url: str | None) -> str | None:
    """The container's word, then the page's own for its only article; posts of a list page are asked first."""
    if document.given.outlet:
        return document.given.outlet
    site = outlet_of_address(url) or (clean_name(tags.outlet) if tags.outlet else None)
    if document.medium is Medium.HTML and segment.alone and site:
        return site
    lines = [document.text[f.start : f.end] for f in segment.furniture if f.end - f.start < LONGEST_STANDFIRST]
    return find_outlet(segment.notes, title, lines if document.medium is not Medium.HTML else ()) or site


def _dates(document: Document, segment: Segment, tags: Tags, url: str | None, outlet: str | None) -> Stated:
    given = document.given
    around = "" if document.medium is Medium.HTML else document.text
    words = " ".join(note.words for note in segment.notes)
    day_first = order_of_numbers(words, country=country_of(outlet), url=url, text=segment.text, around=around)
    told = Stated(moment_of(given.published, "given"), moment_of(given.updated, "given")) if segment.alone else Stated()
    in_lines = dates_in_notes(segment.notes, _head_end(segment), day_first=day_first)
    stated = told.or_else(in_the_day_of(tags.dates, url)).or_else(in_lines).or_else(Stated(date_in_address(url)))
    if stated.published is None and segment.alone and document.medium is Medium.HTML:
        return stated.or_else(Stated(guessed_by_htmldate(document.text, url)))
    return stated


def _head_end(segment: Segment) -> int:
    """Where the head ends: a standfirst may stand above the date, the body does not."""
    standfirst = segment.text.find("\n\n")
    after = standfirst if 0 <= standfirst <= LONGEST_STANDFIRST else -1
    body = (piece.source_start for piece in segment.pieces if piece.start > after)
    return min(body, default=segment.end)


def _basis(published: Moment | None, updated: Moment | None) -> Basis | None:
    """What htmldate guessed, and the day of an update that stands alone, are nobody's word on the publication."""
    if published is None:
        return Basis.INFERRED if updated else None
    return Basis.INFERRED if published.told_by == GUESSED else Basis.STATED


def _dated(words: str | None) -> Moment | None:
    """A dateline's day, when it states the year too."""
    return moment_of(words, "dateline")
