"""What is a named person, by the words beside his name? Reads "the Tolva leader, Abu Rasin" and "Tosk, the mayor"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.lexicons.speakers import titles, word_set
from dateline.reading.actors.candidates import Candidate
from dateline.reading.actors.profiles import OFFICES, POSSESSIVES, Form, is_capital, profile_of

_BEHIND = re.compile(
    r",? (?:who (?:is|was) )?(?P<what>[^\s,.;:()\"“”]+(?: [^\s,.;:()\"“”]+){0,9})(?=[,.;:]|$|\n| who\b)"
)
_BEFORE = re.compile(r"(?<![^\s(“\"])(?:[\w'’-]+ ){1,5}\Z")
_ADJECTIVES = word_set(
    "former top senior militant rebel terrorist jihadist supreme deputy new slain late overall self-styled"
)


def with_offices(text: str, candidate: Candidate) -> Candidate:
    """A named person with the offices that the words right before and behind his name give him."""
    profile = candidate.profile
    if candidate.label != "person" or profile.form is not Form.NAME or profile.sort == "organisation":
        return candidate
    roles, bodies = _behind(text, candidate.span.end)
    more, others = _before(text, candidate.span.start) if profile.name_start == 0 else (frozenset(), ())
    if not roles | more:
        return candidate
    told = tuple(dict.fromkeys((*profile.modifiers, *others, *bodies)))
    return replace(candidate, profile=replace(profile, roles=profile.roles | roles | more, modifiers=told))


def _behind(text: str, end: int) -> tuple[frozenset[str], tuple[str, ...]]:
    """Roles and bodies of ", the leader of the Tolva Front,"; nothing of another's: ", his brother,"."""
    found = _BEHIND.match(text, end, end + 140)
    if found is None or text[end : end + 1] != ",":
        return frozenset(), ()
    what = profile_of(found["what"])
    if what.form is not Form.DESCRIPTION or what.sort != "person" or what.determiner in POSSESSIVES:
        return frozenset(), ()
    return what.roles, what.modifiers


def _before(text: str, start: int) -> tuple[frozenset[str], tuple[str, ...]]:
    """Roles and bodies of "the Tolva Front leader" right before a name."""
    found = _BEFORE.search(text, max(0, start - 60), start)
    words = found.group().split() if found else []
    if not words or words[-1].lower() not in OFFICES:
        return frozenset(), ()
    roles, bodies = [], []
    for word in reversed(words):
        low = word.lower()
        if low in OFFICES or low in titles() or low in _ADJECTIVES:
            roles.append(low)
        elif is_capital(word):
            bodies.append(re.sub(r"['’]s?$", "", word))
        else:
            break
    return frozenset(roles), tuple(reversed(bodies))
