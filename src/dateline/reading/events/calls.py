"""Who spoke with whom by telephone? Adds the calls that fixed words tell and the model did not mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.marks import MarkedEvent
from dateline.model.span import Span

CALL_CONFIDENCE = 0.7
"""Of talks that only a phrase such as "a telephone conversation with" tells."""

_LINE = r"(?:tele)?phone|video(?:[- ]conference)?"
# Only what is held with somebody: "a phone call with", "spoke by telephone with"; not "phone calls were cut off".
_CALL = re.compile(
    rf"\b(?P<trigger>(?:{_LINE})\s+(?:conversation|call|talk|conference|discussion)s?|"
    rf"(?:spoke|spoken|speaks|talked|talks|conferred|discussions)(?=\s+(?:by|over\s+the|on\s+the)\s+(?:{_LINE})\b))"
    rf"(?:\s+(?:by|over\s+the|on\s+the)\s+(?:{_LINE}))?"
    r"(?=\s+(?:(?:late|early|on|earlier)\s+(?:\w+day\s+)?|\w+day\s+)?(?:with|between)\s)",
    re.IGNORECASE,
)


def add_calls(text: str, marked: Sequence[MarkedEvent]) -> list[MarkedEvent]:
    """The marked events with the telephone talks that nobody marked, in text order; their parties are found later."""
    found = [Span.cut(text, *call.span("trigger")) for call in _CALL.finditer(text)]
    calls = [
        MarkedEvent(trigger, "CONSULT", "phone", "actual", (), CALL_CONFIDENCE)
        for trigger in found
        if not any(trigger.start - 12 < e.trigger.end and e.trigger.start < trigger.end for e in marked)
    ]
    return sorted([*marked, *calls], key=lambda event: event.trigger)
