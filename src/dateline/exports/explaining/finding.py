"""What does somebody mean who asks to have something explained? By its id, the start of one, or words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from dateline.exports.explaining.actors import explain_actor
from dateline.exports.explaining.explanation import Explanation
from dateline.exports.explaining.findings import (
    explain_claim,
    explain_contradiction,
    explain_event,
    explain_followup,
    explain_passage,
    explain_report,
)
from dateline.exports.explaining.incidents import explain_incident
from dateline.exports.known import Known
from dateline.exports.weights import by_weight
from dateline.language.names import fold
from dateline.model.case import Incident

# Characters of a passage or sentence in a list.
PASSAGE = 120
_ID = re.compile(r"[a-z][0-9a-f]{2,15}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """Something that may be meant. explain: makes its explanation."""

    kind: str
    id: str
    title: str
    explain: Callable[[], Explanation]


def find_matches(known: Known, what: str) -> list[Match]:
    """Everything that may be meant, the likeliest first; one match where an id or a whole name says exactly what.

    what: an id, at least the first three characters of one, a name, or words of which each begins a word of the thing.
    """
    if " " not in what:
        by_id = [match for match in _everything(known) if match.id.startswith(what)]
        exact = [match for match in by_id if match.id == what]
        if exact or (by_id and _ID.fullmatch(what)):
            return exact[:1] or by_id
    wanted = [*_WORD.findall(fold(what))] or _WORD.findall(what.casefold())
    if not wanted:
        return []
    named = [match for match, names in _actors(known) if fold(what) in names]
    if len(named) == 1:
        return named
    matches = [*named, *(match for match, text in _worded(known) if _says(text, wanted))]
    return list({match.id: match for match in reversed(matches)}.values())[::-1]


def _says(text: str, wanted: list[str]) -> bool:
    """Whether every word begins one of the text's."""
    return all(f" {word}" in text for word in wanted)


def _everything(known: Known) -> Iterator[Match]:
    """All that has an id; a threat is explained as what became of it."""
    found = known.contents.comparison
    yield from (_incident(known, incident) for incident in found.incidents)
    yield from (match for match, _ in _actors(known))
    yield from _across(known)
    for event in found.events:
        if event.id not in known.followup_of:
            yield Match("event", event.id, event.event.trigger.text, partial(explain_event, known, event))
    for claim in found.claims:
        yield Match("claim", claim.id, known.speaker(claim), partial(explain_claim, known, claim))
    for read in known.contents.reports:
        yield Match("report", read.report.id, known.headline(read), partial(explain_report, known, read))


def _across(known: Known) -> Iterator[Match]:
    """What was found between reports: contradictions, shared passages, what was announced."""
    found = known.contents.comparison
    for contradiction in found.contradictions:
        explain = partial(explain_contradiction, known, contradiction)
        yield Match("contradiction", contradiction.id, contradiction.topic, explain)
    for copies in found.copies:
        words = " ".join(copies.spans[0].span.text[:PASSAGE].split())
        yield Match("passage", copies.id, words, partial(explain_passage, known, copies))
    for followup in found.followups:
        if followup.event in known.events:
            event = known.events[followup.event]
            words = " ".join(known.sentence(event.report, event.event.trigger).text[:PASSAGE].split())
            yield Match("followup", followup.event, words, partial(explain_followup, known, followup))


def _incident(known: Known, incident: Incident) -> Match:
    return Match("incident", incident.id, known.title(incident), partial(explain_incident, known, incident))


def _actors(known: Known) -> Iterator[tuple[Match, frozenset[str]]]:
    """The actors with their names, folded."""
    for actor in known.contents.comparison.actors:
        names = frozenset(fold(name) for name in (actor.name, *(alias.name for alias in actor.aliases)))
        yield Match("actor", actor.id, actor.name, partial(explain_actor, known, actor)), names


def _worded(known: Known) -> Iterator[tuple[Match, str]]:
    """What is found by words, with the words that it is found by: incidents by weight, actors, contradictions,
    what was announced."""
    for incident in sorted(known.contents.comparison.incidents, key=by_weight):
        yield _incident(known, incident), _spaced(_incident_words(known, incident))
    for match, names in _actors(known):
        yield match, _spaced([*names])
    for match in _across(known):
        yield match, _spaced([match.title])


def _incident_words(known: Known, incident: Incident) -> Iterator[str]:
    yield known.title(incident)
    yield f"{incident.type} {incident.mode or ''} {incident.begin or ''}"
    yield from known.names((*incident.actors, *incident.recipients))
    yield from (known.places[place].name for place in incident.places)
    yield from (known.events[event].event.trigger.text for event in incident.events)


def _spaced(texts: Iterator[str] | list[str]) -> str:
    return " " + " ".join(word for text in texts for word in _WORD.findall(fold(text)))
