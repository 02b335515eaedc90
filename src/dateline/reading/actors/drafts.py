"""What is known of a chain while it is being joined, and what may join it?"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.language.names import fold
from dateline.lexicons.speakers import speaker_nouns, word_set
from dateline.reading.actors.candidates import Candidate
from dateline.reading.actors.naming import GENERIC
from dateline.reading.actors.profiles import Profile

FORCES = word_set(
    "army military troops forces soldiers warplanes jets planes aircraft bombers helicopters drones artillery "
    "warships airstrikes strikes raids air-force airforce navy gunships fighter-jets missiles tanks airplanes"
)
"""What a nationality stands before when its armed forces are meant."""
FIGHTERS = word_set(
    "fighters militants gunmen insurgents jihadists jihadis rebels forces troops guerrillas soldiers members "
    "militiamen extremists terrorists loyalists warplanes jets planes aircraft strikes airstrikes raids"
)
"""What the name of a group stands before when the group itself acts."""
GROUP_HEADS = word_set("group movement organisation organization faction outfit militia militants insurgents")
HELD_BY = word_set("affiliate offshoot branch wing franchise ally proxy arm")
CALLED = word_set("militant rebel jihadist armed extremist terrorist islamist insurgent opposition separatist terror")
LIKE = {
    word: words
    for words in (word_set("chief leader head boss emir"), word_set("spokesman spokeswoman spokesperson"))
    for word in words
}
"""Nouns that say the same of somebody."""
REACH = 3
"""Sentences within which "the group" or a pronoun finds whom it stands for."""


@dataclass(slots=True)
class Draft:
    """A chain while it is being joined."""

    members: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    sort: str | None = None
    gender: str | None = None
    plural: bool | None = None
    country: str | None = None
    is_place: bool = False
    definite: bool = False
    modifiers: set[str] = field(default_factory=set)


def sort_of(candidate: Candidate) -> str | None:
    if candidate.profile.sort:
        return candidate.profile.sort
    return {"person": "person", "organisation": "organisation", "location": "organisation"}.get(candidate.label)


def is_only_place(candidate: Candidate) -> bool:
    """Whether a name was marked as a place that neither speaks nor acts."""
    return candidate.label == "location" and not (candidate.speaks or candidate.acts)


def is_slip(draft: Draft, profile: Profile, key: str) -> bool:
    """Whether one of the same names was only marked as a person's by mistake: a single word without a title."""
    if not key.startswith(("name:", "bare:")):
        return False
    if profile.sort == "person":
        return " " not in profile.name and not profile.roles
    return not draft.roles and all(" " not in name for name in draft.names)


def is_body(draft: Draft) -> bool:
    return draft.sort == "organisation"


def is_irregular(profile: Profile) -> bool:
    """ "Syrian rebel forces" are not Syria's."""
    return bool(profile.roles & {"rebel", "opposition", "kurdish", "separatist", "militant", "insurgent", "backed"})


def is_official(draft: Draft) -> bool:
    return bool(
        draft.roles & {"ministry", "government", "army", "police", "agency", "department", "court", "parliament"}
    )


def has_role(draft: Draft, profile: Profile) -> bool:
    """Whether a chain was said to be what a description says, all of its words that tell anything included."""
    if not LIKE.get(profile.head, {profile.head}) & draft.roles:
        return False
    told = {fold(m) for m in profile.modifiers}
    lower = {fold(r) for r in profile.roles} - told - CALLED - {profile.head}
    return lower <= draft.roles | draft.words and told - GENERIC <= draft.words


def is_described(draft: Draft, profile: Profile) -> bool:
    """Whether an unnamed chain ("the leader of the Tolva Front") describes whom titles name ("Tolva chief Abu Osk")."""
    if draft.names or draft.sort != "person" or not draft.definite or not draft.modifiers - GENERIC:
        return False
    alike = any(LIKE.get(role, {role}) & draft.roles for role in profile.roles if role in speaker_nouns("person"))
    return alike and draft.modifiers - GENERIC <= {fold(r) for r in profile.roles}


def bare_words(candidate: Candidate) -> str:
    """A description without its determiner, folded."""
    words = candidate.span.text.split(",")[0]
    first, _, rest = words.partition(" ")
    return fold(rest if rest and first.lower() == candidate.profile.determiner else words)
