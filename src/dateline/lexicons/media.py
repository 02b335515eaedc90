"""Which names are those of news agencies and outlets?"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

import yaml

UNNAMED_WIRES = "agencies"
"""The agency of a report that credits wires without naming them ("With agencies", "(with agencies)")."""
_UNNAMED = re.compile(r"\bagencies\b", re.IGNORECASE)


def credits_unnamed_wires(words: str) -> bool:
    """Whether a credit speaks of agencies in general."""
    return bool(_UNNAMED.search(words))


@cache
def agencies() -> dict[str, object]:
    """Agencies by name, each with the list of how it is written."""
    file = resources.files("dateline.lexicons").joinpath("agencies.yaml")
    loaded: dict[str, object] = yaml.safe_load(file.read_text("utf-8"))
    return loaded


@cache
def known_media() -> frozenset[str]:
    """Names of agencies and outlets in lower case, without articles."""
    names: set[str] = set()
    for name, spellings in agencies().items():
        names |= {str(s).lower() for s in (name, *(spellings if isinstance(spellings, list) else []))}
    lines = resources.files("dateline.lexicons").joinpath("outlets.csv").read_text("utf-8").splitlines()
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        listed = [row["name"], *re.split(r"[;|]", row["aliases"] or "")]
        names |= {s.strip().lower() for s in listed if len(s.strip()) > 1}
    return frozenset(re.sub(r"^(?:the|an?)\s+", "", n) for n in names)


SHORTEST_RUN_TOGETHER = 7
"""Letters: shorter names run together are other words ("TheSun" is seldom written, "The Sun" often)."""


@cache
def _run_together() -> frozenset[str]:
    return frozenset(run for name in known_media() if len(run := _letters(name)) >= SHORTEST_RUN_TOGETHER)


def is_known_medium(name: str) -> bool:
    """Whether a name, without its article, is one of them, however it is put together: "AlArabiya", "Al-Arabiya"."""
    return name.lower() in known_media() or _letters(name.lower()) in _run_together()


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name)
