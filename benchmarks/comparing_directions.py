"""Is it told who had a copied passage first? Texts of ../shared are printed twice, as outlets print and credit them.

    python -m benchmarks.comparing_directions [../shared] [how many texts]

Each text is printed by one outlet and copied by another (whole, cut, or inside another story), with one clue: a credit
at the foot, a dateline, a byline, a line that names the outlet it is from, a day, an hour. The pages are segmented as
any file is, so that the credits are read and not given. Prints, per clue, the share of copies whose origin is told
rightly, wrongly, or left open; with no clue at all, an origin that is told is wrong. Then the copies of the invented
sample against its gold.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from benchmarks.comparing_copies import cut, embedded, texts_of
from dateline.comparing.identities import spell_out_credits
from dateline.comparing.origins import find_origins
from dateline.intake import list_files, read_file
from dateline.lexicons import load_yaml
from dateline.model.document import Document, Given, Medium
from dateline.model.reading import Reading, ReadReport
from dateline.model.report import Report
from dateline.reading.reports import find_reports

OUTLETS = ("Merrow Echo", "Coast Daily", "Harbour Herald", "The Tovin Post", "Radio Orsk", "Kelmar Gazette")
TOWNS = ("KELMAR", "MERROW", "TOVIN", "PORT AVEN")
NAMES = ("Orm Tasker", "Ida Marsh", "Sigrun Dahl", "Pell Harrow")
SAMPLE = Path(__file__).parents[1] / "samples"


@dataclass(frozen=True)
class Printed:
    """A page: its words, the outlet and the moment that come with it."""

    text: str
    outlet: str
    published: str | None = None


@dataclass(frozen=True)
class Twice:
    """The first printing, the copy, and who had it first (None: nothing tells)."""

    first: Printed
    copy: Printed
    origin: str | None


Maker = Callable[[str, str, random.Random], Twice]


def _outlets(chance: random.Random) -> tuple[str, str]:
    first, second = chance.sample(OUTLETS, 2)
    return first, second


def _agency(chance: random.Random) -> str:
    """An agency whose short name is how it is credited."""
    return chance.choice([name for name, written in load_yaml("agencies.yaml").items() if name in written])


def credit(text: str, copy: str, chance: random.Random) -> Twice:
    """The copy ends with "(AFP)" or "- AFP"."""
    (first, second), agency = _outlets(chance), _agency(chance)
    foot = chance.choice((f" ({agency})", f"\n\n({agency})", f" - {agency}", f"\n\n{agency}"))
    return Twice(Printed(text, first), Printed(copy + foot, second), agency)


def dateline(text: str, copy: str, chance: random.Random) -> Twice:
    """The copy begins "KELMAR, May 4 (AFP) - "."""
    (first, second), agency = _outlets(chance), _agency(chance)
    head = chance.choice(
        (f"{chance.choice(TOWNS)}, May 4 ({agency}) - ", f"{chance.choice(TOWNS)} ({agency}) -- ", f"{agency} - ")
    )
    return Twice(Printed(text, first), Printed(head + copy, second), agency)


def byline(text: str, copy: str, chance: random.Random) -> Twice:
    """The copy is signed "By Ida Marsh, AFP"."""
    (first, second), agency = _outlets(chance), _agency(chance)
    line = chance.choice((f"By {chance.choice(NAMES)}, {agency}", f"By {agency}"))
    page = f"Reports of the day from the coast\n\n{line}\n\n{copy}"
    return Twice(Printed(text, first), Printed(page, second), agency)


def named(text: str, copy: str, chance: random.Random) -> Twice:
    """The copy names the outlet that it is from."""
    first, second = _outlets(chance)
    foot = chance.choice(
        (f"Source: {first}", f"This article first appeared in {first}.", f"{first} reported this first.")
    )
    return Twice(Printed(text, first), Printed(f"{copy}\n\n{foot}", second), first)


def day(text: str, copy: str, chance: random.Random) -> Twice:
    """The copy is of a later day."""
    first, second = _outlets(chance)
    later = f"2031-05-{chance.randrange(5, 9):02}"
    return Twice(Printed(text, first, "2031-05-04"), Printed(copy, second, later), first)


def hour(text: str, copy: str, chance: random.Random) -> Twice:
    """The copy is of a later hour, on another zone's clock."""
    first, second = _outlets(chance)
    at = chance.randrange(6, 12)
    early, late = f"2031-05-04T{at + 3:02}:10+03:00", f"2031-05-04T{at + 2:02}:40+01:00"
    return Twice(Printed(text, first, early), Printed(copy, second, late), first)


