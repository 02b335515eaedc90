"""Does anything broken ever stop a run? Some hundreds of damaged files: each ends in documents or in problems."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.intake import Limits
from tests.intake import samples
from tests.intake.reading import read, write

SMALL = Limits(document_bytes=200_000, archive_bytes=400_000, unpacked_bytes=1_000_000, unpacked_ratio=20, depth=4)
Broken = tuple[str, bytes]


def truncated() -> Iterator[Broken]:
    for name, data in samples.SAMPLES.items():
        for share in (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98):
            yield f"{share}-{name}", data[: max(1, int(len(data) * share))]
        yield f"last-{name}", data[:-1]


def flipped() -> Iterator[Broken]:
    for name, data in samples.SAMPLES.items():
        dice = random.Random(f"flip {name}")
        for round_ in range(6):
            body = bytearray(data)
            for _ in range(1 + len(body) * round_ // 400):
                body[dice.randrange(len(body))] ^= 1 << dice.randrange(8)
            yield f"{round_}-{name}", bytes(body)


def doubled_and_mixed() -> Iterator[Broken]:
    dice = random.Random("mix")
    for name, data in samples.SAMPLES.items():
        other = dice.choice(sorted(samples.SAMPLES))
        yield f"joined-{name}", data + samples.SAMPLES[other]
        yield f"headless-{name}", data[len(data) // 7 :]
        yield f"junk-first-{name}", dice.randbytes(100) + data
        cut = len(data) // 2
        yield f"nuls-{name}", data[:cut] + b"\0" * 3000 + data[cut:]


def in_other_encodings() -> Iterator[Broken]:
    for name in ("story.txt", "page.html", "export.jsonl", "export.csv", "feed.xml"):
        text = samples.SAMPLES[name].decode()
        for encoding in ("utf-16", "utf-16-be", "utf-32", "cp1252", "cp1250", "koi8-r", "utf-7", "cp037", "gb18030"):
            yield f"{encoding}-{name}", text.encode(encoding, "replace")
        yield f"half-{name}", text.encode()[:100] + text.encode("utf-16-le")


def bombs() -> Iterator[Broken]:
    zeros = b"\0" * 4_000_000
    words = b"The same words over and over. " * 130_000
    for kind, data in (("zeros", zeros), ("words", words)):
        yield f"{kind}.gz", gzip.compress(data, 1)
        yield f"{kind}.jsonl.gz", gzip.compress(b'{"text": "' + data + b'"}', 1)
        yield f"{kind}.bz2", bz2.compress(data, 1)
        yield f"{kind}.xz", lzma.compress(data, preset=0)
        yield f"{kind}.zip", samples.zipped({f"{n}.txt": data for n in range(2)})
        yield f"{kind}.warc.gz", gzip.compress(samples.warc(packed=False) + data, 1)
    yield "tar.gz", gzip.compress(samples.tarred({"a.txt": zeros}), 1)
    yield "zip-of-zips.zip", samples.zipped({f"{n}.zip": samples.zipped({"a.txt": zeros}) for n in range(9)})
    yield "docx.docx", samples.zipped({"word/document.xml": zeros, "[Content_Types].xml": b"<Types/>"})
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    yield (
        "laughs.xml",
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><rss><channel><title>&l11;</title>'
        f"<item><title>&l11;</title><description>&l11;</description></item></channel></rss>".encode(),
    )
    deflated = zlib.compress(b"BT (" + b"a" * 300_000 + b") Tj ET", 9)
    yield (
        "stream.pdf",
        samples.pdf().replace(b"<< /Length", b"<< /Filter /FlateDecode /Length").replace(b"BT /F1", deflated),
    )


def nested() -> Iterator[Broken]:
    yield "deep.json", b"[" * 200_000
    yield "deep-objects.json", b'{"a":' * 50_000 + b"1" + b"}" * 50_000
    yield "deep-line.jsonl", b'{"text":' + b"[" * 5000 + b"]" * 5000 + b"}\n"
    yield "deep.html", b"<html><body>" + b"<div>" * 20_000 + b"words"
    yield "deep.xml", b"<rss><channel><item>" + b"<a>" * 20_000
    yield "deep.rtf", b"{\\rtf1 " + b"{" * 30_000 + b"words" + b"}" * 30_000
    yield "deep.eml", (b"MIME-Version: 1.0\nFrom: a@b.example\nContent-Type: message/rfc822\n\n") * 3000 + b"words"
    yield (
        "parts.eml",
        b"MIME-Version: 1.0\nFrom: a@b.example\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(300)),
    )
    packed = b"Words of a report."
    for _ in range(12):
        packed = gzip.compress(packed)
    yield "deep.gz", packed
    zipped = samples.SAMPLES["pack.zip"]
    for _ in range(6):
        zipped = samples.zipped({"inner.zip": zipped})
    yield "deep.zip", zipped


def outside() -> Iterator[Broken]:
    for name in ("../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "..\\a.txt", "\\\\host\\a.txt"):
        yield f"{abs(hash(name))}.zip", samples.zipped({name: b"A report."})
        yield f"{abs(hash(name))}.tar", samples.tarred({name: b"A report."})


def odd() -> Iterator[Broken]:
    dice = random.Random("odd")
    yield "empty.txt", b""
    yield "space.txt", b" \n\t\r\n" * 50
    yield "mark.txt", b"\xef\xbb\xbf"
    yield "mark16.txt", b"\xff\xfe"
    yield "no-break.txt", "\u00a0\u2003\u200b".encode()
    yield "controls.txt", bytes(range(32)) * 40
    yield "all.txt", bytes(range(256)) * 40
    yield "some-controls.txt", b"A report\x01 with\x02 a few\x03 controls, " + b"words " * 200
    yield "bidi.txt", "A \u202ereport\u202c with \u2066marks\u2069 \ufffe\uffff.".encode()
    for size in (1, 2, 3, 5, 17, 100, 5000):
        yield f"noise-{size}", dice.randbytes(size)
    for name in samples.SAMPLES:
        yield f"empty-{name}", b""
        yield f"noise-{name}", dice.randbytes(700)
        yield f"space-{name}", b"\r\n  \n"
    for magic in (b"\xff\xd8\xff\xe0", b"\x89PNG\r\n", b"GIF89a",
                  b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a",
                  b"\x28\xb5\x2f\xfd", b"\x7fELF", b"SQLite format 3\0", b"OggS", b"\0\0\0\x18ftypmp42"):  # fmt: skip
        yield f"magic-{magic.hex()}", magic + dice.randbytes(200)
    for start in (b"%PDF-1.7", b"{\\rtf", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"\x1f\x8b",
                  b"\x1f\x8b\x08\0\0\0\0\0\0\0",
                  b"BZh9", b"\xfd7zXZ\0", b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", b"filedesc://",
                  b"<rss", b"<feed>", b"<html", b"<?xml version='1.0'?><gpx/>", b"{", b"[", b'{"', b"[{", b"<",
                  b"From a@b.c\nX: y\n",
                  b"MIME-Version: 1.0\nFrom: x\n\n", b"\0" * 257 + b"ustar"):  # fmt: skip
        yield f"start-{start[:12].hex()}-{len(start)}", start
    yield "words.json", b"just words"
    yield "number.json", b"12"
    yield "huge-number.json", b'{"id": ' + b"9" * 10_000 + b', "text": "A report.", "score": 1e999999}'
    yield "nan.json", b'{"id": NaN, "text": "A report.", "published": -Infinity}'
    yield "surrogates.jsonl", b'{"text": "\\ud800\\udfff \\udead", "title": "\\ud83d"}\n' * 3
    yield (
        "dates.jsonl",
        "".join(
            json.dumps({"text": "A report.", "date": date}) + "\n"
            for date in (
                "99999999999999999999",
                "2031-13-45",
                "0000-00-00",
                "-1",
                "31/02/2031",
                [1],
                {"$date": {"a": 1}},
                1e308,
            )
        ).encode(),
    )
    yield "quotes.csv", b'id,text\n1,"never closed\n2,words\n' + b"x,y\n" * 500
    yield "ragged.csv", b"id,text\n1\n2,a report,more,and more\n,,,,\n3,another\n"
    yield "nul.csv", b"id,text\n1,a\0b\n2,words\n"
    yield (
        "headers.eml",
        b"MIME-Version: 1.0\nFrom: =?utf-8?b?////?= <a@@b>\nDate: yesterday\nSubject: =?x?y?z?=\n"
        b"Content-Type: text/html; charset=nonsense\nContent-Transfer-Encoding: base64\n\n!!!!",
    )
    yield "charset.html", b"<html><meta charset=utf-16><body>caf\xe9 na\xefve r\xe9sum\xe9</body></html>"
    yield "odd-charset.html", b"<html><meta charset=rot13><meta charset=base64><body>A report.</body></html>"


GROUPS = (truncated, flipped, doubled_and_mixed, in_other_encodings, bombs, nested, outside, odd)
CASES = [(f"{group.__name__}-{name}", data) for group in GROUPS for name, data in group()]


def test_there_are_at_least_three_hundred_broken_inputs() -> None:
    assert len({name for name, _ in CASES}) >= 300


@pytest.mark.parametrize(("name", "data"), CASES, ids=[name for name, _ in CASES])
def test_a_broken_file_ends_in_words_or_problems_and_stops_nothing(tmp_path: Path, name: str, data: bytes) -> None:
    broken = write(tmp_path, "in/b-" + name.partition("-")[2], data)
    write(tmp_path, "in/a.txt", samples.STORY)
    write(tmp_path, "in/z.txt", samples.STORY + "Again.")
    documents, problems = read(tmp_path / "in", limits=SMALL)
    assert [d.text for d in documents if d.file.endswith(("/a.txt", "/z.txt"))] == [
        samples.STORY,
        samples.STORY + "Again.",
    ]
    of_it = [d for d in documents if d.file == broken.as_posix()]
    assert of_it or problems
    for document in of_it:
        assert document.text.encode("utf-8").strip()
        assert len(document.sha256) == 64
    for problem in problems:
        assert problem.file == broken.as_posix()
        assert problem.reason.strip()
        assert problem.remedy.strip()
        json.dumps([problem.file, problem.part, problem.reason]).encode("ascii")
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {broken.name, "a.txt", "z.txt"}


@pytest.mark.parametrize(
    "name", [name for name, _ in CASES if name.startswith(("bombs-", "outside-", "nested-deep.zip"))]
)
def test_bombs_and_ways_out_yield_no_words(tmp_path: Path, name: str) -> None:
    documents, problems = read(write(tmp_path, name, dict(CASES)[name]), limits=SMALL)
    assert problems or len(documents) == 3  # the crawl before its bomb, or a feed whose entities are not unfolded
    assert all(len(d.text) < 200_000 for d in documents)
