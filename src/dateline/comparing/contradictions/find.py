"""Who contradicts whom, or himself? The order in which contradictions are looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from dateline.comparing.contradictions.accounts import find_rival_accounts
from dateline.comparing.contradictions.between import find_contested, find_opposed_deeds, find_rival_dates
from dateline.comparing.contradictions.denials import find_denials
from dateline.comparing.contradictions.material import Material
from dateline.comparing.contradictions.reversals import find_reversals
from dateline.comparing.progress import Told
from dateline.comparing.shared_out import share_out
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, Contradiction, Incident
from dateline.model.reading import ReadReport

# Reports of which a second process is worth its while.
LEAST_SHARED_OUT = 1_000


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
        lambda: chain(
            find_contested(material, denials),
            find_rival_accounts(material),
            find_opposed_deeds(material, denials),
            find_rival_dates(material),
        ),
        lambda: find_reversals(material),  # as much work as all others
    )
    least = len(searches) if len(reports) >= LEAST_SHARED_OUT else len(searches) + 1
    found = share_out(lambda some: [list(search()) for search in some], searches, told, least=least)
    by_id = {contradiction.id: contradiction for of_one in (denials, *found) for contradiction in of_one}
    return tuple(by_id.values())
