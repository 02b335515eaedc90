"""How wrong is the model? Tensors of a batch, and the loss of each head on what its set labels."""

from __future__ import annotations

import random
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from dateline.reading.marks.layers import (
    DISTANCE_STEPS,
    KINDS_OF_MODE,
    LAYER_NUMBER,
    LINK_NUMBER,
    ROLE_LAYERS,
    STATES,
    TYPES,
)
from training.encoding import IGNORED, PARAGRAPHS, Sample, model_input, states
from training.network import MarkingModel

MASK = 103
TAG_WEIGHT, LINK_WEIGHT, CLASS_WEIGHT = 3.0, 0.3, 0.3
FEW = 8
"""Losses of links and classes are means, but over no fewer than this many: one odd trigger must not rule a batch."""

CUES = {LAYER_NUMBER["cue"]: "", LAYER_NUMBER["inner cue"]: "inner "}


@dataclass(slots=True)
class Batch:
    """Tensors of several windows.

    at: (words, 2): window and piece of each word. states: (words, layers), or (words, layers, states) where all samples
    have soft targets. spans: (n, 3): window, first and last piece.
    choices: rows (group, head, tail, link, step, right) of softmax groups; yes_no: the same without group.
    triggers: (n, 4): span, type, mode, status.
    """

    ids: Tensor
    mask: Tensor
    looks: Tensor
    at: Tensor
    states: Tensor
    spans: Tensor
    span_layers: Tensor
    choices: Tensor
    yes_no: Tensor
    triggers: Tensor


def step_of(head: tuple[int, int, int], tail: tuple[int, int, int]) -> int:
    """The step of distance between two spans (layer, first, last); the second half of the steps is for tails before."""
    after = tail[1] > head[1]
    gap = tail[1] - head[2] if after else head[1] - tail[2]
    step = bisect_left(DISTANCE_STEPS, max(1, gap))
    return step + (0 if after else len(DISTANCE_STEPS) + 1)


def collate(samples: list[Sample], rng: random.Random | None, hidden_words: float = 0.06) -> Batch:
    """The tensors; with `rng` some words are hidden from the model, so that it learns to use the context."""
    inputs = [model_input(sample) for sample in samples]
    longest = max(len(ids) for ids, _, _ in inputs)
    ids = np.zeros((len(samples), longest), np.int64)
    looks, mask = np.zeros_like(ids), np.zeros_like(ids)
    at, tables, spans, layers, choices, yes_no, triggers = [], [], [], [], [], [], []
    group = 0
    for number, (sample, (piece_ids, piece_looks, first)) in enumerate(zip(samples, inputs, strict=True)):
        ids[number, : len(piece_ids)] = piece_ids
        looks[number, : len(piece_ids)] = piece_looks
        mask[number, : len(piece_ids)] = 1
        if rng is not None and rng.random() < 0.5:
            for word, pieces in enumerate(sample.pieces):
                if rng.random() < hidden_words:
                    ids[number, first[word] : first[word] + len(pieces)] = MASK
        at += [(number, piece) for piece in first]
        tables.append(states(sample) if sample.soft is None else sample.soft.astype(np.float32))
        base, words = len(spans), len(sample.pieces)
        whole = [i for i, (_, a, b) in enumerate(sample.spans) if a >= 0 and b < words]
        place = {i: base + j for j, i in enumerate(whole)}
        spans += [(number, first[sample.spans[i][1]], first[sample.spans[i][2]]) for i in whole]
        layers += [sample.spans[i][0] for i in whole]
        group = _claim_pairs(sample, place, group, choices)
        _role_pairs(sample, place, yes_no)
        triggers += [(place[i], *event) for i, event in sample.events.items() if i in place]
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(mask),
        torch.from_numpy(looks),
        _table(at, 2),
        torch.from_numpy(np.concatenate(tables)),
        _table(spans, 3),
        torch.tensor(layers, dtype=torch.long),
        _table(choices, 6),
        _table(yes_no, 5),
        _table(triggers, 4),
    )


def _table(rows: list, width: int) -> Tensor:
    return torch.tensor(rows, dtype=torch.long).reshape(-1, width)


def _claim_pairs(sample: Sample, place: dict[int, int], group: int, rows: list) -> int:
    """Each cue chooses among the sources of its depth or none, each content among the cues; the next free group."""
    by_layer: dict[int, list[int]] = {}
    for i in place:
        by_layer.setdefault(sample.spans[i][0], []).append(i)
    links = set(sample.links)
    for cue_layer, prefix in CUES.items():
        cues = by_layer.get(cue_layer, [])
        sources = by_layer.get(LAYER_NUMBER[prefix + "source"], [])
        contents = by_layer.get(LAYER_NUMBER[prefix + "content"], [])
        plans = [(LINK_NUMBER["source"], [(cue, source) for source in sources]) for cue in cues]
        plans += [(LINK_NUMBER["content"], [(cue, content) for cue in cues]) for content in contents]
        for link, pairs in plans:
            if not pairs:
                continue
            right = [(link, cue, other) in links for cue, other in pairs]
            rows += [
                (group, place[cue], place[other], link, step_of(sample.spans[cue], sample.spans[other]), int(yes))
                for (cue, other), yes in zip(pairs, right, strict=True)
            ]
            group += 1
    return group


