"""How does news English write times? One named pattern for each way of saying when.

Patterns are matched against folded text (see fold): lower case, plain blanks, apostrophes and hyphens, the same length
as the original. They are verbose: blanks between the parts mean nothing. At every place they are tried in the order of
RULES, so the more specific stand first. Each rule has a resolver of the same name in resolvers.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.reading.times.pieces import (
    ABOUT,
    ANY_DAY,
    AROUND,
    CLAUSE_END,
    CLOCK,
    COUNT,
    DAY,
    DAY_ENDS,
    DAY_OF_MONTH,
    DAY_WORD,
    DEICTIC,
    EDGE,
    ERA,
    FULL_DATE,
    KIND,
    MOD,
    ORDER,
    RELATIVE_YEAR,
    TAIL,
    YEAR,
    YEAR_TAIL,
    YEAR_WORDS,
)
from dateline.reading.times.vocabulary import (
    DECADES,
    FAMOUS_DAYS,
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
    WEEKDAY,
    WEEKDAY_NAME,
    either,
)

_ = GAP


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of saying when: its name and its pattern over folded text."""

    name: str
    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled at first use: sixty patterns at the start would cost every command a third of a second."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.VERBOSE)


def _rule(name: str, pattern: str) -> Rule:
    return Rule(name, rf"(?<![\w$£€#])(?:{pattern})(?!\w)")


_DAY_RULES = (
    # "2016-03-15", "2016-03-15T10:26Z"
    _rule(
        "iso_date",
        r"""(?P<value>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:3[01]|[12]\d|0[1-9]))
        (?:t\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?""",
    ),
    # "15/03/2016", "3/15/98", "15.03.2016"
    _rule(
        "numeric_date",
        r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![/.]?\d)",
    ),
    # "9/11"
    _rule("famous_day", either(FAMOUS_DAYS)),
    # "10 p.m. Wednesday", "noon Thursday", "5 p.m. EST, Nov. 6", "10:26 GMT", "3 a.m. (0735 GMT) Friday"
    _rule(
        "clock",
        rf"""(?:(?P<day_first>{FULL_DATE}|{WEEKDAY_NAME}|{DAY_WORD})(?:,?{_}at{_}|,?{_}))?
        (?:(?:around|about|shortly{_}before|shortly{_}after|just{_}before|just{_}after|just{_}past){_})?{CLOCK}
        (?:(?:,{_}|{_})(?P<day>{ANY_DAY})|(?={_}?\([^)]{{3,25}}\){_}(?:on{_})?(?P<day_beyond>{ANY_DAY})))?""",
    ),
    # "the morning of 31 January 1965", "the early hours of Thursday morning", "the night of Oct. 3", "dawn on Friday"
    _rule(
        "part_of_date",
        rf"""(?:{MOD}|the{_}(?:early{_}|late{_})?|late{_}on{_}the{_})?
        (?:(?P<part>{PART_OF_DAY})(?:{_}hours)?|(?P<small>(?:early|small|wee|predawn|pre-dawn){_}hours))
        {_}(?:of|on){_}(?P<day>{ANY_DAY})(?:{_}(?P<part_again>{PART_OF_DAY}))?""",
    ),
    # "Monday night", "yesterday afternoon", "late Friday evening", "this morning", "that night", "Aug. 4 morning"
    _rule(
        "day_and_part",
        rf"""(?:{MOD}|(?:later|earlier){_})?
        (?P<which>{ANY_DAY}
          |(?:(?:early|late){_})?(?:this|last|that|that{_}same|the{_}(?:next|following|same|previous)|tomorrow))
        (?:{_}|-)(?:(?:early|late){_})?(?P<part>{PART_OF_DAY})(?!{_}of{_}(?!\d))""",
    ),
    # "Friday, 15 March 2016", "March 15", "the 3rd of May, 2014"
    _rule(
        "month_day",
        rf"""(?:{MOD}|{EDGE}|{ABOUT})?
        (?:(?P<weekday>(?:(?:this{_}coming|last|next){_})?{WEEKDAY}),?{_}(?:the{_})?)?
        (?P<month>{MONTH}){_}?(?:the{_})?(?P<day>{DAY_OF_MONTH}|{ORDINAL}){DAY_ENDS}{YEAR_TAIL}?""",
    ),
    _rule(
        "day_month",
        rf"""(?:{MOD}|{EDGE}|{ABOUT})?
        (?:(?P<weekday>(?:(?:this{_}coming|last|next){_})?{WEEKDAY}),?{_})?
        (?:the{_})?(?P<day>{DAY_OF_MONTH}|{ORDINAL})(?:{_}of)?(?:{_}|-)(?P<month>{MONTH})\b
        (?:-(?P<year_dashed>(?:19|20)\d\d))?{YEAR_TAIL}?""",
    ),
    # The first of two days that share a month: "3" in "from 3 to 5 May", "3-5 May"
    _rule(
        "shared_month",
        rf"""(?P<day>{DAY_OF_MONTH})(?={_}?(?:-|/|to|and|or|until|through){_}?(?P<last>{DAY_OF_MONTH})(?:{_}of)?{_}
        (?P<month>{MONTH})\b(?:,?{_}(?P<year>{YEAR}))?)""",
    ),
    # "28th of that month"
    _rule(
        "day_of_that_month",
        rf"""(?:the{_})?(?P<day>{DAY_OF_MONTH}|{ORDINAL}){_}of{_}
        (?P<which>that|this|last|next|the{_}same|the{_}following|the){_}month""",
    ),
    # "5" in "May 4 and 5", "the 5th"
    _rule(
        "day_again",
        rf"""(?P<the>the{_})?(?P<day>{DAY}(?:st|nd|rd|th)|{DAY}(?![-/:.]\d|,\d|\d|{_}?%))
        (?:,{_}(?P<year>{YEAR}))?""",
    ),
    # "March 1996", "mid-November of 2014", "January this year", "early August 2012"
    _rule("month", rf"(?:{MOD}|{EDGE}{MOD}?)?(?P<month>{MONTH})(?:-(?P<year_dashed>(?:19|20)\d\d)|{YEAR_TAIL})"),
)

