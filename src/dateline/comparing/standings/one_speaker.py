"""Which tellers of one happening are one? A spokesman and his body, a surname and its only bearer there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.comparing.standings.speakers import COUNTRY, OFFICE, Teller, Tellers
from dateline.language.surnames import is_full, is_surname_of
from dateline.model.actor import Actor
from dateline.model.reading import ReadReport


@dataclass(frozen=True, slots=True)
class Same:
    """Two tellers of one happening that are one. kept, other: their keys; of: whose words the reason is about; why:
    to be read behind "the word of Orm Tasker"."""

    kept: str
    other: str
    of: str
    why: str


def find_same(telling: Iterable[Teller], reports: Mapping[str, ReadReport], tellers: Tellers) -> list[Same]:
    """telling: those who tell of one happening first-hand, in order; reports: those that tell of it, by id."""
    known = {teller.key: teller for teller in telling if teller.known}
    return [
        *_spokesmen(known.values()),
        *_institutions(known.values()),
        *_surnames(known.values(), reports, tellers),
    ]


def _spokesmen(telling: Iterable[Teller]) -> Iterator[Same]:
    for teller in telling:
        if teller.whose:
            yield Same(teller.whose, teller.key, teller.key, f"who speaks for {teller.whose_name}")


def _institutions(telling: Iterable[Teller]) -> Iterator[Same]:
    """ "The army" is the Varenian army, "the ministry" the defence ministry, where only one of these tells of it."""
    keys = dict.fromkeys(key for teller in telling for key in (teller.key, teller.whose) if key.startswith(OFFICE))
    offices = {key: _office(key) for key in keys}
    for key, (words, country) in offices.items():
        fuller = [
            other
            for other, (others, whose) in offices.items()
            if other != key and words <= others and country in ("", whose) and (words, country) != (others, whose)
        ]
        if len(fuller) == 1:
            yield Same(fuller[0], key, key, "the only one of that sort that tells of it")


def _office(key: str) -> tuple[frozenset[str], str]:
    """What an institution is called, and of which country it is."""
    words, _, country = key.removeprefix(OFFICE).partition(COUNTRY)
    return frozenset(words.split()), country


def _surnames(telling: Iterable[Teller], reports: Mapping[str, ReadReport], tellers: Tellers) -> Iterator[Same]:
    """ "Tasker" is Orm Tasker, where the reports name no other of that surname, nor tell the two apart.

    Also where a reader took the bare name for that of a body.
    """
    by_actor = {key.removeprefix("actor "): teller for teller in telling if (key := teller.key).startswith("actor ")}
    named = [tellers.actors[actor] for actor in by_actor if actor in tellers.actors]
    shorts = [actor for actor in named if not is_full(actor.name) and actor.kind in ("person", "organisation")]
    if not shorts:
        return
    people = _people(reports, tellers)
    for short in shorts:
        bearers = [tellers.actors[actor] for actor in people if is_surname_of(short.name, tellers.actors[actor].name)]
        if len(bearers) == 1 and bearers[0].id in by_actor and not _are_told_apart(short, bearers[0], reports):
            why = f"whom the other reports call {bearers[0].name}"
            yield Same(f"actor {bearers[0].id}", f"actor {short.id}", f"actor {short.id}", why)


def _people(reports: Mapping[str, ReadReport], tellers: Tellers) -> list[str]:
    """The people whom the reports name."""
    found = (
        tellers.who.actor_of.get((report, index))
        for report, read in reports.items()
        for index, chain in enumerate(read.reading.chains)
        if chain.named and chain.kind == "person"
    )
    return [actor for actor in dict.fromkeys(found) if actor is not None and actor in tellers.actors]


def _are_told_apart(short: Actor, full: Actor, reports: Mapping[str, ReadReport]) -> bool:
    """Whether a report tells of both as of two people; a body of a person's name is no second person."""
    mine = {report for report, _ in short.chains if report in reports and short.kind == "person"}
    return bool(mine & {report for report, _ in full.chains})
