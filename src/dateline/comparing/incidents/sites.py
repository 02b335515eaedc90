"""How far apart are the places of two tellings, and does one lie within the other?"""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from dateline.model.case import CasePlace

EARTH_KM = 6371.0
# Up to here two named towns are one site: suburbs and the city that lends its name.
NEAR_KM = 25.0
# From here on two towns are two sites, whoever measured.
FAR_KM = 60.0
# How far a spot of a region may lie from the region's own point on the map.
REGION_KM = 250.0
_FINE = frozenset({"exact", "town"})


def are_apart(a: Iterable[CasePlace], b: Iterable[CasePlace]) -> bool:
    """Whether two lots of places cannot be one site; False where either is empty."""
    fits = [closeness(one, other) for one in a for other in b]
    return bool(fits) and max(fits) < 0


def closeness(a: CasePlace, b: CasePlace) -> float:
    """1.0 for one spot, above 0 for near or holding each other, -1.0 for apart, 0.0 when the map does not tell."""
    if a.id == b.id:
        return 1.0
    if a.country and b.country and a.country != b.country:
        return -1.0 if "country" in (a.precision, b.precision) or _km(a, b) > FAR_KM else 0.3
    if "country" in (a.precision, b.precision):
        return 0.2 if a.country and a.country == b.country else 0.0
    return _by_distance(a, b)


def _by_distance(a: CasePlace, b: CasePlace) -> float:
    distance = _km(a, b)
    if distance < 0:
        return 0.0
    if a.precision in _FINE and b.precision in _FINE:
        return 0.9 if distance <= NEAR_KM else 0.2 if distance <= FAR_KM else -1.0
    return 0.4 if distance <= REGION_KM else -1.0


def _km(a: CasePlace, b: CasePlace) -> float:
    """Great-circle distance; -1 when either has no spot."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return -1.0
    half_lat, half_lon = radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
