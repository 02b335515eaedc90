"""Which words do two reports share, and is it a dispatch, a quotation or only stock phrases?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from dateline.comparing.origins.alignment import Alignment, align, seeds_of
from dateline.comparing.origins.fingerprints import ENOUGH_SHARED, pairs_sharing, prints_of, quote_prints_of
from dateline.comparing.origins.words import Hashes, Numbers, Vocabulary, Words, packed
from dateline.comparing.progress import Told
from dateline.comparing.shared_out import share_out
from dateline.model.reading import ReadReport
from dateline.model.span import Span

# A passage in the reporters' own words must be this long: shorter ones are mostly set phrases of the trade.
LEAST_WORDS = 14
# A passage with many changed words must be longer: names and titles in another order look like one.
CLOSELY = 0.75
LOOSE_WORDS = 22
# Words of a speaker count from here on: "withdrew for one reason" is nobody's set phrase once it stands in quotes.
LEAST_QUOTED = 6
QUOTE_SEED = 4
# A shorter stretch of a quotation is often chance ("I looked out of the window and"): it must be all of one.
PART_OF_QUOTATION = 11
# Words equal in the longer stretch from which a passage counts as copied word for word (a date may be swapped).
VERBATIM = 0.93
# Share of a passage inside quotation marks (in both texts) from which only the speaker's words are shared.
MOSTLY_QUOTED = 0.8

# Texts made ready for alignment that are kept for the next pairs: 5 kB each.
SEEDS_AT_HAND = 4096

_QUOTED = re.compile(
    r"“[^“”]{3,1500}”|„[^„“”]{3,1500}[“”]|«[^«»]{3,1500}»|\"[^\"\n]{3,1500}\"|(?<!\w)‘[^‘’]{3,600}’(?!\w)"
    r"|(?<![\w'])'[^'\n]{12,600}'(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that report a and report b (indices) share, with their characters in both."""

    a: int
    b: int
    in_a: Span
    in_b: Span
    words: int
    share: float
    quoted: float

    @property
    def kind(self) -> str:
        """verbatim, near or quote."""
        if self.quoted >= MOSTLY_QUOTED:
            return "quote"
        return "verbatim" if self.share >= VERBATIM else "near"


_Shared = tuple[int, int, Alignment, float]
"""Two reports (indices), what they share and how far it is a quotation."""


