"""What is packed in here? Members of zip and tar archives and of packed files, read as they are unpacked in memory.

Nothing is ever written to disk. A member whose name leads out of the archive is not read.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO
from zipfile import ZipFile, ZipInfo

from dateline.intake.formats import Format, extension
from dateline.intake.limits import in_words
from dateline.intake.office import read_docx
from dateline.intake.source import Readable, Source, tapped
from dateline.model.document import Document

JUNK = re.compile(r"(^|/)(\.(?!\.?(/|$))[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(/|$)", re.I)
"""What operating systems leave in folders; no reports."""
LEADS_OUT = "a path that leaves the archive"
CURRENT = re.compile(r"^(\./)+")
OTHER_OFFICE = (
    ("xl/workbook.xml", "an Excel workbook", "save the sheet as CSV"),
    ("ppt/presentation.xml", "a PowerPoint file", "save its text"),
    ("content.xml", "an OpenDocument file", "save it as .docx, .txt or .csv"),
)
UNPACKERS: dict[Format, Callable[[IO[bytes]], Readable]] = {
    Format.GZIP: lambda stream: gzip.GzipFile(fileobj=stream),
    Format.BZIP2: lambda stream: bz2.BZ2File(stream),
    Format.XZ: lzma.LZMAFile,
}


def read_packed(source: Source, kind: Format) -> Iterator[Document]:
    """A file packed by itself (.gz, .bz2, .xz): what is in it, under the same name."""
    unpacked = UNPACKERS[kind](source.stream)
    name = (
        source.name[: -len(extension(source.name))] if extension(source.name) in (".gz", ".bz2", ".xz") else source.name
    )
    if name.endswith((".tgz", ".tbz2", ".txz")):
        name = name.rpartition(".")[0] + ".tar"
    stream = tapped(unpacked, source.job.budget.spend)
    yield from source.job.read(replace(source, name=name, stream=stream, depth=source.depth + 1))


def read_zip(source: Source) -> Iterator[Document]:
    """A zip's members in their order, or the one document that the zip is (DOCX), or its crawl (WACZ)."""
    if source.part is None and source.stream.seekable():
        with ZipFile(source.stream) as archive:
            yield from _read_archive(source, archive)
        return
    limit = source.job.limits.archive_bytes
    data = source.stream.read(limit + 1)
    if len(data) > limit:
        raise source.refuse(f"a zip larger than {in_words(limit)} inside another archive", "unpack the outer one first")
    with ZipFile(io.BytesIO(data)) as archive:
        yield from _read_archive(replace(source, stream=io.BufferedReader(io.BytesIO(data))), archive)


def _read_archive(source: Source, archive: ZipFile) -> Iterator[Document]:
    names = set(archive.namelist())
    if "word/document.xml" in names:
        source.stream.seek(0)
        yield from read_docx(source)
        return
    for mark, what, remedy in OTHER_OFFICE:
        if mark in names and ("[Content_Types].xml" in names or "mimetype" in names):
            raise source.refuse(what, remedy)
    crawls = [info for info in archive.infolist() if re.fullmatch(r"archive/[^/]+\.w?arc(\.gz)?", info.filename)]
    is_wacz = bool(crawls) and "datapackage.json" in names
    yield from _read_members(source, archive, crawls if is_wacz else archive.infolist())


def _read_members(source: Source, archive: ZipFile, members: list[ZipInfo]) -> Iterator[Document]:
    seen: dict[str, int] = {}
    for info in members:
        if info.is_dir() or JUNK.search(info.filename):
            continue
        part = _part(source, info.filename, seen)
        if is_outside(info.orig_filename):
            source.problem(LEADS_OUT, "it was not read; look where the archive comes from", part)
        elif not source.is_wanted(part):
            continue
        elif info.flag_bits & 1:
            source.problem("locked with a password", "unpack it with the password and name the folder", part)
        else:
            yield from _read_member(source, part, info.filename, lambda info=info: archive.open(info))  # type: ignore[misc]
    _refuse_if_empty(source, seen)


def _refuse_if_empty(source: Source, seen: dict[str, int]) -> None:
    if not seen:
        raise source.refuse("an empty archive", "pack it again")


def _read_member(
    source: Source, part: str, name: str, open_member: Callable[[], IO[bytes] | None]
) -> Iterator[Document]:
    try:
        member = open_member()
    except Exception as fault:
        source.problem(f"cannot be unpacked ({type(fault).__name__}: {fault})"[:200], "pack the archive again", part)
        return
    if member is not None:
        with member:
            yield from source.job.read(source.inside(part, name, tapped(member, source.job.budget.spend)))


def _part(source: Source, name: str, seen: dict[str, int]) -> str:
    """The part's name; a second member of the same name (zips allow it) is "name#2"."""
    seen[name] = seen.get(name, 0) + 1
    plain = CURRENT.sub("", name)
    return source.part_of(plain if seen[name] == 1 else f"{plain}#{seen[name]}")


def is_outside(name: str) -> bool:
    """Whether a member's name leads out of its archive: absolute, with a drive, or through "..", or with a NUL."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or bool(re.match(r"[A-Za-z]:", plain)) or ".." in plain.split("/") or "\0" in name


def read_tar(source: Source) -> Iterator[Document]:
    """A tar's members in their order, in one pass."""
    seen: dict[str, int] = {}
    with tarfile.open(fileobj=source.stream, mode="r|") as archive:
        for info in archive:
            archive.members = []  # type: ignore[attr-defined]  # tarfile keeps every header, which adds up
            if JUNK.search(info.name.removeprefix("./")) or info.isdir():
                continue
            part = _part(source, info.name, seen)
            if is_outside(info.name) or ((info.islnk() or info.issym()) and is_outside(info.linkname)):
                source.problem(LEADS_OUT, "it was not read; look where the archive comes from", part)
            elif info.isfile() and source.is_wanted(part):
                yield from _read_member(source, part, info.name, lambda info=info: archive.extractfile(info))  # type: ignore[misc]
    _refuse_if_empty(source, seen)
