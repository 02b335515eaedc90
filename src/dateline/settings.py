"""What may the user set from outside? Read once, at the doors."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """case: the case file used where none is named (DATELINE_CASE). plain: no colours or moving bars (NO_COLOR)."""

    case: str | None
    plain: bool


def read_settings() -> Settings:
    """The settings of this process, from its environment."""
    return Settings(case=os.environ.get("DATELINE_CASE"), plain=bool(os.environ.get("NO_COLOR")))
