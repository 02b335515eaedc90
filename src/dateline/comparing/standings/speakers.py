"""Whose word is it in the end? Finds the first-hand teller of one event at the end of its chain of tellers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml

from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent
from dateline.model.reading import ReadReport

_UNNAMED = yaml.safe_load(files(__package__).joinpath("unnamed_tellers.yaml").read_text("utf-8"))
ON_THE_SPOT = frozenset(_UNNAMED["on_the_spot"])
NOBODY = frozenset(_UNNAMED["nobody"])
_HEAD_STOP = re.compile(r"\b(?:of|in|at|from|with|who|that|for|on|near|and)\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Teller:
    """A first-hand teller. key: equal for equal tellers across reports; name: for people. known: whether anyone is
    known at all; sourced: whether the report gives the words to somebody; named: whether by name."""

    key: str
    name: str
    known: bool = True
    sourced: bool = True
    named: bool = True


def find_teller(
    event: CaseEvent, report: ReadReport, claims: Mapping[str, CaseClaim], actors: Mapping[str, Actor]
) -> Teller:
    """The end of the chain: the innermost speaker, else the teller nearest to the fact, else agency, else outlet."""
    claim = claims.get(event.claim) if event.claim else None
    while claim is not None:
        found = _speaker(claim, report, actors) or _via(claim, actors)
        if found is not None:
            return found
        claim = claims.get(claim.inside) if claim.inside else None
    return publisher(report)


def publisher(report: ReadReport) -> Teller:
    """The report's own word: the agency that it credits, else its outlet; unknown when it names neither."""
    if report.report.agency:
        return Teller(f"agency {_folded(report.report.agency)}", report.report.agency, sourced=False)
    if report.report.outlet:
        return Teller(f"agency {_folded(report.report.outlet)}", report.report.outlet, sourced=False)
    return Teller(f"report {report.report.id}", "a report without an outlet", known=False, sourced=False)


def _speaker(claim: CaseClaim, report: ReadReport, actors: Mapping[str, Actor]) -> Teller | None:
    """A named speaker by his id; an unnamed one by what he is called ("police"); nobody for "reports"."""
    said = _source_words(claim, report)
    actor = actors.get(claim.source_actor) if claim.source_actor else None
    if actor is not None and _is_named(claim, report):
        return Teller(f"actor {actor.id}", actor.name)
    head = _head(said)
    if not head or head in NOBODY:
        return None
    if head in ON_THE_SPOT and claim.via:
        return None
    return Teller(f"called {head}", said, named=False)


def _is_named(claim: CaseClaim, report: ReadReport) -> bool:
    chain = claim.claim.source_chain
    return chain is not None and report.reading.chains[chain].named


def _source_words(claim: CaseClaim, report: ReadReport) -> str:
    chain = claim.claim.source_chain
    if chain is not None:
        return report.reading.chains[chain].name
    return claim.claim.source.text if claim.claim.source else ""


def _via(claim: CaseClaim, actors: Mapping[str, Actor]) -> Teller | None:
    """The teller nearest to the fact."""
    for teller in claim.via:
        if teller in actors:
            return Teller(f"agency {_folded(actors[teller].name)}", actors[teller].name)
    return None


def _head(words: str) -> str:
    """The last word of the noun phrase: "a senior police official in Kor" -> "official"."""
    found = _WORD.findall(_HEAD_STOP.split(words.casefold(), maxsplit=1)[0])
    return found[-1] if found else ""


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))
