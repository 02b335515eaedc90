"""What does a comparison leave for a later one that only adds a few reports? Counts, and what reports are found by."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dateline.comparing.additions.postings import Codes, Numbers, Postings, code_of
from dateline.comparing.wording import TermCounts


@dataclass(frozen=True, slots=True)
class Tellings:
    """The tellings of a case (comparing/incidents), those of a report beside each other, in the order of the reports.

    report: its number. day: as an ordinal, 0 for none. kind: its type, and whether it is planned or a summary
    (kind_of). main: whether its report is about it. others: with how many tellings it was compared. first: the code of
    its first event.
    """

    report: Numbers = field(default_factory=lambda: np.empty(0, dtype=np.int32))
    day: Numbers = field(default_factory=lambda: np.empty(0, dtype=np.int32))
    kind: NDArray[np.int8] = field(default_factory=lambda: np.empty(0, dtype=np.int8))
    main: NDArray[np.int8] = field(default_factory=lambda: np.empty(0, dtype=np.int8))
    others: Numbers = field(default_factory=lambda: np.empty(0, dtype=np.int32))
    first: Codes = field(default_factory=lambda: np.empty(0, dtype=np.uint64))

    def with_more(self, more: Tellings) -> Tellings:
        """These and those of later reports."""
        return Tellings(*(np.concatenate([getattr(self, f.name), getattr(more, f.name)]) for f in fields(self)))


@dataclass(frozen=True)
class Kept:
    """ids: of the reports, by number. days: of their publication, as ordinals, 0 for none. words: the numbering of
    words on which prints and quotes rest. counts: of the terms. telling: how many reports tell of any event.
    published: by outlet and day, how many reports of the language that is read. initials: of tellers, the one full name
    that has them. prints, quotes: hashes of runs of words -> reports. terms: rare terms -> reports. persons: of people
    whom reports name and do not quote -> reports. speakers: -> reports. keys: places and actors -> tellings.
    """

    ids: tuple[str, ...] = ()
    days: Numbers = field(default_factory=lambda: np.empty(0, dtype=np.int32))
    words: tuple[str, ...] = ()
    counts: TermCounts = field(default_factory=TermCounts)
    telling: int = 0
    published: Mapping[tuple[str, date], int] = field(default_factory=dict)
    initials: Mapping[str, str] = field(default_factory=dict)
    prints: Postings = field(default_factory=Postings)
    quotes: Postings = field(default_factory=Postings)
    terms: Postings = field(default_factory=Postings)
    persons: Postings = field(default_factory=Postings)
    speakers: Postings = field(default_factory=Postings)
    keys: Postings = field(default_factory=Postings)
    tellings: Tellings = field(default_factory=Tellings)

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """The number of a report, by its id."""
        return {report: number for number, report in enumerate(self.ids)}

    @property
    def latest(self) -> date | None:
        """The last day on which a report was published."""
        last = int(self.days.max(initial=0))
        return date.fromordinal(last) if last else None

    def tellings_of(self, report: int) -> slice:
        """The tellings of a report."""
        first, last = np.searchsorted(self.tellings.report, [report, report + 1])
        return slice(int(first), int(last))

    def reports_naming(self, actor: str) -> int:
        """In the tellings of how many reports an actor takes part."""
        return len(np.unique(self.tellings.report[self.keys.at(code_of(actor))]))

    def with_more(self, more: Kept) -> Kept:
        """This with what more reports leave; words, counts and initials are those of all."""
        return Kept(
            ids=self.ids + more.ids,
            days=np.concatenate([self.days, more.days]),
            words=more.words,
            counts=more.counts,
            telling=self.telling + more.telling,
            published=Counter(self.published) + Counter(more.published),
            initials=more.initials,
            prints=self.prints.with_more(more.prints),
            quotes=self.quotes.with_more(more.quotes),
            terms=self.terms.with_more(more.terms),
            persons=self.persons.with_more(more.persons),
            speakers=self.speakers.with_more(more.speakers),
            keys=self.keys.with_more(more.keys),
            tellings=self.tellings.with_more(more.tellings),
        )


_POSTINGS = ("prints", "quotes", "terms", "persons", "speakers", "keys")
_Parts = dict[str, bytes]


def pack(kept: Kept, before: Kept | None = None) -> tuple[_Parts, _Parts]:
    """As bytes, by name: what takes the place of what is kept under its name, and what is put behind it.

    before: what is in the file already, which `kept` goes on from; None for nothing.
    """
    old = before or Kept()
    since, told = len(old.ids), len(old.tellings.report)
    counted = {
        "telling": kept.telling,
        "total": kept.counts.total,
        "initials": dict(kept.initials),
        "published": [[outlet, day.isoformat(), number] for (outlet, day), number in kept.published.items()],
    }
    behind: _Parts = {
        "ids": _lines(kept.ids[since:]),
        "days": kept.days[since:].tobytes(),
        "words": _lines(kept.words[len(old.words) :]),
        "stems": _lines(tuple(kept.counts.stems)[len(old.counts.stems) :]),
    }
    for name in _POSTINGS:
        postings: Postings = getattr(kept, name)
        new = postings.owners >= (told if name == "keys" else since)
        behind[f"{name} keys"] = postings.keys[new].tobytes()
        behind[f"{name} owners"] = postings.owners[new].tobytes()
    for column in fields(Tellings):
        behind[f"tellings {column.name}"] = getattr(kept.tellings, column.name)[told:].tobytes()
    replaced = {
        "counted": json.dumps(counted, ensure_ascii=False).encode("utf-8", "surrogatepass"),
        "reports with": kept.counts.reports_with.astype(np.int32).tobytes(),
    }
    return replaced, behind


def unpack(parts: Mapping[str, bytes]) -> Kept:
    """What `pack` made. Raises KeyError where a part is missing."""
    counted = json.loads(parts["counted"].decode("utf-8", "surrogatepass"))
    stems = _unlined(parts["stems"])
    empty = Tellings()
    columns = {
        f.name: np.frombuffer(parts[f"tellings {f.name}"], getattr(empty, f.name).dtype) for f in fields(Tellings)
    }
    return Kept(
        ids=_unlined(parts["ids"]),
        days=np.frombuffer(parts["days"], dtype=np.int32),
        words=_unlined(parts["words"]),
        counts=TermCounts(
            stems, np.frombuffer(parts["reports with"], dtype=np.int32).astype(np.int64), counted["total"]
        ),
        telling=counted["telling"],
        published={(outlet, date.fromisoformat(day)): number for outlet, day, number in counted["published"]},
        initials=counted["initials"],
        tellings=Tellings(**columns),
        **{name: _postings(parts, name) for name in _POSTINGS},
    )


def _postings(parts: Mapping[str, bytes], name: str) -> Postings:
    keys = np.frombuffer(parts[f"{name} keys"], dtype=np.uint64)
    return Postings.of(keys, np.frombuffer(parts[f"{name} owners"], dtype=np.int32))


def _lines(words: tuple[str, ...]) -> bytes:
    return "".join(f"{word}\n" for word in words).encode("utf-8", "surrogatepass")


def _unlined(written: bytes) -> tuple[str, ...]:
    return tuple(written.decode("utf-8", "surrogatepass").split("\n")[:-1])
