"""Which agency does an outlet's name credit? "Merrow Echo (AFP)", as databases write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from dateline.lexicons.media import agencies
from dateline.model.reading import ReadReport

_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)\s*$")
_PARTS = re.compile(r"\s*[,;/&]\s*|\s+(?:and|via)\s+")


def credit_outlets(reports: Sequence[ReadReport]) -> Sequence[ReadReport]:
    """The reports, those without a credit given the agency that stands in brackets behind their outlet's name."""
    return [_credited(read) for read in reports]


def _credited(read: ReadReport) -> ReadReport:
    behind = _IN_BRACKETS.search(read.report.outlet or "")
    if behind is None or read.report.agency:
        return read
    named = (_agencies().get(part.casefold()) for part in _PARTS.split(behind[1]))
    agency = next(filter(None, named), None)
    return ReadReport(replace(read.report, agency=agency), read.reading) if agency else read


@cache
def _agencies() -> Mapping[str, str]:
    return dict(_spelt())


def _spelt() -> Iterable[tuple[str, str]]:
    for name, written in agencies().items():
        yield from (
            (str(spelling).casefold(), name) for spelling in (name, *(written if isinstance(written, list) else ()))
        )
