"""Names of groups: what tells one from another."""

from __future__ import annotations

import pytest

from dateline.language.group_names import begins_name, same_core, same_group


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Nawras", "the Nawras Movement", True),
        ("Harakat Nawras", "the Nawras Movement", True),
        ("Harakat al-Nawrasah", "Al-Nawras", True),
        ("Jabhat al-Harak", "al-Harak Front", True),
        ("the Harak group", "al-Harak Front", True),
        ("the Harak Brigade", "the Harak Front", False),
        ("Liwa Harak", "Jabhat Harak", False),
        ("the Free Velmian Army", "the Velmian Army", False),
        ("the People's Front", "the People's Movement", False),
    ],
)
def test_names_of_one_text_name_one_group_or_two(first: str, second: str, one: bool) -> None:
    assert same_group(first, second) is same_group(second, first) is one


def test_groups_of_two_sorts_may_share_their_core() -> None:
    assert same_core("the Harak Brigade", "the Harak Front")


@pytest.mark.parametrize(("word", "begins"), [("Jabhat", True), ("Frente", True), ("Front", False), ("jabhat", False)])
def test_a_sort_of_group_in_its_own_tongue_begins_the_name(word: str, begins: bool) -> None:
    assert begins_name(word) is begins
