"""Where does one record of a long JSON list end and the next begin? Cuts the list without holding it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.intake.source import Readable

CHUNK_BYTES = 256 * 1024
MARKS = re.compile(rb'[\[\]{}",]')
STRING_END = re.compile(rb'["\\]')


class _Cutter:
    """Follows brackets and quotation marks through the chunks of a list; knows where an element ends."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.depth = 0
        self.in_string = self.skip = self.too_long = False
        self.kept: list[bytes] = []
        self.size = 0

    def keep(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size > self.limit:
            self.too_long, self.kept = True, []
        else:
            self.kept.append(piece)

    def take(self) -> Iterator[bytes | None]:
        """The element that is whole now, if there is one; None for one beyond the limit."""
        whole, was_too_long = b"".join(self.kept).strip(), self.too_long
        self.kept, self.size, self.too_long = [], 0, False
        if was_too_long:
            yield None
        elif whole:
            yield whole

    def feed(self, chunk: bytes) -> Iterator[bytes | None]:
        begin = at = 0
        while True:
            if self.skip:  # the character after a backslash
                if at >= len(chunk):
                    break
                at, self.skip = at + 1, False
            match = (STRING_END if self.in_string else MARKS).search(chunk, at)
            if not match:
                break
            mark, at = match[0], match.end()
            cut = self._step(mark)
            if cut:
                self.keep(chunk[begin : match.start()])
                begin = at
                yield from self.take()
        self.keep(chunk[begin:])

    def _step(self, mark: bytes) -> bool:
        """Takes one mark in; whether an element ends at it. The list's own bracket and its commas are no element's."""
        if self.in_string:
            self.skip = mark == b"\\"
            self.in_string = mark != b'"'
        elif mark == b'"':
            self.in_string = True
        elif mark in b"[{":
            self.depth += 1
            return self.depth == 1
        elif mark in b"]}":
            self.depth -= 1
            return self.depth == 0
        else:
            return self.depth == 1
        return False


def find_elements(stream: Readable, limit: int) -> Iterator[bytes | None]:
    """The bytes of each element of a JSON list, None for one longer than the limit; a cut-off last one as it stands."""
    cutter = _Cutter(limit)
    while chunk := stream.read(CHUNK_BYTES):
        yield from cutter.feed(chunk)
        if cutter.depth < 1 and not cutter.in_string:
            break
    yield from cutter.take()
