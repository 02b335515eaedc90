"""Which outlet left out what? What the outlets of a case tell of one incident, detail by detail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.actor import Evidence

DETAILS = ("date", "place", "actor", "recipient", "weapon", "killed", "injured", "speaker", "denial")
"""When, where, who did it, to whom, with what, how many killed, how many injured, on whose word by name, that somebody
denies it."""


@dataclass(frozen=True, slots=True)
class DetailTold:
    """What one outlet tells of a detail, in a few words, with the words of its reports that say so.

    named: False where it is only described ("gunmen" did it).
    """

    outlet: str
    value: str
    evidence: tuple[Evidence, ...]
    named: bool = True


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail that at least one outlet tells. kind: one of DETAILS.

    left_out: outlets that report the incident and do not say it. unclear: outlets whose reports hold words that may
    say it, though not where they tell of the incident.
    """

    kind: str
    told: tuple[DetailTold, ...]
    left_out: tuple[str, ...]
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """An outlet that reported the incident, and its reports that do."""

    outlet: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """An outlet that published reports of the case within the window, none of them on the incident, and how many."""

    outlet: str
    published: int


@dataclass(frozen=True, slots=True)
class Omissions:
    """Who reported an incident, and which details each left out. "Not said" (left_out) is not "not covered".

    window: the days in which an outlet had to publish something to be named as silent; None when no day is known.
    """

    incident: str
    window: tuple[date, date] | None
    outlets: tuple[Coverage, ...]
    details: tuple[Detail, ...]
    not_covered: tuple[Silence, ...]
