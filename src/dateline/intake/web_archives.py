"""Which pages did the crawler keep? WARC (and ARC) files: one document a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from typing import Any
from urllib.parse import urlsplit

from dateline.errors import UnreadableDocument
from dateline.intake.limits import in_words
from dateline.intake.quiet import quiet
from dateline.intake.source import Source, UnpacksTooFar, fault_of
from dateline.model.document import Document, Given

PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
"""What is read of a crawl; scripts, styles, pictures and data are passed over."""
KEPT = frozenset({"response", "resource", "conversion"})
MACHINE_FILES = re.compile(r"/(robots|ads|app-ads|humans|security|llms)\.txt$", re.I)
CUT_OFF = "fetch or copy it again; the pages before this were read"


def read_warc(source: Source) -> Iterator[Document]:
    """The pages of a crawl; parts are the record's number and address.

    The day of the crawl (WARC-Date) is when the page was fetched: it is never taken for its publication.
    """
    from warcio.archiveiterator import ArchiveIterator

    with quiet():
        records = iter(ArchiveIterator(source.stream, no_record_parse=False))
    number = 0
    while True:
        number += 1
        try:
            record = next(records, None)
        except (UnpacksTooFar, EOFError):
            raise
        except Exception as fault:
            source.problem(f"damaged from record {number} on ({type(fault).__name__})", CUT_OFF, source.part_of(number))
            return
        if record is None:
            if number == 1:
                raise source.refuse("a web archive without records", "fetch or copy it again")
            return
        yield from _read_record(source, number, record)
        if _is_cut_off(record):
            if not fault_of(source.stream):  # which is told by itself
                source.problem(f"record {number} is cut off", CUT_OFF, source.part_of(number))
            return


def _read_record(source: Source, number: int, record: Any) -> Iterator[Document]:
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    part = source.part_of(f"{number} {address}".strip())
    if not _is_page(record, address) or not source.is_wanted(part):
        return
    try:
        data = _content(source, record)
    except UnpacksTooFar:
        raise
    except UnreadableDocument as fault:
        source.problem(fault.reason, fault.remedy, part)
    except Exception as fault:
        source.problem(f"the record is damaged ({type(fault).__name__})", CUT_OFF, part)
    else:
        if _is_cut_off(record):
            return  # half a page could say the opposite of the whole; the caller notes it
        given = Given(url=address or None)
        inner = source.inside_bytes(part, _name(address, record), data, given=given, charset=_charset(record))
        yield from source.job.read(replace(inner, depth=source.depth))


def _is_page(record: Any, address: str) -> bool:
    """Whether the record is a page that was there (not a redirect, an error or a file for machines)."""
    if record.rec_type not in KEPT or MACHINE_FILES.search(address):
        return False
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    return _media_type(record).get_content_type() in PAGES and str(status).startswith("2")


def _media_type(record: Any) -> Message:
    headers = record.http_headers or record.rec_headers
    message = Message()
    message["Content-Type"] = (
        str(headers.get_header("Content-Type") or "text/plain").replace("\n", " ").replace("\r", " ")
    )
    return message


def _charset(record: Any) -> str | None:
    try:
        return _media_type(record).get_content_charset()
    except Exception:  # the standard library's header parser raises all kinds of errors on broken headers
        return None


def _name(address: str, record: Any) -> str:
    """A name whose extension tells the format, as servers say it rather than as addresses end."""
    try:
        path = urlsplit(address).path
    except ValueError:
        path = ""
    endings = {"text/plain": ".txt", "application/pdf": ".pdf"}
    return path + endings.get(_media_type(record).get_content_type(), ".html")


def _content(source: Source, record: Any) -> bytes:
    limit = source.job.limits.document_bytes
    data: bytes = record.content_stream().read(limit + 1)
    if len(data) > limit:
        raise source.refuse(f"a page larger than {in_words(limit)}", "no report is that long; leave it out")
    return data


def _is_cut_off(record: Any) -> bool:
    """Whether the file ends within the record: in its head, or before as many bytes as the head announces."""
    if not record.rec_type or record.length is None:
        return True
    record.raw_stream.read()
    return bool(getattr(record.raw_stream, "limit", 0) > 0)
