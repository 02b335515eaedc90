"""Which words deny, oppose or negate? The lexicon of contradictions, stemmed and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from re import Pattern
from typing import NamedTuple

from dateline.lexicons import load_yaml

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = ("ing", "ed", "es", "s", "e")
LEAST_LETTERS = 3
# "lies" and "dies" have no "y".
LONGEST_SHORT = 4


class Word(NamedTuple):
    """A word of a text with its place and its stem."""

    start: int
    end: int
    text: str
    stem: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """lexicons/contradictions.yaml; words as stems, phrases of two words as "stem stem". denying: every word by which a
    claim can be a denial."""

    denying: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    nouns: frozenset[str]
    calling: frozenset[str]
    untruths: frozenset[str]
    not_of: frozenset[str]
    accusations: frozenset[str]
    empty: frozenset[str]
    comparisons: Pattern[str]
    statements: frozenset[str]
    earlier: Pattern[str]
    acts: dict[str, tuple[str, int]]
    deeds: dict[str, tuple[str, ...]]
    negations: frozenset[str]
    plain_negations: frozenset[str]
    no_negations: Pattern[str]
    after: Pattern[str]
    intents: frozenset[str]
    pasts: frozenset[str]
    conditions: frozenset[str]
    leaders: Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read on first use."""
    told = load_yaml("contradictions.yaml")
    denials = told["denials"]
    deeds: dict[str, tuple[str, ...]] = {}
    for kind, words in told["deeds"].items():
        for word in words:
            deeds[stem_of(word)] = (*deeds.get(stem_of(word), ()), kind)
    acts = {
        stem_of(word): (kind, direction)
        for kind, ways in told["acts"].items()
        for direction, way in ((1, "for"), (-1, "against"))
        for word in ways[way]
    }
    return Lexicon(
        denying=_stems([word for kind in ("strong", "weak", "nouns", "calling") for word in denials[kind]]),
        strong=_stems(denials["strong"]),
        weak=_stems(denials["weak"]),
        nouns=_stems(denials["nouns"]),
        calling=_stems(denials["calling"]),
        untruths=_stems(denials["untruths"]),
        not_of=_stems(denials["not_of"]),
        accusations=_stems(told["accusations"]),
        empty=frozenset(told["empty"]) | _stems(told["empty"]),
        comparisons=_any_of(told["comparisons"]["behind"]),
        statements=_stems(told["comparisons"]["statements"]),
        earlier=_any_of(told["earlier"]),
        acts=acts,
        deeds=deeds,
        negations=_stems(told["negations"]),
        plain_negations=_stems(told["plain_negations"]),
        no_negations=_any_of(told["no_negations"]),
        after=_any_of(told["after"]),
        intents=frozenset(told["intents"]) | _stems(told["intents"]),
        pasts=frozenset(told["pasts"]),
        conditions=frozenset(told["conditions"]),
        leaders=re.compile(rf"\b(?:{'|'.join(told['leaders'])})\b", re.IGNORECASE),
    )


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(m.start(), m.end(), m.group(), stem_of(m.group())) for m in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Lower case without possessive and the commonest endings; of two words, each: "Danes'" and "Dane" are one."""
    return " ".join(_stem(_POSSESSIVE.sub("", part)) for part in word.lower().split())


def topic_of(text: str) -> frozenset[str]:
    """The stems of a text that can carry a topic."""
    empty = lexicon().empty
    words = _WORD.findall(text)
    return frozenset(
        stem for word in words if (stem := stem_of(word)) not in empty and word.lower() not in empty and len(stem) > 1
    )


def _stem(word: str) -> str:
    if len(word) > LONGEST_SHORT and word.endswith(("ied", "ies")):
        return f"{word[:-3]}y"
    if word.endswith("ss"):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_LETTERS:
            return _single(word[: -len(ending)])
    return word


def _single(stem: str) -> str:
    """ "shell" and "shelled" stay, "hitt" of "hitting" becomes "hit"."""
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] in "bdgmnprt" else stem


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(stem_of(word) for word in words)


def _any_of(patterns: list[str]) -> Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
