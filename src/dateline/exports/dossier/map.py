"""Where did it happen? Draws the incidents of a case on outlines of the countries around them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.exports.dossier.svg import STANDING_COLOURS, element, hint, picture, words
from dateline.model.case import CasePlace, Incident

WIDTH, HEIGHT = 960.0, 540.0
LEAST_DEGREES = 2.5  # a case in one town still shows its surroundings
MARGIN = 0.18  # of the extent, on each side
LETTER, LINE = 9.5, 18.0  # of a country's name, in the picture's units
LABELS = 18  # place names that fit without hiding each other


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the incidents that happened there."""

    place: CasePlace
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """The stretch of the earth that is shown; degrees."""

    west: float
    south: float
    east: float
    north: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (
            (lon - self.west) / (self.east - self.west) * WIDTH,
            (self.north - lat) / (self.north - self.south) * HEIGHT,
        )


def draw_map(spots: Sequence[Spot]) -> str | None:
    """An SVG map; None where no incident has a place on the map."""
    if not spots:
        return None
    view = _view_of([spot.place for spot in spots])
    inside = [element("rect", width=WIDTH, height=HEIGHT, class_="sea")]
    inside += _countries(view)
    inside += _grid(view)
    inside += _marks(spots, view)
    return picture(inside, width=WIDTH, height=HEIGHT, label=f"Map of {len(spots)} places", name="map")


def _view_of(places: Sequence[CasePlace]) -> _View:
    """All places with a margin, in the picture's proportions; degrees of longitude are shorter away from the equator.

    Where a case spreads over the world, its middle nine tenths are shown.
    """
    lats, lons = (_middle([value for value in axis if value is not None]) for axis in _axes(places))
    lat, lon = sum(lats) / 2, sum(lons) / 2
    stretch = 1 / max(0.2, math.cos(math.radians(lat)))
    high = max(LEAST_DEGREES, (lats[1] - lats[0]) * (1 + 2 * MARGIN))
    wide = max(LEAST_DEGREES * stretch, (lons[1] - lons[0]) * (1 + 2 * MARGIN))
    high, wide = max(high, wide / stretch * HEIGHT / WIDTH), max(wide, high * stretch * WIDTH / HEIGHT)
    return _View(lon - wide / 2, lat - high / 2, lon + wide / 2, lat + high / 2)


def _axes(places: Sequence[CasePlace]) -> tuple[list[float | None], list[float | None]]:
    return [place.lat for place in places], [place.lon for place in places]


def _middle(values: list[float]) -> tuple[float, float]:
    values = sorted(values)
    cut = len(values) // 20
    return values[cut], values[-1 - cut]


@cache
def _outlines() -> list[tuple[str, list[list[tuple[float, float]]]]]:
    """(country, rings of lon, lat) of lexicons/outlines.json, whose rings are deltas in hundredths of a degree."""
    written = json.loads(files("dateline.lexicons").joinpath("outlines.json").read_text("utf-8"))
    return [(country["name"], [_ring(deltas) for deltas in country["rings"]]) for country in written["countries"]]


def _ring(deltas: Sequence[int]) -> list[tuple[float, float]]:
    points, lon, lat = [], 0, 0
    for d_lon, d_lat in zip(deltas[::2], deltas[1::2], strict=True):
        lon, lat = lon + d_lon, lat + d_lat
        points.append((lon / 100, lat / 100))
    return points


def _countries(view: _View) -> Iterator[str]:
    """The outlines in sight, and the names of those that have room for theirs, the largest first."""
    named: list[tuple[float, float, float, str]] = []
    for name, rings in _outlines():
        shown = [ring for ring in rings if _touches(ring, view)]
        for ring in shown:
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (view.at(*point) for point in ring))
            yield element("polygon", hint(name), points=path, class_="land")
        # The name belongs on the mainland, not between it and islands overseas.
        wide, high, x, y = max((_room(ring, view) for ring in shown), key=lambda r: r[0] * r[1], default=(0, 0, 0, 0))
        if wide > LETTER * len(name) and high > LINE:
            named.append((wide * high, x, y, name))
    taken: list[tuple[float, float, float]] = []
    for _, x, y, name in sorted(named, reverse=True):
        half = LETTER * len(name) / 2
        if all(abs(x - u) > half + other or abs(y - v) > LINE for u, v, other in taken):
            taken.append((x, y, half))
            yield words(name, x=x, y=y, class_="country")


