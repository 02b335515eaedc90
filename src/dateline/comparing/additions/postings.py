"""Which reports have this in common? Lists of numbers by a hash or number that they share, small in a file and ready
to be looked up in without being parsed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint64]
Numbers = NDArray[np.int32]

# Ids are 15 hex digits behind the letter of their kind (model/identity.py).
_HASH_BYTES = 8


@dataclass(frozen=True, slots=True)
class Postings:
    """keys: in ascending order; owners: the numbers of what has each, in ascending order within a key."""

    keys: Codes = field(default_factory=lambda: np.empty(0, dtype=np.uint64))
    owners: Numbers = field(default_factory=lambda: np.empty(0, dtype=np.int32))

    @classmethod
    def of(cls, keys: Codes, owners: Numbers) -> Postings:
        """From keys in any order; owners of one key keep theirs."""
        if len(keys) > 1 and bool((keys[1:] < keys[:-1]).any()):
            order = np.argsort(keys, kind="stable")
            keys, owners = keys[order], owners[order]
        return cls(keys, owners)

    @classmethod
    def of_lists(cls, lists: Sequence[Iterable[int] | Codes], first: int = 0) -> Postings:
        """From the keys of each owner; owners are numbered from `first` on."""
        arrays = [keys if isinstance(keys, np.ndarray) else np.array([*keys], dtype=np.uint64) for keys in lists]
        if not arrays:
            return cls()
        owners = np.repeat(np.arange(first, first + len(arrays), dtype=np.int32), [len(keys) for keys in arrays])
        return cls.of(np.concatenate(arrays).astype(np.uint64), owners)

    def with_more(self, more: Postings) -> Postings:
        """These and others, whose owners have higher numbers."""
        return Postings.of(np.concatenate([self.keys, more.keys]), np.concatenate([self.owners, more.owners]))

    def at(self, key: int) -> Numbers:
        """The owners of a key."""
        first, last = np.searchsorted(self.keys, np.array([key, key], dtype=np.uint64), side="left"), None
        last = np.searchsorted(self.keys, np.uint64(key), side="right")
        return self.owners[int(first[0]) : int(last)]

    def ranges(self, keys: Codes) -> list[tuple[int, int]]:
        """Where the owners of each of these keys begin and end."""
        first = np.searchsorted(self.keys, keys, side="left")
        last = np.searchsorted(self.keys, keys, side="right")
        return list(zip(first.tolist(), last.tolist(), strict=True))


def code_of(identifier: str) -> int:
    """The number of an id, other than that of any id of another kind."""
    try:
        return (int(identifier[1:], 16) << 4 | (ord(identifier[0]) & 15)) & 0xFFFFFFFFFFFFFFFF
    except ValueError:
        return int.from_bytes(blake2b(identifier.encode(), digest_size=_HASH_BYTES).digest(), "big")
