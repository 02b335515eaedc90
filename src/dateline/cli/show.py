"""`dateline show`: a case in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

import typer

from dateline.cli.screen import AsJson, CaseFile, print_json, print_table
from dateline.cli.speakers import show_speaker, speaker_cells, speaker_rows
from dateline.exports.known import Known
from dateline.model.case import Contents
from dateline.model.event import COUNTED
from dateline.model.reading import Reading
from dateline.model.rows import Row, rows_of
from dateline.model.span import Span
from dateline.store import open_case

QUOTED = 100  # characters of a quotation in a table
NAMES_SHOWN = 4


class Kind(StrEnum):
    INCIDENTS = "incidents"
    REPORTS = "reports"
    ACTORS = "actors"
    CLAIMS = "claims"
    EVENTS = "events"
    CONTESTED = "contested"
    COPIES = "copies"
    CONTRADICTIONS = "contradictions"
    FOLLOWUPS = "followups"
    OMISSIONS = "omissions"
    SPEAKERS = "speakers"
    SPEAKER = "speaker"
    SUGGESTIONS = "suggestions"
    PROBLEMS = "problems"


def add_to(app: typer.Typer) -> None:
    app.command("show")(show)


def show(
    case: CaseFile,
    kind: Annotated[Kind, typer.Argument(help="What to list.")] = Kind.INCIDENTS,
    name: Annotated[str, typer.Argument(help="With `speaker`: whose statements to show.", show_default=False)] = "",
    actor: Annotated[str, typer.Option(help="Only rows that involve an actor with this in a name.")] = "",
    place: Annotated[str, typer.Option(help="Only incidents and events at a place with this in its name.")] = "",
    standing: Annotated[str, typer.Option(help="Only incidents of this standing (corroborated, contested …).")] = "",
    type_: Annotated[str, typer.Option("--type", help="Only this PLOVER type (ASSAULT, PROTEST …).")] = "",
    since: Annotated[str, typer.Option(help="Only from this day on (2016-03-01).")] = "",
    until: Annotated[str, typer.Option(help="Only up to this day.")] = "",
    limit: Annotated[int, typer.Option(help="At most this many rows; 0 for all.", min=0)] = 50,
    as_json: AsJson = False,
) -> None:
    """List what a case holds, as a table or as JSON.

    Examples:

        dateline show my.db incidents --standing contested

        dateline show my.db claims --actor ministry --json

        dateline show my.db speakers

        dateline show my.db speaker "Orm Tasker"
    """
    with open_case(case) as opened:
        contents = opened.contents()
    if kind is Kind.SPEAKER:
        show_speaker(contents, case, name, as_json=as_json)
        return
    listing = _Listing(contents)
    rows = [
        row
        for row in listing.rows(kind)
        if listing.matches(row, actor=actor, place=place)
        and (not standing or row.get("standing") == standing)
        and (not type_ or row.get("type") == type_.upper())
        and _within(row, since, until)
    ]
    shown = rows[: limit or None]
    if as_json:
        print_json(shown)
        return
    columns, cells = listing.table(kind)
    title = f"{kind} ({len(rows)})" if len(shown) == len(rows) else f"{kind} ({len(shown)} of {len(rows)}; --limit 0)"
    print_table(title, columns, (cells(row) for row in shown))


def _within(row: Mapping[str, Any], since: str, until: str) -> bool:
    """Whether the row's days touch those asked for; a row without a day does only when none are asked for."""
    days = [str(row[key]) for key in ("begin", "end", "published") if row.get(key)]
    if not days:
        return not (since or until)
    return (not since or max(days) >= since) and (not until or min(days) <= until)


