"""What did an earlier comparison count, of a case of which only some reports are compared again?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the reports of a case that are not at hand. Of the reports at hand the first `old` were counted.

    reports: how many were counted; telling: how many of these tell of any event. persons: person id -> reports that
    name him and do not quote him. actors: actor id -> reports in whose tellings he takes part. others: event id -> with
    how many tellings of the case the telling that begins with this event is compared. settled: event id -> number of
    the incident in which its telling stays.
    """

    old: int = 0
    reports: int = 0
    telling: int = 0
    persons: Mapping[str, int] = field(default_factory=dict)
    actors: Mapping[str, int] = field(default_factory=dict)
    others: Mapping[str, int] = field(default_factory=dict)
    settled: Mapping[str, int] = field(default_factory=dict)
