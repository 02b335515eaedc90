"""How many independent first-hand tellers does a happening have?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.comparing.standings.one_speaker import find_same
from dateline.comparing.standings.speakers import Teller, Tellers, outlet_of
from dateline.model.case import CaseClaim, CaseEvent, Copies
from dateline.model.reading import ReadReport

# A statement is known by its first words.
OPENING = 6
UNKNOWN = "neither outlet, agency nor speaker is known"
PRINTED = "in words that another report prints too"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Who tells of a happening first-hand. of_event: event id -> its origin; names: origin -> a name for people;
    origin: a teller's key -> its origin; reasons: event id -> why it is of that origin, in words without a stop;
    echoes: ids of events that are counted with another teller of their report; joined: origin -> the keys of all
    tellers that were found to be this one, where there are several."""

    of_event: Mapping[str, str]
    names: Mapping[str, str]
    origin: Callable[[str], str] = field(default=str)
    reasons: Mapping[str, str] = field(default_factory=dict)
    echoes: frozenset[str] = frozenset()
    joined: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def count(self, events: Iterable[str]) -> int:
        """Independent origins of these events; tellings by nobody known count as one when there is no other."""
        found = {self.of_event[event] for event in events if event in self.of_event}
        known = {origin for origin in found if origin in self.names}
        return len(known) or min(1, len(found))


@dataclass(frozen=True, slots=True)
class Words:
    """Shared words. passage: what several reports print; claims: ids of the claims that are one statement there."""

    passage: Copies
    claims: tuple[tuple[str, ...], ...] = ()


def count_origins(
    events: Sequence[CaseEvent], reports: Mapping[str, ReadReport], tellers: Tellers, shared: Sequence[Words]
) -> Ledger:
    """Origins after joining what is one: shared passages and statements, and a report's own words with those whom it
    names. What a report prints in its own name in a passage that is from another is the other's word.

    shared: what reports of these events share.
    """
    joined = _Joined()
    same = find_same(_all_tellers(events, reports, tellers), reports, tellers)
    for one in same:
        joined.join(one.kept, one.other)
    by_report: dict[str, list[CaseEvent]] = {}
    for event in events:
        by_report.setdefault(event.report, []).append(event)
    told = {e.id: tellers.of_event(e, reports[e.report]) for e in events}
    keys = {e.id: _key(e, by_report[e.report], told, tellers.publisher(reports[e.report])) for e in events}
    whose = {one.of: one.why for one in same}
    reasons = {e.id: _whose(told[e.id], keys[e.id], reports[e.report], whose) for e in events}
    sources: dict[str, Teller] = {}
    for words in shared:
        held = [e for s in words.passage.spans for e in by_report.get(s.report, ()) if s.span.holds(e.event.trigger)]
        _join_all(joined, [keys[e.id] for e in held])
        source = tellers.printed(words.passage)
        own = [e for e in held if not told[e.id].sourced and keys[e.id] == told[e.id].key]
        if len({e.report for e in held}) > 1:
            reasons |= {e.id: f"{_whose(told[e.id], keys[e.id], reports[e.report], whose)}, {PRINTED}" for e in held}
        if source is not None and own:
            _join_all(joined, [source.key, *(keys[e.id] for e in own)])
            sources.setdefault(source.key, source)
            others = [e for e in own if told[e.id].key != source.key]
            reasons |= {e.id: f"{outlet_of(reports[e.report].report)} prints words of {source.name}" for e in others}
        for claims in words.claims:
            cases = [tellers.claims[claim] for claim in claims]
            spoken = [tellers.of_claim(claim, reports[claim.report]) for claim in cases if claim.report in reports]
            _join_all(joined, [teller.key for teller in spoken])
    known = [*told.values(), *(tellers.publisher(report) for report in reports.values())]
    owners = _join_families(keys, known, tellers, joined)
    reasons |= {e: f"{reasons[e]} (owner: {owner})" for e, key in keys.items() if (owner := owners.get(key))}
    of_event = {event: joined.root(key) for event, key in keys.items()}
    echoes = frozenset(event for event, teller in told.items() if teller.key != keys[event])
    return Ledger(
        of_event, _names(keys, known, joined, list(sources.values())), joined.root, reasons, echoes, joined.members()
    )


def _all_tellers(events: Sequence[CaseEvent], reports: Mapping[str, ReadReport], tellers: Tellers) -> Iterator[Teller]:
    """Who tells of the events first-hand, in their order."""
    return (tellers.of_event(event, reports[event.report]) for event in events)


def find_shared_words(copies: Sequence[Copies], claims: Mapping[str, Sequence[CaseClaim]]) -> dict[str, list[Words]]:
    """Report id -> what it shares with others. claims: by report id."""
    found: dict[str, list[Words]] = {}
    for passage in copies:
        words = Words(passage, _statements(passage, claims))
        for report in passage.reports:
            found.setdefault(report, []).append(words)
    return found


