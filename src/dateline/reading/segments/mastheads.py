"""Which line at the head of an article is its outlet's name? "Headline / Eastern Post / date" and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.language.mastheads import is_name_shaped, known_outlet, names_body, names_outlet, outlet_key, own_words
from dateline.model.report import FurnitureKind
from dateline.reading.segments.labels import Label, is_prose, is_title_like, same_title
from dateline.reading.segments.phrases import folded
from dateline.reading.segments.units import PAGE_NUMBER, Unit

FARTHEST = 30
"""Lines above the first text that are looked at for kickers."""
NEAR = 5
"""Lines within which headline, outlet and first text of an article stand."""
LONGEST_KICKER = 4
"""Words of the longest line above a headline that is a section's name or a kicker."""
LONGEST_PERSON = 4
"""Words of the longest name of a writer that stands without "By"."""
LEAST_HEADLINE = 5
"""Words from which on a line above a name is surely its headline, not a kicker above a short headline."""
_SPEAKS_FOR_ITSELF = re.compile(
    r"©|\(c\)|copyright|sign up|subscri|newsletter|follow us|follow @|all rights", re.IGNORECASE
)
_CODE = re.compile(r"[A-Z]{4,10}")
"""What a press database calls a paper: "EXAPOST"."""
_RELEASE = re.compile(
    r"release|statement|communiqu|comunicado|\bnota\b|mitteilung|comunicato|meddelande|bericht|açıklama|siaran",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|for|in|de|des|du|da|do|della|für)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SLUG = re.compile(r"(?:[\w'’&/.-]+)(?:\s*\([\w\s.]{2,20}\))?")
"""A single word, or a wire's slug: "HARRAN-TALKS (URGENT)"."""
_NUMBERED = re.compile(
    r"(?:.{0,40}\W)?(?:no|nos|nr|nº|n°|núm|vol|volume|issue|bulletin|édition|edition|jahrgang|año)\.?\s*\d{1,4}\W.{0,30}",
    re.IGNORECASE,
)
"""What a bulletin prints under its name: "Weekly Bulletin No. 14", "Vol. 3, Issue 5"."""


def label_mastheads(units: Sequence[Unit], labels: list[Label]) -> None:
    """Labels the lines about a headline that are no text: outlets, kickers, names of writers without "By"."""
    body = folded(" ".join(u.text for u in units if is_prose(u)))
    told = frozenset(_WORD.findall(body))
    _label_kickers(units, labels)
    owned = " ".join(outlet_key(u.text) for u in units if _SPEAKS_FOR_ITSELF.search(u.text))
    for i in [i for i, label in enumerate(labels) if label.is_text]:
        words = units[i].text
        if _SPEAKS_FOR_ITSELF.search(words) or not (is_name_shaped(words) or names_outlet(words)):
            continue
        beside = _stands_above(units, labels, i) or _stands_below(units, labels, i)
        if beside and _is_outlet(words, owned, told, body):
            labels[i] = Label(note="outlet")
        elif names_body(words) and _is_issuer(units, labels, i):
            labels[i] = Label(note="outlet")
            labels[:i] = [Label(FurnitureKind.METADATA) if label.is_text else label for label in labels[:i]]
        elif _is_writer(units, labels, i, told):
            labels[i] = Label(note="byline")
    first = _first_text(labels)
    if first is not None and _is_kicker(units, labels, first, told):
        labels[first] = Label(FurnitureKind.METADATA)
    for i in range(1, len(units) - 1):
        if _CODE.fullmatch(units[i].text) and not labels[i - 1].is_text and not labels[i + 1].is_text:
            labels[i] = Label(FurnitureKind.METADATA)


def _label_kickers(units: Sequence[Unit], labels: list[Label]) -> None:
    """Single words and numbers of issues before the first text: a headline has more than a word."""
    for i in range(1, len(units) - 1):
        if _is_page_number(units, i):
            labels[i] = Label(FurnitureKind.METADATA)
    head = next((i for i, u in enumerate(units) if labels[i].is_text and is_prose(u)), 0)
    for i in range(max(0, head - FARTHEST), head):
        if labels[i].note == "address":
            labels[i] = Label(note="permalink")
        word = _SLUG.fullmatch(units[i].text) and not names_outlet(units[i].text) and not units[i].heading
        if labels[i].is_text and (word or _NUMBERED.fullmatch(units[i].text + " ")) and len(units[i].text) < 50:
            spaced = units[i].text.isascii() or " " in units[i].text or units[i].text[0].isupper()
            if spaced and any(labels[j].is_text and is_title_like(units[j]) for j in range(i)) | any(
                labels[j].is_text and is_title_like(units[j]) and not _NUMBERED.fullmatch(units[j].text + " ")
                for j in range(i + 1, head)
            ):
                labels[i] = Label(FurnitureKind.METADATA)


def _is_page_number(units: Sequence[Unit], i: int) -> bool:
    """A number by itself; among other numbers it stands in a table."""
    number, before, after = (PAGE_NUMBER.fullmatch(units[j].text) is not None for j in (i, i - 1, i + 1))
    return number and not before and not after


