"""On which days did it happen? The days that most tellings give in so many words, else what publication allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dateline.comparing.hours import names_a_day
from dateline.comparing.standings.where import SET_SOMEWHERE
from dateline.model.case import CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.report import Basis
from dateline.model.time import Time

# A longer interval ("in 1998") beside more events without a day was recalled, not told.
LONG = timedelta(days=31)
# What is told without a day happened mostly within these days before.
FRESH = timedelta(days=7)
# What happened is told on its day or later; a day more for time zones.
AHEAD = timedelta(days=1)
_RANK = {Basis.STATED: 0, Basis.RELATIVE: 1, Basis.INFERRED: 2, Basis.PUBLISHED: 3, None: 4}


def find_days(events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> tuple[date | None, date | None]:
    """First and last day; the shortest of the intervals that most reports give on the best basis; where no event has
    one, the day that most of the sentences that tell of it name, else the day that the reports come back to."""
    dated = [(e.begin, e.end, e) for e in events if e.begin is not None and e.end is not None]
    recalled = [event for begin, end, event in dated if end - begin > LONG]
    if len(recalled) == len(dated) < len(events) - len(recalled):
        told = [event for event in events if event not in recalled]
        return _beside(told, reports) or _come_back_to(told, reports) or _open(told)
    worded = [entry for entry in dated if _says_when(entry[2], reports[entry[2].report])] or dated
    votes = Counter((begin, end) for begin, end, _ in {(b, e, event.report) for b, e, event in worded})
    rank = {(begin, end): _RANK[event.date_basis] for begin, end, event in reversed(worded)}
    return min(votes, key=lambda days: (-_support(days, votes), days[1] - days[0], rank[days], days))


def _says_when(event: CaseEvent, report: ReadReport) -> bool:
    """Whether the words of an event give its day: no hour of a day unsaid, no day on which it could not be told yet."""
    published = report.reading.published
    ahead = published is not None and event.begin is not None and event.begin > published + AHEAD
    return any(names_a_day(words.text) for words in event.event.date) and not ahead


def _come_back_to(events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> tuple[date, date] | None:
    """The day that reports of fresh violence name most often, whatever for; of several the first."""
    telling = {e.report for e in events if e.event.status == "actual" and e.event.type in SET_SOMEWHERE}
    votes = Counter(day for report in sorted(telling) for day in _fresh_days(reports[report]))
    day = min(votes, key=lambda day: (-votes[day], day), default=None)
    return None if day is None else (day, day)


def _fresh_days(report: ReadReport) -> Iterator[date]:
    """The single days that a report names, not after its own day and not long before."""
    published = report.reading.published
    for time in report.reading.times:
        if time.begin is None or time.begin != time.end_date or published is None or not names_a_day(time.span.text):
            continue
        if published - FRESH <= time.begin <= published and time.precision in ("day", "hour"):
            yield time.begin


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
