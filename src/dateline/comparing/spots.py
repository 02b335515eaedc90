"""How far apart are two places of a case?"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from dateline.model.case import CasePlace

EARTH_KM = 6371.0


def distance_km(a: CasePlace, b: CasePlace) -> float:
    """Great-circle distance; -1 when either has no spot."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return -1.0
    half_lat, half_lon = radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
