"""Who is cited, by the words "citing" and "according to" alone."""

from __future__ import annotations

import pytest

from dateline.language.attributions import find_cited


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mill TV, citing two guards, said so.", ["two guards"]),
        ("It fell, according to the Dorvan Post.", ["the Dorvan Post"]),
        ("The agency, referring to a clerk who fled, wrote it.", ["a clerk"]),
        ("Radio Liss, quoting Karo Lindt as saying it was over, played a song.", ["Karo Lindt"]),
        ("The city is calm.", []),
    ],
)
def test_the_cited_are_found(text: str, who: list[str]) -> None:
    assert [span.text for span in find_cited(text)] == who
