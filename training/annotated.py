"""Which events did we annotate in texts of other sets? Offsets alone are kept here; the words stay in ../shared/bench.

The units are sentences and paragraphs of training parts (and of RAMS, on which nothing is scored) that share no run of
eight words with a dev text; two thirds are those in which the model before was least sure. Annotated after the
guidelines of the set `events`; training/README.md tells how well that agrees with the set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from dateline.reading.marks.layers import EVENT_LAYERS
from training.corpora import COUNTED, Unit, untokenised

ANNOTATED = Path(__file__).parent / "annotated" / "events.jsonl"
FILES = {"fnc1": "train_bodies.jsonl", "rams": "dev.jsonl"}
"""Where the texts of a set stand, if not in train.jsonl."""
TEXT_FIELD = {"news_similarity": "text1"}
PRINTED = frozenset({"rams"})
"""Tokenised sets whose units are learnt as they would stand in print."""
ROLES = ("actor", "recipient", "place", "date", "weapon", *COUNTED)


def read_annotated(bench: Path, annotated: Path = ANNOTATED) -> list[Unit]:
    """The annotated units with their texts.

    Each line of the file: set, record, [start, end] of the unit in the record's text, and its events, whose spans are
    [start, end] in the unit. All are code points.
    """
    with annotated.open(encoding="utf-8") as lines:
        kept = [json.loads(line) for line in lines]
    texts = {name: dict(_texts(bench, name)) for name in sorted({line["set"] for line in kept})}
    units = (_unit(line, texts[line["set"]][line["record"]]) for line in kept)
    return [untokenised(unit) if line["set"] in PRINTED else unit for line, unit in zip(kept, units, strict=True)]


def _texts(bench: Path, name: str) -> Iterator[tuple[str, str]]:
    field = TEXT_FIELD.get(name, "text")
    with (bench / name / FILES.get(name, "train.jsonl")).open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["id"], record[field]


def _unit(line: dict, text: str) -> Unit:
    start, end = line["unit"]
    unit = Unit("events", f"{line['record']}:{start}", re.sub(r"\s", " ", text[start:end]), frozenset(EVENT_LAYERS))
    for event in line["events"]:
        trigger = ("trigger", *event["trigger"])
        unit.spans.add(trigger)
        unit.events[trigger] = (event["type"], event.get("mode"), event["status"])
        for role in ROLES:
            for span in event.get(role, ()):
                place = ("count" if role in COUNTED else role, *span)
                unit.spans.add(place)
                unit.links.add((role, trigger, place))
    return unit
