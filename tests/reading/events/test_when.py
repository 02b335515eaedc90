"""Is an event dated by its own words, and only by them?"""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model.report import Basis

DAY = date(2016, 3, 15)


def test_a_stated_day_dates_its_event(stage) -> None:
    scene = stage("Raiders shelled Velm on 3 May 2016.").time("3 May 2016", "2016-05-03")
    event = scene.mark("shelled", date=["3 May 2016"]).only()
    assert (event.begin, event.end, event.date_basis) == (date(2016, 5, 3), date(2016, 5, 3), Basis.STATED)


def test_a_weekday_is_relative_to_the_report(stage) -> None:
    scene = stage("Raiders shelled Velm on Monday.").time("Monday", "2016-03-14", relative=True)
    event = scene.mark("shelled", date=["Monday"]).only()
    assert (event.begin, event.date_basis) == (date(2016, 3, 14), Basis.RELATIVE)


def test_a_time_in_the_clause_dates_an_event_that_the_model_left_undated(stage) -> None:
    event = stage("On Monday raiders shelled Velm.").time("Monday", "2016-03-14", relative=True).mark("shelled").only()
    assert [d.text for d in event.date] == ["Monday"]
    assert event.begin == date(2016, 3, 14)


def test_the_deadline_of_what_is_threatened_does_not_date_the_threat(stage) -> None:
    scene = stage("Raiders threatened to take Velm by 31 March 2016.").time("31 March 2016", "2016-03-31")
    event = scene.mark("threatened", "THREATEN", date=["31 March 2016"]).only()
    assert (event.date, event.begin) == ((), None)


def test_the_day_of_a_statement_is_not_the_day_of_the_act(stage) -> None:
    text = "Raiders shelled Velm, officials said on Monday."
    event = stage(text).time("Monday", "2016-03-14", relative=True).mark("shelled").only()
    assert event.begin is None


def test_the_time_of_another_event_is_left_to_it(stage) -> None:
    scene = stage("On Monday the court tried raiders over attacks on Velm.").time("Monday", "2016-03-14", relative=True)
    tried, attacks = scene.mark("tried", "ACCUSE", date=["Monday"]).mark("attacks").read()
    assert tried.begin == date(2016, 3, 14)
    assert attacks.begin is None


def test_without_a_time_the_report_is_the_latest_day_of_what_happened(stage) -> None:
    scene = stage("Raiders shelled Velm.").mark("shelled")
    scene.published = DAY
    event = scene.only()
    assert (event.begin, event.end, event.date_basis) == (None, DAY, Basis.PUBLISHED)


def test_nothing_is_dated_without_a_day_of_publication(stage) -> None:
    event = stage("Raiders shelled Velm.").mark("shelled").only()
    assert (event.begin, event.end, event.date_basis) == (None, None, None)


def test_what_has_not_happened_is_not_dated_by_the_report(stage) -> None:
    scene = stage("Raiders will storm Velm.").mark("storm", status="future")
    scene.published = DAY
    assert scene.only().date_basis is None


def test_a_deadline_opens_a_window_from_the_report_on(stage) -> None:
    scene = stage("They will attack within the next 48 hours.")
    scene.time("the next 48 hours", None, kind="DURATION", value="PT48H").mark("attack", date=["the next 48 hours"])
    scene.published = DAY
    event = scene.only()
    assert (event.status, event.begin, event.end) == ("future", DAY, date(2016, 3, 17))


def test_two_days_side_by_side_are_one_interval(stage) -> None:
    scene = stage("Clashes shook Velm on 3 May and 4 May.").time("3 May", "2016-05-03").time("4 May", "2016-05-04")
    event = scene.mark("Clashes", date=["3 May", "4 May"]).only()
    assert (event.begin, event.end) == (date(2016, 5, 3), date(2016, 5, 4))


def test_the_narrowest_of_several_times_decides(stage) -> None:
    scene = stage("In May raiders shelled Velm on 3 May.").time("May", "2016-05-01", "2016-05-31")
    scene.time("3 May", "2016-05-03").mark("shelled", date=["May", "3 May"])
    assert scene.only().begin == date(2016, 5, 3)


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("On Monday, as envoys ate in Korda, raiders stormed Velm.", date(2016, 3, 14)),
        ("On Monday, after the talks failed, raiders stormed Velm.", date(2016, 3, 14)),
        ("Early on Monday, while the guards slept, raiders stormed Velm.", date(2016, 3, 14)),
        ("On Monday, who stormed Velm was unknown.", None),
        ("A clerk left on Monday, after raiders stormed Velm.", None),
    ],
)
def test_the_time_that_opens_a_sentence_dates_its_main_clause(stage, text: str, begin: date | None) -> None:
    event = stage(text).time("Monday", "2016-03-14", relative=True).mark("stormed").only()
    assert event.begin == begin


@pytest.mark.parametrize("head", ["KNG Newsroom, 15 March 2016, Dorvan. ", "DORVAN, 15 March 2016 (KNG) - "])
def test_the_day_of_the_dateline_says_when_it_was_written(stage, head) -> None:
    scene = stage(f"{head}Raiders shelled Velm.", published=DAY).time("15 March 2016", "2016-03-15")
    event = scene.mark("shelled", date=["15 March 2016"]).only()
    assert (event.begin, event.end, event.date_basis) == (None, DAY, Basis.PUBLISHED)
