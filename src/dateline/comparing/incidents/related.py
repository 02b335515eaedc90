"""Which reports are about an incident though they tell of no act of it? Those that tell of the same story.

Reports on one story may share no act: one tells of the shooting, another only of the arrest or the mourning, and what a
third tells is of no kind that events have. Whose names, words, people and days are those of a story are grouped; the
incident that most of a story's reports tell of lists its other reports as related: an inference, with its reasons, that
counts for none of its facts.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from dateline.comparing.incidents.bars import Bars
from dateline.comparing.incidents.clustering import cluster
from dateline.comparing.incidents.pairs import Pair, Pairs
from dateline.comparing.incidents.parts import DAYS_AHEAD
from dateline.comparing.incidents.stories import Stories
from dateline.comparing.incidents.tellings import Telling
from dateline.comparing.shared_out import share_out
from dateline.comparing.wording import Wording
from dateline.model.case import RelatedReport

# B-cubed of ecbplus (train) by stories, the weights fitted on other topics: 0.91 from 0.4 to 0.5, and look-alike events
# kept apart in 0.81 and 0.95 of pairs; of gva_incidents (train) 0.98 at both.
LIKELY = 0.5
RAREST = 12  # words of a report by which others on its story are looked for
MANY = 200  # a word that more reports have is passed over
MOST = 24  # reports with which one is compared: those that share most of its rare words

Groups = Sequence[Sequence[int]]
"""The positions of the tellings of each incident."""
Scores = Mapping[tuple[int, int], float]
"""How likely two reports are about one thing."""


def find_related(
    groups: Groups, tellings: Sequence[Telling], stories: Stories, wording: Wording, bars: Bars
) -> Mapping[int, tuple[RelatedReport, ...]]:
    """Number of the group -> the reports that are about it and tell of no act of it, in the order of the reports."""
    count = len(wording.reports)
    pairs = Pairs(count, _likely_pairs(count, wording))
    scores = pairs.within_reach(pairs.scored(stories.chance), LIKELY)
    happenings = _Happenings(groups, tellings, bars)
    found = {}
    for story in cluster(count, scores, LIKELY, lambda a, b: True) if count else ():
        group = happenings.main(story) if len(story) > 1 else None
        if group is not None:
            telling = happenings.telling(story, group)
            others = [
                report
                for report in story
                if report not in telling
                and not happenings.came_before(stories.published(report), group)
                and happenings.may_be_about(report, group)
            ]
            found[group] = tuple(_related(report, telling, stories, scores) for report in others)
    return found


def _likely_pairs(count: int, wording: Wording) -> Iterator[Pair]:
    """Each report with those that share most rare words with it; the work grows in proportion to the reports."""
    having: dict[int, list[int]] = {}
    for report in range(count):
        for term in wording.rarest(report, RAREST):
            having.setdefault(term, []).append(report)

    def likest(report: int) -> list[int]:
        blocks = [block for term in wording.rarest(report, RAREST) if len(block := having[term]) <= MANY]
        shared = Counter(other for block in blocks for other in block if other != report)
        return [other for other, _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST]]

    of_each = share_out(lambda reports: [array("q", likest(report)) for report in reports], range(count))
    for report, others in enumerate(of_each):
        yield from ((min(report, other), max(report, other)) for other in others)


def _related(report: int, telling: Iterable[int], stories: Stories, scores: Scores) -> RelatedReport:
    """With the report that tells of it and is most like this one."""
    chances = {other: scores.get((min(report, other), max(report, other)), 0.0) for other in telling}
    likest = min(chances, key=lambda other: (-chances[other], other))
    return RelatedReport(stories.id_of(report), round(chances[likest], 2), tuple(stories.reasons(report, likest)))


class _Happenings:
    """The incidents of a case, by the number of their group: who tells of them."""

    def __init__(self, groups: Groups, tellings: Sequence[Telling], bars: Bars) -> None:
        self._groups, self._tellings, self._bars = groups, tellings, bars
        self._told: dict[int, Counter[int]] = {}
        for number, group in enumerate(groups):
            for telling in (tellings[at] for at in group):
                if telling.events and not telling.planned and not telling.summary:
                    self._told.setdefault(telling.report, Counter())[number] += len(telling.events)

    def main(self, story: Sequence[int]) -> int | None:
        """What most of the reports tell of, of several the one with most events there, and then the first."""
        reports, events = Counter[int](), Counter[int]()
        for report in story:
            told = self._told.get(report, Counter())
            reports.update(told.keys())
            events.update(told)
        return min(reports, key=lambda group: (-reports[group], -events[group], group), default=None)

    def telling(self, story: Sequence[int], group: int) -> list[int]:
        """The reports of a story that tell of it."""
        own = {self._tellings[at].report for at in self._groups[group]}
        return [report for report in story if report in own]

    def came_before(self, published: date | None, group: int) -> bool:
        """Whether a report was out before it happened, more than a time zone explains."""
        days = [t.begin or t.end for t in (self._tellings[at] for at in self._groups[group]) if not t.planned]
        first = min((day for day in days if day is not None), default=None)
        return published is not None and first is not None and (first - published).days > DAYS_AHEAD

    def may_be_about(self, report: int, group: int) -> bool:
        """Not when all that it tells of an act of the same type is on another day or in another town."""
        types = {self._tellings[at].type for at in self._groups[group]}
        own = [
            at
            for number in self._told.get(report, ())
            for at in self._groups[number]
            if self._tellings[at].report == report and self._tellings[at].type in types
        ]
        return not own or any(self._bars.may_join([at], list(self._groups[group])) for at in own)
