"""What does a plain row say of an actor? The parts that all forms of lists share."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from dateline.errors import WrongUsage
from dateline.language.names import fold
from dateline.model.listed import ListedActor, ListedName

Record = Mapping[str, Any]

KINDS = ("person", "group", "government", "country", "organisation", "outlet")
_OTHER_KINDS = {
    "organization": "organisation", "company": "organisation", "institution": "organisation", "human": "person",
    "individual": "person", "militia": "group", "rebel": "group", "rebels": "group", "armed group": "group",
    "party": "organisation", "state": "country", "ministry": "government", "media": "outlet", "newspaper": "outlet",
}  # fmt: skip
_COLUMNS = {
    "name": ("name", "actor", "actorname", "label", "title"),
    "aliases": ("aliases", "alias", "alsoknownas", "aka", "othernames", "altnames", "altlabel"),
    "kind": ("kind", "type", "category", "class"),
    "country": ("country", "countrycode", "iso", "iso2"),
    "begin": ("validfrom", "from", "begin", "start", "startdate", "since"),
    "end": ("validto", "to", "end", "enddate", "until"),
}
_MOST_WORDS = 300  # characters of a row that are kept as its words


def plain_key(column: str) -> str:
    return re.sub(r"[\W_]+", "", column or "").lower()


def field_of(record: Record, field: str) -> Any:
    """The value of one of our fields, whatever the list calls it."""
    by_key = {plain_key(str(key)): value for key, value in record.items()}
    return next((by_key[name] for name in _COLUMNS[field] if by_key.get(name)), None)


def words_of(record: Record) -> str:
    """The row as it stands in the list, shortened."""
    written = {key: value for key, value in record.items() if value}
    return json.dumps(written, ensure_ascii=False, default=str)[:_MOST_WORDS]


def actor_of_row(source: str, record: Record) -> ListedActor | None:
    """A row with a name; aliases are a list, or parted by ";" or "|", or maps with a name and dates of their own."""
    name = field_of(record, "name")
    if not isinstance(name, str) or not fold(name):
        return None
    begin = day_of(field_of(record, "begin"), source)
    end = day_of(field_of(record, "end"), source, last=True)
    names = [ListedName(name.strip(), begin, end), *_aliases(field_of(record, "aliases"), source)]
    return ListedActor(
        source,
        distinct(names),
        kind_of(field_of(record, "kind")),
        code_of(field_of(record, "country")),
        words_of(record),
    )


def _aliases(value: Any, source: str) -> Iterable[ListedName]:
    parts = re.split(r"[;|]", value) if isinstance(value, str) else value if isinstance(value, list) else []
    for part in parts:
        if isinstance(part, Mapping):
            begin = day_of(field_of(part, "begin"), source)
            end = day_of(field_of(part, "end"), source, last=True)
            yield ListedName(str(field_of(part, "name") or "").strip(), begin, end)
        else:
            yield ListedName(str(part).strip())


def distinct(names: Iterable[ListedName]) -> tuple[ListedName, ...]:
    """Every name once, without those that hold no letter."""
    by_name: dict[str, ListedName] = {}
    for name in names:
        if fold(name.name):
            by_name.setdefault(name.name, name)
    return tuple(by_name.values())


def kind_of(value: Any) -> str | None:
    said = str(value or "").strip().lower()
    return said if said in KINDS else _OTHER_KINDS.get(said)


def code_of(value: Any) -> str | None:
    """ISO 3166 alpha-2, None for what is no such code."""
    said = str(value[0] if isinstance(value, list) and value else value or "").strip().upper()
    return said if re.fullmatch(r"[A-Z]{2}", said) else None


def day_of(value: Any, source: str, *, last: bool = False) -> date | None:
    """A day, or the first (last: the last) one of a year or month. Errors: WrongUsage for what is none."""
    if value is None or not str(value).strip():
        return None
    found = re.match(r"\+?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", str(value).strip())
    if not found:
        raise WrongUsage(f"{source}: {value} is no date: write 2016, 2016-07 or 2016-07-28")
    year, month, day = (int(part) if part and int(part) else None for part in found.groups())
    if year is None:
        return None
    if month is None:
        return date(year, 12, 31) if last else date(year, 1, 1)
    if day is None:
        day = _days_in(year, month) if last else 1
    try:
        return date(year, month, day)
    except ValueError as error:
        raise WrongUsage(f"{source}: {value} is no date ({error})") from error


def _days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days
