"""How many are missing, were captured or had to flee? Gives each event the numbers that its report tells of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.language.numbers import find_numbers
from dateline.lexicons import load_csv
from dateline.model.event import AFFECTED
from dateline.model.marks import MarkedEvent
from dateline.model.span import NumberSpan, Span
from dateline.reading.events.casualty_patterns import BE, NOT_IN_NOUN_PHRASE
from dateline.reading.events.scene import Scene
from dateline.reading.events.words import load_words, pattern_of, source_of

Counts = dict[str, list[NumberSpan]]

REACH_SENTENCES = 2
"""How many sentences behind an act its missing, captured and displaced are still told; our choice, as for its dead."""
_LOOK_BACK = 60  # characters before a number, a little more than the longest words there
_NO_NOUN = (
    rf"(?:{NOT_IN_NOUN_PHRASE}|(?:in|on|at|by|to|from|of|with|and|or|near|during|after|since|for|into|the|an?|his|her|their|"
    r"still)\b)"
)
_ASIDE = r"(?:\s*,\s*(?:including|among them|most of them|mostly)\s[^.;]{2,80}?,)?"
# "captured a village and (30 soldiers)."
_AND = r"(?:\s+[\w'’-]+){1,6}?\s+(?:and|as well as|along with)"
# "30 arrested in a raid", but not "30 captured two villages"
_AFTER_BARE = (
    r"(?=\s*(?:[.,;:)–—-]|\Z|(?:in|on|at|by|and|as|when|while|after|during|near|since|for|from|following|over)\b))"
)
LEAST_FLEEING = 12
"""So many who "fled" are taken for displaced; fewer are mostly those who ran away from one act (our choice)."""
_IN_HOSPITAL = re.compile(r"\s+(?:in|at) (?:a |the )?hospital", re.IGNORECASE)
_ENDS = re.compile(_AFTER_BARE, re.IGNORECASE)
# "fighters of Division 13"
_IN_NAME = re.compile(
    r"\b(?:division|brigade|battalion|regiment|unit|squad|legion|corps|group|article|resolution|ward|block|sector|route|"
    r"highway|section|channel|camp|flight|room|cell|no\.|number)\s+\Z",
    re.IGNORECASE,
)
_NOBODY = frozenset({"no", "none", "zero", "0"})


@dataclass(frozen=True, slots=True)
class Affected:
    """A number of people and what befell them (one of AFFECTED). word: the words that say so."""

    kind: str
    number: NumberSpan
    word: Span


def find_affected(scene: Scene, events: Sequence[MarkedEvent], taken: Sequence[Span]) -> list[Counts]:
    """For each event its numbers of missing, captured and displaced in text order, each number with one event only.

    taken: numbers that count killed or injured. A person told of without a number ("a porter was abducted") is in the
    event's recipient, not here.
    """
    counts: list[Counts] = [{kind: [] for kind in AFFECTED} for _ in events]
    for index, sentence in enumerate(scene.sentences):
        for told in find_counted(scene.text, sentence):
            if any(told.number.overlaps(other) for other in taken):
                continue
            nearest = _nearest(scene, events, told, index)
            if nearest is not None and not _is_again(told.number, counts[nearest][told.kind]):
                counts[nearest][told.kind].append(told.number)
    return counts


def find_counted(text: str, sentence: Span) -> Iterator[Affected]:
    """The numbers of missing, captured and displaced people in one sentence, in text order."""
    if not _any_word().search(text, sentence.start, sentence.end):
        return
    for inner in find_numbers(sentence.text):
        if inner.low == inner.high == 0 or inner.text.lower() in _NOBODY:
            continue
        start, end = inner.start + sentence.start, inner.end + sentence.start
        if _IN_NAME.search(text, max(0, start - 20), start):
            continue
        number = NumberSpan(start, end, inner.text, inner.low, inner.high)
        told = _told_behind(text, sentence, number) or _told_before(text, sentence, number)
        if told is not None:
            yield told


def _told_behind(text: str, sentence: Span, number: NumberSpan) -> Affected | None:
    """ "30 people are missing", "some 3,000 families fled"; the nearest words decide."""
    phrase = _people_behind(text, sentence, number)
    if phrase is None:
        return None
    for kind in AFFECTED:
        found = _behind(kind).match(text, phrase.end(), sentence.end)
        if found and not _IN_HOSPITAL.match(text, found.end(), sentence.end) and not _are_few_who_fled(number, found):
            return Affected(kind, number, Span.cut(text, *found.span(found.lastgroup or 0)))
    return None


def _are_few_who_fled(number: NumberSpan, found: re.Match[str]) -> bool:
    return (
        found["did"] is not None
        and found["did"].lower().endswith(("fled", "flee"))
        and (number.low or number.high or 0) < LEAST_FLEEING
    )


def _told_before(text: str, sentence: Span, number: NumberSpan) -> Affected | None:
    """ "arrested 30", "displacing more than 3,000 people", "captured a village and 30 soldiers", "forced 30 out"."""
    phrase = _people_behind(text, sentence, number)
    if phrase is None:
        return None
    offset = max(sentence.start, number.start - _LOOK_BACK)
    before = text[offset : number.start]
    ends = bool(_ENDS.match(text, phrase.end(), sentence.end))
    for kind in AFFECTED:
        found = _before(kind).search(before) or (_before_another(kind).search(before) if ends else None)
        if found:
            return Affected(kind, number, Span.cut(text, offset + found.start(1), offset + found.end(1)))
    driven = _driven().search(before)
    if driven and _away().match(text, phrase.end(), sentence.end):
        return Affected("displaced", number, Span.cut(text, offset + driven.start(1), offset + driven.end(1)))
    return None


def _people_behind(text: str, sentence: Span, number: NumberSpan) -> re.Match[str] | None:
    """The noun phrase behind a number if it tells of people: no noun at all, one for people, or a people's name."""
    phrase = _phrase().match(text, number.end, sentence.end)
    words = phrase.group(1).split() if phrase else []
    return phrase if not words or _people().fullmatch(words[-1]) or words[-1] in _peoples() else None


