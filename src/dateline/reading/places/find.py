"""Where? Finds the names of places in a text and the spot that each stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import median

from dateline.model.marks import Mark
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.reading.places.candidates import Candidate, countries_spoken_of, find_candidates
from dateline.reading.places.gazetteer import Entry, Gazetteer, load_gazetteer
from dateline.reading.places.index import COUNTY, REGION, TOWN
from dateline.reading.places.namesakes import CONTEXT, Choice, Group, choose, group_by_name

FAINT_EVIDENCE = -3.0
"""Names with less evidence than this are not even weighed against the text's other places."""

SUPPORT = {"always": -0.5, "evidence": 0.89, "same country": 0.56, "same region": 2.0, "near": 0.72}
"""Weights of what the words around a name say and of how well its place goes with the text's others: a logistic
regression on LGL and GeoVirus; a name whose sum is above 0 is taken for a place."""


def find_places(
    text: str,
    mentions: Sequence[Mark],
    *,
    gazetteer: Gazetteer | None = None,
    outlet_country: str | None = None,
) -> tuple[Place, ...]:
    """The places that the text names, in its order.

    mentions: the marking model's, whose locations, persons and organisations weigh in; may be empty.
    outlet_country: ISO 3166 alpha-2 of the country that the outlet writes from, if known.
    """
    gazetteer = gazetteer or shipped_gazetteer()
    candidates = [c for c in find_candidates(text, mentions, gazetteer) if c.evidence > FAINT_EVIDENCE]
    groups = group_by_name(candidates)
    choices = choose(groups, {c: n**0.5 for c, n in countries_spoken_of(text).items()}, outlet_country)
    places = [
        _place(text, member, group, choices)
        for group in groups
        for member in group.members
        if _is_place(member, choices.get(group.name))
    ]
    return tuple(sorted(places, key=lambda place: place.span))


@lru_cache(maxsize=1)
def shipped_gazetteer() -> Gazetteer:
    """The gazetteer without a user's list, loaded once."""
    return load_gazetteer()


def _is_place(member: Candidate, choice: Choice | None) -> bool:
    if choice is None:
        return member.evidence > 0
    support = dict(zip(CONTEXT, choice.support, strict=True)) | {"always": 1.0, "evidence": member.evidence}
    return sum(weight * support[reason] for reason, weight in SUPPORT.items()) > 0


def _place(text: str, member: Candidate, group: Group, choices: Mapping[str, Choice]) -> Place:
    span = Span.cut(text, member.start, member.end)
    choice = choices.get(group.name)
    if choice is None or _belongs_elsewhere(choice.entry, group):
        return _known_by_holder(span, group.holders)
    entry, (lat, lon) = choice.entry, _spot(choice.entry, choices)
    precision = "region" if member.regional and entry.precision == "town" else entry.precision
    return Place(span, entry.name, entry.geonameid, entry.country, lat, lon, precision, round(choice.confidence, 3))


def _belongs_elsewhere(entry: Entry, group: Group) -> bool:
    """ "Cookville, Texas" when the only known Cookville is a town of Tennessee: not that one."""
    regions = [holder for holder in group.holders if holder.kind == REGION]
    return entry.kind == TOWN and bool(regions) and not any(holder.holds(entry) for holder in group.holders)


def _known_by_holder(span: Span, holders: Sequence[Entry]) -> Place:
    """A place that the gazetteer lacks: put where its region or country lies, if the text names one."""
    if not holders:
        return Place(span, span.text, None, None, None, None, "town", 0.0)
    holder = holders[0]
    return Place(span, span.text, None, holder.country, holder.lat, holder.lon, holder.precision, 0.5)


def _spot(entry: Entry, choices: Mapping[str, Choice]) -> tuple[float, float]:
    """Where the entry lies; a county (only its state is known) where the text's towns of that state do."""
    towns = [c.entry for c in choices.values() if c.entry.kind == TOWN and c.entry.admin == entry.admin]
    if entry.kind != COUNTY or not towns:
        return entry.lat, entry.lon
    return median(town.lat for town in towns), median(town.lon for town in towns)
