"""How many persons are these? "A 7-year-old girl", "Anna Vell" and "the girl" may be one, a man and a woman are two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.language.alternatives import ANY_ENDING, alternatives_of
from dateline.language.names import fold
from dateline.language.numbers import read_number
from dateline.lexicons import load_yaml
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span

_DETERMINER = re.compile(r"\A(?:an?|the|one|another|his|her|their|our|its|my|some|\d[\w-]*)\s+", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|him|her|who|himself|herself)", re.IGNORECASE)
_OTHER = re.compile(r"\A(?:(?:an)?other|(?:a|the) (?:second|third|fourth|fifth|sixth|other))\b", re.IGNORECASE)
_ANY = re.compile(r"\A(?:an?|another|one)\b", re.IGNORECASE)
_AGE = re.compile(
    r"\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?:year|month|week)s?[ -]?old", re.I
)
_AGE_BEHIND = re.compile(r"\A,?\s*\(?(\d{1,2})\)?[,.)\s]")
_KIN = re.compile(
    r"\b(?:wife|husband|son|daughter|father|mother|mom|mum|dad|brother|sister|uncle|aunt|cousin|nephew|niece|"
    r"grand(?:mother|father|son|daughter)|boyfriend|girlfriend|himself|herself)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:man|boy|father|dad|son|brother|husband|uncle|nephew|grandfather|grandson|policeman|male|he|himself)\b", re.I
)
_FEMALE = re.compile(
    r"\b(?:woman|girl|mother|mom|mum|daughter|sister|wife|aunt|niece|grandmother|granddaughter|policewoman|female|she|herself)\b",
    re.IGNORECASE,
)
# Told of people grown up and of children; "son" and "daughter" may be either.
_GROWN = re.compile(
    r"\b(?:man|woman|father|dad|mother|mom|mum|wife|husband|uncle|aunt|grand(?:mother|father)|policeman|policewoman|officer|"
    r"deputy|soldier|boyfriend|girlfriend)\b",
    re.I,
)
_SMALL = re.compile(r"\b(?:boy|girl|child|toddler|baby|infant|newborn|schoolboy|schoolgirl|\d+-months?-old)\b", re.I)
_GROWN_AT = 18
_CHILD_UNTIL = 12
_LIST = re.compile(
    r"(?:,?\s*\(?\d{1,2}\)?,?)?\s*(?:,?\s+(?:and|along with|alongside|as well as|together with)\s+|,\s+)", re.I
)


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a report. named: the words of his name; said: those that describe him; age: where told."""

    span: Span
    named: frozenset[str]
    said: str
    age: str | None
    chain: int | None


def is_person(number: NumberSpan) -> bool:
    """Whether the words stand for one person and are no numeral."""
    if number.low != 1 or number.high != 1:
        return False
    return not re.fullmatch(r"(?:(?:just|only|at least|another)\s+)?(?:one|1|another)", number.text, re.IGNORECASE)


def person_of(span: Span, report: ReadReport) -> Person:
    """The person whom these words of the report name or describe."""
    text, reading = report.report.text, report.reading
    rest = _DETERMINER.sub("", span.text)
    words = re.findall(r"[^\W\d_][\w'’-]*", rest)
    # A headline begins with a capital ("Teen", "Kelmar boy"): a name is what ends with one.
    is_name = bool(words) and words[-1][:1].isupper() and not _noun().search(words[-1])
    is_name = is_name and not _PRONOUN.fullmatch(words[-1])
    named = frozenset(fold(w) for w in words if w[:1].isupper()) if is_name else frozenset()
    behind = _AGE_BEHIND.match(text[span.end : span.end + 8])
    stated = _AGE.search(span.text)
    chain = next((m.chain for m in reading.mentions if m.chain is not None and m.span.overlaps(span)), None)
    return Person(span, named, span.text, _age(stated[1]) if stated else behind[1] if behind else None, chain)


def _age(words: str) -> str:
    """ "four" and "4" are the same."""
    bounds = read_number(words)
    return str(bounds[0]) if bounds else words


