"""When was it published and updated, and who says so? The stated dates of an article, the most specific first."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.language.datestamps import DateStamp, find_stamps, read_stamp
from dateline.language.detection import detect_language
from dateline.model.report import Moment
from dateline.model.segment import Note

_UPDATED = re.compile(
    r"updated?|modified|edited|revised|actualiz|aktualisiert|mis à jour|aggiornat|atualizad|обновл|güncelle|"
    r"oppdatert|uppdaterad",
    re.IGNORECASE,
)
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](\d{1,2})(?!\d)", re.I
)
_URL_DIGITS = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)")
_OPEN_LANGUAGES = frozenset({"en", "pcm", "tl"})
_MONTH_FIRST_COUNTRIES = frozenset({"US", "PH"})


GUESSED = "htmldate"
"""Who told a date that no tag, line or address states."""
LARGEST_PAGE = 5_000_000
"""Characters of markup from which on htmldate is not asked: it would take minutes."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Dates of an article as a source states them."""

    published: Moment | None = None
    updated: Moment | None = None

    def or_else(self, other: Stated) -> Stated:
        """This one's dates, the other's where this one has none."""
        return Stated(self.published or other.published, self.updated or other.updated)


def dates_in_notes(notes: Sequence[Note], head_end: int, *, day_first: bool | None) -> Stated:
    """Dates in a segment's own lines: "Published time: …" before a byline's, before one with a time, before one alone.

    head_end: a date alone that stands after it is no date of publication.
    """
    published: list[tuple[int, Moment]] = []
    updated: list[Moment] = []
    for note in notes:
        before = 0
        for stamp in find_stamps(note.words, day_first=day_first):
            label = note.words[before : stamp.start]
            before = stamp.end
            if _UPDATED.search(label) and not re.search(r"publi|posted", label, re.IGNORECASE):
                updated.append(Moment(stamp.value, _told_by(note, label)))
            elif (rank := _rank(note, stamp, head_end)) is not None:
                published.append((rank, Moment(stamp.value, _told_by(note, label))))
    best = min(published, key=lambda candidate: candidate[0], default=(0, None))[1]
    return Stated(best, updated[0] if updated else None)


def _rank(note: Note, stamp: DateStamp, head_end: int) -> int | None:
    """How much a date is about this text: 0 is most; None when it is not about it at all."""
    if note.kind == "time":
        return 0
    if note.kind == "stamp":
        return 1
    if note.kind == "byline":
        return 2
    if note.kind == "source":
        return 6
    if note.kind != "date" or note.start > head_end:
        return 7 if note.kind == "signoff" else None
    return 3 if "T" in stamp.value else 4


def _told_by(note: Note, label: str) -> str:
    words = " ".join(label.split()).strip(" ,|–—•·-")
    if note.kind == "time":
        return "<time>"
    return words if note.kind == "stamp" and words else f"{note.kind} line"


def date_in_address(url: str | None) -> Moment | None:
    """The day in an address: "/2016/10/04/", "/2016-10-04-", "/20161004"."""
    if not url:
        return None
    match = _URL_DAY.search(url)
    if match:
        month = (
            match[2]
            if match[2].isdigit()
            else str(
                ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].index(
                    match[2].lower()
                )
                + 1
            )
        )
        stamp = read_stamp(f"{match[1]}-{month}-{match[3]}")
    else:
        digits = _URL_DIGITS.search(url.split("?", 1)[0])
        stamp = read_stamp("-".join(digits.groups())) if digits else None
    return Moment(stamp.value, "url") if stamp else None


def in_the_day_of(stated: Stated, url: str | None) -> Stated:
    """A moment given in UTC, told as the outlet's own day where its address names the day before or after.

    "Tuesday" in the text means the outlet's Tuesday.
    """
    address, moment = date_in_address(url), stated.published
    if address and moment and moment.value.endswith("+00:00") and abs((address.day - moment.day).days) == 1:
        return Stated(address, stated.updated)
    return stated


def guessed_by_htmldate(markup: str, url: str | None) -> Moment | None:
    """What htmldate finds where no tag, line or address states a date; told_by says that it was htmldate."""
    from htmldate import find_date  # slow to import, and seldom needed

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = (
            find_date(markup, url=url, original_date=True, extensive_search=True)
            if len(markup) <= LARGEST_PAGE
            else None
        )
    except Exception:  # lxml and htmldate stumble over some broken pages; a page without a date is no fault
        return None
    return Moment(found, GUESSED) if found else None


def moment_of(words: str | None, told_by: str, *, day_first: bool | None = None) -> Moment | None:
    """A container's or tag's date as a Moment; None for words that state no day."""
    stamp = read_stamp(words, day_first=day_first) if words else None
    return Moment(stamp.value, told_by) if stamp else None


@lru_cache(maxsize=4)
def _order_told(words: str) -> bool | None:
    """The order that a date with a number above 12 tells; kept, since every article of a document asks for it."""
    for match in _NUMERIC.finditer(words):
        first, second = int(match[1]), int(match[2])
        if 12 < first <= 31 and second <= 12:
            return True
        if 12 < second <= 31 and first <= 12:
            return False
    return None


def order_of_numbers(
    words: str, *, country: str | None, url: str | None, text: str = "", around: str = ""
) -> bool | None:
    """Whether "04/10/2016" has its day first here: by another date, the address, the outlet's country or the language.

    around: words of the whole document. text: words of the article; only texts in English and Filipino leave its
    language's order open.
    """
    told = _order_told(words)
    told = _order_told(around) if told is None and around else told
    if told is not None:
        return told
    known = date_in_address(url)
    if known:
        for match in _NUMERIC.finditer(words):
            if (int(match[1]), int(match[2])) == (known.day.day, known.day.month):
                return True
            if (int(match[2]), int(match[1])) == (known.day.day, known.day.month):
                return False
    if country is not None:
        return country not in _MONTH_FIRST_COUNTRIES
    language = detect_language(text) if text and _NUMERIC.search(words) else None
    return True if language and language not in _OPEN_LANGUAGES else None
