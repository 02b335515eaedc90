"""Is it said in plain words why something was not read, and what helps?"""

from __future__ import annotations

import gzip
import io
import logging
import os
import threading
import urllib.error
import warnings
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from dateline.errors import UnreadableDocument
from dateline.intake import Limits, count_files, files, hash_file, list_files, read_part, read_parts
from dateline.model.document import Problem
from tests.intake import samples
from tests.intake.reading import read, read_bytes, write


@pytest.mark.parametrize(
    ("name", "data", "reason", "remedy"),
    [
        ("a.txt", b"", "empty", "again"),
        ("a.txt", b" \n", "white space", "saved"),
        ("a.txt", b"\0\1\2" * 400, "binary", "name reports"),
        ("a.pdf", samples.encrypted_pdf("secret"), "password", "print it to a new PDF"),
        ("a.pdf", samples.pdf(""), "a scan", "OCR"),
        ("a.pdf", samples.pdf()[:300], "damaged, or no real PDF", "again"),
        ("a.docx", samples.word()[:2000], "damaged, or no real zip archive", "again"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"x" * 600, "an old Word", ".docx"),
        ("a.xlsx", samples.zipped({"xl/workbook.xml": b"", "[Content_Types].xml": b""}), "Excel", "CSV"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"x" * 600, "a picture", "OCR"),
        ("a.gz", gzip.compress(os.urandom(9000))[:5000], "cut off", "whole"),
        ("a.xml", b"<?xml version='1.0'?><gpx/>", "<gpx>", "JSON Lines"),
        ("a.zip", samples.zipped({"../a.txt": b"words"}), "leaves the archive", "where the archive comes from"),
        ("a.zip", samples.zipped({}), "empty archive", "again"),
        ("a.rss", b"<rss><channel><title>x</title></channel></rss>", "without entries", "again"),
    ],
)
def test_the_reason_and_the_remedy_fit(tmp_path: Path, name: str, data: bytes, reason: str, remedy: str) -> None:
    documents, (problem,) = read_bytes(tmp_path, name, data)
    assert not documents
    assert reason in problem.reason
    assert remedy in problem.remedy


def test_a_pdf_that_is_only_locked_against_printing_is_read(tmp_path: Path) -> None:
    (document,), problems = read_bytes(tmp_path, "a.pdf", samples.encrypted_pdf(""))
    assert ("Gunmen" in document.text, problems) == (True, [])


def test_a_file_of_200_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as out:
        out.write(b"words " * 20_000)
        out.truncate(200 * 1024 * 1024)
    documents, (problem,) = read(path, limits=Limits(document_bytes=1_000_000))
    assert not documents
    assert "larger than 977 KB" in problem.reason
    assert "JSON Lines" in problem.remedy


def test_the_whole_pages_of_a_crawl_that_is_cut_off_are_read(tmp_path: Path) -> None:
    plain = samples.warc(packed=False, pages=5)
    cut = plain.index(b"https://korda.example/4") + 400
    for name, data in (("a.warc", plain[:cut]), ("a.warc.gz", gzip.compress(plain)[:-20])):
        documents, problems = read_bytes(tmp_path, name, data)
        assert len(documents) >= 3
        assert len(problems) == 1


def test_a_damaged_member_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    data = samples.zipped({"a.txt": b"First.", "b.pdf": b"%PDF-1.4 no", "c.txt": b"Third."})
    documents, (problem,) = read_bytes(tmp_path, "a.zip", data)
    assert [d.part for d in documents] == ["a.txt", "c.txt"]
    assert problem.part == "b.pdf"


def test_missing_paths_are_problems(tmp_path: Path) -> None:
    documents, problems = read(tmp_path / "no.txt", str(tmp_path / "*.html"), "bad\0name", tmp_path)
    assert not documents
    assert [p.reason for p in problems] == [
        "there is no such file or folder", "no file is called like this", "no path: it holds a NUL character",
    ]  # fmt: skip


def test_folders_are_read_in_the_order_of_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c/d/e.txt", ".git/x.txt", "b/.hidden"):
        write(tmp_path, f"in/{name}", name)
    monkeypatch.chdir(tmp_path)
    documents, _ = read("in")
    assert [d.file for d in documents] == ["in/a.txt", "in/b/10.txt", "in/b/2.txt", "in/c/d/e.txt"]
    assert [d.file for d in read("./in/b/*.txt")[0]] == ["in/b/10.txt", "in/b/2.txt"]
    assert count_files(["in", "in/a.txt", "-"]) == 5
    assert read_part("in/a.txt", None).text == "a.txt"


def test_the_pictures_and_scripts_beside_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    for name in ("velm.html", "velm_files/x.js", "velm_files/ad.html", "other_files/a.html"):
        write(tmp_path, name, samples.PAGE)
    assert [Path(d.file).name for d in read(tmp_path)[0]] == ["a.html", "velm.html"]


