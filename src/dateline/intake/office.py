"""What do a PDF, a Word document and an RTF text say? The words that well-kept libraries get out of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import ZipFile

from dateline.intake.encoding import decode
from dateline.intake.limits import in_words
from dateline.intake.quiet import quiet
from dateline.intake.source import Source
from dateline.model.document import Document

PAGES_LIMIT = 5000
"""Pages of one PDF: beyond that it is no report, and a forged page tree can go on for ever."""
LETTERS_PER_SCAN = 10
"""A page of a scan yields no letters or a stamp's few."""


def read_pdf(source: Source) -> Iterator[Document]:
    """A PDF's pages, an empty line between them."""
    data = source.read_whole()
    with quiet():
        text = _pdf_text(source, data)
    yield source.document(text, data)


def _pdf_text(source: Source, data: bytes) -> str:
    import pypdf  # loading it takes a tenth of a second, and most runs have no PDF

    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opens(reader):
        raise source.refuse(
            "an encrypted PDF that asks for a password", "open it with the password and print it to a new PDF"
        )
    if len(reader.pages) > PAGES_LIMIT:
        raise source.refuse(f"a PDF of more than {PAGES_LIMIT} pages", "split it into its articles")
    pages = [page.extract_text() or "" for page in reader.pages]
    if sum(len(page.strip()) for page in pages) < LETTERS_PER_SCAN:
        raise source.refuse("a PDF without text, a scan", "run text recognition (OCR) on it and name the result")
    return "\n\n".join(page for page in pages if page.strip())


def _opens(reader: object) -> bool:
    """Whether the PDF opens without a password (only printing or copying was locked)."""
    try:
        return bool(reader.decrypt(""))  # type: ignore[attr-defined]
    except Exception:  # a cipher that is not installed is as closed as a password
        return False


def read_docx(source: Source) -> Iterator[Document]:
    """A Word document's paragraphs and table rows in their order, an empty line between paragraphs."""
    data = source.read_whole()
    with ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(member.file_size for member in archive.infolist())
    limit = source.job.limits.unpacked_bytes
    if unpacked > limit:
        raise source.refuse(f"a Word document that unpacks to more than {in_words(limit)}", "save its text as .txt")
    with quiet():
        text = _docx_text(data)
    yield source.document(text, data)


def _docx_text(data: bytes) -> str:
    import docx

    return "\n\n".join(_blocks(docx.Document(io.BytesIO(data))))


def _blocks(container: object) -> Iterator[str]:
    for block in container.iter_inner_content():  # type: ignore[attr-defined]
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = {id(cell._tc): cell.text.strip() for cell in row.cells}  # a merged cell is listed twice
                yield "\t".join(cell for cell in cells.values() if cell)
        elif block.text.strip():
            yield block.text


def read_rtf(source: Source) -> Iterator[Document]:
    """An RTF text's words."""
    from striprtf.striprtf import rtf_to_text  # loaded only where needed

    data = source.read_whole()
    markup = decode(data, "cp1252") or data.decode("latin-1")
    with quiet():
        text = str(rtf_to_text(markup, errors="replace"))  # type: ignore[no-untyped-call]
    yield source.document(text, data)
