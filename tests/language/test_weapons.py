"""What names nothing but a weapon is nobody."""

from __future__ import annotations

import pytest

from dateline.language.weapons import is_bare_weapon


@pytest.mark.parametrize("words", ["Mortars", "Four drones", "a barrage of rockets", "the shells", "a roadside bomb"])
def test_weapons_alone(words: str) -> None:
    assert is_bare_weapon(words)


@pytest.mark.parametrize(
    "words",
    ["Norlish drones", "tanks", "a suicide bomber", "Stone", "rocket crews", "jets", "Rocket Forces of Norland"],
)
def test_who_wields_or_crews_them_is_somebody(words: str) -> None:
    assert not is_bare_weapon(words)
