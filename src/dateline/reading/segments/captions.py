"""Is this line a picture's caption or credit? "Fighters near the front © Name", "Name / Agency", "… (AFP/File)"."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.lexicons import load_yaml
from dateline.model.report import FurnitureKind

LONGEST_CAPTION = 400
LONGEST_CREDIT = 90
_BRACKET = re.compile(r"[\[(]\s*([^()\[\]]{2,80}?)\s*[\])]\s*\.?$")
_INITIALS_AT_END = re.compile(r"\w\s*[\[(]\s*[A-Z][A-Z&]{1,5}\s*[\])]$")
_PICTURE_WORD = re.compile(
    r"\b(?:photos?|photograph|files?|file ?photo|image|picture|archives?|courtesy|handout|screen ?(?:shot|grab)|via|"
    r"foto|archivo|archivbild|crédit|video|still|illustrat\w+|stock|reproduction)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*\s*$")
_NAME = r"(?:[^\W\d_][\w'’.-]*)"
_NAMES = rf"{_NAME}(?:\s{_NAME}){{0,4}}"


def caption_kind(words: str) -> FurnitureKind | None:
    """CAPTION or CREDIT for a line that is surely one by its credit, else None."""
    if len(words) > LONGEST_CAPTION:
        return None
    if "©" in words and not re.search(r"rights reserved|©\s*(?:copyright|\d{4})|copyright\s*©", words, re.IGNORECASE):
        return FurnitureKind.CREDIT if words.lstrip().startswith("©") else FurnitureKind.CAPTION
    if len(words) <= LONGEST_CREDIT and _credit_line().fullmatch(words.strip()):
        return FurnitureKind.CREDIT
    if _credit_at_end().search(words):
        return FurnitureKind.CAPTION
    bracket = _BRACKET.search(words)
    if bracket and _is_picture_credit(bracket[1]):
        return FurnitureKind.CAPTION if bracket.start() > 3 else FurnitureKind.CREDIT
    return None


def may_be_caption(words: str) -> bool:
    """A line that ends with an agency in brackets: a caption at the head, a sign-off at the end of a report."""
    bracket = _BRACKET.search(words)
    return bool(bracket and len(words) <= LONGEST_CAPTION and _names_agency(bracket[1]) and bracket.start() > 3)


def ends_with_initials(words: str) -> bool:
    """ "Soldiers guard the road [ABC]": no sentence, and initials in brackets after it that no lexicon knows."""
    return bool(len(words) <= LONGEST_CAPTION and _INITIALS_AT_END.search(words) and unfinished_before_credit(words))


def unfinished_before_credit(words: str) -> bool:
    """ "A fighter in the hills (AFP)": no full stop before the credit, so it is no sentence of the text."""
    bracket = _BRACKET.search(words)
    return bool(bracket and not _SENTENCE_END.search(words[: bracket.start()]))


def _is_picture_credit(inside: str) -> bool:
    parts = re.split(r"\s*(?:/|\||,|;| via | - |–)\s*", inside)
    known = [part for part in parts if part.lower().rstrip(".") in _agencies()]
    pictures = [part for part in known if part.lower().rstrip(".") in _picture_sellers()]
    named = bool(known) and (len(parts) > 1 or bool(pictures))
    worded = bool(_PICTURE_WORD.search(inside)) and (bool(known) or len(inside.split()) <= 6)
    return named or (
        worded and bool(re.search(r"photo|file|image|picture|foto|handout|screen|courtesy|archiv", inside, re.I))
    )


def _names_agency(inside: str) -> bool:
    return any(part.strip().lower() in _agencies() for part in re.split(r"[/,|]", inside))


@lru_cache(maxsize=1)
def _agencies() -> frozenset[str]:
    return frozenset(way.lower() for ways in load_yaml("agencies.yaml").values() for way in ways)


@lru_cache(maxsize=1)
def _picture_sellers() -> frozenset[str]:
    return frozenset(way.lower() for way in load_yaml("agencies.yaml")["picture"])


@lru_cache(maxsize=1)
def _agency_pattern() -> str:
    ways = {way for ways in load_yaml("agencies.yaml").values() for way in ways} - {"X", "File", "AA", "PA", "Courtesy"}
    return "(?:" + "|".join(re.escape(way) for way in sorted(ways, key=len, reverse=True)) + ")"


@lru_cache(maxsize=1)
def _credit_line() -> re.Pattern[str]:
    """ "Jane Doe / Reuters", "AFP/Jane Doe", "Jane Doe | AP", "Getty Images", "AP Photo/Jane Doe"."""
    agency = _agency_pattern()
    who = rf"(?:{agency}|{_NAMES})"
    return re.compile(
        rf"[\[(]?(?:{_NAMES}\s*[/|]\s*{agency}(?:\s*[/|]\s*{who})*(?:\s+[Pp]hoto)?"
        rf"|(?i:{agency})(?:\s+[Pp]hoto)?\s*[/|]\s*{_NAMES}(?:\s*[/|]\s*{who})*"
        rf"|{agency}(?:\s+[Pp]hoto|\s+[Ff]ile)?(?:\s+via\s+{who})?)[\])]?\.?"
    )


@lru_cache(maxsize=1)
def _credit_at_end() -> re.Pattern[str]:
    """A caption's last words: "… in the capital. REUTERS/Jane Doe", "… on Monday. AP Photo/Jane Doe", "… | AFP"."""
    wires = (
        r"(?:REUTERS|Reuters|AFP|AP|EPA|EPA-EFE|EFE|DPA|dpa|Anadolu|AA|TASS|Sputnik|Xinhua|Getty(?: Images)?|PTI|IANS)"
    )
    return re.compile(
        rf"(?:[.!?)”\"]|\s[–—-])\s*(?:{wires}(?:\s+[Pp]hoto)?\s*/\s*\S.{{0,50}}|{wires}\s+[Pp]hoto|[Pp]hoto(?:graph)?\s*(?:by|:)\s*\S.{{1,60}}"
        rf"|{_NAMES}\s*/\s*(?:AFP|AP|Reuters|REUTERS|EPA|Getty|Getty Images|Anadolu)(?:\s+via\s+{_NAMES})?)\s*$"
    )
