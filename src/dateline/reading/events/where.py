"""Where did it happen? The place words of an event, and the spots on the map that they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.marks import MarkedEvent
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.reading.events.scene import Scene

_ON_THE_SPOT = frozenset(
    {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "CONSULT", "ACCUSE", "RETREAT", "AID", "COOPERATE"}
)
"""Types whose acts take place somewhere; words ("urged", "threatened") are said of places, not at them."""

LIST_REACH = 200
"""Characters over which a list of places may stretch."""

_BEHIND_PREPOSITION = re.compile(
    r"\b(?:in|near|at|outside|inside|around|across|throughout)\s+(?:the\s+)?"
    r"(?:(?:[\w-]+\s+){0,2}(?:city|cities|town|village|province|district|region|area|suburb|neighbou?rhood|capital|port)s?"
    r"(?:\s+of)?\s+|(?:(?:north|south|east|west|central)[\w-]*|nearby|neighbou?ring)\s+)?\Z",
    re.IGNORECASE,
)
# "Korda, Velm Province", "Korda town in Velm": a place and the region around it
_NESTED = re.compile(
    r"(?:,\s+|(?:\s+[\w-]+){0,2},?\s+(?:in|of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:of\s+)?)\Z", re.IGNORECASE
)
_COORDINATED = re.compile(r"\s*,?\s*(?:and|or|as well as)\s+(?:in\s+|near\s+)?(?:the\s+)?(?:[a-z-]+\s+)?|\s*,\s+")

_LIST_GOES_ON = re.compile(r"(?:,\s+[A-Z][\w'’ -]{1,30}){0,6}?,?\s+and\s+(?:the\s+)?[A-Z]")


def find_where(scene: Scene, event: MarkedEvent) -> tuple[tuple[Span, ...], tuple[int | None, ...]]:
    """(words, indices of the reading's places that they stand for), in text order."""
    marked = sorted({span for role, span, _ in event.roles if role == "place"})
    spans = _with_list(scene, marked) if marked else _told_behind(scene, event)
    return tuple(spans), tuple(_resolved(scene, span) for span in spans)


def _resolved(scene: Scene, span: Span) -> int | None:
    """The place that shares most characters with the words; None where there is none."""
    shared = [(_shared(span, p.span), -index) for index, p in enumerate(scene.places) if p.span.overlaps(span)]
    return -max(shared)[1] if shared else None


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _with_list(scene: Scene, marked: Sequence[Span]) -> list[Span]:
    """The marked places, and those listed with them ("in Idra, Korda and Velm") where the last is joined by "and"."""
    found = list(marked)
    near = scene.places_within(marked[0].start - LIST_REACH, marked[-1].end + LIST_REACH)
    for place in near:
        if any(place.span.overlaps(span) for span in found) or _is_inside_filler(scene, place.span):
            continue
        if any(_is_listed(scene, span, place.span) for span in found):
            found.append(place.span)
    return sorted(found)


def _is_listed(scene: Scene, one: Span, other: Span) -> bool:
    """Whether "and" alone stands between the two, or commas with other places and an "and" behind them."""
    first, second = sorted((one, other))
    between = scene.text[first.end : second.start]
    for place in scene.places_within(first.end, second.start):
        if len(between) < LIST_REACH:
            between = between.replace(place.span.text, "")
    pieces = re.split(r"\s*,\s*", between)
    joined = " and " in between or bool(_LIST_GOES_ON.match(scene.text, second.end))
    return (
        joined and len(between) < 25 and all(not p.strip() or _COORDINATED.fullmatch(f" {p.strip()} ") for p in pieces)
    )


def _is_inside_filler(scene: Scene, span: Span) -> bool:
    """Whether the name is part of somebody's ("the Velm army")."""
    return any(
        filler.holds(span)
        for event in scene.marks.events
        for role, filler, _ in event.roles
        if role in ("actor", "recipient")
    )


def _told_behind(scene: Scene, event: MarkedEvent) -> list[Span]:
    """The nearest place of the clause behind "in", "near", "at" or "outside", with the region around it."""
    if event.type not in _ON_THE_SPOT or event.status not in ("actual", "future"):
        return []
    clause = scene.clause_at(event.trigger)
    here = scene.places_within(clause.start, clause.end)
    behind = [
        p
        for p in here
        if _BEHIND_PREPOSITION.search(scene.text, clause.start, p.span.start) and _is_free(scene, event, p)
    ]
    after = [p for p in behind if p.span.start >= event.trigger.end]
    chosen = after[:1] or behind[-1:]
    return [p.span for p in _with_region(scene, here, chosen)]


def _is_free(scene: Scene, event: MarkedEvent, place: Place) -> bool:
    """Whether no other event has the place, and no other trigger stands between."""
    first, last = sorted((event.trigger, place.span))
    for other in scene.marks.events:
        if other.trigger == event.trigger:
            continue
        if first.end <= other.trigger.start and other.trigger.end <= last.start:
            return False
        if any(span.overlaps(place.span) for _, span, _ in other.roles):
            return False
    return True


def _with_region(scene: Scene, here: Sequence[Place], chosen: Sequence[Place]) -> list[Place]:
    """The chosen place with those that stand right behind it as its region."""
    found = list(chosen)
    for place in here:
        if found and place.span.start >= found[-1].span.end and len(found) < 3:
            between = scene.text[found[-1].span.end : place.span.start]
            if len(between) < 30 and _NESTED.match(between):
                found.append(place)
    return found
