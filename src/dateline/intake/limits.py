"""How big may a thing be before it is refused rather than read?"""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what one run takes in; every one that is passed ends in a problem with a remedy.

    document_bytes: one text, page, PDF, mail or record. Big exports (JSON Lines, CSV, WARC, mbox) are streamed and
        have no such limit. 64 MiB is about ten million words; no report is that long.
    archive_bytes: a zip inside another archive or on standard input, which must be held in memory.
    unpacked_bytes, unpacked_ratio: what one file may unpack to in all: so many bytes, and beyond them so many times
        its own size. News text packs about 1 : 5, machine-written JSON up to 1 : 40; bombs begin at 1 : 1000.
    depth: archives inside archives.
    address_bytes, address_seconds: for the one page that is fetched when the user names its address.
    """

    document_bytes: int = 64 * MEBIBYTE
    archive_bytes: int = 256 * MEBIBYTE
    unpacked_bytes: int = 256 * MEBIBYTE
    unpacked_ratio: int = 200
    depth: int = 6
    address_bytes: int = 32 * MEBIBYTE
    address_seconds: float = 30.0


def in_words(size_bytes: int) -> str:
    """A size as people say it: "200 MB", "12 KB"."""
    for unit, factor in (("GB", 1024**3), ("MB", 1024**2), ("KB", 1024)):
        if size_bytes >= factor:
            return f"{size_bytes / factor:.3g} {unit}"
    return f"{size_bytes} bytes"
