"""How is a picture written down? A few words of SVG, escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

STANDING_COLOURS = {
    "corroborated": "#1a7f5a",
    "single-origin": "#8a6d1d",
    "contested": "#b3401f",
    "denied": "#6b4c9a",
}
"""Told apart in print and by colour-blind readers by their lightness as well."""


def element(name: str, *inside: str, **attributes: object) -> str:
    """One SVG element; `_` in an attribute's name becomes `-`, a trailing one is dropped; None leaves it out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>"


def words(said: str, **attributes: object) -> str:
    """A text element."""
    return element("text", escape(said), **attributes)


def hint(said: str) -> str:
    """What shows when the pointer rests on it."""
    return element("title", escape(said))


def picture(inside: Iterable[str], *, width: float, height: float, label: str, name: str) -> str:
    """A whole picture that scales with the page; `label` says in words what it shows."""
    return element(
        "svg",
        *inside,
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        class_=f"picture {name}",
        role="img",
        aria_label=label,
        xmlns="http://www.w3.org/2000/svg",
    )


def _number(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
