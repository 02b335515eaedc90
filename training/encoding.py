"""What does the model see of an annotated text? Words, pieces, spans by word numbers, and windows of them."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from tokenizers import Tokenizer

from dateline.reading.marks.layers import (
    KINDS_OF_MODE,
    LAYER_NUMBER,
    LAYERS,
    LINK_NUMBER,
    STATUS_NAMES,
    TYPES,
)
from dateline.reading.marks.pieces import CASES, SPECIAL_LOOK, cut_texts
from training.corpora import Unit

CLS, SEP = 101, 102
IGNORED = -100
PARAGRAPHS = 10_000
"""More than a text has."""


@dataclass(slots=True)
class Sample:
    """A text or window of it by words. spans: (layer, first word, last word); events and links point into spans.

    pieces: the piece ids of each word; looks: the look of each word.
    soft: (words, layers, states), how likely each state is by the annotators (then 1) or by a teacher; all zero where
    nothing is known. paragraph: per word PARAGRAPHS times the number of its text, and the number of its paragraph
    there. doubtful: links of which nothing is known.
    """

    corpus: str
    pieces: list[list[int]]
    looks: list[int]
    layers: frozenset[str]
    spans: list[tuple[int, int, int]]
    links: list[tuple[int, int, int]]
    events: dict[int, tuple[int, int, int]]
    soft: np.ndarray | None = None
    paragraph: list[int] | None = None
    doubtful: set[tuple[int, int, int]] = field(default_factory=set)

    def size(self) -> int:
        return sum(map(len, self.pieces))


def encode(tokenizer: Tokenizer, units: list[Unit]) -> list[Sample]:
    """Each unit as one sample, whole."""
    return [_sample(unit, cut) for unit, cut in zip(units, cut_texts(tokenizer, [u.text for u in units]), strict=True)]


def _sample(unit: Unit, cut) -> Sample:
    ids, bounds = cut.ids.tolist(), [*cut.first.tolist(), len(cut.ids)]
    pieces = [ids[a:b] for a, b in pairwise(bounds)]
    looks = cut.looks[cut.first].tolist() if len(cut.first) else []
    starts, ends = cut.starts.tolist(), cut.ends.tolist()
    numbers, spans = {}, []
    for place in sorted(unit.spans):
        first, last = bisect_right(ends, place[1]), bisect_left(starts, place[2]) - 1
        if first <= last:
            numbers[place] = len(spans)
            spans.append((LAYER_NUMBER[place[0]], first, last))
    links = [
        (LINK_NUMBER[n], numbers[a], numbers[b]) for n, a, b in sorted(unit.links) if a in numbers and b in numbers
    ]
    events = {}
    for trigger, (kind, mode, status) in unit.events.items():
        if trigger in numbers:
            events[numbers[trigger]] = _class_numbers(kind, mode, status)
    return Sample(unit.corpus, pieces, looks, unit.layers, spans, links, events)


def _class_numbers(kind: str, mode: str | None, status: str | None) -> tuple[int, int, int]:
    if status is None:
        return TYPES.index(kind), IGNORED, IGNORED
    full = f"{kind}:{mode}" if mode else ""
    return TYPES.index(kind), KINDS_OF_MODE.index(full) if full in KINDS_OF_MODE else 0, STATUS_NAMES.index(status)


def slice_words(sample: Sample, keep: list[int]) -> Sample:
    """The sample with these words alone, in order; spans shrink to what is kept of them, links need both ends whole."""
    kept_spans, number = [], {}
    for i, (layer, first, last) in enumerate(sample.spans):
        a, b = bisect_left(keep, first), bisect_right(keep, last) - 1
        if a <= b:
            number[i] = len(kept_spans)
            kept_spans.append((layer, a - (a == 0 and first < keep[0]), b + (b == len(keep) - 1 and last > keep[-1])))
    whole = {i for i, (_, a, b) in zip(number, kept_spans, strict=True) if a >= 0 and b < len(keep)}
    links = [(n, number[a], number[b]) for n, a, b in sample.links if a in whole and b in whole]
    events = {number[i]: event for i, event in sample.events.items() if i in whole}
    return replace(
        sample,
        pieces=[sample.pieces[w] for w in keep],
        looks=[sample.looks[w] for w in keep],
        spans=kept_spans,
        links=links,
        events=events,
        soft=None if sample.soft is None else sample.soft[keep],
        paragraph=None if sample.paragraph is None else [sample.paragraph[w] for w in keep],
        doubtful={(n, number[a], number[b]) for n, a, b in sample.doubtful if a in whole and b in whole},
    )


def windows(sample: Sample, size: int, overlap: int, rng: random.Random) -> list[Sample]:
    """Cuts a long sample into windows of at most `size` pieces, the first of a random length."""
    sizes = [len(p) for p in sample.pieces]
    if sum(sizes) <= size:
        return [sample]
    found, at, first = [], 0, rng.randint(size // 3, size)
    while at < len(sizes):
        room, end = (first if at == 0 else size), at
        while end < len(sizes) and room >= sizes[end]:
            room -= sizes[end]
            end += 1
        end = max(end, at + 1)
        found.append(slice_words(sample, list(range(at, end))))
        if end == len(sizes):
            break
        back, at = 0, end
        while at > 0 and back < overlap:
            at -= 1
            back += sizes[at]
    return found


def join(samples: list[Sample], gaps: list[int] | None = None) -> Sample:
    """Several samples under one another, as paragraphs of one text. All of one set, or all with soft targets.

    gaps: what stands before each sample (see pieces.py), an empty line where none are given.
    """
    pieces, looks, spans, links, events = [], [], [], [], {}
    paragraph: list[int] = []
    doubtful: set[tuple[int, int, int]] = set()
    for place, sample in enumerate(samples):
        words, base = len(pieces), len(spans)
        pieces += sample.pieces
        looks += sample.looks
        if gaps is not None and place and sample.looks:
            looks[words] = gaps[place] * CASES + sample.looks[0] % CASES
        spans += [(layer, a + words, b + words) for layer, a, b in sample.spans]
        links += [(n, a + base, b + base) for n, a, b in sample.links]
        doubtful |= {(n, a + base, b + base) for n, a, b in sample.doubtful}
        events |= {i + base: event for i, event in sample.events.items()}
        numbers = sample.paragraph or [0] * len(sample.pieces)
        paragraph += [n % PARAGRAPHS + place * PARAGRAPHS for n in numbers]
    soft = [sample.soft for sample in samples if sample.soft is not None]
    together = np.concatenate(soft) if len(soft) == len(samples) else None
    first = samples[0]
    return Sample(first.corpus, pieces, looks, first.layers, spans, links, events, together, paragraph, doubtful)


def recased(sample: Sample, case: int) -> Sample:
    """The sample all in lower case (0) or in capitals (2): only the looks change, the vocabulary knows no case."""
    looks = [look // CASES * CASES + (case if look % CASES or case else 0) for look in sample.looks]
    return replace(sample, looks=looks)


def states(sample: Sample) -> np.ndarray:
    """(words, layers): the state of each word in each layer; IGNORED where nobody looked."""
    words = len(sample.pieces)
    table = np.full((words, len(LAYERS)), IGNORED, dtype=np.int64)
    for layer in sample.layers:
        table[:, LAYER_NUMBER[layer]] = 0
    # of two overlapping spans of a layer the longer stays: it is written last
    for layer, first, last in sorted(sample.spans, key=lambda span: (span[2] - span[1], span[1])):
        a, b = max(first, 0), min(last, words - 1)
        column = table[:, layer]
        column[a : b + 1] = 2
        if first == last:
            column[a] = 4
        else:
            if first >= 0:
                column[a] = 1
            if last < words:
                column[b] = 3
    return table


def model_input(sample: Sample) -> tuple[list[int], list[int], list[int]]:
    """ids and looks of the pieces between the special ones, and the position of each word's first piece."""
    ids, looks, first = [CLS], [SPECIAL_LOOK], []
    for word, look in zip(sample.pieces, sample.looks, strict=True):
        first.append(len(ids))
        ids += word
        looks += [look] + [look % CASES] * (len(word) - 1)
    return [*ids, SEP], [*looks, SPECIAL_LOOK], first