def _statements(passage: Copies, claims: Mapping[str, Sequence[CaseClaim]]) -> tuple[tuple[str, ...], ...]:
    """The claims of several reports whose content is the same within a shared passage."""
    by_words: dict[str, list[str]] = {}
    for evidence in passage.spans:
        for claim in claims.get(evidence.report, ()):
            for content in claim.claim.content:
                # Where it begins is the same in both, also when an editor cut its end.
                if evidence.span.overlaps(content) and (said := _opening(content.text)):
                    by_words.setdefault(said, []).append(claim.id)
    return tuple(tuple(dict.fromkeys(ids)) for ids in by_words.values() if len(ids) > 1)


def _opening(text: str) -> str:
    """The first words of a statement, without its quotation marks; "" for too few to be known by."""
    words = _WORD.findall(text.casefold())[:OPENING]
    return " ".join(words) if len(words) == OPENING else ""


def _key(event: CaseEvent, of_report: Sequence[CaseEvent], told: Mapping[str, Teller], publisher: Teller) -> str:
    """A report that names its sources has no word of its own: its unsourced sentences go with its first source.

    Those whom it does not name ("officials", "a commander") may be one and count once; a body that is called by what
    it is ("the police", "the coalition") is nobody else.
    """
    teller = told[event.id]
    sourced = [told[e.id] for e in of_report if told[e.id].sourced]
    if not teller.sourced:
        return sourced[0].key if sourced else publisher.key
    return teller.key if teller.named or teller.body else next(t.key for t in sourced if not t.named and not t.body)


def _whose(teller: Teller, key: str, report: ReadReport, same: Mapping[str, str]) -> str:
    """Whose word an event is, for people. same: why a teller counts with another, by his key."""
    if not teller.sourced:
        outlet = outlet_of(report.report)
        if teller.key != key:
            return f"{outlet} names its sources and adds no word of its own"
        if not teller.known:
            return f"{outlet} credits {teller.name}" if report.report.agency else UNKNOWN
        return f"{outlet} credits {teller.name}" if report.report.agency else f"{outlet}'s own word"
    why = f", {same[key]}" if key == teller.key and key in same else ""
    return f"the word of {teller.name}{'' if teller.named else ', without a name'}{why}"


def _join_families(
    keys: Mapping[str, str], known: Sequence[Teller], tellers: Tellers, joined: _Joined
) -> dict[str, str]:
    """Joins the outlets of one owner with each other, and with the first of his own bodies that tells of it too; the
    owner by the key of each outlet that was joined. Two ministries stay two: each may know of its own."""
    named = {teller.key: teller for teller in known if teller.known and teller.named}
    telling = {key: named[key] for key in keys.values() if key in named}
    outlets: dict[str, list[str]] = {}
    for key, teller in telling.items():
        if (owner := tellers.owner_of(teller)) is not None:
            outlets.setdefault(owner, []).append(key)
    found: dict[str, str] = {}
    for owner, of_one in outlets.items():
        bodies = [k for k, t in telling.items() if k not in of_one and tellers.is_body_of(t, owner)]
        family = [*bodies[:1], *of_one]
        _join_all(joined, family)
        found |= dict.fromkeys(of_one if len(family) > 1 else (), owner)
    return found


def _names(
    keys: Mapping[str, str], tellers: Sequence[Teller], joined: _Joined, sources: Sequence[Teller]
) -> dict[str, str]:
    """A name per known origin: of several joined ones the first speaker that is named; else where a shared passage is
    from; else the first that is named at all, in order of telling."""
    known: dict[str, Teller] = {}
    for teller in tellers:
        if teller.known:
            known.setdefault(teller.key, teller)
    telling = [known[key] for key in dict.fromkeys(keys.values()) if key in known]
    named = [teller for teller in telling if teller.named]
    printing = {joined.root(source.key) for source in sources}
    first = [t for t in named if t.sourced and joined.root(t.key) in printing]
    names: dict[str, str] = {}
    for teller in [*first, *sources, *named, *telling]:
        names.setdefault(joined.root(teller.key), teller.name)
    return names


def _join_all(joined: _Joined, keys: Sequence[str]) -> None:
    for other in keys[1:]:
        joined.join(keys[0], other)


class _Joined:
    """Union-find over keys."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, key: str) -> str:
        while (parent := self._parent.get(key, key)) != key:
            key = parent
        return key

    def members(self) -> dict[str, list[str]]:
        """Each root of several keys with all of them, itself among them."""
        found: dict[str, list[str]] = {}
        for key in self._parent:
            root = self.root(key)
            found.setdefault(root, [root]).append(key)
        return found

    def join(self, a: str, b: str) -> None:
        a, b = self.root(a), self.root(b)
        if a != b:
            self._parent[b] = a
