"""Which numbers stand in the tellings, and which of them count nobody? "Orm Tasker, 17," gives an age."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.comparing.standings.lead import find_others
from dateline.comparing.standings.origins_counted import Ledger
from dateline.comparing.standings.persons import Person, count_persons, is_person, is_same, may_be_same, person_of
from dateline.comparing.standings.speakers import Tellers
from dateline.language.alternatives import alternatives_of
from dateline.lexicons import load_yaml
from dateline.model.case import CaseClaim, CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span

# "(Orm Tasker), 17, (was shot)" is an age; "five (shot, one killed)" counts those who were hit.
_AGED = re.compile(r"[A-Z][\w'’.-]*,\s*$")
_HIT = re.compile(
    r"\s+(?:(?!fatally)\w+\s+)?(?:shot(?!\s+(?:dead|to death|and killed))|wounded|injured|hurt)\b", re.IGNORECASE
)
# "shot (two men), killing one"
_HITTING = re.compile(
    r"(?<!fatally )\b(?:shot|shoots|shooting|hit|hitting|struck|stabbed|wounded|beat)\s+\Z", re.IGNORECASE
)
_KILLING_SOME = re.compile(
    r"[^.;]*\bkill(?:ing|ed)\s+(?:at least\s+)?(?:one|two|three|four|five|six|\d+)\b", re.IGNORECASE
)
# "(two) victims with gunshot wounds", "All (five) had been shot"
_WITH_WOUNDS = re.compile(
    r"(?:\s+(?!others?\b|more\b)[\w’'-]+){0,4}?\s+(?:who\s+)?"
    r"(?:with|had|have|suffering(?:\s+from)?|having|suffered|sustained|found|were|been|was)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:(?:gunshot|gun\s?shot|stab|bullet|knife|shotgun)\s+(?:wounds?|injur\w+)|shot|stabbed)\b",
    re.IGNORECASE,
)
_DEAD = re.compile(
    r"(?:\s+(?!(?:others?|more)\b)[a-z][\w'’-]*){0,3}?,?(?:\s+(?:who\s+)?(?:was|were|is|are|(?:has|have|had)\s+been))?(?:\s+(?:all|both|later|\w+ly))*\s+"
    r"(?:dead|deceased|killed|slain|murdered|fatally\s+\w+|shot\s+(?:dead|to\s+death|and\s+killed)|"
    r"(?:found|pronounced|declared)\s+(?:shot\s+)?(?:dead|deceased|to\s+death))\b(?!\s+(?:an?|the|his|her|their|two|three|\d+)\b)",
    re.IGNORECASE,
)
# "168 died according to the Guild, (174) according to people there": each number with its own teller
_BY_OTHERS = re.compile(r"\s+according\s+to\b", re.IGNORECASE)
_AGE_CHARACTERS = 30
_ANOTHER = re.compile(r"(?:another|an other|(?:a|the) (?:second|third|fourth|fifth|other))\b", re.IGNORECASE)
# "The deadliest attack since 2019": one happening, set beside others
_BESIDE_OTHERS = re.compile(r"\b(?:worst|most|\w{3,}est|first|second|third|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)
_APART = re.compile(r"\b(?:in|by) (?:\w+ )?(?:separate|unrelated|different) (?:[\w-]+ )?\w+s\b", re.IGNORECASE)
_SUMMARY = re.compile(
    r"\b(?:(?:separate|different|other|several|multiple|two|three|four|five|\d+) (?:[\w-]+ )?"
    r"(?:incidents|shootings|attacks|raids|ambushes|bombings|blasts|explosions|strikes|clashes)"
    r"|(?:past|last|in|within) (?:the )?(?:\w+ )?(?:few |\w+ )?(?:days|weeks|months|years)"
    r"|(?:this|last|past|so far this|each|every|per) (?:year|month)|violent weekend"
    r"|over the (?:\w+ )?(?:weekend|holidays?)|since (?:19|20)\d\d"
    r"|(?:violent|bloody|deadly) (?:\w+ hours|night)|\w+-hour (?:stretch|period|span)"
    r"|(?:over|within|in) (?:\w+ )?(?:24|48|72) hours|in (?:one|a|a single) (?:week|month|year)"
    r"|in (?:19|20)\d\d(?=,))\b",
    re.IGNORECASE,
)
# The counted stand behind their number: "three (off-duty Varenian soldiers) were killed".
_COUNTED = re.compile(
    r"(?:\s+(?:more|other|others))?(?:\s+of\s+(?:the|its|their|his|her|our))?"
    r"((?:\s+(?!(?:were|was|are|is|be|been|have|has|had|who|which|that|in|on|at|by|and|or|but|when|after|with|from|"
    r"during|as|near|while|including|of|to|for|dead|died|die|dies|killed|injured|wounded|hurt|shot|missing|"
    r"there|here|today|yesterday|overnight|according|say|says)\b)"
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

    def origin_of(self, event: CaseEvent, number: NumberSpan) -> str:
        """The named speaker in whose words the number stands, else the origin of the event that it belongs to.

        "The Guild counts nine dead; the Watch gave fourteen" has two tellers, though it tells one event. Of single
        victims a report tells by many mouths: they stay with the event.
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
        text = self.reports[event.report].report.text
        is_other = (
            (teller.named or _BY_OTHERS.match(text, number.end)) and claim.id != event.claim and not is_person(number)
        )
        return self.ledger.origin(teller.key) if is_other else of_event

    def name_of(self, origin: str) -> str | None:
        """The origin's name for people, None where nobody is known."""
        if origin in self.ledger.names:
            return self.ledger.names[origin]
        keys = self.ledger.joined.get(origin, [origin])
        return next((self.tellers.called[key] for key in keys if key in self.tellers.called), None)


