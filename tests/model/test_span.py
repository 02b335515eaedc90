"""Spans point at the words that they repeat."""

from dateline.model.span import NumberSpan, Span

TEXT = "Two shells fell near Korda."


def test_a_span_repeats_its_words():
    assert Span.cut(TEXT, 4, 10) == Span(4, 10, "shells")


def test_a_number_span_shows_its_bounds():
    assert NumberSpan(0, 3, "Two", 2, 2).to_dict() == {"start": 0, "end": 3, "text": "Two", "low": 2, "high": 2}


def test_spans_that_only_touch_do_not_overlap():
    two, shells = Span.cut(TEXT, 0, 4), Span.cut(TEXT, 4, 10)
    assert not two.overlaps(shells)
    assert Span.cut(TEXT, 0, 10).holds(shells)
    assert Span.cut(TEXT, 2, 5).overlaps(shells)
