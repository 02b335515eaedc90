"""How right is Dateline? Reads every benchmark in ../shared/bench, scores it there, and writes the table.

python -m benchmarks.quality ../shared/bench [--only NAME ... | --write benchmarks/results.md]

Predictions are kept in build/bench, in the form that bench/score.py takes: a file of Readings for a set of texts, an
exported case for a set of pages or incidents.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

PREDICTED = Path("build/bench")


@dataclass(frozen=True)
class Texts:
    """A benchmark scored on Readings; `published` says where its records hold the date of publication."""

    name: str
    files: tuple[str, ...] = ("dev",)
    published: str | None = None

    def commands(self, bench: Path, file: str) -> list[list[str]]:
        command = [
            "dateline",
            "parse",
            "--jsonl",
            f"{bench}/{self.name}/{file}.jsonl",
            f"{PREDICTED}/{self.name}/{file}.jsonl",
        ]
        return [command + (["--map", f"published={self.published}"] if self.published else [])]


@dataclass(frozen=True)
class Cases:
    """A benchmark scored on an exported case, read from these paths below the benchmark's folder."""

    name: str
    files: tuple[str, ...] = ("dev",)
    paths: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    def commands(self, bench: Path, file: str) -> list[list[str]]:
        case, out = f"{PREDICTED}/{self.name}/{file}.db", f"{PREDICTED}/{self.name}/{file}"
        folder = bench / self.name if self.name != "casebook" else bench.parent / "corpora" / "casebook"
        paths = [f"{folder}/{path}" for path in self.paths or (f"{file}.jsonl",)]
        maps = [word for field in self.fields for word in ("--map", field)]
        return [
            ["dateline", "read", *paths, "--case", case, *maps],
            ["dateline", "export", case, "--format", "jsonl", "--out", out],
        ]


BENCHMARKS: tuple[Texts | Cases, ...] = (
    Texts("polnear", published="meta.publication_date"),
    Texts("claims"),
    Texts("re3d"),
    Texts("crossner_politics"),
    Texts("wikigold"),
    Texts("cameo_ner"),
    Texts("events"),
    Texts("cameo_class"),
    Texts("satp_relevant"),
    Texts("muc4"),
    Texts("tempeval3", ("timebank", "aquaint"), published="meta.dct"),
    Texts("wikiwars"),
    Texts("geoparsing", ("lgl", "geovirus")),
    Cases("article_extraction", paths=("html",)),
    Cases("pubdate", paths=("html",)),
    Cases("gva_incidents", ("dev", "dev_pool"), fields=("published=meta.dct", "url=meta.url")),
    Cases("casebook", ("reports",)),
)


def main() -> None:
    options = _options()
    rows = []
    for benchmark in BENCHMARKS:
        if options.only and benchmark.name not in options.only:
            continue
        for file in benchmark.files:
            rows += _score(benchmark, options.bench, file)
            print(*rows[-1:], sep="\n", flush=True)
    table = _table(rows)
    print(table)
    if options.write:
        _write(options.write, table)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="the folder with the benchmarks and score.py")
    parser.add_argument("--only", nargs="+", help="only these benchmarks")
    parser.add_argument("--write", type=Path, help="replace the table in this file")
    options = parser.parse_args()
    if options.only and options.write:
        parser.error("--write replaces the tables of all benchmarks: leave out --only")
    return options


def _score(benchmark: Texts | Cases, bench: Path, file: str) -> list[tuple[str, str, str, str]]:
    """(benchmark and file, measure, value, commands) for every headline measure."""
    gold = bench / benchmark.name / f"{file}.jsonl"
    if benchmark.name == "casebook":
        gold = bench.parent / "corpora" / "casebook" / f"{file}.jsonl"
    predicted = PREDICTED / benchmark.name / (f"{file}.jsonl" if isinstance(benchmark, Texts) else file)
    predicted.parent.mkdir(parents=True, exist_ok=True)
    (predicted.parent / f"{file}.db").unlink(missing_ok=True)
    shutil.rmtree(predicted, ignore_errors=True)
    commands = benchmark.commands(bench, file)
    started = time.monotonic()
    for command in commands:
        subprocess.run([sys.executable, "-m", *command], check=True, stdout=subprocess.DEVNULL)
    print(f"{benchmark.name}/{file}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    scorer = [sys.executable, str(bench / "score.py"), benchmark.name, str(gold), str(predicted), "--json"]
    scores = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    shown = " && ".join(" ".join(command) for command in commands)
    return [
        (f"{benchmark.name}/{file}", measure, _shown(value), shown)
        for measure, value in scores.items()
        if isinstance(value, float | int) and measure not in ("records", "unknown")
    ]


def _shown(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) and abs(value) <= 1 else f"{value:g}"


def _table(rows: list[tuple[str, str, str, str]]) -> str:
    """A table per benchmark: its commands, then a line per measure."""
    lines: list[str] = []
    for name in dict.fromkeys(row[0] for row in rows):
        measures = [(measure, value) for set_, measure, value, _ in rows if set_ == name]
        command = next(command for set_, _, _, command in rows if set_ == name)
        lines += [f"### {name}", "", "```", *command.split(" && "), "```", ""]
        lines += ["| measure | value |", "|---|--:|", *(f"| {m} | {v} |" for m, v in measures), ""]
    return "\n".join(lines)


def _write(path: Path, table: str) -> None:
    """Replace what stands below the line '## Quality' in the file."""
    before = path.read_text("utf-8").partition("\n## Quality")[0] if path.exists() else "# Results\n"
    scored = "Scored with `../shared/bench/score.py`; predictions made by the command above each table.\n"
    path.write_text(f"{before}\n## Quality\n\n{scored}\n{table}", "utf-8")


if __name__ == "__main__":
    main()
