"""What did the mail say? Newsletters and mailboxes: one document a message."""

from __future__ import annotations

import email
import email.policy
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr
from typing import cast

from dateline.intake.encoding import decode, is_binary
from dateline.intake.formats import MBOX_LINE, extension
from dateline.intake.moments import read_moment
from dateline.intake.source import Source
from dateline.model.document import Document, Given, Medium

PASSED_ON = re.compile(r"^\s*((fw|fwd|re|aw|wg|tr|rv|sv|vs|vb|antw|odp|rif|enc|i|res)\s*(\[\d+\])?\s*:\s*)+", re.I)
"""How subjects of answers and forwarded mails begin, in the languages of the common mail programs."""
ATTACHED = frozenset(
    {".pdf", ".docx", ".rtf", ".txt", ".html", ".htm", ".mhtml", ".eml", ".json", ".jsonl", ".csv", ".zip"}
)
"""Attachments that may be reports; pictures and signatures are passed over."""
TEXT_TYPES = ("text/html", "text/plain")


def read_mail(source: Source) -> Iterator[Document]:
    """One message: its HTML or text, then what is attached to it."""
    yield from _read_message(source, source.read_whole())


def read_mailbox(source: Source) -> Iterator[Document]:
    """A mailbox (mbox), message by message; parts are their numbers. The box is never held whole."""
    for number, message in enumerate(_messages(source), start=1):
        part = source.part_of(number)
        if not source.is_wanted(part):
            continue
        if message is None:
            source.problem("a message too large for one document", "save it by itself, without attachments", part)
            continue
        inner = source.inside_bytes(part, f"{number}.eml", message)
        yield from source.job.read(replace(inner, depth=source.depth))


def _messages(source: Source) -> Iterator[bytes | None]:
    """Each message's bytes without its "From " line; None for one beyond the limit."""
    limit = source.job.limits.document_bytes
    lines: list[bytes] = []
    size, begun, blank = 0, False, True
    while line := source.stream.readline(limit):
        if blank and line.startswith(b"From ") and MBOX_LINE.match(line):
            if begun:
                yield b"".join(lines) if size <= limit else None
            lines, size, begun = [], 0, True
        else:
            size += len(line)
            if size <= limit:
                lines.append(line[1:] if line.startswith(b">From ") else line)
            else:
                lines = []
        blank = line in (b"\n", b"\r\n")
    if begun:
        yield b"".join(lines) if size <= limit else None


def _read_message(source: Source, data: bytes) -> Iterator[Document]:
    message = parse_mail(data)
    attached = list(_attachments(message))
    given = _given(message, source.given)
    try:
        yield _body(source, message, data, given)
    except Exception:
        if not attached:
            raise
    for number, (name, content) in enumerate(attached, start=1):
        part = source.part_of(f"attachment {number} {name}")
        if source.is_wanted(part):
            yield from source.job.read(source.inside_bytes(part, name, content, given=Given()))


def parse_mail(data: bytes) -> EmailMessage:
    """The message with its parts."""
    return email.message_from_binary_file(io.BytesIO(data), policy=email.policy.default)


def _body(source: Source, message: EmailMessage, data: bytes, given: Given) -> Document:
    """The message's words: HTML where it has a part with any, else text."""
    for wanted in TEXT_TYPES:
        for part in message.walk():
            if part.get_content_type() != wanted or part.get_content_disposition() == "attachment":
                continue
            text = body_text(part)
            if text and text.strip():
                medium = Medium.HTML if wanted == "text/html" else Medium.TEXT
                return source.document(text, data, medium=medium, given=given)
    raise source.refuse("a mail without words", "check that it was saved whole, with its body")


def body_text(part: EmailMessage) -> str | None:
    """The decoded characters of one text part, with the line ends that it has; None when they are no text."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload or is_binary(payload):
        return None
    return decode(payload, part.get_content_charset())


def _attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner:
                yield "message.eml", cast(EmailMessage, inner[0]).as_bytes()
        elif name := _file_name(part):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload:
                yield name, payload


def _file_name(part: email.message.Message) -> str | None:
    """The name of an attachment that may be a report, without any folders in it."""
    if part.get_content_disposition() != "attachment":
        return None
    name = re.split(r"[/\\]", part.get_filename() or "")[-1].strip()
    return name if extension(name) in ATTACHED else None


def _given(message: EmailMessage, outer: Given) -> Given:
    """What the head of a mail says of it.

    A newsletter's Date is its publication and its From is its outlet. A mail that was passed on (Fwd:, Re:) was
    written by somebody else at another time: of it only the subject is taken.
    """
    subject = _header(message, "Subject") or ""
    title = PASSED_ON.sub("", subject).strip() or outer.title
    identity = (_header(message, "Message-ID") or "").strip("<> ") or outer.source_id
    url = (_header(message, "Archived-At") or "").strip("<> ") or outer.url
    given = replace(outer, title=title, source_id=identity, url=url)
    if PASSED_ON.match(subject) or message.get("In-Reply-To"):
        return given
    name, address = parseaddr(_header(message, "From") or "")
    outlet = name.strip() or address.rpartition("@")[2] or None
    date = _header(message, "Date")
    return replace(given, outlet=outlet, published=read_moment(date) if date else None)


def _header(message: EmailMessage, name: str) -> str | None:
    """One header's words on one line; None when it is missing or broken beyond reading."""
    try:
        value = message.get(name)
        return " ".join(str(value).split()) or None if value is not None else None
    except Exception:  # the standard library's header parser raises all kinds of errors on broken headers
        return None
