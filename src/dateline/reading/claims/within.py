"""Does what somebody says tell what another says? Finds tellings inside contents that the model did not mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.lexicons.reporting_verbs import reporting_verbs
from dateline.lexicons.speakers import word_set
from dateline.model.span import Span
from dateline.reading.claims.drafts import Draft

WITHIN_CONFIDENCE = 0.55
"""Of claims that only the words "X says Y" inside another claim's content show."""

_VERBS = word_set(
    "say tell claim deny warn threaten vow promise pledge confirm admit accuse blame demand announce declare allege "
    "believe insist confess complain urge expect fear hope reject condemn refuse assure acknowledge boast argue "
    "maintain suspect apologise apologize predict"
)
"""Verbs that tell of a telling wherever they stand; "see", "show", "call" and the like are left to the model."""
_WORD = r"[^\s,;:.!?\"“”()]+"


@cache
def _telling() -> re.Pattern[str]:
    """ "(that) X has VERB-ed (that) Y" at the beginning of a content."""
    forms = sorted((f for f, v in reporting_verbs().items() if v.verb in _VERBS), key=len, reverse=True)
    finite = "|".join(re.escape(f) for f in forms if not f.endswith("ing"))
    return re.compile(
        rf"(?:that\s+)?(?P<source>{_WORD}(?:\s+{_WORD}){{0,7}}?)\s+"
        rf"(?P<cue>(?:(?:has|have|had|also|still|would|will|already|repeatedly|now|always|never)\s+)*(?:{finite}))"
        r"(?P<rest>\s+(?!by\b)\S.*)",
        re.S | re.I,
    )


_SELF = word_set("he she they it i we")
_NO_SUBJECT = word_set(
    "to it's there if when while as because after before in on at for with by from and or but of not is was were are "
    "be been has have had who which that what where how why"
)
_DETERMINERS = word_set("the a an his her its their our my your this that these those some any no")
_BROKEN = re.compile(
    r"\b(?:is|was|were|are|be|been|who|which|that|when|if|because|while|to|not|and|but|has|have|had|would|will|could|"
    r"can|may|might|must|should|did|does|do|said|killed|it)$",
    re.I,
)


def add_tellings_within(text: str, drafts: list[Draft]) -> None:
    """Adds the claim of X to a content that begins "X says Y", where no other claim has that cue."""
    for draft in list(drafts):
        for part in draft.content:
            if part.text[:1] in "\"“'‘«" or len(part.text.split()) < 4:
                continue
            inner = _inner(text, part, drafts)
            if inner is not None and inner.source != draft.source:
                drafts.append(inner)


def _inner(text: str, part: Span, drafts: Sequence[Draft]) -> Draft | None:
    found = _telling().match(part.text)
    if found is None or not _is_subject(found["source"]) or not found["cue"].islower():
        return None
    if found["source"].lower() in _SELF and _thinks(found["cue"]):
        return None
    at = part.start
    source = Span.cut(text, at + found.start("source"), at + found.end("source"))
    cue = Span.cut(text, at + found.start("cue"), at + found.end("cue"))
    if any(d.cue and (d.cue.overlaps(cue) or source.overlaps(d.cue)) for d in drafts):
        return None
    lead = re.match(r"\s+(?:that\s+|of\s+|for\s+)?", found["rest"])
    start = at + found.start("rest") + (lead.end() if lead else 0)
    return Draft(source, cue, [Span.cut(text, start, part.end)], WITHIN_CONFIDENCE) if start < part.end else None


def _thinks(cue: str) -> bool:
    """Whether a speaker's pronoun with this verb only says what he thinks: "he said he hoped"."""
    verb = reporting_verbs().get(cue.split()[-1].lower())
    return verb is not None and verb.verb in ("believe", "expect", "hope", "fear", "suspect", "predict", "insist")


def _is_subject(words: str) -> bool:
    """Whether words can be all of a subject: they hold no verb, conjunction or preposition where none can stand."""
    tokens = words.lower().split()
    if tokens[0] in _NO_SUBJECT or _BROKEN.search(words):
        return False
    if tokens[-1] in _DETERMINERS or tokens[-1].endswith(("'s", "’s", "s'", "s’")):
        return False  # "his promise to leave"
    return not any(
        t in ("who", "which", "that", "is", "was", "were", "are", "has", "have", "had", "if") for t in tokens
    )
