"""Which numbers stand in the tellings, and which of them count nobody? "Orm Tasker, 17," gives an age."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.comparing.standings.persons import is_person, may_be_same, person_of
from dateline.model.case import CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan

FIELDS = ("killed", "injured")
# "(Orm Tasker), 17, (was shot)" is an age; "five (shot, one killed)" counts those who were hit.
_AGED = re.compile(r"[A-Z][\w'’.-]*,\s*$")
_HIT = re.compile(r"\s+(?:\w+\s+)?(?:shot(?!\s+(?:dead|to death|and killed))|wounded|injured|hurt)\b", re.IGNORECASE)
_AGE_CHARACTERS = 30


@dataclass(frozen=True, slots=True)
class Told:
    """One number of one telling. out: why it counts nobody of the field, "" where it counts."""

    event: CaseEvent
    number: NumberSpan
    out: str = ""


def find_told(events: Sequence[CaseEvent], reports: Mapping[str, ReadReport], field: str) -> list[Told]:
    """Every number of killed or of injured, the same words once, in the order of the events."""
    found: dict[tuple[str, NumberSpan], Told] = {}
    for event in events:
        for number in getattr(event.event, field):
            why = _why_not(event, number, reports[event.report], field)
            known = found.get((event.report, number))
            if known is None or (known.out and not why):
                found[event.report, number] = Told(event, number, why)
    if field == "injured":
        return _alive(list(found.values()), events, reports)
    return list(found.values())


def _why_not(event: CaseEvent, number: NumberSpan, report: ReadReport, field: str) -> str:
    text = report.report.text
    if _is_age(number, text):
        return "an age"
    if number.low is None and number.high is None:
        return "no number is said"
    if field == "killed" and number in event.event.injured and number.high != 0:
        return "counts the injured"
    if field == "killed" and _HIT.match(text, number.end):
        return "counts all who were hit"
    return ""


def _alive(told: Sequence[Told], events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> list[Told]:
    """The injured; who may be a person whom the same report tells as dead is marked as such."""
    dead = {(e.report, number) for e in events for number in e.event.killed if is_person(number)}
    return [_unless_dead(one, [n for report, n in dead if report == one.event.report], reports) for one in told]


def _unless_dead(told: Told, dead: Sequence[NumberSpan], reports: Mapping[str, ReadReport]) -> Told:
    if told.out or not dead or not is_person(told.number):
        return told
    report = reports[told.event.report]
    hurt = person_of(told.number, report)
    same = any(may_be_same(hurt, person_of(number, report), report) for number in dead)
    return Told(told.event, told.number, "died since, by the same report") if same else told


def _is_age(number: NumberSpan, text: str) -> bool:
    if not number.text.isdigit():
        return False
    return bool(_AGED.search(text[max(0, number.start - _AGE_CHARACTERS) : number.start])) and text[
        number.end : number.end + 1
    ] in (",", ")")
