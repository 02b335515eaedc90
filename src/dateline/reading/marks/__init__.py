"""Which words are mentions, sources, cues, contents, triggers, roles, and what belongs together? The trained model."""

from __future__ import annotations

from dateline.reading.marks.marker import Marker, load_marker

__all__ = ["Marker", "load_marker"]
