"""How right is the casebook where it is read? Scores a case of it on its English reports alone.

python -m benchmarks.quality ../shared/bench --only casebook    makes the case
python -m benchmarks.casebook_english ../shared                 scores it

Reports in other languages are kept without a reading, so no incident can hold them. The gold records are cut down to
the English reports and scored by ../shared/bench/score.py.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.quality import PREDICTED

GOLD = Path("build/casebook_english")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    options = parser.parse_args()
    casebook = options.shared / "corpora" / "casebook"
    reports = [report for report in _rows(casebook / "reports.jsonl") if report["language"] == "en"]
    english = {report["id"] for report in reports}
    GOLD.mkdir(parents=True, exist_ok=True)
    _write("reports", reports)
    _write("incidents", _cut(_rows(casebook / "incidents.jsonl"), english, 1))
    _write("copies", _cut(_rows(casebook / "copies.jsonl"), english, 2))
    scorer = options.shared / "bench" / "score.py"
    predicted = PREDICTED / "casebook" / "reports"
    subprocess.run([sys.executable, scorer, "casebook", GOLD / "reports.jsonl", predicted], check=True)


def _cut(rows: Iterable[dict], english: set[str], fewest: int) -> list[dict]:
    """The records with their English reports alone, those left out that have fewer than so many."""
    cut = [row | {"reports": [report for report in row["reports"] if report in english]} for row in rows]
    return [row for row in cut if len(row["reports"]) >= fewest]


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _write(name: str, rows: Iterable[dict]) -> None:
    (GOLD / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()
