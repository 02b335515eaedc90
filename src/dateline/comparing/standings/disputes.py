"""On what do the tellings of one happening differ?"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from dateline.comparing.hours import names_a_day
from dateline.comparing.spots import distance_km
from dateline.comparing.standings.origins_counted import Ledger
from dateline.comparing.standings.stale import current
from dateline.comparing.standings.tolls import Toll, without_partial
from dateline.model.case import CaseEvent, CasePlace, Contested, ContestedValue
from dateline.model.reading import ReadReport
from dateline.model.report import Basis

# A town and its suburb are no dispute.
APART_KM = 15.0
# Numbers of injured this many times as high as others are in dispute.
MULTIPLE = 3
# What has not happened yet by the hour of writing: who says so denies nothing.
NOT_YET = frozenset({"COERCE"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FIRM = frozenset({Basis.STATED, Basis.RELATIVE, Basis.INFERRED})


def contested_toll(attribute: str, tolls: Sequence[Toll], ledger: Ledger) -> Contested | None:
    """Two origins give numbers that cannot both be right, and neither came later.

    Counts of injured differ with the hour and with who counts as injured: only none against some, or a multiple, is
    a dispute there.
    """
    standing = current(without_partial(tolls))
    if not _differ(standing, attribute):
        return None
    values: dict[str, list[str]] = {}
    for toll in sorted(standing, key=lambda t: (t.low, t.high is None)):
        values.setdefault(_said(toll), []).extend(toll.events)
    return _contested(attribute, values, ledger)


def _differ(tolls: Sequence[Toll], attribute: str) -> bool:
    """Whether two origins give figures that do not fit each other."""
    origins: dict[tuple[int, int | None], set[str]] = {}
    for toll in tolls:
        origins.setdefault((toll.low, toll.high), set()).add(toll.origin)
    one_of = {(toll.low, toll.high): toll for toll in tolls}
    return any(
        len(origins[a] | origins[b]) > 1 and not one_of[a].fits(one_of[b]) and _far_apart(a[0], b[0], attribute)
        for a, b in combinations(origins, 2)
    )


def _far_apart(a: int, b: int, attribute: str) -> bool:
    return attribute == "killed" or min(a, b) * MULTIPLE <= max(a, b)


def contested_place(events: Sequence[CaseEvent], places: Mapping[str, CasePlace], ledger: Ledger) -> Contested | None:
    """Tellings put it in towns that lie well apart. places: those where it may have been (where.py), by id."""
    values: dict[str, list[str]] = {}
    for event in events:
        kept = [places[p] for p in dict.fromkeys(event.places) if p is not None and p in places]
        towns = [place.id for place in kept if place.precision in ("exact", "town")]
        # A telling that names two towns, or places of two countries, leaves open in which of them it was.
        countries = {place.country for place in kept} - {None}
        if len(countries) < 2 and all(distance_km(places[p], places[q]) <= APART_KM for p in towns for q in towns):
            for place in towns:
                values.setdefault(place, []).append(event.id)
    far = {p: told for p, told in values.items() if any(distance_km(places[p], places[q]) > APART_KM for q in values)}
    if len(far) < 2 or not _stand_apart(far, ledger):
        return None
    named: dict[str, list[str]] = {}
    for place, told in far.items():
        named.setdefault(places[place].name, []).extend(told)
    return _contested("place", named, ledger) if len(named) > 1 else None


def contested_date(events: Sequence[CaseEvent], reports: Mapping[str, ReadReport], ledger: Ledger) -> Contested | None:
    """Tellings give different days in so many words; the stamp of a report's own day is none of them."""
    values: dict[str, list[str]] = {}
    for event in events:
        read = reports[event.report]
        names_day = any(names_a_day(words.text) for words in event.event.date)
        is_firm = names_day and event.date_basis in FIRM and not _is_stamp(event, read)
        if is_firm and (day := _day_told(event, read)) is not None:
            values.setdefault(day.isoformat(), []).append(event.id)
    return _contested("date", values, ledger) if len(values) > 1 and _stand_apart(values, ledger) else None


def _day_told(event: CaseEvent, read: ReadReport) -> date | None:
    """The one day that a telling gives; of "yesterday, January 14", when it is written on another day than the 15th,
    the one of the calendar."""
    if event.begin is not None and event.begin == event.end:
        return event.begin
    days = {
        time.begin
        for time in read.reading.times
        if time.begin is not None
        and time.begin == time.end_date
        and any(letter.isdigit() for letter in time.span.text)
        and any(time.span.overlaps(span) for span in event.event.date)
    }
    return next(iter(days)) if len(days) == 1 else None


def _is_stamp(event: CaseEvent, read: ReadReport) -> bool:
    """Whether an event's day is only the report's own with its year, as pages print it over their text, often with the
    hour."""
    published = read.report.published
    return (
        published is not None
        and event.begin is not None
        and published.value.startswith(event.begin.isoformat())
        and all(_YEAR.search(span.text) for span in event.event.date if names_a_day(span.text))
    )


def contested_happening(
    said: Sequence[CaseEvent], denied: Sequence[CaseEvent], ledger: Ledger, otherwise: Sequence[CaseEvent] = ()
) -> Contested | None:
    """Somebody says that it did not happen, or (otherwise) that it was another thing than an attack."""
    if not said or not (denied or otherwise):
        return None
    other = {e.id for e in otherwise}
    yes = [e.id for e in said if e.id not in other]
    values = {"yes": yes, "no": [e.id for e in denied], "otherwise": sorted(other)}
    return _contested("happened", {value: told for value, told in values.items() if told}, ledger)


def find_denials(
    said: Sequence[CaseEvent], counter: Sequence[CaseEvent], ledger: Ledger, outright: Container[str] = ()
) -> list[CaseEvent]:
    """The counter-tellings that deny the happening itself, on another's word than those who tell it.

    "Nobody was hurt" denies no attack, "no arrests were made" no arrest of the next day, and "did not fire at the
    crowd" beside "fired into the air" is one account, unless it is denied outright ("denied that", the ids of such
    events) what somebody else tells.
    """
    telling = {ledger.of_event[e.id] for e in said}
    return [
        e
        for e in counter
        if not said
        or (
            not e.event.killed
            and not e.event.injured
            and (e.event.type not in NOT_YET or e.id in outright)
            and (telling - {ledger.of_event[e.id]} if e.id in outright else ledger.of_event[e.id] not in telling)
        )
    ]


def _stand_apart(values: Mapping[str, Iterable[str]], ledger: Ledger) -> bool:
    """Whether two values are told by different origins."""
    origins = [{ledger.of_event[event] for event in events} for events in values.values()]
    return any(a - b and b - a for i, a in enumerate(origins) for b in origins[i + 1 :])


def _contested(attribute: str, values: Mapping[str, Sequence[str]], ledger: Ledger) -> Contested:
    return Contested(
        attribute, tuple(ContestedValue(v, tuple(dict.fromkeys(e)), ledger.count(e)) for v, e in values.items())
    )


def _said(toll: Toll) -> str:
    if toll.high is None:
        return f"at least {toll.low}"
    return str(toll.low) if toll.high == toll.low else f"{toll.low} to {toll.high}"
