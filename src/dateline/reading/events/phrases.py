"""Who stands before the verb, behind it, or behind "by"? Reads the noun phrases next to a trigger."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.model.span import Span
from dateline.reading.events.scene import Scene
from dateline.reading.events.words import load_words, source_of

_STOP = (
    r"(?:in|on|at|by|to|from|with|for|near|after|before|during|while|when|where|who|which|that|as|and|but|or|over|into|"
    r"against|under|outside|inside|through|across|along|amid|since|until|because|if|than|about|between|without|within|"
    r"was|were|is|are|be|been|being|has|have|had|will|would|can|could|may|might|shall|should|must|did|does|do|not|"
    r"said|says?|told|reports?|reported|claimed|alleged|believed|added|stated|insisted|announced|confirmed|also|then|later|reportedly|allegedly|today|yesterday|tonight|earlier|early|late)\b"
)
_WORD = rf"(?!{_STOP})(?!\w+ly\b)[\w'’.&/-]*[\w)]"
_OF = r"(?:\s+of(?:\s+the)?)"
NOUN_PHRASE = rf"(?:\(?{_WORD})(?:(?:\s+|{_OF}\s+)\(?{_WORD}){{0,9}}"
_AUXILIARY = r"(?:\s+(?:has|have|had|also|reportedly|allegedly|again|then|later|\w+ly))*"
_START = (
    r"(?:\A|[,;:—–\"“]\s*|\b(?:and|that|while|when|as|but|after|said|says|say|claimed|claims|reported|added|stated|insisted|"
    r"announced|confirmed|alleged|believed|believes)\s+)"
)
_PROGRESSIVE = re.compile(r"\b(?:was|were|is|are|been)(?:\s+\w+ly)?\s+\Z", re.IGNORECASE)
_ADVERB = r"(?:\w+ly|also|then|later|again|already|both|all|still|first|soon|once|twice|just|himself|herself|itself)"
_BE = re.compile(rf"\b(?:was|were|is|are|be|been|being|got|gets)\b(?:\s+{_ADVERB}){{0,2}}\s+\Z", re.IGNORECASE)
_BEHIND_BY = re.compile(
    rf"(?:\s+(?!(?:by|was|were|is|are|followed|caused)\b)[\w'’-]+){{0,5}}?\s+by\s+(?P<phrase>{NOUN_PHRASE})",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"{_START}(?P<phrase>{NOUN_PHRASE}){_AUXILIARY}\s+\Z", re.IGNORECASE)
_SUBJECT_OF_BE = re.compile(
    rf"{_START}(?P<phrase>{NOUN_PHRASE})\s+(?:(?:has|have|had|{_ADVERB})\s+)*"
    rf"(?:was|were|is|are|been|being)(?:\s+(?:been|being|{_ADVERB}))*\s+\Z",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\s+(?:(?:at least|more than|up to|as many as|around|about|nearly|some|over)\s+)?"
    rf"(?P<phrase>{NOUN_PHRASE})",
    re.IGNORECASE,
)
# "Velm troops have launched a third raid": the act is a noun, and a verb that says no more than that it is done
_LIGHT_VERB = re.compile(
    r"\b(?:launch|conduct|carri|carry|stag|mount|impos|h[eo]ld|began|begun|begin|start|sign|made|make|issu|declar|announc|"
    r"open|wag|le[ad]+|order|deliver|perpetrat|commit|took part in|take part in|intensifi|resum|renew|continu)"
    r"(?:s|es|ed|ied|ies|ing|d)?(?:\s+out)?"
    r"(?:\s+(?:an?|the|its|their|his|her|two|three|four|five|several|many|new|more|dozens of|a series of|"
    r"[\w-]+(?:al|ary|ed|ive|ic|ing|ly|nd|rd|th)|air|joint|major|fresh|heavy|deadly|suicide|mass|ground|rocket|drone|"
    r"peace|telephone|phone|video)){0,4}\s+\Z",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:the end|the time|mid\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may\b|june|"
    r"july|august|september|october|november|december|\d+\Z|\w+ing\b|surprise|force\Z|phone|telephone|car\Z|air\Z|road\Z|sea\Z|"
    r"hand\Z|dawn\b|dusk\b|night\b|noon\b|midnight\b|once\Z|least\b|the\Z|an?\Z|it\Z|he\Z|she\Z|they\Z|we\Z|you\Z|i\Z|this\Z|these\Z|those\Z|there\b|some\Z|all\Z|again\b|more\Z|"
    r"one\Z|two\Z|three\Z|four\Z|five\Z|six\Z|or\b|meanwhile\b|separately\b|last\b|this (?:week|month|year))",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"\w+(?:ed|en|wn|nt|ld|ght|ck|ot|ut|ung|it|et|st|uck|ne)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"(?:\w+ed|\w+(?<!s)s|spoke|shot|struck|fought|met|took|held|sent|gave|won|led|beat|hit|set|blew|threw|sought|left|went|came|"
    r"began|broke|cut|freed|fled|lit|stole|put|drove|bought|told|hurt)(?:\s\w+)?\Z",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:hit|killed|struck|left|came|began|took|became|hurt|injured|wounded|destroyed|targeted|caused|went|broke|made|led|"
    r"continued|followed|happened|occurred|failed|started|ended|against)\Z",
    re.IGNORECASE,
)
# "the strikes", "two attacks", "of clashes": a noun, whatever its ending
_BEFORE_NOUN = re.compile(
    r"(?:\A|\b(?:the|an?|of|in|by|for|to|from|on|with|and|or|its|their|his|her|any|some|no|new|more|two|three|four|five|"
    r"several|many|military|air|terror|terrorist|deadly|recent|fresh|child|mass|peace|\w+ing|\w+al|\w+ic|'s|’s))\s*\Z",
    re.IGNORECASE,
)
_ADJECTIVES = frozenset({
    "armed", "masked", "suspected", "alleged", "unidentified", "unnamed", "united", "wounded", "injured", "detained",
    "accused", "displaced", "retired", "hooded", "hundred", "red", "led", "backed", "allied", "uniformed", "outlawed",
    "banned", "disguised",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The noun phrases that grammar puts beside a trigger; None where there is none."""

    doer: Span | None = None
    sufferer: Span | None = None


