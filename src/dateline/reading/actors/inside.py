"""Which names stand inside a description? Finds "Tolva Front" in "a spokesman for the Tolva Front"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.language.group_names import begins_name, is_sort_of_group
from dateline.language.names import fold
from dateline.lexicons.speakers import known_groups, speaker_nouns, titles, word_set
from dateline.model.span import Span
from dateline.reading.actors.countries import country_of_adjective, country_of_capital, country_of_name
from dateline.reading.actors.profiles import Profile

_CAPITAL = r"(?:(?:[AaEe]l|[Aa][rsntd]|[Aa]sh|[Aa]dh|[Aa]z)-)?[A-Z][\w-]*(?:['’](?!s\b)\w+)*"
_OFFICE = r"(?:Ministr|Department|Office|Committee|Council|Commission|Bureau|Union|Authority|Agenc|Organi[sz]ation)\w*"
_RUN = re.compile(
    rf"(?<![\w'’.-])(?:{_OFFICE} (?:of|for)(?: the)?(?: {_CAPITAL}|,? and(?= [A-Z]))+|"
    rf"{_CAPITAL}(?: (?:of|for|al|bin|ibn|abu|de|del|du|la|&)(?: the)?(?= [A-Z])| {_CAPITAL})*)"
)
_HOLDERS = word_set(
    "leader leaders chief chiefs head commander commanders spokesman spokeswoman spokesperson spokesmen fighter "
    "fighters member members militants gunmen insurgents rebels jihadists source sources supporters official "
    "officials affiliate offshoot branch wing faction ally allies representative representatives founder emir "
    "deputy cell cells loyalists operatives operative followers statement"
)
"""Whoever is called so "of X" is of a group or body X."""
BORNE = word_set(
    "fighter fighters militants gunmen jihadists commander commanders leader chief spokesman spokeswoman spokesperson "
    "affiliate offshoot faction franchise insurgents emir loyalists operatives operative"
)
"""What only a group has, of the words behind a name ("Tolva fighters")."""
_PLACE_AFTER = re.compile(r"\b(?:in|from|at|near|inside|outside|around|across|into|to|on|over)\s+(?:the\s+)?$")
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)


def names_inside(span: Span, profile: Profile, is_place: Callable[[Span], bool]) -> Iterator[Span]:
    """The names of groups and bodies in a phrase, besides the name that the phrase itself goes by.

    `is_place`: whether words of the text are known to be a place.
    """
    own = (profile.name_start, profile.name_start + len(profile.name)) if profile.name else None
    for run in _RUN.finditer(span.text):
        bounds = _trimmed(run)
        if bounds is None or (own and bounds[0] < own[1] and own[0] < bounds[1]):
            continue
        words = span.text[slice(*bounds)]
        at = span.start + bounds[0]
        found = Span(at, at + len(words), words)
        if words != span.text.strip() and _names_body(found, span, is_place):
            yield found


def _trimmed(run: re.Match[str]) -> tuple[int, int] | None:
    """Bounds of a run of capitals without articles, titles, nationalities at its end and a possessive's second part."""
    tokens = [(run.start() + m.start(), m.group()) for m in re.finditer(r"\S+", run.group())]
    while tokens and (tokens[0][1].lower() in _LEADING or _is_title(tokens[0][1])):
        tokens = tokens[1:]
    while tokens and (_is_title(tokens[-1][1]) or tokens[-1][1].lower() in ("and", "of", "for", "the")):
        tokens = tokens[:-1]
    if not tokens:
        return None
    return tokens[0][0], tokens[-1][0] + len(tokens[-1][1])


def _is_title(word: str) -> bool:
    low = word.lower()
    if low in speaker_nouns("person") or low in speaker_nouns("people"):
        return True
    return low in titles() and not _is_body_noun(low) and low not in _ADJECTIVES


_LEADING = word_set("the a an its his her their of for and")
_ADJECTIVES = word_set("foreign defence defense interior finance justice health opposition general people chief state")


def _is_body_noun(word: str) -> bool:
    low = word.lower()
    kinds = ("organisation", "government", "group")
    return is_sort_of_group(low) or any(low in speaker_nouns(kind) for kind in kinds)


def _names_body(found: Span, span: Span, is_place: Callable[[Span], bool]) -> bool:
    """Whether capitals in a phrase name a group or body: by their own words, or by what is said to be of it."""
    words = found.text.split()
    if fold(found.text) in _CALENDAR or all(w.lower() in _ADJECTIVES or _is_title(w) for w in words):
        return False
    if len(words) > 1 and (begins_name(words[0]) or _is_body_noun(words[-1]) or _is_body_noun(words[0])):
        return True
    if fold(found.text) in {fold(name) for name in known_groups()}:
        return True
    nation = country_of_adjective(found.text) or country_of_name(found.text) or country_of_capital(found.text)
    if nation or is_place(found) or (len(words) == 1 and words[0].lower() in titles()):
        return False
    before, after = span.text[: found.start - span.start], span.text[found.end - span.start :]
    if _PLACE_AFTER.search(before):
        return False
    held = re.search(r"(\w+) (?:of|for|within|with)(?: the)? $", before)
    borne = re.match(r"(?:['’]s?)?(?: [a-z-]+){0,2}? (\w+)", after)
    return (held is not None and held[1].lower() in _HOLDERS) or (borne is not None and borne[1].lower() in BORNE)
