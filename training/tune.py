"""Where should the model draw its lines? Chooses thresholds and calibrates confidences on texts it has not learnt."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dateline.reading.marks import Marker, load_marker
from dateline.reading.marks.decoding import Found, find_spans
from dateline.reading.marks.encoder import Encoded
from dateline.reading.marks.layers import (
    INNER_LAYERS,
    LAYER_NUMBER,
    LAYERS,
    LINK_NUMBER,
    MENTION_LAYERS,
    ROLE_LAYERS,
    TYPES,
)
from dateline.reading.marks.linking import find_claims, find_events
from dateline.reading.marks.pieces import cut_texts
from dateline.reading.marks.stretches import cut_stretches
from dateline.reading.marks.weights_file import MANIFEST, SETTINGS
from training.corpora import READERS, Unit, read_set
from training.encoding import Sample, encode
from training.export import files_of, install, seal
from training.packed import under_one_another

RELUCTANCES = np.arange(-2.0, 2.01, 0.25)
BARS = np.arange(0.2, 0.81, 0.05)
CLOSE = 0.006
"""A line further from the middle must gain this much F1: small held-out sets are noisy."""
FOLDS = 5
"""Parts of the held-out texts; each is judged by a calibration that was fitted on the others."""
Fit = tuple[float, float, float]
"""Weights of a mark's two features, and the shift (see `Settings` in dateline.reading.marks.marker)."""
CALIBRATING_SETS = ("claims", "events", "re3d", "crossner_politics", "wikigold")
"""So few of their training texts are held out that their dev texts calibrate too; no line is chosen by them."""
FEWEST_MARKS = 200
"""A kind of mention that is marked less often shares its calibration with the other rare ones."""
PACKED = ("claims", "events", "cameo_ner")
"""Sets of short texts, which stand in company in a report."""
MENTION = "mention"
"""The calibration of mentions; "mention person" is that of one kind."""
OVERLAPPING = {"trigger", "actor", "recipient", "place", "date", "weapon", "count"}
"""Layers that the benchmarks score by overlap; the others are scored exactly."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark with its raw probability, what its calibrated one is made from, and whether it was right."""

    raw: float
    features: tuple[float, float]
    right: bool


def seen_one(p: float, right: bool) -> Seen:
    """A mark with one probability: beta calibration bends it at both ends apart (Kull, Silva Filho & Flach 2017)."""
    q = min(max(p, 1e-6), 1 - 1e-6)
    return Seen(p, (float(np.log(q)), float(-np.log(1 - q))), right)


def seen_event(trigger: float, kind: float, right: bool) -> Seen:
    """An event: how sure its trigger is and how sure its type."""
    pair = np.clip(np.array([trigger, kind]), 1e-6, 1 - 1e-6)
    odds = np.log(pair / (1 - pair))
    return Seen(trigger * kind, (float(odds[0]), float(odds[1])), right)


@dataclass(slots=True)
class HeldOut:
    """A text with what was annotated and what the model sees of it. packed: made of other texts of the same set."""

    unit: Unit
    gold: Sample
    encoded: Encoded
    packed: bool = False


def read_held_out(marker: Marker, bench: Path, held_out: dict[str, list[str]]) -> list[HeldOut]:
    """The held-out texts of all sets, run through the model; the short ones also under one another."""
    sets = {name: [u for u in read_set(bench, name) if u.id in set(held_out[name])] for name in READERS}
    packed = [unit for name in PACKED for unit in under_one_another(sets[name])]
    alone = _encoded(marker, [unit for found in sets.values() for unit in found])
    return alone + _encoded(marker, packed, packed=True)


def read_dev(marker: Marker, bench: Path) -> list[HeldOut]:
    """The dev texts of CALIBRATING_SETS as they stood in print, run through the model."""
    units = [unit for name in CALIBRATING_SETS for unit in read_set(bench, name, "dev")]
    printed = {unit.id for unit in units if unit.id.endswith("+")}
    return _encoded(marker, [unit for unit in units if f"{unit.id}+" not in printed])


def _encoded(marker: Marker, units: Sequence[Unit], *, packed: bool = False) -> list[HeldOut]:
    pieces = [next(iter(cut_stretches(cut)), cut) for cut in cut_texts(marker.tokenizer, [unit.text for unit in units])]
    whole = [(u, p) for u, p in zip(units, pieces, strict=True) if len(p.first)]
    encoded = marker.encoder.encode([p for _, p in whole])
    samples = encode(marker.tokenizer, [u for u, _ in whole])
    return [HeldOut(u, s, e, packed) for (u, _), s, e in zip(whole, samples, encoded, strict=True)]


