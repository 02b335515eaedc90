"""What came in? Reads whatever the user named, file by file, part by part, and notes what could not be read."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from dateline.errors import UnreadableDocument
from dateline.intake import archives, feeds, mail, office, pages, records, web_archives
from dateline.intake.addresses import fetch, is_address
from dateline.intake.columns import check_fields
from dateline.intake.files import STANDARD_INPUT, FileEntry, Problems, list_files, refusal
from dateline.intake.formats import Format, tell_format
from dateline.intake.limits import Limits
from dateline.intake.source import HEAD_BYTES, Budget, Job, Source, UnpacksTooFar, fault_of, speakable, tapped
from dateline.model.document import Document, Given, Problem

Reader = Callable[[Source], Iterator[Document]]
READERS: Final[Mapping[Format, Reader]] = {
    Format.TEXT: pages.read_text,
    Format.HTML: pages.read_page,
    Format.MHTML: pages.read_saved_page,
    Format.MAIL: mail.read_mail,
    Format.MBOX: mail.read_mailbox,
    Format.PDF: office.read_pdf,
    Format.RTF: office.read_rtf,
    Format.JSON: records.read_json,
    Format.TABLE: records.read_table,
    Format.FEED: feeds.read_feed,
    Format.WARC: web_archives.read_warc,
    Format.ZIP: archives.read_zip,
    Format.TAR: archives.read_tar,
    Format.GZIP: partial(archives.read_packed, kind=Format.GZIP),
    Format.BZIP2: partial(archives.read_packed, kind=Format.BZIP2),
    Format.XZ: partial(archives.read_packed, kind=Format.XZ),
}
SAVE_AGAIN = "get or save it again; if it opens elsewhere, save it as text"
PROBLEMS_PER_FILE = 200
"""A table of a million rows without text is one thing to tell, not a million."""


def read_documents(
    paths: Sequence[str],
    *,
    fields: Mapping[str, str] | None = None,
    problems: Problems,
    limits: Limits | None = None,
) -> Iterator[Document]:
    """Every document under these paths, one at a time, in a fixed order; what cannot be read goes to `problems`.

    fields: where records keep our fields, as dotted paths ({"published": "meta.dct"}).
    Raises WrongUsage, at once, for a field that there is not.
    """
    fields = check_fields(fields or {})
    return _read_all(paths, fields, problems, limits or Limits())


def _read_all(
    paths: Sequence[str], fields: Mapping[str, str], problems: Problems, limits: Limits
) -> Iterator[Document]:
    for entry in list_files(paths, problems):
        yield from read_file(entry, fields=fields, problems=problems, limits=limits)


def read_file(
    entry: FileEntry,
    *,
    fields: Mapping[str, str] | None = None,
    problems: Problems,
    limits: Limits | None = None,
    part: str | None = None,
) -> Iterator[Document]:
    """The documents of one file, or the one that is the named part of it."""
    limits = limits or Limits()
    notes = Notes(problems, entry.file)
    budget = Budget(entry.file, limits, entry.size)
    job = Job(check_fields(fields or {}), limits, notes, read_source, budget, part)
    found = False
    try:
        for document in _read_opened(entry, job):
            found = True
            yield document
        if not found and part is None and not notes.count:
            raise UnreadableDocument(entry.file, "holds nothing that can be read", "look into it; name reports only")
    except UnreadableDocument as fault:
        notes(Problem(speakable(entry.file), None, fault.reason, fault.remedy))
    except Exception as fault:
        reason, remedy = refusal(Path(entry.absolute), fault)
        notes(Problem(speakable(entry.file), None, reason, remedy))


def read_part(file: str, part: str | None, *, fields: Mapping[str, str] | None = None) -> Document:
    """Reads one document again. Raises UnreadableDocument when it is not there any more or cannot be read again."""
    noted: list[Problem] = []
    for document in _read_again(file, part, fields, noted.append):
        if document.part == part:
            return document
    if noted:
        raise UnreadableDocument(file, noted[0].reason, noted[0].remedy)
    raise UnreadableDocument(file, f"has no part {part!r} any more" if part else "holds no document", "read it again")


def read_parts(file: str, *, fields: Mapping[str, str] | None = None) -> Iterator[Document]:
    """Reads all documents of a file again, in one pass; what has become unreadable is missing.

    Raises UnreadableDocument for what was no file.
    """
    return _read_again(file, None, fields, lambda _: None)


def _read_again(
    file: str, part: str | None, fields: Mapping[str, str] | None, problems: Problems
) -> Iterator[Document]:
    if file == STANDARD_INPUT or is_address(file):
        raise UnreadableDocument(file, "was no file and cannot be read again", "save it as a file and read that")
    for entry in list_files([file], problems):
        yield from read_file(entry, fields=fields, problems=problems, part=part)


def _read_opened(entry: FileEntry, job: Job) -> Iterator[Document]:
    if is_address(entry.absolute):
        stream, found_at, charset = fetch(entry.absolute, job.limits)
        job.budget.packed = len(stream.getbuffer())
        given = Given(url=found_at)
        yield from read_source(Source(job, entry.file, None, found_at, tapped(stream), 0, given, charset))
    elif entry.absolute == STANDARD_INPUT:
        stream_in = tapped(sys.stdin.buffer, partial(_count_packed, job.budget))
        yield from read_source(Source(job, entry.file, None, "", stream_in))
    else:
        with io.BufferedReader(io.FileIO(entry.absolute), HEAD_BYTES) as opened:
            yield from read_source(Source(job, entry.file, None, entry.file, opened))


def _count_packed(budget: Budget, size: int) -> None:
    budget.packed += size


def read_source(source: Source) -> Iterator[Document]:
    """The documents of one source of whatever format; every fault of it becomes a problem."""
    kind = "file"
    try:
        if source.depth > source.job.limits.depth:
            raise source.refuse("archives inside archives, too deep", "unpack the outer ones and name the folder")
        found = tell_format(source.stream.peek(), source.name)
        if isinstance(found, tuple):
            raise source.refuse(*found)
        kind = found.value
        yield from _read_as(found, source)
    except UnpacksTooFar:
        raise
    except UnreadableDocument as fault:
        source.problem(fault.reason, fault.remedy)
    except RecursionError:
        source.problem(f"the {kind} is nested too deeply", SAVE_AGAIN)
    except EOFError:
        source.problem(f"the {kind} is cut off: it ends in the middle", "copy or download it again, whole")
    except MemoryError:
        source.problem(f"the {kind} takes more memory than there is", "split it into smaller files")
    except Exception as fault:
        source.problem(f"damaged, or no real {kind} ({type(fault).__name__}: {_first_line(fault)})", SAVE_AGAIN)


def _read_as(found: Format, source: Source) -> Iterator[Document]:
    """The documents of a source of this format; what ended its stream too early is told rather than what came of it."""
    try:
        yield from READERS[found](source)
    except Exception as fault:
        raise fault_of(source.stream) or fault from None
    if ended_by := fault_of(source.stream):
        raise ended_by


def _first_line(fault: Exception) -> str:
    return next(iter(str(fault).strip().splitlines()), "no more is said")[:120]


class Notes:
    """Passes on the problems of one file, PROBLEMS_PER_FILE at most; the last of them says that there are more."""

    def __init__(self, problems: Problems, file: str) -> None:
        self.problems, self.file, self.count = problems, speakable(file), 0

    def __call__(self, problem: Problem) -> None:
        self.count += 1
        if self.count < PROBLEMS_PER_FILE:
            self.problems(problem)
        elif self.count == PROBLEMS_PER_FILE:
            self.problems(replace(problem, file=self.file, part=None, reason="many more parts of it cannot be read"))
