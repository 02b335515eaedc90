"""How does a romanised word sound, roughly? The letters of many romanisations brought to one small alphabet."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

Sounds = tuple[str, ...]
"""Small letters for plain sounds; S = sh, C = ch, x = kh, y = the diphthong of "day" and "Hussein"."""

_RESPELLED = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^e(?=([nrsdtz])\1)", ""),  # Ennahda, Ezzor: the article grown into the word
        (r"^ye(?=v|w|l|g|k|r)", "e"),  # Yevgeny, Yeltsin, Yekaterinburg; Evgenii
        (r"^ya(?=n)", "ia"),
        (r"^h(?=[ptk][aeiouy])", ""),  # Burmese Hpakant, Htin
        (r"^([aeo])x(?=[aeiou])", r"\1ks"),  # Axum
        (r"shch|sch(?=[aeiouy]|$)|stch", "S"),
        (r"tsch|tch|tsh|cz", "C"),
        (r"d[jz]h|dsch|dj|zh|jh", "j"),
        (r"sh|sz", "S"),
        (r"ch", "C"),
        (r"kh", "X"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"hs(?=[iu])|x(?=[iu])", "S"),  # Wade-Giles hs, pinyin x
        (r"ks|(?<=[aeo])x(?=[aeo])", "ks"),  # Aleksandr, Alexander
        (r"x", "h"),  # Somali Xasan
        (r"t[sz]", "z"),
        (r"ck", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"(?<=[iy])j$|(?<=[iy])j(?=$)", ""),  # -ij, -yj
        (r"(?<=[aeiou])h$", ""),  # Nusrah
        (r"(?<=[bcdfgjklmnpqrstvzSCX])y(?=[aeou])", "i"),
        (r"([^aeiouyw])\1+", r"\1"),
    )
)
_RUN = re.compile(r"[aeiouyw]+|.")


@lru_cache(maxsize=131072)
def sounds(word: str) -> Sounds:
    """The sounds of one folded word."""
    for pattern, sound in _RESPELLED:
        word = pattern.sub(sound, word)
    heard: list[str] = []
    for found in _RUN.finditer(word):
        run = found.group()
        if run[0] in "aeiouyw":
            heard.extend(_vowels(run, at_start=found.start() == 0, at_end=found.end() == len(word)))
        else:
            heard.append(run.replace("X", "x"))
    return tuple(heard)


def _vowels(run: str, *, at_start: bool, at_end: bool) -> str:
    """The sound of a run of vowel letters, half-vowels included."""
    if at_start and run[0] == "w" and len(run) > 1:
        return "w" + _vowels(run[1:], at_start=False, at_end=at_end)
    if at_start and run[0] == "y" and len(run) > 1:
        return "i" + _vowels(run[1:], at_start=False, at_end=at_end)
    if any(c in "ouw" for c in run):
        return "ua" if at_end and run[-1] in "ae" and len(run) > 1 else "u"
    squeezed = re.sub(r"(.)\1+", r"\1", run)
    if "ee" in run and "a" not in run:
        return "i"
    if at_start and squeezed in ("e", "i", "ei"):
        return "i"
    if squeezed in ("a", "e"):
        return squeezed
    if squeezed in ("ae", "ea"):
        return "a"
    return _front_vowels(squeezed.replace("y", "i"), at_end=at_end)


def _front_vowels(run: str, *, at_end: bool) -> str:
    """The sound of a run of a, e and i that holds an i: "ia", "ai", "ei", "ie", "aya"."""
    run = re.sub(r"(.)\1+", r"\1", run)
    if run in ("i", "ie"):
        return "i"
    if run[0] in "ae":
        return "ya" if at_end and len(run) > 2 and run[-1] in "ae" else "y"
    return "ia" if run.endswith(("a", "e")) else "i"


VOWELS = frozenset("aeiuyo")
_NEAR = {
    "ae": 0.1, "ei": 0.2, "iy": 0.3, "ey": 0.25, "ay": 0.35, "ai": 0.6, "au": 0.7, "eu": 0.7, "iu": 0.7, "uy": 0.7,
    "gj": 0.1, "gk": 0.2, "gq": 0.2, "kq": 0.0, "kx": 0.3, "hx": 0.2, "gh": 0.35, "gx": 0.4, "jk": 0.6, "qx": 0.4,
    "dt": 0.5, "Ss": 0.4, "sz": 0.35, "Sz": 0.6, "CS": 0.4, "Cj": 0.5, "Ck": 0.5, "Cz": 0.6, "Cs": 0.6, "jz": 0.45,
    "dz": 0.5, "tz": 0.7, "fv": 0.4, "vw": 0.2, "uw": 0.1, "uv": 0.6, "bp": 0.5, "bv": 0.5, "fp": 0.6, "bf": 0.8,
    "iw": 0.7, "Sj": 0.6, "jy": 0.5, "ij": 0.5, "CX": 0.5, "Cx": 0.4,
}  # fmt: skip


class _Changes(dict[str, dict[str, float]]):
    """By sound, what it costs to take it for others, itself included; those that are not named cost 1."""

    def __missing__(self, sound: str) -> dict[str, float]:
        near = {pair.replace(sound, "", 1): cost for pair, cost in _NEAR.items() if sound in pair}
        self[sound] = {sound: 0.0, **near}
        return self[sound]


_CHANGES = _Changes()


def change_cost(a: str, b: str) -> float:
    """What it costs to take one sound for another, 0 to 1."""
    return _CHANGES[a].get(b, 1.0)


def loss_cost(heard: Sounds, at: int) -> float:
    """What it costs to leave out one sound: little for vowels inside, less for h, glottal stops being unwritten."""
    sound = heard[at]
    if sound in VOWELS:
        return 0.6 if at in (0, len(heard) - 1) else 0.45
    return 0.5 if sound == "h" else 1.0


OTHER = 0.5
"""`change_cost` from which two sounds are hardly ever one sound in two romanisations: "Jamal" and "Kamal"."""


class Edits(NamedTuple):
    """What turns one word's sounds into another's, by kind: what it costs, and how many are of other sounds."""

    vowels_changed: float = 0.0
    consonants_changed: float = 0.0
    vowels_lost: float = 0.0
    consonants_lost: float = 0.0
    other_vowels: int = 0
    other_consonants: int = 0
    end_changed: float = 0.0


def edits(a: Sounds, b: Sounds) -> Edits:
    """The cheapest way from one word's sounds to another's, walked back from its end."""
    rows = _costs(a, b)
    i, j = len(a), len(b)
    vowels_changed = consonants_changed = vowels_lost = consonants_lost = end_changed = 0.0
    other_vowels = other_consonants = 0
    while i or j:
        change = change_cost(a[i - 1], b[j - 1]) if i and j else 0.0
        if i and j and rows[i][j] == rows[i - 1][j - 1] + change:
            i, j = i - 1, j - 1
            if a[i] in VOWELS and b[j] in VOWELS:
                vowels_changed += change
                other_vowels += change >= OTHER
            else:
                consonants_changed += change
                other_consonants += change >= OTHER
            if i == len(a) - 1 and j == len(b) - 1:
                end_changed = change
            continue
        if i and rows[i][j] == rows[i - 1][j] + loss_cost(a, i - 1):
            i, lost, heard = i - 1, i - 1, a
        else:
            j, lost, heard = j - 1, j - 1, b
        if heard[lost] in VOWELS:
            vowels_lost += 1
        else:
            consonants_lost += loss_cost(heard, lost)
    return Edits(
        vowels_changed, consonants_changed, vowels_lost, consonants_lost, other_vowels, other_consonants, end_changed
    )


def _costs(a: Sounds, b: Sounds) -> list[list[float]]:
    """What it costs to turn each beginning of one word into each of the other: [sounds of a][sounds of b]."""
    losses = _losses(b)
    row = [0.0, *accumulate(losses)]
    rows = [row]
    for sound, lost in zip(a, _losses(a), strict=True):
        above, row = row, [row[0] + lost]
        left, changes = row[0], _CHANGES[sound]
        # Written out: most of the time that comparing names takes is spent here.
        for other, other_lost, before, over in zip(b, losses, above, above[1:]):  # noqa: B905
            changed, without = before + changes.get(other, 1.0), over + lost
            left += other_lost
            if without < left:
                left = without
            if changed < left:
                left = changed
            row.append(left)
        rows.append(row)
    return rows


@lru_cache(maxsize=16384)
def _losses(heard: Sounds) -> tuple[float, ...]:
    """What it costs to leave out each sound of a word."""
    return tuple(loss_cost(heard, at) for at in range(len(heard)))


@lru_cache(maxsize=16384)
def sound_distance(a: Sounds, b: Sounds) -> float:
    """Cost of turning one into the other over the number of sounds of the longer, 0 to 1; symmetric."""
    if not a or not b:
        return 1.0
    # Short words differ by less: "Ali" and "Adi" are two names, so the length counts for at least nothing extra.
    return min(1.0, 1.8 * _costs(a, b)[-1][-1] / max(len(a), len(b)))
