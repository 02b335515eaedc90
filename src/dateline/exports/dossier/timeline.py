"""When did it happen? Draws the incidents of a case along a line of days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.exports.dossier.svg import STANDING_COLOURS, element, hint, picture, words
from dateline.model.case import Incident

WIDTH, LEFT, TOP = 960.0, 110.0, 28.0
ROW, DOT = 15.0, 5.0
SINGLY = 160  # more incidents than this are drawn as columns
BINS = 80
COLUMNS_HIGH = 150.0


def draw_timeline(incidents: Sequence[Incident], first: date, last: date) -> str | None:
    """An SVG timeline of the incidents that touch the days from first to last; None where none does."""
    dated = [i for i in incidents if i.begin and i.end and i.begin <= last and i.end >= first]
    if not dated:
        return None
    axis = _Axis(first, last)
    if len(dated) > SINGLY:
        return _draw_columns(dated, axis)
    inside, y = list[str](), TOP
    for kind, lanes in _lanes(dated, axis):
        inside.append(words(kind.lower(), x=LEFT - 10, y=y + 9, class_="lane"))
        for lane in lanes:
            inside += [_mark(incident, axis, y) for incident in lane]
            y += ROW
        inside.append(element("line", x1=0, x2=WIDTH, y1=y, y2=y, class_="grid"))
        y += 4
    inside = [*_ticks(axis, y), *inside]
    return picture(inside, width=WIDTH, height=y + 6, label=f"Timeline of {len(dated)} incidents", name="timeline")


class _Axis:
    """From days to places on the line."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.days = max(1, (last - first).days + 1)

    def x(self, day: date) -> float:
        share = min(1.0, max(0.0, (day - self.first).days / self.days))
        return LEFT + share * (WIDTH - LEFT - 12)


def _lanes(dated: Sequence[Incident], axis: _Axis) -> Iterator[tuple[str, list[list[Incident]]]]:
    """Incidents by type, in lanes in which none hides another."""
    for kind in sorted({incident.type for incident in dated}):
        lanes: list[list[Incident]] = []
        free_from: list[float] = []
        for incident in sorted((i for i in dated if i.type == kind), key=lambda i: (i.begin or axis.first, i.id)):
            start, end = _extent(incident, axis)
            lane = next((n for n, free in enumerate(free_from) if free <= start), len(lanes))
            if lane == len(lanes):
                lanes.append([])
                free_from.append(0)
            lanes[lane].append(incident)
            free_from[lane] = end + 3
        yield kind, lanes


def _extent(incident: Incident, axis: _Axis) -> tuple[float, float]:
    begin, end = incident.begin or axis.first, incident.end or axis.last
    start = axis.x(begin)
    return start, max(start + 2 * DOT, axis.x(end + timedelta(days=1)) - 1)


def _mark(incident: Incident, axis: _Axis, y: float) -> str:
    start, end = _extent(incident, axis)
    days = str(incident.begin) if incident.begin == incident.end else f"{incident.begin} to {incident.end}"
    about = f"{days}: {incident.type} {incident.mode or ''} ({incident.standing}, {len(incident.reports)} reports)"
    colour = STANDING_COLOURS.get(incident.standing, "#555")
    bar = element("rect", hint(about), x=start, y=y + 2, width=end - start, height=2 * DOT, rx=DOT, fill=colour)
    return element("a", bar, href=f"incidents/{incident.id}.html")


def _ticks(axis: _Axis, bottom: float) -> Iterator[str]:
    for day, label in _labels(axis):
        x = axis.x(day)
        yield element("line", x1=x, x2=x, y1=TOP - 8, y2=bottom, class_="grid")
        yield words(label, x=x, y=TOP - 12, class_="day")


def _labels(axis: _Axis) -> Iterator[tuple[date, str]]:
    if axis.days <= 45:
        step = 1 + axis.days // 12
        for number in range(0, axis.days, step):
            day = axis.first + timedelta(days=number)
            yield day, f"{day.day} {day:%b}" + (f" {day.year}" if number == 0 else "")
        return
    months = [(year, month) for year in range(axis.first.year, axis.last.year + 1) for month in range(1, 13)]
    shown = [date(y, m, 1) for y, m in months if axis.first <= date(y, m, 1) <= axis.last]
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120) if len(shown) / s <= 12), 240)
    for day in shown:
        if (day.year * 12 + day.month - 1) % step == 0:
            yield day, f"{day:%b} {day.year}" if step < 12 else str(day.year)


def _draw_columns(dated: Sequence[Incident], axis: _Axis) -> str:
    """Columns of incidents per stretch of days, by standing."""
    days = max(1, -(-axis.days // BINS))
    counts = Counter(((max(i.begin or axis.first, axis.first) - axis.first).days // days, i.standing) for i in dated)
    highest = max(Counter({b: sum(n for (c, _), n in counts.items() if c == b) for b, _ in counts}).values())
    bottom = TOP + COLUMNS_HIGH
    inside = list(_ticks(axis, bottom))
    for number in range(-(-axis.days // days)):
        day = axis.first + timedelta(days=number * days)
        x, y, width = axis.x(day), bottom, (WIDTH - LEFT - 12) * days / axis.days - 1
        for standing, colour in STANDING_COLOURS.items():
            high = counts[number, standing] / highest * COLUMNS_HIGH
            y -= high
            about = hint(f"from {day}, {days} days: {counts[number, standing]} {standing}")
            inside.append(element("rect", about, x=x, y=y, width=width, height=high, fill=colour))
    inside.append(words(f"{highest} incidents", x=LEFT - 10, y=TOP + 4, class_="lane"))
    label = f"Timeline of {len(dated)} incidents"
    return picture(inside, width=WIDTH, height=bottom + 8, label=label, name="timeline")
