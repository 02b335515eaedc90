"""Did it happen? The status of an event: actual, future, hypothetical or negated."""

from __future__ import annotations

import re

from dateline.model.marks import MarkedEvent
from dateline.reading.events.scene import Scene


def find_status(scene: Scene, event: MarkedEvent) -> str:
    """The model's status, corrected by plain words before the trigger."""
    clause = scene.clause_at(event.trigger)
    return "negated" if _NEGATION.search(scene.text[clause.start : event.trigger.start]) else event.status


_NEGATION = re.compile(
    r"\b(?:did|do|does|has|have|had|was|were|is|are|been|never|could|can)(?: not|n['’]t)\b(?:\s\w+){0,2}\s\Z",
    re.IGNORECASE,
)
