"""Which numbers stand in the tellings, and which of them count nobody? "Orm Tasker, 17," gives an age."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.comparing.standings.origins_counted import Ledger
from dateline.comparing.standings.persons import is_person, may_be_same, person_of
from dateline.comparing.standings.speakers import Tellers
from dateline.model.case import CaseClaim, CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span

FIELDS = ("killed", "injured")
# "(Orm Tasker), 17, (was shot)" is an age; "five (shot, one killed)" counts those who were hit.
_AGED = re.compile(r"[A-Z][\w'’.-]*,\s*$")
_HIT = re.compile(r"\s+(?:\w+\s+)?(?:shot(?!\s+(?:dead|to death|and killed))|wounded|injured|hurt)\b", re.IGNORECASE)
_AGE_CHARACTERS = 30
# The counted stand behind their number: "three (off-duty Varenian soldiers) were killed".
_COUNTED = re.compile(
    r"(?:\s+(?:more|other|others))?(?:\s+of\s+(?:the|its|their|his|her|our))?"
    r"((?:\s+(?!(?:were|was|are|is|be|been|have|has|had|who|which|that|in|on|at|by|and|or|but|when|after|with|from|"
    r"during|as|near|while|including|of|to|for|dead|died|die|dies|killed|injured|wounded|hurt|shot|missing|died)\b)"
    r"[^\W_][\w'’-]*){1,5})"
)


@dataclass(frozen=True, slots=True)
class Told:
    """One number of one telling. origin: whose word it is; out: why it does not count, "" where it does."""

    event: CaseEvent
    number: NumberSpan
    origin: str
    out: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the numbers of an incident are told from. claims: by report; ledger: the origins of its events."""

    reports: Mapping[str, ReadReport]
    claims: Mapping[str, Sequence[CaseClaim]]
    tellers: Tellers
    ledger: Ledger

    def origin_of(self, event: CaseEvent, number: Span) -> str:
        """The named speaker in whose words the number stands, else the origin of the event that it belongs to.

        "The Guild counts nine dead; the Watch gave fourteen" has two tellers, though it tells one event.
        """
        holding = [
            (content.end - content.start, claim.id, claim)
            for claim in self.claims.get(event.report, ())
            for content in claim.claim.content
            if content.holds(number)
        ]
        of_event = self.ledger.of_event[event.id]
        if not holding:
            return of_event
        claim = min(holding, key=lambda held: held[:2])[2]
        teller = self.tellers.of_claim(claim, self.reports[event.report])
        return self.ledger.origin(teller.key) if teller.named and claim.id != event.claim else of_event

    def name_of(self, origin: str) -> str | None:
        """The origin's name for people, None where nobody is known."""
        if origin in self.ledger.names:
            return self.ledger.names[origin]
        known = (teller for teller in self.tellers.known.values() if self.ledger.origin(teller.key) == origin)
        return next((teller.name for teller in known if teller.known), None)


def find_told(events: Sequence[CaseEvent], scene: Scene, field: str) -> list[Told]:
    """Every number of killed or of injured, the same words once, in the order of the events."""
    found: dict[tuple[str, NumberSpan], Told] = {}
    for event in events:
        for number in getattr(event.event, field):
            why = _why_not(event, number, scene.reports[event.report], field)
            known = found.get((event.report, number))
            if known is None or (known.out and not why):
                found[event.report, number] = Told(event, number, scene.origin_of(event, number), why)
    if field == "injured":
        return _alive(list(found.values()), events, scene.reports)
    return list(found.values())


def _why_not(event: CaseEvent, number: NumberSpan, report: ReadReport, field: str) -> str:
    text = report.report.text
    if _is_age(number, text):
        return "an age"
    if number.low is None and number.high is None:
        return "no number is said"
    if field == "killed" and number in event.event.injured and number.high != 0:
        return "counts the injured"
    if field == "killed" and _HIT.match(text, number.end):
        return "counts all who were hit"
    return ""


def _alive(told: Sequence[Told], events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> list[Told]:
    """The injured; who may be a person whom the same report tells as dead is marked as such."""
    dead = {(e.report, number) for e in events for number in e.event.killed if is_person(number)}
    return [_unless_dead(one, [n for report, n in dead if report == one.event.report], reports) for one in told]


def _unless_dead(told: Told, dead: Sequence[NumberSpan], reports: Mapping[str, ReadReport]) -> Told:
    if told.out or not dead or not is_person(told.number):
        return told
    report = reports[told.event.report]
    hurt = person_of(told.number, report)
    same = any(may_be_same(hurt, person_of(number, report), report) for number in dead)
    return replace(told, out="died since, by the same report") if same else told


def _is_age(number: NumberSpan, text: str) -> bool:
    if not number.text.isdigit():
        return False
    return bool(_AGED.search(text[max(0, number.start - _AGE_CHARACTERS) : number.start])) and text[
        number.end : number.end + 1
    ] in (",", ")")


def counted_words(number: NumberSpan, text: str) -> Span | None:
    """The words for those whom a number counts: "(three) off-duty soldiers"; of one person his own words."""
    if is_person(number):
        return Span(number.start, number.end, number.text)
    found = _COUNTED.match(text, number.end)
    if found is None or number.high == 0:
        return None
    start = found.end(1) - len(found[1].lstrip())
    return Span.cut(text, start, found.end(1))
