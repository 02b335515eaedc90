"""What may the user set from outside? Read once, at the doors."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """case: the case file used where none is named (DATELINE_CASE). plain: no colours or moving bars (NO_COLOR).

    who: by whose name decisions go where none is given (DATELINE_WHO, else the name of the account).
    """

    case: str | None
    plain: bool
    who: str


def read_settings() -> Settings:
    """The settings of this process, from its environment."""
    return Settings(case=os.environ.get("DATELINE_CASE"), plain=bool(os.environ.get("NO_COLOR")), who=_who())


def _who() -> str:
    try:
        return os.environ.get("DATELINE_WHO") or getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return "somebody"
