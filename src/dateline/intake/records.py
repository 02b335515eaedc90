"""Which articles are in this export? JSON, JSON Lines, CSV and TSV: one document a record."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dateline.errors import UnreadableDocument
from dateline.intake.columns import Record, Value
from dateline.intake.encoding import BOMS, decode, guess, is_binary, is_wide
from dateline.intake.json_values import find_elements
from dateline.intake.limits import in_words
from dateline.intake.source import Source, tapped
from dateline.model.document import Document, Medium

WRAPPERS: Final = (
    "articles",
    "items",
    "records",
    "results",
    "documents",
    "docs",
    "data",
    "hits",
    "entries",
    "posts",
    "rows",
    "stories",
    "response",
    "feed",
    "channel",
    "item",
    "value",
)
"""Under which names an export wraps its list of articles (NewsAPI: articles; JSON Feed: items; Solr: response.docs)."""
NO_TEXT = 'say which field holds the text, for example --map text=body ("text", "body" and "content" are known)'
MEND_LINE = "mend or remove it and read the file again; the other records were read"


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it stands in its file, with the bytes that it stands in."""

    part: str
    values: Value
    raw: bytes


def read_json(source: Source) -> Iterator[Document]:
    """JSON Lines, a list of records, one record, or records wrapped in one; parts are lines or places in the list."""
    head = source.stream.peek()
    if head.startswith(BOMS[0][0]):
        head = head[len(source.stream.read(len(BOMS[0][0]))) :]
    if is_wide(head):
        as_utf8 = _decoded(source, source.read_whole()).encode("utf-8", "replace")
        source = replace(source, stream=tapped(io.BytesIO(as_utf8)))
        head = source.stream.peek()
    if head.lstrip().startswith(b"["):
        yield from _read_rows(source, _listed(source))
    else:
        yield from _read_lines(source)


def _read_lines(source: Source) -> Iterator[Document]:
    """JSON Lines, unless the first line is no whole value and the second does not begin one: then one long value."""
    first = source.stream.readline(source.job.limits.document_bytes + 1)
    rest = source.stream.peek()[:256].strip()
    if rest and (_is_line(first) or rest.startswith((b'{"', b"{ ")) or not first.strip()):
        yield from _read_rows(source, _lines(source, first))
    elif rest or not _is_line(first):
        yield from _read_loaded(source, _decoded(source, _with_rest(source, first)))
    else:
        yield from _read_loaded(source, _decoded(source, first), number="1")


def _with_rest(source: Source, first: bytes) -> bytes:
    limit = source.job.limits.document_bytes
    data = first + source.stream.read(limit + 1)
    if len(data) > limit:
        raise source.refuse(
            f"one JSON value larger than {in_words(limit)}", "export the articles as JSON Lines, one a line"
        )
    return data


