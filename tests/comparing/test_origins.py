"""Shared passages: what counts as copied, from where to where, and who had it first."""

from __future__ import annotations

import pytest

from dateline.comparing.origins import Origins, find_origins
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Said, read

LEAD = "Two ferries collided off the port of Merrow on Sunday evening and at least six passengers are missing. "
MIDDLE = (
    "Rescue boats searched the bay through the night while relatives waited on the quay in the rain. The harbour "
    "master blamed a broken light on the western pier, which had been reported to the council in spring. "
)
TAIL = "Both captains were questioned by the coast guard on Monday and released without any charge. "
OTHER = (
    "The council of Merrow meets today to talk about the budget for roads and schools. Its chairman promised that "
    "no school would close before the summer and that the bridge would be painted at last. "
)
QUOTE = '"We saw the other ship far too late and there was no time left to turn away from it"'


def origins(*reports: ReadReport) -> Origins:
    return find_origins(reports)


def shared(found: Origins) -> list[tuple[str, tuple[str, ...]]]:
    return [(passage.kind, passage.reports) for passage in found.copies]


def test_a_wire_cut_in_half_is_a_verbatim_copy() -> None:
    found = origins(read("a", LEAD + MIDDLE + TAIL), read("b", LEAD + MIDDLE))
    assert shared(found) == [("verbatim", ("a", "b"))]


def test_a_paragraph_embedded_in_another_story_is_found_with_its_exact_characters() -> None:
    found = origins(read("a", LEAD + MIDDLE + TAIL), read("b", OTHER + MIDDLE + OTHER))
    (passage,) = found.copies
    assert [span.span.text for span in passage.spans] == [MIDDLE.strip(" .")] * 2


def test_spans_point_at_the_words_of_their_own_report() -> None:
    texts = {"a": LEAD + MIDDLE, "b": "By our staff\n\n" + LEAD.replace("evening", "night") + MIDDLE}
    for passage in origins(*(read(name, text) for name, text in texts.items())).copies:
        for evidence in passage.spans:
            assert texts[evidence.report][evidence.span.start : evidence.span.end] == evidence.span.text


def test_a_rewritten_passage_is_near() -> None:
    changed = (
        MIDDLE.replace("the night", "a long night").replace("council", "town hall").replace("blamed", "pointed to")
    )
    assert shared(origins(read("a", LEAD + MIDDLE), read("b", OTHER + changed))) == [("near", ("a", "b"))]


def test_a_quotation_that_runs_word_for_word_in_both_is_a_quote() -> None:
    first = f"A sailor spoke on the quay. {QUOTE}, he told reporters of three papers."
    second = f"{OTHER}{QUOTE}, said one of the sailors who were saved."
    assert shared(origins(read("a", first), read("b", second))) == [("quote", ("a", "b"))]


def test_a_quotation_with_a_name_spelt_otherwise_is_still_one() -> None:
    first = f'Asked who did it, {QUOTE[:-1]}, and al-Zahra left us there alone", the sailor said.'
    second = f'{OTHER}The man said: {QUOTE[:-1]}, and Zahra left us there alone".'
    assert shared(origins(read("a", first), read("b", second))) == [("quote", ("a", "b"))]


def test_reports_on_one_subject_in_their_own_words_share_nothing() -> None:
    own = "Six people are missing after a collision of two ferries at Merrow; the search went on all night."
    assert shared(origins(read("a", LEAD + MIDDLE), read("b", own))) == []


def test_half_a_sentence_that_many_people_say_is_no_shared_quotation() -> None:
    first = 'She said: "I looked out of the window and saw the ferry sink like a stone".'
    second = '"I looked out of the window and there were the police with their dogs", a man said.'
    assert shared(origins(read("a", first), read("b", second))) == []


def test_what_an_outlet_prints_under_everything_is_no_copy() -> None:
    furniture = "Our paper lives from its readers: write to the desk with your story and your picture of the day. "
    bodies = [LEAD, MIDDLE, TAIL, OTHER, LEAD[::-1]]
    reports = [read(f"r{i}", body + furniture, outlet="Merrow Echo") for i, body in enumerate(bodies)]
    assert shared(origins(*reports)) == []


