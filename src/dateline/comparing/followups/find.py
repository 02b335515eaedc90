"""Which threats, vows and predictions were followed by the act?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from dateline.comparing.followups.promises import Promise, find_promises
from dateline.comparing.followups.scene import Scene
from dateline.language.names import fold
from dateline.model.case import CaseClaim, CaseEvent, Followup, Incident
from dateline.model.reading import ReadReport

# Without a stated time an act counts as the carrying out of a threat within a month; later it is another story.
WITHOUT_WINDOW = timedelta(days=30)
# An act named in this many reports is shown by its first tellings.
MOST_TELLINGS = 12
# Sentences whose words are kept for the next promise: the acts of busy actors are looked at for many.
WORDS_AT_HAND = 65_536
_LEAST_NAME = 4


def find_followups(
    reports: Sequence[ReadReport],
    claims: Sequence[CaseClaim],
    events: Sequence[CaseEvent],
    incidents: Sequence[Incident],
    latest: date | None = None,
) -> tuple[Followup, ...]:
    """What became of each telling of a threat, vow, announced plan or prediction, as far as the reports allow to say.

    latest: the last day of publication in the case, where these are only some of its reports.

    carried-out: a later act of the same actor, of a fitting type and aimed at the same place or person, lies within
    the window. expired: reports reach beyond the window and none tells of the act. not-seen: everything else.
    """
    scene = Scene(reports, claims, events, incidents, latest)
    acts = _Acts(scene)
    return tuple(_followup(scene, promise, list(acts.carrying_out(promise))) for promise in find_promises(scene))


class _Acts:
    """What is told as done, by the actor who did it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told = {report: scene.day(report) for report in scene.reports}
        self._words_of = lru_cache(maxsize=WORDS_AT_HAND)(self._words_in)
        self._done: dict[tuple[str, str], list[CaseEvent]] = defaultdict(list)
        self._by_name: dict[str, dict[str, None]] = defaultdict(dict)
        self._known: dict[str, frozenset[str]] = {}
        for event in scene.events.values():
            if event.event.status == "actual" and event.begin is not None:
                for actor in self._doers(event):
                    self._done[actor, event.event.type].append(event)
        for acts in self._done.values():
            acts.sort(key=_begin)
        self._order = {event: at for at, event in enumerate(scene.events)}
        self._called: dict[str, str] = {}
        for actor in dict.fromkeys(actor for actor, _ in self._done):
            names = [fold(name) for name in scene.names.get(actor, ())]
            self._called[actor] = f" {' | '.join(names)} "
            for word in (word for name in names for word in name.split()):
                self._by_name[word][actor] = None

    def carrying_out(self, promise: Promise) -> Iterator[CaseEvent]:
        """The acts that carry out a promise, in the order of the reports."""
        days = self._days_of(promise)
        if days is not None:
            actors = {a for actor in promise.actors for a in (actor, *self._described(actor))}
            near = {e.id: e for actor in actors for e in self._near(actor, promise.types, days)}
            in_order = sorted(near.values(), key=lambda e: self._order[e.id])
            yield from islice((e for e in in_order if self._fits(e, promise)), MOST_TELLINGS)

    def _days_of(self, promise: Promise) -> tuple[date, date] | None:
        """The first and last day on which an act may begin that carries it out, None where no act can: the promise's
        window, else the month after it; for what is only recalled, from the promise to the report that recalls it."""
        if promise.said is None:
            return None
        if promise.told_later and promise.window is None:
            written = self._told[promise.event.report] or promise.said
            return (promise.said if promise.said < written else written - WITHOUT_WINDOW), written
        if promise.window is None and not promise.has_target:
            return None
        return promise.window or (promise.said, promise.said + WITHOUT_WINDOW)

    def _near(self, actor: str, types: Iterable[str], days: tuple[date, date]) -> Iterator[CaseEvent]:
        """What an actor did of some types that began on these days."""
        for kind in sorted(types):
            acts = self._done.get((actor, kind), [])
            first = bisect_left(acts, days[0], key=_begin)
            yield from acts[first : bisect_right(acts, days[1], key=_begin)]

    def _doers(self, event: CaseEvent) -> set[str]:
        """The actors of an act, those that other tellings of its incident name included."""
        incident = self._scene.incident_of.get(event.id)
        return {a for a in event.actors if a} | set(incident.actors if incident else ())

    def _described(self, actor: str) -> frozenset[str]:
        """Actors whose description holds this actor's name: "four drones of the Nawras Movement"."""
        if actor not in self._known:
            named = (fold(name) for name in self._scene.names.get(actor, ()))
            self._known[actor] = frozenset(other for name in named for other in self._holding(name))
        return self._known[actor]

    def _holding(self, name: str) -> Iterator[str]:
        """Actors one of whose names holds this folded one; looked up by its rarest word."""
        if len(name) >= _LEAST_NAME:
            for other in min((self._by_name.get(word, {}) for word in name.split()), key=len):
                if f" {name} " in self._called[other]:
                    yield other

    def _fits(self, act: CaseEvent, promise: Promise) -> bool:
        if act.id == promise.event.id:
            return False
        if act.event.type == "RETREAT" and promise.mode and act.event.mode and act.event.mode != promise.mode:
            return False
        return self._is_in_time(act, promise) and self._is_aimed(act, promise)

    def _is_in_time(self, act: CaseEvent, promise: Promise) -> bool:
        """Whether an act of the right days is told after the promise; never in a report from before."""
        if promise.told_later and promise.window is None:
            return promise.has_target or self._is_told_beside(act, promise)
        began, said, told = act.begin, promise.said, self._told[act.report]
        if began is None or said is None:
            return False
        if told is not None and (told < said or (told == said and act.report != promise.event.report)):
            return False
        # An undated report may be a reprint of the vow itself; only a later day sets its acts apart.
        return began > said or not (told is None or act.report == promise.event.report)

    def _is_told_beside(self, act: CaseEvent, promise: Promise) -> bool:
        """Whether the sentence that looks back at the threat tells of the act's incident."""
        sentence = self._scene.sentence(promise.event.report, promise.event.event.trigger)
        incident = self._scene.incident_of.get(act.id)
        tellings = set(incident.events if incident else (act.id,))
        return any(
            e.id in tellings and sentence.holds(e.event.trigger) for e in self._scene.events_in[promise.event.report]
        )

    def _is_aimed(self, act: CaseEvent, promise: Promise) -> bool:
        """Whether the act names the place or person that the promise names; a promise without either fits any act."""
        if not promise.has_target:
            return True
        incident = self._scene.incident_of.get(act.id)
        where = {p for p in act.places if p} | set(incident.places if incident else ())
        whom = {r for r in act.recipients if r} | set(incident.recipients if incident else ())
        if where & promise.places or whom & promise.recipients:
            return True
        return bool(promise.names) and not promise.names.isdisjoint(self._words_of(act.id))

    def _words_in(self, act: str) -> frozenset[str]:
        """The folded words of the sentence that tells of an act."""
        event = self._scene.events[act]
        return frozenset(fold(self._scene.sentence(event.report, event.event.trigger).text).split())


