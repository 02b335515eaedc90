"""Which details of an incident are told, by which outlet, in which words?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.comparing.omissions.scene import Scene
from dateline.language.names import fold
from dateline.model.actor import Evidence
from dateline.model.case import CaseEvent, Incident
from dateline.model.omissions import Detail, DetailTold
from dateline.model.span import NumberSpan, Span

# Words that are shown for a detail of one outlet; more say the same again.
MOST_EVIDENCE = 3
MOST_VALUES = 3


@dataclass(frozen=True, slots=True)
class Telling:
    """What one outlet tells of an incident: its reports with their events."""

    outlet: str
    events: Mapping[str, tuple[CaseEvent, ...]]

    def each(self) -> Iterator[CaseEvent]:
        for events in self.events.values():
            yield from events


@dataclass(frozen=True, slots=True)
class Found:
    """Words that tell a detail, and what they tell. named: False for a mere description."""

    value: str
    report: str
    span: Span
    named: bool = True


Finder = Callable[[Incident, Telling, Scene], Iterable[Found]]
Doubt = Callable[[Incident, Telling, Scene], bool]


def find_details(incident: Incident, tellings: Sequence[Telling], scene: Scene) -> Iterator[Detail]:
    """The details that at least one outlet tells; a description does not count where another outlet has a name."""
    for kind, (find, may_say) in KINDS.items():
        found = {telling.outlet: list(find(incident, telling, scene)) for telling in tellings}
        has_name = any(words.named for of_outlet in found.values() for words in of_outlet)
        told = tuple(_told(outlet, words) for outlet, words in found.items() if words)
        if not told:
            continue
        without = [t for t in tellings if not _is_told(found[t.outlet], has_name)]
        unclear = tuple(t.outlet for t in without if may_say(incident, t, scene))
        yield Detail(kind, told, tuple(t.outlet for t in without if t.outlet not in unclear), unclear)


def _is_told(words: Sequence[Found], has_name: bool) -> bool:
    return any(found.named for found in words) or (bool(words) and not has_name)


def _told(outlet: str, words: Sequence[Found]) -> DetailTold:
    """An outlet's words for a detail: names before descriptions, what is said most often first."""
    best = [found for found in words if found.named] or list(words)
    counted = Counter(found.value for found in best)
    values = [value for value, _ in counted.most_common()][:MOST_VALUES]
    evidence = dict.fromkeys(Evidence(found.report, _plain(found.span)) for found in best)
    return DetailTold(outlet, ", ".join(values), tuple(evidence)[:MOST_EVIDENCE], any(found.named for found in words))


def _plain(span: Span) -> Span:
    """A number's words without its bounds."""
    return Span(span.start, span.end, span.text)


def _date(_incident: Incident, telling: Telling, _scene: Scene) -> Iterator[Found]:
    for event in telling.each():
        for span in event.event.date:
            yield Found(span.text, event.report, span)


def _place(_incident: Incident, telling: Telling, scene: Scene) -> Iterator[Found]:
    """Where it happened; a whole country is no place."""
    for event in telling.each():
        for span, place in zip(event.event.place, event.places, strict=True):
            if place is None or scene.places[place].precision != "country":
                yield Found(scene.places[place].name if place else span.text, event.report, span)


def _actor(incident: Incident, telling: Telling, scene: Scene) -> Iterator[Found]:
    """Who did it: the actors of its events, and whom the outlet gives the word to blame."""
    own = {event.id for event in telling.each()}
    for event in telling.each():
        for participant, actor in zip(event.event.actor, event.actors, strict=True):
            yield _participant(event, participant.span, actor, scene)
    for value in (v for c in incident.contested if c.attribute == "actor" for v in c.values):
        for event in (scene.events[e] for e in value.events if e in scene.events):
            blames = event.id not in own and event.report in telling.events
            if blames and value.value in scene.actors:
                yield Found(scene.actors[value.value].name, event.report, event.event.trigger)


def _recipient(_incident: Incident, telling: Telling, scene: Scene) -> Iterator[Found]:
    """To whom it was done; victims are seldom named, so a description tells it."""
    for event in telling.each():
        for participant, actor in zip(event.event.recipient, event.recipients, strict=True):
            yield replace(_participant(event, participant.span, actor, scene), named=True)


def _participant(event: CaseEvent, span: Span, actor: str | None, scene: Scene) -> Found:
    known = scene.actors.get(actor) if actor else None
    return Found(known.name if known else span.text, event.report, span, bool(known and known.named))


def _weapon(_incident: Incident, telling: Telling, _scene: Scene) -> Iterator[Found]:
    for event in telling.each():
        for span in event.event.weapon:
            yield Found(span.text.casefold(), event.report, span)