def f1(gold: int, found: int, met: int) -> float:
    return 2 * met / (gold + found) if gold + found else 0.0


def meets(layer: str, span: tuple[int, int], wanted: Iterable[tuple[int, int]]) -> bool:
    if layer in OVERLAPPING:
        return any(a <= span[1] and span[0] <= b for a, b in wanted)
    return span in set(wanted)


def spans_at(texts: Sequence[HeldOut], reluctance: np.ndarray) -> list[list[Found]]:
    return find_spans([text.encoded.scores for text in texts], reluctance.astype(np.float32))


def tune_reluctance(texts: Sequence[HeldOut]) -> dict[str, float]:
    """Per layer the line with the best F1 over the sets that annotate it.

    The inner layers count as annotated in polnear too, where nothing is marked inside a content.
    """
    counts: dict[tuple[str, float], np.ndarray] = defaultdict(lambda: np.zeros(3))
    for value in RELUCTANCES:
        for text, spans in zip(texts, spans_at(texts, np.full(len(LAYERS), value)), strict=True):
            layers = text.gold.layers | (set(INNER_LAYERS) if text.gold.corpus == "claims" else set())
            for layer in layers:
                number = LAYER_NUMBER[layer]
                wanted = {(a, b) for n, a, b in text.gold.spans if n == number}
                found = {(span.first, span.last) for span in spans if span.layer == number}
                met = sum(meets(layer, span, wanted) for span in found)
                counts[layer, value] += (len(wanted), len(found), met)
    return {layer: _best(RELUCTANCES, lambda v, layer=layer: f1(*counts[layer, v]), 0.0) for layer in LAYERS}


def _best(values: np.ndarray, score, middle: float) -> float:
    """The value with the best score, near the middle where it makes no difference."""
    return float(round(max(values, key=lambda v: score(v) - CLOSE * abs(v - middle)), 3))


def tune_bars(marker: Marker, texts: Sequence[HeldOut], spans: list[list[Found]]) -> dict[str, float]:
    """Per link the probability with the best F1 of linked pairs, on the spans that the model itself found."""
    counts: dict[tuple[str, float], np.ndarray] = defaultdict(lambda: np.zeros(3))
    for text, found in zip(texts, spans, strict=True):
        wanted = _links(text.gold)
        if "cue" in text.gold.layers:
            for bar in BARS:
                claims = find_claims(marker.heads, text.encoded.hidden, found, bar, bar)
                sources = {(c.cue.last, c.source.first, c.source.last) for c in claims if c.cue and c.source}
                contents = {(c.cue.last, p.first, p.last) for c in claims if c.cue for p in c.content}
                counts["source", bar] += _met(wanted["source"], sources)
                counts["content", bar] += _met(wanted["content"], contents)
        if text.gold.corpus == "events":
            for bar in BARS:
                events = find_events(marker.heads, text.encoded.hidden, found, dict.fromkeys(ROLE_LAYERS, float(bar)))
                for role in ROLE_LAYERS:
                    fillers = {(e.trigger.last, s.first, s.last) for e in events for r, s, _ in e.roles if r == role}
                    counts[role, bar] += _met(wanted[role], fillers)
    return {link: _best(BARS, lambda v, link=link: f1(*counts[link, v]), 0.5) for link in LINK_NUMBER}


def _links(gold: Sample) -> dict[str, set[tuple[int, int, int]]]:
    names = {number: name for name, number in LINK_NUMBER.items()}
    links: dict[str, set[tuple[int, int, int]]] = defaultdict(set)
    for number, head, tail in gold.links:
        links[names[number]].add((gold.spans[head][2], *gold.spans[tail][1:]))
    return links


def _met(wanted: set[tuple[int, int, int]], found: set[tuple[int, int, int]]) -> tuple[int, int, int]:
    met = sum(any(w[0] == f[0] and w[1] <= f[2] and f[1] <= w[2] for w in wanted) for f in found)
    return len(wanted), len(found), met


Marks = dict[str, list[Seen]]
"""Judged marks by kind."""


@dataclass(frozen=True, slots=True)
class Errors:
    """Expected calibration errors of a kind of mark: of raw probabilities, of those fitted on other texts, and on the
    dev texts of those fitted on held-out training texts alone (None where there are too few)."""

    raw: float
    fitted: float
    carried_over: float | None


