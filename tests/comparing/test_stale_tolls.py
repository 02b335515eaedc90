"""Which tolls did later ones overtake?"""

from __future__ import annotations

import random
from datetime import date

import pytest

from dateline.comparing.standings.stale import current, is_raised
from dateline.comparing.standings.tolls import Toll


def some_toll(rng: random.Random) -> Toll:
    low = rng.randint(0, 6)
    day = rng.choice([None, *(date(2031, 5, n) for n in range(1, 6))])
    high = rng.choice([None, low, low + 2])
    told = {name: rng.random() < 0.2 for name in ("partial", "earlier", "scattered", "uncounted")}
    return Toll(low, high, rng.choice("abc"), rng.choice("uvwxyz"), day, ("e",), **told)


@pytest.mark.parametrize("seed", range(30))
def test_a_toll_is_stale_when_any_of_the_others_raises_it(seed: int) -> None:
    rng = random.Random(seed)
    tolls = [some_toll(rng) for _ in range(rng.randint(1, 25))]
    assert current(tolls) == [toll for toll in tolls if not any(is_raised(toll, later) for later in tolls)]


def test_of_many_tolls_the_last_stay() -> None:
    days = [date(2031, 5, 1 + n % 28) for n in range(20_000)]
    tolls = [Toll(day.day, day.day, f"o{n}", f"r{n}", day, ("e",)) for n, day in enumerate(days)]
    assert {toll.day for toll in current(tolls)} == {date(2031, 5, 28)}
