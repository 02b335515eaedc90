"""What stands in which report? The findings of a case by id and by report, for steps that go back and forth in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dateline.model.case import CaseClaim, CaseEvent
from dateline.model.reading import ReadReport
from dateline.model.span import Span


class LookedUp:
    """Reports, claims and events by id; claims and events by the id of their report, in order of its text."""

    def __init__(self, reports: Sequence[ReadReport], claims: Sequence[CaseClaim], events: Sequence[CaseEvent]) -> None:
        self.reports = {report.report.id: report for report in reports}
        self.claims = {claim.id: claim for claim in claims}
        self.events = {event.id: event for event in events}
        self.claims_in: dict[str, list[CaseClaim]] = defaultdict(list)
        self.events_in: dict[str, list[CaseEvent]] = defaultdict(list)
        for claim in claims:
            self.claims_in[claim.report].append(claim)
        for event in events:
            self.events_in[event.report].append(event)

    def day(self, report: str) -> date | None:
        """When the report was published."""
        moment = self.reports[report].report.published
        return moment.day if moment else None

    def sentence_number(self, report: str, offset: int) -> int:
        """The number of the sentence that holds the offset, the first one's for what stands before it."""
        sentences = self.reports[report].reading.sentences
        return max(0, bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1)

    def sentence(self, report: str, at: Span) -> Span:
        """The sentence in which the words begin, the words themselves where they stand before any sentence."""
        sentences = self.reports[report].reading.sentences
        if not sentences or at.start < sentences[0].start:
            return at
        return sentences[self.sentence_number(report, at.start)]
