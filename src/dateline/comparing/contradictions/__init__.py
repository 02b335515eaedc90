"""Who contradicts whom, or himself?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, Contradiction, Incident
from dateline.model.reading import ReadReport

__all__ = ["find_contradictions"]


def find_contradictions(
    reports: Sequence[ReadReport],  # noqa: ARG001
    claims: Sequence[CaseClaim],  # noqa: ARG001
    events: Sequence[CaseEvent],  # noqa: ARG001
    incidents: Sequence[Incident],  # noqa: ARG001
    actors: Sequence[Actor],  # noqa: ARG001
) -> tuple[Contradiction, ...]:
    """None yet."""
    return ()
