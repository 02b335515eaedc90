"""What kind of file is it? Told by its first bytes; its name decides only where they leave it open."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

from dateline.intake.columns import looks_like_header


class Format(StrEnum):
    """What Dateline can read; the values are the words that messages use."""

    TEXT = "plain text"
    HTML = "web page"
    MHTML = "saved web page"
    MAIL = "mail"
    MBOX = "mailbox"
    PDF = "PDF"
    RTF = "RTF text"
    JSON = "JSON"
    TABLE = "table (CSV)"
    FEED = "feed"
    WARC = "web archive (WARC)"
    ZIP = "zip archive"
    TAR = "tar archive"
    GZIP = "gzip file"
    BZIP2 = "bzip2 file"
    XZ = "xz file"


MAGIC = (
    (b"%PDF-", Format.PDF),
    (b"{\\rtf", Format.RTF),
    (b"PK\x03\x04", Format.ZIP),
    (b"PK\x05\x06", Format.ZIP),
    (b"\x1f\x8b", Format.GZIP),
    (b"BZh", Format.BZIP2),
    (b"\xfd7zXZ\x00", Format.XZ),
    (b"WARC/", Format.WARC),
    (b"filedesc://", Format.WARC),
)
PICTURE = ("a picture", "pictures hold no text; run text recognition (OCR) and name the text it makes")
FILM = ("sound or film", "write down what is said and name that text")
REFUSED = (
    (b"\xff\xd8\xff", *PICTURE),
    (b"\x89PNG", *PICTURE),
    (b"GIF8", *PICTURE),
    (b"II*\x00", *PICTURE),
    (b"MM\x00*", *PICTURE),
    (b"ID3", *FILM),
    (b"OggS", *FILM),
    (b"RIFF", *FILM),
    (b"\x1aE\xdf\xa3", *FILM),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file", "open it and save it as .docx, .csv or .eml"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and name the folder"),
    (b"Rar!", "a RAR archive", "unpack it and name the folder"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "unpack it (zstd -d) and name the result"),
    (
        b"SQLite format 3\x00",
        "a database (SQLite)",
        "a case is opened with `dateline show`; export articles as JSON Lines",
    ),
    (b"\x7fELF", "a program", "name reports only"),
    (b"MZ\x90\x00", "a program", "name reports only"),
    (b"PAR1", "a Parquet table", "export it as JSON Lines or CSV"),
)
EXTENSIONS = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSON,
    ".ndjson": Format.JSON,
    ".csv": Format.TABLE,
    ".tsv": Format.TABLE,
    ".tab": Format.TABLE,
    ".eml": Format.MAIL,
    ".mhtml": Format.MHTML,
    ".mht": Format.MHTML,
}
SPACE = "\ufeff \t\r\n"
HEADER_LINE = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]?")
MAIL_MARKS = re.compile(r"^(MIME-Version|Message-ID|Received|Return-Path|Delivered-To):", re.I | re.M)
SAVED_MARKS = re.compile(r"^(Snapshot-Content-Location:|From: <?Saved by )", re.I | re.M)
MBOX_LINE = re.compile(rb"From .*\d{1,2}:\d{2}|From \S+@\S+|From - |From MAILER-DAEMON")
FEED_ROOT = re.compile(r"<(rss|feed|rdf:RDF|channel)\b", re.I)
XML_ROOT = re.compile(r"<(?![?!])([A-Za-z][\w:.-]*)")
PAGE = re.compile(
    r"<(!doctype\s+html|html|head|body|title|meta|article|main|div|p|table|h1|section|a|span|script)\b", re.I
)
PAGE_ANYWHERE = re.compile(r"<(!doctype\s+html|html[\s>])", re.I)
JSON_START = re.compile(r'\[\s*(\{|\]|$)|\{\s*("|\}|$)')


def tell_format(head: bytes, name: str) -> Format | tuple[str, str]:
    """The format of a stream that begins with these bytes, or why it cannot be read: (what it is, remedy)."""
    for magic, what, remedy in REFUSED:
        if head.startswith(magic):
            return what, remedy
    if head[4:8] == b"ftyp":
        return FILM if not head[8:12].startswith((b"hei", b"avif", b"mif1")) else PICTURE
    for magic, known in MAGIC:
        if head.startswith(magic):
            return known
    if head[257:262] == b"ustar":
        return Format.TAR
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<"):
        return Format.PDF  # some servers put a line before it
    return _tell_text(_as_text(head), head, extension(name))


def extension(name: str) -> str:
    """The extension of a name or address in lower case: ".html"."""
    return PurePosixPath(re.split(r"[?#]", name, maxsplit=1)[0] if "://" in name else name).suffix.lower()


def _as_text(head: bytes) -> str:
    """The head as characters, good enough to look for marks in."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    if head[:64:2].count(0) > 16 or head[1:64:2].count(0) > 16:
        return head.replace(b"\0", b"").decode("latin-1")
    return head.decode("utf-8", "ignore")


def _tell_text(text: str, head: bytes, suffix: str) -> Format | tuple[str, str]:
    start = text.lstrip(SPACE)
    if MBOX_LINE.match(head) and _headers(text.partition("\n")[2]):
        return Format.MBOX
    if headers := _headers(start):
        if SAVED_MARKS.search(headers) or suffix in (".mht", ".mhtml"):
            return Format.MHTML
        if MAIL_MARKS.search(headers) or suffix == ".eml":
            return Format.MAIL
    if start.startswith("<") or suffix in (".html", ".htm", ".xhtml"):
        return _tell_markup(start, suffix)
    if JSON_START.match(start) or EXTENSIONS.get(suffix) is Format.JSON:
        return Format.JSON
    if EXTENSIONS.get(suffix) is Format.TABLE or looks_like_header(start.partition("\n")[0]):
        return Format.TABLE
    return Format.HTML if PAGE_ANYWHERE.search(start[:2048]) else Format.TEXT


def _tell_markup(start: str, suffix: str) -> Format | tuple[str, str]:
    if FEED_ROOT.search(start[:4096]) and not PAGE_ANYWHERE.search(start[:4096]):
        return Format.FEED
    if PAGE.search(start[:8192]) or suffix in (".html", ".htm", ".xhtml"):
        return Format.HTML
    if start.startswith("<?xml") and (root := XML_ROOT.search(start)):
        return f"XML of a kind that is not known (<{root[1]}>)", "save the articles as web pages, text or JSON Lines"
    return Format.TEXT


def _headers(text: str) -> str:
    """The block of header lines that the text begins with; empty when it begins with fewer than two."""
    lines: list[str] = []
    for line in text.splitlines()[:200]:
        if not line.strip() or not (HEADER_LINE.match(line) or (lines and line[0] in " \t")):
            break
        lines.append(line)
    return "\n".join(lines) if len(lines) >= 2 else ""
