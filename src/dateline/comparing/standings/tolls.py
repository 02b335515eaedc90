"""How many were killed and injured, by each origin and as of when?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.comparing.standings.doers import died_with
from dateline.comparing.standings.hurt import find_hit
from dateline.comparing.standings.lists import Bounds, add_lists, bounds_of
from dateline.comparing.standings.persons import count_named, count_persons, is_person, is_same, person_of
from dateline.comparing.standings.told import Scene, Told, counted_words, find_told, is_limited
from dateline.comparing.standings.victims import count_deadly, find_deadly, find_victims
from dateline.language.numbers import VAGUE_WORDS, read_number
from dateline.model.case import CaseEvent
from dateline.model.event import AFFECTED
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan


@dataclass(frozen=True, slots=True)
class Toll:
    """One report's figure on one origin's word. low, high: bounds (high None: "at least"). day: of publication.
    partial: it only tells of this or that victim ("a porter was killed") and gives no number. numbers: the words that
    it was made of. inferred: why it is none of the report's own numbers, "" where it is one. earlier: a total that the
    report itself overtakes ("killed nine … by night 15 were dead"). limited: it counts some kind of people only
    ("three children")."""

    low: int
    high: int | None
    origin: str
    report: str
    day: date | None
    events: tuple[str, ...]
    partial: bool = False
    numbers: tuple[NumberSpan, ...] = ()
    inferred: str = ""
    earlier: bool = False
    limited: bool = False
    scattered: bool = False
    hedged: bool = False
    uncounted: bool = False

    def fits(self, other: Toll) -> bool:
        """Whether one number can satisfy both."""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)


# From here on reports tell of single victims beside the toll; of one or two dead the description is the toll.
SEVERAL = 3
# "Killed three at once … by evening there were twelve dead": a toll that rose more within one report is mostly none.
MOST_RISEN = 4
_ANYBODY = frozenset({"", "people", "persons", "lives", "victims", "others", "casualties", "deaths", "bodies"})
_PART = re.compile(r"\s+(?:more\s+)?of\s+(?:the|those|them|these|his|her|its|their|whom|which)\b", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:including|among (?:them|the|those)|of (?:them|whom|the dead|the victims))\b", re.IGNORECASE)
_BARE_ONE = re.compile(
    r"one\s+(?:of\s+(?:them|those|the)|had|has|was|is|suffered|sustained|received|remain\w*|in|with|died)\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?:one|1|single|only|nobody|no one)\b", re.IGNORECASE)


def find_tolls(events: Sequence[CaseEvent], scene: Scene, field: str) -> list[Toll]:
    """The tolls that each report gives on each origin's word, in the order of the reports. field: one of COUNTED.

    A report that gives no number of killed but tells of persons who died gives at least as many.
    """
    groups: dict[tuple[str, str], list[Told]] = {}
    for told in find_told(events, scene, field):
        if not told.out:
            groups.setdefault((told.event.report, told.origin), []).append(told)
    found = [toll for group in groups.values() for toll in _tolls(group, scene, field)]
    tolls = [toll for toll in found if not _is_one_of_them(toll, found, scene)]
    if field != "killed":
        return tolls
    counted = {toll.report for toll in tolls}
    return tolls + [
        toll
        for of_report in _by_report(events)
        if of_report[0].report not in counted
        for toll in _of_victims(of_report, scene)
    ]


def _is_one_of_them(toll: Toll, tolls: Sequence[Toll], scene: Scene) -> bool:
    """ "Four were hurt … One had a broken arm": no other count, though it is on another's word."""
    text = scene.reports[toll.report].report.text
    if not toll.numbers or not all(n.low == 1 and _BARE_ONE.match(text, n.start) for n in toll.numbers):
        return False
    return any(other.report == toll.report and other.low > 1 for other in tolls)