def find_told(events: Sequence[CaseEvent], scene: Scene, field: str) -> list[Told]:
    """Every number of one of COUNTED, the same words once, in the order of the events."""
    found: dict[tuple[str, NumberSpan], Told] = {}
    for event in events:
        for number in getattr(event.event, field):
            why = _why_not(event, number, scene.reports[event.report], field)
            known = found.get((event.report, number))
            if known is None or (known.out and not why):
                found[event.report, number] = Told(event, number, scene.origin_of(event, number), why)
    told = _without_others(_without_summaries(list(found.values()), scene.reports), scene.reports)
    return _alive(told, events, scene.reports) if field == "injured" else told


def _why_not(event: CaseEvent, number: NumberSpan, report: ReadReport, field: str) -> str:
    text = report.report.text
    if _is_age(number, text):
        return "an age"
    if number.low is None and number.high is None:
        return "no number is said"
    if field == "killed" and number in event.event.injured and number.high != 0:
        return "counts the injured"
    if field == "killed" and not is_person(number) and _counts_the_hit(number, text):
        return "counts all who were hit"
    if field == "injured" and number.high != 0 and are_dead(number, text):
        return "counts the dead"
    if field == "injured" and event.event.killed and counts_all_hit(number, text):
        return "counts all who were hit, the dead too"
    return ""


def counts_all_hit(number: NumberSpan, text: str) -> bool:
    """ "Found (two) victims with gunshot wounds": it is not said that they live."""
    several = number.low is not None and number.low > 1
    return several and bool(_WITH_WOUNDS.match(text, number.end)) and "other" not in number.text.lower()


def are_dead(words: Span, text: str) -> bool:
    """Whether the words right behind say that they are dead: "(two people) are dead", "(two women), all shot dead"."""
    return bool(_DEAD.match(text, words.end))


def _counts_the_hit(number: NumberSpan, text: str) -> bool:
    """ "(Five) shot, one killed", "shot (two men), killing one"."""
    before = text[max(0, number.start - _AGE_CHARACTERS) : number.start]
    return bool(_HIT.match(text, number.end) or (_HITTING.search(before) and _KILLING_SOME.match(text, number.end)))


def _without_summaries(told: Sequence[Told], reports: Mapping[str, ReadReport]) -> list[Told]:
    """Where other numbers are told, those that sum up several happenings do not count."""
    kept = [one for one in told if not one.out and not _sums_up(one, reports[one.event.report])]
    if not kept:
        return [
            replace(one, out="sums up several happenings") if _is_apart(one, reports[one.event.report]) else one
            for one in told
        ]
    return [one if one.out or one in kept else replace(one, out="sums up several happenings") for one in told]


