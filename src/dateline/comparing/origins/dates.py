"""When was an undated report written? It shares a passage with a dated one, so about then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dateline.comparing.origins.boilerplate import outlet_of
from dateline.comparing.origins.direction import published_day
from dateline.comparing.origins.groups import Group
from dateline.model.reading import ReadReport
from dateline.model.report import Basis

# Newspapers on the web begin here; an earlier "date of publication" is a mistake of a page's markup.
EARLIEST = date(1980, 1, 1)
# Fewer shared words do not date a report: a famous sentence is quoted for years.
LEAST_SHARED = 8
LEAST_IN_OUTLET = 40
# Reports that share a passage and lie further apart than this quote an archive; none of their days is the right one.
SPREAD_DAYS = 30


def infer_dates(groups: Sequence[Group], reports: Sequence[ReadReport]) -> Mapping[str, tuple[date, tuple[str, ...]]]:
    """Report id -> the earliest day of a dated report that shares most words with it, and that report's id."""
    inferred: dict[str, tuple[date, tuple[str, ...]]] = {}
    for group in sorted(groups, key=lambda g: -g.words):
        dated = sorted((day, i) for i in group.spans if (day := _plausible_day(reports[i])) is not None)
        if group.words < LEAST_SHARED or not dated or (dated[-1][0] - dated[0][0]).days > SPREAD_DAYS:
            continue
        for i in group.spans:
            report = reports[i]
            if report.report.published is not None or _is_furniture_perhaps(group, report, reports[dated[0][1]]):
                continue
            if not _tells_of_later(report, dated[0][0]):
                inferred.setdefault(report.report.id, (dated[0][0], (reports[dated[0][1]].report.id,)))
    return inferred


def _is_furniture_perhaps(group: Group, report: ReadReport, dated: ReadReport) -> bool:
    """Few words shared by two reports of one outlet may be its furniture, which stands for years."""
    outlet = outlet_of(report)
    return group.words < LEAST_IN_OUTLET and outlet is not None and outlet == outlet_of(dated)


def _plausible_day(report: ReadReport) -> date | None:
    day = published_day(report.report)
    if day is None or day < EARLIEST or report.report.published_basis is Basis.INFERRED:
        return None
    return day


def _tells_of_later(report: ReadReport, day: date) -> bool:
    """Whether the report tells of something that happened after that day, by a date in its own words."""
    return any(
        event.status == "actual" and event.date_basis is Basis.STATED and event.begin is not None and event.begin > day
        for event in report.reading.events
    )
