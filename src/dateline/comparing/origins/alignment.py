"""Where exactly do two texts share a passage? Runs of equal words, chained over an editor's small gaps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dateline.comparing.origins.words import Hashes, Numbers, Words, shingles

SEED = 4
# Words that an editor may put in, take out or change between two runs of one passage (an attribution, a date, a name).
GAP = 10
# A run that repeats words of its neighbour ("at No. 18, … at No. 20") must have so many of its own to be chained.
NEW_WORDS = 2
# Of the words of a passage in either text, this share must be the same in the other.
ALIKE = 0.6
# A seed that one text holds more often than this is a refrain and would only blow up the work.
REFRAIN = 12


@dataclass(frozen=True, slots=True)
class Seeds:
    """The hashes of all runs of SEED words of a text in ascending order, and where each begins."""

    hashes: Hashes
    positions: Numbers


def seeds_of(words: Words) -> Seeds:
    """A text made ready to be aligned with others."""
    hashes = shingles(words.ids, SEED)
    positions = np.argsort(hashes, kind="stable").astype(np.int32)
    return Seeds(hashes[positions], positions)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words [a_start, a_end) of one text and [b_start, b_end) of the other are one passage; `same` are equal."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    same: int

    @property
    def share(self) -> float:
        """Share of equal words in the longer of the two stretches."""
        return self.same / max(self.a_end - self.a_start, self.b_end - self.b_start)


def align(a: Seeds, b: Seeds, least: int = SEED) -> list[Alignment]:
    """The passages that two texts share, longest first; none with fewer than `least` equal words."""
    chains: list[Alignment] = []
    for run in _runs(a, b):
        at = _nearest(chains, run)
        if at is None:
            chains.append(run)
        else:
            chains[at] = _joined(chains[at], run)
    alike = [chain for chain in chains if chain.same >= least and chain.share >= ALIKE]
    return _without_overlaps(sorted(alike, key=lambda c: (-c.same, c.a_start, c.b_start)))


def _runs(a: Seeds, b: Seeds) -> list[Alignment]:
    """Maximal stretches of equal words, in the order of the first text."""
    in_a, in_b = _shared_seeds(a, b)
    if not len(in_a):
        return []
    order = np.lexsort((in_a, in_b - in_a))
    in_a, in_b = in_a[order], in_b[order]
    breaks = np.flatnonzero((np.diff(in_a) != 1) | (np.diff(in_b) != 1)) + 1
    firsts, lasts = np.concatenate([[0], breaks]), np.concatenate([breaks, [len(in_a)]]) - 1
    edges = (in_a[firsts], in_a[lasts] + SEED, in_b[firsts], in_b[lasts] + SEED)
    runs = sorted(zip(*(edge.tolist() for edge in edges), strict=True), key=lambda run: (run[0], run[2]))
    return [Alignment(a_start, a_end, b_start, b_end, a_end - a_start) for a_start, a_end, b_start, b_end in runs]


def _shared_seeds(a: Seeds, b: Seeds) -> tuple[Numbers, Numbers]:
    """Positions (i, j) of every seed that both texts hold, refrains left out."""
    first = np.searchsorted(b.hashes, a.hashes, side="left")
    often = np.searchsorted(b.hashes, a.hashes, side="right") - first
    kept = np.flatnonzero((often > 0) & (often <= REFRAIN))
    often, total = often[kept], int(often[kept].sum())
    within = np.arange(total) - np.repeat(np.cumsum(often) - often, often)
    return a.positions[np.repeat(kept, often)], b.positions[np.repeat(first[kept], often) + within]


def _nearest(chains: list[Alignment], run: Alignment) -> int | None:
    """The chain that this run goes on from, with the smallest gap."""
    best: tuple[int, int] | None = None
    for at in range(len(chains) - 1, max(-1, len(chains) - 40), -1):
        gap_a, gap_b = run.a_start - chains[at].a_end, run.b_start - chains[at].b_end
        is_near = -SEED <= gap_a <= GAP and -SEED <= gap_b <= GAP and (best is None or gap_a + gap_b < best[0])
        if is_near and min(chains[at].same, run.same) + min(gap_a, gap_b, 0) >= NEW_WORDS:
            best = (gap_a + gap_b, at)
    return best[1] if best else None


def _joined(chain: Alignment, run: Alignment) -> Alignment:
    overlap = max(0, chain.a_end - run.a_start, chain.b_end - run.b_start)
    same = chain.same + max(0, run.same - overlap)
    return Alignment(chain.a_start, max(chain.a_end, run.a_end), chain.b_start, max(chain.b_end, run.b_end), same)


def _without_overlaps(chains: list[Alignment]) -> list[Alignment]:
    """The longest of those that claim the same words of either text."""
    kept: list[Alignment] = []
    for chain in chains:
        if not any(
            (chain.a_start < k.a_end and k.a_start < chain.a_end)
            or (chain.b_start < k.b_end and k.b_start < chain.b_end)
            for k in kept
        ):
            kept.append(chain)
    return kept
