"""Does something begin then? "A truce starting Saturday" is told before it holds, though no verb looks ahead."""

from __future__ import annotations

import re

from dateline.reading.times.context import Context

_BEGINS = re.compile(r"\b(?:starting|beginning|commencing|effective)\s(?:from\s|on\s|at\s\S+\son\s)?$")
# "announced a curfew from Friday": measures that are announced before they hold
_MEASURE_FROM = re.compile(
    r"\b(?:cease-?fires?|truces?|curfews?|bans?|lull|pause|cessation|embargo|blockade|strike|lockdown)\s(?:[a-z]+\s){0,4}?"
    r"(?:from|as\sof|starting|beginning|effective)\s(?:\S+\son\s|on\s)?$"
)
_UNDER_WAY = re.compile(r"\b(?:was|were|had|has|have|been|broken?|violat\w+|lasted|held|imposed)\b")


def begins_then(start: int, context: Context) -> bool:
    """Whether the words before a weekday name the beginning of something that no verb before them tells as past."""
    lead = re.split(r"[.!?\n]\s", context.before(start, 90))[-1]
    if _MEASURE_FROM.search(lead):
        return not _UNDER_WAY.search(lead)
    return bool(_BEGINS.search(lead)) and not context.has_verb_before(start)
