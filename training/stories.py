"""How much does each part of two reports' likeness weigh? Fits dateline.comparing.incidents.stories.WEIGHTS.

python -m training.stories ../shared/bench [--cases build/likeness]

Takes the pairs of reports of ecbplus/train and of gva_incidents/train that share one of their rarest words, and prints
the weights of a logistic regression with a ridge penalty, and how well each set's topics are told by those fitted on
the other topics. The cases are those of training.likeness.
"""

from __future__ import annotations

import argparse
import json
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.comparing.incidents.stories import WEIGHTS, Stories
from dateline.comparing.incidents.survey import RAREST
from dateline.comparing.wording import Wording
from training.likeness import read_set

SHARES = {"ecbplus": 0.7, "gva_incidents": 0.3}
"""How much each set counts: ecbplus has happenings of every sort, gva_incidents days and places."""

MOST = 40
"""A word that more reports have is not rare."""

RIDGE = 0.001
STEPS = 40


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bench", type=Path, help="the folder with the benchmarks")
    options.add_argument("--cases", type=Path, default=Path("build/likeness"), help="where the cases are kept")
    chosen = options.parse_args()
    sets = {name: pairs_of(name, chosen.bench, chosen.cases) for name in SHARES}
    rows = np.vstack([rows for rows, _ in sets.values()])
    same = np.concatenate([same for _, same in sets.values()])
    counts = np.concatenate([np.full(len(same), SHARES[name] / len(same)) for name, (_, same) in sets.items()])
    bias, *weights = fit(rows, same, counts)
    for name, (of_set, truth) in sets.items():
        found = of_set @ np.array(weights) + bias > 0
        right = (found & (truth > 0)).sum()
        print(f"# {name}: {len(truth)} pairs, precision {right / found.sum():.3f}, recall {right / truth.sum():.3f}")
    for part, weight in zip(WEIGHTS, weights, strict=True):
        print(f"    {part.__name__}: {weight:.2f},")
    print(f"BIAS = {bias:.2f}")


def pairs_of(name: str, bench: Path, cases: Path) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """A row of parts for each pair of reports that share a rare word, and whether they are of one incident."""
    lines = (bench / name / "train.jsonl").read_text("utf-8").splitlines()
    gold = {row["id"]: row["meta"].get("subtopic") or row["meta"]["incident"] for row in map(json.loads, lines)}
    reports, found = read_set(name, bench, cases)
    wording = Wording([f"{report.report.title or ''} {report.report.text}" for report in reports])
    stories = Stories(reports, found.grounds.traits, found.grounds.rarities, wording)
    having: dict[int, list[int]] = {}
    for at in range(len(reports)):
        for term in wording.rarest(at, RAREST):
            having.setdefault(term, []).append(at)
    pairs = sorted({pair for block in having.values() if len(block) <= MOST for pair in combinations(block, 2)})
    labels = [gold.get(r.report.source_id or "") or gold.get(r.report.id) for r in reports]
    rows = [[part(pair) for part in WEIGHTS] for pair in (stories.pair(a, b) for a, b in pairs)]
    return np.array(rows), np.array([float(labels[a] is not None and labels[a] == labels[b]) for a, b in pairs])


def fit(rows: NDArray[np.float64], same: NDArray[np.float64], counts: NDArray[np.float64]) -> list[float]:
    """The bias and the weights in the order of WEIGHTS, by Newton's method."""
    x = np.hstack([np.ones((len(rows), 1)), rows])
    penalty = np.diag([0.0] + [RIDGE] * rows.shape[1])
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(x @ weights)))
        curvature = (x * (counts * chance * (1 - chance))[:, None]).T @ x + penalty
        weights -= np.linalg.solve(curvature, x.T @ (counts * (chance - same)) + penalty @ weights)
    return [float(weight) for weight in weights]


if __name__ == "__main__":
    main()
