"""Where in the case does each claim and event of a report stand, and by whose id does it go?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.model.case import CaseClaim, CaseEvent, CasePlace
from dateline.model.claim import Claim
from dateline.model.event import Event, Participant
from dateline.model.identity import id_of
from dateline.model.place import Place
from dateline.model.reading import ReadReport
from dateline.model.report import Basis
from dateline.model.span import Span

# Coordinates nearer than this many degrees' digits are one spot (two digits: about a kilometre).
SPOT_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """The claims, events and places of a case, in the order of the reports and their words."""

    claims: tuple[CaseClaim, ...]
    events: tuple[CaseEvent, ...]
    places: tuple[CasePlace, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """How the words of a report become actor ids.

    actor_of: (report id, chain index) -> actor id. teller: the name of an outlet or agency -> actor id or None.
    """

    actor_of: Mapping[tuple[str, int], str]
    teller: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of the claims and events of one report, by their index in its reading."""

    claims: Sequence[str]
    events: Sequence[str]


def place_findings(reports: Sequence[ReadReport], who: Who) -> Placed:
    """Every claim and event with its ids; places are joined across reports, whoever names them."""
    places: dict[str, CasePlace] = {}
    claims: list[CaseClaim] = []
    events: list[CaseEvent] = []
    for report in reports:
        ids = _Ids(_claim_ids(report), _event_ids(report))
        of_report = [_event(report, index, ids, who, places) for index in range(len(report.reading.events))]
        events.extend(of_report)
        claims.extend(_claim(report, index, ids, who, of_report) for index in range(len(report.reading.claims)))
    return Placed(tuple(claims), tuple(events), tuple(places.values()))


def _claim_ids(report: ReadReport) -> list[str]:
    """The ids of a report's claims: the report, the content, the source's words and, for twins, the rank among them."""
    return _ids("claim", report, [_claim_key(claim) for claim in report.reading.claims])


def _event_ids(report: ReadReport) -> list[str]:
    """The ids of a report's events: the report, the trigger, the type and, for twins, the rank among them."""
    return _ids("event", report, [(e.trigger.start, e.trigger.end, e.type) for e in report.reading.events])


def _ids(kind: str, report: ReadReport, keys: Sequence[tuple[object, ...]]) -> list[str]:
    twins: Counter[tuple[object, ...]] = Counter()
    ids = []
    for key in keys:
        ids.append(id_of(kind, report.report.id, *key, *([twins[key]] if twins[key] else [])))
        twins[key] += 1
    return ids


def place_id(place: Place) -> str:
    """The id of a place: its gazetteer number, else its spot, else its name."""
    return _place_id(place.name, place.geonameid, place.country, place.lat, place.lon)


@lru_cache(maxsize=65536, typed=True)
def _place_id(name: str, geonameid: int | None, country: str | None, lat: float | None, lon: float | None) -> str:
    if geonameid is not None:
        return id_of("place", "geonames", geonameid)
    if lat is not None and lon is not None:
        return id_of("place", "spot", name, round(lat, SPOT_DIGITS), round(lon, SPOT_DIGITS))
    return id_of("place", "name", " ".join(name.casefold().split()), country)


def _claim_key(claim: Claim) -> tuple[object, ...]:
    source = (claim.source.start, claim.source.end) if claim.source else (None, None)
    return (*source, *(edge for span in claim.content for edge in (span.start, span.end)))


def _claim(report: ReadReport, index: int, ids: _Ids, who: Who, events: Sequence[CaseEvent]) -> CaseClaim:
    claim = report.reading.claims[index]
    held = tuple(e.id for e in events if any(content.holds(e.event.trigger) for content in claim.content))
    return CaseClaim(
        id=ids.claims[index],
        report=report.report.id,
        index=index,
        claim=claim,
        source_actor=_speaker(report, claim, who),
        inside=ids.claims[claim.inside] if claim.inside is not None else None,
        via=_via(report, claim, who),
        events=held,
    )


def _speaker(report: ReadReport, claim: Claim, who: Who) -> str | None:
    if claim.source_chain is None:
        return None
    return who.actor_of.get((report.report.id, claim.source_chain))


def _via(report: ReadReport, claim: Claim, who: Who) -> tuple[str, ...]:
    """The tellers between the speaker and the reader: the claim's own, the sources of the claims around it going
    outward with theirs, then the agency credited; the report's outlet only where the text names it."""
    speaker = _speaker(report, claim, who)
    tellers = [_named(report, span, who) for span in claim.via]
    for outer in _enclosing(report, claim):
        tellers += [_speaker(report, outer, who), *(_named(report, span, who) for span in outer.via)]
    if report.report.agency:
        tellers.append(who.teller(report.report.agency))
    return tuple(dict.fromkeys(t for t in tellers if t is not None and t != speaker))


def _enclosing(report: ReadReport, claim: Claim) -> list[Claim]:
    """The claims around this one, the nearest first; a circle of claims is cut."""
    around: list[Claim] = []
    while claim.inside is not None and report.reading.claims[claim.inside] not in around:
        claim = report.reading.claims[claim.inside]
        around.append(claim)
    return around


def _named(report: ReadReport, span: Span, who: Who) -> str | None:
    """The actor that words name: by the mention there, else by the name of an outlet or agency."""
    for mention in report.reading.mentions:
        if mention.chain is not None and mention.span.overlaps(span):
            found = who.actor_of.get((report.report.id, mention.chain))
            if found is not None:
                return found
    return who.teller(span.text)


def _event(report: ReadReport, index: int, ids: _Ids, who: Who, places: dict[str, CasePlace]) -> CaseEvent:
    event = report.reading.events[index]
    return CaseEvent(
        id=ids.events[index],
        report=report.report.id,
        index=index,
        event=event,
        actors=_participants(report, event.actor, who),
        recipients=_participants(report, event.recipient, who),
        places=tuple(_placed(report, at, places) for at in _indices(event)),
        begin=event.begin,
        end=event.end,
        date_basis=_basis(report, event),
        claim=ids.claims[event.claim] if event.claim is not None else None,
    )


def _participants(report: ReadReport, fillers: Sequence[Participant], who: Who) -> tuple[str | None, ...]:
    return tuple(
        who.actor_of.get((report.report.id, filler.chain)) if filler.chain is not None else None for filler in fillers
    )


def _indices(event: Event) -> tuple[int | None, ...]:
    """One entry per place span, whatever the reader filled in."""
    return (*event.place_indices, *([None] * len(event.place)))[: len(event.place)]


def _placed(report: ReadReport, index: int | None, places: dict[str, CasePlace]) -> str | None:
    if index is None:
        return None
    place = report.reading.places[index]
    key = place_id(place)
    if key not in places:
        places[key] = CasePlace(key, place.name, place.geonameid, place.country, place.lat, place.lon, place.precision)
    return places[key].id


def _basis(report: ReadReport, event: Event) -> Basis | None:
    """A time that leans on the report's day is inferred when that day is."""
    leans = event.date_basis in (Basis.RELATIVE, Basis.PUBLISHED)
    return Basis.INFERRED if leans and report.report.published_basis is Basis.INFERRED else event.date_basis
