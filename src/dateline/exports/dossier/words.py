"""Which words of a report bear which findings? Cuts a text so that every finding can be shown and linked to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Words with what was found in them: `kind` is a style (content, source, cue, trigger, time, place, number …)."""

    span: Span
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Bit:
    """Characters between two borders of findings. anchors: ids of the findings that begin here."""

    start: int
    text: str
    kinds: str
    note: str
    anchors: tuple[str, ...]


def anchor(span: Span) -> str:
    """The name that pages link to words by: "w120-164"."""
    return f"w{span.start}-{span.end}"


def cut(text: str, found: Sequence[Found], linked: Iterable[Span]) -> list[list[Bit]]:
    """The text as paragraphs of bits. linked: spans that other pages point at, whether or not they are shown here."""
    anchors: dict[int, set[str]] = defaultdict(set)
    borders = {0, len(text)}
    for span in [*(item.span for item in found), *linked]:
        anchors[span.start].add(anchor(span))
        borders |= {span.start, span.end}
    borders |= {at for at, character in enumerate(text) if character == "\n"}
    borders |= {at + 1 for at, character in enumerate(text) if character == "\n"}
    paragraphs: list[list[Bit]] = [[]]
    edges = sorted(borders)
    covering = _covering(found)
    for start, end in pairwise(edges):
        words = text[start:end]
        if words == "\n":
            if paragraphs[-1]:
                paragraphs.append([])
            continue
        here = [item for item in covering(start) if item.span.start <= start < item.span.end]
        kinds = " ".join(dict.fromkeys(item.kind for item in here))
        note = "; ".join(dict.fromkeys(item.note for item in here if item.note))
        paragraphs[-1].append(Bit(start, words, kinds, note, tuple(sorted(anchors[start]))))
    return [paragraph for paragraph in paragraphs if paragraph]


def _covering(found: Sequence[Found]) -> Callable[[int], list[Found]]:
    """A look-up of the findings that may cover a character, by blocks of 256 characters."""
    blocks: dict[int, list[Found]] = defaultdict(list)
    for item in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        for block in range(item.span.start >> 8, (item.span.end >> 8) + 1):
            blocks[block].append(item)
    return lambda at: blocks[at >> 8]
