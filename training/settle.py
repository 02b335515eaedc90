"""How does the model learn to read a paragraph in company as alone? A last course with itself as the teacher."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

import torch

from dateline.reading.marks import load_marker
from dateline.reading.marks.pieces import load_tokenizer
from training.company import datelines, read_unmarked, teach, together
from training.corpora import read_told_events
from training.encoding import Sample, encode
from training.fit import SEED, Schedule, bare_pieces, begin, read_sets, restore, save, train
from training.mixing import Deck, batches_of
from training.network import MarkingModel

SHORT = {"events": 3.0, "annotated": 2.0, "claims": 6.0, "cameo_ner": 1.5, "crossner_politics": 1.5, "wikigold": 0.5,
         "nested": 0.5, "composed": 1.0, "single events": 1.0}  # fmt: skip
LONG = {"polnear": 0.4, "re3d": 4.0, "unmarked": 0.4}
"""How often each set is read in one round."""
TAUGHT = {"polnear": 0.5, "nested": 0.1, "composed": 0.4, "wikigold": 0.5}
"""The share of large sets that the teacher marks."""
ROUNDS, SPEED, WARM_UP_STEPS = 3, 0.5, 30
KEPT_FROM, KEPT_SHARE = 0.5, 0.985
"""The model kept is a running mean of the weights, from this progress on."""


def taught_sets(weights: Path, base: Path, bench: Path) -> tuple[dict[str, list[Sample]], dict[str, list[str]]]:
    """All samples with soft targets by set, and the ids held out."""
    tokenizer = load_tokenizer(base / "tokenizer.json")
    marker = load_marker(weights)
    learnt, held_out = read_sets(bench, tokenizer)
    rng = random.Random(SEED)
    for name, share in TAUGHT.items():
        learnt[name] = rng.sample(learnt[name], round(share * len(learnt[name])))
    learnt["unmarked"] = encode(tokenizer, read_unmarked(bench, SEED))
    learnt["single events"] = encode(tokenizer, read_told_events(bench))
    found = {}
    for name, samples in learnt.items():
        samples = [sample for sample in samples if sample.pieces]
        found[name] = teach(marker, samples, claims=name in SHORT)
        print(name, len(samples), sum(s.size() for s in samples), flush=True)
    found["openings"] = datelines(tokenizer, 400, SEED)
    return found, held_out


def rounds(sets: dict[str, list[Sample]], bare: frozenset[int], rng: random.Random) -> Iterator[list[list[Sample]]]:
    """Batches of one round after another, without end."""
    decks = {n: Deck(sets[n], r, random.Random(f"{SEED} {n}"), []) for n, r in (SHORT | LONG).items()}
    while True:
        long = {name: decks[name].deal() for name in LONG}
        short = [sample for name in SHORT for sample in decks[name].deal()]
        found = list(together(short, long["unmarked"] + long["polnear"], sets["openings"], rng))
        found += [sample for dealt in long.values() for sample in dealt]
        yield batches_of(found, rng, bare)


def settle(checkpoint: Path, weights: Path, base: Path, bench: Path, out: Path, minutes: float | None = None) -> Path:
    """Trains on from `checkpoint`, whose exported form `weights` is the teacher; returns the new checkpoint."""
    rng = begin()
    out.mkdir(parents=True, exist_ok=True)
    sets, held_out = taught_sets(weights, base, bench)
    (out / "held_out.json").write_text(json.dumps(held_out), encoding="utf-8")
    model = MarkingModel.begin(base)
    restore(model, checkpoint)
    kept: dict[str, torch.Tensor] = {}

    def keep(progress: float) -> None:
        if progress >= KEPT_FROM:
            _approach(kept, model)

    plan = Schedule(rounds=ROUNDS, speed=SPEED, minutes=minutes, warm_up=WARM_UP_STEPS)
    bare = bare_pieces(load_tokenizer(base / "tokenizer.json"))
    for _ in train(model, rounds(sets, bare, rng), plan, rng, keep):
        save(model, out / "last.pt")
    model.load_state_dict(kept or model.state_dict())
    save(model, out / "model.pt")
    return out / "model.pt"


def _approach(kept: dict[str, torch.Tensor], model: MarkingModel) -> None:
    """Moves the running mean a step towards the model."""
    for name, value in model.state_dict().items():
        if name not in kept or not value.is_floating_point():
            kept[name] = value.detach().clone()
        else:
            kept[name].lerp_(value.detach(), 1 - KEPT_SHARE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("weights", type=Path, help="the same model exported: the teacher")
    parser.add_argument("base", type=Path, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("bench", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float)
    options = parser.parse_args()
    settle(options.checkpoint, options.weights, options.base, options.bench, options.out, options.minutes)


if __name__ == "__main__":
    main()
