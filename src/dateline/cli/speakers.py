"""`dateline show CASE speakers` and `dateline show CASE speaker NAME`: who said what when, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.cli.explain import print_explanation
from dateline.cli.screen import print_json
from dateline.errors import WrongUsage
from dateline.exports.explaining import Ledger, Speakers, explain_speaker
from dateline.exports.explaining.explanation import counted
from dateline.exports.explaining.speakers import outcomes
from dateline.exports.known import Known
from dateline.language.names import fold
from dateline.model.case import Contents
from dateline.model.rows import Row


def speaker_rows(contents: Contents) -> list[Row]:
    """A row per speaker: how much he says on what, takes back and announces."""
    known = Known(contents)
    return [_row(ledger) for ledger in Speakers(known).all()]


def _row(ledger: Ledger) -> Row:
    return {
        "id": ledger.actor.id,
        "name": ledger.actor.name,
        "kind": ledger.actor.kind,
        "statements": ledger.statements,
        "topics": [{"topic": t.name, "incident": t.incident, "statements": len(t.statements)} for t in ledger.topics],
        "reversals": [contradiction.id for contradiction in ledger.reversals],
        "announcements": [
            {
                "kind": a.kind,
                "event": a.event.id if a.event else None,
                "published": a.published,
                "window": [day.isoformat() for day in a.followup.window] if a.followup and a.followup.window else None,
                "condition": a.condition,
                "outcome": a.followup.outcome if a.followup else None,
                "by": list(a.followup.by) if a.followup else [],
                "text": a.quote.words,
            }
            for a in ledger.announcements
        ],
        "outcomes": outcomes(ledger.announcements),
    }


def speaker_cells(row: Mapping[str, Any]) -> Sequence[str]:
    """The cells of a table's row."""
    announced, became = len(row["announcements"]), f" ({row['outcomes']})" if row["outcomes"] else ""
    topics = f" on {counted(len(row['topics']), 'topic')}" if row["statements"] else ""
    return (
        row["name"],
        row["kind"],
        f"{row['statements']}{topics}",
        str(len(row["reversals"]) or ""),
        f"{announced}{became}" if announced else "",
        row["id"],
    )


def show_speaker(contents: Contents, case: str, name: str, *, as_json: bool) -> None:
    """One speaker's ledger. Errors: WrongUsage where nobody, or more than one, is called so."""
    known = Known(contents)
    speakers = Speakers(known)
    wanted = fold(name)
    ledgers = speakers.all()
    called = [led for led in ledgers if name and wanted in {fold(n) for n in _names(led)} | {led.actor.id}]
    found = called or [led for led in ledgers if name and any(wanted in fold(n) for n in _names(led))]
    if len(found) != 1:
        which = ", ".join(f"{led.actor.name} ({led.actor.id})" for led in found[:10])
        hint = f"who of these: {which}" if found else f"nobody who says anything; see: dateline show {case} speakers"
        raise WrongUsage(f"speaker {name!r}: {hint}" if name else f"name a speaker: dateline show {case} speaker NAME")
    if as_json:
        print_json(_row(found[0]))
    else:
        print_explanation(known, explain_speaker(known, found[0].actor, speakers))


def _names(ledger: Ledger) -> list[str]:
    return [ledger.actor.name, *(alias.name for alias in ledger.actor.aliases)]
