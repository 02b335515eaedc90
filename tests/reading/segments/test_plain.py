"""One file of one article, and list pages stripped of their tags."""

from __future__ import annotations

import pytest

from dateline.model.report import FurnitureKind
from dateline.reading.segments import find_segments

from .pages import BODY, FIRST, SECOND, STRIPPED_ARCHIVE, THIRD, plain


def test_a_text_with_one_article_is_one_segment() -> None:
    text = "Port of Veshta shelled\n\n" + "\n\n".join(BODY)
    (segment,) = find_segments(plain(text))
    assert segment.title == "Port of Veshta shelled"
    assert segment.text == "\n\n".join(BODY)
    assert (segment.start, segment.end) == (0, len(text))
    assert segment.alone


def test_a_text_that_begins_with_a_sentence_has_no_headline() -> None:
    (segment,) = find_segments(plain("\n".join(BODY)))
    assert segment.title is None
    assert segment.text.startswith(FIRST)


def test_an_empty_text_has_no_segment() -> None:
    assert find_segments(plain(" \n\n\t")) == ()


def test_a_stripped_list_page_becomes_its_posts() -> None:
    first, second = find_segments(plain(STRIPPED_ARCHIVE))
    assert first.title == "Port of Veshta shelled for the second time this week – governor"
    assert second.title == "Talks on Veshta fail again"
    assert first.text.startswith(FIRST)
    assert first.text.endswith("wait outside of the harbour.")
    assert second.text.startswith("The two sides left")
    assert second.text.endswith("had not even come up.")
    assert first.end <= second.start
    assert not first.alone


def test_the_extent_of_a_post_holds_its_headline_and_its_last_words_only() -> None:
    first, second = find_segments(plain(STRIPPED_ARCHIVE))
    assert STRIPPED_ARCHIVE[first.start :].startswith("Port of Veshta shelled for the second time")
    assert STRIPPED_ARCHIVE[: first.end].endswith("wait outside of the harbour.")
    assert STRIPPED_ARCHIVE[: second.end].endswith("had not even come up.")


def test_pieces_are_exact_slices_of_a_plain_text() -> None:
    for segment in find_segments(plain(STRIPPED_ARCHIVE)):
        assert segment.pieces
        for piece in segment.pieces:
            source = STRIPPED_ARCHIVE[piece.source_start : piece.source_end]
            assert segment.text[piece.start : piece.end] == source


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skip to main content", FurnitureKind.NAVIGATION),
        ("Share this:", FurnitureKind.SHARING),
        ("A burnt-out lorry near the quay © Tomas Irel", FurnitureKind.CAPTION),
        ("A soldier on the quay of Veshta (AFP)", FurnitureKind.CAPTION),
        ("The governor is an ally of the ministry. (AFP/File)", FurnitureKind.CAPTION),
        ("The quay is expected to open again [Getty]", FurnitureKind.CAPTION),
        ("Tomas Irel / Sputnik", FurnitureKind.CREDIT),
        ("Photo Credit: Reuters/Harran TV", FurnitureKind.CAPTION),
        ("image description", FurnitureKind.CAPTION),
        ("READ MORE: Harran Brigade denies it shelled the port", FurnitureKind.TEASER),
        ("5 min read", FurnitureKind.METADATA),
        ("15 March, 2019", FurnitureKind.METADATA),
        ("Sign up to get the latest on Harran in your inbox", FurnitureKind.NEWSLETTER),
        ("© 2019 The Harran Ledger. All rights reserved.", FurnitureKind.METADATA),
        ("We use cookies to improve your visit. Read our cookie policy.", FurnitureKind.METADATA),
    ],
)
def test_a_line_of_furniture_is_marked_and_not_read_as_text(line: str, kind: FurnitureKind) -> None:
    text = "\n\n".join(["Port of Veshta shelled", line, *BODY])
    (segment,) = find_segments(plain(text))
    assert segment.text == "\n\n".join(BODY)
    assert kind in [f.kind for f in segment.furniture if text[f.start : f.end] == line]


@pytest.mark.parametrize(
    "line",
    [
        "On Monday, though, another crowd filled the squares of Veshta.",
        "The group said in its weekly newsletter that it had taken the town.",
        "“Share the bread,” the imam told them.",
        "He said: “Read more books.”",
        "New offensive",
        "The toll of 4 March 2019 was the highest of the war, the ministry said.",
        "The shelling killed four people, a medic said. (AFP)",
    ],
)
def test_a_line_of_news_is_not_taken_for_furniture(line: str) -> None:
    text = "\n\n".join(["Port of Veshta shelled", FIRST, line, SECOND, THIRD])
    (segment,) = find_segments(plain(text))
    assert segment.text == "\n\n".join([FIRST, line, SECOND, THIRD])