_PERIOD_RULES = (
    # "the third quarter of 1984", "third-quarter", "the 1989 second quarter", "this year's third quarter"
    _rule(
        "quarter",
        rf"""(?:the{_})?
        (?:(?P<year_before>{YEAR}){_}|(?P<possessor>this|last|next|the{_}previous|the{_}following){_}year's{_}
          |(?P<ago>year-ago|year-earlier){_}|(?:fiscal|financial|calendar|current|latest|comparable){_}|fiscal-)*
        (?P<ordinal>first|second|third|fourth|final|last|latter)(?P<join>-|{_})
        (?:(?:fiscal|calendar|financial){_})?(?P<unit>quarter|half)
        (?: (?:{_}of|,|{_}in)?{_}(?:(?:fiscal|the{_}fiscal{_}year|the{_}year){_})?(?P<year>{YEAR})
          | {_}of{_}(?P<which>this|last|next|the){_}(?:fiscal{_})?year
          | {_}(?P<which2>this|last|next){_}year )?""",
    ),
    # "Q3 2015", "H1 2016"
    _rule(
        "quarter_short",
        rf"""(?P<kind>q)(?P<number>[1-4])(?:{_}?(?P<year>{YEAR}|'?\d\d))?
        | (?P<year2>{YEAR}){_}?(?P<kind2>[qh])(?P<number2>[1-4])
        | (?P<kind3>h)(?P<number3>[12]){_}?(?P<year3>{YEAR})""",
    ),
    # "the winter of 1944", "summer 2007", "last fall", "this past spring", "the summer"
    _rule(
        "season",
        rf"""(?:{EDGE}{MOD}?|{MOD}|(?:later|earlier){_}(?:in{_})?)?
        (?:(?P<which>{DEICTIC}){_}|the{_}(?:(?:early|late){_})?)?(?P<season>{SEASON})
        (?:(?:{_}of|,|{_}in)?{_}(?P<year>{YEAR}|{YEAR_WORDS})|{_}of{_}(?P<year_rel>{RELATIVE_YEAR}))?""",
    ),
    # "Christmas 1963", "New Year's Eve", "last Thanksgiving"
    _rule("feast", rf"(?:(?P<which>this|last|next){_})?(?P<feast>{either(FEASTS)})(?:,?{_}(?P<year>{YEAR}))?"),
    # "the 1980s", "the mid-'90s", "the late 1970s", "the nineties"
    _rule(
        "decade",
        rf"""(?:{EDGE}{MOD}?|the{_}{MOD}?|{MOD})?
        (?:(?P<decade>1\d\d0|20\d0|'\d0)'?s|(?P<short>\d0)s
          |(?:the{_}|nineteen[ -]|eighteen[ -])(?P<word>{either(DECADES)}))""",
    ),
    # "the 19th century", "the mid-nineteenth century", "the middle of the 9th century BC"
    _rule(
        "century",
        rf"""(?:{EDGE}{MOD}?|the{_}{MOD}?|{MOD})?(?:the{_})?(?P<ordinal>{ORDINAL})(?:-|{_})centur(?:y|ies)
        (?:{_}?(?P<era>{ERA}))?""",
    ),
    # "241 BC", "79 AD", the first of "264 to 241 BC"
    _rule(
        "era_year",
        rf"""(?:{EDGE}|{MOD}|the{_}year{_})?(?P<year>\d{{1,4}})
        (?: {_}?(?P<era>{ERA}) | {_}?(?P<common>a\.d\.|ad|ce) | (?={_}?(?:-|to|and|or){_}?\d{{1,4}}{_}{ERA}) )""",
    ),
)

