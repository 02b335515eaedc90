"""How well are spellings of one name told from look-alikes? Measures, and fits the weights of language/name_likeness.

python -m benchmarks.names          precision, recall and F1 on each half of benchmarks/names.csv, and what was missed
python -m benchmarks.names --fit    fits the weights on the half to develop on, and writes lexicons/name_weights.yaml

The pairs were written for this project from general knowledge of romanisation; halves were drawn by hash, and what
came later went to the half to develop on. Only the half "develop" may be looked at while rules are written; its
mistakes are printed, those of "measure" are only counted.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
import yaml

from dateline.language.name_likeness import FEATURES, LIKELY, features_of, kind_of, likelihood, likeness_keys

PAIRS = Path(__file__).with_name("names.csv")
WEIGHTS = Path(__file__).parent.parent / "src" / "dateline" / "lexicons" / "name_weights.yaml"
RIDGE = 0.3  # keeps weights small; five-fold cross-validation on the half "develop" is flat from 0.1 to 1
STEPS = 40
KINDS = ("person", "body", "word")
HEAD = """# What each feature of language/name_likeness.py counts for, by class of name. Fitted, not written:
# python -m benchmarks.names --fit
"""

Pair = dict[str, str]


def class_of(pair: Pair) -> str:
    return "person" if pair["kind"] == "person" else "body"


def read_pairs() -> list[Pair]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fit(pairs: list[Pair]) -> dict[str, dict[str, float]]:
    """Logistic regression with a ridge penalty by Newton's method: weights that all kinds of comparison share, and what
    each kind adds to them.
    """
    kinds = [kind_of(pair["first"], pair["second"], class_of(pair)) for pair in pairs]
    told = np.array([[1.0, *features_of(p["first"], p["second"], class_of(p))] for p in pairs])
    x = np.hstack([told, *(told * np.array([k == kind for k in kinds])[:, None] for kind in KINDS)])
    y = np.array([p["same"] == "yes" for p in pairs], dtype=float)
    shared, *added = _weigh(x, y).reshape(1 + len(KINDS), -1)
    names = ["bias", *(feature.__name__ for feature in FEATURES)]
    return {
        kind: {name: round(float(weight), 3) for name, weight in zip(names, shared + own, strict=True)}
        for kind, own in zip(KINDS, added, strict=True)
    }


def _weigh(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 1e-6
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(x @ weights)))
        curvature = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        weights -= np.linalg.solve(curvature, x.T @ (chance - y) + penalty * weights)
    return weights


def is_one(pair: Pair) -> bool:
    """What comparing would say: they share a key, and are likely one."""
    class_ = class_of(pair)
    met = set(likeness_keys(pair["first"], class_)) & set(likeness_keys(pair["second"], class_))
    return bool(met) and likelihood(pair["first"], pair["second"], class_) >= LIKELY


def measure(pairs: list[Pair], *, show: bool) -> str:
    counts = {"hit": 0, "wrong": 0, "missed": 0}
    for pair in pairs:
        same, found = pair["same"] == "yes", is_one(pair)
        counts["hit"] += same and found
        if same != found:
            counts["wrong" if found else "missed"] += 1
            if show:
                chance = likelihood(pair["first"], pair["second"], class_of(pair))
                print(f"  {'joined' if found else 'missed'} {chance:.2f}  {pair['first']} | {pair['second']}")
    hit, wrong, missed = counts.values()
    return (
        f"{len(pairs)} pairs: precision {hit / (hit + wrong):.3f}, recall {hit / (hit + missed):.3f},"
        f" F1 {2 * hit / (2 * hit + wrong + missed):.3f}"
    )


def main(arguments: list[str]) -> None:
    pairs = read_pairs()
    halves = {half: [pair for pair in pairs if pair["half"] == half] for half in ("develop", "measure")}
    if "--fit" in arguments:
        WEIGHTS.write_text(HEAD + yaml.safe_dump(fit(halves["develop"]), sort_keys=False), encoding="utf-8")
    for half, of_half in halves.items():
        print(f"{half}: {measure(of_half, show=half == 'develop')}")


if __name__ == "__main__":
    main(sys.argv[1:])
