"""In which act did he die? Gives the persons who died or were hurt to the acts of violence that they suffered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.model.marks import MarkedEvent
from dateline.model.span import NumberSpan, Span
from dateline.reading.events.casualty_patterns import KINDS
from dateline.reading.events.fates import Fate, find_fates
from dateline.reading.events.scene import Scene

Toll = dict[str, list[NumberSpan]]

REACH_SENTENCES = 6
"""How many sentences behind an act the end of a victim is still told ("He died in hospital."); our choice."""
LEAD_SENTENCES = 2
AHEAD_OF_LEAD = 8
"""How many sentences ahead of an act headline and lead tell who died in it ("Teen dies in Kelmar"); our choice."""
_OTHER = re.compile(r"(?:another|(?:a|the) (?:second|third|fourth|fifth|sixth|seventh))\b", re.IGNORECASE)
_AND = re.compile(
    r"(?:\s*,?\s*\(?\d{1,2}\)?)?(?:,?\s+(?P<and>and|along with|as well as|together with)\s+|,\s+)", re.IGNORECASE
)
# The determiner of "A porter", and all of the headline word "Porter" and of "Kelmar boy"
_DESCRIBED = re.compile(
    r"\A(?:an?|the|one|another|his|her|their|our|its|\d[\w-]*)\s+|\A[A-Z]\w*(?=\s+[a-z]|\Z)", re.IGNORECASE
)
# "a militant was killed and a militant was hurt": two persons
_ANY = re.compile(r"(?:an?|another|one)\b", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:wife|husband|son|daughter|father|mother|mom|dad|brother|sister|uncle|aunt|cousin|nephew|niece|grandmother|"
    r"grandfather|boyfriend|girlfriend)\b",
    re.IGNORECASE,
)


def give_fates(scene: Scene, events: Sequence[MarkedEvent], tolls: Sequence[Toll]) -> None:
    """Adds each single person to the toll of one event, unless a toll has him or a count already."""
    if not any(event.type == "ASSAULT" and event.status == "actual" for event in events):
        return
    for index, sentence in enumerate(scene.sentences):
        for fate in find_fates(scene, sentence):
            if any(_is_same(scene, fate.number, told) for toll in tolls for told in toll[fate.kind]):
                continue
            act = _act_of(scene, events, fate, index)
            fate = fate if act is None else _named_for(fate, events[act])
            if act is not None and not any(_may_be_of(scene, fate, told) for told in tolls[act][fate.kind]):
                tolls[act][fate.kind].append(fate.number)
    for toll in tolls:
        toll["injured"] = [n for n in toll["injured"] if not _has_died(scene, n, toll["killed"])]


def _named_for(fate: Fate, act: MarkedEvent) -> Fate:
    """ "He" whom nothing names is the one who suffered the act."""
    if fate.number.text.lower() not in ("he", "she"):
        return fate
    suffered = [span for role, span, _ in act.roles if role == "recipient" and span.end <= fate.number.start]
    if len(suffered) != 1:
        return fate
    return replace(fate, number=NumberSpan(suffered[0].start, suffered[0].end, suffered[0].text, 1, 1))


def _has_died(scene: Scene, hurt: NumberSpan, dead: Sequence[NumberSpan]) -> bool:
    """Whether the one person who was hurt is told among the dead as well."""
    if hurt.low != 1 or hurt.high != 1:
        return False
    same_words = not _ANY.match(hurt.text)
    return any(
        n.low == n.high == 1 and _is_same(scene, hurt, n) and (same_words or n.text.lower() != hurt.text.lower())
        for n in dead
    ) or any(n == hurt for n in dead)


def _may_be_of(scene: Scene, fate: Fate, told: NumberSpan) -> bool:
    """Whether the person may be him, or one of those, whom a number counts already."""
    if told.low != 1 or told.high != 1:
        return not _is_joined(scene, fate.number, told)
    if _OTHER.match(fate.number.text) or _is_listed(scene, fate.number, told):
        return False
    one, other = _name(fate.number), _name(told)
    if one and other:
        return bool(one & other)
    kin, known = _KIN.search(fate.number.text), _KIN.search(told.text)
    return not (kin and known and kin[0].lower() != known[0].lower())


def _is_joined(scene: Scene, one: Span, other: Span) -> bool:
    """ "his wife and (two children)"."""
    first, last = sorted((one, other))
    between = _AND.fullmatch(scene.text, first.end, last.start)
    return between is not None and first == one and (bool(between["and"]) or not _name(one))


def _is_listed(scene: Scene, one: Span, other: Span) -> bool:
    """ "a porter and (his son)"."""
    first, last = sorted((one, other))
    between = _AND.fullmatch(scene.text, first.end, last.start)
    # "a porter, Orm Tasker," is one person
    return between is not None and (bool(between["and"]) or bool(_name(one)) == bool(_name(other)))


def _name(person: Span) -> set[str]:
    """The capitalised words of a phrase; not that of a description ("A porter")."""
    words = re.findall(r"[\w'’-]+", _DESCRIBED.sub("", person.text))
    return {word.lower() for word in words if word[:1].isupper()}


def _is_same(scene: Scene, one: Span, other: Span) -> bool:
    """Whether two phrases share words of the text, stand for one entity, or read the same."""
    if one.overlaps(other) or one.text.lower() == other.text.lower():
        return True
    chain = scene.actors.chain_at(one)
    return chain is not None and chain == scene.actors.chain_at(other)


def _act_of(scene: Scene, events: Sequence[MarkedEvent], fate: Fate, sentence: int) -> int | None:
    """The index of the act: whose trigger says it, whose victim he is, or the nearest in or before the sentence."""
    near: list[tuple[tuple[bool, bool, int, int], int]] = []
    for index, event in enumerate(events):
        if event.type != "ASSAULT" or event.status != "actual":
            continue
        if event.trigger.overlaps(fate.word):
            return index
        suffers = any(
            role in ("recipient", *KINDS) and _is_same(scene, fate.number, span) for role, span, _ in event.roles
        )
        back = sentence - scene.sentence_index(event.trigger)
        ahead = AHEAD_OF_LEAD if sentence < LEAD_SENTENCES else 1
        if suffers or -ahead <= back <= REACH_SENTENCES:
            distance = max(event.trigger.start - fate.number.end, fate.number.start - event.trigger.end)
            near.append(((not suffers, back < 0, abs(back), distance), index))
    return min(near)[1] if near else None
