"""Which numbers count the killed and the injured? Finds "30 people were killed", "killing 30", "no casualties"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.language.numbers import find_numbers
from dateline.model.span import NumberSpan, Span
from dateline.reading.events import casualty_patterns as patterns
from dateline.reading.events.casualty_patterns import KINDS

_LOOK_BACK = 150  # characters before a number, a little more than the longest pattern there


@dataclass(frozen=True, slots=True)
class Casualties:
    """A number of killed or injured people and the word that says so ("killed" in "30 were killed").

    total: whether the words call it a toll ("the toll rose to 30").
    """

    kind: str
    number: NumberSpan
    word: Span
    total: bool = False


def find_casualties(text: str, sentence: Span) -> tuple[Casualties, ...]:
    """The numbers of killed and injured in one sentence, in text order; words that say nobody count 0."""
    if not patterns.any_word().search(text, sentence.start, sentence.end):
        return ()
    found = [*_counted(text, sentence), *_single(text, sentence), *_nobody(text, sentence)]
    return tuple(sorted(found, key=lambda c: (c.number, c.kind)))


def _counted(text: str, sentence: Span) -> Iterator[Casualties]:
    """Each number with what befell the counted, by the words around it or by the number that it is joined to."""
    last: Casualties | None = None
    for inner in find_numbers(sentence.text):
        if inner.low == inner.high == 0:
            continue
        start, end = inner.start + sentence.start, inner.end + sentence.start
        number = NumberSpan(start, end, inner.text, inner.low, inner.high)
        told = _told_before(text, sentence, number) or _told_behind(text, sentence, number)
        last = told or _joined(text, number, last)
        if last is not None:
            yield last


def _told_before(text: str, sentence: Span, number: NumberSpan) -> Casualties | None:
    """ "killing 30", "the death toll rose to 30", "claimed 30 lives"."""
    offset = max(sentence.start, number.start - _LOOK_BACK)
    before = text[offset : number.start]
    for kind in KINDS:
        if found := patterns.before_number(kind).search(before):
            return Casualties(kind, number, Span.cut(text, offset + found.start(1), offset + found.end(1)))
    for kind, pattern in zip(KINDS, (patterns.TOLL, patterns.TOLL_OF_HURT), strict=True):
        if found := pattern.search(before):
            return Casualties(kind, number, Span.cut(text, offset + found.start(), number.start), total=True)
    if patterns.CLAIMED_LIVES.search(before) and (lives := patterns.LIVES.match(text, number.end, sentence.end)):
        return Casualties("killed", number, Span.cut(text, lives.end() - len("lives"), lives.end()))
    return None


def _told_behind(text: str, sentence: Span, number: NumberSpan) -> Casualties | None:
    """ "30 people were killed", "30 dead"; the nearest word decides."""
    tried = [(kind, patterns.behind_number(kind).match(text, number.end, sentence.end)) for kind in KINDS]
    hits = [(found.end(), kind, found) for kind, found in tried if found]
    if not hits:
        return None
    _, kind, found = min(hits, key=lambda hit: hit[0])
    return Casualties(kind, number, Span.cut(text, *found.span(found.lastgroup or 0)))


def _joined(text: str, number: NumberSpan, last: Casualties | None) -> Casualties | None:
    """ "killed two soldiers and three policemen": the second number counts what the first does.

    So it does in "nine died according to the Guild, eleven according to the Watch".
    """
    if last is None:
        return None
    by_another = patterns.BY_ANOTHER.match(text, number.end)
    if by_another and patterns.BY_ONE.fullmatch(text, last.number.end, number.start):
        return Casualties(last.kind, number, last.word, last.total)
    if last.word.start > last.number.start:
        return None
    return (
        Casualties(last.kind, number, last.word)
        if patterns.JOINED.fullmatch(text, last.number.end, number.start)
        else None
    )


def _single(text: str, sentence: Span) -> Iterator[Casualties]:
    """ "A village headman was killed": one."""
    for found in patterns.SINGLE.finditer(text, sentence.start, sentence.end):
        before = text[max(sentence.start, found.start() - 15) : found.start()]
        one_of_several = "were" in found["be"].lower() and not before.lower().endswith("and ")
        if one_of_several or patterns.INSIDE_PHRASE.search(before):
            continue
        for kind in KINDS:
            if word := patterns.befallen(kind).match(text, found.end()):
                start, end = found.span("victim")
                yield Casualties(kind, NumberSpan(start, end, text[start:end], 1, 1), Span.cut(text, *word.span()))
                break


def _nobody(text: str, sentence: Span) -> Iterator[Casualties]:
    """ "nobody was hurt", "no casualties", "did not cause any casualties": 0 of each kind that is named."""
    for found in patterns.nobody().finditer(text, sentence.start, sentence.end):
        before = text[max(sentence.start, found.start() - 40) : found.start()]
        if found["any"] and not patterns.DENIED.search(before):
            continue
        end = found.end("nobody") if found["nobody"] else found.end()
        words = Span.cut(text, found.start(), end)
        zero = NumberSpan(words.start, words.end, words.text, 0, 0)
        for kind in KINDS:
            told = found["nobody"] and patterns.befallen(kind).search(text, end, found.end())
            if told or found["both"] or found[kind]:
                yield Casualties(kind, zero, words)
