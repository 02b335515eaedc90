"""What comes out of each format?"""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
from pathlib import Path

import pytest

from dateline.intake import read_part
from dateline.model.document import Medium
from tests.intake import samples
from tests.intake.reading import read, read_bytes, write


def test_a_plain_text_is_its_decoded_bytes_unaltered(tmp_path: Path) -> None:
    (document,), problems = read_bytes(tmp_path, "a.txt", samples.STORY)
    assert document.text == samples.STORY
    assert (document.part, document.medium, problems) == (None, Medium.TEXT, [])
    assert document.sha256 == hashlib.sha256(samples.STORY.encode()).hexdigest()


def test_a_web_page_is_its_markup_unaltered(tmp_path: Path) -> None:
    (document,), _ = read_bytes(tmp_path, "a.html", samples.PAGE)
    assert (document.text, document.medium) == (samples.PAGE, Medium.HTML)


@pytest.mark.parametrize(
    ("name", "parts", "words"),
    [
        ("saved.mhtml", [None], "three officers – in Velm"),
        ("report.pdf", [None], "Gunmen killed three officers in Velm"),
        ("report.docx", [None], "“They fled,” said Oru Haldane."),
        ("report.rtf", [None], "Привет, said Oru Haldane — a shopkeeper."),
        ("briefing.eml", [None], "<p>Gunmen killed three officers – in Velm.</p>"),
        ("box.mbox", ["1", "2", "3"], "three officers"),
        ("export.jsonl", ["1", "2", "3", "4"], "“officials” said"),
        ("export.json", ["1", "2", "3", "4"], "“officials” said"),
        ("export.csv", ["2", "3", "4", "5"], "“officials” said"),
        ("feed.xml", ["1", "2"], "o"),
        ("feed.atom", ["1"], "<p>Two boats sank.</p>"),
        ("crawl.warc.gz", [f"{n + 1} https://korda.example/{n}" for n in (1, 2, 3)], "in Velm – two killed"),
        ("crawl.warc", [f"{n + 1} https://korda.example/{n}" for n in (1, 2, 3)], "in Velm – two killed"),
        ("crawl.wacz", [f"archive/data.warc.gz/{n + 1} https://korda.example/{n}" for n in (1, 2, 3)], "two killed"),
        ("pack.zip", ["2031/a.txt", "2031/b.html"], "Velm"),
        ("pack.tar", ["2031/a.txt", "2031/b.html"], "Velm"),
        ("pack.tar.gz", ["2031/a.txt", "2031/b.html"], "Velm"),
        ("story.txt.gz", [None], "said Oru Haldane, a shopkeeper"),
        ("story.txt.bz2", [None], "said Oru Haldane, a shopkeeper"),
        ("story.txt.xz", [None], "said Oru Haldane, a shopkeeper"),
    ],
)
def test_each_format_yields_its_documents(tmp_path: Path, name: str, parts: list[str | None], words: str) -> None:
    documents, problems = read_bytes(tmp_path, name, samples.SAMPLES[name])
    assert [d.part for d in documents] == parts
    assert all(words in d.text for d in documents)
    assert [p.reason for p in problems] == (["an entry with a headline and no text"] if name == "feed.xml" else [])


@pytest.mark.parametrize("name", sorted(samples.SAMPLES))
def test_every_part_can_be_read_again_by_its_name(tmp_path: Path, name: str) -> None:
    documents, _ = read_bytes(tmp_path, name, samples.SAMPLES[name])
    assert documents
    assert [read_part(d.file, d.part) for d in documents] == documents


@pytest.mark.parametrize("name", sorted(samples.SAMPLES))
def test_the_format_is_told_by_content_not_by_name(tmp_path: Path, name: str) -> None:
    if name == "export.csv":
        pytest.skip("a table without its extension is told by its header, see below")
    named, _ = read_bytes(tmp_path, name, samples.SAMPLES[name])
    nameless, _ = read_bytes(tmp_path, "0001", samples.SAMPLES[name])
    assert [(d.text, d.part, d.medium) for d in nameless] == [(d.text, d.part, d.medium) for d in named]


def test_standard_input_is_read_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("story.txt", "pack.zip", "crawl.warc.gz", "export.jsonl"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(samples.SAMPLES[name])))
        documents, problems = read("-")
        assert (bool(documents), problems) == (True, [])
        assert {d.file for d in documents} == {"-"}


def test_a_word_document_keeps_the_order_of_paragraphs_and_tables(tmp_path: Path) -> None:
    (document,), _ = read_bytes(tmp_path, "a.docx", samples.word())
    assert document.text.split("\n\n")[2] == "Killed\t3"


