"""Do these words name nothing but a weapon? "Mortars hit the embassy": what flies and explodes is no actor."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.lexicons import load_yaml

MUNITIONS = ("heavy-weapons", "drone", "explosives")
"""Modes of lexicons/weapons.yaml whose words nobody rides on or is named after; people have surnames such as Stone."""
CREWED = frozenset({"tank", "tanks", "artillery"})  # "tanks rolled in": their crews act
_COUNTED = (
    r"the|an?|some|several|many|more|other|another|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:dozens|scores|hundreds|thousands) of|a (?:dozen|score of|hail of|barrage of|number of|volley of)|\d[\d,.]*|"
    r"stray|heavy|incoming|homemade|unidentified|unknown|suspected|unmanned|armed|small|large|long-range|short-range"
)


@cache
def _bare() -> re.Pattern[str]:
    lists = load_yaml("weapons.yaml")
    words = {str(word) for mode in MUNITIONS for word in lists[mode]} - set(lists["wielders"]) - CREWED
    weapons = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:(?:{_COUNTED})\s+)*(?:{weapons})s?", re.IGNORECASE)


@lru_cache(maxsize=65536)
def is_bare_weapon(words: str) -> bool:
    """Whether it is a munition or a drone without an owner: "Four drones", not "Norlish drones"."""
    return _bare().fullmatch(words.strip()) is not None
