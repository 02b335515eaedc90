"""Who tells that somebody tells it? Finds "A, citing B", "X said, Z reported" and "was quoted as saying by Z"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.lexicons.speakers import speaker_nouns
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft, neighbours
from dateline.reading.claims.tellers import TELLER, is_teller

FARTHEST = 90
"""Characters between what is told and the teller around it."""
TOLD_CONFIDENCE = 0.7
"""Of claims that stand in a fixed phrase which the model did not mark."""

_ASIDE = re.compile(
    r"\b(?:which|whom|who|as|something|charges?|claims?|accusations?|allegations?|assertion|version|account|report|"
    r"suggestion|demand|offer|proposal|plea)\s*(?:that\s+)?\Z"
)
_END = (
    r"(?=\s*(?:,|\.(?:\s|$)|;|:|$|\n|\bas saying\b|\bas reporting\b|\bthat\b|\bsaid\b|\bwho\b|"
    r"\b(?:quoted|cited)\s+by\b|\bon\s+[A-Z]|[-–—]\s))"
)
_SOMEBODY = r"(?P<who>(?:(?!\bas saying\b|\bthat\b)[^,.;:\n\"“”]){2,90}?(?:\b[A-Z]\.[^,.;:\n\"“”]{1,60}?)?)"
_CITING = re.compile(rf"\b(?P<cue>citing|quoting|with reference to|referring to)\s+{_SOMEBODY}{_END}")
_CITING_CUE = re.compile(r"(?:citing|quoting|referring to|with reference to)$", re.I)
_QUOTED_AS = re.compile(r"\b(?:quoted|cited)\b[^.\n]*?\bsaying\b|\b(?:quoted|cited)\b$", re.I)
_BY = re.compile(rf"\s+(?P<cue>by|in|on)\s+{TELLER}")
_TRAILING = re.compile(
    rf"[\"”]?,?\s*(?:(?P<verb_first>according to|reports|reported|writes)\s+(?P<last>{TELLER})|"
    r"(?P<first>(?:the\s+)?[^,.;:\n\"“”]{2,70}?)\s+(?P<verb>(?:ha[sd] |have )?(?:reported|reports?|writes|wrote))"
    r"(?:\s+(?:on\s+)?\w+day)?)(?=\s*(?:[.,;]|$|\n))"
)


def add_tellers(text: str, drafts: list[Draft], sentences: Sequence[Span]) -> None:
    """Adds the claims of tellers around or inside the claims found, and widens outer contents to hold them."""
    for draft in drafts:
        _turn_round(text, draft, drafts, sentences)
    drafts[:] = [d for d in drafts if d.content]
    for draft in list(drafts):
        _add_cited(text, draft, drafts, sentences)
        _add_quoting_outlet(text, draft, drafts)
    for draft in list(drafts):
        _add_trailing_teller(text, draft, drafts)
    _widen(text, drafts)


def _cited_in(text: str, draft: Draft) -> Span:
    """Whom a claim with the cue "citing" cites: its content, or the name with which a longer one begins."""
    first = draft.content[0]
    found = _CITING.match(text, draft.cue.start) if draft.cue else None
    return _somebody(text, found) if found and found.start("who") == first.start else first


def _turn_round(text: str, draft: Draft, drafts: Sequence[Draft], sentences: Sequence[Span]) -> None:
    """Who is cited stands behind "citing": where that was taken for what is told, he becomes the source of the rest."""
    if draft.cue is None or not _CITING_CUE.match(draft.cue.text) or not draft.content:
        return
    who = _cited_in(text, draft)
    sentence = _sentence_of(draft.cue, sentences)
    if sentence is None or not 0 <= who.start - draft.cue.end <= 1 or not _is_somebody(who.text):
        return
    tellers = [d for d in drafts if d is not draft and d.cue and sentence.holds(d.cue)]
    told = [p for d in tellers for p in d.content if not p.overlaps(draft.cue) and not p.overlaps(who)]
    if any(d is not draft and d.cue == draft.cue and d.source == who for d in drafts):
        draft.content = []  # marked twice, once rightly
    elif told:
        whole = [p for p in set(told) if not any(p is not q and q != p and q.holds(p) for q in told)]
        draft.source, draft.content = who, sorted(whole)


def _sentence_of(span: Span, sentences: Sequence[Span]) -> Span | None:
    return next((s for s in sentences if s.start <= span.start < s.end), None)


def _add_cited(text: str, draft: Draft, drafts: list[Draft], sentences: Sequence[Span]) -> None:
    """ "A, citing B, said X": "citing B" belongs to A's content, X is B's word."""
    if draft.cue is None or draft.source is None or not draft.content or draft.cue.text.split()[0] in _CITING_WORDS:
        return
    sentence = _sentence_of(draft.cue, sentences)
    if sentence is None:
        return
    found = _CITING.search(text, draft.source.end, sentence.end)
    if found is None or any(s.start < found.start() < s.end for s in draft.content if s.start < draft.source.start):
        return
    if any(d is not draft and d.cue and draft.end <= d.cue.start and d.cue.end <= found.start() for d in drafts):
        return  # "A shows X, B reported, citing C": B cites
    between = text[draft.source.end : found.start()]
    if found.start() < draft.cue.start and len(between.split()) > 6:
        return
    who = _somebody(text, found)
    if not _is_somebody(who.text):
        return
    cue = Span.cut(text, *found.span("cue"))
    if any(d is not draft and d.cue and d.cue.overlaps(cue) for d in drafts):
        draft.add(text, Span.cut(text, cue.start, who.end))
        return
    told = [s for s in draft.content if not s.overlaps(who)] or list(draft.content)
    told = [_without(text, _behind(text, s, cue, who), cue.start) for s in told]
    drafts.append(Draft(who, cue, told, TOLD_CONFIDENCE))
    draft.add(text, Span.cut(text, cue.start, who.end))


_CITING_WORDS = ("citing", "quoting", "with", "referring")


def _is_somebody(words: str) -> bool:
    """Whether what is cited can speak: a name, or a noun for persons, bodies or documents; not "low growth"."""
    tokens = [w.strip("'’\"").lower() for w in words.split()]
    nouns = {w.removesuffix("s") for w in tokens} | set(tokens)
    kinds = ("person", "people", "organisation", "document", "government", "outlet")
    if any(nouns & speaker_nouns(kind) for kind in kinds):
        return True
    named = [w for w in words.split() if w[:1].isupper()]
    return bool(named) and len(tokens) <= 5


def _somebody(text: str, found: re.Match[str], part: str = "who") -> Span:
    start, end = found.span(part)
    while end > start and text[end - 1] in " ,;:.":
        end -= 1
    return Span.cut(text, start, end)


def _behind(text: str, part: Span, cue: Span, who: Span) -> Span:
    """What follows "citing B, that" in a part of the content that begins with it."""
    if part.start != cue.start or part.end <= who.end + 3:
        return part
    lead = re.match(r"\s*,?\s*(?:that\s+)?", text[who.end : part.end])
    return Span.cut(text, who.end + (lead.end() if lead else 0), part.end)


def _without(text: str, part: Span, cut_at: int) -> Span:
    """A part of the content up to where "citing B" begins in it."""
    if not part.start < cut_at < part.end:
        return part
    return Span.cut(text, part.start, part.start + len(text[part.start : cut_at].rstrip(" ,")))


def _add_quoting_outlet(text: str, draft: Draft, drafts: list[Draft]) -> None:
    """ "X was quoted as saying by Z": all of it is Z's word."""
    if draft.cue is None or draft.source is None or not _QUOTED_AS.search(draft.cue.text):
        return
    found = _BY.match(text, draft.cue.end)
    if found is None or not is_teller(found["teller"]):
        return
    teller = _somebody(text, found, "teller")
    if any(d is not draft and d.source and d.source.overlaps(teller) for d in drafts):
        return
    content = _hull(text, draft)
    drafts.append(Draft(teller, Span.cut(text, *found.span("cue")), content, TOLD_CONFIDENCE))


