"""Which words stand in quotation marks? Finds quotations of every style, nested, unclosed and continued ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.lexicons.speakers import word_set
from dateline.model.span import Span

LONGEST_PHRASE = 4
"""Words from which a passage in quotation marks without a verb is speech rather than a name or a scare quote."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage in quotation marks, within one paragraph.

    span: with its marks; inner: without them.
    closed: whether a closing mark was found (else it ends with its paragraph).
    depth: 0 outside all other quotations, 1 inside one, and so on.
    continues: whether it goes on from the quotation that the paragraph before left open.
    is_speech: whether it reads as somebody's words, rather than a name, a title, a term or a scare quote.
    """

    span: Span
    inner: Span
    closed: bool = True
    depth: int = 0
    continues: bool = False
    is_speech: bool = True


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    style: str


_MARK = re.compile(r"''|``|&quot;|[\"“”„‟«»‘’‚‛'‹›`]")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)(?=[ \t]*[a-z])[^\n]+)*")
_WORD = re.compile(r"[\w’'-]+")
_VERBS = word_set(
    "is are was were be been being am has have had do does did will would shall should can could may might must "
    "isn't aren't wasn't won't don't doesn't didn't can't couldn't it's that's there's we're they're you're he's "
    "she's i'm we've i've they've we'll i'll let's get got go goes went come comes came make makes made take takes "
    "took know think want wants need needs say says said see saw give gave stop kill killed"
)
_SUBJECTS = word_set("i we you he she they it this that these those there nobody everyone")
_ELISIONS = re.compile(r"['’](?:\d0s|\d\ds?\b|em\b|til\b|cause\b|n['’]|tis\b|twas\b|bout\b|round\b)", re.IGNORECASE)


@lru_cache(maxsize=8)  # several steps of reading ask for the same text's
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text by position, an outer one before those inside it.

    Knows “ ” „ " '' `` « » ‹ › ‘ ’ and '. Apostrophes are none. A quotation that its paragraph leaves open ends
    there; when the next paragraph opens with a mark again, that one `continues` it.
    """
    if _MARK.search(text) is None:
        return ()
    found: list[Quotation] = []
    left_open: Quotation | None = None
    for paragraph in _PARAGRAPH.finditer(text):
        here = sorted(_in_paragraph(text, *paragraph.span()), key=lambda q: (q.span.start, -q.span.end))
        if left_open and here and not text[paragraph.start() : here[0].span.start].strip():
            here[0] = replace(here[0], continues=True, is_speech=True)
        found += here
        left_open = next((q for q in here if not q.closed and q.depth == 0), None)
    return tuple(found)


def _in_paragraph(text: str, begin: int, stop: int) -> Iterator[Quotation]:
    """The quotations of one paragraph, inner ones first."""
    open_now: list[_Open] = []
    for mark in _MARK.finditer(text, begin, stop):
        style = _style(mark.group())
        if style == "single" and not _is_quote_mark(text, mark, open_now, stop):
            continue
        at = next((i for i in range(len(open_now) - 1, -1, -1) if open_now[i].style == style), None)
        if _opens(text, mark, at is not None, begin):
            open_now.append(_Open(mark.start(), mark.end(), style))
        elif at is not None:
            opened = open_now[at]
            del open_now[at:]
            if opened.inner < mark.start():
                yield _quotation(text, opened, mark.start(), mark.end(), True, len(open_now))
    for depth, opened in enumerate(open_now):
        if opened.style != "single" or (depth == 0 and opened.start == begin + _indent(text, begin, stop)):
            end = stop - (len(text[begin:stop]) - len(text[begin:stop].rstrip()))
            if opened.inner < end:
                yield _quotation(text, opened, end, end, False, depth)


def _indent(text: str, begin: int, stop: int) -> int:
    return len(text[begin:stop]) - len(text[begin:stop].lstrip())


def _style(mark: str) -> str:
    if mark in "‘’‚‛'`":
        return "single"
    if mark in "«»":
        return "angle"
    return "thin angle" if mark in "‹›" else "double"


def _opens(text: str, mark: re.Match[str], is_open: bool, begin: int) -> bool:
    """Whether a mark opens a quotation, by its shape first and by the characters beside it where shapes deceive."""
    before = text[mark.start() - 1] if mark.start() > begin else " "
    after = text[mark.end() : mark.end() + 1] or " "
    shape = mark.group()
    if shape in "„‚‟‛" or shape == "``":
        return True
    if shape == "“":
        return not (is_open and not after.isalnum() and not before.isspace())  # „…“ closes in German and Czech
    if shape in "”’":
        return not is_open and before.isspace() and after.isalnum()
    if shape in "«‹":
        return not (is_open and after.isspace())
    if shape in "»›":
        return not is_open and after.isalnum()
    return _looks_opening(before, after, is_open)


def _looks_opening(before: str, after: str, is_open: bool) -> bool:
    """For marks of one shape: white space on the left opens, on the right closes, else what was before decides."""
    left = before.isspace() or before in "([{—–-/:“‘\"'¿¡"
    right = after.isspace() or after in ")]}.,;:!?—–"
    if left and not right:
        return not is_open or before.isspace()
    return not is_open and not right


def _is_quote_mark(text: str, mark: re.Match[str], open_now: list[_Open], stop: int) -> bool:
    """Whether a single mark is a quotation mark and no apostrophe."""
    at = mark.start()
    before = text[at - 1 : at] if at else ""
    after = text[at + 1 : at + 2]
    if before.isalnum() and after.isalnum():
        return False
    if any(opened.style == "single" for opened in open_now):
        return not (before in "sS" and after == " " and _closes_later(text, at + 1, stop))
    if before.isalnum() or not (after.isalnum() or after in '“"[(¿…') or _ELISIONS.match(text, at):
        return False
    return mark.group() == "‘" or _closes_later(text, at + 1, stop)


def _closes_later(text: str, start: int, stop: int) -> bool:
    """Whether a single mark that can close follows in this paragraph before another opens."""
    for found in re.finditer(r"(?<=\S)['’](?!\w)", text[start:stop]):
        before = text[start + found.start() - 1]
        if before in ".,!?…;:)]" or before not in "sS":
            return True
        if re.match(r"['’]\s*(?:$|[.,;:!?)])", text[start + found.start() : stop]):
            return True
    return False


def _quotation(text: str, opened: _Open, inner_end: int, end: int, closed: bool, depth: int) -> Quotation:
    inner = Span.cut(text, opened.inner, inner_end)
    speech = not closed or reads_as_speech(inner.text)
    return Quotation(Span.cut(text, opened.start, end), inner, closed, depth, False, speech)


def reads_as_speech(words: str) -> bool:
    """Whether words in quotation marks are a statement: punctuated, long, or with a verb; not a name or a term."""
    tokens = [t.lower().replace("’", "'") for t in _WORD.findall(words)]
    if not tokens:
        return False
    if words.rstrip()[-1] in ",!?.…" and (len(tokens) > 1 or words.rstrip()[-1] in "!?"):
        return words.rstrip()[-1] in "!?" or not is_title(words)
    if is_title(words):
        return False
    return len(tokens) > 2 * LONGEST_PHRASE or (len(tokens) > 2 and any(t in _VERBS or t in _SUBJECTS for t in tokens))


def is_title(words: str) -> bool:
    """Whether all longer words are capitalised: a name or the title of a work."""
    longer = [w for w in _WORD.findall(words) if len(w) > 3]
    return bool(longer) and all(w[0].isupper() or w[0].isdigit() for w in longer) and not words.isupper()
