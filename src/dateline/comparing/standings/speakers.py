"""Whose word is it in the end? Finds the first-hand teller of one event at the end of its chain of tellers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

import yaml

from dateline.comparing.placed import Who
from dateline.comparing.spokespeople import Body, Spokespeople, country_in
from dateline.comparing.standings.families import GOVERNING, PORTFOLIOS, Families, families_of, is_body_of
from dateline.comparing.standings.somebody import COUNTED
from dateline.lexicons.media import UNNAMED_WIRES
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, Copies
from dateline.model.reading import ReadReport
from dateline.model.report import Report

_UNNAMED = yaml.safe_load(files(__package__).joinpath("unnamed_tellers.yaml").read_text("utf-8"))
ON_THE_SPOT = frozenset(_UNNAMED["on_the_spot"])
NOBODY = frozenset(_UNNAMED["nobody"])
MOUTHPIECES = frozenset(_UNNAMED["mouthpieces"])
# Words that are also said of a few people ("opposition sources", "rebels") are no body.
INSTITUTIONS = frozenset(_UNNAMED["institutions"])
# How keys of institutions begin; of which country or town they are is said behind COUNTRY.
OFFICE = "office "
COUNTRY = " of "
SMALL = frozenset({"the", "of", "for", "and", "in", "s"})
_SPELT = {"defense": "defence", "ministries": "ministry"}
_SIDES = yaml.safe_load(files(__package__).joinpath("sides.yaml").read_text("utf-8"))
_BLAMED = re.compile("|".join(_SIDES["blamed"]), re.IGNORECASE)
_MUTUAL = re.compile("|".join(_SIDES["mutual"]), re.IGNORECASE)
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
    is an institution, which is told apart from others without a name ("the police"). whose: the key of the body whose
    spokesman he is, whose_name: what that is called."""

    key: str
    name: str
    known: bool = True
    sourced: bool = True
    named: bool = True
    body: bool = False
    whose: str = ""
    whose_name: str = ""


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who tells, over a case. claims, actors: by id; who: how words become actor ids; families: whose outlets are
    whose; spokespeople: who speaks for whom; known: the tellers found so far, by claim; called: how those of them of
    whom something is known are called, by key."""

    claims: Mapping[str, CaseClaim]
    actors: Mapping[str, Actor]
    who: Who
    families: Families = field(default_factory=families_of)
    spokespeople: Spokespeople = field(default_factory=Spokespeople)
    known: dict[str, Teller] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    _owners: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _bodies: dict[tuple[str, str, str], bool] = field(default_factory=dict)

    def of_event(self, event: CaseEvent, report: ReadReport) -> Teller:
        """The innermost speaker, else the teller nearest to the fact, else the agency, else the outlet."""
        return self.of_claim(self.claims.get(event.claim) if event.claim else None, report)

    def of_claim(self, claim: CaseClaim | None, report: ReadReport) -> Teller:
        """Who tells a claim first-hand; the report's own word where there is none."""
        if claim is None:
            return self.publisher(report)
        if claim.id not in self.known:
            found = self.known[claim.id] = self._found(claim, report)
            if found.known:
                self.called.setdefault(found.key, found.name)
        return self.known[claim.id]

    def _found(self, innermost: CaseClaim, report: ReadReport) -> Teller:
        claim: CaseClaim | None = innermost
        while claim is not None:
            found = self._speaker(claim, report) or self._via(claim) if _is_voice(claim, report) else None
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

    def printed(self, passage: Copies) -> Teller | None:
        """The outlet or agency from which the reports have a passage; None where nothing tells, and for quotations."""
        if passage.origin is None or passage.kind == "quote":
            return None
        return Teller(self._body_key(passage.origin), passage.origin, sourced=False)

    def speaker_name(self, claim: CaseClaim, report: ReadReport) -> str | None:
        """What the speaker of a claim is called, also where another counts as its origin ("a witness"); None where
        there is nobody but "reports", "he" or the report's own."""
        if not _is_voice(claim, report):
            return None
        found = self._speaker(claim, report)
        if found is not None:
            return found.name if found.sourced else None
        said = _source_words(claim, report)
        return _human(said, report) if _head(said) in ON_THE_SPOT else None

    def names_of(self, teller: Teller) -> tuple[str, ...]:
        """All the names of a teller that the case knows."""
        actor = self.actors.get(teller.key.removeprefix("actor "))
        return (teller.name, *(alias.name for alias in actor.aliases)) if actor else (teller.name,)

    def owner_of(self, teller: Teller) -> str | None:
        """Who owns an outlet, by the list of outlets; None for other tellers."""
        asked = teller.key, teller.name
        if asked not in self._owners:
            self._owners[asked] = self.families.owner_of(self.names_of(teller))
        return self._owners[asked]

    def is_body_of(self, teller: Teller, owner: str) -> bool:
        """Whether a teller is a ministry of the government that owns an outlet."""
        asked = teller.key, teller.name, owner
        if asked not in self._bodies:
            self._bodies[asked] = any(is_body_of(name, owner) for name in self.names_of(teller))
        return self._bodies[asked]

    def _body_key(self, name: str) -> str:
        known = self.who.teller(name)
        return f"actor {known}" if known else f"agency {_folded(name)}"

    def _speaker(self, claim: CaseClaim, report: ReadReport) -> Teller | None:
        """A named speaker by his id; an unnamed one by what he is called ("police"); nobody for "reports"."""
        said = _source_words(claim, report)
        actor = self.actors.get(claim.source_actor) if claim.source_actor else None
        if actor is not None and actor.named and not _is_nobody(actor):
            return self._by_name(actor, claim, report)
        if _OWN.match(said):
            return self.publisher(report)
        head = _head(said)
        if head in MOUTHPIECES and (body := self._body_in(claim, report)) is not None:
            return body
        if not head or head in NOBODY or head in COUNTED or (head in ON_THE_SPOT and claim.via):
            return None
        if head not in INSTITUTIONS:
            return Teller(f"called {head}", _human(said, report), named=False)
        country = self._actor(report.report.id, country_in(said, report.reading))
        return Teller(_key_of_office(_office_words(said, head), country), _human(said, report), named=False, body=True)

    def _by_name(self, actor: Actor, claim: CaseClaim, report: ReadReport) -> Teller:
        """A named speaker, with the body for which he speaks; "Coalition" alone is no name."""
        body = self.spokespeople.body_of(report.report.id, claim.claim.source_chain, actor.id)
        if body is None:
            country = self._actor(report.report.id, country_in(_source_text(claim), report.reading))
            return Teller(_key_of(actor, country), actor.name)
        key, name = self._key_and_name(body)
        return Teller(f"actor {actor.id}", actor.name, whose=key, whose_name=name)

    def _key_and_name(self, body: Body) -> tuple[str, str]:
        """Of a body that somebody speaks for."""
        actor, country = self._actor(body.report, body.chain), self._actor(body.report, body.country)
        if actor is not None and actor.named:
            return _key_of(actor, country), actor.name
        head = _head(body.words)
        own = _folded(" ".join(word for word in body.words.split() if word[:1].isupper() and word.casefold() != head))
        key = _key_of_office(_office_words(body.words, head), country)
        # "Kelmar police" are not those of Tovin.
        return key if country is not None or not own else f"{key}{COUNTRY}{own}", _with_article(body.words)

    def _actor(self, report: str, chain: int | None) -> Actor | None:
        return self.actors.get(self.who.actor_of.get((report, chain), "")) if chain is not None else None

    def _body_in(self, claim: CaseClaim, report: ReadReport) -> Teller | None:
        """The body for which "a spokesman for the Harbour Guild", "an army spokesman" speaks."""
        source = claim.claim.source
        if source is None:
            return None
        by_chain = {
            mention.chain
            for mention in report.reading.mentions
            if mention.chain is not None and source.holds(mention.span) and mention.chain != claim.claim.source_chain
        }
        held = (self._actor(report.report.id, chain) for chain in sorted(by_chain))
        named = [actor for actor in held if actor is not None and actor.named and actor.kind in BODIES]
        country = self._actor(report.report.id, country_in(source.text, report.reading))
        called = next((word for word in map(str.casefold, _WORD.findall(source.text)) if word in INSTITUTIONS), None)
        # "A Varenian army spokesman" speaks for the army, not for the country.
        body = next((actor for actor in named if actor.kind != "country" or called is None), None)
        if body is not None:
            return Teller(_key_of(body, country), body.name)
        if called is None:
            return None
        words = _office_words(source.text, called)
        return Teller(_key_of_office(words, country), f"the {called}", named=False, body=True)

    def _via(self, claim: CaseClaim) -> Teller | None:
        """The teller nearest to the fact."""
        for teller in claim.via:
            if teller in self.actors:
                return Teller(f"actor {teller}", self.actors[teller].name)
        return None


