"""What do a plain text, a web page and a page saved with its pictures say? Their characters, unaltered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

from dateline.intake.encoding import decode, is_binary
from dateline.intake.mail import body_text, parse_mail
from dateline.intake.source import Source
from dateline.model.document import Document, Medium

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.I)
META_BYTES = 4096
"""Browsers look for the encoding in the first 1024 bytes; saved pages often carry comments before it."""


def read_text(source: Source) -> Iterator[Document]:
    """A plain text: one document."""
    data = source.read_whole()
    yield source.document(decode_or_refuse(source, data, source.charset), data)


def read_page(source: Source) -> Iterator[Document]:
    """A web page: one document whose text is the markup."""
    data = source.read_whole()
    yield source.document(decode_page(source, data), data, medium=Medium.HTML)


def decode_page(source: Source, data: bytes) -> str:
    """The markup's characters: by its mark, what the server said, what the page says of itself, or a guess."""
    declared = META_CHARSET.search(data[:META_BYTES]) or XML_ENCODING.search(data[:META_BYTES])
    return decode_or_refuse(source, data, source.charset or (declared[1].decode("ascii") if declared else None))


def decode_or_refuse(source: Source, data: bytes, declared: str | None) -> str:
    """The characters. Raises UnreadableDocument for what is no text."""
    text = decode(data, declared)
    if text is not None:
        return text
    if is_binary(data):
        raise source.refuse("not text but binary data", "name reports only, or save this one as text, HTML or PDF")
    raise source.refuse("its letters are in an encoding that cannot be told", "open it and save it again as UTF-8")


def read_saved_page(source: Source) -> Iterator[Document]:
    """A page saved with its pictures (.mhtml): its first HTML part. Its date is that of saving, so it is not taken."""
    data = source.read_whole()
    message = parse_mail(data)
    address = str(message.get("Snapshot-Content-Location") or "").strip() or None
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() in ("text/html", "application/xhtml+xml"):
            text = body_text(part)
            if text and text.strip():
                url = address or _web(str(part.get("Content-Location") or ""))
                given = replace(source.given, url=url or source.given.url)
                yield source.document(text, data, medium=Medium.HTML, given=given)
                return
    raise source.refuse("a saved page without the page itself", "save it again, as a web page or as text")


def _web(address: str) -> str | None:
    return address.strip() if address.strip().startswith(("http://", "https://")) else None
