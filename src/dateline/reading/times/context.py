"""What has been said so far? The ground on which the next time of a text stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.reading.times.tense import has_verb_before, read_tense, says_will
from dateline.reading.times.values import Days


@dataclass(slots=True)
class Context:
    """The text, its day of publication, and the times spoken of before.

    `last_...`: the last time on the calendar (days, grain, value, end of its words). `last_year`, `last_day`: where a
    history has come to. `doubtful_year`: a year named once, away from the telling. `quarter`: whose results are told.
    """

    text: str
    folded: str
    published: date | None
    narrative: bool
    last_days: Days | None = None
    last_grain: str | None = None
    last_value: str | None = None
    last_end: int = -1000
    last_year: int | None = None
    last_day: date | None = None
    doubtful_year: int | None = None
    year_said_at: int = -1
    quarter: Days | None = None
    tenses: dict[int, str | None] = field(default_factory=dict)

    def anchor(self) -> date | None:
        """The day that "two days later" counts from: the last day spoken of, else the day of publication."""
        return self.last_days[0] if self.last_days else self.published

    def tense_at(self, start: int, end: int) -> str | None:
        """'future' or 'past' as the nearest verb of the sentence says; None without one."""
        if start not in self.tenses:
            self.tenses[start] = read_tense(self.text, self.folded, start, end)
        return self.tenses[start]

    def will_come_at(self, start: int) -> bool:
        """Whether the verb before a time is "will" itself: it looks ahead from publication, whoever said it when."""
        return says_will(self.text, self.folded, start)

    def has_verb_before(self, start: int) -> bool:
        """Whether a verb stands before a time in its sentence."""
        return has_verb_before(self.text, self.folded, start)

    def before(self, start: int, reach: int = 12) -> str:
        """The folded characters before a place."""
        return self.folded[max(0, start - reach) : start]
