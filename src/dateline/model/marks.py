"""What did the marking model mark, and how sure is it? The raw material of the later steps of reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span with its label and the calibrated probability that it is right (0 to 1)."""

    span: Span
    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A cue with the source and contents that belong to it; contents in the order of the text.

    depth: 0 for the outermost telling, 1 for one told within another's content, and so on (as far as the
    model can tell; the claims step settles the nesting).
    """

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    depth: int
    confidence: float


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """A trigger with its PLOVER type, mode and status and the fillers of its roles.

    roles: (role, span, confidence) with role one of ROLES.
    """

    trigger: Span
    type: str
    mode: str | None
    status: str
    roles: tuple[tuple[str, Span, float], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one text. mentions: labels are the mention types of model/mention.py."""

    mentions: tuple[Mark, ...] = ()
    claims: tuple[MarkedClaim, ...] = ()
    events: tuple[MarkedEvent, ...] = field(default=())
