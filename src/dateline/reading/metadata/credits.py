"""Which wire service is credited, and who signed? Reads bylines, sign-offs and the last words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.language.datestamps import find_stamps
from dateline.language.mastheads import is_name_shaped, names_agency, names_outlet, own_words
from dateline.lexicons.media import UNNAMED_WIRES, credits_unnamed_wires
from dateline.model.segment import Note
from dateline.reading.metadata.datelines import agency_named
from dateline.reading.metadata.initials import INITIALS, agency_in_lead, is_spelt_out

LONGEST_BYLINE = 120
_BY = re.compile(
    r"^\W*(?:by|written by|posted by|published by|authors?|reported by|story by|report by|text by|analysis by|par|por|"
    r"von|di|door|av|af|автор|byline)\s*:?\s+",
    re.IGNORECASE,
)
_POSTED = re.compile(r"^\W*(?:posted|published|updated|written|added|submitted)\b.*?\bby\s+", re.IGNORECASE)
_CUT = re.compile(
    r"\s*(?:[|•·»]|\s[–—-]\s|\s{3,}|\bin\s+(?:news|world|politics|opinion|uncategorized)\b|\bat\s+\d|,?\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\s+on\s*(?=\W*$)|\(@).*$",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "editor",
        "staff",
        "webmaster",
        "guest",
        "unknown",
        "author",
        "root",
        "user",
        "newsroom",
        "newsdesk",
    ]
)
_SIGN = re.compile(r"(?:\(|\[|[–—]\s*|\s-\s*|\|\s*)(?P<who>[^()\[\]–—|\n]{2,45})[)\]]?\.?\s*$")
_WITH = re.compile(
    r"\b(?:with|from|by)\s+(?:additional\s+)?(?:inputs?|files?|reporting|agencies|agency)?\s*(?:from|by)?\s*(?P<who>.{2,80})$",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"(?:^|[(.\s])(?P<who>(?:The\s)?[A-Z][\w .'’-]{1,40}?)\s+contributed to this (?:report|story|article)", re.MULTILINE
)
_SOURCE = re.compile(r"^\W*sources?\s*:\s*", re.IGNORECASE)
_PRESS = re.compile(r"\b(?:news|presse?|prensa|wire|newswire|telegraph\w*|information)\b", re.IGNORECASE)


def find_byline(notes: Iterable[Note]) -> str | None:
    """Who signed, from the first byline that names somebody: "Jane Doe", "Jane Doe and John Roe"."""
    for note in notes:
        name = read_byline(note.words) if note.kind in ("byline", "author") else None
        if name and (note.kind == "author" or not _is_outlet_beside_date(note.words, name)):
            return name
        if note.kind == "stamp" and _POSTED.match(note.words) and (name := read_byline(_POSTED.sub("", note.words))):
            return name
    return None


def _is_outlet_beside_date(words: str, name: str) -> bool:
    """ "Eastern Post | 4 March 2019", "NEWS BULLETIN 4 March 2019": nobody signed it."""
    unsigned = not _BY.match(words) and bool(find_stamps(words, day_first=True)) and agency_named(name) is None
    return unsigned and (names_outlet(name) or not own_words(name))


def read_byline(words: str) -> str | None:
    """The names of a byline without "By", dates, addresses and what follows a bar; None for "admin" and the like."""
    left = words
    for stamp in reversed(find_stamps(words, day_first=True)):
        left = left[: stamp.start] + " | " + left[stamp.end :] if stamp.start > 3 else left[stamp.end :]
    left = _BY.sub("", " ".join(left.split()))
    left = re.sub(r"https?://\S+|\S+@\S+\.\S+|\(@\w+\)", "", left)
    left = _CUT.sub("", left.strip(" ,|–—•·-/")).strip(" ,|–—•·-/.:")
    if not left or len(left) > LONGEST_BYLINE or left.lower() in _NOBODY or not any(c.isalpha() for c in left):
        return None
    return left.title() if left.isupper() and len(left) > 6 else left


def find_agency(byline: str | None, notes: Iterable[Note], text: str) -> str | None:
    """The wire service that a byline, a sign-off, the last words or the lead credit; "agencies" when none is named."""
    found = list(dict.fromkeys(name for name in _credited(byline, notes, text) if name))
    return next((name for name in found if name != UNNAMED_WIRES), UNNAMED_WIRES if found else None)


def _credited(byline: str | None, notes: Iterable[Note], text: str) -> Iterator[str | None]:
    """The agencies that are credited, the surest first."""
    if byline:
        yield _agency_in(byline) or _agency_by_initials(byline, text)
    for note in notes:
        if note.kind == "source":
            named = _SOURCE.sub("", note.words)
            yield agency_named(named) or _agency_by_initials(named, text)
        elif note.kind in ("date", "stamp", "byline"):
            yield next((name for part in re.split(r"\s*[|•·,]\s*", note.words) if (name := agency_named(part))), None)
        elif note.kind == "signoff":
            yield _agency_in_signoff(note.words)
        elif note.kind == "credit" and not re.search(r"[©/|]", note.words):
            yield agency_named(note.words)
    yield _agency_at_end(text)
    yield agency_in_lead(text)


def _agency_in(words: str) -> str | None:
    return agency_named(words) or (UNNAMED_WIRES if credits_unnamed_wires(words) else None)


def _is_of_the_press(name: str) -> bool:
    """ "Harbour News Agency", not the "Atomic Energy Agency"."""
    return is_name_shaped(name) and names_agency(name) and bool(_PRESS.search(name))


def _agency_by_initials(words: str, text: str) -> str | None:
    """Initials that no lexicon knows, when the text names their agency in full."""
    initials = words.strip(" .()[]–—-")
    return initials if INITIALS.fullmatch(initials) and is_spelt_out(initials, text) else None


def _agency_in_signoff(words: str) -> str | None:
    match = _WITH.search(words)
    return (_agency_in(match["who"]) if match else None) or _agency_in(words)


def _agency_at_end(text: str) -> str | None:
    """ "… he said. (AFP)", "… he said. – Reuters", "AFP contributed to this report."."""
    last = text.rstrip()[-240:]
    contributed = _CONTRIBUTED.search(last)
    if contributed and (named := _agency_in(contributed["who"])):
        return named
    sign = _SIGN.search(last)
    if sign and (named := _agency_in(sign["who"]) or _agency_by_initials(sign["who"], text)):
        return named
    if sign and sign[0].startswith("(") and _is_of_the_press(sign["who"]):
        return sign["who"].strip()
    final = last.rsplit("\n", 1)[-1].strip()
    if len(final) > 30 or len(last) == len(final):
        return None
    return _agency_in(final) or _agency_by_initials(final, text)
