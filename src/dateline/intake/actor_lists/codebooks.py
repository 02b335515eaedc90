"""Who are the actors of UCDP's and ACLED's files?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.intake.actor_lists.rows import Record, day_of, distinct, plain_key, words_of
from dateline.model.listed import ListedActor, ListedName

_UCDP_NAMES = ("namedata", "namefull", "namefulleng", "nameorig", "nameorigfull", "nameoriginal", "name")
_UCDP_SIDES = ("sidea", "sideb")
_ACLED_ACTORS = ("actor1", "actor2", "assocactor1", "assocactor2")
# "Military Forces of Velm (2014-2019) Air Force", "(2020-)": the years of a government.
_YEARS = re.compile(r"\s*\((\d{4})-(\d{4})?\)")
# "NM: Nawras Movement": ACLED's short and full name.
_SHORT_AND_FULL = re.compile(r"([A-Z][\w+-]{1,9}): (.+)")
_NOBODY = re.compile(r"(?:unidentified|civilians|protesters|rioters|unknown)\b", re.IGNORECASE)
_STATE = re.compile(r"(?:military forces|police forces|government) of\b", re.IGNORECASE)


def is_ucdp(record: Record) -> bool:
    """UCDP's actor table, or its events."""
    keys = {plain_key(str(key)) for key in record}
    return "namedata" in keys or {"sidea", "sideb", "dyadname"} <= keys


def is_acled(record: Record) -> bool:
    keys = {plain_key(str(key)) for key in record}
    return "actor1" in keys and bool(keys & {"eventidcnty", "inter1", "eventtype"})


def ucdp_actors(file: str, records: Sequence[Record]) -> Iterator[ListedActor]:
    """Each actor of the actor table with all its names, or each side of the events once."""
    seen: set[str] = set()
    for number, record in enumerate(records, start=1):
        by_key = {plain_key(str(key)): value for key, value in record.items()}
        source = f"{file}, row {number}"
        if "namedata" in by_key:
            names = [ListedName(str(by_key[key]).strip()) for key in _UCDP_NAMES if by_key.get(key)]
            yield ListedActor(source, distinct(names), _kind(names[0].name if names else ""), None, words_of(record))
            continue
        for side in _UCDP_SIDES:
            name = str(by_key.get(side) or "").strip()
            if name and name not in seen and not _NOBODY.match(name):
                seen.add(name)
                yield ListedActor(source, (ListedName(name),), _kind(name), None, f"{side}: {name}")


def acled_actors(file: str, records: Sequence[Record]) -> Iterator[ListedActor]:
    """Each actor of the events once; years behind a name say when it is valid."""
    seen: set[str] = set()
    for number, record in enumerate(records, start=1):
        by_key = {plain_key(str(key)): value for key, value in record.items()}
        for written in (part for key in _ACLED_ACTORS for part in str(by_key.get(key) or "").split(";")):
            name = written.strip()
            if name and name not in seen and not _NOBODY.match(name):
                seen.add(name)
                yield _acled(f"{file}, row {number}", name)


def _acled(source: str, written: str) -> ListedActor:
    years: Any = _YEARS.search(written)
    begin = day_of(years[1], source) if years else None
    end = day_of(years[2], source, last=True) if years and years[2] else None
    name = _YEARS.sub("", written).strip()
    short = _SHORT_AND_FULL.fullmatch(name)
    parts = (short[2], short[1]) if short else (name,)
    return ListedActor(source, distinct(ListedName(p, begin, end) for p in parts), _kind(name), None, written)


def _kind(name: str) -> str | None:
    return "government" if _STATE.match(name) else None
