"""Who is spoken of? Finds the mentions of a report and joins those that stand for one actor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dateline.language.names import fold
from dateline.language.quotations import find_quotations
from dateline.language.weapons import is_bare_weapon
from dateline.model.marks import Mark, Marks
from dateline.model.mention import Chain, Mention
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.reading.actors.candidates import Candidate
from dateline.reading.actors.chaining import Joiner
from dateline.reading.actors.collecting import collect
from dateline.reading.actors.countries import country_of_name
from dateline.reading.actors.drafts import Draft
from dateline.reading.actors.kinds import kind_of
from dateline.reading.actors.profiles import Form, profile_of
from dateline.reading.actors.pronouns import resolve_pronouns
from dateline.reading.actors.stated import Alias, aliases_after


@dataclass(frozen=True, slots=True)
class Actors:
    """The mentions of a report in order of position, and the chains that they form."""

    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    _starts: tuple[int, ...] = field(default=(), repr=False)
    second: tuple[Mention, ...] = ()
    """Words of mentions that name something of another type too ("Norland": who acts and where), without chain."""

    def chain_at(self, span: Span) -> int | None:
        """Index of the chain that words stand for.

        That of the mention with the same words; else of the longest mention that ends with them or lies at their end
        (the head of a noun phrase); else of the mention that covers most of them. None where none does.
        """
        near = self._near(span)
        exact = next((m for m in near if m.span.start == span.start and m.span.end == span.end), None)
        if exact is not None:
            return exact.chain
        chained = [m for m in near if m.chain is not None]
        ending = [m for m in chained if m.span.end == span.end]
        if ending:
            return max(ending, key=lambda m: m.span.end - m.span.start).chain
        covering = max(chained, key=lambda m: _common(m.span, span), default=None)
        return covering.chain if covering else None

    def _near(self, span: Span) -> list[Mention]:
        """Mentions that share a character with the span."""
        last = bisect_left(self._starts, span.end)
        return [m for m in self.mentions[max(0, last - 40) : last] if m.span.end > span.start]


def _common(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def find_actors(text: str, marks: Marks, sentences: Sequence[Span], places: Sequence[Place]) -> Actors:
    """The mentions of a text and the chains that they form, one per person, group, country … that it speaks of.

    Mentions are those of the model, the sources of claims and quotations, the fillers of actor and recipient, and
    names given in brackets. Two different proper names are joined only where the text says that they are one, or
    where they are spellings, shortenings or acronyms of each other. Pronouns are joined where they speak or act.
    """
    found = collect(text, marks, sentences, places)
    candidates = _with_aliases(text, found)
    quoted = [q.inner for q in find_quotations(text) if q.depth == 0 and q.is_speech]
    joiner = Joiner(candidates, sentences, quoted)
    joiner.join()
    _join_aliases(joiner, text)
    resolve_pronouns(joiner)
    actors = _finished(joiner, text)
    return replace(actors, second=_second_types(marks, actors.mentions))


def _second_types(marks: Marks, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions of the same words by the types that were marked too and that no mention has yet."""
    marked: dict[tuple[int, int], dict[str, Mark]] = {}
    for mark in marks.mentions:
        marked.setdefault((mark.span.start, mark.span.end), {})[mark.label] = mark
    types = {(m.span.start, m.span.end): m.type for m in mentions}
    return tuple(
        Mention(mark.span, label, None, mark.confidence)
        for words, labels in marked.items()
        if len(labels) > 1 and types.get(words) in labels
        for label, mark in labels.items()
        if label != types[words]
    )


