"""Which words may name a place? Capitalised words that the gazetteer knows, and what the words around them say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lexicons import load_csv
from dateline.model.marks import Mark
from dateline.reading.places.gazetteer import Entry, Gazetteer
from dateline.reading.places.index import COUNTRY, REGION

MOST_WORDS = 6
"""No name of the gazetteer that news uses is longer."""

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|(?:St|Ste|Mt|Ft|Pt)\.(?= [A-Z])"
    r"|W\. ?Va\."
    r"|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa"
    r"|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ont|Que|Alta|Sask)\."
    r"|(?:(?:al|el|an|as|ash|ar|ad|adh|at|ath|az|ez|es|er|en|et|l|d)[-'’])?[A-ZÀ-ÞĀ-Ž](?:\w|[-'’ʻʼ](?=\w))*"
)
_GAP = re.compile(
    r" (?:(?:of|de|del|la|las|los|el|al|da|do|dos|di|du|des|e|y|and|the|upon|on|am|an der|sur|le|in"
    r"|of the|de la|de los|&) )?"
    r"|-(?:[a-z]+-)?"
)
_POSSESSIVE = re.compile(r"['’][sS]?$")
_PLACE_PREPOSITION = re.compile(
    r"(?:\b(?:in|at|near|from|to|towards?|outside|around|across|inside|into|through|throughout|via|between|within|over|off"
    r"|north|south|east|west|northern|southern|eastern|western|central|northeast(?:ern)?|northwest(?:ern)?"
    r"|southeast(?:ern)?|southwest(?:ern)?|downtown|rural|neighbou?ring|nearby|leave|left|leaving|reach|reached|visit|visited"
    r"|visiting|entered|capital(?: city)?(?: of)?|(?:city|town|village|suburb|district|province|state|region|outskirts|port"
    r"|neighbou?rhood|people|residents|government|north|south|east|west|parts|island|coast|streets|cit(?:y|ies)|towns|areas?|miles|kilomet(?:er|re)s"
    r"|km) of)(?: the)? |, |\(|^)$"
)
_IN_PLACE = re.compile(r"\b(?:in|at|near|outside|inside|around|across|into|throughout)(?: the)? $")
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Cpl|Pvt|Prof|Rev|Judge|Justice|Officer|Detective|Deputy|Sheriff|President"
    r"|Coach|Senator|Mayor|Chief|Father|Sir|Lady|Lord|King|Queen|Prince|Princess|Saint|Pope|Bishop|Inspector|Constable"
    r"|Sergeant|Lieutenant|Captain|Major|Colonel|General|Professor|Pastor|Sheikh|Mullah|Imam)\.? $"
)
_GENERIC_AFTER = re.compile(
    r" (?:[Pp]rovinces?|[Rr]egions?|[Ss]tates?|[Gg]overnorates?|[Dd]istricts?|[Cc]ount(?:y|ies)|[Oo]blast|[Pp]refecture|[Dd]epartment"
    r"|[Cc]anton|[Kk]rai|[Dd]ivision|[Mm]unicipality|[Aa]gency|[Pp]arish)\b(?! (?:Department|of|Police|Health|Court|Attorney|Sheriff))"
)
_TOWN_AFTER = re.compile(r" (?:city|town|village|area|suburb|airport|border|countryside|neighbou?rhood)\b")
_PERSON_VERB_AFTER = re.compile(r" (?:said|says|told|added|who|was born|is a|whose|wrote|testified|pleaded)\b")
_BIG = 200_000
_NAME_WORD_BEFORE = re.compile(r"(?<![.!?:;] )(?<![\"“'‘(])\b[A-Z][\w'’.-]* $")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words [start, end) that may name one of the entries (none known: only the model or the words around say so).

    container: the entries named right after a comma ("Paris, Texas"), empty when there are none.
    evidence: how strongly the words around speak for a place, see `find_candidates`; above 0 it is taken for one.
    regional: "X province", "X district" follows or belongs to the name.
    """

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    container: tuple[Entry, ...]
    evidence: float
    regional: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of capitalised words with what the gazetteer knows of it; left, right: grown into a longer name."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    left: bool
    right: bool


@cache
def _not_places() -> dict[str, str]:
    """Ordinary words, given names and surnames that are also names of places -> which of them."""
    kinds: dict[str, str] = {}
    for row in load_csv("not_places.csv"):
        for word in row["words"].split():
            kinds.setdefault(word, row["kind"])
    return kinds


def find_candidates(text: str, mentions: Sequence[Mark], gazetteer: Gazetteer) -> list[Candidate]:
    """All stretches that may name a place, in text order, not overlapping, each with its evidence."""
    found = list(_lookups(text, gazetteer))
    marked = _Marked(mentions)
    found = _with_marked(text, found, marked, gazetteer)
    starts = {item.start: item for item in found}
    small = set(_SMALL_WORD.findall(text))
    return [_weigh(text, item, starts, marked, small) for item in found]


_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")


