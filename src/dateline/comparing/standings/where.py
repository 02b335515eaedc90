"""Where did it happen? The towns that most reports name for it; where its own words name none, those around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.comparing.placed import place_id
from dateline.comparing.spots import distance_km
from dateline.comparing.streets import is_street
from dateline.model.case import CaseEvent, CasePlace
from dateline.model.place import Place
from dateline.model.reading import ReadReport

PRECISIONS = ("exact", "town", "region", "country")
FINE = frozenset({"exact", "town"})
# Words and deals are said anywhere: their report's setting is not theirs.
SET_SOMEWHERE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
# A town that a report comes back to, or the only one that it names, is where it plays.
OFTEN = 2
# A report names the county, the next town, the hospital's city.
HOME_KM = 120.0


def find_places(
    events: Sequence[CaseEvent], places: Mapping[str, CasePlace], reports: Mapping[str, ReadReport]
) -> tuple[CasePlace, ...]:
    """The places of one happening, the most precise first and of these those that most reports name.

    Names that stand nowhere on the map are left to the events where a town is known. When no event names a town, the
    town is taken from the sentences that tell of it, else from what the reports come back to.
    """
    named = [place for e in events for place in _named(e, places)]
    spotted = _at_home([place for place in named if place.lat is not None], events, reports)
    if not any(place.precision in FINE for place in spotted):
        spotted += _at_home(_around(events, reports), events, reports)
    found = spotted if any(place.precision in FINE for place in spotted) else named
    mentioned = Counter(key for report in {e.report for e in events} for key in _mentioned(reports[report]))
    told = Counter(place.id for place in found)
    distinct = {place.id: place for place in found}.values()
    return tuple(
        sorted(distinct, key=lambda p: (PRECISIONS.index(p.precision), -2 * told[p.id] - mentioned[p.id], p.id))
    )


def _named(event: CaseEvent, places: Mapping[str, CasePlace]) -> list[CasePlace]:
    """The places of an event, each once; streets are no towns of their name."""
    said = zip(event.event.place, event.places, strict=True)
    found = [(words.text, places[p]) for words, p in said if p is not None]
    kept = [place for words, place in found if place.precision == "exact" or not is_street(words, place.name)]
    return list({place.id: place for place in kept}.values())


def _at_home(found: list[CasePlace], events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> list[CasePlace]:
    """Without the towns that lie far from all else that the reports name, where others do not: a namesake elsewhere.

    Of two that many tell of, neither is left out.
    """
    around = _neighbours({event.report for event in events}, reports)
    told = Counter(place.id for place in found)
    homely = [place for place in found if any(_are_near(place, other) for other in around)]
    most = max((told[place.id] for place in homely), default=0)
    kept = {place.id for place in homely} | {place.id for place in found if told[place.id] > most}
    return [place for place in found if place.id in kept or place.precision == "country"] if homely else found


def _neighbours(telling: Iterable[str], reports: Mapping[str, ReadReport]) -> list[CasePlace]:
    """The towns and regions that reports name, each once."""
    near = (p for report in sorted(telling) for p in reports[report].reading.places if p.precision != "country")
    return list({place_id(p): _case_place(p) for p in near if p.lat is not None}.values())


def _are_near(place: CasePlace, other: CasePlace) -> bool:
    return place.id != other.id and place.name != other.name and 0 <= distance_km(place, other) <= HOME_KM


def _mentioned(report: ReadReport) -> set[str]:
    return {place_id(place) for place in report.reading.places}


def _around(events: Sequence[CaseEvent], reports: Mapping[str, ReadReport]) -> list[CasePlace]:
    """Towns in the sentences that tell of it; else the town that the reports play in."""
    by_report: dict[str, list[CaseEvent]] = {}
    for event in events:
        by_report.setdefault(event.report, []).append(event)
    found = [p for report, told in by_report.items() for p in _beside(told, reports[report])]
    if found or not any(event.event.type in SET_SOMEWHERE for event in events):
        return found
    return [p for report in by_report for p in _setting(reports[report])]


def _beside(events: Iterable[CaseEvent], report: ReadReport) -> list[CasePlace]:
    triggers = [event.event.trigger for event in events]
    told = [s for s in report.reading.sentences if any(s.holds(trigger) for trigger in triggers)]
    return [_case_place(p) for p in _towns(report) if any(s.holds(p.span) for s in told)]


def _setting(report: ReadReport) -> list[CasePlace]:
    towns = {place_id(place): place for place in _towns(report)}
    often = Counter(map(place_id, _towns(report))).most_common(2)
    if not often or (len(often) > 1 and (often[0][1] < OFTEN or often[0][1] == often[1][1])):
        return []
    return [_case_place(towns[often[0][0]])]


def _towns(report: ReadReport) -> list[Place]:
    return [place for place in report.reading.places if place.precision in FINE and place.lat is not None]


def _case_place(place: Place) -> CasePlace:
    return CasePlace(place_id(place), place.name, place.geonameid, place.country, place.lat, place.lon, place.precision)
