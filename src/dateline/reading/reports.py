"""Which reports does a document hold? Segments, then what each says of itself, then its language."""

from __future__ import annotations

import html

from dateline.language.detection import READABLE, detect_language
from dateline.model.document import Document
from dateline.model.identity import id_of
from dateline.model.report import Report
from dateline.model.segment import Segment
from dateline.reading.metadata import find_metadata
from dateline.reading.segments import find_segments


def find_reports(document: Document) -> tuple[Report, ...]:
    """The reports of a document in its order; none when it holds no text of the news.

    Texts in a language that the model does not read are reports too, with `read` False.
    """
    return tuple(_report(document, segment) for segment in find_segments(document))


def check_pieces(report: Report, document: Document) -> list[str]:
    """Faults in how a report's text maps to its document, in words; an empty list when every piece holds.

    A piece holds when its characters are the document's, with entities decoded and white space folded in markup.
    """
    faults = [] if 0 <= report.start <= report.end <= len(document.text) else ["the report lies outside its document"]
    last = 0
    for piece in report.pieces:
        words = report.text[piece.start : piece.end]
        source = document.text[piece.source_start : piece.source_end]
        if words != source and " ".join(words.split()) != " ".join(html.unescape(source).split()):
            faults.append(f"characters {piece.source_start} to {piece.source_end} are not {words[:40]!r}")
        if report.text[last : piece.start].strip():
            faults.append(f"characters {last} to {piece.start} of the text come from nowhere")
        last = piece.end
    if report.text[last:].strip():
        faults.append(f"characters {last} to {len(report.text)} of the text come from nowhere")
    return faults


def _report(document: Document, segment: Segment) -> Report:
    told = find_metadata(document, segment)
    language = detect_language(segment.text) or told.language
    return Report(
        id=id_of("report", document.file, document.part, segment.start, segment.end, segment.text),
        source_id=document.given.source_id if segment.alone else None,
        file=document.file,
        part=document.part,
        start=segment.start,
        end=segment.end,
        outlet=told.outlet,
        title=told.title,
        byline=told.byline,
        published=told.published,
        updated=told.updated,
        agency=told.agency,
        dateline=told.dateline,
        url=told.url,
        language=language,
        text=segment.text,
        sha256=document.sha256,
        pieces=segment.pieces,
        furniture=segment.furniture,
        read=language is None or language in READABLE,
        published_basis=told.published_basis,
    )
