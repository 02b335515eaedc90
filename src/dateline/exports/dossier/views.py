"""What stands on each page? Puts the nouns of a case together the way a reader looks at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from dateline.exports.dossier.map import Spot
from dateline.exports.dossier.words import Bit, Found, cut
from dateline.exports.explaining import Explanation, Ledger, Speakers, explain_incident
from dateline.exports.explaining.actors import alias_quote
from dateline.exports.known import Known, Quote, bounds, grouped, kind_in_words
from dateline.exports.weights import by_weight
from dateline.model.actor import Actor, Alias, Evidence
from dateline.model.case import CaseClaim, CaseEvent, Contents, Contradiction, Copies, Followup, Incident
from dateline.model.grading import reliability_of
from dateline.model.reading import ReadReport
from dateline.model.span import Span


class Dossier(Known):
    """A case with the look-ups that its pages need.

    Words that a page quotes are remembered: the page of their report, which is written last, can be linked to there.
    """

    def __init__(self, contents: Contents) -> None:
        super().__init__(contents)
        found = contents.comparison
        self._claims_of = grouped((claim.report, claim) for claim in found.claims)
        self._events_of = grouped((event.report, event) for event in found.events)
        self._copies_of = grouped((report, copies) for copies in found.copies for report in copies.reports)
        self._linked: dict[str, set[Span]] = defaultdict(set)
        for words in self._all_evidence():
            self._linked[words.report].add(words.span)
        self.speakers = Speakers(self)

    # Incidents

    @cached_property
    def incidents(self) -> list[Incident]:
        """The weightiest first: told by most, with most dead, or in dispute (exports/weights.py)."""
        return sorted(self.contents.comparison.incidents, key=by_weight)

    def kind(self, type_: str, mode: str | None) -> str:
        return kind_in_words(type_, mode)

    def deaths(self, incident: Incident) -> int:
        """The number of dead to sort by: the best, else the highest."""
        killed = incident.killed
        return 0 if killed is None else killed.best if killed.best is not None else killed.max or killed.min

    def explanation(self, incident: Incident) -> Explanation:
        """The same sentences as `dateline explain` gives."""
        return explain_incident(self, incident)

    def reliability(self, incident: Incident) -> str:
        """The best letter that a person gave to one of its origins, else F."""
        return reliability_of(incident.origin_keys, self.judged)

    def tellings(self, incident: Incident) -> list[CaseEvent]:
        """Every telling, by date of publication."""
        told = (self.events[event] for event in incident.events)
        return sorted(told, key=lambda e: (self.published(self.reports[e.report]) or "9999", e.id))

    # Reports

    def paragraphs(self, read: ReadReport) -> list[list[Bit]]:
        """The report's text with everything that was found in it."""
        return cut(read.report.text, list(self._found(read)), sorted(self._linked.get(read.report.id, ())))

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
            for number in event.event.numbers:
                yield Found(number, "number", bounds(number))
        for time in read.reading.times:
            yield Found(time.span, "time", time.value or "open: no date of publication")
        for place in read.reading.places:
            yield Found(place.span, "place", f"{place.name} ({place.precision}, {place.country or 'country unknown'})")

    # Actors

    def ledger(self, actor: Actor) -> Ledger:
        """What the actor says, takes back and announces."""
        return self.speakers.of(actor)

    def called(self, actor: Actor, alias: Alias) -> Quote | None:
        """Where the actor is called so."""
        return alias_quote(self, actor, alias)

    def done_by(self, actor: Actor) -> Sequence[Incident]:
        return self._by_actor[0].get(actor.id, ())

    def suffered_by(self, actor: Actor) -> Sequence[Incident]:
        return self._by_actor[1].get(actor.id, ())

    @cached_property
    def _by_actor(self) -> tuple[dict[str, list[Incident]], dict[str, list[Incident]]]:
        return (
            grouped((actor, incident) for incident in self.incidents for actor in incident.actors),
            grouped((actor, incident) for incident in self.incidents for actor in incident.recipients),
        )

    @cached_property
    def actors_shown(self) -> list[Actor]:
        """Actors by how much of the case they are in."""
        weights: dict[str, int] = defaultdict(int)
        for incident in self.contents.comparison.incidents:
            for actor in (*incident.actors, *incident.recipients):
                weights[actor] += len(incident.reports)
        for claim in self.contents.comparison.claims:
            weights[claim.source_actor or ""] += 1
        return sorted(
            self.actors.values(), key=lambda a: (not a.named, -weights[a.id] - len(a.relations), a.name, a.id)
        )

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

    @cached_property
    def contradiction_ids(self) -> frozenset[str]:
        return frozenset(contradiction.id for contradiction in self.contents.comparison.contradictions)

    def contradictions(self) -> Sequence[Contradiction]:
        return self.contents.comparison.contradictions

    def followups(self) -> list[tuple[Followup, CaseEvent]]:
        return [(f, self.events[f.event]) for f in self.contents.comparison.followups if f.event in self.events]

    def quoted(self, report: str, span: Span) -> Quote:
        """The words with the rest of their sentence; the report's page will bear their anchor."""
        self._linked[report].add(Span(span.start, span.end, span.text))
        return super().quoted(report, span)

    def _all_evidence(self) -> Iterator[Evidence]:
        """What pages link to without quoting it."""
        found = self.contents.comparison
        for copies in found.copies:
            yield from copies.spans
        for omissions in found.omissions:
            for detail in omissions.details:
                for told in detail.told:
                    yield from told.evidence
