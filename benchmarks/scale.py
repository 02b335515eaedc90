"""How do the time and memory of comparing grow with the number of reports?

python -m benchmarks.scale ../shared [--reports 2000 4000 8000] [--add 100] [--profile]

Reads some texts of ../shared once (build/scale/read.db), makes reports of them (benchmarks/synthetic.py) and compares
each number of reports in a process of its own. Prints seconds per step (on the clock, and of the processor: the clock
tells little on a busy machine), peak memory, the ratio when the reports double, and what adding a few more costs.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.synthetic import Material, make_reports
from dateline import build_case, open_case
from dateline.model.reading import Reading, ReadReport
from dateline.pipeline import compare_case
from dateline.store import Batch, Case, Source

FOLDER = Path("build/scale")
TEXTS = (
    ("bench/gva_incidents/train.jsonl", "meta.dct"),
    ("bench/polnear/dev.jsonl", "meta.publication_date"),
    ("bench/wikievents/dev.jsonl", "published"),
    ("corpora/casebook/reports.jsonl", "published"),
)
AT_ONCE = 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--reports", type=int, nargs="+", default=[2000, 4000, 8000])
    parser.add_argument("--add", type=int, default=100)
    parser.add_argument("--profile", action="store_true", help="print the functions that take most time")
    parser.add_argument("--one", action="store_true", help="compare here and print JSON (what the runs are made of)")
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    if options.one:
        print(json.dumps(_compared(options.reports[0], options.add, options.profile)))
        return
    _read(options.shared)
    runs = [_run(options, number) for number in options.reports]
    _print(options.reports, options.add, runs)


Run = dict[str, dict[str, float]]


def _read(shared: Path) -> None:
    for name, published in TEXTS:
        build_case([shared / name], case=FOLDER / "read.db", fields={"published": published})


def _run(options: argparse.Namespace, number: int) -> Run:
    _make(number, options.add)
    command = [sys.executable, "-m", "benchmarks.scale", str(options.shared), "--one", "--reports", str(number)]
    command += ["--add", str(options.add), *(["--profile"] if options.profile else [])]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    print(told.stderr, end="", file=sys.stderr)
    run: Run = json.loads(told.stdout)
    return run


def _make(count: int, add: int) -> None:
    """A case of so many reports and one of those that come later, kept between runs."""
    path, later = _made(count), _later(count, add)
    if path.exists() and later.exists():
        return
    with open_case(FOLDER / "read.db") as read:
        material = Material.of(list(read.as_read()))
    reports = make_reports(material, count + add)
    for file, number in ((path, count), (later, add)):
        with open_case(file, create=True) as case:
            for start in range(0, number, AT_ONCE):
                put(case, list(islice(reports, min(AT_ONCE, number - start))))


def _made(count: int) -> Path:
    return FOLDER / f"made-{count}.db"


def _later(count: int, add: int) -> Path:
    return FOLDER / f"later-{count}-{add}.db"


def put(case: Case, reports: Sequence[ReadReport]) -> None:
    """Adds reports to a case."""
    sources = [Source(r.report.file, r.report.file, r.report.sha256, "synthetic") for r in reports]
    case.put(Batch(begun=sources, reports=reports, finished=sources))


def _compared(number: int, add: int, profile: bool) -> Run:
    """Seconds per step of comparing so many reports, then of comparing them again with some more."""
    path = FOLDER / "compared.db"
    for old in FOLDER.glob(f"{path.name}*"):
        old.unlink()
    shutil.copy(_made(number), path)
    measured = cProfile.Profile()
    with open_case(path) as case:
        whole = measured.runcall(_timed, case) if profile else _timed(case)
    whole["memory"] = {"MB": _most_memory()}
    if profile:
        pstats.Stats(measured, stream=sys.stderr).sort_stats("tottime").print_stats(45)
    if add:
        with open_case(path) as case, open_case(_later(number, add)) as later:
            put(case, list(later.as_read()))
            whole["adding"] = _timed(case)["all"]
    return whole


def _timed(case: Case) -> Run:
    """Seconds on the clock and of the processor, by step."""
    steps: Run = {}
    current, clock, processor = "loading", time.perf_counter(), _processor_seconds()
    begun = clock, processor

    def told(step: str, _done: int, _total: int) -> None:
        nonlocal current, clock, processor
        now, used = time.perf_counter(), _processor_seconds()
        spent = steps.setdefault(current, {"clock": 0.0, "processor": 0.0})
        spent["clock"] += now - clock
        spent["processor"] += used - processor
        current, clock, processor = step, now, used

    compare_case(case, redate=_as_it_is, progress=told)
    told("", 0, 0)
    steps["all"] = {"clock": clock - begun[0], "processor": processor - begun[1]}
    return steps


def _most_memory() -> float:
    """The most that this process has held, in MB. The kernel's ru_maxrss would be that of the process that started this
    one where that was the larger."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (most,) = (line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(most) / 1024


def _processor_seconds() -> float:
    """Of this process and of those that it shared work with."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


def _as_it_is(reading: Reading, _day: date) -> Reading:
    """Synthetic reports are all dated."""
    return reading


def _print(numbers: list[int], add: int, runs: list[Run]) -> None:
    steps = [step for step in runs[-1] if step != "memory"]
    print(f"{'seconds (processor)':22}" + "".join(f"{number:>18,}" for number in numbers) + "   when doubled")
    for step in steps:
        shown = f"adding {add}" if step == "adding" else step
        cells = [f"{run[step]['clock']:.1f} ({run[step]['processor']:.1f})" for run in runs]
        print(
            f"{shown:22}" + "".join(f"{cell:>18}" for cell in cells) + "   " + ", ".join(_ratios(step, numbers, runs))
        )
    print(f"{'peak memory (MB)':22}" + "".join(f"{run['memory']['MB']:>18,.0f}" for run in runs))


def _ratios(step: str, numbers: list[int], runs: list[Run]) -> Iterator[str]:
    for at in range(1, len(runs)):
        if numbers[at] == 2 * numbers[at - 1]:
            yield f"{runs[at][step]['processor'] / max(runs[at - 1][step]['processor'], 0.01):.2f}"


if __name__ == "__main__":
    main()
