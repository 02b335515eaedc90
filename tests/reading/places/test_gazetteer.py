"""Names are looked up as written, in other spellings and by sound; the tables are kept safely."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dateline.reading.places import index
from dateline.reading.places.find import shipped_gazetteer
from dateline.reading.places.index import COUNTRY, REGION


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ma'arrat an-Nu'man", "SY"),
        ("Al Atarib", "SY"),
        ("Ad Dana", "SY"),
        ("ar-Raqqah", "SY"),
        ("St. John's", "AG"),
        ("Kyiv", "UA"),
        ("Kiev", "UA"),
        ("Rangoon", "MM"),
        ("Bombay", "IN"),
        ("Mazar-e Sharif", "AF"),
        ("Cox's Bazar", "BD"),
        ("Khan Younis", "PS"),
    ],
)
def test_spellings_that_news_uses_are_known(name: str, country: str) -> None:
    assert country in {entry.country for entry in shipped_gazetteer().lookup(name)}


def test_an_acronym_is_a_name_only_in_capitals() -> None:
    gazetteer = shipped_gazetteer()
    assert gazetteer.lookup("US")[0].kind == COUNTRY
    assert all(entry.kind != COUNTRY for entry in gazetteer.lookup("Us"))
    assert gazetteer.lookup("Miss.")[0].kind == REGION
    assert all(entry.kind != REGION for entry in gazetteer.lookup("Miss"))


def test_a_town_is_found_by_sound_in_the_countries_asked_for() -> None:
    gazetteer = shipped_gazetteer()
    assert any(entry.country == "SY" for entry in gazetteer.sounding_like("Saraqeb", {"SY"}))
    assert gazetteer.sounding_like("Saraqeb", {"FR"}) == ()
    assert [entry.country for entry in gazetteer.sounding_like("Maarat al-Numan", ())] == ["SY"]


def test_every_country_and_region_has_a_spot_on_the_globe() -> None:
    tables = index.load_tables()
    assert np.isfinite(tables["lat"]).all()
    assert (np.abs(tables["lat"]) <= 90).all()
    assert (np.abs(tables["lon"]) <= 180).all()


def test_a_region_lies_in_its_country() -> None:
    for name, town in (("Anbar", "Ramadi"), ("Borno", "Maiduguri"), ("Cabo Delgado", "Pemba"), ("Chechnya", "Grozny")):
        region = next(e for e in shipped_gazetteer().lookup(name) if e.kind == REGION)
        assert any(region.holds(entry) for entry in shipped_gazetteer().lookup(town)), name


def small_tables() -> dict[str, np.ndarray]:
    return {"keys": np.arange(3, dtype=np.uint64)}


def test_tables_are_built_once_and_then_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[int] = []

    def build() -> dict[str, np.ndarray]:
        built.append(1)
        return small_tables()

    monkeypatch.setattr(index, "build_tables", build)
    for _ in range(2):
        assert index.load_tables(tmp_path)["keys"].tolist() == [0, 1, 2]
    assert built == [1]


def test_a_damaged_file_of_tables_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "build_tables", small_tables)
    index.load_tables(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:40])
    assert index.load_tables(tmp_path)["keys"].tolist() == [0, 1, 2]


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "build_tables", small_tables)
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert index.load_tables(blocked / "below")["keys"].tolist() == [0, 1, 2]
