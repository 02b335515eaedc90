"""Is a paragraph read in a long text as it is read alone? Scores dev texts alone and set under one another."""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from dateline.reading.marks import Marker, load_marker
from dateline.reading.marks.weights_file import WEIGHTS
from training.corpora import Unit
from training.evaluate import SHOWN, reading_of

Record = dict[str, Any]
T = TypeVar("T")
SETS = ("events", "claims", "cameo_ner")
SEED = 7
FEWEST, MOST = 4, 8
"""Texts that are set under one another."""
BREAK = "\n\n"


def pack(records: Sequence[T], seed: int) -> Iterator[list[T]]:
    """Groups of FEWEST to MOST texts in random order."""
    rng = random.Random(seed)
    shuffled = rng.sample(list(records), len(records))
    at = 0
    while at < len(shuffled):
        size = rng.randint(FEWEST, MOST)
        yield shuffled[at : at + size]
        at += size


def under_one_another(units: Sequence[Unit], seed: int = SEED) -> Iterator[Unit]:
    """Annotated texts of one set in groups, each group as one text."""
    for group in pack(units, seed):
        whole = Unit(group[0].corpus, group[0].id, BREAK.join(unit.text for unit in group), group[0].layers)
        start = 0
        for unit in group:
            moved = {place: (place[0], place[1] + start, place[2] + start) for place in unit.spans}
            whole.spans |= set(moved.values())
            whole.links |= {(name, moved[head], moved[tail]) for name, head, tail in unit.links}
            whole.events |= {moved[trigger]: kinds for trigger, kinds in unit.events.items()}
            start += len(unit.text) + len(BREAK)
        yield whole


def readings_packed(marker: Marker, records: Sequence[Record], seed: int = SEED) -> dict[str, Record]:
    """What is marked in each record's text when it stands among others, with offsets of its own text."""
    groups = list(pack(records, seed))
    texts = [BREAK.join(record["text"] for record in group) for group in groups]
    found: dict[str, Record] = {}
    for group, text, marks in zip(groups, texts, marker.mark_many(texts), strict=True):
        reading, start = reading_of(text, marks), 0
        for record in group:
            end = start + len(record["text"])
            found[record["id"]] = cut_out(reading, start, end)
            start = end + len(BREAK)
    return found


def cut_out(reading: Record, start: int, end: int) -> Record:
    """The part of a reading that lies in [start, end), by what each claim and event hangs on."""
    part: Record = {"text": reading["text"][start:end], "sentences": [], "times": [], "places": []}
    part["mentions"] = [_moved(mention, start) for mention in reading["mentions"] if _lies(mention, start, end)]
    part["events"] = [_cut(event, start) for event in reading["events"] if _lies(event["trigger"], start, end)]
    inside = [n for n, claim in enumerate(reading["claims"]) if _lies(_anchor(claim), start, end)]
    renumbered = {old: new for new, old in enumerate(inside)}
    part["claims"] = [_cut(reading["claims"][n], start) for n in inside]
    for claim in part["claims"]:
        claim["inside"] = renumbered.get(claim["inside"])
    return part


def _anchor(claim: Record) -> Record:
    anchor: Record = claim["cue"] or claim["content"][0]
    return anchor


def _lies(span: Record, start: int, end: int) -> bool:
    return bool(start <= span["start"] and span["end"] <= end)


def _moved(span: Record, start: int) -> Record:
    return span | {"start": span["start"] - start, "end": span["end"] - start}


def _cut(found: Record, start: int) -> Record:
    """A claim or event with offsets from `start` on: what it draws from another text is kept, out of reach of any
    annotation, so that it counts as wrong."""
    cut: Record = {}
    for name, value in found.items():
        if isinstance(value, list):
            cut[name] = [_moved(span, start) for span in value]
        else:
            cut[name] = _moved(value, start) if isinstance(value, dict) else value
    return cut


def compare(marker: Marker, bench: Path, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """All measures of one set's dev part: each text alone, and among others."""
    sys.path.insert(0, str(bench))
    from scoring import READING_SCORERS

    with (bench / name / "dev.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    marks = marker.mark_many([record["text"] for record in records])
    alone = {r["id"]: reading_of(r["text"], m) for r, m in zip(records, marks, strict=True)}
    score = READING_SCORERS[name]
    return score(records, alone), score(records, readings_packed(marker, records))


def report(bench: Path, weights: Path, sets: Sequence[str], *, every: bool = False) -> None:
    """Prints the figures of each set, alone and packed."""
    marker = load_marker(weights)
    for name in sets:
        alone, packed = compare(marker, bench, name)
        for measure in alone if every else SHOWN[name]:
            if isinstance(alone.get(measure), float):
                print(f"{name} {measure}: alone {alone[measure]:.3f}, packed {packed[measure]:.3f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--sets", nargs="*", default=SETS)
    parser.add_argument("--all", action="store_true", help="print every measure")
    options = parser.parse_args()
    report(options.bench, options.weights, options.sets, every=options.all)


if __name__ == "__main__":
    main()
