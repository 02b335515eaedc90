"""`dateline report`: a case to look at in a browser, or on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.screen import CaseFile, OutletList, console
from dateline.exports.dossier import write_dossier
from dateline.exports.reliability import judged_by
from dateline.store import open_case


def add_to(app: typer.Typer) -> None:
    app.command("report")(report)


def report(
    case: CaseFile,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write into; made if missing.")],
    open_it: Annotated[bool, typer.Option("--open", help="Open it in the browser when it is written.")] = False,
    outlets: OutletList = None,
) -> None:
    """Write a dossier: pages with map, timeline, relations and every statement linked to its words.

    The folder is complete in itself: it opens without a network, and can be copied or printed.

    Example:

        dateline report my.db -o dossier --open
    """
    with open_case(case) as opened:
        start = write_dossier(judged_by(opened.contents(), outlets), out)
    console().print(f"Dossier written: {start}", soft_wrap=True)
    if open_it:
        typer.launch(start.resolve().as_uri())
