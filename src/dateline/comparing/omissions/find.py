"""Which outlets of the case reported an incident, and which detail does each leave out?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

from dateline.comparing.omissions.details import Telling, find_details
from dateline.comparing.omissions.scene import Scene
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, CasePlace, Contradiction, Incident
from dateline.model.omissions import Coverage, Omissions, Silence
from dateline.model.reading import ReadReport

# With one outlet there is nothing that another told and it did not.
LEAST_OUTLETS = 2
# News of a day is printed on that day and the next two, weeklies aside.
STILL_NEWS = timedelta(days=2)
# A later report looks back; who is silent on that day left out nothing.
LONGEST = timedelta(days=14)
# More outlets that kept silent are no finding but the size of the case; those that published most are named.
MOST_SILENT = 100


def find_omissions(
    reports: Sequence[ReadReport],
    claims: Sequence[CaseClaim],
    events: Sequence[CaseEvent],
    places: Sequence[CasePlace],
    incidents: Sequence[Incident],
    contradictions: Sequence[Contradiction],
    actors: Sequence[Actor],
    published: Mapping[tuple[str, date], int] | None = None,
) -> tuple[Omissions, ...]:
    """For each incident that two outlets or more report, what each of them leaves out, and who is silent.

    An outlet leaves out a detail that another tells. It is silent where it published something within the days of the
    incident and of its reports, and nothing on it. Reports without outlet and reports that were not read say nothing
    about either. published: by outlet and day, how much came out in the case, where these are only some of its reports.
    """
    scene = Scene(reports, claims, events, places, incidents, contradictions, actors)
    out = _Published(_counted(reports) if published is None else published)
    return tuple(found for incident in incidents if (found := _omissions(incident, scene, out)) is not None)


def _counted(reports: Sequence[ReadReport]) -> Mapping[tuple[str, date], int]:
    """By outlet and day, how much came out."""
    told = (read.report for read in reports if read.report.read)
    return Counter((r.outlet, r.published.day) for r in told if r.outlet is not None and r.published is not None)


def _omissions(incident: Incident, scene: Scene, published: _Published) -> Omissions | None:
    told: dict[str, dict[str, list[CaseEvent]]] = defaultdict(lambda: defaultdict(list))
    for event in (scene.events[e] for e in incident.events):
        outlet = scene.reports[event.report].report.outlet
        if outlet is not None:
            told[outlet][event.report].append(event)
    if len(told) < LEAST_OUTLETS:
        return None
    tellings = [Telling(outlet, {r: tuple(events) for r, events in of.items()}) for outlet, of in told.items()]
    details = tuple(find_details(incident, tellings, scene))
    window = _window(incident, [scene.day(report) for report in incident.reports])
    return Omissions(
        incident.id,
        window,
        tuple(Coverage(telling.outlet, tuple(telling.events)) for telling in tellings),
        details,
        tuple(published.silent(window, {*told})) if window else (),
    )


def _window(incident: Incident, published: Sequence[date | None]) -> tuple[date, date] | None:
    """From the day it happened, or was first told of, to the last report on it, as long as it is news."""
    days = [day for day in published if day is not None]
    if not days:
        return None
    first = incident.begin if incident.begin is not None and incident.begin <= min(days) else min(days)
    first = max(first, min(days) - STILL_NEWS)
    return first, max(min(max(days), first + LONGEST), first + STILL_NEWS)


class _Published:
    """Which outlet published when."""

    def __init__(self, published: Mapping[tuple[str, date], int]) -> None:
        self._on: dict[date, Counter[str]] = defaultdict(Counter)
        for (outlet, day), number in published.items():
            self._on[day][outlet] += number
        self._within: dict[tuple[date, date], list[tuple[str, int]]] = {}

    def silent(self, window: tuple[date, date], told: set[str]) -> Iterator[Silence]:
        """The outlets that published most within the window and are not among those who told."""
        published = self._published(window)
        silent = (Silence(outlet, number) for outlet, number in published if outlet not in told)
        yield from islice(silent, MOST_SILENT)

    def _published(self, window: tuple[date, date]) -> list[tuple[str, int]]:
        """How much each outlet published within these days, the most first; many incidents share their days."""
        if window not in self._within:
            days = (window[0] + timedelta(days=n) for n in range((window[1] - window[0]).days + 1))
            counted = sum((self._on[day] for day in days if day in self._on), Counter[str]())
            self._within[window] = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        return self._within[window]
