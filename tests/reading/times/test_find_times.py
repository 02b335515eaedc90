"""When? Invented sentences and the days that they mean."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.times import find_times

THURSDAY = date(2016, 8, 4)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Shells hit Varno market on Thursday.", "Thursday", "2016-08-04"),
        ("Shells hit Varno market late Thursday.", "late Thursday", "2016-08-04"),
        ("Shells hit Varno market on Tuesday.", "Tuesday", "2016-08-02"),
        ("The court in Varno will sit on Saturday.", "Saturday", "2016-08-06"),
    ],
)
def test_a_weekday_resolves_against_the_dispatchs_day(text: str, words: str, value: str) -> None:
    (time,) = find_times(text, THURSDAY)
    assert (time.span.text, time.value) == (words, value)
    assert text[time.span.start : time.span.end] == words


def test_without_a_date_of_publication_a_weekday_stays_open() -> None:
    (time,) = find_times("Shells hit Varno market on Tuesday.", None)
    assert (time.value, time.begin, time.relative) == (None, None, True)
