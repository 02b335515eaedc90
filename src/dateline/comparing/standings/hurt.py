"""Who was shot and lived? Of those whom a report tells as hit, the ones who are not among the dead are hurt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dateline.comparing.standings.lead import of_beginning
from dateline.comparing.standings.lists import Bounds, add_lists, bounds_of
from dateline.comparing.standings.persons import count_persons, is_person
from dateline.comparing.standings.told import counts_all_hit
from dateline.comparing.standings.treated import find_treated
from dateline.language.alternatives import ANY_ENDING, alternatives_of
from dateline.language.numbers import VALUE, read_number
from dateline.lexicons import load_yaml
from dateline.model.case import CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span

# More are not told as hit one by one.
MOST = 50
# A report tells of several happenings, which come one after the other.
TEXTS_AT_HAND = 1024
_HIMSELF = re.compile(r"(?:(?:him|her|my|your)?self)\Z", re.IGNORECASE)
_IN_LIMB = re.compile(
    r"\s+(?:in|through)\s+(?:the|his|her|my|your|one)?\s*(?:(?:left|right|upper|lower)\s+)?"
    r"(?:foot|leg|hand|arm|thigh|knee|shoulder|finger|toe|calf|ankle|groin|buttocks?|hip)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\A(?:(?:at least|all|all of|the|his|her|their|these|another|about|some) )*{VALUE}", re.IGNORECASE
)


def find_hit(events: Sequence[CaseEvent], report: ReadReport, dead: int) -> tuple[int, tuple[NumberSpan, ...]]:
    """How many persons a report tells as shot, stabbed or the like and not as dead, and the words that say so.

    dead: how many of those who were counted are dead. Where somebody is, persons told one by one count only if the
    report says that somebody lives, and only those who cannot be one of its dead.
    """
    told = _told(events, report, dead)
    counts: list[tuple[Bounds, tuple[NumberSpan, ...]]] = [(bounds_of(n), (n,)) for n in told if (n.low or 0) > 1]
    counts += [made for made in add_lists(told, report.report.text) if any(n.low != 1 for n in made[1])]
    counts += [((1, n.high), (n,)) for n in told if n.low == 1 != n.high]  # "at least one person"
    single = [n for n in told if n.low == 1 == n.high]
    most = max((low for (low, _), _ in counts), default=0)
    killed = [n for event in events for n in event.event.killed if is_person(n)]
    of_report = count_persons(killed, report)
    # Those whom only other reports tell as dead may be told as hit here.
    lives = not dead or says_survived(report)
    alive = count_persons([*killed, *single], report) - max(of_report, dead) if lives else 0
    if most - dead >= alive:
        return max(0, most - dead), next((words for (low, _), words in counts if low == most), ())
    return alive, tuple(single)


def _told(events: Sequence[CaseEvent], report: ReadReport, dead: int) -> Sequence[NumberSpan]:
    """Who was hit, else who was taken to hospital; where nobody died only those of the beginning, if it has any."""
    told = [n for event in events if _is_hit(event) for n in _persons(event, report)]
    told += [n for event in events for n in event.event.injured if counts_all_hit(n, report.report.text)]
    if not told:
        acts = [e.event.trigger for e in events if e.event.type == "ASSAULT" and e.event.status == "actual"]
        told = list(find_treated(acts, report))
    return told if dead else of_beginning(told, report)


def says_survived(report: ReadReport) -> bool:
    """Whether the report says of somebody that he lives with his wounds."""
    return _says_survived(report.report.text)


@lru_cache(maxsize=TEXTS_AT_HAND)
def _says_survived(text: str) -> bool:
    return bool(_survived().search(text))


def _is_hit(event: CaseEvent) -> bool:
    told = event.event
    return told.type == "ASSAULT" and told.status == "actual" and bool(_hit().search(told.trigger.text))


def _persons(event: CaseEvent, report: ReadReport) -> list[NumberSpan]:
    found = []
    for filler in event.event.recipient:
        words = filler.span.text
        bounds = read_number(words) if _COUNTED.match(words) else None
        low, high = bounds if bounds is not None else (1, 1)
        counted = bounds not in (None, (1, 1)) or words.lower().startswith("one ")
        one = _single().search(words) or _wounds_himself(filler.span, report)
        if low is not None and low <= MOST and (counted or one):
            found.append(NumberSpan(filler.span.start, filler.span.end, words, low, high))
    return found


def _wounds_himself(words: Span, report: ReadReport) -> bool:
    """ "(Shot) himself in the foot": who "shot himself" without more may be dead."""
    return bool(_HIMSELF.match(words.text) and _IN_LIMB.match(report.report.text, words.end))


@cache
def _hit() -> re.Pattern[str]:
    return _any(load_yaml("casualties.yaml")["hit"])


@cache
def _survived() -> re.Pattern[str]:
    return _any(load_yaml("casualties.yaml")["survived"])


@cache
def _single() -> re.Pattern[str]:
    """One described person ("a porter", "the clerk of a corner shop"), or a name."""
    persons = alternatives_of(load_yaml("casualties.yaml")["persons"], ANY_ENDING)
    behind = r"(?:\s+(?:of|in|at|from|with|on|near|outside)\s.+)?"
    return re.compile(rf"(?i:\b(?:{persons}){behind}\Z)|\A[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*)+\Z")


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives_of(words, ANY_ENDING)})\b", re.IGNORECASE)
