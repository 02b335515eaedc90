"""Do words of time name a day, or only the hour of one?"""

from __future__ import annotations

import re

# "Shortly before 9:30 p.m.", "at noon": the hour of a day that other words give, if any do.
_CLOCK_ONLY = re.compile(
    r"^(?:\s|[,.]|\b(?:at|around|about|shortly|just|before|after|by|until|approximately|roughly|nearly|near|exactly|the"
    r"|in|between|and|hours?|o'clock|noon|midnight|midday|local|time|a\.?m|p\.?m|gmt|utc|e[sd]t|c[sd]t|m[sd]t|p[sd]t)\b"
    r"|\b\d{1,2}(?:[:.]\d\d){0,2}(?:\s?[ap]\.?m)?\b|\b\d{4}\s?(?:hours|gmt|local)\b)+$",
    re.IGNORECASE,
)


def names_a_day(words: str) -> bool:
    """Whether words of time say more than the hour."""
    return not _CLOCK_ONLY.match(words)
