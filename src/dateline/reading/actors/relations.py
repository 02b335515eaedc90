"""How do the words relate two entities: leader, ally, new name, part of?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.language.names import fold
from dateline.lexicons import load_yaml
from dateline.model.claim import Claim
from dateline.model.mention import Chain, Mention
from dateline.model.reading import Relation
from dateline.model.span import Span
from dateline.model.time import Time

REACH = 110  # characters between two names that one phrase relates; longer ones relate something else
NOT_RELATED = {"role", "outlet"}
"""Kinds of chains that no standing relation is drawn for: a nameless man, a paper that is quoted."""

_BODIES = ("group", "organisation", "government")

_NOUN = r"(?:[\w’'.-]+ ){0,3}?"
_POSSESSIVE = r"(?:[’']s|s[’']|[’'])"
_DATED = {"split-from", "renamed-to", "rival"}
"""Relations that begin on a day: a time in the same sentence says when."""
_TITLED = re.compile(
    r"(?P<body>[\w’'.\- ]+?)(?:[’']s)? (?:leader|chief|head|boss|emir|founder|chairman|chairwoman) (?=[A-Z])"
)
_THE_TWO = re.compile(
    r"\b(?:the two|both) (?:groups|sides|factions|movements|parties|organi[sz]ations|militias|men|leaders)\b"
    r"(?P<did>[^.;]*)",
    re.I,
)
_NAMES_A_SIDE = re.compile(r"[^’']*")  # "the group’s followers" are no side of it
# "The group's elders met those of the Dawn, and the two groups fell out": one is the group that the report is about.
_OWN_SIDE = re.compile(r"\bthe (?:group|movement|organi[sz]ation|faction|militia|party)[’']s\b", re.I)
_TWO_DID = {
    "split-from": re.compile(r"\b(?:split|broke (?:up|apart)|parted ways|fell out)\b", re.I),
    "rival": re.compile(r"\b(?:rivals|enemies|foes|at war)\b", re.I),
    "ally": re.compile(r"\b(?:allies|joined forces|allied|merged|agreed to (?:work|fight) together)\b", re.I),
}


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One phrase of lexicons/relations.yaml, compiled. first: whether A stands before B in the text."""

    type: str
    a_first: bool
    between: re.Pattern[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


def find_relations(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    claims: Sequence[Claim],
    times: Sequence[Time],
) -> tuple[Relation, ...]:
    """The relations that the text states between its chains, each once with its first words."""
    found: dict[tuple[str, int, int], Relation] = {}
    named = [m for m in mentions if m.chain is not None and chains[m.chain].kind not in NOT_RELATED]
    for sentence in sentences:
        here = [m for m in named if sentence.holds(m.span)]
        here += _titled(here, chains)
        for kind, subject, other, evidence in (
            *_stated(text, sentence, here),
            *_the_two(text, sentence, named, chains),
        ):
            if subject == other or not _fits(kind, chains[subject], chains[other]):
                continue
            begin, evidence = _begin(kind, evidence, sentence, times, text)
            relation = Relation(kind, subject, other, evidence, begin, None, _claim_of(evidence, claims))
            found.setdefault((kind, subject, other), relation)
    return tuple(found.values())


def _stated(text: str, sentence: Span, here: Sequence[Mention]) -> Iterator[tuple[str, int, int, Span]]:
    """(type, subject's chain, object's chain, words) for each pair of names with a relating phrase between them."""
    for first, second in _pairs(here):
        gap = text[first.span.end : second.span.start]
        for pattern in _patterns():
            words = _matched(pattern, text, sentence, first.span, second.span, gap)
            if words is not None:
                assert first.chain is not None and second.chain is not None
                ends = (first.chain, second.chain) if pattern.a_first else (second.chain, first.chain)
                yield pattern.type, *ends, words


def _pairs(here: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Names near each other, in text order; of "Nusra chief Abu X" marked as one mention, the name after the title."""
    for place, first in enumerate(here):
        for second in here[place + 1 :]:
            if second.span.start - first.span.end > REACH:
                break
            if second.span.start >= first.span.end:
                yield first, second
    for outer in here:
        for inner in here:
            if outer is not inner and outer.span.holds(inner.span) and outer.span.end - inner.span.end > 3:
                yield from _named_after(outer, inner)


def _named_after(outer: Mention, inner: Mention) -> Iterator[tuple[Mention, Mention]]:
    """ "Nusra" and "Abu X" of "Nusra chief Abu X"."""
    rest = outer.span.text[inner.span.end - outer.span.start :]
    name = re.search(r"(?<=[a-z,] )[A-Z]", rest)
    if name:
        start = inner.span.end + name.start()
        yield inner, Mention(Span(start, outer.span.end, rest[name.start() :]), outer.type, outer.chain)


def _titled(here: Sequence[Mention], chains: Sequence[Chain]) -> Iterator[Mention]:
    """Bodies that stand only within a person's mention ("Nusra" in "Nusra chief Abu X")."""
    called = {fold(name): index for index, chain in enumerate(chains) for name in chain.names if chain.kind != "person"}
    spans = {mention.span for mention in here}
    for mention in here:
        titled = _TITLED.match(mention.span.text)
        chain = called.get(fold(titled["body"])) if titled else None
        if titled and chain is not None:
            span = Span(mention.span.start, mention.span.start + titled.end("body"), titled["body"])
            if span not in spans:
                yield Mention(span, "organisation", chain)


def _matched(pattern: _Pattern, text: str, sentence: Span, first: Span, second: Span, gap: str) -> Span | None:
    """The words from the first to the last that the phrase needs, None if it does not match."""
    if not pattern.between.fullmatch(gap):
        return None
    start, end = first.start, second.end
    if pattern.before is not None:
        before = pattern.before.search(text[sentence.start : first.start])
        if before is None:
            return None
        start = sentence.start + before.start()
    if pattern.after is not None:
        after = pattern.after.match(text[second.end : sentence.end])
        if after is None:
            return None
        end = second.end + after.end()
    return Span.cut(text, start, end)


def _the_two(
    text: str, sentence: Span, named: Sequence[Mention], chains: Sequence[Chain]
) -> Iterator[tuple[str, int, int, Span]]:
    """ "The two groups split in 2013": the two that were named last before, in this sentence or the one before."""
    for match in _THE_TWO.finditer(text, sentence.start, sentence.end):
        before = [m for m in named if m.span.end <= match.start() and _NAMES_A_SIDE.fullmatch(m.span.text)]
        last = list(dict.fromkeys(m.chain for m in reversed(before) if m.chain is not None))
        if _OWN_SIDE.search(text, sentence.start, match.start()):
            bodies = Counter(chain for m in before if (chain := m.chain) is not None and chains[chain].kind in _BODIES)
            main = max(bodies, key=lambda chain: bodies[chain], default=None)
            last = [chain for chain in last if chain != main][:1] + ([] if main is None else [main])
        if len(last) >= 2:
            for kind, did in _TWO_DID.items():
                if did.search(match["did"]):
                    yield kind, last[0], last[1], Span.cut(text, sentence.start, sentence.end)


def _fits(kind: str, subject: Chain, other: Chain) -> bool:
    """A person is led by nobody and part of no person; only a person leads; names are taken by what bears one."""
    if kind == "leads":
        return subject.kind == "person" and other.kind != "person"
    if kind in ("part-of", "split-from"):
        return subject.kind not in ("person", "country") and other.kind not in ("person", "country")
    if kind == "member-of":
        return subject.kind == "person" and other.kind not in ("person", "country")
    if kind in ("renamed-to", "also-known-as"):
        return subject.named and other.named and (subject.kind == "person") == (other.kind == "person")
    return subject.named or other.named


def _begin(kind: str, evidence: Span, sentence: Span, times: Sequence[Time], text: str) -> tuple[date | None, Span]:
    """When the relation began, if it begins at all and the sentence says when; the words then reach to the time."""
    if kind not in _DATED:
        return None, evidence
    near = [t for t in times if sentence.holds(t.span) and t.begin and 0 <= t.span.start - evidence.start <= 250]
    for time in near:
        if time.span.start <= evidence.end + 30:
            return time.begin, Span.cut(text, evidence.start, max(evidence.end, time.span.end))
    return None, evidence


def _claim_of(evidence: Span, claims: Sequence[Claim]) -> int | None:
    """The innermost claim that tells the relation."""
    holding = [
        (sum(part.end - part.start for part in claim.content), number)
        for number, claim in enumerate(claims)
        if any(part.holds(evidence) for part in claim.content)
    ]
    return min(holding)[1] if holding else None


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(
            type=row["type"],
            a_first=row["first"] == "A",
            between=_compiled(row["between"]),
            before=_compiled(row["before"] + "$") if "before" in row else None,
            after=_compiled(row["after"]) if "after" in row else None,
        )
        for row in load_yaml("relations.yaml")
    )


def _compiled(phrase: str) -> re.Pattern[str]:
    phrase = phrase.replace("{noun}", _NOUN).replace("{s}", _POSSESSIVE)
    return re.compile(re.sub(r" (?![?*+{])", r"\\s+", phrase), re.I)
