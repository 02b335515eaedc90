"""What do asides and passives attribute? Reads "what he called X", "a charge Y denied", "was told by Z that"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft
from dateline.reading.claims.mending import DATELINE, Sentences

ASIDE_CONFIDENCE = 0.6
"""Of claims that stand in one of these phrases and that nobody marked."""

_WORDS = r"[^\s,;:.!?()\"“”]+"
_SOURCE = rf"(?P<source>{_WORDS}(?:\s+{_WORDS}){{0,5}}?)"
# "respond to what he called “barbaric aggression”"
_WHAT_CALLED = re.compile(
    rf"\bwhat\s+{_SOURCE}\s+(?P<cue>(?:has\s+|have\s+|had\s+)?(?:call(?:s|ed)|describe[sd]?\s+as|term(?:s|ed)|said\s+(?:was|were|is|are)))"
    r"\s+(?P<content>[\"“][^\"“”\n]{2,120}[\"”]|[^,;:.!?\"“”\n]{3,90})"
)
# "…, a charge Norland denied", "…, which the army denies", "…, something the palace rejects"
_DENIED_ASIDE = re.compile(
    r",\s+(?P<content>(?:an?|the)\s+(?:charge|claim|accusation|allegation|assertion|version|account|report|suggestion|demand|offer|proposal|plea)|"
    rf"charges|claims|accusations|allegations|something|which)\s+(?:that\s+)?{_SOURCE}\s+"
    r"(?P<cue>(?:has|have|had)?\s*(?:(?:repeatedly|strongly|flatly|always|also|since|later)\s+)?"
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|confirm(?:s|ed)?))"
    r"(?=\s*[,.;]|\s*\Z|\s+(?:on|at once|again|in|since|outright)\b)"
)
# "had been told by hotel clerks to leave", "was informed by the embassy that two had died"
_TOLD_BY = re.compile(
    r"(?P<cue>(?:was|were|(?:has|have|had)\s+been|been|is|are)\s+(?:told|informed|warned|assured|notified|advised)\s+by)\s+"
    rf"{_SOURCE}\s+(?:that\s+(?=\S)|(?=to\s+(?:\w+|“)))(?P<content>[^;\n]{{5,300}})"
)
_NOBODY = frozenset({"nobody", "no", "none", "neither", "not"})


def add_asides(text: str, drafts: list[Draft], sentences: Sentences) -> None:
    """Adds the claims of such phrases where no other claim has their cue; a known one with that cue gets its source."""
    for draft in _asides(text, sentences):
        assert draft.cue is not None
        known = [d for d in drafts if d.cue is not None and d.cue.overlaps(draft.cue)]
        if not known:
            drafts.append(draft)
        for other in known:
            _correct(other, draft)


def add_denied_asides(text: str, drafts: list[Draft], sentences: Sentences) -> None:
    """The same for "…, which Y denied" and "…, a charge Y denied": what is denied is what stands before."""
    for draft in list(_denied_asides(text, drafts, sentences)):
        assert draft.cue is not None
        drafts[:] = [d for d in drafts if d.cue is None or not d.cue.overlaps(draft.cue)]
        drafts.append(draft)


def _correct(known: Draft, aside: Draft) -> None:
    """Gives a claim that took the aside for its own speaker the source and content that the phrase shows."""
    own = known.source is not None and aside.source is not None and known.source.overlaps(aside.source)
    if not own or any(p.overlaps(s) for p in known.content for s in (aside.source, aside.cue) if s):
        known.source = aside.source
        known.content = aside.content


def _asides(text: str, sentences: Sentences) -> Iterator[Draft]:
    for pattern in (_WHAT_CALLED, _TOLD_BY):
        for found in pattern.finditer(text):
            stop = sentences.around(found.start("cue"))[1]
            source = Span.cut(text, *found.span("source"))
            if source.text.split()[0].lower() in _NOBODY:
                continue
            words = text[found.start("content") : min(stop, found.end("content"))].rstrip(" .,")
            content = Span.cut(text, found.start("content"), found.start("content") + len(words))
            yield Draft(source, Span.cut(text, *found.span("cue")), [content], ASIDE_CONFIDENCE)


def _denied_asides(text: str, drafts: list[Draft], sentences: Sentences) -> Iterator[Draft]:
    for found in _DENIED_ASIDE.finditer(text):
        source = Span.cut(text, *found.span("source"))
        begin, _ = sentences.around(found.start("cue"))
        if source.text.split()[0].lower() in _NOBODY or begin >= found.start():
            continue
        others = [d for d in drafts if d.cue is None or not found.start() <= d.cue.start < found.end()]
        for draft in others:
            _end_at(text, draft, found)
        told = [p for d in others for p in d.content if begin <= p.start and p.end == found.start()]
        head = DATELINE.match(text, begin, found.start())
        denied = max(
            told, key=lambda part: len(part.text), default=Span.cut(text, head.end() if head else begin, found.start())
        )
        yield Draft(source, Span.cut(text, *found.span("cue")), [denied], ASIDE_CONFIDENCE)


def _end_at(text: str, draft: Draft, found: re.Match[str]) -> None:
    """Ends a content before the aside that it runs into; the aside's own words in it go."""
    aside = Span.cut(text, *found.span())
    kept = [p for p in draft.content if not aside.holds(p)]
    draft.content = kept or draft.content
    for part in [p for p in draft.content if p.start < found.start() < p.end and p.text[:1] not in '"“']:
        draft.content.remove(part)
        draft.content.append(Span.cut(text, part.start, found.start()))
        draft.content.sort()
