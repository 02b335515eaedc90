"""How would others grade it? An incident's standing in the scales of Airwars and of the Admiralty code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.model.actor import Evidence

AIRWARS = ("confirmed", "fair", "weak", "contested", "discounted")
RELIABILITIES = "ABCDEF"
"""Admiralty code, reliability of a source: A completely reliable … E unreliable, F cannot be judged."""
UNJUDGED = "F"


@dataclass(frozen=True, slots=True)
class Grading:
    """An incident's grades. Reliability is no part of it: it is a person's judgement of a source.

    airwars: one of AIRWARS, None where no harm to people by violence is told. credibility: Admiralty code, 1
    (confirmed by independent origins) to 5 (improbable), 6 where it cannot be judged.
    airwars_why, credibility_why: plain sentences. evidence: the words in which a belligerent says that it was he.
    """

    incident: str
    airwars: str | None
    airwars_why: str
    credibility: int
    credibility_why: str
    evidence: tuple[Evidence, ...] = ()


def reliability_of(names: Iterable[str], judged: Mapping[str, str]) -> str:
    """The best letter that a person gave to one of these sources, F where none is judged.

    judged: letters by source_key().
    """
    return min((judged.get(source_key(name), UNJUDGED) for name in names), default=UNJUDGED)


def source_key(name: str) -> str:
    """A source's name as it is looked up: without case, doubled spaces and "the"."""
    return " ".join(name.casefold().split()).removeprefix("the ")
