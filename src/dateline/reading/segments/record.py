"""Which words of a record's text field are the article's? All of them, except lines that are surely furniture."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.report import Furniture, FurnitureKind, Piece
from dateline.model.segment import Note, Segment
from dateline.reading.segments.assemble import join_units
from dateline.reading.segments.labels import Label, is_title_like, label_units
from dateline.reading.segments.units import Unit, read_units

SURE = frozenset({FurnitureKind.NAVIGATION, FurnitureKind.SHARING, FurnitureKind.COMMENTS, FurnitureKind.NEWSLETTER})
"""Kinds that no export means as text; captions and teasers may be what its editors kept."""
LONGEST_DROPPED = 12
"""Words of the longest line that is taken out of a record."""


def find_in_record(text: str, title: str | None) -> tuple[Segment, ...]:
    """The one article of a record, its text untouched where it holds no furniture; an empty text gives none."""
    units = read_units(text, as_written=True)
    labels = label_units(units)
    furniture = tuple(
        Furniture(unit.start, unit.end, label.furniture)
        for unit, label in zip(units, labels, strict=True)
        if label.furniture in SURE and len(unit.text.split()) <= LONGEST_DROPPED and len(units) > 1
    )
    dropped = {f.start for f in furniture}
    kept = [unit for unit in units if unit.start not in dropped]
    if not kept:
        return ()
    words, pieces = join_units(kept) if furniture else (text, (Piece(0, len(text), 0, len(text)),))
    return (Segment(0, len(text), title or _headline(kept), words, pieces, furniture, _notes(units, labels)),)


def _headline(units: Sequence[Unit]) -> str | None:
    return units[0].text if len(units) > 1 and is_title_like(units[0]) else None


def _notes(units: Sequence[Unit], labels: Sequence[Label]) -> tuple[Note, ...]:
    pairs = zip(units, labels, strict=True)
    return tuple(Note(label.note, unit.text, unit.start, unit.end) for unit, label in pairs if label.note)
