"""Who else did it or suffered it? Those whom "and" joins to somebody whose role is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.marks import MarkedEvent
from dateline.model.mention import Mention
from dateline.model.span import Span
from dateline.reading.events.scene import Scene

AS_SURE = 0.95
"""Share of mentions joined by "and" to a filler that have its role too, on events' training texts (899 of 947)."""
_AND = re.compile(r"\s+(?:and|or|as well as)\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|from|in|at|for|near|with|between|said|claimed)\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE)
_SUBJECTS = frozenset({"he", "she", "we", "they", "i", "it", "who", "which"})
_PEOPLE = frozenset({"person", "organisation", "nationality"})

Role = tuple[str, Span, float]


def find_conjuncts(scene: Scene, event: MarkedEvent) -> tuple[Role, ...]:
    """(role, words, confidence) of the mentions that "and" joins to a marked actor or recipient of an event.

    "armed the Tolva Front and the Sons of Osk" arms both. Who has another role in this event or in one beside it is
    left to it ("shot a guard and the army fired back").
    """
    found = []
    for role, filler, sure in event.roles:
        if role in ("actor", "recipient"):
            found += [(role, span, sure * AS_SURE) for span in _joined(scene, event, role, filler)]
    return tuple(found)


def _joined(scene: Scene, event: MarkedEvent, role: str, filler: Span) -> Iterator[Span]:
    for mention in _neighbours(scene, filler):
        span = mention.span
        gap = scene.text[filler.end : span.start] if span.start >= filler.end else scene.text[span.end : filler.start]
        if (
            mention.type not in _PEOPLE
            or span.text.lower() in _SUBJECTS
            or not _AND.fullmatch(gap)
            or span.overlaps(event.trigger)
        ):
            continue
        if span.start < filler.start and _OF.search(scene.text, max(0, span.start - 14), span.start):
            continue  # "a resident of Osk and his driver"
        if not _has_another_role(scene, role, span) and not _is_of_another_clause(scene, event, span, filler):
            yield span


def _neighbours(scene: Scene, filler: Span) -> Iterator[Mention]:
    """The mentions right before and behind a filler that share no character with it."""
    reach = 16  # ", as well as the "
    for mention in scene.actors.mentions:
        behind = 0 <= mention.span.start - filler.end <= reach
        if behind or 0 <= filler.start - mention.span.end <= reach:
            yield mention


def _has_another_role(scene: Scene, role: str, span: Span) -> bool:
    return any(name != role and span.overlaps(other) for e in scene.marks.events for name, other, _ in e.roles)


def _is_of_another_clause(scene: Scene, event: MarkedEvent, span: Span, filler: Span) -> bool:
    """Whether another act stands before both in their sentence: "shot a guard and the army fired back"."""
    first = min(span.start, filler.start)
    if event.trigger.start < first:
        return False
    start = scene.sentence_at(filler).start
    return span.start < filler.start and any(start <= e.trigger.start < first for e in scene.marks.events)