def _hull(text: str, draft: Draft) -> list[Span]:
    """All that a claim is made of, as one stretch where it stands together, else as its parts."""
    start, end = draft.start, draft.end
    if end - start < 700 and "\n" not in text[start:end]:
        return [Span.cut(text, start, end)]
    return list(draft.content)


def _add_trailing_teller(text: str, draft: Draft, drafts: list[Draft]) -> None:
    """ "…, X said, the daily Z reported": Z's claim, where nobody marked it."""
    if draft.cue is None or draft.source is None:
        return
    end = max(s.end for s in draft.spans())
    found = _TRAILING.match(text, end)
    if found is None or found.end() == end:
        return
    cue_part, who_part = ("verb_first", "last") if found["verb_first"] else ("verb", "first")
    who = _somebody(text, found, who_part)
    if not is_teller(who.text) or any(d.source and d.source.overlaps(who) for d in drafts):
        return
    if any(d.cue and d.cue.overlaps(Span.cut(text, *found.span(cue_part))) for d in drafts):
        return
    drafts.append(Draft(who, Span.cut(text, *found.span(cue_part)), _hull(text, draft), TOLD_CONFIDENCE))


def _widen(text: str, drafts: Sequence[Draft]) -> None:
    """Where two claims share their content, the one told from outside holds the words of the other's telling."""
    for at, other in neighbours(drafts, FARTHEST):
        outer, inner = drafts[at], drafts[other]
        if _frames(text, outer, inner):
            outer.add(text, Span.cut(text, inner.start, max(inner.end, _end_of_telling(text, outer, inner))))


def _end_of_telling(text: str, outer: Draft, inner: Draft) -> int:
    """Where what the inner teller's words belong to ends before "…, the outer one said": behind "told the mayor"."""
    begin = outer.source.start if outer.source else inner.end
    gap = text[inner.end : begin].rstrip()
    words = gap.removesuffix("and").rstrip(" ,")
    return inner.end + len(words) if begin > inner.end and "," in gap and "," not in words and '"' not in words else 0


def _frames(text: str, outer: Draft, inner: Draft) -> bool:
    """Whether the outer cue stands outside of all of the inner claim, in its sentence, with the same content."""
    if outer.cue is None or inner.cue is None or inner.source is None or outer.source is None:
        return False
    if outer.source.overlaps(inner.source) or outer.cue.overlaps(inner.cue):
        return False
    if outer.holds(inner.cue) and outer.holds(inner.source):
        return False
    if any(_ASIDE.search(text[max(0, d.source.start - 16) : d.source.start]) for d in (inner, outer) if d.source):
        return False  # "…, which Ostrand denied": the report says so
    if not any(part.overlaps(other) for part in outer.content for other in inner.content):
        return False
    start, end = inner.start, inner.end
    told = [outer.cue, outer.source]
    behind = all(s.start >= end for s in told)
    ahead = all(s.end <= start for s in told) and inner.cue.start <= min(p.start for p in inner.content)
    apart = outer.cue.start - end if behind else start - max(s.end for s in told)
    gap = text[min(outer.cue.end, start) : start] if ahead else text[end : outer.cue.start]
    return (behind or ahead) and apart < FARTHEST and "\n" not in gap and _most_shared(outer, inner)


def _most_shared(outer: Draft, inner: Draft) -> bool:
    """Whether most of the inner content is the outer's too."""
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in outer.content for b in inner.content
    )  # fmt: skip
    return shared >= 0.6 * inner.size()
