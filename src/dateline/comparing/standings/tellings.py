"""Through whose hands did it come? The origin ledger of one incident: outlet ← agency ← speaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.comparing.standings.origins_counted import Ledger
from dateline.comparing.standings.speakers import Tellers, outlet_of
from dateline.language.names import fold
from dateline.model.case import CaseClaim, CaseEvent, Telling
from dateline.model.reading import ReadReport

# Outlets that a sentence names before it only counts the rest.
MOST_NAMED = 4
_SMALL = frozenset({"the", "a", "neither"})


def find_tellings(
    events: Sequence[CaseEvent], reports: Mapping[str, ReadReport], tellers: Tellers, ledger: Ledger
) -> tuple[Telling, ...]:
    """A telling for each chain of tellers of each report, in the order of the events. reports: by id."""
    told: dict[tuple[str, tuple[str, ...], str | None], list[CaseEvent]] = {}
    for event in events:
        report = reports[event.report]
        claim = tellers.claims.get(event.claim) if event.claim else None
        origin = ledger.names.get(ledger.of_event[event.id])
        told.setdefault((event.report, _chain(claim, report, tellers), origin), []).append(event)
    sharers: dict[str, dict[str, str]] = {}
    for event in events:
        named = outlet_of(reports[event.report].report)
        sharers.setdefault(ledger.of_event[event.id], {}).setdefault(event.report, named)
    return tuple(
        Telling(
            report,
            reports[report].report.outlet,
            chain,
            origin,
            _why(max(told_so, key=lambda event: len(ledger.reasons[event.id])), ledger, sharers),
            tuple(event.id for event in told_so),
        )
        for (report, chain, origin), told_so in told.items()
    )


def _chain(claim: CaseClaim | None, read: ReadReport, tellers: Tellers) -> tuple[str, ...]:
    """The agency that the report credits, those who passed the claim on, and the speaker."""
    names = [read.report.agency] if read.report.agency else []
    if claim is not None:
        names += [tellers.actors[via].name for via in reversed(claim.via) if via in tellers.actors]
        names += [name] if (name := tellers.speaker_name(claim, read)) else []
    return tuple(_each_once(names, read.report.outlet))


def _each_once(names: Iterable[str], outlet: str | None) -> Iterable[str]:
    """The names without the outlet's own and without repetitions."""
    seen = {fold(outlet)} if outlet else set()
    for name in names:
        if fold(name) not in seen:
            seen.add(fold(name))
            yield name


def _why(event: CaseEvent, ledger: Ledger, sharers: Mapping[str, Mapping[str, str]]) -> str:
    """Whose word it is, and whether other reports have it from there too. sharers: origin -> report -> its name."""
    origin = ledger.of_event[event.id]
    if origin not in ledger.names:
        return _sentence(f"{ledger.reasons[event.id]}, so it adds no origin")
    own = sharers[origin][event.report]
    others = [
        name if name != own else f"another report of {own}" for r, name in sharers[origin].items() if r != event.report
    ]
    counted = f"one origin with {_listed(others)}" if others else "an origin of its own"
    if not others and event.id in ledger.echoes:
        counted = f"counted with {ledger.names[origin]}"
    return _sentence(f"{ledger.reasons[event.id]}: {counted}")


def _listed(names: Iterable[str]) -> str:
    """ "Echo, Herald and 2 more"."""
    each = list(dict.fromkeys(names))
    if len(each) > MOST_NAMED:
        each = [*each[: MOST_NAMED - 1], f"{len(each) - MOST_NAMED + 1} more"]
    return f"{', '.join(each[:-1])} and {each[-1]}" if len(each) > 1 else each[0]


def _sentence(words: str) -> str:
    """With a capital letter, unless a name stands first ("allAfrica")."""
    return f"{words[:1].upper() if words.split()[0] in _SMALL else words[:1]}{words[1:]}."
