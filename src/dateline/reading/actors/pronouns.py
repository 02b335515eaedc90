"""Whom does "he said" mean? Finds the last speaker that a pronoun can stand for."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lexicons.speakers import word_set
from dateline.reading.actors.candidates import Candidate
from dateline.reading.actors.chaining import Joiner
from dateline.reading.actors.drafts import REACH, Draft
from dateline.reading.actors.profiles import Form, Profile

_UNRESOLVED = word_set("who which that this you we us our whom")


def resolve_pronouns(joiner: Joiner) -> None:
    """Joins pronouns that speak or act to the chain of the last compatible speaker, else of the last subject.

    Words inside quotations are no antecedents for a pronoun outside. Where nothing fits, the pronoun stays alone.
    """
    for at, candidate in enumerate(joiner.candidates):
        profile = candidate.profile
        if profile.form is not Form.PRONOUN or profile.head in _UNRESOLVED:
            continue
        chain = _speaker_inside(joiner, candidate) if profile.head in ("i", "me", "my") else _antecedent(joiner, at)
        if chain is not None:
            joiner.assign(at, chain)
            draft = joiner.drafts[chain]
            draft.gender = draft.gender or profile.gender
            draft.members.sort()


def _antecedent(joiner: Joiner, at: int) -> int | None:
    """The chain that a third-person pronoun stands for."""
    pronoun = joiner.candidates[at]
    here = joiner.sentence_of(pronoun.span.start)
    quoted = joiner.is_quoted(pronoun.span)
    best: tuple[float, int] | None = None
    for other_at in range(at - 1, -1, -1):
        other = joiner.candidates[other_at]
        distance = here - joiner.sentence_of(other.span.start)
        if distance > REACH + 1:
            break
        chain = joiner.chain_of[other_at]
        if chain is None or other.span.end > pronoun.span.start or (joiner.is_quoted(other.span) and not quoted):
            continue
        if not _agree(joiner.drafts[chain], other, pronoun.profile):
            continue
        score = _score(joiner, other_at, other, distance)
        if best is None or score > best[0]:
            best = (score, chain)
    return best[1] if best else None


def _score(joiner: Joiner, at: int, other: Candidate, distance: int) -> float:
    """How likely a mention is what a later pronoun means: recent, speaking, first in its sentence, not in passing."""
    score = -1.0 * distance
    if other.speaks:
        score += 1.6
    if other.acts:
        score += 0.3
    first = not any(
        joiner.candidates[i].profile.sort == other.profile.sort
        and joiner.sentence_of(joiner.candidates[i].span.start) == joiner.sentence_of(other.span.start)
        and joiner.chain_of[i] != joiner.chain_of[at]
        for i in range(max(0, at - 6), at)
    )
    return score + (0.5 if first else 0.0)


def _agree(draft: Draft, other: Candidate, pronoun: Profile) -> bool:
    """Whether gender, number and sort allow the pronoun to stand for the chain."""
    if pronoun.gender and draft.gender and draft.gender != pronoun.gender:
        return False
    if pronoun.sort == "person":
        return draft.sort == "person" and draft.plural is not True
    if pronoun.sort == "organisation":
        return draft.sort == "organisation" and (other.speaks or other.acts or other.label == "organisation")
    return draft.plural is True or draft.sort in ("people", "organisation")


def _speaker_inside(joiner: Joiner, candidate: Candidate) -> int | None:
    """Who "I" is: the speaker that stands nearest to the quotation, within its sentence or the next."""
    here = joiner.sentence_of(candidate.span.start)
    return next((chain for chain, _ in _speakers_near(joiner, candidate, here)), None)


def _speakers_near(joiner: Joiner, candidate: Candidate, here: int) -> Iterator[tuple[int, int]]:
    near = [
        (abs(other.span.start - candidate.span.start), chain)
        for at, other in enumerate(joiner.candidates)
        if other.speaks
        and (chain := joiner.chain_of[at]) is not None
        and not joiner.is_quoted(other.span)
        and abs(joiner.sentence_of(other.span.start) - here) <= 2
    ]
    yield from ((chain, gap) for gap, chain in sorted(near))
