"""How reliable does a person hold a source to be? Takes the letters of the user's own list; none is ever guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dateline.errors import WrongUsage
from dateline.lexicons.outlets import letters_of, read_own_outlets
from dateline.model.case import Contents


def judged_by(contents: Contents, file: Path | None) -> Contents:
    """The case with the letters of the user's list; without a list with those that it was read with, if any.

    Errors: WrongUsage for a list that cannot be used or gives no letter.
    """
    if file is None:
        return contents
    letters = letters_of(read_own_outlets(file))
    if not letters:
        raise WrongUsage(f"{file}: no outlet has a letter from A to F in the column reliability (docs/grades.md)")
    return replace(contents, reliability=letters)
