"""Do the words around a name speak for a place? The reasons for and against, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log10

from dateline.lexicons import load_csv
from dateline.reading.places.gazetteer import Entry
from dateline.reading.places.index import ALTERNATE, COUNTRY, TOWN

_KINDS_OF_TOWN = "city|town|village|suburb|hamlet|area|airport|border|countryside|neighbou?rhood|frontline|outskirts"
_DIRECTION = (
    "(?:north|south)(?:ern)?(?:-?(?:east|west)(?:ern)?)?|east(?:ern)?|west(?:ern)?|central|mid|upper|lower|rural"
)
_PART_OF = (
    f"city|town|village|suburb|district|province|state|region|port|outskirts|neighbou?rhood|people|residents|parts?|{_DIRECTION}"
    "|island|coast|streets?|cities|towns|villages|areas?|miles|kilomet(?:er|re)s|km|border|capital|republic|government"
)

STRUCK = (
    "attack(?:s|ed|ing)?|seiz(?:es?|ed|ing)|captur(?:es?|ed|ing)|recaptur(?:es?|ed|ing)|retook|retak(?:es?|en|ing)"
    "|shell(?:s|ed|ing)|bomb(?:s|ed|ing)|bombard(?:s|ed|ing)|storm(?:s|ed|ing)|besieg(?:es?|ed|ing)|raid(?:s|ed|ing)"
    "|overr[au]n|liberat(?:es?|ed|ing)|enter(?:s|ed|ing)?|hit|struck|flee(?:s|ing)?|fled|leav(?:es?|ing)|left"
    "|reach(?:es|ed|ing)?|visit(?:s|ed|ing)?|control(?:s|led|ling)?|encircl(?:es?|ed|ing)"
)
"""Verbs of moving and fighting that take a place as their object."""

_IN = re.compile(r"\b(?:in|at|near|outside|inside|around|across|into|throughout|within)(?: the)? $")
_TOWARDS = re.compile(
    r"\b(?:from|to|towards?|through|via|between|over|off"
    rf"|{STRUCK}"
    rf"|neighbou?ring|nearby|downtown|greater|{_DIRECTION}|capital|(?:{_PART_OF}) of)(?: the)? $",
    re.IGNORECASE,
)
_OF = re.compile(r"\bof(?: the)? $")
_LISTED = re.compile(r"(?:,|\band|\bor) $")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Cpl|Pvt|Prof|Rev|Judge|Justice|Officer|Detective|Deputy"
    r"|Sheriff|President|Coach|Senator|Mayor|Chief|Father|Sir|Lady|Lord|King|Queen|Prince|Princess|Saint|Pope|Bishop"
    r"|Inspector|Constable|Sergeant|Lieutenant|Captain|Major|Colonel|General|Professor|Pastor|Sheikh|Mullah|Imam)\.? $"
)
_REGION_WORD = (
    "province|region|state|governorate|district|county|oblast|prefecture|department|canton|krai|division|municipality"
    "|agency|parish|territory|peninsula|valley|island"
)
_REGIONAL = re.compile(
    rf" (?:(?i:{_REGION_WORD})s?|[Cc]ounties)\b"
    r"(?! (?:Department|of|Police|Health|Court|Attorney|Sheriff|University|College|School))"
)
_TOWN_WORD = re.compile(rf" (?:{_KINDS_OF_TOWN})\b")
_SPEAKS = re.compile(r" (?:said|says|told|added|who|whose|wrote|testified|pleaded|was born|is a|was a|scored)\b")
_AGE = re.compile(r", \d\d,")
_START = re.compile(r"(?:[.!?:;]['\"”’)]*\s+|\n\s*|[\"“(]|\s[-–—]+ ?)$")
_NAME_BEFORE = re.compile(r"(?<!^)\b([A-Z][\w'’-]*)\.? $")
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{2,15})?(?: ?\([A-Z][\w ./]+\))? ?(?:--|—|–| -(?= ))|, [A-Z][a-z]{2,4}\.? \d|(?: \([A-Z])"
)
_NAME_BEHIND = re.compile(r" (?:[A-Z]\. )?[A-Z][a-z]|-[A-Z]")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Cpl|Prof|Rev)\.? ([A-Z][a-z]+)")
_TWO_NAMES = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?([A-Z][a-z]+)")
_STREET = re.compile(
    r" (?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Drive|Dr\.|Boulevard|Blvd\.?|Lane|Court|Highway|Place|Bridge|Square"
    r"|Park)\b"
)
_BODY = re.compile(
    r" (?:University|College|Institute|School|High|Times|Post|Herald|Tribune|News|Media|Journal|Gazette|Dispatch|Star"
    r"|Sun|Daily|Club|United|FC|F\.C\.|Bank|Inc|Corp|Company|Group|Front|Party|Army|Brigade|Union|Association|Foundation"
    r"|Center|Centre|Observatory|Church|Hospital|Airlines|Airways|Council|Committee|Commission|Conference"
    r"|Agreement|Accords?|Apartments|Society|Academy|Elementary|Middle|Zoo|virus)\b"
)
_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")

WEIGHTS = {
    "always": 0.33, "country": 1.05, "region": 1.06, "size": 0.56, "alternate": -0.43, "unknown": -1.0, "in": 1.44,
    "towards": 1.01, "of": 0.44, "listed": 0.56, "start": -0.4, "holder behind": 3.34, "other holder behind": 1.24,
    "regional": 0.45, "town word": 1.24, "street": -1.0, "body": -2.08, "ordinary word": -1.64, "given name": -1.45,
    "surname": -1.96, "title before": -1.85, "name before": 0.0, "name behind": -0.43, "speaks": -1.83,
    "short": -1.52, "several words": 1.23, "capitals": -1.2, "age": -2.04, "person elsewhere": -1.94,
    "given name before": -1.5, "full name": -2.5, "article after name": -5.0, "dateline": 3.7,
    "a place elsewhere": 0.86,
}  # fmt: skip
"""Logistic regression on the LGL and GeoVirus corpora (benchmarks); the sum is the logit that the name is a place's."""


