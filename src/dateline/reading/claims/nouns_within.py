"""Which nouns inside a telling tell what another says? Reads "a claim by Norland that", "denied rebel claims that"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft
from dateline.reading.claims.inner import Setting
from dateline.reading.claims.subjects import is_subject

NOUN_CONFIDENCE = 0.6
"""Of claims that only a noun of telling with "by", "from" or "'s" shows."""
DENIED_CONFIDENCE = 0.55
"""Of those that only a noun in a denial shows."""

_WORD = r"[^\s,;:.!?\"“”()]+"
_SPOKEN = (
    r"(?P<cue>claims?|allegations?|accusations?|assertions?|charges|suggestions|insinuations|demands?|threats?|versions?|"
    r"accounts?|statements?|stor(?:y|ies)|warnings?|promises?)"
)
_WHOSE = (
    r"(?P<source>(?:(?:the|its|his|her|their)\s+)?(?:[A-Z][\w.-]*|rebel|opposition|government|army|police|militant|"
    r"insurgent|separatist|enemy|foreign|official|media|western)(?:\s+[A-Za-z][\w.-]*){0,2}?|(?:the|its|his|her|their)\s+[a-z]+(?:\s+[a-z]+)?['’]s?)(?:['’]s?)?"
)
_BY_NOUN = re.compile(rf"(?:^|\s|\b){_WHOSE}\s+{_SPOKEN}\s+(?:that|of|to)\s+(?P<told>\S.*)", re.S)
_NOUN_BY = re.compile(
    rf"\b{_SPOKEN}\s+(?:made\s+)?(?:by|from)\s+(?P<source>[^,;.:\"“”]{{2,50}}?)\s+(?:that|of)\s+(?P<told>\S.*)", re.S
)


def find_denied(setting: Setting, part: Span) -> Iterator[Draft]:
    """What others are said to claim in the content of a denial: "denied rebel claims that …"."""
    found = _NOUN_BY.search(part.text) or _BY_NOUN.match(part.text)
    if found is not None:
        yield _draft(setting, part, found, DENIED_CONFIDENCE)


_NOUN = (
    r"(?:claims?|allegations?|accusations?|assertions?|complaints?|reports?|statements?|warnings?|promises?|pledges?|"
    r"threats?|denials?|suggestions?|testimony|insistence)"
)
_BY_SOMEBODY = re.compile(
    rf"\b(?P<cue>{_NOUN}\s+(?:by|from))\s+(?P<source>{_WORD}(?:\s+{_WORD}){{0,6}}?)\s+that\s+(?P<told>{_WORD}\s[^;]{{8,}})"
)
_SOMEBODYS = re.compile(
    rf"(?P<source>(?:(?:the|its|his|her|their)\s+)?(?:{_WORD}\s+){{0,3}}?[^\s,;:.!?\"“”()]*(?:['’]s|s['’]))\s+"
    rf"(?:(?!and\b|or\b)\w+\s+){{0,2}}?(?P<cue>{_NOUN})\s+that\s+(?P<told>{_WORD}\s[^;]{{8,}})"
)


def find_nouns(setting: Setting, part: Span) -> Iterator[Draft]:
    """What a noun tells: "called baseless a claim by Norland that it armed them"."""
    found = _BY_SOMEBODY.search(part.text) or _SOMEBODYS.match(part.text)
    if found is not None and is_subject(found["source"].removesuffix("'s").removesuffix("’s")):
        yield _draft(setting, part, found, NOUN_CONFIDENCE)


def _draft(setting: Setting, part: Span, found: re.Match[str], confidence: float) -> Draft:
    source, cue, told = (
        Span.cut(setting.text, part.start + found.start(g), part.start + found.end(g))
        for g in ("source", "cue", "told")
    )
    return Draft(source, cue, [told], confidence)
