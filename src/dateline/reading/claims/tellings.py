"""Where does a sentence tell what somebody says? Reads "X said (that) Y", "X vowed to Y" and "Y, X said"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dateline.language.alternatives import alternatives_of
from dateline.lexicons.reporting_verbs import frames_of, telling_forms
from dateline.model.span import Span
from dateline.reading.claims.subjects import SELF, is_noun, is_subject, thinks

LONGEST_SOURCE = 9
"""Words of a subject, appositions left out."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Source, cue and content of one telling. goes_on: "…, adding that …", whose speaker stands before."""

    source: Span
    cue: Span
    content: Span
    goes_on: bool = False


_ADVERB = (
    r"(?:has|have|had|also|still|already|repeatedly|now|always|never|later|earlier|since|reportedly|openly|publicly|"
    r"privately|previously|again|then|once|even|further|formally|officially|immediately|strongly|flatly|"
    r"categorically|consistently)"
)
_BEFORE_CUE = re.compile(rf"(?:\b{_ADVERB}\s+)*\Z", re.I)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|to|not|n['’]t|of|by|for|with|in|on|the|an?|its|his|her|their)\s+\Z", re.I
)
_LIMIT = re.compile(
    r";\s+|,?\s+(?:but|while|whereas|although|though)\s+|,\s+(?:and|because|since|as|when)\s+|(?<=\s)that\s+|:\s+|\s[–—]\s*|\s-\s|"
    r"[“”\"]\s*",
    re.I,
)
_LEAD = re.compile(
    r"(?:(?:in|on|at|after|before|during|speaking|asked|meanwhile|later|however|earlier|also|separately|still|for|despite|since|"
    r"last|by|with|from|instead|nevertheless|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|and|but|yet|so|then|"
    r"afterwards?|elsewhere|overnight|responding|addressing|citing|quoting|under|following|amid)\b[^,;:]{0,70},\s+|(?:and|but|yet)\s+)",
    re.I,
)
_SUBJECT = re.compile(r"(?P<source>[^,;:]{1,90}?)(?P<apart>,\s[^;:]{2,120},)?\s*\Z")
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow)"
_WHEN = rf"(?:(?:late|early|earlier|on|later|this|last)\s+)*{_DAY}(?:\s+(?:morning|evening|night|afternoon))?"
_ASIDE = (
    rf"(?:\s+(?:{_WHEN}|(?:in|on|at|via|through|during|by|from|after)\s+"
    r"(?:an?|the|his|her|its|their)?\s*[\w' -]{2,60}?))?"
)
_WRITTEN = (
    r"\s+in\s+an?\s+(?:[\w-]+\s+){0,2}?(?:statement|interview|message|letter|report|video|speech|post|briefing)"
    r"(?=\s+(?:the|an?|his|her|its|their|he|she|it|they|[A-Z])\b)"
)
_SOMEONE = r"(?!\s+of\b)(?:\s+(?!(?:that|to|about|against|for|in|on)\b)[^\s,;:.]+){1,6}?"
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|be|been|\w{2,}ed|went|came|fell|"
    r"left|took|told|said|began|fled|held|shot|hit|made|gave|got|ran|led|lost|won|met|saw|found|knew|sent|put|"
    r"won't|can't|didn't|wasn't|isn't|hadn't|wouldn't|\w{3,}s)\b",
    re.I,
)
_CLOSED = re.compile(
    rf"(?:\s+(?:{_WHEN}|(?:to|in|on|at)\s+[\w' -]{{2,50}}|reporters|journalists))?\s*[.!?]?[”\"]?\s*\Z", re.I
)
_CLOSED_TWICE = re.compile(
    rf"(?:\s+{_WHEN}|\s+(?:to|in|on|at)\s+[\w' -]{{2,50}}|\s+(?:reporters|journalists|[\w' -]{{2,50}}))?"
    r"(?:,\s+[^,;:\"“”]{2,80}?\s+(?:ha[sd]\s+)?(?:said|says|reported|reports|wrote|writes|announced|confirmed|claimed|told)"
    r"(?:\s+[\w' -]{2,50})?)+[.!?]?\s*\Z"
)
"""Behind "Y, X said": ", the agency Z reported on Monday."."""
_TOLD = re.compile(rf"\s+[\w.' -]{{2,50}}?(?:\s+{_WHEN})?\s*[.!?]?\s*\Z", re.I)


