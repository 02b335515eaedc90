"""What an article says of itself: outlet, byline, dates, agency, dateline."""

from __future__ import annotations

import json

import pytest

from dateline.language.datestamps import find_stamps
from dateline.model.document import Document, Given, Medium
from dateline.model.segment import Note, Segment
from dateline.reading.metadata import Metadata, find_metadata
from dateline.reading.metadata.credits import read_byline
from dateline.reading.metadata.datelines import find_dateline
from dateline.reading.metadata.outlets import outlet_in_source, outlet_of_address

TEXT = "Shells fell on the port of Veshta on Monday, killing four people, the governor's office said."


def told(
    *notes: tuple[str, str], text: str = TEXT, title: str | None = "Port of Veshta shelled", **given: str
) -> Metadata:
    document = Document("x.txt", None, Medium.TEXT, text, "", Given(**given))
    segment = Segment(0, len(text), title, text, notes=tuple(Note(kind, words, 0, 0) for kind, words in notes))
    return find_metadata(document, segment)


def told_by_page(head: str) -> Metadata:
    document = Document("x.html", None, Medium.HTML, f"<html><head>{head}</head><body><p>{TEXT}</p></body></html>", "")
    return find_metadata(document, Segment(0, 10, None, TEXT))


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Published time: 9 Feb, 2017 08:05 Edited time: 9 Feb, 2017 09:40", ["2017-02-09T08:05", "2017-02-09T09:40"]),
        ("Published October 6th, 2015 – 09:44 GMT", ["2015-10-06T09:44+00:00"]),
        ("Feb 22, 2016, 7:30PM Ilse Varga", ["2016-02-22T19:30"]),
        ("2016-10-04T10:26:00+03:00", ["2016-10-04T10:26:00+03:00"]),
        ("10:26 MSK, 4 Oct 2016", ["2016-10-04T10:26+03:00"]),
        ("4 de octubre de 2016", ["2016-10-04"]),
        ("1er août 2016 à 12h30", ["2016-08-01T12:30"]),
        ("4 октября 2016", ["2016-10-04"]),
        ("2016年10月4日 10:30", ["2016-10-04T10:30"]),
        ("13.10.15", ["2015-10-13"]),
        ("10.13.15", ["2015-10-13"]),
        ("04.10.2016", ["2016-10-04"]),
        ("04/10/2016", []),
        ("31 February 2016", []),
        ("May 2016 be better", []),
    ],
)
def test_stamps_are_read_as_pages_print_them(words: str, values: list[str]) -> None:
    assert [stamp.value for stamp in find_stamps(words)] == values


def test_a_stated_publication_goes_before_the_archive_s_own_date() -> None:
    found = told(
        ("date", "October 18, 2015"), ("stamp", "Published time: 17 Oct, 2015 16:17 Edited time: 18 Oct, 2015 9:00")
    )
    assert found.published and found.published.value == "2015-10-17T16:17"
    assert found.published.told_by == "Published time:"
    assert found.updated and found.updated.value == "2015-10-18T09:00"


def test_numbers_that_may_be_day_or_month_stay_open_without_evidence() -> None:
    assert told(("date", "04/10/2016")).published is None


def test_the_order_of_numbers_is_told_by_another_date_of_the_page() -> None:
    found = told(("date", "04/10/2016"), ("stamp", "Updated 23/10/2016"))
    assert found.published and found.published.value == "2016-10-04"


def test_a_date_in_running_text_is_no_date_of_publication() -> None:
    assert (
        told(text="The war began on 4 October 2016, when shells fell on Veshta for the first time.").published is None
    )


def test_a_dateline_with_a_year_dates_the_report() -> None:
    found = told(text="VESHTA, Oct. 13, 2015 (Xinhua) -- Shells fell on the port on Tuesday.")
    assert found.published and (found.published.value, found.published.told_by) == ("2015-10-13", "dateline")
    assert found.agency == "Xinhua"


