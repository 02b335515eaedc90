"""Is this line furniture? Compares a line with the phrases of lexicons/furniture.yaml."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.lexicons import load_yaml
from dateline.model.report import FurnitureKind

LONGEST_BEGINNING = 140
"""Characters of a line that a phrase under `begins` makes furniture; with a colon ("READ MORE: …") twice as many."""
LONGEST_HOLDING = 400
"""Characters of a line that a phrase under `holds` makes furniture."""
_PAGE_LINE = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d\b).*"  # "Copyright 2031 Example Publishing Company"
    r"|(?-i:[A-Z]{2,6}(?:/[A-Z]{1,6}){1,4}(?:/?\s?\d{4}\s?(?:GMT|UTC)?)?)"  # how wires sign: "ENS/JK/1430 GMT"
    r"|document\s+(?=\w*\d)\w{12,}|end of document|body|classification",  # how press databases part articles
    re.IGNORECASE,
)
_TO_READERS = re.compile(
    r"\b(?:we|our|us|you|your|rights|may not|this (?:article|story|site|website))\b|©", re.IGNORECASE
)
_QUOTED = re.compile(r"[“”\"«»]|\bsaid\b")


def folded(words: str) -> str:
    """Lower case, straight quotes, single spaces, without marks around the words."""
    plain = words.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("\xa0", " ")
    return " ".join(plain.split()).strip(" .!…*•·|»>←→↓-–—:[]()#")


def furniture_kind(words: str) -> FurnitureKind | None:
    """The kind of furniture that a line is by its phrases, None when it may be text."""
    line = folded(words)
    if not line:
        return FurnitureKind.OTHER
    if len(line) <= LONGEST_BEGINNING and _PAGE_LINE.fullmatch(words.strip()):
        return FurnitureKind.METADATA
    for kind, whole, begins, holds in _phrases():
        if whole.fullmatch(line):
            return kind
        if begins is not None and (match := begins.match(_led(words))) and len(line) <= _reach(match[0]):
            return kind
        if holds is not None and len(line) <= LONGEST_HOLDING and holds.search(line) and _addresses_readers(words):
            return kind
    return None


def _led(words: str) -> str:
    """The line in lower case with the colons that `begins` may ask for."""
    return " ".join(words.lower().replace("’", "'").replace("\xa0", " ").split()).lstrip("*•·|»>→-–—[( ▶►➤")


def _reach(phrase: str) -> int:
    return LONGEST_BEGINNING * (2 if phrase.rstrip().endswith(":") else 1)


def _addresses_readers(words: str) -> bool:
    """A page speaks to its readers as "we" and "you", outside of quotation marks."""
    return bool(_TO_READERS.search(words)) and not _QUOTED.search(words)


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[FurnitureKind, re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    table = []
    for kind, ways in load_yaml("furniture.yaml").items():
        whole = re.compile("|".join(_way(p) for p in ways.get("whole", ())) or r"(?!)")
        begins = _any_of(ways.get("begins", ()), r"(?<!\w)(?:{})(?!\w)")
        holds = _any_of(ways.get("holds", ()), r"(?:{})")
        table.append((FurnitureKind(kind), whole, begins, holds))
    return tuple(table)


def _way(phrase: str) -> str:
    return re.escape(phrase.strip()).replace(r"\*", r".{1,80}").replace(r"\#", r"[\d.,]+[km]?")


def _any_of(phrases: list[str], frame: str) -> re.Pattern[str] | None:
    if not phrases:
        return None
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(frame.format("|".join(re.escape(p) for p in longest_first)))
