"""Which words may name a place? Capitalised words that the gazetteer knows, and what the words around them say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.marks import Mark
from dateline.reading.places.gazetteer import Entry, Gazetteer
from dateline.reading.places.index import ACRONYM, COUNTRY, COUNTY, OWN, REGION, state_key
from dateline.reading.places.surroundings import PLAINLY_A_PLACE, STRUCK, WEIGHTS, TextWords, demonyms, reasons

MOST_WORDS = 6
"""No name of the gazetteer that news uses is longer."""

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|(?:St|Ste|Mt|Ft|Pt)\.(?= [A-Z])"
    r"|W\. ?Va\."
    r"|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa"
    r"|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ont|Que|Alta|Sask)\."
    r"|(?:(?:al|el|an|as|ash|ar|ad|adh|at|ath|az|ez|es|er|en|et|l|d)[-'’])?[A-ZÀ-ÞĀ-Ž](?:\w|['’ʻʼ](?=\w))*"
)
_GAP = re.compile(
    r" (?:(?:of|de|del|la|las|los|el|al|da|do|dos|di|du|des|e|y|and|the|upon|on|am|an der|sur|le|in"
    r"|of the|de la|de los|&) )?"
    r"|-(?:[a-z]+[- ])?"
)
_POSTAL = re.compile(
    r", (A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]"
    r"|W[AIVY])\b"
)
_AFTER_IN = re.compile(
    rf"\b(?:in|at|near|from|to|outside|inside|around|towards?|of|and|{STRUCK}) "
    r"((?:[a-z]{2}-)?[A-Z][\w'’]*(?:[ -](?:(?:al|el|an|as|ash|ar|ad|at|az|ez|e|i)[ -])?[A-Z][\w'’]*){0,3})"
)
# Of "the village of Maaret el-Noaman" the name; descriptions without one ("The factory") and roads are left alone.
_PROPER_NAME = re.compile(
    r"(?<![\w'’])((?!The |A )(?:[a-z]{2}-)?[A-Z][\w'’]*(?:[ -](?:(?:al|el|an|as|ash|ar|ad|at|az|ez|e|i|de|of)[ -])?"
    r"[A-Z][\w'’]*)*)$"
)
SURE_ENOUGH = 0.6
"""Of less sure locations that no gazetteer knows, fewer than half are names of places (LGL, GeoVirus)."""

_NAME = re.compile(r"[A-Z][a-zé]+(?:[ -][A-Z][a-zé]+)?")
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"(\w+)\W{0,3}$"), re.compile(r"\W{0,3}(\w+)")
LONGEST_ACRONYM = 4
_ARTICLES = frozenset({"The", "A", "An", "THE"})
_POSSESSIVE = re.compile(r"['’][sS]?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words [start, end) that may name one of the entries (none known: only the model or the words around say so).

    holders: countries and regions named right behind ("Paris, Texas"), empty when there are none.
    evidence: how strongly the words around speak for a place, see `find_candidates`; above 0 it is taken for one.
    regional: "X province", "X district" follows or belongs to the name.
    """

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    holders: tuple[Entry, ...]
    evidence: float
    regional: bool


Holders = tuple[Entry, ...]
Reason = tuple[str, float]


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of words with what the gazetteer knows of it."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def find_candidates(text: str, mentions: Sequence[Mark], gazetteer: Gazetteer) -> list[Candidate]:
    """All stretches that may name a place, in text order, not overlapping, each with its evidence."""
    marked = _Marked(mentions)
    found = list(_lookups(text, gazetteer))
    countries = _countries(text, found)
    found = _with_marked(text, found, marked, gazetteer, countries)
    found = _with_sounds(text, found, gazetteer, countries)
    return [
        Candidate(item.start, item.end, text[item.start : item.end], item.entries, holders,
                  sum(WEIGHTS[reason] * degree for reason, degree in why) + _by_mark(marked, item),
                  any(reason == "regional" for reason, _ in why))
        for item, holders, why in weigh(text, found, gazetteer)
    ]  # fmt: skip


def weigh(text: str, found: Sequence[_Found], gazetteer: Gazetteer) -> Iterator[tuple[_Found, Holders, list[Reason]]]:
    """Each stretch with what holds its places ("Paris, Texas") and the reasons for and against its naming a place."""
    starts, words = {item.start: item for item in found}, TextWords.of(text)
    weighed = []
    for item in found:
        holders = _holders(text, item, starts, gazetteer)
        why = list(reasons(text, (item.start, item.end), item.entries, holders, words))
        weighed.append((item, holders, why))
    # A name that is plainly a place's once is one elsewhere too.
    plainly = Counter(text[i.start : i.end] for i, _, why in weighed if any(r in PLAINLY_A_PLACE for r, _ in why))
    for item, holders, why in weighed:
        others = plainly[text[item.start : item.end]] - any(r in PLAINLY_A_PLACE for r, _ in why)
        if others > 0:
            why.append(("a place elsewhere", 1.0))
        yield item, holders, why


