"""Where and when an incident was, when its events do not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.comparing.compare import compare
from dateline.model.case import Comparison
from dateline.model.place import Place
from dateline.model.reading import ReadReport
from dateline.model.span import Span
from dateline.model.time import Time
from tests.comparing.build_reports import MAP, Act, read, redate, span

TEXT = "On Tuesday shots were fired in Kelmar at a bus. Tovin is far away. Orm Tasker of Tovin spoke. Guns are cheap."


def compared(type_: str) -> Comparison:
    report = read("Echo", TEXT, [Act("fired", type=type_)], outlet="Echo", published="2031-05-08")
    at = span(TEXT, "Tuesday")
    times = (Time(at, "DATE", "2031-05-06", date(2031, 5, 6), date(2031, 5, 6), precision="day"),)
    places = tuple(place(name, start) for name, start in (("Kelmar", 31), ("Tovin", 48), ("Tovin", 81)))
    events = tuple(replace(event, begin=None) for event in report.reading.events)
    reading = replace(report.reading, times=times, places=places, events=events)
    return compare([ReadReport(report.report, reading)], redate=redate)[1]


def place(name: str, start: int) -> Place:
    number, lat, lon, precision = MAP[name]
    assert TEXT[start : start + len(name)] == name
    return Place(Span.cut(TEXT, start, start + len(name)), name, number, "XV", lat, lon, precision)


def test_the_sentence_that_tells_of_violence_gives_its_day_and_town() -> None:
    comparison = compared("ASSAULT")
    (incident,) = comparison.incidents
    assert incident.begin == incident.end == date(2031, 5, 6)
    assert [p.name for p in comparison.places if p.id in incident.places] == ["Kelmar"]


def test_a_days_name_beside_words_and_deals_dates_none() -> None:
    (incident,) = compared("CONCEDE").incidents
    assert incident.begin is None