ROLE_OF_LAYER = [
    (LINK_NUMBER[role], frozenset(LAYER_NUMBER[layer] for layer in layers)) for role, layers in ROLE_LAYERS.items()
]


def _role_pairs(sample: Sample, place: dict[int, int], rows: list) -> None:
    """Every trigger with every span that may fill one of its roles. A span marked twice over (as actor here, as
    recipient there) is one candidate in each layer; it fills a role if its words do."""
    links = {(link, head, sample.spans[tail][1:]) for link, head, tail in sample.links}
    fillers = [i for i in place if sample.spans[i][0] != LAYER_NUMBER["trigger"]]
    for head in sample.events:
        if head not in place:
            continue
        for link, layers in ROLE_OF_LAYER:
            for tail in fillers:
                span = sample.spans[tail]
                if span[0] in layers and _known(sample, link, head, tail):
                    right = (link, head, span[1:]) in links
                    rows.append((place[head], place[tail], link, step_of(sample.spans[head], span), int(right)))


def _known(sample: Sample, link: int, head: int, tail: int) -> bool:
    """Whether it is known if these two belong together: not in two paragraphs of a text that were read one by one."""
    if (link, head, tail) in sample.doubtful:
        return False
    if sample.paragraph is None:
        return True
    one, other = sample.paragraph[sample.spans[head][1]], sample.paragraph[sample.spans[tail][1]]
    return one == other or one // PARAGRAPHS != other // PARAGRAPHS


def loss_of(model: MarkingModel, batch: Batch, dropout: float) -> tuple[Tensor, dict[str, float]]:
    """The loss of a batch and its parts by name."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model.forward_hidden(batch.ids, batch.mask, batch.looks)
    hidden = torch.nn.functional.dropout(hidden.float(), dropout, training=dropout > 0)
    words = hidden[batch.at[:, 0], batch.at[:, 1]]
    scores = model.tagger(words).reshape(-1, len(STATES))
    if batch.states.dim() == 3:
        tags = -(batch.states.reshape(-1, len(STATES)) * scores.log_softmax(1)).sum() / len(words)
    else:
        tags = cross_entropy(scores, batch.states.reshape(-1), ignore_index=IGNORED, reduction="sum") / len(words)
    parts = {"tags": TAG_WEIGHT * tags}
    if len(batch.spans):
        window, first, last = batch.spans.T
        ends = torch.cat([hidden[window, first], hidden[window, last]], dim=1)
        heads, tails = model.spans.vectors(ends, batch.span_layers)
        parts |= _link_losses(model, batch, heads, tails)
        if len(batch.triggers):
            parts["classes"] = CLASS_WEIGHT * _class_loss(
                model.spans.trigger_classes(ends[batch.triggers[:, 0]]), batch
            )
    return sum(parts.values()), {name: part.item() for name, part in parts.items()}


def _link_losses(model: MarkingModel, batch: Batch, heads: Tensor, tails: Tensor) -> dict[str, Tensor]:
    losses = {}
    if len(batch.choices):
        group, right = batch.choices[:, 0], batch.choices[:, 5].bool()
        scores = model.spans.scores(heads, tails, batch.choices[:, 1:3], batch.choices[:, 3], batch.choices[:, 4])
        groups = int(group[-1]) + 1
        scores = scores.clamp(-30, 30)
        weight = torch.ones(groups).index_add(0, group, scores.exp())  # 1 for choosing none, whose score is 0
        chosen = torch.zeros(groups).index_add(0, group[right], scores[right].exp())
        chosen = torch.where(chosen > 0, chosen, torch.ones(groups))
        losses["choices"] = LINK_WEIGHT * (weight.log() - chosen.log()).sum() / max(groups, FEW)
    if len(batch.yes_no):
        rows = batch.yes_no
        scores = model.spans.scores(heads, tails, rows[:, :2], rows[:, 2], rows[:, 3])
        total = binary_cross_entropy_with_logits(scores, rows[:, 4].float(), reduction="sum")
        losses["roles"] = 2 * LINK_WEIGHT * total / max(len(rows), FEW)
    return losses


def _class_loss(scores: Tensor, batch: Batch) -> Tensor:
    kinds, modes, statuses = torch.split(
        scores, [len(TYPES), len(KINDS_OF_MODE), scores.shape[1] - len(TYPES) - len(KINDS_OF_MODE)], 1
    )
    right = batch.triggers
    total = cross_entropy(kinds, right[:, 1], reduction="sum") + 0.5 * cross_entropy(
        modes, right[:, 2], reduction="sum"
    )
    return (total + 0.7 * cross_entropy(statuses, right[:, 3], reduction="sum")) / max(len(right), FEW)
