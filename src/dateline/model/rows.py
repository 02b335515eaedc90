"""How does a case look to other programs? The rows of the contract, part 2: one plain dictionary per noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dateline.model.actor import Actor, Evidence
from dateline.model.case import (
    CaseClaim,
    CaseEvent,
    CasePlace,
    Contents,
    Contradiction,
    Copies,
    Figure,
    Followup,
    Incident,
    Range,
)
from dateline.model.decision import Decision, Ruling, Subject, Suggestion
from dateline.model.event import AFFECTED, Participant
from dateline.model.grading import Grading, reliability_of, source_key
from dateline.model.omissions import Omissions
from dateline.model.reading import ReadReport
from dateline.model.report import Basis
from dateline.model.span import Span

Row = dict[str, object]

KINDS = (
    "reports", "claims", "events", "actors", "places", "incidents", "copies", "contradictions", "followups",
    "omissions", "suggestions", "decisions",
)  # fmt: skip


def rows_of(contents: Contents, kind: str) -> Iterator[Row]:
    """The rows of one kind (see KINDS), in the order of the case."""
    compared = contents.comparison
    match kind:
        case "reports":
            judged = _judged(contents)
            yield from (
                {**report_row(read), "reliability": reliability_of([read.report.outlet or ""], judged)}
                for read in contents.reports
            )
        case "claims":
            yield from map(claim_row, compared.claims)
        case "events":
            incident_of = {event: incident.id for incident in compared.incidents for event in incident.all_events}
            yield from (event_row(event, incident_of.get(event.id)) for event in compared.events)
        case "actors":
            yield from map(actor_row, compared.actors)
        case "places":
            yield from map(place_row, compared.places)
        case "incidents":
            judged, gradings = _judged(contents), {grading.incident: grading for grading in compared.gradings}
            yield from (
                {**incident_row(incident), **grades_row(incident, gradings.get(incident.id), judged)}
                for incident in compared.incidents
            )
        case "copies":
            yield from map(copies_row, compared.copies)
        case "contradictions":
            yield from map(contradiction_row, compared.contradictions)
        case "followups":
            yield from map(followup_row, compared.followups)
        case "omissions":
            yield from map(omissions_row, compared.omissions)
        case "suggestions":
            yield from map(suggestion_row, compared.suggestions)
        case "decisions":
            rulings = {ruling.number: ruling for ruling in compared.rulings}
            for decision in contents.decisions:
                yield decision_row(decision, rulings.get(decision.number))
        case _:
            raise KeyError(f"{kind}: a case has {', '.join(KINDS)}")


def report_row(read: ReadReport) -> Row:
    report = read.report
    return {
        "id": report.id,
        "source_id": report.source_id,
        "file": report.file,
        "part": report.part,
        "start": report.start,
        "end": report.end,
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "published": report.published.value if report.published else None,
        "published_basis": report.published_basis,
        "published_told_by": report.published.told_by if report.published else None,
        "published_from": list(report.published_from),
        "updated": report.updated.value if report.updated else None,
        "agency": report.agency,
        "dateline": report.dateline,
        "url": report.url,
        "language": report.language,
        "read": report.read,
        "text": report.text,
        "sha256": report.sha256,
    }


def claim_row(placed: CaseClaim) -> Row:
    claim = placed.claim
    source = None if claim.source is None else {**claim.source.to_dict(), "actor": placed.source_actor}
    return {
        "id": placed.id,
        "report": placed.report,
        "source": source,
        "cue": claim.cue.to_dict() if claim.cue else None,
        "content": _spans(claim.content),
        "kind": claim.kind,
        "modality": claim.modality,
        "inside": placed.inside,
        "via": list(placed.via),
        "events": list(placed.events),
        "rejected": placed.rejected,
        "confidence": round(claim.confidence, 4),
    }


def event_row(placed: CaseEvent, incident: str | None) -> Row:
    event = placed.event
    return {
        "id": placed.id,
        "report": placed.report,
        "trigger": event.trigger.to_dict(),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actor": _participants(event.actor, placed.actors),
        "recipient": _participants(event.recipient, placed.recipients),
        "place": [{**span.to_dict(), "place": place} for span, place in zip(event.place, placed.places, strict=True)],
        "date": _spans(event.date),
        "begin": _day(placed.begin),
        "end": _day(placed.end),
        "date_basis": placed.date_basis,
        "weapon": _spans(event.weapon),
        "killed": _spans(event.killed),
        "injured": _spans(event.injured),
        **{kind: _spans(getattr(event, kind)) for kind in AFFECTED},
        "claim": placed.claim,
        "incident": incident,
        "rejected": placed.rejected,
        "confidence": round(event.confidence, 4),
    }


def actor_row(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "named": actor.named,
        "aliases": [
            {
                "name": a.name,
                "reports": list(a.reports),
                "first": _day(a.first),
                "last": _day(a.last),
                "listed": a.listed,
                "begin": _day(a.begin),
                "end": _day(a.end),
            }
            for a in actor.aliases
        ],
        "relations": [
            {
                "type": r.type,
                "with": r.other,
                "begin": _day(r.begin),
                "end": _day(r.end),
                "evidence": _evidence(r.evidence),
            }
            for r in actor.relations
        ],
        "joined_by": list(actor.joined_by),
        "decided": list(actor.decided),
    }


def place_row(place: CasePlace) -> Row:
    return {
        "id": place.id,
        "name": place.name,
        "geonameid": place.geonameid,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def incident_row(incident: Incident) -> Row:
    return {
        "id": incident.id,
        "type": incident.type,
        "mode": incident.mode,
        "begin": _day(incident.begin),
        "end": _day(incident.end),
        "places": list(incident.places),
        "actors": list(incident.actors),
        "recipients": list(incident.recipients),
        "killed": _range(incident.killed),
        "injured": _range(incident.injured),
        **{kind: _range(getattr(incident, kind)) for kind in AFFECTED},
        "events": list(incident.events),
        "about": list(incident.about),
        "related": [
            {"report": r.report, "likelihood": r.likelihood, "why": list(r.why), "basis": Basis.INFERRED.value}
            for r in incident.related
        ],
        "reports": list(incident.reports),
        "origins": incident.origins,
        "origin_keys": list(incident.origin_keys),
        "tellings": [
            {
                "report": t.report,
                "outlet": t.outlet,
                "chain": list(t.chain),
                "origin": t.origin,
                "why": t.why,
                "events": list(t.events),
            }
            for t in incident.tellings
        ],
        "standing": incident.standing,
        "contested": [
            {
                "attribute": c.attribute,
                "values": [{"value": v.value, "events": list(v.events), "origins": v.origins} for v in c.values],
            }
            for c in incident.contested
        ],
        "figures": [_figure(figure) for figure in incident.figures],
        "by_rule": {
            quantity: {e.rule: e.best for e in incident.estimates if e.quantity == quantity}
            for quantity in dict.fromkeys(e.quantity for e in incident.estimates)
        },
        "why": list(incident.why),
        "decided": list(incident.decided),
    }


def _figure(figure: Figure) -> Row:
    return {
        "quantity": figure.quantity,
        "low": figure.low,
        "high": figure.high,
        **figure.words.to_dict(),
        "whom": figure.whom,
        "group": figure.group,
        "side": figure.side,
        "as_of": _day(figure.as_of),
        "event": figure.event,
        "origin": figure.origin,
        "counted": figure.counted,
        "why": figure.why,
    }


def grades_row(incident: Incident, grading: Grading | None, judged: Mapping[str, str]) -> Row:
    """The standing in the scales of others. judged: what a person holds of sources, by source_key()."""
    if grading is None:
        return {"airwars": None, "admiralty": None, "grades_why": []}
    reliability = reliability_of(incident.origin_keys, judged)
    return {
        "airwars": grading.airwars,
        "admiralty": {"reliability": reliability, "credibility": grading.credibility},
        "grades_why": [grading.airwars_why, grading.credibility_why],
    }


def omissions_row(omissions: Omissions) -> Row:
    return {
        "incident": omissions.incident,
        "window": [_day(day) for day in omissions.window] if omissions.window else None,
        "outlets": [{"outlet": c.outlet, "reports": list(c.reports)} for c in omissions.outlets],
        "details": [
            {
                "detail": detail.kind,
                "told": [
                    {"outlet": t.outlet, "value": t.value, "named": t.named, "evidence": _evidence(t.evidence)}
                    for t in detail.told
                ],
                "left_out": list(detail.left_out),
                "unclear": list(detail.unclear),
            }
            for detail in omissions.details
        ],
        "not_covered": [{"outlet": s.outlet, "published": s.published} for s in omissions.not_covered],
    }


def copies_row(copies: Copies) -> Row:
    return {
        "id": copies.id,
        "reports": list(copies.reports),
        "kind": copies.kind,
        "spans": _evidence(copies.spans),
        "origin": copies.origin,
        "why": copies.why,
    }


def contradiction_row(contradiction: Contradiction) -> Row:
    return {
        "id": contradiction.id,
        "kind": contradiction.kind,
        "topic": contradiction.topic,
        "sides": [
            {"claims": list(s.claims), "events": list(s.events), "evidence": _evidence(s.evidence)}
            for s in contradiction.sides
        ],
        "why": contradiction.why,
    }


def followup_row(followup: Followup) -> Row:
    return {
        "event": followup.event,
        "window": [_day(day) for day in followup.window] if followup.window else None,
        "outcome": followup.outcome,
        "by": list(followup.by),
        "why": followup.why,
    }


def _judged(contents: Contents) -> dict[str, str]:
    return {source_key(name): letter for name, letter in contents.reliability}


def suggestion_row(suggestion: Suggestion) -> Row:
    return {
        "id": suggestion.id,
        "actors": list(suggestion.actors),
        "names": list(suggestion.names),
        "score": suggestion.score,
        "why": list(suggestion.why),
    }


def decision_row(decision: Decision, ruling: Ruling | None) -> Row:
    return {
        "number": decision.number,
        "action": decision.action,
        "subjects": [_subject(subject) for subject in decision.subjects],
        "value": decision.value,
        "who": decision.who,
        "when": decision.when,
        "reason": decision.reason,
        "undoes": decision.undoes,
        "state": ruling.state if ruling else None,
        "why": ruling.why if ruling else "",
        "concerns": list(ruling.concerns) if ruling else [],
    }


def _subject(subject: Subject) -> Row:
    return {
        "kind": subject.kind,
        "shown": subject.shown,
        "names": [list(name) for name in subject.names],
        "ids": list(subject.ids),
        "anchors": _evidence(subject.anchors),
        "reports": list(subject.reports),
    }


def _spans(spans: Sequence[Span]) -> list[Row]:
    return [span.to_dict() for span in spans]


def _participants(participants: Sequence[Participant], actors: Sequence[str | None]) -> list[Row]:
    return [{**p.span.to_dict(), "actor": actor} for p, actor in zip(participants, actors, strict=True)]


def _evidence(evidence: Sequence[Evidence]) -> list[Row]:
    return [words.to_dict() for words in evidence]


def _range(counted: Range | None) -> Row | None:
    return None if counted is None else {"min": counted.min, "best": counted.best, "max": counted.max}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
