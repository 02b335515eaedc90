"""What is told in new reports and in those beside them? All that the steps of comparing take, of a part of a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.comparing.additions.compared import Compared
from dateline.comparing.additions.kept import Kept
from dateline.comparing.additions.people import People
from dateline.comparing.additions.postings import code_of
from dateline.comparing.decided import reject_misread
from dateline.comparing.incidents.known import Known
from dateline.comparing.placed import Who, place_findings
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, CasePlace
from dateline.model.decision import Decision, Ruling
from dateline.model.reading import ReadReport


@dataclass(frozen=True, slots=True)
class Scene:
    """The reports beside the new ones, the first `old`, and the new ones; what is told in them, and by whom.

    all_claims, all_events: of the reports, those that people reject included. places: those of the reports.
    """

    reports: tuple[ReadReport, ...]
    old: int
    claims: Sequence[CaseClaim]
    events: Sequence[CaseEvent]
    all_claims: Sequence[CaseClaim]
    all_events: Sequence[CaseEvent]
    places: tuple[CasePlace, ...]
    actors: tuple[Actor, ...]
    who: Who
    rulings: tuple[Ruling, ...]

    @property
    def new(self) -> tuple[ReadReport, ...]:
        return self.reports[self.old :]

    @property
    def beside(self) -> tuple[ReadReport, ...]:
        return self.reports[: self.old]

    def of(self, reports: set[str]) -> tuple[list[ReadReport], list[CaseClaim], list[CaseEvent]]:
        """Some of the reports, with what they tell."""
        return (
            [read for read in self.reports if read.report.id in reports],
            [claim for claim in self.claims if claim.report in reports],
            [event for event in self.events if event.report in reports],
        )


def build_scene(
    beside: Sequence[ReadReport],
    new: Sequence[ReadReport],
    case: Compared,
    people: People,
    in_power: Sequence[Decision],
) -> Scene:
    """in_power: the decisions in force."""
    reports = (*beside, *new)
    chains = {**case.who(read.report.id for read in beside), **people.of_new(new)}
    actors, who = people.of(chains)
    judged = reject_misread(place_findings(reports, who), in_power)
    published = (who.teller(name) for read in reports for name in (read.report.outlet, read.report.agency) if name)
    tellers = {*published, *(via for claim in judged.claims for via in claim.via)}
    return Scene(
        reports,
        len(beside),
        judged.kept_claims,
        judged.kept_events,
        judged.claims,
        judged.events,
        judged.places,
        people.with_more(actors, [*filter(None, tellers), *(r.other for actor in actors for r in actor.relations)]),
        who,
        judged.rulings,
    )


def known_beside(scene: Scene, kept: Kept, others: Mapping[str, int], settled: Mapping[str, int]) -> Known:
    """What the search for incidents knows of the rest of the case. others, settled: as in Known."""
    compared = dict(_compared(scene.beside, kept))
    known = {e.id: number for e in scene.events if (number := compared.get(code_of(e.id))) is not None}
    return Known(
        scene.old,
        len(kept.ids),
        kept.telling,
        _Counted(lambda person: len(kept.persons.at(code_of(person)))),
        _Counted(kept.reports_naming),
        {**known, **others},
        settled,
    )


def _compared(reports: Sequence[ReadReport], kept: Kept) -> Iterator[tuple[int, int]]:
    """The code of the first event of each telling of some reports, and with how many others it was compared."""
    for read in reports:
        of_report = kept.tellings_of(kept.number_of[read.report.id])
        firsts, others = kept.tellings.first[of_report], kept.tellings.others[of_report]
        yield from zip(firsts.tolist(), others.tolist(), strict=True)


class _Counted(Mapping[str, int]):
    """Numbers that are counted when they are asked for."""

    def __init__(self, count: Callable[[str], int]) -> None:
        self._count = count

    def __getitem__(self, key: str) -> int:
        return self._count(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