@dataclass(slots=True)
class Prints:
    """By what texts are looked for that share a passage: the hashes of their runs of words, and of the runs inside
    their quotations, by report; with the numbers of the words on which the hashes rest."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    texts: list[Hashes] = field(default_factory=list)
    quotes: list[Hashes] = field(default_factory=list)

    def take(self, reports: Sequence[ReadReport]) -> None:
        """Take in the prints of reports, without comparing them."""
        words = [self.vocabulary.words_of(report.report.text) for report in reports]
        self.add(words, [_quoted_words(report, text) for report, text in zip(reports, words, strict=True)])

    def add(self, words: Sequence[Words], quoted: Sequence[Numbers]) -> None:
        runs = (_runs_of(text.ids, inside) for text, inside in zip(words, quoted, strict=True))
        self.texts += [prints_of(text) for text in words]
        self.quotes += [quote_prints_of(of_text, QUOTE_SEED) for of_text in runs]


def find_passages(
    reports: Sequence[ReadReport], told: Told | None = None, prints: Prints | None = None
) -> list[Passage]:
    """Every passage that two reports share, stock phrases included. told: called as pairs are gone through.

    prints: empty, takes in the prints of the reports.
    """
    prints = prints or Prints()
    words = list(packed(prints.vocabulary.words_of(report.report.text) for report in reports))
    quoted = [_quoted_words(report, text) for report, text in zip(reports, words, strict=True)]
    prints.add(words, quoted)
    pairs = sorted({*pairs_sharing(prints.texts, ENOUGH_SHARED), *pairs_sharing(prints.quotes, 1)})
    seeds = lru_cache(maxsize=SEEDS_AT_HAND)(lambda i: seeds_of(words[i]))

    def shared(some: Sequence[tuple[int, int]]) -> list[_Shared]:
        return [
            (a, b, alignment, quotedness)
            for a, b in some
            for alignment, quotedness in _kept(align(seeds(a), seeds(b), LEAST_QUOTED), quoted[a], quoted[b])
        ]

    return [_passage(reports, words, *found) for found in share_out(shared, pairs, told)]


def _kept(found: Sequence[Alignment], in_a: Numbers, in_b: Numbers) -> Iterable[tuple[Alignment, float]]:
    """The alignments that are a passage, each with how far it is a quotation."""
    for whole in found:
        alignment = whole
        quotedness = _quotedness(in_a, in_b, alignment)
        if not _is_long_enough(alignment, quotedness) and (core := _quoted_core(in_a, in_b, alignment)):
            alignment, quotedness = core, _quotedness(in_a, in_b, core)
        if _is_long_enough(alignment, quotedness) and (
            alignment.same >= PART_OF_QUOTATION or _is_whole_quotation(in_a, in_b, alignment)
        ):
            yield alignment, quotedness


def _quoted_core(in_a: Numbers, in_b: Numbers, found: Alignment) -> Alignment | None:
    """The longest stretch that both texts have in quotation marks, where two papers name the speaker beside it in the
    same words ("…", Orm Tasker said); None where the passage is not word for word the same."""
    length = found.a_end - found.a_start
    if found.same < length or found.b_end - found.b_start != length:
        return None
    inside = in_a[found.a_start : found.a_end] & in_b[found.b_start : found.b_end]
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside, [0]])))
    runs = [(int(end - start), int(start)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if not runs:
        return None
    size, start = max(runs)
    a, b = found.a_start + start, found.b_start + start
    return Alignment(a, a + size, b, b + size, size)


def _quoted_words(report: ReadReport, words: Words) -> Numbers:
    """1 for every word inside quotation marks, else 0."""
    inside = np.zeros(len(words), dtype=np.int32)
    for start, end in _quotations(report):
        inside[np.searchsorted(words.starts, start) : np.searchsorted(words.starts, end)] = 1
    return inside


def _quotations(report: ReadReport) -> Iterable[tuple[int, int]]:
    for match in _QUOTED.finditer(report.report.text):
        yield match.span()
    for claim in report.reading.claims:
        if claim.kind == "direct":
            yield from ((span.start, span.end) for span in claim.content)


def _runs_of(ids: Numbers, inside: Numbers) -> list[Numbers]:
    """The words of each quotation."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside, [0]])))
    return [ids[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _passage(
    reports: Sequence[ReadReport], words: Sequence[Words], a: int, b: int, found: Alignment, quotedness: float
) -> Passage:
    return Passage(
        a=a,
        b=b,
        in_a=_span(reports[a], words[a], found.a_start, found.a_end),
        in_b=_span(reports[b], words[b], found.b_start, found.b_end),
        words=found.same,
        share=found.share,
        quoted=quotedness,
    )


def _quotedness(in_a: Numbers, in_b: Numbers, found: Alignment) -> float:
    """Which share of a stretch stands inside quotation marks in both texts."""
    return min(_share(in_a[found.a_start : found.a_end]), _share(in_b[found.b_start : found.b_end]))


def _share(inside: Numbers) -> float:
    return int(np.count_nonzero(inside)) / len(inside)


def _span(report: ReadReport, words: Words, start: int, end: int) -> Span:
    return Span.cut(report.report.text, int(words.starts[start]), int(words.ends[end - 1]))


def _is_whole_quotation(in_a: Numbers, in_b: Numbers, found: Alignment) -> bool:
    """Whether the stretch leaves out at most a word at either end of a quotation of one of the texts."""
    return _has_edges(in_a, found.a_start, found.a_end) or _has_edges(in_b, found.b_start, found.b_end)


def _has_edges(inside: Numbers, start: int, end: int) -> bool:
    before, after = inside[max(0, start - 2) : start], inside[end : end + 2]
    return bool((start == 0 or not before.all()) and (end == len(inside) or not after.all()))


def _is_long_enough(found: Alignment, quotedness: float) -> bool:
    if quotedness >= MOSTLY_QUOTED:
        return found.same >= LEAST_QUOTED
    return found.same >= (LEAST_WORDS if found.share >= CLOSELY else LOOSE_WORDS)
