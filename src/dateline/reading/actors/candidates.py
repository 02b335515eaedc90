"""What is known of words that name somebody, before they are joined with others?"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.span import Span
from dateline.reading.actors.profiles import Profile

ACTOR_LABELS = frozenset({"person", "organisation", "location", "nationality"})
"""Types of marked mentions that can stand for an actor."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that name somebody, before they are joined.

    speaks, acts: whether a claim or an event has them. country: ISO code where the name is a country's.
    """

    span: Span
    label: str
    confidence: float
    profile: Profile
    speaks: bool = False
    acts: bool = False
    country: str | None = None
