"""Which outlets are there, and whose are they? The list that comes with Dateline, and the user's own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.errors import WrongUsage
from dateline.lexicons import load_csv
from dateline.model.grading import RELIABILITIES


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency. country: ISO 3166 alpha-2, "" if not known; state: yes, public or no.

    owner: the body whose word the outlet's own word is ("Varenian government", "Coast Media"), "" for nobody's.
    reliability: a letter of the Admiralty code, A to F, that a person gave it, "" for none.
    """

    name: str
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    country: str = ""
    state: str = ""
    owner: str = ""
    reliability: str = ""


@lru_cache(maxsize=1)
def known_outlets() -> tuple[Outlet, ...]:
    """The outlets of lexicons/outlets.csv."""
    return tuple(map(_outlet, load_csv("outlets.csv")))


def read_own_outlets(path: Path) -> tuple[Outlet, ...]:
    """The outlets of a user's CSV file with the column `name` and, if wanted, aliases and hosts (several parted by
    ";"), country, state, owner and reliability; lines that begin with "#" are comments.

    WrongUsage says what is wrong, and where.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WrongUsage(f"{path}: cannot be read ({error.strerror}): is the path right?") from error
    except UnicodeDecodeError as error:
        raise WrongUsage(f"{path}: not UTF-8 text: save the list as UTF-8") from error
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    # Not the semicolon, which parts aliases and hosts.
    delimiter = "\t" if lines and "\t" in lines[0] else ","
    reader = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=delimiter)
    columns = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    if "name" not in columns:
        raise WrongUsage(
            f"{path}: no column name: the first line must name the columns name (and aliases, hosts, country, state,"
            " owner if wanted), parted by commas"
        )
    rows = [{key: row.get(column) or "" for key, column in columns.items()} for row in reader]
    outlets = tuple(_outlet(row) for row in rows if row["name"].strip())
    for outlet in outlets:
        if outlet.reliability and outlet.reliability not in RELIABILITIES:
            letters = f"none of {', '.join(RELIABILITIES)}"
            raise WrongUsage(f"{path}: {outlet.name}: reliability {outlet.reliability!r} is {letters} (Admiralty code)")
    return outlets


def letters_of(outlets: Iterable[Outlet]) -> tuple[tuple[str, str], ...]:
    """The letters that a person gave, by each name of those who have one."""
    return tuple(
        (name, outlet.reliability)
        for outlet in outlets
        if outlet.reliability
        for name in (outlet.name, *outlet.aliases)
    )


def _outlet(row: Mapping[str, str]) -> Outlet:
    given = {key: (value or "").strip() for key, value in row.items() if isinstance(value, str)}
    return Outlet(
        given["name"],
        _parts(given.get("aliases", "")),
        tuple(host.lower() for host in _parts(given.get("hosts", ""))),
        given.get("country", "").upper(),
        given.get("state", "").lower(),
        given.get("owner", ""),
        given.get("reliability", "").upper(),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def with_own(own: Iterable[Outlet]) -> tuple[Outlet, ...]:
    """The outlets known and the user's own; where both have one of a name, the user's line stands."""
    mine = tuple(own)
    named = {outlet.name.casefold() for outlet in mine}
    return (*(outlet for outlet in known_outlets() if outlet.name.casefold() not in named), *mine)
