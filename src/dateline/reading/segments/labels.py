"""What is each line: a note on the article, furniture, or words of the news?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from dateline.model.report import FurnitureKind
from dateline.reading.segments.captions import (
    caption_kind,
    ends_with_initials,
    may_be_caption,
    unfinished_before_credit,
)
from dateline.reading.segments.notes import note_kind
from dateline.reading.segments.phrases import folded, furniture_kind
from dateline.reading.segments.units import Unit

SHORTEST_PROSE = 60
"""Characters from which on a finished sentence counts as text of the news."""
LONGEST_TITLE = 220
SAME_TITLE = 88.0
"""Likeness (rapidfuzz ratio, 0 to 100) of two wordings of one headline, as archives and outlets spell it."""
_FINISHED = re.compile(r"[.!?…:]['\"”’»)\]]*$|[。！？।؟۔]$")
_ENDS_AS_SENTENCE = re.compile(r"(?<![A-Z]\.[A-Z])[.:;,]['\"”’)]*$")


@dataclass(frozen=True, slots=True)
class Label:
    """What a unit is: furniture of a kind, a note of a kind (both None: words of the news), and why."""

    furniture: FurnitureKind | None = None
    note: str | None = None

    @property
    def is_text(self) -> bool:
        return self.furniture is None and self.note is None


TEXT = Label()


def label_units(units: tuple[Unit, ...]) -> list[Label]:
    """A label for every unit, from its own words and its neighbours'."""
    labels = [label_of(unit) for unit in units]
    _settle_captions(units, labels)
    _settle_repeats(units, labels)
    return labels


def label_of(unit: Unit) -> Label:
    """The label that a unit's own words give it."""
    words = unit.text
    if unit.heading == 1:
        return TEXT
    note = note_kind(words)
    if note:
        return Label(note=note)
    caption = caption_kind(words)
    if caption:
        return Label(caption, "credit" if caption is FurnitureKind.CREDIT else None)
    kind = furniture_kind(words)
    return Label(kind) if kind else TEXT


def is_prose(unit: Unit) -> bool:
    """A whole sentence or more of running text."""
    words = unit.text
    return len(words) >= SHORTEST_PROSE and (bool(_FINISHED.search(words.rstrip())) or len(words) > LONGEST_TITLE)


def is_title_like(unit: Unit) -> bool:
    """Short, begins as a headline does, and does not end as a sentence does."""
    words = unit.text.strip()
    if unit.heading:
        return len(words) <= LONGEST_TITLE
    count = len(words.split())
    if not (2 <= count <= 34 or _is_unspaced(words)) or len(words) > LONGEST_TITLE:
        return False
    first = words.lstrip("'\"“‘«([¿¡#")[:1]
    return (first.isupper() or first.isdigit() or not first.islower()) and not _ENDS_AS_SENTENCE.search(words)


def same_title(one: str, other: str) -> bool:
    """Whether one headline repeats the other, cut, or with the outlet's name or a speaker added."""
    a, b = folded(one), folded(other)
    if min(len(a), len(b)) < 8:
        return a == b
    if a.startswith(b) or b.startswith(a):
        return max(len(a), len(b)) <= 2.2 * min(len(a), len(b))
    return ratio(a, b, score_cutoff=SAME_TITLE) >= SAME_TITLE


def _is_unspaced(words: str) -> bool:
    """Scripts that write no spaces between words: Chinese, Japanese, Thai …"""
    return bool(re.match(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]", words)) and len(words) >= 6


def _settle_captions(units: tuple[Unit, ...], labels: list[Label]) -> None:
    """A line with an agency in brackets is a caption when it is no sentence, or stands before the text or twice."""
    seen_prose = 0
    for i, unit in enumerate(units):
        if labels[i].is_text and may_be_caption(unit.text):
            twice = any(folded(units[j].text) == folded(unit.text) for j in (i - 1, i + 1) if 0 <= j < len(units))
            if unfinished_before_credit(unit.text) or twice or not seen_prose:
                labels[i] = Label(FurnitureKind.CAPTION)
        elif labels[i].is_text and ends_with_initials(unit.text) and _below_notes(units, labels, i):
            labels[i] = Label(FurnitureKind.CAPTION)
        seen_prose = seen_prose + 1 if labels[i].is_text and is_prose(unit) else seen_prose


def _below_notes(units: tuple[Unit, ...], labels: list[Label], i: int) -> bool:
    """Whether a line stands between the date or byline of an article and its text: no headline, no subheading."""
    noted = i > 0 and (labels[i - 1].note is not None or labels[i - 1].furniture is FurnitureKind.METADATA)
    followed = i + 1 < len(units) and (not labels[i + 1].is_text or is_prose(units[i + 1]))
    return noted and followed and not units[i].heading and any(label.is_text for label in labels[:i])


def _settle_repeats(units: tuple[Unit, ...], labels: list[Label]) -> None:
    """What is a caption in one place is one wherever it is repeated."""
    captions = {
        folded(u.text) for u, label in zip(units, labels, strict=True) if label.furniture is FurnitureKind.CAPTION
    }
    for i, unit in enumerate(units):
        if labels[i].is_text and folded(unit.text) in captions:
            labels[i] = Label(FurnitureKind.CAPTION)