@cache
def act_nouns() -> re.Pattern[str]:
    """Nouns that name acts and things ("raids", "charges"), as whole words."""
    return re.compile(rf"(?:{source_of(load_words('event_words')['acts'], plurals=True)})\Z", re.IGNORECASE)


def find_neighbours(scene: Scene, trigger: Span) -> Neighbours:
    """Who does and who suffers what the trigger names, where plain word order tells."""
    clause = scene.clause_at(trigger)
    before, after = scene.text[clause.start : trigger.start], scene.text[trigger.end : clause.end]
    first = trigger.text.split()[0].lower()
    if first.endswith("ing") and _PROGRESSIVE.search(before):
        return Neighbours(
            _phrase(_SUBJECT_OF_BE.search(before), clause.start), _phrase(_OBJECT.match(after), trigger.end)
        )
    if _BE.search(before):
        sufferer = _SUBJECT_OF_BE.search(before) if _PARTICIPLE.match(first) else None
        return Neighbours(_phrase(_BEHIND_BY.match(after), trigger.end), _phrase(sufferer, clause.start))
    if first.endswith("ed") and re.match(r"\s+by\b", after):
        return Neighbours(_phrase(_BEHIND_BY.match(after), trigger.end), _phrase(_SUBJECT.search(before), clause.start))
    light = _LIGHT_VERB.search(before)
    if light is not None and not _BE.search(before[: light.start()]):
        return Neighbours(_phrase(_SUBJECT.search(before[: light.start()]), clause.start), None)
    if not _FINITE.match(trigger.text) or _BEFORE_NOUN.search(before) or act_nouns().match(trigger.text):
        return Neighbours(_phrase(_BEHIND_BY.match(after), trigger.end), None)
    return Neighbours(_phrase(_SUBJECT.search(before), clause.start), _phrase(_OBJECT.match(after), trigger.end))


@cache
def _behind(prepositions: str) -> re.Pattern[str]:
    return re.compile(
        r"(?:\s+(?:campaigns?|attacks?|strikes?|raids?|operations?|attempts?|charges))?"
        r"(?:\s+(?:by|over\s+the|on\s+the)\s+(?:tele)?phone)?(?:\s+(?:late\s+|early\s+)?(?:on\s+)?\w+day)?\s+"
        rf"(?:{prepositions})\s+(?:(?:at least|more than|up to|as many as|around|about|nearly|some|over)\s+)?"
        rf"(?P<phrase>{NOUN_PHRASE})",
        re.IGNORECASE,
    )


def find_object(scene: Scene, trigger: Span, prepositions: str) -> Span | None:
    """The noun phrase behind a trigger and its preposition: "strikes against militants", "the arrest of a clerk"."""
    clause = scene.clause_at(trigger)
    found = _behind(prepositions).match(scene.text[trigger.end : clause.end])
    if found is None:
        return None
    verb = next(
        (w for w in re.finditer(r"\s+(?P<word>[a-z]+ed)\b", found["phrase"]) if w["word"] not in _ADJECTIVES), None
    )
    end = found.start("phrase") + verb.start() if verb else found.end("phrase")
    return _phrase(re.compile(r"\s*(?P<phrase>.+)", re.S).match(found.string, found.start("phrase"), end), trigger.end)


def _phrase(found: re.Match[str] | None, offset: int) -> Span | None:
    """The phrase as a span of the text; None for times, pronouns and what holds another verb."""
    if found is None or _NOBODY.match(found["phrase"]):
        return None
    words = found["phrase"].split()
    if _VERB.match(words[0]):
        return None
    if any(w.endswith("ed") and w.islower() and w not in _ADJECTIVES and "-" not in w for w in words[1:]):
        return None
    return Span(found.start("phrase") + offset, found.end("phrase") + offset, found["phrase"])
