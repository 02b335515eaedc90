"""The lines about a headline: outlets, kickers, issuers, names of writers; exports of press databases; broken lines."""

from __future__ import annotations

import pytest

from dateline.language.mastheads import is_name_shaped, names_body, names_outlet
from dateline.model.report import FurnitureKind
from dateline.model.segment import Segment
from dateline.reading.reports import check_pieces, find_reports
from dateline.reading.segments import find_segments

from .pages import BODY, FIRST, SECOND, plain

TITLE = "Four killed as shells hit port of Veshta"
TEXT = "\n\n".join(BODY)


def noted(segment: Segment, kind: str) -> list[str]:
    return [note.words for note in segment.notes if note.kind == kind]


@pytest.mark.parametrize(
    ("line", "is_outlet"),
    [
        ("The Veshta Lantern", True),
        ("Radio Nine Hills", True),
        ("La Gazette du soir", True),
        ("El Diario de la Costa", True),
        ("Neue Veshtaer Zeitung", True),
        ("Veshta State Television", True),
        ("Вестник Вешты", True),
        ("صحيفة المرفأ", True),
        ("港口日报", True),
        ("veshtapost.example", True),
        ("Radio Veshta FM 98.2", True),
        ("World News", False),
        ("Special Report", False),
        ("Press Release", False),
        ("Bulletin", False),
        ("Eastern Harran", False),
        ("Ilse Varga", False),
        ("Port of Veshta shelled, says Veshta Post", False),
        ("The post office burned", False),
    ],
)
def test_a_line_names_an_outlet_by_a_word_of_the_press(line: str, is_outlet: bool) -> None:
    assert names_outlet(line) is is_outlet


def test_names_have_their_shape() -> None:
    assert is_name_shaped("La Lanterne du port")
    assert not is_name_shaped("Shells fell on the port")
    assert not is_name_shaped("Port shelled, four dead")
    assert names_body("Ministry of Ports")
    assert not names_body("Veshta Harbour")


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("{title}\n\nVeshta Standard\n4 March 2019", "Veshta Standard"),
        ("Veshta Standard\n\n{title}\n\n4 March 2019", "Veshta Standard"),
        ("Veshta Standard\n\n{title}", "Veshta Standard"),
        ("Veshta Standard\n4 March 2019\n{title}\nBy Ilse Varga", "Veshta Standard"),
        ("Skip to main content\n\n{title}\n\nVeshta State Television\nPublished time: 4 Mar, 2019 12:20", None),
        ("Home › World\nVeshta Standard\nWORLD\n{title}\n4 March 2019", "Veshta Standard"),
        ("Le Courrier du port\n\n{title}\n\nLe 4 mars 2019", "Le Courrier du port"),
        ("{title}\nOn Mar 4, 2019\nBy Ilse Varga\nThe Sentinel Harran\nShare", "The Sentinel Harran"),
        ("Re: war thread\n\nhttps://post.example/port\n\n{title}\nVeshta Post\nMarch 4, 2019", "Veshta Post"),
    ],
)
def test_an_outlet_beside_a_headline_is_neither_headline_nor_text(head: str, outlet: str | None) -> None:
    (segment,) = find_segments(plain(head.format(title=TITLE) + "\n\n" + TEXT))
    assert segment.title == TITLE
    assert segment.text == TEXT
    named = {*noted(segment, "outlet"), *noted(segment, "masthead")}
    assert named == {outlet or "Veshta State Television"}


