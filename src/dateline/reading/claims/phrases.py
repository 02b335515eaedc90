"""Which fixed phrases attribute words to somebody? Reads "according to X" and headlines like "Army: 40 held"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.span import Span
from dateline.reading.claims.drafts import Actors, Draft
from dateline.reading.claims.mending import DATELINE, Sentences

PHRASE_CONFIDENCE = 0.7
"""Of claims that stand in a fixed phrase which the model did not mark."""
LONGEST_HEADLINE = 140

_ACCORDING = re.compile(
    r"\b(?P<cue>according\s+to)\s+(?P<source>[^,;:\n\"“”.]+(?:\.(?=\s?[A-Z]\.|\w)[^,;:\n\"“”.]*)*)", re.I
)
_ACCORDING_TO_ONE = re.compile(r".*\baccording\s+to\s+[^,;:.\n]{2,80}[,;]\s+(?:and\s+|but\s+)?", re.I | re.S)
"""A number of one teller before that of another: "26 died according to medics, 31 according to villagers"."""
_COLON = re.compile(r"(?P<source>[^\W\d_][^:,.;!?\n\"“”'‘]{1,50})(?P<cue>:)\s+(?P<content>\S[^\n]+)")
_SPEAKS = frozenset({"person", "government", "country", "organisation", "group", "role", "outlet"})


def add_phrases(text: str, drafts: list[Draft], sentences: Sentences, actors: Actors) -> None:
    """Adds the claims that fixed phrases make and the model did not mark."""
    for found in _ACCORDING.finditer(text):
        _add_according(text, found, drafts, sentences)
    for draft in drafts:
        _part_from_others(text, draft, sentences)
    _add_headline(text, drafts, actors)


def _add_according(text: str, found: re.Match[str], drafts: list[Draft], sentences: Sentences) -> None:
    cue = Span.cut(text, *found.span("cue"))
    if any(s.overlaps(cue) for d in drafts for s in (d.cue, d.source) if s):
        return
    begin, stop = sentences.around(cue.start)
    end = found.start("source") + len(found["source"].rstrip(" -–—"))
    begin = _told_from(text, begin, cue, drafts)
    content = _clause_before(text, begin, cue.start) or _clause_behind(text, min(end, stop), stop)
    if content is not None and found["source"].split()[0].lower() not in ("plan", "plans", "which", "whom", "that"):
        drafts.append(Draft(Span.cut(text, cue.end + 1, end), cue, [content], PHRASE_CONFIDENCE))


def _part_from_others(text: str, draft: Draft, sentences: Sentences) -> None:
    """Leaves "31 according to villagers" what stands behind "26 died according to medics", a few words at most."""
    if draft.cue is None or draft.cue.text.lower() != "according to":
        return
    begin, _ = sentences.around(draft.cue.start)
    earlier = _ACCORDING_TO_ONE.search(text, begin, draft.cue.start)
    own = text[earlier.end() : draft.cue.start].rstrip(" ,") if earlier else ""
    if earlier and 1 <= len(own.split()) <= 4 and any(p.start < earlier.end() for p in draft.content):
        draft.content = [Span.cut(text, earlier.end(), earlier.end() + len(own))]


def _told_from(text: str, begin: int, cue: Span, drafts: Sequence[Draft]) -> int:
    """Where the telling before a phrase begins: with the content that holds the phrase, and behind a dateline."""
    holding = [p.start for d in drafts for p in d.content if begin <= p.start and p.holds(cue)]
    head = DATELINE.match(text, begin, cue.start)
    return max([begin, *holding, *([head.end()] if head else [])])


def _clause_before(text: str, begin: int, cue_start: int) -> Span | None:
    """What "…, according to X" closes: the sentence up to it."""
    words = text[begin:cue_start].rstrip(" ,-–—(")
    return Span.cut(text, begin, begin + len(words)) if len(words.split()) >= 3 else None


def _clause_behind(text: str, start: int, stop: int) -> Span | None:
    """What "According to X, …" opens: the rest of the sentence."""
    lead = re.match(r"\s*,\s*", text[start:stop])
    if lead is None:
        return None
    words = text[start + lead.end() : stop].rstrip(" .")
    at = start + lead.end()
    return Span.cut(text, at, at + len(words)) if len(words.split()) >= 3 else None


def _add_headline(text: str, drafts: Sequence[Draft] | list[Draft], actors: Actors) -> None:
    """ "Army: 40 insurgents killed": a headline that names its source before a colon."""
    end = text.find("\n")
    headline = text[: end if end >= 0 else len(text)]
    found = _COLON.match(headline) if end > 0 and len(headline) <= LONGEST_HEADLINE else None
    if found is None or headline.rstrip().endswith(".") or any(d.cue and d.cue.start < end for d in drafts):
        return
    source = Span.cut(text, *found.span("source"))
    chain = actors.chain_at(source)
    known = chain is not None and actors.chains[chain].kind in _SPEAKS
    if known and isinstance(drafts, list) and len(found["content"].split()) >= 3:
        content = Span.cut(text, found.start("content"), found.start("content") + len(found["content"].rstrip()))
        drafts.append(Draft(source, Span.cut(text, *found.span("cue")), [content], PHRASE_CONFIDENCE))
