"""Who was taken to hospital, or has a wound? Finds people whom the text tells as hurt by what was done with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.language.alternatives import ANY_ENDING, alternatives_of
from dateline.language.numbers import VALUE, read_number
from dateline.lexicons import load_yaml
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span

REACH_SENTENCES = 4
"""How far behind the violence it is told what became of those who were hit; our choice."""
AHEAD_SENTENCES = 1
_TOLD = re.compile(r"\b(?:hospital|medical|trauma|cent(?:er|re)|clinic|wound|injur|recovering)", re.IGNORECASE)
# "was taken by ambulance to Velm Hospital", "with a knife wound in the arm", "suffered several stab wounds"
_TREATED = (
    r"(?:(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?(?:taken|rushed|airlifted|flown|transported|driven|brought|sent)\s+"
    r"(?:by\s+\w+\s+)?to\s+(?:(?!from\b)[\w.'’-]+\s+){0,6}?(?:hospitals?|medical|trauma|cent(?:er|re)|clinic)\b"
    r"|(?:is|are)\s+recovering\b"
    r"|(?:suffer\w*|sustain\w*|receiv\w*|with|had)\s+(?:from\s+)?(?:[\w-]+\s+){0,4}?(?:gunshot|stab|bullet|knife|shrapnel|graze)\s+"
    r"(?:wounds?|injur\w+))"
)


def find_treated(acts: Sequence[Span], report: ReadReport) -> tuple[NumberSpan, ...]:
    """People of whom the report says that they were taken to hospital or have wounds of weapons, in text order.

    acts: the words of the violence; only what is told near them counts.
    """
    sentences = report.reading.sentences
    told = {i for i, s in enumerate(sentences) for act in acts if s.holds(act)}
    near = sorted(
        {i for at in told for i in range(at - AHEAD_SENTENCES, at + REACH_SENTENCES + 1)} & set(range(len(sentences)))
    )
    return tuple(n for i in near if _TOLD.search(sentences[i].text) for n in _in(sentences[i].text, sentences[i].start))


def _in(sentence: str, offset: int) -> Iterator[NumberSpan]:
    for found in _pattern().finditer(sentence):
        bounds = read_number(found["count"]) if found["count"] else (1, 1)
        low, high = bounds or (1, 1)
        if low is not None:
            start, end = found.span("who")
            yield NumberSpan(start + offset, end + offset, found["who"], low, high)


@cache
def _pattern() -> re.Pattern[str]:
    persons = alternatives_of(load_yaml("casualties.yaml")["persons"], ANY_ENDING, "s?")
    return re.compile(
        rf"(?<![\w-])(?P<who>(?:(?P<count>(?:at least\s+)?{VALUE})|an?|another|the)\s+(?:[\w'’-]+\s+){{0,3}}?"
        rf"(?:{persons}|people|persons|others|men|women|children))(?:,[^,.;]{{1,50}},|\s\([^)]*\))?\s+{_TREATED}",
        re.IGNORECASE,
    )
