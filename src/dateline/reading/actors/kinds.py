"""What kind of actor is a chain: a person, a group, a government, a country, an organisation, an outlet or a role?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.language.group_names import core
from dateline.language.names import fold
from dateline.lexicons.media import known_media
from dateline.lexicons.speakers import known_groups, speaker_nouns, word_set
from dateline.reading.actors.candidates import Candidate
from dateline.reading.actors.countries import country_of_adjective
from dateline.reading.actors.drafts import FORCES, Draft
from dateline.reading.actors.profiles import Form

_GOVERNMENT = speaker_nouns("government")
_GROUP = speaker_nouns("group") - {"group", "groups", "organisation", "organization", "outfit", "cell", "rights"}
_ARMED_WORDS = word_set(
    "militant rebel armed jihadist jihadi insurgent terrorist terror extremist islamist separatist guerrilla "
    "paramilitary secessionist opposition"
)
_OUTLET = speaker_nouns("outlet") - {"agency", "network", "monitor", "post", "wire", "mail", "paper"}
_ARMED = re.compile(
    r"\b(?:militants?|rebels?|insurgents?|jihadists?|jihadis?|extremists?|terrorists?|guerrillas?|separatists?|militia|"
    r"paramilitary|armed|islamist|al-qaeda-linked)\b(?:\s+\w+){0,2}\s*$",
    re.I,
)
_IRREGULAR = word_set("liberation resistance free people peoples revolutionary lord lords islamic democratic popular")


def kind_of(draft: Draft, candidates: Sequence[Candidate], text: str) -> str:
    """The kind of a chain, by the nouns in its names and descriptions, then by the types of its mentions."""
    if draft.is_place:
        return "country"
    if draft.sort in ("person", None) and not (draft.sort is None and draft.names):
        return "person" if draft.names else "role"
    if draft.sort == "people":
        return _kind_of_people(draft)
    return _kind_of_body(draft, candidates, text)


def _kind_of_people(draft: Draft) -> str:
    """ "police" act for the state, "rebels" as a group, "residents" only as what they are."""
    if draft.roles & {"government", "regime", "security", "state", "army", "police"}:
        return "government"
    if draft.roles & _GROUP:
        return "group"
    return "government" if draft.roles & (_GOVERNMENT | {"police", "soldiers"}) else "role"


def _kind_of_body(draft: Draft, candidates: Sequence[Candidate], text: str) -> str:
    words = {w for name in draft.names for w in fold(name).split()}
    if draft.country and draft.roles & FORCES and not draft.names:
        return "government"
    if any(name.lower() in known_media() for name in draft.names):
        return "outlet"
    if _is_known_group(draft) or draft.roles & _ARMED_WORDS or _is_armed(draft, candidates, text):
        return "group"
    nouns = words | draft.roles
    if nouns & {"army", "military"}:
        return "group" if words & _IRREGULAR else "government"
    if words & _OUTLET or draft.roles & {"newspaper", "channel", "broadcaster", "website", "magazine", "radio"}:
        return "outlet" if not words & {"party"} else "organisation"
    if nouns & _GOVERNMENT and not nouns & {"party", "front", "movement"}:
        return "government"
    if nouns & _GROUP and not _is_civil(nouns):
        return "group"
    return "organisation" if draft.names or draft.sort == "organisation" else "role"


@cache
def _known_groups() -> frozenset[str]:
    return frozenset(map(fold, known_groups()))


@cache
def _known_cores() -> frozenset[tuple[str, ...]]:
    return frozenset(core(name) for name in known_groups()) - {()}


def _is_known_group(draft: Draft) -> bool:
    if any(core(name) in _known_cores() for name in draft.names):
        return True
    return any(fold(name) in _known_groups() and (len(name) > 2 or name == "IS") for name in draft.names)


def _is_civil(nouns: set[str]) -> bool:
    """A "group" that only campaigns, sells or counts."""
    return bool(
        nouns & {"rights", "aid", "charity", "advocacy", "company", "media", "human", "health", "bank", "monitoring"}
    )


def _is_armed(draft: Draft, candidates: Sequence[Candidate], text: str) -> bool:
    """Whether the words around a name call it an armed group."""
    for at in draft.members[:8]:
        candidate = candidates[at]
        if candidate.profile.form is not Form.NAME:
            continue
        start = candidate.span.start + candidate.profile.name_start
        before = text[max(0, start - 40) : start]
        if _ARMED.search(before) and not country_of_adjective(candidate.profile.name):
            return True
    return False
