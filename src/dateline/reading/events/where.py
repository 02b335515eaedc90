"""Where did it happen? The place words of an event, and the spots on the map that they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.marks import MarkedEvent
from dateline.model.span import Span
from dateline.reading.events.scene import Scene

_BEHIND_PREPOSITION = re.compile(
    r"\b(?:in|near|at|outside|inside|around|across|throughout)\s+(?:the\s+)?"
    r"(?:(?:\w+\s+)?(?:city|town|village|province|district|region|area)\s+of\s+|"
    r"(?:north|south|east|west|central)\w*\s+)?\Z",
    re.IGNORECASE,
)


def find_where(scene: Scene, event: MarkedEvent) -> tuple[tuple[Span, ...], tuple[int | None, ...]]:
    """(words, indices of the reading's places that they stand for), in text order."""
    marked = sorted({span for role, span, _ in event.roles if role == "place"})
    spans = _with_list(scene, marked) if marked else _only_place(scene, event)
    return tuple(spans), tuple(_resolved(scene, span) for span in spans)


def _resolved(scene: Scene, span: Span) -> int | None:
    """The place with the same words, else the last that overlaps ("Korda sector of Velm District": none if unknown)."""
    shared = [
        (_shared(span, place.span), index) for index, place in enumerate(scene.places) if place.span.overlaps(span)
    ]
    return max(shared)[1] if shared else None


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _with_list(scene: Scene, marked: Sequence[Span]) -> list[Span]:
    """The marked places, and those that are coordinated with one of them ("in Idlib, Hama and Aleppo")."""
    found = list(marked)
    for place in sorted(scene.places, key=lambda p: p.span):
        if any(place.span.overlaps(span) for span in found):
            continue
        if any(_coordinated(scene.text, span, place.span) for span in found):
            found.append(place.span)
    return sorted(found)


def _coordinated(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return len(between) < 12 and bool(re.fullmatch(r",?\s*(?:and|or)\s+(?:the\s+)?(?:\w+\s+)?", between))


def _only_place(scene: Scene, event: MarkedEvent) -> list[Span]:
    """The one place of the clause that stands behind "in", "near", "at" or "outside", where there is just one."""
    clause = scene.clause_at(event.trigger)
    here = [p.span for p in scene.places if clause.holds(p.span) and p.precision != "country"]
    if len(here) != 1 or event.type not in ("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"):
        return []
    return here if _BEHIND_PREPOSITION.search(scene.text[clause.start : here[0].start]) else []
