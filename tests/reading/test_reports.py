"""From a document to its reports."""

from __future__ import annotations

from dataclasses import replace

from dateline.language.detection import detect_language
from dateline.model.document import Document, Given, Medium
from dateline.model.report import Basis
from dateline.reading.reports import check_pieces, find_reports

PARAGRAPHS = (
    "VESHTA, March 4 (AFP) - Shells fell on the port of Veshta on Monday, killing four people, the governor said.",
    "Residents who fled the quarter said that the shelling had gone on until the evening and hit a bakery.",
)
TEXT = "Port of Veshta shelled\n\nBy Ilse Varga\n\n4 March, 2019\n\n" + "\n\n".join(PARAGRAPHS) + "\n\nShare this\n"


def document(text: str, medium: Medium = Medium.TEXT, given: Given | None = None) -> Document:
    return Document("veshta.txt", None, medium, text, "ab" * 32, given or Given())


def test_a_text_becomes_a_report_with_all_that_it_says_of_itself() -> None:
    (report,) = find_reports(document(TEXT))
    assert report.title == "Port of Veshta shelled"
    assert report.byline == "Ilse Varga"
    assert report.published and report.published.value == "2019-03-04"
    assert report.published_basis is Basis.STATED
    assert (report.agency, report.dateline) == ("AFP", "VESHTA, March 4 (AFP)")
    assert report.text == "\n\n".join(PARAGRAPHS)
    assert (report.language, report.read) == ("en", True)
    assert report.sha256 == "ab" * 32


def test_the_same_document_gives_the_same_ids() -> None:
    assert find_reports(document(TEXT)) == find_reports(document(TEXT))


def test_a_report_without_a_date_has_none() -> None:
    (report,) = find_reports(document("\n\n".join(PARAGRAPHS)))
    assert report.published is None
    assert report.published_basis is None


def test_a_report_in_another_language_is_kept_and_not_read() -> None:
    text = "El puerto de Veshta fue bombardeado el lunes, dijo el gobernador.\n\nHuyeron muchos vecinos del barrio."
    (report,) = find_reports(document(text))
    assert (report.language, report.read) == ("es", False)


def test_a_record_keeps_its_own_text_and_takes_its_metadata_from_the_container() -> None:
    text = "Port shelled\n\n" + "\n\n".join(PARAGRAPHS)
    given = Given(source_id="r7", outlet="Harran Ledger", published="2019-03-05", url="https://harran.example/7")
    (report,) = find_reports(document(text, Medium.RECORD, given))
    assert report.text == text
    assert (report.source_id, report.outlet, report.url) == ("r7", "Harran Ledger", "https://harran.example/7")
    assert report.title == "Port shelled"
    assert report.published and report.published.value == "2019-03-05"


def test_a_record_loses_lines_that_are_surely_furniture() -> None:
    (report,) = find_reports(document("\n".join([*PARAGRAPHS, "Comments are closed."]), Medium.RECORD))
    assert report.text == "\n\n".join(PARAGRAPHS)
    assert not check_pieces(report, document("\n".join([*PARAGRAPHS, "Comments are closed."]), Medium.RECORD))


def test_pieces_that_hold_have_no_faults() -> None:
    (report,) = find_reports(document(TEXT))
    assert check_pieces(report, document(TEXT)) == []


def test_a_changed_source_or_text_is_told() -> None:
    (report,) = find_reports(document(TEXT))
    assert check_pieces(report, document(TEXT.replace("four people", "five people")))
    assert check_pieces(replace(report, text=report.text.replace("four", "nine")), document(TEXT))
    assert check_pieces(report, document(TEXT[:-200]))


def test_too_few_letters_tell_no_language() -> None:
    assert detect_language("12 killed") is None
    assert detect_language("POLICE IN VESHTA SAID THREE MEN HAD DIED") == "en"
