"""Which phrases do the expressions of time share? The building blocks of the grammar, as verbose patterns."""

from __future__ import annotations

from dateline.reading.times.vocabulary import (
    APPROXIMATIONS,
    GAP,
    MONTH,
    NUMBER_WORD,
    VAGUE_NUMBERS,
    WEEKDAY,
    WEEKDAY_NAME,
    either,
)

_ = GAP

# "early ", "mid-": before a time; they change no value.
MOD = rf"""(?: (?:very{_})? (?:early|late|mid|midway|middle) (?:-to-late|-to-mid)? (?:-|{_})
    (?:(?:in|on|of){_})? (?:the{_})? )"""
# "the end of ", "the first days of "
EDGE = rf"""(?: (?:the{_})? (?:(?:very|latter|early|later){_})?
    (?:end|beginning|start|middle|close|rest|remainder|course|better{_}part|onset|height
      |(?:first|latter|early|late|last){_}part |(?:last|first|early|final|closing|opening){_}days
      |(?:early|first|final|last){_}months
      |(?:first|second|third|fourth|last|final){_}(?:(?:two|three|few){_})?(?:weeks?|half)) {_}of{_} )"""
# "over a week" is part of the time; "over the past week", "over three years" are not.
AROUND = rf"(?:{either(APPROXIMATIONS)}|over(?={_}an?{_}))"
ABOUT = rf"(?:around|about){_}"

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
DAY_OF_MONTH = rf"(?:{DAY}(?:st|nd|rd|th)?)"
# The day of "May 5" is no number of something else: "May 5:30", "May 1,500", "May 5%".
DAY_ENDS = rf"(?! \d | [:,.]\d | {_}?% )"
YEAR = r"(?:1\d{3}|20\d{2})"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
YEAR_WORDS = rf"""(?: (?:eighteen|nineteen|twenty) (?:{_}|-) (?:hundred{_}(?:and{_})?)?
        (?: (?:{_TENS})(?:[ -](?:{_ONES}))? | {_TEENS} | oh[ -](?:{_ONES}) )
    | two{_}thousand (?: {_}(?:and{_})? (?:{_TEENS}|twenty(?:[ -](?:{_ONES}))?|{_ONES}) )? )"""
RELATIVE_YEAR = rf"(?:this|last|next|that|the{_}same|the{_}following|the{_}previous){_}year"
YEAR_TAIL = rf"""(?: (?:,|{_}of|{_}in)?{_} (?P<year>{YEAR}|{YEAR_WORDS}|'\d\d) (?![\d-]*\d)
    | (?:,?{_}|{_}(?:of|in){_}) (?P<year_rel>{RELATIVE_YEAR}) )"""
ERA = r"(?:b\.c\.(?:e\.)?|b\.c|bce?\b)"

_HOUR = r"(?:2[0-4]|1\d|0?\d)"
_MERIDIEM = rf"(?:{_}?(?:a\.{_}?m\.|p\.{_}?m\.|a\.m|p\.m|[ap]m\b))"
_ZONE_LETTERS = """gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|et|cet|cest|bst|eet|eest|msk|ist|irst|jst|kst|wib|pkt|aest
    |aedt|sast|wat|cat|eat"""
_ZONE = rf"""(?: {_}?(?:{_ZONE_LETTERS})(?:{_}?[+-]\d{{1,2}}(?::?\d\d)?)?\b
    | {_}\((?:{_ZONE_LETTERS})\)
    | {_}(?:[a-z]+{_})?(?:local|eastern|pacific|central|mountain|standard|daylight|moscow|london|york)
        (?:{_}(?:standard|daylight|summer))?{_}time\b
    | {_}local\b | {_}hours\b | {_}hrs?\b | z\b )"""
CLOCK = rf"""(?: (?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?)?(?P<meridiem>{_MERIDIEM})(?:{_ZONE})?
    | (?P<hour2>{_HOUR})[:.](?P<minute2>[0-5]\d)(?::[0-5]\d)?{_ZONE}
    | (?P<hour3>{_HOUR}):(?P<minute3>[0-5]\d)(?::[0-5]\d)?(?![\d:])
    | (?P<hour4>2[0-3]|[01]\d)(?P<minute4>[0-5]\d){_ZONE}
    | (?P<oclock>{_HOUR}|{NUMBER_WORD}){_}o'clock
        (?:{_}in{_}the{_}(?P<oclock_part>morning|afternoon|evening)|{_}at{_}night)?
    | (?P<oclock2>{_HOUR}|{NUMBER_WORD}){_}in{_}the{_}(?P<oclock2_part>morning|afternoon|evening)
    | (?P<noon>noon|midnight|midday)\b )"""
DAY_WORD = r"(?:today|yesterday|tomorrow|tonight)"
FULL_DATE = rf"""(?: (?:{WEEKDAY}(?:,{_}|{_}(?:the{_})?))?
    (?: {MONTH}{_}?(?:the{_})?{DAY_OF_MONTH}{DAY_ENDS}
      | (?:the{_})?{DAY_OF_MONTH}(?:{_}of)?(?:{_}|-){MONTH}\b )
    (?:,?{_}{YEAR}\b)? )"""
WEEKDAY_SAID = rf"(?: (?:(?:last|next|this|this{_}past|this{_}coming){_})?{WEEKDAY_NAME}\b )"
ANY_DAY = rf"(?:{FULL_DATE}|{WEEKDAY_SAID}|{DAY_WORD}\b)"

COUNT = rf"""(?: \d+(?:,\d{{3}})*(?:\.\d+)?(?:[ -]\d/\d)?(?:{_}(?:hundred|thousand))?
    | (?:an?{_})?{NUMBER_WORD}(?:(?:[ -]|{_}and{_}){NUMBER_WORD}){{0,4}}
    | {either(VAGUE_NUMBERS)}
    | a{_}couple | half{_}an? | an?(?:{_}half(?=[ -]))? | (?:one{_})?half )"""
ORDER = """(?:past|last|next|coming|first|final|previous|preceding|following|latest|subsequent|recent|intervening
    |initial|remaining|opening|closing|ensuing|early|later|another|same|entire|full)"""
KIND = """(?:more|trading|business|working|consecutive|straight|full|whole|calendar|fiscal|long|short|bloody|additional
    |further|successive|solid|school|light|leap|difficult|tense)"""
# "the day before": but not "the day before the vote", "six months after he left"
CLAUSE_END = rf"""(?= \s*[.,;:)"'] | {_}(?:and|but|that|in|at|on|by|when)\b | \s*$ )"""
TAIL = rf"""(?: {_}(?P<tail> (?:ago|earlier|later|previously|hence|afterwards?)\b | (?:before|after)\b{CLAUSE_END}
    | prior\b(?!{_}to) | from{_}now\b | back\b(?=[,.])
    | (?:from|before|after){_}(?P<tail_day>today|yesterday|tomorrow)\b | old\b | of{_}age\b ) )"""
DEICTIC = rf"""(?: this{_}(?:past|coming)|this|last|next|past|coming
    | the{_}(?:last|next|past|coming|current|present|following|previous|preceding|same|latest|upcoming|new)
    | following|previous|preceding|current|that{_}same|that|upcoming )"""
