"""Which shared words mean nothing? Furniture that an outlet prints under everything, and set phrases of the trade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from dateline.comparing.origins.groups import Group
from dateline.model.reading import ReadReport

# An outlet that prints the same words in more reports than this repeats its furniture ("About us", "Read also").
REPEATS = 3
# Furniture is short; a longer passage in several reports of one outlet is a story told again.
LONGEST_FURNITURE = 60
# What so many reports share in so few words is a phrase of the trade, not a copy.
STOCK_REPORTS = 12
STOCK_WORDS = 25


def without_boilerplate(groups: Sequence[Group], reports: Sequence[ReadReport]) -> list[Group]:
    """The groups that say something: neither an outlet's furniture nor a phrase that everybody prints."""
    return [group for group in groups if not _is_furniture(group, reports) and not _is_stock(group)]


def outlet_of(report: ReadReport) -> str | None:
    """The outlet in lower case, else the host of the report's address."""
    if report.report.outlet:
        return report.report.outlet.casefold()
    return urlsplit(report.report.url).hostname if report.report.url else None


def _is_furniture(group: Group, reports: Sequence[ReadReport]) -> bool:
    """Most of the reports that share it are of one outlet, and many."""
    if group.words >= LONGEST_FURNITURE:
        return False
    outlets = Counter(outlet for i in group.spans if (outlet := outlet_of(reports[i])) is not None)
    most = max(outlets.values(), default=0)
    return most > REPEATS and most * 2 > len(group.spans)


def _is_stock(group: Group) -> bool:
    return group.words < STOCK_WORDS and len(group.spans) > STOCK_REPORTS
