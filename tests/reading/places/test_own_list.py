"""A user's own list of places is read, and its faults are named with line and remedy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import WrongUsage
from dateline.reading.places import find_places, load_gazetteer


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_list_adds_places_and_aliases(tmp_path: Path) -> None:
    path = write(tmp_path, "mine.csv", "name,lat,lon,country,aliases\nQarzubbin,35.5,36.6,SY,Karzubin|Tell Qarz\n")
    gazetteer = load_gazetteer(path)
    for name in ("Qarzubbin", "Karzubin", "Tell Qarz"):
        (place,) = find_places(f"Shells fell in {name} before noon.", (), gazetteer=gazetteer)
        assert (place.name, place.country, place.lat, place.lon) == ("Qarzubbin", "SY", 35.5, 36.6)


def test_a_list_says_how_precise_a_place_is(tmp_path: Path) -> None:
    text = "name,lat,lon,precision\nQarzubbin,35.5,36.6,region\nTell Qarz,35.4,36.5,\n"
    gazetteer = load_gazetteer(write(tmp_path, "mine.csv", text))
    found = find_places("Shells fell in Qarzubbin and in Tell Qarz.", (), gazetteer=gazetteer)
    assert [place.precision for place in found] == ["region", "town"]


def test_a_geojson_list_of_points_adds_places(tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "properties": {"name": "Camp Zelluk"},
        "geometry": {"type": "Point", "coordinates": [36.6, 35.5]},
    }
    path = write(tmp_path, "mine.geojson", json.dumps({"type": "FeatureCollection", "features": [feature]}))
    (place,) = find_places("A clinic opened in Camp Zelluk.", (), gazetteer=load_gazetteer(path))
    assert (place.name, place.lat, place.lon) == ("Camp Zelluk", 35.5, 36.6)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "place,lat,lon\nX,1,2\n", "line 1: no column name"),
        ("a.csv", "name,lat,lon\nX,1,2\nY,north,2\n", "line 3: lat is 'north'"),
        ("a.csv", "name,lat,lon\nX,36,235\n", "line 2: lon 235 lies outside"),
        ("a.csv", "name,lat,lon\n,36,23\n", "line 2: no name"),
        ("a.csv", "name,lat,lon,country\nX,36,23,Syria\n", "two-letter code"),
        ("a.csv", "", "no column name, lat, lon"),
        ("a.geojson", "{", "line 1: no valid JSON"),
        ("a.geojson", "[]", "FeatureCollection"),
        ("a.geojson", '{"features": [{"geometry": {"type": "Polygon"}}]}', "feature 1: not a point"),
    ],
)
def test_a_faulty_list_is_named_with_line_and_remedy(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(WrongUsage, match=told.replace("'", ".")) as error:
        load_gazetteer(write(tmp_path, name, text))
    assert ": " in str(error.value)


def test_a_missing_list_is_an_error_in_our_words(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="cannot be read"):
        load_gazetteer(tmp_path / "none.csv")