def calibrate(
    marker: Marker, held_out: Sequence[HeldOut], dev: Sequence[HeldOut], reluctance: np.ndarray, bars: dict[str, float]
) -> tuple[dict[str, Fit], dict[str, Errors]]:
    """The calibration per kind of mark, from all texts, and how far it is off on texts that it has not seen.

    Texts set under one another are made of the single ones and stay out of the folds that judge.
    """
    held, company = judged(marker, held_out, reluctance, bars)
    others, _ = judged(marker, dev, reluctance, bars)
    _join_rare_mentions([*held, *others, company])
    folds = [_merged(pair) for pair in zip(held, others, strict=True)]
    learnt, shown = _merged([*held, company]), _merged(others)
    kinds = sorted({kind for fold in folds for kind in fold})
    fits = {kind: fit([mark for part in (*folds, company) for mark in part[kind]]) for kind in kinds}
    return fits, {
        kind: Errors(*_errors([fold[kind] for fold in folds]), _carried_over(learnt[kind], shown[kind]))
        for kind in kinds
    }


def judged(
    marker: Marker, texts: Sequence[HeldOut], reluctance: np.ndarray, bars: dict[str, float]
) -> tuple[list[Marks], Marks]:
    """The marks of single texts in FOLDS parts, and those of texts set under one another."""
    folds: list[Marks] = [defaultdict(list) for _ in range(FOLDS)]
    company: Marks = defaultdict(list)
    mention_layers = {LAYER_NUMBER[layer]: layer for layer in MENTION_LAYERS}
    for text, found in zip(texts, spans_at(texts, reluctance), strict=True):
        seen = company if text.packed else folds[zlib.crc32(text.unit.id.removesuffix("+").encode()) % FOLDS]
        gold = set(text.gold.spans)
        for span in found:
            layer = mention_layers.get(span.layer)
            if layer in text.gold.layers:
                mark = seen_one(span.probability, (span.layer, span.first, span.last) in gold)
                seen[f"{MENTION} {MENTION_LAYERS[layer]}"].append(mark)
        if "cue" in text.gold.layers:
            _see_claims(marker, text, found, bars, seen["claim"])
        if text.gold.corpus == "events":
            _see_events(marker, text, found, bars, seen)
    return folds, company


def _merged(parts: Iterable[Marks]) -> Marks:
    whole: Marks = defaultdict(list)
    for part in parts:
        for kind, marks in part.items():
            whole[kind] += marks
    return whole


def _carried_over(learnt: Sequence[Seen], shown: Sequence[Seen]) -> float | None:
    """The error on dev texts of a fit on held-out texts."""
    if not learnt or not shown:
        return None
    return ece(np.array(_calibrated(shown, fit(learnt))), np.array([float(mark.right) for mark in shown]))


def _join_rare_mentions(parts: Sequence[Marks]) -> None:
    """Puts the kinds of mentions that were marked less than FEWEST_MARKS times into one."""
    for kind in {kind for part in parts for kind in part if kind.startswith(f"{MENTION} ")}:
        if sum(len(part[kind]) for part in parts) < FEWEST_MARKS:
            for part in parts:
                part[MENTION] += part.pop(kind)


def _errors(folds: Sequence[Sequence[Seen]]) -> tuple[float, float]:
    """The expected calibration error of the raw probabilities, and of those fitted on the other folds."""
    marks = [mark for fold in folds for mark in fold]
    fitted = [fit([m for other in folds if other is not fold for m in other]) for fold in folds]
    calibrated = [p for fold, found in zip(folds, fitted, strict=True) for p in _calibrated(fold, found)]
    right = np.array([float(mark.right) for mark in marks])
    return ece(np.array([mark.raw for mark in marks]), right), ece(np.array(calibrated), right)


def _see_claims(marker: Marker, text: HeldOut, found: list[Found], bars: dict[str, float], seen: list) -> None:
    """A claim is right where its cue is, its source overlaps the right one, and its contents overlap."""
    wanted = _links(text.gold)
    for claim in find_claims(marker.heads, text.encoded.hidden, found, bars["source"], bars["content"]):
        if claim.depth and text.gold.corpus == "polnear":
            continue
        cue = claim.cue.last if claim.cue else -1
        source = (
            not any(w[0] == cue for w in wanted["source"])
            if claim.source is None
            else any(w[0] == cue and w[1] <= claim.source.last and claim.source.first <= w[2] for w in wanted["source"])
        )
        content = bool(claim.content) and all(
            any(w[0] == cue and w[1] <= p.last and p.first <= w[2] for w in wanted["content"]) for p in claim.content
        )
        seen.append(seen_one(claim.confidence, source and content))


