"""Is a claim whole? Finds the source that its sentence names and the content that its sentence goes on with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from dateline.language.attributions import find_speaker
from dateline.lexicons.reporting_verbs import reporting_verbs
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft

CLAUSE_CONFIDENCE = 0.5
"""Of claims whose content is only the rest of the sentence around source and cue."""

_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being)\s+(?:\w+ly\s+)?\w+(?:ed|wn|ld|id|nt)\b(?!\s+as\s+saying)", re.I
)
_JOINED = re.compile(r"(?:\band|\bbut)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|again\s+|has\s+|have\s+|had\s+)*$", re.I)
_BY = re.compile(r"\s+by\s+(?=[^\s])")
_QUOTES_AS = re.compile(r"\b(?:quot|cit|describ)(?:es?|ed|ing)\s+(?P<source>[^,;.\"“”]{3,80}?)\s+as\s*$", re.I)


class Sentences:
    """Which sentence do words stand in?"""

    def __init__(self, sentences: Sequence[Span], length: int) -> None:
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._length = length

    def around(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that a character stands in."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return 0, self._length
        return self._sentences[index].start, self._sentences[index].end


def is_quoted(part: Span) -> bool:
    """Whether a content begins with a quotation mark."""
    return part.text[:1] in "\"“'‘«„"


def mend(text: str, draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """Finds the source, content and extent that a claim lacks, from the words of its sentence."""
    _tidy_source(text, draft)
    if draft.cue is None:
        return
    _step_out(text, draft)
    if _is_told(text, draft, sentences):
        draft.source = None
    elif draft.source is None or _is_far(draft.source, draft.cue, sentences) or _is_behind(text, draft):
        _find_source(text, draft, drafts, sentences)
    if draft.source is not None and not draft.content:
        _find_clause(text, draft, drafts, sentences)
    if draft.source is not None and draft.content:
        _reach_on(text, draft)
        _reach_back(text, draft, drafts, sentences)


_PASSIVELY_TOLD = re.compile(
    r"\b(?:was|were|been|being|is|are)\s+(?:(?:\w+ly|not|never|also|already)\s+)*"
    r"(?:told|informed|notified|assured|reassured|promised|warned|advised|reported|said|rumou?red|believed|alleged|feared)\Z",
    re.I,
)


def _is_told(text: str, draft: Draft, sentences: Sentences) -> bool:
    """Whether what stands before a passive is no speaker but is spoken to: "the prisoners had been told that …"."""
    assert draft.cue is not None
    begin, _ = sentences.around(draft.cue.start)
    if draft.source is not None and draft.source.start > draft.cue.start:
        return False
    passive = _PASSIVELY_TOLD.search(text, max(begin, draft.cue.start - 30), draft.cue.end)
    return passive is not None and _BY.match(text, draft.cue.end) is None


def _is_far(source: Span, cue: Span, sentences: Sentences) -> bool:
    """Whether source and cue stand in different sentences."""
    begin, stop = sentences.around(cue.start)
    return not begin <= source.start < stop


def _is_behind(text: str, draft: Draft) -> bool:
    """Whether a source stands behind the content of a cue that goes on from another ("… and claimed …")."""
    assert draft.cue is not None and draft.source is not None
    source, cue = draft.source, draft.cue
    between = any(cue.end <= part.start and part.end <= source.start for part in draft.content)
    return between and _JOINED.search(text[max(0, cue.start - 24) : cue.start]) is not None


def _step_out(text: str, draft: Draft) -> None:
    """Where a content holds its own cue, only what follows the cue is content: "the agency had warned of an attack"."""
    assert draft.cue is not None
    for part in list(draft.content):
        if part.holds(draft.cue) and part.end - draft.cue.end > 3 and part.start <= draft.cue.start:
            lead = len(text[draft.cue.end : part.end]) - len(text[draft.cue.end : part.end].lstrip(" ,:"))
            draft.content.remove(part)
            draft.add(text, Span.cut(text, draft.cue.end + lead, part.end))


def _reach_on(text: str, draft: Draft) -> None:
    """Stretches the content of "… by Saturday, X said" to the comma before its source, over a few words at most."""
    assert draft.cue is not None and draft.source is not None
    told = min(draft.cue.start, draft.source.start)
    part = next((p for p in reversed(draft.content) if p.end <= told), None)
    if part is None or is_quoted(part):
        return
    gap = text[part.end : told]
    words = gap.rstrip().removesuffix(",")
    if gap.rstrip().endswith(",") and 1 <= len(words.split()) <= 5 and not re.search(r"[,;:.\"“”()]", words):
        draft.add(text, Span.cut(text, part.start, part.end + len(words)))


_ADVERB = re.compile(r"(?:reported|alleged|supposed|purported|repeated|public|private|recent|previous)ly|also|later")


def _tidy_source(text: str, draft: Draft) -> None:
    """Takes a comma off the end of a source that holds no other ("Abu Tosk,"); an adverb is nobody ("reportedly")."""
    if draft.source is not None and _ADVERB.fullmatch(draft.source.text):
        draft.source = None
    if draft.source is not None and draft.source.text.endswith(",") and draft.source.text.count(",") == 1:
        draft.source = Span.cut(text, draft.source.start, draft.source.end - 1)


DATELINE = re.compile(r"[^\n]{0,70}?(?:\)|\d|[A-Z]{3,})\s*(?:[-–—]{1,2}|:|\|)\s+(?=[A-Z\"“])")


def _reach_back(text: str, draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """Stretches the content of "…, X said." back to the start of its sentence, which such an attribution covers."""
    assert draft.cue is not None and draft.source is not None
    part = next((p for p in reversed(draft.content) if p.end <= min(draft.cue.start, draft.source.start)), None)
    if part is None or is_quoted(part) or '"' in part.text or "”" in part.text or len(part.text.split()) < 4:
        return
    if not _is_verb(draft.cue.text) and draft.cue.text.lower() != "according to":
        return
    begin, stop = sentences.around(draft.cue.start)
    told = max(draft.cue.end, draft.source.end)
    closes = re.fullmatch(r"(?:\s+(?:on\s+|late\s+|earlier\s+)*\w+)?\s*[.;]?", text[told:stop])
    gap = text[part.end : min(draft.cue.start, draft.source.start)]
    if part.start <= begin or not closes or gap.strip(" ,"):
        return
    head = DATELINE.match(text, begin)
    begin = min(head.end(), part.start) if head else begin
    lead = text[begin : part.start]
    others = any(o is not draft and o.cue and begin <= o.cue.start < part.start for o in drafts)
    connects = len(lead.split()) < 2 or (lead.rstrip().endswith(",") and len(lead.split()) <= 4)
    if lead.strip() and not connects and not others and not re.search(r"[;:\"“”]|[.!?]\s", lead):
        draft.add(text, Span.cut(text, begin, part.end))


def _find_source(text: str, draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """The subject before the cue, behind any other cue; or the name behind it after a quotation ("…," said X)."""
    assert draft.cue is not None
    begin, stop = sentences.around(draft.cue.start)
    lead = text[begin : draft.cue.start]
    quoted = _QUOTES_AS.search(lead if not draft.cue.text.startswith("as ") else lead + "as")
    if quoted is not None:
        draft.source = Span.cut(text, begin + quoted.start("source"), begin + quoted.end("source"))
    if quoted is not None or not _is_verb(draft.cue.text):
        return
    if _PASSIVE.search(text[max(0, draft.cue.start - 16) : draft.cue.end]):
        _find_agent(text, draft, stop)
        return
    if _JOINED.search(lead):
        before = [d for d in drafts if d.cue and d.source and begin <= d.cue.start < draft.cue.start]
        if before:
            draft.source = max(before, key=lambda d: d.cue.start if d.cue else 0).source
            return
    told_before = [p.end for p in draft.content if p.end <= draft.cue.start]
    cues_before = [d.cue.end for d in drafts if d.cue and begin <= d.cue.start and d.cue.end <= draft.cue.start]
    found = find_speaker(text, draft.cue, max([begin, *told_before, *cues_before]), stop)
    if found is not None and not any(found.overlaps(part) for part in draft.content):
        draft.source = found


def _find_agent(text: str, draft: Draft, stop: int) -> None:
    """ "had been told by hotel clerks": who stands behind "by"."""
    assert draft.cue is not None
    by = _BY.match(text, draft.cue.end, stop)
    content = [p.start for p in draft.content if p.start > draft.cue.end]
    end = min([stop, *content])
    if by is not None and by.end() < end:
        words = re.split(r"\s+(?:to|that|as|on|in|at|after|who)\b|[,;.]", text[by.end() : end])[0].rstrip()
        if 0 < len(words.split()) <= 6:
            draft.source = Span.cut(text, by.end(), by.end() + len(words))


def _is_verb(cue: str) -> bool:
    verbs, words = reporting_verbs(), cue.lower().split()
    return any(w in verbs for w in words) or any(f"{a} {b}" in verbs for a, b in pairwise(words))


def _find_clause(text: str, draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """The rest of the sentence as content: what stands before "…, X said.", else what follows the cue."""
    assert draft.cue is not None and draft.source is not None
    if not _is_verb(draft.cue.text):
        return
    begin, stop = sentences.around(draft.cue.start)
    first, last = min(draft.cue.start, draft.source.start), max(draft.cue.end, draft.source.end)
    lead = text[begin:first].rstrip()
    if lead.endswith((",", "”", '"')) and len(lead.split()) >= 4:
        clause = (begin, begin + len(lead.rstrip(",")))
    else:
        after = re.match(r"\s*(?:that\s+)?", text[last:stop])
        start = last + (after.end() if after else 0)
        clause = (start, start + len(text[start:stop].rstrip(" .,")))
    span = Span.cut(text, *clause)
    taken = any(o is not draft and o.cue and span.start <= o.cue.start < span.end for o in drafts)
    if span.text.strip() and span.text[:1] not in ",;:" and not taken:
        draft.content = [span]
        draft.confidence = min(draft.confidence, CLAUSE_CONFIDENCE)
