"""What in a name of a body tells whom it names? Initials; groups: language/group_names.py."""

from __future__ import annotations


def initials(name: str) -> str:
    """ "Free Syrian Army" -> "fsa"; small words are left out."""
    return "".join(word[0] for word in name.split() if word[:1].isupper()).lower()


def is_acronym(name: str) -> bool:
    """ "FSA", "JNIM", "M23": short and mostly capitals."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and sum(not c.islower() for c in letters) * 2 > len(letters)
