"""What have people decided about claims, events and incidents? Their decisions win over what was concluded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline.comparing.clusters import Cluster
from dateline.comparing.placed import Placed
from dateline.model.case import CaseClaim, CaseEvent, CasePlace, Incident, Range
from dateline.model.decision import Decision, Ruling, Subject

Found = TypeVar("Found", CaseClaim, CaseEvent)
# "killed=12": the tolls that a person can set.
TOLLS = ("killed", "injured")
BY_A_PERSON = "decision"
"""The rule of a toll that a person has set."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Claims and events with those marked that a person calls misread, and what is left without them."""

    claims: tuple[CaseClaim, ...]
    events: tuple[CaseEvent, ...]
    kept_claims: tuple[CaseClaim, ...]
    kept_events: tuple[CaseEvent, ...]
    places: tuple[CasePlace, ...]
    rulings: tuple[Ruling, ...]


def reject_misread(placed: Placed, decisions: Sequence[Decision]) -> Rejected:
    """Mark what people reject. An event told by a rejected claim stands on the word of the claim around that one."""
    by: dict[str, int] = {}
    rulings = []
    for decision in decisions:
        if decision.action == "reject":
            found = [identifier for s in decision.subjects for identifier in _matching(s, placed)]
            rulings.append(_ruling(decision, found, "nothing was read there"))
            by |= {identifier: decision.number for identifier in found if identifier not in by}
    claims = tuple(replace(c, rejected=by[c.id]) if c.id in by else c for c in placed.claims)
    events = tuple(replace(e, rejected=by[e.id]) if e.id in by else e for e in placed.events)
    if not by:
        return Rejected(claims, events, claims, events, placed.places, tuple(rulings))
    around = {claim.id: claim for claim in claims}
    kept = tuple(_within_kept(claim, around, by) for claim in claims if claim.rejected is None)
    told = tuple(_on_another_word(event, around) for event in events if event.rejected is None)
    return Rejected(claims, events, kept, told, placed.places, tuple(rulings))


def _within_kept(claim: CaseClaim, around: Mapping[str, CaseClaim], rejected: Mapping[str, int]) -> CaseClaim:
    held = tuple(event for event in claim.events if event not in rejected)
    return replace(claim, inside=_kept(claim.inside, around), events=held)


def _kept(identifier: str | None, claims: Mapping[str, CaseClaim]) -> str | None:
    """The claim, or the nearest one around it, that nobody rejects."""
    while identifier is not None and claims[identifier].rejected is not None:
        identifier = claims[identifier].inside
    return identifier


def _matching(subject: Subject, placed: Placed) -> list[str]:
    """Ids of the claims or events that a subject means, by its id, else by its words."""
    nouns: Sequence[CaseClaim | CaseEvent] = placed.claims if subject.kind == "claim" else placed.events
    found = [noun.id for noun in nouns if noun.id in subject.ids]
    anchors = {(anchor.report, anchor.span.start, anchor.span.end) for anchor in subject.anchors}
    return found or [noun.id for noun in nouns if (noun.report, *_words(noun)) in anchors]


def _words(noun: CaseClaim | CaseEvent) -> tuple[int, int]:
    span = noun.claim.content[0] if isinstance(noun, CaseClaim) else noun.event.trigger
    return span.start, span.end


def _on_another_word(event: CaseEvent, claims: Mapping[str, CaseClaim]) -> CaseEvent:
    """The event, on the word of the nearest claim around it that nobody rejects."""
    identifier = _kept(event.claim, claims)
    if identifier == event.claim:
        return event
    index = claims[identifier].index if identifier is not None else None
    return replace(event, claim=identifier, event=replace(event.event, claim=index))


def decide_clusters(
    clusters: Sequence[Cluster], decisions: Sequence[Decision]
) -> tuple[tuple[Cluster, ...], list[Ruling]]:
    """Merge and part incidents as people decided, the earliest first, so that the latest has the last word."""
    rulings = []
    now = list(clusters)
    for decision in reversed(decisions):
        if decision.subjects and all(s.kind == "incident" for s in decision.subjects):
            if decision.action == "merge":
                now, found = _merged(now, decision)
            elif decision.action in ("keep-apart", "split"):
                now, found = _parted(now, decision)
            else:
                continue
            rulings.append(_ruling(decision, found, "no report tells of it any more"))
    return tuple(now), rulings


def _merged(clusters: list[Cluster], decision: Decision) -> tuple[list[Cluster], list[str]]:
    held = [_best(clusters, set(subject.ids)) for subject in decision.subjects]
    if None in held:
        return clusters, []
    together = sorted({at for at in held if at is not None})
    first, *others = (clusters[at] for at in together)
    for other in others:
        first = Cluster(
            first.events + other.events,
            first.counter + other.counter,
            first.about + other.about,
            (*first.reasons, *(r for r in other.reasons if r not in first.reasons)),
            first.related + other.related,
        )
    first = replace(first, reasons=(f"A person joined them ({decision.cited}).", *first.reasons))
    rest = [cluster for at, cluster in enumerate(clusters) if at not in together[1:]]
    rest[together[0]] = first
    return rest, list(first.events)


