"""How does news English write times? One named pattern for each way of saying when.

Patterns are matched against folded text (see fold): lower case, plain blanks, apostrophes and hyphens, the same length
as the original. They are tried in the order of RULES at every place, so the more specific stand first. Each rule has a
resolver of the same name in `resolvers.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.reading.times.vocabulary import (
    APPROXIMATIONS,
    DECADES,
    FEASTS,
    FUTURE,
    GAP,
    MONTH,
    MONTH_NAME,
    NUMBER_WORD,
    ORDINAL,
    PART_OF_DAY,
    PAST,
    PRESENT,
    SEASON,
    UNIT,
    UNITS_PLURAL,
    VAGUE_NUMBERS,
    WEEKDAY,
    WEEKDAY_NAME,
    either,
)

_ = GAP
# "early", "mid-": before a time; they change no value.
MOD = (
    rf"(?:(?:very{_})?(?:early|late|mid|midway|middle)(?:-to-late|-to-mid)?(?:-|{_})(?:in{_}|on{_}|of{_})?(?:the{_})?)"
)
EDGE = (
    rf"(?:(?:the{_})?(?:(?:very|latter|early|later){_})?"
    rf"(?:end|beginning|start|middle|close|rest|remainder|course|first{_}part|latter{_}part|early{_}part|late{_}part|"
    rf"last{_}part|last{_}days|first{_}days|early{_}days|final{_}days|closing{_}days|opening{_}days|better{_}part|"
    rf"early{_}months|first{_}months|final{_}months|last{_}months|turn|height|eve|onset){_}of{_})"
)
# "over a week" is part of the time, "over the past week", "over three years" are not.
_AROUND = rf"(?:{either(APPROXIMATIONS)}|over(?={_}an?{_}))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
DAY_OF_MONTH = rf"{DAY}(?:st|nd|rd|th)?"
ERA = rf"(?:{_}?(?:b\.c\.(?:e\.)?|b\.c|bc(?:e)?\b|a\.d\.|ad\b))"
YEAR = r"(?:1\d{3}|20\d{2})"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
YEAR_WORDS = (
    rf"(?:(?:eighteen|nineteen|twenty)(?:{_}|-)(?:hundred{_}(?:and{_})?)?(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|oh[ -](?:{_ONES}))"
    rf"|two{_}thousand(?:{_}(?:and{_})?(?:{_TEENS}|twenty(?:[ -](?:{_ONES}))?|{_ONES}))?)"
)
_YEAR_TAIL = rf"(?:(?:,|{_}of|{_}in)?{_}(?P<year>{YEAR}|{YEAR_WORDS}|'\d\d)(?![\d-]*\d)|,?{_}(?P<year_rel>(?:this|last|next|that|the{_}same|the{_}following|the{_}previous){_}year|(?:of|in){_}(?:this|last|next|that|the{_}same|the{_}following|the{_}previous){_}year))"
_HOUR = r"(?:2[0-4]|1\d|0?\d)"
_MERIDIEM = rf"(?:{_}?(?:a\.{_}?m\.|p\.{_}?m\.|a\.m|p\.m|[ap]m\b))"
_ZONE = (
    rf"(?:{_}?\(?(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|bst|eet|eest|msk|ist|jst|kst|wib|pkt|aest|aedt|sast|wat|cat|eat)"
    rf"(?:{_}?[+-]\d{{1,2}}(?::?\d\d)?)?\b\)?|{_}(?:(?:[a-z]+){_})?(?:local|eastern|pacific|central|mountain|standard|daylight|moscow|london|new{_}york)(?:{_}(?:standard|daylight|summer))?{_}time\b|{_}local\b|{_}hours\b|{_}hrs?\b|z\b)"
)
_CLOCK = (
    rf"(?:(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?)?(?P<meridiem>{_MERIDIEM})(?P<zone>{_ZONE})?"
    rf"|(?P<hour2>{_HOUR})[:.](?P<minute2>[0-5]\d)(?::(?P<second2>[0-5]\d))?(?P<zone2>{_ZONE})"
    rf"|(?P<hour3>{_HOUR}):(?P<minute3>[0-5]\d)(?::(?P<second3>[0-5]\d))?(?![\d:])"
    rf"|(?P<hour4>2[0-3]|[01]\d)(?P<minute4>[0-5]\d)(?P<zone4>{_ZONE})"
    rf"|(?P<oclock>{_HOUR}|{NUMBER_WORD}){_}o'clock(?:{_}in{_}the{_}(?P<oclock_part>morning|afternoon|evening)|{_}at{_}night)?"
    rf"|(?P<noon>noon|midnight|midday)\b)"
)
_DAY_WORD = r"(?:today|yesterday|tomorrow|tonight)"
_FULL_DATE = (
    rf"(?:(?:{WEEKDAY}(?:,{_}|{_}(?:the{_})?))?"
    rf"(?:{MONTH}{_}?(?:the{_})?{DAY_OF_MONTH}(?!\d|:\d|,\d|{_}?%)|(?:the{_})?{DAY_OF_MONTH}(?:{_}of)?(?:{_}|-){MONTH}\b)"
    rf"(?:,?{_}{YEAR}\b)?)"
)
ANY_DAY = rf"(?:{_FULL_DATE}|(?:(?:last|next|this|this{_}past|this{_}coming){_})?{WEEKDAY_NAME}\b|{_DAY_WORD}\b)"
_COUNT = (
    rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?:[ -]\d/\d)?(?:{_}(?:hundred|thousand))?"
    rf"|(?:an?{_})?{NUMBER_WORD}(?:(?:[ -]|{_}and{_}){NUMBER_WORD}){{0,4}}"
    rf"|{either(VAGUE_NUMBERS)}|a{_}couple|half{_}an?|an?(?:{_}half(?=[ -]))?|(?:one{_})?half)"
)
_ORDER = (
    r"(?:past|last|next|coming|first|final|previous|preceding|following|latest|subsequent|recent|"
    r"intervening|initial|remaining|opening|closing|ensuing|early|later|another|same|entire|full)"
)
_KIND = r"(?:more|trading|business|working|consecutive|straight|full|whole|calendar|fiscal|long|short|bloody|additional|further|successive|solid|school|light|leap|difficult|tense|successive)"
_CLAUSE_END = rf"(?=\s*[.,;:)\"']|{_}(?:and|but|that|in|at|on|by|when)\b|\s*$)"
_TAIL = (
    rf"(?:{_}(?P<tail>ago\b|earlier\b|later\b|before\b{_CLAUSE_END}|previously\b|prior\b(?!{_}to)|hence\b|afterwards?\b"
    rf"|after\b{_CLAUSE_END}|from{_}now\b|back\b(?=[,.])|(?:from|before|after){_}(?P<tail_day>today|yesterday|tomorrow)\b"
    rf"|old\b|of{_}age\b))"
)
_DEICTIC = rf"(?:this{_}(?:past|coming)|this|last|next|past|coming|the{_}(?:last|next|past|coming|current|present|following|previous|preceding|same|latest|new)|following|previous|preceding|current|that{_}same|that|upcoming|the{_}(?:upcoming|then-current))"


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of saying when: its name and its pattern over folded text."""

    name: str
    pattern: re.Pattern[str]


