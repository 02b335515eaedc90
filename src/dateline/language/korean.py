"""Is this a Korean name, and how else could it be spelt? Brings its usual romanisations to one."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SYLLABLE = re.compile(
    r"(?P<onset>kk|tt|pp|ss|jj|ch|th|sh|wh(?=a)|[kgntdrlmpbsjh])?\'?"
    r"(?P<vowel>yeo|yae|eui|weo|woo|yoo|you|wae|ae|ai|ah|ya|eo|ee|eu|ye|yo|yu|yi|ui|oe|oi|oo|ou|wa|wo|we|wi|"
    r"yŏ|[aeiouŏŭ])"
    r"(?P<coda>ng|rk|ck|[kgnlrmpbth])?"
)
_ONSETS = {
    "k": "g", "kk": "g", "t": "d", "tt": "d", "th": "d", "p": "b", "pp": "b", "ch": "j", "jj": "j", "sh": "s",
    "ss": "s", "l": "r", "wh": "hw",
}  # fmt: skip
_VOWELS = {
    "ai": "ae", "ah": "a", "eo": "o", "ŏ": "o", "u": "o", "oo": "o", "ou": "o", "eu": "o", "ŭ": "o", "woo": "o",
    "wo": "o", "weo": "o", "yeo": "yo", "yŏ": "yo", "yu": "yo", "yoo": "yo", "you": "yo", "yae": "ye", "ee": "i",
    "yi": "i", "ui": "i", "eui": "i", "oi": "oe", "e": "e",
}  # fmt: skip
_CODAS = {"rk": "k", "ck": "k", "g": "k", "b": "p", "r": "", "h": ""}
SYLLABLES = 3  # a surname of one syllable and a given name of two


_UNNAMED = re.sub(r"\?P<\w+>", "?:", _SYLLABLE.pattern)
_TOWN = re.compile(f"({_UNNAMED})({_UNNAMED})")


def read_as_korean(name: str) -> str | None:
    """A rough spelling that all romanisations of a Korean name share ("Lee Myung-bak", "Yi Myeong-bak"; "Pusan",
    "Busan"), else None: of a person's three syllables or a town's two.

    A mere possibility, for comparing: other names of as many short syllables have one too.
    """
    lowered = name.lower()
    if town := _TOWN.fullmatch(lowered.replace("'", "")):
        return "".join(_plain(syllable, first=False) for syllable in _syllables(town.groups()))
    found = _syllables(re.split(r"[\s-]+", lowered))
    if len(found) != SYLLABLES:
        return None
    return " ".join(_plain(syllable, first=at == 0) for at, syllable in enumerate(found))


def _syllables(parts: Sequence[str]) -> list[re.Match[str]]:
    """Each part as a Korean syllable; [] when one cannot be one."""
    found = [syllable for part in parts if (syllable := _SYLLABLE.fullmatch(part))]
    return found if len(found) == len(parts) else []


def _plain(syllable: re.Match[str], *, first: bool) -> str:
    onset, vowel, coda = (syllable[part] or "" for part in ("onset", "vowel", "coda"))
    vowel = _VOWELS.get(vowel, vowel)
    onset = _ONSETS.get(onset, onset)
    if first and onset in ("r", "n"):  # Lee, Ri, Yi, I are one surname; so are Roh and No
        onset = "" if vowel[0] in "iy" else "n"
    return onset + vowel + _CODAS.get(coda, coda)
