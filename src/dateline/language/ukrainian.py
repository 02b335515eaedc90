"""Is this a Ukrainian name, and how would Russian have it? Brings its regular sounds to those of the Russian form."""

from __future__ import annotations

import re

# Endings and beginnings that Ukrainian names have and few others: "Horlivka", "Ternopil", "Havrylenko", "Hlukhiv".
_TELLING = re.compile(
    r"iv(?:k[aiuy]?|ts?[iy]|sk\w*|na)?\b|(?:skyi|skyy|skiy|enko|ets|chuk|hrad|hora|pil|horod\w*)\b|\bh(?:[lrn]|[aeo][rlv])|hiy\b"
)
_CORRESPONDING = (
    (re.compile(r"(?<![kszctpg])h(?!i?$)"), "g"),  # Hlukhiv, Glukhov; not the second letter of kh, sh, zh, ch
    (re.compile(r"iv(?=k[aiuy]?\b|ts?[iy]\b|sk\w*|\b)"), "ov"),  # -iv, -ivka, -ivsk: -ov, -ovka, -ovsk
    (re.compile(r"pil(?=\b|sk)"), "pol"),
    (re.compile(r"sk(?:yi|yy|iy|ij)\b"), "sky"),
)


def read_as_russian(name: str) -> str | None:
    """The name with the sounds that Russian has instead ("Horlivka" -> "gorlovka"), None where it is not Ukrainian.

    A mere possibility, for comparing.
    """
    lowered = name.lower()
    if not _TELLING.search(lowered):
        return None
    read = lowered
    for heard, russian in _CORRESPONDING:
        read = heard.sub(russian, read)
    return read if read != lowered else None
