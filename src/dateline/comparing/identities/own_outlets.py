"""What are the outlets of the user's list called? By the list's name, whichever other name or address a report has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dateline.language.names import fold
from dateline.lexicons.outlets import Outlet
from dateline.model.reading import ReadReport
from dateline.model.report import Report


@dataclass(frozen=True, slots=True)
class _Listed:
    """The names of the list, by other names (folded) and by hosts."""

    by_name: Mapping[str, str]
    by_host: Mapping[str, str]

    def name(self, written: str | None) -> str | None:
        return self.by_name.get(fold(written), written) if written else None

    def host(self, url: str | None) -> str | None:
        """The outlet of an address, by its host or a part of it ("edition.example.com" is example.com's)."""
        host = (urlsplit(url).hostname or "") if url else ""
        while "." in host:
            if host in self.by_host:
                return self.by_host[host]
            host = host.split(".", 1)[1]
        return None


def name_outlets(reports: Sequence[ReadReport], outlets: Sequence[Outlet]) -> Sequence[ReadReport]:
    """The reports, their outlets and agencies named as the user's list has them; those of an unknown outlet get the
    one to whose hosts their address belongs."""
    if not outlets:
        return reports
    listed = _Listed(
        {fold(name): outlet.name for outlet in outlets for name in (outlet.name, *outlet.aliases)},
        {host.removeprefix("www."): outlet.name for outlet in outlets for host in outlet.hosts},
    )
    return [_named(read, listed) for read in reports]


def _named(read: ReadReport, listed: _Listed) -> ReadReport:
    report: Report = read.report
    outlet = listed.name(report.outlet) or listed.host(report.url)
    agency = listed.name(report.agency)
    if (outlet, agency) == (report.outlet, report.agency):
        return read
    return ReadReport(replace(report, outlet=outlet, agency=agency), read.reading)
