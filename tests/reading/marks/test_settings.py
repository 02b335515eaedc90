"""How sure is a mark? The calibrated probability from what was tuned."""

from __future__ import annotations

from dateline.reading.marks.marker import Settings


def test_two_numbers_are_a_line_on_the_log_odds() -> None:
    settings = Settings(calibration={"claim": (1.0, 0.0), "event": (1.0, 0.0)})
    assert settings.sure("claim", 0.7) == 0.7
    assert settings.sure_of_event(0.8, 0.5) == 0.4


def test_three_numbers_bend_the_ends_apart() -> None:
    settings = Settings(calibration={"claim": (2.0, 1.0, 0.0)})
    assert settings.sure("claim", 0.1) < 0.1
    assert settings.sure("claim", 0.99) > 0.98


def test_an_event_weighs_its_trigger_and_its_type_apart() -> None:
    settings = Settings(calibration={"event": (1.0, 0.0, 0.0)})
    assert settings.sure_of_event(0.8, 0.3) == 0.8


def test_what_was_not_tuned_stays_as_it_is() -> None:
    assert Settings().sure("role", 0.6) == 0.6


def test_a_frequent_kind_of_mention_has_a_calibration_of_its_own():
    settings = Settings(calibration={"mention": (1.0, 0.0), "mention person": (1.0, 2.0)})
    assert settings.sure_of_mention("money", 0.5) == 0.5
    assert settings.sure_of_mention("person", 0.5) > 0.8


def test_mentions_calibrated_as_one_stay_as_they_were():
    settings = Settings(calibration={"mention": (0.5, 0.5, 0.2)})
    assert settings.sure_of_mention("person", 0.7) == settings.sure("mention", 0.7)