def _with_aliases(text: str, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates with the names that the text gives as aliases, marked or not."""
    by_span = {(c.span.start, c.span.end): c for c in found}
    for candidate in found:
        if candidate.profile.form is not Form.NAME or candidate.label in ("location", "nationality"):
            continue
        for alias in _aliases(text, candidate):
            if _can_rename(candidate, alias.name.text, alias.is_acronym):
                bounds = (alias.name.start, alias.name.end)
                by_span[bounds] = _alias_of(candidate, alias.name, by_span.get(bounds))
    return tuple(sorted(by_span.values(), key=lambda c: (c.span.start, -c.span.end)))


def _alias_of(candidate: Candidate, name: Span, known: Candidate | None) -> Candidate:
    """An alias as a name of the same sort as what it renames, whatever its words look like."""
    if known is not None and known.profile.form is Form.NAME and known.profile.sort == candidate.profile.sort:
        return known
    profile = replace(profile_of(name.text, candidate.label), form=Form.NAME, name=name.text, name_start=0)
    profile = replace(profile, sort=candidate.profile.sort)
    base = known or Candidate(name, candidate.label, candidate.confidence, profile)
    return replace(base, label=candidate.label, profile=profile)


def _aliases(text: str, candidate: Candidate) -> Iterator[Alias]:
    """The aliases behind a candidate's words, or behind the name in them ("the Orsi League (OL/LO)")."""
    name = candidate.profile.name
    end = candidate.span.start + candidate.profile.name_start + len(name)
    yield from aliases_after(text, candidate.span.end, name)
    if name and end < candidate.span.end:
        yield from aliases_after(text, end, name)


def _can_rename(candidate: Candidate, alias: str, is_acronym: bool) -> bool:
    """A person has no acronym; a name is no alias of itself."""
    if is_acronym and candidate.label == "person":
        return False
    return fold(alias) != fold(candidate.profile.name)


def _join_aliases(joiner: Joiner, text: str) -> None:
    """Makes one chain of names that the text says are one."""
    at_span = {(c.span.start, c.span.end): i for i, c in enumerate(joiner.candidates)}
    for at, candidate in enumerate(joiner.candidates):
        chain = joiner.chain_of[at]
        if chain is None or candidate.profile.form is Form.PRONOUN or candidate.label in ("location", "nationality"):
            continue
        for alias in _aliases(text, candidate):
            other = at_span.get((alias.name.start, alias.name.end))
            other_chain = joiner.chain_of[other] if other is not None else None
            if other_chain is None or not _can_rename(candidate, alias.name.text, alias.is_acronym):
                continue
            if joiner.drafts[chain].sort == joiner.drafts[other_chain].sort:
                joiner.merge(chain, other_chain)


def _finished(joiner: Joiner, text: str) -> Actors:
    """Mentions and chains in their final form; places that nobody names as actors have no chain."""
    kept = [i for i, d in enumerate(joiner.drafts) if d.members and _is_actor(d, joiner.candidates)]
    kept.sort(key=lambda i: joiner.drafts[i].members[0])
    index = {old: new for new, old in enumerate(kept)}
    mentions = tuple(
        Mention(c.span, c.label, index.get(chain) if chain is not None else None, c.confidence)
        for c, chain in zip(joiner.candidates, joiner.chain_of, strict=True)
    )
    chains = tuple(_chain(joiner.drafts[i], joiner.candidates, text) for i in kept)
    return Actors(mentions, chains, tuple(m.span.start for m in mentions))


def _is_actor(draft: Draft, candidates: Sequence[Candidate]) -> bool:
    members = [candidates[i] for i in draft.members]
    if all(is_bare_weapon(m.span.text) and not m.speaks for m in members):
        return False
    if any(m.speaks or m.acts for m in members) or draft.is_place:
        return True
    return any(m.label in ("person", "organisation") for m in members)


def _chain(draft: Draft, candidates: Sequence[Candidate], text: str) -> Chain:
    names = tuple(dict.fromkeys(draft.names))
    kind = kind_of(draft, candidates, text)
    named = bool(names)
    name = _best_name(names, kind) if named else _best_description(draft, candidates)
    return Chain(name, kind, named, names, tuple(sorted(draft.members)))


def _best_name(names: Sequence[str], kind: str) -> str:
    """The fullest name; of a country the first that is no adjective or capital."""
    if kind == "country":
        return next((n for n in names if country_of_name(n)), names[0])
    return max(names, key=lambda n: (len(n.split()), -names.index(n)) if not n.isupper() else (0, 0))


def _best_description(draft: Draft, candidates: Sequence[Candidate]) -> str:
    """The longest description without what follows a comma, pronouns last."""
    described = [candidates[i] for i in draft.members if candidates[i].profile.form is not Form.PRONOUN]
    texts = [c.span.text.split(",")[0] for c in described] or [candidates[draft.members[0]].span.text]
    return max(texts, key=len)
