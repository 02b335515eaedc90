"""What is threatened, vowed, promised, announced or predicted, by whom, against whom, and until when?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from dateline.comparing.followups.scene import Scene
from dateline.language.names import fold
from dateline.lexicons import load_yaml
from dateline.model.case import CaseEvent
from dateline.model.report import Basis
from dateline.model.span import Span
from dateline.model.time import Time

# How far before an act its "will" stands, in characters.
_NEAR = 60
# Words of a name; a capital alone makes none at the head of a sentence.
_NAME = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]{2,}")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur (?:men|forces|fighters|troops|party|government|people))\b")
_PROMISED = frozenset({"threatened", "promised"})
_FORESEEN = "predicted"
_FIRM = frozenset({Basis.STATED, Basis.RELATIVE, Basis.INFERRED})
_LENGTH = re.compile(r"^P(?:T(\d+)H|(\d+)([DWM]))$")
_DAYS = {"D": 1, "W": 7, "M": 30}


@dataclass(frozen=True, slots=True)
class Promise:
    """A telling of a threat, vow, plan or prediction.

    event: the telling that stands for it; actors: who is to do it; types: what would carry it out; said: the day it
    was made, None if unknown; told_later: whether the report only looks back at it; window: the days it was made for;
    places, recipients: ids of whom and where it names; names: the folded names in its words; foreseen: whether somebody
    predicts what others will do.
    """

    event: CaseEvent
    actors: frozenset[str]
    types: frozenset[str]
    mode: str | None
    said: date | None
    told_later: bool
    window: tuple[date, date] | None
    places: frozenset[str]
    recipients: frozenset[str]
    names: frozenset[str]
    foreseen: bool = False

    @property
    def has_target(self) -> bool:
        return bool(self.places or self.recipients or self.names)


def find_promises(scene: Scene) -> Iterator[Promise]:
    """The promises of a case in the order of its tellings; a vow and the act that it announces are one promise."""
    for report in scene.reports:
        yield from _with_windows(list(_promises_in(scene, report)))


def _with_windows(promises: Sequence[Promise]) -> Iterator[Promise]:
    """A threat without a time has that of the act that its report announces for the same actor elsewhere."""
    for promise in promises:
        windows = [p.window for p in promises if p.window and p.actors & promise.actors and p.types & promise.types]
        threat = promise.event.event.type == "THREATEN" and promise.window is None and not promise.told_later
        yield replace(promise, window=windows[0]) if threat and windows else promise


def _promises_in(scene: Scene, report: str) -> Iterator[Promise]:
    taken: set[str] = set()
    for event in scene.events_in[report]:
        if event.event.type == "THREATEN" and event.event.status == "actual":
            acts = _announced_by(scene, event)
            promise = _promise(scene, event, acts)
            if promise.actors:
                taken.update(act.id for act in acts)
                yield promise
    for event in scene.events_in[report]:
        if event.id not in taken and _is_announced(scene, event):
            promise = _promise(scene, event, [event])
            if promise.actors:
                yield promise


def _announced_by(scene: Scene, threat: CaseEvent) -> list[CaseEvent]:
    """The acts that a threat announces: not done yet, in its sentence or in a claim that it opens."""
    sentence = scene.sentence(threat.report, threat.event.trigger)
    return [
        e for e in scene.events_in[threat.report]
        if e.event.type in _table("announced") and e.event.status in ("future", "hypothetical")
        and sentence.holds(e.event.trigger)
    ]  # fmt: skip


def _is_announced(scene: Scene, event: CaseEvent) -> bool:
    """Whether an event is an act to come that somebody promises, threatens, announces or predicts unconditionally."""
    if event.event.type not in _table("announced") or event.event.status not in ("future", "hypothetical"):
        return False
    claim = scene.claims.get(event.claim) if event.claim else None
    sentence = scene.sentence(event.report, event.event.trigger)
    before = sentence.text[: event.event.trigger.start - sentence.start]
    promised = claim is not None and claim.claim.modality in _PROMISED
    announced = bool(_pattern("will").search(before[-_NEAR:]))
    if _pattern("conditions").search(sentence.text) or _pattern("negations").search(before[-_NEAR:]):
        return False
    return announced or (promised and event.event.status == "future") or _is_foreseen(scene, event)


def _is_foreseen(scene: Scene, event: CaseEvent) -> bool:
    claim = scene.claims.get(event.claim) if event.claim else None
    return claim is not None and claim.claim.modality == _FORESEEN and event.event.type != "THREATEN"


def _promise(scene: Scene, event: CaseEvent, acts: Sequence[CaseEvent]) -> Promise:
    sentence = scene.sentence(event.report, event.event.trigger)
    actors = _who(scene, event, acts)
    before = sentence.text[: event.event.trigger.start - sentence.start]
    said = _said(scene, event)
    told_later = bool(_pattern("told_later").search(before))
    return Promise(
        event,
        actors,
        _types(event, acts),
        next((a.event.mode for a in acts if a.event.mode), None),
        said,
        told_later,
        _window(scene, event, acts, said, beside=not told_later),
        frozenset(p for e in (event, *acts) for p in e.places if p),
        frozenset(r for e in acts or (event,) for r in e.recipients if r) - actors,
        _named(scene, event, acts, sentence, actors),
        _is_foreseen(scene, event),
    )


def _who(scene: Scene, event: CaseEvent, acts: Sequence[CaseEvent]) -> frozenset[str]:
    """Who is to do it: the actor of the threat, else of the act, else the speaker; with the group that he leads."""
    named = [a for a in event.actors if a] or [a for act in acts for a in act.actors if a]
    if not named and (event.event.type == "THREATEN" or _is_own_plan(scene, event)):
        claims = [scene.claims[e.claim] for e in (event, *acts) if e.claim in scene.claims and e.claim]
        named = [a for c in claims for a in scene.sources(c)] or scene.speakers_in(event)
    if not named:
        named = _named_before_will(scene, event)
    return scene.with_groups(named)


def _named_before_will(scene: Scene, event: CaseEvent) -> list[str]:
    """The actor that stands before "will": "Nawras will launch an offensive"."""
    sentence = scene.sentence(event.report, event.event.trigger)
    before = sentence.text[: event.event.trigger.start - sentence.start]
    announced = [m.start() for m in _pattern("will").finditer(before) if m.start() >= len(before) - _NEAR]
    return scene.named_before(event.report, sentence.start + announced[-1]) if announced else []


def _is_own_plan(scene: Scene, event: CaseEvent) -> bool:
    """Whether a speaker announces what he or his side will do: "we will strike them there"."""
    sentence = scene.sentence(event.report, event.event.trigger)
    return bool(_FIRST_PERSON.search(sentence.text[: event.event.trigger.start - sentence.start]))


def _types(event: CaseEvent, acts: Sequence[CaseEvent]) -> frozenset[str]:
    if event.event.type == "THREATEN":
        known = {t for act in acts for t in _table("announced")[act.event.type]}
        table = _table("threats")
        return frozenset(known or table.get(event.event.mode or "any", table["any"]))
    return frozenset(_table("announced")[event.event.type])


def _said(scene: Scene, event: CaseEvent) -> date | None:
    """The day on which a threat was made, as told; of a plan the day of its report."""
    if event.event.type == "THREATEN" and event.begin is not None and event.date_basis in _FIRM:
        return event.begin
    incident = scene.incident_of.get(event.id)
    days = [d for d in (incident.begin if incident else None, scene.day(event.report)) if d is not None]
    return min(days, default=None) if event.event.type == "THREATEN" else scene.day(event.report)


def _window(
    scene: Scene, event: CaseEvent, acts: Sequence[CaseEvent], said: date | None, *, beside: bool
) -> tuple[date, date] | None:
    """The days for which it was announced: those of the act, of the threat where they reach on, of a time beside it."""
    if said is None:
        return None
    for act in (*acts, event):
        if (
            act.begin
            and act.end
            and act.date_basis in _FIRM
            and act.end > said
            and (act.end > act.begin or act in acts)
        ):
            return (max(act.begin, said), act.end)
    if not beside:
        return None
    reach = [scene.sentence(event.report, e.event.trigger) for e in (event, *acts)]
    reach += scene.same_speech(event)
    for time in scene.times(event.report, reach):
        window = _ahead(scene.reports[event.report].report.text, time, said)
        if window is not None:
            return window
    return None


def _ahead(text: str, time: Time, said: date) -> tuple[date, date] | None:
    """The days that a time ahead means: all of it, or until its end where it is a deadline."""
    before = text[max(0, time.span.start - 40) : time.span.start]
    length = _LENGTH.match(time.value or "")
    if time.type == "DURATION":
        inside = re.search(r"\b(?:within|in|next|coming)\b", f"{before} {time.span.text}", re.IGNORECASE)
        return (said, said + timedelta(days=_days(length))) if length and inside else None
    if time.begin is None or time.end_date is None or time.end_date <= said:
        return None
    if _pattern("before").search(before) and time.begin > said and "end" not in time.span.text.lower():
        return (said, time.begin - timedelta(days=1))
    begin = said if _pattern("deadlines").search(before) else max(time.begin, said)
    return (begin, time.end_date)


def _days(length: re.Match[str]) -> int:
    """Whole days, a begun one counted: 36 hours are two."""
    if length.group(1):
        return -(-int(length.group(1)) // 24)
    return int(length.group(2)) * _DAYS[length.group(3)]


def _named(
    scene: Scene, event: CaseEvent, acts: Sequence[CaseEvent], sentence: Span, actors: frozenset[str]
) -> frozenset[str]:
    """The names behind the words of the threat or the act in its sentence, without the actor's own."""
    start = min(e.event.trigger.start for e in (event, *acts)) - sentence.start
    if event.event.type == "THREATEN" and acts:
        start = event.event.trigger.start - sentence.start
    own = {word for actor in actors for word in scene.words_of(actor)}
    days = {word for time in scene.times(event.report, [sentence]) for word in fold(time.span.text).split()}
    words = {fold(m.group()) for m in _NAME.finditer(sentence.text, max(0, start))}
    said = {
        fold(w) for claim in scene.claims_at(event, acts) if claim.claim.source for w in claim.claim.source.text.split()
    }
    return frozenset(words - own - days - said - {""})


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_yaml("followups.yaml")[name], re.IGNORECASE)


def _table(name: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = load_yaml("followups.yaml")[name]
    return table
