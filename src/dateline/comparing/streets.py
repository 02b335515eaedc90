"""Which streets does a text name? They tell two attacks in one city apart, and are no towns of their name."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STREET = re.compile(
    r"\b((?:[A-Z0-9][\w'.-]*\s){1,3})(Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Way"
    r"|Highway|Hwy|Parkway|Pkwy|Terrace|Circle|Alley)\b"
)


def find_streets(text: str) -> Iterator[str]:
    """The streets that a text names, by the last word before "Street", so that "St", "Street" and "Avenue" are one."""
    return (match[1].split()[-1].strip(".'").lower() for match in _STREET.finditer(text))


def is_street(words: str, name: str) -> bool:
    """Whether words of place name a street and no town: "Locust" in "the 900 block of Locust Avenue"."""
    return any(name.lower() in match[1].lower() for match in _STREET.finditer(words))
