"""Is one happening told twice? Joins "killed" with the attack in which it happened, and triggers that overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.model.marks import MarkedEvent

_HARM = re.compile(
    r"(?:kill(?:ed|ing|s)|injur(?:ed|ing|es)|wound(?:ed|ing)|dead|died|deaths?|hurt|casualties|harmed)\Z",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:[\w-]+\s+)?(?:attacks?|blasts?|explosions?|air ?strikes?|strikes?|ambush|clash(?:es)?|raids?|shootings?|"
    r"bombings?|encounter|shelling|assault|exploded|detonated|went off|opened fire|fired|gun ?battle|firefight|firing|"
    r"shootout)\Z",
    re.IGNORECASE,
)
# "killed … in a suicide attack": the act behind the harm
_IN_ACT = re.compile(
    r"[^.;]{0,80}?\b(?:in|during|by|after|when)\s+(?:an?|the|two|three|\w+)\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE
)
# "the blast killed", "a raid that killed", "opened fire, killing": the harm behind the act
_DID_HARM = re.compile(
    r"(?:[^.;,]{0,60}?(?:\b(?:that|which|and)\s+(?:\w+\s+)?)?|[^.;]{0,90}?,\s+(?:\w+ly\s+)?)\Z", re.IGNORECASE
)


def join_doubles(events: Iterable[MarkedEvent]) -> list[MarkedEvent]:
    """Of overlapping triggers the surer event, in text order."""
    kept: list[MarkedEvent] = []
    for event in sorted(events, key=lambda e: (-e.confidence, e.trigger)):
        if not any(event.trigger.overlaps(other.trigger) for other in kept):
            kept.append(event)
    return sorted(kept, key=lambda e: e.trigger)


def join_harm(text: str, events: list[MarkedEvent]) -> list[MarkedEvent]:
    """The events without those that only tell the harm of the act beside them; their roles go to the act.

    In the training texts of `events` such pairs were annotated as one event (175 of 176).
    """
    kept: list[MarkedEvent] = []
    for event in events:
        last = kept[-1] if kept else None
        if last is None or last.type != "ASSAULT" or event.type != "ASSAULT" or last.status != event.status:
            kept.append(event)
            continue
        between = text[last.trigger.end : event.trigger.start]
        if _is_harm(last) and _is_act(event) and _IN_ACT.match(between):
            kept[-1] = _joined(event, last)
        elif _is_act(last) and _is_harm(event) and _DID_HARM.match(between):
            kept[-1] = _joined(last, event)
        else:
            kept.append(event)
    return kept


_LIGHT_VERB = re.compile(
    r"(?:carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|launch(?:es|ed|ing)?|execut(?:es|ed|ing)|stag(?:es|ed|ing)|"
    r"provid(?:es|ed|ing|e)|send(?:s|ing)?|deliver(?:s|ed|ing)?|hold(?:s|ing)?|mount(?:s|ed|ing)?|wag(?:es|ed|ing)|"
    r"undert(?:ook|akes?|aking)|beg(?:an|ins?)|start(?:s|ed)?)\Z",
    re.IGNORECASE,
)
_ITS_NOUN = re.compile(r"(?!.*\b(?:that|to|who|which|and|after|by)\b)[^.,;:]{1,45}\Z", re.IGNORECASE | re.DOTALL)


def join_light_verbs(text: str, events: list[MarkedEvent]) -> list[MarkedEvent]:
    """The events without verbs that only carry the noun of the act: "launched an offensive", "providing aid".

    Of 200 such verbs before an annotated noun in the training texts of `events`, two were annotated too.
    """
    kept: list[MarkedEvent] = []
    for event in events:
        last = kept[-1] if kept else None
        gap = text[last.trigger.end : event.trigger.start] if last else ""
        if last and last.type == event.type and _LIGHT_VERB.match(last.trigger.text) and _ITS_NOUN.match(gap):
            kept[-1] = _joined(event, last)
        else:
            kept.append(event)
    return kept


def _is_harm(event: MarkedEvent) -> bool:
    return bool(_HARM.match(event.trigger.text))


def _is_act(event: MarkedEvent) -> bool:
    return bool(_ACT.match(event.trigger.text))


def _joined(act: MarkedEvent, harm: MarkedEvent) -> MarkedEvent:
    """The act with the roles that only the harm has words for."""
    known = {role for role, _, _ in act.roles}
    added = tuple(filler for filler in harm.roles if filler[0] not in known)
    return replace(act, mode=act.mode or harm.mode, roles=(*act.roles, *added))
