"""Is a strike on a village an attack? The model now and then takes it for that of workers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.model.marks import MarkedEvent
from dateline.model.span import Span

_STRIKE = re.compile(r"strikes?\Z", re.IGNORECASE)
# "the strike (on Velm)", "a strike (by the army on Velm)"; "on Friday" says when
_ON = re.compile(
    r"\s+(?:by\s+[^.,;]{3,60}?\s+)?(?:on|against)\s+(?!(?:\w+day|\d{1,2}|(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December))\b)(?=\w)"
)
_BY_AIR = re.compile(r"\b(?:air|drone|missile|rocket|artillery|military|aerial)[ -]?\Z", re.IGNORECASE)
_OF_WORKERS = re.compile(
    r"\b(?:workers?|unions?|wages?|pay|hunger|general strike|walk-?outs?|teachers|nurses|doctors|drivers|pilots|miners|"
    r"employees|staff|labou?r|students|picket\w*|on strike)\b",
    re.IGNORECASE,
)


def find_strikes(text: str, events: Iterable[MarkedEvent], sentences: Iterable[Span]) -> list[MarkedEvent]:
    """The events; a strike "on" something, or by air, in a sentence without workers is an attack (PLOVER: ASSAULT)."""
    known = list(sentences)
    return [replace(event, type="ASSAULT", mode=None) if _is_attack(text, event, known) else event for event in events]


def _is_attack(text: str, event: MarkedEvent, sentences: Iterable[Span]) -> bool:
    if event.type != "PROTEST" or not _STRIKE.match(event.trigger.text):
        return False
    sentence = next((s.text for s in sentences if s.holds(event.trigger)), event.trigger.text)
    if _OF_WORKERS.search(sentence):
        return False
    before = text[max(0, event.trigger.start - 12) : event.trigger.start]
    return bool(_ON.match(text, event.trigger.end) or _BY_AIR.search(before))