def find_casualties(events: Sequence[CaseEvent], scene: Scene) -> dict[str, list[Toll]]:
    """The tolls of each of COUNTED. Who was hurt in one report and is dead in another is no longer injured; who
    was shot and is not among the dead is."""
    killed, injured = find_tolls(events, scene, "killed"), find_tolls(events, scene, "injured")
    killed = killed or [toll for of_report in _by_report(events) for toll in _of_deadly(of_report, scene)]
    deadly, telling = {toll.report for toll in killed}, {toll.report for toll in injured if toll.low}
    later_dead = [toll for toll in killed if toll.report not in telling]
    alive = [toll for toll in injured if toll.report in deadly or not _has_died(toll, later_dead, scene)]
    counted = {toll.report for toll in alive if not toll.partial}
    hit = list(_of_hit(events, scene, killed))
    if counted:
        alive += [toll for toll in hit if toll.report not in counted and not toll.partial]
    else:
        alive += [toll for toll in hit if toll.low > _most(alive)]
    return {"killed": killed, "injured": alive} | {field: find_tolls(events, scene, field) for field in AFFECTED}


def _most(tolls: Sequence[Toll]) -> int:
    return max((toll.low for toll in tolls), default=0)


def _has_died(hurt: Toll, dead: Sequence[Toll], scene: Scene) -> bool:
    """Whether single persons whom a report tells as hurt, and nobody as dead, are the dead of a report not earlier.

    dead: the tolls of reports that tell of nobody hurt.
    """
    return hurt.partial and any(
        toll.low >= hurt.low
        and (not (hurt.day and toll.day and toll.day < hurt.day) or _is_the_same(hurt, toll, scene))
        for toll in dead
    )


def _is_the_same(hurt: Toll, dead: Toll, scene: Scene) -> bool:
    """Whether the one person who was hurt is the one who died, by words that two reports have for him."""
    if not (hurt.low == dead.low == len(hurt.numbers) == len(dead.numbers) == 1):
        return False
    one = person_of(hurt.numbers[0], scene.reports[hurt.report])
    other = person_of(dead.numbers[0], scene.reports[dead.report])
    return is_same(replace(one, chain=None), replace(other, chain=None))


def _of_hit(events: Sequence[CaseEvent], scene: Scene, killed: Sequence[Toll]) -> Iterator[Toll]:
    """Of those whom a report tells as shot or the like, the ones who are not among the dead."""
    for of_report in _by_report(events):
        report = of_report[0].report
        read = scene.reports[report]
        hurt, numbers = find_hit(of_report, read, _most(killed))
        single = all(number.low == 1 for number in numbers)
        if hurt > 0:
            origin, ids = scene.ledger.of_event[of_report[0].id], tuple(e.id for e in of_report)
            yield Toll(hurt, hurt, origin, report, _day(read), ids, single, numbers, "told as hit, not among the dead")


def _by_report(events: Sequence[CaseEvent]) -> list[list[CaseEvent]]:
    groups: dict[str, list[CaseEvent]] = {}
    for event in events:
        groups.setdefault(event.report, []).append(event)
    return list(groups.values())


def _of_deadly(events: Sequence[CaseEvent], scene: Scene) -> list[Toll]:
    """Where no report says who died or how many, "a fatal shooting" killed at least one, "a double homicide" two."""
    report = scene.reports[events[0].report]
    told = find_deadly(events, report)
    if not told:
        return []
    count = count_deadly([event for event in events if event.id in told], report)
    return [_inferred(count, told, report, scene, "told as deadly, without saying who died")]


def _of_victims(events: Sequence[CaseEvent], scene: Scene) -> list[Toll]:
    report = scene.reports[events[0].report]
    told, persons = find_victims(events, report)
    if not told:
        return []
    count = len(set(persons) - {"somebody"}) or 1
    return [_inferred(count, told, report, scene, "told as dead, without a number")]


def _inferred(count: int, told: tuple[str, ...], report: ReadReport, scene: Scene, why: str) -> Toll:
    """At least so many, though the report gives no number."""
    origin = scene.ledger.of_event[told[0]]
    return Toll(count, None, origin, report.report.id, _day(report), told, partial=True, inferred=why)


