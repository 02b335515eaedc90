"""Who had it first? Told by credits, then by the days of publication; otherwise left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.comparing.origins.groups import Group
from dateline.model.claim import Claim
from dateline.model.reading import ReadReport
from dateline.model.report import Report
from dateline.model.span import Span


def find_direction(group: Group, reports: Sequence[ReadReport]) -> tuple[str | None, str]:
    """The name of who told the passage first (None when nothing tells) and a sentence that says why."""
    for clue in (_by_publisher, _by_credit, _by_teller, _by_day, _by_speaker):
        found = clue(group, reports)
        if found is not None:
            return found
    return None, "No credit and no date tells which report had these words first."


Found = tuple[str, str] | None


def _by_publisher(group: Group, reports: Sequence[ReadReport]) -> Found:
    """One of the reports is published by the agency that another one credits."""
    agencies = {_folded(reports[i].report.agency) for i in group.spans} - {""}
    for i in group.spans:
        outlet = reports[i].report.outlet
        if outlet and _folded(outlet) in agencies:
            return outlet, f"{outlet} published it, and others credit {outlet}."
    return None


def _by_credit(group: Group, reports: Sequence[ReadReport]) -> Found:
    """Reports that credit an agency have it from there; a quotation is only credited where its claim says so."""
    if group.kind == "quote":
        return None
    credited = [reports[i].report for i in group.spans if reports[i].report.agency]
    agency = _most_common(report.agency for report in credited)
    if agency is None:
        return None
    return agency, f"{_outlets(r for r in credited if r.agency == agency)} credit{_s(credited)} {agency}."


def _by_teller(group: Group, reports: Sequence[ReadReport]) -> Found:
    """The words around the passage name a teller: "told AFP", "in an interview with …"."""
    tellers = [(via.text, reports[i].report) for i, span in group.spans.items() for via in _vias(reports[i], span)]
    name = _most_common(text for text, _ in tellers)
    if name is None:
        return None
    return name, f"{_outlets(report for text, report in tellers if text == name)} says that {name} was told it."


def _by_day(group: Group, reports: Sequence[ReadReport]) -> Found:
    """One report was published before all others."""
    days = sorted((r.report.published.value, i) for i, r in _dated(group, reports) if r.report.published)
    if len(days) < 2 or days[0][0][:10] == days[1][0][:10]:
        return None
    first, second = (reports[i].report for _, i in days[:2])
    name = first.outlet or first.agency
    return (
        (name, f"{name} published it on {days[0][0][:10]}, before {second.outlet or 'the next'} on {days[1][0][:10]}.")
        if name
        else None
    )


def _by_speaker(group: Group, reports: Sequence[ReadReport]) -> Found:
    """Words of one speaker that several reports quote come from the speaker."""
    if group.kind != "quote":
        return None
    name = _most_common(s for i, span in group.spans.items() for s in _speakers(reports[i], span))
    return (name, f"They are words of {name}; nothing tells which report had them first.") if name else None


def _dated(group: Group, reports: Sequence[ReadReport]) -> list[tuple[int, ReadReport]]:
    return [(i, reports[i]) for i in group.spans if reports[i].report.published is not None]


def _vias(report: ReadReport, span: Span) -> Iterable[Span]:
    for claim in _claims_over(report, span):
        yield from claim.via


def _speakers(report: ReadReport, span: Span) -> Iterable[str]:
    for claim in _claims_over(report, span):
        if claim.source_chain is not None and report.reading.chains[claim.source_chain].named:
            yield report.reading.chains[claim.source_chain].name


def _claims_over(report: ReadReport, span: Span) -> Iterable[Claim]:
    """The claims whose content the passage repeats."""
    for claim in report.reading.claims:
        if any(content.overlaps(span) for content in claim.content):
            yield claim


def published_day(report: Report) -> date | None:
    """The day a report was published, None when unknown or unreadable."""
    try:
        return report.published.day if report.published else None
    except ValueError:
        return None


def _folded(name: str | None) -> str:
    return " ".join((name or "").casefold().replace(".", "").split())


def _most_common(names: Iterable[str | None]) -> str | None:
    counted = Counter(name for name in names if name)
    return min(counted, key=lambda name: (-counted[name], name)) if counted else None


def _outlets(reports: Iterable[Report]) -> str:
    names = dict.fromkeys(report.outlet or "a report without an outlet" for report in reports)
    return " and ".join(names)


def _s(reports: Sequence[Report]) -> str:
    return "s" if len({report.outlet for report in reports}) == 1 else ""