def _rule(name: str, pattern: str) -> Rule:
    return Rule(name, re.compile(rf"(?<![\w$£€#]){pattern}(?!\w)"))


RULES: tuple[Rule, ...] = (
    # "2016-03-15", "2016-03-15T10:26Z"
    _rule(
        "iso_date",
        r"(?P<value>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:3[01]|[12]\d|0[1-9]))(?:t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?",
    ),
    # "15/03/2016", "3/15/98", "15.03.2016"
    _rule("numeric_date", r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})[/.](?P<year>(?:19|20)\d\d|\d\d)(?![/.]?\d)"),
    # "10 p.m. Wednesday", "noon Thursday", "5 p.m. EST, Nov. 6", "10:26 GMT", "5:34 am on 20 March 2003"
    _rule(
        "clock",
        rf"(?:(?P<day_first>{_FULL_DATE}|{WEEKDAY_NAME}|{_DAY_WORD})(?:,?{_}at{_}|,?{_}))?(?:(?:around|about|shortly{_}before|shortly{_}after|just{_}before|just{_}after|just{_}past){_})?{_CLOCK}"
        rf"(?:(?:,{_}|{_})(?P<day>{ANY_DAY})|(?={_}?\\([^)]{{3,25}}\\){_}(?P<day_beyond>{ANY_DAY})))?",
    ),
    # "the morning of 31 January 1965", "the early morning hours of 30 April", "the night of Oct. 3"
    _rule(
        "part_of_date",
        rf"(?:{MOD}|the{_}(?:early{_}|late{_})?|late{_}on{_}the{_})?(?P<part>{PART_OF_DAY})(?:{_}hours)?{_}(?:of|on){_}(?P<day>{ANY_DAY})",
    ),
    # "Monday night", "yesterday afternoon", "late Friday evening", "this morning", "that night", "Aug. 4 morning"
    _rule(
        "day_and_part",
        rf"(?:{MOD}|(?:later|earlier){_})?(?P<which>{ANY_DAY}|(?:early{_}|late{_})?(?:this|last|that|that{_}same|the{_}(?:next|following|same|previous)|one|tomorrow|the))(?:{_}|-)(?:early{_}|late{_})?(?P<part>{PART_OF_DAY})(?!{_}of{_}(?!\d))",
    ),
    # "Friday, 15 March 2016", "March 15", "15 March", "the 3rd of May, 2014", "3-5 May" (its last day)
    _rule(
        "month_day",
        rf"(?:{MOD}|{EDGE}|(?:around|about){_})?(?:(?P<weekday>(?:this{_}coming{_}|last{_}|next{_})?{WEEKDAY}),?{_}(?:the{_})?)?{MONTH}{_}?(?:the{_})?{DAY_OF_MONTH}(?!\d|:\d|,\d|\.\d|{_}?%)".replace(
            MONTH, rf"(?P<month>{MONTH})", 1
        ).replace(DAY_OF_MONTH, rf"(?P<day>{DAY_OF_MONTH}|{ORDINAL})", 1)
        + rf"{_YEAR_TAIL}?",
    ),
    _rule(
        "day_month",
        rf"(?:{MOD}|{EDGE}|(?:around|about){_})?(?:(?P<weekday>(?:this{_}coming{_}|last{_}|next{_})?{WEEKDAY}),?{_})?(?:the{_})?(?P<day>{DAY_OF_MONTH}|{ORDINAL})(?:{_}of)?(?:{_}|-)(?P<month>{MONTH})\b(?:-(?P<year_dashed>(?:19|20)\d\d))?{_YEAR_TAIL}?",
    ),
    # The first of two days that share a month: "3" in "from 3 to 5 May", "3-5 May"
    _rule(
        "shared_month",
        rf"(?P<day>{DAY_OF_MONTH})(?={_}?(?:-|to|and|or|until|through){_}?(?P<last>{DAY_OF_MONTH})(?:{_}of)?{_}(?P<month>{MONTH})\b(?:,?{_}(?P<year>{YEAR}))?)",
    ),
    # "28th of that month", "the 5th"
    _rule(
        "day_of_that_month",
        rf"(?:the{_})?(?P<day>{DAY_OF_MONTH}|{ORDINAL}){_}of{_}(?P<which>that|this|last|next|the{_}same|the|the{_}following){_}month",
    ),
    # "March 1996", "mid-November of 2014", "the end of September", "January this year", "early August", "late Jan. 2012"
    _rule(
        "month",
        rf"(?:{MOD}|{EDGE}{MOD}?)?(?P<month>{MONTH})(?:-(?P<year_dashed>(?:19|20)\d\d))?{_YEAR_TAIL}",
    ),
    # "every Friday", "each July", "every two weeks", "every other day", "Tuesday nights"
    _rule(
        "every",
        rf"(?P<each>every|each)(?:{_}(?P<other>other|single|few)|{_}(?P<count>{_COUNT}))?{_}(?:(?P<weekday>{WEEKDAY_NAME})(?:{_}(?P<weekday_part>{PART_OF_DAY}))?|(?P<month>{MONTH_NAME})|(?P<part>{PART_OF_DAY})|(?P<season>{SEASON})|(?P<unit>{UNITS_PLURAL}|{UNIT}))(?!{_}of{_}the{_}(?:past|last))",
    ),
    _rule("weekdays_plural", rf"(?P<weekday>{WEEKDAY_NAME})(?:{_}(?P<part>{PART_OF_DAY}))?s"),
    # "twice a week", "once a month", "three times a day", "per day"
    _rule(
        "rate",
        rf"(?P<times>once|twice|(?:{NUMBER_WORD}|several|many|\d+){_}times){_}(?:an?|per|every|each){_}(?P<unit>{UNIT})",
    ),
    # "the third quarter of 1984", "third-quarter", "the fiscal 1989 second quarter", "this year's third quarter", "Q3 2015"
    _rule(
        "quarter",
        rf"(?:the{_})?(?:(?P<year_before>{YEAR}){_}|(?P<possessor>this|last|next|the{_}previous|the{_}following){_}year's{_}|(?P<ago>year-ago|year-earlier){_}|(?:fiscal|financial|calendar|current|latest|comparable){_}|fiscal-)*"
        rf"(?P<ordinal>first|second|third|fourth|final|last|latter)(?P<join>-|{_})(?:(?:fiscal|calendar|financial){_})?(?P<unit>quarter|half)(?:(?:{_}of|,|{_}in)?{_}(?:(?:fiscal|the{_}fiscal{_}year|the{_}year){_}?)?(?P<year>{YEAR})|{_}of{_}(?P<which>this|last|next|the){_}(?:fiscal{_})?year|{_}(?P<which2>this|last|next){_}year)?(?!{_}of{_}(?:the{_}(?:match|game)|his|its))",
    ),
    _rule(
        "quarter_short", rf"q(?P<number>[1-4])(?:{_}?(?P<year>{YEAR}|'?\d\d))?|(?P<year2>{YEAR}){_}?q(?P<number2>[1-4])"
    ),
    # "the quarter", "the latest quarter", "the year-ago quarter", "the year-earlier period", "the 1988 quarter"
    _rule(
        "that_quarter",
        rf"(?:the{_}|this{_}|that{_}|last{_}|next{_}|its{_})?(?:(?P<which>latest|current|previous|year-ago|year-earlier|corresponding|comparable|same|past|recent|following|{YEAR})(?:{_}|-))+(?P<unit>quarter|period)(?:{_}(?P<when>a{_}year{_}(?:ago|earlier|before)|last{_}year|(?:in|of){_}{YEAR}))?|(?P<article>the|this|that|last|next){_}quarter(?:{_}(?P<when2>a{_}year{_}(?:ago|earlier|before)|last{_}year))?",
    ),
    _rule("year_ago_alone", r"(?P<which>year-ago|year-earlier)"),
    # "the winter of 1944", "summer 2007", "last fall", "this past spring", "the summer"
    _rule(
        "season",
        rf"(?:{EDGE}{MOD}?|{MOD}|(?:later|earlier){_}(?:in{_})?)?(?:(?P<which>{_DEICTIC}){_}|the{_}(?:early{_}|late{_})?)?(?P<season>{SEASON})(?:(?:{_}of|,|{_}in)?{_}(?P<year>{YEAR}|{YEAR_WORDS})|{_}of{_}(?P<year_rel>this|last|next|that|the{_}same|the{_}following){_}year)?",
    ),
    # "Christmas 1963", "New Year's Eve"
    _rule("feast", rf"(?:(?P<which>this|last|next){_})?(?P<feast>{either(FEASTS)})(?:,?{_}(?P<year>{YEAR}))?"),
    # "the 1980s", "the mid-'90s", "the late 1970s", "the nineties"
    _rule(
        "decade",
        rf"(?:{EDGE}{MOD}?|the{_}{MOD}?|{MOD})?(?:(?P<decade>1\d\d0|20\d0|'\d0)'?s|(?P<short>\d0)s|(?:the{_}|nineteen[ -]|eighteen[ -])(?P<word>{either(DECADES)}))",
    ),
    # "the 19th century", "the mid-nineteenth century", "the middle of the 9th century BC"
    _rule(
        "century",
        rf"(?:{EDGE}{MOD}?|the{_}{MOD}?|{MOD})?(?:the{_})?(?P<ordinal>{ORDINAL})(?:-|{_})centur(?:y|ies)(?P<era>{ERA})?",
    ),
    # "241 BC", "AD 79"
    _rule(
        "era_year",
        rf"(?:{EDGE}|{MOD}|the{_}year{_})?(?P<year>\d{{1,4}}){_}?(?P<era>b\.c\.(?:e\.)?|b\.c|bce?|a\.d\.|ce|ad)",
    ),
    # "a day earlier", "two years ago", "several days", "the next 48 hours", "more than four hours", "a three-year period"
    _rule(
        "quantity",
        rf"(?:each{_}of{_})?(?:{_AROUND}{_})*(?:(?P<the>the|these|those|his|her|its|their|our){_})?(?:(?P<order>{_ORDER}){_})?(?P<count>{_COUNT})(?P<range>(?:{_}(?:to|or|and){_}|-){_COUNT})?(?P<join>{_}|-)(?:(?P<order2>past|last|next|previous|following|preceding){_})?(?:{_KIND}(?:{_}|-))*(?P<unit>{UNITS_PLURAL}|{UNIT})(?P<half>{_}and{_}a{_}half)?(?P<or_so>{_}or{_}(?:so|more|two|less))?(?P<and_more>{_}and{_}{_COUNT}{_}(?P<and_unit>{UNITS_PLURAL}|{UNIT}))?(?P<hyphen_old>-old|-long)?(?!-[a-z]){_TAIL}?",
    ),
    # "recent days", "the past few weeks", "coming months", "the next few days", "the last week", "past years"
    _rule(
        "vague_span",
        rf"(?:each{_}of{_})?(?:{_AROUND}{_})*(?:the{_}|these{_})?(?:(?:more|most){_})?(?P<order>recent|past|last|coming|next|future|previous|following|preceding|early|final|ensuing|intervening|subsequent|prior|first){_}(?P<few>few{_}|several{_}|many{_}|couple{_}of{_})?(?P<unit>{UNITS_PLURAL})(?:{_}(?:and|or){_}{UNITS_PLURAL})?",
    ),
    # "earlier this week", "the end of last year", "next Friday", "last November", "the following day", "the same month"
    _rule(
        "deictic",
        rf"(?:(?P<edge>{EDGE}|{MOD}|(?:(?:as{_})?(?:early|late)|later|earlier|sometime|all|some{_}time){_}(?:in{_})?|each{_}of{_})*)(?P<which>{_DEICTIC}){_}(?:(?:fiscal|calendar|financial|school|academic|entire|whole|full|very){_})?(?:(?P<weekday>{WEEKDAY_NAME})(?:,?{_}(?P<month>{MONTH}){_}(?P<day>{DAY_OF_MONTH}|{ORDINAL}))?|(?P<month_alone>{MONTH_NAME})|(?P<unit>{UNIT})|(?P<period>period|time|moment))(?P<or_so>{_}or{_}so)?",
    ),
    # "the day before", "the week after", "the morning after", "the day following"
    _rule(
        "unit_before",
        rf"the{_}(?P<unit>day|night|week|month|year){_}(?P<tail>before|after|following){_CLAUSE_END}",
    ),
    # "the end of the year", "later in the week", "the weekend", "the day", "the year"
    _rule(
        "the_unit",
        rf"(?P<edge>{EDGE}|{MOD}|(?:later|earlier|late|early){_}in{_})?(?:the{_})(?:(?:fiscal|full|calendar){_})?(?P<unit>week|month|year|quarter|decade|century|day|weekend|morning|night)(?!-[a-z]|{_}(?:{YEAR}|{YEAR_WORDS}))",
    ),
    _rule("year_end", rf"(?:(?P<which>this|last|next){_})?(?:year(?:-|{_})end|year's{_}end|end-(?:of-)?year)"),
    # "fiscal 1989", "the fiscal year 2015"
    _rule("fiscal_year", rf"(?:the{_})?(?:fiscal|financial){_}(?:year{_})?(?P<year>{YEAR}|'?\d\d)"),
    # "late Thursday", "early on Tuesday", "Friday", "Mon."
    _rule(
        "weekday",
        rf"(?:{MOD}|(?:later|earlier|late|early|mid){_}(?:on{_})?)?(?P<weekday>{WEEKDAY})(?P<week>{_}(?:this|last|next){_}week)?",
    ),
    # "today", "late yesterday", "tomorrow", "tonight"
    _rule("day_word", rf"(?:{MOD}|(?:later|earlier){_}|(?:the{_})?day{_}(?:before|after){_})?(?P<word>{_DAY_WORD})"),
    _rule("overnight", r"overnight"),
    _rule("present", either(PRESENT)),
    _rule("past", either(PAST)),
    _rule("future", either(FUTURE)),
    # "daily", "weekly", "annually"
    _rule("regular", r"(?P<word>daily|hourly|weekly|monthly|quarterly|annually|yearly|nightly|everyday)"),
    _rule("recent", rf"(?P<word>recent|current|soon|future|former|previously|the{_}past|already)"),
    # "the year 2000", "1988", "mid-2007", "1914-18", "early 1990", "nineteen ninety-six"
    _rule(
        "year",
        rf"(?P<edge>{EDGE}{MOD}?|{MOD}|as{_}(?:early|late|recently){_}as{_})?(?:the{_}years?{_})?(?P<year>{YEAR}|{YEAR_WORDS}|'[4-9]\d|'[012]\d)",
    ),
    # the second year of a span: "18" in "1914-18"
    _rule("span_year", r"(?<=\b(?:1[0-9]|20)\d\d[-/])(?P<year>\d\d)"),
    # a month alone; see resolvers for when it is one: "in March", "last seen in Jan."
    _rule("month_alone", rf"(?P<edge>{EDGE}{MOD}?|{MOD})?(?P<month>{MONTH})"),
    _rule(
        "bare_units", rf"(?P<unit>{UNITS_PLURAL})(?:{_}(?:and|or){_}{UNITS_PLURAL})?(?:{_}(?P<tail>ago|earlier|later))?"
    ),
)

_NAMED = re.compile(r"\(\?P<\w+>")
MASTER = re.compile("|".join(f"(?P<{rule.name}>{_NAMED.sub('(?:', rule.pattern.pattern)})" for rule in RULES))
RULE_BY_NAME = {rule.name: rule for rule in RULES}
RULE_NUMBERS = {rule.name: number for number, rule in enumerate(RULES)}

_FOLDS = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_FOLDS |= dict.fromkeys(map(ord, "’‘ʼ`´"), "'") | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_FOLDS |= dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\r\f\v"), " ")


def fold(text: str) -> str:
    """The text as patterns want it, character for character: lower-case Latin, plain blanks, hyphens, apostrophes."""
    return text.translate(_FOLDS)
