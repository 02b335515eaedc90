"""What is not said? By one outlet though another says it, and by nobody at all."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.exports.explaining.explanation import Line, counted, listed
from dateline.exports.known import Known
from dateline.model.case import Incident
from dateline.model.omissions import Detail

NAMES = {
    "date": "the day",
    "place": "the place",
    "actor": "who did it",
    "recipient": "to whom it was done",
    "weapon": "with what",
    "killed": "the number of killed",
    "injured": "the number of injured",
    "speaker": "on whose word, by name",
    "denial": "that somebody denies it",
}
"""The details of an incident in words."""
VIOLENT = "ASSAULT"


def left_out(known: Known, incident: Incident) -> Iterator[Line]:
    """A sentence for each detail that an outlet leaves out, and one for those who are silent."""
    found = known.omissions_of.get(incident.id)
    if found is None:
        return
    for detail in found.details:
        if detail.left_out:
            quotes = [known.quote(words) for told in detail.told if told.named for words in told.evidence[:1]]
            yield Line(_left_out(detail), tuple(quotes[:2]))
    if found.not_covered and found.window:
        silent = [f"{s.outlet} ({counted(s.published, 'report')} in these days)" for s in found.not_covered]
        days = known.days(*found.window)
        yield Line(f"Not covered at all, though they published something from {days}: {listed(silent, most=8)}.")


def _left_out(detail: Detail) -> str:
    told = [f"{t.outlet} (“{t.value}”)" for t in detail.told if t.named or not any(o.named for o in detail.told)]
    described = {t.outlet: t.value for t in detail.told}
    without = [f"{o} (only “{described[o]}”)" if o in described else o for o in detail.left_out]
    unsure = f" Unclear: {listed(detail.unclear)}." if detail.unclear else ""
    name = NAMES[detail.kind]
    return (
        f"{name[0].upper()}{name[1:]}: told by {listed(told, most=5)}; left out by {listed(without, most=8)}.{unsure}"
    )


def said_by_nobody(known: Known, incident: Incident) -> Iterator[Line]:
    """What a reader would want to know and no report says."""
    events = [known.events[event] for event in incident.events]
    if not any(event.event.date for event in events):
        yield Line("No telling gives the day in words; the day is that of the reports, or unknown.")
    if not any(known.places[place].precision in ("exact", "town") for place in incident.places):
        yield Line("No telling names a town that the gazetteer knows.")
    if incident.type == VIOLENT:
        if not any(known.actors[actor].named for actor in incident.actors):
            yield Line("No telling names who did it.")
        if incident.killed is None and incident.injured is None:
            yield Line("No telling counts killed or injured.")
    sources = [known.claims[e.claim] for e in events if e.claim and e.claim in known.claims]
    if not any(
        c.source_actor in known.actors and known.actors[c.source_actor].named for c in sources if c.source_actor
    ):
        yield Line("No telling gives the name of the one whose word it is.")
    if all(known.published(known.reports[report]) is None for report in incident.reports):
        yield Line("No report on it is dated.")
