"""How is something shown in a terminal?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table

from dateline.pipeline import Progress as Told
from dateline.settings import read_settings

CaseFile = Annotated[str, typer.Argument(metavar="CASE", help="The case file.", show_default=False)]
OutletList = Annotated[
    Path | None,
    typer.Option(
        "--outlets", help="Your own list of outlets with their reliability (CSV with name,aliases,reliability)."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


def console(*, stderr: bool = False) -> Console:
    """A console that follows the user's settings; rules of width are rich's own."""
    return Console(stderr=stderr, no_color=read_settings().plain or None, highlight=False, soft_wrap=False)


def failed(message: str) -> None:
    """One line on standard error that says what went wrong."""
    console(stderr=True).print(f"[bold red]dateline:[/] {escape(message)}", soft_wrap=True)


def print_json(value: object) -> None:
    """JSON on standard output, as it is in the exports."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table; a column whose name ends in '!' is never broken, the others share what is left of the line."""
    table = Table(title=title, title_justify="left", header_style="bold", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name in columns:
        table.add_column(name.rstrip("!"), no_wrap=name.endswith("!"), overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    console().print(table)


@contextmanager
def progress_bar() -> Iterator[Told]:
    """A bar on standard error while work goes on; nothing where that is no terminal."""
    shown = console(stderr=True)
    columns = (TextColumn("{task.description:<14}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    with Progress(*columns, TimeRemainingColumn(), console=shown, transient=True, disable=not shown.is_terminal) as bar:
        tasks: dict[str, TaskID] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                for earlier in tasks.values():
                    bar.update(earlier, visible=False)
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield told
