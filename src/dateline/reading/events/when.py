"""When did it happen? The time words of an event, and the days that they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model.marks import MarkedEvent
from dateline.model.report import Basis
from dateline.model.span import Span
from dateline.model.time import Time
from dateline.reading.events.scene import Scene


@dataclass(frozen=True, slots=True)
class When:
    """The time words of an event and the interval in days, None where unknown."""

    words: tuple[Span, ...] = ()
    begin: date | None = None
    end: date | None = None
    basis: Basis | None = None


def find_when(scene: Scene, event: MarkedEvent, status: str) -> When:
    """When an event took or takes place: by its own time words, else the clause's, else the day of publication."""
    marked = tuple(sorted({span for role, span, _ in event.roles if role == "date"}))
    times = [t for t in scene.times if any(t.span.overlaps(span) for span in marked)]
    if not marked:
        times = _near(scene, event)
        marked = tuple(t.span for t in times)
    return _dated(scene, marked, times, status)


def _near(scene: Scene, event: MarkedEvent) -> list[Time]:
    """The time expression of the clause nearest to the trigger, if it names a day or a longer date."""
    clause = scene.clause_at(event.trigger)
    here = [t for t in scene.times if clause.holds(t.span) and t.type in ("DATE", "TIME")]
    here.sort(key=lambda t: max(event.trigger.start - t.span.end, t.span.start - event.trigger.end))
    return here[:1]


def _dated(scene: Scene, words: tuple[Span, ...], times: list[Time], status: str) -> When:
    """The interval of the narrowest dated time; a deadline counts from the day of publication."""
    dated = [t for t in times if t.begin is not None or t.end_date is not None]
    if dated:
        best = min(dated, key=_length)
        return When(words, best.begin, best.end_date, Basis.RELATIVE if best.relative else Basis.STATED)
    deadline = next((days for t in times if t.type == "DURATION" and (days := _days(t.value)) is not None), None)
    if status == "future" and deadline is not None and scene.published:
        return When(words, scene.published, scene.published + timedelta(days=deadline), Basis.RELATIVE)
    if status == "actual" and scene.published and not times:
        return When(words, None, scene.published, Basis.PUBLISHED)
    return When(words)


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