def _lookups(text: str, gazetteer: Gazetteer) -> Iterator[_Found]:
    """The longest known names from left to right; words for a country's people ("French") are none by themselves."""
    words = [(m.start(), m.end() - _possessive(m.group())) for m in _WORD.finditer(text) if m.group() not in _ARTICLES]
    joined = [bool(_GAP.fullmatch(text, here[1], after[0])) for here, after in pairwise(words)] + [False]
    at, peoples = 0, demonyms()
    while at < len(words):
        last = at
        while last + 1 < len(words) and last - at + 1 < MOST_WORDS and joined[last]:
            last += 1
        for end in range(last, at - 1, -1):
            start, stop = words[at][0], words[end][1]
            name = text[start:stop]
            entries = gazetteer.lookup(name) if len(name) > 1 else ()
            if _is_acronym(text, start, stop):
                entries = tuple(entry for entry in entries if entry.flag == ACRONYM or entry.kind == OWN)
            if name in peoples and not (entries and entries[0].kind == COUNTRY):
                at = end
                break
            if entries and text[stop : stop + 1] != "$":
                yield _Found(start, stop, entries)
                at = end
                break
        at += 1


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Whether a name in a few capitals is short for something: "IS" is not the town of Is, unless the words beside it
    are in capitals too ("SHELLING IN IS") or a dispatch begins there ("IS, Russia (Northwire) -")."""
    name = text[start:end]
    if len(name) > LONGEST_ACRONYM or not (name.isalpha() and name.isupper()):
        return False
    if (start == 0 or text[start - 1] == "\n") and text.startswith((":", ",", " (", " -", " –", " —"), end):
        return False
    beside = (_WORD_BEFORE.search(text, max(0, start - 30), start), _WORD_BEHIND.match(text, end))
    return not any(word and len(word.group(1)) > 1 and word.group(1).isupper() for word in beside)


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


def countries_spoken_of(text: str) -> Counter[str]:
    """How often the text uses each country's demonyms: "Nigerian troops" -> {"NG": 1}."""
    peoples, spoken = demonyms(), Counter[str]()
    for match in _NAME.finditer(text):
        words = match.group()
        for country in peoples.get(words) or peoples.get(words.split(" ")[0]) or ():
            spoken[country] += 1
    return spoken


def _countries(text: str, found: Sequence[_Found]) -> frozenset[str]:
    """The countries that the text speaks of, by name, by demonym or by a large town."""
    named = {f.entries[0].country for f in found if f.entries[0].kind == COUNTRY or f.entries[0].population > 10**6}
    return frozenset(country for country in {*named, *countries_spoken_of(text)} if country)


def _with_sounds(text: str, found: list[_Found], gazetteer: Gazetteer, countries: frozenset[str]) -> list[_Found]:
    """Adds names after "in", "near" … that the gazetteer has in another romanisation, in a country spoken of."""
    taken = [(item.start, item.end) for item in found]
    for match in _AFTER_IN.finditer(text):
        for start, end in _shorter(match):
            if any(s < end and start < e for s, e in taken):
                continue
            entries = gazetteer.sounding_like(text[start:end], countries)
            if entries:
                found.append(_Found(start, end, entries))
                break
    return sorted(found, key=lambda item: item.start)


def _shorter(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The matched words, then without the last, and so on."""
    start, end = match.span(1)
    while end > start:
        yield start, end
        end = start + max(0, match.string.rfind(" ", start, end) - start)


def _with_marked(
    text: str, found: list[_Found], marked: _Marked, gazetteer: Gazetteer, countries: frozenset[str]
) -> list[_Found]:
    """Adds the locations that the model marked and no lookup met."""
    for mark in marked.all:
        start, end = mark.span.start, mark.span.end
        if mark.label != "location" or any(f.start < end and start < f.end for f in found):
            continue
        name = _PROPER_NAME.search(text[start:end])
        if name is None or mark.confidence < SURE_ENOUGH or name.group(1) in demonyms():
            continue
        words = name.group(1)
        entries = gazetteer.lookup(words) or gazetteer.sounding_like(words, countries)
        found.append(_Found(start + name.start(1), start + name.end(1), entries))
    return sorted(found, key=lambda item: item.start)


def _holders(text: str, item: _Found, starts: Mapping[int, _Found], gazetteer: Gazetteer) -> Holders:
    """The countries and regions named right behind: "Paris, Texas", "Paris, TX", "Troy, Pike County, Ala."."""
    end = item.end
    holders: Holders = ()
    for _ in range(2):
        gap = next((gap for gap in (", ", " (") if text.startswith(gap, end)), None)
        behind = starts.get(end + len(gap)) if gap else None
        postal = _POSTAL.match(text, end)
        if postal:
            return (*holders, *gazetteer.lookup(state_key(postal.group(1))))
        if behind is None:
            break
        holders = (*holders, *(e for e in behind.entries if e.kind in (COUNTRY, REGION, COUNTY)))
        end = behind.end
    fitting = tuple(h for h in holders if any(h.holds(e) for e in item.entries))
    return fitting or holders


_BY_LABEL = {"location": 1.5, "person": -2.0, "organisation": -0.5, "nationality": -0.5}
_OTHERWISE_MARKED, _UNMARKED = -1.5, -0.4
"""Half of what a logistic regression on LGL and GeoVirus gives for the first model, whose marks still err often."""


def _by_mark(marked: _Marked, item: _Found) -> float:
    """What the model's mark speaks for the words naming a place; nothing if there are no marks at all."""
    if not marked.any:
        return 0.0
    mark = marked.over(item.start, item.end)
    if mark is None:
        return _UNMARKED
    return _BY_LABEL.get(mark.label, _OTHERWISE_MARKED) * mark.confidence