def accuses_its_subject(claim: CaseClaim) -> bool:
    """Whether the one who seems to speak is blamed: "(it said that) the Guild was to blame"."""
    return claim.claim.cue is not None and bool(_BLAMED.search(claim.claim.cue.text))


def _is_voice(claim: CaseClaim, report: ReadReport) -> bool:
    """Whether somebody speaks here: not who is to blame, nor two who accuse each other."""
    cue = claim.claim.cue
    return not (accuses_its_subject(claim) or (cue is not None and _MUTUAL.match(report.report.text, cue.start)))


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


def _is_nobody(actor: Actor) -> bool:
    """Whether a name is only a word for no teller at all, with the capital of a sentence's first: "Reports say"."""
    name = _folded(actor.name)
    return actor.kind != "outlet" and (name in NOBODY or name in COUNTED)


def _with_article(words: str) -> str:
    """As the middle of a sentence has it: "army" -> "the army"; "Varenia's army" stays."""
    plain = words.removeprefix("The ").removeprefix("the ")
    return plain if "’s" in plain or "'s" in plain else f"the {plain}"


def _key_of(actor: Actor, country: Actor | None) -> str:
    """By the id of somebody with a name. A name that only says which institution it is is none: "Coalition" at the head
    of a sentence, "Varenian Ministry of Defence". country: of which the report says that it is."""
    theirs = {word for alias in country.aliases for word in _folded(alias.name).split()} if country else set()
    words = _plain_words(actor.name) - theirs
    is_office = words <= INSTITUTIONS or (words <= GOVERNING | PORTFOLIOS and bool(words & GOVERNING))
    return _key_of_office(" ".join(sorted(words)), country) if words and is_office else f"actor {actor.id}"


def _office_words(words: str, head: str) -> str:
    """What an institution is for and what it is: "the health ministry's" -> "health ministry"."""
    return " ".join(sorted({head} | (_plain_words(words) & PORTFOLIOS)))


def _plain_words(name: str) -> set[str]:
    """Its folded words in one spelling, without the small ones."""
    return {_SPELT.get(word, word) for word in _folded(name).split()} - SMALL


def _key_of_office(words: str, country: Actor | None) -> str:
    return f"{OFFICE}{words}{COUNTRY}{country.id}" if country is not None else f"{OFFICE}{words}"


def _source_words(claim: CaseClaim, report: ReadReport) -> str:
    chain = claim.claim.source_chain
    if chain is not None:
        return report.reading.chains[chain].name
    return _source_text(claim)


def _source_text(claim: CaseClaim) -> str:
    return claim.claim.source.text if claim.claim.source else ""


def _head(words: str) -> str:
    """The last word of the noun phrase: "a senior police official in Kor" -> "official"."""
    found = _WORD.findall(_HEAD_STOP.split(words.casefold(), maxsplit=1)[0])
    return found[-1] if found else ""


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))
