"""What does a comparison leave behind? Takes in, step by step, what a later one that adds a few reports starts from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from dateline.comparing.additions.kept import Kept, Tellings
from dateline.comparing.additions.postings import Postings, code_of
from dateline.comparing.identities import Identities, full_names, tellers_of
from dateline.comparing.incidents.survey import ABOUT, RAREST, Survey
from dateline.comparing.incidents.tellings import Telling
from dateline.comparing.origins import Prints
from dateline.comparing.wording import Wording
from dateline.model.case import CaseClaim
from dateline.model.event import PLOVER_TYPES
from dateline.model.reading import ReadReport

_TYPE = {type_: number for number, type_ in enumerate(PLOVER_TYPES)}


class Traces:
    """What the steps of one comparison leave. before: what an earlier one left, which these reports are added to.

    others: event id -> with how many tellings the telling that begins with it is compared, where that is known already.
    """

    def __init__(self, before: Kept | None = None, others: Mapping[str, int] | None = None) -> None:
        self._before = before or Kept()
        self._others = others
        self.prints = Prints()
        self.identities: Identities | None = None
        self._kept = Kept()

    def take_identities(self, identities: Identities) -> None:
        self.identities = identities

    def take_survey(self, reports: Sequence[ReadReport], wording: Wording, found: Survey, old: int = 0) -> None:
        """What the search for incidents starts from. The first `old` reports were taken in before."""
        first, told = len(self._before.ids), len(self._before.tellings.report)
        traits, new = found.grounds.traits[old:], reports[old:]
        here = [at for at, telling in enumerate(found.tellings) if telling.report >= old]
        self._kept = Kept(
            ids=tuple(read.report.id for read in new),
            days=np.array([ordinal(_published(read)) for read in new], dtype=np.int32),
            counts=wording.counts,
            telling=len({found.tellings[at].report for at in here}),
            published=_published_by(new),
            initials={**full_names(name for read in new for name in tellers_of(read)), **self._before.initials},
            terms=Postings.of_lists([wording.telling(at, RAREST) for at in range(old, len(reports))], first),
            persons=Postings.of_lists([[code_of(person) for person in t.persons] for t in traits], first),
            keys=Postings.of_lists([_keys(found.tellings[at]) for at in here], told),
            tellings=self._tellings(found, here, first - old),
        )

    @property
    def published(self) -> Mapping[tuple[str, date], int]:
        """By outlet and day, how many of these reports came out."""
        return self._kept.published

    def kept(self, speakers: Sequence[Sequence[str]]) -> Kept:
        """All that the comparison leaves. speakers: of each report, the ids of those with a name who speak in it."""
        first, kept = len(self._before.ids), self._kept
        return Kept(
            kept.ids,
            kept.days,
            tuple(self.prints.vocabulary.words),
            kept.counts,
            kept.telling,
            kept.published,
            kept.initials,
            Postings.of_lists(self.prints.texts, first),
            Postings.of_lists(self.prints.quotes, first),
            kept.terms,
            kept.persons,
            Postings.of_lists([[code_of(s) for s in of_report] for of_report in speakers], first),
            kept.keys,
            kept.tellings,
        )

    def _tellings(self, found: Survey, here: Sequence[int], shift: int) -> Tellings:
        """shift: from the place of a report in the list to its number in the case."""
        tellings = [found.tellings[at] for at in here]
        paired = found.pairs.often()
        known = self._others or {}
        others = [known.get(t.all_events[0].id, int(paired[at])) for at, t in zip(here, tellings, strict=True)]
        return Tellings(
            np.array([t.report + shift for t in tellings], dtype=np.int32),
            np.array([ordinal(t.begin or t.end) for t in tellings], dtype=np.int32),
            np.array([kind_of(t) for t in tellings], dtype=np.int8),
            np.array([found.grounds.prominence[at] >= ABOUT for at in here], dtype=np.int8),
            np.array(others, dtype=np.int32),
            np.array([code_of(t.all_events[0].id) for t in tellings], dtype=np.uint64),
        )


def speakers_in(reports: Sequence[ReadReport], claims: Sequence[CaseClaim]) -> list[list[str]]:
    """By report, the ids of those with a name who speak in it."""
    chains = {read.report.id: read.reading.chains for read in reports}
    said: dict[str, dict[str, None]] = {report: {} for report in chains}
    for claim in claims:
        chain = claim.claim.source_chain
        if claim.source_actor is not None and chain is not None and chains[claim.report][chain].named:
            said[claim.report][claim.source_actor] = None
    return [list(of_report) for of_report in said.values()]


def kind_of(telling: Telling) -> int:
    """A number for what decides whether two tellings can be one by kind."""
    return _TYPE.get(telling.type, len(_TYPE)) * 4 + telling.planned * 2 + telling.summary


def ordinal(day: date | None) -> int:
    """A day as a number, 0 for none."""
    return day.toordinal() if day else 0


def _keys(telling: Telling) -> list[int]:
    places = (place.id for place in telling.places if place.precision != "country")
    return [code_of(key) for key in (*places, *sorted(telling.actors | telling.recipients))]


def _published(read: ReadReport) -> date | None:
    return read.report.published.day if read.report.published else None


def _published_by(reports: Sequence[ReadReport]) -> Mapping[tuple[str, date], int]:
    days = ((read.report.outlet, _published(read)) for read in reports if read.report.read)
    return Counter((outlet, day) for outlet, day in days if outlet is not None and day is not None)
