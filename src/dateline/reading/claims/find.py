"""Who says so? Finds the source, cue and content of each claim, and who tells whose words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from dateline.model.claim import Claim
from dateline.model.marks import Marks
from dateline.model.span import Span
from dateline.reading.claims.asides import add_asides, add_denied_asides, is_silence
from dateline.reading.claims.drafts import Actors, Draft, drafts_of
from dateline.reading.claims.kinds import find_kinds
from dateline.reading.claims.linking import is_told_by_another, link_parts
from dateline.reading.claims.mending import Sentences, is_quoted
from dateline.reading.claims.nesting import find_outer
from dateline.reading.claims.phrases import add_phrases
from dateline.reading.claims.plain import add_plain_tellings, may_speak
from dateline.reading.claims.presented import presented_as
from dateline.reading.claims.quotes import repair_quotes
from dateline.reading.claims.quoting import add_quoted, turn_out
from dateline.reading.claims.reported import add_tellers
from dateline.reading.claims.speech_within import (
    add_asserted,
    add_nouns_of_telling,
    add_relatives,
    add_speech_within,
    add_told,
    name_antecedents,
)
from dateline.reading.claims.subjects import SELF
from dateline.reading.claims.tellers import carry_on, find_credit, find_occasion, find_via
from dateline.reading.claims.within import (
    add_closing_tellings,
    add_denied_tellings,
    add_tellings_within,
    end_before_next,
)


def find_claims(text: str, marks: Marks, sentences: Sequence[Span], actors: Actors) -> tuple[Claim, ...]:
    """The claims of a text in order of position.

    What the model marked is the raw material. Quotations are made whole and get their speakers, tellers of tellers
    become claims around claims, and every source is resolved to the chain of its speaker.
    """
    around = Sentences(sentences, len(text))
    drafts = repair_quotes(text, link_parts(text, drafts_of(marks.claims), around))
    add_phrases(text, drafts, around, actors)
    add_asides(text, drafts, around)
    add_plain_tellings(text, drafts, sentences, actors)
    add_denied_asides(text, drafts, around)
    add_quoted(text, drafts, around, sentences)
    add_tellings_within(text, drafts, partial(may_speak, actors=actors))
    add_speech_within(text, drafts)
    name_antecedents(text, drafts)
    end_before_next(text, drafts)
    add_closing_tellings(text, drafts)
    add_denied_tellings(text, drafts)
    add_nouns_of_telling(text, drafts)
    add_asserted(text, drafts)
    add_relatives(text, drafts)
    add_told(text, drafts)
    add_tellers(text, drafts, sentences)
    turn_out(text, drafts, around)
    drafts = [d for d in drafts if d.cue or d.source or not is_told_by_another(d, drafts)]
    drafts = [d for d in drafts if not _is_misread(d, drafts) and not _is_deed(d) and not is_silence(d)]
    drafts = [d for d in drafts if not _is_own(d, drafts, actors)]
    drafts.sort(key=lambda d: (d.start, -d.size()))
    credit = find_credit(text)
    occasions = []
    for draft in drafts:
        begin, stop = around.around(draft.cue.start) if draft.cue else (draft.start, len(text))
        draft.via = find_via(text, draft, credit, stop, actors)
        occasions.append(find_occasion(text, draft, begin, actors))
        draft.via = [*(o for o in occasions[-1] if o not in draft.via), *draft.via]
    carry_on(drafts, occasions, actors)
    outer = find_outer(drafts)
    kinds = find_kinds(text, drafts, outer)
    return tuple(_claim(text, *parts, actors) for parts in zip(drafts, outer, kinds, strict=True))


def _is_misread(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether another claim has the same cue and what this one takes for content is that one's speaker."""
    return any(
        other is not draft and other.cue == draft.cue is not None and other.source is not None
        and other.source != draft.source and all(part.overlaps(other.source) for part in draft.content)
        for other in drafts
    )  # fmt: skip


def _is_own(draft: Draft, drafts: Sequence[Draft], actors: Actors) -> bool:
    """Whether a claim is what the speaker around it says of himself: "the governor said he had ordered a probe"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or source.text.lower() not in SELF:
        return False
    chain = actors.chain_at(source)
    return any(
        other is not draft and other.source is not None and other.holds(cue) and other.holds(source)
        and (chain is None or actors.chain_at(other.source) in (chain, None))
        and not any(is_quoted(part) for part in other.content if part.holds(cue))
        for other in drafts
    )  # fmt: skip


_DEED = re.compile(r"(?:has |have |had |also |then |formally |later )*(?:declar|proclaim)(?:es?|ed)", re.I)
_CONFERRED = re.compile(
    r"(?:(?:its|his|her|their|itself|himself|herself|themselves|him|her|them)\b|(?:an?|the)?\s*(?:\w+\s+){0,2}?"
    r"(?:caliphate|emirate|republic|state(?: of emergency)?|martial law|independence|curfew|winner|holiday|mourning)\b)"
    r"(?!.*[\"“”‘])(?!.*\b(?:need|that|to|is|are|was|were|has|have|had|will|would|must|should|could|can)\b)",
    re.I | re.S,
)


def _is_deed(draft: Draft) -> bool:
    """Whether a cue does something rather than tell it: "declared a state of emergency", "declared himself emir"."""
    deed = draft.cue is not None and _DEED.fullmatch(draft.cue.text) is not None
    return deed and len(draft.content) == 1 and _CONFERRED.match(draft.content[0].text) is not None


def _claim(text: str, draft: Draft, inside: int | None, kind: str, actors: Actors) -> Claim:
    return Claim(
        source=draft.source,
        cue=draft.cue,
        content=tuple(draft.content),
        kind=kind,
        inside=inside,
        source_chain=actors.chain_at(draft.source) if draft.source else None,
        via=tuple(draft.via),
        modality=presented_as(text, draft),
        confidence=draft.confidence,
    )
