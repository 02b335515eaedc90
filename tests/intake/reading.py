"""Reads invented files in a test: their documents and what was noted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dateline.intake import Limits, read_documents
from dateline.model.document import Document, Problem


def read(
    *paths: Path | str, fields: Mapping[str, str] | None = None, limits: Limits | None = None
) -> tuple[list[Document], list[Problem]]:
    noted: list[Problem] = []
    found = list(read_documents([str(p) for p in paths], fields=fields, problems=noted.append, limits=limits))
    return found, noted


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def read_bytes(
    folder: Path,
    name: str,
    data: bytes | str,
    fields: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> tuple[list[Document], list[Problem]]:
    return read(write(folder, name, data), fields=fields, limits=limits)
