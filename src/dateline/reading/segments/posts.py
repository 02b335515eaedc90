"""Where does one article end and the next begin? Finds the posts in a sequence of labelled lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.reading.segments.labels import Label, is_prose, is_title_like, same_title
from dateline.reading.segments.units import Unit

HEAD_LINES = 4
"""Lines after a headline within which its date, byline or echo must stand."""
LONG_GAP = 3
"""Blank lines from which on a gap parts two texts rather than two paragraphs."""
RULE = re.compile(r"[-_=—–]{3,}")
_DOCUMENT_ABOVE = re.compile(r"\W*(?:document\s+)?\d+\s+of\s+\d+\s+documents?\W*", re.IGNORECASE)
_DOCUMENT_BELOW = re.compile(r"(?:document\s+(?=\w*\d)\w{12,}|end of document)\W*", re.IGNORECASE)
LEAST_TEXT = 120
"""Characters of text of the shortest stretch that is a post of its own."""


@dataclass(frozen=True, slots=True)
class Post:
    """Units [first, last) of one article; title: the unit that is its headline, None without one.

    teasers: from which unit on they are headlines of other articles without text of their own; `last` when none are.
    """

    first: int
    last: int
    title: int | None
    teasers: int


@dataclass(frozen=True, slots=True)
class Head:
    """Where a post begins and which unit is its headline: some archives print the date above it."""

    first: int
    title: int


def find_posts(units: Sequence[Unit], labels: Sequence[Label]) -> list[Post]:
    """The articles in the order of the document; furniture between them belongs to the one before."""
    if not units:
        return []
    heads = _heads_of_several(units, labels) or _only_head(units, labels)
    if not heads:
        return _parted(units, labels, Post(0, len(units), None, len(units)))
    heads = _with_lines_above(labels, heads)
    bounds = [*(head.first for head in heads), len(units)]
    posts = [Post(a, b, head.title, b) for head, (a, b) in zip(heads, pairwise(bounds), strict=True)]
    if _has_text(units, labels, 0, heads[0].first):
        posts.insert(0, Post(0, heads[0].first, None, heads[0].first))
    return [part for post in _joined(units, labels, posts) for part in _parted(units, labels, post)]


def _with_lines_above(labels: Sequence[Label], heads: Sequence[Head]) -> list[Head]:
    """Each head from the outlet's name above it on; the first from all notes above it, where none stands below it."""
    found = []
    for n, head in enumerate(heads):
        below = range(head.title + 1, min(len(labels), head.title + 1 + HEAD_LINES))
        bare = n == 0 and not any(labels[j].note in ("date", "stamp") for j in below)
        first = head.first
        while first and (labels[first - 1].note == "outlet" or (bare and labels[first - 1].note)):
            first -= 1
        found.append(Head(first, head.title))
    return found


def _heads_of_several(units: Sequence[Unit], labels: Sequence[Label]) -> list[Head]:
    """The heads of a list page, by the first of its ways that shows twice; of one article by its dated headline."""
    numbered = _numbered(units, labels)
    if _with_text(units, labels, numbered) >= 2:
        return numbered
    dated = [Head(i, i) for i in _heads(units, labels)]
    if _with_text(units, labels, dated) >= 2:
        return dated
    for heads in (_date_first(units, labels), _signed(units, labels), _ruled_off(units, labels)):
        if _with_text(units, labels, heads) >= 2:
            return heads
    if not dated or _has_text(units, labels, 0, dated[0].first):
        return []
    return [] if _is_standfirst(units, labels, dated[0].title) else dated


def _is_standfirst(units: Sequence[Unit], labels: Sequence[Label], i: int) -> bool:
    """Whether a dated line has one line of text above it, its headline, and is not repeated below as a headline is."""
    below = units[i + 1 : i + 1 + HEAD_LINES]
    repeated = any(same_title(units[i].text, unit.text) for unit in below)
    above = [unit for unit, label in zip(units[:i], labels[:i], strict=True) if label.is_text]
    return not repeated and len(above) == 1 and is_title_like(above[0])


def _with_text(units: Sequence[Unit], labels: Sequence[Label], heads: Sequence[Head]) -> int:
    bounds = [*(head.first for head in heads), len(units)]
    return sum(_has_text(units, labels, a, b) for a, b in pairwise(bounds))


def _numbered(units: Sequence[Unit], labels: Sequence[Label]) -> list[Head]:
    """The articles of a press database's export: "2 of 9 DOCUMENTS" above each, or "Document EXA00020310304" below."""
    starts = [i for i, u in enumerate(units) if _DOCUMENT_ABOVE.fullmatch(u.text)]
    ends = [i + 1 for i, u in enumerate(units) if _DOCUMENT_BELOW.fullmatch(u.text)]
    found = []
    for first in starts or ([0, *ends[:-1]] if ends else []):
        near = range(first, min(len(units), first + 2 * HEAD_LINES))
        title = next(
            (i for i in near if labels[i].is_text and is_title_like(units[i]) and not is_prose(units[i])), None
        )
        if title is not None:
            found.append(Head(first, title))
    return found


