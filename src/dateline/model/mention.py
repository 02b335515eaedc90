"""Which words name somebody or something, and which of them name the same?"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.span import Span

MENTION_TYPES = (
    "person",
    "organisation",
    "location",
    "nationality",
    "weapon",
    "platform",
    "vehicle",
    "money",
    "quantity",
    "time",
    "document",
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something. chain: index of its Chain in the same reading, None if it stands for no actor."""

    span: Span
    type: str
    chain: int | None = None
    confidence: float = 1.0

    def to_dict(self) -> dict[str, object]:
        return {**self.span.to_dict(), "type": self.type, "chain": self.chain}


@dataclass(frozen=True, slots=True)
class Chain:
    """One entity inside one report: all mentions that stand for it.

    name: its best name in this report, exact words of one of its mentions ("Abu Mohammad al-Golani").
    kind: person, group, government, country, organisation, outlet or role ("a Nusra commander": described, not named).
    named: whether any mention is a proper name; unnamed chains are not joined across reports.
    names: the distinct proper names used for it in this report, acronyms in brackets included.
    mentions: indices into the reading's mentions, in text order.
    """

    name: str
    kind: str
    named: bool
    names: tuple[str, ...]
    mentions: tuple[int, ...]
