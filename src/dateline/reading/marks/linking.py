"""What belongs together? Joins the spans of one stretch of text into claims and events, by word numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from dateline.model.event import ROLES
from dateline.reading.marks.decoding import Found
from dateline.reading.marks.heads import Floats, Heads, Side, sigmoid
from dateline.reading.marks.layers import KINDS_OF_MODE, LAYER_NUMBER, ROLE_LAYERS, STATUS_NAMES, TYPES

DEPTHS = ("", "inner ")
FILLING = {LAYER_NUMBER[layer] for layers in ROLE_LAYERS.values() for layer in layers}


@dataclass(slots=True)
class FoundClaim:
    """A cue with what it draws; where no cue was found, content alone."""

    depth: int
    cue: Found | None
    source: Found | None = None
    content: list[Found] = field(default_factory=list)
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """A trigger with its classes and (role, filler, probability) in the order of ROLES."""

    trigger: Found
    type: str
    mode: str | None
    status: str
    roles: tuple[tuple[str, Found, float], ...]
    confidence: float


def find_claims(
    heads: Heads, hidden: Floats, spans: list[Found], source_bar: float, content_bar: float
) -> list[FoundClaim]:
    """Each cue draws at most one source, each content goes to at most one cue; sources without a cue are dropped.

    The bars are probabilities that a link must reach.
    """
    found = []
    for depth, prefix in enumerate(DEPTHS):
        cues, sources, contents = (_of(spans, prefix + name) for name in ("cue", "source", "content"))
        claims = [FoundClaim(depth, cue, confidence=cue.probability) for cue in cues]
        drawing = heads.drawing(hidden, cues)
        _draw_sources(heads, hidden, claims, drawing, sources, source_bar)
        found += claims + _draw_contents(heads, hidden, claims, drawing, contents, content_bar)
    return found


def _of(spans: list[Found], layer: str) -> list[Found]:
    number = LAYER_NUMBER[layer]
    return [span for span in spans if span.layer == number]


def _draw_sources(
    heads: Heads, hidden: Floats, claims: list[FoundClaim], cues: Side, sources: list[Found], bar: float
) -> None:
    if not claims or not sources:
        return
    chances = _or_none(heads.link_scores("source", cues, heads.drawn(hidden, sources)))
    for claim, row in zip(claims, chances, strict=True):
        best = int(row.argmax())
        if row[best] >= bar:
            claim.source = sources[best]
            claim.confidence *= float(row[best])


def _draw_contents(
    heads: Heads, hidden: Floats, claims: list[FoundClaim], cues: Side, contents: list[Found], bar: float
) -> list[FoundClaim]:
    """Gives the contents to their claims; returns claims of the contents that no cue draws."""
    if not contents:
        return []
    chances: Floats = np.zeros((len(contents), 0), np.float32)
    if claims:
        chances = _or_none(heads.link_scores("content", cues, heads.drawn(hidden, contents)).T)
    alone = []
    for content, row in zip(contents, chances, strict=True):
        best = int(row.argmax()) if len(row) else -1
        if best >= 0 and row[best] >= bar:
            claims[best].content.append(content)
            claims[best].confidence *= float(row[best])
        else:
            depth = int(content.layer == LAYER_NUMBER["inner content"])
            alone.append(FoundClaim(depth, None, None, [content], content.probability))
    return alone


def _or_none(scores: Floats) -> Floats:
    """Probabilities of each choice of a row, where choosing none scores 0."""
    top = np.maximum(scores.max(axis=1, keepdims=True), 0.0)
    weights = np.exp(scores - top)
    result: Floats = weights / (weights.sum(axis=1, keepdims=True) + np.exp(-top))
    return result


def find_events(heads: Heads, hidden: Floats, spans: list[Found], bars: dict[str, float]) -> list[FoundEvent]:
    """Every trigger with its classes and the fillers whose probability reaches the bar of their role."""
    triggers = _of(spans, "trigger")
    if not triggers:
        return []
    classes = heads.trigger_classes(hidden, triggers)
    fillers: list[list[tuple[str, Found, float]]] = [[] for _ in triggers]
    drawing = heads.drawing(hidden, triggers)
    drawn = heads.drawn(hidden, [span for span in spans if span.layer in FILLING])
    for role in ROLES:
        for number, filler, chance in _drawn(heads, drawing, drawn, role, bars.get(role, 0.5)):
            fillers[number].append((role, filler, chance))
    found = []
    for number, trigger in enumerate(triggers):
        kind = int(classes.types[number].argmax())
        mode = _mode(classes.modes[number], TYPES[kind])
        status = STATUS_NAMES[int(classes.statuses[number].argmax())]
        chance = trigger.probability * float(classes.types[number, kind])
        roles = tuple(_one_side(fillers[number]))
        found.append(FoundEvent(trigger, TYPES[kind], mode, status, roles, chance))
    return found


def _drawn(heads: Heads, triggers: Side, fillers: Side, role: str, bar: float) -> list[tuple[int, Found, float]]:
    """(trigger, filler, probability) of one role; a span that two layers mark counts once, with its better chance."""
    tails = fillers.of_layers({LAYER_NUMBER[layer] for layer in ROLE_LAYERS[role]})
    if not tails.spans:
        return []
    chances = sigmoid(heads.link_scores(role, triggers, tails))
    best: dict[tuple[int, int, int], tuple[int, Found, float]] = {}
    for number, tail in np.argwhere(chances >= bar).tolist():
        span, chance = tails.spans[tail], float(chances[number, tail])
        key = (number, span.first, span.last)
        if key not in best or best[key][2] < chance:
            best[key] = (number, span, chance)
    return list(best.values())


def _one_side(fillers: list[tuple[str, Found, float]]) -> list[tuple[str, Found, float]]:
    """Nobody is actor and recipient of one event: the better chance stays; killed or injured likewise."""
    best: dict[tuple[bool, int, int], float] = {}
    keys = [(role in ("actor", "recipient"), span.first, span.last) for role, span, _ in fillers]
    for key, (_, _, chance) in zip(keys, fillers, strict=True):
        best[key] = max(chance, best.get(key, 0.0))
    return [filler for key, filler in zip(keys, fillers, strict=True) if filler[2] >= best[key]]


MODES_OF = {kind: [i for i, name in enumerate(KINDS_OF_MODE) if name.startswith(f"{kind}:")] for kind in TYPES}


def _mode(chances: Floats, kind: str) -> str | None:
    """The likeliest of the type's modes, None where no mode is likelier than each."""
    choices = [0, *MODES_OF[kind]]
    best = choices[int(chances[choices].argmax())]
    return KINDS_OF_MODE[best].partition(":")[2] or None
