"""How many? Reads the count in "at least 30", "dozens", "a woman and two children" or "nobody", with its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.errors import WrongUsage
from dateline.model.span import NumberSpan

Bounds = tuple[int | None, int | None]

VAGUE_WORDS: dict[str, dict[str, int]] = {
    # ACLED's coding rule (FAQ on fatalities): the least number that the word allows.
    "acled": {"dozen": 12, "score": 20, "several": 3, "some": 3, "many": 3, "few": 3, "handful": 3, "plural": 2},
    # The rule of the casebook benchmark, as its README states it.
    "casebook": {"dozen": 24, "score": 40, "several": 3, "some": 2, "many": 2, "few": 3, "handful": 3, "plural": 2},
}
"""What a word without a number counts, by named rule."""

_HUNDREDS = {"acled": 1, "casebook": 2}  # "hundreds": 100 or 200

_ONES: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "lakh": 10**5, "crore": 10**7}

_UNIT = "|".join(["zero", *list(_ONES)[1:], *_TENS])
_SCALE = "|".join(_SCALES)
_DIGITS = (
    r"\d{1,3}(?:[,\u2009\u00a0\u202f ]\d{3}){1,3}(?![\d])|\d{1,3}(?:\.\d{3}){2,3}(?!\d)|"
    r"\d{1,12}(?!\d)(?:\.\d{1,6})?"
)
_SPELLED = rf"(?:{_UNIT})(?:[ -](?:and[ -])?(?:{_UNIT}|(?:{_SCALE}|dozen)s?)\b){{0,9}}"
_HALF = rf"half(?: of)? a(?: (?:{_SCALE}|dozen))|(?:a |one |two )?(?:{_SCALE}|dozen) and a half"
_SCALED = rf"(?:{_DIGITS})(?:[ -](?:{_SCALE}|dozen)s?\b){{0,3}}"
_A_SCALE = rf"(?:a|an|one)(?: (?:couple|pair) of)? (?:{_SCALE}|dozen)\b"
_VAGUE_SCALE = rf"(?:several|a few|few|some|many|a couple(?: of)?)[ -](?:{_SCALE}|dozen)s?\b"
_PLURAL_SCALE = rf"(?:tens|dozens|scores|hundreds|thousands|millions)(?: of (?:{_SCALE}|dozen)s)?\b"
_SOME_OF = (
    r"a (?:large |great |small )?number(?= of\b)|(?:a|the) (?:couple|pair|trio)\b|a (?:handful|few|score)\b|"
    r"both\b|several\b"
)
VALUE = rf"(?:{_HALF}|{_VAGUE_SCALE}|{_A_SCALE}|{_PLURAL_SCALE}|{_SOME_OF}|{_SPELLED}\b|{_SCALED})"
"""A pattern of anything that reads as a value by itself, for lower-case text."""

_LOW = (
    r"at (?:the very )?least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|minimum of|"
    r"as least|a total of at least"
)
_OVER = r"(?:well |far |much )?(?:more than|over|above|upwards? of|in excess of|exceeding)"
_HIGH = r"(?:as many as|as much as|up to|at (?:the )?most|no more than|not more than|a maximum of|maximum of)"
_UNDER = r"(?:fewer than|less than|under|below)"
_ABOUT = (
    r"about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|an estimated|estimated|circa|ca\.|"
    r"a total of|in total|all|just|only|exactly|another|an additional|additional|other|the other|a further|the|these|"
    r"those|his|her|their|its|our|my"
)
MODIFIER = rf"(?:{_LOW}|{_OVER}|{_HIGH}|{_UNDER}|{_ABOUT})"

_RANGE = re.compile(
    rf"(?:between |from )?(?P<low>{VALUE})(?: ?[-–—] ?| to | and | or )(?P<high>{VALUE})(?![-–\w])", re.IGNORECASE
)
_MODIFIED = re.compile(
    rf"(?P<modifiers>(?:{MODIFIER} ){{0,3}})(?P<value>{VALUE})"
    r"(?P<after>\+| or more\b| or so\b|-odd\b| or fewer\b| or less\b)?",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:no[ -]one|nobody|none|neither|zero|nil|no (?!fewer|less|more)\w+|"
    r"not (?:a|one)(?: single)? \w+)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"(?:an? |the )?(?:unknown|undetermined|unspecified|unclear|undisclosed|unconfirmed|uncertain|untold|unreported) "
    r"(?:\w+ )?(?:numbers?|toll|count|amount|quantity|\w+)",
    re.IGNORECASE,
)
# Words in a phrase that are numbers but count nobody.
_NO_COUNT = re.compile(
    r"(?:,? ?\(?\b(?:aged?|ages) (?:between )?\d+(?:(?:-| and | to |, )\d+)*\)?)"
    r"|\b(?:\d+|[a-z]+(?:-[a-z]+)?)[ -]?(?:year|month|week|day)s?[ -]?olds?\b|\b\d+ ?yearold\b"
    r"|\b\d+(?:st|nd|rd|th)\b(?: class)?"
    r"|\b(?:first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
    r"|[$€£¥₹] ?\d[\d,.]*(?: (?:million|billion|thousand))?"
    r"|\b\d[\d,.]*[ -]?(?:dollars?|euros?|rupees|pounds|percent|per ?cent)\b"
    r"|\d[\d,.]* ?%|\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\b\d{1,2} ?[ap]\.?m\.?(?!\w)"
    r"|\b\d{4}s\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\b(?:in|since|of|by|during|until) (?:1[89]|20)\d\d\b|\b[A-Za-z]+-\d+\b|\b\d+[A-Z]\b|\bno\. ?\d+\b"
    r"|\b\d[\d,.]*[ -]?(?:km|kms|kilomet\w+|miles?|met(?:er|re)s?|feet|mm|kg|kilos?|tons?|tonnes|hours?|"
    r"minutes?|seconds?|days?|weeks?|months?|years?|degrees?|hectares?|acres?|calib\w+)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[,;(\u2013\u2014-]* ?\b(?:includ(?:ing|ed|es)|among (?:them|whom)|"
    r"\w+ of (?:them|whom)|mostly|mainly|most|who|whom|whose|which|when|of whom|identified as|named)\b.*|:.*",
    re.IGNORECASE | re.DOTALL,
)
_BARE_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_ADDEND = re.compile(r",? (?:and|as well as|plus|along with|together with|alongside|& )\b ?|, ", re.IGNORECASE)
_ONE_PERSON = re.compile(
    r"(?:an?|another|one|the|this|that|his|her|their|its|our|my|same)(?: (?:other|same|only))?\b(?! (?:number|few)\b)",
    re.IGNORECASE,
)
_PLURALS = frozenset(
    {"men", "women", "children", "people", "persons", "police", "others", "they", "them", "those", "us"}
)
_SINGULAR_S = ("ss", "us", "is", "'s", "’s")
_HEAD_END = re.compile(
    r",| (?:of|in|on|from|at|with|near|for|to|by|outside|inside|who|that|alias|and|or|during|after|when)\b|\(|\Z",
    re.IGNORECASE,
)


# "a young couple"
_TOGETHER = re.compile(r"\b(?:couple|duo|twins|trio|triplets)\Z", re.IGNORECASE)
# "a family of four"
_GROUP_OF = re.compile(
    r"\A(?:(?:an?|the|his|her|their) )?(?:[\w-]+ )?(?:family|group|crowd|crew|party|team) of (?=\S)", re.I
)


def read_number(words: str, rule: str = "acled") -> Bounds | None:
    """The least and the greatest number that the words of a phrase allow, None for words that count nobody.

    "at least 30" is (30, None), "more than 30" (31, None), "up to 30" (None, 30), "about 30" (30, 30),
    "20 to 30" (20, 30), "dozens" (12, None), "a woman and two children" (3, 3), "nobody" (0, 0). What is said
    to be included is no addition. `rule` (a key of VAGUE_WORDS) says what "dozens" and the like are worth.
    Raises WrongUsage for an unknown rule.
    """
    if rule not in VAGUE_WORDS:
        raise WrongUsage(f"no rule for numbers is called {rule!r} (known: {', '.join(VAGUE_WORDS)})")
    phrase = _GROUP_OF.sub("", _tidied(words))
    if not phrase or _UNKNOWN.match(phrase):
        return None
    if _NOBODY.match(phrase):
        return 0, 0
    whole = _RANGE.match(_without_lead(phrase))
    if whole and (ends := _range(whole, rule)):
        return ends
    return _sum([_addend(part, rule) for part in _ADDEND.split(phrase)])


def find_numbers(text: str, rule: str = "acled") -> tuple[NumberSpan, ...]:
    """Every count in the text, with its modifier and without the noun that it counts, in text order.

    Ordinals, years, ages, times of day, percentages, sums of money and measures are left out.
    """
    return tuple(_numbers(text, rule))


_COUNT = re.compile(
    rf"(?<![\w$€£¥₹#.-])(?:(?P<nobody>no[ -]one|nobody|none)|"
    rf"(?P<range>(?:{MODIFIER} ){{0,3}}(?:between {VALUE} and {VALUE}|(?:from )?{VALUE}(?: ?[-–] ?| to ){VALUE}"
    rf"(?![\w-])))|"
    rf"(?P<modified>(?:{MODIFIER} ){{0,3}}{VALUE}(?:\+| or more\b| or so\b| or fewer\b)?))(?![\w%/]|[.:]\d|-?\w)",
    re.IGNORECASE,
)
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
_UNCOUNTED_AFTER = re.compile(
    rf" ?(?:%|per ?cent|y\.?/?o|blocks?|{_MONTHS})\b|[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|kms?|"
    r"kilomet\w+|miles?|met(?:er|re)s?|feet|foot|mm|cm|kg|kilos?|kilograms?|tons?|tonnes|dollars?|euros?|pounds?|rupees|"
    r"pesos|roubles|rubles|percentage|points?|degrees?|acres?|hectares?|barrels?|lit(?:er|re)s?|calib\w+|times|a\.?m|p\.?m|o'?clock|"
    r"(?:north|south|east|west)\w*)\b| ?(?:st|nd|rd|th)\b|,? ?(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
_UNCOUNTED_BEFORE = re.compile(
    rf"(?:\b(?:{_MONTHS})[.,]? |\b(?:in|since|until|by|of|during|from|year|mid|early|late|before|after|ages?|aged|"
    r"number|no\.|flight|"
    r"resolution|article|section|route|highway|page|chapter|paragraph|part|type|level|phase|room|point|group of|"
    r"[ap]\.?m\.?|boeing|airbus|brigade|unit|camp|day|round|version|at|around) |[$€£¥₹] ?)\Z",
    re.IGNORECASE,
)


_ONE_IS_NO_COUNT = re.compile(
    r"(?![\s-]+[A-Za-z])|[\s-]+(?:another|day|night|morning|evening|year|week|month|time|thing|way|hand|side|point|can|"
    r"must|should|could|would|may|might|is|will|that|which|who|to|for|by|at|on|step|reason|hour)\b",
    re.IGNORECASE,
)
# "Tor Lund 32 was hurt", "Lund (32)": an age behind a name
_AGE = re.compile(r"\)| (?:was|were|is|has|had|and|of|from|son)\b|,")
_UNIT_NAME = re.compile(
    r" (?:[A-Z][\w()]* ){0,4}(?:Battalion|Regiment|Brigade|Division|Rifles|Corps|Company|AR|RR|Squadron)\b"
)


def _numbers(text: str, rule: str) -> Iterator[NumberSpan]:
    for found in _COUNT.finditer(text):
        start, end = found.span()
        if _counts_nobody(text, start, end):
            continue
        bounds = read_number(found[0], rule)
        if bounds is not None:
            yield NumberSpan(start, end, found[0], *bounds)


def _counts_nobody(text: str, start: int, end: int) -> bool:
    """Whether the words around the number make it a date, a measure or a name."""
    if _UNCOUNTED_AFTER.match(text, end):
        return True
    before, words = text[max(0, start - 16) : start], text[start:end].lower()
    if words == "one" and not before.endswith(("ed ", "ing ")):
        return bool(_ONE_IS_NO_COUNT.match(text, end)) or bool(
            re.search(r"\b(?:the|this|that|which|any|every|no) \Z", before)
        )
    if _AGE.match(text, end) and re.search(r"[A-Z][a-z]+,? \Z", before) and words.isdigit() and int(words) < 100:
        return True
    if _UNIT_NAME.match(text, end) and re.search(r"\b(?:of|the|to|from|by|with|and) \Z", before):
        return True
    if not (_BARE_YEAR.match(words) or (words.isdigit() and re.search(r"[A-Za-z.]+ \Z", before))):
        return False
    near = _UNCOUNTED_BEFORE.search(before)
    return bool(near) and (
        bool(_BARE_YEAR.match(words)) or not re.search(r"\b(?:of|from|by|after|in|at|around) \Z", before, re.I)
    )


def _tidied(words: str) -> str:
    """The phrase on one line, with one kind of space and without what counts nobody or only a part."""
    phrase = " ".join(words.replace("’", "'").split()).strip(" \"'“”‘.,;")
    if _BARE_YEAR.match(phrase):
        return ""
    counted = _NO_COUNT.sub(" ", phrase)
    return " ".join((_PARTS.sub("", counted) or counted).split()).strip(" ,")


def _without_lead(phrase: str) -> str:
    """A range without what stands before it ("an estimated 20 to 30")."""
    return re.sub(rf"\A(?:(?:{_ABOUT}) )+", "", phrase, flags=re.IGNORECASE)


def _range(found: re.Match[str], rule: str) -> Bounds | None:
    """Both ends of "20 to 30"; None where the words are a sum ("two and three") or the ends are the wrong way round."""
    if " and " in found[0].lower() and not found[0].lower().startswith("between"):
        return None
    low, high = _value(found["low"], rule)[0], _value(found["high"], rule)[0]
    if low is None or high is None:
        return None
    scale = re.search(rf"\b(?:{_SCALE})\b", found["high"], re.IGNORECASE)
    if scale and low < high // _SCALES[scale[0].lower()] + 1:  # "two to three thousand"
        low *= _SCALES[scale[0].lower()]
    return (low, high) if low < high else None


def _sum(addends: list[Bounds | None]) -> Bounds | None:
    """The sum of what the coordinated parts count; parts that name nobody more are left out."""
    counted = [bounds for bounds in addends if bounds is not None]
    if not counted:
        return None
    lows, highs = [low for low, _ in counted], [high for _, high in counted]
    known = [high for high in highs if high is not None]
    return (
        sum(low or 0 for low in lows) if any(low is not None for low in lows) else None,
        sum(known) if len(known) == len(highs) else None,
    )


def _addend(part: str, rule: str) -> Bounds | None:
    """What one coordinated part counts: its number, else one for a described person, else None."""
    if together := _TOGETHER.search(part):
        return (3, 3) if together[0].lower().startswith("tri") else (2, 2)
    found = next((m for m in _MODIFIED.finditer(part) if _leads(part, m)), None)
    if found is not None:
        return _modified(found, rule)
    if one := _ONE_PERSON.match(part):
        several = not re.match(r"(?:an?|another|one|this|that)\b", part, re.IGNORECASE) and _is_plural(
            part[one.end() :]
        )
        return (VAGUE_WORDS[rule]["plural"], None) if several else (1, 1)
    vague = re.match(rf"(?:{MODIFIER} |so |very |a great |a large )*(some|many|few)\b", part, re.IGNORECASE)
    return (VAGUE_WORDS[rule][vague[1].lower()], None) if vague else None


def _leads(part: str, found: re.Match[str]) -> bool:
    """Whether the number stands where a count does: not behind a preposition, nor inside a word."""
    before, after = part[: found.start()], part[found.end() :]
    inside = before[-1:].isalnum() or after[:1].isalnum() or before.endswith(("-", "."))
    return not inside and not re.search(r"\b(?:of|in|from|at|with|near|for|to|by|on|alias)\b", before, re.IGNORECASE)


def _modified(found: re.Match[str], rule: str) -> Bounds | None:
    """The bounds of a number with the words before and behind it."""
    low, high = _value(found["value"], rule)
    words, after = (found["modifiers"] or "").lower(), (found["after"] or "").lower().strip()
    if low is None:
        return None
    if re.search(rf"\b(?:{_HIGH})\b", words) or after in ("or fewer", "or less"):
        return None, low
    if re.search(rf"\b(?:{_UNDER})\b", words) and not re.search(rf"\b(?:{_LOW})\b", words):
        return None, low - 1
    if re.search(rf"\b(?:{_LOW})\b", words) or after in ("or more", "+"):
        return low, None
    if re.search(rf"\b{_OVER}\b", words):
        return low + 1, None
    return low, high


def _value(words: str, rule: str) -> Bounds:
    """A bare number: digits, spelled words, or a vague word by the rule (open above)."""
    text, vague = words.lower().replace("-", " ").strip(), VAGUE_WORDS[rule]
    if text.startswith("half"):
        return (lambda n: (n, n))((12 if "dozen" in text else _scale_of(text)) // 2)
    if text.endswith("and a half"):
        one = _number(text.removesuffix("and a half").strip())
        return one + _scale_of(text) // 2, one + _scale_of(text) // 2
    if found := re.match(r"(several|a few|few|some|many)\b ?(.*)", text):
        times = vague[found[1].removeprefix("a ")]
        return times * (12 if "dozen" in found[2] else _scale_of(found[2])), None
    if re.match(r"tens|dozens|scores|hundreds|thousands|millions", text):
        return _plural_scale(text, rule), None
    if re.match(r"a (?:large |great |small )?number", text):
        return vague["several"], None
    if text.startswith("both"):
        return 2, 2
    if found := re.match(r"(?:a|the) (handful|score|trio|couple|pair)\b(.*)", text):
        few = {"handful": vague["handful"], "score": 20, "trio": 3, "couple": 2, "pair": 2}[found[1]]
        value = few * (12 if "dozen" in found[2] else _scale_of(found[2]))
        return value, None if found[1] == "handful" else value
    number = _number(text)
    return number, number


def _plural_scale(text: str, rule: str) -> int:
    """ "dozens", "hundreds", "tens of thousands": the least number by the rule."""
    first, _, rest = text.partition(" of ")
    named = {"dozens": VAGUE_WORDS[rule]["dozen"], "scores": VAGUE_WORDS[rule]["score"], "tens": 10}
    value = named.get(first) or _HUNDREDS[rule] * _SCALES[first.rstrip("s")]
    return value * (_scale_of(rest) if rest else 1)


def _scale_of(text: str) -> int:
    """The scale word in the text ("thousands" is 1000), 1 without any."""
    found = re.search(rf"\b({_SCALE})s?\b", text)
    return _SCALES[found[1]] if found else 1


def _number(text: str) -> int:
    """ "1.5 million", "2 000", "two hundred and five", "a dozen"."""
    total, current, seen = 0, 0.0, False
    for word in re.findall(r"\d{1,3}(?:[, \u2009\u00a0\u202f]\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+\.\d+|\d+|[a-z]+", text):
        scale = _SCALES.get(word.rstrip("s")) or (12 if word.rstrip("s") == "dozen" else None)
        if word[0].isdigit():
            plain = re.sub(r"[, \u2009\u00a0\u202f]", "", word)
            current, seen = current + (float(plain) if plain.count(".") < 2 else int(plain.replace(".", ""))), True
        elif word in _ONES or word in _TENS:
            current, seen = current + _ONES.get(word, _TENS.get(word, 0)), True
        elif scale == 100 or scale == 12:
            current, seen = (current if seen and current else 1) * scale, True
        elif scale:
            total, current, seen = total + round((current if current else 1) * scale), 0.0, True
    return total + round(current)


def _is_plural(noun_phrase: str) -> bool:
    """Whether "the …" names several: by the last word before a preposition, a comma or the end."""
    head = _HEAD_END.split(noun_phrase.strip().lower(), maxsplit=1)[0].split()
    if not head:
        return False
    return head[-1] in _PLURALS or (head[-1].endswith("s") and not head[-1].endswith(_SINGULAR_S))
