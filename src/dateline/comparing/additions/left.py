"""What is written down of a whole comparison, so that a later one can look single things up in it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.comparing.additions.compared import BY_ID, NOBODY
from dateline.comparing.additions.kept import Kept
from dateline.comparing.additions.names import blocks_of, teller_blocks
from dateline.comparing.additions.traces import Traces, speakers_in
from dateline.comparing.identities import Identities
from dateline.comparing.shared_out import share_out
from dateline.model.actor import Actor
from dateline.model.case import Comparison
from dateline.model.reading import ReadReport

# Actors whose names are worked out together: a case may hold a million.
AT_ONCE = 100_000


@dataclass(frozen=True, slots=True)
class Left:
    """kept: counts, and what reports are found by. who: by report, the places of the actors behind its chains; names:
    block, place of the actor and name."""

    kept: Kept
    who: Mapping[str, Sequence[int]]
    names: Iterator[tuple[str, int, str]]


def left_by(traces: Traces, reports: Sequence[ReadReport], found: Comparison) -> Left:
    """What a whole comparison leaves. traces: what its steps noted."""
    identities = traces.identities
    assert identities is not None, "no comparison has gone by"
    place_of = {actor.id: place for place, actor in enumerate(found.actors)}
    return Left(
        traces.kept(speakers_in(reports, found.claims)),
        {read.report.id: _chains(read, identities, place_of) for read in reports},
        names_of(dict(enumerate(found.actors)), identities.by_name, place_of),
    )


def names_of(
    actors: Mapping[int, Actor], by_name: Mapping[str, str], place_of: Mapping[str, int]
) -> Iterator[tuple[str, int, str]]:
    """Block, place of the actor and name, for all names of actors. by_name: folded name of a teller -> actor id."""
    left = iter(actors.items())
    while some := list(islice(left, AT_ONCE)):
        for names in share_out(lambda part: [_names_of(*one) for one in part], some):
            yield from names
    for block, actor_id in teller_blocks(by_name):
        yield block, place_of[actor_id], ""


def _names_of(place: int, actor: Actor) -> list[tuple[str, int, str]]:
    names = [(block, place, name) for block, name in blocks_of(actor)]
    return [*names, (f"{BY_ID}{actor.id}", place, actor.name)] if actor.named else names


def _chains(read: ReadReport, identities: Identities, place_of: Mapping[str, int]) -> list[int]:
    actors = (identities.actor_of.get((read.report.id, chain)) for chain in range(len(read.reading.chains)))
    return [NOBODY if actor is None else place_of[actor] for actor in actors]