def _killed(_incident: Incident, telling: Telling, _scene: Scene) -> Iterator[Found]:
    yield from _numbers((event, number) for event in telling.each() for number in event.event.killed)


def _injured(_incident: Incident, telling: Telling, _scene: Scene) -> Iterator[Found]:
    yield from _numbers((event, number) for event in telling.each() for number in event.event.injured)


def _numbers(numbers: Iterable[tuple[CaseEvent, NumberSpan]]) -> Iterator[Found]:
    for event, number in numbers:
        yield Found(number.text, event.report, number)


def _speaker(_incident: Incident, telling: Telling, scene: Scene) -> Iterator[Found]:
    """On whose word: "police" is a description, "Orm Tasker" a name."""
    for event in telling.each():
        claim = scene.claims.get(event.claim) if event.claim else None
        if claim is not None and claim.claim.source is not None:
            yield _participant(event, claim.claim.source, claim.source_actor, scene)


def _denial(incident: Incident, telling: Telling, scene: Scene) -> Iterator[Found]:
    """That somebody denies it, or denies having done it."""
    for denial in scene.denials.get(incident.id, ()):
        for evidence in denial.sides[-1].evidence:  # the last side denies what the first asserts
            if evidence.report in telling.events:
                yield Found("denied", evidence.report, evidence.span)
    for contested in incident.contested:
        for value in contested.values:
            if value.value == "no" or value.value.startswith("not "):
                for event in (scene.events[e] for e in value.events if e in scene.events):
                    if event.report in telling.events:
                        yield Found("denied", event.report, event.event.trigger)


# What may say a detail though not where the outlet tells of the incident: then it is not said that it was left out.


def _other_date(incident: Incident, telling: Telling, scene: Scene) -> bool:
    return any(
        time.begin is not None and time.begin == time.end_date and incident.begin == time.begin
        for report in telling.events
        for time in scene.reports[report].reading.times
    )


def _other_place(incident: Incident, telling: Telling, scene: Scene) -> bool:
    names = {fold(scene.places[place].name) for place in incident.places if place in scene.places}
    return any(
        fold(name) in names
        for report in telling.events
        for place in scene.reports[report].reading.places
        for name in (place.name, place.span.text)
    )


def _other_actor(incident: Incident, telling: Telling, scene: Scene) -> bool:
    return _is_named_near({*incident.actors}, telling, scene)


def _other_recipient(incident: Incident, telling: Telling, scene: Scene) -> bool:
    return _is_named_near({*incident.recipients}, telling, scene)


def _is_named_near(actors: set[str], telling: Telling, scene: Scene) -> bool:
    """Whether one of these actors with a name is mentioned beside a telling."""
    named = {actor for actor in actors if scene.actors[actor].named}
    stretches = ((event.report, scene.around(event)) for event in telling.each())
    return any(
        actor in named for report, stretch in stretches if stretch for actor in scene.actors_within(report, stretch)
    )


def _other_weapon(_incident: Incident, telling: Telling, scene: Scene) -> bool:
    mentions = (m for report in telling.events for m in scene.reports[report].reading.mentions)
    return any(mention.type == "weapon" for mention in mentions)


def _other_killed(_incident: Incident, telling: Telling, scene: Scene) -> bool:
    return any(event.event.killed for event in _stray(telling, scene))


def _other_injured(_incident: Incident, telling: Telling, scene: Scene) -> bool:
    return any(event.event.injured for event in _stray(telling, scene))


def _stray(telling: Telling, scene: Scene) -> Iterator[CaseEvent]:
    """The events of the outlet's reports that no other report tells of: they may belong to the incident."""
    for report in telling.events:
        for event in scene.events_in[report]:
            incident = scene.incident_of.get(event.id)
            if incident is None or len(incident.reports) == 1:
                yield event


def _no_doubt(_incident: Incident, _telling: Telling, _scene: Scene) -> bool:
    return False


def _other_denial(_incident: Incident, telling: Telling, scene: Scene) -> bool:
    claims = (scene.claims.get(e.claim) for report in telling.events for e in scene.events_in[report] if e.claim)
    rejected = (e.event.type == "REJECT" for report in telling.events for e in scene.events_in[report])
    return any(claim is not None and claim.claim.modality == "denied" for claim in claims) or any(rejected)


KINDS: Mapping[str, tuple[Finder, Doubt]] = {
    "date": (_date, _other_date),
    "place": (_place, _other_place),
    "actor": (_actor, _other_actor),
    "recipient": (_recipient, _other_recipient),
    "weapon": (_weapon, _other_weapon),
    "killed": (_killed, _other_killed),
    "injured": (_injured, _other_injured),
    "speaker": (_speaker, _no_doubt),
    "denial": (_denial, _other_denial),
}
"""How each detail is found, and what makes it doubtful that it was left out; in the order of model/omissions.py."""
