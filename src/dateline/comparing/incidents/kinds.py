"""Which kinds of happenings can be told of as each other, and by which means?"""

from __future__ import annotations

# Types that two reporters may choose for one happening (a storming is a riot or an assault, a truce is agreed,
# conceded and carried out). Joined only across reports and at a price.
NEIGHBOURS = frozenset(
    frozenset(pair)
    for pair in (
        ("ASSAULT", "COERCE"),
        ("ASSAULT", "PROTEST"),
        ("ASSAULT", "ACCUSE"),
        ("PROTEST", "COERCE"),
        ("AGREE", "CONSULT"),
        ("AGREE", "CONCEDE"),
        ("AGREE", "RETREAT"),
        ("AGREE", "COOPERATE"),
        ("CONCEDE", "RETREAT"),
        ("COOPERATE", "CONSULT"),
        ("AID", "SUPPORT"),
        ("AID", "COOPERATE"),
        ("SANCTION", "COERCE"),
        ("SANCTION", "REJECT"),
        ("ACCUSE", "REJECT"),
        ("THREATEN", "REQUEST"),
        ("THREATEN", "MOBILIZE"),
    )
)
# Violence and protest are told by place and day; words and deals by who says what to whom.
_TOLD_BY_PLACE = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT", "MOBILIZE"})
# Means that exclude each other; those in one set go together ("a suicide attack", "the explosion").
_MEANS = (
    frozenset({"aerial", "drone", "explosives", "heavy-weapons", "destroy", "targeted", "unconventional"}),
    frozenset({"suicide-attack", "explosives", "firearms", "destroy", "targeted"}),
    frozenset({"firearms", "targeted", "primitive", "beat", "explosives", "heavy-weapons", "crowd-control"}),
    frozenset({"abduct", "beat", "torture", "sexual", "targeted", "firearms", "primitive"}),
)


def are_neighbours(a: str, b: str) -> bool:
    """Whether two types can stand for one happening."""
    return a == b or frozenset((a, b)) in NEIGHBOURS


def are_means_apart(a: str | None, b: str | None) -> bool:
    """Whether two modes cannot be of one happening."""
    if a is None or b is None or a == b:
        return False
    return not any(a in together and b in together for together in _MEANS)


def needs_participants(type_: str) -> bool:
    """Whether events of this type are one only when the same one acts."""
    return type_ not in _TOLD_BY_PLACE
