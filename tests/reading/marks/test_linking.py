"""Claims and events from spans, with heads whose scores are given."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.model.event import ROLES
from dateline.reading.marks.decoding import Found
from dateline.reading.marks.heads import Side, TriggerClasses, distances
from dateline.reading.marks.layers import KINDS_OF_MODE, LAYER_NUMBER, STATUS_NAMES, TYPES
from dateline.reading.marks.linking import find_claims, find_events

HIDDEN = np.zeros((100, 4), np.float32)


class GivenHeads:
    """Scores by (link, first word of the head, first word of the tail); everything else is unlikely."""

    def __init__(self, scores: dict[tuple[str, int, int], float], kind: str = "ASSAULT", mode: str = "") -> None:
        self.scores, self.kind, self.mode = scores, kind, mode

    def drawing(self, _hidden: np.ndarray, spans: list[Found]) -> Side:
        return Side(spans, np.zeros((len(spans), 4), np.float32))

    drawn = drawing

    def link_scores(self, link: str, heads: Side, tails: Side) -> np.ndarray:
        rows = [[self.scores.get((link, h.first, t.first), -8.0) for t in tails.spans] for h in heads.spans]
        return np.array(rows, np.float32)

    def trigger_classes(self, _hidden: np.ndarray, triggers: list[Found]) -> TriggerClasses:
        def sure(names: tuple[str, ...], name: str) -> np.ndarray:
            return np.array([[0.9 if n == name else 0.01 for n in names]] * len(triggers), np.float32)

        return TriggerClasses(sure(TYPES, self.kind), sure(KINDS_OF_MODE, self.mode), sure(STATUS_NAMES, "actual"))


def at(layer: str, first: int, last: int | None = None) -> Found:
    return Found(LAYER_NUMBER[layer], first, first if last is None else last, 0.9)


def claims(spans: list[Found], scores: dict[tuple[str, int, int], float]) -> list[tuple]:
    found = find_claims(GivenHeads(scores), HIDDEN, spans, 0.5, 0.5)  # type: ignore[arg-type]
    return [
        (c.depth, c.cue and c.cue.first, c.source and c.source.first, [part.first for part in c.content]) for c in found
    ]


def test_a_cue_draws_its_source_and_all_its_contents() -> None:
    spans = [at("content", 0, 4), at("source", 6), at("cue", 7), at("content", 9, 12)]
    scores = {("source", 7, 6): 4.0, ("content", 7, 0): 4.0, ("content", 7, 9): 3.0}
    assert claims(spans, scores) == [(0, 7, 6, [0, 9])]


def test_a_content_goes_to_the_likelier_of_two_cues() -> None:
    spans = [at("cue", 1), at("content", 3, 5), at("cue", 7)]
    scores = {("content", 1, 3): 1.0, ("content", 7, 3): 5.0}
    assert claims(spans, scores) == [(0, 1, None, []), (0, 7, None, [3])]


def test_a_content_that_no_cue_draws_stands_alone() -> None:
    assert claims([at("cue", 1), at("content", 30, 40)], {}) == [(0, 1, None, []), (0, None, None, [30])]


def test_depths_do_not_mix() -> None:
    spans = [at("cue", 1), at("inner source", 3), at("inner cue", 4), at("inner content", 5, 9), at("content", 3, 9)]
    scores = {("source", 1, 3): 9.0, ("content", 1, 3): 9.0, ("source", 4, 3): 9.0, ("content", 4, 5): 9.0}
    assert claims(spans, scores) == [(0, 1, None, [3]), (1, 4, 3, [5])]


def events(spans: list[Found], scores: dict[tuple[str, int, int], float], **kinds: str) -> list[tuple]:
    bars = dict.fromkeys(ROLES, 0.5)
    found = find_events(GivenHeads(scores, **kinds), HIDDEN, spans, bars)  # type: ignore[arg-type]
    return [(e.trigger.first, e.type, e.mode, [(role, span.first) for role, span, _ in e.roles]) for e in found]


def test_a_trigger_draws_the_fillers_of_its_roles() -> None:
    spans = [at("actor", 0), at("trigger", 1), at("count", 2), at("recipient", 3), at("place", 5)]
    scores = {("actor", 1, 0): 3.0, ("killed", 1, 2): 3.0, ("recipient", 1, 3): 3.0, ("place", 1, 5): 3.0}
    expected = [("actor", 0), ("recipient", 3), ("place", 5), ("killed", 2)]
    assert events(spans, scores, mode="ASSAULT:firearms") == [(1, "ASSAULT", "firearms", expected)]


def test_nobody_is_actor_and_recipient_of_one_event() -> None:
    spans = [at("actor", 0), at("recipient", 0), at("trigger", 1)]
    scores = {("actor", 1, 0): 1.0, ("recipient", 1, 0): 3.0}
    assert events(spans, scores) == [(1, "ASSAULT", None, [("recipient", 0)])]


def test_a_mode_of_another_type_is_not_taken() -> None:
    assert events([at("trigger", 1)], {}, kind="CONSULT", mode="ASSAULT:firearms") == [(1, "CONSULT", None, [])]


@pytest.mark.parametrize(("tail", "gap", "side"), [((8, 9), 3, 0), ((0, 1), 3, 1), ((4, 5), 1, 1)])
def test_distance_is_counted_between_the_nearer_ends(tail: tuple[int, int], gap: int, side: int) -> None:
    gaps, steps = distances([Found(1, 4, 5, 1.0)], [Found(0, *tail, 1.0)])
    assert gaps[0, 0] == gap
    assert (steps[0, 0] >= 12) == bool(side)
