"""Why is this one incident, who says so, and what stands against it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.exports.explaining.explanation import Explanation, Line, Section, counted, listed, sections
from dateline.exports.explaining.missing import left_out, said_by_nobody
from dateline.exports.known import Known, Quote, bounds
from dateline.model.case import Contested, Figure, Incident, Range, Telling
from dateline.model.event import COUNTED
from dateline.model.grading import reliability_of

# Words that are shown for one side or chain; the rest is in the dossier.
MOST_QUOTES = 3
MOST_TELLINGS = 12
ASKED = {
    "actor": "who did it",
    "killed": "how many were killed",
    "injured": "how many were injured",
    "place": "where it happened",
    "date": "when it happened",
    "happened": "whether it happened",
}
"""The attributes that tellings can differ on, as questions."""
MEANING = {
    "corroborated": "Corroborated: two or more independent origins tell it, and nothing is in dispute between them.",
    "single-origin": "Single-origin: all tellings go back to one origin, so nobody confirms it independently.",
    "contested": "Contested: independent tellings differ.",
    "denied": "Denied: only one origin tells it and another says that it did not happen, or nobody says that it did.",
}
"""What each standing means."""
RULES = {
    "acled": "of the figures not overtaken the one that most origins give, of several such the lowest",
    "ucdp": "the middle of the origins' figures not overtaken, the lower of two",
    "airwars": "only the range, no number",
    "latest": "the figure of the report published last",
}
"""How each rule picks a number (docs/comparing.md)."""


def explain_incident(known: Known, incident: Incident) -> Explanation:
    """Everything that the incident's standing rests on."""
    return Explanation(
        "incident",
        incident.id,
        known.title(incident),
        _in_short(known, incident),
        sections(
            Section("Why these tellings are one", tuple(_why_one(known, incident))),
            Section("Whose word it is", tuple(_origins(known, incident))),
            Section(f"Why it is {incident.standing}", tuple(_standing(known, incident))),
            *(_dispute(known, dispute) for dispute in incident.contested),
            Section("Which numbers count", tuple(_numbers(known, incident))),
            Section("What each outlet leaves out", tuple(left_out(known, incident))),
            Section("What nobody says", tuple(said_by_nobody(known, incident))),
            Section("Who contradicts whom", tuple(_contradictions(known, incident))),
            Section("What was announced", tuple(_announced(known, incident))),
            Section("Reports that are likely about it too", tuple(_related(known, incident))),
        ),
    )


def _in_short(known: Known, incident: Incident) -> str:
    outlets = {known.outlet(known.reports[report]) for report in incident.reports}
    told = counted(len(incident.reports), "report")
    whose = f"{counted(incident.origins, 'origin')}"
    named = f" ({listed(incident.origin_keys)})" if incident.origin_keys else ""
    outlets_told = f" of {counted(len(outlets), 'outlet')}" if len(incident.reports) > 1 else ""
    tell = "tell" if len(incident.reports) > 1 else "tells"
    return (
        f"{known.days(incident.begin, incident.end)}. {told}{outlets_told} {tell} it,"
        f" on the word of {whose}{named}: {incident.standing}."
    )


def _related(known: Known, incident: Incident) -> Iterator[Line]:
    """An inference, and said to be one: these reports tell of no act of it, and count for nothing in it."""
    for related in incident.related:
        report = known.reports[related.report]
        title = f" (“{report.report.title}”)" if report.report.title else ""
        why = " ".join(related.why)
        yield Line(f"{known.outlet(report)}{title}: inferred, likelihood {related.likelihood:.2f}. {why}", (), None)


def _why_one(known: Known, incident: Incident) -> Iterator[Line]:
    """The reasons, as they were found; the last of them is the standing, which has a section of its own."""
    if len(incident.events) == 1:
        (event,) = incident.events
        yield Line("One sentence of one report tells it.", (known.event_quote(known.events[event]),))
        return
    yield Line(f"{counted(len(incident.events), 'telling')} in {counted(len(incident.reports), 'report')} were joined:")
    for reason in incident.why[:-1]:
        yield Line(reason)


def _origins(known: Known, incident: Incident) -> Iterator[Line]:
    """Each origin with the chains outlet ← agency ← speaker that lead to it, and the words at their end."""
    for origin in [*incident.origin_keys, None]:
        chains = [telling for telling in incident.tellings if telling.origin == origin]
        if not chains:
            continue
        name = f"Origin: {origin}" if origin else "Adds no origin"
        letter = reliability_of([origin], known.judged) if origin and known.judged else None
        judged = f", reliability {letter}" if letter else ""
        yield Line(f"{name} ({counted(len({t.report for t in chains}), 'report')}{judged})")
        for telling in chains[:MOST_TELLINGS]:
            yield Line(f"{known.tellers(telling)}. {telling.why}", tuple(_words_of(known, telling)))
        if len(chains) > MOST_TELLINGS:
            yield Line(f"… and {len(chains) - MOST_TELLINGS} more.")


