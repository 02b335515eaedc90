"""Which places does the user know that no gazetteer does? Reads a CSV or GeoJSON list of places."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import WrongUsage

PRECISIONS = ("exact", "town", "region", "country")


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place of the user's list. country: ISO 3166 alpha-2 if given. lat, lon: degrees.

    precision: exact, town, region or country.
    """

    name: str
    lat: float
    lon: float
    country: str | None
    aliases: tuple[str, ...]
    precision: str = "town"


def read_own_list(path: Path) -> tuple[OwnPlace, ...]:
    """The places of a .csv file or a .geojson/.json file of points; WrongUsage says what is wrong, and where."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WrongUsage(f"{path}: cannot be read ({error.strerror}): is the path right?") from error
    except UnicodeDecodeError as error:
        raise WrongUsage(f"{path}: not UTF-8 text: save the list as UTF-8") from error
    if path.suffix.lower() in (".geojson", ".json"):
        return _from_geojson(path, text)
    return _from_csv(path, text)


def _from_csv(path: Path, text: str) -> tuple[OwnPlace, ...]:
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    columns = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    missing = [name for name in ("name", "lat", "lon") if name not in columns]
    if missing:
        raise WrongUsage(
            f"{path}, line 1: no column {', '.join(missing)}: the first line must name the columns "
            "name, lat, lon (and country, precision, aliases if wanted)"
        )
    places = []
    for row in reader:
        values = {key: (row.get(name) or "").strip() for key, name in columns.items()}
        if any(values.values()):
            places.append(_place(f"{path}, line {reader.line_num}", values))
    return tuple(places)


def _place(where: str, values: dict[str, Any]) -> OwnPlace:
    name = str(values.get("name") or "").strip()
    if not name:
        raise WrongUsage(f"{where}: no name: give every place one, or delete the line")
    lat = _degrees(where, "lat", values.get("lat"), 90)
    lon = _degrees(where, "lon", values.get("lon"), 180)
    country = str(values.get("country") or "").strip().upper() or None
    if country and (len(country) != 2 or not country.isalpha()):
        raise WrongUsage(f"{where}: country {country!r} is no two-letter code: write it as in ISO 3166 (SY, UA, NG)")
    aliases = values.get("aliases") or ()
    listed = aliases.replace(";", "|").split("|") if isinstance(aliases, str) else [str(a) for a in aliases]
    precision = str(values.get("precision") or "town").strip().lower()
    if precision not in PRECISIONS:
        raise WrongUsage(f"{where}: precision {precision!r} is none of {', '.join(PRECISIONS)}")
    return OwnPlace(name, lat, lon, country, tuple(a.strip() for a in listed if a.strip()), precision)


def _degrees(where: str, column: str, value: object, most: int) -> float:
    try:
        degrees = float(str(value).strip())
    except ValueError:
        raise WrongUsage(f"{where}: {column} is {value!r}: write decimal degrees with a point, such as 35.92") from None
    if not -most <= degrees <= most:
        raise WrongUsage(f"{where}: {column} {degrees:g} lies outside -{most} to {most}: are lat and lon swapped?")
    return degrees


def _from_geojson(path: Path, text: str) -> tuple[OwnPlace, ...]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise WrongUsage(f"{path}, line {error.lineno}: no valid JSON ({error.msg}): export the list anew") from None
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise WrongUsage(f"{path}: no list of features: a GeoJSON FeatureCollection of points is wanted")
    return tuple(_from_feature(f"{path}, feature {number}", feature) for number, feature in enumerate(features, 1))


def _from_feature(where: str, feature: Any) -> OwnPlace:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        raise WrongUsage(f"{where}: not a point: give each place one spot (its middle will do)")
    spot = geometry.get("coordinates")
    if not isinstance(spot, list) or len(spot) < 2:
        raise WrongUsage(f"{where}: a point needs two coordinates, longitude first")
    return _place(where, {**(feature.get("properties") or {}), "lon": spot[0], "lat": spot[1]})
