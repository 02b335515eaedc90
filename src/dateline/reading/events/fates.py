"""Who died or was hurt, told one by one? Finds "The driver, 34, was pronounced dead", "Anna Vell died on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.model.mention import Mention
from dateline.model.span import NumberSpan, Span
from dateline.reading.events.behind import is_ranked
from dateline.reading.events.casualty_patterns import (
    ATTEMPTED,
    BE,
    INSIDE_PHRASE,
    KINDS,
    NOBODY_BEFORE,
    NOT_IN_NOUN_PHRASE,
)
from dateline.reading.events.scene import Scene
from dateline.reading.events.words import load_words, pattern_of, source_of

_WORD = rf"(?!{NOT_IN_NOUN_PHRASE}|(?:and|in|on|at|by|to|from|with|named|identified|of|he|she|not|never)\b)[\w'’-]+"
_MAYBE = r"(?!(?:could|would|might|may|should|will|can|must|nearly|almost|not|never|cannot|wo|ca|if|to)\b)"
# "Orm Tasker", "19-year-old Orm J. Tasker", "Pvt. Orm Tasker"
# "killed Jan. 11", "Fatally Shot By Guard During Chase"
_NO_NAME = (
    r"(?!(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|by|in|at|on|after|before|during|near|from|with|for|over|outside|inside|of|"
    r"while|when)\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d)"
)
_NAME = (
    rf"(?:\d{{1,2}}[ -]years?[ -]old\s+)?(?:{_NO_NAME}(?-i:[A-Z])[\w'’-]*\.?\s+){{0,3}}{_NO_NAME}"
    r"(?!(?:The|A|An|He|She|It|They|We|Him|Her|Himself|Herself|Themselves|Them|Police|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b)(?-i:[A-Z][a-z’'-]+[\w’'-]*)"
)
# ", 34,", " (34)", ", identified as Orm Tasker,", ", of Kelmar,"
_ASIDE = (
    r"(?:\s*,?\s*\(?\d{1,2}\)?,?|\s*,?\s*(?:an?\s|the\s|of\s|from\s|who\s|aged\s|identified\sas\s|named\s)[^.;,]{2,60},"
    r"|\s+(?:identified as|named)\s[^.;,]{2,50}){0,3}"
)
# "The driver injured in Monday's raid (has died)", "A porter who was hit by splinters (died)"
_HIT = (
    r"(?:,?\s+(?:who\s+(?:was|were|had been|suffered|sustained)\s+)?(?:\w+ly\s+)?(?:injured|wounded|hurt|shot|"
    r"stabbed|beaten|hit|struck|involved|burned|critically|gunshot)\b[^.;:]{0,80}?,?"
    r"|\s+(?:was|had\s+been|has\s+been|suffered|sustained|received)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:shot|stabbed|hit|struck|wound\w*|injur\w+)\b[^.;:]{0,60}?\s+(?:and|but|before)"
    r"|\s+was\s+(?:\w+ly\s+)?(?:taken|rushed|brought|flown|airlifted|transported|driven|carried)\s[^.;:]{2,60}?,?\s+"
    r"(?:and|but|before))?"
)
# "suffered a minor hand injury"
_GOT_HURT = (
    r"(?:suffered|sustained|received|suffers|sustains)\s+(?:from\s+)?(?:(?!and\b|or\b)[\w’'-]+\s+){0,4}?"
    r"(?:injur(?:y|ies)|wounds?|burns)(?![^.;]*\b(?:died|dies|dead|succumbed|fatal\w*)\b)"
)
_AND = (
    r"(?:,|,?\s+(?:and|along with|as well as|together with))\s+"
    r"(?:(?:younger|older|elder|little|big|baby|infant|teenage|pregnant|adult)\s+)?"
)
_DETERMINER = r"(?:one of (?:the|his|her|our|their|those)|the|his|her|their|our|my|its|an?|another|one)"


@dataclass(frozen=True, slots=True)
class Fate:
    """What befell one person: his words counted as one, and the word that says so ("died")."""

    kind: str
    number: NumberSpan
    word: Span


def find_fates(scene: Scene, sentence: Span) -> tuple[Fate, ...]:
    """The single persons of whom one sentence says that they died or were hurt, in text order."""
    told = [kind for kind in KINDS if _any_word(kind).search(scene.text, sentence.start, sentence.end)]
    if not told or _other_causes().search(sentence.text):
        return ()
    found: dict[NumberSpan, Fate] = {}
    for kind in told:  # the dead first: who "was hurt and died" is one of them
        for fate in _of_kind(scene, sentence, kind):
            if not any(fate.number.overlaps(known) for known in found):
                found[fate.number] = fate
    return tuple(sorted(found.values(), key=lambda fate: fate.number))


def find_bearer(scene: Scene, wound: Span) -> Span | None:
    """The one person right before a wound: "(a porter), 34, was found with a gunshot" wound."""
    sentence = scene.sentence_at(wound)
    found = [*_bears().finditer(scene.text, sentence.start, wound.start)]
    if not found or found[-1].end() != wound.start:
        return None
    person = _person(scene, *found[-1].span("who"))
    return None if person is None else Span(person.start, person.end, person.text)


def _of_kind(scene: Scene, sentence: Span, kind: str) -> Iterator[Fate]:
    text = scene.text
    for found in _befell(kind).finditer(text, sentence.start, sentence.end):
        word = Span.cut(text, *found.span(next(group for group in ("be", "did", "bare") if found[group])))
        if not INSIDE_PHRASE.search(text[max(sentence.start, found.start() - 15) : found.start()]):
            persons = [found.span("who"), *_listed_before(text, sentence.start, found.start())]
            yield from _fates(scene, kind, word, persons)
    if kind == "killed":
        for found in _found_dead().finditer(text, sentence.start, sentence.end):
            persons = [found.span("who"), *_listed_behind(text, found.end("who"), found.start("dead"))]
            yield from _fates(scene, kind, Span.cut(text, *found.span("dead")), persons)
    for found in _objects(kind).finditer(text, sentence.start, sentence.end):
        if ATTEMPTED.search(text[max(sentence.start, found.start() - 30) : found.start()]):
            continue
        word = Span.cut(text, *found.span("word"))
        yield from _fates(scene, kind, word, [found.span("who"), *_listed_behind(text, found.end(), sentence.end)])


def _fates(scene: Scene, kind: str, word: Span, persons: Iterable[tuple[int, int]]) -> Iterator[Fate]:
    for start, end in persons:
        person = _person(scene, start, end)
        if person is not None:
            yield Fate(kind, person, word)


def _listed_before(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The persons of whom the same is said: "(Orm Tasker), 34, and (his son) were killed"."""
    while found := _last_of_list().search(text[start:end]):
        yield start + found.start("who"), start + found.end("who")
        end = start + found.start("who")


