"""Do these words say of anybody who he is? "Many", "two others" and "someone" are nobody by themselves."""

from __future__ import annotations

import re
from importlib.resources import files

import yaml

_WORDS = yaml.safe_load(files(__package__).joinpath("unnamed_tellers.yaml").read_text("utf-8"))
COUNTED = frozenset(_WORDS["counted"])
_NUMBER = re.compile(r"\d[\d,.]*")


def is_somebody(name: str) -> bool:
    """Whether a name or description has a word that is not only a quantity: "two porters", not "two others"."""
    return not all(word in COUNTED or _NUMBER.fullmatch(word) for word in name.casefold().split())