@cache
def _verbs() -> re.Pattern[str]:
    # "state" and "states" are nouns in the news
    forms = telling_forms() - {"state", "states"}
    return re.compile(rf"(?<![\w'’-])(?:{alternatives_of(forms)})(?![\w'’-])")


@cache
def _frame(name: str) -> re.Pattern[str]:
    """What stands between a verb and its content in a frame; the content begins where the match ends."""
    return re.compile(
        {
            "clause": rf"(?:{_ASIDE}\s+that|(?:\s+{_WHEN})?(?:{_WRITTEN})?)\s+(?=\S)",
            "that": rf"{_ASIDE}\s+(?:that\s+|(?=(?:how|whether|why)\s))",
            "someone clause": rf"{_SOMEONE}\s+(?:that\s+|(?=(?:the|an?|he|she|they|it|his|her|its|their|there)\s))",
            "to": r"\s+(?=(?:not\s+)?to\s+\w)",
            "someone to": r"\s+(?=(?!to\b|that\b)(?:[^\s,;:.]+\s+){1,9}?(?:not\s+)?to\s+\w)",
            "thing": r"\s+(?=(?:the|an?|any|all|its|his|her|their|that|this|these|those|reports?|claims?|allegations?|"
            r"accusations?|involvement|responsibility|[A-Z]|us|them|him|having|being|\w+ing)\b)(?!that\s)",
            "of": r"\s+(?=\S)",
            "for": r"\s+(?=\S)",
            "to thing": r"\s+(?=\S)",
        }[name]
    )


_PREPOSITION = {
    "of": re.compile(r"\s+(?:of|about|against)\b"),
    "for": re.compile(r"\s+for\b"),
    "to thing": re.compile(r"\s+to(?=\s+(?:the|an?|his|her|its|their|\w{3,}ing)\b)"),
}
_ORDER = ("someone clause", "someone to", "clause", "that", "to thing", "to", "of", "for", "thing")


def preposition_of(verb: str, behind: str) -> re.Match[str] | None:
    """The preposition behind a verb that belongs to its cue: "warned of", "confessed to"; `behind` begins after it."""
    known = [pattern for name, pattern in _PREPOSITION.items() if name in frames_of(verb)]
    return next((found for found in (pattern.match(behind) for pattern in known) if found), None)


def find_tellings(text: str, begin: int, stop: int, may_speak: Callable[[Span], bool]) -> list[Telling]:
    """The tellings of one sentence in order; where one clause follows another's, the first's content ends before it."""
    found: list[Telling] = []
    for verb in _verbs().finditer(text, begin, stop):
        telling = _telling(text, verb, begin, stop, found, may_speak)
        if telling is not None:
            found.append(telling)
    return [_cut(text, telling, found) for telling in found]


def _telling(
    text: str, verb: re.Match[str], begin: int, stop: int, before: list[Telling], may_speak: Callable[[Span], bool]
) -> Telling | None:
    adverbs = _BEFORE_CUE.search(text, begin, verb.start())
    cue_start = adverbs.start() if adverbs else verb.start()
    if verb.group().endswith("ing"):
        return _going_on(text, verb, stop, before)
    if before and _AND_THEN.search(text, before[-1].content.start, cue_start):
        return _joined(text, verb, cue_start, stop, before[-1])
    if _PASSIVE.search(text, max(begin, cue_start - 12), cue_start):
        return None
    pause = _PAUSE.search(text, verb.end(), stop)
    closing = _closing(text, verb, begin, pause.start() if pause else stop, cue_start)
    if closing is not None:
        return closing if may_speak(closing.source) else None
    source = _source(text, begin, cue_start, before)
    if source is None or not _is_subject_of(source, verb.group()) or not may_speak(source):
        return None
    if any(t.content.start <= source.start < t.content.end and not _is_beside(text, t, source) for t in before):
        return None  # told inside of what another tells: "X said Y claims …"
    framed = _content(text, verb, stop)
    return Telling(source, Span.cut(text, cue_start, framed[0]), framed[1]) if framed is not None else None


def _is_subject_of(source: Span, verb: str) -> bool:
    words = source.text.lower().split()
    if len(words) == 1 and words[0] in SELF:
        return not thinks(verb)  # "he hoped": his own thoughts
    holds_verb = any(w in telling_forms() and w.endswith(("ed", "aid", "old")) for w in words[1:])
    return is_subject(source.text) and not is_noun(source.text, verb) and not holds_verb