def test_an_undated_report_takes_the_earliest_day_of_those_it_shares_with() -> None:
    found = origins(
        read("a", LEAD + MIDDLE, published="2031-05-06"),
        read("b", LEAD + MIDDLE, published="2031-05-05"),
        read("c", OTHER + LEAD + MIDDLE),
    )
    assert found.inferred["c"][0].isoformat() == "2031-05-05"
    assert found.inferred["c"][1] == ("b",)


def test_a_passage_quoted_through_the_years_dates_nothing() -> None:
    found = origins(
        read("a", LEAD + MIDDLE, published="2027-01-06"),
        read("b", LEAD + MIDDLE, published="2031-05-05"),
        read("c", OTHER + LEAD + MIDDLE),
    )
    assert found.inferred == {}


def test_ten_reprints_are_one_group() -> None:
    reports = [read(f"r{i}", OTHER[: 20 * i] + LEAD + MIDDLE) for i in range(10)]
    assert max(len(passage.reports) for passage in origins(*reports).copies) == 10


def test_no_report_and_empty_texts_share_nothing() -> None:
    assert origins() == Origins()
    assert origins(read("a", ""), read("b", "")).copies == ()


@pytest.mark.parametrize(
    "line",
    [
        "Whoever saw the collision is asked to call the harbour office of Merrow at 555-010-7788 by day. ",
        "Write to the desk of this newspaper at desk@merrow.example with your story and your picture of the day. ",
        "Copyright 2031 by the publishing house of the coast, which has all rights reserved in every land. ",
    ],
    ids=["a telephone", "an address", "rights"],
)
def test_lines_for_readers_are_no_copy(line: str) -> None:
    assert shared(origins(read("a", LEAD + line), read("b", OTHER + line))) == []


def test_a_dispatch_with_a_line_for_readers_at_its_end_is_still_one() -> None:
    line = "Call the harbour office at 555-010-7788. "
    assert shared(origins(read("a", MIDDLE + line + LEAD), read("b", OTHER + MIDDLE + line))) == [
        ("verbatim", ("a", "b"))
    ]


@pytest.mark.parametrize(
    ("first", "second", "day", "found"),
    [
        ("A sailor", "A porter", "2031-05-09", 1),
        ("A sailor", "A porter", "2031-09-09", 0),
        ("Orm Tasker", "Ida Marsh", "2031-09-09", 0),
        ("Orm Tasker", "Orm Tasker", "2031-09-09", 1),
    ],
    ids=["within days", "months apart", "months apart by two people", "months apart by one"],
)
def test_a_saying_is_no_quotation_of_one_person(first: str, second: str, day: str, found: int) -> None:
    saying = "it was just pop, pop and pop again"
    one = read("a", f'"{saying}", {first} said.', (), [Said(first, saying, (), "direct")], published="2031-05-06")
    two = read("b", f'{OTHER}"{saying}", {second} said.', (), [Said(second, saying, (), "direct")], published=day)
    assert len(shared(origins(one, two))) == found


def test_a_set_phrase_that_two_papers_print_years_apart_is_no_copy() -> None:
    phrase = "was charged with leaving the place of a collision and with failing to help those who were hurt "
    early = read("a", f"He {phrase}in May.", published="2031-05-06")
    assert shared(origins(early, read("b", f"She {phrase}in June.", published="2031-05-20"))) != []
    assert shared(origins(early, read("b", f"She {phrase}in June.", published="2033-06-20"))) == []


def test_words_repeated_at_the_end_of_a_passage_do_not_lengthen_it() -> None:
    end = "The guard searched the house at the corner of Quay Street, the shed at the corner of Quay Street"
    full = f"{LEAD}{end} and the barn at the corner of Quay Street. {TAIL}"
    found = origins(read("a", full), read("b", f"{OTHER}{LEAD}{end}. {OTHER}"))
    (passage,) = found.copies
    assert [evidence.span.text.endswith("the shed at the corner of Quay Street") for evidence in passage.spans] == [
        True,
        True,
    ]
