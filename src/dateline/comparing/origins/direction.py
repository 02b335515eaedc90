"""Who had it first? Told by credits, names and times, then by the fuller text; otherwise left open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files

import yaml

from dateline.comparing.origins.groups import Group
from dateline.lexicons.media import UNNAMED_WIRES, agencies, known_media
from dateline.model.claim import Claim
from dateline.model.reading import ReadReport
from dateline.model.report import Report
from dateline.model.span import Span

_WORDS = yaml.safe_load(files(__package__).joinpath("direction.yaml").read_text("utf-8"))
_BESIDE_NAME = re.compile(r"\s*[,/|]\s*|\s+(?:for|of)\s+")
_AT_HEAD = re.compile(r"\W{0,3}(?P<who>[^\n.–—]{2,40}?)\s+[-–—]{1,2}\s")
# A teller named with one claim tells of a passage when that claim is this much of it.
MOST_OF_IT = 0.5
# "…, he told the Merrow Echo" stands within so many characters of what he told.
BESIDE = 150
# Of two texts that begin alike the one that the passage fills to this share is the cut one, where it fills the other
# to no more than the second share.
CUT, FULLER = 0.9, 0.75
# Both begin alike when the passage begins within so many characters of either head (a dateline may stand before it).
AT_THE_HEAD = 120


def find_direction(group: Group, reports: Sequence[ReadReport]) -> tuple[str | None, str]:
    """The name of who told the passage first (None when nothing tells) and a sentence that says why."""
    for clue in (
        _by_publisher,
        _by_credit,
        _by_naming,
        _by_teller,
        _by_one_outlet,
        _by_time,
        _by_speaker,
        _by_fullness,
    ):
        found = clue(group, reports)
        if found is not None:
            return found
    return None, "No credit and no date tells which report had these words first."


Found = tuple[str, str] | None


def _by_publisher(group: Group, reports: Sequence[ReadReport]) -> Found:
    """One of the reports is published by the agency that another one credits."""
    agencies = {_folded(reports[i].report.agency) for i in group.spans} - {""}
    for i in group.spans:
        outlet = reports[i].report.outlet
        if outlet and _folded(outlet) in agencies:
            return outlet, f"{outlet} published it, and others credit {outlet}."
    return None


def _by_credit(group: Group, reports: Sequence[ReadReport]) -> Found:
    """Reports that credit an agency have it from there; a quotation is only credited where its claim says so."""
    if group.kind == "quote":
        return None
    credited = [(report, _credit(report)) for report in (reports[i].report for i in group.spans)]
    agency = _most_named(credit for _, credit in credited)
    if agency is None:
        return None
    crediting = [report for report, credit in credited if credit == agency]
    return agency, f"{_outlets(crediting)} credit{_s(crediting)} {agency}{_dateline(crediting)}."


def _credit(report: Report) -> str | None:
    """The agency credited, else the one that whoever signed is of ("By Ida Marsh, Seawire"), else the one named before
    the first words ("Seawire - Two ferries …")."""
    if report.agency:
        return None if report.agency == UNNAMED_WIRES else report.agency
    head = _AT_HEAD.match(report.text)
    signed = _BESIDE_NAME.split(report.byline or "")[-1]
    found = _medium_called(signed) or (_medium_called(head["who"]) if head else None)
    return found if _folded(found) != _folded(report.outlet) else None


def _medium_called(words: str) -> str | None:
    """The agency of that name, as Dateline calls it, or the known outlet."""
    name = words.strip().removeprefix("The ").removeprefix("the ")
    if name.casefold() in _agencies():
        return _agencies()[name.casefold()]
    return name if name.casefold() in known_media() else None


@cache
def _agencies() -> Mapping[str, str]:
    spelt: dict[str, str] = {}
    for name, written in agencies().items():
        each = (name, *(written if isinstance(written, list) else ()))
        spelt |= {str(spelling).casefold(): name for spelling in each}
    return spelt


def _dateline(credited: Sequence[Report]) -> str:
    """Where the credit stands in a dateline, its words."""
    lines = (r.dateline.strip(" -–—:") for r in credited if r.dateline and r.agency and r.agency in r.dateline)
    return next((f' ("{line}")' for line in lines), "")


def _by_naming(group: Group, reports: Sequence[ReadReport]) -> Found:
    """A text says in so many words that it is another's of those who print it: "Source: Merrow Echo"."""
    outlets = {reports[i].report.outlet for i in group.spans} - {None}
    if len(outlets) < 2:
        return None
    named: dict[str, list[Report]] = {}
    for i, span in group.spans.items():
        for outlet in sorted(filter(None, outlets)):
            if _is_named(outlet, reports[i].report, span):
                named.setdefault(outlet, []).append(reports[i].report)
    first = _most_named(outlet for outlet, by in named.items() for _ in by)
    if first is None:
        return None
    others = [report for report in named[first] if report.outlet != first]
    if not others:
        return first, f"{first} says in its text that it was told it."
    return first, f"{_outlets(others)} name{_s(others)} {first} as where the words are from."