def _is_outlet(line: str, owned: str, told: frozenset[str], body: str) -> bool:
    """By its words, or as the page's own lines ("© Eastern Post") repeat it; not when it tells what the body tells."""
    if known_outlet(line) or (len(outlet_key(line)) > 3 and f" {outlet_key(line)} " in f" {owned} "):
        return True
    own = own_words(line)
    return names_outlet(line) and (len(own) < 2 or not _is_told(own, told) or folded(line) in body)


def _is_told(words: frozenset[str], told: frozenset[str]) -> bool:
    """Whether the body has all these words, in one form or another: "storm" is told by "stormed"."""
    return all(any(word + ending in told for ending in ("", "s", "es", "d", "ed", "ing")) for word in words)


def _is_issuer(units: Sequence[Unit], labels: Sequence[Label], i: int) -> bool:
    """Who issued a statement: at the top, with only notes and kickers ("Press release") before the headline or text."""
    below = _next_text(labels, i, NEAR)
    if below is None or not any(not labels[j].is_text for j in range(i + 1, below)):
        return False
    if any(labels[j].is_text and not is_name_shaped(units[j].text) for j in range(i)):
        return False
    near = range(max(0, below - 2 * NEAR), below)
    released = any(not labels[j].is_text and _RELEASE.search(units[j].text) for j in near)
    titled = _heads_text(units, labels, below) and (released or bool(_OF.search(units[i].text)))
    return titled or (released and is_prose(units[below]))


def _is_writer(units: Sequence[Unit], labels: Sequence[Label], i: int, told: frozenset[str]) -> bool:
    """A name of two to four words that the text does not repeat, between a headline and its date or text."""
    words = units[i].text.split()
    above = _above(labels, i)
    if not 2 <= len(words) <= LONGEST_PERSON or above is None or any(w.lower() in told for w in words if len(w) > 3):
        return False
    if len(units[above].text.split()) < LEAST_HEADLINE or not is_title_like(units[above]) or is_prose(units[above]):
        return False
    noted_below = i + 1 < len(units) and labels[i + 1].note in ("date", "stamp", "outlet")
    noted_above = labels[i - 1].note in ("date", "stamp", "outlet") and i + 1 < len(units) and is_prose(units[i + 1])
    return noted_below or noted_above


def _stands_above(units: Sequence[Unit], labels: Sequence[Label], i: int) -> bool:
    """At the top, or after furniture or an article's end; the next line of text is a headline with text below it."""
    if i and labels[i - 1].is_text and not is_prose(units[i - 1]):
        return False
    headline = _next_text(labels, i, NEAR + 1)
    return headline is not None and _heads_text(units, labels, headline)


def _stands_below(units: Sequence[Unit], labels: Sequence[Label], i: int) -> bool:
    """A headline right above it, with at most notes between, and a note or running text right below it."""
    above = _above(labels, i)
    if above is None or i + 1 >= len(units) or not is_title_like(units[above]) or is_prose(units[above]):
        return False
    at_head = above == 0 or not labels[above - 1].is_text or is_prose(units[above - 1]) or units[above].gap > 0
    noted = bool(labels[i + 1].note) or bool(labels[i - 1].note)
    return at_head and (noted or (above == _first_text(labels) and is_prose(units[i + 1])))


def _above(labels: Sequence[Label], i: int) -> int | None:
    """The line of text above i with only notes, or what pages print beside them, between."""
    for j in range(i - 1, max(-1, i - 1 - NEAR), -1):
        if labels[j].is_text:
            return j
        if not labels[j].note and labels[j].furniture not in (FurnitureKind.METADATA, FurnitureKind.SHARING):
            return None
    return None


def _is_kicker(units: Sequence[Unit], labels: Sequence[Label], i: int, told: frozenset[str]) -> bool:
    """A few words that the body does not repeat, above a headline whose words it does: "Eastern Province"."""
    headline = _next_text(labels, i, 2)
    if headline is None or len(units[i].text.split()) > LONGEST_KICKER or not is_name_shaped(units[i].text):
        return False
    if any(labels[j].note for j in range(i + 1, headline)) or not _heads_text(units, labels, headline):
        return False
    mine, its = own_words(units[i].text), own_words(units[headline].text)
    fuller = len(units[headline].text.split()) > len(units[i].text.split())
    return fuller and not mine & told and len(its & told) >= 2


def _heads_text(units: Sequence[Unit], labels: Sequence[Label], i: int) -> bool:
    """Whether a headline stands at i: title-like, with running text, or itself again, a few lines below."""
    if not is_title_like(units[i]) or is_prose(units[i]):
        return False
    below = [j for j in range(i + 1, min(len(units), i + 1 + 2 * NEAR)) if labels[j].is_text][:3]
    return any(is_prose(units[j]) or same_title(units[i].text, units[j].text) for j in below)


def _next_text(labels: Sequence[Label], i: int, reach: int) -> int | None:
    return next((j for j in range(i + 1, min(len(labels), i + 1 + reach)) if labels[j].is_text), None)


def _first_text(labels: Sequence[Label]) -> int | None:
    return next((i for i, label in enumerate(labels) if label.is_text), None)
