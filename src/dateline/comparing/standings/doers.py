"""Did the doer die as well? "Killed three, then himself" is four dead."""

from __future__ import annotations

import re
from functools import cache

from dateline.language.alternatives import ANY_ENDING, alternatives_of
from dateline.lexicons import load_yaml
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan

_LOOK_BACK = 40
# "Killed three before police shot him dead", "… before he was killed"
_STOPPED = re.compile(
    r"\b(?:before|until|and)\b[^.;]{0,60}?\b(?:(?:shot|gunned) (?:and killed )?(?:him|her|the \w+) (?:dead|down)|"
    r"(?:killed|shooting|killing) (?:him|her(?! (?!on|in|at|and|before|after|during|outside|near)\w)|"
    r"the (?:gunman|attacker|shooter|suspect|assailant))\b|"
    r"(?:being|(?:he|she|the (?:gunman|attacker|shooter|suspect|assailant)) was)\s+(?:himself\s+|herself\s+|also\s+)?"
    r"(?:shot dead|shot and killed|killed|fatally shot|gunned down))\b",
    re.IGNORECASE,
)
_COUNTED_IN = re.compile(r"\b(?:includ\w+|among|himself included|(?:murder|homicide)[- ]suicide)\b", re.IGNORECASE)
# "Kills himself, (two children)", "killed himself and (his son)"
_HIMSELF_FIRST = re.compile(
    r"\b(?:himself|herself|self)(?:,\s*|,?\s+(?:and|after|along with)\s+)(?:\w+ing\s+)?(?:(?:his|her|the|all)\s+)?\Z",
    re.IGNORECASE,
)
# "(Two) boys killed, father commits suicide"
_BEFELL = re.compile(
    r"(?:\s+[\w’'-]+){0,3}?\s+(?:(?:were|are|was|is)\s+)?(?:killed|dead|shot dead|slain|murdered)\b", re.IGNORECASE
)


def died_with(number: NumberSpan, report: ReadReport) -> bool:
    """Whether these were killed by the words beside them, and the sentence says that the doer died too."""
    text = report.report.text
    before = text[max(0, number.start - _LOOK_BACK) : number.start]
    end = next((s.end for s in report.reading.sentences if s.start <= number.start < s.end), number.end)
    rest = text[number.end : end]
    if _COUNTED_IN.search(rest):
        return False
    if _verb().search(before):
        return bool(_himself().search(rest) or _STOPPED.search(rest))
    if _HIMSELF_FIRST.search(before):
        return True
    return bool(_BEFELL.match(rest) and _took_his_life().search(rest))


@cache
def _took_his_life() -> re.Pattern[str]:
    """The words of the lexicon alone: ", father commits suicide"."""
    return re.compile(rf"\b(?:{alternatives_of(load_yaml('casualties.yaml')['themselves'])})\b", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    """The end of the words before the victims: "fatally shot his ", "killing "."""
    words = alternatives_of(
        [*load_yaml("casualties.yaml")["killed"]["before"], *load_yaml("casualties.yaml")["hit"]], ANY_ENDING
    )
    return re.compile(rf"\b(?:{words})\s+(?:(?:his|her|the|all)\s+)?\Z", re.IGNORECASE)


@cache
def _himself() -> re.Pattern[str]:
    words = alternatives_of(load_yaml("casualties.yaml")["themselves"], ANY_ENDING)
    return re.compile(rf"\b(?:{words})\b|(?:,|\band|\bthen|\bbefore)\s+(?:himself|herself|self)\b", re.IGNORECASE)
