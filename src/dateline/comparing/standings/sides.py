"""Who did it, by whose word? Actors that have nothing to do with each other are sides of a dispute."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import yaml

from dateline.comparing.placed import Who
from dateline.comparing.standings.arms import are_alternatives, nation_behind
from dateline.comparing.standings.blame import VIOLENCE, Blame
from dateline.comparing.standings.families import is_one_country
from dateline.comparing.standings.origins_counted import Ledger
from dateline.model.actor import Actor
from dateline.model.case import CaseEvent, Contested, ContestedValue
from dateline.model.reading import ReadReport

_WORDS = yaml.safe_load(files(__package__).joinpath("sides.yaml").read_text("utf-8"))
INSTITUTIONS = frozenset(_WORDS["institutions"])
STATE = frozenset(_WORDS["state"])
# Kinds of actor whose names accuse somebody: "gunmen" are no side.
ACCUSABLE = frozenset({"person", "group", "government", "country", "organisation"})
# Shorter words of names are shared by strangers.
LEAST_LETTERS = 3
TOGETHER = frozenset({"part-of", "member-of", "leads", "ally", "also-known-as", "renamed-to", "supports", "supplies"})
_OR = re.compile(r"[\s,]*(?:or|or by|and/or|or else)\s+(?:the |a |an )?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """One telling of who did it (or, denied, who did not): of which act, shown by which event, on whose word."""

    actor: str
    act: CaseEvent
    shown: str
    origin: str
    denied: bool = False
    blames: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What the sides of one happening are told from. said: the events that tell it; reports, actors: by id; who: how
    words become actor ids."""

    said: Sequence[CaseEvent]
    blame: Sequence[Blame]
    actors: Mapping[str, Actor]
    reports: Mapping[str, ReadReport]
    ledger: Ledger
    who: Who

    def is_blamable(self, actor: str) -> bool:
        """Whether it is somebody with a name, or an institution that is blamed without one: "the army"."""
        found = self.actors.get(actor)
        return self.is_accusable(actor) or (found is not None and bool(set(_words(found.name)) & INSTITUTIONS))

    def is_accusable(self, actor: str) -> bool:
        """Whether it is somebody with a name: "Mortars" at the head of a sentence are not."""
        found = self.actors.get(actor)
        return (
            found is not None
            and found.kind in ACCUSABLE
            and any(
                self.reports[report].reading.chains[chain].named
                for report, chain in found.chains
                if report in self.reports
            )
        )


def find_disclaimers(scene: Scene, counter: Sequence[CaseEvent]) -> list[CaseEvent]:
    """The counter-tellings that only deny who did it: others tell the happening without this actor."""
    return [event for event in counter if _disclaims(event, scene)]


def has_rival(event: CaseEvent, scene: Scene) -> bool:
    """Whether somebody else than those who deny it here is told, by name or as an institution, to have done it."""
    mine = [scene.actors[actor] for actor in event.actors if actor is not None and actor in scene.actors]
    others = {actor for e in scene.said for actor in e.actors if actor is not None and scene.is_blamable(actor)}
    others |= {blame.actor for blame in scene.blame if not blame.denied and scene.is_blamable(blame.actor)}
    return any(not any(_are_together(scene.actors[other], one) for one in mine) for other in others)


def contested_actor(scene: Scene, disclaimers: Sequence[CaseEvent]) -> Contested | None:
    """Tellings name actors that have nothing to do with each other, leave open which of two it was, or one of those
    named says that it was not he."""
    if not any(e.event.type in VIOLENCE for e in scene.said):
        return None
    open_ones = frozenset(e.id for e in scene.said if _leaves_open(e, scene.reports[e.report].report.text))
    voices = _voices(scene)
    sides = _sides([voice for voice in voices if not voice.denied], scene.actors, open_ones)
    refusals = [voice for voice in voices if voice.denied] + _disclaiming(scene, disclaimers)
    told = list(sides.values())
    at_odds = any(_are_at_odds(a, b, open_ones, scene) for i, a in enumerate(told) for b in told[i + 1 :])
    refused = any(_refuses(voice, side, scene.actors) for voice in refusals for side in told)
    if not at_odds and not refused:
        return None
    values = dict(sides)
    for side, accusing in sides.items():
        if against := [voice for voice in refusals if _refuses(voice, accusing, scene.actors)]:
            values[f"not {scene.actors[side].name}"] = against
    return Contested("actor", tuple(_value(value, voices) for value, voices in values.items()))


