"""Where does a sentence end? Splits news text, headlines, wire copy and badly spaced text into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.lexicons.speakers import word_set
from dateline.model.span import Span

# Never end a sentence, whatever follows: they stand before a name or a number.
_BEFORE_NAMES = word_set(
    "adj adm amb attn brig bros capt cdr cmdr col comdr cpl cpt dr drs eng ens fr gen gens gov govs hon insp lt "
    "ltd. lieut maj messrs mlle mm mme mr mrs ms mt mx no nos pfc pp pres prof pte pvt rep reps res rev rtd sen "
    "sens sgt spc sq sr. ssgt st ste sub supt vs v vol ft fig art para al-hajj ald asst assoc atty cllr ch det dep "
    "dist gp capts"
)
# May end a sentence: only when a word follows that is not likely to be part of the same name.
_MAY_END = word_set(
    "inc co corp ltd jr sr llc plc bros a.m p.m u.s u.n u.k e.u d.c b.c a.d u.a.e u.s.a u.s.s.r ph.d m.d etc est "
    "approx dept univ ave blvd rd hwy calif fla mass conn ariz colo ill ind kan ky la md mich minn miss mo mont neb "
    "nev okla ore pa tenn tex va wash wis wyo ga ala ark del vt n.y n.j n.c s.c n.m n.h r.i w.va n.d s.d ont que "
    "alta p.l.o"
)
_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat")
_NEVER_END = frozenset({"e.g", "i.e", "cf", "a.k.a", "viz", "gen", "lt.-col", "c", "ca", "nr", "op", "ed", "eds"})

_STARTERS = word_set(
    "a after all although among an and another any anyone as asked at because before both but by despite during "
    "each earlier even every everyone few first for four from given he her here his how however i if in instead it "
    "its just last later local many meanwhile more most much my near neither no nobody none nor not nothing now "
    "officials of on once one only or other others our over people perhaps police residents rebels several she "
    "since so some soon still such that the their then there these they this those though thousands three through "
    "thus to today two under unlike until we were what when where whether which while who why with witnesses yes "
    "yesterday yet you your according hundreds dozens"
)
_SPEAKING = (
    "said says say asked asks wrote added told shouted replied declared cried answered tweeted posted exclaimed warned"
)

# A stop, whatever closes after it, and then white space or (where a space was lost) a capital.
_STOP = re.compile(
    r"[.!?…]+['\"”’»›)\]]*(?=\s|[“„«‘\"]?[A-Z][a-z]|[“„«]|\[?\d*$|$)",
)
_NEXT = re.compile(r"\s*([-–—*•(\[“„«‘'\"]*)(\w[\w'’.]*)?")
_TOKEN_BEFORE = re.compile(r"[\w.&'’-]+$")
_BREAK = re.compile(r"[ \t\r\f\v]*\n\s*")
_TOLD_AFTER = re.compile(rf"\s+(?:[\w.'’-]+\s+){{1,5}}?(?:{_SPEAKING.replace(' ', '|')})\b")


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order, without the white space around them.

    A break of paragraph always ends a sentence, so that a headline without a stop is one of its own; a line break
    in hard-wrapped text does not.
    """
    return tuple(
        Span.cut(text, start, end)
        for begin, stop in _paragraphs(text)
        for start, end in _split(text, begin, stop)
        if start < end
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between breaks that end a sentence."""
    wrapped = _is_wrapped(text)
    start = 0
    for found in _BREAK.finditer(text):
        if found.group().count("\n") == 1 and (wrapped or _runs_on(text, found.end())):
            continue
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _runs_on(text: str, at: int) -> bool:
    """Whether the next line goes on in lower case: a line was broken inside a sentence."""
    return at < len(text) and text[at].islower()


def _is_wrapped(text: str) -> bool:
    """Whether lines break at a fixed width: several lines in a row that go on in lower case."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 4:
        return False
    going_on = sum(line[0].islower() for line in lines[1:])
    longest = max(map(len, lines))
    return longest <= 100 and going_on >= max(2, 0.3 * len(lines))


def _split(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Start and end of the sentences of one paragraph."""
    start = begin
    for found in _STOP.finditer(text, begin, stop):
        end = found.end()
        if end < stop and not _ends(text, found, stop):
            continue
        yield _trimmed(text, start, end)
        start = end
    yield _trimmed(text, start, stop)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, found: re.Match[str], stop: int) -> bool:
    """Whether the stop ends its sentence, judged by the words before and after it."""
    follow = _NEXT.match(text, found.end(), stop)
    opening, word = (follow.group(1), follow.group(2)) if follow else ("", None)
    if word is None:
        return True
    if word[0].islower() and not _is_odd_start(found, opening):
        return False
    marks = found.group()
    if marks[-1] in "'\"”’»›" and "." not in marks and _TOLD_AFTER.match(text, found.end(), stop):
        return False  # “We won!” Smith said.
    return marks != "." or _word_ends(text, found.start(), word, opening)


def _is_odd_start(found: re.Match[str], opening: str) -> bool:
    """A sentence that begins in lower case after all: only when a quotation opens after a full stop."""
    return bool(opening.strip("-–—*•([")) and found.group()[0] in ".!?" and len(found.group()) == 1


def _word_ends(text: str, stop_at: int, follower: str, opening: str) -> bool:
    """Whether a plain full stop after this word ends the sentence, or belongs to an abbreviation."""
    before = _TOKEN_BEFORE.search(text, max(0, stop_at - 30), stop_at)
    if before is None:
        return True
    token = before.group()
    low = token.lower().strip("'’-")
    last = low.rsplit("-", 1)[-1]
    if low in _NEVER_END or ((low in _BEFORE_NAMES or last in _BEFORE_NAMES) and token[0].isupper()):
        return low == "no" and follower[0].isalpha()
    if low in _MONTHS and token[0].isupper():
        return (not follower[0].isdigit() and low not in ("mar", "sat", "sun")) or low in ("mar", "sat", "sun")
    if len(token) == 1 and token.isalpha():
        return (token == "I" and follower.lower() in _STARTERS) or token.islower()
    if low in _MAY_END or re.fullmatch(r"(?:[a-z]\.)+[a-z]", low):
        return bool(opening.strip("-–—([")) or follower.lower() in _STARTERS
    return not (text[stop_at + 1 : stop_at + 2].isalpha() and _is_domain(token, follower))


def _is_domain(token: str, follower: str) -> bool:
    """ "news.Example" and "e.Tolva": a stop without a space inside a web address or a number."""
    return "www" in token.lower() or (token.isdigit() and follower[0].isdigit())
