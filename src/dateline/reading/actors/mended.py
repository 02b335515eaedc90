"""Is a marked name whole? Joins what the model cut in two and parts what it ran together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.language.group_names import begins_name
from dateline.model.marks import Mark
from dateline.model.span import Span

_NAMES = ("person", "organisation")
_ARTICLE = r"(?:[AaEe]l|[Aa][rsntd]|[Aa]sh|[Aa]dh|[Aa]z|[Uu][lr])"
_AFTER_NAME = re.compile(
    rf"(?: {_ARTICLE}-[^\W\d_][\w'’-]*| (?:bin|ibn|bint|abu|ould|van|von|de|del|della|di|da|dos|der|den)"
    r"(?: (?:la|las|los|der|den|de|abu|al))? [A-Z][\w'’-]*)+"
)
_ARTICLE_BEFORE = re.compile(rf"(?<![\w'’-]){_ARTICLE}-\Z")
_WORD_BEFORE = re.compile(r"(?<![\w'’-])([A-Z][\w'’]*) \Z")
# "Jabhat Dawn (al-Mazar)": the kind of group, and one or two words of its name that the model left out.
_NAME_BEFORE = re.compile(r"(?<![\w'’-])([A-Z][\w'’]*) (?:[A-Z][\w'’]*[ -]){1,2}\Z")
# "Tidewater News (Service)": how names of bodies end, which is not where another name begins
_BODY_AFTER = re.compile(
    r" (?:Service|Agency|Network|Association|Committee|Commission|Council|Movement|Organi[sz]ation|Authority|"
    r"Federation|Foundation|Corporation|Party|Union|Front|Brigades?|Battalion|Ministry|Forces?|Army)(?![\w'’-]| [A-Z])"
)
_CAPITAL_AFTER = re.compile(r" [A-Z][\w'’-]*")
_THOUSANDS = re.compile(r"(?:,\d{3})+(?!\d)(?: (?:people|men|women|troops|fighters|soldiers|civilians))?")
_PARAGRAPH = re.compile(r"\s*\n[ \t]*\n\s*")
_SLASH = re.compile(r"(?<=[\w)])\s?/\s?(?=[A-Z])")


def mend_mentions(text: str, mentions: Sequence[Mark]) -> list[Mark]:
    """The marks in order of the text, none across a paragraph's end, names and numbers whole, "AB/CD" as two."""
    parts = [part for mark in mentions for part in _within_paragraphs(text, mark)]
    grown = [_grown(text, part) for part in parts]
    return [one for mark in _united(text, grown, parts) for one in _at_slashes(text, mark)]


def _within_paragraphs(text: str, mark: Mark) -> Iterator[Mark]:
    """A mark that runs over the end of a paragraph as one for each; a line of capitals begins a dispatch: a place."""
    pieces = _pieces(text, mark.span, _PARAGRAPH)
    for place, piece in enumerate(pieces):
        is_dateline = place > 0 and piece.text.isupper() and mark.label in _NAMES
        yield replace(mark, span=piece, label="location" if is_dateline else mark.label)


def _at_slashes(text: str, mark: Mark) -> Iterator[Mark]:
    """ "VLF/VLA": two names."""
    if mark.label not in _NAMES or "/" not in mark.span.text or "(" in mark.span.text:
        yield mark
        return
    for piece in _pieces(text, mark.span, _SLASH):
        yield replace(mark, span=piece)


def _pieces(text: str, span: Span, between: re.Pattern[str]) -> list[Span]:
    bounds, start = [], span.start
    for gap in between.finditer(text, span.start, span.end):
        bounds.append((start, gap.start()))
        start = gap.end()
    bounds.append((start, span.end))
    return [Span.cut(text, a, b) for a, b in bounds if a < b]


