"""Synthetic reports for measuring are whole: every finding stands on its words."""

import dataclasses
from dataclasses import replace

from benchmarks.synthetic import Material, joined, make_reports, part_of

from dateline.model.span import Span
from tests.comparing.build_reports import Act, Said, read

FIRST = read(
    "a",
    "Gunmen of the Red Dawn militia attacked the market of Kelmar on Tuesday. Nine people were killed. "
    "Colonel Orm Tasker said that soldiers had found two rifles near the harbour of Tovin.",
    [Act("attacked", actor="Red Dawn", place="Kelmar"), Act("killed", killed=("Nine", 9, 9))],
    [Said("Orm Tasker", "soldiers had found two rifles near the harbour of Tovin")],
    published="2031-05-06",
)
SECOND = read(
    "b",
    "Villagers marched through Tovin on Friday. Sigrun Dahl said that nobody had heard them for years.",
    [Act("marched", "PROTEST", place="Tovin")],
    [Said("Sigrun Dahl", "nobody had heard them for years")],
    published="2031-05-09",
)


def with_people(report):
    chains = tuple(replace(c, kind="person") if len(c.name.split()) == 2 else c for c in report.reading.chains)
    return replace(report, reading=replace(report.reading, chains=chains))


MATERIAL = Material.of([with_people(FIRST), with_people(SECOND)])


def spans_of(noun):
    if isinstance(noun, Span):
        yield noun
    elif isinstance(noun, tuple):
        for item in noun:
            yield from spans_of(item)
    elif dataclasses.is_dataclass(noun):
        for field in dataclasses.fields(noun):
            yield from spans_of(getattr(noun, field.name))


def assert_whole(reading):
    spans = list(spans_of(reading))
    assert spans
    assert all(reading.text[s.start : s.end] == s.text and s.text for s in spans)
    assert all(mention.chain is None or mention.chain < len(reading.chains) for mention in reading.mentions)
    assert all(event.claim is None or event.claim < len(reading.claims) for event in reading.events)


def test_every_span_of_a_made_report_reads_what_it_repeats():
    for report in make_reports(MATERIAL, 60):
        assert_whole(report.reading)


def test_more_reports_begin_with_the_same_ones():
    assert list(make_reports(MATERIAL, 12))[:5] == list(make_reports(MATERIAL, 5))


def test_a_part_of_a_reading_tells_what_its_words_tell():
    part = part_of(FIRST.reading, FIRST.reading.text.index(" Nine"))
    assert_whole(part)
    assert [event.trigger.text for event in part.events] == ["attacked"]
    assert part.claims == ()


def test_joined_readings_tell_what_both_tell():
    both = joined(FIRST.reading, SECOND.reading)
    assert_whole(both)
    assert [event.trigger.text for event in both.events] == ["attacked", "killed", "marched"]
    assert both.chains[both.claims[1].source_chain].name == "Sigrun Dahl"
