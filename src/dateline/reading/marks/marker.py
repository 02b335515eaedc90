"""Which words does the model mark? Texts in, Marks out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import exp, log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.errors import MissingModel
from dateline.model.marks import Mark, MarkedClaim, MarkedEvent, Marks
from dateline.model.span import Span
from dateline.reading.marks.decoding import Found, find_spans
from dateline.reading.marks.encoder import Encoded, Encoder
from dateline.reading.marks.heads import Heads
from dateline.reading.marks.layers import LAYER_NUMBER, LAYERS, MENTION_LAYERS
from dateline.reading.marks.linking import FoundClaim, FoundEvent, find_claims, find_events
from dateline.reading.marks.pieces import Pieces, cut_texts, load_tokenizer
from dateline.reading.marks.stretches import cut_stretches
from dateline.reading.marks.weights_file import HEADS, SETTINGS, TOKENIZER, WEIGHTS, WeightFiles, find_weights

MOST_THREADS = 2
GROUP_PIECES = 32_768
"""Pieces that are in memory at once, with 2 kB of vectors and scores each."""
QUOTATION_MARKS = frozenset('"“”„«»‘')
MENTION_OF_LAYER = {LAYER_NUMBER[layer]: kind for layer, kind in MENTION_LAYERS.items()}


@dataclass(frozen=True, slots=True)
class Settings:
    """What was tuned on held-out training texts.

    reluctance: per layer, added to the log probability of marking nothing. bars: per link, the probability that it
    must reach. calibration: per kind of mark two or three numbers. (a, b, shift) make log-odds a log p - b log(1 - p) +
    shift of its raw probability p (beta calibration: Kull, Silva Filho & Flach 2017), and for events a logit(trigger) +
    b logit(type) + shift; (slope, shift) is a Platt line on the log-odds of p. Kinds of mentions that are often marked
    have numbers of their own ("mention person"), the others share those of "mention".
    """

    reluctance: dict[str, float] = field(default_factory=dict)
    bars: dict[str, float] = field(default_factory=dict)
    calibration: dict[str, tuple[float, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Settings:
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise MissingModel(f"{path}: not readable as settings ({error})") from error
        calibration = {name: tuple(fit) for name, fit in stored.get("calibration", {}).items()}
        return cls(stored.get("reluctance", {}), stored.get("bars", {}), calibration)

    def sure(self, kind: str, probability: float) -> float:
        """The calibrated probability of a mark of this kind."""
        *slopes, shift = self.calibration.get(kind, (1.0, 0.0))
        p = _clipped(probability)
        return _sigmoid(slopes[0] * log(p) - slopes[-1] * log(1 - p) + shift)

    def sure_of_mention(self, kind: str, probability: float) -> float:
        """The calibrated probability of a mention of this kind."""
        own = f"mention {kind}"
        return self.sure(own if own in self.calibration else "mention", probability)

    def sure_of_event(self, trigger: float, kind: float) -> float:
        """The calibrated probability that words are a trigger and of their type, from those of either."""
        fit = self.calibration.get("event", (1.0, 0.0))
        if len(fit) < len(("trigger", "type", "shift")):
            return self.sure("event", trigger * kind)
        t, k = _clipped(trigger), _clipped(kind)
        return _sigmoid(fit[0] * log(t / (1 - t)) + fit[1] * log(k / (1 - k)) + fit[2])


def _clipped(probability: float) -> float:
    return min(max(probability, 1e-6), 1 - 1e-6)


def _sigmoid(log_odds: float) -> float:
    return round(1 / (1 + exp(-log_odds)), 4)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text that is read as one: text number and pieces, whose offsets are those of the whole text."""

    text: int
    pieces: Pieces


