"""Which articles does a plain text hold? One file of one article, or a list page stripped of its tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.segment import Note, Segment
from dateline.reading.segments.assemble import assemble
from dateline.reading.segments.coded import is_coded, read_coded
from dateline.reading.segments.labels import Label, label_units
from dateline.reading.segments.mastheads import label_mastheads
from dateline.reading.segments.posts import find_posts
from dateline.reading.segments.units import Unit, read_units


def find_in_plain(text: str) -> tuple[Segment, ...]:
    """The articles of a plain text; a text without any running text gives none."""
    lines = read_units(text, joined=False)
    if is_coded(lines):
        units, labels, posts = read_coded(lines)
        segments = (assemble(units, labels, post, alone=len(posts) == 1) for post in posts)
        return tuple(segment for segment in segments if segment.text)
    return find_in_units(read_units(text))


def find_in_units(units: Sequence[Unit]) -> tuple[Segment, ...]:
    """The articles in a sequence of lines or paragraphs."""
    units = tuple(units)
    labels = label_units(units)
    label_mastheads(units, labels)
    posts = find_posts(units, labels)
    segments = [assemble(units, labels, post, alone=len(posts) == 1) for post in posts]
    return _under_masthead(units, labels, [segment for segment in segments if segment.text])


def _under_masthead(units: Sequence[Unit], labels: Sequence[Label], segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments, each with the name at the top of the page, unless they bring names of their own."""
    first = next((i for i, label in enumerate(labels) if label.is_text or label.note == "outlet"), None)
    if first is None or labels[first].note != "outlet":
        return tuple(segments)
    if any(note.kind == "outlet" for segment in segments[1:] for note in segment.notes):
        return tuple(segments)
    masthead = Note("masthead", units[first].text, units[first].start, units[first].end)
    return tuple(replace(segment, notes=(*segment.notes, masthead)) for segment in segments)
