"""What is about which violence? An inquiry, a charge, an arrest or a condemnation is told as part of what it is about.

They are events of their own kind (PLOVER's ACCUSE, COERCE), but no story apart: a report that says that police
investigate a shooting, or that a ministry condemns a shelling, is a report of the shooting and of the shelling. They
stand in the incident beside those that tell of it, and count for none of its facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.comparing.incidents.tellings import Telling
from dateline.model.case import CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.span import Span

WORDS = "ACCUSE"
VIOLENCE = "ASSAULT"
# "Arrested in the shooting", "held over the attack", "the shooting suspect was arrested": what is done about it.
_OVER = re.compile(
    r"\b(?:in|over|for|following|after|connect(?:ed|ion)|relation|suspect(?:s|ed)?|suspicion|accused|wanted)\b",
    re.IGNORECASE,
)


def attach_words(tellings: Sequence[Telling], reports: Sequence[ReadReport]) -> list[Telling]:
    """The tellings, each act of words with the violence of its report that it is about; order kept."""
    by_report: dict[int, list[int]] = {}
    for position, telling in enumerate(tellings):
        by_report.setdefault(telling.report, []).append(position)
    changed = dict(enumerate(tellings))
    for report, positions in by_report.items():
        for position, kept in _attached(positions, tellings, reports[report].reading.sentences).items():
            if kept is None:
                del changed[position]
            else:
                changed[position] = kept
    return [changed[position] for position in sorted(changed)]


def part_words(tellings: Sequence[Telling]) -> tuple[Sequence[Telling], Sequence[Telling]]:
    """Those of a group that tell of it, and those that are only words about it: who condemns need not tell."""
    words = [t for t in tellings if t.type == WORDS]
    if not any(t.type == VIOLENCE for t in tellings):
        return tellings, ()
    return [t for t in tellings if t.type != WORDS], words


def _attached(
    positions: Sequence[int], tellings: Sequence[Telling], sentences: Sequence[Span]
) -> Mapping[int, Telling | None]:
    """Position -> the telling with its words, or what is left of a telling of words, None when nothing is."""
    violent = [at for at in positions if tellings[at].type == VIOLENCE and _happened(tellings[at])]
    told: dict[int, list[CaseEvent]] = {}
    left: dict[int, Telling | None] = {}
    for at in positions:
        if not violent or not _happened(tellings[at]):
            continue
        subjects = _subjects(tellings[at], violent, tellings, sentences)
        for event in tellings[at].all_events:
            if (subject := subjects[event.id]) is not None:
                told.setdefault(subject, []).append(event)
        left[at] = _without(tellings[at], {event for event, subject in subjects.items() if subject is not None})
    with_words = {at: replace(tellings[at], about=tuple(events)) for at, events in told.items()}
    return {**left, **with_words}


def _happened(telling: Telling) -> bool:
    return not telling.planned and not telling.summary


def _subjects(
    telling: Telling, violent: Sequence[int], tellings: Sequence[Telling], sentences: Sequence[Span]
) -> Mapping[str, int | None]:
    """Event id -> the violence that it is about."""
    if telling.type == WORDS:
        return {e.id: _subject(e, violent, tellings, sentences) for e in telling.all_events}
    if telling.type == "COERCE" and telling.modes <= {"arrest"}:
        over = [at for e in telling.all_events if (at := _arrested_over(e, violent, tellings, sentences)) is not None]
        return {e.id: over[0] if over else None for e in telling.all_events}
    return {e.id: None for e in telling.all_events}


def _arrested_over(
    event: CaseEvent, violent: Sequence[int], tellings: Sequence[Telling], sentences: Sequence[Span]
) -> int | None:
    """The violence for which somebody is arrested, where the sentence says so."""
    trigger = event.event.trigger
    for sentence in sentences:
        if not sentence.holds(trigger):
            continue
        for at in violent:
            for act in tellings[at].all_events:
                start, end = sorted((trigger.start - sentence.start, act.event.trigger.start - sentence.start))
                if sentence.holds(act.event.trigger) and _OVER.search(sentence.text[start:end]):
                    return at
    return None


def _subject(
    event: CaseEvent, violent: Sequence[int], tellings: Sequence[Telling], sentences: Sequence[Span]
) -> int | None:
    """The violence that stands in the same sentence, the nearest; else the only violence of the report."""
    beside = [s for s in sentences if s.overlaps(event.event.trigger)]
    near = [
        (abs(act.event.trigger.start - event.event.trigger.start), at)
        for at in violent
        for act in tellings[at].all_events
        if any(s.overlaps(act.event.trigger) for s in beside)
    ]
    if near:
        return min(near)[1]
    return violent[0] if len(violent) == 1 else None


def _without(telling: Telling, gone: set[str]) -> Telling | None:
    events = tuple(e for e in telling.events if e.id not in gone)
    counter = tuple(e for e in telling.counter if e.id not in gone)
    return replace(telling, events=events, counter=counter) if events or counter else None
