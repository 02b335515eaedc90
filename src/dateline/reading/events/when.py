"""When did it happen? The time words of an event, and the days that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model.marks import MarkedEvent
from dateline.model.report import Basis
from dateline.model.span import Span
from dateline.model.time import Time
from dateline.reading.events.scene import Scene

ONE_HAPPENING = timedelta(days=31)
"""Days named side by side that lie further apart are not one happening's (our choice)."""

_SPOKE = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|confirmed|claimed|added|tweeted|wrote|according to|declared|quoted|"
    r"statement|insisted|spokes\w+|reports)(?:\s+\w+){0,2}\s+(?:(?:on|late|early|earlier)\s+)*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """The time words of an event and the interval in days, None where unknown."""

    words: tuple[Span, ...] = ()
    begin: date | None = None
    end: date | None = None
    basis: Basis | None = None


_DATED_BY_CLAUSE = frozenset({"ASSAULT", "PROTEST", "CONSULT", "MOBILIZE", "RETREAT"})
"""Types that the time of their clause dates in most cases; the others are often told of on a day, not done on it."""

_ANNOUNCING = frozenset({"THREATEN", "REQUEST"})
# "Threatened on Tuesday to strike by (the end of March)": the day of what is threatened
_DEADLINE = re.compile(r"\b(?:by|before|until|till|within|no later than)\s+\Z", re.IGNORECASE)


def find_when(scene: Scene, event: MarkedEvent, status: str) -> When:
    """When an event took or takes place: by its own time words, else the clause's, else the day of publication."""
    marked = tuple(sorted({span for role, span, _ in event.roles if role == "date"}))
    if event.type in _ANNOUNCING and status == "actual":
        marked = tuple(span for span in marked if not _DEADLINE.search(scene.text[: span.start][-20:]))
    times = [t for t in scene.times if any(t.span.overlaps(span) for span in marked)]
    if times and all(_is_of_dateline(scene, t) for t in times):
        marked, times = (), []
    if not marked:
        times = _near(scene, event)
        marked = tuple(t.span for t in times)
    return _dated(scene, marked, times, status)


def _near(scene: Scene, event: MarkedEvent) -> list[Time]:
    """The time of the clause nearest to the trigger, unless it is another event's or that of a speech."""
    if event.type not in _DATED_BY_CLAUSE or event.status not in ("actual", "future"):
        return []
    clause = scene.clause_at(event.trigger)
    here = [t for t in scene.times if clause.holds(t.span) and _is_day(t) and not _is_of_dateline(scene, t)]
    here.sort(key=lambda t: max(event.trigger.start - t.span.end, t.span.start - event.trigger.end))
    here = [t for t in here[:1] if not _is_taken(scene, event, t) and not _is_of_speech(scene, event, t)]
    return here or _opening(scene, event, clause)


# "KNG Newsroom, (14 April 2023), Dorvan." and "DORVAN, (April 14) (KNG) -"
_BEFORE_IN_DATELINE = re.compile(r"(?:\A|\n)[ \t]*(?:[A-Z][\w.'’&/-]*[,:]?[ \t]+){0,8}\Z")
_BEHIND_IN_DATELINE = re.compile(r"(?:,?[ \t]+\(?[A-Z][\w.'’&/-]*\)?){0,4}[ \t]*(?:[-–—:|]|\.\s|\n|\Z)")


def _is_of_dateline(scene: Scene, time: Time) -> bool:
    """Whether a date is the day of publication at the head of a report, which says when it was written."""
    if time.relative or time.begin is None or time.begin != scene.published or time.end_date != time.begin:
        return False
    before = scene.text[max(0, time.span.start - 120) : time.span.start]
    return bool(_BEFORE_IN_DATELINE.search(before) and _BEHIND_IN_DATELINE.match(scene.text, time.span.end))


_OPENS = re.compile(r"\W*(?:(?:on|in|at|early|late|by|and|but|then)\s+)*", re.IGNORECASE)
_FRONTED = re.compile(r",?\s+(?:as|after|when|while|before|hours after|shortly after|days after)\s+\Z", re.IGNORECASE)


