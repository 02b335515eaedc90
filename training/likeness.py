"""How much does each part of an incident's likeness weigh? Fits dateline.comparing.incidents.likeness.WEIGHTS.

python -m training.likeness ../shared/bench [--cases build/likeness]

Reads gva_incidents/train, ecbplus/train and the invented sample into cases (kept, so that a second run is quick), takes
the pairs of tellings that find_incidents would compare, and prints the weights of a logistic regression. A part may
only speak for what its docstring says: weights of the wrong sign become 0. Where the material says little the weights
stay near PRIOR, which says what holds for reports of war, where victims are seldom named and towns are shelled twice.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline import build_case
from dateline.comparing.compare import survey_case
from dateline.comparing.incidents import parts
from dateline.comparing.incidents.likeness import WEIGHTS
from dateline.comparing.incidents.parts import Part
from dateline.comparing.incidents.survey import Survey
from dateline.model.reading import ReadReport
from dateline.reading.read import Reader
from dateline.store import open_case

AGAINST = frozenset(
    {
        parts.days_between,
        parts.told_long_after,
        parts.told_before,
        parts.other_place,
        parts.other_setting,
        parts.other_people,
        parts.other_street,
        parts.other_ages,
        parts.other_means,
        parts.other_kind,
    }
)
"""The parts that speak against one happening."""

PRIOR: dict[Part, float] = {
    parts.shared_passage: 3.0,
    parts.same_days: 0.5,
    parts.near_days: 0.5,
    parts.days_between: -2.0,
    parts.same_place: 1.0,
    parts.other_place: -1.0,
    parts.same_toll: 1.0,
    parts.same_sufferers: 0.5,
}
STRENGTH = 0.0003
"""How strongly each weight is held to PRIOR (to 0 where it says nothing)."""

SHARES = {"gva_incidents": 1.0, "ecbplus": 0.1, "samples": 0.2}
"""How much each set counts. ecbplus knows which words mean one event but has short texts, and no days."""

MAIN = 0.6
"""A telling this prominent is what its report is about; only these are known to be of its gold incident."""

STEPS, RATE = 3000, 0.05


class Pairs(NamedTuple):
    """Pairs of tellings: a row of parts each, and whether they are one happening."""

    rows: NDArray[np.float64]
    same: NDArray[np.float64]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bench", type=Path, help="the folder with the benchmarks")
    options.add_argument("--cases", type=Path, default=Path("build/likeness"), help="where the cases are kept")
    chosen = options.parse_args()
    sets = {name: pairs_of(name, chosen.bench, chosen.cases) for name in SHARES}
    weights, bias = fit(sets)
    for name, pairs in sets.items():
        print(
            f"# {name}: {len(pairs.same)} pairs, {pairs.same.sum():.0f} of them one; {_quality(pairs, weights, bias)}"
        )
    for part, weight in zip(WEIGHTS, weights, strict=True):
        print(f"    parts.{part.__name__}: {weight:.2f},")
    print(f"BIAS = {bias:.2f}")


def pairs_of(name: str, bench: Path, cases: Path) -> Pairs:
    """The pairs of one set for which its annotation says whether they are one."""
    reports, found = read_set(name, bench, cases)
    judge = _judge(name, bench, reports, found)
    judged = [(pair, same) for pair in found.pairs if (same := judge(*pair)) is not None]
    rows = [[part(found.grounds.pair(*pair)) for part in WEIGHTS] for pair, _ in judged]
    return Pairs(np.array(rows), np.array([float(same) for _, same in judged]))


def read_set(name: str, bench: Path, cases: Path) -> tuple[Sequence[ReadReport], Survey]:
    """The reports of a set and what there is to compare in them."""
    path = cases / f"{name}.db"
    if not path.exists():
        cases.mkdir(parents=True, exist_ok=True)
        if name == "samples":
            build_case([Path("samples/reports")], case=path, places=Path("samples/places.csv"))
        else:
            fields = {"published": "meta.dct", "url": "meta.url"} if name == "gva_incidents" else {}
            build_case([bench / name / "train.jsonl"], case=path, fields=fields)
    with open_case(path) as case:
        return survey_case(list(case.as_read()), redate=Reader().redate)


Judge = Callable[[int, int], bool | None]


def _judge(name: str, bench: Path, reports: Sequence[ReadReport], found: Survey) -> Judge:
    if name == "ecbplus":
        return _by_chains(_records(bench / name / "train.jsonl"), reports, found)
    if name == "samples":
        return _by_incident(_sample_labels(reports), reports, found)
    rows = _records(bench / name / "train.jsonl")
    return _by_incident({key: row["meta"]["incident"] for key, row in rows.items()}, reports, found)


def _records(path: Path) -> dict[str, dict]:
    return {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}


def _sample_labels(reports: Sequence[ReadReport]) -> dict[str, str]:
    """Report id -> its incident, for sample reports that tell of one only."""
    gold = Path("samples/gold")
    told: dict[str, list[str]] = defaultdict(list)
    for incident in _records(gold / "incidents.jsonl").values():
        for report in incident["reports"]:
            told[report].append(incident["id"])
    rows = _records(gold / "reports.jsonl")
    return {
        report.report.id: told[key][0]
        for key, row in rows.items()
        for report in reports
        if report.report.file.endswith(row["file"]) and report.report.title == row["title"] and len(told[key]) == 1
    }


def _by_incident(labels: Mapping[str, str], reports: Sequence[ReadReport], found: Survey) -> Judge:
    """Violence that reports of one incident are mainly about is one; what reports of different ones tell is not."""

    def judge(a: int, b: int) -> bool | None:
        one, other = found.tellings[a], found.tellings[b]
        gold = [_label(labels, reports[telling.report]) for telling in (one, other)]
        if None in gold or one.planned or one.summary or {one.type, other.type} != {"ASSAULT"}:
            return None
        if gold[0] != gold[1]:
            return False
        return True if min(found.grounds.prominence[a], found.grounds.prominence[b]) >= MAIN else None

    return judge


def _label(labels: Mapping[str, str], report: ReadReport) -> str | None:
    return labels.get(report.report.source_id or "") or labels.get(report.report.id)


def _by_chains(rows: Mapping[str, dict], reports: Sequence[ReadReport], found: Survey) -> Judge:
    """Tellings whose triggers stand in one chain of ECB+ are one; in different chains they are not."""
    chains = [_chains(rows.get(reports[t.report].report.source_id or ""), t.all_events) for t in found.tellings]

    def judge(a: int, b: int) -> bool | None:
        return bool(chains[a] & chains[b]) if chains[a] and chains[b] else None

    return judge


def _chains(row: dict | None, events: Sequence) -> frozenset[str]:
    spans = [s for s in (row or {}).get("spans", ()) if s.get("chain") and "ACTION" in s["label"]]
    triggers = [event.event.trigger for event in events]
    return frozenset(s["chain"] for s in spans for t in triggers if s["start"] < t.end and t.start < s["end"])


def fit(sets: Mapping[str, Pairs]) -> tuple[NDArray[np.float64], float]:
    """Weights in the order of WEIGHTS, and the bias: Adam on the log loss, signs held, drawn to PRIOR."""
    rows, same = np.vstack([p.rows for p in sets.values()]), np.concatenate([p.same for p in sets.values()])
    counts = np.concatenate([np.full(len(p.same), SHARES[name] / len(p.same)) for name, p in sets.items()])
    scale = np.maximum(rows.std(0), 1e-6)
    signs = np.array([-1.0 if part in AGAINST else 1.0 for part in WEIGHTS])
    prior = np.array([PRIOR.get(part, 0.0) for part in WEIGHTS])
    return _descend(rows / scale, same, counts / counts.sum(), signs, prior, scale)


def _descend(
    rows: NDArray[np.float64],
    same: NDArray[np.float64],
    counts: NDArray[np.float64],
    signs: NDArray[np.float64],
    prior: NDArray[np.float64],
    scale: NDArray[np.float64],
) -> tuple[NDArray[np.float64], float]:
    weights, bias = prior * scale, -3.0
    mean, square = np.zeros(len(weights) + 1), np.zeros(len(weights) + 1)
    for step in range(1, STEPS + 1):
        error = counts * (_chance(rows, weights, bias) - same)
        gradient = np.append(rows.T @ error + STRENGTH * (weights / scale - prior) / scale, error.sum())
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        move = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        move *= RATE * (1 - step / STEPS)
        weights, bias = weights - move[:-1], bias - float(move[-1])
        weights = np.where(weights * signs < 0, 0.0, weights)
    return weights / scale, bias


def _chance(rows: NDArray[np.float64], weights: NDArray[np.float64], bias: float) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-(rows @ weights + bias)))


def _quality(pairs: Pairs, weights: NDArray[np.float64], bias: float) -> str:
    """The best F1 over all thresholds, and the threshold."""
    order = np.argsort(-(chance := _chance(pairs.rows, weights, bias)), kind="stable")
    right = np.cumsum(pairs.same[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + pairs.same.sum())
    return f"best F1 {f1.max():.3f} at {chance[order][f1.argmax()]:.2f}"


if __name__ == "__main__":
    main()
