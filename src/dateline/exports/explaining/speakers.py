"""Who said what when, took what back, and announced what? The ledger of one speaker."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.exports.known import Known, Quote
from dateline.lexicons import load_yaml
from dateline.model.actor import Actor
from dateline.model.case import CaseClaim, CaseEvent, Contradiction, Followup

OTHER = "other things"
ANNOUNCING = {"threatened": "threat", "promised": "promise", "predicted": "prediction"}


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of the speaker, or what a report says that he said. published: of the report, ISO, None if unknown."""

    claim: CaseClaim
    published: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Topic:
    """What statements are about. incident: the id of what they tell of, None for another topic."""

    name: str
    incident: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Announcement:
    """A threat, ultimatum, vow, promise, plan or prediction. condition: the words of it that set one; outcome, by:
    what became of it, None and empty for a prediction that tells of no act by somebody named."""

    kind: str
    event: CaseEvent | None
    followup: Followup | None
    published: str | None
    quote: Quote
    condition: str | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that one speaker is quoted with."""

    actor: Actor
    topics: tuple[Topic, ...]
    reversals: tuple[Contradiction, ...]
    announcements: tuple[Announcement, ...]

    @property
    def statements(self) -> int:
        return sum(len(topic.statements) for topic in self.topics)


class Speakers:
    """The ledgers of a case, made when they are asked for."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._said: dict[str, list[CaseClaim]] = defaultdict(list)
        for claim in known.contents.comparison.claims:
            if claim.source_actor in known.actors and claim.claim.content:
                self._said[claim.source_actor].append(claim)
        self._announced: dict[str, list[Followup]] = defaultdict(list)
        for followup in known.contents.comparison.followups:
            if followup.event in known.events:
                for actor in self._announcers(known.events[followup.event]):
                    self._announced[actor].append(followup)
        self._reversed: dict[str, list[Contradiction]] = defaultdict(list)
        for contradiction in known.contents.comparison.contradictions:
            if contradiction.kind == "same-speaker":
                claims = (c for side in contradiction.sides for c in side.claims if c in known.claims)
                for speaker in dict.fromkeys(known.claims[claim].source_actor for claim in claims):
                    self._reversed[speaker or ""].append(contradiction)
        self._actor_of = {chain: actor.id for actor in known.actors.values() for chain in actor.chains}

    def all(self) -> list[Ledger]:
        """The ledgers of those who say or announce anything, proper names first, then by how much."""
        speakers = {*self._said, *self._announced} & self._known.actors.keys()
        ledgers = [self.of(self._known.actors[speaker]) for speaker in speakers]
        return sorted(
            ledgers, key=lambda led: (not led.actor.named, -led.statements - len(led.announcements), led.actor.name)
        )

    def of(self, actor: Actor) -> Ledger:
        """One speaker's ledger; empty for one who says nothing."""
        return Ledger(
            actor,
            tuple(self._topics(actor)),
            tuple(self._reversed.get(actor.id, ())),
            tuple(sorted(self._announcements(actor), key=lambda a: a.published or "9999")),
        )

    def _announcers(self, event: CaseEvent) -> set[str]:
        """Whoever is to do it, and who says so; who predicts it speaks for himself alone."""
        claim = self._known.claims.get(event.claim) if event.claim else None
        if claim is not None and claim.claim.modality == "predicted":
            return {claim.source_actor} if claim.source_actor else set()
        return {actor for actor in (*event.actors, claim.source_actor if claim else None) if actor}

    def _topics(self, actor: Actor) -> Iterator[Topic]:
        """Statements by what they are about, the topics with most first, each in the order of publication."""
        found: dict[tuple[str, str | None], list[Statement]] = defaultdict(list)
        claims = self._said.get(actor.id, [])
        common = Counter(name for claim in claims for name in set(self._names_in(claim)) - {actor.name})
        for claim in claims:
            found[self._topic(claim, common)].append(self._statement(claim))
        by_size = sorted(found.items(), key=lambda item: (item[0][0] == OTHER, -len(item[1]), item[0][0]))
        for (name, incident), statements in by_size:
            ordered = sorted(statements, key=lambda s: (s.published or "9999", s.claim.id))
            yield Topic(name, incident, tuple(ordered))

    def _statement(self, claim: CaseClaim) -> Statement:
        known = self._known
        published = known.published(known.reports[claim.report])
        return Statement(claim, published, known.quoted(claim.report, claim.claim.content[0]))

    def _topic(self, claim: CaseClaim, common: Counter[str]) -> tuple[str, str | None]:
        """The incident that it tells of and most reports tell too; else whom or what he names most often."""
        incidents = [self._known.incident_of[e] for e in claim.events if e in self._known.incident_of]
        if incidents:
            most = max(incidents, key=lambda incident: (len(incident.reports), incident.id))
            return self._known.title(most), most.id
        names = [name for name in self._names_in(claim) if name in common]
        return (max(names, key=lambda name: (common[name], name)), None) if names else (OTHER, None)

    def _names_in(self, claim: CaseClaim) -> Iterator[str]:
        """The actors with a name that the words name."""
        for mention in self._known.reports[claim.report].reading.mentions:
            if mention.chain is not None and any(span.holds(mention.span) for span in claim.claim.content):
                actor = self._known.actors.get(self._actor_of.get((claim.report, mention.chain), ""))
                if actor is not None and actor.named:
                    yield actor.name

    def _announcements(self, actor: Actor) -> Iterator[Announcement]:
        known, held = self._known, set[str]()
        for followup in self._announced.get(actor.id, ()):
            event = known.events[followup.event]
            claim = known.claims.get(event.claim) if event.claim else None
            held |= {event.claim} if event.claim else set()
            kind = ANNOUNCING.get(claim.claim.modality, "") if claim else ""
            kind = "threat" if event.event.type == "THREATEN" else kind or "plan"
            yield self._announcement(kind, event.report, event, followup)
        for claim in self._said.get(actor.id, ()):
            if claim.claim.modality == "predicted" and claim.id not in held:
                quote = known.quoted(claim.report, claim.claim.content[0])
                published = known.published(known.reports[claim.report])
                yield Announcement("prediction", None, None, published, quote, _condition(quote))

    def _announcement(self, kind: str, report: str, event: CaseEvent, followup: Followup) -> Announcement:
        quote = self._known.event_quote(event)
        published = self._known.published(self._known.reports[report])
        return Announcement(kind, event, followup, published, quote, _condition(quote))


def _condition(quote: Quote) -> str | None:
    """The words of the sentence that set a condition, to its next stop."""
    said = quote.before + quote.words + quote.after
    found = _conditions().search(said)
    return re.split(r"[.;!?”\"]|, (?=and|but|he|she|they)\b", said[found.start() :])[0].strip() if found else None


@cache
def _conditions() -> re.Pattern[str]:
    return re.compile(load_yaml("followups.yaml")["conditions"] + r"|\bunless\b|\bas long as\b", re.IGNORECASE)


def outcomes(announcements: Sequence[Announcement]) -> str:
    """ "2 carried-out, 1 not-seen" """
    counts = Counter(a.followup.outcome for a in announcements if a.followup)
    return ", ".join(f"{number} {outcome}" for outcome, number in sorted(counts.items()))
