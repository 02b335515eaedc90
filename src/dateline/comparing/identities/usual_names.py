"""Under which name does an outlet or agency go, whichever of its names is used?"""

from __future__ import annotations

from functools import cache

from dateline.language.names import fold
from dateline.lexicons import load_csv, load_yaml


@cache
def usual_names() -> dict[str, str]:
    """Folded names of known outlets and agencies -> the one that each goes by."""
    usual: dict[str, str] = {}
    for name, written in load_yaml("agencies.yaml").items():
        usual |= {fold(alias): fold(name) for alias in (name, *(written if isinstance(written, list) else ()))}
    for row in load_csv("outlets.csv"):
        aliases = (row["name"], *(row["aliases"] or "").split(";"))
        usual |= {fold(alias): fold(row["name"]) for alias in aliases if alias}
    return usual
