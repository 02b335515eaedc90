"""Is this text an export whose lines begin with codes of fields ("HD", "BY", "PD", "LP"), and what is in each?

The codes are those of Dow Jones Factiva's display and text exports (its help pages list them as search fields).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.model.report import FurnitureKind
from dateline.reading.segments.labels import TEXT, Label, label_of
from dateline.reading.segments.posts import Post
from dateline.reading.segments.units import Unit

_NAMES = """
SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN ART CLM CX DLN
"""
_CODES = frozenset(_NAMES.split())
_NOTES = {"BY": "byline", "PD": "date", "SN": "outlet", "CR": "credit"}
_LINE = re.compile(r"(?P<code>[A-Z]{2,3})(?:[ \t\xa0]+(?P<words>\S.*))?")
FEWEST_CODES = 4
"""Different codes that a text must have, headline and text among them, to be such an export."""


def is_coded(units: Sequence[Unit]) -> bool:
    """Whether the lines are those of an export with coded fields."""
    codes = {code for unit in units if (code := _code_of(unit))}
    return "HD" in codes and bool(codes & {"LP", "TD"}) and len(codes) >= FEWEST_CODES


def read_coded(units: Sequence[Unit]) -> tuple[tuple[Unit, ...], list[Label], list[Post]]:
    """The lines without their codes, their labels, and the articles: each begins with its headline."""
    plain: list[Unit] = []
    labels: list[Label] = []
    heads: list[int] = []
    field = ""
    for unit in units:
        field, begins = _code_of(unit) or field, _code_of(unit) is not None
        words = _without_code(unit) if begins else unit
        if words is None:
            plain.append(unit)
            labels.append(Label(FurnitureKind.METADATA))
            continue
        titled = field == "HD" and (not heads or any(labels[i].note for i in range(heads[-1], len(labels))))
        if titled:
            heads.append(len(plain))
        plain.append(words)
        labels.append(_label(field, words, titled=titled))
    bounds = [*heads, len(plain)]
    return tuple(plain), labels, [Post(a, b, a, b) for a, b in pairwise(bounds)]


def _label(field: str, unit: Unit, *, titled: bool) -> Label:
    if field in ("LP", "TD"):
        label = label_of(unit)
        return label if label.furniture else TEXT
    if titled:
        return TEXT
    note = _NOTES.get(field)
    return Label(note=note) if note else Label(FurnitureKind.METADATA)


def _code_of(unit: Unit) -> str | None:
    match = _LINE.fullmatch(unit.text)
    return match["code"] if match and match["code"] in _CODES else None


def _without_code(unit: Unit) -> Unit | None:
    """The unit from its words on; None when it holds the code alone."""
    match = _LINE.fullmatch(unit.text)
    if match is None or not match["words"]:
        return None
    cut = match.start("words")
    piece = unit.pieces[0]
    rest = replace(piece, start=0, end=piece.end - cut, source_start=piece.source_start + cut)
    return replace(unit, start=unit.start + cut, text=unit.text[cut:], pieces=(rest,))
