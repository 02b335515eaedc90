"""What does a post consist of? Puts together headline, text and furniture of one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.report import Furniture, FurnitureKind, Piece
from dateline.model.segment import Note, Segment
from dateline.reading.segments.labels import Label, is_prose, same_title
from dateline.reading.segments.posts import HEAD_LINES, Post
from dateline.reading.segments.units import Unit

PARAGRAPH = "\n\n"
SHORT_TAIL = 60
"""A line after the last sentence of a post, shorter than this and beside furniture, is furniture too."""


def assemble(units: Sequence[Unit], labels: list[Label], post: Post, *, alone: bool) -> Segment:
    """The segment of a post: its text in paragraphs, its furniture, its notes."""
    title, echoes = _headline(units, labels, post)
    tail = min(_tail(units, labels, post), post.teasers)
    body, furniture, notes = [], [], []
    for i in range(post.first, post.last):
        unit, label = units[i], labels[i]
        if label.note:
            notes.append(Note(label.note, unit.text, unit.start, unit.end))
        if i == title:
            continue
        if label.is_text and i not in echoes and i < tail:
            body.append(unit)
        else:
            kind = label.furniture or (FurnitureKind.OTHER if i >= tail and label.is_text else FurnitureKind.METADATA)
            furniture.append(Furniture(unit.start, unit.end, kind))
    text, pieces = join_units(body)
    first, last = _extent(units, labels, post, title, body)
    words = units[title].text if title is not None else None
    return Segment(first, last, words, text, pieces, tuple(furniture), tuple(notes), alone)


def join_units(units: Sequence[Unit]) -> tuple[str, tuple[Piece, ...]]:
    """The units' words as paragraphs, and how the whole maps to the document."""
    text, pieces = "", []
    for unit in units:
        at = len(text) + (len(PARAGRAPH) if text else 0)
        text += (PARAGRAPH if text else "") + unit.text
        pieces += [replace(p, start=p.start + at, end=p.end + at) for p in unit.pieces]
    return text, tuple(pieces)


def _headline(units: Sequence[Unit], labels: Sequence[Label], post: Post) -> tuple[int | None, set[int]]:
    """The headline (the fullest of its repetitions in the head) and all lines that repeat it."""
    if post.title is None:
        return None, set()
    near = range(post.title, min(post.last, post.title + 2 * HEAD_LINES))
    same = [i for i in near if labels[i].is_text and same_title(units[post.title].text, units[i].text)]
    same = [i for i in same if i == post.title or not is_prose(units[i]) or units[i].heading]
    best = max(same, key=lambda i: (len(units[i].text.split()), -i))
    return best, set(same)


def _tail(units: Sequence[Unit], labels: Sequence[Label], post: Post) -> int:
    """Index from which a post's short lines are the page's: after its last sentence, from the first furniture on."""
    text = [i for i in range(post.first, post.last) if labels[i].is_text]
    prose = [i for i in text if is_prose(units[i])]
    if not prose:
        return post.last
    for i in range(prose[-1] + 1, post.last):
        furniture = not labels[i].is_text and labels[i].note not in ("signoff", "credit", "byline")
        if furniture or (
            len(units[i].text) < SHORT_TAIL and units[i].text.rstrip().endswith(":") and i + 1 == post.last
        ):
            return i
    return post.last


def _extent(
    units: Sequence[Unit], labels: Sequence[Label], post: Post, title: int | None, body: Sequence[Unit]
) -> tuple[int, int]:
    """From the headline, or the first word of the text, to its last word or the signature under it."""
    inside = [units[post.title]] if post.title is not None else []
    inside += [units[title]] if title is not None else []
    inside += body
    if not inside:
        inside = list(units[post.first : post.last])
    first, last = min(u.start for u in inside), max(u.end for u in inside)
    signed = [units[i].end for i in range(post.first, post.last) if labels[i].note in ("byline", "signoff")]
    return first, max([last, *signed])
