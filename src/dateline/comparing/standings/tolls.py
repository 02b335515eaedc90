"""How many were killed and injured, by each origin and as of when?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.comparing.standings.origins_counted import Ledger
from dateline.comparing.standings.victims import find_victims
from dateline.model.case import CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan


@dataclass(frozen=True, slots=True)
class Toll:
    """One report's figure on one origin's word. low, high: bounds (high None: "at least"). day: of publication.
    partial: it only tells of this or that victim ("a porter was killed") and gives no number."""

    low: int
    high: int | None
    origin: str
    report: str
    day: date | None
    events: tuple[str, ...]
    partial: bool = False

    def fits(self, other: Toll) -> bool:
        """Whether one number can satisfy both."""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)


# What may stand between two parts of one list: "(a woman) and (two children)", "(Orm Tasker), 43, and (two others)".
_LIST = re.compile(
    r"(?:\s+[^\W\d]+){0,2}(?:,\s*\d{1,2})?\s*(?:,|,?\s*and|,?\s*plus|,?\s*along with|,?\s*as well as)\s*"
)
# Of two large numbers side by side one is mostly another count ("55 people, and 124 more were hurt").
SMALL_PART = 10
# From here on reports tell of single victims beside the toll; of one or two dead the description is the toll.
SEVERAL = 3
_PART = re.compile(r"\s+(?:more\s+)?of\s+(?:the|those|them|these|his|her|its|their|whom|which)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:one|1|single|only|nobody|no one)\b", re.IGNORECASE)
_NUMERALS = frozenset({"one", "1", "man", "woman", "person", "people", "child", "boy", "girl", "officer", "soldier"})
Numbers = Callable[[CaseEvent, str], tuple[NumberSpan, ...]]
# "(Orm Tasker), 17, (was shot)" is an age; "five (shot, one killed)" counts those who were hit.
_AGED = re.compile(r"[A-Z][\w'’.-]*,\s*$")
_HIT = re.compile(r"\s+(?:\w+\s+)?(?:shot(?!\s+(?:dead|to death|and killed))|wounded|injured|hurt)\b", re.IGNORECASE)
_AGE_CHARACTERS = 30


def killed(event: CaseEvent, text: str) -> tuple[NumberSpan, ...]:
    """The numbers of dead; not ages, nor the numbers of those who were hit as well."""
    hurt = set(event.event.injured)
    return tuple(
        n for n in event.event.killed if n not in hurt and not _is_age(n, text) and not _HIT.match(text, n.end)
    )


def injured(event: CaseEvent, text: str) -> tuple[NumberSpan, ...]:
    """The numbers of injured; not ages."""
    return tuple(n for n in event.event.injured if not _is_age(n, text))


def _is_age(number: NumberSpan, text: str) -> bool:
    if not number.text.isdigit():
        return False
    return bool(_AGED.search(text[max(0, number.start - _AGE_CHARACTERS) : number.start])) and text[
        number.end : number.end + 1
    ] in (",", ")")


def find_tolls(
    events: Sequence[CaseEvent], reports: Mapping[str, ReadReport], ledger: Ledger, field: str
) -> list[Toll]:
    """A toll per report and origin that gives one, in the order of the reports. field: killed or injured.

    A report that gives no number of killed but tells of persons who died gives at least as many. Of the injured it
    cannot be told that way: most who were shot are told of as shot.
    """
    numbers = FIELDS[field]
    groups: dict[tuple[str, str], list[CaseEvent]] = {}
    for event in events:
        if numbers(event, reports[event.report].report.text):
            groups.setdefault((event.report, ledger.of_event[event.id]), []).append(event)
    tolls = [_toll(group, reports[report], origin, numbers) for (report, origin), group in groups.items()]
    if field != "killed":
        return tolls
    counted = {toll.report for toll in tolls}
    return tolls + [
        toll
        for report in dict.fromkeys(e.report for e in events)
        if report not in counted
        for toll in _of_victims([e for e in events if e.report == report], reports[report], ledger)
    ]


def _of_victims(events: Sequence[CaseEvent], report: ReadReport, ledger: Ledger) -> list[Toll]:
    told, persons = find_victims(events, report)
    if not persons:
        return []
    count = len(set(persons) - {"somebody"}) or 1
    return [Toll(count, None, ledger.of_event[told[0]], report.report.id, _day(report), told, partial=True)]


def _toll(events: Sequence[CaseEvent], report: ReadReport, origin: str, numbers: Numbers) -> Toll:
    """The largest figure that the report gives on one word: smaller ones are part of it ("a woman among the nine")."""
    text = report.report.text
    told = [numbers(event, text) for event in events]
    bounds = [bound for spans in told for bound in (*map(_bounds, spans), *_sums(spans, text))]
    bounds.append(_named([number for spans in told for number in spans]))
    low, high = max(bounds, key=lambda b: (b[0], b[1] is not None, b[1] or 0))
    partial = not any(_counts(number, text) for spans in told for number in spans)
    return Toll(low, high, origin, report.report.id, _day(report), tuple(e.id for e in events), partial)


def without_partial(tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls that give a number, once a number of several victims is told; before that each victim counts."""
    counted = [toll for toll in tolls if not toll.partial]
    return counted if any(toll.low >= SEVERAL for toll in counted) else list(tolls)


def _counts(number: NumberSpan, text: str) -> bool:
    """Whether the words are a count of all: neither a person ("a porter") nor a part ("two of the wounded died")."""
    if _PART.match(text, number.end):
        return False
    return number.low != 1 or number.high != 1 or bool(_ONE.search(number.text))


FIELDS: Mapping[str, Numbers] = {"killed": killed, "injured": injured}


def _day(report: ReadReport) -> date | None:
    return report.report.published.day if report.report.published else None


def _bounds(number: NumberSpan) -> tuple[int, int | None]:
    return (number.low, number.high) if number.low is not None else (0, number.high)


def _sums(numbers: Sequence[NumberSpan], text: str) -> list[tuple[int, int | None]]:
    """Numbers in one list are parts of one toll: a named victim "and two others" are three, "a woman and two
    children" too; "nine killed, among them four guards" are nine."""
    sums: list[tuple[int, int | None]] = []
    for before, after in itertools.pairwise(sorted(numbers)):
        if _LIST.fullmatch(text[before.end : after.start]) and min(_bounds(before)[0], _bounds(after)[0]) <= SMALL_PART:
            low, high = sums.pop() if sums and sums[-1] else _bounds(before)
            more, most = _bounds(after)
            sums.append((low + more, None if high is None or most is None else high + most))
    return sums


def _named(numbers: Sequence[NumberSpan]) -> tuple[int, int | None]:
    """Persons whom the report names one by one, each counted once by the last part of the name."""
    names = {n.text.split()[-1].lower() for n in numbers if n.low == 1 and n.high == 1 and n.text[:1].isupper()}
    return len(names - _NUMERALS), len(names - _NUMERALS)


def current(tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls without stale ones: a figure that a later report raised is an update, not a dispute.

    A toll is stale when it is lower than one of a report published on a later day, or when its own origin gave
    another one later.
    """
    return [toll for toll in tolls if not any(_is_raised(toll, later) for later in tolls)]


def _is_raised(toll: Toll, later: Toll) -> bool:
    if toll.day is None or later.day is None or later.day <= toll.day:
        return False
    return later.origin == toll.origin or toll.low < later.low