def _is_apart(told: Told, report: ReadReport) -> bool:
    """Whether even the only number is of several happenings: "two teens died in separate incidents"."""
    if told.out or is_person(told.number) or told.number.high == 0:
        return False
    sentence = next((s.text for s in report.reading.sentences if s.holds(told.number)), "")
    return bool(_APART.search(sentence))


def _without_others(told: Sequence[Told], reports: Mapping[str, ReadReport]) -> list[Told]:
    """Marks the numbers that count more than their report's beginning does."""
    numbers: dict[str, list[NumberSpan]] = {}
    for one in told:
        if not one.out:
            numbers.setdefault(one.event.report, []).append(one.number)
    others = {(report, n) for report, of_report in numbers.items() for n in find_others(of_report, reports[report])}
    return [
        replace(one, out="counts others than the report's beginning")
        if (one.event.report, one.number) in others
        else one
        for one in told
    ]


def _sums_up(told: Told, report: ReadReport) -> bool:
    """ "Four have been killed in separate raids", "at least four this year"."""
    if is_person(told.number) or told.number.high == 0:
        return False
    sentence = next((s.text for s in report.reading.sentences if s.holds(told.number)), "")
    return bool(_SUMMARY.search(sentence)) and not _BESIDE_OTHERS.search(sentence)


def _alive(told: Sequence[Told], events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> list[Told]:
    """The injured; who may be a person whom the same report tells as dead is marked as such."""
    dead = {(e.report, number) for e in events for number in e.event.killed if number.low}
    return [_unless_dead(one, [n for report, n in dead if report == one.event.report], reports) for one in told]


def _unless_dead(told: Told, dead: Sequence[NumberSpan], reports: Mapping[str, ReadReport]) -> Told:
    if told.out or not dead or not is_person(told.number):
        return told
    report = reports[told.event.report]
    hurt = person_of(told.number, report)
    persons = [person_of(number, report) for number in dead if is_person(number)]
    # Of several dead one must be he by his age, name or words; a single one need only not be another.
    one = count_persons(dead, report) == 1 and all((number.low or 0) <= 1 for number in dead)
    same = any(
        may_be_same(hurt, person, report) and not _is_other(hurt, person) and (one or is_same(hurt, person))
        for person in persons
    )
    return replace(told, out="died since, by the same report") if same else told


def _is_other(hurt: Person, dead: Person) -> bool:
    """ "Another child was hurt": not the one who died, whether he is told before or behind."""
    return _ANOTHER.match(hurt.said) is not None and (hurt.chain is None or hurt.chain != dead.chain)


def _is_age(number: NumberSpan, text: str) -> bool:
    if not number.text.isdigit():
        return False
    before, behind = text[max(0, number.start - _AGE_CHARACTERS) : number.start], text[number.end : number.end + 2]
    return bool(_AGED.search(before)) and behind.strip()[:1] in (",", ")", "(")


def counted_words(number: NumberSpan, text: str) -> Span | None:
    """The words for those whom a number counts: "(three) off-duty soldiers"; of one person his own words."""
    if is_person(number):
        return Span(number.start, number.end, number.text)
    found = _COUNTED.match(text, number.end)
    if found is None or number.high == 0:
        return None
    start = found.end(1) - len(found[1].lstrip())
    return Span.cut(text, start, found.end(1))


def is_limited(number: NumberSpan, text: str) -> bool:
    """Whether a number of several counts one kind of people, as the lexicon's groups tell them ("three children")."""
    words = counted_words(number, text)
    return words is not None and not is_person(number) and group_of(words.text) is not None


def group_of(words: str) -> str | None:
    """Whom the words describe, as a group of the lexicon ("civilians")."""
    return next((group for group, pattern in _groups() if pattern.search(words)), None)


@cache
def _groups() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (group, re.compile(rf"\b(?:{alternatives_of(nouns)})\b", re.IGNORECASE))
        for group, nouns in load_yaml("casualties.yaml")["groups"].items()
    )