def no_clue(text: str, copy: str, chance: random.Random) -> Twice:
    """Nothing tells who had it first."""
    first, second = _outlets(chance)
    return Twice(Printed(text, first), Printed(copy, second), None)


CLUES: tuple[Maker, ...] = (credit, dateline, byline, named, day, hour, no_clue)


def main(shared: Path, most: int) -> None:
    """Prints the table of clues, then the sample's copies."""
    chance = random.Random(11)
    # Texts that bear a credit of their own, as old dispatches do, would tell another truth.
    texts = [t for t in texts_of(shared, 3 * most, chance) if not _read("text", Printed(t, "")).report.agency][:most]
    every: Counter[str] = Counter()
    for make in CLUES:
        told: Counter[str] = Counter()
        for at, text in enumerate(texts):
            text, other = text[:4000], texts[(at + len(texts) // 2) % len(texts)][:4000]
            # A cut without a clue is told by the fuller text, and rightly so; an embedding is not.
            ways = (embedded,) if make is no_clue else (cut, embedded)
            copied = chance.choice(ways)(text, other, chance)
            told[_judged(make(text, copied.text, chance))] += 1
        every += told if make is not no_clue else Counter()
        _print(make.__name__, told)
    _print("all", every)
    _print_sample()


def _judged(twice: Twice) -> str:
    """right, wrong, open, or "not found" where no copy was found at all."""
    reports = [_read(name, page) for name, page in (("first.txt", twice.first), ("copy.txt", twice.copy))]
    copies = max(find_origins(reports).copies, key=lambda c: len(c.spans[0].span.text), default=None)
    if copies is None:
        return "not found"
    if copies.origin is None:
        return "right" if twice.origin is None else "open"
    return "right" if copies.origin == twice.origin else "wrong"


def _read(file: str, page: Printed) -> ReadReport:
    given = Given(outlet=page.outlet, published=page.published)
    (report, *_) = find_reports(Document(file, None, Medium.RECORD, page.text, "", given))
    return ReadReport(report, Reading(report.text, None))


def _print(name: str, told: Counter[str]) -> None:
    total = max(1, told.total() - told["not found"])
    shares = ", ".join(f"{kind} {told[kind] / total:.3f}" for kind in ("right", "wrong", "open"))
    print(f"{name:10} {shares} (of {total})")


def _print_sample() -> None:
    """Pairs of the sample's verbatim and near copies that are found, and origins that are told rightly."""
    rows = [json.loads(line) for line in (SAMPLE / "gold" / "copies.jsonl").read_text("utf-8").splitlines()]
    titles = {
        (row["title"], row["file"]): row["id"]
        for row in map(json.loads, (SAMPLE / "gold" / "reports.jsonl").read_text("utf-8").splitlines())
    }
    reports = spell_out_credits([_named(report, titles) for report in _sample_reports()])
    copies = [c for c in find_origins(reports).copies if c.kind != "quote"]
    wanted = {p for row in rows if row["kind"] != "quote" for p in combinations(sorted(row["reports"]), 2)}
    alike = {p for row in rows for p in combinations(sorted(row["reports"]), 2)}
    found = {p for c in copies for p in combinations(sorted(c.reports), 2)}
    told = [any(set(row["reports"]) <= set(c.reports) and c.origin == row["origin"] for c in copies) for row in rows]
    dispatches = [right for row, right in zip(rows, told, strict=True) if row["kind"] != "quote"]
    print(
        f"sample     P {len(found & alike) / max(1, len(found)):.3f} R {len(found & wanted) / len(wanted):.3f},"
        f" origin right {sum(dispatches)} of {len(dispatches)}"
    )


def _sample_reports() -> list[Report]:
    entries = list_files([str(SAMPLE / "reports")], lambda _: None)
    documents = (d for entry in entries for d in read_file(entry, problems=lambda _: None))
    return [report for document in documents for report in find_reports(document)]


def _named(report: Report, titles: dict[tuple[str, str], str]) -> ReadReport:
    """The report under its gold id, where it has one."""
    file = report.file.partition("samples/reports/")[2] or report.file
    known = next((name for (title, of), name in titles.items() if of == file and title == report.title), report.id)
    return ReadReport(replace(report, id=known), Reading(report.text, None))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"), int(sys.argv[2]) if len(sys.argv) > 2 else 200)
