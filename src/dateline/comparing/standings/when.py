"""On which days did it happen? The days that most tellings give in so many words, else what publication allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from dateline.comparing.standings.where import SET_SOMEWHERE
from dateline.model.case import CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.report import Basis
from dateline.model.time import Time

_RANK = {Basis.STATED: 0, Basis.RELATIVE: 1, Basis.INFERRED: 2, Basis.PUBLISHED: 3, None: 4}


def find_days(events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> tuple[date | None, date | None]:
    """First and last day; the shortest of the intervals that most reports give on the best basis; where no event has
    one, the day that most of the sentences that tell of it name."""
    dated = [(e.begin, e.end, e) for e in events if e.begin is not None and e.end is not None]
    if not dated:
        return _beside(events, reports) or _open(events)
    worded = [entry for entry in dated if entry[2].event.date] or dated
    votes = Counter((begin, end) for begin, end, _ in {(b, e, event.report) for b, e, event in worded})
    rank = {(begin, end): _RANK[event.date_basis] for begin, end, event in reversed(worded)}
    return min(votes, key=lambda days: (-_support(days, votes), days[1] - days[0], rank[days], days))


def _beside(events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> tuple[date, date] | None:
    days: set[tuple[str, date]] = set()
    for event in events:
        reading = reports[event.report].reading
        if event.event.status == "actual" and event.event.type in SET_SOMEWHERE:
            told = [s for s in reading.sentences if s.holds(event.event.trigger)]
            times = [t for t in reading.times if any(s.holds(t.span) for s in told)]
            days |= {(event.report, t.begin) for t in times if t.begin is not None and _is_one_day(t, event)}
    votes = Counter(day for _, day in days)
    day = min(votes, key=lambda day: (-votes[day], day), default=None)
    return None if day is None else (day, day)


def _is_one_day(time: Time, event: CaseEvent) -> bool:
    """A day in words that does not lie behind the day of publication."""
    fits = event.end is None or (time.begin is not None and time.begin <= event.end)
    return time.precision in ("day", "hour") and time.begin == time.end_date and fits


def _support(days: tuple[date, date], votes: Counter[tuple[date, date]]) -> int:
    """Reports whose days hold these, their own included."""
    return sum(n for (begin, end), n in votes.items() if begin <= days[0] and days[1] <= end)


def _open(events: Sequence[CaseEvent]) -> tuple[date | None, date | None]:
    """What is known of an interval that is open on a side."""
    begins = [e.begin for e in events if e.begin is not None]
    ends = [e.end for e in events if e.end is not None]
    return min(begins, default=None), max(ends, default=None)