def test_links_that_go_round_end(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", samples.STORY)
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/self").symlink_to(tmp_path / "in/self")
    (tmp_path / "in/gone").symlink_to(tmp_path / "nowhere")
    documents, problems = read(tmp_path / "in")
    assert len(documents) == 1
    assert [p.reason.partition(" (")[0] for p in problems] == [
        "a link to a file that is not there", "a link that leads back to its own folder", "cannot be opened",
    ]  # fmt: skip


def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    _, problems = read(tmp_path / "pipe", "/dev/zero")
    assert [p.reason for p in problems] == ["not a file but a pipe", "not a file but a device"]


def test_a_folder_without_rights_is_a_problem_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "locked/a.txt", "Words.")
    write(tmp_path, "open/a.txt", "Words.")
    iterdir = Path.iterdir

    def refuse(self: Path) -> object:
        if self.name == "locked":
            raise PermissionError(13, "Permission denied", str(self))
        return iterdir(self)

    monkeypatch.setattr(files.Path, "iterdir", refuse)
    documents, (problem,) = read(tmp_path)
    assert [Path(d.file).parent.name for d in documents] == ["open"]
    assert problem.reason == "no right to read it"


def test_a_file_that_goes_while_others_are_read_is_a_problem(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Words.")
    (entry,) = list_files([str(path)], lambda _: None)
    path.unlink()
    noted: list[Problem] = []
    from dateline.intake import read_file

    assert list(read_file(entry, problems=noted.append)) == []
    assert [p.reason for p in noted] == ["there is no such file or folder"]
    assert hash_file(entry).startswith("none-")


def test_a_name_that_is_no_unicode_can_be_written_down(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_bytes(b"Words.")
    (document,), _ = read(tmp_path)
    assert document.file.encode().endswith("caf\ufffd.txt".encode())


def test_reading_again_says_what_is_missing(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", samples.json_lines())
    with pytest.raises(UnreadableDocument, match="has no part '9' any more"):
        read_part(str(path), "9")
    with pytest.raises(UnreadableDocument, match="no such file"):
        read_part(str(tmp_path / "gone.txt"), None)
    with pytest.raises(UnreadableDocument, match="cannot be read again"):
        read_part("-", None)
    assert [d.part for d in read_parts(str(path))] == ["1", "2", "3", "4"]


def test_libraries_do_not_talk(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", ResourceWarning)
        read_bytes(tmp_path, "a.pdf", samples.pdf().replace(b"xref", b"xxxx"))
        read_bytes(tmp_path, "b.xml", samples.ATOM)
        read_bytes(tmp_path, "c.warc", samples.warc(packed=False)[:-100])
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_only_an_interruption_by_the_user_gets_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.intake import documents
    from dateline.intake.formats import Format

    def broken(fault: BaseException) -> object:
        def reader(source: object) -> object:
            raise fault

        return reader

    for fault in (MemoryError(), RecursionError(), OSError("disk"), ValueError("line\nline"), AssertionError()):
        monkeypatch.setattr(documents, "READERS", {Format.TEXT: broken(fault)})
        assert len(read_bytes(tmp_path, "a.txt", "Words.")[1]) == 1
    monkeypatch.setattr(documents, "READERS", {Format.TEXT: broken(KeyboardInterrupt())})
    with pytest.raises(KeyboardInterrupt):
        read_bytes(tmp_path, "a.txt", "Words.")


class _Site(BaseHTTPRequestHandler):
    seen: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.seen.append(self.headers["User-Agent"])
        answers = {
            "/velm": (200, "text/html; charset=koi8-r"),
            "/moved": (302, ""),
            "/file": (302, ""),
            "/big": (200, ""),
        }
        status, kind = answers.get(self.path, (404, ""))
        self.send_response(status)
        self.send_header("Content-Type", kind or "text/html")
        places = {"/moved": "/velm", "/file": "file:///etc/hostname"}
        if self.path in places:
            self.send_header("Location", places[self.path])
        self.end_headers()
        self.wfile.write({"/big": b"x" * 5000}.get(self.path, "<html><p>Взрыв в Велме".encode("koi8-r")))

    def log_message(self, *_: object) -> None:
        pass


def test_one_page_is_fetched_when_its_address_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}"
        limits = Limits(address_bytes=1000, address_seconds=5)
        documents, problems = read(*(site + path for path in ("/moved", "/file", "/big", "/gone")), limits=limits)
        server.shutdown()
    assert [(d.file, d.given.url) for d in documents] == [(f"{site}/moved", f"{site}/velm")]
    assert documents[0].text == "<html><p>Взрыв в Велме"
    assert [p.file.rpartition("/")[2] for p in problems] == ["file", "big", "gone"]
    assert "404" in problems[2].reason
    assert all(agent.startswith("Dateline/") for agent in _Site.seen)


def test_an_address_without_a_network_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.intake import addresses

    class Unplugged:
        def open(self, *_: object, **__: object) -> io.BytesIO:
            raise urllib.error.URLError("Name or service not known")

    monkeypatch.setattr(addresses, "_opener", Unplugged)
    documents, (problem,) = read("https://korda.example/velm")
    assert not documents
    assert "Name or service not known" in problem.reason
    assert "save the page" in problem.remedy