def _listed_behind(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "killing the driver, Orm Tasker's son and (a porter)"."""
    while found := _next_of_list().match(text, start, end):
        yield found.span("who")
        start = found.end()


def _person(scene: Scene, start: int, end: int) -> NumberSpan | None:
    """The words for the person; for a pronoun the words before that it stands for, where they are known; None for what
    is no single one."""
    words = scene.text[start:end]
    if NOBODY_BEFORE.search(scene.text, max(0, start - 40), start):
        return None
    if words.lower() in ("he", "she"):
        pronoun = Span(start, end, words)
        meant = _antecedent(scene, pronoun) or pronoun
        return NumberSpan(meant.start, meant.end, meant.text, 1, 1)
    if _is_plural(words) or is_ranked(scene.text, Span(start, end, words)):
        return None
    if not _described().search(words) and not _names_a_person(scene, start, end):
        return None
    return NumberSpan(start, end, words, 1, 1)


def _names_a_person(scene: Scene, start: int, end: int) -> bool:
    """Whether words without any noun for a person ("Orm Tasker", "Friday") are known as a person's name."""
    return any(
        m.type == "person" and m.span.start < end and start < m.span.end and not _is_pronoun(m)
        for m in scene.actors.mentions
    )


_ONE_OF = re.compile(r"one\s+of\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:\b(?:people|men|women|children|others|police|both|all|some|many|several)|[^s'’]s)\Z", re.I)


# "Tor Vellis" is one person, "Velm Officers" are not
_FULL_NAME = re.compile(r"(?:[A-Z][\w'’-]*\.?\s+)+(?P<last>[A-Z][\w'’-]+)\Z")


def _is_plural(words: str) -> bool:
    if not _SEVERAL.search(words) or _ONE_OF.match(words):
        return False
    name = _FULL_NAME.search(words)
    return name is None or bool(_described().search(name["last"][:-1]))


def _antecedent(scene: Scene, pronoun: Span) -> Span | None:
    """The last words before the pronoun that name or describe him whom it stands for."""
    chain = scene.actors.chain_at(pronoun)
    if chain is None:
        return None
    before = [m for m in scene.actors.mentions if m.chain == chain and m.span.end <= pronoun.start]
    meant = [m for m in before if not _is_pronoun(m)]
    return meant[-1].span if meant else None


def _is_pronoun(mention: Mention) -> bool:
    return mention.span.text.lower() in ("he", "she", "him", "her", "his", "himself", "herself", "who", "they", "it")


@cache
def _described() -> re.Pattern[str]:
    return pattern_of([*load_words("casualties")["persons"], "one of"])


@cache
def _who() -> str:
    """A named person, a described one ("the young driver"), or a bare headline word ("Girl", "4-year-old boy")."""
    persons = source_of(load_words("casualties")["persons"])
    noun = rf"(?:{persons}|men|women|children)\b(?:[’']s\s+\w+)?(?:\s+(?:{persons})\b)*(?:\s+{_NAME})?"
    described = rf"{_DETERMINER}\s+(?:{_WORD}\s+){{0,5}}?{noun}"
    aged = rf"\d{{1,2}}[ -](?:year|month)s?[ -]old(?:\s+{_WORD}\s+(?:{persons}))?"
    bare = rf"(?:{aged}|{persons})\b(?:\s+(?:{persons})\b)*(?:\s+{_NAME})?"
    return rf"(?P<who>{described}|\b(?:he|she)\b|{bare}|{_NAME})"


@cache
def _befell(kind: str) -> re.Pattern[str]:
    """ "The driver, 34, was pronounced dead", "Orm Tasker died", "Girl, 4, shot dead", "Teen dies"."""
    lists = load_words("casualties")
    befell, did = source_of(lists[kind]["befell"]), source_of(lists[kind]["did"])
    did = did if kind == "killed" else rf"{did}|{_GOT_HURT}"
    themselves = source_of(lists["themselves"]) if kind == "killed" else r"(?!)"
    hit = _HIT if kind == "killed" else ""
    return re.compile(
        rf"(?<![\w’'-]){_who()}{_ASIDE}{hit}(?:,\s+who)?\s+{_MAYBE}(?:(?:has|had|later|then|also|allegedly|apparently|reportedly)\s+)*"
        rf"(?:{BE}(?P<be>{befell}|{did})|(?P<did>{did}|{themselves})|(?P<bare>{befell})(?=\s*(?:[.,;:)]|\Z|in|at|by|on|after|when|"
        r"outside|near|inside|during)\b))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _bears() -> re.Pattern[str]:
    """The end of the words before a wound, from the one who has it: "a porter with a ", "Orm Tasker suffered two "."""
    return re.compile(
        rf"(?<![\w’'-]){_who()}{_ASIDE}(?:,?\s+who)?\s+(?:(?:was|is|had\s+been|arrived|came|walked|showed\s+up|lay)\s+"
        r"(?:[\w’'-]+\s+){0,8}?)?"
        r"(?:with|suffer\w*(?:\s+from)?|sustain\w*|receiv\w+|had|has|(?:died|dead)\s+(?:from|of)|treated\s+for)\s+"
        r"(?:(?!(?:and|or|who|which|that)\b)[\w’'-]+\s+){0,4}\Z",
        re.IGNORECASE,
    )


@cache
def _last_of_list() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){_who()}{_ASIDE}{_AND}\Z", re.IGNORECASE)


@cache
def _next_of_list() -> re.Pattern[str]:
    return re.compile(rf"{_ASIDE}{_AND}{_who()}(?![\w’'-])", re.IGNORECASE)


@cache
def _objects(kind: str) -> re.Pattern[str]:
    """ "killing the driver", "shot and wounded Orm Tasker", "the death of a porter"."""
    before = load_words("casualties")[kind]["before"]
    verbs = source_of(word for word in before if not word.endswith(" of"))
    nouns = source_of([word for word in before if word.endswith(" of")]) or "(?!)"
    no_noun = r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bhis\s)(?<!\bher\s)(?<!\bto\s)"
    return re.compile(
        rf"(?<![\w-])(?P<word>{no_noun}(?:{verbs})|{nouns})\s+{_who()}(?![\w’'-])",
        re.IGNORECASE,
    )


@cache
def _found_dead() -> re.Pattern[str]:
    """ "Guards found a clerk and a rower dead on the quay"."""
    return re.compile(
        rf"(?<![\w-])(?:found|discovered|find|finds)\s+{_who()}(?:{_ASIDE}{_AND}(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+)?{_ASIDE}\s+"
        r"(?:shot\s+|stabbed\s+|lying\s+)?(?P<dead>dead|deceased|lifeless)(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _any_word(kind: str) -> re.Pattern[str]:
    """Any of the words by which a sentence tells of one kind of fate: a cheap first look."""
    lists = load_words("casualties")
    themselves = lists["themselves"] if kind == "killed" else []
    hurt = ["injur*", "wound*", "burns"] if kind == "injured" else []
    return pattern_of([*themselves, *hurt, *(word for words in lists[kind].values() for word in words)])


@cache
def _other_causes() -> re.Pattern[str]:
    return pattern_of(load_words("casualties")["other_causes"])
