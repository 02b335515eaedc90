"""Which of the places of that name is meant? Weighs size, the countries spoken of and nearness to the other places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10

import numpy as np
from numpy.typing import NDArray

from dateline.reading.places.candidates import Candidate
from dateline.reading.places.gazetteer import Entry
from dateline.reading.places.index import ALTERNATE, AREA, COUNTRY, COUNTY, OWN, REGION, TOWN

ROUNDS = 3
"""Each round weighs with the choices of the round before; from the third on hardly any choice changes."""

NEAR_KM = 150.0
"""Distance at which another place of the text speaks for a namesake e times less than one on the spot."""

EARTH_RADIUS_KM = 6371.0

WEIGHTS = {
    "size": 1.3, "metropolis": 0.3, "country": 1.0, "region": 1.0, "area": 1.5, "own": 3.0, "county": 0.0,
    "alternate": -2.3, "seat": -3.0, "contained": 4.0, "outlet": 1.5, "regional": 2.2, "same country": 4.0,
    "same region": 4.5, "near": 3.5,
}  # fmt: skip
"""Weights of the reasons in `_reasons`, fitted as a conditional logit on the LGL and GeoVirus corpora (benchmarks)."""


@dataclass(frozen=True, slots=True)
class Group:
    """All candidates of one name in a text: they are taken in one sense.

    weight: how much its choice counts for the others', by how sure it is a place and how often it is named.
    """

    name: str
    members: tuple[Candidate, ...]
    entries: tuple[Entry, ...]
    holders: tuple[Entry, ...]
    regional: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry chosen for a group and how sure that is (0 to 1, against its namesakes).

    support: how far each reason of CONTEXT holds for it.
    """

    entry: Entry
    confidence: float
    support: tuple[float, ...]


def group_by_name(candidates: Sequence[Candidate]) -> list[Group]:
    """Groups in the order of the text."""
    by_name: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_name.setdefault(candidate.name.casefold().rstrip("."), []).append(candidate)
    return [_group(name, members) for name, members in by_name.items()]


def _group(name: str, members: Sequence[Candidate]) -> Group:
    entries = {entry.number: entry for member in members for entry in member.entries}
    holders = {entry.number: entry for member in members for entry in member.holders}
    likely = 1 / (1 + exp(-max(member.evidence for member in members)))
    return Group(name, tuple(members), tuple(entries.values()), tuple(holders.values()),
                 any(member.regional for member in members), likely * len(members) ** 0.5)  # fmt: skip


def choose(groups: Sequence[Group], countries: Mapping[str, float], outlet_country: str | None) -> dict[str, Choice]:
    """The chosen entry of each group that has any, by the group's name.

    countries: how often the text names each country's people and things (demonyms), which are no places themselves.
    """
    known = [group for group in groups if group.entries]
    if not known:
        return {}
    field = Field(known, countries, outlet_country)
    chosen = [int(np.argmax(scores)) for scores in field.scores(None)]
    for _ in range(ROUNDS):
        scored = field.scores(chosen)
        chosen = [int(np.argmax(scores)) for scores in scored]
    context = field.features(chosen)[:, len(FIXED) :]
    return {
        group.name: Choice(group.entries[at], _confidence(scores, at), tuple(context[start + at].tolist()))
        for group, at, scores, start in zip(known, chosen, scored, field.starts, strict=True)
    }


def _confidence(scores: NDArray[np.float64], at: int) -> float:
    odds = np.exp(scores - scores[at])
    return float(1.0 / odds.sum())


