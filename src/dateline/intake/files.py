"""Which files did the user name? Files, folders, patterns, standard input and addresses, in a fixed order."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.intake.addresses import is_address
from dateline.intake.archives import JUNK
from dateline.intake.source import speakable
from dateline.model.document import Problem

STANDARD_INPUT = "-"
PAGE_PARTS = re.compile(
    r"(_files|\.files|-filer|_fichiers|-Dateien|_archivos|_arquivos|_bestanden|_pliki|_soubory)$", re.I
)
"""How browsers in several languages name the folder of a saved page's pictures and scripts."""
HASH_CHUNK_BYTES = 1024 * 1024
KINDS = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISBLK, "a device"), (stat.S_ISCHR, "a device"))
Problems = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file to read.

    file: the path as the user knows it, posix; for a file in a folder: the folder as named, then the way down.
    absolute: where it lies; "-" for standard input, the address for a page on the web. size: in bytes, 0 for these.
    """

    file: str
    absolute: str
    size: int

    @property
    def is_on_disk(self) -> bool:
        return self.absolute != STANDARD_INPUT and not is_address(self.absolute)


def list_files(paths: Sequence[str], problems: Problems) -> list[FileEntry]:
    """The files under these paths, each once, folders in the order of their names. Reads none of them."""
    found: dict[str, FileEntry] = {}
    for path in paths:
        for entry in _entries(str(path), problems):
            found.setdefault(_identity(entry), entry)
    return list(found.values())


def count_files(paths: Sequence[str]) -> int:
    """How many files there are under these paths."""
    return len(list_files(paths, lambda _: None))


def hash_file(file: FileEntry | str | Path) -> str:
    """The sha256 of a file's bytes, in hex: a file with the hash of the last run need not be read again.

    What has no bytes to come back to (standard input, an address, a file that cannot be opened; reading it will say
    why) gets another value each time, so that it never counts as unchanged.
    """
    if isinstance(file, FileEntry) and not file.is_on_disk:
        return f"none-{time.time_ns()}"
    digest = hashlib.sha256()
    try:
        with Path(file.absolute if isinstance(file, FileEntry) else file).open("rb") as stream:
            while chunk := stream.read(HASH_CHUNK_BYTES):
                digest.update(chunk)
    except OSError:
        return f"none-{time.time_ns()}"
    return digest.hexdigest()


def _identity(entry: FileEntry) -> str:
    """What two names of one file have in common."""
    try:
        return os.path.realpath(entry.absolute) if entry.is_on_disk else entry.absolute
    except (OSError, ValueError):
        return entry.absolute


def _entries(path: str, problems: Problems) -> Iterator[FileEntry]:
    if path == STANDARD_INPUT or is_address(path):
        yield FileEntry(path, path, 0)
    elif "\0" in path:
        _note(problems, path.replace("\0", "\ufffd"), "no path: it holds a NUL character", "check how it is written")
    elif glob.has_magic(path) and not os.path.lexists(path):
        yield from _matches(path, problems)
    else:
        yield from _walk(Path(path), problems, ())


def _matches(pattern: str, problems: Problems) -> Iterator[FileEntry]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute pattern
    if not matches:
        _note(problems, pattern, "no file is called like this", "check the pattern; put it in quotation marks")
    for match in matches:
        yield from _walk(Path(match), problems, ())


def _walk(path: Path, problems: Problems, above: tuple[str, ...]) -> Iterator[FileEntry]:
    """The files at or under a path. `above`: the real paths of the folders that lead here."""
    try:
        state = path.stat()
        if not stat.S_ISDIR(state.st_mode):
            yield from _file(path, state, problems)
            return
        here = os.path.realpath(path)
        if here in above:
            _note(problems, path.as_posix(), "a link that leads back to its own folder", "remove the link")
            return
        names = sorted(inner.name for inner in path.iterdir())
    except (OSError, ValueError) as fault:
        _note(problems, path.as_posix(), *refusal(path, fault))
        return
    for name in names:
        if not JUNK.search(name) and not _holds_page_parts(name, names):
            yield from _walk(path / name, problems, (*above, here))


def _file(path: Path, state: os.stat_result, problems: Problems) -> Iterator[FileEntry]:
    for is_kind, kind in KINDS:
        if is_kind(state.st_mode):
            _note(problems, path.as_posix(), f"not a file but {kind}", "name files; pipe text in with -")
            return
    yield FileEntry(speakable(path.as_posix()), str(path.absolute()), state.st_size)


def _holds_page_parts(name: str, names: list[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a saved page that lies beside it."""
    stem = PAGE_PARTS.sub("", name)
    return stem != name and any(stem + suffix in names for suffix in (".html", ".htm", ".xhtml"))


def refusal(path: Path, fault: Exception) -> tuple[str, str]:
    """Reason and remedy of an operating system's refusal."""
    if isinstance(fault, FileNotFoundError):
        if path.is_symlink():
            return "a link to a file that is not there", "remove or mend the link"
        return "there is no such file or folder", "check the path"
    if isinstance(fault, PermissionError):
        return "no right to read it", "change its rights or ask its owner"
    reason = getattr(fault, "strerror", None) or str(fault)
    return f"cannot be opened ({reason})", "check the disk, the link or the path"


def _note(problems: Problems, file: str, reason: str, remedy: str) -> None:
    problems(Problem(speakable(file), None, reason, remedy))
