"""What kind of happening is it? One type and mode for an incident that several events tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.model.case import CaseEvent

_ANSWERED = {("ASSAULT", "crowd-control"), ("ASSAULT", "beat"), ("ASSAULT", None)}
"""What police and soldiers do to a crowd. As in ACLED's codebook ("Protest with intervention", "Excessive force against
protesters"), a protest that is met with force stays a protest."""


def find_kind(told: Sequence[CaseEvent]) -> tuple[str, str | None]:
    """The type that most reports tell it as, the one told first among equals; and the mode that most of those have."""
    types = Counter(kind for _, kind in {(event.report, event.event.type) for event in told})
    if "PROTEST" in types and all(_is_answer(event) for event in told if event.event.type != "PROTEST"):
        main = "PROTEST"
    else:
        main = min(types, key=lambda kind: (-types[kind], _first(told, kind)))
    modes = Counter(event.event.mode for event in told if event.event.type == main and event.event.mode)
    return main, min(modes, key=lambda mode: (-modes[mode], mode)) if modes else None


def _is_answer(event: CaseEvent) -> bool:
    return event.event.type in ("COERCE", "REQUEST") or (event.event.type, event.event.mode) in _ANSWERED


def _first(told: Sequence[CaseEvent], kind: str) -> int:
    return next(place for place, event in enumerate(told) if event.event.type == kind)
