"""How does one make any number of reports with their readings? Read texts are retold with other names, days and words.

Every report is told from a story: a place, a day, people and bodies. Each telling of a story takes the reading of some
read text, puts the story's names at its names and swaps ordinary words for others, so that two reports share only what
their stories share. One report in four is a reprint or a cut of an earlier one, one in seven embeds a stretch of
another story.
"""

from __future__ import annotations

import dataclasses
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateline.model.identity import id_of
from dateline.model.place import Place
from dateline.model.reading import Reading, ReadReport
from dateline.model.report import Basis, Moment, Report
from dateline.model.span import NumberSpan, Span

FIRST_DAY = date(2030, 1, 1)
DAYS = 730
# Most reports of a pool stand alone; some are reprints or cuts of others, or tell again what others told.
REPRINTED, CUT, TOLD_AGAIN, EMBEDDED = 0.16, 0.09, 0.25, 0.14
REPRINTED_WITHIN_DAYS = 2
BODIES_KEPT = 0.6
# So many that two tellings made of one read text, which have nothing to do with each other, share no run of words.
SWAPPED_WORDS, SWAPPED_SMALL_WORDS = 0.75, 0.5
LEAST_SWAPPED = 4
OUTLETS, AGENCIES = 80, 6
STORIES_BACK = 40
LONGEST = 6000
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Material:
    """What stories are made of: readings, words and syllables of names, ordinary words, places on the map, bodies."""

    readings: Sequence[ReadReport]
    openings: Sequence[str]
    endings: Sequence[str]
    words: Sequence[str]
    small_words: Sequence[str]
    places: Sequence[Place]

    @classmethod
    def of(cls, reports: Sequence[ReadReport]) -> Material:
        """From reports that were read."""
        kept = [r for r in reports if r.reading.events and len(r.report.text) <= LONGEST]
        names = sorted({w for r in kept for c in r.reading.chains if c.kind == "person" for w in _WORD.findall(c.name)})
        names = [name for name in names if len(name) > 4 and name[0].isupper() and name[1:].islower()]
        words = [w for r in kept for w in _WORD.findall(r.report.text) if w.islower()]
        large = [w for w in words if len(w) >= LEAST_SWAPPED]
        small = [w for w in words if len(w) < LEAST_SWAPPED]
        places = {p.name: p for r in kept for p in r.reading.places if p.geonameid is not None}
        openings, endings = [n[: len(n) // 2] for n in names], [n[len(n) // 2 :] for n in names]
        return cls(kept, openings, endings, large, small, [*places.values()])

    def name(self, chance: random.Random) -> str:
        """A word of a name; few are common and many are rare, as in life."""
        return self.openings[_rank(len(self.openings), chance)] + self.endings[_rank(len(self.endings), chance)]


@dataclass(frozen=True, slots=True)
class Story:
    """What all tellings of one happening share. seed: from which its people and bodies are made."""

    seed: int
    day: date
    place: Place


def make_reports(material: Material, count: int, *, seed: int = 1) -> Iterator[ReadReport]:
    """This many reports; the first n of more reports are those of n reports."""
    made: list[tuple[Story, ReadReport]] = []
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        story, read = _next(material, number, made, chance)
        made = [*made[-STORIES_BACK:], (story, read)]
        yield read


def _next(
    material: Material, number: int, made: Sequence[tuple[Story, ReadReport]], chance: random.Random
) -> tuple[Story, ReadReport]:
    what = chance.random()
    if made and what < REPRINTED + CUT:
        story, earlier = chance.choice(made)
        day = _day(earlier) + timedelta(days=chance.randint(0, REPRINTED_WITHIN_DAYS))
        reading = earlier.reading if what < REPRINTED else part_of(earlier.reading, _cut_at(earlier.reading, chance))
        return story, _published(number, reading, day, chance, earlier.report.agency)
    if made and what < REPRINTED + CUT + TOLD_AGAIN:
        story = chance.choice(made)[0]
    else:
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        story = Story(chance.getrandbits(40), day, material.places[_rank(len(material.places), chance)])
    reading = retold(chance.choice(material.readings).reading, story, material, chance)
    if made and chance.random() < EMBEDDED:
        other = chance.choice(made)[1].reading
        reading = joined(reading, part_of(other, _cut_at(other, chance)))
    return story, _published(number, reading, story.day + timedelta(days=chance.randint(0, 1)), chance, None)


def _published(number: int, reading: Reading, day: date, chance: random.Random, agency: str | None) -> ReadReport:
    outlet = f"The {_numeral(_rank(OUTLETS, chance))} Courier"
    agency = agency or (f"{_numeral(_rank(AGENCIES, chance))} Press Agency" if chance.random() < 0.2 else None)
    file = f"synthetic/{number:07}.txt"
    report = Report(
        id_of("report", file, reading.text), None, file, None, 0, len(reading.text), outlet, None, None,
        Moment(day.isoformat(), "synthetic"), None, agency, None, None, "en", reading.text, "0" * 64,
        published_basis=Basis.STATED,
    )  # fmt: skip
    return ReadReport(report, replace(reading, published=day))


def retold(reading: Reading, story: Story, material: Material, chance: random.Random) -> Reading:
    """The reading with the story's people, bodies, place and days, and with other ordinary words."""
    names = _names(reading, story, material)
    spots = _spots(reading, story, material)
    fixed = _fixed(reading)
    edits: list[tuple[int, int, str]] = []
    for match in _WORD.finditer(reading.text):
        word = match.group()
        new = names.get(word)
        if new is None and word.islower() and match.start() not in fixed:
            new = _other_word(word, material, chance)
        if new is not None:
            edits.append((*match.span(), new))
    moved_days = timedelta(days=round((story.day - (reading.published or story.day)).days / 7) * 7)
    return _Rewriter(reading.text, edits, names, spots, moved_days).reading(reading)


def _other_word(word: str, material: Material, chance: random.Random) -> str | None:
    """Another word in place of an ordinary one, as often as it takes to leave no run of words as it was."""
    if len(word) >= LEAST_SWAPPED:
        return chance.choice(material.words) if chance.random() < SWAPPED_WORDS else None
    return chance.choice(material.small_words) if chance.random() < SWAPPED_SMALL_WORDS else None


def _names(reading: Reading, story: Story, material: Material) -> dict[str, str]:
    """Word of a name -> the story's word: its first person is the same one in all tellings of the story."""
    names: dict[str, str] = {}
    people = random.Random(story.seed)
    for chain in reading.chains:
        if chain.named and (chain.kind == "person" or random.Random(chain.name).random() > BODIES_KEPT):
            for word in _WORD.findall(chain.name):
                if word[0].isupper() and len(word) > 2 and word not in names:
                    names[word] = material.name(people)
    return names


def _spots(reading: Reading, story: Story, material: Material) -> dict[str, Place]:
    """Place of the text -> the story's own for the first one, others for the rest."""
    chance = random.Random(story.seed)
    named = list(dict.fromkeys(p.name for p in reading.places if p.geonameid is not None))
    return {
        name: story.place if at == 0 else material.places[_rank(len(material.places), chance)]
        for at, name in enumerate(named)
    }


def _fixed(reading: Reading) -> set[int]:
    """Where the words begin that make events, claims, times and numbers what they are."""
    spans = [e.trigger for e in reading.events] + [c.cue for c in reading.claims if c.cue]
    spans += [t.span for t in reading.times] + [n for e in reading.events for n in (*e.killed, *e.injured)]
    return {at for span in spans for at in range(span.start, span.end)}


@dataclass(frozen=True, slots=True)
class _Rewriter:
    """Puts edits into a text and moves everything found in it along."""

    text: str
    edits: Sequence[tuple[int, int, str]]
    names: dict[str, str]
    spots: dict[str, Place]
    days: timedelta

    def reading(self, reading: Reading) -> Reading:
        text, at = self._rewritten()
        chains = tuple(
            replace(c, name=self._renamed(c.name), names=tuple(map(self._renamed, c.names))) for c in reading.chains
        )
        moved = mapped(reading, lambda start, end: (at[start], at[end]), text, self.days)
        places = tuple(self._placed(old, new) for old, new in zip(reading.places, moved.places, strict=True))
        return replace(moved, text=text, chains=chains, places=places)

    def _rewritten(self) -> tuple[str, list[int]]:
        """The new text, and for every old place the new one."""
        parts: list[str] = []
        at: list[int] = []
        done = 0
        for start, end, new in self.edits:
            parts += [self.text[done:start], new]
            gap = (at[-1] + 1 if at else 0) - done
            at += range(done + gap, start + gap)
            begin = at[-1] + 1 if at else 0
            at += [min(begin + i, begin + len(new) - 1) for i in range(end - start - 1)]
            at.append(begin + len(new) - 1)
            done = end
        gap = (at[-1] + 1 if at else 0) - done
        at += range(done + gap, len(self.text) + gap + 1)
        return "".join([*parts, self.text[done:]]), at

    def _renamed(self, name: str) -> str:
        return _WORD.sub(lambda m: self.names.get(m.group(), m.group()), name)

    def _placed(self, old: Place, moved: Place) -> Place:
        spot = self.spots.get(old.name)
        return replace(spot, span=moved.span) if spot else moved


def part_of(reading: Reading, end: int) -> Reading:
    """What a reading says of the first characters of its text."""
    mentions = [i for i, m in enumerate(reading.mentions) if m.span.end <= end]
    claims = [i for i, c in enumerate(reading.claims) if c.content and max(s.end for s in c.content) <= end]
    places = [i for i, p in enumerate(reading.places) if p.span.end <= end]
    new_mention, new_claim, new_place = ({old: new for new, old in enumerate(k)} for k in (mentions, claims, places))
    text = reading.text[:end]
    return replace(
        reading,
        text=text,
        sentences=tuple(s for s in reading.sentences if s.end <= end),
        mentions=tuple(reading.mentions[i] for i in mentions),
        chains=tuple(
            replace(c, mentions=tuple(new_mention[m] for m in c.mentions if m in new_mention)) for c in reading.chains
        ),
        claims=tuple(replace(reading.claims[i], inside=_at(new_claim, reading.claims[i].inside)) for i in claims),
        events=tuple(
            replace(
                e, claim=_at(new_claim, e.claim), place_indices=tuple(_at(new_place, p) for p in e.place_indices)
            )
            for e in reading.events
            if _last(e) <= end
        ),
        times=tuple(t for t in reading.times if t.span.end <= end),
        places=tuple(reading.places[i] for i in places),
        relations=tuple(r for r in reading.relations if r.evidence.end <= end),
    )  # fmt: skip


def joined(first: Reading, second: Reading) -> Reading:
    """Both readings, the second one behind the first."""
    text = f"{first.text}\n\n{second.text}"
    gap = len(first.text) + 2
    moved = mapped(second, lambda start, end: (start + gap, end + gap), text, timedelta())
    chains, mentions, claims, places = map(len, (first.chains, first.mentions, first.claims, first.places))
    return Reading(
        text,
        first.published,
        first.sentences + moved.sentences,
        first.mentions + tuple(replace(m, chain=_up(m.chain, chains)) for m in moved.mentions),
        first.chains + tuple(replace(c, mentions=tuple(m + mentions for m in c.mentions)) for c in moved.chains),
        first.claims
        + tuple(
            replace(c, inside=_up(c.inside, claims), source_chain=_up(c.source_chain, chains)) for c in moved.claims
        ),
        first.events
        + tuple(
            replace(
                e,
                actor=tuple(replace(p, chain=_up(p.chain, chains)) for p in e.actor),
                recipient=tuple(replace(p, chain=_up(p.chain, chains)) for p in e.recipient),
                place_indices=tuple(_up(p, places) for p in e.place_indices),
                claim=_up(e.claim, claims),
            )
            for e in moved.events
        ),
        first.times + moved.times,
        first.places + moved.places,
        first.relations
        + tuple(
            replace(r, subject=r.subject + chains, object=r.object + chains, claim=_up(r.claim, claims))
            for r in moved.relations
        ),
    )


def mapped(noun: Any, place: Callable[[int, int], tuple[int, int]], text: str, days: timedelta) -> Any:
    """The noun with all its spans put elsewhere and all its days moved."""
    if isinstance(noun, Span):
        start, end = place(noun.start, noun.end)
        if isinstance(noun, NumberSpan):
            return NumberSpan(start, end, text[start:end], noun.low, noun.high)
        return Span(start, end, text[start:end])
    if isinstance(noun, tuple):
        return tuple(mapped(item, place, text, days) for item in noun)
    if isinstance(noun, date):
        return noun + days
    if dataclasses.is_dataclass(noun) and not isinstance(noun, type):
        return type(noun)(*(mapped(getattr(noun, name), place, text, days) for name in _fields(type(noun))))
    return noun


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _last(event: Any) -> int:
    """Where the last words of an event end."""
    parts = [event.trigger, *event.place, *event.date, *event.weapon, *event.killed, *event.injured]
    return max(span.end for span in (*parts, *(p.span for p in (*event.actor, *event.recipient))))


def _cut_at(reading: Reading, chance: random.Random) -> int:
    """The end of a sentence in the middle of the text."""
    ends = [s.end for s in reading.sentences]
    return chance.choice(ends[len(ends) // 4 : -(-3 * len(ends) // 4)] or [len(reading.text)])


def _rank(count: int, chance: random.Random) -> int:
    """A place in a list, the earlier the likelier (Zipf)."""
    return min(int(count ** chance.random()) - 1, count - 1)


def _day(read: ReadReport) -> date:
    return read.report.published.day if read.report.published else FIRST_DAY


def _at(new: dict[int, int], old: int | None) -> int | None:
    return new.get(old) if old is not None else None


def _up(index: int | None, by: int) -> int | None:
    return None if index is None else index + by


def _numeral(number: int) -> str:
    """A name for an outlet: "Ab", "Ac" …"""
    return f"{chr(65 + number // 26)}{chr(97 + number % 26)}rdal"
