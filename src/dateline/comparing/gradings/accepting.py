"""Who says that it was he? Finds the words in which a belligerent accepts responsibility for an incident."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.lexicons import load_yaml
from dateline.model.actor import Actor, Evidence
from dateline.model.case import CaseClaim, CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.span import Span

# "The Guild claimed responsibility" stands in the sentence of the deed or in one of the next two.
SENTENCES_ON = 2
ONE_PARTY = frozenset({"leads", "member-of", "part-of", "also-known-as", "renamed-to"})
_WORDS_OF_ITS_OWN = frozenset({"said", "confirmed"})


class Acceptances:
    """Who accepts responsibility, over a case."""

    def __init__(self, reports: Sequence[ReadReport], claims: Sequence[CaseClaim], actors: Sequence[Actor]) -> None:
        self._reports = {read.report.id: read for read in reports}
        self._claims = {claim.id: claim for claim in claims}
        self._actors = {actor.id: actor for actor in actors}
        self._actor_of = {chain: actor.id for actor in actors for chain in actor.chains}
        self._party: dict[str, set[str]] = defaultdict(set)
        for actor in actors:
            self._party[actor.id] |= {r.other for r in actor.relations if r.type in ONE_PARTY} | {actor.id}

    def of(self, events: Sequence[CaseEvent]) -> list[tuple[str, Evidence]]:
        """The actors that say it was they, each with the words; events: the incident's."""
        found = [*self._telling_of_themselves(events), *self._claiming(events)]
        return list({actor: (actor, evidence) for actor, evidence in reversed(found)}.values())[::-1]

    def _telling_of_themselves(self, events: Sequence[CaseEvent]) -> Iterator[tuple[str, Evidence]]:
        """ "We shelled the depot, a Guild spokesman said": the doer is the speaker, or whom he speaks for."""
        for event in events:
            claim = self._claims.get(event.claim) if event.claim else None
            if claim is None or event.event.status != "actual" or claim.claim.modality not in _WORDS_OF_ITS_OWN:
                continue
            speaking = self._speaking(claim)
            for participant, actor in zip(event.event.actor, event.actors, strict=True):
                # The doer stands in what is said: "its troops", "we"; the speaker's own name before "said" is no doer.
                is_told = any(content.holds(participant.span) for content in claim.claim.content)
                if is_told and actor is not None and actor in speaking and self._actors[actor].named:
                    yield actor, Evidence(event.report, self._sentence(event.report, event.event.trigger))

    def _speaking(self, claim: CaseClaim) -> set[str]:
        """The speaker, those whom his description names, and of what they are part."""
        source = claim.claim.source
        near = set(self._named_in(claim.report, source)) if source else set()
        speakers = near | ({claim.source_actor} if claim.source_actor else set())
        return {other for speaker in speakers for other in self._party.get(speaker, {speaker})}

    def _claiming(self, events: Sequence[CaseEvent]) -> Iterator[tuple[str, Evidence]]:
        """ "The Guild claimed responsibility." """
        for event in events:
            for sentence in self._sentences_from(event):
                claimed = _responsible().search(sentence.text)
                if claimed and not _nobody().search(sentence.text[: claimed.end()]):
                    before = Span.cut(sentence.text, 0, claimed.start())
                    stretch = Span(sentence.start, sentence.start + before.end, before.text)
                    named = [a for a in self._named_in(event.report, stretch) if self._actors[a].named]
                    if named:
                        yield named[-1], Evidence(event.report, sentence)

    def _sentences_from(self, event: CaseEvent) -> Sequence[Span]:
        sentences = self._reports[event.report].reading.sentences
        number = bisect_right(sentences, event.event.trigger.start, key=lambda s: s.start) - 1
        return sentences[max(0, number) : number + 1 + SENTENCES_ON]

    def _sentence(self, report: str, at: Span) -> Span:
        sentences = self._reports[report].reading.sentences
        number = bisect_right(sentences, at.start, key=lambda s: s.start) - 1
        return sentences[number] if number >= 0 else at

    def _named_in(self, report: str, stretch: Span) -> list[str]:
        mentions = sorted(self._reports[report].reading.mentions, key=lambda mention: mention.span)
        chains = [m.chain for m in mentions if m.chain is not None and stretch.holds(m.span)]
        return [self._actor_of[report, chain] for chain in chains if (report, chain) in self._actor_of]


@cache
def _responsible() -> re.Pattern[str]:
    words = load_yaml("gradings.yaml")
    return re.compile(f"{words['responsible']}|{words['claims_deed']}", re.IGNORECASE)


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(load_yaml("gradings.yaml")["nobody"], re.IGNORECASE)
