"""How are the pages of a dossier written?"""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline.exports.dossier.graph import draw_graph
from dateline.exports.dossier.ledger import draw_ledger
from dateline.exports.dossier.map import draw_map
from dateline.exports.dossier.svg import STANDING_COLOURS
from dateline.exports.dossier.timeline import draw_timeline
from dateline.exports.dossier.views import Dossier
from dateline.exports.explaining.incidents import ASKED, RULES
from dateline.exports.explaining.missing import NAMES
from dateline.exports.explaining.speakers import outcomes
from dateline.exports.known import bounds
from dateline.model.case import Contents, Incident
from dateline.model.event import AFFECTED

STATIC = ("dossier.css", "dossier.js")
FOLDERS = ("incidents", "reports", "actors")
LISTS = ("incidents", "reports", "actors", "speakers", "disputes", "copies", "problems")
STANDS_OUT = 8  # incidents on the first page


def write_dossier(contents: Contents, folder: Path) -> Path:
    """Write the dossier into the folder, made if missing, and replacing an older one; the page to open first.

    The same case always gives the same bytes. Nothing in it points to a network.
    """
    for name in ("", *FOLDERS):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for old in [page for name in FOLDERS for page in (folder / name).glob("*.html")]:
        old.unlink()
    for name in STATIC:
        (folder / name).write_bytes(files("dateline.exports.dossier").joinpath("static", name).read_bytes())
    _Writer(folder, Dossier(contents)).write_all()
    return folder / "index.html"


class _Writer:
    """Fills the templates."""

    def __init__(self, folder: Path, dossier: Dossier) -> None:
        self._folder, self._dossier = folder, dossier
        self._templates = Environment(
            loader=PackageLoader("dateline.exports.dossier"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(
            d=dossier,
            bounds=bounds,
            asked=ASKED,
            affected=AFFECTED,
            rules=RULES,
            detail_names=NAMES,
            outcomes=outcomes,
            here="",
        )

    def write_all(self) -> None:
        """Reports last: their pages bear an anchor for all words that other pages quote."""
        self._write_overview()
        for name in LISTS:
            self._write(f"{name}.html", f"{name}.html", root="", here=name)
        for incident in self._dossier.contents.comparison.incidents:
            self._write_incident(incident)
        for actor in self._dossier.contents.comparison.actors:
            self._write("actor.html", f"actors/{actor.id}.html", root="../", here="actors", actor=actor)
        for read in self._dossier.contents.reports:
            self._write("report.html", f"reports/{read.report.id}.html", root="../", here="reports", read=read)

    def _write_overview(self) -> None:
        dossier, found = self._dossier, self._dossier.contents.comparison
        days = dossier.days_shown()
        pictures = {
            "map": draw_map(dossier.spots()),
            "timeline": draw_timeline(found.incidents, *days) if days else None,
            "graph": draw_graph(found.actors, found.incidents),
        }
        self._write(
            "index.html",
            "index.html",
            root="",
            here="index",
            colours=STANDING_COLOURS,
            standings=Counter(incident.standing for incident in found.incidents),
            stands_out=dossier.incidents[:STANDS_OUT],
            pictures={name: Markup(drawn) for name, drawn in pictures.items() if drawn},
        )

    def _write_incident(self, incident: Incident) -> None:
        drawn = draw_ledger(self._dossier, incident)
        self._write(
            "incident.html",
            f"incidents/{incident.id}.html",
            root="../",
            here="incidents",
            incident=incident,
            explained=self._dossier.explanation(incident),
            hands=Markup(drawn) if drawn else None,
        )

    def _write(self, template: str, page: str, **values: object) -> None:
        text = self._templates.get_template(template).render(**values)
        (self._folder / page).write_text(text, "utf-8", newline="\n")