def test_a_name_without_a_word_of_the_press_is_known_by_the_copyright() -> None:
    text = f"{TITLE}\n\nHarrania\n4 March 2019\n\n{TEXT}\n\n© Harrania 2019. All rights reserved."
    (report,) = find_reports(plain(text))
    assert (report.title, report.outlet, report.text) == (TITLE, "Harrania", TEXT)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Rebels Storm State Television\n\nMarch 4, 2019", "Rebels Storm State Television"),
        ("Rebels Storm State Television\n\nFour People Die\n\nMarch 4, 2019", "Rebels Storm State Television"),
        ("Fire at Morning Post\n\nThe Roof Fell First\n\nMarch 4, 2019", "Fire at Morning Post"),
        ("Mira Oldan\n\nMarch 4, 2019", "Mira Oldan"),
        ("Eastern Harran\n" + TITLE + "\nMarch 4, 2019", TITLE),
        ("Essay\n\n" + TITLE + "\n\nBy Ilse Varga", TITLE),
        ("HARRAN-SHELLING (URGENT)\n\n" + TITLE.upper(), TITLE.upper()),
        (TITLE + "\nIlse Varga\nMarch 4, 2019", TITLE),
        (TITLE + "\nA line below the headline without a stop\nMarch 4, 2019", TITLE),
    ],
    ids=[
        "title case",
        "title case twice",
        "standfirst",
        "a person",
        "kicker",
        "one word",
        "slug",
        "writer",
        "standfirst with date",
    ],
)
def test_a_headline_is_told_from_the_lines_around_it(head: str, title: str) -> None:
    (segment,) = find_segments(
        plain(
            head
            + "\n\n"
            + "\n\n".join(["The rebels stormed the television of the state at noon, four witnesses said.", *BODY])
        )
    )
    assert segment.title == title


def test_a_writer_between_headline_and_date_is_a_byline() -> None:
    (report,) = find_reports(plain(f"{TITLE}\nTomas Irel\n12 March 2019 - 08:45\n{TEXT}"))
    assert (report.title, report.byline, report.text) == (TITLE, "Tomas Irel", TEXT)


def test_a_statement_s_issuer_is_its_outlet() -> None:
    head = "FOR IMMEDIATE RELEASE\n\nREPUBLIC OF HARRAN\nMINISTRY OF PORTS AND ROADS\n\nPRESS STATEMENT\n\n4 March 2019"
    (report,) = find_reports(plain(f"{head}\n\n{TITLE.upper()}\n\n{TEXT}\n\n-END-"))
    assert (report.outlet, report.title, report.text) == ("MINISTRY OF PORTS AND ROADS", TITLE.upper(), TEXT)
    assert report.published and report.published.value == "2019-03-04"


def test_the_name_above_a_list_page_is_the_outlet_of_posts_that_name_no_other() -> None:
    posts = [f"{title}\n\nMarch {day}, 2019\n\n{title}" for day, title in ((4, TITLE), (2, "Talks on Veshta fail"))]
    quoted = posts[1] + "\n\nSource: Talks on Veshta fail — Harran Ledger"
    text = "\n\n".join(
        ["Upland Notebook", "Posted tagged ‘Veshta’", posts[0], TEXT, "Share this:", "Mail", quoted, TEXT]
    )
    assert [report.outlet for report in find_reports(plain(text))] == ["Upland Notebook", "Harran Ledger"]


@pytest.mark.parametrize(
    "article",
    [
        "{n} of 2 DOCUMENTS\n\n{outlet}\n\nMarch {n}, 2019 Monday\nFinal Edition\n\n{title}\n\nBYLINE: Ilse Varga\n\n"
        "LENGTH: 312 words\n\nDATELINE: VESHTA\n\n{body}\n\nLOAD-DATE: March 9, 2019\n\nCopyright 2019 Port Publishing "
        "Company\nAll Rights Reserved\n\n",
        "{title}\n\n{outlet}\n\nMarch {n}, 2019 Monday\n\nCopyright 2019 Port Publishing Company\n\nLength: 312 words"
        "\n\nByline: Ilse Varga\n\nBody\n\n{body}\n\nLoad-Date: March 9, 2019\n\nEnd of Document\n\n",
        "{title}\n\nBy Ilse Varga\n312 words\n{n} March 2019\n{outlet}\nHARPOST\n12\nEnglish\n"
        "Copyright 2019. Port Ltd.\n\n{body}\n\nDocument HARPOST020190304ef3400{n}12\n\n",
        "HD   {title}\nBY   By Ilse Varga\nWC   312 words\nPD   {n} March 2019\nSN   {outlet}\nSC   HARPOST\n"
        "LA   English\nCY   Copyright 2019. Port Ltd.\n\nLP   {body}\n\nAN   Document HARPOST020190304ef3400{n}12\n\n",
        "HD\n{title}\nBY\nBy Ilse Varga\nPD\n{n} March 2019\nSN\n{outlet}\nLP\n{body}\n"
        "AN\nDocument HARPOST020190304ef3{n}\n",
    ],
    ids=["numbered", "end of document", "document code", "field codes", "field codes on lines of their own"],
)
def test_an_export_of_a_press_database_becomes_its_articles(article: str) -> None:
    heads = [(TITLE, "Harran Ledger"), ("Governor leaves Veshta for talks in Lorn", "Lorn Evening Post")]
    text = "".join(article.format(n=n, title=t, outlet=o, body=TEXT) for n, (t, o) in enumerate(heads, start=4))
    reports = find_reports(plain(text))
    assert [(report.title, report.outlet) for report in reports] == heads
    assert [report.published.value for report in reports if report.published] == ["2019-03-04", "2019-03-05"]
    assert {report.text for report in reports} == {TEXT}
    assert {report.byline for report in reports} == {"Ilse Varga"}
    for report in reports:
        assert check_pieces(report, plain(text)) == []


