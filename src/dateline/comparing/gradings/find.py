"""How would Airwars and the Admiralty code grade an incident?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.comparing.gradings.accepting import Acceptances
from dateline.lexicons import load_yaml
from dateline.model.actor import Actor, Evidence
from dateline.model.case import CaseClaim, CaseEvent, Incident
from dateline.model.grading import Grading
from dateline.model.reading import ReadReport

# Airwars grades harm to people by arms.
HARMFUL = frozenset({"ASSAULT"})
ASKED = {
    "actor": "who did it",
    "killed": "the number of killed",
    "injured": "the number of injured",
    "place": "the place",
    "date": "the day",
    "happened": "whether it happened",
}
_WORD = re.compile(r"[^\W\d_]+")


def find_gradings(
    reports: Sequence[ReadReport],
    claims: Sequence[CaseClaim],
    events: Sequence[CaseEvent],
    incidents: Sequence[Incident],
    actors: Sequence[Actor],
) -> tuple[Grading, ...]:
    """A grading for each incident; both scales are applied to what the reports tell, each by its own rule.

    Airwars: airwars.org, "Methodology". Admiralty: AJP-2.1, credibility of information; the reliability of sources is
    left to a person.
    """
    acceptances = Acceptances(reports, claims, actors)
    by_id = {event.id: event for event in events}
    names = {actor.id: actor for actor in actors}
    return tuple(_grading(incident, [by_id[e] for e in incident.events], acceptances, names) for incident in incidents)


def _grading(
    incident: Incident, events: Sequence[CaseEvent], acceptances: Acceptances, actors: dict[str, Actor]
) -> Grading:
    credibility, because = _credibility(incident, events)
    accepted = acceptances.of(events) if _does_harm(incident) else []
    airwars, why = _airwars(incident, events, accepted, actors)
    return Grading(incident.id, airwars, why, credibility, because, tuple(words for _, words in accepted))


def _does_harm(incident: Incident) -> bool:
    tolls = (incident.killed, incident.injured)
    return incident.type in HARMFUL and any(toll is not None and toll.max != 0 for toll in tolls)


def _airwars(
    incident: Incident,
    events: Sequence[CaseEvent],
    accepted: Sequence[tuple[str, Evidence]],
    actors: dict[str, Actor],
) -> tuple[str | None, str]:
    """The first of Airwars' grades that fits, and why."""
    if not _does_harm(incident):
        return None, "Not graded by Airwars' scale: no harm to people by violence is told."
    if incident.standing == "denied" and not incident.origin_keys:
        return None, "Not graded by Airwars' scale: nobody who is known says that it happened."
    names = " and ".join(dict.fromkeys(actors[actor].name for actor, _ in accepted))
    if _only_combatants(events):
        return "discounted", "Discounted: all who are told of as harmed are described as fighters."
    if any(dispute.attribute in ("actor", "happened") for dispute in incident.contested):
        claimed = f" {names} said that it was their doing." if accepted else ""
        return "contested", f"Contested: tellings do not agree on who did it or on whether it happened.{claimed}"
    if accepted:
        return "confirmed", f"Confirmed: {names} said that it was their doing."
    if incident.origins < 2:
        return "weak", "Weak: a single origin tells it."
    if not any(actors[actor].named for actor in incident.actors):
        return "weak", f"Weak: {incident.origins} origins tell it, but none names who did it."
    return "fair", f"Fair: {incident.origins} independent origins tell it and somebody is named as having done it."


def _only_combatants(events: Sequence[CaseEvent]) -> bool:
    """Whether everybody to whom it was done, in the tellings that count the harmed, is called a fighter."""
    counting = [event for event in events if event.event.killed or event.event.injured]
    harmed = [participant.span.text for event in counting for participant in event.event.recipient]
    return bool(harmed) and all(combatants() & {*_WORD.findall(words.casefold())} for words in harmed)


@cache
def combatants() -> frozenset[str]:
    """Words for those who fight."""
    return frozenset(load_yaml("gradings.yaml")["combatants"])


def _credibility(incident: Incident, events: Sequence[CaseEvent]) -> tuple[int, str]:
    """1 to 6 by how many origins tell it and what stands against it, never by who they are."""
    origins = incident.origins
    disputed = [ASKED.get(dispute.attribute, dispute.attribute) for dispute in incident.contested]
    if all(event.event.status in ("future", "hypothetical") for event in events):
        return 6, "Cannot be judged: it is only announced or supposed."
    if not incident.origin_keys:
        return 6, "Cannot be judged: nobody knows whose word it is."
    if incident.standing == "denied":
        return 5, "Improbable: other information contradicts the only origin, or nobody says that it happened."
    if ASKED["happened"] in disputed:
        return 4, f"Doubtful: {_origins(origins)} and others say that it did not happen."
    if origins > 1 and disputed:
        return 2, f"Probably true: {_origins(origins)}, but they differ on {', '.join(disputed)}."
    if origins > 1:
        return 1, f"Confirmed: {_origins(origins)} independently of each other, and nothing stands against it."
    if disputed:
        return 4, f"Doubtful: a single origin tells it, and tellings differ on {', '.join(disputed)}."
    return 3, "Possibly true: a single origin tells it, and nothing stands against it."


def _origins(number: int) -> str:
    return "one origin tells it" if number == 1 else f"{number} origins tell it"
