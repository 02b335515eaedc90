"""How well does the marker alone do on the benchmarks? Writes its marks in the contract's form and scores them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.model.marks import MarkedClaim, MarkedEvent, Marks
from dateline.reading.marks import Marker, load_marker
from dateline.reading.marks.weights_file import WEIGHTS

SETS = (
    "polnear",
    "claims",
    "events",
    "re3d",
    "crossner_politics",
    "wikigold",
    "cameo_ner",
    "cameo_class",
    "satp_relevant",
)
SHOWN = {
    "polnear": ("source exact F1", "cue exact F1", "content exact F1", "content token F1", "attribution F1"),
    "claims": ("claim F1", "nesting F1"),
    "events": (
        "trigger F1",
        "trigger+type F1",
        "mode accuracy",
        "status accuracy",
        "roles on met triggers F1",
        "roles F1",
    ),
    "re3d": ("exact F1", "overlap F1"),
    "crossner_politics": ("exact F1",),
    "wikigold": ("exact F1",),
    "cameo_ner": ("overlap F1", "exact F1", "either overlap F1"),
}
QUOTES = "\"“”«»„''’‘"


def reading_of(text: str, marks: Marks) -> dict[str, Any]:
    """A reading with nothing but what was marked."""
    return {
        "text": text,
        "sentences": [],
        "mentions": [mark.span.to_dict() | {"type": mark.label, "chain": None} for mark in marks.mentions],
        "claims": [_claim(claim, marks.claims) for claim in marks.claims],
        "events": [_event(event) for event in marks.events],
        "times": [],
        "places": [],
    }


def _claim(claim: MarkedClaim, claims: tuple[MarkedClaim, ...]) -> dict[str, Any]:
    quoted = [part.text[:1] in QUOTES and part.text[-1:] in QUOTES for part in claim.content]
    return {
        "source": claim.source.to_dict() if claim.source else None,
        "cue": claim.cue.to_dict() if claim.cue else None,
        "content": [part.to_dict() for part in claim.content],
        "kind": "direct" if quoted and all(quoted) else "indirect",
        "inside": _outer_of(claim, claims),
    }


def _outer_of(claim: MarkedClaim, claims: tuple[MarkedClaim, ...]) -> int | None:
    """The smallest claim of lesser depth whose content holds this one's cue."""
    if claim.depth == 0 or claim.cue is None:
        return None
    holding = [
        (part.end - part.start, number)
        for number, other in enumerate(claims)
        if other is not claim
        for part in other.content
        if part.holds(claim.cue) and not (other.cue and other.cue == claim.cue)
    ]
    return min(holding)[1] if holding else None


def _event(event: MarkedEvent) -> dict[str, Any]:
    roles: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("actor", "recipient", "place", "date", "weapon", "killed", "injured")
    }
    for role, span, _ in event.roles:
        roles[role].append(span.to_dict())
    return {
        "trigger": event.trigger.to_dict(),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "claim": None,
        **roles,
    }


def scores_of(marker: Marker, bench: Path, name: str, part: str = "dev", ids: set[str] | None = None) -> dict[str, Any]:
    """All measures of one set, by the scorer of the benchmarks."""
    sys.path.insert(0, str(bench))
    from scoring import READING_SCORERS

    with (bench / name / f"{part}.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    gold = [record for record in gold if ids is None or record["id"] in ids]
    texts = [record["text"] for record in gold]
    found = marker.mark_many(texts)
    readings = {r["id"]: reading_of(r["text"], marks) for r, marks in zip(gold, found, strict=True)}
    scores: dict[str, Any] = READING_SCORERS[name](gold, readings)
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--sets", nargs="*", default=SETS)
    parser.add_argument("--all", action="store_true", help="print every measure")
    options = parser.parse_args()
    report(options.bench, options.weights, options.sets, every=options.all)


def report(bench: Path, weights: Path, sets: Sequence[str], *, every: bool = False) -> None:
    """Prints the figures of each set's dev part."""
    marker = load_marker(weights)
    for name in sets:
        scores = scores_of(marker, bench, name)
        wanted = SHOWN.get(name, tuple(scores)) if not every else tuple(scores)
        print(
            name,
            " · ".join(f"{key} {scores[key]:.3f}" for key in wanted if isinstance(scores.get(key), float)),
            flush=True,
        )


if __name__ == "__main__":
    main()
