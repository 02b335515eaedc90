"""Which numbers beside an act count nobody whom it hurt? "3 arrested in fatal shooting", "several photos", ages."""

from __future__ import annotations

import re
from functools import cache

from dateline.language.numbers import read_number
from dateline.model.span import Span
from dateline.reading.events.behind import is_ranked
from dateline.reading.events.casualty_patterns import BE
from dateline.reading.events.words import load_words, source_of

# "Orm Tasker, 17,": an age
_BEFORE_AGE = re.compile(r"[A-Za-z’”\"')]\s*(?:,\s*|\()\Z")
_BEHIND_AGE = re.compile(r"\s*(?:[,().;]|\Z|of\b|was\b|were\b|died\b)")
_OLDEST = 110
# "the 300 block of Quay Road"
_ADDRESS = re.compile(r"(?:st|nd|rd|th)?\s+(?:block|street|avenue|road)\b", re.IGNORECASE)
# "A mother of two"
_CHILDREN_OF = re.compile(
    r"\b(?:father|mother|dad|mom|mum|parents?|grandmother|grandfather)\s+(?:of|to)\s+\Z", re.IGNORECASE
)
_NOT_IN_WHOM = (
    r"(?:dead|killed|died|injured|wounded|hurt|shot|stabbed|and|or|of|in|as|after|with|who|that|were|are|was)\b"
)
_BEHIND_ACCUSED = r"(?=\s*(?:[.,;:)–—-]|\Z|(?:in|over|for|with|after|on|following|as|and|of|to|by|at|since)\b))"


def is_no_count(text: str, words: Span) -> bool:
    """Whether a number counts things ("several photos"), parts of a body, a parent's children or suspects, is a rank,
    an age or part of an address; or the words are those for an animal."""
    if is_ranked(text, words) or _animal().search(words.text):
        return True
    if read_number(words.text) is not None and (_things().match(text, words.end) or _suspects().match(text, words.end)):
        return True
    if _CHILDREN_OF.search(text[max(0, words.start - 20) : words.start]):
        return True
    if words.text[-1:].isdigit() and _ADDRESS.match(text, words.end):
        return True
    if not words.text.isdigit() or int(words.text) > _OLDEST:
        return False
    before = text[max(0, words.start - 20) : words.start]
    return bool(_BEFORE_AGE.search(before)) and bool(_BEHIND_AGE.match(text, words.end))


@cache
def _things() -> re.Pattern[str]:
    """What is no person, as the word right behind a number."""
    things = source_of(word for name in ("things", "body", "animals") for word in load_words("casualties")[name])
    return re.compile(rf"\s+(?:{things})(?![\w-])", re.IGNORECASE)


@cache
def _suspects() -> re.Pattern[str]:
    """ "(3) charged in", "(Two) men have been arrested", "charges against (three) suspects"."""
    accused = source_of(load_words("casualties")["accused"])
    return re.compile(
        rf"(?:\s+(?!{_NOT_IN_WHOM})[\w’'-]+){{0,3}}?\s+(?:{BE})?(?:{accused}){_BEHIND_ACCUSED}"
        r"|\s+(?:[\w’'-]+\s+)?(?:suspects|defendants)\b(?![^.;]{0,40}\b(?:killed|dead|died|dies|shot|wounded|injured|hurt)\b)",
        re.IGNORECASE,
    )


@cache
def _animal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{source_of(load_words('casualties')['animals'])})\Z", re.IGNORECASE)
