"""What becomes of what was concluded before, where new reports touch it? It stays, is gone on with, or gives way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.actor import Evidence
from dateline.model.case import Contradiction, Copies, Followup, Incident, RelatedReport
from dateline.model.decision import Decision, Ruling
from dateline.model.span import Span

# Two stretches of one report are one passage when they share this much of the longer one.
SAME_PASSAGE = 0.8


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages that new reports share. changed: by place, known ones that go on with new reports; made: others."""

    changed: Mapping[int, Copies]
    made: Sequence[Copies]

    @property
    def all(self) -> list[Copies]:
        return [*self.changed.values(), *self.made]

    def with_more(self, more: Passages) -> Passages:
        """These, and others that were found later."""
        return Passages({**self.changed, **more.changed}, [*self.made, *more.made])


def go_on(found: Sequence[Copies], known: Mapping[int, Copies], new: set[str]) -> Passages:
    """The passages that new reports share. found: among new reports and those beside them. known: by place. new: ids of
    the new reports."""
    changed: dict[int, Copies] = {}
    made: list[Copies] = []
    for copies in found:
        if new.isdisjoint(copies.reports):
            continue
        place = next((p for p, old in known.items() if _is_one(changed.get(p, old), copies)), None)
        if place is None:
            made.append(copies)
        else:
            changed[place] = _gone_on_with(changed.get(place, known[place]), copies)
    return Passages(changed, made)


def _is_one(old: Copies, copies: Copies) -> bool:
    """Whether two groups have most of a passage in one of their reports in common, and are of a kind."""
    if (old.kind == "quote") != (copies.kind == "quote"):
        return False
    stretches = {e.report: e.span for e in old.spans}
    return any(_share(e, stretches) >= SAME_PASSAGE for e in copies.spans if e.report in stretches)


def _share(evidence: Evidence, stretches: Mapping[str, Span]) -> float:
    span, other = evidence.span, stretches[evidence.report]
    shared = min(span.end, other.end) - max(span.start, other.start)
    return shared / max(span.end - span.start, other.end - other.start, 1)


def _gone_on_with(old: Copies, more: Copies) -> Copies:
    """The known group with the reports that it did not have; who had it first is told anew where all are at hand."""
    added = tuple(e for e in more.spans if e.report not in old.reports)
    if {*old.reports} <= {*more.reports}:
        return more
    return replace(old, reports=(*old.reports, *(e.report for e in added)), spans=(*old.spans, *added))


def contradictions_now(
    found: Sequence[Contradiction],
    known: Mapping[int, Contradiction],
    new: set[str],
    closed: set[str],
    events: set[str],
) -> tuple[list[Contradiction], set[int]]:
    """The contradictions to be put down, and the places of those that give way.

    closed: ids of the reports all of whose incidents' tellings are at hand; events: ids of the events of the incidents
    that changed. What only rests on other reports stays as it was.
    """
    ids = {noun.id for noun in known.values()}
    told = [c for c in found if _rests_on_new(c, new) or (_reports(c) <= closed and _events(c) & events)]
    gone = {
        place
        for place, old in known.items()
        if (_reports(old) <= closed and _events(old) & events) or any(_holds(now, old) for now in told)
    }
    kept = {known[place].id for place in gone}
    return [c for c in told if c.id not in ids or c.id in kept], gone


def _rests_on_new(noun: Contradiction, new: set[str]) -> bool:
    return not new.isdisjoint(_reports(noun))


def _reports(noun: Contradiction) -> set[str]:
    return {evidence.report for side in noun.sides for evidence in side.evidence}


def _events(noun: Contradiction) -> set[str]:
    return {event for side in noun.sides for event in side.events}


def _holds(now: Contradiction, old: Contradiction) -> bool:
    """Whether one says all that the other says, and more."""
    if now.kind != old.kind or len(now.sides) != len(old.sides) or now.id == old.id:
        return False
    words = ((set(a.evidence), set(b.evidence)) for a, b in zip(now.sides, old.sides, strict=True))
    return all(b <= a for a, b in words)


def followups_now(
    found: Sequence[Followup], known: Mapping[int, Followup], new_events: set[str]
) -> Iterator[tuple[int | None, Followup]]:
    """What became of promises: those of new reports (without a place), and known ones that a new report carries out."""
    places = {noun.event: place for place, noun in known.items()}
    for now in found:
        if now.event in new_events:
            yield None, now
        elif now.event in places and new_events.intersection(now.by):
            old = known[places[now.event]]
            if old.by:
                yield places[now.event], replace(old, by=tuple(dict.fromkeys((*old.by, *now.by))))
            else:
                yield places[now.event], now


def with_related(incident: Incident, before: Iterable[Incident], at_hand: set[str]) -> Incident:
    """The incident with the reports that were related to what it was before and are not at hand now."""
    own = {*incident.reports, *(r.report for r in incident.related)}
    more = {r.report: r for old in before for r in old.related if r.report not in own and r.report not in at_hand}
    return replace(incident, related=(*incident.related, *more.values())) if more else incident


def also_related(incident: Incident, related: Iterable[RelatedReport], new: set[str]) -> Incident:
    """The incident with those of the related reports that are new."""
    own = {*incident.reports, *(r.report for r in incident.related)}
    more = tuple(r for r in related if r.report in new and r.report not in own)
    return replace(incident, related=(*incident.related, *more)) if more else incident


def places_for(incidents: Sequence[Incident], before: Mapping[int, Incident], next_place: int) -> dict[int, Incident]:
    """Each incident at the place of the one before it with which it shares most events, else behind all others."""
    shared = sorted(
        (-len({*now.all_events} & {*old.all_events}), place, at)
        for at, now in enumerate(incidents)
        for place, old in before.items()
    )
    place_of: dict[int, int] = {}
    for number, place, at in shared:
        if number and at not in place_of and place not in place_of.values():
            place_of[at] = place
    for at in range(len(incidents)):
        if at not in place_of:
            place_of[at], next_place = next_place, next_place + 1
    return {place_of[at]: now for at, now in enumerate(incidents)}


def rulings_now(
    told: Sequence[Ruling], before: Iterable[Ruling], decisions: Sequence[Decision], ids: Mapping[str, str]
) -> list[Ruling]:
    """What became of each decision: as it was, and where what it concerns was compared again, as it is now.

    told: of the reports at hand. ids: of nouns that gave way -> of what they became.
    """
    now = {ruling.number: ruling for ruling in told if ruling.state == "applied" and ruling.concerns}
    old = {ruling.number: ruling for ruling in before}
    return [_with_ids(old[d.number], now.get(d.number), ids) for d in decisions if d.number in old]


def _with_ids(old: Ruling, now: Ruling | None, ids: Mapping[str, str]) -> Ruling:
    concerned = (ids.get(noun, noun) for noun in (*old.concerns, *(now.concerns if now else ())))
    state = now.state if now else old.state
    return replace(old, state=state, why="" if now else old.why, concerns=tuple(dict.fromkeys(concerned)))