def _parted(clusters: list[Cluster], decision: Decision) -> tuple[list[Cluster], list[str]]:
    """Whatever holds events of both sides is parted; what belongs to neither stays with the first."""
    second = set(decision.subjects[-1].ids)
    first = set(decision.subjects[0].ids) - second
    parts: list[Cluster] = []
    found: list[str] = []
    for cluster in clusters:
        events = set(_all_events(cluster))
        found += [e for e in _all_events(cluster) if e in first | second]
        if not (events & first and events & second):
            parts.append(cluster)
            continue
        why = f"A person keeps apart what was one ({decision.cited})."
        parts += [_part(cluster, second, inside=inside, why=why) for inside in (False, True)]
    both = set(found) & first and set(found) & second
    return [part for part in parts if _all_events(part)], found if both else []


def _part(cluster: Cluster, second: set[str], *, inside: bool, why: str) -> Cluster:
    """The tellings of one side. What is only about it (an inquiry) is told for itself where nothing else is left."""
    events, counter, about = (
        tuple(event for event in told if (event in second) is inside)
        for told in (cluster.events, cluster.counter, cluster.about)
    )
    if not events and not counter:
        events, about = about, ()
    return Cluster(events, counter, about, (why, *cluster.reasons), () if inside else cluster.related)


def _all_events(cluster: Cluster) -> tuple[str, ...]:
    return cluster.events + cluster.counter + cluster.about


def _best(clusters: Sequence[Cluster], events: set[str]) -> int | None:
    """The cluster that holds most of these events."""
    held = [len(events.intersection(_all_events(cluster))) for cluster in clusters]
    most = max(held, default=0)
    return held.index(most) if most else None


def decide_incidents(
    incidents: Sequence[Incident], decisions: Sequence[Decision]
) -> tuple[tuple[Incident, ...], list[Ruling]]:
    """Set tolls and notes as people decided, and mark the incidents that they merged or parted."""
    now = {incident.id: incident for incident in incidents}
    rulings = []
    for decision in reversed(decisions):
        subjects = [s for s in decision.subjects if s.kind == "incident"]
        found = list(dict.fromkeys(_holder(now.values(), subject) for subject in subjects))
        held = [identifier for identifier in found if identifier is not None]
        for identifier in held:
            now[identifier] = _marked(now[identifier], decision)
        if subjects and decision.action == "set":
            rulings.append(_ruling(decision, held, "no report tells of it any more"))
    return tuple(now.values()), rulings


def _holder(incidents: Iterable[Incident], subject: Subject) -> str | None:
    events = set(subject.ids)
    ranked = [(len(events.intersection(incident.events)), incident.id) for incident in incidents]
    most = max(ranked, key=lambda pair: pair[0], default=(0, ""))
    return most[1] if most[0] else None


def _marked(incident: Incident, decision: Decision) -> Incident:
    marked = replace(incident, decided=tuple(sorted({*incident.decided, decision.number})))
    if decision.action != "set" or not decision.value:
        return marked
    field, _, value = decision.value.partition("=")
    if field in TOLLS:
        best = int(value)
        told: Range | None = getattr(incident, field)
        low, high = (told.min, told.max) if told else (best, best)
        toll = Range(min(low, best), best, None if high is None else max(high, best), BY_A_PERSON)
        marked = replace(marked, killed=toll) if field == "killed" else replace(marked, injured=toll)
        value = f"{field}: {value}"
    return replace(marked, why=(*marked.why, f"A person says: {value} ({decision.cited})."))


def _ruling(decision: Decision, found: Sequence[str], why: str) -> Ruling:
    if found:
        return Ruling(decision.number, "applied", concerns=tuple(dict.fromkeys(found)))
    return Ruling(decision.number, "not-applicable", why)


def all_rulings(
    decisions: Sequence[Decision], current: Sequence[Decision], rulings: Iterable[Ruling]
) -> tuple[Ruling, ...]:
    """A ruling for every decision ever made, by number. current: those in force."""
    told: Mapping[int, Ruling] = {ruling.number: ruling for ruling in rulings}
    numbers = {decision.number for decision in current}
    return tuple(told.get(d.number) or _without_effect(d, d.number in numbers) for d in decisions)


def _without_effect(decision: Decision, is_in_force: bool) -> Ruling:
    if decision.action == "undo":
        return Ruling(decision.number, "applied", f"takes back decision {decision.undoes}")
    if is_in_force:
        return Ruling(decision.number, "not-applicable", "nothing in the case fits it")
    return Ruling(decision.number, "undone", "a later decision takes it back")
