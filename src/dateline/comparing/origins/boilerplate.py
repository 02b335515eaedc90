"""Which shared words mean nothing? Furniture that an outlet prints under everything, and set phrases of the trade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from dateline.comparing.origins.passages import Passage
from dateline.model.reading import ReadReport

# An outlet that prints the same words in more reports than this, and little else in common between them, repeats
# its furniture ("About this outlet", "Read also").
REPEATS = 3
# Furniture is short; a longer passage in several reports of one outlet is a story told again.
LONGEST_FURNITURE = 60
# What so many pairs of reports share in so few words is a phrase of the trade, not a copy.
STOCK_PAIRS = 60
STOCK_WORDS = 25


def without_boilerplate(passages: Sequence[Passage], reports: Sequence[ReadReport]) -> list[Passage]:
    """The passages that say something: neither an outlet's furniture nor a phrase that everybody prints."""
    opening = [_opening(passage) for passage in passages]
    in_outlet = Counter(
        (outlet_of(reports[p.a]), words) for p, words in zip(passages, opening, strict=True) if _same_outlet(p, reports)
    )
    everywhere = Counter(opening)
    return [
        p
        for p, words in zip(passages, opening, strict=True)
        if not (_same_outlet(p, reports) and _is_furniture(p, in_outlet[outlet_of(reports[p.a]), words]))
        and not (p.words < STOCK_WORDS and everywhere[words] > STOCK_PAIRS)
    ]


def _opening(passage: Passage) -> str:
    """How a passage begins, as its mark of recognition."""
    return " ".join(passage.in_a.text.lower().split()[:6])


def outlet_of(report: ReadReport) -> str | None:
    """The outlet in lower case, else the host of the report's address."""
    if report.report.outlet:
        return report.report.outlet.casefold()
    return urlsplit(report.report.url).hostname if report.report.url else None


def _same_outlet(passage: Passage, reports: Sequence[ReadReport]) -> bool:
    here = outlet_of(reports[passage.a])
    return here is not None and here == outlet_of(reports[passage.b])


def _is_furniture(passage: Passage, pairs: int) -> bool:
    # n reports make n * (n - 1) / 2 pairs.
    return passage.words < LONGEST_FURNITURE and pairs >= REPEATS * (REPEATS + 1) // 2
