"""Invented articles in every format that comes in, built when they are asked for."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from email.message import EmailMessage

import docx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

STORY = (
    "VELM, March 4 (Tidewire) - Gunmen attacked a police post near the town of Velm on Tuesday, killing at least "
    "three officers, the governor's office said.\r\n\r\n“They came from the river,” said Oru Haldane, a shopkeeper.\n"
)
PAGE = (
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Attack in Velm</title></head>\n'
    "<body><article><h1>Attack in Velm</h1><p>Gunmen killed three officers &amp; fled, said Oru Haldane.</p>"
    "<p>Zażółć – Ćmielów.</p></article></body></html>\n"
)
RECORDS = [
    {
        "id": f"k-{number}",
        "url": f"https://korda.example/{number}",
        "outlet": "Korda Herald",
        "title": f"Clash number {number}",
        "byline": "Ama Testwell",
        "published": f"2031-03-0{number}T10:00:00+02:00",
        "language": "en",
        "text": f"Two rebels died in clash number {number} near Velm, “officials” said.",
    }
    for number in range(1, 5)
]


def json_lines() -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS).encode()


def json_list() -> bytes:
    return json.dumps(RECORDS, ensure_ascii=False, indent=1).encode()


def table(mark: str = ",") -> bytes:
    rows = [mark.join(RECORDS[0]), *(mark.join(f'"{value}"' for value in record.values()) for record in RECORDS)]
    return "\n".join(rows).encode()


def pdf(words: str = "Gunmen killed three officers in Velm, the governor said.") -> bytes:
    content = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode() if words else b"0 0 m 9 9 l S"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def encrypted_pdf(password: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Attack in Velm")
    document.add_paragraph("Gunmen killed three officers, the governor’s office said.")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Killed", "3"
    document.add_paragraph("“They fled,” said Oru Haldane.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


RTF = (
    rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Arial;}}\f0 Gunmen killed three officers in Velm.\par "
    rb"\'cf\'f0\'e8\'e2\'e5\'f2, said Oru Haldane \u8212? a shopkeeper.\par}"
)


def mail(subject: str = "Velm Morning Briefing", html: bool = True, attach: bytes | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "Korda Herald <news@korda.example>"
    message["To"] = "reader@home.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 04 Mar 2031 07:30:00 +0200"
    message["Message-ID"] = "<briefing-17@korda.example>"
    message.set_content("Gunmen killed three officers in Velm – the governor said.\n")
    if html:
        message.add_alternative("<html><body><p>Gunmen killed three officers – in Velm.</p></body></html>", "html")
    if attach:
        message.add_attachment(attach, maintype="application", subtype="pdf", filename="../report.pdf")
    return message.as_bytes()


def mailbox() -> bytes:
    box = b""
    for number in range(1, 4):
        body = mail(f"Briefing {number}", html=number == 2).replace(b"\nFrom ", b"\n>From ")
        box += b"From news@korda.example Tue Mar  4 07:30:00 2031\n" + body + b"\n"
    return box


def saved_page() -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://korda.example/velm\r\n"
        b"Subject: Attack in Velm\r\n"
        b"Date: Fri, 7 Mar 2031 12:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="----Cut"\r\n\r\n------Cut\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://korda.example/velm\r\n\r\n"
        b'<html><head><meta charset=3D"utf-8"></head><body><p>Gunmen killed three offi=\r\ncers =E2=80=93 in Velm.</p>'
        b"</body></html>\r\n------Cut\r\nContent-Type: image/png\r\n\r\nxxx\r\n------Cut--\r\n"
    )


def rss() -> bytes:
    return (
        b'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        b'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Korda Herald</title>'
        b"<link>https://www.korda.example/</link><language>en-GB</language>"
        b"<item><title>Attack in &lt;b&gt;Velm&lt;/b&gt;</title><link>https://korda.example/velm</link><guid>k-1</guid>"
        b"<dc:creator>Ama Testwell</dc:creator><pubDate>Tue, 04 Mar 2031 10:26:00 +0300</pubDate>"
        b'<source url="https://tidewire.example/">Tidewire</source><description>Short.</description>'
        b"<content:encoded><![CDATA[<p>Gunmen killed three officers &amp; fled.</p><script>x()</script>]]>"
        b"</content:encoded></item>"
        b"<item><title>From elsewhere</title><link>https://lake.example/a</link>"
        b'<source url="https://lake.example/feed">Lake Post</source><description>Two boats sank.</description>'
        b"</item><item><title>Only a headline</title></item></channel></rss>"
    )


ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Post</title><link href="https://lake.example/"/>'
    b"<entry><id>urn:lake:9</id><title>Boats sink</title><published>2031-03-04T10:26:00Z</published>"
    b'<updated>2031-03-05T08:00:00+01:00</updated><author><name>Bo Ree</name></author><content type="html">'
    b"&lt;p&gt;Two boats sank.&lt;/p&gt;</content></entry></feed>"
)


def warc(packed: bool = True, pages: int = 3) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("velm.warc.gz", {"software": "invented"}))
    for number in range(1, pages + 1):
        body = f"<html><body><p>Clash {number} in Velm – two killed.</p></body></html>".encode()
        _page(writer, f"https://korda.example/{number}", "text/html; charset=utf-8", body)
    _page(writer, "https://korda.example/logo.png", "image/png", b"\x89PNG....")
    _page(writer, "https://korda.example/gone", "text/html", b"<html>gone</html>", "404 Not Found")
    _page(writer, "https://korda.example/robots.txt", "text/plain", b"User-agent: *")
    return out.getvalue()


def _page(writer: WARCWriter, address: str, kind: str, body: bytes, status: str = "200 OK") -> None:
    headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
    dated = {"WARC-Date": "2033-01-01T00:00:00Z", "WARC-Record-ID": f"<urn:uuid:{abs(hash(address)):032x}>"}
    record = writer.create_warc_record(
        address, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=dated
    )
    writer.write_record(record)


def zipped(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, packing)
    return out.getvalue()


def wacz() -> bytes:
    return zipped(
        {
            "datapackage.json": b'{"profile": "data-package"}',
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
            "archive/data.warc.gz": warc(),
        }
    )


def tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


TWO = {"2031/a.txt": STORY.encode(), "2031/b.html": PAGE.encode()}
SAMPLES: dict[str, bytes] = {
    "story.txt": STORY.encode(),
    "page.html": PAGE.encode(),
    "saved.mhtml": saved_page(),
    "report.pdf": pdf(),
    "report.docx": word(),
    "report.rtf": RTF,
    "briefing.eml": mail(),
    "box.mbox": mailbox(),
    "export.jsonl": json_lines(),
    "export.json": json_list(),
    "export.csv": table(),
    "feed.xml": rss(),
    "feed.atom": ATOM,
    "crawl.warc.gz": warc(),
    "crawl.warc": warc(packed=False),
    "crawl.wacz": wacz(),
    "pack.zip": zipped(TWO),
    "pack.tar": tarred(TWO),
    "pack.tar.gz": gzip.compress(tarred(TWO), mtime=0),
    "story.txt.gz": gzip.compress(STORY.encode(), mtime=0),
    "story.txt.bz2": bz2.compress(STORY.encode()),
    "story.txt.xz": lzma.compress(STORY.encode()),
}
