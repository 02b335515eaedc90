"""How was it done? The mode of an event, from the model, the weapon, the trigger and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.model.event import MODES
from dateline.model.marks import MarkedEvent
from dateline.model.span import Span
from dateline.reading.events.scene import Scene
from dateline.reading.events.words import load_words, pattern_of, source_of, weapon_words

ADJOINING = 25
"""Characters around an act of violence in which its mode is read: other acts stand further off in the clause."""

_REFINED_BY_CONTEXT = {
    "explosives": ("aerial", "suicide-attack", "heavy-weapons", "drone", "targeted"),
    "firearms": ("heavy-weapons", "crowd-control", "targeted", "aerial", "drone"),
    "destroy": ("explosives", "aerial", "heavy-weapons"),
    "aerial": ("drone", "heavy-weapons"),
    "heavy-weapons": ("aerial",),
    "beat": ("torture", "crowd-control"),
    "primitive": ("torture", "targeted", "beat"),
    "seize": ("arrest", "cyber"),
    "arrest": ("seize", "restrict"),
    "restrict": ("censor", "curfew", "martial-law"),
    "demo": ("riot", "hunger", "strike"),
}
"""What a word may also mean ("bombed" from the air): there the model, which reads the context, is believed."""

_FIRE = re.compile(r"(?:(?:came |come |comes |coming )?under (?:\w+ )?fire|fire|fires|fired|firing)\Z", re.IGNORECASE)

Patterns = tuple[tuple[str, re.Pattern[str]], ...]


def find_weapons(scene: Scene, event: MarkedEvent) -> tuple[Span, ...]:
    """The marked weapons; where none is marked for an attack, one that word order joins to the trigger.

    "a grenade attack", "a landmine exploded", "hurled a petrol bomb", "attacked him with an axe".
    """
    marked = tuple(sorted({span for role, span, _ in event.roles if role == "weapon"}))
    if marked or event.type != "ASSAULT":
        return marked
    clause, trigger = scene.clause_at(event.trigger), event.trigger
    before = _weapon_before().search(scene.text, clause.start, trigger.start)
    found = (
        before
        if before and before.end() == trigger.start
        else _weapon_behind().match(scene.text, trigger.end, clause.end)
    )
    return (Span.cut(scene.text, *found.span("weapon")),) if found else ()


def find_mode(scene: Scene, event: MarkedEvent, weapons: Sequence[Span]) -> str | None:
    """A mode that PLOVER knows for the event's type, or None."""
    if event.type not in MODES:
        return None
    told = event.mode if event.mode in MODES[event.type] else None
    by_weapon = _by_weapon(weapons) if event.type == "ASSAULT" else None
    by_trigger = _under_fire(scene, event) or _first(_patterns(event.type, "trigger"), event.trigger.text)
    sure = by_weapon or by_trigger
    if told and (sure is None or told in (by_weapon, by_trigger) or told in _REFINED_BY_CONTEXT.get(sure, ())):
        return told
    return (
        sure
        or _first(_patterns(event.type, "beside"), _beside(scene, event))
        or _first(_patterns(event.type, "otherwise"), event.trigger.text)
    )


def _under_fire(scene: Scene, event: MarkedEvent) -> str | None:
    """ "came under fire. One of the shells fell in the yard": what was fired is told in the sentence or the next."""
    if event.type != "ASSAULT" or not _FIRE.match(event.trigger.text):
        return None
    told_here = _first(_weapon_patterns(), scene.sentence_at(event.trigger).text)
    return told_here or _first(_weapon_patterns(), _going_on(scene, event))


_OF_THE_SAME = re.compile(
    r"\W*(?:(?:at least|about|around|up to)\s+)?(?:the|both|some|most|several|one|two|three|four|five|\d+)\s"
    r"(?:(?:of\s+)?(?:the\s+|them\s+)?)?(?:[\w-]+\s+){0,3}?(?:shells?|rounds?|rockets?|missiles?|mortars?|projectiles?|bullets?|"
    r"shots?|grenades?)\b",
    re.IGNORECASE,
)


def _going_on(scene: Scene, event: MarkedEvent) -> str:
    """The first words of the next sentence where they go on about what was fired ("One of the rockets …")."""
    after = scene.sentence_index(event.trigger) + 1
    found = _OF_THE_SAME.match(scene.sentences[after].text) if 0 < after < len(scene.sentences) else None
    return found.group() if found else ""


def _by_weapon(weapons: Sequence[Span]) -> str | None:
    """The mode that the first known weapon stands for."""
    return next((mode for w in weapons if (mode := _first(_weapon_patterns(), w.text))), None)


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
def _weapon() -> str:
    """A pattern of a weapon with its article and up to two words between."""
    words = source_of(weapon_words(), plurals=True)
    article = r"(?:(?:an?|two|three|four|several|their|his|its|some|\d+)\s+)?"
    return (
        rf"(?P<weapon>{article}(?:(?!(?:with|using|by|of|and|in|to|the|when|as|a|an)\b)[\w-]+\s+){{0,2}}?(?:{words}))\b"
    )


@cache
def _weapon_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){_weapon()}\s+(?:(?:was|were|had|has|also)\s+)*\Z", re.IGNORECASE)


@cache
def _weapon_behind() -> re.Pattern[str]:
    lead = r"(?:\s+(?:[\w'’]+\s+){0,6}?(?:with|using)\s+|\s+)"
    return re.compile(rf"{lead}{_weapon()}(?!\s+(?:attack|blast|battle|raid|factory|vehicle))", re.IGNORECASE)


@cache
def _weapon_patterns() -> Patterns:
    return tuple(
        (mode, pattern_of(words, plurals=True))
        for mode, words in load_words("weapons").items()
        if mode in MODES["ASSAULT"]
    )


@cache
def _patterns(type_: str, key: str) -> Patterns:
    modes = load_words("modes").get(type_, {})
    return tuple((mode, pattern_of(words[key])) for mode, words in modes.items() if words.get(key))
