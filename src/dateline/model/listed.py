"""What does a user's own list say of an actor? Names that are known before any report is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name of a listed actor and the days between which the list says that it is borne, None where it does not."""

    name: str
    begin: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class ListedActor:
    """One row of a list. kind: as of an Actor, None when the list does not say. country: ISO 3166 alpha-2 or None.

    names: the usual one first. source: the list and its row ("groups.csv, row 3"), the evidence for these names.
    words: the row as it stands in the list.
    """

    source: str
    names: tuple[ListedName, ...]
    kind: str | None
    country: str | None
    words: str