def _lookups(text: str, gazetteer: Gazetteer) -> Iterator[_Found]:
    """The longest known names from left to right."""
    words = [(m.start(), m.end() - _possessive(m.group())) for m in _WORD.finditer(text)]
    joined = [
        bool(_GAP.fullmatch(text, words[i][1], words[i + 1][0])) if i + 1 < len(words) else False
        for i in range(len(words))
    ]
    plain_gap = [i + 1 < len(words) and text[words[i][1] : words[i + 1][0]] in (" ", "-") for i in range(len(words))]
    at = 0
    while at < len(words):
        last = at
        while last + 1 < len(words) and last - at + 1 < MOST_WORDS and joined[last]:
            last += 1
        for end in range(last, at - 1, -1):
            start, stop = words[at][0], words[end][1]
            entries = gazetteer.lookup(text[start:stop])
            if entries:
                left = at > 0 and plain_gap[at - 1]
                yield _Found(start, stop, entries, left, plain_gap[end])
                at = end
                break
        at += 1


def _possessive(word: str) -> int:
    found = _POSSESSIVE.search(word)
    return len(found.group()) if found and not word.isupper() else 0


class _Marked:
    """What the model marked where."""

    def __init__(self, mentions: Sequence[Mark]) -> None:
        self.all = sorted(mentions, key=lambda mark: mark.span.start)
        self.any = bool(mentions)

    def over(self, start: int, end: int) -> Mark | None:
        """The mark that overlaps the stretch, the widest if several do."""
        overlapping = [m for m in self.all if m.span.start < end and start < m.span.end]
        return max(overlapping, key=lambda m: m.span.end - m.span.start, default=None)


def _with_marked(text: str, found: list[_Found], marked: _Marked, gazetteer: Gazetteer) -> list[_Found]:
    """Adds the locations that the model marked and no lookup met."""
    for mark in marked.all:
        start, end = mark.span.start, mark.span.end
        if mark.label != "location" or any(f.start < end and start < f.end for f in found):
            continue
        words = text[start:end]
        if any(c.isupper() for c in words):
            found.append(_Found(start, end, gazetteer.lookup(words), False, False))
    return sorted(found, key=lambda item: item.start)


def _weigh(text: str, item: _Found, starts: dict[int, _Found], marked: _Marked, small: set[str]) -> Candidate:
    """The candidate with its evidence: the places of that name, the words before and after, the model's mark."""
    name = text[item.start : item.end]
    container = _container(text, item, starts)
    regional = bool(_GENERIC_AFTER.match(text, item.end))
    evidence = sum(_reasons(text, item, container, regional, small)) + _by_mark(marked, item)
    return Candidate(item.start, item.end, name, item.entries, container, evidence, regional)


def _container(text: str, item: _Found, starts: dict[int, _Found]) -> tuple[Entry, ...]:
    """The country or region named right behind: "Paris, Texas", "Homs (Syria)"."""
    for gap in (", ", " ("):
        if text.startswith(gap, item.end):
            behind = starts.get(item.end + len(gap))
            if behind:
                holders = tuple(e for e in behind.entries if e.kind in (COUNTRY, REGION))
                return tuple(h for h in holders if any(h.holds(e) for e in item.entries)) or holders
    return ()


def _reasons(text: str, item: _Found, container: tuple[Entry, ...], regional: bool, small: set[str]) -> Iterator[float]:
    name = text[item.start : item.end]
    before, kind = text[max(0, item.start - 40) : item.start], _not_places().get(name.lower(), "")
    biggest = item.entries[0] if item.entries else None
    in_place = bool(_IN_PLACE.search(before))
    yield -0.5
    if biggest and biggest.kind != 0:
        yield 2.5
    elif biggest:
        yield min(2.0, max(-1.5, (len(str(biggest.population)) - 5) * 0.7))
    if container:
        yield 4.0 if any(c.holds(e) for c in container for e in item.entries) else 1.0
    if in_place:
        yield 2.0
    elif _PLACE_PREPOSITION.search(before):
        yield 0.8
    if regional or _TOWN_AFTER.match(text, item.end):
        yield 1.5
    if kind == "word" or (" " not in name and name.lower() in small):
        yield -4.0
    elif kind:
        yield -2.0
    if _TITLE_BEFORE.search(before):
        yield -5.0
    elif item.left and not in_place:
        yield -2.0
    if item.right and not regional and " " not in name:
        yield -1.5
    if _PERSON_VERB_AFTER.match(text, item.end) and not (biggest and biggest.kind == COUNTRY):
        yield -1.0
    if len(name) < 4 and not name.isupper():
        yield -2.0


_BY_LABEL = {"location": 4.0, "person": -5.0, "organisation": -3.0, "nationality": -5.0}


def _by_mark(marked: _Marked, item: _Found) -> float:
    if not marked.any:
        return 0.0
    mark = marked.over(item.start, item.end)
    if mark is None:
        return -1.0
    return _BY_LABEL.get(mark.label, -2.0) * mark.confidence
