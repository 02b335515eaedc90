"""Which lines tell of the article itself: its date, byline, source, reading time?"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.language.datestamps import find_stamps

LONGEST_NOTE = 220
"""Characters of the longest line that is read as a note; archives put headline and outlet into "Source: …"."""

_DAY_NAMES = (
    r"mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thurs?(?:day)?|thu|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lundi|mardi|mercredi|"
    r"jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|montag|dienstag|mittwoch|"
    r"donnerstag|freitag|samstag|sonntag|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira"
)
_LABEL = (
    r"(?:first\s+|last\s+|originally\s+|article\s+|story\s+|date\s+)?(?:published|posted|updated|modified|edited|created|issued|"
    r"released|uploaded|revised|reported|filed|added|submitted|dated?|publicado|actualizado|publié|mis à jour|"
    r"publicada|atualizado|veröffentlicht|aktualisiert|stand|pubblicato|aggiornato|gepubliceerd|опубликовано|обновлено|"
    r"date de publication|pub date|publication date|issue date)"
)
_STAMP = re.compile(rf"^\W*{_LABEL}\b", re.IGNORECASE)
_FILLER = re.compile(
    rf"\b(?:{_DAY_NAMES}|{_LABEL}|on|at|in|the|by|time|date|local|ago|uhr|gmt|utc|et|est|edt|pt|ist|cst|am|pm|hrs?|min|mins?|"
    r"minutes?|read|reading|comments?|views?|shares?|no|le|el|am|om|à|a las|de|of|\d+)\b|[\W_]",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^\W*(?:source|sources|via|originally\s+(?:published|posted|appeared)\s+(?:by|at|in|on|from)|first\s+published\s+(?:by|in|at|on)"
    r"|reposted\s+from|cross-?posted\s+(?:from|at)|read\s+(?:the\s+)?(?:original|full\s+(?:article|story))\s+(?:at|on|in)|from)"
    r"(?P<mark>\s*:|\s)\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_WIRE_AND_DAY = re.compile(rf"[A-Z][A-Z&]{{1,6}}\W*(?:(?i:{_DAY_NAMES}))?\W*")
"""What is left of "AFP, Monday 4 March 2019" without its date."""
_READ_TIME = re.compile(
    r"^\W*(?:\d+|one|two|three|five)\s*[- ]?(?:min(?:ute)?s?)\.?\s+(?:read|reading|to read)\W*$", re.IGNORECASE
)
_AGO = re.compile(
    r"^\W*(?:(?:published|posted|updated)\W+)?(?:\d+|an?|one|two)\s+(?:min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago\W*$",
    re.IGNORECASE,
)

PARTICLES = r"(?:al|el|bin|bint|ibn|abu|van|von|der|den|de|del|della|di|da|dos|du|la|le|st|ap|ter|ten|e|y|and|&)"
NAME = rf"(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*)(?:[ \t\xa0](?:{PARTICLES}[ \t\xa0-])*(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*)){{0,4}}"
_BY = (
    r"(?:by|written by|posted by|published by|author|authors|reported by|story by|report by|text by|"
    r"analysis by|from our|par|por|von|di|door|av|af|tarafından|автор|byline)"
)
_BYLINE = re.compile(rf"^\W*(?i:{_BY})\s*:?\s+(?P<who>\S.*)$")
_WHO = re.compile(rf"^(?:{NAME})(?:\s*(?:,|and|&|/|;|with|in)\s*(?:{NAME}))*\s*(?:[,|–—•·-]\s*.{{0,80}})?$")
_SIGNOFF = re.compile(
    r"^\W*(?:\(?(?:additional |further )?(?:reporting|writing|editing|compiled|edited)\s+by\b"
    r"|with (?:additional )?(?:inputs?|files|reporting)\s+(?:from|by)\b|with agenc|\(with )",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\W?(?:url|link|web ?page|retrieved from|available at)?\s*:?\s*<?(?:https?://|www\.)\S+", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:delivers independent|is (?:an|a) (?:independent|award-winning|non-?profit|nonprofit|leading)\b"
    r".{0,60}\b(?:news|media|newsroom|magazine|newspaper))",
    re.IGNORECASE,
)


def note_kind(words: str) -> str | None:
    """The kind of Note (model/segment.py) that a line is, None when it is none."""
    if len(words) > 2 * LONGEST_NOTE:
        return None
    if _ABOUT.search(words):
        return "about"
    if _ADDRESS.fullmatch(words.strip()):
        return "address"
    if _AGO.match(words):
        return "date"
    if len(words) <= LONGEST_NOTE and (kind := _dated_kind(words)):
        return kind
    return _named_kind(words)


def _dated_kind(words: str) -> str | None:
    stamps = find_stamps(words, day_first=True)
    if not stamps:
        return None
    if _STAMP.match(words) and not _is_prose(words):
        return "stamp"
    rest = words
    for stamp in reversed(stamps):
        rest = rest[: stamp.start] + " " + rest[stamp.end :]
    rest = re.sub(r"\s{2,}", " ", rest)
    left = _FILLER.sub("", rest)
    if not left:
        return "date"
    if _is_prose(words) or len(rest) > 90:
        return None
    if is_byline(rest.strip(" ,|–—•·-/")) or _is_name(rest.strip(" ,|–—•·-/")):
        return "byline"
    if _WIRE_AND_DAY.fullmatch(rest.strip()):
        return "byline"
    return "date" if re.search(r"[|•·]", rest) or (len(rest.split()) <= 4 and stamps[0].start <= 2) else None


def _named_kind(words: str) -> str | None:
    if _READ_TIME.match(words):
        return "readtime"
    if _SIGNOFF.match(words) and len(words) <= 2 * LONGEST_NOTE:
        return "signoff"
    if is_source_line(words):
        return "source"
    return "byline" if is_byline(words) else None


def is_source_line(words: str) -> bool:
    """ "Source: headline — The Daily Example", "via The Example » headline"."""
    match = _SOURCE.match(words)
    if not match or len(words) > 2 * LONGEST_NOTE:
        return False
    named = match["mark"].strip() == ":"
    said = words.lstrip(" \t[(").lower()
    if said.startswith("from"):
        return named and len(words) <= 90
    if said.startswith("source"):
        return named
    return named or "»" in words or (len(words.split()) <= 8 and not words.rstrip().endswith(","))


def is_byline(words: str) -> bool:
    """ "By Jane Doe", "BY JANE DOE AND JOHN ROE, Example Wire", "Posted by admin"; not "By Monday, however, …"."""
    match = _BYLINE.match(words)
    if not match or len(words) > LONGEST_NOTE or len(words.split()) > 24 or _is_prose(words):
        return False
    who = match["who"].strip(" .")
    if words.lstrip().lower().startswith("posted by"):
        return len(who.split()) <= 8
    return bool(_WHO.match(who)) and not _calendar().match(who)


def _is_name(words: str) -> bool:
    return 2 <= len(words.split()) <= 5 and bool(re.fullmatch(NAME, words)) and not _calendar().match(words)


def _is_prose(words: str) -> bool:
    """Two dozen words, or a sentence of more than twelve that ends with a full stop."""
    count = len(words.split())
    return count > 24 or (count > 12 and words.rstrip().endswith((".", ".”", '."', "!", "?")))


@lru_cache(maxsize=1)
def _calendar() -> re.Pattern[str]:
    months = "january|february|march|april|may|june|july|august|september|october|november|december"
    return re.compile(rf"(?:{_DAY_NAMES}|{months}|late|early|mid|then|now|that|this|noon|midnight|\d)\b", re.IGNORECASE)
