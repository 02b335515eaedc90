"""When? A time is an interval with the precision that the words give it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    type: DATE, TIME, DURATION or SET (TIMEX3). value: TIMEX3 value ("2016-03-15", "2016-W11", "PT48H"), None when open.
    begin, end_date: first and last day of the interval; None when open (no date of publication) or not on a calendar.
    relative: whether the value leans on the date of publication ("Tuesday") or another event, rather than standing
        by itself ("15 March 2016").
    precision: "hour", "day", "week", "month", "season", "year", "decade", or None.
    """

    span: Span
    type: str
    value: str | None
    begin: date | None
    end_date: date | None
    relative: bool = False
    precision: str | None = None

    def to_dict(self) -> dict[str, object]:
        return {
            **self.span.to_dict(),
            "type": self.type,
            "value": self.value,
            "begin": self.begin.isoformat() if self.begin else None,
            "end_date": self.end_date.isoformat() if self.end_date else None,
        }
