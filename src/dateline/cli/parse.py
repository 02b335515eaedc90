"""`dateline parse`: one text, or many, without a case."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli.read import fields_of
from dateline.cli.screen import print_json
from dateline.errors import UnreadableDocument, WrongUsage
from dateline.intake import read_documents
from dateline.reading.read import Reader, as_date

TEXTS_AT_ONCE = 64


def add_to(app: typer.Typer) -> None:
    app.command("parse")(parse)


def parse(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text to read; - for standard input.")],
    out: Annotated[Path | None, typer.Argument(metavar="[OUT]", help="With --jsonl: where to write.")] = None,
    published: Annotated[
        str | None, typer.Option(help="When it was published (2016-03-15); else dates stay open.")
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="FILE holds a record with id, text, published per line.")
    ] = False,
    field: Annotated[
        list[str] | None, typer.Option("--map", metavar="FIELD=PATH", help="Where a field lies: published=meta.dct")
    ] = None,
) -> None:
    """Print all that one text says, as JSON: mentions, claims, events, times and places with their characters.

    The whole text is read as it is; use `dateline read` for pages and files with several articles.

    Examples:

        dateline parse report.txt --published 2016-03-15

        dateline parse --jsonl texts.jsonl readings.jsonl --map published=meta.dct
    """
    if jsonl:
        if out is None:
            raise WrongUsage("--jsonl needs a file to write to: dateline parse --jsonl IN.jsonl OUT.jsonl")
        _parse_many(Path(file), out, fields_of(field))
        return
    print_json(Reader().read(_text_of(file), _checked(published)).to_dict())


def _text_of(file: str) -> str:
    problems: list[str] = []
    documents = read_documents([file], problems=lambda p: problems.append(f"{p.reason} ({p.remedy})"))
    texts = [document.text for document in documents]
    if not texts:
        raise UnreadableDocument(file, "; ".join(problems) or "no text found")
    return "\n\n".join(texts)


def _checked(published: str | None) -> str | None:
    """The date as given. Errors: WrongUsage if it is none."""
    try:
        as_date(published)
    except ValueError:
        raise WrongUsage(f"{published}: not a date; write it as 2016-03-15") from None
    return published


@dataclass(frozen=True, slots=True)
class _Text:
    """A record of the input."""

    id: object
    text: str
    published: str | None


def _parse_many(source: Path, out: Path, fields: Mapping[str, str]) -> None:
    if not source.exists():
        raise WrongUsage(f"{source}: no such file")
    reader = Reader()
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8", newline="\n") as written:
        texts = _texts(lines, source, fields)
        while batch := list(islice(texts, TEXTS_AT_ONCE)):
            readings = reader.read_many([(record.text, record.published) for record in batch])
            for record, reading in zip(batch, readings, strict=True):
                written.write(json.dumps({"id": record.id, **reading.to_dict()}, ensure_ascii=False) + "\n")


def _texts(lines: Iterable[str], source: Path, fields: Mapping[str, str]) -> Iterator[_Text]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            text = _field(record, fields.get("text", "text"))
            published = _field(record, fields.get("published", "published"))
            yield _Text(record["id"], text if isinstance(text, str) else "", _day(published))
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableDocument(f"{source}, line {number}", f"no record with id and text: {error}") from error


def _field(record: Any, path: str) -> Any:
    """The value at a dotted path ("meta.dct"), None where there is none."""
    for step in path.split("."):
        record = record.get(step) if isinstance(record, Mapping) else None
    return record


def _day(published: object) -> str | None:
    """A date of publication that can be read as one; anything else stays unknown."""
    if not isinstance(published, str) or not published:
        return None
    try:
        as_date(published)
    except ValueError:
        return None
    return published