def _room(ring: Sequence[tuple[float, float]], view: _View) -> tuple[float, float, float, float]:
    """How wide and high the part of an outline is that is in sight, and its middle."""
    inner = [view.at(*point) for point in ring if _is_inside(point, view)]
    if not inner:
        return 0.0, 0.0, 0.0, 0.0
    xs, ys = zip(*inner, strict=True)
    return max(xs) - min(xs), max(ys) - min(ys), (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2


def _touches(ring: Iterable[tuple[float, float]], view: _View) -> bool:
    lons: tuple[float, ...]
    lats: tuple[float, ...]
    lons, lats = zip(*ring, strict=True)
    return max(lons) > view.west and min(lons) < view.east and max(lats) > view.south and min(lats) < view.north


def _is_inside(point: tuple[float, float], view: _View) -> bool:
    return view.west < point[0] < view.east and view.south < point[1] < view.north


def _grid(view: _View) -> Iterator[str]:
    step = next(s for s in (0.5, 1, 2, 5, 10, 20, 40, 90, 180) if (view.north - view.south) / s <= 6)
    for number in range(math.ceil(view.west / step), math.floor(view.east / step) + 1):
        x, _ = view.at(number * step, 0)
        yield element("line", x1=x, x2=x, y1=0, y2=HEIGHT, class_="grid")
        yield words(_degrees(number * step, "E", "W"), x=x + 3, y=HEIGHT - 5, class_="degrees")
    for number in range(math.ceil(view.south / step), math.floor(view.north / step) + 1):
        _, y = view.at(0, number * step)
        yield element("line", x1=0, x2=WIDTH, y1=y, y2=y, class_="grid")
        yield words(_degrees(number * step, "N", "S"), x=4, y=y - 3, class_="degrees")


def _degrees(value: float, above: str, below: str) -> str:
    return f"{abs(value):g}° {above if value >= 0 else below}"


def _marks(spots: Sequence[Spot], view: _View) -> Iterator[str]:
    """The larger ones first, so that the smaller lie on top."""
    ordered = sorted(spots, key=lambda spot: (-len(spot.incidents), spot.place.name))
    for spot in ordered:
        yield element("a", _mark(spot, view), href=f"incidents.html#place={spot.place.name}")
    taken: list[tuple[float, float]] = []
    for spot in ordered:
        x, y = view.at(spot.place.lon or 0, spot.place.lat or 0)
        if len(taken) < LABELS and all(abs(x - u) > 90 or abs(y - v) > 14 for u, v in taken):
            taken.append((x, y))
            yield words(spot.place.name, x=x + _radius(spot) + 4, y=y + 4, class_="place")


def _mark(spot: Spot, view: _View) -> str:
    x, y = view.at(spot.place.lon or 0, spot.place.lat or 0)
    standings = [incident.standing for incident in spot.incidents]
    colour = STANDING_COLOURS.get(max(sorted(set(standings)), key=standings.count), "#555")
    about = f"{spot.place.name} ({spot.place.precision}): {len(spot.incidents)} incidents"
    dash = None if spot.place.precision in ("exact", "town") else "4 3"
    return element(
        "circle", hint(about), cx=x, cy=y, r=_radius(spot), fill=colour, stroke=colour, stroke_dasharray=dash,
        class_="spot",
    )  # fmt: skip


def _radius(spot: Spot) -> float:
    """Area in proportion to the number of incidents."""
    return min(26.0, 5.0 + 2.2 * math.sqrt(len(spot.incidents)))
