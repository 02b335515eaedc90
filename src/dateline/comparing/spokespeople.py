"""For whom does he speak? Finds the bodies of those whom reports call their spokesmen, by name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.comparing.placed import Who
from dateline.language.names import fold
from dateline.model.mention import Chain
from dateline.model.reading import Reading, ReadReport
from dateline.model.span import Span

Placed = tuple[str, int]
"""A chain: (report id, its index in the reading)."""

_MOUTH = r"(?:spokes(?:man|woman|person)|press secretary)"
_ADJECTIVES = (
    r"(?:(?:chief|main|top|deputy|official|senior|acting|media|press|former|[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?)\s+)*"
)
_RANK = r"(?:[A-Z][\w.'’-]*\s+){0,4}"
# "(army) spokesman Colonel (Orm Tasker)", "(the Guild)'s chief spokesman, (Orm Tasker)"
_BEFORE_NAME = re.compile(rf"(?P<gap>(?:^|(?:['’]s?)?\s+){_ADJECTIVES}){_MOUTH},?\s+{_RANK}$")
# "a spokesman for (the Guild), (Orm Tasker)"
_FOR_BEFORE_NAME = re.compile(rf"\b{_MOUTH}\s+(?:for|of)\s+(?:the\s+)?(?P<body>[^,.;:]{{2,60}}?),?\s+{_RANK}$")
# "(Orm Tasker), a spokesman for (the Guild)"
_BEHIND_NAME = re.compile(rf",\s+{_ADJECTIVES}{_MOUTH}\s+(?:for|of)\s+(?:the\s+)?(?=(?P<body>[^,.;:]{{2,60}}))")
# "(Orm Tasker), (the Guild)'s spokesman"
_BODY_BEHIND_NAME = re.compile(rf",\s+(?:the\s+)?(?P<body>[^,.;:]{{2,60}}?)(?P<gap>(?:['’]s?)?\s+){_MOUTH}\b")
_THEIRS = re.compile(r"\b(?:its|their)\s+(?:\w+\s+)?$", re.IGNORECASE)
# Institutions that are called by what they are: "the army", "Varenian defence ministry", "Kelmar police".
_INSTITUTION = re.compile(
    r"(?:\b(?:[A-Z][\w-]*(?:['’]s?)?|(?i:defen[cs]e|foreign|interior|health))\s+)*"
    r"\b(?i:army|military|police|navy|government|coalition|ministry|junta|air force|coastguard|gendarmerie)$",
)
# Characters before "its spokesman" in which the body was named: about two sentences.
_NEAR = 250
# Names that say of nobody in particular which one it is.
_ANY = frozenset({"department", "office", "bureau", "agency", "administration", "division", "authority", "command"})
_POSSESSIVE = re.compile(r"['’]s?$")
# Not of a country: "the Varenian spokeswoman" is one of many who speak for it.
BODIES = frozenset({"group", "government", "organisation", "outlet"})


@dataclass(frozen=True, slots=True)
class Body:
    """For whom somebody speaks. chain: of the body in that report, None where its words stand for no chain; country:
    the chain of the country whose institution it is, where its words say so ("the Varenian army")."""

    report: str
    words: str
    chain: int | None = None
    country: int | None = None


@dataclass(frozen=True, slots=True)
class Spokespeople:
    """in_report: a person's chain -> the body that this report says he speaks for; of_actor: a person's actor id ->
    one such body, where all reports that name one name the same; mouths: a body's chain -> the chain of the only person
    who in that report speaks for it."""

    in_report: Mapping[Placed, Body] = field(default_factory=dict)
    of_actor: Mapping[str, Body] = field(default_factory=dict)
    mouths: Mapping[Placed, int] = field(default_factory=dict)

    def body_of(self, report: str, chain: int | None, actor: str | None) -> Body | None:
        """For whom the speaker of some words speaks, None for himself."""
        told = self.in_report.get((report, chain)) if chain is not None else None
        return told or (self.of_actor.get(actor) if actor is not None else None)

    def mouth_of(self, report: str, chain: int | None) -> int | None:
        """The chain of the person who in this report speaks for a body, where one alone does."""
        return self.mouths.get((report, chain)) if chain is not None else None


def country_in(words: str, reading: Reading) -> int | None:
    """The chain of the country by one of whose names an institution is called: "the Varenian army", not "the
    Varenian-led coalition"."""
    said = {_POSSESSIVE.sub("", word).casefold() for word in words.split()}
    countries = (i for i, chain in enumerate(reading.chains) if chain.kind == "country" and chain.named)
    return next((i for i in countries if any(name.casefold() in said for name in reading.chains[i].names)), None)


