"""How many were killed and injured? Gives each event its numbers: those marked and those told in words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from dateline.language.numbers import read_number
from dateline.model.marks import MarkedEvent
from dateline.model.span import NumberSpan, Span
from dateline.reading.events.behind import died, lived
from dateline.reading.events.casualties import Casualties, find_casualties
from dateline.reading.events.casualty_patterns import ATTEMPTED, BESIDE, KINDS, NOBODY_BEFORE, UNHURT
from dateline.reading.events.fates_given import give_fates
from dateline.reading.events.no_count import is_no_count
from dateline.reading.events.phrases import find_neighbours
from dateline.reading.events.scene import Scene
from dateline.reading.events.words import load_words, pattern_of

Toll = dict[str, list[NumberSpan]]

_REACH_SENTENCES = 2
"""How many sentences behind an act its dead are still told ("The raid … . Four people were killed.")."""

_REACH_OF_TOTALS = 6
"""The same for what is called a toll ("That brings the death toll to 13."); our choice."""

_AHEAD_SENTENCES = 1
"""How many sentences ahead of an act its dead may be told, where no act stands nearer."""
_LEAD_SENTENCES = 2
_AHEAD_OF_LEAD = 8
"""The same for headline and lead, which tell the end of a story first; our choice."""
_KILLS_NOBODY = frozenset({"abduct", "destroy", "sexual"})

# "five people, including a girl and two boys": what follows counts again those already counted
_PART = re.compile(
    r"\b(?:including|among them|among whom|of them|of whom)\b(?!.*\b(?:killed|injured|wounded|died|dead|hurt)\b)", re.I
)
# "the war, which has seen 470,000 killed"
_WAR_TOLL = re.compile(
    r"\b(?:war|conflict|revolution|uprising|insurgency|rebellion|fighting|violence|crisis|campaign|unrest)\b[^.;]{0,40}?"
    r"\b(?:has|have|had)\s+(?:so far\s+|already\s+)?(?:seen|killed|claimed|left|cost|taken|resulted|caused)\b",
    re.IGNORECASE,
)
# "Charged with attempted second-degree murder" tells of no death
_ATTEMPT = re.compile(
    r"\battempted\s+(?:[\w-]+\s+){0,2}?(?:murder|homicide|manslaughter|killing)s?\b|\battempt(?:s|ed|ing)?\s+to\s+(?:kill|murder)\b",
    re.IGNORECASE,
)
MOST_IN_ONE_ACT = 1000
"""A greater number told in another sentence than the act is taken for the toll of a war (our choice)."""
_REST = re.compile(r"(?:[.,]?\d+)+(?: (?:million|thousand))?|[ -]?(?:year|month)s?[ -]?olds?\b|\s?y\.?/?o\b\.?")
# "Five of the wounded died", "25 lawyers are among the dead": parts
_OF_THEM = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:of\s+(?:the|them|those|its|his|her|their)|(?:is|are|was|were)\s+among)\b", re.I
)
SEVERAL = 3
"""From here on a number told in another sentence is taken for a total; one or two more are mostly other victims."""
_UNKNOWN = re.compile(r"\b(?:unknown|undetermined|unspecified|unclear|undisclosed) number\b", re.IGNORECASE)
_THEY = frozenset({"they", "them", "those", "these", "we", "us"})


def find_tolls(scene: Scene, events: Sequence[MarkedEvent]) -> list[Toll]:
    """For each event its numbers of killed and injured in text order, each number with one event only."""
    tolls = [_marked(scene, event) for event in events]
    _give_to_nearest(scene, events, tolls)
    for index in range(len(scene.sentences)):
        for told in find_casualties(scene.text, scene.sentences[index]):
            _attach(scene, events, tolls, told, index)
    give_fates(scene, events, tolls)
    for toll in tolls:
        _bury(scene, toll)
    return [{kind: _cleaned(scene, toll[kind]) for kind in KINDS} for toll in tolls]


def _give_to_nearest(scene: Scene, events: Sequence[MarkedEvent], tolls: Sequence[Toll]) -> None:
    """A number marked for events of several sentences stays with those of its own sentence."""
    for kind in KINDS:
        at_home = {
            number
            for event, toll in zip(events, tolls, strict=True)
            for number in toll[kind]
            if scene.sentence_index(number) == scene.sentence_index(event.trigger)
        }
        for event, toll in zip(events, tolls, strict=True):
            own = scene.sentence_index(event.trigger)
            toll[kind] = [n for n in toll[kind] if n not in at_home or scene.sentence_index(n) == own]


def _bury(scene: Scene, toll: Toll) -> None:
    """Who was hurt "and died" is one of the dead."""
    dead = [n for n in toll["injured"] if n.low == n.high == 1 and died(scene.text, n, scene.sentence_at(n).end)]
    toll["injured"] = [n for n in toll["injured"] if n not in dead]
    toll["killed"] += [n for n in dead if n not in toll["killed"]]


def _marked(scene: Scene, event: MarkedEvent) -> Toll:
    """The numbers that the model linked to the event, but for those of whole wars and of attempts."""
    attempted = bool(ATTEMPTED.search(scene.text[max(0, event.trigger.start - 30) : event.trigger.start]))
    marked = {
        kind: [
            _uncut(scene.text, span)
            for span in sorted({s for role, s, _ in event.roles if role == kind})
            if not (_is_total(scene, span, event.trigger) or is_no_count(scene.text, span))
            and not UNHURT.match(scene.text, span.end)
        ]
        for kind in KINDS
    }
    dead = [] if attempted else [span for span in marked["killed"] if not _is_only_hit(scene, span)]
    lived_on = {span: lived(scene.text, span, scene.sentence_at(span).end) for span in dead}
    hurt = {*marked["injured"], *(span for span in dead if lived_on[span] == "hurt")}
    return {
        "killed": [_counted(scene.text, span) for span in dead if lived_on[span] is None],
        "injured": [_counted(scene.text, span) for span in sorted(hurt)],
    }


def _counted(text: str, span: Span) -> NumberSpan:
    return _nobody_of(text, span) or number_of(span)


def _nobody_of(text: str, span: Span) -> NumberSpan | None:
    """Zero, where the words with what stands before them say so: "no Velmish guard was hurt"."""
    none = NOBODY_BEFORE.search(text, max(0, span.start - 40), span.start)
    if none is None or read_number(span.text) is not None:
        return None
    return NumberSpan(none.start(), span.end, text[none.start() : span.end], 0, 0)


def _uncut(text: str, span: Span) -> Span:
    """The words with the rest of a number that they were cut off from ("more than 300|,000")."""
    rest = _REST.match(text, span.end) if span.text[-1:].isdigit() else None
    return Span.cut(text, span.start, rest.end()) if rest else span


def _is_only_hit(scene: Scene, number: Span) -> bool:
    """Whether the sentence says that they were shot or the like, and nothing of death.

    Of the 747 numbers of killed in the training texts of `events` 9 stand in such a sentence.
    """
    sentence = _ATTEMPT.sub("", scene.sentence_at(number).text)
    return bool(_hit().search(sentence)) and not _death().search(sentence)


@cache
def _hit() -> re.Pattern[str]:
    return pattern_of(load_words("casualties")["hit"])


@cache
def _death() -> re.Pattern[str]:
    lists = load_words("casualties")
    told = [word for words in lists["killed"].values() for word in words]
    return pattern_of([*told, *lists["deaths"], *lists["none"]["both"], *lists["none"]["killed"]])


def number_of(span: Span) -> NumberSpan:
    """The words with their bounds; a name or a description without a number is one person, a plural two or more."""
    bounds = read_number(span.text)
    if bounds is None:
        bounds = (None, None) if _UNKNOWN.search(span.text) else _named(span.text)
    return NumberSpan(span.start, span.end, span.text, *bounds)


def _named(words: str) -> tuple[int | None, int | None]:
    """How many a phrase without any number names: "Anna Vell" 1, "Anna Vell and Tor Lund" 2, "priests" at least 2."""
    parts = re.split(r"\s+and\s+|,\s+", words)
    if len(parts) > 1 and all(part[:1].isupper() for part in parts):
        return len(parts), len(parts)
    last = words.split()[-1] if words.split() else ""
    is_name = last[:1].isupper() and not words.isupper()
    plural = last.lower() in _THEY or (last.lower().endswith("s") and not last.lower().endswith(("ss", "us", "is")))
    return (2, None) if plural and not is_name else (1, 1)


def _is_total(scene: Scene, number: Span, trigger: Span) -> bool:
    """Whether the number is the toll of a war or of years, told in another clause than the act."""
    clause = scene.clause_at(number)
    return not clause.holds(trigger) and bool(_totals().search(clause.text) or _WAR_TOLL.search(clause.text))


def _totals() -> re.Pattern[str]:
    return pattern_of(load_words("casualties")["totals"])


def _attach(
    scene: Scene, events: Sequence[MarkedEvent], tolls: Sequence[Toll], told: Casualties, sentence: int
) -> None:
    """Gives the number to the nearest act of violence, unless an event has it or another number of its kind already."""
    if is_no_count(scene.text, told.number) or any(told.number.overlaps(n) for toll in tolls for n in toll[told.kind]):
        return
    nearest = _nearest(scene, events, told, sentence)
    elsewhere = nearest is not None and scene.sentence_index(events[nearest].trigger) != sentence
    if elsewhere and (told.number.low or told.number.high or 0) >= MOST_IN_ONE_ACT:
        return
    if nearest is None or _is_total(scene, told.number, events[nearest].trigger):
        return
    toll = tolls[nearest][told.kind]
    if (bare := _without_hedge(told.number, toll)) is not None:
        toll[toll.index(bare)] = told.number
        return
    if all(scene.sentence_index(n) == sentence for n in toll) or _is_another_total(scene, told.number, toll):
        toll += [*_victim_beside(scene, told, toll), told.number]


def _without_hedge(number: NumberSpan, toll: Sequence[NumberSpan]) -> NumberSpan | None:
    """The same number told without its "at least", as headlines do."""
    if number.high is not None or number.low is None or number.low < SEVERAL:
        return None
    return next((n for n in toll if n.low == n.high == number.low and n.end < number.start), None)


def _is_another_total(scene: Scene, number: NumberSpan, toll: Sequence[NumberSpan]) -> bool:
    """Whether the number, told in another sentence, is a count of all once more ("By nightfall there were 15 dead")."""
    counts = [n for n in toll if n.low is not None]
    if number.low is None or number.low < SEVERAL or len(counts) != len(toll) or _OF_THEM.match(scene.text, number.end):
        return False
    if any(n.low == number.low for n in counts) or _PART.search(scene.sentence_at(number).text):
        return False
    most = max((n.low for n in counts if n.low is not None), default=0)
    return number.low > most >= SEVERAL or most > number.low >= most / 2


def _victim_beside(scene: Scene, told: Casualties, toll: Sequence[NumberSpan]) -> list[NumberSpan]:
    """ "Anna Vell was killed alongside two others": she is one more."""
    if told.word.end > told.number.start or not BESIDE.search(scene.text[told.word.end : told.number.start]):
        return []
    victim = find_neighbours(scene, told.word).sufferer
    if victim is None or any(victim.overlaps(number) for number in toll):
        return []
    return [number_of(victim)]


def _nearest(scene: Scene, events: Sequence[MarkedEvent], told: Casualties, sentence: int) -> int | None:
    """The index of the act that the number belongs to: the word itself, else the nearest in or before its sentence."""
    near: list[tuple[tuple[int, bool, bool, int], int]] = []
    clause = scene.clause_at(told.number)
    for index, event in enumerate(events):
        if event.type != "ASSAULT":
            continue
        if event.trigger.overlaps(told.word):
            return index
        back = sentence - scene.sentence_index(event.trigger)
        reach = _REACH_OF_TOTALS if told.total else _REACH_SENTENCES
        ahead = _AHEAD_OF_LEAD if sentence < _LEAD_SENTENCES else _AHEAD_SENTENCES
        if -ahead <= back <= reach and not (back and event.status != "actual"):
            distance = max(event.trigger.start - told.number.end, told.number.start - event.trigger.end)
            apart = back if back >= 0 else reach - back
            near.append(((apart, event.mode in _KILLS_NOBODY, not clause.holds(event.trigger), distance), index))
    if not near and sentence == 0:
        return _first_act(events)
    return min(near)[1] if near else None


def _first_act(events: Sequence[MarkedEvent]) -> int | None:
    """The act that a headline's toll belongs to, however far down the text comes to it."""
    return next((i for i, event in enumerate(events) if event.type == "ASSAULT" and event.status == "actual"), None)


def _cleaned(scene: Scene, numbers: Iterable[NumberSpan]) -> list[NumberSpan]:
    """Without parts of another number, repetitions, and numbers that a later toll replaces."""
    kept: list[NumberSpan] = []
    for number in sorted(set(numbers)):
        part = kept and not _far(scene, kept[-1], number) and _PART.search(scene.text[kept[-1].end : number.start])
        again = any((n.low, n.high) == (number.low, number.high) != (1, 1) and _far(scene, n, number) for n in kept)
        if not part and not again:
            kept.append(number)
    return kept


def _far(scene: Scene, one: Span, other: Span) -> bool:
    return scene.sentence_index(one) != scene.sentence_index(other)
