"""Which articles does a plain text hold? One file of one article, or a list page stripped of its tags."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.segment import Segment
from dateline.reading.segments.assemble import assemble
from dateline.reading.segments.labels import label_units
from dateline.reading.segments.posts import find_posts
from dateline.reading.segments.units import Unit, read_units


def find_in_plain(text: str) -> tuple[Segment, ...]:
    """The articles of a plain text; a text without any running text gives none."""
    return find_in_units(read_units(text))


def find_in_units(units: Sequence[Unit]) -> tuple[Segment, ...]:
    """The articles in a sequence of lines or paragraphs."""
    units = tuple(units)
    labels = label_units(units)
    posts = find_posts(units, labels)
    segments = [assemble(units, labels, post, alone=len(posts) == 1) for post in posts]
    return tuple(segment for segment in segments if segment.text)
