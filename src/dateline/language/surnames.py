"""Is this a person's surname alone, and is it that one's?"""

from __future__ import annotations

from dateline.language.names import fold, similarity, sound_key

SAME_SURNAME = 0.86  # similarity of surnames; language.names.SAME_NAME, which was measured on name tables


def is_full(name: str) -> bool:
    """Whether a person's name, as it is written, has more than one word: "Tasker-Marsh" is one, "Al Tasker" too."""
    return len(name.split()) > 1 and len(fold(name).split()) > 1


def surname_of(full: str) -> str:
    """How a full name ends, folded: "Orm Tasker-Marsh" -> "tasker marsh"."""
    return fold(full.split()[-1])


def is_surname_of(short: str, full: str) -> bool:
    """Whether a name of one word is how a full name ends, in any romanisation."""
    if is_full(short) or not is_full(full):
        return False
    own, last = fold(short), surname_of(full)
    return sound_key(own) == sound_key(last) and similarity(own, last) >= SAME_SURNAME
