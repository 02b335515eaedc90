"""What does one report say? The order of the steps of reading."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Protocol, Self

from dateline.language.sentences import find_sentences
from dateline.model.marks import Marks
from dateline.model.reading import Reading, ReadReport
from dateline.model.report import Report
from dateline.reading.actors import find_actors
from dateline.reading.actors.relations import find_relations
from dateline.reading.claims import find_claims
from dateline.reading.events import find_events
from dateline.reading.marks import Marker, load_marker
from dateline.reading.places import find_places, load_gazetteer
from dateline.reading.times import find_times

STEPS_VERSION = "9"
"""Raised when a step of reading finds other things than before: cases then read their reports again."""


CHARACTERS_AHEAD = 40_000
"""What is marked in one go: enough windows for all cores, few enough that the steps after it need not wait long."""


class KeptMarks(Protocol):
    """Remembers what a model, known by its version, marked in which texts."""

    def find(self, texts: Sequence[str], model: str) -> Mapping[str, Marks]: ...

    def keep(self, marks: Mapping[str, Marks], model: str) -> None: ...


class Reader:
    """Reads texts. Making one loads the marking model and the gazetteer (about a second); use it for many texts.

    places: a CSV or GeoJSON file of the user's own places, added to the gazetteer. kept: what the model marked in
    earlier texts; the same words are not given to it again.
    Errors: MissingModel; DatelineError for a broken list of places.
    """

    def __init__(self, *, places: Path | None = None, kept: KeptMarks | None = None) -> None:
        self._marker = load_marker()
        self._kept = kept
        self._gazetteer = load_gazetteer(places)
        self._list_of_places = places

    @property
    def version(self) -> str:
        """Changes with everything that a reading depends on besides the text and its date."""
        own = f"+{self._list_of_places.read_text('utf-8')!r}" if self._list_of_places else ""
        return f"{STEPS_VERSION}.{self._marker.version}{own}"

    def read(self, text: str, published: str | date | None = None) -> Reading:
        """All that one text says.

        published: day (or moment) of publication, ISO 8601 or a date; without it relative times stay open.
        """
        return self.read_many([(text, published)])[0]

    def read_many(self, texts: Sequence[tuple[str, str | date | None]]) -> list[Reading]:
        """As read(), for (text, published) of many; faster, since the model marks some while others are read on."""
        marked = self._marks_of([text for text, _ in texts])
        return [
            self._read_marked(text, marks, as_date(published))
            for (text, published), marks in zip(texts, marked, strict=True)
        ]

    def read_reports(self, reports: Iterable[Report]) -> list[ReadReport]:
        """Reports with their readings; an empty reading for one in a language that the model does not read."""
        reports = list(reports)
        marked = self._marks_of([report.text for report in reports if report.read])
        return [ReadReport(r, self._read_report(r, next(marked) if r.read else None)) for r in reports]

    def redate(self, reading: Reading, published: date) -> Reading:
        """The reading of the same text as it is when it was published that day."""
        return self._read_marked(reading.text, next(self._marks_of([reading.text])), published)

    def _marks_of(self, texts: Sequence[str]) -> Iterator[Marks]:
        """The marks of each text, in order; the same words are marked once, and some texts ahead of those asked for."""
        model = self._marker.version
        known = dict(self._kept.find(list(dict.fromkeys(texts)), model)) if self._kept else {}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        with _Ahead(self._marker, new) as ahead:
            for text in texts:
                while text not in known:
                    marked = ahead.next()
                    if self._kept:
                        self._kept.keep(marked, model)
                    known |= marked
                yield known[text]

    def _read_report(self, report: Report, marks: Marks | None) -> Reading:
        if marks is None:
            return Reading(report.text, None)
        published = as_date(report.published.value) if report.published else None
        return self._read_marked(report.text, marks, published, dateline=report.dateline)

    def _read_marked(
        self, text: str, marks: Marks, published: date | datetime | None, dateline: str | None = None
    ) -> Reading:
        sentences = find_sentences(text)
        times = find_times(text, published, dateline=dateline)
        places = find_places(text, marks.mentions, gazetteer=self._gazetteer)
        actors = find_actors(text, marks, sentences, places)
        claims = find_claims(text, marks, sentences, actors)
        events = find_events(text, marks, sentences, times, places, actors, claims, published)
        return Reading(
            text=text,
            published=published.date() if isinstance(published, datetime) else published,
            sentences=sentences,
            mentions=(*actors.mentions, *actors.second),
            chains=actors.chains,
            claims=claims,
            events=events,
            times=times,
            places=places,
            relations=find_relations(text, sentences, actors.mentions, actors.chains, claims, times),
        )


class _Ahead:
    """Marks groups of texts, one after the other, while the caller is at work on those before. Use in a `with`."""

    def __init__(self, marker: Marker, texts: Sequence[str]) -> None:
        self._worker = ThreadPoolExecutor(1)
        self._groups = deque(self._worker.submit(_mark, marker, group) for group in _groups_of(texts))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._worker.shutdown(cancel_futures=True)

    def next(self) -> dict[str, Marks]:
        """The marks of the next group, by text."""
        return self._groups.popleft().result()


def _mark(marker: Marker, texts: Sequence[str]) -> dict[str, Marks]:
    return dict(zip(texts, marker.mark_many(texts), strict=True))


def _groups_of(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts in order, each group about CHARACTERS_AHEAD long."""
    group: list[str] = []
    for text in texts:
        group.append(text)
        if sum(map(len, group)) >= CHARACTERS_AHEAD:
            yield group
            group = []
    if group:
        yield group


def as_date(published: str | date | None) -> date | datetime | None:
    """A day or moment from ISO 8601; None for None. Errors: ValueError."""
    if published is None or isinstance(published, date):
        return published
    return date.fromisoformat(published) if len(published) == len("2016-10-04") else datetime.fromisoformat(published)


@lru_cache(maxsize=1)
def _shared_reader() -> Reader:
    return Reader()


def read_text(text: str, published: str | date | None = None) -> Reading:
    """All that one text says, with a Reader that is made once and kept."""
    return _shared_reader().read(text, published)
