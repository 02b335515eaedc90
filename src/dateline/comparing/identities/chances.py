"""How likely are two spellings one name? What an earlier comparison of the case worked out is not worked out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from dateline.comparing.shared_out import share_out
from dateline.language.name_likeness import likelihood

LEAST_SHARED_OUT = 2_000  # pairs: a second process is ready sooner than these are compared
# Of ten million pairs of names two share eight bytes with a chance of one in 400,000.
_HASH_BYTES = 8


class Chances:
    """The likelihoods of a case's pairs of names (language/name_likeness.py), by a hash of each pair.

    known: of earlier comparisons, by the same rules. found: what had to be worked out beside them.
    """

    def __init__(self, known: Mapping[int, float] | None = None) -> None:
        self._known = known or {}
        self.found: dict[int, float] = {}

    def of(self, pairs: Sequence[tuple[str, str]], class_: str) -> list[float]:
        """The likelihood of each pair of spellings. class_: "person" or "body"."""
        hashes = [_hash(a, b, class_) for a, b in pairs]
        new = {key: pair for key, pair in zip(hashes, pairs, strict=True) if key not in self._known}
        chances = share_out(
            lambda part: [likelihood(a, b, class_) for a, b in part], list(new.values()), least=LEAST_SHARED_OUT
        )
        self.found.update(zip(new, chances, strict=True))
        return [self._known[key] if key in self._known else self.found[key] for key in hashes]


def _hash(a: str, b: str, class_: str) -> int:
    first, second = sorted((a, b))
    said = f"{class_}\0{first}\0{second}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(said, digest_size=_HASH_BYTES).digest(), "big", signed=True)