_SET_RULES = (
    # "every Friday", "each July", "every two weeks", "every other day"
    _rule(
        "every",
        rf"""(?P<each>every|each)(?:{_}(?P<other>other|single|few)|{_}(?P<count>{COUNT}))?{_}
        (?:(?P<weekday>{WEEKDAY_NAME})(?:{_}(?P<weekday_part>{PART_OF_DAY}))?|(?P<month>{MONTH_NAME})
          |(?P<part>{PART_OF_DAY})|(?P<season>{SEASON})|(?P<unit>{UNITS_PLURAL}|{UNIT}))
        (?!{_}of{_}the{_}(?:past|last))""",
    ),
    # "Tuesdays", "Tuesday nights"
    _rule("weekdays_plural", rf"(?P<weekday>{WEEKDAY_NAME})(?:{_}(?P<part>{PART_OF_DAY}))?s"),
    # "twice a week", "three times a day", "per day"
    _rule(
        "rate",
        rf"""(?P<times>(?:once|twice|(?:{NUMBER_WORD}|several|many|\d+){_}times){_}(?:an?|per|every|each){_}|per{_})
        (?P<unit>{UNIT})""",
    ),
)

_COUNTED_RULES = (
    # "the quarter", "the latest quarter", "the year-earlier period", "the 1988 quarter"
    _rule(
        "that_quarter",
        rf"""(?:(?:the|this|that|last|next){_})?
        (?:(?:latest|current|previous|year-ago|year-earlier|corresponding|comparable|same|past|recent|following|{YEAR})
          (?:{_}|-))+(?P<unit>quarter|period)
        (?:{_}(?:a{_}year{_}(?:ago|earlier|before)|last{_}year|(?:in|of){_}{YEAR}))?
        | (?:the|this|that|last|next){_}quarter(?:{_}(?:a{_}year{_}(?:ago|earlier|before)|last{_}year))?""",
    ),
    _rule("year_ago_alone", r"year-ago|year-earlier"),
    # "a day earlier", "two years ago", "several days", "the next 48 hours", "a three-year period"
    _rule(
        "quantity",
        rf"""(?:each{_}of{_})?(?:{AROUND}{_})*(?:(?P<the>the|these|those|his|her|its|their|our){_})?
        (?:(?P<order>{ORDER}){_})?(?P<count>{COUNT})(?P<range>(?:{_}(?:to|or|and){_}|-){COUNT})?
        (?P<join>{_}|-)(?:(?P<order2>past|last|next|previous|following|preceding){_})?(?:{KIND}(?:{_}|-))*
        (?P<unit>{UNITS_PLURAL}|{UNIT})(?P<half>{_}and{_}a{_}half)?(?:{_}or{_}(?:so|more|two|less))?
        (?:{_}and{_}{COUNT}{_}(?:{UNITS_PLURAL}|{UNIT}))?(?P<hyphen_old>-old|-long)?(?!-[a-z]){TAIL}?""",
    ),
    # "recent days", "the past few weeks", "coming months", "the next few days"
    _rule(
        "vague_span",
        rf"""(?:each{_}of{_})?(?:{AROUND}{_})*(?:(?:the|these){_})?(?:(?:more|most){_})?
        (?P<order>recent|past|last|coming|next|future|previous|following|preceding|early|final|ensuing|intervening
          |subsequent|prior|first){_}(?P<few>few{_}|several{_}|many{_}|couple{_}of{_})?
        (?P<unit>{UNITS_PLURAL})(?:{_}(?:and|or){_}{UNITS_PLURAL})?""",
    ),
)

