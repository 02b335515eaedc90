"""What does a reader want to see first? Weighs an incident by its tellers, its dead and its disputes."""

from __future__ import annotations

from math import log2

from dateline.model.case import Incident

# Independent origins say most, then reports; the dead by magnitude, so that one great toll hides nothing else.
PER_ORIGIN, PER_REPORT, PER_DEATH = 2.0, 1.0, 1.0
DISPUTED = 2.0
# The dead of a war or a year belong to no single happening ("6,000 since 2027").
DAYS_OF_A_SUMMARY = 31
# What people do to each other before what they say of each other.
DEED = 1.0
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "AID"})


def weight(incident: Incident) -> float:
    """How far up in a list it belongs; 3 for what one report tells."""
    killed = incident.killed
    deaths = 0 if killed is None else killed.best if killed.best is not None else killed.max or killed.min
    if incident.begin and incident.end and (incident.end - incident.begin).days > DAYS_OF_A_SUMMARY:
        deaths = 0
    told = PER_ORIGIN * log2(1 + incident.origins) + PER_REPORT * log2(1 + len(incident.reports))
    disputed = incident.standing in ("contested", "denied") and len(incident.reports) > 1
    return told + PER_DEATH * log2(1 + deaths) + DISPUTED * disputed + DEED * (incident.type in DEEDS)


def by_weight(incident: Incident) -> tuple[float, str, str]:
    """A key that sorts the weightiest first, then by day."""
    return -round(weight(incident), 4), str(incident.begin or incident.end or "9999"), incident.id