class Marker:
    """The marking model, loaded. Safe to use from several threads; `version` changes with the weights."""

    def __init__(self, files: WeightFiles, threads: int) -> None:
        self.version = files.version
        self.tokenizer = load_tokenizer(files.path(TOKENIZER))
        self.encoder = Encoder(files, threads)
        self.heads = Heads(files.path(HEADS))
        self.settings = Settings.load(files.path(SETTINGS))
        self.reluctance = np.array([self.settings.reluctance.get(name, 0.0) for name in LAYERS], np.float32)

    def mark(self, text: str) -> Marks:
        """The marks of one text; offsets are code points."""
        return self.mark_many([text])[0]

    def mark_many(self, texts: Sequence[str]) -> list[Marks]:
        """The marks of each text, in order. Memory does not grow with their number or length."""
        found: list[list[Marks]] = [[] for _ in texts]
        for group in _groups(self._stretches(texts)):
            for stretch, marks in zip(group, self._mark_stretches(group, texts), strict=True):
                found[stretch.text].append(marks)
        return [_joined(parts) for parts in found]

    def _stretches(self, texts: Sequence[str]) -> Iterator[Stretch]:
        for number, text in enumerate(texts):
            for pieces in cut_stretches(cut_texts(self.tokenizer, [text])[0]):
                yield Stretch(number, pieces)

    def _mark_stretches(self, group: Sequence[Stretch], texts: Sequence[str]) -> list[Marks]:
        encoded = self.encoder.encode([stretch.pieces for stretch in group])
        spans = find_spans([one.scores for one in encoded], self.reluctance)
        return [
            self._marks(texts[stretch.text], stretch.pieces, one, found)
            for stretch, one, found in zip(group, encoded, spans, strict=True)
        ]

    def _marks(self, text: str, pieces: Pieces, encoded: Encoded, found: list[Found]) -> Marks:
        """The marks of one stretch."""
        bars = self.settings.bars
        claims = find_claims(self.heads, encoded.hidden, found, bars.get("source", 0.5), bars.get("content", 0.5))
        events = find_events(self.heads, encoded.hidden, found, bars)
        shown = _Shown(text, pieces.starts, pieces.ends, self.settings)
        mentions = [shown.mention(span) for span in found if span.layer in MENTION_OF_LAYER]
        return Marks(
            tuple(sorted(mentions, key=lambda mark: (mark.span.start, mark.span.end))),
            tuple(sorted(filter(_tells, map(shown.claim, claims)), key=_first_of)),
            tuple(sorted(map(shown.event, events), key=lambda event: event.trigger.start)),
        )


@dataclass(frozen=True, slots=True)
class _Shown:
    """Turns word numbers into spans of the text."""

    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    settings: Settings

    def span(self, found: Found) -> Span:
        return Span.cut(self.text, int(self.starts[found.first]), int(self.ends[found.last]))

    def mention(self, found: Found) -> Mark:
        kind = MENTION_OF_LAYER[found.layer]
        return Mark(self.span(found), kind, self.settings.sure_of_mention(kind, found.probability))

    def claim(self, found: FoundClaim) -> MarkedClaim:
        return MarkedClaim(
            cue=self.span(found.cue) if found.cue else None,
            source=self.span(found.source) if found.source else None,
            content=tuple(self.span(part) for part in sorted(found.content, key=lambda part: part.first)),
            depth=found.depth,
            confidence=self.settings.sure("claim", found.confidence),
        )

    def event(self, found: FoundEvent) -> MarkedEvent:
        roles = tuple((role, self.span(span), self.settings.sure("role", chance)) for role, span, chance in found.roles)
        trigger = max(found.trigger.probability, 1e-6)
        sure = self.settings.sure_of_event(trigger, found.confidence / trigger)
        return MarkedEvent(self.span(found.trigger), found.type, found.mode, found.status, roles, sure)


def _tells(claim: MarkedClaim) -> bool:
    """Whether enough of a claim was found to go on with: a cue with its source or content, or a quotation alone.

    Other content that no cue draws is hardly ever a claim: one in a hundred on the dev part of the claims set.
    """
    if claim.cue is None:
        return any(part.text[0] in QUOTATION_MARKS for part in claim.content)
    return bool(claim.source or claim.content)


def _first_of(claim: MarkedClaim) -> tuple[int, int]:
    spans = [span for span in (claim.cue, claim.source, *claim.content) if span]
    return min(span.start for span in spans), claim.depth


def _groups(stretches: Iterator[Stretch]) -> Iterator[list[Stretch]]:
    """Stretches in order, in groups of about GROUP_PIECES."""
    group: list[Stretch] = []
    size = 0
    for stretch in stretches:
        group.append(stretch)
        size += len(stretch.pieces.ids)
        if size >= GROUP_PIECES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _joined(parts: list[Marks]) -> Marks:
    if len(parts) == 1:
        return parts[0]
    return Marks(
        tuple(mark for part in parts for mark in part.mentions),
        tuple(claim for part in parts for claim in part.claims),
        tuple(event for part in parts for event in part.events),
    )


_LOADED: dict[tuple[Path, int], Marker] = {}


def load_marker(folder: Path = WEIGHTS, *, threads: int | None = None) -> Marker:
    """The marking model, loaded once per process.

    threads: cores for one pass, by default those of the machine, at most two: more of them gain little on one text,
    and large jobs run in several processes. Raises MissingModel when weights are absent or damaged.
    """
    cores = threads or min(MOST_THREADS, os.cpu_count() or 1)
    if (folder, cores) not in _LOADED:
        _LOADED[folder, cores] = Marker(find_weights(folder), cores)
    return _LOADED[folder, cores]
