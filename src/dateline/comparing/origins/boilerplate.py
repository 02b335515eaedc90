"""Which shared words mean nothing? Furniture that an outlet prints under everything, and set phrases of the trade."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from dateline.comparing.origins.direction import published_day, speakers_of
from dateline.comparing.origins.groups import Group
from dateline.comparing.origins.passages import LEAST_WORDS, Passage
from dateline.model.reading import ReadReport

# An outlet that prints the same words in more reports than this repeats its furniture ("About us", "Read also").
REPEATS = 3
# Furniture is short; a longer passage in several reports of one outlet is a story told again.
LONGEST_FURNITURE = 60
# What so many reports share in so few words is a phrase of the trade, not a copy.
STOCK_REPORTS = 12
STOCK_WORDS = 25
# Fewer words than these, printed further apart than so many days, are a saying or a set phrase that two people use
# ("it could have been a lot worse"), unless both give them to one speaker.
SAYING_WORDS = 11
FAR_DAYS = 30

# What only lines for readers hold: telephone numbers, addresses, whose rights are reserved.
_CONTACT = re.compile(
    r"\(?\b\d{3}\)?[-. ]\d{3}[-. ](?:\d{4}|(?-i:[A-Z]{4}))\b|\b1-8\d\d[- ]\w{3,}|\b\d{3}-(?-i:[A-Z]{4,})\b"
    r"|\+\d{2}[ -]?\d|\bwww\.|https?:|\S@\S|©|\b\w+\.(?:com|org|net)\b|\bcopyright\b|\brights reserved\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])|\n+")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/[^/]+/", re.IGNORECASE)


def without_boilerplate(groups: Sequence[Group], reports: Sequence[ReadReport]) -> list[Group]:
    """The groups that say something: neither an outlet's furniture nor a phrase that everybody prints."""
    return [
        group
        for group in groups
        if not _is_furniture(group, reports) and not _is_stock(group) and not _is_for_readers(group)
    ]


def is_by_chance(passage: Passage, reports: Sequence[ReadReport]) -> bool:
    """Whether two people only happen to use the same few words: a saying in quotation marks, a set phrase in print."""
    if passage.words >= (SAYING_WORDS if passage.kind == "quote" else STOCK_WORDS):
        return False
    days = [published_day(reports[i].report) for i in (passage.a, passage.b)]
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= FAR_DAYS:
        return False
    one, other = set(speakers_of(reports[passage.a], passage.in_a)), set(speakers_of(reports[passage.b], passage.in_b))
    return not one & other


def outlet_of(report: ReadReport) -> str | None:
    """The outlet in lower case, else the host of the report's address."""
    if report.report.outlet:
        return report.report.outlet.casefold()
    return urlsplit(_ARCHIVED.sub("", report.report.url)).hostname if report.report.url else None


def _is_furniture(group: Group, reports: Sequence[ReadReport]) -> bool:
    """Most of the reports that share it are of one outlet, and many."""
    if group.words >= LONGEST_FURNITURE:
        return False
    outlets = Counter(outlet for i in group.spans if (outlet := outlet_of(reports[i])) is not None)
    most = max(outlets.values(), default=0)
    return most > REPEATS and most * 2 > len(group.spans)


def _is_stock(group: Group) -> bool:
    return group.words < STOCK_WORDS and len(group.spans) > STOCK_REPORTS


def _is_for_readers(group: Group) -> bool:
    """Besides lines that tell readers whom to call or whose the rights are, too little is left to be a passage."""
    if group.words >= LONGEST_FURNITURE:
        return False
    text = min((span.text for span in group.spans.values()), key=len)
    if not _CONTACT.search(text):
        return False
    told = [sentence for sentence in _SENTENCE.split(text) if not _CONTACT.search(sentence)]
    return len(" ".join(told).split()) < LEAST_WORDS
