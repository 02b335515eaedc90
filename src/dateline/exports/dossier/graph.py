"""Who has to do with whom? Draws the actors of a case, their relations and what they did to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.exports.dossier.svg import element, hint, picture, words
from dateline.model.actor import Actor
from dateline.model.case import Incident

WIDTH, EDGE = 960.0, 70.0
LOWEST, HIGHEST, PER_ACTOR = 220.0, 600.0, 26.0  # height grows with the actors shown
ACTORS_SHOWN = 34  # more cannot be read on one screen
ROUNDS = 300
RELATION_WEIGHT = 3  # a stated relation ties more than one act
COLOURS = {"person": "#2f5d8a", "group": "#b3401f", "government": "#3f6f3f", "country": "#3f6f3f", "outlet": "#777"}
FRIENDLY = {"ally", "part-of", "member-of", "leads", "supports", "supplies", "renamed-to", "also-known-as"}


@dataclass(frozen=True, slots=True)
class _Edge:
    """From one actor to another; label says how, relation whether it is a stated relation or what was done."""

    source: int
    target: int
    label: str
    relation: bool
    weight: int = 1


def draw_graph(actors: Sequence[Actor], incidents: Sequence[Incident]) -> str | None:
    """An SVG graph of the actors that are related most; None where nobody is related to anybody."""
    shown = _most_related(actors, incidents)
    edges = list(_edges(shown, incidents))
    if not edges:
        return None
    height = min(HIGHEST, LOWEST + PER_ACTOR * len(shown))
    spots = _layout(len(shown), edges, height)
    inside = [_arrow_head()]
    inside += [_draw_edge(edge, spots) for edge in edges]
    inside += [_draw_actor(actor, *spots[number]) for number, actor in enumerate(shown)]
    return picture(inside, width=WIDTH, height=height, label=f"Relations of {len(shown)} actors", name="graph")


def _most_related(actors: Sequence[Actor], incidents: Sequence[Incident]) -> list[Actor]:
    """The named actors with most ties to other named ones; "two soldiers" of one report are left out."""
    named = {actor.id for actor in actors if actor.named}
    ties: Counter[str] = Counter()
    for actor in actors:
        for relation in actor.relations:
            if {actor.id, relation.other} <= named:
                ties.update({actor.id: RELATION_WEIGHT, relation.other: RELATION_WEIGHT})
    for incident in incidents:
        doers, suffered = named & {*incident.actors}, named & {*incident.recipients}
        if doers and suffered:
            ties.update(doers | suffered)
    related = [actor for actor in actors if ties[actor.id]]
    return sorted(related, key=lambda actor: (-ties[actor.id], actor.id))[:ACTORS_SHOWN]


def _edges(shown: Sequence[Actor], incidents: Sequence[Incident]) -> Iterator[_Edge]:
    place = {actor.id: number for number, actor in enumerate(shown)}
    for actor in shown:
        for relation in actor.relations:
            if relation.other in place and relation.other != actor.id:
                yield _Edge(place[actor.id], place[relation.other], relation.type, True)
    done = Counter(
        (place[a], place[b], incident.type)
        for incident in incidents
        for a in incident.actors
        for b in incident.recipients
        if a in place and b in place and a != b
    )
    for (source, target, kind), number in sorted(done.items()):
        yield _Edge(source, target, kind.lower() + (f" ×{number}" if number > 1 else ""), False, number)


def _layout(count: int, edges: Sequence[_Edge], height: float) -> list[tuple[float, float]]:
    """Fruchterman and Reingold's forces (1991) from a fixed start: the same case is always drawn the same."""
    angle = np.arange(count) * 2.399963  # the golden angle spreads the start evenly
    spots = np.column_stack([np.cos(angle), np.sin(angle)]) * np.sqrt(np.arange(count) + 1)[:, None] / np.sqrt(count)
    ends = np.array([(edge.source, edge.target) for edge in edges])
    ideal = 1.6 / np.sqrt(count)
    for turn in range(ROUNDS):
        apart = spots[:, None] - spots[None]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 0.01)
        push = (apart * (ideal**2 / distance**2)[..., None]).sum(axis=1)
        pull = spots[ends[:, 1]] - spots[ends[:, 0]]
        pull *= np.linalg.norm(pull, axis=1, keepdims=True) / ideal
        np.add.at(push, ends[:, 0], pull)
        np.subtract.at(push, ends[:, 1], pull)
        push -= spots * 0.6  # towards the middle, so that unconnected parts stay in sight
        length = np.maximum(np.linalg.norm(push, axis=1, keepdims=True), 1e-9)
        spots = spots + push / length * np.minimum(length, 0.12 * (1 - turn / ROUNDS))
    low, high = spots.min(axis=0), spots.max(axis=0)
    scaled = (spots - low) / np.maximum(high - low, 1e-9)
    return [(EDGE + x * (WIDTH - 2 * EDGE), 30 + y * (height - 60)) for x, y in scaled.tolist()]


def _arrow_head() -> str:
    path = element("path", d="M0,0 L8,4 L0,8 z", class_="arrow")
    head = element("marker", path, id="arrow", markerWidth=8, markerHeight=8, refX=8, refY=4, orient="auto")
    return element("defs", head)


def _draw_edge(edge: _Edge, spots: Sequence[tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = spots[edge.source], spots[edge.target]
    length = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    x2, y2 = x2 - (x2 - x1) / length * 10, y2 - (y2 - y1) / length * 10
    kind = "done" if not edge.relation else "friendly" if edge.label in FRIENDLY else "hostile"
    line = element(
        "line", hint(edge.label), x1=x1, y1=y1, x2=x2, y2=y2, class_=f"tie {kind}",
        stroke_width=min(4.0, 1.0 + 0.4 * edge.weight), marker_end="url(#arrow)",
    )  # fmt: skip
    label = words(edge.label, x=(x1 + x2) / 2, y=(y1 + y2) / 2 - 3, class_="tie-label")
    return line + (label if edge.relation else "")


def _draw_actor(actor: Actor, x: float, y: float) -> str:
    dot = element("circle", hint(f"{actor.name} ({actor.kind})"), cx=x, cy=y, r=7, fill=COLOURS.get(actor.kind, "#555"))
    name = actor.name if len(actor.name) <= 30 else actor.name[:29] + "…"
    return element("a", dot, words(name, x=x, y=y - 11, class_="actor"), href=f"actors/{actor.id}.html")
