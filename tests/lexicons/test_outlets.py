"""The user's own list of outlets: what it may hold, and what is said of a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import WrongUsage
from dateline.lexicons.outlets import Outlet, read_own_outlets


def listed(folder: Path, text: str) -> tuple[Outlet, ...]:
    path = folder / "outlets.csv"
    path.write_text(text, "utf-8")
    return read_own_outlets(path)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("name\nMerrow Echo\n", Outlet("Merrow Echo")),
        ("\ufeffname,owner\nMerrow Echo,Coast Media\n", Outlet("Merrow Echo", owner="Coast Media")),
        ("# our list\nName;x\n", None),
        ("name\towner\nMerrow Echo\tCoast Media\n\n", Outlet("Merrow Echo", owner="Coast Media")),
        (
            "name,aliases,hosts,country,state,owner\nMerrow Echo,Echo; ME,Echo.example,xv,no,\n",
            Outlet("Merrow Echo", ("Echo", "ME"), ("echo.example",), "XV", "no"),
        ),
        ("name,owner\n,Coast Media\nMerrow Echo\n", Outlet("Merrow Echo")),
    ],
    ids=["names only", "saved by a spreadsheet", "semicolons", "tabs", "every column", "a line without a name"],
)
def test_a_list_of_outlets_needs_nothing_but_names(tmp_path: Path, text: str, outlet: Outlet | None) -> None:
    if outlet is None:
        with pytest.raises(WrongUsage, match="no column name"):
            listed(tmp_path, text)
    else:
        assert listed(tmp_path, text) == (outlet,)


def test_a_list_that_is_no_text_is_named_in_the_error(tmp_path: Path) -> None:
    (tmp_path / "outlets.csv").write_bytes(b"name\n\xff\xfe\xfa\n")
    with pytest.raises(WrongUsage, match="not UTF-8"):
        read_own_outlets(tmp_path / "outlets.csv")
    with pytest.raises(WrongUsage, match="cannot be read"):
        read_own_outlets(tmp_path / "none.csv")
