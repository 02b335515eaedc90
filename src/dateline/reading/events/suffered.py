"""Who is shot in "Girl shot in Kelmar", and who in "a man with a gunshot wound"?

Reads participles that stand bare behind those who suffer what they name, and wounds behind those who have them.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.model.span import Span
from dateline.reading.events.fates import find_bearer
from dateline.reading.events.phrases import NOUN_PHRASE
from dateline.reading.events.scene import Scene
from dateline.reading.events.words import load_words, source_of

# Verbs that somebody must suffer: with nobody behind them, he stands before them.
_PARTICIPLE = re.compile(
    r"(?:shot|stabbed|wounded|injured|hurt|hit|struck|beaten|killed|slain|murdered|gunned down|attacked|ambushed|"
    r"kidnapped|abducted|arrested|detained|jailed|seized)\Z",
    re.IGNORECASE,
)
_NOBODY_BEHIND = re.compile(
    r"(?:\s+(?:dead|to death|and killed|and wounded|and injured|multiple times|several times|twice))?"
    r"\s*(?:\Z|[.,;:)]|\s[-–—]|(?:in|on|at|by|near|outside|inside|during|after|following|while|when|as|over|early|late|overnight|"
    r"last|this|\w+day)\b)",
    re.IGNORECASE,
)
_AIMED = re.compile(r"\s*(?:at|on)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?:\A|[,;:—–\"“.]\s*|\b(?:and|of|that|as|but|after|when|said|says)\s+)(?P<who>{NOUN_PHRASE})(?:\s+\w+ly)?\s+\Z",
    re.I,
)
_AGED = re.compile(r",?\s*\(?(?:aged?\s+)?\d{1,2}\)?,?\s+\Z")
_SOMEBODY = (
    r"people|persons|men|women|children|kids|teens|others|victims|\w+-year-olds?|\d{1,3}|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|dozens|several|many"
)
# "Guards shot at rowers": many who shoot; "four guards shot at a fair" were hit
_MANY = re.compile(
    r"\A(?!.*(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|dozens)\b)).*(?:[^s]s|police|men|people)\Z",
    re.I | re.S,
)


def find_bare_sufferer(scene: Scene, trigger: Span) -> Span | None:
    """The people right before a participle that has nobody behind it and no "was" before it.

    None where grammar does not tell: "soldiers shot at protesters".
    """
    if not _PARTICIPLE.match(trigger.text):
        return None
    clause = scene.clause_at(trigger)
    if not _NOBODY_BEHIND.match(scene.text, trigger.end, clause.end):
        return None
    before = scene.text[clause.start : trigger.start]
    aged = _AGED.search(before)
    found = _SUBJECT.search(f"{before[: aged.start()]} " if aged else before)
    if found is None or not is_somebody(found["who"]):
        return None
    if _AIMED.match(scene.text, trigger.end) and _MANY.match(found["who"]):
        return None
    return Span.cut(scene.text, clause.start + found.start("who"), clause.start + found.end("who"))


_WOUND = re.compile(r"(?:gunshots?|gunfire|stab|stabbing|shot|bullet)(?:\s+wounds?)?\Z", re.IGNORECASE)
_IS_WOUND = re.compile(r"\s+(?:wounds?|injur(?:y|ies))\b", re.IGNORECASE)


def find_wounded(scene: Scene, trigger: Span) -> Span | None:
    """The one person who has the wound that the trigger names: "a man with a gunshot wound", "was found with two"."""
    if not _WOUND.match(trigger.text):
        return None
    if not (trigger.text.lower().endswith(("wound", "wounds")) or _IS_WOUND.match(scene.text, trigger.end)):
        return None
    return find_bearer(scene, trigger)


def is_somebody(words: str) -> bool:
    """Whether a phrase ends with a word for people, or is a number of them."""
    return bool(_people().search(words))


@cache
def _people() -> re.Pattern[str]:
    """What ends with a word for people, or a number of them."""
    return re.compile(
        rf"\b(?:{source_of(load_words('casualties')['persons'], plurals=True)}|{_SOMEBODY})\Z", re.IGNORECASE
    )