def _date_first(units: Sequence[Unit], labels: Sequence[Label]) -> list[Head]:
    """A date above each headline, as on old blogs: "Monday, March 4, 2019", headline, text."""
    return [
        Head(i, i + 1) for i in range(len(units) - 2) if labels[i].note == "date" and _opens_text(units, labels, i + 1)
    ]


def _signed(units: Sequence[Unit], labels: Sequence[Label]) -> list[Head]:
    """A byline below each headline."""
    return [
        Head(i, i)
        for i in range(len(units) - 2)
        if labels[i].is_text and is_title_like(units[i]) and labels[i + 1].note == "byline" and labels[i + 2].is_text
    ]


def _ruled_off(units: Sequence[Unit], labels: Sequence[Label]) -> list[Head]:
    """A line of dashes above each headline but the first."""
    below = [i + 1 for i in range(len(units) - 2) if RULE.fullmatch(units[i].text)]
    heads = [Head(i, i) for i in below if _opens_text(units, labels, i)]
    return [Head(0, 0), *heads] if heads and len(heads) == len(below) and _opens_text(units, labels, 0) else heads


def _opens_text(units: Sequence[Unit], labels: Sequence[Label], i: int) -> bool:
    """Whether a headline stands at i, with running text below it."""
    below = [j for j in range(i + 1, min(i + 1 + HEAD_LINES, len(units))) if labels[j].is_text]
    return labels[i].is_text and is_title_like(units[i]) and any(is_prose(units[j]) for j in below[:2])


def has_several(units: Sequence[Unit], labels: Sequence[Label]) -> bool:
    """Whether a page's paragraphs are several posts: two dated headings, each with text of its own under it."""
    heads = [i for i in _heads(units, labels) if units[i].heading]
    bounds = [*heads, len(units)]
    return sum(_has_text(units, labels, a, b) for a, b in pairwise(bounds)) >= 2


def _heads(units: Sequence[Unit], labels: Sequence[Label]) -> list[int]:
    """Units that are headlines by what follows them: a date, a stamp, or the headline again."""
    found: list[int] = []
    taken = -1
    for i, unit in enumerate(units):
        if (
            i > taken
            and labels[i].is_text
            and is_title_like(unit)
            and (last := _end_of_head(units, labels, i)) is not None
        ):
            found.append(i)
            taken = last
    return found


def _end_of_head(units: Sequence[Unit], labels: Sequence[Label], i: int) -> int | None:
    """Index of the last line that belongs to the head which begins at i; None when i begins none."""
    sure, last = False, i
    for j in range(i + 1, min(i + 1 + HEAD_LINES, len(units))):
        if labels[j].is_text:
            if not same_title(units[i].text, units[j].text) or (j > i + 2 and is_prose(units[j])):
                break
            sure = sure or j == i + 1
        else:
            sure = sure or labels[j].note in ("date", "stamp") or (labels[j].note == "byline" and _has_digits(units[j]))
        last = j
    return last if sure else None


def _has_digits(unit: Unit) -> bool:
    return any(c.isdigit() for c in unit.text)


def _only_head(units: Sequence[Unit], labels: Sequence[Label]) -> list[Head]:
    """The headline of a document with one article: the first line of text, if it looks like one."""
    text = [i for i, label in enumerate(labels) if label.is_text]
    if len(text) >= 2 and is_title_like(units[text[0]]) and any(is_prose(units[i]) for i in text[1:]):
        return [Head(text[0], text[0])]
    return []


def _has_text(units: Sequence[Unit], labels: Sequence[Label], first: int, last: int) -> bool:
    return text_length(units, labels, first, last) >= LEAST_TEXT


def text_length(units: Sequence[Unit], labels: Sequence[Label], first: int, last: int) -> int:
    """Characters of running text in units [first, last)."""
    return sum(len(units[i].text) for i in range(first, last) if labels[i].is_text and is_prose(units[i]))


def _joined(units: Sequence[Unit], labels: Sequence[Label], posts: list[Post]) -> list[Post]:
    """Posts without text of their own go with the one before: "In pictures", a teaser with its date."""
    kept: list[Post] = []
    for post in posts:
        if kept and not _has_text(units, labels, post.first, post.last):
            before = kept[-1]
            kept[-1] = Post(before.first, post.last, before.title, min(before.teasers, post.first))
        else:
            kept.append(post)
    return kept


def _parted(units: Sequence[Unit], labels: Sequence[Label], post: Post) -> list[Post]:
    """The post, and the headless text that follows its signed end after a long gap, as list pages cut it."""
    for i in range(post.first + 1, post.last - 1):
        signed = labels[i].note in ("byline", "signoff") and text_length(units, labels, post.first, i) >= 3 * LEAST_TEXT
        if signed and units[i + 1].gap >= LONG_GAP and _has_text(units, labels, i + 1, post.last):
            return [Post(post.first, i + 1, post.title, i + 1), Post(i + 1, post.last, None, post.teasers)]
    return [post]
