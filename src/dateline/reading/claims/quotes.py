"""Is every quotation whole, and does it have its speaker? Repairs what the model cut short or left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language.attributions import Attribution, find_attributions
from dateline.language.quotations import Quotation, find_quotations
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft

RULE_CONFIDENCE = 0.75
"""Of claims that only rules found; their sources were right in 95 of 100 quotations of polnear's training part."""
SOURCELESS_CONFIDENCE = 0.4
_BETWEEN = re.compile(r"[\s.,;:!?—–-]*")


def repair_quotes(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with every quotation that reads as speech whole and inside some claim."""
    for quotation in find_quotations(text):
        _complete(text, quotation, drafts)
    beside = find_attributions(text)
    holders = [_holder(quotation, drafts) for quotation, _ in beside]
    for at, (_, attribution) in enumerate(beside):
        if holders[at] is None:
            holders[at] = _adopt(text, at, beside, holders, drafts, attribution)
    return drafts


def _complete(text: str, quotation: Quotation, drafts: Sequence[Draft]) -> None:
    """Stretches contents that end or begin inside a quotation to its marks, unless they are told inside it."""
    span = quotation.span
    for draft in drafts:
        if _tells_inside(draft, span):
            continue
        for part in list(draft.content):
            if not part.overlaps(span) or part.holds(span):
                continue
            if span.holds(part) and not _is_most(part, quotation):
                continue
            draft.add(text, span)


def _tells_inside(draft: Draft, span: Span) -> bool:
    """Whether cue or source of a claim stand inside a quotation: it is told by the one who is quoted."""
    return any(s is not None and s.overlaps(span) for s in (draft.cue, draft.source))


def _is_most(part: Span, quotation: Quotation) -> bool:
    """Whether a content that lies inside a quotation begins or ends where the quotation does."""
    inner = quotation.inner
    near_start = abs(part.start - inner.start) <= 2 or part.start == quotation.span.start
    near_end = abs(part.end - inner.end) <= 2 or part.end == quotation.span.end
    return near_start or near_end


def _holder(quotation: Quotation, drafts: Sequence[Draft]) -> Draft | None:
    """The smallest claim with the quotation in its content, told from outside it."""
    holding = [
        d for d in drafts if not _tells_inside(d, quotation.span) and any(p.overlaps(quotation.span) for p in d.content)
    ]
    return min(holding, key=Draft.size, default=None)


def _adopt(
    text: str,
    at: int,
    beside: Sequence[tuple[Quotation, Attribution | None]],
    holders: Sequence[Draft | None],
    drafts: list[Draft],
    attribution: Attribution | None,
) -> Draft | None:
    """A claim for a quotation that is in none: by the words beside it, by the speaker before it, else by nobody."""
    quotation = beside[at][0]
    before = holders[at - 1] if at else None
    if before is not None and _goes_on(text, beside[at - 1][0], quotation, attribution):
        before.add(text, quotation.span)
        return before
    if attribution is not None:
        draft = _same_telling(attribution, drafts)
        if draft is not None:
            draft.add(text, quotation.span)
            return draft
        draft = Draft(attribution.source, attribution.cue, [quotation.span], RULE_CONFIDENCE)
    elif len(quotation.inner.text.split()) >= 4:
        draft = Draft(None, None, [quotation.span], SOURCELESS_CONFIDENCE)
    else:
        return None
    drafts.append(draft)
    return draft


def _same_telling(attribution: Attribution, drafts: Sequence[Draft]) -> Draft | None:
    """The claim that has the same cue already."""
    return next((d for d in drafts if d.cue and d.cue.overlaps(attribution.cue)), None)


def _goes_on(text: str, before: Quotation, quotation: Quotation, attribution: Attribution | None) -> bool:
    """Whether a quotation is more of the one before: '…," he said. "…"', or a paragraph of quotation after another."""
    between = text[before.span.end : quotation.span.start]
    if attribution is not None and (attribution.before or "\n" in between):
        return False
    if quotation.continues:
        return True
    if "\n" not in between:
        return len(between) < 160 and between.count(". ") <= 1 and (attribution is None or _shares(attribution, before))
    return _stands_alone(text, quotation) and not re.search(r"[.!?]\s+\S+.*\n", between) and len(between) < 200


def _shares(attribution: Attribution, before: Quotation) -> bool:
    return attribution.source.start >= before.span.end and attribution.before


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a paragraph of its own."""
    start, end = quotation.span.start, quotation.span.end
    head = text[text.rfind("\n", 0, start) + 1 : start]
    stop = text.find("\n", end)
    return not head.strip() and not text[end : stop if stop >= 0 else len(text)].strip()


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where a text stands in quotation marks."""

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Quoted:
        return cls(tuple(q.span for q in find_quotations(text)))

    def kind_of(self, content: Sequence[Span]) -> str:
        """ "direct" when all of the content stands in quotation marks, "mixed" when some does, else "indirect"."""
        inside = [any(q.start <= p.start + 1 and p.end <= q.end + 1 for q in self.spans) for p in content]
        if inside and all(inside):
            return "direct"
        partly = any(p.start <= q.start and q.end <= p.end + 1 for p in content for q in self.spans)
        return "mixed" if partly or any(inside) else "indirect"
