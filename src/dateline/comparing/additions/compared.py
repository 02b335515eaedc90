"""What does an addition look up in a compared case, and what does it change there?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from dateline.comparing.additions.kept import Kept
from dateline.model.actor import Actor
from dateline.model.case import CasePlace
from dateline.model.reading import ReadReport

NOBODY = -1
"""In place of an actor, for a chain that stands for none."""
BY_ID = "#"
"""In place of a block of names: an actor by its id."""


class Compared(Protocol):
    """A case as it was compared. The place of a noun is that in the order of its kind."""

    def reports_by(self, ids: Iterable[str]) -> list[ReadReport]:
        """These reports with the days that were inferred, in the order of the case."""

    def who(self, reports: Iterable[str]) -> Mapping[str, Sequence[int]]:
        """By report, the places of the actors behind its chains."""

    def actors_at(self, places: Iterable[int], *, whole: bool = False) -> Mapping[int, Actor]:
        """Actors by their places; unless `whole`, of those whom many reports name without chains and reports."""

    def bearers(self, blocks: Iterable[str]) -> Mapping[str, list[tuple[int, str, str]]]:
        """By block of names, the actors in it: place, id and name."""

    def nouns_of(self, kind: str, reports: Iterable[str]) -> Mapping[int, Any]:
        """The nouns of a kind that concern any of these reports, by place."""

    def findings_of(self, kind: str, reports: Iterable[str]) -> Mapping[int, Any]:
        """The claims or events of these reports, by place."""

    def all_of(self, kind: str) -> Mapping[int, Any]:
        """All nouns of a kind, by place."""

    def next_place(self, kind: str) -> int:
        """The first place behind all of a kind."""


@dataclass(slots=True)
class Addition:
    """What a few reports change in a compared case.

    redated: reports that are not as they were read. put, gone: by kind, nouns at their places, and places that become
    empty. who: by new report, the places of the actors behind its chains. names: block, place of the actor, name.
    kept: what later additions start from. looked_at: how many reports of the case were loaded.
    """

    kept: Kept
    redated: list[ReadReport] = field(default_factory=list)
    put: dict[str, dict[int, Any]] = field(default_factory=dict)
    gone: dict[str, set[int]] = field(default_factory=dict)
    who: dict[str, list[int]] = field(default_factory=dict)
    names: list[tuple[str, int, str]] = field(default_factory=list)
    looked_at: int = 0


def places_by_id(case: Compared) -> dict[str, CasePlace]:
    """The spots on the map that the case knows."""
    return {place.id: place for place in case.all_of("places").values()}
