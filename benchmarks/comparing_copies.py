"""How well are copied passages found? Texts of ../shared are cut, embedded, reordered and lightly rewritten.

    python -m benchmarks.comparing_copies [../shared] [how many texts]

Prints precision and recall of pairs per kind of copying, and the share of passages whose both ends lie within
20 characters of the truth (cuts and embeddings, where the truth is known to the character).
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from dateline.comparing.origins import find_origins
from dateline.model.reading import Reading, ReadReport
from dateline.model.report import Report

WITHIN_CHARACTERS = 20
SENTENCE = re.compile(r"(?<=[.!?])\s+")
REPLACEMENTS = ("reportedly", "however", "local", "new", "recent", "two", "the", "said", "had", "also")


@dataclass(frozen=True)
class Copied:
    """A text made from another. truth: characters [start, end) of the shared passage in the original and in it."""

    text: str
    truth: tuple[tuple[int, int], tuple[int, int]] | None = None


def cut(text: str, _other: str, _chance: random.Random) -> Copied:
    """The first half, as a paper with little room prints it."""
    end = text.rfind(" ", 0, max(len(text) // 2, 300))
    return Copied(text[:end], ((0, end), (0, end)))


def embedded(text: str, other: str, chance: random.Random) -> Copied:
    """Three sentences in the midst of another story."""
    starts = [0, *(m.end() for m in SENTENCE.finditer(text))]
    first = chance.randrange(max(1, len(starts) - 3))
    start, end = starts[first], starts[min(first + 3, len(starts) - 1)] or len(text)
    end = len(text[:end].rstrip())
    middle = other.find(" ", len(other) // 2) + 1
    return Copied(
        other[:middle] + text[start:end] + " " + other[middle:], ((start, end), (middle, middle + end - start))
    )


def reordered(text: str, _other: str, chance: random.Random) -> Copied:
    """Its paragraphs of two sentences in another order."""
    sentences = SENTENCE.split(text)
    blocks = [" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2)]
    chance.shuffle(blocks)
    return Copied(" ".join(blocks))


def rewritten(text: str, _other: str, chance: random.Random) -> Copied:
    """Every dozen words one is changed, dropped or put in."""
    words = text[:2500].split(" ")
    for i in range(chance.randrange(4, 12), len(words), 12):
        words[i] = chance.choice([chance.choice(REPLACEMENTS), "", f"{words[i]} {chance.choice(REPLACEMENTS)}"])
    return Copied(" ".join(words))


MAKERS: tuple[Callable[[str, str, random.Random], Copied], ...] = (cut, embedded, reordered, rewritten)


def main(shared: Path, most: int) -> None:
    """Prints the table."""
    chance = random.Random(7)
    texts = texts_of(shared, most, chance)
    natural = pairs_of(texts)
    for make in MAKERS:
        copied = [make(text, texts[(i + len(texts) // 2) % len(texts)], chance) for i, text in enumerate(texts)]
        _score(make.__name__, texts, copied, natural)


def texts_of(shared: Path, most: int, chance: random.Random) -> list[str]:
    """Some long enough news texts."""
    files = [shared / "bench" / name / "train.jsonl" for name in ("gva_incidents", "muc4", "polnear")]
    every = [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]
    return chance.sample(sorted({text for text in every if len(text) > 1200}), most)


def _score(
    name: str, texts: list[str], copied: list[Copied], natural: dict[tuple[int, int], list[tuple[int, ...]]]
) -> None:
    count, started = len(texts), time.perf_counter()
    found = pairs_of([*texts, *(c.text for c in copied)])
    seconds = time.perf_counter() - started
    # An embedding also shares its host's words with the host itself.
    alike = {tuple(sorted((a % count, b % count))) for a, b in natural}
    wanted = {(i, i + count) for i in range(count)}
    if name == "embedded":
        alike |= {tuple(sorted((i, (i + count // 2) % count))) for i in range(count)}
        alike |= {tuple(sorted((a, (b + count // 2) % count))) for x, y in natural for a, b in ((x, y), (y, x))}
    scored = {
        p
        for p in found
        if p in wanted or (p[0] % count != p[1] % count and tuple(sorted((p[0] % count, p[1] % count))) not in alike)
    }
    if name == "embedded":
        scored = {p for p in scored if p in wanted or p[0] < count}
    right = len(scored & wanted)
    exact = [_is_exact(copied[i].truth, found.get((i, i + count), [])) for i in range(count) if copied[i].truth]
    ends = f"ends {sum(exact) / len(exact):.3f}" if exact else ""
    print(f"{name:10} P {right / max(1, len(scored)):.3f} R {right / count:.3f} {ends} ({seconds:.1f} s)")


def _is_exact(truth: tuple[tuple[int, int], tuple[int, int]] | None, found: list[tuple[int, ...]]) -> bool:
    flat = [edge for side in truth or () for edge in side]
    return any(all(abs(a - b) <= WITHIN_CHARACTERS for a, b in zip(flat, spans, strict=True)) for spans in found)


def pairs_of(texts: list[str]) -> dict[tuple[int, int], list[tuple[int, ...]]]:
    """Pairs of texts that share a passage, with its characters in both."""
    origins = find_origins([_report(str(i), text) for i, text in enumerate(texts)])
    pairs: dict[tuple[int, int], list[tuple[int, ...]]] = {}
    for passage in origins.copies:
        for a, b in combinations(sorted(passage.spans, key=lambda e: int(e.report)), 2):
            edges = (a.span.start, a.span.end, b.span.start, b.span.end)
            pairs.setdefault((int(a.report), int(b.report)), []).append(edges)
    return pairs


def _report(name: str, text: str) -> ReadReport:
    report = Report(
        name, name, name, None, 0, len(text), None, None, None, None, None, None, None, None, "en", text, ""
    )
    return ReadReport(report, Reading(text, None))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
