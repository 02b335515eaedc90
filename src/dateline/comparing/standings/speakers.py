"""Whose word is it in the end? Finds the first-hand teller of one event at the end of its chain of tellers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

import yaml

from dateline.comparing.placed import Who
from dateline.comparing.standings.families import Families, families_of
from dateline.lexicons.media import UNNAMED_WIRES
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.report import Report

_UNNAMED = yaml.safe_load(files(__package__).joinpath("unnamed_tellers.yaml").read_text("utf-8"))
ON_THE_SPOT = frozenset(_UNNAMED["on_the_spot"])
NOBODY = frozenset(_UNNAMED["nobody"])
MOUTHPIECES = frozenset(_UNNAMED["mouthpieces"])
# Words that are also said of a few people ("opposition sources", "rebels") are no body.
INSTITUTIONS = frozenset(_UNNAMED["institutions"])
_HEAD_STOP = re.compile(r"\b(?:of|in|at|from|with|who|that|for|on|near|and)\b|,")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ARTICLE = re.compile(r"^(?:An?|The|Some|Several|Other|Local|One|Two)\b")
_OWN = re.compile(r"^(?:our|my)\s", re.IGNORECASE)
_THEIRS = re.compile(r"^(?:its|his|her|their)\s+", re.IGNORECASE)
BODIES = frozenset({"group", "government", "country", "organisation", "outlet"})


@dataclass(frozen=True, slots=True)
class Teller:
    """A first-hand teller. key: equal for equal tellers across reports; name: for people. known: whether anyone is
    known at all; sourced: whether the report gives the words to somebody; named: whether by name; body: whether it
    is an institution, which is told apart from others without a name ("the police")."""

    key: str
    name: str
    known: bool = True
    sourced: bool = True
    named: bool = True
    body: bool = False


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who tells, over a case. claims, actors: by id; who: how words become actor ids; families: whose outlets are
    whose; known: the tellers found so far, by claim."""

    claims: Mapping[str, CaseClaim]
    actors: Mapping[str, Actor]
    who: Who
    families: Families = field(default_factory=families_of)
    known: dict[str, Teller] = field(default_factory=dict)

    def of_event(self, event: CaseEvent, report: ReadReport) -> Teller:
        """The innermost speaker, else the teller nearest to the fact, else the agency, else the outlet."""
        return self.of_claim(self.claims.get(event.claim) if event.claim else None, report)

    def of_claim(self, claim: CaseClaim | None, report: ReadReport) -> Teller:
        """Who tells a claim first-hand; the report's own word where there is none."""
        if claim is None:
            return self.publisher(report)
        if claim.id not in self.known:
            self.known[claim.id] = self._found(claim, report)
        return self.known[claim.id]

    def _found(self, innermost: CaseClaim, report: ReadReport) -> Teller:
        claim: CaseClaim | None = innermost
        while claim is not None:
            found = self._speaker(claim, report) or self._via(claim)
            if found is not None:
                return found
            claim = self.claims.get(claim.inside) if claim.inside else None
        return self.publisher(report)

    def publisher(self, report: ReadReport) -> Teller:
        """The report's own word: the agency that it credits, else its outlet; unknown when it names neither, or only
        "agencies"."""
        name = report.report.agency or report.report.outlet
        if name == UNNAMED_WIRES:
            return Teller(f"report {report.report.id}", "agencies without a name", known=False, sourced=False)
        if name:
            return Teller(self._body_key(name), name, sourced=False)
        return Teller(f"report {report.report.id}", "a report without an outlet", known=False, sourced=False)

    def speaker_name(self, claim: CaseClaim, report: ReadReport) -> str | None:
        """What the speaker of a claim is called, also where another counts as its origin ("a witness"); None where
        there is nobody but "reports", "he" or the report's own."""
        found = self._speaker(claim, report)
        if found is not None:
            return found.name if found.sourced else None
        said = _source_words(claim, report)
        return _human(said, report) if _head(said) in ON_THE_SPOT else None

    def names_of(self, teller: Teller) -> tuple[str, ...]:
        """All the names of a teller that the case knows."""
        actor = self.actors.get(teller.key.removeprefix("actor "))
        return (teller.name, *(alias.name for alias in actor.aliases)) if actor else (teller.name,)

    def _body_key(self, name: str) -> str:
        known = self.who.teller(name)
        return f"actor {known}" if known else f"agency {_folded(name)}"

    def _speaker(self, claim: CaseClaim, report: ReadReport) -> Teller | None:
        """A named speaker by his id; an unnamed one by what he is called ("police"); nobody for "reports"."""
        said = _source_words(claim, report)
        actor = self.actors.get(claim.source_actor) if claim.source_actor else None
        if actor is not None and _is_named(claim, report):
            return Teller(f"actor {actor.id}", actor.name)
        if _OWN.match(said):
            return self.publisher(report)
        head = _head(said)
        if head in MOUTHPIECES and (body := self._body_in(claim, report)) is not None:
            return Teller(f"actor {body.id}", body.name)
        if not head or head in NOBODY or (head in ON_THE_SPOT and claim.via):
            return None
        return Teller(f"called {head}", _human(said, report), named=False, body=head in INSTITUTIONS)

    def _body_in(self, claim: CaseClaim, report: ReadReport) -> Actor | None:
        """The body for which "a spokesman for the Harbour Guild" speaks."""
        source = claim.claim.source
        if source is None:
            return None
        by_chain = {
            mention.chain
            for mention in report.reading.mentions
            if mention.chain is not None and source.holds(mention.span) and mention.chain != claim.claim.source_chain
        }
        ids = (self.who.actor_of.get((report.report.id, chain)) for chain in sorted(by_chain))
        held = (self.actors[i] for i in ids if i is not None and i in self.actors)
        return next((actor for actor in held if actor.named and actor.kind in BODIES), None)

    def _via(self, claim: CaseClaim) -> Teller | None:
        """The teller nearest to the fact."""
        for teller in claim.via:
            if teller in self.actors:
                return Teller(f"actor {teller}", self.actors[teller].name)
        return None


def outlet_of(report: Report) -> str:
    """What a report is called among others: its outlet, else the agency that it credits."""
    return report.outlet or report.agency or "a report without an outlet"


def _human(said: str, report: ReadReport) -> str:
    """What a speaker is called, as the middle of a sentence has it; "its commander" with where that stands."""
    words = said.strip(" ,;:.").split(",")[0]
    if _THEIRS.match(words):
        return f"the {_THEIRS.sub('', words)} quoted by {outlet_of(report.report)}"
    is_plain = _ARTICLE.match(words) or " " not in words
    return words[:1].lower() + words[1:] if is_plain else words


def _is_named(claim: CaseClaim, report: ReadReport) -> bool:
    chain = claim.claim.source_chain
    return chain is not None and report.reading.chains[chain].named


def _source_words(claim: CaseClaim, report: ReadReport) -> str:
    chain = claim.claim.source_chain
    if chain is not None:
        return report.reading.chains[chain].name
    return claim.claim.source.text if claim.claim.source else ""


def _head(words: str) -> str:
    """The last word of the noun phrase: "a senior police official in Kor" -> "official"."""
    found = _WORD.findall(_HEAD_STOP.split(words.casefold(), maxsplit=1)[0])
    return found[-1] if found else ""


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))
