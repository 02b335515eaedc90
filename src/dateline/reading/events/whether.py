"""Did it happen? The status of an event: actual, future, hypothetical or negated."""

from __future__ import annotations

import re
from functools import cache

from dateline.model.marks import MarkedEvent
from dateline.reading.events.scene import Scene
from dateline.reading.events.words import load_words, source_of

_UTTERED = frozenset({"REJECT", "REQUEST", "THREATEN"})
"""Types that are themselves a "no" or a wish: the words before them belong to what they are about."""


# "has abducted nobody"; of "killed nobody" the number, 0, tells it
_NOBODY_BEHIND = re.compile(r"\s+(?:nobody|no[- ]one|none)\b", re.IGNORECASE)


def find_status(scene: Scene, event: MarkedEvent) -> str:
    """The model's status; where it says "actual", plain words before the trigger correct it."""
    if event.status != "actual":
        return event.status
    return status_by_words(scene, event) or _status_by_claim(scene, event) or event.status


_AHEAD = {"predicted": "future", "threatened": "future", "promised": "future", "requested": "hypothetical"}
_TO = re.compile(r"\bto\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_SOLELY = re.compile(r"[\"“]?(?:an?|the|new|more|another|further)?\s*(?:\w+\s+)?\Z", re.IGNORECASE)
_DONE = re.compile(
    r"(?:\w+ed|\w+ing|shot|struck|hit|fought|took|held|beat|beaten|set|blew|blown|cut|sent|led|fired|killed)\b"
)


def _status_by_claim(scene: Scene, event: MarkedEvent) -> str | None:
    """What the claim that tells an act makes of it: denied is negated; expected, threatened, asked "to" is to come."""
    if event.type in _UTTERED or event.type == "ACCUSE":
        return None
    for claim in scene.claims:
        part = next((p for p in claim.content if p.holds(event.trigger)), None)
        if part is None or claim.cue is None:
            continue
        lead = scene.text[part.start : event.trigger.start]
        if claim.modality in _AHEAD and _TO.search(lead) and len(lead.split()) <= 8:
            return _AHEAD[claim.modality]
        if claim.modality == "threatened" and part.start > claim.cue.end and _SOLELY.fullmatch(lead):
            return "future"
        if claim.modality == "denied" and _DONE.match(event.trigger.text.lower()) and _denies_act(lead):
            return "negated"
    return None


def _denies_act(lead: str) -> bool:
    """Whether a denied clause reaches its verb without a noun that the act only belongs to."""
    words = lead.lower().removeprefix("that ")
    having = re.search(r"\bhav(?:ing|e)\b|\bhad\b|\bwas\b|\bwere\b|\bhas\b", words)
    head = words[: having.start()] if having else words
    tail = words[having.end() :] if having else ""
    nouns = re.search(r"\b(?:role|part|hand|involvement|responsibility|knowledge|links?|connection|blame)\b", words)
    return nouns is None and len(head.split()) <= 5 and len(tail.split()) <= 2 and bool(having or not head.strip())


def status_by_words(scene: Scene, event: MarkedEvent) -> str | None:
    """What the words before the trigger in its clause say of its status, None if nothing."""
    before = scene.text[scene.clause_at(event.trigger).start : event.trigger.start]
    conditional = bool(_conditions().search(before))
    if event.type not in _UTTERED and not conditional and _is_negated(before, event.trigger.text):
        return "negated"
    if event.type not in _UTTERED and _NOBODY_BEHIND.match(scene.text, event.trigger.end) and not _has_toll(event):
        return "negated"
    if event.type == "REJECT":
        return None
    if _adjoining("hypothetical").search(before):
        return "hypothetical"
    if _adjoining("future").search(before):
        return "hypothetical" if conditional else "future"
    return None


def _has_toll(event: MarkedEvent) -> bool:
    return any(role in ("killed", "injured") for role, _, _ in event.roles)


def _is_negated(before: str, trigger: str) -> bool:
    """Whether a denial or a "not" stands before the trigger."""
    gerund = trigger.split()[0].lower().endswith("ing") and _gerund_denied().search(before)
    return bool(gerund or _adjoining("negated").search(before) or _denied().search(before) or _none().search(before))


# "vowed to launch a new offensive": the verb says only that the noun happens
_LIGHT_VERB = (
    r"(?:\s+(?:launch|carry out|conduct|stage|begin|start|mount|hold|resume|renew|undertake|make|take part in|join|"
    r"open|lead|perform|impose|declare|order|continue|step up|intensify)"
    r"(?:\s+(?:an?|the|its|their|his|her|more|further|new|fresh|joint|another|any|\w+al|\w+ary|\w+ed|\w+ive|\w+ic)){0,3})?"
)


@cache
def _adjoining(status: str) -> re.Pattern[str]:
    words = source_of(load_words("event_words")[status]["adjoining"])
    adverb = r"(?:\s+\w+ly|\s+(?:also|now|again|be|been|being|soon))?"
    return re.compile(rf"(?<![\w-])(?:{words}){adverb}{_LIGHT_VERB}\s+\Z", re.IGNORECASE)


@cache
def _conditions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{source_of(load_words('event_words')['hypothetical']['conditions'])})\b", re.IGNORECASE)


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{source_of(load_words('event_words')['negated']['denials'])})\b", re.IGNORECASE)


@cache
def _gerund_denied() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{source_of(load_words('event_words')['negated']['gerund'])})\s+(?:\w+ly\s+)?\Z", re.IGNORECASE
    )


@cache
def _none() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{source_of(load_words('event_words')['negated']['none'])})\s+\Z", re.IGNORECASE)
