"""Who is who and what stands where? A case by its ids, with names, titles, days and words as a reader wants them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from dateline.language.names import fold
from dateline.lexicons import load_yaml
from dateline.model.actor import Actor, Evidence
from dateline.model.case import (
    CaseClaim,
    CaseEvent,
    CasePlace,
    Contents,
    Contested,
    ContestedValue,
    Contradiction,
    Figure,
    Incident,
    Telling,
)
from dateline.model.grading import source_key
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span

Noun = TypeVar("Noun")
# Characters of a sentence around the words that it is quoted for.
QUOTE = 260
# Characters of a name in a title; descriptions of people can be whole clauses.
LONGEST_NAME = 44
_NUMBER = re.compile(r"\d+")
HAPPENED = {"yes": "It happened", "no": "It did not happen", "otherwise": "It was another thing, or had another cause"}
# "his mortars", "those who", "of the 47 men", "78": words that name nobody to who reads them by themselves.
_SAYS_NOBODY = re.compile(
    r"(?:(?:his|her|its|their|our|my|your|those|these|them|who|of|from|in|by|to|for|with|among)\b|\d[\d,.]*$)",
    re.IGNORECASE,
)
_QUOTATION = re.compile('[“”„«»"]')
_ARTICLE = re.compile(r"^(?:The|An?|Some|Several|Two|Three)\b")
TOLD_AS = {"future": " (announced)", "hypothetical": " (possible)", "negated": " (said not to have happened)"}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, [start, end) of its text, with the rest of their sentence before and after."""

    report: str
    start: int
    end: int
    before: str
    words: str
    after: str

    @property
    def anchor(self) -> str:
        """The name that pages of a dossier link to the words by: "w120-164"."""
        return f"w{self.start}-{self.end}"