def find_spokespeople(reports: Sequence[ReadReport], who: Who) -> Spokespeople:
    """Whom reports call a body's spokesman. A body that is named wins over one that a report only describes."""
    in_report = {
        (read.report.id, index): body
        for read in reports
        if "spokes" in read.report.text or "press secretary" in read.report.text
        for index, chain in enumerate(read.reading.chains)
        if chain.named and chain.kind == "person" and (body := _told(read, index, chain)) is not None
    }
    told: dict[str, list[Body]] = defaultdict(list)
    for placed, body in in_report.items():
        if placed in who.actor_of:
            told[who.actor_of[placed]].append(body)
    agreed = ((actor, _agreed(bodies, who)) for actor, bodies in told.items())
    return Spokespeople(in_report, {actor: body for actor, body in agreed if body is not None}, _mouths(in_report))


def _mouths(in_report: Mapping[Placed, Body]) -> dict[Placed, int]:
    speaking: dict[Placed, list[int]] = defaultdict(list)
    for (report, person), body in in_report.items():
        if body.chain is not None:
            speaking[report, body.chain].append(person)
    return {body: people[0] for body, people in speaking.items() if len(people) == 1}


def _agreed(bodies: Sequence[Body], who: Who) -> Body | None:
    """The one that all of them are: one actor, or described in the same words."""
    actors = {who.actor_of.get((body.report, body.chain)) if body.chain is not None else None for body in bodies}
    one = len(actors) == 1 and None not in actors
    return bodies[0] if one or len({fold(body.words) for body in bodies}) == 1 else None


def _told(read: ReadReport, index: int, chain: Chain) -> Body | None:
    for mention in chain.mentions:
        span = read.reading.mentions[mention].span
        body = _around(read, _name_in(span, chain), index)
        if body is not None:
            return body
    return None


def _name_in(span: Span, chain: Chain) -> Span:
    """The name alone within "army spokesman Orm Tasker"."""
    for name in sorted({chain.name, *chain.names}, key=len, reverse=True):
        at = span.text.find(name)
        if at >= 0:
            return Span(span.start + at, span.start + at + len(name), name)
    return span


def _around(read: ReadReport, name: Span, person: int) -> Body | None:
    """The body that the sentence names beside the name."""
    text, reading = read.report.text, read.reading
    sentence = next((s for s in reading.sentences if s.holds(name)), Span(0, len(text), text))
    before, behind = text[sentence.start : name.start], text[name.end : sentence.end]
    if (found := _BEFORE_NAME.search(before)) is not None:
        at = sentence.start + found.start()
        theirs = _THEIRS.search(before[: found.end("gap")])
        return (
            _nearest(read, sentence.start + theirs.start(), person)
            if theirs
            else _ending(read, at, sentence.start, person)
        )
    if (found := _FOR_BEFORE_NAME.search(before)) is not None:
        return _beginning(read, sentence.start + found.start("body"), found["body"], person)
    if (found := _BEHIND_NAME.match(behind)) is not None:
        return _beginning(read, name.end + found.start("body"), found["body"], person)
    if (found := _BODY_BEHIND_NAME.match(behind)) is not None:
        return _ending(read, name.end + found.end("body"), name.end, person)
    return None


def _body(read: ReadReport, words: str, chain: int | None = None) -> Body:
    return Body(read.report.id, words, chain, country_in(words, read.reading))


def _bodies(reading: Reading, person: int) -> Iterator[tuple[Span, int]]:
    for mention in reading.mentions:
        if mention.chain is not None and mention.chain != person:
            chain = reading.chains[mention.chain]
            if chain.kind in BODIES and fold(chain.name) not in _ANY:
                yield mention.span, mention.chain


def _ending(read: ReadReport, end: int, begin: int, person: int) -> Body | None:
    """The body whose words end there; else an institution that is called by what it is."""
    near = [(span, chain) for span, chain in _bodies(read.reading, person) if span.end == end and span.start >= begin]
    if near:
        span, chain = min(near, key=lambda held: (not read.reading.chains[held[1]].named, held[0].start))
        return _body(read, span.text, chain)
    words = _INSTITUTION.search(read.report.text[begin:end])
    return _body(read, words[0]) if words else None


def _beginning(read: ReadReport, start: int, words: str, person: int) -> Body | None:
    """The body whose words begin there, after an article or before it."""
    near = [
        (span, chain)
        for span, chain in _bodies(read.reading, person)
        if span.start <= start < span.end and start - span.start <= len("the ")
    ]
    if near:
        span, chain = max(near, key=lambda held: (read.reading.chains[held[1]].named, held[0].end))
        return _body(read, span.text, chain)
    found = _INSTITUTION.search(words.strip())
    return _body(read, found[0]) if found else None


def _nearest(read: ReadReport, before: int, person: int) -> Body | None:
    """Whose "its spokesman" is: the body named last before, in this sentence or the one before."""
    named = _bodies(read.reading, person)
    near = [(span, chain) for span, chain in named if before - _NEAR <= span.start and span.end <= before]
    if not near:
        return None
    span, chain = max(near, key=lambda held: (held[0].end, -held[0].start))
    return _body(read, span.text, chain)
