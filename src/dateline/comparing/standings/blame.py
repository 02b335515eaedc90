"""Who is said to have done it, in so many words? Finds whom reports blame for a happening, and who says not we."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import yaml

from dateline.comparing.standings.speakers import Tellers, accuses_its_subject
from dateline.language.names import fold
from dateline.model.case import CaseClaim, CaseEvent
from dateline.model.mention import Mention
from dateline.model.reading import ReadReport
from dateline.model.span import Span

_WORDS = yaml.safe_load(files(__package__).joinpath("sides.yaml").read_text("utf-8"))
_BLAME = re.compile(rf"\b(?:{'|'.join(_WORDS['blame'])})", re.IGNORECASE)
_AUTHORSHIP = re.compile(rf"\b(?:{'|'.join(_WORDS['authorship'])})", re.IGNORECASE)
_MUTUAL = re.compile(rf"\b(?:{'|'.join(_WORDS['mutual'])})", re.IGNORECASE)
_CARRIED_OUT = re.compile(rf"\b(?:{'|'.join(_WORDS['carried_out'])})\s+$", re.IGNORECASE)
# "an attack (in Varenia)": where it was is nobody who did it.
_WHERE = re.compile(r"\b(?:in|at|near|on|from|to|into|across)\s+(?:the\s+)?$", re.IGNORECASE)
_ITS_DEED = re.compile(r"\s(?:of|for|over|after)\s")
_NEAR = 60
# What people are blamed for by place and day; words and deals are told with their actors.
VIOLENCE = frozenset({"ASSAULT", "COERCE"})


@dataclass(frozen=True, slots=True)
class Blame:
    """One telling of who did it. about: the event that it speaks of; told_by: the event that does the blaming, the
    same where there is none of its own. actor: who is blamed or speaks for himself; teller: the key of whose word it
    is; denied: whether it says that this actor did not do it."""

    about: str
    told_by: str
    actor: str
    teller: str
    denied: bool = False


def find_blame(
    events: Sequence[CaseEvent],
    reports: Mapping[str, ReadReport],
    claims: Mapping[str, Sequence[CaseClaim]],
    tellers: Tellers,
) -> dict[str, list[Blame]]:
    """Event id -> who is blamed for it. claims: by report id."""
    by_report: dict[str, list[CaseEvent]] = {}
    for event in events:
        by_report.setdefault(event.report, []).append(event)
    found: dict[str, list[Blame]] = {}
    for report, of_report in by_report.items():
        violent = [e for e in of_report if e.event.type in VIOLENCE and e.event.status in ("actual", "negated")]
        if violent:
            scene = _Scene(reports[report], violent, of_report, tellers)
            for blame in scene.blames(claims.get(report, ())):
                found.setdefault(blame.about, []).append(blame)
    return found


@dataclass(frozen=True, slots=True)
class _Scene:
    """One report's violence, and all its events."""

    report: ReadReport
    violent: Sequence[CaseEvent]
    events: Sequence[CaseEvent]
    tellers: Tellers

    def blames(self, claims: Sequence[CaseClaim]) -> list[Blame]:
        """By its claims, then by acts of blaming that are no claims, then by "carried out the attack"."""
        found = [self._by_claim(claim) for claim in claims]
        cues = [claim.claim.cue for claim in claims if claim.claim.cue is not None]
        found += [
            self._by_event(event)
            for event in self.events
            if event.event.type == "ACCUSE" and not any(cue.overlaps(event.event.trigger) for cue in cues)
        ]
        found += [self._carried_out(event) for event in self.events]
        return [*(blame for blame in found if blame is not None), *self._mutual()]

    def _carried_out(self, event: CaseEvent) -> Blame | None:
        """ "The Varenian army carried out the operation": it did what was told before."""
        trigger = event.event.trigger
        start = max(0, trigger.start - _NEAR)
        found = _CARRIED_OUT.search(self.report.report.text[start : trigger.start])
        before = [e for e in self.violent if e.event.trigger.end < trigger.start and e.id != event.id]
        if found is None or not before or event.event.status != "actual":
            return None
        doers = zip(event.event.actor, event.actors, strict=True)
        done_by = [(one.span.end, actor) for one, actor in doers if actor and one.span.end <= start + found.start()]
        if not done_by:
            return None
        return Blame(before[-1].id, event.id, max(done_by)[1], self.tellers.of_event(event, self.report).key)

    def _mutual(self) -> Iterator[Blame]:
        """ "The army and the separatists accused each other": each is blamed, on the other's word."""
        reading = self.report.reading
        for cue in (Span.cut(reading.text, *found.span()) for found in _MUTUAL.finditer(reading.text)):
            begin = next((s.start for s in reading.sentences if s.holds(cue)), cue.start)
            before = [m for m in reading.mentions if begin <= m.span.start < cue.start]
            single = [m for m in before if not self._is_pair(m)]
            outer = [m for m in single if not any(o.span != m.span and o.span.holds(m.span) for o in single)]
            chains = [m.chain for m in sorted(outer, key=lambda m: m.span)]
            sides = [self.tellers.who.actor_of.get((self.report.report.id, c)) for c in chains if c is not None]
            two = [side for side in dict.fromkeys(sides) if side is not None][-2:]
            about = self._about(cue, ())
            if len(two) == 2 and about is not None:
                for blamed, blamer in (two, two[::-1]):
                    yield Blame(about.id, about.id, blamed, f"actor {blamer}")

    def _is_pair(self, mention: Mention) -> bool:
        """Whether one mention holds both sides: "the army and the separatists"."""
        begin, _, end = mention.span.text.partition(" and ")
        inner = [m.span for m in self.report.reading.mentions if m.chain is not None and m.chain != mention.chain]
        middle = mention.span.start + len(begin)
        first = any(span.start >= mention.span.start and span.end == middle for span in inner)
        return bool(end) and first and any(middle < span.start and span.end == mention.span.end for span in inner)

    def _by_claim(self, claim: CaseClaim) -> Blame | None:
        cue, content = claim.claim.cue, claim.claim.content
        if cue is None or not content:
            return None
        if claim.claim.modality == "denied":
            return self._disclaimed(claim, cue)
        if accuses_its_subject(claim):
            accused = claim.source_actor
        else:
            accused = self._first_actor(content, claim.source_actor) if _BLAME.search(cue.text) else None
        about = self._about(cue, content)
        if accused is None or about is None:
            return None
        teller = self.tellers.of_claim(claim, self.report)
        told_by = next((e.id for e in self.events if e.event.trigger.overlaps(cue)), about.id)
        return Blame(about.id, told_by, accused, teller.key)

    def _disclaimed(self, claim: CaseClaim, cue: Span) -> Blame | None:
        """ "The Harbour Guild denied responsibility": it says that it was not the Guild."""
        said = " ".join(span.text for span in claim.claim.content)
        about = self._about(cue, claim.claim.content) if _AUTHORSHIP.search(said) else None
        if about is None or claim.source_actor is None:
            return None
        teller = self.tellers.of_claim(claim, self.report)
        return Blame(about.id, about.id, claim.source_actor, teller.key, denied=True)

    def _by_event(self, event: CaseEvent) -> Blame | None:
        if event.event.mode not in (None, "allege") or not _BLAME.search(event.event.trigger.text):
            return None
        accused = next((actor for actor in event.recipients if actor is not None), None)
        about = self._about(event.event.trigger, ())
        if accused is None or about is None:
            return None
        blamers = [actor for actor in event.actors if actor is not None]
        teller = f"actor {blamers[0]}" if blamers else self.tellers.of_event(event, self.report).key
        return Blame(about.id, event.id, accused, teller)

    def _about(self, cue: Span, content: Sequence[Span]) -> CaseEvent | None:
        """The violence that the content tells of; else what was told last before; else what comes next."""
        inside = [e for e in self.violent if any(span.holds(e.event.trigger) for span in content)]
        before = [e for e in self.violent if e.event.trigger.start < cue.start]
        return next(iter([*inside, *reversed(before), *self.violent]), None)

    def _first_actor(self, content: Sequence[Span], speaker: str | None) -> str | None:
        """The first of those whom the content names who is not the speaker."""
        for mention in sorted(self.report.reading.mentions, key=lambda m: m.span):
            where = _WHERE.search(self.report.report.text[max(0, mention.span.start - _NEAR) : mention.span.start])
            if mention.chain is not None and not where and any(span.holds(mention.span) for span in content):
                actor = self.tellers.who.actor_of.get((self.report.report.id, mention.chain))
                if actor is not None and actor != speaker:
                    return actor
        return self._called(content[0].text)

    def _called(self, words: str) -> str | None:
        """Whom "the army", "the movement (of shelling the town)" means: the only one of the report so called."""
        called = fold(_ITS_DEED.split(words, maxsplit=1)[0]).split()
        names = [fold(chain.name).split() for chain in self.report.reading.chains]
        same = [index for index, name in enumerate(names) if called and name[-len(called) :] == called]
        return self.tellers.who.actor_of.get((self.report.report.id, same[0])) if len(same) == 1 else None