def _source(text: str, begin: int, cue_start: int, before: list[Telling]) -> Span | None:
    """The subject that ends where the cue begins: from the last limit of a clause, or the content it begins."""
    limits = [m.end() for m in _LIMIT.finditer(text, begin, cue_start)]
    starts = [begin, *limits, *(t.content.start for t in before if t.content.start < cue_start)]
    start = max(s for s in starts if s < cue_start) if any(s < cue_start for s in starts) else begin
    joined = re.compile(r"\s*(?:and|but|,\s*and|,\s*but)\s*(?:also\s+|then\s+|later\s+)?\Z").match(
        text[start:cue_start]
    )
    while True:
        lead = _LEAD.match(text, start, cue_start)
        if lead is None or lead.end() >= cue_start:
            break
        start = lead.end()
    found = _SUBJECT.match(text, start, cue_start)
    if found is None or joined is not None:
        return None
    words = found["source"].strip()
    if not words or len(words.split()) > LONGEST_SOURCE:
        return None
    at = found.start("source") + len(found["source"]) - len(found["source"].lstrip())
    return Span.cut(text, at, at + len(words))


def _content(text: str, verb: re.Match[str], stop: int) -> tuple[int, Span] | None:
    """(end of the cue, content) by the first frame of the verb that fits."""
    frames = frames_of(verb.group())
    for name in _ORDER:
        if name not in frames:
            continue
        cue_end = verb.end()
        if name in _PREPOSITION:
            preposition = _PREPOSITION[name].match(text, cue_end, stop)
            if preposition is None:
                continue
            cue_end = preposition.end()
        lead = _frame(name).match(text, cue_end, stop)
        if lead is None:
            continue
        words = text[lead.end() : stop].rstrip(" .!?\n")
        if len(words.split()) < (1 if name in _PREPOSITION else 2) or (name == "clause" and not _is_clause(words)):
            continue
        return cue_end, Span.cut(text, lead.end(), lead.end() + len(words))
    return None


_NO_CLAUSE = re.compile(
    r"(?:to|of|for|in|on|at|by|with|about|against|and|or|so|no|not|nothing|yes|goodbye|from|as|,|;|responsibility)\b|[,;:.]",
    re.I,
)


def _is_clause(words: str) -> bool:
    """Whether words can be a statement of their own: they hold a verb behind their first word."""
    return _NO_CLAUSE.match(words) is None and _HAS_VERB.search(words, len(words.split()[0])) is not None


_GOES_ON = re.compile(r",\s+(?:while\s+|also\s+)?\Z")
_CARRIED = frozenset({
    "adding", "saying", "accusing", "warning", "claiming", "insisting", "stressing", "noting", "blaming", "denying",
    "demanding",
})  # fmt: skip


def _going_on(text: str, verb: re.Match[str], stop: int, before: list[Telling]) -> Telling | None:
    """ "…, adding that …", "…, accusing Norland of …": more of what the last speaker says."""
    if not before or verb.group() not in _CARRIED or not _GOES_ON.search(text, before[-1].cue.end, verb.start()):
        return None
    framed = _content(text, verb, stop)
    if framed is None:
        return None
    return Telling(before[-1].source, Span.cut(text, verb.start(), framed[0]), framed[1], goes_on=True)


_AND_THEN = re.compile(r"(?:\s|,\s)(?:and|but)\s+\Z", re.I)


def _joined(text: str, verb: re.Match[str], cue_start: int, stop: int, last: Telling) -> Telling | None:
    """ "X said A but warned that B": a second verb of the same speaker, in the same tense."""
    framed = _content(text, verb, stop)
    same_tense = _is_past(verb.group()) == _is_past(last.cue.text.split()[-1])
    own = re.search(r"\b(?:after|when|because|who|which|where|if|as|while)\b", text[last.content.start : cue_start])
    if framed is None or not same_tense or (own and " but " not in text[cue_start - 5 : cue_start]):
        return None  # "she ran when her mother called and said that …"
    if "thing" in frames_of(verb.group()) and not _states(text, framed):
        return None
    return Telling(last.source, Span.cut(text, cue_start, framed[0]), framed[1], goes_on=True)


