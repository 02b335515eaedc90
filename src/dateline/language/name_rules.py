"""By which rules were names compared? A hash that changes with any of them, so that older scores are not mistaken."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def name_rules() -> str:
    """A hash over the code of dateline.language and over all lexicons."""
    total = sha256()
    for package in ("dateline.language", "dateline.lexicons"):
        for file in sorted(files(package).iterdir(), key=lambda file: file.name):
            if file.is_file():
                total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()
