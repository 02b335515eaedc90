"""Which numbers stand in the casualty ledger, whom do they count, and which of them count in the range?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.comparing.placed import Who
from dateline.comparing.standings.told import Scene, Told, counted_words, find_told, group_of
from dateline.comparing.standings.tolls import Toll, is_raised, without_partial
from dateline.model.actor import Actor, Evidence
from dateline.model.case import CaseEvent, Figure
from dateline.model.event import COUNTED
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span

BODIES = frozenset({"group", "government", "country", "organisation"})


@dataclass(frozen=True, slots=True)
class Ledgers:
    """What the casualty ledger of an incident is told from. tolls: by field, as they make the range."""

    scene: Scene
    actors: Mapping[str, Actor]
    who: Who
    tolls: Mapping[str, Sequence[Toll]]


def find_figures(events: Sequence[CaseEvent], case: Ledgers) -> tuple[Figure, ...]:
    """Every number that the events tell, by day of publication, with whom it counts and whether it makes the range."""
    found = [figure for field in COUNTED for figure in _of_field(events, case, field)]
    return tuple(
        sorted(
            found,
            key=lambda f: (
                COUNTED.index(f.quantity),
                f.as_of.isoformat() if f.as_of else "9999",
                f.words.report,
                f.words.span.start,
            ),
        )
    )


def _of_field(events: Sequence[CaseEvent], case: Ledgers, field: str) -> Iterator[Figure]:
    tolls = case.tolls[field]
    for told in find_told(events, case.scene, field):
        toll = _toll_of(told, tolls)
        out, why = (told.out, told.out) if told.out else _standing(told.number, toll, tolls, field)
        yield _figure(told, case, field, counted=not out, why=why)
    by_id = {event.id: event for event in events}
    for toll in tolls:
        if toll.inferred:
            yield _inferred(toll, by_id[toll.events[0]], case, field, _standing(None, toll, tolls, field)[1])


def _toll_of(told: Told, tolls: Sequence[Toll]) -> Toll | None:
    """The toll that the number made, else that of its report and origin, else one of its report."""
    of_report = [toll for toll in tolls if not toll.inferred and toll.report == told.event.report]
    fits = (
        *(toll for toll in of_report if told.number in toll.numbers),
        *(toll for toll in of_report if toll.origin == told.origin),
        *of_report,
    )
    return next(iter(fits), None)


def _standing(number: NumberSpan | None, toll: Toll | None, tolls: Sequence[Toll], field: str) -> tuple[str, str]:
    """(why it does not make the range, what is to be said of it), "" for nothing."""
    if toll is None:
        out = "died since, by another report" if field == "injured" else "part of another number"
    elif number is not None and number not in toll.numbers:
        out = f"part of the {toll.low} that the report gives"
    elif toll not in without_partial(tolls):
        single = number is None or number.low == 1
        out = "a single victim beside the toll" if single else "a part beside the toll"
    else:
        raised = next((later for later in tolls if is_raised(toll, later)), None)
        when = "in the same report" if raised and raised.report == toll.report else f"on {raised.day}" if raised else ""
        return "", f"stale: {raised.low} {when}" if raised else ""
    return out, out


def _figure(told: Told, case: Ledgers, field: str, *, counted: bool, why: str) -> Figure:
    number, report = told.number, case.scene.reports[told.event.report]
    words = counted_words(number, report.report.text)
    return Figure(
        quantity=field,
        low=number.low,
        high=number.high,
        words=Evidence(told.event.report, Span(number.start, number.end, number.text)),
        whom=words.text if words else None,
        group=group_of(words.text) if words else None,
        side=_side(words, report, case) if words else None,
        as_of=report.report.published.day if report.report.published else None,
        event=told.event.id,
        origin=case.scene.name_of(told.origin),
        counted=counted,
        why=why,
    )


def _inferred(toll: Toll, event: CaseEvent, case: Ledgers, field: str, stale: str) -> Figure:
    """A figure that the report gives without a number of its own."""
    span: Span = toll.numbers[0] if toll.numbers else event.event.trigger
    return Figure(
        quantity=field,
        low=toll.low,
        high=toll.high,
        words=Evidence(toll.report, Span(span.start, span.end, span.text)),
        whom=None,
        group=None,
        side=None,
        as_of=toll.day,
        event=event.id,
        origin=case.scene.name_of(toll.origin),
        counted=not stale or stale.startswith("stale"),
        why="; ".join(filter(None, (toll.inferred, stale))),
    )


def _side(words: Span, report: ReadReport, case: Ledgers) -> str | None:
    """The body whose people they are, where the words name it ("Varenian Army soldiers")."""
    for mention in report.reading.mentions:
        if mention.chain is not None and mention.span.overlaps(words):
            actor = case.who.actor_of.get((report.report.id, mention.chain))
            if (
                actor is not None
                and actor in case.actors
                and case.actors[actor].named
                and case.actors[actor].kind in BODIES
            ):
                return actor
    return None
