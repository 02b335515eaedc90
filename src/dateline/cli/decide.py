"""`dateline decide`: a person has the last word, and can take it back."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.screen import AsJson, CaseFile, console, print_json, print_table, progress_bar
from dateline.deciding import make_decision, make_undo, new_ones, read_log
from dateline.errors import WrongUsage
from dateline.model.case import Contents
from dateline.model.decision import Decision
from dateline.model.rows import rows_of
from dateline.pipeline import compare_again
from dateline.settings import read_settings
from dateline.store import Case, open_case


class Verb(StrEnum):
    LIST = "list"
    MERGE = "merge"
    KEEP_APART = "keep-apart"
    SPLIT = "split"
    RENAME = "rename"
    REJECT = "reject"
    SET = "set"
    UNDO = "undo"
    IMPORT = "import"


# Verbs whose last word is no object: the new name, what is set.
_WITH_VALUE = (Verb.RENAME, Verb.SET)


def add_to(app: typer.Typer) -> None:
    app.command("decide")(decide)


def decide(
    case: CaseFile,
    verb: Annotated[Verb, typer.Argument(help="What to decide.")] = Verb.LIST,
    objects: Annotated[
        list[str] | None, typer.Argument(metavar="WHAT...", help="Names of actors, or ids; then what the verb needs.")
    ] = None,
    parts: Annotated[
        list[str] | None, typer.Option("--part", help="Of a split: a report or an event that belongs to another.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why; kept with the decision.")] = "",
    who: Annotated[str, typer.Option(help="Who decides. [env: DATELINE_WHO]", show_default=False)] = "",
    later: Annotated[bool, typer.Option("--later", help="Only write it down; the next comparison applies it.")] = False,
    as_json: AsJson = False,
) -> None:
    """Decide what the program cannot know, and see what was decided.

    A decision wins over the program's, is applied again whenever the case is compared or read anew, and is never
    deleted: undo takes it back, and undoing the undo brings it back.

    Examples:

        dateline decide my.db merge "Abu Tarik" "Tariq al-Masri" --reason "same man, court papers"

        dateline decide my.db keep-apart "Anna Dovlen" "Hanna Dovlen"

        dateline decide my.db split "Ali Hassan" --part REPORT

        dateline decide my.db rename "Nawras Front" "Nawras Movement"

        dateline decide my.db reject EVENT --reason "a film, not an attack"

        dateline decide my.db set INCIDENT killed=12

        dateline decide my.db undo 3

        dateline decide my.db import decisions.jsonl
    """
    with open_case(case) as opened:
        if verb is not Verb.LIST:
            made = _made(opened, verb, objects or [], parts or [], who or read_settings().who, reason)
            written = opened.decide(made)
            if written and not later:
                with progress_bar() as told:
                    compare_again(opened, progress=told)
        contents = opened.contents()
    if verb is Verb.LIST:
        _print_log(contents, as_json=as_json)
    else:
        _print_outcome(contents, written, later=later, as_json=as_json)


def _made(
    case: Case, verb: Verb, objects: Sequence[str], parts: Sequence[str], who: str, reason: str
) -> list[Decision]:
    if not objects:
        raise WrongUsage(f"{verb.value}: say what about; dateline decide --help has examples")
    if verb is Verb.IMPORT:
        return [decision for file in objects for decision in new_ones(case.decisions(), _log(file))]
    if verb is Verb.UNDO:
        if len(objects) > 1 or not objects[0].isdigit():
            raise WrongUsage("undo: say the number of one decision (dateline decide CASE list)")
        return [make_undo(case.decisions(), int(objects[0]), who=who, reason=reason)]
    value = None
    if verb in _WITH_VALUE:
        *objects, value = objects
    return [make_decision(case.contents(), verb.value, objects, who=who, reason=reason, value=value, parts=parts)]


def _log(file: str) -> list[Decision]:
    path = Path(file)
    if not path.is_file():
        raise WrongUsage(f"{file}: no such file; decisions.jsonl is written by dateline export")
    return read_log(path.read_text("utf-8").split("\n"))


def _print_log(contents: Contents, *, as_json: bool) -> None:
    rows = list(rows_of(contents, "decisions"))
    if as_json:
        print_json(rows)
    elif not rows:
        console().print("Nothing was decided yet. What may be decided: dateline show CASE suggestions")
    else:
        columns = ("no!", "decision", "who", "when!", "reason", "state")
        print_table("decisions", columns, map(_line, contents.decisions, rows))


def _line(decision: Decision, row: dict[str, object]) -> Sequence[str]:
    why = f" ({row['why']})" if row["why"] else ""
    state = f"{row['state']}{why}" if row["state"] else "not compared yet"
    return (str(decision.number), _said(decision), decision.who, decision.when[:10], decision.reason, state)


def _said(decision: Decision) -> str:
    if decision.undoes is not None:
        return f"undo {decision.undoes}"
    told = " | ".join(dict.fromkeys(subject.shown for subject in decision.subjects))
    return f"{decision.action} {told}" + (f" → {decision.value}" if decision.value else "")


def _print_outcome(contents: Contents, written: Sequence[Decision], *, later: bool, as_json: bool) -> None:
    numbers = {decision.number for decision in written}
    rows = [row for row in rows_of(contents, "decisions") if row["number"] in numbers]
    if as_json:
        print_json(rows)
        return
    if not written:
        console().print("Nothing new: the case holds these decisions already.")
    for decision, row in zip(written, rows, strict=True):
        state = "written down; it is applied when the case is compared next" if later else f"{row['state']}"
        why = f" ({row['why']})" if row["why"] and not later else ""
        console().print(f"{decision.number}: {_said(decision)} – {state}{why}", markup=False, soft_wrap=True)