PLAINLY_A_PLACE = frozenset({"in", "holder behind", "regional", "town word", "dateline"})
"""Reasons that make the same name a place elsewhere in the text too."""


@cache
def demonyms() -> dict[str, tuple[str, ...]]:
    """Words for the people and things of a country -> the countries, mostly one: "Congolese" -> CD, CG."""
    countries: dict[str, tuple[str, ...]] = {}
    for row in load_csv("demonyms.csv"):
        for word in row["words"].split("|"):
            for form in (word, word + "s"):
                countries[form] = (*countries.get(form, ()), row["country"])
    return countries


@cache
def not_places() -> dict[str, str]:
    """Ordinary words, given names and surnames that are also names of places -> which of them."""
    kinds: dict[str, str] = {}
    for row in load_csv("not_places.csv"):
        for word in row["words"].split():
            if kinds.get(word) != "given name":
                kinds[word] = row["kind"]
    return kinds


@dataclass(frozen=True, slots=True)
class TextWords:
    """What the whole text shows of its words: those written small, and those that stand in persons' names."""

    small: frozenset[str]
    persons: frozenset[str]

    @classmethod
    def of(cls, text: str) -> TextWords:
        return cls(frozenset(_SMALL_WORD.findall(text)), frozenset(_person_words(text)))


def _person_words(text: str) -> Iterator[str]:
    for found in _TITLED.finditer(text):
        yield found.group(1)
    kinds = not_places()
    for found in _TWO_NAMES.finditer(text):
        if kinds.get(found.group(1).lower()) == "given name":
            yield found.group(1)
            yield found.group(2)


def reasons(
    text: str, span: tuple[int, int], entries: tuple[Entry, ...], holders: tuple[Entry, ...], words: TextWords
) -> Iterator[tuple[str, float]]:
    """What speaks for or against the words of the span naming one of the entries, and how far.

    holders: countries and regions named right behind ("Paris, Texas").
    """
    start, end = span
    yield "always", 1.0
    yield from _in_the_gazetteer(entries, holders)
    yield from _in_the_name(text[start:end], words)
    yield from _in_front(text, start)
    yield from _behind(text, end, entries)
    if not_places().get(text[start:end].lower()) == "given name" and _NAME_BEHIND.match(text, end):
        yield "full name", 1.0
    if text[start].islower() and _NAME_BEFORE.search(text[max(0, start - 40) : start]):
        yield "article after name", 1.0


def _in_the_gazetteer(entries: tuple[Entry, ...], holders: tuple[Entry, ...]) -> Iterator[tuple[str, float]]:
    if entries:
        first = entries[0]
        if first.kind == COUNTRY:
            yield "country", 1.0
        elif first.kind != TOWN:
            yield "region", 1.0
        yield "size", log10(max(entry.population for entry in entries) + 10) - 5
        if all(entry.flag == ALTERNATE for entry in entries):
            yield "alternate", 1.0
    else:
        yield "unknown", 1.0
    if holders:
        yield ("holder behind" if any(h.holds(e) for h in holders for e in entries) else "other holder behind"), 1.0


def _in_the_name(name: str, words: TextWords) -> Iterator[tuple[str, float]]:
    kind = not_places().get(name.lower())
    if " " in name:
        yield "several words", 1.0
    elif kind == "word" or name.lower() in words.small:
        yield "ordinary word", 1.0
    elif kind:
        yield kind, 1.0
    if name in words.persons:
        yield "person elsewhere", 1.0
    if name.isupper():
        yield "capitals", 1.0
    elif len(name) < 4:
        yield "short", 1.0


def _in_front(text: str, start: int) -> Iterator[tuple[str, float]]:
    before = text[max(0, start - 40) : start]
    is_in = bool(_IN.search(before))
    if is_in:
        yield "in", 1.0
    elif _TOWARDS.search(before):
        yield "towards", 1.0
    elif _OF.search(before):
        yield "of", 1.0
    elif _LISTED.search(before):
        yield "listed", 1.0
    elif _START.search(before) or not before:
        yield "start", 1.0
    if _TITLE.search(before):
        yield "title before", 1.0
    elif found := _NAME_BEFORE.search(before):
        given = not_places().get(found.group(1).lower()) == "given name"
        yield ("given name before" if given or len(found.group(1)) == 1 else "name before"), 1.0


def _behind(text: str, end: int, entries: tuple[Entry, ...]) -> Iterator[tuple[str, float]]:
    if _REGIONAL.match(text, end):
        yield "regional", 1.0
    elif _TOWN_WORD.match(text, end):
        yield "town word", 1.0
    elif _STREET.match(text, end):
        yield "street", 1.0
    elif _BODY.match(text, end):
        yield "body", 1.0
    elif _NAME_BEHIND.match(text, end):
        yield "name behind", 1.0
    if text[end - 2 : end].isupper() and _DATELINE.match(text, end):
        yield "dateline", 1.0
    if _SPEAKS.match(text, end) and not (entries and entries[0].population >= 1_000_000):
        yield "speaks", 1.0
    if _AGE.match(text, end):
        yield "age", 1.0
