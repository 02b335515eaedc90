"""An incident has one type, and a mode that goes with it."""

import pytest

from dateline.comparing.standings.what import find_kind
from dateline.model.case import CaseEvent
from dateline.model.event import Event
from dateline.model.span import Span


def told(*kinds: tuple[str, str | None]) -> list[CaseEvent]:
    return [
        CaseEvent(
            str(n), f"r{n}", n, Event(Span(n, n + 1, "x"), type_, mode, "actual"), (), (), (), None, None, None, None
        )
        for n, (type_, mode) in enumerate(kinds)
    ]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([("ASSAULT", "aerial"), ("ASSAULT", "aerial"), ("ASSAULT", None)], ("ASSAULT", "aerial")),
        ([("ASSAULT", None), ("COERCE", "arrest"), ("ASSAULT", None)], ("ASSAULT", None)),
        ([("PROTEST", "demo"), ("COERCE", "arrest"), ("COERCE", "arrest")], ("PROTEST", "demo")),
        ([("PROTEST", "demo"), ("ASSAULT", "crowd-control")], ("PROTEST", "demo")),
        ([("PROTEST", "demo"), ("ASSAULT", "explosives"), ("ASSAULT", "explosives")], ("ASSAULT", "explosives")),
        ([("AGREE", None), ("CONSULT", "phone")], ("AGREE", None)),
    ],
)
def test_the_kind_that_most_tell_with_a_mode_of_its_own(kinds, expected):
    assert find_kind(told(*kinds)) == expected