def _see_events(marker: Marker, text: HeldOut, found: list[Found], bars: dict[str, float], seen: dict) -> None:
    wanted = _links(text.gold)
    kinds = {text.gold.spans[i][1:]: TYPES[event[0]] for i, event in text.gold.events.items()}
    for event in find_events(marker.heads, text.encoded.hidden, found, bars):
        kind = next((k for (a, b), k in kinds.items() if a <= event.trigger.last and event.trigger.first <= b), None)
        trigger = max(event.trigger.probability, 1e-6)
        seen["event"].append(seen_event(trigger, event.confidence / trigger, kind == event.type))
        if kind is None:
            continue
        for role, span, chance in event.roles:
            right = any(w[0] == event.trigger.last and w[1] <= span.last and span.first <= w[2] for w in wanted[role])
            seen["role"].append(seen_one(chance, right))


RIDGE = 0.01
"""Pulls the weights a little towards 0, so that few marks make no steep curve."""


def _matrix(marks: Sequence[Seen]) -> np.ndarray:
    return np.column_stack([np.array([mark.features for mark in marks]), np.ones(len(marks))])


def _calibrated(marks: Sequence[Seen], weights: Fit) -> list[float]:
    return list(1 / (1 + np.exp(-_matrix(marks) @ np.array(weights)))) if marks else []


def fit(marks: Sequence[Seen]) -> Fit:
    """The weights by Newton steps on the log loss; where one would be negative, both are one.

    Judged by folds on held-out texts, Platt lines left errors of 0.055 (claims), 0.037 (events), 0.033 (roles) and
    0.037 (mentions); these 0.035, 0.034, 0.026 and 0.032.
    """
    x, y = _matrix(marks), np.array([float(mark.right) for mark in marks])
    a, b, shift = _newton(x, y)
    if a < 0 or b < 0:
        a, shift = _newton(np.column_stack([x[:, 0] + x[:, 1], x[:, 2]]), y)
        b = a
    return round(float(a), 4), round(float(b), 4), round(float(shift), 4)


def _newton(x: np.ndarray, y: np.ndarray, steps: int = 60) -> np.ndarray:
    """The weights of a logistic regression with a small ridge."""
    weights = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ weights))
        curve = x.T @ (x * (p * (1 - p) + 1e-9)[:, None]) + RIDGE * np.eye(x.shape[1])
        weights = weights + np.linalg.solve(curve, x.T @ (y - p) - RIDGE * weights)
    return weights


def ece(p: np.ndarray, y: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width."""
    at = np.minimum((p * bins).astype(int), bins - 1)
    return float(sum(abs(p[at == b].sum() - y[at == b].sum()) for b in range(bins)) / len(p))


def tune(weights: Path, bench: Path, held_out: Path) -> None:
    """Rewrites the settings beside the weights."""
    marker = load_marker(weights)
    texts = read_held_out(marker, bench, json.loads(held_out.read_text(encoding="utf-8")))
    reluctance = tune_reluctance(texts)
    spans = spans_at(texts, np.array([reluctance[layer] for layer in LAYERS]))
    bars = tune_bars(marker, texts, spans)
    lines = np.array([reluctance[layer] for layer in LAYERS])
    calibration, errors = calibrate(marker, texts, read_dev(marker, bench), lines, bars)
    settings = {"reluctance": reluctance, "bars": bars, "calibration": calibration}
    print(json.dumps(settings, indent=1))
    for kind, error in errors.items():
        carried = "" if error.carried_over is None else f"; fitted on held-out texts, on dev {error.carried_over:.3f}"
        print(f"calibration error of {kind}: {error.raw:.3f} -> {error.fitted:.3f}{carried}")
    write_settings(weights, settings)


def write_settings(weights: Path, settings: dict) -> None:
    """Replaces the settings of a folder of weights and its manifest."""
    fresh = Path(tempfile.mkdtemp(dir=weights.parent))
    for name in (*files_of(weights), MANIFEST):
        shutil.copy(weights / name, fresh / name)
    (fresh / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    seal(fresh)
    install(fresh, weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("bench", type=Path)
    parser.add_argument("held_out", type=Path)
    options = parser.parse_args()
    tune(options.weights, options.bench, options.held_out)


if __name__ == "__main__":
    main()