def _is_named(outlet: str, report: Report, passage: Span) -> bool:
    """Whether a report says that something is from this outlet; it may say so of itself in many places, and means
    the passage only beside it."""
    if report.outlet != outlet:
        return _names(outlet).search(report.text) is not None
    around = report.text[max(0, passage.start - BESIDE) : passage.end + BESIDE]
    return _names(outlet).search(around) is not None


@cache
def _names(outlet: str) -> re.Pattern[str]:
    """An outlet's name beside words that say that something is from there."""
    before, after = ("|".join(re.escape(words) for words in _WORDS[side]) for side in ("before", "after"))
    name = re.escape(outlet)
    return re.compile(rf"(?<!\w)(?:(?i:{before})\s+(?:the\s+)?{name}(?!\w)|{name}(?:,)?\s+(?:{after})(?!\w))")


def _by_teller(group: Group, reports: Sequence[ReadReport]) -> Found:
    """The words around the passage name a teller: "told AFP", "in an interview with …"."""
    tellers = [(via.text, reports[i].report) for i, span in group.spans.items() for via in _vias(reports[i], span)]
    name = _most_named(text for text, _ in tellers)
    if name is None:
        return None
    telling = [report for text, report in tellers if text == name]
    return name, f"{_outlets(telling)} say{_s(telling)} that {name} was told it."


def _by_one_outlet(group: Group, reports: Sequence[ReadReport]) -> Found:
    """All the reports are of one outlet, which prints it again, or others repost it under its name."""
    outlets = {reports[i].report.outlet for i in group.spans}
    outlet = next(iter(outlets)) if len(outlets) == 1 else None
    return (outlet, f"All of them are of {outlet}.") if outlet else None


def _by_time(group: Group, reports: Sequence[ReadReport]) -> Found:
    """One report was published before all others, by its day, or by its hour where both hours are of one clock."""
    stated = [(r.published.value, i) for i in group.spans if (r := reports[i].report).published is not None]
    if len(stated) < 2:
        return None
    days = sorted((value[:10], i) for value, i in stated)
    if days[0][0] != days[1][0]:
        return _published_first(days, reports)
    today = [(moment, i) for value, i in stated if value[:10] == days[0][0] and (moment := _moment(value))]
    if len(today) < sum(value[:10] == days[0][0] for value, _ in stated) or not _is_one_clock(today, reports):
        return None
    today.sort()
    hours = [(moment.isoformat(" ", "minutes"), i) for moment, i in today]
    return _published_first(hours, reports) if today[0][0] < today[1][0] else None


