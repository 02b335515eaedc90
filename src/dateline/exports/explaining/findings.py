"""Why does the case say so? Of a contradiction, a shared passage, a followup, an event, a claim and a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.exports.explaining.explanation import Explanation, Line, Section, counted, listed, sections
from dateline.exports.known import Known, Quote, bounds, kind_in_words
from dateline.model.case import CaseClaim, CaseEvent, Contradiction, Copies, Followup
from dateline.model.event import COUNTED
from dateline.model.reading import ReadReport
from dateline.model.report import Basis

KINDS = {
    "denial": "Somebody denies what others say. The first side says it, the last denies it.",
    "between-sources": "Different tellers say what cannot both be true.",
    "same-speaker": "One speaker says the opposite of what he said at another time.",
}
"""What each kind of contradiction means."""
PASSAGES = {
    "verbatim": "The reports share these words; at least 93 of 100 are equal.",
    "near": "The reports share these words with some changed.",
    "quote": "The reports share the words of a speaker; what stands around them is their own.",
}
"""What each kind of shared passage means."""
OUTCOMES = {
    "carried-out": "A later act of the same actor fits what was announced.",
    "expired": "The reports reach beyond the days that it was announced for, and none tells of it.",
    "not-seen": "No report tells of it so far; the time is still open, or none was said.",
}
"""What each outcome means."""
STATUSES = {
    "actual": "told as having happened",
    "future": "told as still to come",
    "hypothetical": "told as possible only",
    "negated": "told as not having happened",
}
BASES = {
    Basis.STATED: "the words give a date",
    Basis.RELATIVE: "the words are resolved against the report's own day",
    Basis.PUBLISHED: "no time is said; the report's own day is the latest that it can be",
    Basis.INFERRED: "the report's own day is inferred from a report that shares a passage with it",
}


def explain_contradiction(known: Known, contradiction: Contradiction) -> Explanation:
    """Both sides with who says so, when, and in which words."""
    titles = [known.incident_of[e] for s in contradiction.sides for e in s.events if e in known.incident_of]
    about = [Line(known.title(incident), (), incident.id) for incident in {i.id: i for i in titles}.values()]
    return Explanation(
        "contradiction",
        contradiction.id,
        contradiction.topic,
        contradiction.why or KINDS.get(contradiction.kind, contradiction.kind),
        sections(
            Section("What kind it is", (Line(f"{contradiction.kind}: {KINDS.get(contradiction.kind, '')}"),)),
            *(
                Section(f"Side {number}", tuple(_side(known, [*side.claims], [known.quote(e) for e in side.evidence])))
                for number, side in enumerate(contradiction.sides, 1)
            ),
            Section("About", tuple(about)),
        ),
    )


def _side(known: Known, claims: Sequence[str], quotes: Sequence[Quote]) -> Iterator[Line]:
    speakers = list(dict.fromkeys(known.speaker(known.claims[c]) for c in claims if c in known.claims))
    if speakers:
        yield Line(f"Said by {listed(speakers)}:")
    for quote in quotes:
        outlet = known.outlet(known.reports[quote.report])
        yield Line(f"{outlet}, {known.published_in_words(quote.report)}:", (quote,))


def explain_passage(known: Known, copies: Copies) -> Explanation:
    """Which reports share which characters, and who had them first."""
    names = [known.outlet(known.reports[report]) for report in copies.reports]
    origin = f"It goes back to {copies.origin}." if copies.origin else "Nothing tells who had it first."
    return Explanation(
        "passage",
        copies.id,
        f"Passage that {listed(names)} share",
        f"{PASSAGES.get(copies.kind, copies.kind)} {origin}",
        sections(
            Section("Who had it first", (Line(copies.why),) if copies.why else ()),
            Section("The words in each report", tuple(_side(known, (), [known.quote(e) for e in copies.spans]))),
            Section("What follows", (Line("For what it tells, these reports count as one origin."),)),
        ),
    )


def explain_followup(known: Known, followup: Followup) -> Explanation:
    """What was announced by whom for when, and what became of it."""
    event = known.events[followup.event]
    quote = known.event_quote(event)
    window = known.days(*followup.window) if followup.window else "no time is said"
    acts = [known.events[e] for e in followup.by if e in known.events]
    return Explanation(
        "followup",
        followup.event,
        f"Announced: {kind_in_words(event.event.type, event.event.mode).lower()}",
        f"{followup.outcome.capitalize()}. {OUTCOMES.get(followup.outcome, '')}",
        sections(
            Section("What was announced", (_told_by(known, event, quote), Line(f"For when: {window}."))),
            Section("What became of it", (Line(followup.why),) if followup.why else ()),
            Section("By these acts", tuple(_told_by(known, act, known.event_quote(act)) for act in acts)),
            Section("What the event is", tuple(_event_lines(known, event))),
        ),
    )


def _told_by(known: Known, event: CaseEvent, quote: Quote) -> Line:
    outlet, day = known.outlet(known.reports[event.report]), known.published_in_words(event.report)
    claim = known.claims.get(event.claim) if event.claim else None
    said = f", on the word of {known.speaker(claim)}" if claim else ""
    return Line(f"{outlet}, {day}{said}:", (quote,), event.id)


def explain_event(known: Known, event: CaseEvent) -> Explanation:
    """Which words name it, who, where and when by which words, on whose word, and of which incident it tells."""
    incident = known.incident_of.get(event.id)
    happening = (Line(known.title(incident), (), incident.id),) if incident else ()
    return Explanation(
        "event",
        event.id,
        f"{kind_in_words(event.event.type, event.event.mode)}: “{event.event.trigger.text}”",
        f"One telling in {known.outlet(known.reports[event.report])}, {STATUSES.get(event.event.status, '')}.",
        sections(
            Section("What the event is", tuple(_event_lines(known, event))),
            Section("On whose word", tuple(_claim_lines(known, known.claims.get(event.claim or "")))),
            Section("The incident that it tells of", happening),
        ),
    )


def _event_lines(known: Known, event: CaseEvent) -> Iterator[Line]:
    told = event.event
    mode = f", {told.mode}" if told.mode else ""
    yield Line(f"PLOVER {told.type}{mode}; {STATUSES.get(told.status, told.status)}.", (known.event_quote(event),))
    for role, participants, ids in (("Who", told.actor, event.actors), ("To whom", told.recipient, event.recipients)):
        for participant, actor in zip(participants, ids, strict=True):
            name = known.actors[actor].name if actor in known.actors and actor else "nobody who is known"
            yield Line(f"{role}: “{participant.span.text}” is {name}.", (), actor)
    for span, place in zip(told.place, event.places, strict=True):
        where = (
            f"is {known.places[place].name} ({known.places[place].precision})" if place else "is not in the gazetteer"
        )
        yield Line(f"Where: “{span.text}” {where}.")
    basis = f": {BASES[event.date_basis]}" if event.date_basis else ""
    words = f" (“{', '.join(span.text for span in told.date)}”)" if told.date else ""
    yield Line(f"When: {known.days(event.begin, event.end)}{words}{basis}.")
    for kind in COUNTED:
        for number in getattr(told, kind):
            yield Line(
                f"{kind.capitalize()}: “{number.text}” is {bounds(number)}.", (known.quoted(event.report, number),)
            )
    for weapon in told.weapon:
        yield Line(f"With what: “{weapon.text}”.")


def explain_claim(known: Known, claim: CaseClaim) -> Explanation:
    """Who says so to whom, by which words, and what follows."""
    events = [known.events[e] for e in claim.events if e in known.events]
    return Explanation(
        "claim",
        claim.id,
        f"{known.speaker(claim)} ({claim.claim.modality})",
        f"A {claim.claim.kind} claim in {known.outlet(known.reports[claim.report])},"
        f" {known.published_in_words(claim.report)}.",
        sections(
            Section("Who says what", tuple(_claim_lines(known, claim))),
            Section("What it tells of", tuple(_told_by(known, event, known.event_quote(event)) for event in events)),
        ),
    )


def _claim_lines(known: Known, claim: CaseClaim | None) -> Iterator[Line]:
    if claim is None:
        yield Line("The report's own word: no claim holds it.")
        return
    said = claim.claim
    if said.source is not None:
        yield Line(f"Who: {known.speaker(claim)}.", (known.quoted(claim.report, said.source),), claim.source_actor)
    if said.cue is not None:
        yield Line(f"By the word “{said.cue.text}” ({said.modality}, {said.kind}).")
    if claim.via:
        yield Line(f"Told through {listed(known.names(claim.via))}, the nearest to the fact first.")
    for span in said.content:
        yield Line("What is said:", (known.quoted(claim.report, span),))
    outer = known.claims.get(claim.inside) if claim.inside else None
    if outer is not None:
        yield Line(f"It is told inside the claim of {known.speaker(outer)}.", (), outer.id)


def explain_report(known: Known, read: ReadReport) -> Explanation:
    """Where it comes from, when it was published and who says so, and what it shares with others."""
    report = read.report
    shared = [copies for copies in known.contents.comparison.copies if report.id in copies.reports]
    incidents = {i.id: i for e in known.contents.comparison.events if e.report == report.id
                 for i in [known.incident_of.get(e.id)] if i}  # fmt: skip
    told_by = f", as {report.published.told_by} says" if report.published else ""
    return Explanation(
        "report",
        report.id,
        known.headline(read),
        f"{report.outlet or 'Outlet unknown'}, {known.published_in_words(report.id)}{told_by}.",
        sections(
            Section("Where it comes from", tuple(_provenance(known, read))),
            Section("What it shares with others", tuple(
                Line(copies.why or PASSAGES.get(copies.kind, copies.kind),
                     tuple(known.quote(e) for e in copies.spans if e.report == report.id), copies.id)
                for copies in shared
            )),
            Section("What it tells of", tuple(
                Line(f"{known.title(incident)} ({incident.standing}).", (), incident.id)
                for incident in incidents.values()
            )),
        ),
    )  # fmt: skip


def _provenance(known: Known, read: ReadReport) -> Iterator[Line]:
    report = read.report
    part = f" [{report.part}]" if report.part else ""
    yield Line(f"{report.file}{part}, characters {report.start} to {report.end}; SHA-256 {report.sha256}.")
    if report.agency:
        yield Line(f"It credits {report.agency}.")
    if report.published_from:
        sharers = [known.headline(known.reports[other]) for other in report.published_from if other in known.reports]
        yield Line(
            f"Its date is inferred from {counted(len(sharers), 'report')} that shares a passage: {listed(sharers)}."
        )
    if not read.report.read:
        yield Line(f"Kept, but not read: it is in a language that the model does not read ({report.language}).")
