"""By which words does a number count the killed or the injured? The patterns around a number, from `lexicons`."""

from __future__ import annotations

import re
from functools import cache

from dateline.language.numbers import VALUE
from dateline.reading.events.words import load_words, pattern_of, source_of

KINDS = ("killed", "injured")

_ADVERB = (
    r"(?:also|reportedly|allegedly|believed|reported|confirmed|critically|seriously|badly|severely|slightly|fatally|"
    r"later|then|soon|subsequently|eventually|officially|killed and)"
)
BE = (
    r"(?:(?:also|reportedly|allegedly)\s+)?(?:(?:was|were|are|is|have|has|had|be|being|been|got|gets)\s+)+"
    rf"(?:{_ADVERB}\s+)*"
)
# What may stand between a number and the word for what befell the counted: a noun phrase, no new statement.
NOT_IN_NOUN_PHRASE = (
    r"(?:but|while|who|which|that|when|after|as|said|says|were|was|are|is|have|has|had|be|been|killing|injuring|"
    r"wounding|leaving|before|because|if|attacked|opened|fired|reports?|shot|shooting|killed|left|burned|beaten|for)\b"
)
_COUNTED = rf"(?:a|an|another|one|his|her|their|{VALUE})\b"
_STEP = rf"(?:\s+(?!{NOT_IN_NOUN_PHRASE})(?!and\b(?!\s+{_COUNTED}))[\w'’()/.-]*[\w)])"
# "two clerks, identified as A and B, were hurt", "eight others -- including a girl -- were killed"
_ASIDE = (
    r"(?:\s*(?:,|[-–—]{1,2}|\()?\s*\b(?:including|identified as|named|among them|mostly|most of them|all of them|aged)"
    r"\s[^.;]{2,140}?(?:,|[-–—]{1,2}|\))?)?"
)
# "30 killed in a raid", but not "30 killed two guards"
_AFTER_BARE = (
    r"(?=\s*(?:[.,;:)–—-]|\Z|(?:in|on|at|by|and|as|when|while|after|during|near|since|with|for|from|following|across|"
    r"over|this|last|alongside|early|late|outside|inside|overnight)\b))"
)
# "Five were shot, (one) fatally", "(two) of them fatally"
_FATALLY = rf",?(?:\s+of\s+(?:them|whom))?,?\s+(?P<fatally>fatally){_AFTER_BARE}"
# "(One) of the four people shot on Friday (has died)"
_OF_HIT = r"\s+of\s+(?:the\s+)?[\w\s'’-]{1,40}?\s(?:shot|wounded|injured|hurt|stabbed|hit)\b[^.;:]{0,60}?"
_NOT_IN_SINGLE = rf"(?:{NOT_IN_NOUN_PHRASE}|(?:and|in|on|at|by|to|from|with|named|identified)\b)"
_NAMED = (
    r"(?:(?:(?-i:[A-Z])[\w.'’-]*|(?:the|an?|his|her|their)\s+[\w-]+)\s+){1,7}"
    r"(?:and|along with|alongside|together with|as well as)\s+"
)

_BESIDE = r"(?:alongside|along with|together with|as well as)\s+(?:at least\s+)?"
BESIDE = re.compile(rf"\s+{_BESIDE}\Z", re.IGNORECASE)
"""Between the word and the number: "was killed alongside two others"."""

