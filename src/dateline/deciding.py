"""What exactly did a person decide? Turns what was typed into a decision that survives a rebuild of the case."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dateline.errors import WrongUsage
from dateline.language.names import fold
from dateline.model.actor import Actor, Evidence
from dateline.model.case import CaseClaim, CaseEvent, Contents, Incident
from dateline.model.decision import ACTIONS, Decision, Subject
from dateline.model.span import Span

Noun = Actor | Incident | CaseEvent | CaseClaim

# How many objects each action takes, at least and at most.
_OBJECTS = {
    "merge": (2, None),
    "keep-apart": (2, 2),
    "split": (1, 1),
    "rename": (1, 1),
    "reject": (1, None),
    "set": (1, 1),
}
_ABOUT = {"rename": ("actor",), "reject": ("event", "claim"), "set": ("incident",)}
_SETTING = re.compile(r"(?:killed|injured)=\d+|note=.+", re.DOTALL)
MOST_SHOWN = 5


def make_decision(
    contents: Contents,
    action: str,
    objects: Sequence[str],
    *,
    who: str,
    reason: str = "",
    value: str | None = None,
    parts: Sequence[str] = (),
    when: str | None = None,
) -> Decision:
    """A decision about objects of a case, to be appended to its log (Case.decide).

    objects: ids, or names of actors; the id of a suggestion stands for its two actors. value: the new name of a rename,
    "killed=12", "injured=3" or "note=…" of a set. parts: of a split, the reports (of an actor) or events (of an
    incident) that belong to another one. Errors: WrongUsage.
    """
    if action not in _OBJECTS:
        raise WrongUsage(f"{action}: a decision is one of {', '.join(_OBJECTS)}, or undo")
    subjects = [_subject(contents, said) for said in _spelt_out(contents, objects)]
    _check(action, subjects, value, parts)
    if action == "split":
        subjects = _split(contents, subjects[0], parts)
    return Decision(0, action, tuple(subjects), value, who, when or _now(), reason)


def make_undo(decisions: Sequence[Decision], number: int, *, who: str, reason: str = "") -> Decision:
    """Takes a decision back. Errors: WrongUsage where there is none of that number."""
    if number not in {decision.number for decision in decisions}:
        raise WrongUsage(f"undo {number}: there is no decision of that number (dateline decide CASE list)")
    return Decision(0, "undo", (), None, who, _now(), reason, undoes=number)


def read_log(lines: Iterable[str]) -> list[Decision]:
    """The decisions of a decisions.jsonl, as an export writes it. Errors: WrongUsage."""
    made = []
    for line in filter(str.strip, lines):
        try:
            row = json.loads(line)
            subjects = tuple(_subject_of(subject) for subject in row["subjects"])
            told = (row["action"], subjects, row["value"], row["who"], row["when"], row["reason"], row["undoes"])
        except (ValueError, KeyError, TypeError) as error:
            raise WrongUsage(f"not a log of decisions ({type(error).__name__}: {error})") from error
        if row["action"] not in ACTIONS:
            raise WrongUsage(f"not a log of decisions: {row['action']} is no decision")
        made.append(Decision(int(row["number"]), *told))
    return made


def new_ones(known: Sequence[Decision], read: Sequence[Decision]) -> list[Decision]:
    """The decisions of a log that a case does not hold yet, numbered on from its last; undone ones stay undone."""
    number_of = dict(zip(_identities(known), (decision.number for decision in known), strict=True))
    now: dict[int, int] = {}
    made: list[Decision] = []
    for decision, identity in zip(read, _identities(read), strict=True):
        if identity in number_of:
            now[decision.number] = number_of[identity]
            continue
        now[decision.number] = len(known) + len(made) + 1
        undoes = None if decision.undoes is None else now.get(decision.undoes)
        made.append(replace(decision, number=now[decision.number], undoes=undoes))
    return made


def _identities(decisions: Sequence[Decision]) -> list[tuple[object, ...]]:
    """What makes each decision the same in two logs: all but its number, and what it takes back."""
    found: dict[int, tuple[object, ...]] = {}
    for decision in decisions:
        undone = found.get(decision.undoes) if decision.undoes is not None else None
        found[decision.number] = (replace(decision, number=0, undoes=None), undone)
    return list(found.values())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _check(action: str, subjects: Sequence[Subject], value: str | None, parts: Sequence[str]) -> None:
    least, most = _OBJECTS[action]
    if len(subjects) < least or (most is not None and len(subjects) > most):
        raise WrongUsage(f"{action}: name {least if most == least else f'{least} or more'}, not {len(subjects)}")
    kinds = sorted({subject.kind for subject in subjects})
    if len(kinds) > 1 and action != "reject":
        raise WrongUsage(f"{action}: {' and '.join(kinds)} cannot be decided together")
    about = _ABOUT.get(action, ("actor", "incident"))
    if not set(kinds) <= set(about):
        raise WrongUsage(f"{action}: is about {' or '.join(about)}, not {kinds[0]}")
    if action == "rename" and not (value or "").strip():
        raise WrongUsage("rename: say the new name")
    if action == "set" and not _SETTING.fullmatch(value or ""):
        raise WrongUsage("set: say killed=NUMBER, injured=NUMBER or note=WORDS")
    if action == "split" and not parts:
        raise WrongUsage("split: say which reports (of an actor) or events (of an incident) belong to another one")


def _spelt_out(contents: Contents, objects: Sequence[str]) -> Iterator[str]:
    """A suggestion stands for its two actors."""
    suggested = {suggestion.id: suggestion.actors for suggestion in contents.comparison.suggestions}
    for said in objects:
        yield from suggested.get(said, (said,))


def _subject(contents: Contents, said: str) -> Subject:
    found = contents.comparison
    nouns: tuple[Noun, ...] = (*found.actors, *found.incidents, *found.events, *found.claims)
    for noun in nouns:
        if noun.id == said:
            return _of(noun, contents)
    named = _called(found.actors, said)
    if len(named) == 1:
        return _of(named[0], contents)
    if not named and (known := _known_before(contents.decisions, said)):
        return known
    if not named:
        raise WrongUsage(f"{said}: the case has no actor of that name and nothing with that id")
    listed = ", ".join(f"{actor.id} ({actor.name}, {actor.kind})" for actor in named[:MOST_SHOWN])
    raise WrongUsage(f"{said}: {len(named)} actors are called so; say which by its id: {listed}")


def _known_before(decisions: Sequence[Decision], said: str) -> Subject | None:
    """What an earlier decision was about under an id that the case had then: a merge gives an incident a new one."""
    for decision in reversed(decisions):
        for subject in decision.subjects:
            if subject.shown.endswith(f"({said})"):
                merged = decision.subjects if decision.action == "merge" else (subject,)
                return replace(subject, ids=tuple(dict.fromkeys(event for part in merged for event in part.ids)))
    return None


def _called(actors: Iterable[Actor], said: str) -> list[Actor]:
    """The actors of that name, those with it as their best name before others, named before described."""
    name = fold(said)
    bearers = [a for a in actors if fold(a.name) == name or any(fold(alias.name) == name for alias in a.aliases)]
    best = [actor for actor in bearers if actor.named and fold(actor.name) == name]
    named = [actor for actor in bearers if actor.named]
    return best or named or bearers


def _of(noun: Noun, contents: Contents) -> Subject:
    match noun:
        case Actor():
            return Subject("actor", noun.name, names=noun.keys, anchors=() if noun.keys else _mention(noun, contents))
        case Incident():
            day = f", {noun.begin}" if noun.begin else ""
            return Subject("incident", f"{noun.type}{day} ({noun.id})", ids=noun.all_events)
        case CaseEvent():
            anchor = Evidence(noun.report, noun.event.trigger)
            return Subject(
                "event", f"{noun.event.type} “{noun.event.trigger.text}” ({noun.id})", ids=(noun.id,), anchors=(anchor,)
            )
        case CaseClaim():
            words = noun.claim.content[0]
            return Subject(
                "claim", f"“{words.text[:60]}” ({noun.id})", ids=(noun.id,), anchors=(Evidence(noun.report, words),)
            )


def _mention(actor: Actor, contents: Contents) -> tuple[Evidence, ...]:
    """The first words that describe an actor without a name."""
    readings = {read.report.id: read.reading for read in contents.reports}
    for report, index in actor.chains:
        mentions = readings[report].chains[index].mentions
        if mentions:
            return (Evidence(report, readings[report].mentions[mentions[0]].span),)
    return ()


def _split(contents: Contents, subject: Subject, parts: Sequence[str]) -> list[Subject]:
    """The actor with the reports that mean another; or the incident and the events that are another."""
    if subject.kind == "actor":
        known = {read.report.id for read in contents.reports}
        _all_in(parts, known, "report")
        return [replace(subject, reports=tuple(parts))]
    _all_in(parts, set(subject.ids), "event of that incident")
    rest = tuple(event for event in subject.ids if event not in parts)
    return [replace(subject, ids=rest), replace(subject, ids=tuple(parts))]


def _all_in(parts: Sequence[str], known: set[str], what: str) -> None:
    for part in parts:
        if part not in known:
            raise WrongUsage(f"{part}: is no {what}")


def _subject_of(row: dict[str, Any]) -> Subject:
    return Subject(
        row["kind"],
        row["shown"],
        tuple((str(a), str(b), str(c)) for a, b, c in row["names"]),
        tuple(row["ids"]),
        tuple(Evidence(a["report"], Span(a["start"], a["end"], a["text"])) for a in row["anchors"]),
        tuple(row["reports"]),
    )
