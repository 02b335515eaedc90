"""Which nouns are concluded across reports, and how are they written down?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from dateline.model.actor import Actor
from dateline.model.case import (
    CaseClaim,
    CaseEvent,
    CasePlace,
    Comparison,
    Contradiction,
    Copies,
    Followup,
    Incident,
)
from dateline.model.decision import Ruling, Suggestion
from dateline.model.grading import Grading
from dateline.model.omissions import Omissions
from dateline.store import plain

CONCLUDED: dict[str, type] = {
    "claims": CaseClaim,
    "events": CaseEvent,
    "actors": Actor,
    "places": CasePlace,
    "incidents": Incident,
    "copies": Copies,
    "contradictions": Contradiction,
    "followups": Followup,
    "omissions": Omissions,
    "gradings": Grading,
    "suggestions": Suggestion,
    "rulings": Ruling,
}
"""What comparing concludes, by the name of its field in Comparison."""

NOUNS_AT_ONCE = 50_000
"""So many nouns are made JSON of and written together: a case may hold millions."""

DumpAll = Callable[[Sequence[Any]], list[str]]
"""Makes JSON of nouns, each as plain.dump does."""


def dump_all(nouns: Sequence[Any]) -> list[str]:
    """The JSON of each noun."""
    return [plain.dump(noun) for noun in nouns]


def rows_of(comparison: Comparison, dump_all: DumpAll) -> Iterator[list[tuple[str, int, str]]]:
    """Kind, place and JSON of all nouns of a comparison, some at a time."""
    of_incident = {incident.id: place for place, incident in enumerate(comparison.incidents)}
    for kind in CONCLUDED:
        placed = iter(_placed(kind, comparison, of_incident))
        while some := list(islice(placed, NOUNS_AT_ONCE)):
            written = dump_all([noun for _, noun in some])
            yield [(kind, place, noun) for (place, _), noun in zip(some, written, strict=True)]


def _placed(kind: str, comparison: Comparison, of_incident: Mapping[str, int]) -> Iterator[tuple[int, Any]]:
    """The nouns of a kind with their places; what is said of an incident stands at its place."""
    nouns = getattr(comparison, kind)
    if kind in ("omissions", "gradings"):
        return ((of_incident[noun.incident], noun) for noun in nouns)
    return enumerate(nouns)
