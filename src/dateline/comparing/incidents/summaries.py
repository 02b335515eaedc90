"""Which events sum up many happenings? "More than 400 people were killed since March" is no happening of a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dateline.comparing.incidents.dates import LONG_DAYS, firm_days
from dateline.model.case import CaseEvent
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.time import Time

_SINCE = re.compile(r"\b(?:since|over|during|throughout)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_SPAN_WORD = re.compile(r"(?:since|over|during|this)\b", re.IGNORECASE)
# "The deadliest attack since March", "the third this year": one happening, set beside others.
_BESIDE_OTHERS = re.compile(r"\b(?:first|second|third|\w+th|last|worst|most|\w{3,}est)\b", re.IGNORECASE)
# Between the event and the time there may stand this much of the sentence.
NEAR_CHARACTERS = 160


def find_summaries(events: Sequence[CaseEvent], readings: Mapping[str, Reading]) -> frozenset[str]:
    """Ids of the events that sum up weeks or years: violence or a toll told for a long time and for no day."""
    long_times = {report: [t for t in reading.times if _is_long(t)] for report, reading in readings.items()}
    return frozenset(e.id for e in events if _is_summary(e, readings[e.report], long_times[e.report]))


def _is_summary(event: CaseEvent, reading: Reading, long_times: Sequence[Time]) -> bool:
    told = event.event
    if told.type != "ASSAULT" or told.status != "actual" or firm_days(event, reading.published) is not None:
        return False
    lasts = bool(told.date) and event.begin is not None and event.end is not None
    if not (lasts or any(number.low != 1 for number in (*told.killed, *told.injured))) or not long_times:
        return False
    return any(_spans_it(event, sentence, long_times) for sentence in _sentences_of(told.trigger, reading))


def _sentences_of(trigger: Span, reading: Reading) -> Iterable[Span]:
    return (sentence for sentence in reading.sentences if sentence.holds(trigger))


def _spans_it(event: CaseEvent, sentence: Span, long_times: Sequence[Time]) -> bool:
    """Whether a long time of the sentence is that over which its toll is counted."""
    for time in long_times:
        if not sentence.holds(time.span) or abs(time.span.start - event.event.trigger.start) > NEAR_CHARACTERS:
            continue
        before = sentence.text[: time.span.start - sentence.start]
        if (_SINCE.search(before) or _SPAN_WORD.match(time.span.text)) and not _BESIDE_OTHERS.search(before):
            return True
    return False


def _is_long(time: Time) -> bool:
    if time.begin is None:
        return False
    if time.precision in ("month", "season", "year", "decade"):
        return True
    return time.end_date is not None and (time.end_date - time.begin).days > LONG_DAYS
