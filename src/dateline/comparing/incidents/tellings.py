"""What does one report tell of one happening? Joins the events of a report that are the same happening.

A report mostly tells of few happenings and comes back to them again and again ("opened fire … the shooting … was
killed"), so that within a report events of one kind are one unless their days, places or means say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from dateline.comparing.incidents.dates import Days, days_of_year
from dateline.comparing.incidents.kinds import are_means_apart, needs_participants
from dateline.comparing.incidents.sites import are_apart
from dateline.comparing.streets import is_street
from dateline.model.case import CaseEvent, CasePlace

# Sets that are kept to be shared.
SETS_AT_HAND = 16_384

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of one happening.

    report: index of the report. events: its events that say it happened (or will), in text order; counter: those that
    say it did not. planned: whether it lies ahead. summary: whether it sums up what happened over
    weeks or years ("thousands were killed since March"). begin, end, firm: when, and whether the report's words say so.
    places: where, without repeats. actors, recipients: ids of those named. date_words: the words that date it.
    days_of_year: (month, day) in a report that nothing gives a year. about: inquiries, charges and condemnations of it.
    """

    report: int
    type: str
    planned: bool
    summary: bool
    events: tuple[CaseEvent, ...]
    counter: tuple[CaseEvent, ...]
    begin: date | None
    end: date | None
    firm: bool
    places: tuple[CasePlace, ...]
    actors: frozenset[str]
    recipients: frozenset[str]
    modes: frozenset[str]
    date_words: frozenset[str]
    days_of_year: frozenset[tuple[int, int]] = frozenset()
    about: tuple[CaseEvent, ...] = ()

    @property
    def all_events(self) -> tuple[CaseEvent, ...]:
        return self.events + self.counter


def find_tellings(
    events: Sequence[CaseEvent],
    report_index: Mapping[str, int],
    places: Mapping[str, CasePlace],
    firm: Mapping[str, Days],
    denied: frozenset[str] = frozenset(),
    named: frozenset[str] = frozenset(),
    speakers: Mapping[str, str] = MappingProxyType({}),
    summaries: frozenset[str] = frozenset(),
) -> list[Telling]:
    """The tellings of every report, in the order of reports and words; every event is in exactly one.

    firm: event id -> the days that its report's words give it (dates.py). denied: ids of the events that stand in the
    content of a denial. named: ids of the actors that have a name; "the gunman" and "the suspect" may be one.
    speakers: event id -> who says so in its report; what lies ahead is told by whose plan it is. summaries: ids of the
    events that sum up many happenings.
    """
    by_report: dict[int, list[CaseEvent]] = {}
    for event in events:
        by_report.setdefault(report_index[event.report], []).append(event)
    return [
        _telling(report, group, places, firm, denied, group[0].id in summaries)
        for report, of_report in sorted(by_report.items())
        for part in ([e for e in of_report if e.id not in summaries], [e for e in of_report if e.id in summaries])
        for group in _groups(part, places, firm, named, speakers)
    ]


def _groups(
    events: Sequence[CaseEvent],
    places: Mapping[str, CasePlace],
    firm: Mapping[str, Days],
    named: frozenset[str],
    speakers: Mapping[str, str],
) -> list[list[CaseEvent]]:
    groups: list[list[CaseEvent]] = []
    for event in sorted(events, key=lambda event: _vagueness(event, firm)):
        fitting = [g for g in groups if _fits(event, g, places, firm, named) and _is_one_plan(event, g, speakers)]
        if fitting:
            max(fitting, key=lambda group: _closeness(event, group)).append(event)
        else:
            groups.append([event])
    return [sorted(group, key=lambda e: e.event.trigger.start) for group in groups]


def _vagueness(event: CaseEvent, firm: Mapping[str, Days]) -> tuple[int, int]:
    """Events that say when and where come first, so that the vague ones find them."""
    return -((event.id in firm) + any(event.places)), event.event.trigger.start


def _closeness(event: CaseEvent, group: Sequence[CaseEvent]) -> tuple[int, int]:
    """Shared participants first, then nearness in the text."""
    here = {*event.actors, *event.recipients} - {None}
    shared = max(len(here & {*e.actors, *e.recipients}) for e in group)
    return shared, -min(abs(event.event.trigger.start - e.event.trigger.start) for e in group)