def test_an_address_dates_the_report() -> None:
    found = told(url="https://veshta.example/2016/10/04/port-shelled")
    assert found.published and (found.published.value, found.published.told_by) == ("2016-10-04", "url")


def test_the_container_s_word_comes_first() -> None:
    found = told(("date", "October 4, 2016"), published="2016-10-03", outlet="Harran Dispatch", byline="Tomas Irel")
    assert found.published and found.published.value == "2016-10-03"
    assert (found.outlet, found.byline) == ("Harran Dispatch", "Tomas Irel")


@pytest.mark.parametrize(
    ("text", "words", "agency"),
    [
        ("VESHTA, Oct 13 (IANS) - Shells fell.", "VESHTA, Oct 13 (IANS)", "IANS"),
        ("Veshta, Oct 13 (IANS) Shells fell.", "Veshta, Oct 13 (IANS)", "IANS"),
        ("PARIS (Reuters) - Shells fell.", "PARIS (Reuters)", "Reuters"),
        ("VESHTA, Harran — Shells fell.", "VESHTA, Harran", None),
        ("VESHTA/LORN (AFP) – Shells fell.", "VESHTA/LORN (AFP)", "AFP"),
        ("(AP) -- Shells fell.", "(AP)", "AP"),
        ("A standfirst stands above it.\n\nVESHTA (dpa) - Shells fell.", "VESHTA (dpa)", "dpa"),
        (
            "VESHTA, Oct 13 (Merrow News Agency) - Shells fell.",
            "VESHTA, Oct 13 (Merrow News Agency)",
            "Merrow News Agency",
        ),
        ("VESHTA (with agencies) — Shells fell.", "VESHTA (with agencies)", "agencies"),
    ],
)
def test_a_dateline_is_found_with_its_agency(text: str, words: str, agency: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert found.words == words
    assert told(text=text).agency == agency


@pytest.mark.parametrize(
    "text",
    [TEXT, "The UN (United Nations) - said so.", "NATO said it would help.", "On Monday - as ever - shells fell."],
)
def test_no_dateline_is_made_of_other_words(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "notes", "agency"),
    [
        (TEXT + " (AFP)", [], "AFP"),
        (TEXT + " – Reuters", [], "Reuters"),
        (TEXT + "\n\nAFP contributed to this report.", [], "AFP"),
        (TEXT, [("byline", "By Agencies")], "agencies"),
        (TEXT, [("signoff", "With inputs from PTI")], "PTI"),
        (TEXT, [("byline", "By Ilse Varga, Associated Press")], "AP"),
        (TEXT, [("credit", "© Reuters")], None),
        (TEXT + " The minister spoke (later).", [], None),
        (TEXT + " (Merrow News Agency)", [], "Merrow News Agency"),
        (TEXT + " (Veshta Space Agency)", [], None),
    ],
)
def test_an_agency_is_credited_where_the_text_credits_it(
    text: str, notes: list[tuple[str, str]], agency: str | None
) -> None:
    assert told(*notes, text=text).agency == agency


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("By Ilse Varga", "Ilse Varga"),
        ("by ILSE VARGA", "Ilse Varga"),
        ("Feb 22, 2016, 7:30PM Ilse Varga", "Ilse Varga"),
        ("Posted by admin on March 3, 2016", None),
        ("By Ilse Varga and Tomas Irel | March 3, 2016", "Ilse Varga and Tomas Irel"),
        ("Ilse Varga - The Harran Ledger", "Ilse Varga"),
        ("https://veshta.example/authors/ilse", None),
    ],
)
def test_a_byline_is_reduced_to_its_names(words: str, name: str | None) -> None:
    assert read_byline(words) == name


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("Source: Port of Veshta shelled — RT News", "RT"),
        ("Source: Port of Veshta shelled | Harran Ledger", "Harran Ledger"),
        ("via The Harran Ledger » Port of Veshta shelled.", "The Harran Ledger"),
        ("Source: Harran Ledger", "Harran Ledger"),
        ("Source: Port of Veshta shelled |", None),
    ],
)
def test_a_source_line_names_the_outlet_without_its_headline(words: str, outlet: str | None) -> None:
    assert outlet_in_source(words, "Port of Veshta shelled") == outlet


