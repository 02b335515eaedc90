"""`dateline explain`: why the case says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline.cli.screen import AsJson, CaseFile, OutletList, console, print_json, print_table
from dateline.errors import WrongUsage
from dateline.exports.explaining import Explanation, Match, find_matches
from dateline.exports.known import Known, Quote
from dateline.exports.reliability import judged_by
from dateline.store import open_case

# Matches that are listed; whoever finds more needs another word.
MOST_LISTED = 30


def add_to(app: typer.Typer) -> None:
    app.command("explain")(explain)


def explain(
    case: CaseFile,
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT...", help="An id, the start of one, a name, or words of what happened.", show_default=False
        ),
    ],
    outlets: OutletList = None,
    as_json: AsJson = False,
) -> None:
    """Say in plain sentences why the case says so: why tellings are one incident, whose word it is, what stands
    against it, which numbers count, what is left out.

    Works for an incident, an actor, a contradiction, a shared passage, something announced, an event, a claim and a
    report. Where several things are meant they are listed.

    Examples:

        dateline explain my.db market shelling

        dateline explain my.db "Harbour Guild"

        dateline explain my.db i2d0fa
    """
    asked = " ".join(what)
    with open_case(case) as opened:
        known = Known(judged_by(opened.contents(), outlets))
    matches = find_matches(known, asked)
    if not matches:
        raise WrongUsage(
            f"nothing in {case} is called {asked!r}; fewer words find more, `dateline show {case}` lists the incidents"
            f" with their ids, `dateline search {case} {asked}` looks into the reports"
        )
    if len(matches) == 1:
        _show(known, matches[0].explain(), as_json=as_json)
    else:
        _list(matches, asked, case, as_json=as_json)


def _list(matches: Sequence[Match], asked: str, case: str, *, as_json: bool) -> None:
    if as_json:
        print_json([{"kind": match.kind, "id": match.id, "title": match.title} for match in matches])
        return
    shown = matches[:MOST_LISTED]
    more = f"; {len(matches) - len(shown)} more" if len(matches) > len(shown) else ""
    title = f"{len(matches)} things may be meant by {asked!r}{more}"
    print_table(title, ("kind!", "what", "id!"), ((match.kind, match.title, match.id) for match in shown))
    console().print(f"Explain one of them:  dateline explain {case} {shown[0].id}", highlight=False, soft_wrap=True)


def _show(known: Known, explanation: Explanation, *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(explanation))
    else:
        print_explanation(known, explanation)


def print_explanation(known: Known, explanation: Explanation) -> None:
    """Sentences under headings, each followed by its words and where they stand."""
    screen = console()
    screen.print(Text(explanation.title, style="bold"))
    screen.print(Text(f"{explanation.kind} {explanation.id}", style="dim"))
    screen.print(Text(explanation.summary))
    for section in explanation.sections:
        screen.print()
        screen.print(Text(section.heading, style="bold"))
        for line in section.lines:
            about = f"  [{line.about}]" if line.about else ""
            screen.print(Padding(Text(line.text).append(about, style="dim"), (0, 0, 0, 2), expand=False))
            for quote in line.quotes:
                _print_quote(known, screen, quote)


def _print_quote(known: Known, screen: Console, quote: Quote) -> None:
    """The words, those that count underlined, and the outlet with the characters where they stand."""
    words = Text("“" + _flat(quote.before))
    words.append(_flat(quote.words), style="underline").append(_flat(quote.after) + "”")
    where = f"  {known.outlet(known.reports[quote.report])}, {quote.report}, characters {quote.start} to {quote.end}"
    screen.print(Padding(words.append(where, style="dim"), (0, 0, 0, 6), expand=False))


def _flat(words: str) -> str:
    """Without line breaks; blanks at the borders stay."""
    return " ".join(words.replace("\n", " ").split(" "))
