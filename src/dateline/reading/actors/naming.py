"""Under which keys is a name looked up, so that "Tosk" finds "Governor Ilmar Tosk" and "FSA" the Free Southern Army?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.language.names import SAME_NAME, fold, similarity, sound_key
from dateline.lexicons.speakers import word_set
from dateline.reading.actors.countries import country_of_adjective, country_of_name

GENERIC = word_set(
    "front group movement party militia organisation organization network agency news newspaper daily weekly "
    "magazine television tv channel radio jabhat hizb harakat jaish jaysh liwa cartel gang bloc inc corp ltd co "
    "company"
)
"""Common words that news adds to a name or leaves away ("Nusra", "Nusra Front")."""
_VAGUE = word_set(
    "islamic national free united democratic popular people peoples new liberation northern southern eastern "
    "western north south east west central international arab african european american asian social socialist "
    "communist republican labour labor green conservative liberal christian muslim first second third state public "
    "world global army federal royal supreme general armed security foreign interior defence defense justice health "
    "freedom revolutionary patriotic progressive independent local syrian"
)
_SMALL = word_set("of the and for in on de la du del al e y &")


@lru_cache(maxsize=8192)
def stripped(name: str) -> str:
    """The folded name without generic words and nationalities, "" where only vague words would be left."""
    words = [w for w in fold(name).split() if w not in GENERIC]
    words = [w for w in words if not country_of_adjective(w)] or words
    return " ".join(words) if any(w not in _VAGUE and len(w) > 2 for w in words) else ""


@lru_cache(maxsize=8192)
def nationality_in(name: str) -> str | None:
    """ISO code of the first nationality or country in a name ("Russian Foreign Ministry")."""
    words = name.split()
    codes = (country_of_adjective(w) or country_of_name(re.sub(r"['’]s?$", "", w)) for w in words if w[0].isupper())
    return next((c for c in codes if c), None)


@lru_cache(maxsize=8192)
def initials(name: str) -> str:
    """The capitals that an acronym of the name would have: "Free Southern Army" -> "FSA"."""
    words = [w for w in re.split(r"[\s-]+", name) if w.lower() not in _SMALL and w[:1].isalnum()]
    return "".join(w[0].upper() for w in words) if len(words) > 1 else ""


def is_acronym(name: str) -> bool:
    """Whether a name is two to six capitals ("FSA", "U.N.")."""
    return re.fullmatch(r"(?:[A-Z]\.?){2,6}|[A-Z]{2,5}-[A-Z]{1,3}", name) is not None


def keys_of(name: str, sort: str | None) -> Iterator[str]:
    """Keys under which a named chain can be found again, the strictest first."""
    folded = fold(name)
    yield "name:" + folded
    if sort != "person" or " " not in folded:
        bare = stripped(name)
        if bare:
            yield "bare:" + bare
    if sort != "person":
        short = initials(name)
        if len(short) > 1:
            yield "short:" + short.lower()
    if sort != "organisation" and " " in folded:
        yield "last:" + folded.rsplit(" ", 1)[1]


@lru_cache(maxsize=8192)
def same_person(a: str, b: str) -> bool:
    """Whether two personal names can be one: the same last name and no differing other ones, spelling apart."""
    shorter, longer = sorted((fold(a).split(), fold(b).split()), key=len)
    if not shorter or not _same_word(shorter[-1], longer[-1]):
        return False
    rest = longer[:-1]
    for word in shorter[:-1]:
        at = next((i for i, other in enumerate(rest) if _same_word(word, other) or _abbreviates(word, other)), None)
        if at is None:
            return False
        rest = rest[at + 1 :]
    return True


def same_spelling(a: str, b: str) -> bool:
    """Whether two names are one name in two romanisations."""
    return len(fold(a)) > 3 and sound_key(a) == sound_key(b) and similarity(a, b) >= SAME_NAME


def _same_word(a: str, b: str) -> bool:
    return a == b or (len(a) > 3 and len(b) > 3 and same_spelling(a, b))


def _abbreviates(a: str, b: str) -> bool:
    return min(len(a), len(b)) == 1 and a[0] == b[0]
