"""What is said to have happened? An event is one report's telling of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from dateline.model.report import Basis
from dateline.model.span import NumberSpan, Span

PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE",
    "COOPERATE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER manual 0.8: verbal cooperation, material cooperation, verbal conflict, material conflict."""

MODES: dict[str, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip

STATUSES = ("actual", "future", "hypothetical", "negated")
AFFECTED = ("missing", "captured", "displaced")
COUNTED = ("killed", "injured", *AFFECTED)
"""What befell the people that an event counts."""
ROLES = ("actor", "recipient", "place", "date", "weapon", "killed", "injured")


@dataclass(frozen=True, slots=True)
class Participant:
    """A filler of actor or recipient: its words, and the chain that it stands for (None if unknown)."""

    span: Span
    chain: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One telling of something that happened, will, might or did not.

    place: the words; place_indices: the reading's places that they were resolved to, same order (None: unresolved).
    begin, end, date_basis: the interval in days that the event is dated to: STATED (a date in words), RELATIVE
        ("Tuesday", resolved against the date of publication), PUBLISHED (no time said; the report's own day is the
        latest), None where unknown.
    claim: index of the innermost claim whose content holds the trigger.
    missing, captured, displaced: numbers of people who are missing since, were taken (arrested, abducted, made
        prisoners) or had to leave their homes; only where a number is said.
    """

    trigger: Span
    type: str
    mode: str | None
    status: str
    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    place: tuple[Span, ...] = ()
    place_indices: tuple[int | None, ...] = ()
    date: tuple[Span, ...] = ()
    begin: datetime.date | None = None
    end: datetime.date | None = None
    date_basis: Basis | None = None
    weapon: tuple[Span, ...] = ()
    killed: tuple[NumberSpan, ...] = ()
    injured: tuple[NumberSpan, ...] = ()
    claim: int | None = None
    confidence: float = field(default=1.0)
    missing: tuple[NumberSpan, ...] = ()
    captured: tuple[NumberSpan, ...] = ()
    displaced: tuple[NumberSpan, ...] = ()

    @property
    def numbers(self) -> tuple[NumberSpan, ...]:
        """All numbers of people, by what befell them."""
        return tuple(number for kind in COUNTED for number in getattr(self, kind))

    def to_dict(self) -> dict[str, object]:
        return {
            "trigger": self.trigger.to_dict(),
            "type": self.type,
            "mode": self.mode,
            "status": self.status,
            "actor": [p.span.to_dict() for p in self.actor],
            "recipient": [p.span.to_dict() for p in self.recipient],
            "place": [s.to_dict() for s in self.place],
            "date": [s.to_dict() for s in self.date],
            "begin": self.begin.isoformat() if self.begin else None,
            "end": self.end.isoformat() if self.end else None,
            "date_basis": self.date_basis,
            "weapon": [s.to_dict() for s in self.weapon],
            "killed": [n.to_dict() for n in self.killed],
            "injured": [n.to_dict() for n in self.injured],
            **{kind: [n.to_dict() for n in getattr(self, kind)] for kind in AFFECTED},
            "claim": self.claim,
        }
