"""What do we know of the field before reading? Knowledge as data: YAML and CSV files that a journalist can read."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=64)
def load_yaml(name: str) -> Any:
    """The content of lexicons/<name>, which is shared: do not change what is returned."""
    return yaml.load(read_lexicon(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@lru_cache(maxsize=64)
def load_csv(name: str) -> tuple[dict[str, str], ...]:
    """The rows of lexicons/<name> by column; lines that begin with "#" are comments."""
    lines = (line for line in read_lexicon(name).splitlines() if line.strip() and not line.startswith("#"))
    return tuple(csv.DictReader(lines))


def read_lexicon(name: str) -> str:
    """The decoded text of lexicons/<name>."""
    return (files(__name__) / name).read_text(encoding="utf-8")
