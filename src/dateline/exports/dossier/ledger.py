"""Through whose hands did it come? Draws outlet ← agency ← speaker for one incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.exports.dossier.svg import element, hint, picture, words
from dateline.exports.known import Known
from dateline.model.case import Incident, Telling

WIDTH, ROW, BOX, TOP = 960.0, 40.0, 28.0, 34.0
CHARACTERS = 30  # of a name in a box
MOST_CHAINS = 40  # more lines cannot be told apart
HUES = 8  # colours of origins in dossier.css
NOBODY = "adds no origin"
HEADS = {0: "Outlet", -1: "Origin: whose word it is"}


@dataclass(slots=True)
class _Box:
    """A teller in a column. hues: of the origins that come through him, in order of telling."""

    name: str
    column: int
    hues: list[int] = field(default_factory=list)
    y: float = 0.0


def draw_ledger(known: Known, incident: Incident) -> str | None:
    """An SVG graph of the origin ledger; None where there are no tellings."""
    told = list(dict.fromkeys(_path(known, t) for t in incident.tellings))[:MOST_CHAINS]
    if not told:
        return None
    hue_of = {origin: number % HUES for number, origin in enumerate(dict.fromkeys(path[-1] for path in told))}
    last = max(len(path) for path in told) - 1
    boxes, lines = _boxes(told, hue_of, max(1, last))
    columns = max(1, last) + 1
    wide = min(236.0, (WIDTH - 40 * (columns - 1)) / columns)
    high = _set_rows(boxes, columns)
    left = [column * (WIDTH - wide) / (columns - 1) for column in range(columns)]
    inside = [words(head, x=left[column] + 2, y=16.0, class_="head") for column, head in HEADS.items()]
    inside += [_line(boxes[a], boxes[b], left, wide, hue) for a, b, hue in lines]
    inside += [_box(box, left[box.column], wide, columns - 1) for box in boxes.values()]
    label = f"Who tells it: {len({path[0] for path in told})} outlets, {len(hue_of)} origins"
    return picture(inside, width=WIDTH, height=high, label=label, name="ledger")


def _path(known: Known, telling: Telling) -> tuple[str, ...]:
    """Outlet, tellers and origin, nobody twice in a row."""
    outlet = telling.outlet or known.outlet(known.reports[telling.report])
    names = [outlet, *telling.chain, telling.origin or NOBODY]
    each = [names[0], *(b for a, b in pairwise(names) if a.casefold() != b.casefold())]
    return tuple(each) if len(each) > 1 else (outlet, telling.origin or NOBODY)


def _boxes(
    told: Sequence[tuple[str, ...]], hue_of: dict[str, int], last: int
) -> tuple[dict[tuple[int, str], _Box], list[tuple[tuple[int, str], tuple[int, str], int]]]:
    """A box for each teller and column, the origin always in the last, and the lines between them."""
    boxes: dict[tuple[int, str], _Box] = {}
    lines: dict[tuple[tuple[int, str], tuple[int, str], int], None] = {}
    for path in told:
        hue = hue_of[path[-1]]
        keys = [(number, name) for number, name in enumerate(path[:-1])] + [(last, path[-1])]
        for column, name in keys:
            box = boxes.setdefault((column, name), _Box(name, column))
            if hue not in box.hues:
                box.hues.append(hue)
        lines.update(dict.fromkeys((a, b, hue) for a, b in pairwise(keys)))
    return boxes, list(lines)


def _set_rows(boxes: dict[tuple[int, str], _Box], columns: int) -> float:
    """Rows from top to bottom, a column's boxes in the order of their origins; the height of the picture."""
    of_column = [[box for box in boxes.values() if box.column == column] for column in range(columns)]
    rows = max(len(column) for column in of_column)
    for column in of_column:
        column.sort(key=lambda box: sum(box.hues) / len(box.hues))
        start = TOP + (rows - len(column)) * ROW / 2
        for number, box in enumerate(column):
            box.y = start + number * ROW
    return TOP + rows * ROW + 4


def _line(a: _Box, b: _Box, left: Sequence[float], wide: float, hue: int) -> str:
    """From the box on the right, who had it first, to the one on the left, with an arrow head."""
    x1, y1, x2, y2 = left[b.column], b.y + BOX / 2, left[a.column] + wide, a.y + BOX / 2
    middle = (x1 + x2) / 2
    curve = f"M{x1:.1f},{y1:.1f} C{middle:.1f},{y1:.1f} {middle:.1f},{y2:.1f} {x2 + 7:.1f},{y2:.1f}"
    tip = f"M{x2 + 1:.1f},{y2:.1f} l8,-4 v8 z"
    return element("path", d=curve, class_=f"hand hue{hue}") + element("path", d=tip, class_=f"tip hue{hue}")


def _box(box: _Box, x: float, wide: float, last: int) -> str:
    nobody = box.name == NOBODY
    style = "box nobody" if nobody else f"box origin hue{box.hues[0]}" if box.column == last else "box"
    name = box.name if len(box.name) <= CHARACTERS else box.name[: CHARACTERS - 1] + "…"
    shape = element("rect", hint(box.name), x=x, y=box.y, width=wide, height=BOX, rx=6.0, class_=style)
    return shape + words(name, x=x + 10, y=box.y + 18.5, class_="name")
