"""How far is a step? Tells it as the step goes through a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

Told = Callable[[int, int], None]
"""Called with how many of how many are done."""

Item = TypeVar("Item")

# A bar is seldom wider than this.
TIMES = 100


class Watched(Sequence[Item]):
    """A list that tells how far one has come whenever one goes through it."""

    def __init__(self, items: Sequence[Item], told: Told) -> None:
        self._items = items
        self._told = told

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, at: int) -> Item: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...

    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        return self._items[at]

    def __iter__(self) -> Iterator[Item]:
        total = len(self._items)
        every = max(1, total // TIMES)
        for done, item in enumerate(self._items):
            if done % every == 0:
                self._told(done, total)
            yield item
        self._told(total, total)
