"""Which nouns are concluded across reports?"""

from __future__ import annotations

from dateline.model.actor import Actor
from dateline.model.case import (
    CaseClaim,
    CaseEvent,
    CasePlace,
    Contradiction,
    Copies,
    Followup,
    Incident,
)
from dateline.model.decision import Ruling, Suggestion
from dateline.model.grading import Grading
from dateline.model.omissions import Omissions

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
