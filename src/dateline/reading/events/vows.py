"""Is a vow to attack a threat? The model now and then takes "vowed to attack" for a promise or a talk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from dateline.model.marks import MarkedEvent

_VOW = re.compile(r"(?:vow|threat(?:en)?|pledge|promise|swear|swore|sworn)(?:s|ed|d|ing)?\Z", re.IGNORECASE)
# "vowed (on Friday to) attack"
_TO = re.compile(r"(?:\s+(?:(?:on|last|late|early)\s+)?[\w-]+){0,3}?\s+to\s+(?:[\w-]+\s+){0,2}?\Z", re.IGNORECASE)
_AHEAD = frozenset({"future", "hypothetical"})


def find_vows(text: str, events: Iterable[MarkedEvent]) -> list[MarkedEvent]:
    """The events; a verb of vowing right before an attack to come is a threat of violence (PLOVER: THREATEN)."""
    found = list(events)
    for at, (event, act) in enumerate(pairwise(found)):
        ahead = act.type == "ASSAULT" and act.status in _AHEAD and event.type not in ("THREATEN", "ASSAULT")
        if ahead and _VOW.match(event.trigger.text) and _TO.fullmatch(text[event.trigger.end : act.trigger.start]):
            found[at] = replace(event, type="THREATEN", mode="violence")
    return found