def _words_of(known: Known, telling: Telling) -> Iterator[Quote]:
    """The words through which it was told: of the speaker, else of the event."""
    for event in (known.events[e] for e in telling.events[:1]):
        claim = known.claims.get(event.claim) if event.claim else None
        if claim is not None and claim.claim.source is not None:
            yield known.quoted(event.report, claim.claim.source)
            if known.sentence(event.report, claim.claim.source).holds(event.event.trigger):
                return
        yield known.event_quote(event)


def _standing(known: Known, incident: Incident) -> Iterator[Line]:
    yield Line(MEANING.get(incident.standing, incident.standing))
    if incident.contested:
        yield Line(f"In dispute: {listed([ASKED.get(d.attribute, d.attribute) for d in incident.contested])}.")
    if incident.why:
        yield Line(incident.why[-1])
    grading = known.grading_of.get(incident.id)
    if grading is not None:
        letter = reliability_of(incident.origin_keys, known.judged)
        yield Line(
            f"Airwars' scale: {grading.airwars or 'not graded'}. {grading.airwars_why}",
            tuple(known.quote(words) for words in grading.evidence[:MOST_QUOTES]),
        )
        judged = (
            "nobody has judged its sources" if letter == "F" else "the best letter that your list gives its origins"
        )
        yield Line(f"Admiralty code: {letter}{grading.credibility}. {grading.credibility_why} {letter}: {judged}.")


def _dispute(known: Known, dispute: Contested) -> Section:
    lines = [
        Line(
            f"{known.value(side.value)} ({counted(side.origins, 'origin')}):",
            tuple(known.side_quotes(dispute, side)[:MOST_QUOTES]),
        )
        for side in dispute.values
    ]
    return Section(f"In dispute: {ASKED.get(dispute.attribute, dispute.attribute)}", tuple(lines))


def _numbers(known: Known, incident: Incident) -> Iterator[Line]:
    """The range with what each rule would make of it, then every number: those that count, and why others do not."""
    for quantity in COUNTED:
        figures = [figure for figure in incident.figures if figure.quantity == quantity]
        if not figures:
            continue
        yield Line(_range_in_words(incident, quantity))
        for figure in sorted(figures, key=lambda figure: not figure.counted):
            yield Line(_figure_in_words(known, figure), (known.quote(figure.words),))


def _range_in_words(incident: Incident, quantity: str) -> str:
    """ "Killed: 9 to 17, best 17 by the rule acled. By other rules: ucdp 14, airwars only the range." """
    counted_as: Range | None = getattr(incident, quantity)
    if counted_as is None:
        return f"{quantity.capitalize()}: no number makes a range."
    if counted_as.max is None:
        span = f"at least {counted_as.min}"
    else:
        span = str(counted_as.min) if counted_as.min == counted_as.max else f"{counted_as.min} to {counted_as.max}"
    best = "none" if counted_as.best is None else str(counted_as.best)
    rule = counted_as.rule + (f" ({RULES[counted_as.rule]})" if counted_as.rule in RULES else "")
    others = [
        f"{estimate.rule} {'only the range' if estimate.best is None else estimate.best}"
        for estimate in incident.estimates
        if estimate.quantity == quantity and estimate.rule != counted_as.rule
    ]
    other_rules = f" By other rules: {', '.join(others)}." if others else ""
    return f"{quantity.capitalize()}: {span}, best {best} by the rule {rule}.{other_rules}"


def _figure_in_words(known: Known, figure: Figure) -> str:
    """ "In the range: 14 killed, civilians, on the word of the ministry (Echo, as of 5 March 2031)." """
    counts = "In the range" if figure.counted else "Not in the range"
    whom = f", {figure.whom}" if figure.whom else ""
    word = f"on the word of {figure.origin}" if figure.origin else "nobody knows on whose word"
    outlet = known.outlet(known.reports[figure.words.report])
    day = f"as of {known.days(figure.as_of, figure.as_of)}" if figure.as_of else "undated"
    why = f": {figure.why}" if figure.why else ""
    return f"{counts}: {bounds(figure)} {figure.quantity}{whom}, {word} ({outlet}, {day}){why}."


def _contradictions(known: Known, incident: Incident) -> Iterator[Line]:
    for contradiction in known.contradictions_of(incident):
        first = [known.quote(side.evidence[0]) for side in contradiction.sides if side.evidence]
        yield Line(contradiction.why or contradiction.topic, tuple(first), contradiction.id)


def _announced(known: Known, incident: Incident) -> Iterator[Line]:
    told: Sequence[str] = incident.events
    for followup in (known.followup_of[e] for e in told if e in known.followup_of):
        quotes = (known.event_quote(known.events[followup.event]),)
        yield Line(f"{followup.outcome.capitalize()}. {followup.why}", quotes, followup.event)
    for followup in known.contents.comparison.followups:
        if set(followup.by) & set(told) and followup.event in known.events:
            quotes = (known.event_quote(known.events[followup.event]),)
            yield Line("It carries out what was announced before.", quotes, followup.event)