def _grown(text: str, mark: Mark) -> Mark:
    """A name with the particles and kind of group that belong to it, a number with its thousands."""
    start, end = mark.span.start, mark.span.end
    if mark.label == "quantity" and text[start:end][-1:].isdigit():
        thousands = _THOUSANDS.match(text, end)
        return replace(mark, span=Span.cut(text, start, thousands.end())) if thousands else mark
    if mark.label not in _NAMES:
        return mark
    start = _grown_back(text, start, is_body=mark.label == "organisation")
    end = _grown_on(text, start, end, is_body=mark.label == "organisation")
    label = "organisation" if begins_name(text[start:end].split()[0]) and " " in text[start:end] else mark.label
    return replace(mark, span=Span.cut(text, start, end), label=label) if (start, end) != _bounds(mark) else mark


def _bounds(mark: Mark) -> tuple[int, int]:
    return mark.span.start, mark.span.end


def _grown_back(text: str, start: int, *, is_body: bool) -> int:
    """Over "al-" and over "Jabhat", "Frente" and the like; of a body's name over what stands between, too."""
    article = _ARTICLE_BEFORE.search(text, max(0, start - 5), start)
    start = article.start() if article else start
    if is_body and (words := _NAME_BEFORE.search(text, max(0, start - 40), start)) and begins_name(words[1]):
        start = words.start()
    while (word := _WORD_BEFORE.search(text, max(0, start - 20), start)) and begins_name(word[1]):
        start = word.start()
    return start


def _grown_on(text: str, start: int, end: int, *, is_body: bool) -> int:
    """Over "al-Rasin" and "bin Osk"; a name that is only a kind of group takes the word behind it, and one of a body
    the word by which such names end."""
    if begins_name(text[start:end].split()[-1]) and (word := _CAPITAL_AFTER.match(text, end)):
        end = word.end()
    if is_body and text[start:end].split()[-1][:1].isupper() and (word := _BODY_AFTER.match(text, end)):
        end = word.end()
    further = _AFTER_NAME.match(text, end)
    return further.end() if further else end


def _united(text: str, marks: Sequence[Mark], marked: Sequence[Mark]) -> list[Mark]:
    """The marks without those that a grown one has taken in, and one that it has cut taken in whole.

    Marks that the model itself set within others ("Ostrandian" in "the Ostrandian army") stay. marked: as they were.
    """
    before = {_bounds(mark) for mark in marked}
    kept: list[Mark] = []
    grown: Mark | None = None
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        if grown is not None and mark.span.start < grown.span.end and not _is_within(mark, grown, marked):
            if mark.span.end > grown.span.end:
                span = Span.cut(text, grown.span.start, mark.span.end)
                kept[kept.index(grown)] = grown = replace(grown, span=span)
            continue
        kept.append(mark)
        if _bounds(mark) not in before:
            grown = mark
    return kept


def _is_within(mark: Mark, grown: Mark, marked: Sequence[Mark]) -> bool:
    """Whether a mark lay within the one that has grown already before it grew."""
    return any(
        m.span.holds(mark.span) and m.span != mark.span and grown.span.holds(m.span) and m.label != mark.label
        for m in marked
    )


class Whole:
    """Makes a span whole whose bounds lie within a mended name."""

    def __init__(self, text: str, mentions: Sequence[Mark]) -> None:
        self._text = text
        self._spans = [m.span for m in mentions if m.label in _NAMES]
        self._starts = [span.start for span in self._spans]

    def of(self, span: Span) -> Span:
        """The span, stretched over the names that it cuts off, and ended with its paragraph."""
        paragraph = _PARAGRAPH.search(self._text, span.start, span.end)
        start, end = span.start, paragraph.start() if paragraph and paragraph.start() > span.start else span.end
        for at in (start, end - 1):
            name = self._name_at(at)
            if name is not None:
                start, end = min(start, name.start), max(end, name.end)
        return span if (start, end) == (span.start, span.end) else Span.cut(self._text, start, end)

    def _name_at(self, at: int) -> Span | None:
        place = bisect_right(self._starts, at) - 1
        return self._spans[place] if place >= 0 and at < self._spans[place].end else None
