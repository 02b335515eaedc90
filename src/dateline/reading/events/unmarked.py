"""Which act of violence did nobody mark, though the text says whom it hurt? "Teen dies after shooting himself"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.model.marks import MarkedEvent
from dateline.model.span import Span
from dateline.reading.events.casualties import find_casualties
from dateline.reading.events.fates import find_fates
from dateline.reading.events.phrases import find_neighbours
from dateline.reading.events.scene import Scene
from dateline.reading.events.suffered import is_somebody
from dateline.reading.events.words import load_words, pattern_of

UNMARKED_CONFIDENCE = 0.5
"""Of an act that only a word for violence beside the hurt tells; our choice."""

_HITS = re.compile(r"shot|shoots|shooting|stabbed|stabs|stabbing", re.IGNORECASE)
_SELF = re.compile(r"\s+(?:him|her|my|your|them)?sel(?:f|ves)\b", re.IGNORECASE)

_REACH_SENTENCES = 3
"""How far from the words for those who were hurt the act may be told; our choice."""


def add_unmarked(scene: Scene, marked: Sequence[MarkedEvent]) -> list[MarkedEvent]:
    """The marked events with the act of violence that nobody marked, in text order.

    Only a text without any actual act of violence gets one: the nearest word for armed violence to the first words
    that count somebody killed or injured.
    """
    if any(event.type == "ASSAULT" and event.status == "actual" for event in marked):
        return list(marked)
    acts = [Span.cut(scene.text, *found.span()) for found in _armed().finditer(scene.text)]
    free = [act for act in acts if not any(act.overlaps(event.trigger) for event in marked)]
    trigger = _nearest(scene, free) if free else None
    if trigger is None:
        return list(marked)
    added = MarkedEvent(trigger, "ASSAULT", None, "actual", (), UNMARKED_CONFIDENCE)
    return sorted([*marked, added], key=lambda event: event.trigger)


def with_events(scene: Scene, events: Sequence[MarkedEvent]) -> Scene:
    """The scene with these events as those that are marked."""
    return replace(scene, marks=replace(scene.marks, events=tuple(events)))


def _nearest(scene: Scene, acts: Sequence[Span]) -> Span | None:
    """The act that is told nearest to the first words of somebody hurt, None where none is told near any."""
    for index, sentence in enumerate(scene.sentences):
        near = [act for act in acts if abs(scene.sentence_index(act) - index) <= _REACH_SENTENCES]
        if near and _tells_of_hurt(scene, sentence):
            return min(near, key=lambda act: (abs(scene.sentence_index(act) - index), act))
    return next((act for act in acts if _hits_somebody(scene, act)), None)


def _hits_somebody(scene: Scene, act: Span) -> bool:
    """ "A porter was accidentally shot by his uncle", "shot himself in the foot"."""
    if _HITS.fullmatch(act.text) is None:
        return False
    sufferer = find_neighbours(scene, act).sufferer
    return bool(sufferer and is_somebody(sufferer.text)) or bool(_SELF.match(scene.text, act.end))


def _tells_of_hurt(scene: Scene, sentence: Span) -> bool:
    counted = any(told.number.low for told in find_casualties(scene.text, sentence))
    return counted or bool(find_fates(scene, sentence))


@cache
def _armed() -> re.Pattern[str]:
    return pattern_of(load_words("casualties")["armed"])
