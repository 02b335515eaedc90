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


def dated(text: str, acts: list[Act], times: dict[str, tuple[date, str]], published: str) -> ReadReport:
    report = read("Echo", text, acts, outlet="Echo", published=published)
    found = tuple(Time(span(text, w), "DATE", None, d, d, precision=p) for w, (d, p) in times.items())
    events = tuple(replace(e, begin=None if not e.date else e.begin) for e in report.reading.events)
    return ReadReport(report.report, replace(report.reading, times=found, events=events))


def test_the_day_that_a_report_comes_back_to_dates_what_no_sentence_dates() -> None:
    text = (
        "A bus was hit. It happened on Tuesday. Police came that Tuesday night. A vigil is on Friday. In May rain fell."
    )
    times = {
        "on Tuesday": (date(2031, 5, 6), "day"),
        "that Tuesday night": (date(2031, 5, 6), "day"),
        "Friday": (date(2031, 5, 9), "day"),
    }
    report = dated(text, [Act("hit")], times, "2031-05-07")
    (incident,) = compare([report], redate=redate)[1].incidents
    assert incident.begin == incident.end == date(2031, 5, 6)


def test_a_year_that_is_recalled_beside_undated_events_dates_nothing() -> None:
    text = "A campus was stormed. Two were shot. It was the worst since a bombing in 1998."
    acts = [Act("stormed"), Act("shot"), Act("bombing", when=("1998", "1998-01-01"))]
    report = dated(text, acts, {}, "2031-05-07")
    events = tuple(replace(e, end=date(1998, 12, 31)) if e.date else e for e in report.reading.events)
    (incident,) = compare([ReadReport(report.report, replace(report.reading, events=events))], redate=redate)[
        1
    ].incidents
    assert incident.begin is None


def test_a_namesake_far_from_all_else_is_no_place_of_it() -> None:
    text = "Shots fell in Tovin and Kelmar suburb. A hospital in Kelmar took the wounded."
    report = read("Echo", text, [Act("fell", place="Tovin")], outlet="Echo", published="2031-05-07")
    spots = tuple(
        Place(span(text, name), name, number, "XV", lat, lon, precision)
        for name, (number, lat, lon, precision) in MAP.items()
        if name in ("Tovin", "Kelmar suburb")
    )
    number, lat, lon, precision = MAP["Kelmar"]
    town = Place(
        Span.cut(text, text.rindex("Kelmar"), text.rindex("Kelmar") + 6), "Kelmar", number, "XV", lat, lon, precision
    )
    (event,) = report.reading.events
    event = replace(event, place=tuple(p.span for p in spots), place_indices=(0, 1))
    reading = replace(report.reading, places=(*spots, town), events=(event,))
    comparison = compare([ReadReport(report.report, reading)], redate=redate)[1]
    (incident,) = comparison.incidents
    assert [p.name for p in comparison.places if p.id in incident.places] == ["Kelmar suburb"]
    assert incident.contested == ()
