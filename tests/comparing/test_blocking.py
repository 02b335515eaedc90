"""Which tellings are worth comparing."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.comparing.incidents.blocking import FEW, MOST, NEXT, find_pairs
from dateline.comparing.incidents.tellings import Telling

DAY = date(2031, 5, 6)


def telling(report: int, type_: str = "ASSAULT", day: date | None = DAY) -> Telling:
    nobody: frozenset[str] = frozenset()
    return Telling(report, type_, False, False, (), (), day, day, True, (), nobody, nobody, nobody, nobody)


def test_tellings_that_share_a_key_are_compared_if_they_can_be_one() -> None:
    told = [telling(0), telling(0), telling(1), telling(2, "CONSULT"), telling(3)]
    assert set(find_pairs(told, [("Velm",), ("Velm",), ("Velm",), ("Velm",), ("Brenik",)])) == {(0, 2), (1, 2)}


def test_a_key_that_many_share_is_compared_along_the_calendar() -> None:
    told = [telling(at, day=DAY + timedelta(days=at)) for at in range(3 * FEW)]
    pairs = set(find_pairs(told, [("Velm",)] * len(told)))
    assert max(b - a for a, b in pairs) == NEXT - 1
    assert (0, 1) in pairs


def test_of_very_many_candidates_those_that_share_most_are_compared() -> None:
    side = FEW - 1
    words = [tuple((row, (x + row * y) % side) for row in range(8)) for x in range(side) for y in range(side)]
    words.append(words[0])
    told = [telling(at) for at in range(len(words))]
    pairs = set(find_pairs(told, words))
    assert (0, len(told) - 1) in pairs
    assert len(told) < len(pairs) <= MOST * len(told)
