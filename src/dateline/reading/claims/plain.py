"""Which plain sentences say who says what? Adds what nobody marked and ends contents where others begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.language.quotations import find_quotations
from dateline.lexicons.speakers import speaker_nouns, word_set
from dateline.model.span import Span
from dateline.reading.claims.drafts import Actors, Draft, neighbours
from dateline.reading.claims.mending import DATELINE
from dateline.reading.claims.subjects import SELF, describes
from dateline.reading.claims.tellings import PARTING, Telling, find_tellings

PLAIN_CONFIDENCE = 0.5
"""Of claims that only word order shows."""

_SPEAKS = frozenset({"person", "government", "country", "organisation", "group", "role", "outlet"})
_PRONOUNS = word_set("he she they it")
_MANY = word_set("both others many some another")
_NOUNS = ("person", "people", "organisation", "group", "government", "outlet", "document")


def add_plain_tellings(text: str, drafts: list[Draft], sentences: Sequence[Span], actors: Actors) -> None:
    """Adds the claims of plain sentences whose verb belongs to no claim, and cuts what runs into another's words."""
    quoted = [q.span for q in find_quotations(text) if q.is_speech]

    def may_speak_here(source: Span) -> bool:
        return may_speak(source, actors) and not any(q.holds(source) for q in quoted)

    for sentence in sentences:
        head = DATELINE.match(text, sentence.start, sentence.end)
        begin = head.end() if head else sentence.start
        tellings = find_tellings(text, begin, sentence.end, may_speak_here)
        for telling in tellings:
            if describes(telling.source.text, telling.cue.text, telling.content.text.split()):
                continue
            _add(text, telling, drafts)
        _end_before_others(text, tellings, drafts)
    for draft, other in neighbour_pairs(drafts):
        _end_before_draft(text, draft, other)


def may_speak(source: Span, actors: Actors) -> bool:
    """Whether words can stand for somebody who speaks: a known one, a pronoun, a noun for people or documents."""
    words = source.text.lower().split()
    if len(words) == 1 and words[0] in SELF | _MANY:
        return words[0] in _PRONOUNS | _MANY
    chain = actors.chain_at(source)
    if chain is not None and actors.chains[chain].kind in _SPEAKS:
        return True
    nouns = {w.strip("'’s,.") for w in words} | {w.strip(",.'’\"") for w in words}
    return any(nouns & speaker_nouns(kind) for kind in _NOUNS)


def _add(text: str, telling: Telling, drafts: list[Draft]) -> None:
    """A claim of its own for a telling whose cue is in no claim; its source or content where that claim has none."""
    known = [d for d in drafts if d.cue is not None and d.cue.overlaps(telling.cue)]
    for draft in known:
        free = not any(p.overlaps(telling.source) for p in draft.content)
        if free and (draft.source is None or _is_anothers(draft, telling, drafts)):
            draft.source = telling.source
        fronted = telling.content.end <= telling.cue.start
        if not draft.content:
            draft.content = [telling.content]
        elif fronted and draft.source == telling.source and all(p.start >= telling.cue.end for p in draft.content):
            draft.add(text, telling.content)
        elif _lacks_its_noun(text, draft, telling):
            draft.add(text, Span.cut(text, telling.content.start, draft.content[0].start))
    if known or any(d.source is not None and d.source.overlaps(telling.cue) for d in drafts):
        return
    for draft in drafts:
        kept = [p for p in draft.content if not (telling.content.holds(p) and _tells_ahead(draft, telling))]
        draft.content = kept or draft.content
    drafts.append(Draft(telling.source, telling.cue, [telling.content], PLAIN_CONFIDENCE))


def _tells_ahead(draft: Draft, telling: Telling) -> bool:
    """Whether a claim whose own words stand before a telling has taken a piece of what that one tells."""
    return draft.cue is not None and draft.cue.end <= telling.source.start and not draft.holds(telling.source)


def _lacks_its_noun(text: str, draft: Draft, telling: Telling) -> bool:
    """Whether a content begins with the "that" of a noun which belongs to it: "said reports that … were false"."""
    gap = text[telling.content.start : draft.content[0].start]
    return 1 <= len(gap.split()) <= 3 and draft.content[0].text.startswith("that ") and gap.strip().isalpha()


def _is_anothers(draft: Draft, telling: Telling, drafts: Sequence[Draft]) -> bool:
    """Whether a claim has the source of one before it, and its own subject nearer: "A said X, but B said Y"."""
    source = draft.source
    if source is None or not source.end <= telling.source.start or telling.goes_on:
        return False
    return any(d is not draft and d.source == source and d.cue and d.cue.end <= telling.source.start for d in drafts)


def _end_before_others(text: str, tellings: Sequence[Telling], drafts: Sequence[Draft]) -> None:
    """Ends the content of "X said A, but Y said B" before Y's words."""
    for telling in tellings:
        for draft in drafts:
            if draft.cue is None or not draft.cue.overlaps(telling.cue):
                continue
            for part in list(draft.content):
                stop = telling.content.end
                if part.start <= telling.content.start + 5 and stop < part.end and _runs_on(text, part, stop, tellings):
                    draft.content.remove(part)
                    draft.content.append(Span.cut(text, part.start, stop))
                    draft.content.sort()


def neighbour_pairs(drafts: Sequence[Draft]) -> list[tuple[Draft, Draft]]:
    """The drafts that overlap, in both orders."""
    return [(drafts[a], drafts[b]) for a, b in neighbours(drafts)]


def _end_before_draft(text: str, draft: Draft, other: Draft) -> None:
    """Ends a content at the semicolon, "but" or "while" behind which another speaker's claim begins."""
    if draft.cue is None or other.cue is None or other.source is None or other.source == draft.source:
        return
    told = min([other.source.start, *(p.start for p in other.content)])
    for part in list(draft.content):
        begins = part.start < other.source.start < other.cue.start and part.start > draft.cue.start
        if not begins or told < other.source.start or not part.holds(other.source) or part.text[0] in '"“':
            continue
        joint = PARTING.search(text, part.start, other.source.start)
        if (
            joint is not None
            and other.source.text.lower() not in SELF
            and not other.cue.text.startswith(("had ", "have ", "has "))
        ):
            draft.content.remove(part)
            draft.content.append(Span.cut(text, part.start, joint.start()))
            draft.content.sort()


def _runs_on(text: str, part: Span, stop: int, tellings: Sequence[Telling]) -> bool:
    """Whether what a part holds behind `stop` is another telling with its cue."""
    return any(stop <= at < part.end for t in tellings for at in (t.source.start, t.cue.start)) and bool(
        re.match(r"\s*[,;]|\s+\w", text[stop : part.end])
    )
