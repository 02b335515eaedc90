"""Places in invented sentences: found, told from persons and bodies, put on the right spot."""

from __future__ import annotations

import pytest

from dateline.model.marks import Mark
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.reading.places import find_places


def places(text: str, mentions: tuple[Mark, ...] = (), outlet_country: str | None = None) -> tuple[Place, ...]:
    return find_places(text, mentions, outlet_country=outlet_country)


def found(text: str) -> list[str]:
    return [place.span.text for place in places(text)]


def mark(text: str, words: str, label: str) -> Mark:
    start = text.index(words)
    return Mark(Span.cut(text, start, start + len(words)), label, 0.95)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bus was shelled in Kharkiv on Monday, two drivers said.", ["Kharkiv"]),
        ("Residents fled from Baidoa to Mogadishu.", ["Baidoa", "Mogadishu"]),
        ("The convoy left Port-au-Prince before dawn.", ["Port-au-Prince"]),
        ("Fighting spread in Ma'arrat an-Nu'man and Saraqib.", ["Ma'arrat an-Nu'man", "Saraqib"]),
        ("Gunmen took six farmers in the Sambisa Forest.", ["Sambisa Forest"]),
        ("A tanker was hit in the Gulf of Aden off Yemen.", ["Gulf of Aden", "Yemen"]),
        ("Nigerian troops and French soldiers met in Diffa.", ["Diffa"]),
        ("A London-based monitor counted three raids in Deir ez-Zor.", ["London", "Deir ez-Zor"]),
        ("He flew to the U.S. and to the Philippines.", ["U.S.", "Philippines"]),
        ("NAIROBI, Kenya (AP) - Talks resumed.", ["NAIROBI", "Kenya"]),
        ("LIMA, Peru - Talks resumed.", ["LIMA", "Peru"]),
        ("Envoys from the UAE left.", ["UAE"]),
        ("Somali soldiers seized Afgoye, and Kenya watched.", ["Afgoye", "Kenya"]),
        ("Kyiv said the raid failed.", ["Kyiv"]),
        ("Nothing was said about any town.", []),
        ("", []),
    ],
)
def test_names_of_places_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Houston said he would resign.",
        "The truce left out both Faylaq and IS - as before.",
        "Michael Jordan, 34, was charged on Friday.",
        "Most of them stayed. Reading is good for them.",
        "Of the nine, Nice people were rare.",
        "The Tripoli Observatory published a list.",
        "Victoria Bellmore told the court so.",
        "Fighters of Ahrar al-Sham and Faylaq al-Rahman met.",
        "The Syrian army and the Lebanese militia traded fire.",
    ],
)
def test_persons_bodies_peoples_and_ordinary_words_are_no_places(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "country", "lat", "lon"),
    [
        ("A fire broke out in Paris, Texas, on Tuesday.", "Paris", "US", 33.7, -95.6),
        ("A fire broke out in Paris, TX, on Tuesday.", "Paris", "US", 33.7, -95.6),
        ("A fire broke out in Paris on Tuesday.", "Paris", "FR", 48.9, 2.4),
        ("Syrian rebels shelled Tripoli, Lebanon, from the hills.", "Tripoli", "LB", 34.4, 35.8),
        ("Libyan militias met in Tripoli. Benghazi and Misrata stayed calm.", "Tripoli", "LY", 32.9, 13.2),
        ("Police in Hyderabad, Pakistan, made two arrests.", "Hyderabad", "PK", 25.4, 68.4),
        ("Indian police in Hyderabad made two arrests; Mumbai was quiet.", "Hyderabad", "IN", 17.4, 78.5),
        ("Georgian troops left Gori; Tbilisi and Batumi celebrated in Georgia.", "Georgia", "GE", 42.0, 43.5),
        ("Deputies from Macon and Savannah, in Georgia, and Atlanta police met.", "Georgia", "US", 32.8, -83.5),
        ("Congolese soldiers entered Bukavu and Goma in South Kivu.", "South Kivu", "CD", -3.0, 28.3),
    ],
)
def test_namesakes_are_told_apart(text: str, words: str, country: str, lat: float, lon: float) -> None:
    place = next(p for p in places(text) if p.span.text == words)
    assert place.country == country
    assert place.lat == pytest.approx(lat, abs=0.6)
    assert place.lon == pytest.approx(lon, abs=0.6)


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("Clashes in Syria went on.", "Syria", "country"),
        ("Clashes in Aleppo went on.", "Aleppo", "town"),
        ("Clashes in Aleppo province went on.", "Aleppo", "region"),
        ("Clashes in Helmand went on.", "Helmand", "region"),
        ("Clashes in the Sahel went on.", "Sahel", "region"),
    ],
)
def test_precision_says_what_kind_of_place_it_is(text: str, words: str, precision: str) -> None:
    assert {p.span.text: p.precision for p in places(text)}[words] == precision


def test_a_name_has_one_sense_in_a_text() -> None:
    text = "A mill burned in Athens, Ohio. Athens firefighters came at once, and people in Athens helped."
    assert {p.country for p in places(text) if p.span.text == "Athens"} == {"US"}


def test_an_unknown_town_is_put_into_the_region_named_behind_it() -> None:
    text = "The barn stood in Cookville, Oregon, for years."
    place = next(p for p in places(text) if p.span.text == "Cookville")
    assert (place.geonameid, place.country, place.precision) == (None, "US", "region")


def test_a_county_lies_where_the_towns_of_the_text_do() -> None:
    text = "Deputies of Henry County, Tennessee, drove to Paris, Tennessee."
    county = next(p for p in places(text) if p.span.text == "Henry County")
    assert county.precision == "region"
    assert (county.lat, county.lon) == (pytest.approx(36.3, abs=0.5), pytest.approx(-88.3, abs=0.5))


def test_a_person_marked_by_the_model_is_no_place() -> None:
    text = "In the evening Kandahar spoke to the elders near the mill."
    assert [p.span.text for p in places(text)] == ["Kandahar"]
    assert places(text, (mark(text, "Kandahar", "person"),)) == ()


def test_a_location_that_only_the_model_knows_comes_out_unresolved() -> None:
    text = "Shells fell on Qarzubbin before noon."
    (place,) = places(text, (mark(text, "Qarzubbin", "location"),))
    assert (place.name, place.geonameid, place.lat) == ("Qarzubbin", None, None)


def test_another_romanisation_of_a_marked_town_is_resolved_by_sound() -> None:
    text = "Syrian jets struck Maaret el-Noaman. Idlib and Saraqib in Syria were hit too."
    place = next(p for p in places(text, (mark(text, "Maaret el-Noaman", "location"),)) if "Noaman" in p.span.text)
    assert place.country == "SY"
    assert place.lat == pytest.approx(35.6, abs=0.3)


def test_the_outlet_country_decides_between_equals() -> None:
    text = "The river rose in Richmond on Sunday."
    (place,) = places(text, outlet_country="GB")
    assert place.country == "GB"


def test_every_span_repeats_the_text() -> None:
    text = "“Zürich, Łódź and São Paulo” – then N’Djamena, Chad’s capital; and Kyiv’s suburbs of Irpin."
    result = places(text)
    assert len(result) >= 6
    assert all(text[p.span.start : p.span.end] == p.span.text for p in result)