def _voices(scene: Scene) -> list[Voice]:
    """All who are told to have done it or not; who blames another was no doer of the act that names both of them."""
    blaming, telling = _blaming(scene), _telling(scene)
    accusing = {(voice.origin.removeprefix("actor "), voice.actor) for voice in blaming}
    named = {(voice.shown, voice.actor) for voice in telling}
    doing = [v for v in telling if not any((v.shown, other) in named for one, other in accusing if one == v.actor)]
    return [*doing, *blaming]


def _value(value: str, voices: Sequence[Voice]) -> ContestedValue:
    shown = tuple(dict.fromkeys(voice.shown for voice in voices))
    return ContestedValue(value, shown, len({voice.origin for voice in voices}))


def _telling(scene: Scene) -> list[Voice]:
    """Who is told to have done it; where anybody was attacked, the police who arrest for it are no side."""
    attacks = [event for event in scene.said if event.event.type == "ASSAULT"]
    return [
        Voice(actor, event, event.id, scene.ledger.of_event[event.id])
        for event in attacks or scene.said
        for actor in _authors(event, attacks or scene.said, scene)
    ]


def _authors(event: CaseEvent, acts: Sequence[CaseEvent], scene: Scene) -> list[str]:
    """Those with a name; where a sentence leaves open whether it was they, also an institution without one."""
    read = scene.reports[event.report]
    nation = nation_behind(event, read, scene.who)
    if nation is not None and scene.is_accusable(nation):
        return [nation]
    actors = [actor for actor in dict.fromkeys(event.actors) if actor is not None]
    named = [actor for actor in actors if scene.is_accusable(actor)]
    if named or not any(e.report == event.report and are_alternatives(event, e, read) for e in acts):
        return named
    return [actor for actor in actors if scene.is_blamable(actor)]


def _blaming(scene: Scene) -> list[Voice]:
    acts = {event.id: event for event in scene.said}
    return [
        Voice(b.actor, acts[b.about], b.told_by, scene.ledger.origin(b.teller), denied=b.denied, blames=True)
        for b in scene.blame
        if b.about in acts and scene.is_blamable(b.actor)
    ]


def _disclaiming(scene: Scene, disclaimers: Sequence[CaseEvent]) -> list[Voice]:
    """Those who deny that they, or "his fighters", did it: the actor with a name, else who says so."""
    found = []
    for event in disclaimers:
        origin = scene.ledger.of_event[event.id]
        speaker = origin.removeprefix("actor ")
        named = [actor for actor in dict.fromkeys(event.actors) if actor is not None and scene.is_blamable(actor)]
        for actor in named or ([speaker] if scene.is_accusable(speaker) else []):
            found.append(Voice(actor, event, event.id, origin, denied=True, blames=True))
    return found


def _disclaims(event: CaseEvent, scene: Scene) -> bool:
    if not event.event.actor or event.event.killed or event.event.injured:
        return False
    mine, origin = {*event.actors} - {None}, scene.ledger.of_event[event.id]
    return any(not mine & set(e.actors) and scene.ledger.of_event[e.id] != origin for e in scene.said)


def _refuses(voice: Voice, side: Sequence[Voice], actors: Mapping[str, Actor]) -> bool:
    """Whether a side is accused by others and this voice says no for it."""
    return any(
        other.origin != voice.origin
        and (other.actor == voice.actor or _are_together(actors[other.actor], actors[voice.actor]))
        for other in side
    )


