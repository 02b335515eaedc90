"""Which wire service do these initials stand for? "(ENS)" in a credit, "told Example News Service" in the text."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.language.mastheads import names_agency
from dateline.lexicons import load_yaml
from dateline.reading.metadata.datelines import agencies

INITIALS = re.compile(r"[A-Z][A-Z&]{1,5}")
_SMALL = r"(?:[ \xa0](?:of|the|for|and|de|du|des|del|di|da|do|la|le|al|el|für|van))*[ \xa0-]"
_TELLING = re.compile(r"\b(?:told|informed|said to|speaking to|according to|reported by|interview with)(?: the)?\s*$")
_IN_LEAD = re.compile(
    r",\s+(?:the\s+)?(?:[a-z]+(?:[- ][a-z]+)?\s+news\s+agency\s+)?"
    r"(?P<who>[A-Z][\w'’&.-]*(?:\s(?:of|de|the|[A-Z][\w'’&.-]*)){0,5})"
    r"(?:\s+news\s+agency)?\s+(?:has\s+)?report(?:ed|s)\b"
)


def whole_name(agency: str, text: str) -> str:
    """An agency's name in full where it is given by initials and the text spells it out; else the agency as it is.

    A known agency keeps its known name, unless the text spells the initials out as another agency's.
    """
    listed = _spelt_by_lexicon(agency)
    known = agency in agencies()
    if not INITIALS.fullmatch(agency) or (known and (not listed or listed in text)):
        return agency
    found = (match for match in _spelling(agency).finditer(text) if _tells_news(match, text, known=known))
    name = next((" ".join(match[0].split()) for match in found), agency)
    return agencies().get(name) or (name.title() if name.isupper() and " " in name else name)


def is_spelt_out(initials: str, text: str) -> bool:
    """Whether a text names an agency of these initials in full."""
    return whole_name(initials, text) != initials


def agency_in_lead(text: str) -> str | None:
    """The wire that the first paragraph leaves its news to: "… five soldiers, Example News Service reported."."""
    match = _IN_LEAD.search(text.lstrip().split("\n", 1)[0])
    if match is None:
        return None
    who = match["who"].strip()
    return agencies().get(who) or (who if names_agency(who) and " " in who else None)


def _tells_news(match: re.Match[str], text: str, *, known: bool) -> bool:
    """Its name has a word of an agency's; or, for initials that nobody knows, somebody told it something."""
    before = text[max(0, match.start() - 40) : match.start()]
    return names_agency(match[0]) or (not known and bool(_TELLING.search(before)))


@lru_cache(maxsize=256)
def _spelling(initials: str) -> re.Pattern[str]:
    letters = [letter for letter in initials if letter != "&"]
    return re.compile(r"(?<!\w)" + _SMALL.join(rf"{letter}[\w'’]+" for letter in letters) + r"(?!\w)")


def _spelt_by_lexicon(agency: str) -> str:
    """The full name that the lexicon has for these initials; "" where it has none."""
    ways = load_yaml("agencies.yaml").get(agencies().get(agency, ""), ())
    return next((way for way in ways if " " in way and _spelling(agency).fullmatch(way)), "")
