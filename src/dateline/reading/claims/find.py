"""Who says so? Finds the source, cue and content of each claim, and who tells whose words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.lexicons.reporting_verbs import modality_of
from dateline.model.claim import Claim
from dateline.model.marks import Marks
from dateline.model.span import Span
from dateline.reading.claims.drafts import Actors, Draft, drafts_of
from dateline.reading.claims.nesting import find_outer
from dateline.reading.claims.quotes import Quoted, repair_quotes
from dateline.reading.claims.tellers import find_credit, find_via


def find_claims(text: str, marks: Marks, sentences: Sequence[Span], actors: Actors) -> tuple[Claim, ...]:
    """The claims of a text in order of position.

    What the model marked is the raw material. Quotations are made whole and get their speakers, tellers of tellers
    become claims around claims, and every source is resolved to the chain of its speaker.
    """
    drafts = repair_quotes(text, drafts_of(marks.claims))
    drafts.sort(key=lambda d: (d.start, -d.size()))
    credit = find_credit(text)
    ends = _SentenceEnds(sentences, len(text))
    for draft in drafts:
        draft.via = find_via(text, draft, credit, ends.after(draft.cue))
    quoted = Quoted.of(text)
    outer = find_outer(drafts)
    return tuple(_claim(draft, up, quoted, actors) for draft, up in zip(drafts, outer, strict=True))


class _SentenceEnds:
    """Where the sentence of some words ends."""

    def __init__(self, sentences: Sequence[Span], length: int) -> None:
        self._starts = [s.start for s in sentences]
        self._ends = [s.end for s in sentences]
        self._length = length

    def after(self, span: Span | None) -> int:
        at = bisect_right(self._starts, span.start) - 1 if span else -1
        return self._ends[at] if at >= 0 else self._length


def _claim(draft: Draft, inside: int | None, quoted: Quoted, actors: Actors) -> Claim:
    return Claim(
        source=draft.source,
        cue=draft.cue,
        content=tuple(draft.content),
        kind=quoted.kind_of(draft.content),
        inside=inside,
        source_chain=actors.chain_at(draft.source) if draft.source else None,
        via=tuple(draft.via),
        modality=modality_of(draft.cue.text) if draft.cue else "said",
        confidence=draft.confidence,
    )
