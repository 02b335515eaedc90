"""Which numbers stand in the casualty ledger, whom do they count, and which of them count in the range?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.comparing.placed import Who
from dateline.comparing.standings.stale import current, is_raised
from dateline.comparing.standings.told import Scene, Told, counted_words, find_told, group_of
from dateline.comparing.standings.tolls import Toll, without_partial
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
    ledger = _Tolls(case.tolls[field], field)
    for told in find_told(events, case.scene, field):
        out, why = (told.out, told.out) if told.out else ledger.standing(told.number, ledger.of(told))
        yield _figure(told, case, field, counted=not out, why=why)
    by_id = {event.id: event for event in events}
    for toll in ledger.tolls:
        if toll.inferred:
            yield _inferred(toll, by_id[toll.events[0]], case, field, ledger.standing(None, toll)[1])


class _Tolls:
    """The tolls of one quantity, by report, and which of them make the range and are not stale."""

    def __init__(self, tolls: Sequence[Toll], field: str) -> None:
        self.tolls, self._field = tolls, field
        self._of_report: dict[str, list[Toll]] = {}
        for toll in tolls:
            if not toll.inferred:
                self._of_report.setdefault(toll.report, []).append(toll)
        # Tolls are told apart by what they are, not by what they say: two reports may say the same.
        self._kept = {id(toll) for toll in without_partial(tolls)}
        self._current = {id(toll) for toll in current(tolls)}

    def of(self, told: Told) -> Toll | None:
        """The toll that a number made, else that of its report and origin, else one of its report."""
        of_report = self._of_report.get(told.event.report, [])
        fits = (
            *(toll for toll in of_report if told.number in toll.numbers),
            *(toll for toll in of_report if toll.origin == told.origin),
            *of_report,
        )
        return next(iter(fits), None)

    def standing(self, number: NumberSpan | None, toll: Toll | None) -> tuple[str, str]:
        """(why it does not make the range, what is to be said of it), "" for nothing."""
        if toll is None:
            out = "died since, by another report" if self._field == "injured" else "part of another number"
        elif number is not None and number not in toll.numbers:
            out = f"part of the {toll.low} that the report gives"
        elif id(toll) not in self._kept:
            single = number is None or number.low == 1
            out = "a single victim beside the toll" if single else "a part beside the toll"
        else:
            return "", self._stale(toll)
        return out, out

    def _stale(self, toll: Toll) -> str:
        if id(toll) in self._current:
            return ""
        raised = next(later for later in self.tolls if is_raised(toll, later))
        when = "in the same report" if raised.report == toll.report else f"on {raised.day}"
        return f"stale: {raised.low} {when}"


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
