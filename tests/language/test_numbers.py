"""Are the words of a number read with the bounds that they give?"""

from __future__ import annotations

import pytest

from dateline.errors import WrongUsage
from dateline.language.numbers import find_numbers, read_number

PHRASES = [
    ("at least 30", (30, None)),
    ("At least 30 people", (30, None)),
    ("no fewer than twelve", (12, None)),
    ("more than 30", (31, None)),
    ("over 30 pilgrims", (31, None)),
    ("30 or more", (30, None)),
    ("up to 30", (None, 30)),
    ("as many as two dozen", (None, 24)),
    ("fewer than 10", (None, 9)),
    ("about 30", (30, 30)),
    ("nearly 3,000", (3000, 3000)),
    ("some 30", (30, 30)),
    ("30 or so", (30, 30)),
    ("An estimated 5,000", (5000, 5000)),
    ("between 20 and 30", (20, 30)),
    ("20-30", (20, 30)),
    ("20 to 30 dockers", (20, 30)),
    ("two or three", (2, 3)),
    ("two to three thousand", (2000, 3000)),
    ("dozens", (12, None)),
    ("several dozen", (36, None)),
    ("hundreds", (100, None)),
    ("tens of thousands", (10_000, None)),
    ("a dozen", (12, 12)),
    ("half a dozen", (6, 6)),
    ("more than a dozen", (13, None)),
    ("a couple", (2, 2)),
    ("a handful", (3, None)),
    ("several", (3, None)),
    ("no one", (0, 0)),
    ("Nobody", (0, 0)),
    ("none of them", (0, 0)),
    ("no casualties", (0, 0)),
    ("twenty-three", (23, 23)),
    ("two hundred and five", (205, 205)),
    ("1,200", (1200, 1200)),
    ("2 000", (2000, 2000)),
    ("1.5 million", (1_500_000, 1_500_000)),
    ("half a million", (500_000, 500_000)),
    ("another 11", (11, 11)),
    ("at least 35 more", (35, None)),
    ("a man", (1, 1)),
    ("A village headman", (1, 1)),
    ("a 16-year-old girl", (1, 1)),
    ("one of his guards", (1, 1)),
    ("his two sons", (2, 2)),
    ("the students", (2, None)),
]


@pytest.mark.parametrize(("words", "bounds"), PHRASES)
def test_a_number_phrase_gives_its_bounds(words: str, bounds: tuple[int | None, int | None]) -> None:
    assert read_number(words) == bounds


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("a woman and two children", (3, 3)),
        ("A young couple and their baby", (3, 3)),
        ("a family of four", (4, 4)),
        ("both", (2, 2)),
        ("Two soldiers and a policeman", (3, 3)),
        ("five soldiers, two policemen and a child", (8, 8)),
        ("at least four clerks and a guard", (5, None)),
    ],
)
def test_victims_named_side_by_side_are_added(words: str, bounds: tuple[int, int | None]) -> None:
    assert read_number(words) == bounds


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("five people, including two children", (5, 5)),
        ("at least 12 villagers, most of them women", (12, None)),
        ("nine people (among them three nurses)", (9, 9)),
        ("three children aged 5, 7 and 9", (3, 3)),
    ],
)
def test_a_part_is_no_addition(words: str, bounds: tuple[int, int | None]) -> None:
    assert read_number(words) == bounds


@pytest.mark.parametrize("words", ["an unknown number", "2016", "in 2016", "30 percent", "$5 million", "10:30 am", ""])
def test_years_shares_money_and_times_count_nobody(words: str) -> None:
    assert read_number(words) is None


def test_the_rule_decides_what_a_vague_word_is_worth() -> None:
    values = {rule: [read_number(w, rule) for w in ("dozens", "hundreds", "many")] for rule in ("acled", "casebook")}
    assert values == {
        "acled": [(12, None), (100, None), (3, None)],
        "casebook": [(24, None), (200, None), (2, None)],
    }


def test_an_unknown_rule_is_named_in_the_error() -> None:
    with pytest.raises(WrongUsage, match="guess"):
        read_number("dozens", "guess")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 30 dockers fell ill and two dozen fled.", ["At least 30", "two dozen"]),
        ("On 3 May 2016 a 22-year-old shot 5 guards at 10:30 am.", ["5"]),
        ("Between 20 and 30 rowers drowned, 40 km off Velm.", ["Between 20 and 30"]),
        ("Nobody was hurt; 15 percent of the $5 million is gone.", ["Nobody"]),
        ("The second bus and flight 17 were late in 2019.", []),
    ],
)
def test_counts_are_found_in_a_text_without_what_counts_nobody(text: str, found: list[str]) -> None:
    spans = find_numbers(text)
    assert [span.text for span in spans] == found
    assert all(text[span.start : span.end] == span.text for span in spans)
