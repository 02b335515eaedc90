"""Small invented reports with the reading that a careful reader would make of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.model.claim import Claim
from dateline.model.event import Event, Participant
from dateline.model.mention import Chain, Mention
from dateline.model.place import Place
from dateline.model.reading import Reading, ReadReport
from dateline.model.report import Basis, Moment, Report
from dateline.model.span import NumberSpan, Span

# An invented country: name -> (number, latitude, longitude, precision).
MAP = {
    "Kelmar": (1, 10.0, 20.0, "town"),
    "Kelmar suburb": (2, 10.05, 20.05, "town"),
    "Tovin": (3, 13.0, 24.0, "town"),
    "Orsk Valley": (4, 10.4, 20.2, "region"),
    "Varenia": (5, 11.0, 21.0, "country"),
}


@dataclass(frozen=True)
class Act:
    """An event to be found in a text: its words, and what they mean."""

    trigger: str
    type: str = "ASSAULT"
    mode: str | None = None
    status: str = "actual"
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    when: tuple[str, str] | None = None
    killed: tuple[str, int, int | None] | None = None
    injured: tuple[str, int, int | None] | None = None


@dataclass(frozen=True)
class Said:
    """A claim to be found in a text: who, by which word, what, to whom; `inside` is the index of an earlier one."""

    source: str | None
    content: str
    via: tuple[str, ...] = ()
    kind: str = "indirect"
    inside: int | None = None


def read(
    name: str,
    text: str,
    acts: Sequence[Act] = (),
    said: Sequence[Said] = (),
    *,
    outlet: str | None = None,
    published: str | None = None,
    agency: str | None = None,
) -> ReadReport:
    """A report with these acts and claims in it."""
    moment = Moment(published, "test") if published else None
    report = Report(
        name, name, f"{name}.txt", None, 0, len(text), outlet, None, None, moment, None, agency, None, None, "en", text,
        "0" * 64, published_basis=Basis.STATED if moment else None,
    )  # fmt: skip
    day = date.fromisoformat(published) if published else None
    return ReadReport(report, _reading(text, acts, said, day))


def redate(reading: Reading, day: date) -> Reading:
    """What the reader does when a report's day becomes known, for events without a time in words."""
    events = (e if e.begin else replace(e, begin=day, end=day, date_basis=Basis.PUBLISHED) for e in reading.events)
    return replace(reading, published=day, events=tuple(events))


def span(text: str, words: str) -> Span:
    """Where the words stand first, in whatever case."""
    start = text.lower().index(words.lower())
    return Span.cut(text, start, start + len(words))


def _reading(text: str, acts: Sequence[Act], said: Sequence[Said], day: date | None) -> Reading:
    names = [n for act in acts for n in (act.actor, act.recipient) if n] + [s.source for s in said if s.source]
    chains = {n: i for i, n in enumerate(dict.fromkeys(names))}
    claims = tuple(_claim(text, s, chains) for s in said)
    places = {n: i for i, n in enumerate(dict.fromkeys(a.place for a in acts if a.place))}
    return Reading(
        text,
        day,
        sentences=_sentences(text),
        mentions=tuple(Mention(span(text, n), "organisation", i) for n, i in chains.items()),
        chains=tuple(Chain(n, "group" if _named(n) else "role", _named(n), (n,), (i,)) for n, i in chains.items()),
        claims=claims,
        events=tuple(_event(text, act, chains, places, claims, day) for act in acts),
        places=tuple(_place(text, n) for n in places),
    )


def _named(name: str) -> bool:
    return any(word[0].isupper() for word in name.split() if word not in ("A", "The"))


def _sentences(text: str) -> tuple[Span, ...]:
    spans, start = [], 0
    for part in text.split(". "):
        spans.append(Span(start, start + len(part), part))
        start += len(part) + 2
    return tuple(spans)


def _place(text: str, name: str) -> Place:
    number, lat, lon, precision = MAP[name]
    return Place(span(text, name), name, number, "XV", lat, lon, precision)


def _claim(text: str, said: Said, chains: dict[str, int]) -> Claim:
    source = span(text, said.source) if said.source else None
    return Claim(
        source,
        None,
        (span(text, said.content),),
        said.kind,
        inside=said.inside,
        source_chain=chains[said.source] if said.source else None,
        via=tuple(span(text, via) for via in said.via),
    )


def _event(
    text: str, act: Act, chains: dict[str, int], places: dict[str, int], claims: Sequence[Claim], day: date | None
) -> Event:
    trigger = span(text, act.trigger)
    holding = [i for i, c in enumerate(claims) if c.content[0].holds(trigger)]
    words, when = act.when or (None, None)
    on = date.fromisoformat(when) if when else day
    return Event(
        trigger, act.type, act.mode, act.status,
        actor=(Participant(span(text, act.actor), chains[act.actor]),) if act.actor else (),
        recipient=(Participant(span(text, act.recipient), chains[act.recipient]),) if act.recipient else (),
        place=(span(text, act.place),) if act.place else (),
        place_indices=(places[act.place],) if act.place else (),
        date=(span(text, words),) if words else (),
        begin=on, end=on, date_basis=(Basis.RELATIVE if words else Basis.PUBLISHED) if on else None,
        killed=_number(text, act.killed), injured=_number(text, act.injured),
        claim=min(holding, key=lambda i: len(claims[i].content[0].text)) if holding else None,
    )  # fmt: skip


def _number(text: str, number: tuple[str, int, int | None] | None) -> tuple[NumberSpan, ...]:
    if number is None:
        return ()
    at = span(text, number[0])
    return (NumberSpan(at.start, at.end, at.text, number[1], number[2]),)
