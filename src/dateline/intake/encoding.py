"""In which letters is it written? Bytes become characters, exactly, or are said to be no text."""

from __future__ import annotations

import codecs
import logging

import charset_normalizer

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
COMMON = str.split(
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8_r koi8_u cp866 mac_cyrillic iso8859_2 "
    "iso8859_5 iso8859_7 iso8859_9 iso8859_15 cp874 cp932 shift_jis euc_jp gb18030 big5 cp949 euc_kr mac_roman"
)
"""Encodings that texts of news are found in. Left out: EBCDIC and the like, which fit any bytes and are never meant."""
LATIN = frozenset({"ascii", "iso8859-1", "cp1252", "latin-1"})
STATEFUL = frozenset({"iso2022_jp", "iso2022_jp_2", "iso2022_kr", "hz"})
"""Written in 7 bits with escapes: valid UTF-8, and unreadable as such."""
SAMPLE_BYTES = 256 * 1024
FEW = 0.01
"""So many undecodable bytes (of all) are damage; more are another encoding or no text."""

logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())


def decode(data: bytes, declared: str | None = None) -> str | None:
    """The characters of these bytes, None when they are no text.

    A byte order mark counts first and is dropped; then UTF-8, which other text does not look like by chance; then
    what the container declares; then a guess. Line ends, controls and all else stay as they are. Where less than
    1% of the bytes fit no character (a damaged file), each becomes U+FFFD.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            return _strict(data, name) or _nearly(data, name)
    if wide := _wide(data):
        return _strict(data, wide) or _nearly(data, wide)
    if is_binary(data):
        return None
    named = web_name(declared)
    if named in STATEFUL and (text := _strict(data, named or "")) is not None:
        return text
    if (text := _strict(data, "utf-8")) is not None:
        return text
    return _other_than_utf8(data, named)


def _other_than_utf8(data: bytes, named: str | None) -> str | None:
    if (text := _nearly_utf8(data)) is not None:
        return text
    if named and named != "utf-8" and (text := _strict(data, named)) is not None:
        return text
    if named and named != "utf-8" and (text := _nearly(data, named)) is not None:
        return text
    guessed = guess(data)
    return (_strict(data, guessed) or _nearly(data, guessed)) if guessed else _nearly(data, "cp1252")


def web_name(declared: str | None) -> str | None:
    """Python's name for a declared encoding as browsers take it (Latin-1 means Windows-1252); None if unknown."""
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'").lower()).name
        "".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    return "cp1252" if name in LATIN else name


def guess(data: bytes) -> str | None:
    """The likeliest of the common encodings, None when none fits."""
    best = charset_normalizer.from_bytes(
        data[:SAMPLE_BYTES], cp_isolation=list(COMMON), preemptive_behaviour=False
    ).best()
    return best.encoding if best else None


def is_binary(data: bytes) -> bool:
    """Whether more than one in 200 characters is a control character that texts do not hold."""
    sample = data[:SAMPLE_BYTES]
    escapes = 0 if b"\x1b$" in sample or b"\x1b(" in sample else sample.count(0x1B)  # ISO-2022 shifts by escapes
    controls = escapes + sum(sample.count(c) for c in range(32) if c not in (9, 10, 11, 12, 13, 27))
    return (controls > 2 and controls * 200 > len(sample)) or (0 < len(sample) < 600 and sample.count(0) > 2)


def is_wide(head: bytes) -> bool:
    """Whether each letter takes two or four bytes (UTF-16, UTF-32), so that lines cannot be cut as bytes."""
    return any(head.startswith(bom) for bom, _ in BOMS[1:]) or _wide(head) is not None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: Latin letters, spaces and line ends leave a NUL in every second byte, on one side."""
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half < 4 or max(even, odd) < half * 0.15 or min(even, odd) > half * 0.02:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _strict(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _nearly(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name, "replace")
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if text.count("\ufffd") <= max(1, len(text) * FEW) else None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with some damage: ten good characters beyond ASCII for each bad one."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - bad
    return text if good >= 10 * bad else None
