"""How was it done? The mode of an event, from the model, the weapon, the trigger and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.model.event import MODES
from dateline.model.marks import MarkedEvent
from dateline.model.span import Span
from dateline.reading.events.scene import Scene
from dateline.reading.events.words import load_words, pattern_of

ADJOINING = 25
"""Characters around an act of violence in which its mode is read: other acts stand further off in the clause."""

Patterns = tuple[tuple[str, re.Pattern[str]], ...]


def find_mode(scene: Scene, event: MarkedEvent, weapons: Sequence[Span]) -> str | None:
    """A mode that PLOVER knows for the event's type, or None."""
    if event.type not in MODES:
        return None
    told = event.mode if event.mode in MODES[event.type] else None
    return told or _by_words(scene, event, weapons)


def _by_words(scene: Scene, event: MarkedEvent, weapons: Sequence[Span]) -> str | None:
    """The mode that the weapon, the trigger or the words beside it stand for, in that order."""
    by_weapon = None
    if event.type == "ASSAULT":
        by_weapon = next((mode for w in weapons if (mode := _first(_weapon_patterns(), w.text))), None)
    return (
        by_weapon
        or _first(_patterns(event.type, "trigger"), event.trigger.text)
        or _first(_patterns(event.type, "beside"), _beside(scene, event))
        or _first(_patterns(event.type, "otherwise"), event.trigger.text)
    )


def _beside(scene: Scene, event: MarkedEvent) -> str:
    """The words in which a clue to the mode counts: the clause; for violence only those that adjoin the trigger."""
    clause = scene.clause_at(event.trigger)
    if event.type != "ASSAULT":
        return clause.text
    start, end = event.trigger.start - ADJOINING, event.trigger.end + ADJOINING
    return scene.text[max(clause.start, start) : min(clause.end, end)]


def _first(patterns: Patterns, words: str) -> str | None:
    return next((mode for mode, pattern in patterns if pattern.search(words)), None)


@cache
def _weapon_patterns() -> Patterns:
    return tuple((mode, pattern_of(words, plurals=True)) for mode, words in load_words("weapons").items())


@cache
def _patterns(type_: str, key: str) -> Patterns:
    modes = load_words("modes").get(type_, {})
    return tuple((mode, pattern_of(words[key])) for mode, words in modes.items() if words.get(key))