class Known:
    """A case with the look-ups that explanations and pages need."""

    def __init__(self, contents: Contents) -> None:
        found = contents.comparison
        self.contents = contents
        self.actors: dict[str, Actor] = {actor.id: actor for actor in found.actors}
        self.places: dict[str, CasePlace] = {place.id: place for place in found.places}
        self._towns = {fold(place.name) for place in found.places if place.precision != "country"}
        self.reports: dict[str, ReadReport] = {read.report.id: read for read in contents.reports}
        self.events: dict[str, CaseEvent] = {event.id: event for event in found.events}
        self.claims: dict[str, CaseClaim] = {claim.id: claim for claim in found.claims}
        self.incidents_by_id: dict[str, Incident] = {incident.id: incident for incident in found.incidents}
        self.incident_of: dict[str, Incident] = {e: i for i in found.incidents for e in i.all_events}
        self.omissions_of = {omissions.incident: omissions for omissions in found.omissions}
        self.grading_of = {grading.incident: grading for grading in found.gradings}
        self.followup_of = {followup.event: followup for followup in found.followups}
        self.judged = {source_key(name): letter for name, letter in contents.reliability}
        self._contradictions_of = grouped(
            (incident, c) for c in found.contradictions for incident in dict.fromkeys(self._touched(c))
        )
        self._titles: dict[str, str] = {}

    # Incidents

    def title(self, incident: Incident) -> str:
        """What happened, in a line: "Shelling, Brenik: Aron Vell → the market"."""
        if incident.id not in self._titles:
            self._titles[incident.id] = self._made_title(incident)
        return self._titles[incident.id]

    def _made_title(self, incident: Incident) -> str:
        place = next((self.places[place].name for place in incident.places), None)
        what = kind_in_words(incident.type, incident.mode) + self._told_as(incident) + (f", {place}" if place else "")
        who = self._blamed(incident) or self._best_name(self._acting(incident), (place or "",))
        recipients = [self.actors[actor] for actor in incident.recipients if actor in self.actors]
        whom = self._best_name(recipients, (place or "", who))
        about = " → ".join(part for part in (who, whom) if part)
        if who and not whom:
            about = f"by {who}" if incident.type in ("ASSAULT", "COERCE") else who
        return f"{what}: {about}" if about else what

    def _blamed(self, incident: Incident) -> str:
        """Who is said to have done it by one side and by the other, where that is in dispute."""
        for dispute in incident.contested:
            if dispute.attribute == "actor":
                names = [self.value(v.value) for v in dispute.values if not v.value.startswith("not ")]
                return " or ".join(_shortened(name) for name in names[:2])
        return ""

    def _told_as(self, incident: Incident) -> str:
        """ " (announced)" where nobody says that it has happened."""
        statuses = {self.events[event].event.status for event in incident.events if event in self.events}
        return TOLD_AS.get(statuses.pop(), "") if len(statuses) == 1 else ""

    def _best_name(self, actors: Sequence[Actor], taken: Sequence[str]) -> str:
        """The first name; not one that only says again what the title says."""
        said = [fold(name) for name in taken if name]
        for actor in actors:
            if _SAYS_NOBODY.match(actor.name):
                continue
            if not any(fold(actor.name) in name or name in fold(actor.name) for name in said):
                return _shortened(actor.name)
        return ""

    def _acting(self, incident: Incident) -> list[Actor]:
        """Without towns and regions ("shells from Tovin"): only a country, or its capital, can act."""
        actors = self.distinct(incident.actors)
        return [actor for actor in actors if actor.kind != "organisation" or fold(actor.name) not in self._towns]

    def value(self, value: str) -> str:
        """A contested value for people: an actor's name in the place of his id; what is denied in a sentence."""
        if value in self.actors:
            return self.actors[value].name
        if value.startswith("not "):
            return f"It was not {_ARTICLE.sub(_lowered, value.removeprefix('not '))}"
        return HAPPENED.get(value, value)

    def days(self, begin: date | None, end: date | None) -> str:
        """Days for people: "5 March 2031", "1 Mar 2031 to 3 Mar 2031", "date unknown"."""
        if begin is None and end is None:
            return "date unknown"
        if begin == end:
            return f"{begin:%-d %B %Y}"
        if begin is None:
            return f"by {end:%-d %B %Y}"
        return f"{begin:%-d %b %Y} to {end:%-d %b %Y}" if end else f"from {begin:%-d %B %Y}"

    def contradictions_of(self, incident: Incident) -> Sequence[Contradiction]:
        """The contradictions that rest on tellings of the incident."""
        return self._contradictions_of.get(incident.id, ())

    def _touched(self, contradiction: Contradiction) -> Iterable[str]:
        for side in contradiction.sides:
            of_claims = (e for claim in side.claims if claim in self.claims for e in self.claims[claim].events)
            for event in (*side.events, *of_claims):
                if event in self.incident_of:
                    yield self.incident_of[event].id

    def tellers(self, telling: Telling) -> str:
        """outlet ← agency ← speaker"""
        return " ← ".join([telling.outlet or self.outlet(self.reports[telling.report]), *telling.chain])

    # Claims

    def chain(self, claim: CaseClaim | None) -> tuple[str, ...]:
        """The speaker and the tellers after him, by name."""
        return () if claim is None else (self.speaker(claim), *self.names(claim.via))

    def speaker(self, claim: CaseClaim) -> str:
        """Whose word a claim is, by name."""
        if claim.source_actor in self.actors:
            return self.actors[claim.source_actor].name
        return claim.claim.source.text if claim.claim.source else "not named"

    # Reports

    def outlet(self, read: ReadReport) -> str:
        """The outlet of a report, its file's name where it is unknown."""
        return read.report.outlet or read.report.file.rpartition("/")[2]

    def headline(self, read: ReadReport) -> str:
        """A report's headline, its first words where it has none."""
        return read.report.title or " ".join(read.report.text[:80].split()) + "…"

    def published(self, read: ReadReport) -> str | None:
        """When it was published, as it is stated."""
        return read.report.published.value if read.report.published else None

    def published_in_words(self, report: str) -> str:
        """When a report was published, for people."""
        read = self.reports[report]
        stated = self.published(read)
        inferred = " (inferred)" if read.report.published_basis == "inferred" else ""
        return self.moment(stated) + inferred if stated else "undated"

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
        """The names of those who are known."""
        return [self.actors[actor].name for actor in ids if actor in self.actors]

    # Words

    def quote(self, evidence: Evidence) -> Quote:
        """Words with the rest of their sentence."""
        return self.quoted(evidence.report, evidence.span)

    def event_quote(self, event: CaseEvent) -> Quote:
        """The word that names an event with the rest of its sentence."""
        return self.quoted(event.report, event.event.trigger)

    def side_quotes(self, dispute: Contested, side: ContestedValue) -> list[Quote]:
        """The words that give one side of a dispute, each once."""
        quotes = (self.dispute_quote(dispute.attribute, side.value, self.events[event]) for event in side.events)
        return list(dict.fromkeys(quotes))

    def dispute_quote(self, attribute: str, value: str, event: CaseEvent) -> Quote:
        """The words of a telling that give one side of a dispute: the number, the name, the day; else the event's."""
        return self.quoted(event.report, next(self._disputed(attribute, value, event), event.event.trigger))

    def _disputed(self, attribute: str, value: str, event: CaseEvent) -> Iterator[Span]:
        told = event.event
        if attribute in ("killed", "injured"):
            numbers: Sequence[NumberSpan] = getattr(told, attribute)
            wanted = {int(number) for number in _NUMBER.findall(value)}
            yield from sorted(numbers, key=lambda number: number.low not in wanted)
        elif attribute == "date":
            yield from told.date
        elif attribute == "place":
            named = zip(told.place, event.places, strict=True)
            yield from (span for span, place in named if place and self.places[place].name == value)
        elif attribute == "actor" and value.startswith("not "):
            yield from self._denials(event)
        elif attribute == "actor":
            named = zip((participant.span for participant in told.actor), event.actors, strict=True)
            yield from (span for span, actor in named if actor == value)

    def _denials(self, event: CaseEvent) -> Iterator[Span]:
        """Where the report of an event says that somebody denies, nearest to the event first."""
        told = self.reports[event.report].reading.claims
        cues = [claim.cue for claim in told if claim.modality == "denied" and claim.cue]
        yield from sorted(cues, key=lambda cue: abs(cue.start - event.event.trigger.start))

    def quoted(self, report: str, span: Span) -> Quote:
        """The words with the rest of their sentence, shortened."""
        sentence = self.sentence(report, span)
        left = max(sentence.start, span.start - QUOTE // 2)
        right = min(max(sentence.end, span.end), span.end + QUOTE // 2)
        text = self.reports[report].report.text
        return Quote(
            report,
            span.start,
            span.end,
            "…" * (left > sentence.start) + text[left : span.start],
            text[span.start : span.end],
            text[span.end : right] + "…" * (right < sentence.end),
        )

    def sentence(self, report: str, span: Span) -> Span:
        """The sentence in which the words begin, the words themselves where there is none."""
        sentences = self.reports[report].reading.sentences
        number = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
        return sentences[number] if number >= 0 and span.start < sentences[number].end else span


@cache
def kind_in_words(type_: str, mode: str | None) -> str:
    """What a kind of event is called in a headline: "Shelling" for ASSAULT, heavy-weapons."""
    words: dict[str, str] = load_yaml("kinds.yaml").get(type_, {})
    return words.get(mode or "any") or words.get("any") or type_.capitalize()


def bounds(number: NumberSpan | Figure) -> str:
    """What a number's words amount to: "12 or more", "3", "up to 9", "?" for a number that is not said."""
    if number.low is None and number.high is None:
        return "?"
    if number.low == number.high:
        return str(number.low)
    if number.high is None:
        return f"{number.low} or more"
    return f"up to {number.high}" if number.low is None else f"{number.low} to {number.high}"


def grouped(pairs: Iterable[tuple[str, Noun]]) -> dict[str, list[Noun]]:
    """Values by their key, in order."""
    groups: dict[str, list[Noun]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


def _lowered(article: re.Match[str]) -> str:
    return article[0].lower()


def _shortened(name: str) -> str:
    """A name as the middle of a title has it, not longer than fits."""
    name = _QUOTATION.sub("", _ARTICLE.sub(_lowered, name))
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rsplit(" ", 1)[0] + " …"
