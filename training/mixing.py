"""Which texts does the model learn from, how often, and in which shape?"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from training.encoding import Sample, join, recased, slice_words, windows

WINDOW = 256
OVERLAP = 24
BATCH_PIECES = 4096

RATES = {
    "polnear": 0.5,
    "nested": 0.12,
    "claims": 2.0,
    "events": 1.5,
    "annotated": 1.0,
    "re3d": 1.5,
    "crossner_politics": 0.5,
    "wikigold": 0.4,
    "cameo_ner": 0.4,
    "composed": 0.15,
}
"""How often each set is read in one round."""
FINISHING_RATES = {
    "polnear": 0.12,
    "nested": 0.06,
    "claims": 4.0,
    "events": 2.0,
    "annotated": 2.0,
    "re3d": 3.0,
    "crossner_politics": 1.0,
    "wikigold": 0.3,
    "cameo_ner": 1.5,
    "composed": 0.5,
}
"""The same for the last rounds, in which the small sets catch up."""
PACKED = {"events", "claims", "crossner_politics", "wikigold", "cameo_ner", "nested"}
"""Sets of short texts: most of them are set under one another, so that the model sees what does not belong together."""
ALONE = 0.3
"""Share of short texts that stand alone, as a headline or a single sentence does."""
LOWER, UPPER, BARE = 0.04, 0.04, 0.05
"""Shares of windows in lower case, in capitals, and without apostrophes and full stops."""


@dataclass(slots=True)
class Deck:
    """The samples of one set, dealt in shuffled order, again and again."""

    samples: list[Sample]
    rate: float
    rng: random.Random
    left: list[Sample]

    def deal(self) -> list[Sample]:
        dealt: list[Sample] = []
        for _ in range(round(self.rate * len(self.samples))):
            if not self.left:
                self.left = self.rng.sample(self.samples, len(self.samples))
            dealt.append(self.left.pop())
        return dealt


def build_decks(sets: dict[str, list[Sample]], rates: dict[str, float], seed: int) -> list[Deck]:
    """One deck per set."""
    return [
        Deck(samples, rates[name], random.Random(f"{seed} {name}"), []) for name, samples in sets.items() if samples
    ]


def deal_round(decks: list[Deck], rng: random.Random, bare: frozenset[int]) -> list[list[Sample]]:
    """One round: batches of windows of about the same length, in random order.

    bare: the pieces of full stops and apostrophes.
    """
    found: list[Sample] = []
    for deck in decks:
        dealt = deck.deal()
        if deck.samples[0].corpus in PACKED:
            dealt = list(_packed(dealt, rng))
        found += dealt
    return batches_of(found, rng, bare)


def batches_of(samples: list[Sample], rng: random.Random, bare: frozenset[int]) -> list[list[Sample]]:
    """Batches of windows of about the same length, in random order."""
    found = [_changed(w, rng, bare) for sample in samples for w in windows(sample, WINDOW, OVERLAP, rng)]
    found = [sample for sample in found if sample.pieces]
    found.sort(key=lambda sample: sample.size() * rng.uniform(0.85, 1.15))
    batches = list(_batches(found))
    rng.shuffle(batches)
    return batches


def _packed(samples: list[Sample], rng: random.Random) -> Iterator[Sample]:
    pile: list[Sample] = []
    room = 0
    for sample in samples:
        if rng.random() < ALONE:
            yield sample
        elif pile and sample.size() > room:
            yield join(pile)
            pile, room = [sample], rng.randint(60, WINDOW) - sample.size()
        else:
            room = (room if pile else rng.randint(60, WINDOW)) - sample.size()
            pile.append(sample)
    if pile:
        yield join(pile)


def _changed(sample: Sample, rng: random.Random, bare: frozenset[int]) -> Sample:
    draw = rng.random()
    if draw < LOWER:
        return recased(sample, 0)
    if draw < LOWER + UPPER:
        return recased(sample, 2)
    if draw < LOWER + UPPER + BARE:
        keep = [i for i, pieces in enumerate(sample.pieces) if pieces[0] not in bare]
        return slice_words(sample, keep) if keep else sample
    return sample


def _batches(samples: list[Sample]) -> Iterator[list[Sample]]:
    batch: list[Sample] = []
    longest = 0
    for sample in samples:
        size = sample.size() + 2
        if batch and max(longest, size) * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch, longest = [], 0
        batch.append(sample)
        longest = max(longest, size)
    if batch:
        yield batch


def split(samples: list[Sample], share: float, seed: int) -> tuple[list[Sample], list[Sample]]:
    """A part to learn from and a part to tune on, by a seeded shuffle."""
    shuffled = random.Random(seed).sample(samples, len(samples))
    cut = round(share * len(samples))
    return shuffled[cut:], shuffled[:cut]
