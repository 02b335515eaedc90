"""Whose arms did it? "A Varenian plane struck": before arms that only states have, a nation's adjective says whose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import yaml

from dateline.comparing.placed import Who
from dateline.model.case import CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.span import Span

_WORDS = yaml.safe_load(files(__package__).joinpath("sides.yaml").read_text("utf-8"))
_ARMS = re.compile(rf"\s+(?:{'|'.join(_WORDS['state_arms'])})\b", re.IGNORECASE)
_OPEN = re.compile("|".join(_WORDS["open_question"]), re.IGNORECASE)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_NO = re.compile(r"\b(?:no|not|neither|nor|without)\b(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
# "A Varenian plane (was) shot down": it suffered.
_SUFFERED = re.compile(r"\b(?:was|were|been|being|is|are)\b")
_BY = re.compile(r"\s+by\b")
_DOWNED = re.compile(r"\b(?:down|downed|crash\w*)\b", re.IGNORECASE)


def nation_behind(event: CaseEvent, read: ReadReport, who: Who) -> str | None:
    """The country whose arms did it by the words of the event: they hold its trigger, are its actor or its subject."""
    trigger, text = event.event.trigger, read.report.text
    sentence = next((s for s in read.reading.sentences if s.holds(trigger)), None)
    if sentence is None or _DOWNED.search(text[trigger.start : trigger.end + len(" down")]):
        return None
    for arms, country in _national_arms(read, sentence):
        if any(arms.overlaps(one.span) for one in event.event.recipient) or _NO.search(
            text[sentence.start : arms.start]
        ):
            continue
        if arms.holds(trigger) or any(arms.overlaps(one.span) for one in event.event.actor):
            return who.actor_of.get((read.report.id, country))
        between = text[arms.end : trigger.start]
        suffered = _SUFFERED.search(between) or _BY.match(text, trigger.end)
        if arms.end < trigger.start and not (event.event.actor or suffered or _OR.search(between)):
            return who.actor_of.get((read.report.id, country))
    return None


def _national_arms(read: ReadReport, sentence: Span) -> Iterator[tuple[Span, int]]:
    """Words like "Varenian planes", with the chain of the country."""
    for mention in read.reading.mentions:
        if mention.chain is None or not sentence.holds(mention.span):
            continue
        chain = read.reading.chains[mention.chain]
        found = _ARMS.match(read.report.text, mention.span.end) if chain.kind == "country" and chain.named else None
        if found is not None:
            yield Span.cut(read.report.text, mention.span.start, found.end()), mention.chain


def are_alternatives(one: CaseEvent, other: CaseEvent, read: ReadReport) -> bool:
    """Whether a sentence leaves open which of two acts it was: "unclear whether in a … strike or in an attack by …"."""
    first, second = sorted((one.event.trigger, other.event.trigger))
    text = read.report.text
    sentence = next((s for s in read.reading.sentences if s.holds(first) and s.holds(second)), None)
    return (
        sentence is not None
        and one.id != other.id
        and bool(_OR.search(text[first.end : second.start]))
        and bool(_OPEN.search(text[sentence.start : first.start]))
    )
