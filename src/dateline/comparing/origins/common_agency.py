"""Do two reports have it from one agency, each in words of its own? Weaker than a shared passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.comparing.clusters import Cluster
from dateline.comparing.origins.direction import published_day
from dateline.comparing.wording import Wording, likeness
from dateline.language.names import fold
from dateline.lexicons.media import agencies
from dateline.model.actor import Evidence
from dateline.model.case import CaseEvent, Copies
from dateline.model.reading import ReadReport
from dateline.model.span import Span

# Cosine of the names and numbers of two reports from which they give the same facts (casebook: reports on one incident
# lie about 0.2 to 0.3 when nothing but the incident joins them).
SAME_FACTS = 0.35
# What an agency sends out on one day is printed on that day and the next.
WITHIN = timedelta(days=1)
# Reports of one happening on one agency's word are compared with the next ones in time only.
NEXT = 60


@dataclass(frozen=True, slots=True)
class _Credited:
    """A report that has an incident from an agency: its index, its day, whether it is the agency's own, the sentence
    that tells of the incident."""

    at: int
    report: ReadReport
    day: date | None
    own: bool
    telling: Span


def find_common_agencies(
    reports: Sequence[ReadReport],
    events: Sequence[CaseEvent],
    clusters: Sequence[Cluster],
    wording: Wording,
    known: Sequence[Copies],
) -> tuple[Copies, ...]:
    """Pairs of kind "quote": reports on one incident that both name one agency as where they have it from, and give
    the same names and numbers. known: copies found already, whose pairs are left out."""
    index = {report.report.id: at for at, report in enumerate(reports)}
    by_id = {event.id: event for event in events}
    sharing: dict[str, set[int]] = {}
    for number, copies in enumerate(known):
        for copied in copies.reports:
            sharing.setdefault(copied, set()).add(number)
    spelt = {fold(written): name for name, written in _spellings()}
    sources = [_sources(report, spelt) for report in reports]
    found: dict[tuple[str, str], Copies] = {}
    for cluster in clusters:
        told = {event.report: event for event in map(by_id.__getitem__, reversed((*cluster.events, *cluster.counter)))}
        by_agency: dict[str, list[_Credited]] = {}
        for at in sorted(index[report] for report in told) if len(told) > 1 else ():
            for agency, own in sources[at].items():
                report = reports[at]
                telling = _sentence(report, told[report.report.id])
                credited = _Credited(at, report, published_day(report.report), own, telling)
                by_agency.setdefault(agency, []).append(credited)
        for agency, members in by_agency.items():
            for a, b in _pairs(members):
                key = _key(a, b)
                shared = sharing.get(key[0], set()) & sharing.get(key[1], set())
                if not shared and likeness(wording.names[a.at], wording.names[b.at]) >= SAME_FACTS:
                    found.setdefault(key, _copies(a, b, agency))
    return tuple(found.values())


def _spellings() -> Iterator[tuple[str, str]]:
    for name, written in agencies().items():
        yield from ((name, spelling) for spelling in (name, *(written if isinstance(written, list) else ())))


def _sources(read: ReadReport, spelt: Mapping[str, str]) -> dict[str, bool]:
    """Agencies that a report has its news from: published by it (True), credited, or named with a claim."""
    named = [span.text for claim in read.reading.claims for span in (*claim.via, *filter(None, [claim.source]))]
    found = dict.fromkeys(filter(None, (spelt.get(fold(name)) for name in (read.report.agency or "", *named))), False)
    if own := spelt.get(fold(read.report.outlet or "")):
        found[own] = True
    return found


def _sentence(read: ReadReport, event: CaseEvent) -> Span:
    """The sentence that tells of an event; its trigger alone where no sentence holds it."""
    return next((s for s in read.reading.sentences if s.holds(event.event.trigger)), event.event.trigger)


def _pairs(members: Sequence[_Credited]) -> Iterable[tuple[_Credited, _Credited]]:
    """Those near each other in time; two of the agency's own are two stories."""
    ordered = sorted(members, key=lambda m: (m.day or date.min, m.at))
    for place, a in enumerate(ordered):
        for b in ordered[place + 1 : place + NEXT]:
            if not (a.own and b.own) and (a.day is None or b.day is None or b.day - a.day <= WITHIN):
                yield (a, b) if a.at < b.at else (b, a)


def _key(a: _Credited, b: _Credited) -> tuple[str, str]:
    first, second = sorted((a.report.report.id, b.report.report.id))
    return first, second


def _copies(a: _Credited, b: _Credited, agency: str) -> Copies:
    spans = tuple(Evidence(one.report.report.id, one.telling) for one in (a, b))
    why = f"Both have it from {agency}, and give the same names and numbers in different words."
    return Copies(tuple(evidence.report for evidence in spans), "quote", spans, agency, why)
