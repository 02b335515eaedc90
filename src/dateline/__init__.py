"""Dateline turns a pile of news reports into a corroborated record of events, and keeps who says so.

read_text(text, published=None) -> Reading          what one text says
build_case(paths, case="my.db") -> Summary          read reports into a case
open_case("my.db") -> Case                          look into a case
verify_case(case) -> Verified                       re-check every span and hash
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.errors import DatelineError, MissingModel, UnreadableCase, UnreadableDocument, WrongUsage
    from dateline.pipeline import Summary, build_case
    from dateline.reading.read import Reader, read_text
    from dateline.store import Case, open_case
    from dateline.verification import Verified, verify_case

__version__ = "0.1.0"

_WHERE = {
    "Case": "dateline.store",
    "DatelineError": "dateline.errors",
    "MissingModel": "dateline.errors",
    "Reader": "dateline.reading.read",
    "Summary": "dateline.pipeline",
    "UnreadableCase": "dateline.errors",
    "UnreadableDocument": "dateline.errors",
    "Verified": "dateline.verification",
    "WrongUsage": "dateline.errors",
    "build_case": "dateline.pipeline",
    "open_case": "dateline.store",
    "read_text": "dateline.reading.read",
    "verify_case": "dateline.verification",
}

__all__ = [
    "Case",
    "DatelineError",
    "MissingModel",
    "Reader",
    "Summary",
    "UnreadableCase",
    "UnreadableDocument",
    "Verified",
    "WrongUsage",
    "build_case",
    "open_case",
    "read_text",
    "verify_case",
]


def __getattr__(name: str) -> Any:
    """Names are loaded when they are first used: `import dateline` alone takes a few milliseconds."""
    if name not in _WHERE:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(importlib.import_module(_WHERE[name]), name)
