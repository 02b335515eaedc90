"""Where and when was it filed, by which agency? Reads datelines: "VESHTA, Oct 13 (IANS) -", "PARIS (Reuters) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.language.datestamps import month_of
from dateline.lexicons import load_yaml

PARAGRAPHS_SEARCHED = 3
"""A dateline opens the first paragraph, or the one after a standfirst."""

_UPPER = r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ'’.-]+(?:[ -][^\W\d_a-zß-ÿ'’.-]+){0,4}"
_NAME = r"[^\W\d_a-zß-ÿ][\w'’.-]+(?:[ -](?:al-|an-|ad-|as-|de |del |la |el )?[^\W\d_a-zß-ÿ][\w'’.-]+){0,3}"
_MONTH_DAY = (
    r"(?:[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3,12}\.?)(?:,?\s+(?:19|20)\d\d)?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_AGENCY = r"\(\s*(?P<{}>[^()\n]{{2,45}})\s*\)"
_DASH = r"\s*(?:--?|[–—―]|:|\.-|\|)\s*"
_DATELINE = re.compile(
    rf"^(?P<words>(?P<upper>{_UPPER})(?:/(?:{_UPPER}))*(?:,\s*(?:{_NAME}))?(?:,?\s+(?P<day>{_MONTH_DAY}))?(?:,?\s*{_AGENCY.format('a1')})?)"
    rf"(?P<dash>{_DASH}|\s+)"
    rf"|^(?P<words2>(?P<mixed>{_NAME})(?:,\s*(?:{_NAME}))?(?:,?\s+(?P<day2>{_MONTH_DAY}))?,?\s*{_AGENCY.format('a2')})(?P<dash2>{_DASH}|\s+)"
    rf"|^(?P<words3>{_AGENCY.format('a3')})(?P<dash3>{_DASH})"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words without the dash after them; agency: as they spell it; day: the words of its date."""

    words: str
    agency: str | None
    day: str | None


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the head of a report's text."""
    for paragraph in text.split("\n\n")[:PARAGRAPHS_SEARCHED]:
        found = _dateline_of(paragraph.lstrip(' \t\xa0“"'))
        if found:
            return found
    return None


def _dateline_of(paragraph: str) -> Dateline | None:
    match = _DATELINE.match(paragraph[:240])
    if not match:
        return None
    agency = match["a1"] or match["a2"] or match["a3"]
    named = agency_named(agency) if agency else None
    dash = (match["dash"] or match["dash2"] or match["dash3"] or "").strip()
    words = (match["words"] or match["words2"] or match["words3"]).strip()
    day = match["day"] or match["day2"]
    day = (
        day
        if day and (month := re.search(r"[^\W\d_]{3,}", day)) and (month_of(month[0]) or day.endswith("day"))
        else None
    )
    if agency and not named:
        return None
    if not agency and (not dash or (dash in (":", "|") and "," in words and not day)):
        return None
    return Dateline(words, agency, day) if named or (match["upper"] and len(match["upper"]) >= 3) else None


def agency_named(words: str) -> str | None:
    """The agency that a credit names: "AFP", "Reuters/Jane Doe", "Xinhua News Agency"; None for another word."""
    for part in re.split(r"\s*(?:/|,|;|\||\band\b|&|\bvia\b)\s*", words.strip(" .()[]–—-")):
        name = agencies().get(part.strip())
        if name:
            return name
    return None


@lru_cache(maxsize=1)
def agencies() -> dict[str, str]:
    """Ways to write an agency, as written and in upper case, with the agency's name; picture sellers left out."""
    table: dict[str, str] = {}
    for name, ways in load_yaml("agencies.yaml").items():
        if name != "picture":
            for way in ways:
                table.setdefault(way, name)
                table.setdefault(way.upper(), name)
    return table
