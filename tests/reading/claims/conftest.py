"""Marks written by hand: what a model would have marked in an invented text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dateline.language.sentences import find_sentences
from dateline.model.claim import Claim
from dateline.model.marks import Mark, MarkedClaim, Marks
from dateline.model.span import Span
from dateline.reading.actors import Actors, find_actors
from dateline.reading.claims import find_claims

Read = Callable[..., tuple[tuple[Claim, ...], Actors]]


def spot(text: str, words: str) -> Span | None:
    """The words where they stand first; "word@2" means their second place."""
    bare, _, place = words.partition("@")
    start = -1
    for _ in range(int(place or 1)):
        start = text.index(bare, start + 1)
    return Span.cut(text, start, start + len(bare)) if bare else None


def marked(text: str, line: str) -> MarkedClaim:
    """A marked claim from "source | cue | content; content", any part empty."""
    source, cue, content = (part.strip() for part in line.split("|"))
    parts = [spot(text, words.strip()) for words in content.split(";;") if words.strip()]
    return MarkedClaim(
        spot(text, cue) if cue else None, spot(text, source) if source else None, tuple(p for p in parts if p), 0, 0.9
    )


@pytest.fixture
def read() -> Read:
    """Reads a text with claims "source | cue | content" and mentions (words, type) as the model's marks."""

    def reader(
        text: str, claims: Sequence[str] = (), mentions: Sequence[tuple[str, str]] = ()
    ) -> tuple[tuple[Claim, ...], Actors]:
        spans = [(spot(text, words), label) for words, label in mentions]
        marks = Marks(
            tuple(Mark(span, label, 0.9) for span, label in spans if span), tuple(marked(text, c) for c in claims)
        )
        sentences = find_sentences(text)
        actors = find_actors(text, marks, sentences, ())
        return find_claims(text, marks, sentences, actors), actors

    return reader