def _is_line(line: bytes) -> bool:
    try:
        load(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return False
    return True


def _lines(source: Source, first: bytes) -> Iterator[Row | None]:
    """Each line's record; None where a line is bad, once its problem is noted."""
    limit = source.job.limits.document_bytes
    line, number = first, 1
    while line:
        part = source.part_of(number)
        if len(line) > limit:
            source.problem(f"line {number} is longer than {in_words(limit)}", MEND_LINE, part)
            while line and not line.endswith(b"\n"):
                line = source.stream.readline(limit)
        elif line.strip() and source.is_wanted(part):
            yield _row(source, part, f"line {number}", line.strip(b"\r\n"))
        line, number = source.stream.readline(limit + 1), number + 1


def _listed(source: Source) -> Iterator[Row | None]:
    limit = source.job.limits.document_bytes
    for number, raw in enumerate(find_elements(source.stream, limit), start=1):
        part = source.part_of(number)
        if raw is None:
            source.problem(f"record {number} is longer than {in_words(limit)}", MEND_LINE, part)
        elif source.is_wanted(part):
            yield _row(source, part, f"record {number}", raw)


def _row(source: Source, part: str, where: str, raw: bytes) -> Row | None:
    text = decode(raw)
    try:
        return Row(part, load(text if text is not None else raw.decode("utf-8")), raw)
    except RecursionError:
        source.problem(f"{where} is nested too deeply to be a record", MEND_LINE, part)
    except ValueError as fault:
        source.problem(f"{where} is not valid JSON ({_short(fault)})", MEND_LINE, part)
    return None


def load(text: str) -> Value:
    """The value of JSON. Numbers stay as they are written (ids keep all digits); of equal keys the last one counts."""
    value: Value = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    return value


def _short(fault: Exception) -> str:
    return str(fault).split("\n")[0][:120]


def _decoded(source: Source, data: bytes) -> str:
    if (text := decode(data)) is None:
        raise source.refuse("not JSON but binary data", "export the articles again, as JSON Lines in UTF-8")
    return text


def _read_loaded(source: Source, text: str, number: str | None = None) -> Iterator[Document]:
    """A file that is one value: a record, or a wrapper with the list of records somewhere in it."""
    try:
        value = load(text)
    except (ValueError, RecursionError) as fault:
        why = "nested too deeply" if isinstance(fault, RecursionError) else _short(fault)
        raise source.refuse(
            f"not valid JSON ({why})", "export it again; JSON Lines, one article a line, is safest"
        ) from None
    path, listed = _find_list(value)
    if listed is None:
        part = source.part_of(number) if number else source.part
        yield from _read_rows(source, iter([Row(part or "", value, text.strip().encode("utf-8", "surrogatepass"))]))
        return
    rows = ((source.part_of(".".join((*path, str(n)))), item) for n, item in enumerate(listed, start=1))
    yield from _read_rows(source, (Row(part, item, _canonical(item)) for part, item in rows if source.is_wanted(part)))


def _canonical(value: Value) -> bytes:
    """The bytes that stand for a record inside a wrapper, whose own bytes the JSON reader does not tell."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True).encode("ascii")


def _find_list(value: Value, depth: int = 0) -> tuple[tuple[str, ...], list[Value] | None]:
    """Where the list of records lies in a wrapper; None when the value is a record itself."""
    if isinstance(value, list):
        return (), value
    if not isinstance(value, Mapping) or depth > 3:
        return (), None
    for name in WRAPPERS:
        inner = value.get(name)
        if isinstance(inner, list) and inner and all(isinstance(item, Mapping) for item in inner[:10]):
            return (name,), inner
        if isinstance(inner, Mapping):
            path, found = _find_list(inner, depth + 1)
            if found is not None:
                return (name, *path), found
    return (), None


def read_table(source: Source) -> Iterator[Document]:
    """A CSV or TSV with a header; parts are the rows' numbers, the header being row 1 as in a spreadsheet."""
    kept: list[bytes] = []
    lines = _table_lines(source, kept)
    head = next(lines, "")
    csv.field_size_limit(source.job.limits.document_bytes)
    mark = max("\t,;|", key=head.count)
    yield from _read_rows(source, _table_rows(source, head, lines, mark, kept))


def _table_lines(source: Source, kept: list[bytes]) -> Iterator[str]:
    """The table's lines as characters, each line's bytes being kept until its row is whole."""
    head = source.stream.peek()
    if is_wide(head):
        text = _decoded(source, source.read_whole())
        lines: Iterator[bytes] = iter([line.encode() for line in text.splitlines(keepends=True)])
    elif is_binary(head):
        raise source.refuse("not a table but binary data", "export it again as CSV in UTF-8")
    else:
        source.stream.read(3 if head.startswith(BOMS[0][0]) else 0)
        limit = source.job.limits.document_bytes
        lines = iter(lambda: source.stream.readline(limit), b"")
    encoding = "utf-8" if _is_utf8(head) else guess(head) or "cp1252"
    for line in lines:
        kept.append(line)
        yield _line_text(line, encoding)


def _is_utf8(head: bytes) -> bool:
    try:
        head[:-4].decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.start >= len(head) - 8
    return True


def _line_text(line: bytes, encoding: str) -> str:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return decode(line) or line.decode("utf-8", "replace")


def _table_rows(source: Source, head: str, lines: Iterator[str], mark: str, kept: list[bytes]) -> Iterator[Row | None]:
    rows = csv.reader(_with_head(head, lines), delimiter=mark)
    names: list[str] | None = None
    number = 0
    while True:
        number += 1
        part = source.part_of(number)
        try:
            cells = next(rows, None)
        except csv.Error as fault:
            source.problem(f"row {number} cannot be read ({_short(fault)})", "check the quotation marks in it", part)
            kept.clear()
            continue
        if cells is None:
            return
        raw = b"".join(kept)
        kept.clear()
        if names is None:
            names = _header(source, cells)
        elif any(cells) and source.is_wanted(part):
            yield Row(part, dict(zip(names, cells, strict=False)), raw)


def _with_head(head: str, lines: Iterator[str]) -> Iterator[str]:
    yield head
    yield from lines


def _header(source: Source, cells: list[str]) -> list[str]:
    names = [cell.strip() for cell in cells]
    if Record(dict.fromkeys(names, "x"), source.job.fields).text()[0] is None:
        shown = ", ".join(name for name in names[:8] if name)[:200]
        raise source.refuse(f"a table without a column of text (columns: {shown})", NO_TEXT)
    return names


def _read_rows(source: Source, rows: Iterator[Row | None]) -> Iterator[Document]:
    for row in rows:
        if row is None:
            continue
        try:
            yield _document(source, row)
        except UnreadableDocument as fault:
            source.problem(fault.reason, fault.remedy, row.part or None)


def _document(source: Source, row: Row) -> Document:
    if not isinstance(row.values, Mapping):
        raise source.refuse(f"{_named(row)} is no record with named fields", MEND_LINE)
    record = Record(row.values, source.job.fields)
    text, is_markup = record.text()
    if not text:
        raise source.refuse(f"{_named(row)} has no text", NO_TEXT)
    given, odd = record.given()
    if odd and "date" not in source.job.said:
        source.job.said.add("date")
        source.problem(
            f"the date {odd[:60]!r} could be read in several ways or not at all",
            "write dates as 2016-03-15 (said once a file; such dates are left open)",
            row.part or None,
        )
    medium = Medium.HTML if is_markup else Medium.RECORD
    return source.document(text, row.raw, medium=medium, given=given, part=row.part or None)


def _named(row: Row) -> str:
    return f"record {row.part}" if row.part else "the record"