_RELATIVE_RULES = (
    # "the week of March 6"
    _rule("week_of", rf"(?:the{_})?week{_}(?:of|ending|beginning|starting){_}(?P<day>{FULL_DATE})"),
    # "the year before last", "the week after next"
    _rule(
        "before_last",
        rf"the{_}(?P<unit>night|weekend|week|month|year){_}(?P<way>before{_}last|after{_}next)",
    ),
    # "earlier this week", "the end of last year", "next Friday", "last November", "the following day", "the same month"
    _rule(
        "deictic",
        rf"""(?P<edge>(?:{EDGE}|{MOD}|(?:(?:as{_})?(?:early|late)|later|earlier|sometime|all|some{_}time){_}(?:in{_})?
          |each{_}of{_})*)(?P<which>{DEICTIC}){_}
        (?:(?:fiscal|calendar|financial|school|academic|entire|whole|full|very){_})?
        (?: (?P<weekday>{WEEKDAY_NAME})(?:,?{_}(?P<month>{MONTH}){_}(?P<day>{DAY_OF_MONTH}|{ORDINAL}))?
          | (?P<month_alone>{MONTH_NAME}) | (?P<unit>{UNIT}) | (?P<period>time|moment) )(?:{_}or{_}so)?""",
    ),
    # "the day before", "the week after", "the day following"
    _rule(
        "unit_before",
        rf"the{_}(?P<unit>day|night|week|month|year){_}(?P<tail>before|after|following){CLAUSE_END}",
    ),
    # "the end of the year", "later in the week", "the weekend", "the year"
    _rule(
        "the_unit",
        rf"""(?P<edge>{EDGE}|{MOD}|(?:later|earlier|late|early){_}in{_})?the{_}(?:(?:fiscal|full|calendar){_})?
        (?P<unit>week|month|year|quarter|decade|century|day|weekend)(?!-[a-z]|{_}(?:{YEAR}|{YEAR_WORDS}))""",
    ),
    _rule("year_end", rf"(?:(?P<which>this|last|next){_})?(?:year(?:-|{_})end|year's{_}end|end-(?:of-)?year)"),
    # "fiscal 1989", "the fiscal year 2015"
    _rule("fiscal_year", rf"(?:the{_})?(?:fiscal|financial){_}(?:year{_})?(?P<year>{YEAR}|'?\d\d)"),
    # "late Thursday", "early on Tuesday", "Friday", "Mon."
    _rule(
        "weekday",
        rf"""(?:{MOD}|(?:later|earlier|late|early|mid){_}(?:on{_})?)?(?P<weekday>{WEEKDAY})
        (?P<week>{_}(?:this|last|next){_}week)?""",
    ),
    # "today", "late yesterday", "tomorrow", "the day before yesterday"
    _rule(
        "day_word",
        rf"(?:{MOD}|(?:later|earlier){_}|(?:the{_})?day{_}(?:before|after){_})?(?P<word>{DAY_WORD})",
    ),
    _rule("overnight", r"overnight"),
    _rule("present", either(PRESENT)),
    _rule("past", either(PAST)),
    _rule("future", either(FUTURE)),
    # "daily", "weekly", "annually"
    _rule("regular", r"(?P<word>daily|hourly|weekly|monthly|quarterly|annually|yearly|nightly|everyday)"),
    _rule("recent", rf"(?P<word>recent|current|former|the{_}past)"),
)

_LAST_RULES = (
    # "the year 2000", "1988", "mid-2007", "early 1990", "nineteen ninety-six"
    _rule(
        "year",
        rf"""(?P<edge>{EDGE}{MOD}?|{MOD}|as{_}(?:early|late|recently){_}as{_})?(?:the{_}years?{_})?
        (?P<year>{YEAR}|{YEAR_WORDS}|'[4-9]\d|'[012]\d)""",
    ),
    # The second year of a span: "18" in "1914-18"
    _rule("span_year", r"(?<=\b(?:1[0-9]|20)\d\d[-/])(?P<year>\d\d)"),
    # A month alone: "in March"; dates.month_alone says when the word is one
    _rule("month_alone", rf"(?P<edge>{EDGE}{MOD}?|{MOD})?(?P<month>{MONTH})"),
    # "for years", "months ago"
    _rule(
        "bare_units",
        rf"(?P<unit>{UNITS_PLURAL})(?:{_}(?:and|or){_}{UNITS_PLURAL})?(?:{_}(?P<tail>ago|earlier|later))?",
    ),
)

RULES: tuple[Rule, ...] = (
    *_DAY_RULES,
    *_SET_RULES,
    *_PERIOD_RULES,
    *_COUNTED_RULES,
    *_RELATIVE_RULES,
    *_LAST_RULES,
)
RULE_BY_NAME = {rule.name: rule for rule in RULES}
RULE_NUMBERS = {rule.name: number for number, rule in enumerate(RULES)}

_NAMES = re.compile(r"\(\?P<\w+>")
# A group referred to again cannot lose its name; any mark will do for finding.
_REFERENCES = re.compile(r"\(\?P=\w+\)")
MASTER = re.compile(
    "|".join(f"(?P<{rule.name}>{_REFERENCES.sub('[/.]', _NAMES.sub('(?:', rule.source))})" for rule in RULES),
    re.VERBOSE,
)

_FOLDS = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_FOLDS |= dict.fromkeys(map(ord, "’‘ʼ`´"), "'") | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_FOLDS |= dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\r\f\v"), " ")


def fold(text: str) -> str:
    """The text as patterns want it, character for character: lower-case Latin, plain blanks, hyphens, apostrophes."""
    return text.translate(_FOLDS)
