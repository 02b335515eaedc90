"""How do the words relate two entities: leader, ally, new name, part of?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.claim import Claim
from dateline.model.mention import Chain, Mention
from dateline.model.reading import Relation
from dateline.model.span import Span
from dateline.model.time import Time


def find_relations(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    claims: Sequence[Claim],
    times: Sequence[Time],
) -> tuple[Relation, ...]:
    """The relations that the text states between its chains."""
    return ()
