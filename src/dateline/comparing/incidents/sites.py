"""How far apart are the places of two tellings, and does one lie within the other?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dateline.comparing.spots import distance_km
from dateline.model.case import CasePlace

# Up to here two named towns are one site: suburbs and the city that lends its name.
NEAR_KM = 25.0
# From here on two towns are two sites, whoever measured.
FAR_KM = 60.0
# How far a spot of a region may lie from the region's own point on the map.
REGION_KM = 250.0
FINE = frozenset({"exact", "town"})
# Pairs of places whose closeness is kept: reports of one time come back to the same towns.
PLACES_AT_HAND = 65_536


def are_apart(a: Iterable[CasePlace], b: Iterable[CasePlace]) -> bool:
    """Whether two lots of places cannot be one site; False where either is empty."""
    fits = [closeness(one, other) for one in a for other in b]
    return bool(fits) and max(fits) < 0


def closeness(a: CasePlace, b: CasePlace) -> float:
    """1.0 for one spot, above 0 for near or holding each other, -1.0 for apart, 0.0 when the map does not tell."""
    return 1.0 if a.id == b.id else _closeness(a, b)


@lru_cache(maxsize=PLACES_AT_HAND)
def _closeness(a: CasePlace, b: CasePlace) -> float:
    if a.country and b.country and a.country != b.country:
        return -1.0 if "country" in (a.precision, b.precision) or distance_km(a, b) > FAR_KM else 0.3
    if "country" in (a.precision, b.precision):
        return 0.2 if a.country and a.country == b.country else 0.0
    return _by_distance(a, b)


def _by_distance(a: CasePlace, b: CasePlace) -> float:
    distance = distance_km(a, b)
    if distance < 0:
        return 0.0
    if a.precision in FINE and b.precision in FINE:
        return 0.9 if distance <= NEAR_KM else 0.2 if distance <= FAR_KM else -1.0
    return 0.4 if distance <= REGION_KM else -1.0