class _Listing:
    """The rows of a case, with names in the place of ids."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        found = contents.comparison
        self._actors = {actor.id: actor.name for actor in found.actors}
        self._aliases = {
            actor.id: " ".join([actor.name, *(alias.name for alias in actor.aliases)]).casefold()
            for actor in found.actors
        }
        self._places = {place.id: place.name for place in found.places}
        self._reports = {
            read.report.id: read.report.outlet or read.report.file.rpartition("/")[2] for read in contents.reports
        }
        readings = {read.report.id: read.reading for read in contents.reports}
        self._sentences = {event.id: _sentence(readings[event.report], event.event.trigger) for event in found.events}

    def rows(self, kind: Kind) -> list[Row]:
        if kind is Kind.PROBLEMS:
            return [
                {"file": p.file, "part": p.part, "stage": p.stage, "reason": p.reason, "remedy": p.remedy}
                for p in self._contents.problems
            ]
        if kind is Kind.SPEAKERS:
            return speaker_rows(self._contents)
        if kind is Kind.CONTESTED:
            return [row for row in rows_of(self._contents, "incidents") if row["contested"]]
        return list(rows_of(self._contents, kind))

    def matches(self, row: Mapping[str, Any], *, actor: str, place: str) -> bool:
        ids = set(_strings(row))
        return (not actor or any(actor.casefold() in self._aliases[i] for i in ids & self._aliases.keys())) and (
            not place or any(place.casefold() in self._places[i].casefold() for i in ids & self._places.keys())
        )

    def table(self, kind: Kind) -> tuple[Sequence[str], Callable[[Mapping[str, Any]], Sequence[str]]]:
        """The columns of a kind, and how a row fills them."""
        return {
            Kind.INCIDENTS: (("when!", "what happened", "toll", "standing", "id!"), self._incident),
            Kind.CONTESTED: (("incident!", "when!", "what is contested", "sides"), self._contested),
            Kind.REPORTS: (("published!", "outlet", "headline", "agency", "language", "id!"), self._report),
            Kind.ACTORS: (("name", "kind", "also called", "relations", "id!"), self._actor),
            Kind.CLAIMS: (("who says so", "told by", "how", "words", "report"), self._claim),
            Kind.EVENTS: (("when!", "what", "words", "who", "to whom", "where", "report"), self._event),
            Kind.COPIES: (("kind", "origin", "reports", "words", "id!"), self._copies),
            Kind.CONTRADICTIONS: (("kind", "about", "one side", "the other side", "id!"), self._contradiction),
            Kind.FOLLOWUPS: (("announced", "window", "outcome", "why", "id!"), self._followup),
            Kind.OMISSIONS: (("incident", "left out by", "not covered by", "id!"), self._omissions),
            Kind.SPEAKERS: (("speaker", "kind!", "said!", "takes back", "announced", "id!"), speaker_cells),
            Kind.SUGGESTIONS: (("id!", "score!", "one", "the other", "why"), self._suggestion),
            Kind.PROBLEMS: (("file", "what was found", "what would help"), _problem),
        }[kind]

    def _incident(self, row: Mapping[str, Any]) -> Sequence[str]:
        what = " ".join(filter(None, (row["type"], row["mode"])))
        who = " → ".join(filter(None, (self._named(row["actors"]), self._named(row["recipients"]))))
        where = ", ".join(self._places[i] for i in row["places"])
        tolls = [f"{_range(row[kind])} {kind}" for kind in COUNTED if row[kind] is not None]
        told = f"{len(row['reports'])} reports, {row['origins']} origins" if len(row["reports"]) > 1 else ""
        happened = f"{what}: {who}" if who else what
        return (
            _interval(row),
            f"{happened}; {where}" if where else happened,
            ", ".join(tolls),
            f"{row['standing']} ({told})" if told else row["standing"],
            row["id"],
        )

    def _contested(self, row: Mapping[str, Any]) -> Sequence[str]:
        sides = [
            f"{c['attribute']}: "
            + " / ".join(f"{self._actors.get(v['value'], v['value'])} ({v['origins']})" for v in c["values"])
            for c in row["contested"]
        ]
        return row["id"], _interval(row), ", ".join(c["attribute"] for c in row["contested"]), "\n".join(sides)

    def _report(self, row: Mapping[str, Any]) -> Sequence[str]:
        published = row["published"] or "unknown"
        if row["published_basis"] == "inferred":
            published += " (inferred)"
        language = row["language"] or "?"
        return (
            published,
            row["outlet"] or "",
            row["title"] or _short(row["text"]),
            row["agency"] or "",
            language if row["read"] else f"{language} (not read)",
            row["id"],
        )

    def _actor(self, row: Mapping[str, Any]) -> Sequence[str]:
        others = [alias["name"] for alias in row["aliases"] if alias["name"] != row["name"]]
        relations = [f"{r['type']} {self._actors.get(r['with'], r['with'])}" for r in row["relations"]]
        decided = f" (decision {', '.join(map(str, row['decided']))})" if row["decided"] else ""
        return row["name"] + decided, row["kind"], ", ".join(others), ", ".join(relations), row["id"]

    def _claim(self, row: Mapping[str, Any]) -> Sequence[str]:
        source = row["source"]
        speaker = "unnamed" if source is None else self._actors.get(source["actor"], source["text"])
        words = " … ".join(part["text"] for part in row["content"])
        return speaker, self._named(row["via"]), row["modality"], _short(words), self._reports[row["report"]]

    def _event(self, row: Mapping[str, Any]) -> Sequence[str]:
        what = " ".join(filter(None, (row["type"], row["mode"], "" if row["status"] == "actual" else row["status"])))
        return (
            _interval(row),
            what,
            row["trigger"]["text"],
            self._filled(row["actor"]),
            self._filled(row["recipient"]),
            ", ".join(self._places.get(p["place"], p["text"]) for p in row["place"]),
            self._reports[row["report"]],
        )

    def _copies(self, row: Mapping[str, Any]) -> Sequence[str]:
        outlets = ", ".join(dict.fromkeys(self._reports[i] for i in row["reports"]))
        return row["kind"], row["origin"] or "unknown", outlets, _short(row["spans"][0]["text"]), row["id"]

    def _contradiction(self, row: Mapping[str, Any]) -> Sequence[str]:
        sides = [_short(" … ".join(e["text"] for e in side["evidence"])) for side in row["sides"]]
        return row["kind"], row["topic"], *[*sides, "", ""][:2], row["id"]

    def _followup(self, row: Mapping[str, Any]) -> Sequence[str]:
        window = " to ".join(row["window"]) if row["window"] else "open"
        return self._sentences.get(row["event"], row["event"]), window, row["outcome"], row["why"], row["event"]

    def _omissions(self, row: Mapping[str, Any]) -> Sequence[str]:
        left_out = [f"{d['detail']}: {_few(d['left_out'])}" for d in row["details"] if d["left_out"]]
        silent = _few([silent["outlet"] for silent in row["not_covered"]])
        title = self._known.title(self._known.incidents_by_id[row["incident"]])
        return title, "\n".join(left_out), silent, row["incident"]

    @cached_property
    def _known(self) -> Known:
        return Known(self._contents)

    def _suggestion(self, row: Mapping[str, Any]) -> Sequence[str]:
        one, other = (self._actors.get(i, n) for i, n in zip(row["actors"], row["names"], strict=True))
        return row["id"], f"{row['score']:.2f}", one, other, row["why"][0]

    def _named(self, ids: Iterable[str]) -> str:
        """Names, none twice, and not more than can be read in a table."""
        names = list({name.casefold(): name for name in (self._actors.get(i, i) for i in ids)}.values())
        more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
        return ", ".join(names[:NAMES_SHOWN]) + more

    def _filled(self, participants: Iterable[Mapping[str, Any]]) -> str:
        return ", ".join(self._actors.get(p["actor"], p["text"]) for p in participants)


def _few(names: Sequence[str]) -> str:
    """As many names as fit on a line of a table."""
    more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
    return ", ".join(names[:NAMES_SHOWN]) + more


def _sentence(reading: Reading, trigger: Span) -> str:
    """The sentence of a trigger, shortened around it."""
    sentence = next((s for s in reading.sentences if s.start <= trigger.start < s.end), trigger)
    start = max(sentence.start, trigger.start - QUOTED // 2)
    return "…" * (start > sentence.start) + _short(reading.text[start : max(sentence.end, trigger.end)])


def _problem(row: Mapping[str, Any]) -> Sequence[str]:
    return row["file"] if row["part"] is None else f"{row['file']} [{row['part']}]", row["reason"], row["remedy"]


def _interval(row: Mapping[str, Any]) -> str:
    begin, end = row["begin"], row["end"]
    if begin == end:
        return begin or "unknown"
    if begin is None:
        return f"by {end}"
    return f"{begin}\nto {end}" if end else f"from {begin}"


def _range(counted: Mapping[str, Any] | None) -> str:
    if counted is None:
        return ""
    if counted["min"] == counted["max"]:
        return str(counted["min"])
    if counted["max"] is None and counted["best"] in (None, counted["min"]):
        return f"{counted['min']}+"
    best = "" if counted["best"] is None else f" ({counted['best']})"
    return f"{counted['min']}{'+' if counted['max'] is None else '–' + str(counted['max'])}{best}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= QUOTED else words[: QUOTED - 1] + "…"


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
