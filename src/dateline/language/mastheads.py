"""Does this line name an outlet? "The Harbour Lantern", "Radio Seven Rivers", "La Gazette du soir"."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.lexicons import load_csv, load_yaml

LONGEST_NAME = 48
"""Characters of the longest line that is weighed as an outlet's name; the longest of lexicons/outlets.csv has 46."""
MOST_WORDS = 7
_ADDRESS = re.compile(r"(?:www\.)?[\w-]{3,40}(?:\.[a-z]{2,12}){1,3}", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"[!?:;,\"“”«»()\[\]|/…]|\.(?:\s|$)|\d.*\D\d")
_FREQUENCY = re.compile(r"\s+\d{2,3}[.,]\d\s*(?:FM|MHz)?$", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,14}")
_WORD = re.compile(r"[^\s]+")


def known_outlet(words: str) -> str | None:
    """The outlet of lexicons/outlets.csv that has exactly this name or alias."""
    return _by_name().get(outlet_key(words))


def names_outlet(line: str) -> bool:
    """Whether a line is an outlet's name by itself: a known one, an address, or a name with a word of the press."""
    line = _FREQUENCY.sub("", line.strip())
    if not line or len(line) > LONGEST_NAME or not line[0].isalnum():
        return False
    if known_outlet(line) or _ADDRESS.fullmatch(line):
        return True
    if _UNSPACED.fullmatch(line):
        return line.endswith(tuple(load_yaml("outlet_words.yaml")["endings"]))
    if " " not in line:
        return False  # "Mail", "Post": a button as often as a paper
    words = [word.strip("'’.-").lower().replace("’", "'") for word in line.split()]
    return is_name_shaped(line) and bool(_press_words().intersection(words)) and not _generic_words().issuperset(words)


def is_name_shaped(line: str) -> bool:
    """A short line in capital initials without the marks of a sentence: "La Gazette du soir", not "Port shelled"."""
    words = _WORD.findall(line)
    if not 1 <= len(words) <= MOST_WORDS or len(line) > LONGEST_NAME or _NOT_IN_NAMES.search(line):
        return False
    return not words[0][0].islower() and all(
        _may_be_small(word, words[i - 1] if i else "") or not word[0].islower() for i, word in enumerate(words)
    )


def own_words(name: str) -> frozenset[str]:
    """The words of a name that are neither the press's nor small: "harbour" of "The Harbour Lantern"."""
    words = re.findall(r"\w+", name.lower())
    common = _press_words() | _generic_words() | _particles("particles")
    return frozenset(word for word in words if len(word) > 2 and word not in common)


def names_agency(name: str) -> bool:
    """Whether a name is a wire service's by its words: "Example News Service", "Agence Exemple de Presse"."""
    return bool(_agency_words().search(name.lower()))


def names_body(line: str) -> bool:
    """Whether a line names who issues statements: "Ministry of Defence", "Harran Armed Forces"."""
    plain = line.lower().replace("’", "'")
    return is_name_shaped(line) and bool(_bodies().search(plain))


def outlet_key(words: str) -> str:
    """A name without article, marks, ".com" and the like, to compare names by."""
    plain = re.sub(r"[^\w]+", " ", words.lower().replace("'s ", " ").replace("’s ", " ")).strip()
    plain = re.sub(r"^(?:the|www) ", "", plain)
    return re.sub(r" (?:com|org|net|news online|online)$", "", plain)


def _may_be_small(word: str, before: str) -> bool:
    return word.lower() in _particles("particles") or before.lower() in _particles("romance")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in load_csv("outlets.csv"):
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            table.setdefault(outlet_key(name), row["name"])
    return table


@lru_cache(maxsize=1)
def _bodies() -> re.Pattern[str]:
    either = "|".join(re.escape(w) for w in sorted(load_yaml("outlet_words.yaml")["bodies"], key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\b")


@lru_cache(maxsize=1)
def _press_words() -> frozenset[str]:
    return frozenset(load_yaml("outlet_words.yaml")["words"])


@lru_cache(maxsize=1)
def _generic_words() -> frozenset[str]:
    return frozenset(load_yaml("outlet_words.yaml")["generic"])


@lru_cache(maxsize=2)
def _particles(kind: str) -> frozenset[str]:
    return frozenset(load_yaml("outlet_words.yaml")[kind])


@lru_cache(maxsize=1)
def _agency_words() -> re.Pattern[str]:
    words = load_yaml("outlet_words.yaml")["agency"]
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + r")(?!\w)")
