"""Who died, where a report counts nobody? "Orm Tasker was shot and died in hospital" is one killed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.language.alternatives import alternatives_of
from dateline.language.names import fold
from dateline.lexicons import load_yaml
from dateline.model.case import CaseEvent
from dateline.model.reading import ReadReport

_ONE_PERSON = re.compile(r"^(?:an?|the|his|her|their|one)\s|\d-year-old|\d-month-old", re.IGNORECASE)
_BESIDE_CHARACTERS = 30
_TRIED = re.compile(
    r"\b(?:attempt(?:ed|ing|s)?(?: to)?|tr(?:y|ied|ying) to|intent(?:ion)? to|conspir\w+ to|threat\w+ to|plott?\w* to|"
    r"wanted to|nearly|almost)\s+(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_FATAL = re.compile(r"(?<!non-)(?<!non )\b(?:fatal|fatally|deadly|lethal)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_DEAD = re.compile(r"\s+(?:dead|to death|and kill\w*|deaths?|fatality|victim dies)\b", re.IGNORECASE)
FOLD = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
"""How many an act had for victims, by the word before it ("a triple shooting")."""
_MULTIPLE = re.compile(
    rf"\b({'|'.join(FOLD)})[ -](?:\w+ )?(?:murder|homicide|killing|slaying|shooting|stabbing)(?:-suicide)?\Z",
    re.IGNORECASE,
)
_MANY = re.compile(r"\b(?:people|men|women|children|officers|soldiers|victims|others|two|three|\w+s)$", re.IGNORECASE)


def find_deadly(events: Sequence[CaseEvent], report: ReadReport) -> tuple[str, ...]:
    """Ids of the events that the report calls deadly, or by a word of killing, whether or not it says who died."""
    return tuple(
        event.id
        for event in events
        if event.event.type == "ASSAULT" and event.event.status == "actual" and _died(event, report)
    )


def count_deadly(events: Sequence[CaseEvent], report: ReadReport) -> int:
    """How many died at least, by the words for the acts that find_deadly found: "a double homicide" killed two."""
    return max((_victims_of(event, report) for event in events), default=0)


def _victims_of(event: CaseEvent, report: ReadReport) -> int:
    """The victims that a deadly act has by its name: 1 if it names no number."""
    trigger = event.event.trigger
    words = report.report.text[max(0, trigger.start - _BESIDE_CHARACTERS) : trigger.end]
    found = _MULTIPLE.search(words)
    if found:
        return FOLD[found[1].lower()]
    return 2 if "suicide" in trigger.text.lower() else 1


def find_victims(events: Sequence[CaseEvent], report: ReadReport) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the events that say of single persons that they died, and these persons."""
    deadly = find_deadly(events, report)
    found = [(event.id, person) for event in events if event.id in deadly for person in _persons(event, report)]
    return tuple(dict.fromkeys(e for e, _ in found)), tuple(dict.fromkeys(person for _, person in found))


def _died(event: CaseEvent, report: ReadReport) -> bool:
    """Whether the trigger, or the words beside it, say that somebody died ("killed", "a fatal shooting", "shot dead").

    "Attempted murder" and what was tried or meant to kill leave him alive.
    """
    trigger, text = event.event.trigger, report.report.text
    before = text[max(0, trigger.start - _BESIDE_CHARACTERS) : trigger.start]
    if _TRIED.search(before):
        return False
    if _words().search(trigger.text):
        return True
    return bool(_FATAL.search(before)) or bool(_DEAD.match(text, trigger.end))


def _persons(event: CaseEvent, report: ReadReport) -> list[str]:
    """What the single persons are called to whom it was done: the last word of a name, else the chain."""
    chains = report.reading.chains
    found = []
    for filler in event.event.recipient:
        if filler.chain is None:
            continue
        chain = chains[filler.chain]
        if chain.kind == "person" and chain.named:
            found.append(fold(chain.name).split()[-1] if fold(chain.name) else chain.name)
        elif _ONE_PERSON.search(filler.span.text) and not _MANY.search(filler.span.text):
            found.append("somebody")
    return found


@cache
def _words() -> re.Pattern[str]:
    lists = load_yaml("casualties.yaml")
    words = {word for kind in lists["killed"].values() for word in kind} | set(lists["deadly_acts"])
    return re.compile(rf"\b(?:{alternatives_of(words)})\b", re.IGNORECASE)
