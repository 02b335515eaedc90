"""`dateline search`: reports that hold these words."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from dateline.cli.screen import AsJson, CaseFile, print_json, print_table
from dateline.store import open_case


def add_to(app: typer.Typer) -> None:
    app.command("search")(search)


def search(
    case: CaseFile,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words; "a phrase" in quotation marks.')],
    limit: Annotated[int, typer.Option(help="At most this many reports.", min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """Find the reports that hold all of these words, best first. Accents do not matter; OR and NEAR work.

    Examples:

        dateline search my.db ceasefire

        dateline search my.db '"air strike" OR shelling'
    """
    with open_case(case) as opened:
        found = opened.search(" ".join(words), limit=limit)
    if as_json:
        print_json([asdict(report) for report in found])
        return
    print_table(f"{len(found)} found", ("headline", "words", "id"), ((f.title or "", f.excerpt, f.id) for f in found))
