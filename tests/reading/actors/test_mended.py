"""Names that the model cut short are made whole."""

from __future__ import annotations

import pytest

from dateline.model.marks import Mark
from dateline.model.span import Span
from dateline.reading.actors.mended import mend_mentions


@pytest.mark.parametrize(
    ("text", "marked", "whole"),
    [
        ("He told Tidewater News Service so.", "Tidewater News", "Tidewater News Service"),
        ("The Dawn Front met.", "Dawn", "Dawn Front"),
        ("They met Dawn Front Commander Tasker.", "Dawn", "Dawn"),
        ("Dawn service was cut.", "Dawn", "Dawn"),
    ],
)
def test_a_body_takes_in_the_word_by_which_such_names_end(text: str, marked: str, whole: str) -> None:
    start = text.index(marked)
    mark = Mark(Span.cut(text, start, start + len(marked)), "organisation", 0.9)
    assert [mended.span.text for mended in mend_mentions(text, [mark])] == [whole]
