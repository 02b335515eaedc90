"""What do the nouns and titles that describe speakers and actors say of them?"""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml


@cache
def speaker_nouns(kind: str) -> frozenset[str]:
    """The head nouns of a kind of speaker: person, people, organisation, group, government, outlet or document.

    Compounds are written with a hyphen; plurals of persons count as people.
    """
    words = frozenset(word for line in _speakers()[kind].values() for word in line.split())
    return words | frozenset(map(plural_of, speaker_nouns("person"))) if kind == "people" else words


def word_set(line: str) -> frozenset[str]:
    """The words of a line, for short lists that stand beside the rule that needs them."""
    return frozenset(line.split())


@cache
def gender_of(noun: str) -> str | None:
    """ "male" or "female" where a noun or title says it, else None."""
    genders = (g for g in ("male", "female") if noun in _speakers()["person"][g].split() or noun in titles(g))
    return next(genders, None)


@cache
def titles(gender: str | None = None) -> frozenset[str]:
    """Words that stand before a person's name, in lower case, without a stop; of one gender if one is given."""
    lines = _ranks()
    chosen = lines.values() if gender is None else [lines[gender]]
    return frozenset(word for line in chosen for word in line.split())


@cache
def gender_of_given_name(name: str) -> str | None:
    """ "male" or "female" for a common given name, None for others and for names of both."""
    names = _speakers()["given_name"]
    found = [gender for gender in ("male", "female") if name.lower() in names[gender].split()]
    return found[0] if len(found) == 1 else None


@cache
def known_groups() -> frozenset[str]:
    """Names of armed groups, movements and parties, as written."""
    lines = _speakers()["known_group"]["any"].replace("\n", "|")
    return frozenset(name.strip() for name in lines.split("|") if name.strip())


def plural_of(noun: str) -> str:
    """The English plural of a noun for persons ("spokesmen", "deputies")."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun == "child":
        return "children"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _speakers() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = yaml.safe_load(_read("speakers.yaml"))
    return loaded


@cache
def _ranks() -> dict[str, str]:
    loaded: dict[str, str] = yaml.safe_load(_read("ranks.yaml"))
    return loaded


def _read(name: str) -> str:
    return resources.files("dateline.lexicons").joinpath(name).read_text("utf-8")