class Field:
    """All entries of all groups of one text side by side, with the reasons that do not change from round to round."""

    def __init__(self, groups: Sequence[Group], countries: Mapping[str, float], outlet_country: str | None) -> None:
        self.groups, self.countries = groups, countries
        self.entries = [entry for group in groups for entry in group.entries]
        self.ends = np.cumsum([len(group.entries) for group in groups])
        self.starts = self.ends - [len(group.entries) for group in groups]
        self.lat = np.radians([entry.lat for entry in self.entries])
        self.lon = np.radians([entry.lon for entry in self.entries])
        self.fixed = np.array(
            [_fixed(entry, group, outlet_country) for group in groups for entry in group.entries], dtype=np.float64
        )

    def scores(self, chosen: Sequence[int] | None) -> list[NDArray[np.float64]]:
        """The scores of each group's entries, given the others' choices (None: no choices yet)."""
        weights = np.array([WEIGHTS[name] for name in FIXED + CONTEXT])
        scores = self.features(chosen) @ weights
        return [scores[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    def features(self, chosen: Sequence[int] | None) -> NDArray[np.float64]:
        """One row per entry, one column per reason of FIXED and CONTEXT."""
        return np.hstack([self.fixed, self._context(chosen)])

    def _context(self, chosen: Sequence[int] | None) -> NDArray[np.float64]:
        context = np.zeros((len(self.entries), len(CONTEXT)))
        picked = [] if chosen is None else [group.entries[at] for group, at in zip(self.groups, chosen, strict=True)]
        if chosen is None:
            picked = [e for g in self.groups for e in g.entries if e.kind == COUNTRY] + [
                c for g in self.groups for c in g.holders
            ]
        weights = [1.0] * len(picked) if chosen is None else [g.weight for g in self.groups]
        countries: dict[str, float] = defaultdict(float, self.countries)
        admins: dict[str, float] = defaultdict(float)
        for entry, weight in zip(picked, weights, strict=True):
            countries[entry.country or ""] += weight
            admins[entry.admin] += weight
        countries.pop("", None)
        admins.pop("", None)
        near = self._nearness(picked, weights) if chosen is not None else None
        all_countries, all_admins = sum(countries.values()) + 1, sum(admins.values()) + 1
        row = 0
        for at, group in enumerate(self.groups):
            # A group's own choice is no reason for itself.
            own = picked[at] if chosen is not None else None
            own_country = weights[at] if own and own.country else 0.0
            own_admin = weights[at] if own and own.admin else 0.0
            for entry in group.entries:
                mine = own_country if own and own.country == entry.country else 0.0
                home = own_admin if own and own.admin == entry.admin else 0.0
                context[row, 0] = (countries[entry.country or ""] - mine) / (all_countries - own_country)
                context[row, 1] = (admins[entry.admin] - home) / (all_admins - own_admin)
                if near is not None:
                    context[row, 2] = near[row]
                row += 1
        return context

    def _nearness(self, picked: Sequence[Entry], weights: Sequence[float]) -> NDArray[np.float64]:
        """How near each entry lies to the places chosen for the other names, 0 to 1; countries have no nearness."""
        counts = np.array([w if e.kind not in _WITHOUT_SPOT else 0.0 for e, w in zip(picked, weights, strict=True)])
        lat, lon = np.radians([e.lat for e in picked]), np.radians([e.lon for e in picked])
        h = (
            np.sin((self.lat[:, None] - lat) / 2) ** 2
            + np.cos(self.lat[:, None]) * np.cos(lat) * np.sin((self.lon[:, None] - lon) / 2) ** 2
        )
        closeness = np.exp(-2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(h)) / NEAR_KM) * counts
        for at, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            closeness[start:end, at] = 0.0
        closeness[[entry.kind in _WITHOUT_SPOT for entry in self.entries]] = 0.0
        total: NDArray[np.float64] = closeness.sum(axis=1)
        return 1 - np.exp(-total)


_WITHOUT_SPOT = (COUNTRY, AREA, COUNTY)
"""Kinds of which the gazetteer knows no spot that being near means much to."""

FIXED = (
    "size",
    "metropolis",
    "country",
    "region",
    "area",
    "own",
    "county",
    "alternate",
    "seat",
    "contained",
    "outlet",
    "regional",
)
CONTEXT = ("same country", "same region", "near")


def _fixed(entry: Entry, group: Group, outlet_country: str | None) -> tuple[float, ...]:
    """The reasons of FIXED that lie in the entry and the words right around its name."""
    return (
        log10(entry.population + 10),
        entry.kind == TOWN and entry.population >= 1_000_000,
        entry.kind == COUNTRY,
        entry.kind == REGION,
        entry.kind == AREA,
        entry.kind == OWN,
        entry.kind == COUNTY,
        entry.flag == ALTERNATE,
        _is_named_after_seat(entry, group),
        any(holder.holds(entry) for holder in group.holders),
        outlet_country is not None and entry.country == outlet_country,
        group.regional and entry.kind in (REGION, COUNTY),
    )


def _is_named_after_seat(entry: Entry, group: Group) -> bool:
    """Whether it is a region whose main town bears its name: without "province" behind it "Aleppo" is the town."""
    if entry.kind != REGION or group.regional:
        return False
    return any(
        e.kind == TOWN and e.admin == entry.admin and e.flag != ALTERNATE and e.population * 8 >= entry.population
        for e in group.entries
    )
