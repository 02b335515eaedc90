"""Which language is a text written in, and can Dateline read it?"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

READABLE = frozenset({"en"})
"""Languages (ISO 639-1) that the marking model was trained for."""

FEWEST_LETTERS = 20
"""Fewer letters than this tell no language."""
LONGEST_SAMPLE = 4000
"""Characters that are looked at: the guess does not change beyond, the time does."""

PIDGIN_SHARE = 0.03
"""Share of Pidgin's own words from which on a text that looks like English is Pidgin."""
_PIDGIN = frozenset({"dey", "wey", "wetin", "sey", "una", "abi", "dem", "don", "dis", "dat", "im"})

_CODES = """
en fr es pt it de nl sv da nb nn no fi is pl cs sk sl hr sr bs bg mk ru uk be ro hu el tr az ka hy sq et lv lt
ga cy eu ca gl mt ar he fa ur ps ku ug kk ky mn hi bn pa gu mr ne or ta te kn ml si th lo km my vi id ms jv tl
zh ja ko sw am so ha rw xh zu af mg
"""
PRESS_LANGUAGES = tuple(_CODES.split())
"""Languages of the world's press that py3langid knows; rare ones beside them draw short English texts away."""


def detect_language(text: str) -> str | None:
    """ISO 639-1 of the text's language, None when it has fewer than 20 letters.

    By py3langid (Lui and Baldwin's langid.py), its choice held to the languages of PRESS_LANGUAGES.
    """
    sample = text[:LONGEST_SAMPLE]
    if sum(c.isalpha() for c in sample) < FEWEST_LETTERS:
        return None
    if sample.isupper():
        sample = sample.lower()  # upper-case wire text is drawn to other languages
    code = str(_identifier().classify(sample)[0])
    if code == "en" and _is_pidgin(sample):
        return "pcm"
    return "no" if code in ("nb", "nn") else code


def _is_pidgin(text: str) -> bool:
    """Nigerian Pidgin, which py3langid does not know and takes for English; ISO 639-3, for want of two letters."""
    words = text.lower().split()
    found = [word for word in words if word in _PIDGIN]
    return len(set(found)) >= 3 and len(found) >= PIDGIN_SHARE * len(words)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model takes 0.1 s to load: only when asked

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = set(identifier.labels)
    identifier.set_languages([code for code in PRESS_LANGUAGES if code in known])
    return identifier
