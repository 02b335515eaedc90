"""Attack or accident? Somebody says that what others tell as an attack was something else, or had another cause."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files

import yaml

from dateline.comparing.standings.origins_counted import Ledger
from dateline.comparing.standings.speakers import Tellers
from dateline.model.case import CaseClaim, CaseEvent
from dateline.model.reading import ReadReport

_WORDS = yaml.safe_load(files(__package__).joinpath("sides.yaml").read_text("utf-8"))
_OTHER = re.compile("|".join(_WORDS["other_causes"]), re.IGNORECASE)
_ATTACK = re.compile("|".join(_WORDS["attacks"]), re.IGNORECASE)
# "Ruled out an accident", "was no hoax": that is none of those who say so.
_NOT = re.compile(
    r"\b(?:no|not|nobody|never|ruled? out|rules out|den(?:y|ies|ied)|rather than|\w+n['’]t)\b[^.;]*$", re.IGNORECASE
)


def find_other_causes(
    said: Sequence[CaseEvent],
    claims: Mapping[str, Sequence[CaseClaim]],
    reports: Mapping[str, ReadReport],
    tellers: Tellers,
    ledger: Ledger,
) -> list[CaseEvent]:
    """The events within claims of another cause, where others than those who claim it tell of an attack.

    said: the events that tell of the happening; claims: by report.
    """
    attacks = {ledger.of_event[e.id] for e in said if _is_attack(e, reports[e.report])}
    by_id = {event.id: event for event in said}
    found: dict[str, CaseEvent] = {}
    for report in dict.fromkeys(event.report for event in said):
        for claim in claims.get(report, ()):
            held = [by_id[event] for event in claim.events if event in by_id]
            if held and _gives_other_cause(claim):
                origin = ledger.origin(tellers.of_claim(claim, reports[report]).key)
                found |= {event.id: event for event in held[-1:] if attacks - {origin}}
    return list(found.values())


def _is_attack(event: CaseEvent, read: ReadReport) -> bool:
    """By what it is called, in a sentence that gives no other cause."""
    trigger = event.event.trigger
    sentence = next((s.text for s in read.reading.sentences if s.holds(trigger)), trigger.text)
    return bool(_ATTACK.search(trigger.text)) and not _OTHER.search(sentence)


def _gives_other_cause(claim: CaseClaim) -> bool:
    if claim.claim.modality == "denied":
        return False
    texts = [content.text for content in claim.claim.content]
    return any(not _NOT.search(text[: cause.start()]) for text in texts for cause in _OTHER.finditer(text))
