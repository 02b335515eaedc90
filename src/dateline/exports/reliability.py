"""How reliable does a person hold a source to be? Reads the user's own list; nothing is ever guessed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dateline.errors import WrongUsage
from dateline.model.case import Contents
from dateline.model.grading import RELIABILITIES

NEEDED = ("name", "reliability")


def judged_by(contents: Contents, file: Path | None) -> Contents:
    """The case with the letters of the user's list; without a list as it is, every source F.

    The list: a CSV with the columns name, reliability (A to F, Admiralty code) and, if wanted, aliases (";" between
    them). Errors: WrongUsage for a file, a column or a letter that cannot be used.
    """
    return contents if file is None else replace(contents, reliability=tuple(_letters(file)))


def _letters(file: Path) -> Iterator[tuple[str, str]]:
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUsage(f"{file}: the list of outlets cannot be read ({error})") from error
    rows = csv.DictReader(line for line in lines if line.strip() and not line.startswith("#"))
    missing = [column for column in NEEDED if column not in (rows.fieldnames or ())]
    if missing:
        raise WrongUsage(f"{file}: no column {' and '.join(missing)}; a list of outlets has {', '.join(NEEDED)}")
    for row in rows:
        letter = (row["reliability"] or "").strip().upper()
        if letter and letter not in RELIABILITIES:
            raise WrongUsage(f"{file}: {row['name']}: reliability {letter!r} is none of {', '.join(RELIABILITIES)}")
        for name in (row["name"], *(row.get("aliases") or "").split(";")):
            if letter and name and name.strip():
                yield name.strip(), letter