def _nearest(scene: Scene, events: Sequence[MarkedEvent], told: Affected, sentence: int) -> int | None:
    """The index of the act that the number belongs to: the word itself, else the nearest in or before its sentence."""
    near: list[tuple[tuple[int, int, bool, int], int]] = []
    kinds, clause = _lists()[told.kind]["of"], scene.clause_at(told.number)
    for index, event in enumerate(events):
        if event.trigger.overlaps(told.word):
            return index
        back = sentence - scene.sentence_index(event.trigger)
        if event.type in kinds and event.status == "actual" and 0 <= back <= REACH_SENTENCES:
            distance = max(event.trigger.start - told.number.end, told.number.start - event.trigger.end)
            rank = kinds.index(event.type) if not back else 0
            near.append(((back, rank, not clause.holds(event.trigger), distance), index))
    return min(near)[1] if near else None


def _is_again(number: NumberSpan, known: Sequence[NumberSpan]) -> bool:
    return any((one.low, one.high) == (number.low, number.high) for one in known)


def _lists() -> Any:
    return load_words("affected")


@cache
def _phrase() -> re.Pattern[str]:
    """What a number counts: up to four words that begin no new statement and do not yet say what befell them."""
    told = {word.split()[0] for kind in AFFECTED for name in ("befell", "did") for word in _lists()[kind][name]}
    word = rf"(?!{_NO_NOUN}|(?:{source_of(told)})\b)[\w-]+(?:['’]s?\b)?"
    return re.compile(
        rf"(?![-'’\"″/:]\S)(?:\s+of(?:\s+(?:the|its|their|his|her|our))?)?((?:\s+{word}){{0,4}})", re.IGNORECASE
    )


@cache
def _any_word() -> re.Pattern[str]:
    """Any of the words that count people so: a cheap first look."""
    lists = [_lists()[kind] for kind in AFFECTED]
    return pattern_of(
        [w for words in lists for name in ("befell", "did", "before", "away") for w in words.get(name, ())]
    )


@cache
def _behind(kind: str) -> re.Pattern[str]:
    """What follows the people: " were captured", " fled", " missing"."""
    befell, did = source_of(_lists()[kind]["befell"]), source_of(_lists()[kind]["did"])
    return re.compile(
        rf"{_ASIDE}(?:\s+who)?\s+(?:{BE}(?P<told>{befell})\b|(?P<did>{did})\b|(?P<bare>{befell})\b{_AFTER_BARE})",
        re.IGNORECASE,
    )


@cache
def _before(kind: str) -> re.Pattern[str]:
    """The end of the words before a number: "capturing "."""
    return re.compile(rf"\b({source_of(_lists()[kind]['before'])})\s+(?:(?:the|all|another|some)\s+)?\Z", re.IGNORECASE)


@cache
def _before_another(kind: str) -> re.Pattern[str]:
    """The same where another object stands between: "captured a village and "."""
    return re.compile(rf"\b({source_of(_lists()[kind]['before'])}){_AND}\s+\Z", re.IGNORECASE)


@cache
def _driven() -> re.Pattern[str]:
    return re.compile(rf"\b({source_of(_lists()['displaced']['driven'])})\s+\Z", re.IGNORECASE)


@cache
def _away() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{source_of(_lists()['displaced']['away'])})\b", re.IGNORECASE)


@cache
def _people() -> re.Pattern[str]:
    persons = [str(word) for word in load_words("casualties")["persons"]]
    return re.compile(source_of([*persons, *(f"{word}s" for word in persons), *_lists()["people"]]), re.IGNORECASE)


@cache
def _peoples() -> frozenset[str]:
    """ "Kenyan", "Kenyans"."""
    words = {word for row in load_csv("demonyms.csv") for word in row["words"].split("|")}
    return frozenset(words | {f"{word}s" for word in words})
