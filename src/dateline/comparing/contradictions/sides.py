"""How is a contradiction written down? Its sides, each with its words, its claims and its events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from dateline.comparing.contradictions.lexicon import words_of
from dateline.comparing.contradictions.material import Material
from dateline.model.actor import Evidence
from dateline.model.case import CaseClaim, CaseEvent, Contradiction, Side
from dateline.model.identity import id_of
from dateline.model.span import Span

# Longer evidence is a page and no quotation; then the sentence of the trigger stands for it.
LONGEST = 600
# Fewer words of a claim's content say nothing to a reader.
LEAST_WORDS = 3

_Finding = TypeVar("_Finding", CaseClaim, CaseEvent)


def side(
    material: Material,
    claims: Iterable[CaseClaim] = (),
    events: Iterable[CaseEvent] = (),
    words: Iterable[Evidence] = (),
) -> Side:
    """A side made of claims (their contents), events (their claim or sentence) and other words."""
    claims, events = _ordered(material, claims), _ordered(material, events)
    evidence = [*words]
    for claim in claims:
        evidence += _said(material, claim)
    evidence += [told(material, event) for event in events]
    return Side(
        tuple(dict.fromkeys(c.id for c in claims)),
        tuple(dict.fromkeys(e.id for e in events)),
        tuple(sorted(set(evidence), key=lambda e: (material.order[e.report], e.span))),
    )


def _said(material: Material, claim: CaseClaim) -> list[Evidence]:
    """The contents of a claim; its sentence where they are a mere word or two ("it", "the army")."""
    spans = [span for span in claim.claim.content if len(span.text) <= LONGEST]
    if sum(len(words_of(span.text)) for span in spans) < LEAST_WORDS:
        spans = [material.sentence(claim.report, claim.claim.cue or claim.claim.content[0])]
    return [Evidence(claim.report, span) for span in spans]


def told(material: Material, event: CaseEvent) -> Evidence:
    """The words that tell of an event: the content of its claim, else its sentence."""
    claim = material.claims.get(event.claim) if event.claim else None
    for span in claim.claim.content if claim else ():
        if span.holds(event.event.trigger) and len(span.text) <= LONGEST:
            return Evidence(event.report, span)
    sentence = material.sentence(event.report, event.event.trigger)
    return Evidence(event.report, sentence if len(sentence.text) <= LONGEST else event.event.trigger)


def contradiction(kind: str, topic: str, sides: Sequence[Side], why: str) -> Contradiction:
    """The contradiction with its id: the hash of its kind and of the words on its sides."""
    said = [f"{e.report}:{e.span.start}:{e.span.end}" for s in sides for e in s.evidence]
    of = [item for s in sides for item in (*s.claims, *s.events)]
    return Contradiction(id_of("contradiction", kind, *said, *of), kind, topic, tuple(sides), why)


def quoted(spans: Iterable[Span]) -> str:
    """The first words of some spans, for a sentence to the reader."""
    text = " … ".join(" ".join(s.text.split()).strip("\"“”' ,") for s in spans)
    return f"“{text if len(text) <= 160 else text[:157].rsplit(' ', 1)[0] + ' …'}”"


def _ordered(material: Material, items: Iterable[_Finding]) -> list[_Finding]:
    unique = {item.id: item for item in items}
    return sorted(unique.values(), key=lambda item: (material.order[item.report], item.index))