def test_a_source_line_with_a_wire_credits_an_agency_and_no_outlet() -> None:
    found = told(("source", "Source: AFP"))
    assert (found.outlet, found.agency) == (None, "AFP")


def test_an_address_names_a_known_outlet_by_any_part_of_its_host() -> None:
    assert outlet_of_address("https://edition.cnn.com/2016/10/04/x.html") == "CNN"
    assert outlet_of_address("https://veshta.example/") is None


def test_json_ld_tells_publisher_author_and_dates() -> None:
    data = {
        "@graph": [
            {"@type": "WebPage", "datePublished": "2001-01-01"},
            {
                "@type": "NewsArticle",
                "headline": "Port shelled",
                "datePublished": "2019-03-04T08:00:00+02:00",
                "dateModified": "2019-03-05",
                "author": [{"name": "Ilse Varga"}, {"name": "Tomas Irel"}],
                "publisher": {"name": "The Veshta Observer"},
            },
        ]
    }
    found = told_by_page(f'<script type="application/ld+json">{json.dumps(data)}</script>')
    assert (found.outlet, found.title, found.byline) == (
        "The Veshta Observer",
        "Port shelled",
        "Ilse Varga, Tomas Irel",
    )
    assert found.published and found.published.value == "2019-03-04T08:00:00+02:00"
    assert found.published.told_by == "json-ld datePublished"
    assert found.updated and found.updated.value == "2019-03-05"


def test_broken_json_ld_still_tells_its_date() -> None:
    found = told_by_page(
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-03-04", }}</script>'
    )
    assert found.published and found.published.value == "2019-03-04"


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="article:published_time" content="2019-03-04T08:00:00Z">',
        "<meta content=2019-03-04 name=parsely-pub-date>",
        '<meta itemprop="datePublished" content="March 4, 2019" />',
        "<META NAME='DC.date.issued' CONTENT='2019-03-04'>",
    ],
)
def test_meta_tags_tell_the_date(tag: str) -> None:
    found = told_by_page(tag)
    assert found.published and found.published.value.startswith("2019-03-04")


def test_a_moment_in_utc_is_told_as_the_day_of_the_outlet_s_address() -> None:
    head = '<meta property="article:published_time" content="2020-02-18T02:18:11+00:00"><link rel="canonical" href="https://v.example/2020/02/17/x">'
    found = told_by_page(head)
    assert found.published and found.published.day.isoformat() == "2020-02-17"


@pytest.mark.parametrize(
    ("text", "notes", "agency"),
    [
        ("VESHTA, March 4 (ENS) - Shells fell, a medic told Example News Service.", [], "Example News Service"),
        ("VESHTA, March 4 (ENS) - Shells fell, a medic said in the port.", [], "ENS"),
        ("VESHTA, MARCH 4 (ENS) - SHELLS FELL, A MEDIC TOLD EXAMPLE NEWS SERVICE.", [], "Example News Service"),
        ("VESHTA (TNS) - Shells fell, a medic told Tarn News Service.", [], "Tarn News Service"),
        ("VESHTA (AFP) - Shells fell, a medic told Agence France-Presse.", [], "AFP"),
        ("VESHTA (AP) - Shells fell, said Ahmed Pasha, a medic.", [], "AP"),
        (
            TEXT + " A medic told Meridian Press Agency so.\n\n(MPA)",
            [("byline", "By Agencies")],
            "Meridian Press Agency",
        ),
        (TEXT + " (AFP)", [("byline", "Agencies")], "AFP"),
        ("Shells fell on Veshta, Example News Service reported, citing a medic.", [], "Example News Service"),
        ("Shells fell on Veshta, the Associated Press reports.", [], "AP"),
        ("Shells fell on Veshta, the governor reported.", [], None),
        (TEXT + "\n\nA medic told Example News Service more.", [], None),
        (TEXT + " The group is now the Free Harran League (FHL).", [], None),
        ("LAS NOVAS (KLMN) - Shells fell.", [], None),
        (TEXT, [("date", "PTI | Updated: March 12, 2019")], "PTI"),
    ],
)
def test_an_agency_is_told_by_its_full_name(text: str, notes: list[tuple[str, str]], agency: str | None) -> None:
    assert told(*notes, text=text).agency == agency


