"""Which threats and vows were followed by the act?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.case import CaseClaim, CaseEvent, Followup, Incident
from dateline.model.reading import ReadReport

__all__ = ["find_followups"]


def find_followups(
    reports: Sequence[ReadReport],  # noqa: ARG001
    claims: Sequence[CaseClaim],  # noqa: ARG001
    events: Sequence[CaseEvent],  # noqa: ARG001
    incidents: Sequence[Incident],  # noqa: ARG001
) -> tuple[Followup, ...]:
    """None yet."""
    return ()
