"""Who is among the dead and the injured of one report, by the words beside the numbers?"""

from __future__ import annotations

import pytest

from dateline.comparing.standings.doers import died_with
from dateline.comparing.standings.lead import find_others
from dateline.comparing.standings.told import counts_all_hit
from dateline.model.span import NumberSpan
from tests.comparing.build_reports import read


def number(text: str, words: str, low: int) -> NumberSpan:
    start = text.index(words)
    return NumberSpan(start, start + len(words), words, low, low)


@pytest.mark.parametrize(
    ("text", "words", "died"),
    [
        ("He killed himself and his two sons.", "two", True),
        ("Two boys killed, father commits suicide.", "Two", True),
        ("He killed three guards before turning the gun on himself.", "three", True),
        ("He killed four, including himself.", "four", False),
        ("He killed three guards and fled.", "three", False),
    ],
)
def test_the_doer_who_died_is_one_more(text: str, words: str, died: bool) -> None:
    assert died_with(number(text, words, 2), read("a", text)) is died


@pytest.mark.parametrize(
    ("text", "words", "hit"),
    [
        ("Officers found two clerks with gunshot wounds.", "two", True),
        ("All five had been shot.", "five", True),
        ("Two clerks died at the gate.", "Two", False),
        ("Two other men with gunshot wounds were treated.", "Two", False),
    ],
)
def test_who_was_found_with_wounds_may_be_dead(text: str, words: str, hit: bool) -> None:
    assert counts_all_hit(number(text, words, 5), text) is hit


def test_the_dead_of_an_earlier_act_that_is_recalled_do_not_count() -> None:
    text = (
        "A clerk was shot dead in Velm on Monday. Police sealed the quay. Neighbours came with candles. "
        "A similar raid last year shook the town. Nine rowers were killed."
    )
    nine = number(text, "Nine", 9)
    clerk = number(text, "A clerk", 1)
    assert nine in find_others([clerk, nine], read("a", text))
