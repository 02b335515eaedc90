"""What is told inside of what is told? Looks in every content for each wording that tells of another's telling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.language.quotations import Quotation
from dateline.lexicons.reporting_verbs import modality_of
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft

MARKS = tuple("\"“'‘«„")
"""With one of these a content begins that is a quotation."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The report that contents stand in. quotations: those that are speech; may_speak: can words be a speaker?"""

    text: str
    quotations: Sequence[Quotation]
    may_speak: Callable[[Span], bool]


Find = Callable[[Setting, Span], Iterable[Draft]]
"""The tellings that a wording shows in one part of a claim's content."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to tell of a telling.

    in_quotations: it is looked for in quotations too; presented: only in claims of these modalities, empty for all;
    settles: it shows the content of a claim better than that claim's marks do.
    """

    name: str
    find: Find
    in_quotations: bool = True
    presented: frozenset[str] = frozenset()
    settles: bool = False

    def may_stand_in(self, draft: Draft, part: Span) -> bool:
        """Whether it is looked for in this part of a claim's content."""
        if self.presented and (draft.cue is None or modality_of(draft.cue.text) not in self.presented):
            return False
        return self.in_quotations or part.text[:1] not in MARKS


def add_inner(setting: Setting, drafts: list[Draft], wordings: Iterable[Wording]) -> None:
    """Adds what each wording, in the order given, shows in the contents of the claims; a cue makes one claim only.

    What a wording adds is searched for it in its turn: "X says that Y told Z that …".
    """
    for wording in wordings:
        for outer in drafts:  # grows while it is gone through
            for part in list(outer.content):
                if wording.may_stand_in(outer, part):
                    for inner in wording.find(setting, part):
                        _add(inner, outer, drafts, wording)


def _add(inner: Draft, outer: Draft, drafts: list[Draft], wording: Wording) -> None:
    if inner.source is not None and inner.source == outer.source:
        return
    known = [d for d in drafts if _has_cue_of(d, inner)]
    if not known:
        drafts.append(inner)
    elif wording.settles:
        _settle(known[0], inner, outer)


def _has_cue_of(draft: Draft, inner: Draft) -> bool:
    """Whether a claim has the inner one's cue in its own words already, or takes its speaker for a cue."""
    if inner.cue is None:
        return False
    told = any(s is not None and s.overlaps(inner.cue) for s in (draft.cue, draft.source))
    return told or (draft.cue is not None and inner.source is not None and inner.source.overlaps(draft.cue))


def _settle(known: Draft, inner: Draft, outer: Draft) -> None:
    """ "…, a deserter told the priest": what he told stands before, not behind."""
    behind = inner.cue is not None and known.content[0].start >= inner.cue.end
    if known is not outer and known.source == inner.source and behind:
        known.content = inner.content
