"""Whose initials are these? Agencies that one report credits by initials and another one names in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.comparing.identities import names
from dateline.language.names import fold
from dateline.model.reading import ReadReport

# "PA", "AI", "UN": two letters fit too many bodies.
LEAST_INITIALS = 3


def initials_of(name: str) -> str:
    """The initials that an acronym spells, lower case; "" for what is none or too short to tell."""
    letters = name.replace(".", "").lower()
    return letters if names.is_acronym(name) and len(letters) >= LEAST_INITIALS else ""


def spell_out_credits(
    reports: Sequence[ReadReport], known: Mapping[str, str] = MappingProxyType({})
) -> tuple[ReadReport, ...]:
    """The reports, with a credit by initials replaced by the only teller of the case that has them.

    known: initials -> the full name, as the rest of the case has them. Where no report of the case names that teller in
    full, the initials stay: those of a known agency say enough.
    """
    by_initials = {**full_names(name for read in reports for name in tellers_of(read)), **known}
    return tuple(_spelt_out(read, by_initials) for read in reports)


def full_names(tellers: Iterable[str]) -> Mapping[str, str]:
    """Initials -> the name of the only body among these that has them."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for name in tellers:
        if len(name.split()) > 1:
            found[names.initials(name)].setdefault(fold(name), name)
    return {letters: next(iter(spelt.values())) for letters, spelt in found.items() if len(spelt) == 1}


def short_and_full(tellers: Iterable[str]) -> Mapping[str, str]:
    """Folded name -> the other name of the same body: initials -> full name, and the other way round."""
    told = list(tellers)
    full = full_names(told)
    short = {letters: name for name in told if (letters := initials_of(name)) in full}
    return {fold(short[letters]): full[letters] for letters in short} | {
        fold(full[letters]): short[letters] for letters in short
    }


def tellers_of(read: ReadReport) -> Iterable[str]:
    """Who published a report, whom it credits and whom its claims were told to, by name."""
    vias = (via.text for claim in read.reading.claims for via in claim.via)
    return filter(None, (read.report.outlet, read.report.agency, *vias))


def _spelt_out(read: ReadReport, by_initials: Mapping[str, str]) -> ReadReport:
    agency = read.report.agency
    full = by_initials.get(initials_of(agency)) if agency else None
    return ReadReport(replace(read.report, agency=full), read.reading) if full else read
