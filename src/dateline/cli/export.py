"""`dateline export`: a case for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.screen import CaseFile, OutletList, console
from dateline.errors import WrongUsage
from dateline.exports import FORMATS
from dateline.exports.reliability import judged_by
from dateline.store import open_case


def add_to(app: typer.Typer) -> None:
    app.command("export")(export)


def export(
    case: CaseFile,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write into; made if missing.")],
    format_: Annotated[str, typer.Option("--format", "-f", help=f"One of: {', '.join(FORMATS)}.")] = "jsonl",
    outlets: OutletList = None,
) -> None:
    """Write a case out for other programs, one file per kind of record.

    Example:

        dateline export my.db --format jsonl --out my-export
    """
    if format_ not in FORMATS:
        raise WrongUsage(f"--format {format_}: known are {', '.join(FORMATS)}")
    with open_case(case) as opened:
        written = FORMATS[format_](judged_by(opened.contents(), outlets), out)
    console().print(f"{len(written)} files in {out}")
