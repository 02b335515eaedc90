"""What did a person decide, what does a case suggest, and what became of each decision?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.actor import Evidence

ACTIONS = ("merge", "keep-apart", "split", "rename", "reject", "set", "undo")
SUBJECTS = ("actor", "incident", "event", "claim")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision is about, by what stays the same when a case is built anew.

    kind: one of SUBJECTS. shown: how it was called when the decision was made.
    names: of a named actor its names as (class, folded name, sense), the best one first (comparing/identities).
    ids: of events and claims their ids, of an incident the ids of its events.
    anchors: the words in the reports: triggers of events, contents of claims, mentions of an actor without a name.
    reports: of a split, the ids of the reports in which the name means somebody else.
    """

    kind: str
    shown: str
    names: tuple[tuple[str, str, str], ...] = ()
    ids: tuple[str, ...] = ()
    anchors: tuple[Evidence, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's judgement. It wins over the program's, can be undone, and is never deleted.

    number: 1 for the first of a case. action: one of ACTIONS. when: UTC, ISO 8601.
    value: the new name, or what is set ("killed=12", "note=…"). undoes: the number of the decision taken back.
    """

    number: int
    action: str
    subjects: tuple[Subject, ...]
    value: str | None
    who: str
    when: str
    reason: str
    undoes: int | None = None

    @property
    def cited(self) -> str:
        """How reasons name it."""
        why = f": {self.reason}" if self.reason else ""
        return f"decision {self.number} of {self.who}, {self.when[:10]}{why}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What became of a decision when the case was compared last.

    state: applied, undone, or not-applicable: what it is about is not in the case, or a later one stands against it.
    concerns: ids of the actors, incidents, events or claims that it shaped.
    """

    number: int
    state: str
    why: str = ""
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two actors that may be one, which nobody has decided and the program did not dare to join.

    actors, names: of the two. score: 0 to 1, always below the line from which names are joined. why: plain sentences.
    """

    id: str
    actors: tuple[str, str]
    names: tuple[str, str]
    score: float
    why: tuple[str, ...]


def in_force(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that nobody has taken back, the latest first. An undone undo is in force again."""
    undone: set[int] = set()
    for decision in reversed(decisions):
        if decision.undoes is not None and decision.number not in undone:
            undone.add(decision.undoes)
    return tuple(d for d in reversed(decisions) if d.number not in undone and d.action != "undo")