def _opening(scene: Scene, event: MarkedEvent, clause: Span) -> list[Time]:
    """The time that opens the sentence, for its main clause: "On Friday, as the talks went on, they stormed …".

    `clause` begins behind "as", "after", "when"; the main clause behind the comma that closes it.
    """
    sentence = scene.sentence_at(event.trigger)
    lead = scene.text[sentence.start : clause.start]
    if not _FRONTED.search(lead) or "," not in scene.text[clause.start : event.trigger.start]:
        return []
    return [
        t
        for t in scene.times
        if sentence.holds(t.span) and t.span.end <= clause.start and _is_day(t)
        and _OPENS.fullmatch(scene.text, sentence.start, t.span.start)
        and _FRONTED.fullmatch(scene.text, t.span.end, clause.start)
    ]  # fmt: skip


def _is_taken(scene: Scene, event: MarkedEvent, time: Time) -> bool:
    """Whether another event is marked with this time."""
    others = (e for e in scene.marks.events if e.trigger != event.trigger)
    return any(role == "date" and span.overlaps(time.span) for e in others for role, span, _ in e.roles)


def _is_of_speech(scene: Scene, event: MarkedEvent, time: Time) -> bool:
    """Whether the time tells when somebody spoke of the event ("officials said on Tuesday")."""
    before = scene.text[max(0, time.span.start - 40) : time.span.start]
    told = any(c.holds(event.trigger) and not c.holds(time.span) for claim in scene.claims for c in claim.content)
    return told or bool(_SPOKE.search(before))


def _is_day(time: Time) -> bool:
    """Whether the time is on a calendar, or would be if the day of publication were known."""
    on_calendar = (time.begin is not None or time.relative) and time.precision != "year"
    return time.type in ("DATE", "TIME") and on_calendar and not (time.value or "").endswith("_REF")


def _dated(scene: Scene, words: tuple[Span, ...], times: list[Time], status: str) -> When:
    """The interval of the narrowest dated time; a deadline counts from the day of publication."""
    dated = [t for t in times if t.begin is not None or t.end_date is not None]
    if dated:
        return _interval(scene, words, _narrowest(dated))
    deadline = next((days for t in times if t.type == "DURATION" and (days := _days(t.value)) is not None), None)
    if status == "future" and deadline is not None and scene.published:
        return When(words, scene.published, scene.published + timedelta(days=deadline), Basis.RELATIVE)
    if status == "actual" and scene.published and not words:
        return When(words, None, scene.published, Basis.PUBLISHED)
    return When(words)


def _narrowest(dated: list[Time]) -> list[Time]:
    """The times of the shortest length; a time of day only where no day is named."""
    named = [t for t in dated if t.type != "TIME"] or dated
    shortest = min(_length(t) for t in named)
    return [t for t in named if _length(t) == shortest]


def _interval(scene: Scene, words: tuple[Span, ...], times: list[Time]) -> When:
    """From the first to the last of the times ("Thursday and Friday"); the first alone where they lie far apart."""
    first, last = times[0], times[-1]
    begin, end = first.begin, first.end_date
    if begin and last.end_date and begin <= last.end_date <= begin + ONE_HAPPENING:
        end = max(end or last.end_date, last.end_date)
    before = scene.text[max(0, first.span.start - 12) : first.span.start + 6].lower()
    if "since " in before:
        end = scene.published
    relative = first.relative or first.type == "DURATION"
    return When(words, begin, end, Basis.RELATIVE if relative else Basis.STATED)


def _length(time: Time) -> int:
    """Days from begin to end; open intervals come last."""
    if time.begin is None or time.end_date is None:
        return 10**6
    return (time.end_date - time.begin).days


def _days(value: str | None) -> int | None:
    """Whole days of a TIMEX3 duration: "PT48H" 2, "P3D" 3, "P2W" 14; None for others."""
    if value is None:
        return None
    if value.startswith("PT") and value.endswith("H") and value[2:-1].isdigit():
        return -(-int(value[2:-1]) // 24)
    if value.startswith("P") and value[1:-1].isdigit() and value[-1] in "DWMY":
        return int(value[1:-1]) * {"D": 1, "W": 7, "M": 30, "Y": 365}[value[-1]]
    return None