def _leaves_open(event: CaseEvent, text: str) -> bool:
    """Whether the words name one actor or another: "Russian or coalition planes"."""
    spans = sorted(participant.span for participant in event.event.actor)
    between = (text[a.end : b.start] for a, b in itertools.pairwise(spans))
    return any(_OR.fullmatch(words) for words in between)


def _sides(voices: Sequence[Voice], actors: Mapping[str, Actor], open_ones: frozenset[str]) -> dict[str, list[Voice]]:
    """Actors named by one telling together, or allied, or part of each other, are one side under the first of them;
    never two of whom one blames the other."""
    foes = {frozenset((v.actor, v.origin.removeprefix("actor "))) for v in voices if v.blames}
    by_actor: dict[str, list[Voice]] = {}
    for voice in voices:
        by_actor.setdefault(voice.actor, []).append(voice)
    sides: dict[str, list[Voice]] = {}
    for actor, told in by_actor.items():
        firm = {v.shown for v in told if not v.blames} - open_ones
        near = (s for s in sides if firm & {v.shown for v in sides[s]} or _are_together(actors[s], actors[actor]))
        side = next((s for s in near if frozenset((s, actor)) not in foes), actor)
        sides.setdefault(side, []).extend(told)
    return sides


def _are_at_odds(a: Sequence[Voice], b: Sequence[Voice], open_ones: frozenset[str], scene: Scene) -> bool:
    """Whether one teller names this side and another that one, or a sentence leaves open which."""
    if {v.shown for v in a} & {v.shown for v in b} & open_ones:
        return True
    if any(are_alternatives(x.act, y.act, scene.reports[x.act.report]) for x, y in _of_one_report(a, b)):
        return True
    return any(x.origin != y.origin and _is_one_act(x, y) for x in a for y in b)


def _of_one_report(a: Sequence[Voice], b: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
    return ((x, y) for x in a for y in b if x.act.report == y.act.report and not (x.blames or y.blames))


def _is_one_act(a: Voice, b: Voice) -> bool:
    """Within a report only the same act upon the same one is told twice; across reports the incident vouches."""
    if a.act.report != b.act.report or a.blames or b.blames:
        return True
    upon = {r for r in a.act.recipients if r} & {r for r in b.act.recipients if r}
    return bool(upon) or a.act.event.trigger.text.lower() == b.act.event.trigger.text.lower()


def _are_together(a: Actor, b: Actor) -> bool:
    """Joined by a stated relation, or two ways to name one: "Houthis" and "the Houthi militia", "the army" and the
    only army that has a name."""
    if _own_words(a.name) & _own_words(b.name) or a.id == b.id:
        return True
    if not (a.named and b.named) and _is_of_state(a) and _is_of_state(b) and _are_of_one_country(a, b):
        return True
    return any(r.other == b.id and r.type in TOGETHER for r in a.relations) or any(
        r.other == a.id and r.type in TOGETHER for r in b.relations
    )


def _are_of_one_country(a: Actor, b: Actor) -> bool:
    """Whether nothing in their names says that they are of two: "the army" may be Varenia's, "Tolmarian forces" not."""
    ours, theirs = _countries(a.name), _countries(b.name)
    return not ours or not theirs or any(is_one_country(x, y) for x in ours for y in theirs)


def _countries(name: str) -> set[str]:
    """The capitalised words of a name that are not of the institution."""
    words = {re.sub(r"['’]s?$", "", word.strip(".,")) for word in name.split() if word[:1].isupper()}
    return {word.casefold() for word in words} - STATE - INSTITUTIONS - {"the"}


def _is_of_state(actor: Actor) -> bool:
    return actor.kind in ("government", "country") or bool(set(_words(actor.name)) & STATE)


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _own_words(name: str) -> set[str]:
    """The capitalised words of a name without plural; adjectives of nations are shared by foes."""
    words = {word.strip(".,'’").rstrip("s").lower() for word in name.split() if word[:1].isupper()}
    return {word for word in words if len(word) > LEAST_LETTERS and not word.endswith(("an", "ese", "ish"))}