def _tolls(told: Sequence[Told], scene: Scene, field: str) -> list[Toll]:
    """The largest figure that the report gives on one word, and the totals that it overtakes by it; other smaller ones
    are part of it ("a woman among the nine")."""
    report = scene.reports[told[0].event.report]
    text, origin = report.report.text, told[0].origin
    by_event: dict[str, list[NumberSpan]] = {}
    for one in told:
        by_event.setdefault(one.event.id, []).append(one.number)
    numbers = [one.number for one in told]
    made: list[tuple[Bounds, tuple[NumberSpan, ...]]] = [(bounds_of(n), (n,)) for n in numbers]
    made += [one for spans in by_event.values() for one in add_lists(spans, text)]
    if field == "killed":
        made += [(_and_one(bounds), parts) for bounds, parts in made if died_with(parts[0], report)]
    persons = tuple(n for n in numbers if is_person(n))
    made.append(((count_persons(persons, report),) * 2, persons))
    (low, high), words = max(made, key=lambda m: (m[0][0], m[0][1] is not None, m[0][1] or 0))
    scattered = low > 1 and words is persons and count_named(persons, report) < low
    hedged = high is not None and any(n.low == low and n.high is None and _counts(n, text) for n in numbers)
    partial = not any(_counts(number, text) and not _is_uncounted(number) for number in numbers)
    limited = bool(words) and all(is_limited(number, text) for number in words)
    uncounted = bool(words) and all(_is_uncounted(number) for number in words)
    toll = Toll(
        low,
        high,
        origin,
        report.report.id,
        _day(report),
        tuple(by_event),
        partial,
        words,
        limited=limited,
        scattered=scattered,
        hedged=hedged,
        uncounted=uncounted,
    )
    return [toll, *(_overtaken(toll, n) for n in numbers if _is_rival(n, toll, report))]


def _is_rival(number: NumberSpan, toll: Toll, report: ReadReport) -> bool:
    """Whether a smaller number in another sentence is a total too: of the same people, and said to be no part."""
    low, _ = bounds_of(number)
    if not (SEVERAL <= low < toll.low <= low * MOST_RISEN) or number in toll.numbers:
        return False
    if not _counts_the_same(number, toll.numbers, report.report.text):
        return False
    sentence = next((s for s in report.reading.sentences if s.holds(number)), None)
    if sentence is None or any(sentence.holds(part) for part in toll.numbers):
        return False
    return not (_PART.match(report.report.text, number.end) or _AMONG.search(sentence.text))


def _counts_the_same(number: NumberSpan, total: Sequence[NumberSpan], text: str) -> bool:
    """ "Seven people" and "15 dead" count the same; "seven guards" are a part of "15 dead"."""
    noun = _noun_behind(number, text)
    return noun in _ANYBODY or any(_noun_behind(other, text) == noun for other in total)


def _noun_behind(number: NumberSpan, text: str) -> str:
    words = counted_words(number, text)
    return words.text.split()[-1].lower() if words else ""


def _overtaken(toll: Toll, number: NumberSpan) -> Toll:
    low, high = bounds_of(number)
    return replace(toll, low=low, high=high, numbers=(number,), earlier=True)


def _and_one(bounds: Bounds) -> Bounds:
    low, high = bounds
    return low + 1, None if high is None else high + 1


def without_partial(tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls that give a number, once a number of several victims is told; before that each victim counts, but for
    those of whom the same report tells beside its number."""
    counted = [toll for toll in tolls if not toll.partial]
    if any(toll.low >= SEVERAL for toll in counted):
        return counted
    most = {toll.report: toll.low for toll in sorted(counted, key=lambda toll: toll.low)}
    return [toll for toll in tolls if not toll.partial or toll.low >= most.get(toll.report, 0)]


def _counts(number: NumberSpan, text: str) -> bool:
    """Whether the words are a count of all: neither a person ("a porter") nor a part ("two of the wounded died")."""
    if _PART.match(text, number.end):
        return False
    return number.low != 1 or number.high != 1 or bool(_ONE.search(number.text))


def _is_uncounted(number: NumberSpan) -> bool:
    """ "His sons": two or more, without a number."""
    return number.low == VAGUE_WORDS["acled"]["plural"] and number.high is None and read_number(number.text) is None


def _day(report: ReadReport) -> date | None:
    return report.report.published.day if report.report.published else None


def without_limited(tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls without those of some kind of people ("three children"), where one that counts all is higher."""
    most = max((toll.low for toll in tolls if not toll.limited), default=0)
    return [toll for toll in tolls if not toll.limited or toll.low >= most]
