"""Which paragraphs does trafilatura take for the article's? Its words, found again among ours, with our offsets.

trafilatura tells no offsets; its extracted lines are aligned with the page's paragraphs in order.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from dateline.reading.segments.blocks import Block

SHORTEST_PART = 25
"""Letters of a paragraph that is looked for inside a longer extracted line, and the other way round."""
LARGEST_PAGE = 5_000_000
"""Characters of markup from which on the page is read without trafilatura, which would take minutes."""


def find_extracted(markup: str, blocks: Sequence[Block]) -> set[int]:
    """Indices of the blocks that trafilatura extracts; empty when it finds no article."""
    lines = [key for line in _extracted_lines(markup) if (key := _key(line))]
    keys = [_key(block.unit.text) for block in blocks]
    if not lines:
        return set()
    matcher = SequenceMatcher(None, lines, keys, autojunk=False)
    found = {j + k for _, j, size in matcher.get_matching_blocks() for k in range(size)}
    taken = {lines[i + k] for i, _, size in matcher.get_matching_blocks() for k in range(size)}
    left = [line for line in lines if line not in taken and len(line) >= SHORTEST_PART]
    found |= {i for i, key in enumerate(keys) if i not in found and len(key) >= SHORTEST_PART and _is_part(key, left)}
    return found


def _is_part(key: str, lines: Sequence[str]) -> bool:
    """Whether a paragraph and an extracted line hold one another: sites break paragraphs where trafilatura does not."""
    return any(key in line or (line in key and 2 * len(line) > len(key)) for line in lines)


def _key(words: str) -> str:
    """Letters and digits only, so that marks and white space make no difference."""
    return re.sub(r"[\W_]+", "", words.lower())


def _extracted_lines(markup: str) -> list[str]:
    if len(markup) > LARGEST_PAGE:
        return []
    from trafilatura import extract  # half a second to import: only when a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = extract(markup, include_comments=False, favor_precision=True)
    except Exception:  # trafilatura and lxml stumble over some broken pages in many ways; our own scoring goes on
        return []
    return re.split(r"[\n|]+", text) if text else []