def _published_first(times: Sequence[tuple[str, int]], reports: Sequence[ReadReport]) -> Found:
    """times: as they are printed, the earliest first, with the report's index."""
    first, second = (reports[i].report for _, i in times[:2])
    name = first.outlet or _credit(first)
    if name is None:
        return None
    return name, f"{name} published it on {times[0][0]}, before {second.outlet or 'the next'} on {times[1][0]}."


def _moment(value: str) -> datetime | None:
    """The hour that is stated; None for a day alone."""
    try:
        return datetime.fromisoformat(value) if len(value) > len("2031-05-06") else None
    except ValueError:
        return None


def _is_one_clock(times: Sequence[tuple[datetime, int]], reports: Sequence[ReadReport]) -> bool:
    """Whether all hours bear their zone, or stand without one in one file, as a database writes them."""
    if all(moment.tzinfo is not None for moment, _ in times):
        return True
    return all(m.tzinfo is None for m, _ in times) and len({reports[i].report.file for _, i in times}) == 1


def _by_speaker(group: Group, reports: Sequence[ReadReport]) -> Found:
    """Words of one speaker that several reports quote come from the speaker."""
    if group.kind != "quote":
        return None
    name = _most_named(s for i, span in group.spans.items() for s in speakers_of(reports[i], span))
    return (name, f"They are words of {name}; nothing tells which report had them first.") if name else None


def _by_fullness(group: Group, reports: Sequence[ReadReport]) -> Found:
    """All others are cuts: they begin like one text, and stand in it whole."""
    filled = {i: len(span.text) / max(len(reports[i].report.text.strip()), 1) for i, span in group.spans.items()}
    fuller = [i for i, share in filled.items() if share <= FULLER]
    if len(fuller) != 1 or any(share < CUT for i, share in filled.items() if i != fuller[0]):
        return None
    name = reports[fuller[0]].report.outlet
    if name is None or any(span.start > AT_THE_HEAD for span in group.spans.values()):
        return None
    cut = [reports[i].report for i in group.spans if i != fuller[0]]
    return name, f"{name} has the fuller text, which {_outlets(cut)} print{_s(cut)} cut."


def _vias(report: ReadReport, span: Span) -> Iterable[Span]:
    """Tellers of claims that make up most of a passage, or of which it is a part."""
    for claim in _claims_over(report, span):
        shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in claim.content)
        if shared >= MOST_OF_IT * len(span.text):
            yield from claim.via


def speakers_of(report: ReadReport, span: Span) -> Iterable[str]:
    """The speakers by name of the claims whose content these words repeat."""
    for claim in _claims_over(report, span):
        if claim.source_chain is not None and report.reading.chains[claim.source_chain].named:
            yield report.reading.chains[claim.source_chain].name


def _claims_over(report: ReadReport, span: Span) -> Iterable[Claim]:
    """The claims whose content the passage repeats."""
    for claim in report.reading.claims:
        if any(content.overlaps(span) for content in claim.content):
            yield claim


def published_day(report: Report) -> date | None:
    """The day a report was published, None when unknown or unreadable."""
    try:
        return report.published.day if report.published else None
    except ValueError:
        return None


def _folded(name: str | None) -> str:
    return " ".join((name or "").casefold().replace(".", "").split())


def _most_named(names: Iterable[str | None]) -> str | None:
    """The name given most often; None where two are given as often, so that neither is favoured."""
    counted: Mapping[str, int] = Counter(name for name in names if name)
    best = max(counted.values(), default=0)
    leading = [name for name, count in counted.items() if count == best]
    return leading[0] if len(leading) == 1 else None


def _outlets(reports: Iterable[Report]) -> str:
    """ "Echo", "Echo and Herald", "Echo, Herald and Post"."""
    names = list(dict.fromkeys(report.outlet or "a report without an outlet" for report in reports))
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"{listed[:1].upper()}{listed[1:]}" if listed.startswith("a report") else listed


def _s(reports: Sequence[Report]) -> str:
    return "s" if len({report.outlet for report in reports}) == 1 else ""
