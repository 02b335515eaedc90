"""Where and when was it filed, by which agency? Reads datelines: "VESHTA, Oct 13 (IANS) -", "PARIS (Reuters) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.language.datestamps import month_of
from dateline.language.mastheads import is_name_shaped, names_agency
from dateline.lexicons import load_yaml
from dateline.lexicons.media import UNNAMED_WIRES, credits_unnamed_wires

PARAGRAPHS_SEARCHED = 3
"""A dateline opens the first paragraph, or the one after a standfirst."""

_UPPER = r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ'’.-]+(?:[ -][^\W\d_a-zß-ÿ'’.-]+){0,4}"
_NAME = r"[^\W\d_a-zß-ÿ][\w'’.-]+(?:[ -](?:al-|an-|ad-|as-|de |del |la |el )?[^\W\d_a-zß-ÿ][\w'’.-]+){0,3}"
_MONTH_DAY = (
    r"(?:[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3,12}\.?)(?:,?\s+(?:19|20)\d\d)?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_INITIALS = re.compile(r"[A-Z][A-Za-z&]?[A-Z]{1,4}")
_NO_PLACE = re.compile(
    r"(?:BREAKING|UPDATED?|WATCH|EXCLUSIVE|JUST IN|LIVE|ANALYSIS|OPINION|EDITORIAL|VIDEO|PHOTOS?|FLASH|URGENT|"
    r"CORRECTION|DATELINE|READ|NEWS|ALERT|DEVELOPING|EXPLAINER|FACTBOX|TIMELINE|INTERVIEW|COMMENT|NOTE|SUMMARY|MORE|WARNING)\b"
)
"""What stands in capitals before a dash or colon and is no place."""
_STATION = re.compile(r"[KW][A-Z]{3}")
"""The call sign of a North American station, which files its own reports."""
_AGENCY = r"\(\s*(?P<agency>[^()\n]{2,45})\s*\)"
_DASH = r"\s*(?:--?|[–—―]|:|\.-|\|)\s*"
_PLACE = rf"(?P<upper>{_UPPER})(?:/(?:{_UPPER}))*(?:,\s*(?:{_NAME}))?(?:,?\s+(?P<day>{_MONTH_DAY}))?"
_MIXED = rf"(?P<mixed>{_NAME})(?:,\s*(?:{_NAME}))?(?:,?\s+(?P<day>{_MONTH_DAY}))?"
_DATELINES = (
    # "VESHTA, Oct 13 (IANS) -" and "Veshta, Oct 13 (IANS) Shells fell"
    re.compile(rf"^(?P<words>{_PLACE},?\s*{_AGENCY})(?P<dash>{_DASH}|\s+)"),
    re.compile(rf"^(?P<words>{_MIXED},?\s*{_AGENCY})(?P<dash>{_DASH}|\s+)"),
    # "VESHTA, Harran —"
    re.compile(rf"^(?P<words>{_PLACE})(?P<dash>{_DASH})"),
    # "(AP) --"
    re.compile(rf"^(?P<words>{_AGENCY})(?P<dash>{_DASH})"),
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
    for pattern in _DATELINES:
        match = pattern.match(paragraph[:240])
        if match and (found := _checked(match.groupdict())):
            return found
    return None


def _checked(parts: dict[str, str | None]) -> Dateline | None:
    """A dateline with a known agency or, behind a place in capitals or a day, its initials or a name like an agency's;
    or a place in capitals."""
    words, agency, dash = parts["words"] or "", parts.get("agency"), (parts["dash"] or "").strip()
    day = parts.get("day")
    month = re.search(r"[^\W\d_]{3,}", day) if day else None
    if day and not day.endswith("day") and not (month and month_of(month[0])):
        day = None
    if _NO_PLACE.match(words):
        return None
    if agency and credits_unnamed_wires(agency) and not agency_named(agency):
        return Dateline(words.strip(), UNNAMED_WIRES, day)
    if agency:
        is_its_name = _INITIALS.fullmatch(agency) or (is_name_shaped(agency) and names_agency(agency))
        unknown = is_its_name and dash and (parts.get("upper") or day)
        own = None if _STATION.fullmatch(agency) and not agency_named(agency) else agency
        return Dateline(words.strip(), own, day) if agency_named(agency) or unknown else None
    surely_place = len(parts.get("upper") or "") >= 3 and (dash not in (":", "|") or "," not in words)
    return Dateline(words.strip(), None, day) if surely_place else None


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