def test_a_newsletter_says_who_when_and_what(tmp_path: Path) -> None:
    (document,), _ = read_bytes(tmp_path, "a.eml", samples.mail())
    given = document.given
    assert (given.outlet, given.title) == ("Korda Herald", "Velm Morning Briefing")
    assert (given.published, given.source_id) == ("2031-03-04T07:30:00+02:00", "briefing-17@korda.example")
    assert document.medium is Medium.HTML


def test_a_forwarded_mail_is_neither_dated_nor_published_by_who_passed_it_on(tmp_path: Path) -> None:
    (document,), _ = read_bytes(tmp_path, "a.eml", samples.mail("Fwd: Re: Attack in Velm", html=False))
    assert (document.given.title, document.given.published, document.given.outlet) == ("Attack in Velm", None, None)
    assert document.medium is Medium.TEXT


def test_what_is_attached_to_a_mail_is_read_too(tmp_path: Path) -> None:
    documents, _ = read_bytes(tmp_path, "a.eml", samples.mail(attach=samples.pdf()))
    assert [d.part for d in documents] == [None, "attachment 1 report.pdf"]
    assert documents[1].given.published is None


def test_the_day_a_page_was_saved_is_not_its_publication(tmp_path: Path) -> None:
    for name in ("saved.mhtml", "crawl.warc.gz"):
        documents, _ = read_bytes(tmp_path, name, samples.SAMPLES[name])
        assert {d.given.published for d in documents} == {None}
        assert all((d.given.url or "").startswith("https://korda.example/") for d in documents)


def test_a_feed_names_outlet_and_agency_by_where_the_article_lies(tmp_path: Path) -> None:
    documents, _ = read_bytes(tmp_path, "a.xml", samples.rss())
    own, taken = (d.given for d in documents)
    assert (own.outlet, own.agency, own.byline) == ("Korda Herald", "Tidewire", "Ama Testwell")
    assert (own.title, own.published, own.language) == ("Attack in Velm", "2031-03-04T10:26:00+03:00", "en")
    assert (taken.outlet, taken.agency, taken.published) == ("Lake Post", None, None)
    assert documents[0].text == "<p>Gunmen killed three officers &amp; fled.</p><script>x()</script>"


def test_an_atom_entry_has_both_its_dates(tmp_path: Path) -> None:
    (document,), _ = read_bytes(tmp_path, "a.xml", samples.ATOM)
    assert document.given.published == "2031-03-04T10:26:00+00:00"
    assert document.given.updated == "2031-03-05T08:00:00+01:00"
    assert (document.given.source_id, document.medium) == ("urn:lake:9", Medium.HTML)


def test_archives_inside_archives_are_read_to_a_depth(tmp_path: Path) -> None:
    inner = samples.zipped({"b.zip": samples.zipped({"a.txt.gz": gzip.compress(samples.STORY.encode())})})
    (document,), _ = read_bytes(tmp_path, "all.zip", inner)
    assert document.part == "b.zip/a.txt.gz"
    for _ in range(9):
        inner = samples.zipped({"deeper.zip": inner})
    documents, (problem,) = read_bytes(tmp_path, "deep.zip", inner)
    assert not documents
    assert "too deep" in problem.reason


def test_two_members_of_one_name_stay_two_parts(tmp_path: Path) -> None:
    out = io.BytesIO()
    import tarfile

    with tarfile.open(fileobj=out, mode="w") as archive:
        for words in (b"The first telling.", b"The second telling."):
            info = tarfile.TarInfo("a.txt")
            info.size = len(words)
            archive.addfile(info, io.BytesIO(words))
    documents, _ = read_bytes(tmp_path, "two.tar", out.getvalue())
    assert [d.part for d in documents] == ["a.txt", "a.txt#2"]
    assert read_part(documents[1].file, "a.txt#2").text == "The second telling."


def test_hidden_files_and_system_litter_in_archives_are_passed_over(tmp_path: Path) -> None:
    members = {"__MACOSX/._a.txt": b"\0\1", ".DS_Store": b"\0\0\1", "a.txt": b"A report."}
    documents, problems = read_bytes(tmp_path, "mac.zip", samples.zipped(members))
    assert ([d.part for d in documents], problems) == (["a.txt"], [])


def test_a_file_is_read_once_however_often_it_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", samples.STORY)
    assert len(read(tmp_path, path, str(tmp_path / "*.txt"))[0]) == 1