def _fits(
    event: CaseEvent,
    group: Sequence[CaseEvent],
    places: Mapping[str, CasePlace],
    firm: Mapping[str, Days],
    named: frozenset[str],
) -> bool:
    """Whether nothing in the event's words sets it apart from the group."""
    first = group[0]
    if event.event.type != first.event.type or _is_planned(event) != _is_planned(first):
        return False
    if any(_days_apart(event, e, firm) or are_means_apart(event.event.mode, e.event.mode) for e in group):
        return False
    if are_apart(_sites([event], places), _sites(group, places)):
        return False
    if not any(_may_be_one_act(event, e, named) for e in group):
        return False
    return not needs_participants(event.event.type) or any(_share_participants(event, e) for e in group)


def _is_one_plan(event: CaseEvent, group: Sequence[CaseEvent], speakers: Mapping[str, str]) -> bool:
    """Whether what lies ahead is the plan of the same one: who is to act or, where nobody is named, who says so."""
    if not _is_planned(event):
        return True
    planners = [_planners(e, speakers) for e in group]
    return any(_planners(event, speakers) & p for p in planners) or not (_planners(event, speakers) or any(planners))


def _planners(event: CaseEvent, speakers: Mapping[str, str]) -> Set[str]:
    acting = {actor for actor in event.actors if actor is not None}
    speaker = speakers.get(event.id)
    return acting or ({speaker} if speaker else set())


def _may_be_one_act(a: CaseEvent, b: CaseEvent, named: frozenset[str]) -> bool:
    """Not when others act, both by name, unless upon the same one: the bombing by one army is not that by another."""
    acting = _agree({*a.actors} & named, {*b.actors} & named)
    return acting is not False or _agree({*a.recipients}, {*b.recipients}) is True


def _days_apart(a: CaseEvent, b: CaseEvent, firm: Mapping[str, Days]) -> bool:
    one, other = firm.get(a.id), firm.get(b.id)
    return one is not None and other is not None and not (one[0] <= other[1] and other[0] <= one[1])


def _share_participants(a: CaseEvent, b: CaseEvent) -> bool:
    """Whether the same one acts, and upon the same one where both say upon whom."""
    acting = _agree({*a.actors}, {*b.actors})
    suffering = _agree({*a.recipients}, {*b.recipients})
    return acting is True and suffering is not False


def _agree(a: Set[str | None], b: Set[str | None]) -> bool | None:
    """None when either side does not say."""
    a, b = a - {None}, b - {None}
    return bool(a & b) if a and b else None


def _is_planned(event: CaseEvent) -> bool:
    return event.event.status in ("future", "hypothetical")


def _sites(events: Iterable[CaseEvent], places: Mapping[str, CasePlace]) -> tuple[CasePlace, ...]:
    named = (
        (words, places[p]) for e in events for words, p in zip(e.event.place, e.places, strict=True) if p is not None
    )
    sites = (place for words, place in named if place.precision == "exact" or not is_street(words.text, place.name))
    return tuple({place.id: place for place in sites}.values())


def _telling(
    report: int,
    events: Sequence[CaseEvent],
    places: Mapping[str, CasePlace],
    firm: Mapping[str, Days],
    denied: frozenset[str],
    summary: bool,
) -> Telling:
    said = tuple(e for e in events if e.event.status != "negated" and e.id not in denied)
    begin, end, is_firm = _when(said or events, firm)
    return Telling(
        report=report,
        type=events[0].event.type,
        planned=_is_planned(events[0]),
        summary=summary,
        events=said,
        counter=tuple(e for e in events if e not in said),
        begin=begin,
        end=end,
        firm=is_firm,
        places=_sites(events, places),
        actors=_set(a for e in events for a in e.actors if a is not None),
        recipients=_set(r for e in events for r in e.recipients if r is not None),
        modes=_set(e.event.mode for e in events if e.event.mode),
        date_words=_set(
            word for e in events if e.id in firm for said in e.event.date for word in said.text.lower().split()
        ),
        days_of_year=_set(
            day for e in events if e.begin is None for said in e.event.date for day in days_of_year(said.text)
        ),
    )


def _set(items: Iterable[Item]) -> frozenset[Item]:
    return _once(frozenset(items))


@lru_cache(maxsize=SETS_AT_HAND)
def _once(items: frozenset[Item]) -> frozenset[Item]:
    """Most tellings have no more than a mode or an actor in these sets, or nothing; equal ones are one in memory."""
    return items


def _when(events: Sequence[CaseEvent], firm: Mapping[str, Days]) -> tuple[date | None, date | None, bool]:
    """The narrowest interval that the words give, else the latest that the day of publication allows."""
    given = [firm[e.id] for e in events if e.id in firm]
    if given:
        begin, end = min(given, key=lambda days: (days[1] - days[0], days[0]))
        return begin, end, True
    begins = [e.begin for e in events if e.begin is not None]
    ends = [e.end for e in events if e.end is not None]
    return min(begins, default=None), max(ends, default=None), False