def test_what_follows_the_share_bar_at_the_end_is_furniture() -> None:
    text = "\n\n".join([*BODY, "Share.", "Disclosure:", "Location", "Comments are closed."])
    (segment,) = find_segments(plain(text))
    assert segment.text == "\n\n".join(BODY)
    assert len(segment.furniture) == 4


def test_text_after_a_signature_and_a_long_gap_is_a_post_without_a_headline() -> None:
    signed = "\n\n".join([*BODY, *BODY, "By Ilse Varga"])
    text = STRIPPED_ARCHIVE.split("Talks on Veshta")[0] + signed + "\n\n\n\n\n\n"
    text += "\n\n".join(["The harbour master has been replaced, a decree of the ministry said on Friday.", SECOND])
    *_, last = find_segments(plain(text))
    assert last.title is None
    assert last.text.startswith("The harbour master")


def test_lines_broken_at_a_column_are_joined_to_paragraphs() -> None:
    wrapped = (
        "VESHTA, March 4 - Shells fell on the port of Veshta on Monday,\n"
        "killing four people, the governor's office said in\n"
        "a statement that was read on the radio.\n\nResidents who fled the quarter said that the shelling had gone\n"
        "on until the evening and had hit a bakery and two of the\nhouses behind it.\n"
    )
    (segment,) = find_segments(plain(wrapped))
    assert len(segment.text.split("\n\n")) == 2


def in_style(style: str) -> str:
    titles = ("Port of Veshta shelled", "Governor leaves Veshta", "Talks on Veshta fail again")
    body = "\n\n".join(BODY)
    return "\n\n".join(style.format(title=title, day=5 - n, body=body) for n, title in enumerate(titles))


@pytest.mark.parametrize(
    "style",
    [
        "Monday, March {day}, 2019\n\n{title}\n\n{body}\n\nPosted by Ilse at 10:30 AM\n\nLabels: Veshta, War",
        "{title}\n\nPosted on March {day}, 2019 by admin\n\n{body}\n\nPosted in News | Tagged war | Leave a comment",
        "{title}\nby Ilse Varga | Mar {day}, 2019 | News, War | 0 comments\n{body}",
        "{title}\n\nBy Ilse Varga\n\n{body}",
        "War\n\n{title}\n\n0{day} Mar 2019 - 10:30\n\n{body}\n\nRead more",
        "{title}\n\n{day} hours ago\n\n{body}",
        "-----\n\n{title}\n\n{body}",
        "{day} of 3 DOCUMENTS\n\nHarran Ledger\n\nMarch {day}, 2019 Monday\n\n{title}\n\nBYLINE: Ilse Varga"
        "\n\nLENGTH: 345 words"
        "\n\n{body}\n\nLOAD-DATE: March {day}, 2019\n\nCopyright 2019 Harran Ledger\nAll Rights Reserved",
    ],
    ids=[
        "date above",
        "posted on",
        "by and on",
        "byline only",
        "category above",
        "hours ago",
        "ruled off",
        "press database",
    ],
)
def test_list_pages_of_many_styles_become_their_posts(style: str) -> None:
    segments = find_segments(plain(in_style(style)))
    titles = [segment.title for segment in segments]
    assert titles == ["Port of Veshta shelled", "Governor leaves Veshta", "Talks on Veshta fail again"]
    assert {segment.text for segment in segments} == {"\n\n".join(BODY)}


def test_a_timeline_within_an_article_makes_no_posts_of_its_own() -> None:
    text = (
        "Timeline of the siege\n\n" + "\n\n".join(BODY) + f"\n\nMarch 1, 2019\n\n{FIRST}\n\nMarch 3, 2019\n\n{SECOND}"
    )
    (segment,) = find_segments(plain(text))
    assert segment.title == "Timeline of the siege"


def test_dated_headlines_below_an_article_are_teasers() -> None:
    teasers = "Bridge to Lorn reopens\n\nMarch 2, 2019\n\nMayor of Lorn resigns\n\nMarch 1, 2019"
    text = "Port of Veshta shelled\n\nMarch 4, 2019\n\n" + "\n\n".join(BODY) + "\n\n" + teasers
    (segment,) = find_segments(plain(text))
    assert segment.text == "\n\n".join(BODY)
