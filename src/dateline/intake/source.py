"""What is being read right now? A source is one stream of bytes: a file, a member of an archive, a record of a WARC."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from dateline.errors import UnreadableDocument
from dateline.intake.limits import Limits, in_words
from dateline.model.document import Document, Given, Medium, Problem

HEAD_BYTES = 64 * 1024
"""How much of a stream is looked at to tell what it is."""


class Readable(Protocol):
    """Anything with `read(n)`."""

    def read(self, size: int = -1, /) -> bytes: ...


if TYPE_CHECKING:
    Stream = io.BufferedReader[Any]
else:
    Stream = io.BufferedReader


class UnpacksTooFar(UnreadableDocument):
    """A file that unpacks to far more than it weighs; nothing more is read from it."""


@dataclass(slots=True)
class Budget:
    """Counts what one file unpacks to, in bytes, while it is being unpacked."""

    file: str
    limits: Limits
    packed: int = 0
    unpacked: int = 0

    def spend(self, size: int) -> None:
        self.unpacked += size
        allowed = max(self.limits.unpacked_bytes, self.packed * self.limits.unpacked_ratio)
        if self.unpacked > allowed:
            raise UnpacksTooFar(
                self.file,
                f"unpacks to more than {in_words(allowed)}, far beyond its own size (a zip bomb?)",
                "if you trust it, unpack it yourself and name the folder",
            )


class Tap(io.RawIOBase):
    """Bytes of any reader, in full buffers, counted as they flow.

    A fault ends them and waits in `fault`: raised at once, a buffer would lose what came before it.
    """

    def __init__(self, inner: Readable, count: Callable[[int], None] | None = None) -> None:
        super().__init__()
        # read1 gives what is there: `read` of a cut-off gzip file would throw away all before the cut
        self._read: Callable[[int], bytes] = getattr(inner, "read1", inner.read)
        self._count = count
        self.fault: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer) and self.fault is None:
            try:
                chunk = self._read(len(buffer) - filled)
                if not chunk:
                    break
                if self._count:
                    self._count(len(chunk))
            except Exception as fault:
                self.fault = fault
            else:
                buffer[filled : filled + len(chunk)] = chunk
                filled += len(chunk)
        return filled


def fault_of(stream: Stream) -> Exception | None:
    """What ended a stream too early, None when it ended or goes on as it should."""
    return stream.raw.fault if isinstance(stream.raw, Tap) else None


def tapped(inner: Readable, count: Callable[[int], None] | None = None) -> Stream:
    """A stream of these bytes whose first HEAD_BYTES can be looked at with `peek`."""
    return io.BufferedReader(Tap(inner, count), HEAD_BYTES)


@dataclass(slots=True)
class Job:
    """What all sources of one file share.

    fields: where a record keeps what ({"published": "meta.dct"}). read: reads a source of whatever format.
    wanted: the one part that is asked for; others may be skipped. None: all.
    said: remarks that are made once a file, not once a record.
    """

    fields: Mapping[str, str]
    limits: Limits
    problems: Callable[[Problem], None]
    read: Callable[[Source], Iterator[Document]]
    budget: Budget
    wanted: str | None = None
    said: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Source:
    """One stream of bytes that is to become documents.

    name: its own name or address, for the extension and for messages. depth: archives around it.
    given: what the container says of it. charset: what a MIME or HTTP header says, None when none does.
    """

    job: Job
    file: str
    part: str | None
    name: str
    stream: Stream
    depth: int = 0
    given: Given = field(default_factory=Given)
    charset: str | None = None

    def part_of(self, name: str | int) -> str:
        """The name of a part of this source; "2016/a.zip/b.txt" is b.txt inside a.zip."""
        return f"{self.part}/{name}" if self.part else str(name)

    def is_wanted(self, part: str) -> bool:
        """Whether this part, or one inside it, is asked for."""
        wanted = self.job.wanted
        return wanted is None or wanted == part or wanted.startswith(part + "/")

    def inside(self, part: str, name: str, stream: Readable, **more: Given | str | None) -> Source:
        """The source of a part of this one."""
        buffered = stream if isinstance(stream, io.BufferedReader) else tapped(stream)
        inner = replace(self, part=part, name=name, stream=buffered, depth=self.depth + 1, charset=None)
        return replace(inner, **more)  # type: ignore[arg-type]

    def inside_bytes(self, part: str, name: str, data: bytes, **more: Given | str | None) -> Source:
        """The source of a part that is in memory already."""
        return self.inside(part, name, io.BytesIO(data), **more)

    def refuse(self, reason: str, remedy: str) -> UnreadableDocument:
        """The error that says why this source is not read."""
        return UnreadableDocument(self.file, reason, remedy)

    def problem(self, reason: str, remedy: str, part: str | None = None) -> None:
        """Notes why this source, or a part of it, is not read."""
        self.job.problems(Problem(speakable(self.file), _speakable(part or self.part), reason, remedy))

    def read_whole(self) -> bytes:
        """All bytes, at most a document's."""
        limit = self.job.limits.document_bytes
        data = self.stream.read(limit + 1)
        if fault := fault_of(self.stream):
            raise fault
        if len(data) > limit:
            raise self.refuse(
                f"larger than {in_words(limit)}, too large for one document",
                "split it, or export the articles as JSON Lines, one a line",
            )
        if not data:
            raise self.refuse("empty", "save or export it again")
        return data

    def document(
        self,
        text: str,
        raw: bytes,
        *,
        medium: Medium = Medium.TEXT,
        given: Given | None = None,
        part: str | None = None,
    ) -> Document:
        """A document of this source. Raises UnreadableDocument when the text holds no words."""
        if not text.strip("\ufeff\u200b \t\r\n\f\v\0") or text.isspace():
            raise self.refuse("holds no words, only white space", "check that it was saved with its text")
        if len(text) > self.job.limits.document_bytes:
            raise self.refuse(f"unpacks to more than {in_words(self.job.limits.document_bytes)} of text", "split it")
        digest = hashlib.sha256(raw).hexdigest()
        named = _speakable(part or self.part)
        return Document(
            speakable(self.file), named, medium, speakable(text), digest, _speakable_given(given or self.given)
        )


def speakable(text: str) -> str:
    """The text with lone surrogates (half a character, in broken JSON or file names) as U+FFFD: fit for UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _speakable(text: str | None) -> str | None:
    return None if text is None else speakable(text)


def _speakable_given(given: Given) -> Given:
    said = asdict(given)
    return Given(**{name: _speakable(words) for name, words in said.items()})
