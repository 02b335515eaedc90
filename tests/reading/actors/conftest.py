"""Marks written by hand: what a model would have marked in an invented text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dateline.language.sentences import find_sentences
from dateline.model.marks import Mark, MarkedClaim, MarkedEvent, Marks
from dateline.model.span import Span
from dateline.reading.actors import Actors, find_actors

Who = Callable[..., Actors]


def spot(text: str, words: str) -> Span:
    """The words where they stand first; "word@2" means their second place."""
    bare, _, place = words.partition("@")
    start = -1
    for _ in range(int(place or 1)):
        start = text.index(bare, start + 1)
    return Span.cut(text, start, start + len(bare))


@pytest.fixture
def who() -> Who:
    """Finds the actors of a text with marked mentions "words: type", speakers and doers."""

    def finder(
        text: str, mentions: Sequence[str] = (), speakers: Sequence[str] = (), doers: Sequence[str] = ()
    ) -> Actors:
        pairs = [line.rsplit(": ", 1) for line in mentions]
        claims = tuple(MarkedClaim(None, spot(text, words), (spot(text, words),), 0, 0.9) for words in speakers)
        roles = tuple(("actor", spot(text, words), 0.9) for words in doers)
        events = (MarkedEvent(Span.cut(text, 0, 1), "ASSAULT", None, "actual", roles, 0.9),) if roles else ()
        marks = Marks(tuple(Mark(spot(text, words), label, 0.9) for words, label in pairs), claims, events)
        return find_actors(text, marks, find_sentences(text), ())

    return finder
