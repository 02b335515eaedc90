"""Who contradicts whom, or himself? The order in which contradictions are looked for."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.comparing.contradictions.accounts import find_rival_accounts
from dateline.comparing.contradictions.between import find_contested, find_opposed_deeds, find_rival_dates
from dateline.comparing.contradictions.denials import find_denials
from dateline.comparing.contradictions.material import Material
from dateline.comparing.contradictions.reversals import find_reversals
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, Contradiction, Incident
from dateline.model.reading import ReadReport


def find_contradictions(
    reports: Sequence[ReadReport],
    claims: Sequence[CaseClaim],
    events: Sequence[CaseEvent],
    incidents: Sequence[Incident],
    actors: Sequence[Actor],
) -> tuple[Contradiction, ...]:
    """Denials with what they deny, accounts of different tellers that cannot both be true, and opposite statements
    of one speaker at different times; each side with its words. In the order of the reports, denials first.

    Statements are set against each other by their speakers and their rare words, never all against all.
    """
    material = Material(reports, claims, events, incidents, actors)
    denials = list(find_denials(material))
    found = [
        *denials,
        *find_contested(material, denials),
        *find_rival_accounts(material),
        *find_opposed_deeds(material, denials),
        *find_rival_dates(material),
        *find_reversals(material),
    ]
    return tuple({contradiction.id: contradiction for contradiction in found}.values())
