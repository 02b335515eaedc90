"""Which names does the text itself say are one? Reads "Free Southern Army (FSA)" and "X, also known as Y or Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.language.group_names import begins_name, is_sort_of_group, sorts_in
from dateline.lexicons.media import agencies
from dateline.lexicons.speakers import speaker_nouns, titles
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that stands in the text with the words that it renames right before it.

    before: where the words end that name the same. name: the other name. is_acronym: only capitals.
    """

    before: int
    name: Span
    is_acronym: bool


_CAPITAL = r"(?:[AaEe]l-|[Aa][nsr]-|[Aa]sh-)?[A-Z][\w'’-]*"
_NAME = (
    rf"(?:the\s+)?(?P<name>{_CAPITAL}(?:\s+(?:{_CAPITAL}|al|bin|ibn|abu|of|for|the|and(?=\s+[A-Z]\w+\s*[,)])))"
    r"{0,6}(?<!\sof)(?<!\sthe)(?<!\sand)(?<!\sfor))"
)
_PLAIN = re.compile(
    rf"(?:the\s+)?(?P<name>{_CAPITAL}(?:\s+(?:{_CAPITAL}|al|bin|ibn|abu|of|for|the))"
    r"{0,6}(?<!\sof)(?<!\sthe)(?<!\sfor))"
)
_SHORT = re.compile(r"[A-Z][A-Za-z.]{0,3}[A-Z.]{1,5}s?|[A-Z]{2,7}(?:-[A-Z]{1,3})?|[A-Z]\d{1,3}")
_BRACKET = re.compile(r"\s*\((?P<inside>[^()\n]{2,140})\)")
_PARTING = re.compile(r"\s*(?:/|,|;|\bor\b|\band\b)\s*")
_KNOWN = (
    r"(?:(?:also|now|better|formerly|previously|once|until \w+|more commonly|commonly|otherwise|variously|sometimes)"
    r"\s+)*(?:known|referred to|called|dubbed|rendered|spelled|written|abbreviated)"
    r"(?:\s+(?:simply|locally|widely|variously|to|as|by (?:the|his|her|its)(?:\s+\w+){1,4}))*"
)
_LEAD = (
    rf"(?:(?:which|who)\s+(?:is|was)\s+)?(?:{_KNOWN}|a\.?k\.?a\.?|alias|formerly|previously|also|"
    r"(?:(?:whose|his|her|its)\s+)?(?:real|former|old|previous|other)\s+name(?:\s+(?:is|was))?|nom de guerre|"
    r"which (?:is|was) (?:also |formerly |previously )?(?:known as|called)|former)\s*:?,?\s+(?:as\s+)?"
)
_LED = re.compile(_LEAD, re.I)
_QUOTE = r"[\"“”'‘’]?"
_SAID = re.compile(
    rf",?\s*(?P<lead>{_LEAD.replace('|also|', '|')}){_QUOTE}"
    r"(?=(?:[Tt]he\s+)?[A-Za-z]{0,3}-?[A-Z])",
    re.I,
)
_AS_IT_IS = re.compile(
    rf",?\s+or\s+{_QUOTE}{_NAME}{_QUOTE},?\s+as\s+(?:it|they|he|she|the \w+)\s+(?:is|are|was|were)"
    r"(?:\s+\w+)?\s+(?:known|called)"
)


def aliases_after(text: str, end: int, name: str = "") -> Iterator[Alias]:
    """The other names that the words right after a name, which ends at `end`, give it."""
    bracket = _BRACKET.match(text, end)
    if bracket:
        yield from _in_bracket(text, end, bracket, name)
        return
    known = _AS_IT_IS.match(text, end)
    if known:
        yield _alias(text, end, *known.span("name"))
        return
    said = _SAID.match(text, end)
    if said:
        yield from _listed(text, end, said.end(), said["lead"].strip().lower() == "former")


def _in_bracket(text: str, end: int, bracket: re.Match[str], name: str) -> Iterator[Alias]:
    """ "(AB/CD)", "(formerly Y)", "(AB, also Z)", "(Harakat Y)": what a bracket lists, as far as it lists names."""
    led = False
    for start, stop in _items(text, *bracket.span("inside")):
        lead = _LED.match(text, start, stop)
        led = led or lead is not None
        start = lead.end() if lead else start
        start += len(text[start:stop]) - len(text[start:stop].lstrip(" \"“'‘"))
        words = text[start:stop].rstrip(" \"”'’")
        found = _PLAIN.fullmatch(words)
        if found is None or not (led or _SHORT.fullmatch(words) or _translates(name, words)) or _is_office(words):
            return
        if words.lower() in _wires() and not led:
            return
        yield _alias(text, end, start + found.start("name"), start + found.end("name"))


def _items(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for gap in _PARTING.finditer(text, start, stop):
        yield start, gap.start()
        start = gap.end()
    yield start, stop


def _listed(text: str, end: int, start: int, only_bodies: bool) -> Iterator[Alias]:
    """Names from `start` on, parted by strokes, "or" or commas that lead to an "or"."""
    while (found := _PLAIN.match(text, start)) is not None:
        words = found["name"]
        if _is_office(words) or (only_bodies and not _SHORT.fullmatch(words) and not _has_sort(words)):
            return
        yield _alias(text, end, *found.span("name"))
        gap = re.compile(rf"{_QUOTE}\s*(?:/\s*|,?\s+or\s+(?:as\s+)?){_QUOTE}").match(text, found.end())
        if gap is None:
            return
        start = gap.end()


def _alias(text: str, end: int, start: int, stop: int) -> Alias:
    name = Span.cut(text, start, stop)
    return Alias(end, name, _SHORT.fullmatch(name.text) is not None)


def _translates(name: str, words: str) -> bool:
    """Whether two names say in two tongues what sort of group it is: "Dawn Movement (Harakat al-Fajr)"."""
    first, second = name.split(), words.split()
    if not first or len(second) < 2:
        return False
    return begins_name(first[0]) != begins_name(second[0]) and bool(sorts_in(name) & sorts_in(words))


def _has_sort(words: str) -> bool:
    return any(is_sort_of_group(word) for word in words.split()) and " " in words


def _is_office(words: str) -> bool:
    """ "former Prime Minister": an office that somebody had, no name of his."""
    low = [word.lower() for word in words.split()]
    return low[0] in titles() or low[-1] in titles() or low[-1] in speaker_nouns("person")


def _wires() -> set[str]:
    return {
        str(s).lower() for name, also in agencies().items() for s in (name, *(also if isinstance(also, list) else []))
    }
