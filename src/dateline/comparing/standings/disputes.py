"""On what do the tellings of one happening differ?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from dateline.comparing.spots import distance_km
from dateline.comparing.standings.origins_counted import Ledger
from dateline.comparing.standings.tolls import Toll, current
from dateline.model.actor import Actor
from dateline.model.case import CaseEvent, CasePlace, Contested, ContestedValue
from dateline.model.reading import ReadReport
from dateline.model.report import Basis

# A town and its suburb are no dispute.
APART_KM = 15.0
# Numbers of injured this many times as high as others are in dispute.
MULTIPLE = 3
# Kinds of actor whose names accuse somebody: "gunmen" are no side.
LEAST_LETTERS = 3
ACCUSABLE = frozenset({"person", "group", "government", "country", "organisation"})
_OR = re.compile(r"[\s,]*(?:or|or by|and/or|or else)\s+(?:the |a |an )?", re.IGNORECASE)
TOGETHER = frozenset({"part-of", "member-of", "leads", "ally", "also-known-as", "renamed-to", "supports", "supplies"})
FIRM = frozenset({Basis.STATED, Basis.RELATIVE, Basis.INFERRED})


def contested_toll(attribute: str, tolls: Sequence[Toll], ledger: Ledger) -> Contested | None:
    """Two origins give numbers that cannot both be right, and neither came later.

    Counts of injured differ with the hour and with who counts as injured: only none against some, or a multiple, is
    a dispute there.
    """
    standing = current(tolls)
    if not any(_differ(a, b, attribute) for a in standing for b in standing):
        return None
    values: dict[str, list[str]] = {}
    for toll in sorted(standing, key=lambda t: (t.low, t.high is None)):
        values.setdefault(_said(toll), []).extend(toll.events)
    return _contested(attribute, values, ledger)


def _differ(a: Toll, b: Toll, attribute: str) -> bool:
    if a.origin == b.origin or a.fits(b):
        return False
    return attribute == "killed" or min(a.low, b.low) * MULTIPLE <= max(a.low, b.low)


def contested_actor(
    events: Sequence[CaseEvent], actors: Mapping[str, Actor], reports: Mapping[str, ReadReport], ledger: Ledger
) -> Contested | None:
    """Tellings name actors that have nothing to do with each other, or leave open which of two it was."""
    values: dict[str, list[CaseEvent]] = {}
    for event in events:
        for actor in dict.fromkeys(event.actors):
            if actor is not None and actor in actors and _is_accusable(actors[actor], reports):
                values.setdefault(actor, []).append(event)
    open_ones = {e.id for e in events if _leaves_open(e, reports[e.report].report.text)}
    sides = _sides(values, actors, open_ones)
    told = list(sides.values())
    if not any(_are_at_odds(a, b, open_ones, ledger) for i, a in enumerate(told) for b in told[i + 1 :]):
        return None
    return _contested("actor", {actor: [e.id for e in side] for actor, side in sides.items()}, ledger)


def contested_place(events: Sequence[CaseEvent], places: Mapping[str, CasePlace], ledger: Ledger) -> Contested | None:
    """Tellings put it in towns that lie well apart."""
    values: dict[str, list[str]] = {}
    for event in events:
        for place in dict.fromkeys(event.places):
            if place is not None and places[place].precision in ("exact", "town"):
                values.setdefault(place, []).append(event.id)
    far = {p: told for p, told in values.items() if any(distance_km(places[p], places[q]) > APART_KM for q in values)}
    if len(far) < 2 or not _stand_apart(far, ledger):
        return None
    named: dict[str, list[str]] = {}
    for place, told in far.items():
        named.setdefault(places[place].name, []).extend(told)
    return _contested("place", named, ledger) if len(named) > 1 else None


def contested_date(events: Sequence[CaseEvent], ledger: Ledger) -> Contested | None:
    """Tellings give different days in so many words."""
    values: dict[str, list[str]] = {}
    for event in events:
        if event.event.date and event.date_basis in FIRM and event.begin is not None and event.begin == event.end:
            values.setdefault(event.begin.isoformat(), []).append(event.id)
    return _contested("date", values, ledger) if len(values) > 1 and _stand_apart(values, ledger) else None


def contested_happening(said: Sequence[CaseEvent], denied: Sequence[CaseEvent], ledger: Ledger) -> Contested | None:
    """Somebody says that it did not happen."""
    if not said or not denied:
        return None
    return _contested("happened", {"yes": [e.id for e in said], "no": [e.id for e in denied]}, ledger)


def find_denials(said: Sequence[CaseEvent], counter: Sequence[CaseEvent], ledger: Ledger) -> list[CaseEvent]:
    """The counter-tellings that deny the happening itself, on another's word than those who tell it.

    "Nobody was hurt" denies no attack, and "did not fire at the crowd" beside "fired into the air" is one account.
    """
    telling = {ledger.of_event[e.id] for e in said}
    return [
        e
        for e in counter
        if not said or (not e.event.killed and not e.event.injured and ledger.of_event[e.id] not in telling)
    ]


def _is_accusable(actor: Actor, reports: Mapping[str, ReadReport]) -> bool:
    """Whether it has a name and is somebody: "Mortars" at the head of a sentence are not."""
    return actor.kind in ACCUSABLE and any(
        reports[report].reading.chains[chain].named for report, chain in actor.chains if report in reports
    )


def _leaves_open(event: CaseEvent, text: str) -> bool:
    """Whether the words name one actor or another: "Russian or coalition planes"."""
    spans = sorted(participant.span for participant in event.event.actor)
    between = (text[a.end : b.start] for a, b in itertools.pairwise(spans))
    return any(_OR.fullmatch(words) for words in between)


def _sides(
    values: Mapping[str, list[CaseEvent]], actors: Mapping[str, Actor], open_ones: Collection[str]
) -> dict[str, list[CaseEvent]]:
    """Actors named by one telling together, or allied, or part of each other, are one side under the first of them."""
    sides: dict[str, list[CaseEvent]] = {}
    for actor, events in values.items():
        firm = {e.id for e in events} - set(open_ones)
        side = next((s for s in sides if firm & {e.id for e in sides[s]} or _together(actors[s], actors[actor])), actor)
        known = {e.id for e in sides.setdefault(side, [])}
        sides[side].extend(e for e in events if e.id not in known)
    return sides


def _are_at_odds(a: Sequence[CaseEvent], b: Sequence[CaseEvent], open_ones: Collection[str], ledger: Ledger) -> bool:
    """Whether one teller names this side and another that one, or one event leaves open which."""
    if {e.id for e in a} & {e.id for e in b} & set(open_ones):
        return True
    return any(ledger.of_event[x.id] != ledger.of_event[y.id] and _is_one_act(x, y) for x in a for y in b)


def _is_one_act(a: CaseEvent, b: CaseEvent) -> bool:
    """Within a report only the same act upon the same one is told twice; across reports the incident vouches."""
    if a.report != b.report:
        return True
    upon = {r for r in a.recipients if r} & {r for r in b.recipients if r}
    return bool(upon) or a.event.trigger.text.lower() == b.event.trigger.text.lower()


def _together(a: Actor, b: Actor) -> bool:
    """Joined by a stated relation, or two ways to name one: "Houthis" and "the Houthi militia"."""
    if _own_words(a.name) & _own_words(b.name):
        return True
    return any(r.other == b.id and r.type in TOGETHER for r in a.relations) or any(
        r.other == a.id and r.type in TOGETHER for r in b.relations
    )


def _own_words(name: str) -> set[str]:
    """The capitalised words of a name without plural; adjectives of nations are shared by foes."""
    words = {word.strip(".,'’").rstrip("s").lower() for word in name.split() if word[:1].isupper()}
    return {word for word in words if len(word) > LEAST_LETTERS and not word.endswith(("an", "ese", "ish"))}


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
