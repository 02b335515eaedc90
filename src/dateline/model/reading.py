"""What does one report say? A reading is all that was found in one text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.mention import Chain, Mention
from dateline.model.place import Place
from dateline.model.report import Report
from dateline.model.span import Span
from dateline.model.time import Time


@dataclass(frozen=True, slots=True)
class Relation:
    """Two entities of one report and how its words relate them.

    type: renamed-to, also-known-as, part-of, leads, member-of, ally, rival, split-from, supports, supplies, opposes.
    subject, object: chains of the same reading ("X leads Y": X is the subject; "X, renamed Y": X the old name).
    begin, end: days between which the words say that it holds, None where they do not.
    evidence: the words that say so. claim: index of the claim that holds them.
    """

    type: str
    subject: int
    object: int
    evidence: Span
    begin: date | None = None
    end: date | None = None
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one text; indices in claims, mentions, events and relations point within it.

    published: the day that relative times were resolved against, None when unknown.
    """

    text: str
    published: date | None
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    relations: tuple[Relation, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The JSON form of the contract, part 1."""
        return {
            "text": self.text,
            "sentences": [{"start": s.start, "end": s.end} for s in self.sentences],
            "mentions": [m.to_dict() for m in self.mentions],
            "claims": [c.to_dict() for c in self.claims],
            "events": [e.to_dict() for e in self.events],
            "times": [t.to_dict() for t in self.times],
            "places": [p.to_dict() for p in self.places],
        }


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with its reading; reports in other languages have an empty one."""

    report: Report
    reading: Reading
