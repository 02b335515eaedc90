"""Where may a time stand? A cheap look for the words without which there is none, so that the grammar reads little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.language.alternatives import alternatives_of
from dateline.reading.times.grammar import RULES
from dateline.reading.times.vocabulary import (
    DECADES,
    FEASTS,
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

_OTHERS = (
    "today yesterday tomorrow tonight overnight now nowadays noon midnight currently current recently recent lately "
    "presently present future former formerly past daily hourly weekly monthly quarterly annually yearly nightly "
    "everyday year-ago year-earlier year-end date ago term century centuries millennia period moment o'clock"
)
_WORDS = {*MONTHS, *WEEKDAYS, *SEASONS, *PARTS_OF_DAY, *DECADES, *UNITS, *_OTHERS.split()}
_WORDS |= {f"{unit}s" for unit in UNITS}
_WORDS |= {feast.split()[-1] for feast in FEASTS} | {f"{day}s" for day in WEEKDAYS} | {"nineteen", "thousand"}
_SEED = re.compile(r"\b(?:" + alternatives_of(_WORDS) + r")\b|\d+")
# Every word that the grammar knows may stand before the seed in one expression ("the last few" before "days").
_PLAIN = re.compile(r"\\.|\(\?P<\w+>|\{[\d,]+\}")
_KNOWN = frozenset(re.findall(r"[a-z']+", " ".join(_PLAIN.sub(" ", rule.source) for rule in RULES)))
_WORD_START = re.compile(r"(?<![\w$£€#])['\w]")
# Words at most before a seed: "at least the past two or three difficult months".
_WORDS_BEFORE = 12
_LONGEST_WORD = 24


def starts(folded: str) -> Iterator[int]:
    """Places where an expression may begin, in order."""
    done = 0
    for seed in _SEED.finditer(folded):
        begin = max(done, _chain_start(folded, seed.start()))
        for place in _WORD_START.finditer(folded, begin, seed.end()):
            yield place.start()
        done = seed.end()


def _chain_start(folded: str, place: int) -> int:
    """Where the run of known words that leads to this place begins."""
    for _ in range(_WORDS_BEFORE):
        end = place
        while end > 0 and place - end < _LONGEST_WORD and folded[end - 1] in " \t\n-,'":
            end -= 1
        begin = end
        while begin > 0 and end - begin < _LONGEST_WORD and (folded[begin - 1].isalnum() or folded[begin - 1] in "'."):
            begin -= 1
        word = folded[begin:end].strip(".'")
        if not word or not (word in _KNOWN or word[0].isdigit() or word.replace(".", "") in _KNOWN):
            return place
        place = begin
    return place
