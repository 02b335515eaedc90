"""`dateline verify`: does every statement still stand on its words?"""

from __future__ import annotations

import typer

from dateline.cli.read import counted
from dateline.cli.screen import AsJson, CaseFile, console, print_json, print_table
from dateline.store import open_case
from dateline.verification import Verified, verify_case


def add_to(app: typer.Typer) -> None:
    app.command("verify")(verify)


def verify(case: CaseFile, as_json: AsJson = False) -> None:
    """Check a case against its sources: the hash of every file, the words of every report, every span, every id.

    Exit status: 0 when all holds, 1 when something does not.
    """
    with open_case(case) as opened:
        verified = verify_case(opened)
    if as_json:
        faults = [{"where": fault.where, "fault": fault.fault} for fault in verified.faults]
        print_json({"reports": verified.reports, "spans": verified.spans, "faults": faults})
    else:
        _print_verified(verified)
    if verified.faults:
        raise typer.Exit(1)


def _print_verified(verified: Verified) -> None:
    if verified.faults:
        print_table("Faults", ("where", "what does not hold"), ((f.where, f.fault) for f in verified.faults))
    console().print(
        f"{counted(verified.reports, 'report')}, {counted(verified.spans, 'span')} checked:"
        f" {counted(len(verified.faults), 'fault')}"
    )
