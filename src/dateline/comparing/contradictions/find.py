"""Who contradicts whom, or himself? The order in which contradictions are looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dateline.comparing.contradictions.accounts import find_rival_accounts
from dateline.comparing.contradictions.between import find_contested, find_opposed_deeds, find_rival_dates
from dateline.comparing.contradictions.denials import find_denials
from dateline.comparing.contradictions.material import Material
from dateline.comparing.contradictions.reversals import find_reversals
from dateline.comparing.progress import Told, Watched
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, Contradiction, Incident
from dateline.model.reading import ReadReport


def find_contradictions(
    reports: Sequence[ReadReport],
    claims: Sequence[CaseClaim],
    events: Sequence[CaseEvent],
    incidents: Sequence[Incident],
    actors: Sequence[Actor],
    told: Told | None = None,
) -> tuple[Contradiction, ...]:
    """Denials with what they deny, accounts of different tellers that cannot both be true, and opposite statements
    of one speaker at different times; each side with its words. In the order of the reports, denials first.

    told: called as the kinds of contradictions are gone through.
    Statements are set against each other by their speakers and their rare words, never all against all.
    """
    material = Material(reports, claims, events, incidents, actors)
    denials = list(find_denials(material))
    searches: tuple[Callable[[], Iterable[Contradiction]], ...] = (
        lambda: denials,
        lambda: find_contested(material, denials),
        lambda: find_rival_accounts(material),
        lambda: find_opposed_deeds(material, denials),
        lambda: find_rival_dates(material),
        lambda: find_reversals(material),
    )
    found = [contradiction for search in Watched(searches, told or _silent) for contradiction in search()]
    return tuple({contradiction.id: contradiction for contradiction in found}.values())


def _silent(_done: int, _total: int) -> None:
    """Tells nobody."""
