"""Where? A place is a name in the text with the spot on the map that it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A named place, resolved where the gazetteer knows it.

    name: the gazetteer's name, else the words. country: ISO 3166 alpha-2. lat, lon: degrees, WGS 84.
    precision: "exact" (a street or building), "town", "region" or "country".
    confidence: that the right namesake was chosen (0 to 1).
    """

    span: Span
    name: str
    geonameid: int | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    confidence: float = 1.0

    def to_dict(self) -> dict[str, object]:
        return {
            **self.span.to_dict(),
            "name": self.name,
            "geonameid": self.geonameid,
            "country": self.country,
            "lat": self.lat,
            "lon": self.lon,
            "precision": self.precision,
        }