def _states(text: str, framed: tuple[int, Span]) -> bool:
    """Whether a cue is followed by "that", "to" or a preposition rather than by a thing."""
    return bool(re.search(r"\b(?:that|to|of|for)\s*\Z", text[framed[0] - 4 : framed[1].start]))


def _is_past(verb: str) -> bool:
    return verb.endswith(("ed", "d", "t")) or verb in ("swore", "spoke", "saw", "began", "wrote")


_LAST = re.compile(r",\s+(?:and\s+)?(?P<source>[^,;:\"“”]{2,80}?)\s*\Z")
_PAUSE = re.compile(r"[;:](?=\s)")
"""Behind "Y, X said;" the same speaker goes on."""
_INVERTED = re.compile(r"\s+(?P<source>[^,;:\"“”]{2,80}?)(?:\s+(?:in|on)\s[^,;:\"“”]{2,40})?\s*[.!?]?\s*\Z")
_SAYS = frozenset(
    {"said", "says", "reported", "reports", "wrote", "writes", "announced", "confirmed", "claimed", "warned"}
)


def _closing(text: str, verb: re.Match[str], begin: int, stop: int, cue_start: int) -> Telling | None:
    """ "Y, X said on Monday." and "Y, says X.": all of the sentence before the comma."""
    lead = text[begin:cue_start].rstrip()
    inverted = _INVERTED.match(text, verb.end(), stop) if lead.endswith(",") and verb.group() in _SAYS else None
    last = _LAST.search(text, begin, cue_start) if _closes(text, verb, stop) else None
    found = inverted or last
    if found is None:
        return None
    source = Span.cut(text, *found.span("source"))
    told = cue_start if inverted else found.start()
    start = max([begin, *(m.end() for m in re.finditer(r";\s+", text[:told]) if m.end() > begin)])
    words = text[start:told].rstrip(" ,")
    quoted = any(mark in words for mark in '"“”')
    leads_in = _LEAD.fullmatch(f"{words}, ") is not None
    if len(words.split()) < 3 or quoted or leads_in or not _is_subject_of(source, verb.group()):
        return None
    return Telling(source, Span.cut(text, cue_start, verb.end()), Span.cut(text, start, start + len(words)))


def _closes(text: str, verb: re.Match[str], stop: int) -> bool:
    """Whether nothing but a time, an occasion, an addressee or a second teller follows a verb."""
    if _CLOSED_TWICE.match(text, verb.end(), stop) is not None:
        return True
    return (_TOLD if "someone clause" in frames_of(verb.group()) else _CLOSED).match(text, verb.end(), stop) is not None


def _cut(text: str, telling: Telling, found: list[Telling]) -> Telling:
    """The telling with its content up to where another one begins beside it."""
    end = telling.content.end
    for other in found:
        if other is telling:
            continue
        if other.content.start <= telling.cue.start < other.content.end:
            end = min(end, other.content.end)  # told within the other's words
            continue
        if telling.content.start < other.source.start < end:
            end = min(end, len(text[: other.source.start].rstrip()))
        elif other.goes_on and telling.content.start < other.cue.start < end:
            end = min(end, other.cue.start)
    words = _trimmed(text[telling.content.start : end])
    content = Span.cut(text, telling.content.start, telling.content.start + len(words))
    return Telling(telling.source, telling.cue, content, telling.goes_on) if words else telling


JOINT = re.compile(
    r"(?:;|,?\s+(?:but|while|whereas|although|though)|,\s+and)\s+(?:in\s[^,;]{2,40},\s+|on\s[^,;]{2,40},\s+)?\Z", re.I
)


PARTING = re.compile(r"(?:;|,?\s+(?:but|while|whereas))\s+(?:in\s[^,;]{2,40},\s+|on\s[^,;]{2,40},\s+)?\Z", re.I)
"""Between what two speakers say: "X said A, but Y said B"."""


def _is_beside(text: str, telling: Telling, source: Span) -> bool:
    """Whether a subject begins a telling of its own behind another's content: "…, but Y said …"."""
    joint = PARTING if source.text.lower() in SELF else JOINT
    return joint.search(text, telling.content.start, source.start) is not None


def _trimmed(words: str) -> str:
    words = words.rstrip()
    while True:
        shorter = re.sub(r"(?:[,;]|,?\s+(?:but|while|whereas|although|though|and))\Z", "", words).rstrip()
        if shorter == words:
            return words
        words = shorter
