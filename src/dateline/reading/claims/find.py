"""Who says so? Finds the source, cue and content of each claim, and who tells whose words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dateline.language.quotations import find_quotations
from dateline.model.claim import Claim
from dateline.model.marks import Marks
from dateline.model.span import Span
from dateline.reading.claims.asides import add_asides, add_denied_asides
from dateline.reading.claims.drafts import Actors, Draft, drafts_of
from dateline.reading.claims.inner import Setting, Wording, add_inner
from dateline.reading.claims.kinds import find_kinds
from dateline.reading.claims.linking import link_parts
from dateline.reading.claims.mending import Sentences
from dateline.reading.claims.nesting import find_outer
from dateline.reading.claims.no_claims import without_none
from dateline.reading.claims.nouns_within import find_denied, find_nouns
from dateline.reading.claims.phrases import add_phrases
from dateline.reading.claims.plain import add_plain_tellings, may_speak
from dateline.reading.claims.presented import presented_as
from dateline.reading.claims.quotes import repair_quotes
from dateline.reading.claims.quoting import add_quoted, turn_out
from dateline.reading.claims.reported import add_tellers
from dateline.reading.claims.speech_within import (
    find_asserted,
    find_relatives,
    find_speech,
    find_told,
    name_antecedents,
)
from dateline.reading.claims.tellers import carry_on, find_credit, find_occasion, find_via
from dateline.reading.claims.within import end_before_next, find_clauses, find_closing, find_plainly

WORDINGS = (
    Wording("X says Y, at the beginning of a clause", find_clauses),
    Wording("X says Y, wherever the verb allows it", find_plainly),
    Wording("X says: 'Y'", find_speech),
    Wording("…, X says", find_closing, in_quotations=False, settles=True),
    Wording("denied X's claims that Y", find_denied, presented=frozenset({"denied", "confirmed"})),
    Wording("a claim by X that Y", find_nouns, in_quotations=False),
    Wording("Y, as X claims, Y", find_asserted),
    Wording("X, who says that Y", find_relatives),
    Wording("was told that Y", find_told),
)
"""In what words a telling stands inside another's, in the order in which they are looked for."""


def find_claims(text: str, marks: Marks, sentences: Sequence[Span], actors: Actors) -> tuple[Claim, ...]:
    """The claims of a text in order of position.

    What the model marked is the raw material. Quotations are made whole and get their speakers, tellers of tellers
    become claims around claims, and every source is resolved to the chain of its speaker.
    """
    around = Sentences(sentences, len(text))
    drafts = repair_quotes(text, link_parts(text, drafts_of(marks.claims), around))
    _add_outer(text, drafts, sentences, around, actors)
    speech = [q for q in find_quotations(text) if q.is_speech]
    add_inner(Setting(text, speech, partial(may_speak, actors=actors)), drafts, WORDINGS)
    name_antecedents(text, drafts)
    end_before_next(text, drafts)
    add_tellers(text, drafts, sentences)
    turn_out(text, drafts, around)
    drafts = sorted(without_none(drafts, actors), key=lambda d: (d.start, -d.size()))
    _name_media(text, drafts, around, actors)
    outer = find_outer(drafts)
    kinds = find_kinds(text, drafts, outer)
    return tuple(_claim(text, *parts, actors) for parts in zip(drafts, outer, kinds, strict=True))


def _add_outer(text: str, drafts: list[Draft], sentences: Sequence[Span], around: Sentences, actors: Actors) -> None:
    """Adds what the words of a sentence show to be told, each phrase beside what those before it found."""
    add_phrases(text, drafts, around, actors)
    add_asides(text, drafts, around)
    add_plain_tellings(text, drafts, sentences, actors)
    add_denied_asides(text, drafts, around)
    add_quoted(text, drafts, around, sentences)


def _name_media(text: str, drafts: Sequence[Draft], around: Sentences, actors: Actors) -> None:
    """Sets through which outlets and agencies each claim came."""
    credit = find_credit(text)
    occasions = []
    for draft in drafts:
        begin, stop = around.around(draft.cue.start) if draft.cue else (draft.start, len(text))
        draft.via = find_via(text, draft, credit, stop, actors)
        occasions.append(find_occasion(text, draft, begin, actors))
        draft.via = [*(o for o in occasions[-1] if o not in draft.via), *draft.via]
    carry_on(drafts, occasions, actors)


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
