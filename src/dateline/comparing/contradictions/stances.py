"""What does a speaker want, and against whom? The acts that words call for, promise or rule out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.comparing.contradictions.lexicon import Word, lexicon, stem_of, words_of

# Words before an act among which its negation, its modal verb and its subject stand.
BEFORE = 7
# Words behind an act among which its target stands.
BEHIND = 9

_CLAUSE = re.compile(r"[.;:!?—–]|, (?:but|and|yet|while|whereas)\b|\bbut\b|\bwhile\b|\bwhereas\b", re.IGNORECASE)
_SETTING = frozenset(
    {"in", "at", "near", "from", "across", "inside", "around", "outside", "throughout", "within", "as"}
)
_BE = frozenset({"be", "been", "being"})
_NEGATED_VERB = re.compile(r"n['’]t$|^wont$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stance:
    """An act with its kind, whether the speaker is for it (1) or against it (-1), and its target.

    names: stems of the names in the target, without those that only say where; words: stems of all its words.
    start, end: the words of the act within the text that was read.
    """

    kind: str
    direction: int
    act: str
    names: frozenset[str]
    words: frozenset[str]
    start: int
    end: int


def find_stances(text: str, *, intends: bool = False) -> Iterator[Stance]:
    """The stances in some words. intends: the words around them already say that they are a wish or a plan."""
    words = words_of(text)
    for at, word in enumerate(words):
        found = _act_at(words, at)
        if (
            found
            and (intends or _is_intent(text, words, at))
            and not _is_past(text, words, at)
            and not _is_conditional(text, words, at)
        ):
            kind, direction = found
            target = _target(text, words, at)
            yield Stance(
                kind,
                -direction if is_negated(text, words, at) else direction,
                word.stem,
                frozenset(w.stem for w, setting in target if _is_name(w) and not setting),
                frozenset(w.stem for w, _ in target),
                word.start,
                word.end,
            )


def is_negated(text: str, words: Sequence[Word], at: int, *, plainly: bool = False) -> bool:
    """Whether the act at a word is negated in its clause: by a word before it, or by what is said of it after it.

    plainly: only words that say that it was not so count ("did not", "nobody"), not "halted" or "refused".
    """
    known = lexicon()
    negations = known.plain_negations if plainly else known.negations
    before = _clause_before(text, words, at)
    said = _without_feints(text)
    count = sum(
        1
        for w in before
        if said[w.start : w.end] == w.text
        and (w.stem in negations or w.text.lower() in negations or _NEGATED_VERB.search(w.text))
    )
    if known.after.match(text[words[at].end :]):
        count += 1
    return count % 2 == 1


@lru_cache(maxsize=256)
def _without_feints(text: str) -> str:
    """The text with blanks for words that only look like a negation: "no choice but to", "not only"."""
    return lexicon().no_negations.sub(lambda m: "¤" * len(m.group()), text)


def _act_at(words: Sequence[Word], at: int) -> tuple[str, int] | None:
    acts = lexicon().acts
    pair = f"{words[at].stem} {words[at + 1].stem}" if at + 1 < len(words) else ""
    return acts.get(pair) or acts.get(words[at].stem)


def _clause_before(text: str, words: Sequence[Word], at: int) -> list[Word]:
    """The words before an act, back to the beginning of its clause."""
    first = max(0, at - BEFORE)
    masked = _without_feints(text)
    between = masked[words[first].start : words[at].start]
    cut = max((m.end() for m in _CLAUSE.finditer(between)), default=0) + words[first].start
    return [w for w in words[first:at] if w.start >= cut]


def _is_intent(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether an act is wished, planned, called for or given as a rule."""
    before = _clause_before(text, words, at)
    known = lexicon().intents
    return any(w.text.lower() in known or w.stem in known or _NEGATED_VERB.search(w.text) for w in before)


def _is_past(text: str, words: Sequence[Word], at: int) -> bool:
    before = [w.text.lower() for w in _clause_before(text, words, at)][-3:]
    return bool(lexicon().pasts & set(before)) and not {"be", "must", "should", "will", "would"} & set(before)


def _is_conditional(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the act hangs on a condition in its sentence: then its opposite contradicts nothing."""
    sentence_start = max((m.end() for m in re.finditer(r"[.!?]\s", text[: words[at].start])), default=0)
    stop = re.search(r"[.!?](?:\s|$)", text[words[at].end :])
    sentence_end = words[at].end + stop.start() if stop else len(text)
    masked = _without_feints(text)[sentence_start:sentence_end]
    return any(w.text.lower() in lexicon().conditions - {"should", "once"} for w in words_of(masked))


def _target(text: str, words: Sequence[Word], at: int) -> list[tuple[Word, bool]]:
    """The words that say at whom an act is aimed, each with whether it only says where."""
    before = [w.text.lower() for w in words[max(0, at - 2) : at]]
    near = _clause_before(text, words, at) if _BE & set(before) else _clause_behind(text, words, at)
    found: list[tuple[Word, bool]] = []
    setting = False
    for word in near:
        lower = word.text.lower()
        if lower in lexicon().empty:
            setting = lower in _SETTING or (setting and lower in ("the", "its", "their", "our"))
        else:
            found.append((word, setting))
    return found


def _clause_behind(text: str, words: Sequence[Word], at: int) -> list[Word]:
    last = min(len(words), at + 1 + BEHIND)
    between = text[words[at].end : words[last - 1].end]
    cut = _CLAUSE.search(between)
    end = words[at].end + cut.start() if cut else len(text)
    return [w for w in words[at + 1 : last] if w.start < end]


def _is_name(word: Word) -> bool:
    return word.text[0].isupper() and stem_of(word.text) not in lexicon().empty
