"""`dateline read`: from files to a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from dateline.cli.screen import AsJson, console, print_json, print_table, progress_bar
from dateline.errors import WrongUsage
from dateline.pipeline import Summary, build_case
from dateline.settings import read_settings

PROBLEMS_SHOWN = 20


def add_to(app: typer.Typer) -> None:
    app.command("read")(read)


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, globs, - for standard input, or one URL."),
    ],
    case: Annotated[
        str, typer.Option("--case", "-c", help="The case file to build or extend. [env: DATELINE_CASE]")
    ] = "",
    field: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=PATH", help="Where a field lies in your records: published=meta.dct"),
    ] = None,
    places: Annotated[
        Path | None, typer.Option(help="Your own list of places (CSV with name,lat,lon or GeoJSON).", exists=True)
    ] = None,
    outlets: Annotated[
        Path | None,
        typer.Option(
            help="Your own list of outlets (CSV with name,aliases,hosts,country,state,owner,reliability).", exists=True
        ),
    ] = None,
    actors: Annotated[
        Path | None,
        typer.Option(
            help="Your own list of actors: CSV, YAML, FollowTheMoney, Wikidata, UCDP or ACLED (docs/actor-lists.md).",
            exists=True,
        ),
    ] = None,
    rule: Annotated[
        str, typer.Option(help="How differing tolls become a range: acled, ucdp, airwars or latest.")
    ] = "acled",
    afresh: Annotated[
        bool, typer.Option("--afresh", help="Compare all reports anew, where else few were added to a large case.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read reports and build a case of them, or extend one.

    Reads text, saved web pages, PDF, DOCX, RTF, mail, JSON, CSV, RSS, WARC and archives of these. A page that holds
    several articles becomes several reports. Files that have not changed since the last run are not read again; a run
    that was stopped goes on where it was. What a few reports add to a case of a thousand or more is compared with what
    it touches; all is compared anew when a twentieth was added, or with --afresh.

    Exit status: 0 when something was read, 1 when nothing was, 2 for wrong usage.

    Examples:

        dateline read reports/ --case syria.db

        dateline read export.jsonl --map published=meta.date --map text=body --case syria.db
    """
    case = case or read_settings().case or ""
    if not case:
        raise WrongUsage("name a case file: dateline read PATH... --case my.db")
    with progress_bar() as told:
        summary = build_case(
            paths,
            case=case,
            fields=fields_of(field),
            places=places,
            outlets=outlets,
            actors=actors,
            rule=rule,
            afresh=afresh,
            progress=told,
        )
    if as_json:
        print_json(summary_row(summary))
    else:
        _print_summary(summary, case)
    if not summary.reports:
        raise typer.Exit(1)


def fields_of(given: list[str] | None) -> dict[str, str]:
    """--map options as a mapping from a known field to its path in the records. Errors: WrongUsage."""
    fields = {}
    for option in given or []:
        field, equals, path = option.partition("=")
        if not (field and equals and path):
            raise WrongUsage(f"--map {option}: write FIELD=PATH, for example --map published=meta.dct")
        fields[field.strip()] = path.strip()
    return fields


def summary_row(summary: Summary) -> dict[str, object]:
    return {
        "files": summary.files,
        "unchanged": summary.unchanged,
        "reports": summary.reports,
        "not_read": summary.not_read,
        "copies": summary.copies,
        "claims": summary.claims,
        "events": summary.events,
        "incidents": summary.incidents,
        "standings": dict(summary.standings),
        "contradictions": summary.contradictions,
        "problems": [
            {"file": p.file, "part": p.part, "stage": p.stage, "reason": p.reason, "remedy": p.remedy}
            for p in summary.problems
        ],
    }


def _print_summary(summary: Summary, case: str) -> None:
    _print_problems(summary)
    shown = console()
    unchanged = f" ({summary.unchanged} unchanged since the last run)" if summary.unchanged else ""
    shown.print(f"{counted(summary.files, 'file')}{unchanged} → [bold]{counted(summary.reports, 'report')}[/]")
    if summary.not_read:
        shown.print(f"  {summary.not_read} kept but not read: in a language that the model does not read")
    shown.print(
        f"  {counted(summary.copies, 'shared passage')}, {counted(summary.claims, 'claim')},"
        f" {counted(summary.events, 'event')} → [bold]{counted(summary.incidents, 'incident')}[/]"
    )
    standings = ", ".join(f"{number} {standing}" for standing, number in sorted(summary.standings.items()))
    if standings:
        shown.print(f"  {standings}; {counted(summary.contradictions, 'contradiction')}")
    if summary.reports:
        hint = f"Look at it:  dateline show {escape(case)}   or   dateline report {escape(case)} -o dossier"
        shown.print(hint, soft_wrap=True)
    else:
        shown.print("Nothing was read.")


def _print_problems(summary: Summary) -> None:
    if not summary.problems:
        return
    rows = [
        (p.file if p.part is None else f"{p.file} [{p.part}]", p.reason, p.remedy)
        for p in summary.problems[:PROBLEMS_SHOWN]
    ]
    print_table(f"Problems ({len(summary.problems)})", ("file", "what was found", "what would help"), rows)
    if len(summary.problems) > PROBLEMS_SHOWN:
        console().print(f"… and {len(summary.problems) - PROBLEMS_SHOWN} more: dateline show CASE problems")


def counted(number: int, noun: str) -> str:
    """ "1 report", "3 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
