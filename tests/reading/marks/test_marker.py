"""The marker as a whole, on invented texts."""

from __future__ import annotations

import pytest

from dateline.model.marks import Marks
from dateline.model.mention import MENTION_TYPES
from dateline.model.span import Span
from dateline.reading.marks import Marker, load_marker

STORY = (
    "DORVAN, March 3 (Kestrel Wire) - Gunmen attacked a police post near Dorvan on Thursday and killed six guards, "
    "the district governor said.\n\n"
    "“They came from the river,” Governor Ilmar Tosk told reporters. “We will find them.”\n\n"
    "A rebel spokesman denied that his men were involved."
)


@pytest.fixture(scope="module")
def marker() -> Marker:
    return load_marker()


def spans_of(marks: Marks) -> list[Span]:
    claims = [span for c in marks.claims for span in (c.cue, c.source, *c.content) if span]
    events = [span for e in marks.events for span in (e.trigger, *(filler for _, filler, _ in e.roles))]
    return [*(mention.span for mention in marks.mentions), *claims, *events]


def test_an_attack_told_by_a_governor_is_marked(marker: Marker) -> None:
    marks = marker.mark(STORY)
    assert any(c.source and c.source.text == "the district governor" and c.content for c in marks.claims)
    assert any(e.type == "ASSAULT" and e.status == "actual" for e in marks.events)
    fillers = {(role, filler.text) for e in marks.events for role, filler, _ in e.roles}
    assert {("actor", "Gunmen"), ("place", "Dorvan"), ("date", "Thursday")} <= fillers
    assert any(m.label == "person" and "Ilmar Tosk" in m.span.text for m in marks.mentions)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.replace("\n", "\r\n"),
        "🙂 👩‍👩‍👧 " + STORY,
        STORY.replace("o", "o\u0301"),
        STORY.upper(),
        STORY.lower(),
    ],
)
def test_every_span_is_cut_out_of_the_text(marker: Marker, text: str) -> None:
    found = spans_of(marker.mark(text))
    assert found
    for span in found:
        assert span.text == text[span.start : span.end]
        assert span.text == span.text.strip() != ""


def test_marks_are_in_order_with_known_labels_and_probabilities(marker: Marker) -> None:
    marks = marker.mark(STORY)
    assert [m.span.start for m in marks.mentions] == sorted(m.span.start for m in marks.mentions)
    assert {m.label for m in marks.mentions} <= set(MENTION_TYPES)
    sure = [m.confidence for m in marks.mentions] + [c.confidence for c in marks.claims]
    assert all(0 < p < 1 for p in [*sure, *(p for e in marks.events for _, _, p in e.roles)])


@pytest.mark.parametrize("text", ["", "   ", "\n\n\t", "\u200b"])
def test_a_text_without_words_has_no_marks(marker: Marker, text: str) -> None:
    assert marker.mark(text) == Marks()


def test_no_texts_give_no_marks(marker: Marker) -> None:
    assert marker.mark_many([]) == []


def test_a_text_is_marked_alike_alone_and_in_company(marker: Marker) -> None:
    others = ["", "Police in Velm arrested two men.", STORY * 3]
    assert marker.mark_many([*others, STORY, "A short one."])[3] == marker.mark(STORY)


def test_one_thread_marks_as_two_do(marker: Marker) -> None:
    assert load_marker(threads=1).mark(STORY * 4) == load_marker(threads=2).mark(STORY * 4)
    assert marker.version == load_marker(threads=1).version


FILLER = "The road to the coast was quiet in the morning and the shops were open. Buses ran as on other days.\n\n"


def test_a_story_amid_a_long_text_is_marked_as_it_is_alone(marker: Marker) -> None:
    before = FILLER * 40
    found = marker.mark(before + STORY + "\n\n" + FILLER * 40)
    alone = {(e.trigger.text, e.type) for e in marker.mark(STORY).events}
    assert alone & {(e.trigger.text, e.type) for e in found.events}
    sources = {c.source.text for c in found.claims if c.source}
    assert "the district governor" in sources


def test_a_very_long_text_keeps_its_offsets_to_the_end(marker: Marker) -> None:
    text = FILLER * 300 + STORY
    marks = marker.mark(text)
    assert any(span.start > len(FILLER) * 300 for span in spans_of(marks))
    assert all(span.text == text[span.start : span.end] for span in spans_of(marks))


def test_the_marker_is_loaded_once() -> None:
    assert load_marker(threads=2) is load_marker(threads=2)
