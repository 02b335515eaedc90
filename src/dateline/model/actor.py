"""Who, across all reports, and under which name when?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one report."""

    report: str
    span: Span

    def to_dict(self) -> dict[str, object]:
        return {"report": self.report, **self.span.to_dict()}


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor with the reports that use it and their first and last dates of publication.

    listed: the row of a user's list that gives it ("groups.csv, row 3"); begin, end: when by that list it is borne.
    A name that only a list gives has no reports.
    """

    name: str
    reports: tuple[str, ...]
    first: date | None
    last: date | None
    listed: str | None = None
    begin: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class ActorRelation:
    """How this actor relates to another (types as in model/reading.py), with the words that say so."""

    type: str
    other: str
    begin: date | None
    end: date | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts, suffers or speaks in the reports of a case.

    kind: person, group, government, country, organisation, outlet or role.
    chains: (report id, chain index) of every chain that was joined into this actor.
    joined_by: plain sentences that say why chains of different names were joined.
    named: whether it bears a proper name; "two soldiers" of one report are nobody in particular.
    decided: numbers of the decisions of people that shaped it.
    keys: its names as decisions refer to them: (class, folded name, sense).
    """

    id: str
    name: str
    kind: str
    aliases: tuple[Alias, ...]
    relations: tuple[ActorRelation, ...]
    chains: tuple[tuple[str, int], ...]
    joined_by: tuple[str, ...] = ()
    named: bool = True
    decided: tuple[int, ...] = ()
    keys: tuple[tuple[str, str, str], ...] = ()
