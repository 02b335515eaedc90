"""How many independent first-hand tellers does a happening have?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.comparing.standings.speakers import Teller, publisher
from dateline.model.case import CaseEvent, Copies
from dateline.model.reading import ReadReport


@dataclass(frozen=True, slots=True)
class Ledger:
    """Who tells of a happening first-hand. of_event: event id -> its origin; names: origin -> a name for people."""

    of_event: Mapping[str, str]
    names: Mapping[str, str]

    def count(self, events: Iterable[str]) -> int:
        """Independent origins of these events; tellings by nobody known count as one when there is no other."""
        found = {self.of_event[event] for event in events if event in self.of_event}
        known = {origin for origin in found if origin in self.names}
        return len(known) or min(1, len(found))


def count_origins(
    events: Sequence[CaseEvent],
    tellers: Mapping[str, Teller],
    reports: Mapping[str, ReadReport],
    copies: Sequence[Copies],
) -> Ledger:
    """Origins after joining what is one: shared passages, and a report's own words with those whom it names.

    copies: the passages that reports of these events share.
    """
    joined = _Joined()
    by_report: dict[str, list[CaseEvent]] = {}
    for event in events:
        by_report.setdefault(event.report, []).append(event)
    keys = {e.id: _key(e, by_report[e.report], tellers, reports[e.report]) for e in events}
    for passage in copies:
        told = [keys[e.id] for e in events if _holds(passage, e)]
        for other in told[1:]:
            joined.join(told[0], other)
    of_event = {event: joined.root(key) for event, key in keys.items()}
    return Ledger(of_event, _names(keys, tellers, reports, joined))


def _key(event: CaseEvent, of_report: Sequence[CaseEvent], tellers: Mapping[str, Teller], report: ReadReport) -> str:
    """A report that names its sources has no word of its own: its unsourced sentences go with its first source.

    Those whom it does not name ("officials", "a commander") may be one and count once.
    """
    teller = tellers[event.id]
    sourced = [tellers[e.id] for e in of_report if tellers[e.id].sourced]
    if not teller.sourced:
        return sourced[0].key if sourced else publisher(report).key
    return teller.key if teller.named else next(t.key for t in sourced if not t.named)


def _holds(passage: Copies, event: CaseEvent) -> bool:
    return any(e.report == event.report and e.span.holds(event.event.trigger) for e in passage.spans)


def _names(
    keys: Mapping[str, str], tellers: Mapping[str, Teller], reports: Mapping[str, ReadReport], joined: _Joined
) -> dict[str, str]:
    """A name per known origin; of several joined ones the first by order of telling."""
    known = {t.key: t.name for t in tellers.values() if t.known}
    known |= {p.key: p.name for p in map(publisher, reports.values()) if p.known and p.key not in known}
    names: dict[str, str] = {}
    for key in keys.values():
        if key in known:
            names.setdefault(joined.root(key), known[key])
    return names


class _Joined:
    """Union-find over keys."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, key: str) -> str:
        while (parent := self._parent.get(key, key)) != key:
            key = parent
        return key

    def join(self, a: str, b: str) -> None:
        a, b = self.root(a), self.root(b)
        if a != b:
            self._parent[b] = a
