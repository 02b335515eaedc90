"""Who is among the dead and the injured of one report, by the words beside the numbers?"""

from __future__ import annotations

import pytest

from dateline.comparing.standings.doers import died_with
from dateline.comparing.standings.lead import find_others
from dateline.comparing.standings.persons import count_persons
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
        ("He killed three guards and shot her, killing her.", "three", True),
        ("She killed two clerks and killed her brother.", "two", False),
        ("Killing two in Velm, police said, in a murder-suicide in which he shot himself.", "two", False),
    ],
)
def test_the_doer_who_died_is_one_more(text: str, words: str, died: bool) -> None:
    assert died_with(number(text, words, 2), read("a", text)) is died


@pytest.mark.parametrize(
    ("text", "told", "count"),
    [
        ("His ex-wife was killed. Anna Vell was 30. She was killed at work.", ["ex-wife", "Anna Vell", "She"], 1),
        ("Rower killed. A rower is charged: he killed another rower.", ["Rower", "another rower"], 1),
        ("A clerk was killed. Then a second clerk was killed.", ["A clerk", "a second clerk"], 2),
        ("A guard was killed, and later another guard.", ["A guard", "another guard"], 2),
    ],
)
def test_words_for_one_person_count_one(text: str, told: list[str], count: int) -> None:
    assert count_persons([number(text, words, 1) for words in told], read("a", text)) == count


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