ATTEMPTED = re.compile(r"\battempt(?:ed|ing|s)?(?: to)?\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
"""Before a word of killing: "attempted murder" killed nobody."""

SINGLE = re.compile(
    rf"\b(?P<victim>(?:an?|another)(?:\s+(?!{_NOT_IN_SINGLE})[\w'’()-]*[\w)]){{1,8}}){_ASIDE}"
    rf"\s+(?P<be>{BE}|(?=(?:died|perished|succumbed)\b))",
    re.IGNORECASE,
)
INSIDE_PHRASE = re.compile(
    r"\b(?:of|in|on|at|by|to|from|with|for|near|outside|including|like|under|as|when|after)\s+\Z", re.IGNORECASE
)
NOBODY_BEFORE = re.compile(r"\b(?:no|none of (?:the|its|his|her|their))\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
"""Before a person: "no Velmish guard"."""
UNHURT = re.compile(
    r"(?:\s+(?!and\b|but\b)[\w’'-]+){0,3}?\s+(?:was|were|is|are|(?:has|have|had)\s+been|has|have|had)(?:\s+not|n['’]t)\s+(?:been\s+)?"
    r"(?:hit|hurt|injured|wounded|harmed|struck|shot|killed)\b",
    re.IGNORECASE,
)
"""Behind those who were not hurt: "(the guard) was not hit"."""
DENIED = re.compile(r"\b(?:no|not|n['’]t|without|nor|never)\b", re.IGNORECASE)
LIVES = re.compile(r"\s+(?:[\w-]+\s+)?lives\b", re.IGNORECASE)
CLAIMED_LIVES = re.compile(r"\b(?:claim\w*|cost\w*|tak\w+|took|lost|los\w+)\s+(?:the\s+)?\Z", re.IGNORECASE)
_TO = r"\b(?:to|at|of|is|was|were|reached|reaches|hits?|passe[sd]|stands at|topped|exceeds)\s+\Z"
_PUT = r"(?:puts?|putting|placed?|estimates?|estimated)\s+(?:the\s+)?"
_HURT = r"(?:wounded|injured|hurt|injuries)"
_DEAD = r"(?:dead|deaths|killed|fatalities|victims)"
TOLL = re.compile(
    rf"\b(?:(?:death |casualty )?toll|number of (?:\w+ ){{0,2}}?{_DEAD}|{_PUT}{_DEAD})\b"
    rf"(?:(?!\b{_HURT}\b)[^.;]){{0,90}}?{_TO}",
    re.IGNORECASE,
)
"""The end of the words before a number of dead: "the death toll rose to ", "put the dead at "."""
TOLL_OF_HURT = re.compile(
    rf"\b(?:number of (?:\w+ ){{0,2}}?{_HURT}|(?:{_PUT}|and\s+the\s+){_HURT})\b"
    rf"(?:(?!\b{_DEAD}\b)[^.;]){{0,90}}?{_TO}",
    re.IGNORECASE,
)
BY_ANOTHER = re.compile(r"\s+(?:according\s+to|in\s+the\s+count\s+of|by\s+the\s+count\s+of)\b", re.IGNORECASE)
BY_ONE = re.compile(r"[^.;]*\b(?:according\s+to|by|count)\b[^.;,]*,\s+(?:and\s+|but\s+)?", re.IGNORECASE)
JOINED = re.compile(rf"{_STEP}{{0,7}}?\s*(?:,|,?\s+(?:and|as well as|along with|alongside))\s+\Z", re.IGNORECASE)


@cache
def any_word() -> re.Pattern[str]:
    """Any of the words by which a sentence tells of casualties: a cheap first look."""
    told = [word for kind in KINDS for words in _words(kind) for word in words]
    none = [word for words in load_words("casualties")["none"].values() for word in words]
    return pattern_of([*told, *none, "toll", "lives", "fatally"])


@cache
def befallen(kind: str) -> re.Pattern[str]:
    """ "killed", "died" …"""
    befell, did, _ = _words(kind)
    return pattern_of([*befell, *did])


@cache
def before_number(kind: str) -> re.Pattern[str]:
    """The end of the words before a number: "killing ", "killed Anna Vell and "."""
    words = source_of(_words(kind)[2])
    joined = rf"(?:and\s+\w+\s+|{_NAMED}|{_BESIDE})?"
    return re.compile(rf"\b({words})\s+{joined}(?:(?:the|all|another|some)\s+)?\Z", re.IGNORECASE)


@cache
def behind_number(kind: str) -> re.Pattern[str]:
    """The beginning of the words behind a number: " people were killed"; the last group is the telling word."""
    befell, did, _ = _words(kind)
    told, done, bare = source_of([*befell, *did]), source_of(did), source_of(befell)
    some = rf"|{_FATALLY}|{_OF_HIT}\s(?P<since>{done})\b" if kind == "killed" else ""
    return re.compile(
        rf"{_STEP}{{0,14}}?(?:{_ASIDE}(?:\s+who)?\s+{BE}(?P<told>{told})\b"
        rf"|\s+(?:(?:also|reportedly|instantly)\s+)?(?:(?P<did>{done})\b|(?P<bare>{bare})\b{_AFTER_BARE})){some}",
        re.IGNORECASE,
    )


@cache
def nobody() -> re.Pattern[str]:
    """ "nobody was hurt" (group nobody), "no casualties" (both), "no deaths" (killed), "no injuries" (injured)."""
    none = {name: source_of(words) for name, words in load_words("casualties")["none"].items()}
    verbs = "|".join(source_of([*_words(kind)[0], *_words(kind)[1]]) for kind in KINDS)
    return re.compile(
        r"\b(?P<nobody>no[ -]one|nobody|none(?: of [\w\s]{3,30})?)(?: (?:else|there))?"
        r" (?:was|were|has been|had been|is|got)(?: (?:reported|seriously|reportedly))?"
        rf" (?:(?:{verbs})(?: (?:or|nor|and) )?){{1,2}}"
        r"|\b(?:no|(?P<any>any)|without|zero)\s+(?:(?:reports? of|immediate|reported|other|word of|news of|civilian|"
        r"human|serious|major|further|any)\s+)*"
        rf"(?:(?P<both>{none['both']})|(?P<killed>{none['killed']})|(?P<injured>{none['injured']}))\b",
        re.IGNORECASE,
    )


def _words(kind: str) -> tuple[list[str], list[str], list[str]]:
    """(what befell the victims, what they did, what stands before them)."""
    lists = load_words("casualties")[kind]
    return lists["befell"], lists["did"], lists["before"]
