"""How does the report present a claim: as said, alleged, denied, threatened …? By its cue, and by what it says."""

from __future__ import annotations

import re

from dateline.lexicons.reporting_verbs import modality_of
from dateline.reading.claims.drafts import Draft

_UNTRUE = (
    r"(?:not\s+true|untrue|false|baseless|unfounded|groundless|fabricat\w+|an?\s+(?:\w+\s+)?(?:lie|fabrication|hoax|invention|fake)|"
    r"lies|nonsense|propaganda|fake(?:\s+news)?|inventions?|rumou?rs)"
)
_TOLD = r"(?:reports?|claims?|accusations?|allegations?|rumou?rs|charges|stories|accounts?|suggestions|statements?)"
# "said reports that it had shelled Velm were false", "called the accusation a lie", "it was not true that …"
_SOMEBODY = r"(?:it|he|she|they|we|[\w' -]{2,40})"
_DENIES = re.compile(
    rf"(?:that\s+)?(?:it\s+(?:was|is)\s+{_UNTRUE}\s+that\b|there\s+(?:was|is)\s+no\s+truth\b|"
    rf"{_SOMEBODY}\s+(?:had|has|have)\s+nothing\s+to\s+do\s+with\b|"
    rf"{_SOMEBODY}\s+(?:had|has|have)\s+no\s+(?:part|role|hand|involvement)\s+in\b|"
    rf"{_SOMEBODY}\s+(?:was|were|is|are)\s+not\s+(?:responsible|involved|behind)\b|"
    rf"(?:(?:the|all|any|these|those|such|its|his|her|their)\s+)?(?:[\w'’-]+\s+){{0,3}}?{_TOLD}\b.{{0,200}}?"
    rf"\b(?:was|were|is|are)\s+(?:\w+ly\s+)?[\"“]?{_UNTRUE})",
    re.I | re.S,
)
_CALLED_UNTRUE = re.compile(
    rf"(?:[\w'’-]+\s+){{0,4}}?{_TOLD}\b.{{0,200}}?(?:as\s+)?[\"“]?\b{_UNTRUE}[\"”]?\s*\Z", re.I | re.S
)
_CALLS = re.compile(r"\b(?:call|describ|dismiss|brand|label|denounc)\w*", re.I)
_NEITHER = re.compile(
    r"\bneither\s+[\w\s]{3,40}\s+nor\s+\Z|\b(?:did|does|do|would|has|have|had)(?:\s+not|n['’]t)\s+\Z", re.I
)


def presented_as(text: str, draft: Draft) -> str:
    """The modality of a claim: its cue's, but "neither confirmed nor denied" is no denial, and "said it was not true"
    is one."""
    if draft.cue is None:
        return "said"
    modality = modality_of(draft.cue.text)
    if modality in ("denied", "confirmed") and _NEITHER.search(text, max(0, draft.cue.start - 50), draft.cue.start):
        return "said"
    content = draft.content[0].text.lstrip("\"“'‘") if draft.content else ""
    if modality in ("said", "alleged"):
        calls = _CALLS.search(draft.cue.text) is not None
        if (_CALLED_UNTRUE if calls else _DENIES).match(content):
            return "denied"
    return modality
