"""What stands on each page? Puts the nouns of a case together the way a reader looks at them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from dateline.exports.dossier.map import Spot
from dateline.exports.dossier.words import Bit, Found, anchor, cut
from dateline.model.actor import Actor, Evidence
from dateline.model.case import (
    CaseClaim,
    CaseEvent,
    CasePlace,
    Contents,
    Contradiction,
    Copies,
    Figure,
    Followup,
    Incident,
)
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span

STANDING_ORDER = ("contested", "corroborated", "denied", "single-origin")
Noun = TypeVar("Noun")
QUOTE = 260  # characters of a sentence around a trigger


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, cut in three so that the middle can stand out, with a link to them."""

    report: str
    before: str
    words: str
    after: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of an incident. chain: who says so, the nearest to the fact first."""

    event: CaseEvent
    report: ReadReport
    quote: Quote
    chain: tuple[str, ...]


@dataclass
class Dossier:
    """A case with the look-ups that its pages need."""

    contents: Contents
    actors: dict[str, Actor] = field(init=False)
    places: dict[str, CasePlace] = field(init=False)
    reports: dict[str, ReadReport] = field(init=False)
    events: dict[str, CaseEvent] = field(init=False)
    claims: dict[str, CaseClaim] = field(init=False)
    incident_of: dict[str, Incident] = field(init=False)

    def __post_init__(self) -> None:
        found = self.contents.comparison
        self.actors = {actor.id: actor for actor in found.actors}
        self.places = {place.id: place for place in found.places}
        self.reports = {read.report.id: read for read in self.contents.reports}
        self.events = {event.id: event for event in found.events}
        self.claims = {claim.id: claim for claim in found.claims}
        self.incident_of = {event: incident for incident in found.incidents for event in incident.events}
        self._claims_of = _grouped((claim.report, claim) for claim in found.claims)
        self._events_of = _grouped((event.report, event) for event in found.events)
        self._copies_of = _grouped((report, copies) for copies in found.copies for report in copies.reports)
        self._linked = _grouped((words.report, words.span) for words in self._all_evidence())
        self._followup_of = {followup.event: followup for followup in found.followups}

    # Incidents

    def incidents(self) -> list[Incident]:
        """Those most looked at first: in dispute, then told by most origins."""
        return sorted(
            self.contents.comparison.incidents,
            key=lambda i: (
                STANDING_ORDER.index(i.standing) if i.standing in STANDING_ORDER else 9,
                -len(i.reports),
                str(i.begin or i.end or "9999"),
                i.id,
            ),
        )

    def title(self, incident: Incident) -> str:
        """What happened, in a line: "ASSAULT (aerial): Aron Vell, near Brenik"."""
        kind = incident.type.capitalize() + (f" ({incident.mode})" if incident.mode else "")
        who = " and ".join(self._best_names(incident.actors))
        whom = " and ".join(self._best_names(incident.recipients))
        about = " → ".join(part for part in (who, whom) if part)
        where = ", ".join(self.places[place].name for place in incident.places[:2])
        return f"{kind}: " * bool(about) + (about or kind) + (f", {where}" if where else "")

    def _best_names(self, ids: Sequence[str]) -> list[str]:
        """At most two names, proper ones first, none twice."""
        return [actor.name for actor in self.distinct(ids)][:2]

    def days(self, begin: date | None, end: date | None) -> str:
        if begin is None and end is None:
            return "date unknown"
        if begin == end:
            return f"{begin:%-d %B %Y}"
        if begin is None:
            return f"by {end:%-d %B %Y}"
        return f"{begin:%-d %b %Y} to {end:%-d %b %Y}" if end else f"from {begin:%-d %B %Y}"

    def tellings(self, incident: Incident) -> list[Telling]:
        """Every report's telling, by date of publication."""
        told = [self._telling(self.events[event]) for event in incident.events]
        return sorted(told, key=lambda t: (self.published(t.report) or "9999", t.event.id))

    def _telling(self, event: CaseEvent) -> Telling:
        read = self.reports[event.report]
        claim = self.claims.get(event.claim) if event.claim else None
        return Telling(event, read, self._quote(event.report, event.event.trigger), self.chain(claim))

    def chain(self, claim: CaseClaim | None) -> tuple[str, ...]:
        """The speaker and the tellers after him, by name."""
        if claim is None:
            return ()
        return (self.speaker(claim), *self.names(claim.via))

    def speaker(self, claim: CaseClaim) -> str:
        if claim.source_actor in self.actors:
            return self.actors[claim.source_actor].name
        return claim.claim.source.text if claim.claim.source else "not named"

    # Reports

    def outlet(self, read: ReadReport) -> str:
        return read.report.outlet or read.report.file.rpartition("/")[2]

    def headline(self, read: ReadReport) -> str:
        return read.report.title or " ".join(read.report.text[:80].split()) + "…"

    def published(self, read: ReadReport) -> str | None:
        return read.report.published.value if read.report.published else None

    def paragraphs(self, read: ReadReport) -> list[list[Bit]]:
        """The report's text with everything that was found in it."""
        return cut(read.report.text, list(self._found(read)), self._linked.get(read.report.id, ()))

    def claims_of(self, report: str) -> Sequence[CaseClaim]:
        return self._claims_of.get(report, ())

    def events_of(self, report: str) -> Sequence[CaseEvent]:
        return self._events_of.get(report, ())

    def copies_of(self, report: str) -> Sequence[Copies]:
        return self._copies_of.get(report, ())

    def _found(self, read: ReadReport) -> Iterator[Found]:
        for claim in self.claims_of(read.report.id):
            note = f"{self.speaker(claim)}: {claim.claim.modality} ({claim.claim.kind})"
            yield from (Found(span, "content", note) for span in claim.claim.content)
            if claim.claim.source:
                yield Found(claim.claim.source, "source", "who says so")
            if claim.claim.cue:
                yield Found(claim.claim.cue, "cue", "")
        for event in self.events_of(read.report.id):
            what = " ".join(filter(None, (event.event.type, event.event.mode, event.event.status)))
            yield Found(event.event.trigger, "trigger", f"{what}, {self.days(event.begin, event.end)}")
            for number in (*event.event.killed, *event.event.injured):
                yield Found(number, "number", bounds(number))
        for time in read.reading.times:
            yield Found(time.span, "time", time.value or "open: no date of publication")
        for place in read.reading.places:
            yield Found(place.span, "place", f"{place.name} ({place.precision}, {place.country or 'country unknown'})")

    def moment(self, value: str) -> str:
        """A stated time for readers: "5 March 2031, 07:15 +01:00"."""
        day, _, time = value.partition("T")
        shown = f"{date.fromisoformat(day):%-d %B %Y}"
        if not time:
            return shown
        zone = re.search(r"(?:[+-]\d\d:?\d\d|Z)$", time)
        return f"{shown}, {time[:5]}" + (f" {zone[0].replace('Z', 'UTC')}" if zone else "")

    # Actors

    def distinct(self, ids: Sequence[str]) -> list[Actor]:
        """Actors with proper names first; of the nameless ones with the same words only the first."""
        known = [self.actors[actor] for actor in ids if actor in self.actors]
        named = [actor for actor in known if actor.named]
        nameless = {actor.name.casefold(): actor for actor in reversed(known) if not actor.named}
        return [*named, *reversed(nameless.values())]

    def names(self, ids: Sequence[str]) -> list[str]:
        return [self.actors[actor].name for actor in ids if actor in self.actors]

    def said_by(self, actor: Actor) -> list[tuple[CaseClaim, Quote]]:
        """What the actor is quoted with, by date."""
        said = [claim for claim in self.contents.comparison.claims if claim.source_actor == actor.id]
        said.sort(key=lambda claim: (self.published(self.reports[claim.report]) or "9999", claim.id))
        return [(claim, self._quote(claim.report, claim.claim.content[0])) for claim in said if claim.claim.content]

    def done_by(self, actor: Actor) -> list[Incident]:
        return [i for i in self.incidents() if actor.id in i.actors]

    def suffered_by(self, actor: Actor) -> list[Incident]:
        return [i for i in self.incidents() if actor.id in i.recipients]

    def actors_shown(self) -> list[Actor]:
        """Actors by how much of the case they are in."""
        weight: dict[str, int] = defaultdict(int)
        for incident in self.contents.comparison.incidents:
            for actor in (*incident.actors, *incident.recipients):
                weight[actor] += len(incident.reports)
        for claim in self.contents.comparison.claims:
            weight[claim.source_actor or ""] += 1
        return sorted(self.actors.values(), key=lambda a: (not a.named, -weight[a.id] - len(a.relations), a.name, a.id))

    # Across

    def spots(self) -> list[Spot]:
        """Places with what happened there; of an incident's places the most precise ones, and no whole countries."""
        at: dict[str, list[Incident]] = defaultdict(list)
        for incident in self.contents.comparison.incidents:
            known = [self.places[place] for place in incident.places if self.places[place].lat is not None]
            for place in known:
                if place.precision != "country":
                    at[place.id].append(incident)
        return [Spot(self.places[place], tuple(incidents)) for place, incidents in at.items()]

    def days_shown(self) -> tuple[date, date] | None:
        """The days that the timeline spans: of the reports, and a while before them."""
        published = sorted(r.report.published.day for r in self.contents.reports if r.report.published)
        happened = sorted(i.begin for i in self.contents.comparison.incidents if i.begin)
        if not published:
            return (happened[0], happened[-1]) if happened else None
        early = [day for day in happened if (published[0] - day).days <= 60]
        late = [day for day in happened if (day - published[-1]).days <= 60]
        return min([published[0], *early]), max([published[-1], *late])

    def contradictions(self) -> Sequence[Contradiction]:
        return self.contents.comparison.contradictions

    def followups(self) -> list[tuple[Followup, CaseEvent]]:
        return [(f, self.events[f.event]) for f in self.contents.comparison.followups if f.event in self.events]

    def quote(self, evidence: Evidence) -> Quote:
        return self._quote(evidence.report, evidence.span)

    def event_quote(self, event: CaseEvent) -> Quote:
        return self._quote(event.report, event.event.trigger)

    def _quote(self, report: str, span: Span) -> Quote:
        """The words with the rest of their sentence, shortened."""
        reading = self.reports[report].reading
        sentence = next((s for s in reading.sentences if s.start <= span.start < s.end), span)
        left = max(sentence.start, span.start - QUOTE // 2)
        right = min(max(sentence.end, span.end), span.end + QUOTE // 2)
        text = self.reports[report].report.text
        return Quote(
            report,
            "…" * (left > sentence.start) + text[left : span.start],
            text[span.start : span.end],
            text[span.end : right] + "…" * (right < sentence.end),
            anchor(span),
        )

    def _all_evidence(self) -> Iterator[Evidence]:
        found = self.contents.comparison
        for actor in found.actors:
            for relation in actor.relations:
                yield from relation.evidence
        for copies in found.copies:
            yield from copies.spans
        for contradiction in found.contradictions:
            for side in contradiction.sides:
                yield from side.evidence


def bounds(number: NumberSpan | Figure) -> str:
    """What a number's words amount to: "12 or more", "3", "up to 9", "?" for a number that is not said."""
    if number.low is None and number.high is None:
        return "?"
    if number.low == number.high:
        return str(number.low)
    if number.high is None:
        return f"{number.low} or more"
    return f"up to {number.high}" if number.low is None else f"{number.low} to {number.high}"


def _grouped(pairs: Iterable[tuple[str, Noun]]) -> dict[str, list[Noun]]:
    groups: dict[str, list[Noun]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
