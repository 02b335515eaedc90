"""What in a name tells whom it names? Surnames of people, initials; groups: language/group_names.py."""

from __future__ import annotations

from dateline.language.names import fold, similarity, sound_key

SAME_SURNAME = 0.86  # similarity of surnames; language.names.SAME_NAME, which was measured on name tables


def is_full(name: str) -> bool:
    """Whether a person's name has more than one word."""
    return len(fold(name).split()) > 1


def is_surname_of(short: str, full: str) -> bool:
    """Whether a name of one word is how a full name ends, in any romanisation."""
    words = fold(full).split()
    return len(words) > 1 and sound_key(short) == sound_key(words[-1]) and similarity(short, words[-1]) >= SAME_SURNAME


def initials(name: str) -> str:
    """ "Free Syrian Army" -> "fsa"; small words are left out."""
    return "".join(word[0] for word in name.split() if word[:1].isupper()).lower()


def is_acronym(name: str) -> bool:
    """ "FSA", "JNIM", "M23": short and mostly capitals."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and sum(not c.islower() for c in letters) * 2 > len(letters)
