"""Which id? Ids are hashes of what is said, so that a rebuild gives the same ids and people's decisions survive it."""

from __future__ import annotations

import hashlib


def id_of(kind: str, *parts: object) -> str:
    """A stable id: the kind's first letter and 15 hex digits of the SHA-256 of the parts."""
    said = "\x1f".join("" if part is None else str(part) for part in parts)
    return kind[0] + hashlib.sha256(f"{kind}\x1f{said}".encode()).hexdigest()[:15]
