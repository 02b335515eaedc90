"""Which line at the head of an article is its outlet's name? "Headline / Eastern Post / date" and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.language.mastheads import is_name_shaped, known_outlet, names_outlet, outlet_key, own_words
from dateline.model.report import FurnitureKind
from dateline.reading.segments.labels import Label, is_prose, is_title_like, same_title
from dateline.reading.segments.phrases import folded
from dateline.reading.segments.units import Unit

NEAR = 4
"""Lines within which headline, outlet and first text of an article stand."""
LONGEST_KICKER = 4
"""Words of the longest line above a headline that is a section's name or a kicker."""
_SPEAKS_FOR_ITSELF = re.compile(
    r"©|\(c\)|copyright|sign up|subscri|newsletter|follow us|follow @|all rights", re.IGNORECASE
)


def label_mastheads(units: Sequence[Unit], labels: list[Label]) -> None:
    """Notes lines that name an outlet beside a headline, and takes a kicker above a headline for furniture."""
    texts = [i for i, label in enumerate(labels) if label.is_text]
    owned = " ".join(outlet_key(u.text) for u in units if _SPEAKS_FOR_ITSELF.search(u.text))
    body = " ".join(folded(u.text) for u in units if is_prose(u))
    for i in texts:
        if not is_name_shaped(units[i].text) and not names_outlet(units[i].text):
            continue
        if _stands_beside_headline(units, labels, i) and _is_outlet(units[i].text, owned, body):
            labels[i] = Label(note="outlet")
    first = next((i for i, label in enumerate(labels) if label.is_text), None)
    if first is not None and _is_kicker(units, labels, first, body):
        labels[first] = Label(FurnitureKind.METADATA)


def _is_outlet(line: str, owned: str, body: str) -> bool:
    """By its words, or as the page's own lines ("© Eastern Post") repeat it; not when it tells what the body tells."""
    if known_outlet(line) or (len(outlet_key(line)) > 3 and f" {outlet_key(line)} " in f" {owned} "):
        return True
    own = own_words(line)
    told = body.replace(folded(line), " ")
    return names_outlet(line) and not (len(own) > 1 and all(word in told for word in own) and folded(line) not in body)


def _stands_beside_headline(units: Sequence[Unit], labels: Sequence[Label], i: int) -> bool:
    return _stands_above(units, labels, i) or _stands_below(units, labels, i)


def _stands_above(units: Sequence[Unit], labels: Sequence[Label], i: int) -> bool:
    """At the top, or after furniture or an article's end; the next line of text is a headline with text below it."""
    if i and labels[i - 1].is_text and not is_prose(units[i - 1]):
        return False
    headline = _next_text(labels, i, NEAR + 2)
    return headline is not None and _heads_text(units, labels, headline)


def _stands_below(units: Sequence[Unit], labels: Sequence[Label], i: int) -> bool:
    """A headline right above it, with at most notes between, and a note or running text right below it."""
    above = i - 1
    while above >= 0 and labels[above].note and i - above < NEAR:
        above -= 1
    if above < 0 or not labels[above].is_text or not is_title_like(units[above]) or is_prose(units[above]):
        return False
    if i + 1 >= len(units):
        return False
    at_head = above == 0 or not labels[above - 1].is_text or is_prose(units[above - 1])
    noted = bool(labels[i + 1].note) or bool(labels[i - 1].note)
    return at_head and (noted or (above == _first_text(labels) and is_prose(units[i + 1])))


def _is_kicker(units: Sequence[Unit], labels: Sequence[Label], i: int, body: str) -> bool:
    """A few words that the body does not repeat, above a headline whose words it does: "Eastern Province"."""
    headline = _next_text(labels, i, 2)
    if headline is None or len(units[i].text.split()) > LONGEST_KICKER or not is_name_shaped(units[i].text):
        return False
    if any(labels[j].note for j in range(i + 1, headline)) or not _heads_text(units, labels, headline):
        return False
    mine, its = own_words(units[i].text), own_words(units[headline].text)
    fuller = len(units[headline].text.split()) > len(units[i].text.split())
    return fuller and not any(word in body for word in mine) and sum(word in body for word in its) >= 2


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
