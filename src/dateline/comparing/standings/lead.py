"""Whom does a report's beginning count? Reports give the toll first; larger numbers further down count others too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.comparing.standings.persons import count_persons, is_person, may_be_same, person_of
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span

# Headline and the two sentences behind it.
LEAD_SENTENCES = 3
# Headline and lead tell of the act itself, though it be "the second attack in a week".
ELSEWHERE_FROM = 2
# From here on a report's beginning gives a toll that may rise further down ("killed seven … by night 15 were dead").
SEVERAL = 3
# A report tells of several happenings, which come one after the other.
REPORTS_AT_HAND = 1024
# "Two others died later", "brings the toll to three": these belong to it all the same.
_SAME = re.compile(
    r"\b(?:others?|more|also|another|both|including|among (?:them|the)|toll|total|in all|altogether|victims|himself|"
    r"herself|murder[- ]suicide|double|triple)\b",
    re.IGNORECASE,
)
_ACT = (
    r"(?:[\w-]+ ){0,2}?(?:shootings?|attacks?|killings?|murders?|homicides?|slayings?|incidents?|stabbings?|raids?|"
    r"bombings?|blasts?|robber(?:y|ies))"
)
_RANK = r"(?:second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th))"
# "It was the second shooting this month; three people died in the first one", "in another shooting last week"
_ELSEWHERE = re.compile(
    rf"\b(?:(?:the|its|their) {_RANK} {_ACT}"
    r"|(?:another|an earlier|a previous|a separate|an unrelated|a similar|a different|one of the|a string of|"
    rf"a series of) {_ACT}"
    rf"|{_ACT} (?:last|earlier this) (?:week|month|year|summer|winter|spring|fall|autumn)"
    rf"|(?:an?|the|this) (?:[A-Z][a-z]+ )?(?:19|20)\d\d {_ACT}|the previous (?:day|week|month|year)"
    r"|in unrelated|in (?:19|20)\d\d\b|last year|elsewhere"
    r"|(?:days|weeks|months|years|an? (?:week|month|year)|and a half) (?:ago|earlier|before)"
    r"|hours (?:earlier|before|after))\b",
    re.IGNORECASE,
)


def find_others(numbers: Sequence[NumberSpan], report: ReadReport) -> frozenset[NumberSpan]:
    """Those of a report's numbers, told behind its beginning, that count more than the one or two of its beginning, or
    are told of another act in so many words.

    "A porter was shot dead … It was the sixth such killing; four people died in May."
    """
    sentences = report.reading.sentences
    order = {n: next((i for i, sentence in enumerate(sentences) if sentence.holds(n)), 0) for n in numbers}
    beginning = [n for n, at in order.items() if at < ELSEWHERE_FROM]
    recalled = _recalled(report)
    elsewhere = {
        n for n, at in order.items() if recalled.get(at) == at or (at in recalled and _is_new(n, beginning, report))
    }
    first = [n for n, at in order.items() if at < LEAD_SENTENCES and n.low and n not in elsewhere]
    told = max(count_persons(first, report), *(n.low or 0 for n in first)) if first else SEVERAL
    if told >= SEVERAL:
        return frozenset(elsewhere)
    more = {
        n
        for n, at in order.items()
        if at >= LEAD_SENTENCES and not is_person(n) and (n.low or 0) > told and not _SAME.search(sentences[at].text)
    }
    return frozenset(elsewhere | more)


def _recalled(report: ReadReport) -> dict[int, int]:
    """The sentences that tell of another act, each with the sentence that says so: itself, or one before it in its
    paragraph."""
    return _recalled_in(report.report.text, report.reading.sentences)


@lru_cache(maxsize=REPORTS_AT_HAND)
def _recalled_in(text: str, sentences: tuple[Span, ...]) -> dict[int, int]:
    found: dict[int, int] = {}
    for at, sentence in enumerate(sentences):
        if at >= ELSEWHERE_FROM and _ELSEWHERE.search(sentence.text):
            found[at] = at
        elif at - 1 in found and "\n" not in text[sentences[at - 1].end : sentence.start + 1]:
            found[at] = found[at - 1]
    return found


def _is_new(number: NumberSpan, beginning: Sequence[NumberSpan], report: ReadReport) -> bool:
    """Whether these are a person of whom the report's beginning does not tell."""
    if not is_person(number):
        return False
    person = person_of(number, report)
    known = [person_of(n, report) for n in beginning if is_person(n)]
    return not any(may_be_same(person, other, report) for other in known)


def of_beginning(numbers: Sequence[NumberSpan], report: ReadReport) -> tuple[NumberSpan, ...]:
    """The numbers of headline and lead; all of them where those have none."""
    sentences = report.reading.sentences
    end = sentences[min(LEAD_SENTENCES, len(sentences)) - 1].end if sentences else 0
    return tuple(number for number in numbers if number.start < end) or tuple(numbers)
