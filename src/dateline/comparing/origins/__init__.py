"""Which tellings are copies of one telling, and who copied whom?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.comparing.origins.boilerplate import is_by_chance, without_boilerplate
from dateline.comparing.origins.common_agency import find_common_agencies
from dateline.comparing.origins.dates import infer_dates
from dateline.comparing.origins.direction import find_direction
from dateline.comparing.origins.groups import Group, group_passages
from dateline.comparing.origins.passages import Prints, find_passages
from dateline.comparing.origins.statements import Speaking, find_statements
from dateline.comparing.progress import Told
from dateline.comparing.shared_out import share_out
from dateline.model.actor import Evidence
from dateline.model.case import Copies
from dateline.model.reading import ReadReport

__all__ = ["Origins", "Prints", "Speaking", "find_common_agencies", "find_origins", "find_statements"]

# Groups of passages of which a second process is worth its while.
LEAST_SHARED_OUT = 1_000


@dataclass(frozen=True, slots=True)
class Origins:
    """What reports share.

    copies: the shared passages. inferred: report id -> the day that an undated report was written on, and the ids of
    the reports that this day was taken from.
    """

    copies: tuple[Copies, ...] = ()
    inferred: Mapping[str, tuple[date, tuple[str, ...]]] = field(default_factory=dict)


def find_origins(reports: Sequence[ReadReport], told: Told | None = None, prints: Prints | None = None) -> Origins:
    """Passages that reports share, found by containment and alignment and never by likeness of whole texts.

    prints: empty, takes in by what the reports were found.
    """
    passages = [passage for passage in find_passages(reports, told, prints) if not is_by_chance(passage, reports)]
    groups = without_boilerplate(group_passages(passages), reports)
    directions = share_out(
        lambda some: [find_direction(group, reports) for group in some], groups, least=LEAST_SHARED_OUT
    )
    copies = tuple(_copies(group, reports, *found) for group, found in zip(groups, directions, strict=True))
    return Origins(copies, infer_dates(groups, reports))


def _copies(group: Group, reports: Sequence[ReadReport], origin: str | None, why: str) -> Copies:
    spans = tuple(Evidence(reports[i].report.id, span) for i, span in group.spans.items())
    return Copies(tuple(evidence.report for evidence in spans), group.kind, spans, origin, why)