@cache
def _noun() -> re.Pattern[str]:
    nouns = alternatives_of(load_yaml("casualties.yaml")["persons"], ANY_ENDING)
    return re.compile(rf"\A(?:ex-|step)?(?:{nouns})\Z", re.IGNORECASE)


def count_persons(numbers: Sequence[NumberSpan], report: ReadReport) -> int:
    """The least number of persons whom these words can stand for."""
    groups: list[list[Person]] = []
    persons = [person_of(number, report) for number in sorted(set(numbers)) if is_person(number)]
    # The most telling words first, so that "the victim" joins whom the names and ages set apart.
    for person in sorted(persons, key=lambda p: (not p.named, p.age is None, p.span)):
        home = next((g for g in groups if all(may_be_same(person, other, report) for other in g)), None)
        if home is None:
            groups.append([person])
        else:
            home.append(person)
    return len(groups)


def count_named(numbers: Sequence[NumberSpan], report: ReadReport) -> int:
    """The least number of persons whom those of these words that are names can stand for."""
    return count_persons([n for n in numbers if is_person(n) and person_of(n, report).named], report)


def is_same(one: Person, other: Person) -> bool:
    """Whether name, age, entity or the last word of both descriptions are the same."""
    if one.chain is not None and one.chain == other.chain:
        return True
    if one.named and other.named:
        return _same_name(one.named, other.named)
    if one.age is not None and one.age == other.age:
        return True
    return one.said.split()[-1].lower() == other.said.split()[-1].lower()


def may_be_same(one: Person, other: Person, report: ReadReport) -> bool:
    """Whether nothing in the words says that these are two."""
    if one.chain is not None and one.chain == other.chain:
        return True
    first, last = sorted((one, other), key=lambda person: person.span)
    if _is_listed(first.span, last.span, report.report.text) or _is_another(first, last, report):
        return False
    if one.named and other.named:
        return _same_name(one.named, other.named)
    if one.age and other.age and one.age != other.age:
        return False
    if (_MALE.search(one.said) and _FEMALE.search(other.said)) or (
        _FEMALE.search(one.said) and _MALE.search(other.said)
    ):
        return False
    if (_is_grown(one) and _is_child(other)) or (_is_child(one) and _is_grown(other)):
        return False
    kin, known = _KIN.search(one.said), _KIN.search(other.said)
    return not (kin and known and kin[0].lower() != known[0].lower())


def _is_another(first: Person, last: Person, report: ReadReport) -> bool:
    """ "A second clerk"; not "A rower shot another rower", who is other than the doer."""
    if not _OTHER.match(last.said):
        return False
    sentence = next((s for s in report.reading.sentences if s.holds(last.span)), last.span)
    noun = last.said.split()[-1]
    before = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE).search(
        report.report.text, sentence.start, last.span.start
    )
    return before is None or first.span.start <= before.start() < first.span.end


def _is_grown(person: Person) -> bool:
    return bool(_GROWN.search(person.said)) or (
        person.age is not None and person.age.isdigit() and int(person.age) >= _GROWN_AT and "month" not in person.said
    )


def _is_child(person: Person) -> bool:
    return bool(_SMALL.search(person.said)) or (
        person.age is not None and person.age.isdigit() and int(person.age) <= _CHILD_UNTIL
    )


def _same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """A part of a name is the name; "Anna Vell" and "Tor Vell" are two."""
    return one <= other or other <= one or (len(one & other) > 1)


def _is_listed(one: Span, other: Span, text: str) -> bool:
    """ "a porter and his son", "a man was killed and a man was hurt" in one sentence."""
    first, last = sorted((one, other))
    between = text[first.end : last.start]
    if _LIST.fullmatch(between):
        # "a porter, Orm Tasker," is one person
        return "," not in between.strip()[:1] or (first.text[:1].isupper() == last.text[:1].isupper())
    beside = "." not in between and "\n" not in between
    return beside and bool(_ANY.match(first.text)) and bool(_ANY.match(last.text)) and first != last
