"""Which places bear this name? Looks names up as written, in other spellings, and by sound."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from dateline.language.names import SAME_NAME, fold, similarity
from dateline.reading.places.index import (
    ACRONYM,
    AREA,
    COUNTRY,
    COUNTY,
    OWN,
    PRIMARY,
    REGION,
    TOWN,
    Tables,
    key_number,
    load_tables,
    name_key,
    sound_frame,
)
from dateline.reading.places.own_list import OwnPlace, read_own_list

_WITHIN = {(REGION, TOWN), (REGION, COUNTY), (COUNTY, TOWN)}

VERY_NEAR = 0.93
"""`similarity` from which a name of several words is taken for a town's though nothing speaks of its country."""

MOST_NAMESAKES = 60
"""Of a name that hundreds of villages share, the largest are weighed; one that the text spells out is always known."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    number: its row, unique. kind: TOWN, COUNTRY, REGION, COUNTY, AREA or OWN. admin: country and first-level region
    ("SY.09"), "" where not known. flag: whether the name looked up is its PRIMARY name, an ALTERNATE or an ACRONYM.
    own_precision: what the user's list says of an OWN place.
    """

    number: int
    name: str
    geonameid: int | None
    country: str | None
    admin: str
    lat: float
    lon: float
    population: int
    kind: int
    flag: int
    own_precision: str | None = None

    @property
    def precision(self) -> str:
        if self.own_precision is not None:
            return self.own_precision
        if self.kind == COUNTRY:
            return "country"
        return "town" if self.kind == TOWN else "region"

    def holds(self, other: Entry) -> bool:
        """Whether this is the country or the first-level region that the other lies in."""
        if self.kind == COUNTRY:
            return self.country == other.country and other.number != self.number
        if not self.admin or self.admin != other.admin:
            return False
        return (self.kind, other.kind) in _WITHIN


class Gazetteer:
    """Names and the places that bear them. Made by `load_gazetteer`."""

    def __init__(self, tables: Tables, own: Sequence[OwnPlace] = ()) -> None:
        self._tables = tables
        self._keys, self._refs = _view(tables["keys"]), _view(tables["refs"])
        self._sound_keys, self._sound_refs = _view(tables["sound_keys"]), _view(tables["sound_refs"])
        self._countries: list[str] = tables["country_codes"].tolist()
        self._admins: list[str] = tables["admin_codes"].tolist()
        self._own: dict[str, list[Entry]] = {}
        for number, place in enumerate(own, len(tables["lat"])):
            self._add_own(number, place)
        self.lookup = lru_cache(maxsize=65536)(self._lookup)

    def _add_own(self, number: int, place: OwnPlace) -> None:
        entry = Entry(
            number, place.name, None, place.country, "", place.lat, place.lon, 10**6, OWN, PRIMARY, place.precision
        )
        for name in {place.name, *place.aliases}:
            for key in {name_key(name), fold(name)}:
                self._own.setdefault(key, []).append(entry)

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of that name, the largest first; an acronym only for a name in capitals ("US", not "Us")."""
        key = name_key(name)
        found = self._under(key) or (self._under(fold(name)) if " " in key or "-" in name else [])
        if not (name.isupper() or name.endswith(".")):
            found = [entry for entry in found if entry.flag != ACRONYM]
        return tuple(sorted(found, key=_size, reverse=True)[:MOST_NAMESAKES])

    def _under(self, key: str) -> list[Entry]:
        number = key_number(key)
        found = list(self._own.get(key, ()))
        at = bisect_left(self._keys, number)
        while at < len(self._keys) and self._keys[at] == number:
            found.append(self._entry(self._refs[at] >> 2, self._refs[at] & 3))
            at += 1
        return found

    def sounding_like(self, name: str, countries: Collection[str]) -> tuple[Entry, ...]:
        """Towns whose name is the same in another romanisation: of these countries, of others if hardly different."""
        # One word alone finds too many namesakes by chance; "Maarat al-Numan" does not.
        anywhere = VERY_NEAR if " " in name else 2.0
        number = key_number(sound_frame(name))
        at, found = bisect_left(self._sound_keys, number), []
        while at < len(self._sound_keys) and self._sound_keys[at] == number:
            entry = self._entry(self._sound_refs[at], PRIMARY)
            nearness = similarity(name, entry.name)
            if nearness >= (SAME_NAME if entry.country in countries else anywhere):
                found.append(entry)
            at += 1
        return tuple(sorted(found, key=_size, reverse=True)[:MOST_NAMESAKES])

    @lru_cache(maxsize=65536)  # noqa: B019 - a gazetteer lives as long as the program
    def _entry(self, at: int, flag: int) -> Entry:
        tables = self._tables
        start = int(tables["name_ends"][at - 1]) if at else 0
        return Entry(
            number=at,
            name=tables["names"][start : int(tables["name_ends"][at])].tobytes().decode(),
            geonameid=int(tables["geonameid"][at]) or None,
            country=self._countries[tables["country"][at]] or None,
            admin=self._admins[tables["admin"][at]],
            lat=round(float(tables["lat"][at]), 5),
            lon=round(float(tables["lon"][at]), 5),
            population=int(tables["population"][at]),
            kind=int(tables["kind"][at]),
            flag=flag,
        )

    def __len__(self) -> int:
        return int(np.size(self._tables["lat"]))


def _view(column: NDArray[Any]) -> Sequence[int]:
    """The column as plain integers: much quicker to search than through numpy."""
    return cast("Sequence[int]", memoryview(cast("Any", column)))


def _size(entry: Entry) -> tuple[int, int]:
    rank = {OWN: 4, COUNTRY: 3, REGION: 2, AREA: 2}.get(entry.kind, 1)
    return (rank, entry.population)


def load_gazetteer(extra: Path | None = None, *, cache: Path | None = None) -> Gazetteer:
    """The gazetteer that ships with the product, and a user's own list with it.

    extra: a CSV (columns name, lat, lon; country and aliases if wanted) or a GeoJSON file of points. cache: the folder
    for the built tables, the user's cache folder if None. Raises WrongUsage, naming line and remedy, for a faulty list.
    """
    return Gazetteer(load_tables(cache), read_own_list(extra) if extra else ())
