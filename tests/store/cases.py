"""A small invented report, read by hand, for the tests of the store."""

from datetime import date

from dateline.model.actor import Actor, Alias, Evidence
from dateline.model.case import CaseEvent, CasePlace, Comparison, Copies, Estimate, Figure, Incident, Range, Telling
from dateline.model.event import Event, Participant
from dateline.model.grading import Grading
from dateline.model.mention import Chain, Mention
from dateline.model.omissions import Coverage, Detail, DetailTold, Omissions, Silence
from dateline.model.place import Place
from dateline.model.reading import Reading, ReadReport
from dateline.model.report import Basis, Moment, Piece, Report
from dateline.model.span import NumberSpan, Span

TEXT = "Gunmen killed at least three people in Velm on Tuesday, the Korda Herald reported."
DAY = date(2031, 5, 6)


def words(said: str) -> Span:
    start = TEXT.index(said)
    return Span.cut(TEXT, start, start + len(said))


def invented_report(number: int = 1, file: str = "reports/a.txt") -> ReadReport:
    report = Report(
        id=f"r{number}", source_id=None, file=file, part=None, start=0, end=len(TEXT), outlet="Korda Herald",
        title="Attack in Velm", byline=None, published=Moment("2031-05-06", "stated in the text"), updated=None,
        agency=None, dateline=None, url=None, language="en", text=TEXT, sha256="0" * 64,
        pieces=(Piece(0, len(TEXT), 0, len(TEXT)),), published_basis=Basis.STATED,
    )  # fmt: skip
    return ReadReport(report, Reading(
        text=TEXT,
        published=DAY,
        sentences=(Span.cut(TEXT, 0, len(TEXT)),),
        mentions=(Mention(words("Gunmen"), "person", 0),),
        chains=(Chain("Gunmen", "role", False, (), (0,)),),
        events=(event(),),
        places=(Place(words("Velm"), "Velm", None, None, None, None, "town"),),
    ))  # fmt: skip


def event() -> Event:
    killed = words("at least three")
    return Event(
        words("killed"), "ASSAULT", "firearms", "actual", actor=(Participant(words("Gunmen"), 0),),
        place=(words("Velm"),), place_indices=(0,), begin=DAY, end=DAY, date_basis=Basis.RELATIVE,
        killed=(NumberSpan(killed.start, killed.end, killed.text, 3, None),),
    )  # fmt: skip


def told_killed() -> DetailTold:
    return DetailTold("Korda Herald", "at least three", (Evidence("r1", words("at least three")),))


def conclusions() -> Comparison:
    placed = CaseEvent("e1", "r1", 0, event(), ("a1",), (), ("p1",), DAY, DAY, Basis.RELATIVE, None)
    return Comparison(
        events=(placed,),
        actors=(Actor("a1", "Gunmen", "role", (Alias("Gunmen", ("r1",), DAY, DAY),), (), (("r1", 0),)),),
        places=(CasePlace("p1", "Velm", None, None, None, None, "town"),),
        copies=(Copies(("r1",), "verbatim", (Evidence("r1", words("Gunmen killed")),), None),),
        incidents=(Incident(
            "i1", "ASSAULT", "firearms", DAY, DAY, ("p1",), ("a1",), (), Range(3, 3, None), None, ("e1",), ("r1",),
            1, "single-origin", (), (), ("Echo",),
            (Telling("r1", None, ("Echo",), "Echo", "A report without an outlet credits Echo.", ("e1",)),),
            (Figure(
                "killed", 3, None, Evidence("r1", words("at least three")), "people", None, None, DAY, "e1", "Echo",
                True,
            ),),
            (Estimate("killed", "acled", 3), Estimate("killed", "airwars", None)),
        ),),
        omissions=(Omissions(
            "i1", (DAY, DAY), (Coverage("Korda Herald", ("r1",)),),
            (Detail("killed", (told_killed(),), ("Velm Mail",)),),
            (Silence("Coast Gazette", 2),),
        ),),
        gradings=(Grading("i1", "weak", "Weak: a single origin tells it.", 3, "Possibly true: a single origin."),),
    )  # fmt: skip
