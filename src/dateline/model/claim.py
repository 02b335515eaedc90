"""Who says so? A claim is what a report asserts on someone's word."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """source + cue + content as found in one text.

    kind: "direct" (all of the content in quotation marks), "indirect" or "mixed".
    inside: index (in the same reading) of the claim whose content holds this one.
    source_chain: chain of the speaker after resolving pronouns; None if unresolved or without source.
    via: tellers named beside the speaker ("told AFP", "an interview with Al Jazeera", a credited agency), nearest to
        the fact first; the sources of the enclosing claims come on top of these.
    modality: how the report presents it: "said", "alleged", "denied", "threatened", "promised", "predicted",
        "confirmed", "requested".
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: str
    inside: int | None = None
    source_chain: int | None = None
    via: tuple[Span, ...] = ()
    modality: str = "said"
    confidence: float = field(default=1.0)

    def to_dict(self) -> dict[str, object]:
        return {
            "source": self.source.to_dict() if self.source else None,
            "cue": self.cue.to_dict() if self.cue else None,
            "content": [span.to_dict() for span in self.content],
            "kind": self.kind,
            "inside": self.inside,
            "via": [span.to_dict() for span in self.via],
            "modality": self.modality,
        }
