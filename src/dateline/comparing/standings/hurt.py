"""Who was shot and lived? Of those whom a report tells as hit, the ones who are not among the dead are hurt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dateline.comparing.standings.lead import of_beginning
from dateline.comparing.standings.lists import Bounds, add_lists, bounds_of
from dateline.comparing.standings.persons import count_persons, is_person
from dateline.comparing.standings.told import are_dead, counts_all_hit
from dateline.comparing.standings.treated import find_treated
from dateline.comparing.standings.victims import FOLD
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
_BESIDE_CHARACTERS = 20
_MULTIPLE = re.compile(rf"\b({'|'.join(FOLD)})[ -](?:shooting|stabbing)", re.IGNORECASE)
_SINGULAR = re.compile(
    r"\A(?:an?|another|the|his|her)\s+(?:[\w'’-]+\s+){0,3}(?!\w+s\Z|people\Z|\w*men\Z)\w+\Z", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"\A(?:(?:at least|all|all of|the|his|her|their|these|another|about|some) )*{VALUE}", re.IGNORECASE
)


# "Charged (a clerk)", "a shooting involving (two boys)"
_NOT_HIT = re.compile(
    r"\b(?:charge[sd]?|charging|(?:arrest|jail|indict|detain)(?:s|ed|ing)?|(?:accus|involv)(?:es?|ed|ing)|seek(?:s|ing)?|"
    r"(?:hunt|search|look)(?:s|es|ing)? for)\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_LOOK_BACK = 30
# "The victims are a clerk and two boys. All died of gunshot wounds."
_ALL_DIED = re.compile(
    r"\b(?:all|both|all (?:two|three|four|five|six|seven|eight|nine|\d+))(?: of (?:them|whom)| (?:of )?the \w+| \w+)?"
    r"(?: have| had)? "
    r"(?:died|dead|deceased|(?:was|were|are|have been|had been) (?:\w+ )?(?:dead|deceased|killed|pronounced dead|"
    r"declared dead|shot dead|found dead|shot to death|fatally \w+))\b",
    re.IGNORECASE,
)


def find_hit(events: Sequence[CaseEvent], report: ReadReport, dead: int) -> tuple[int, tuple[NumberSpan, ...]]:
    """How many persons a report tells as shot, stabbed or the like and not as dead, and the words that say so.

    dead: how many of those who were counted are dead. Where somebody is, persons told one by one count only if the
    report says that somebody lives, and only those who cannot be one of its dead.
    """
    if dead > 1 and _ALL_DIED.search(report.report.text):
        return 0, ()
    told = _told(events, report, dead)
    counts: list[tuple[Bounds, tuple[NumberSpan, ...]]] = [(bounds_of(n), (n,)) for n in told if (n.low or 0) > 1]
    counts += [made for made in add_lists(told, report.report.text) if any(n.low != 1 for n in made[1])]
    counts += [((1, n.high), (n,)) for n in told if n.low == 1 != n.high]  # "at least one person"
    counts += [(bounds_of(n), (n,)) for event in events if (n := _hit_by_name(event, report)) is not None]
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


def _hit_by_name(event: CaseEvent, report: ReadReport) -> NumberSpan | None:
    """The words that say how many an act hit: "a triple shooting"."""
    trigger, text = event.event.trigger, report.report.text
    if event.event.type != "ASSAULT" or event.event.status != "actual":
        return None
    found = _MULTIPLE.search(text, max(0, trigger.start - _BESIDE_CHARACTERS), trigger.end)
    if found is None or found.end() != trigger.end:
        return None
    count = FOLD[found[1].lower()]
    return NumberSpan(*found.span(), found[0], count, count)


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
        if _was_not_hit(filler.span, report):
            continue
        one = _single().search(words) or _is_one(filler.span, report) or _wounds_himself(filler.span, report)
        if low is not None and low <= MOST and (counted or one):
            found.append(NumberSpan(filler.span.start, filler.span.end, words, low, high))
    return found


def _was_not_hit(words: Span, report: ReadReport) -> bool:
    """Whether the words beside these say that they are the accused, or dead: "(two clerks) killed by gunfire"."""
    text = report.report.text
    before = text[max(0, words.start - _LOOK_BACK) : words.start]
    return bool(_NOT_HIT.search(before)) or are_dead(words, text)


def _is_one(words: Span, report: ReadReport) -> bool:
    """Whether a phrase in the singular, whatever its noun, is known as a person: "the sailor"."""
    if not _SINGULAR.match(words.text):
        return False
    return any(m.type == "person" and m.span.overlaps(words) for m in report.reading.mentions)


def _wounds_himself(words: Span, report: ReadReport) -> bool:
    """ "(Shot) himself in the foot": who "shot himself" without more may be dead, unless the report says who lives."""
    if not _HIMSELF.match(words.text):
        return False
    return says_survived(report) or bool(_IN_LIMB.match(report.report.text, words.end))


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
