"""Whose outlet is it? Tellers of one owner are one family, by the list of outlets, and speak with one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import yaml

from dateline.language.names import fold
from dateline.lexicons.outlets import Outlet, known_outlets

_WORDS = yaml.safe_load(files(__package__).joinpath("sides.yaml").read_text("utf-8"))
GOVERNING = frozenset(_WORDS["governing"])
PORTFOLIOS = frozenset(_WORDS["portfolios"])
# "Russia" and "Russian", "Turkey" and "Turkish": of the shorter word all but this many letters must be the same.
ENDING = 2
LEAST_STEM = 4


@dataclass(frozen=True, slots=True)
class Families:
    """Owners by the folded names of their outlets, and by their own; spelt: how an owner's name is written."""

    owners: Mapping[str, str]
    spelt: Mapping[str, str]

    def owner_of(self, names: Iterable[str]) -> str | None:
        """The owner, as the list writes it, of a teller with these names; of the owner himself his own name."""
        for name in map(fold, names):
            owner = self.owners.get(name) or (name if name in self.spelt else None)
            if owner is not None:
                return self.spelt[owner]
        return None


def families_of(outlets: Sequence[Outlet] | None = None) -> Families:
    """The families that a list of outlets tells of; a later line stands over an earlier one of the same name."""
    owners: dict[str, str] = {}
    spelt: dict[str, str] = {}
    for outlet in known_outlets() if outlets is None else outlets:
        if outlet.owner:
            spelt.setdefault(fold(outlet.owner), outlet.owner)
        for name in (outlet.name, *outlet.aliases):
            owners[fold(name)] = fold(outlet.owner)
    return Families(owners, spelt)


def is_body_of(name: str, owner: str) -> bool:
    """Whether this is a ministry of the government that owns an outlet: "Varenia's Ministry of Defence" is one of the
    "Varenian government". Names with any other word in them may be those of rivals and are not."""
    ruling, own = _words(owner), _words(name)
    whose = ruling - GOVERNING - PORTFOLIOS
    if not whose or whose == ruling or not own & GOVERNING:
        return False
    said = own - GOVERNING - PORTFOLIOS
    return all(any(is_one_country(a, b) for b in said) for a in whose) and all(
        any(is_one_country(a, b) for b in whose) for a in said
    )


def _words(name: str) -> set[str]:
    return {word for word in fold(name.replace("’s", "").replace("'s", "")).split() if len(word) > 1}


def is_one_country(a: str, b: str) -> bool:
    """Whether two folded words name one country: the country itself, or its people's."""
    least = max(LEAST_STEM, min(len(a), len(b)) - ENDING)
    return a == b or (min(len(a), len(b)) >= LEAST_STEM and a[:least] == b[:least])
