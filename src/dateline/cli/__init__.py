"""What can a user type? One file per verb."""

from __future__ import annotations

import sys

import typer

from dateline.cli import decide, explain, export, parse, read, report, search, show, verify
from dateline.cli.screen import failed
from dateline.errors import DatelineError

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Turn a pile of news reports into a corroborated record of events, and keep who says so.

A first case:

    dateline read my-reports/ --case my.db

    dateline show my.db

    dateline report my.db -o dossier

Everything stays on this machine. Each command explains itself: dateline read --help""",
)
for verb in (read, show, explain, decide, report, export, search, verify, parse):
    verb.add_to(app)


@app.callback(invoke_without_command=True)
def _version(
    version: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True),
) -> None:
    if version:
        from dateline import __version__

        typer.echo(f"dateline {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; an error that Dateline knows is one clear line, never a traceback."""
    try:
        app()
    except DatelineError as error:
        failed(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        failed("stopped; what was read is kept, run the same command again to go on")
        sys.exit(130)
    except BrokenPipeError:  # `dateline show my.db | head`
        sys.stderr.close()
        sys.exit(0)