@pytest.mark.parametrize(
    ("notes", "outlet", "byline"),
    [
        ([("byline", "Veshta Standard | March 4, 2019")], "Veshta Standard", None),
        ([("byline", "Veshta Standard, 4 March 2019")], "Veshta Standard", None),
        ([("byline", "NEWS BULLETIN 12 MARCH 2019")], None, None),
        ([("byline", "By Ilse Varga | March 4, 2019")], None, "Ilse Varga"),
        ([("masthead", "Upland Notebook"), ("source", "Source: Harran Ledger")], "Harran Ledger", None),
        ([("masthead", "Upland Notebook")], "Upland Notebook", None),
        ([("source", "From: Veshta Standard <desk@standard.example>")], "Veshta Standard", None),
    ],
)
def test_a_line_with_outlet_and_date_names_the_outlet(
    notes: list[tuple[str, str]], outlet: str | None, byline: str | None
) -> None:
    found = told(*notes)
    assert (found.outlet, found.byline) == (outlet, byline)


@pytest.mark.parametrize(
    ("words", "title", "outlet"),
    [
        ("Port of Veshta shelled | The Veshta Mirror", "Port of Veshta shelled", "The Veshta Mirror"),
        ("Port of Veshta shelled – Governor Post", "Port of Veshta shelled – Governor Post", None),
        ("Port of Veshta shelled - Reuters", "Port of Veshta shelled", "Reuters"),
    ],
)
def test_an_outlet_that_a_title_adds_is_cut_off(words: str, title: str, outlet: str | None) -> None:
    found = told(title=words)
    assert (found.title, found.outlet) == (title, outlet)


def test_what_htmldate_guesses_and_an_update_alone_are_inferred() -> None:
    guessed = told_by_page("<style>x</style><script>var d = '2019-03-04';</script>")
    page = f"<html><body><p>{TEXT}</p><p>Filed under ports 2019-03-04</p></body></html>"
    document = Document("x.html", None, Medium.HTML, page, "")
    by_htmldate = find_metadata(document, Segment(0, 10, None, TEXT))
    assert by_htmldate.published and by_htmldate.published.told_by == "htmldate"
    assert by_htmldate.published_basis == "inferred"
    assert guessed.published is None or guessed.published_basis == "inferred"
    updated = told(("stamp", "Updated: March 12, 2019"))
    assert updated.published and updated.published.value == "2019-03-12"
    assert updated.published_basis == "inferred"
    assert told(("stamp", "Published: March 12, 2019")).published_basis == "stated"


def test_another_language_than_english_tells_the_order_of_numbers() -> None:
    text = "Três homens foram mortos a tiros na noite de terça-feira em um bar do porto, informou a polícia militar."
    found = told(("date", "04/10/2016"), text=text)
    assert found.published and found.published.value == "2016-10-04"


@pytest.mark.parametrize("text", ["BREAKING - Shells fell on Veshta.", "WATCH: Shells fall.", "UPDATE — Shells fell."])
def test_what_calls_for_attention_is_no_place_of_filing(text: str) -> None:
    assert find_dateline(text) is None
