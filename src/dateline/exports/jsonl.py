"""How is a case handed to another program? As JSON Lines, one file per kind of noun (the contract, part 2)."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.model.case import Contents
from dateline.model.rows import KINDS, rows_of


def export_jsonl(contents: Contents, folder: Path) -> list[Path]:
    """Write reports.jsonl, claims.jsonl … into the folder, made if missing; the files written, in order.

    The same case always gives the same bytes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_write_kind(contents, kind, folder / f"{kind}.jsonl") for kind in KINDS]


def _write_kind(contents: Contents, kind: str, path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows_of(contents, kind):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path
