"""Which actors may be one, though it is too unsure to join them? What a person is asked to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.comparing.identities.joiner import Joiner, Key
from dateline.comparing.identities.joining import JOINED, Unsure
from dateline.language.name_likeness import reasons_of
from dateline.model.decision import Suggestion
from dateline.model.identity import id_of

# A name that some report has beside the other, as two, is seldom the same one's.
TOLD_APART = 0.5
LEAST = 0.15
MOST_REASONS = 3


def find_suggestions(joiner: Joiner, unsure: Sequence[Unsure], actor_of: Mapping[Key, str]) -> tuple[Suggestion, ...]:
    """A suggestion per pair of actors, the likeliest first; none that a person has decided.

    actor_of: the root of an actor's names -> its id.
    """
    told_apart = {(a, b) for a, b, _ in joiner.refused}
    found: dict[tuple[str, str], Suggestion] = {}
    for a, b, chance, reason in unsure:
        score = min(chance, JOINED) * (TOLD_APART if (a, b) in told_apart else 1.0)
        if joiner.root(a) == joiner.root(b) or joiner.are_kept_apart(a, b) or score < LEAST:
            continue
        if joiner.root(a) not in actor_of or joiner.root(b) not in actor_of:
            continue
        one, other = sorted((actor_of[joiner.root(key)], joiner.names[key].best, key) for key in (a, b))
        suggestion = Suggestion(
            id=id_of("suggestion", one[0], other[0]),
            actors=(one[0], other[0]),
            names=(one[1], other[1]),
            score=round(score, 2),
            why=(reason, *_why(a, b, joiner, (a, b) in told_apart)),
        )
        known = found.get(suggestion.actors)
        if known is None or known.score < suggestion.score:
            found[suggestion.actors] = suggestion
    return tuple(sorted(found.values(), key=lambda s: (-s.score, s.names, s.id)))


def _why(a: Key, b: Key, joiner: Joiner, are_told_apart: bool) -> list[str]:
    told = ["A report names both, as two."] if are_told_apart else []
    if len(a.name.split()) == 1 and len(b.name.split()) > 1:
        return told
    return told + list(reasons_of(joiner.names[a].best, joiner.names[b].best, a.class_))[:MOST_REASONS]