BROKEN = (
    "Shelling of the port of Veshta\n\n"
    "On the morning of 3 March, at least eleven shells of 120 mm cali-\nbre fell on the port of Veshta. A well-known\n"
    "fisherman was killed. The watchers say that the fire came from the\nsouth, where the Harran Brigade holds the "
    "ridge and, in an anti-\ngovernment move, closed the road to a\n\n                         3\n\n"
    "quarry that feeds the\nwhole of the town behind the hills.\n"
)


def test_words_that_a_column_broke_are_whole_again_and_lead_back_to_their_lines() -> None:
    (report,) = find_reports(plain(BROKEN))
    assert "120 mm calibre fell" in report.text
    assert "well-known fisherman" in report.text
    assert "anti-government move" in report.text
    assert "the road to a quarry that feeds" in report.text
    assert "\n" not in report.text
    assert len(report.pieces) > 5
    assert check_pieces(report, plain(BROKEN)) == []


def test_the_marks_of_a_quoting_mail_are_no_words() -> None:
    quoted = "\n".join("> " + line for line in (TITLE, "Harran Ledger", "March 4, 2019", *BODY))
    (report,) = find_reports(plain("Subject: FW: port\n" + quoted))
    assert (report.title, report.outlet, report.text) == (TITLE, "Harran Ledger", TEXT)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Soldiers guard the road to Veshta [HST]", FurnitureKind.CAPTION),
        ("Soldiers guard the road to Veshta (HST)", FurnitureKind.CAPTION),
    ],
)
def test_a_caption_with_initials_below_the_date_is_furniture(line: str, kind: FurnitureKind) -> None:
    text = "\n\n".join([TITLE, "March 4, 2019", line, *BODY])
    (segment,) = find_segments(plain(text))
    assert segment.text == TEXT
    assert kind in [f.kind for f in segment.furniture if text[f.start : f.end] == line]


@pytest.mark.parametrize("line", ["The rise of the Free Harran League (FHL)", "The Morning Post", "War Diary"])
def test_a_subheading_stays_text(line: str) -> None:
    (segment,) = find_segments(plain("\n\n".join([TITLE, "March 4, 2019", FIRST, line, SECOND])))
    assert line in segment.text


@pytest.mark.parametrize(
    "line",
    [
        "You receive this letter because you subscribed to it. Unsubscribe here.",
        "You are receiving this email because you signed up on our website.",
        "View this email in your browser",
        "Le puede interesar: Otra noticia del puerto",
        "Síguenos en WhatsApp",
        "ENS/JK/1430 GMT",
        "Copyright 2019 Port Publishing Company",
        "Kindly share this story:",
    ],
)
def test_lines_below_a_text_are_furniture(line: str) -> None:
    (segment,) = find_segments(plain("\n\n".join([TITLE, *BODY, line])))
    assert segment.text == TEXT


def test_numbers_of_a_table_stay_and_a_page_s_number_goes() -> None:
    (segment,) = find_segments(plain("\n\n".join([TITLE, FIRST, "7", SECOND, "12", "14", "19", THIRD_LINE])))
    assert "\n\n7\n\n" not in segment.text
    assert "\n\n12\n\n14\n\n19" in segment.text


THIRD_LINE = BODY[2]
