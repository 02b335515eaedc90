"""Through whom did it reach the report? Finds addressees, outlets and agencies that stand beside a speaker."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

from dateline.lexicons.speakers import speaker_nouns, word_set
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft

_WORD = r"[A-Z][\w'’&.-]*"
_TELLER = (
    rf"(?:(?:the|a|an|local|state|private|pan-Arab|[A-Z][\w-]+)\s+)*(?:[\w-]+\s+){{0,3}}?"
    rf"{_WORD}(?:\s+(?:{_WORD}|of|the|al|news|agency|television|TV|radio|newspaper|daily|channel))*"
)
_GENERIC = (
    r"(?:the\s+)?(?:\w+\s+){0,2}?(?:news agenc(?:y|ies)|newspapers?|media|state (?:tv|television|radio|media)|"
    r"television|broadcaster|channel|(?:local |national |public )?radio|(?:local |foreign |official )?press)"
)
_WHO = rf"(?P<teller>{_GENERIC}(?!\s+[A-Z])|{_TELLER})"
_TOLD = re.compile(rf"\s+{_WHO}")
_WRITING = (
    r"(?:interview|statement|letter|message|e-?mail|phone call|conversation|briefing|op-ed|article|recording|video|"
    r"call|post|report)s?"
)
_GIVEN = (
    r"(?:published|broadcast|aired|carried|quoted|posted|released|given|sent|shown|printed|obtained|seen|made|"
    r"to|with|by|for|on|in)"
)
_THROUGH = re.compile(
    rf"(?:\bin an? (?:\w+[\s-]){{0,3}}?{_WRITING}(?:\s+{_GIVEN}){{1,3}}|"
    r"\b(?:carried|quoted|cited|published|broadcast|aired|printed|relayed|seen|obtained|reported)\s+by|"
    r"\bspeaking (?:to|on|with)|\bin (?:comments|remarks) (?:to|carried by|published by)|"
    rf"\bvia|\bon)\s+{_WHO}"
)
_PRINTED = re.compile(r"^[^\n]{0,60}?\((?P<teller>[A-Z][\w .&'’/-]{1,40})\)\s*[-–—]", re.M)
_ADDRESSED = word_set("told tell tells telling informed")


def find_via(text: str, draft: Draft, credit: Span | None, span_end: int) -> list[Span]:
    """The tellers named beside a claim's speaker, nearest to the fact first; the report's printed credit comes last.

    `span_end`: where the claim's sentence ends. Only outlets and agencies count as tellers, a person or a crowd
    that was spoken to does not.
    """
    found: list[Span] = []
    if draft.cue is not None:
        if draft.cue.text.split()[-1].lower() in _ADDRESSED:
            found += _matched(text, _TOLD.match(text, draft.cue.end, span_end))
        found += _matched(text, _THROUGH.search(text, draft.cue.end, min(span_end, draft.cue.end + 160)))
    if credit is not None:
        found.append(credit)
    return [t for i, t in enumerate(found) if not _is_speaker(t, draft) and t.text not in [f.text for f in found[:i]]]


def _matched(text: str, found: re.Match[str] | None) -> list[Span]:
    """The teller of a match, where it is an outlet or agency."""
    if found is None:
        return []
    words = found["teller"].rstrip(" .")
    span = Span.cut(text, found.start("teller"), found.start("teller") + len(words))
    return [span] if is_teller(span.text) else []


def _is_speaker(teller: Span, draft: Draft) -> bool:
    return draft.source is not None and teller.text.lower() in draft.source.text.lower()


def is_teller(words: str) -> bool:
    """Whether words name a medium: a known agency or outlet, or a name with a noun for one ("Radio Tolva")."""
    bare = re.sub(r"^(?:the|a|an)\s+", "", words.strip(), flags=re.I)
    if bare.lower() in known_tellers():
        return True
    nouns = {w.lower().strip("'’s.,") for w in re.split(r"[\s-]+", bare)} | {bare.split()[-1].lower() if bare else ""}
    return bool(nouns & (_MEDIA | speaker_nouns("outlet")))


_MEDIA = word_set(
    "agency agencies media newspapers newspaper press television tv radio channel channels broadcaster canal wire "
    "daily weekly magazine website"
)


@cache
def known_tellers() -> frozenset[str]:
    """Names of agencies and outlets in lower case, from the lexicons."""
    names: set[str] = set()
    agencies = resources.files("dateline.lexicons").joinpath("agencies.yaml")
    if agencies.is_file():
        loaded: dict[str, list[str]] = yaml.safe_load(agencies.read_text("utf-8"))
        for name, spellings in loaded.items():
            names |= {str(name).lower(), *(str(s).lower() for s in spellings)}
    return frozenset(names)


def find_credit(text: str) -> Span | None:
    """The agency printed in brackets at the head of a report: "DORVAN, March 3 (Kestrel Wire) -"."""
    found = _PRINTED.search(text, 0, 600)
    if found is None or found["teller"].lower() in ("own report", "file", "photo"):
        return None
    return Span.cut(text, *found.span("teller"))