def _begin(act: CaseEvent) -> date:
    return act.begin or date.min


def _followup(scene: Scene, promise: Promise, acts: Sequence[CaseEvent]) -> Followup:
    latest = scene.latest
    if acts:
        outcome = "carried-out"
    elif promise.window is not None and latest is not None and latest > promise.window[1]:
        outcome = "expired"
    else:
        outcome = "not-seen"
    why = _why(scene, promise, acts, outcome, latest)
    return Followup(promise.event.id, promise.window, outcome, tuple(act.id for act in acts), why)


def _why(scene: Scene, promise: Promise, acts: Sequence[CaseEvent], outcome: str, latest: date | None) -> str:
    what = "Predicted" if promise.foreseen else "Announced"
    when = f"{what} for {_days(promise.window)}" if promise.window else f"{what} without a time that is told"
    if outcome == "carried-out":
        act = acts[0]
        words = " ".join(scene.sentence(act.report, act.event.trigger).text.split())
        day = act.begin or (scene.incident_of[act.id].begin if act.id in scene.incident_of else None)
        return (
            f"{when}; an act of the same actor is told of for {day.isoformat() if day else 'then'}: “{_short(words)}”"
        )
    reach = f"reports reach until {latest.isoformat()}" if latest else "no report is dated"
    return f"{when}; {reach}; none tells of it."


def _days(window: tuple[date, date]) -> str:
    first, last = (day.isoformat() for day in window)
    return first if first == last else f"{first} to {last}"


def _short(words: str) -> str:
    return words if len(words) <= 160 else words[:157].rsplit(" ", 1)[0] + " …"
