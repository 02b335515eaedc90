"""What do FollowTheMoney and Wikidata say of an actor?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.intake.actor_lists.rows import Record, code_of, day_of, distinct, kind_of, words_of
from dateline.model.listed import ListedActor, ListedName

_FTM_KINDS = {
    "Person": "person", "PublicBody": "government", "Company": "organisation", "Organization": "organisation",
    "LegalEntity": None, "Asset": None,
}  # fmt: skip
_FTM_NAMES = ("name", "alias", "previousName", "weakAlias", "abbreviation")
_LANGUAGES = ("en", "mul", "en-gb", "en-us")
_HUMAN = "Q5"
# Properties of an item: instance of; inception, birth; dissolved, death; official name, name, short name.
_INSTANCE, _BEGUN, _ENDED, _NAMES = "P31", ("P571",), ("P576",), ("P1448", "P2561", "P1813")
_FROM, _TO = "P580", "P582"


def is_ftm(record: Record) -> bool:
    return "schema" in record and isinstance(record.get("properties"), Mapping)


def actor_of_ftm(source: str, record: Record) -> ListedActor | None:
    """An entity that is a person or body; documents, addresses and relations are none."""
    if record["schema"] not in _FTM_KINDS:
        return None
    told: Mapping[str, Any] = record["properties"]
    names = [ListedName(str(name)) for field in _FTM_NAMES for name in told.get(field) or ()]
    country = code_of([*(told.get("country") or ()), *(told.get("jurisdiction") or ()), ""])
    return ListedActor(source, distinct(names), _FTM_KINDS[record["schema"]], country, words_of(record))


def is_wikidata(record: Record) -> bool:
    return isinstance(record.get("labels"), Mapping)


def actor_of_wikidata(source: str, record: Record) -> ListedActor | None:
    """An item: its English label and aliases, and its names with the times that they are stated to be valid."""
    claims: Mapping[str, Any] = record.get("claims") or {}
    begin = next((day_of(time, source) for p in _BEGUN for time in _times(claims.get(p))), None)
    end = next((day_of(time, source, last=True) for p in _ENDED for time in _times(claims.get(p))), None)
    dated = {name.name: name for name in _dated_names(claims, source)}
    labels = [label for language in _LANGUAGES if (label := _value((record["labels"]).get(language)))]
    others = [
        alias
        for language in _LANGUAGES
        for written in (record.get("aliases") or {}).get(language) or ()
        if (alias := _value(written))
    ]
    names = [dated.pop(name, ListedName(name, begin, end)) for name in dict.fromkeys(labels)]
    names += [dated.pop(name, ListedName(name)) for name in dict.fromkeys(others) if name not in labels]
    is_human = any(_item(statement) == _HUMAN for statement in claims.get(_INSTANCE) or ())
    kind = "person" if is_human else None
    words = f"{record.get('id', '')} {labels[0] if labels else ''}".strip()
    return ListedActor(source, distinct([*names, *dated.values()]), kind, None, words)


def _dated_names(claims: Mapping[str, Any], source: str) -> Iterator[ListedName]:
    for claimed in _NAMES:
        for statement in claims.get(claimed) or ():
            value = _snak(statement.get("mainsnak"))
            if isinstance(value, Mapping) and value.get("language") in _LANGUAGES:
                qualified = statement.get("qualifiers") or {}
                first = next(iter(_times_of(qualified.get(_FROM))), None)
                last = next(iter(_times_of(qualified.get(_TO))), None)
                yield ListedName(str(value["text"]), day_of(first, source), day_of(last, source, last=True))


def _times(statements: Any) -> list[str]:
    return _times_of([statement.get("mainsnak") for statement in statements or ()])


def _times_of(snaks: Any) -> list[str]:
    values = (_snak(snak) for snak in snaks or ())
    return [str(value["time"]) for value in values if isinstance(value, Mapping) and value.get("time")]


def _snak(snak: Any) -> Any:
    return ((snak or {}).get("datavalue") or {}).get("value")


def _item(statement: Any) -> str | None:
    value = _snak(statement.get("mainsnak"))
    return value.get("id") if isinstance(value, Mapping) else None


def _value(written: Any) -> str:
    return str(written.get("value", "")) if isinstance(written, Mapping) else str(written or "")


def is_sparql(record: Record) -> bool:
    """A row of the query service: item, itemLabel, itemAltLabel."""
    return any(str(key).endswith("Label") for key in record)


def actor_of_sparql(source: str, record: Record) -> ListedActor | None:
    """The variable that has a label, and perhaps alternative labels, begin and end."""
    variable = next(str(key)[: -len("Label")] for key in record if str(key).endswith("Label"))
    label = str(record[f"{variable}Label"] or "").strip()
    if not label or re.fullmatch(r"Q\d+", label):
        return None
    others = str(record.get(f"{variable}AltLabel") or "").split(", ")
    by_key = {str(key).lower(): value for key, value in record.items()}
    begin = day_of(by_key.get("start") or by_key.get("begin") or by_key.get("inception"), source)
    end = day_of(by_key.get("end") or by_key.get("dissolved"), source, last=True)
    names = [ListedName(label, begin, end), *(ListedName(other.strip()) for other in others)]
    return ListedActor(source, distinct(names), kind_of(by_key.get("kindlabel")), None, words_of(record))
