"""What do the words beside a number say? "Two men were shot" tells of no dead, "the third man killed this year" counts
nobody."""

from __future__ import annotations

import re
from functools import cache

from dateline.model.span import Span
from dateline.reading.events.casualty_patterns import BE, NOT_IN_NOUN_PHRASE, before_number
from dateline.reading.events.words import load_words, pattern_of, source_of

_RANK = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[\w-]+ieth|"
    r"\d+(?:st|nd|rd|th)|latest)"
)
_RANKED = re.compile(rf"\A(?:(?:the|its|their|our|at least|\w+(?:['’]s|s['’]))\s+){{0,2}}{_RANK}\b", re.IGNORECASE)
# "(the third person) killed in the city this month", "(its fifth) homicide of the year"
_IN_A_ROW = re.compile(
    r"(?:(?!\b(?:was|were|has|had|is)\b)[^.;]){0,50}?\b(?:killed|murdered|slain|shot|shooting|die|dead|death|homicide|"
    r"murder|victim|fatality|killing)\b"
    r"[^.;]{0,50}?\b(?:this|last|since|so far|of the (?:year|month|day)|over the|"
    r"within (?:a|\d|the (?:past|last|same))|"
    r"in (?:as many|less|under|the (?:city|area|county|region|country)|\d|\w+ (?:days|weeks|months|years)))\b",
    re.IGNORECASE,
)
# "the first of (two clerks killed over the weekend)"
_RANK_OF = re.compile(rf"\b{_RANK}\s+of\s+(?:the\s+|at\s+least\s+)?\Z", re.IGNORECASE)
_HIT = r"(?:shot|stabbed|hit|struck|beaten)"
_ADVERB = r"(?:\w+ly\s+)?"
_LOOK_BACK = 40


def is_ranked(text: str, words: Span) -> bool:
    """Whether the words only say the how-manieth somebody is ("the third person killed in the city this month")."""
    ranked = _RANKED.match(words.text) or _RANK_OF.search(text[max(0, words.start - _LOOK_BACK) : words.start])
    return bool(ranked) and bool(_IN_A_ROW.match(text, words.end))


def lived(text: str, number: Span, end: int) -> str | None:
    """ "hurt" or "hit" where the words beside a number say so and nothing of death up to `end`, else None.

    "Three people (were wounded)", "(wounding) three", "a guard (was shot and wounded)" are hurt, "two clerks (were
    shot)" were hit.
    """
    if before_number("injured").search(text[max(0, number.start - _LOOK_BACK) : number.start]):
        return "hurt"
    found = _behind().match(text, number.end, end)
    if found is None or _death().search(_rest(text, found.end(), end)):
        return None
    return "hurt" if found["hurt"] or found["then"] else "hit"


# "(A porter) with a gunshot wound was taken to Velm Hospital and died"
_DIED = re.compile(
    r"[^.;]{0,120}?(?:,|\b(?:and|but|before))\s+(?:(?:later|then|soon|has|had|since|subsequently)\s+)*"
    r"(?:died|dying|succumbed|(?:was|is)\s+(?:later\s+)?(?:pronounced|declared)\s+dead)\b",
    re.IGNORECASE,
)


def died(text: str, person: Span, end: int) -> bool:
    """Whether the words behind a person who was hurt say, up to `end`, that he died of it."""
    return bool(_DIED.match(text, person.end, end))


# "… and died", "and killed" go on with the same people, "and two died" does not.
_NEXT_CLAUSE = re.compile(
    r"[.;,:]|\s[-–—]{1,2}\s|\b(?:but|while|when|as|after|before)\b|"
    r"\band\b(?!\s+(?:(?:later|then|has|have|was|were|subsequently)\s+)*(?:died|killed|fatally|succumbed)\b)",
    re.IGNORECASE,
)


def _rest(text: str, start: int, end: int) -> str:
    """The words up to the next clause."""
    stop = _NEXT_CLAUSE.search(text, start, end)
    return text[start : stop.start() if stop else end]


@cache
def _behind() -> re.Pattern[str]:
    hurt = source_of(load_words("casualties")["injured"]["befell"])
    noun = rf"(?:\s+(?!{NOT_IN_NOUN_PHRASE}|and\b)[\w'’-]+){{0,4}}?(?:,\s(?:aged|ages|both)\s[^.;]{{1,40}}?,)?"
    return re.compile(
        rf"{noun}\s+(?:{BE})?{_ADVERB}(?:{_HIT}(?P<then>\s+and\s+{_ADVERB}(?:{hurt}))?|(?P<hurt>{hurt}))"
        r"(?=\s*(?:[.,;:)–—-]|\Z|(?:in|on|at|by|and|as|when|while|after|during|near|with|from|following|early|late|outside|"
        r"inside|overnight|multiple|several|more|last|this|\w+day|\d)\b))",
        re.IGNORECASE,
    )


@cache
def _death() -> re.Pattern[str]:
    lists = load_words("casualties")
    return pattern_of([word for words in lists["killed"].values() for word in words] + ["fatally", "to death"])
