"""Why are these names one actor, and what does he say and do?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.exports.explaining.explanation import Explanation, Line, Section, counted, listed, sections
from dateline.exports.explaining.speakers import Announcement, Ledger, Speakers, Statement, outcomes
from dateline.exports.known import Known, Quote
from dateline.exports.weights import by_weight
from dateline.language.names import fold
from dateline.model.actor import Actor, Alias
from dateline.model.case import Incident

MOST_STATEMENTS = 5
MOST_INCIDENTS = 10


def explain_actor(known: Known, actor: Actor, speakers: Speakers | None = None) -> Explanation:
    """His names with their dates and reasons, his relations, his ledger as a speaker, and what he did or suffered."""
    ledger = (speakers or Speakers(known)).of(actor)
    return Explanation(
        "actor",
        actor.id,
        actor.name,
        _in_short(actor, ledger),
        sections(
            Section("Names", tuple(_names(known, actor))),
            Section("Why these names are one", tuple(_why_one(known, actor))),
            Section("Relations", tuple(_relations(known, actor))),
            *speaker_sections(known, ledger),
            Section("Did, or is said to have done", tuple(_incidents(known, actor, suffered=False))),
            Section("Had done to it", tuple(_incidents(known, actor, suffered=True))),
        ),
    )


def explain_speaker(known: Known, actor: Actor, speakers: Speakers) -> Explanation:
    """Only the ledger: what he says over time, what he took back, what he announced."""
    ledger = speakers.of(actor)
    made = sections(*speaker_sections(known, ledger))
    return Explanation("speaker", actor.id, actor.name, _in_short(actor, ledger), made)


def speaker_sections(known: Known, ledger: Ledger) -> tuple[Section, ...]:
    """What he took back, what he announced and what became of it, what he says by topic."""
    reversals = [
        Line(c.why or c.topic, tuple(known.quote(e) for side in c.sides for e in side.evidence[:1]), c.id)
        for c in ledger.reversals
    ]
    announced = [
        Line(announcement_in_words(known, a), (a.quote,), a.event.id if a.event else None) for a in ledger.announcements
    ]
    said = [Section(f"On: {topic.name}", tuple(_statements(known, topic.statements))) for topic in ledger.topics]
    return (
        Section("What he, she or it takes back", tuple(reversals)),
        Section("Threats, vows, promises, plans and predictions", tuple(announced)),
        *said,
    )


def announcement_in_words(known: Known, announced: Announcement) -> str:
    """ "Threat (14 March 2031), to happen 14 Mar 2031 to 17 Mar 2031, if …: carried-out. …" """
    published = known.moment(announced.published) if announced.published else "undated"
    followup = announced.followup
    window = followup.window if followup else None
    when = f", for {known.days(*window)}" if window else ", no time said"
    condition = f", on a condition: “{announced.condition}”" if announced.condition else ""
    outcome = f"{followup.outcome}. {followup.why}" if followup else "not followed up."
    return f"{announced.kind.capitalize()} ({published}){when}{condition}: {outcome}"


def _statements(known: Known, statements: Sequence[Statement]) -> Iterator[Line]:
    for statement in statements[:MOST_STATEMENTS]:
        claim = statement.claim
        published = known.moment(statement.published) if statement.published else "undated"
        tellers = [known.outlet(known.reports[claim.report]), *reversed(known.names(claim.via))]
        through = " ← ".join(dict.fromkeys(tellers))
        yield Line(f"{published}, {claim.claim.modality}, through {through}.", (statement.quote,), claim.id)
    if len(statements) > MOST_STATEMENTS:
        yield Line(f"… and {len(statements) - MOST_STATEMENTS} more.")


def _in_short(actor: Actor, ledger: Ledger) -> str:
    names = [alias.name for alias in actor.aliases if alias.name != actor.name]
    called = f", also {listed(names)}" if names else ""
    reports = {report for alias in actor.aliases for report in alias.reports} or {r for r, _ in actor.chains}
    told = f"Named in {counted(len(reports), 'report')}."
    said = f" {counted(ledger.statements, 'statement')}." if ledger.statements else ""
    return f"{actor.kind.capitalize()}{called}. {told}{said}{_announced_in_short(ledger)}"


def _announced_in_short(ledger: Ledger) -> str:
    if not ledger.announcements:
        return ""
    became = outcomes(ledger.announcements)
    return f" {counted(len(ledger.announcements), 'announcement')}" + (f" ({became})." if became else ".")


def _names(known: Known, actor: Actor) -> Iterator[Line]:
    """Each name with the days that it is seen on, and one place where it stands."""
    for alias in actor.aliases:
        seen = known.days(alias.first, alias.last) if alias.first or alias.last else "in undated reports"
        quote = alias_quote(known, actor, alias)
        yield Line(f"“{alias.name}”: {counted(len(alias.reports), 'report')}, {seen}.", (quote,) if quote else ())


def alias_quote(known: Known, actor: Actor, alias: Alias) -> Quote | None:
    """Where an actor is first called by one of his names."""
    wanted = fold(alias.name)
    for report, chain in actor.chains:
        if report in alias.reports:
            for mention in known.reports[report].reading.mentions:
                if mention.chain == chain and wanted in fold(mention.span.text):
                    return known.quoted(report, mention.span)
    return None


def _why_one(known: Known, actor: Actor) -> Iterator[Line]:
    for reason in actor.joined_by:
        words = next((e for r in actor.relations for e in r.evidence if e.span.text in reason), None)
        yield Line(f"{reason[:1].upper()}{reason[1:]}.", (known.quote(words),) if words else ())
    if len(actor.aliases) > 1 and not actor.joined_by:
        yield Line("One report uses all of these names for one.")


def _relations(known: Known, actor: Actor) -> Iterator[Line]:
    for relation in actor.relations:
        other = known.actors[relation.other].name if relation.other in known.actors else relation.other
        when = f", {known.days(relation.begin, relation.end)}" if relation.begin or relation.end else ""
        quotes = tuple(known.quote(words) for words in relation.evidence[:2])
        yield Line(f"{relation.type} {other}{when}.", quotes, relation.other)


def _incidents(known: Known, actor: Actor, *, suffered: bool) -> Iterator[Line]:
    found = [i for i in known.contents.comparison.incidents if actor.id in (i.recipients if suffered else i.actors)]
    ordered: list[Incident] = sorted(found, key=by_weight)
    for incident in ordered[:MOST_INCIDENTS]:
        days = known.days(incident.begin, incident.end)
        yield Line(f"{days}: {known.title(incident)} ({incident.standing}).", (), incident.id)
    if len(ordered) > MOST_INCIDENTS:
        yield Line(f"… and {len(ordered) - MOST_INCIDENTS} more.")
