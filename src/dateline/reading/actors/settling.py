"""Does a name stand for a person or a body? Settles it for a whole text, whatever the model took each mention for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.language.group_names import begins_name, is_sort_of_group, same_core
from dateline.language.names import fold
from dateline.lexicons.speakers import gender_of_given_name, known_groups, titles, word_set
from dateline.reading.actors.candidates import Candidate
from dateline.reading.actors.inside import BORNE
from dateline.reading.actors.naming import initials, is_acronym
from dateline.reading.actors.profiles import OFFICES, Form, profile_of

_POSSESSED = re.compile(r"['’]s?(?: [a-z-]+){0,2}? (\w+)")
_BRACKETED = re.compile(r"\s*\(([A-Z]{2,6})\b")
_FATHERS = re.compile(r"(?:^|\s)(?:[Bb]in|[Ii]bn|[Bb]int|Abu|Umm|Abd|Abdul|Mohamm?[ae]d)\s")
_PERSONAL_TITLES = word_set(
    "mr mrs ms miss dr sir lord lady sheikh sheik emir general colonel captain major lieutenant"
)


def settle_sorts(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each name typed person or organisation alike wherever the text has it.

    A title, a given name or a patronymic makes a person; a kind of group in the name, a plural people or fighters
    "of" it make a body. A surname is the person's whose full name the text has.
    """
    named = [c for c in candidates if c.profile.form is Form.NAME and c.label in ("person", "organisation")]
    bodies = {c.profile.name for c in named if _is_body(text, c)}
    people = {c.profile.name for c in named if _is_person(c)} - bodies
    surnames = {fold(name).split()[-1] for name in people if len(fold(name).split()) > 1}
    known = {fold(name) for name in people}
    return [_settled(c, known | surnames, bodies) for c in candidates]


def _settled(candidate: Candidate, people: set[str], bodies: set[str]) -> Candidate:
    if candidate.profile.form is not Form.NAME or candidate.label not in ("person", "organisation"):
        return candidate
    name = candidate.profile.name
    if candidate.label == "organisation" and fold(name) in people and name not in bodies:
        return _as(candidate, "person")
    short = is_acronym(name) and candidate.profile.name_start == 0 and fold(name) not in people
    if candidate.label == "person" and fold(name) not in people and (short or _names_one_of(name, bodies)):
        return _as(candidate, "organisation")
    return candidate


def _as(candidate: Candidate, label: str) -> Candidate:
    return replace(candidate, label=label, profile=profile_of(candidate.span.text, label))


def _names_one_of(name: str, bodies: Iterable[str]) -> bool:
    return any(fold(name) == fold(body) or same_core(name, body) for body in bodies)


def _is_body(text: str, candidate: Candidate) -> bool:
    """Whether a name shows by itself, or by what follows it, that it is a group's."""
    name = candidate.profile.name
    words = name.split()
    if candidate.profile.roles & OFFICES and candidate.profile.name_start > 0 and candidate.profile.sort == "person":
        return False
    if fold(name) in _known():
        return True
    if len(words) > 1 and (begins_name(words[0]) or is_sort_of_group(words[-1])) and not _is_given(words[0]):
        return True
    end = candidate.span.start + candidate.profile.name_start + len(name)
    if is_acronym(name) and candidate.label == "organisation":
        return True
    short = _BRACKETED.match(text, end)
    if short is not None and len(words) > 1 and short[1].startswith(initials(name)):
        return True
    borne = _POSSESSED.match(text, end)
    return borne is not None and len(words) == 1 and borne[1].lower() in BORNE - {"leader", "chief"}


def _known() -> frozenset[str]:
    return frozenset(map(fold, known_groups()))


def _is_person(candidate: Candidate) -> bool:
    """Whether a name has an office before it, begins as names of persons do, or is a full name marked as one."""
    profile = candidate.profile
    if profile.sort != "person" or is_acronym(profile.name):
        return False
    titled = profile.name_start > 0 and bool(profile.roles & (OFFICES | _PERSONAL_TITLES | titles("male")))
    given = _is_given(profile.name.split()[0]) and " " in profile.name
    return titled or given or _FATHERS.search(profile.name) is not None or _is_full(candidate)


def _is_given(word: str) -> bool:
    return gender_of_given_name(word) is not None


def _is_full(candidate: Candidate) -> bool:
    return candidate.label == "person" and 2 <= len(candidate.profile.name.split()) <= 4
