"""Which form does a list of actors have? Its records, and what each says of an actor."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import WrongUsage
from dateline.intake.actor_lists.codebooks import acled_actors, is_acled, is_ucdp, ucdp_actors
from dateline.intake.actor_lists.rows import Record, actor_of_row
from dateline.intake.actor_lists.webs import (
    actor_of_ftm,
    actor_of_sparql,
    actor_of_wikidata,
    is_ftm,
    is_sparql,
    is_wikidata,
)
from dateline.model.listed import ListedActor

_TABLES = (".csv", ".tsv", ".txt")


def read_own_actors(path: Path) -> tuple[ListedActor, ...]:
    """The actors of a list, in its order: CSV or TSV, YAML, JSON or JSON lines.

    Told by their fields: FollowTheMoney entities, Wikidata items (JSON, or CSV of its query service), UCDP's actor and
    event tables, ACLED's events; else rows with name and, if wanted, aliases (parted by ";"), kind, country, valid_from
    and valid_to. Errors: WrongUsage says what is wrong with the list.
    """
    records = list(_records(path))
    if not records:
        raise WrongUsage(f"{path}: an empty list of actors")
    actors = tuple(_actors(path.name, [record for record in records if isinstance(record, Mapping)]))
    if not actors:
        known = ", ".join(map(str, records[0])) if isinstance(records[0], Mapping) else str(records[0])[:60]
        raise WrongUsage(f"{path}: no actor found: give each row a name (the first has: {known})")
    return actors


def _actors(file: str, records: list[Record]) -> Iterator[ListedActor]:
    if records and is_acled(records[0]):
        yield from acled_actors(file, records)
    elif records and is_ucdp(records[0]):
        yield from ucdp_actors(file, records)
    else:
        for number, record in enumerate(records, start=1):
            actor = _actor(f"{file}, row {number}", record)
            if actor is not None and actor.names:
                yield actor


def _actor(source: str, record: Record) -> ListedActor | None:
    if is_ftm(record):
        return actor_of_ftm(source, record)
    if is_wikidata(record):
        return actor_of_wikidata(source, record)
    if is_sparql(record):
        return actor_of_sparql(source, record)
    return actor_of_row(source, record)


def _records(path: Path) -> Iterator[Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WrongUsage(f"{path}: cannot be read ({error.strerror}): is the path right?") from error
    except UnicodeDecodeError as error:
        raise WrongUsage(f"{path}: not UTF-8 text: save the list as UTF-8") from error
    try:
        if path.suffix.lower() in _TABLES:
            yield from _table(text)
        elif path.suffix.lower() in (".yaml", ".yml"):
            yield from _listed(yaml.safe_load(text))
        else:
            yield from _json(text)
    except (ValueError, yaml.YAMLError, csv.Error) as error:
        raise WrongUsage(f"{path}: {str(error).splitlines()[0]}") from error


def _table(text: str) -> Iterator[Record]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    head = lines[0] if lines else ""
    delimiter = max("\t,;", key=head.count)
    yield from csv.DictReader(io.StringIO("\n".join(lines)), delimiter=delimiter)


def _json(text: str) -> Iterator[Any]:
    """One value, or a value in each line; Wikidata's dumps are an array with an item in each line."""
    try:
        yield from _listed(json.loads(text))
    except ValueError:
        lines = (line.strip().rstrip(",") for line in text.split("\n"))
        yield from (json.loads(line) for line in lines if line not in ("", "[", "]"))


def _listed(value: Any) -> Iterable[Any]:
    """A list of records, whatever it is wrapped in: {"entities": {"Q1": …}}, {"actors": [ … ]}, a single one."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and len(value) == 1 and isinstance(inner := next(iter(value.values())), list | dict):
        return inner if isinstance(inner, list) else inner.values()
    if isinstance(value, dict) and isinstance(value.get("entities"), dict):
        return list(value["entities"].values())
    return [] if value is None else [value]
