"""Are two look-alike events kept apart? Documents of ECB+ by their main incident, beside a floor of like words.

python -m benchmarks.ecbplus_incidents ../shared/bench [--cases build/ecbplus]

ECB+ has two events to a topic that are told in the same words (two trials, two earthquakes, two break-ins): the
documents of one sub-topic are one incident. Each document is labelled with the incident that most of its events are of,
as bench/score.py does for gva_incidents; a document without one stands alone. "with related" counts a document with
the incident that it is listed with as related, and those that tell of that with it. Printed for train and dev: B-cubed
and pairwise F1, the share of pairs of the two events of a topic that are kept apart, and the share of pairs of one
event that share any incident. The floor joins documents by the cosine of their stems (average link), at the threshold
that is best on train.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from itertools import combinations
from pathlib import Path

from dateline import build_case
from dateline.comparing.incidents.clustering import cluster
from dateline.comparing.wording import Wording, likeness
from dateline.model.case import Contents
from dateline.store import open_case

THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4)

Labels = Mapping[str, Hashable]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bench", type=Path, help="the folder with the benchmarks")
    options.add_argument("--cases", type=Path, default=Path("build/ecbplus"), help="where the cases are kept")
    chosen = options.parse_args()
    records = {part: _records(chosen.bench / "ecbplus" / f"{part}.jsonl") for part in ("train", "dev")}
    best = max(THRESHOLDS, key=lambda t: _b_cubed(gold(records["train"]), floor(records["train"], t))[2])
    print("part   labels by          B3 P   B3 R   B3 F1  pairs  apart  met")
    for part, rows in records.items():
        contents = _read(chosen.bench / "ecbplus" / f"{part}.jsonl", chosen.cases / f"{part}.db")
        incidents = incidents_of(contents)
        _print(part, f"stems over {best:g}", rows, floor(rows, best), None)
        labels = main_incidents(rows, incidents)
        _print(part, "Dateline", rows, labels, incidents)
        _print(part, "with related", rows, {**labels, **related_incidents(contents)}, incidents)


def _records(path: Path) -> dict[str, dict]:
    return {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}


def _read(path: Path, case: Path) -> Contents:
    if not case.exists():
        case.parent.mkdir(parents=True, exist_ok=True)
    build_case([path], case=case)
    with open_case(case) as opened:
        return opened.contents()


def gold(rows: Mapping[str, dict]) -> Labels:
    """Document -> its sub-topic."""
    return {key: row["meta"]["subtopic"] for key, row in rows.items()}


def floor(rows: Mapping[str, dict], threshold: float) -> Labels:
    """Document -> its group by the cosine of the stems, rare ones weighing more."""
    keys = list(rows)
    wording = Wording([rows[key]["text"] for key in keys])
    vectors = wording.reports
    scores = {(a, b): likeness(vectors[a], vectors[b]) for a, b in combinations(range(len(keys)), 2)}
    groups = cluster(len(keys), scores, threshold, lambda a, b: True)
    return {keys[at]: number for number, group in enumerate(groups) for at in group}


def incidents_of(contents: Contents) -> dict[str, Counter[str]]:
    """Document -> its incidents, each with the number of its events there, in text order."""
    source = {read.report.id: read.report.source_id or read.report.id for read in contents.reports}
    incident_of = {event: i.id for i in contents.comparison.incidents for event in i.all_events}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for event in sorted(contents.comparison.events, key=lambda event: event.event.trigger.start):
        found[source[event.report]][incident_of[event.id]] += 1
    return found


def main_incidents(rows: Mapping[str, dict], incidents: Mapping[str, Counter[str]]) -> Labels:
    """Document -> the incident with most of its events, of several the one told first."""
    return {key: incidents[key].most_common(1)[0][0] if incidents.get(key) else ("alone", key) for key in rows}


def related_incidents(contents: Contents) -> Labels:
    """Document -> the incident that it is related to, and those that tell of that -> the same."""
    source = {read.report.id: read.report.source_id or read.report.id for read in contents.reports}
    joined = [incident for incident in contents.comparison.incidents if incident.related]
    found = {source[report]: incident.id for incident in joined for report in incident.reports}
    return {**found, **{source[related.report]: incident.id for incident in joined for related in incident.related}}


def _print(
    part: str, name: str, rows: Mapping[str, dict], labels: Labels, incidents: Mapping[str, Counter[str]] | None
) -> None:
    precision, recall, f1 = _b_cubed(gold(rows), labels)
    numbers = [precision, recall, f1, _pairwise(gold(rows), labels), _apart(rows, labels)]
    met = f"  {_met(rows, incidents):.3f}" if incidents is not None else ""
    print(f"{part:6} {name:16}" + "".join(f"  {number:.3f}" for number in numbers) + met)


def _b_cubed(truth: Labels, labels: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998)."""
    shared = Counter((truth[key], labels[key]) for key in truth)
    of_gold, of_label = Counter(truth.values()), Counter(labels[key] for key in truth)
    precision = sum(n * n / of_label[label] for (_, label), n in shared.items()) / len(truth)
    recall = sum(n * n / of_gold[label] for (label, _), n in shared.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _pairwise(truth: Labels, labels: Labels) -> float:
    """F1 over pairs of documents."""
    pairs = [(truth[a] == truth[b], labels[a] == labels[b]) for a, b in combinations(truth, 2)]
    right = sum(same and joined for same, joined in pairs)
    return 2 * right / max(1, sum(same + joined for same, joined in pairs))


def _apart(rows: Mapping[str, dict], labels: Labels) -> float:
    """Of the pairs of documents on the two events of a topic, those that are kept apart."""
    meta = {key: row["meta"] for key, row in rows.items()}
    twins = [
        labels[a] != labels[b]
        for a, b in combinations(rows, 2)
        if meta[a]["topic"] == meta[b]["topic"] and meta[a]["subtopic"] != meta[b]["subtopic"]
    ]
    return sum(twins) / len(twins)


def _met(rows: Mapping[str, dict], incidents: Mapping[str, Counter[str]]) -> float:
    """Of the pairs of documents on one event, those that share an incident."""
    truth = gold(rows)
    none: Counter[str] = Counter()
    pairs = [(a, b) for a, b in combinations(rows, 2) if truth[a] == truth[b]]
    return sum(bool(incidents.get(a, none).keys() & incidents.get(b, none).keys()) for a, b in pairs) / len(pairs)


if __name__ == "__main__":
    main()
