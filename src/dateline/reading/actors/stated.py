"""Which names does the text itself say are one? Reads "Free Southern Army (FSA)" and "X, also known as Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that stands in the text with the words that it renames right before it.

    before: where the words end that name the same. name: the other name. is_acronym: only capitals in brackets.
    """

    before: int
    name: Span
    is_acronym: bool


_CAPITAL = r"(?:al-|el-|an-|ash-|as-|ar-)?[A-Z][\w'’-]*"
_NAME = (
    rf"(?:the\s+)?({_CAPITAL}(?:\s+(?:{_CAPITAL}|al|bin|ibn|abu|of|for|the|and)){{0,6}}"
    r"(?<!\sof)(?<!\sthe)(?<!\sand)(?<!\sfor))"
)
_SHORT = r"([A-Z][A-Za-z.]{0,3}[A-Z.]{1,5}s?|[A-Z]{2,7}(?:-[A-Z]{1,3})?)"
_BRACKETED = re.compile(rf"\s*\({_SHORT}(?:(?:\s*/\s*|,\s+|\s+or\s+){_SHORT})?\)")
_KNOWN = (
    r"(?:also|now|better|formerly|previously|once|until \w+|more commonly|commonly|otherwise|variously)?\s*"
    r"(?:known|referred to|called)(?:\s+(?:simply|locally|widely|as|by (?:the|his|her|its)(?:\s+\w+){1,4}))*"
)
_ALIAS = re.compile(
    rf",?\s*\(?\s*(?:{_KNOWN}|a\.?k\.?a\.?|alias|formerly|previously|(?:whose|his|her|its) real name (?:is|was)|"
    rf"real name|which (?:is|was) (?:also |formerly |previously )?(?:known as|called)|"
    rf"who is (?:also |better )?known as|nom de guerre)\s*:?,?\s+(?:as\s+)?[\"“'‘]?{_NAME}"
    rf"(?:(?:\s*/\s*|\s+or\s+|\s+and\s+|,\s+){_NAME})?"
)


def aliases_after(text: str, end: int) -> Iterator[Alias]:
    """The other names that the words right after a name give it."""
    bracket = _BRACKETED.match(text, end)
    if bracket:
        for group in (1, 2):
            if bracket.group(group):
                yield Alias(end, Span.cut(text, *bracket.span(group)), is_acronym=True)
    found = _ALIAS.match(text, end)
    for group in (1, 2) if found else ():
        assert found is not None
        if found.group(group):
            yield Alias(end, Span.cut(text, *found.span(group)), is_acronym=False)
