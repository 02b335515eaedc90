"""How do two cores work through one long list? A second process takes the other half; the results come in order."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

from dateline.comparing.progress import Told, Watched

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this a second process costs more than it saves.
LEAST_ITEMS = 20_000


def share_out(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    told: Told | None = None,
    *,
    least: int = LEAST_ITEMS,
) -> list[Result]:
    """work(items), whose results come in the order of the items, done by two processes where there are two cores.

    The second process sees all that this one has in memory and gives back only its results, so these must be small.
    Where it dies its half is done here; where memory is too short for two all is. told: called as this process goes
    through its part.
    """
    if len(items) < least or not (_has_two_cores() and _has_room()):
        return work(_watched(items, told))
    middle = len(items) // 2
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_and_leave(work, items[middle:], writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        try:
            first = work(_watched(items[:middle], told))
            second: list[Result] | None = _received(answer.read())
        finally:
            answer.close()  # a child that still writes ends by it
            os.waitpid(child, 0)
    return first + (work(items[middle:]) if second is None else second)


def _watched(items: Sequence[Item], told: Told | None) -> Sequence[Item]:
    return Watched(items, told) if told else items


def _has_two_cores() -> bool:
    """Whether a process can be doubled here without harm: elsewhere than on Linux, libraries do not survive it."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _has_room() -> bool:
    """Whether the machine has as much memory left as this process holds: what both touch is copied for the second one,
    in the end nearly all of it."""
    held, left = _megabytes("/proc/self/status", "VmRSS:"), _megabytes("/proc/meminfo", "MemAvailable:")
    return held is None or left is None or held < left


def _megabytes(told_in: str, name: str) -> float | None:
    """A line of what the kernel tells of memory, None where it does not."""
    try:
        lines = Path(told_in).read_text("ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), None)


def _work_and_leave(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], writing: int) -> NoReturn:
    """The life of the second process: nothing of what the first one holds (files, threads) is closed or flushed."""
    status = 1
    try:
        with os.fdopen(writing, "wb") as out:
            out.write(pickle.dumps(work(items), pickle.HIGHEST_PROTOCOL))
        status = 0
    finally:
        os._exit(status)


def _received(written: bytes) -> list[Result] | None:
    """The other half's results, None when it did not come to its end."""
    try:
        results: list[Result] = pickle.loads(written)
    except (EOFError, pickle.UnpicklingError):
        return None
    return results
