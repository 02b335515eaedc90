"""What do many reports say together? The nouns of a compared case; each carries the ids it was concluded from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.model.actor import Actor, Evidence
from dateline.model.claim import Claim
from dateline.model.decision import Decision, Ruling, Suggestion
from dateline.model.document import Problem
from dateline.model.event import Event
from dateline.model.grading import Grading
from dateline.model.identity import id_of
from dateline.model.omissions import Omissions
from dateline.model.reading import ReadReport
from dateline.model.report import Basis


@dataclass(frozen=True, slots=True)
class CaseClaim:
    """A claim of one report, placed in the case.

    index: its index in the report's reading; inside: id of the enclosing claim; source_actor: id of the speaker.
    via: ids of the tellers between the speaker and the reader, nearest to the fact first; never the speaker himself.
    events: ids of the events that its content holds.
    rejected: number of the decision by which a person calls it misread; then nothing is concluded from it.
    """

    id: str
    report: str
    index: int
    claim: Claim
    source_actor: str | None
    inside: str | None
    via: tuple[str, ...]
    events: tuple[str, ...]
    rejected: int | None = None


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """An event of one report, placed in the case.

    actors, recipients: actor ids, same order and length as the event's participants (None: unknown).
    places: place ids, same order and length as the event's place spans (None: unresolved).
    begin, end, date_basis: as in the event; INFERRED where the report's own date was inferred.
    rejected: as of a claim.
    """

    id: str
    report: str
    index: int
    event: Event
    actors: tuple[str | None, ...]
    recipients: tuple[str | None, ...]
    places: tuple[str | None, ...]
    begin: date | None
    end: date | None
    date_basis: Basis | None
    claim: str | None
    rejected: int | None = None


@dataclass(frozen=True, slots=True)
class CasePlace:
    """A spot on the map that events of the case name. precision: exact, town, region or country."""

    id: str
    name: str
    geonameid: int | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Passages that several reports share.

    kind: "verbatim", "near" or "quote" (only the words of a speaker are shared).
    spans: the shared passage in each report. origin: who told it first, by name, None if unknown.
    why: a plain sentence that says how the origin and direction were told.
    """

    reports: tuple[str, ...]
    kind: str
    spans: tuple[Evidence, ...]
    origin: str | None
    why: str = ""

    @property
    def id(self) -> str:
        """A stable id: the hash of its kind and of where its words stand."""
        return id_of("passage", self.kind, *(f"{e.report}:{e.span.start}:{e.span.end}" for e in self.spans))


@dataclass(frozen=True, slots=True)
class Range:
    """min, best and max of a count by a named rule; best is None when the rule picks none."""

    min: int
    best: int | None
    max: int | None
    rule: str = "acled"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number on somebody's word: a line of the casualty ledger.

    quantity: one of COUNTED (model/event.py). low, high: its bounds, as in NumberSpan. words: the characters that state
    it.
    whom: the report's words for those whom it counts, None where not said; group: these as a group of
    lexicons/casualties.yaml ("civilians"); side: id of the body whose people they are.
    as_of: the day that it holds for, that of its report; event: the telling that it belongs to; origin: whose word it
    is, by name, None for nobody known.
    counted: whether it makes the incident's range; why: why not, or what else is to be said of it ("stale: 15 on …").
    """

    quantity: str
    low: int | None
    high: int | None
    words: Evidence
    whom: str | None
    group: str | None
    side: str | None
    as_of: date | None
    event: str
    origin: str | None
    counted: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a rule makes of an incident's figures; best is None when the rule picks none."""

    quantity: str
    rule: str
    best: int | None


@dataclass(frozen=True, slots=True)
class ContestedValue:
    """One side's value of a contested attribute: actor ids for actors, else what is said, in words or digits."""

    value: str
    events: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Contested:
    """An attribute on which tellings differ: actor, killed, injured, place, date or happened."""

    attribute: str
    values: tuple[ContestedValue, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """How one report comes to tell of an incident: outlet ← agency ← speaker, a line of the origin ledger.

    outlet: who published the report, None when unknown. chain: the tellers behind the outlet by name, nearest to the
    reader first and the speaker last; empty for the outlet's own word. origin: whose word it is in the end, a key in
    the incident's `origin_keys`; None when nobody is known, so that it adds no origin. why: a plain sentence that says
    why it is or is not an origin of its own. events: ids of the events that are told through this chain.
    """

    report: str
    outlet: str | None
    chain: tuple[str, ...]
    origin: str | None
    why: str
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedReport:
    """A report that is likely about an incident, though it tells of no act of it: an inference, no telling.

    likelihood: 0 to 1. why: plain sentences that say what it shares with the reports that tell of it.
    """

    report: str
    likelihood: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """A happening in the world: the events of one or several reports that tell of it.

    origins: number of independent first-hand tellers; standing: corroborated, single-origin, contested or denied.
    why: plain sentences that say why these events are one and why the standing is what it is.
    origin_keys: a name per counted origin ("AFP", "Russian Foreign Ministry"), for the origin ledger.
    tellings: the origin ledger itself, a line for each chain of tellers of each report.
    figures: the casualty ledger, a line for each number; estimates: the best number by each rule.
    about: ids of the inquiries, charges and condemnations that are about it; they are no tellings of it.
    related: other reports that are likely about it; they count for nothing in it.
    missing, captured, displaced: how many people are missing since, were taken, or had to leave their homes.
    decided: numbers of the decisions of people that shaped it.
    """

    id: str
    type: str
    mode: str | None
    begin: date | None
    end: date | None
    places: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    killed: Range | None
    injured: Range | None
    events: tuple[str, ...]
    reports: tuple[str, ...]
    origins: int
    standing: str
    contested: tuple[Contested, ...]
    why: tuple[str, ...] = ()
    origin_keys: tuple[str, ...] = ()
    tellings: tuple[Telling, ...] = ()
    figures: tuple[Figure, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    about: tuple[str, ...] = ()
    related: tuple[RelatedReport, ...] = ()
    decided: tuple[int, ...] = ()
    missing: Range | None = None
    captured: Range | None = None
    displaced: Range | None = None

    @property
    def all_events(self) -> tuple[str, ...]:
        """Those that tell of it and those that are about it."""
        return self.events + self.about


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction."""

    claims: tuple[str, ...]
    events: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """kind: same-speaker, between-sources or denial. topic: a few words on what it is about."""

    id: str
    kind: str
    topic: str
    sides: tuple[Side, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Followup:
    """What became of a threat, vow, announced plan or prediction. outcome: carried-out, not-seen or expired.

    window: first and last day within which it was to happen. by: ids of the events that carry it out.
    """

    event: str
    window: tuple[date, date] | None
    outcome: str
    by: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was concluded across the reports of a case."""

    claims: tuple[CaseClaim, ...] = ()
    events: tuple[CaseEvent, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[CasePlace, ...] = ()
    incidents: tuple[Incident, ...] = ()
    copies: tuple[Copies, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    followups: tuple[Followup, ...] = field(default=())
    omissions: tuple[Omissions, ...] = ()
    gradings: tuple[Grading, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in a case: the reports as they were read (dates inferred by comparing included), what was concluded
    across them, what could not be read, and what people decided.

    reliability: a person's judgement of outlets and other tellers, by name: letters of the Admiralty code
    (model/grading.py). It is never concluded by the program.
    """

    reports: tuple[ReadReport, ...]
    comparison: Comparison
    problems: tuple[Problem, ...] = ()
    reliability: tuple[tuple[str, str], ...] = ()
    decisions: tuple[Decision, ...] = ()
