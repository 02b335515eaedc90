"""What can go wrong, and what helps?

DatelineError
├── UnreadableDocument     a file, page or record that no text can be got from (the run goes on)
├── UnreadableCase         a case file that is none, is of another version, or is locked
├── MissingModel           the marking model's weights are not where they should be
└── WrongUsage             arguments that make no sense together
"""

from __future__ import annotations


class DatelineError(Exception):
    """Anything that Dateline says in its own words; `str()` is fit to show to a user."""


class UnreadableDocument(DatelineError):
    """A document that no text can be got from.

    `file` names it, `reason` says what was found, `remedy` what the user can do.
    """

    def __init__(self, file: str, reason: str, remedy: str = "") -> None:
        self.file, self.reason, self.remedy = file, reason, remedy
        super().__init__(f"{file}: {reason}" + (f" ({remedy})" if remedy else ""))


class UnreadableCase(DatelineError):
    """A case file that cannot be opened as one."""


class MissingModel(DatelineError):
    """The weights of the marking model are missing or damaged."""


class WrongUsage(DatelineError):
    """Arguments that make no sense together."""
