"""Which mentions of a report stand for the same person, group or country? Joins them one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.language.group_names import core, core_key, same_core, same_group, sorts_in
from dateline.language.names import fold
from dateline.model.span import Span
from dateline.reading.actors.candidates import Candidate
from dateline.reading.actors.countries import country_of_adjective
from dateline.reading.actors.drafts import (
    CALLED,
    FIGHTERS,
    FORCES,
    GROUP_HEADS,
    HELD_BY,
    REACH,
    Draft,
    bare_words,
    has_role,
    is_body,
    is_described,
    is_irregular,
    is_official,
    is_only_place,
    is_slip,
    sort_of,
)
from dateline.reading.actors.naming import (
    is_acronym,
    keys_of,
    nationality_in,
    same_person,
    same_spelling,
    stripped,
)
from dateline.reading.actors.profiles import INDEFINITE, POSSESSIVES, Form, Profile


class Joiner:
    """Joins the candidates of one report in the order of its text.

    chain_of: for each candidate the index of its draft, None where it stands for nobody that is known.
    """

    def __init__(self, candidates: Sequence[Candidate], sentences: Sequence[Span], quoted: Sequence[Span]) -> None:
        self.candidates = candidates
        self.drafts: list[Draft] = []
        self.chain_of: list[int | None] = [None] * len(candidates)
        self._starts = [s.start for s in sentences]
        self._sentences = sentences
        self._quoted = quoted
        self._keys: dict[str, list[int]] = {}

    def join(self) -> None:
        """Gives every candidate that can stand for an actor its chain."""
        for at, candidate in enumerate(self.candidates):
            form = candidate.profile.form
            if form is Form.PRONOUN or self.chain_of[at] is not None:
                continue  # pronouns look for speakers when all names are known
            if form is Form.NAME and candidate.profile.name:
                self._put(at, self._named(candidate))
            elif form is Form.DESCRIPTION:
                held = self._held_by_name(at)
                held = self._named_in_apposition(at) if held is None else held
                self._put(at, held if held is not None else self._described(candidate))

    def _held_by_name(self, at: int) -> int | None:
        """ "fighters of the Tolva Front": the group, whose name stands in the description."""
        profile = self.candidates[at].profile
        if profile.head not in FIGHTERS or profile.determiner in INDEFINITE:
            return None
        span = self.candidates[at].span
        for inner in range(at + 1, min(at + 4, len(self.candidates))):
            other = self.candidates[inner]
            if other.span.end == span.end and other.label == "organisation" and other.profile.form is Form.NAME:
                if self.chain_of[inner] is None:
                    self._put(inner, self._named(other))
                return self.chain_of[inner]
        return None

    def _named_in_apposition(self, at: int) -> int | None:
        """ "the ministry's spokesman, Ilmar Tosk": the person whose name follows what he is, before another comma."""
        candidate = self.candidates[at]
        if candidate.profile.sort != "person" or candidate.profile.determiner in INDEFINITE:
            return None
        for inner in range(at + 1, min(at + 6, len(self.candidates))):
            other = self.candidates[inner]
            if (
                other.label != "person"
                or other.profile.form is not Form.NAME
                or not self._is_apposition(candidate, other)
            ):
                continue
            if self.chain_of[inner] is None:
                self._put(inner, self._named(other))
            return self.chain_of[inner]
        return None

    def _is_apposition(self, what: Candidate, name: Candidate) -> bool:
        """Whether a name follows a description behind a comma, at its end or between commas behind it."""
        if what.span.holds(name.span):
            between = what.span.text[: name.span.start - what.span.start]
            return name.span.end == what.span.end and between.endswith(", ") and between.count(",") == 1
        sentence = self._sentences[self.sentence_of(what.span.start)]
        between = sentence.text[what.span.end - sentence.start : name.span.start - sentence.start]
        behind = sentence.text[name.span.end - sentence.start :]
        return name.span.start >= what.span.end and between == ", " and behind[:1] == ","

    def sentence_of(self, at: int) -> int:
        """Index of the sentence that a character stands in."""
        return bisect_right(self._starts, at) - 1

    def is_quoted(self, span: Span) -> bool:
        """Whether words stand inside a quotation."""
        at = bisect_right(self._quoted, span.start, key=lambda q: q.start) - 1
        return at >= 0 and span.start < self._quoted[at].end

    def assign(self, at: int, chain: int) -> None:
        """Joins a candidate to a chain after the fact (a pronoun, an alias)."""
        self._put(at, chain)

    def merge(self, kept: int, gone: int) -> None:
        """Makes one chain of two that are stated to be one."""
        if kept == gone:
            return
        old, new = self.drafts[gone], self.drafts[kept]
        for member in old.members:
            self.chain_of[member] = kept
        new.members = sorted(new.members + old.members)
        new.names += old.names
        new.roles |= old.roles
        new.words |= old.words
        new.gender, new.country = new.gender or old.gender, new.country or old.country
        old.members, old.names = [], []
        for chains in self._keys.values():
            chains[:] = [kept if c == gone else c for c in chains]

    # names

    def _named(self, candidate: Candidate) -> int | None:
        profile = candidate.profile
        country = candidate.country
        if country:
            return self._first(f"country:{country}", candidate)
        for key in keys_of(profile.name, profile.sort):
            chain = self._first(key, candidate) if not (key.startswith("bare:") and is_only_place(candidate)) else None
            if chain is not None:
                return chain
        chain = self._by_core(candidate)
        if chain is not None:
            return chain
        if is_acronym(profile.name):
            return self._first("short:" + profile.name.replace(".", "").lower(), candidate)
        chain = self._by_part(candidate)
        if chain is None and profile.sort == "person" and profile.roles:
            chain = self._nearest(candidate, lambda draft: is_described(draft, profile))
        return chain if chain is not None else self._by_generic_name(candidate)

    def _first(self, key: str, candidate: Candidate) -> int | None:
        """The chain last put under a key that the candidate can belong to."""
        for chain in reversed(self._keys.get(key, [])):
            if self.drafts[chain].members and self._compatible(self.drafts[chain], candidate.profile, key):
                return chain
        return None

    def _compatible(self, draft: Draft, profile: Profile, key: str) -> bool:
        """Whether nothing speaks against one more mention: sort, gender, nationality and other names."""
        if key.startswith("country:"):
            return True
        if {draft.sort, profile.sort} == {"person", "organisation"} and not is_slip(draft, profile, key):
            return False
        if draft.gender and profile.gender and draft.gender != profile.gender:
            return False
        if key.startswith(("bare:", "short:", "name:")) and profile.sort != "person":
            ours = nationality_in(profile.name) if profile.name else None
            return not (ours and draft.country and ours != draft.country)
        if key.startswith("last:"):
            return all(same_person(profile.name, name) for name in draft.names)
        return True

    def _by_core(self, candidate: Candidate) -> int | None:
        """The group whose name differs only in spelling and in how it says what sort of group it is."""
        name = candidate.profile.name
        if candidate.profile.sort == "person" or is_only_place(candidate) or not core(name):
            return None
        if all(nationality_in(word.title()) for word in core(name)):
            return None  # "the Ostrandian Army" and "the Ostrandian Council" share no more than a country
        for chain in reversed(self._keys.get("core:" + core_key(name), [])):
            draft = self.drafts[chain]
            if draft.sort == "organisation" and self._same_group(name, draft):
                return chain
        return None

    def _same_group(self, name: str, draft: Draft) -> bool:
        """Whether a name is one of a chain's in other words, and of no other sort than all of them."""
        sorts = {sort for other in draft.names if same_core(name, other) for sort in sorts_in(other)}
        fits = not sorts or not sorts_in(name) or bool(sorts & sorts_in(name))
        return fits and any(same_group(name, other) for other in draft.names)

    def _by_part(self, candidate: Candidate) -> int | None:
        """A chain of which the name is a part (surname, first name) or another spelling."""
        profile = candidate.profile
        words = fold(profile.name).split()
        if not words or profile.sort == "organisation":
            return self._by_spelling(candidate)
        if len(words) == 1:
            chain = self._first("last:" + words[0], candidate)
            if chain is None and profile.sort == "person":
                chain = self._only_first_name(words[0])
            return chain if chain is not None else self._by_spelling(candidate)
        chain = self._first("name:" + words[-1], candidate)  # the surname came first, the full name later
        if chain is not None and self.drafts[chain].sort == "person" and len(self.drafts[chain].names) == 1:
            return chain
        return self._by_spelling(candidate)

    def _only_first_name(self, word: str) -> int | None:
        """The one person with this first name."""
        found = [
            i
            for i, d in enumerate(self.drafts)
            if d.sort == "person" and any(fold(n).split()[:1] == [word] and " " in n for n in d.names)
        ]
        return found[0] if len(found) == 1 else None

    def _by_spelling(self, candidate: Candidate) -> int | None:
        """The chain whose name is this one in another romanisation."""
        profile = candidate.profile
        for chain in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[chain]
            if not draft.names or not self._compatible(draft, profile, "name:"):
                continue
            person = "person" in (draft.sort, profile.sort)
            if any(same_person(profile.name, n) if person else same_spelling(profile.name, n) for n in draft.names):
                return chain
        return None

    def _by_generic_name(self, candidate: Candidate) -> int | None:
        """ "The Front" and "the Ministry": only a common noun, written as a name."""
        profile = candidate.profile
        if profile.determiner != "the" or profile.head != fold(profile.name):
            return None
        return self._nearest(candidate, lambda draft: profile.head in draft.roles and draft.sort != "person")

    # descriptions

    def _described(self, candidate: Candidate) -> int | None:
        profile = candidate.profile
        chain = self._armed(profile, candidate)
        if chain is not None:
            return chain
        if profile.determiner in INDEFINITE:
            return None
        if profile.determiner in POSSESSIVES:
            return None
        headline = not profile.determiner and profile.sort == "person" and profile.modifiers  # "Tolva chief: we stay"
        if profile.determiner == "the" or profile.sort == "people" or headline:
            chain = self._definite(candidate)
        return chain if chain is not None else self._same_words(candidate)

    def _armed(self, profile: Profile, candidate: Candidate) -> int | None:
        """ "Russian warplanes": the armed forces of a country. "Nusra fighters": the group."""
        if not profile.modifiers or profile.determiner in INDEFINITE:
            return None
        country = country_of_adjective(profile.modifiers[0]) if len(profile.modifiers) == 1 else None
        if country and profile.head in FORCES and not is_irregular(profile):
            return self._first(f"forces:{country}", candidate)
        if profile.head in FIGHTERS and not country:
            name = " ".join(profile.modifiers)
            keys = ["name:" + fold(name), *(["bare:" + stripped(name)] if stripped(name) else [])]
            found = [c for key in keys for c in self._keys.get(key, []) if self.drafts[c].sort == "organisation"]
            return found[-1] if found else None
        return None

    def _same_words(self, candidate: Candidate) -> int | None:
        return self._first("words:" + bare_words(candidate), candidate)

    def _definite(self, candidate: Candidate) -> int | None:
        """Whom "the commander", "the ministry" or "the group" takes up, only where that is safe."""
        profile = candidate.profile
        if profile.sort == "person":
            return self._nearest(candidate, lambda draft: has_role(draft, profile), reach=40)
        plain = not profile.modifiers and profile.roles <= CALLED | {profile.head}
        if profile.head in HELD_BY or (profile.head in GROUP_HEADS and plain):
            exact = self._nearest(candidate, lambda draft: has_role(draft, profile) and draft.sort != "person")
            return exact if exact is not None else self._last_group(candidate)
        if profile.sort == "document" and profile.determiner == "the":
            return self._issuer(candidate)
        if profile.sort == "organisation" and profile.determiner == "the":
            return self._nearest(candidate, lambda draft: has_role(draft, profile) and draft.sort != "person", reach=40)
        return None

    def _issuer(self, candidate: Candidate) -> int | None:
        """Who speaks through "the statement": whom the last sentence with that word begins with."""
        here = self.sentence_of(candidate.span.start)
        for sentence in range(here - 1, max(-1, here - REACH - 1), -1):
            if candidate.profile.head not in self._sentences[sentence].text.lower():
                continue
            for at, other in enumerate(self.candidates):
                chain = self.chain_of[at]
                if chain is None or self.sentence_of(other.span.start) != sentence or self._modifies(at):
                    continue
                if self.drafts[chain].sort in ("person", "organisation") and (other.speaks or self._begins(other)):
                    return chain
            return None
        return None

    def _nearest(self, candidate: Candidate, fits: object, reach: int = 12) -> int | None:
        """The chain mentioned last before the candidate that fits."""
        assert callable(fits)
        here = self.sentence_of(candidate.span.start)
        for chain in self._recent(candidate.span.start):
            draft = self.drafts[chain]
            last = self.candidates[draft.members[-1]].span.start
            if here - self.sentence_of(last) > reach:
                return None
            if fits(draft):
                return chain
        return None

    def _recent(self, before: int) -> Iterator[int]:
        """Chains by their last mention, latest first."""
        order = sorted(
            (i for i, d in enumerate(self.drafts) if d.members),
            key=lambda i: -self.candidates[self.drafts[i].members[-1]].span.start,
        )
        yield from (i for i in order if self.candidates[self.drafts[i].members[-1]].span.start < before)

    def _last_group(self, candidate: Candidate) -> int | None:
        """The one group that the sentences before speak of; in a sentence with several, the one that begins it."""
        here = self.sentence_of(candidate.span.start)
        barred = {fold(m) for m in candidate.profile.modifiers}
        for sentence in range(here, here - REACH - 1, -1):
            groups = self._groups_in(sentence, candidate.span.start, barred)
            if groups:
                first = groups[0]
                lead = self.candidates[first[1]]
                alone = len({chain for chain, _ in groups}) == 1
                return first[0] if alone or lead.speaks or lead.acts or self._begins(lead) else None
        return None

    def _begins(self, candidate: Candidate) -> bool:
        sentence = self._sentences[self.sentence_of(candidate.span.start)]
        return candidate.span.start - sentence.start <= 5

    def _groups_in(self, sentence: int, before: int, barred: set[str]) -> list[tuple[int, int]]:
        """(chain, candidate) of the named groups in a sentence, in order."""
        found = []
        for at, other in enumerate(self.candidates):
            chain = self.chain_of[at]
            if chain is None or other.span.end > before or self.sentence_of(other.span.start) != sentence:
                continue
            draft = self.drafts[chain]
            named = draft.sort == "organisation" and draft.names and not draft.country and not is_official(draft)
            named = named and other.label != "location"
            if named and not barred & {fold(n) for n in draft.names} and not self._modifies(at):
                found.append((chain, at))
        return found

    def _modifies(self, at: int) -> bool:
        """Whether a name only stands before another noun: "Nusra" in "a Nusra commander"."""
        span = self.candidates[at].span
        near = self.candidates[max(0, at - 3) : at + 4]
        return any(c.span.holds(span) and c.span != span and c.span.end > span.end for c in near)

    # bookkeeping

    def _put(self, at: int, chain: int | None) -> None:
        candidate = self.candidates[at]
        if chain is None:
            chain = len(self.drafts)
            self.drafts.append(Draft())
        draft, profile = self.drafts[chain], candidate.profile
        self.chain_of[at] = chain
        draft.members.append(at)
        draft.roles |= profile.roles
        draft.words |= {fold(w) for w in (*profile.modifiers, *profile.name.split(), *profile.roles)}
        draft.modifiers |= {fold(m) for m in profile.modifiers}
        headline = not profile.determiner and profile.sort == "person" and bool(profile.modifiers)
        draft.definite = draft.definite or profile.determiner == "the" or headline
        draft.sort = draft.sort or sort_of(candidate)
        if draft.sort == "person" and profile.sort == "organisation" and profile.form is Form.NAME:
            draft.sort = "organisation"
        draft.gender = draft.gender or profile.gender
        draft.plural = draft.plural if draft.plural is not None else profile.plural
        for key in self._new_keys(candidate, draft):
            held = self._keys.setdefault(key, [])
            if chain in held:
                held.remove(chain)
            held.append(chain)

    def _new_keys(self, candidate: Candidate, draft: Draft) -> Iterator[str]:
        profile = candidate.profile
        if profile.form is Form.NAME:
            country = candidate.country
            if profile.name not in draft.names:
                draft.names.append(profile.name)
            draft.country = draft.country or country or (nationality_in(profile.name) if is_body(draft) else None)
            draft.is_place = draft.is_place or country is not None
            if country:
                yield f"country:{country}"
            yield from keys_of(profile.name, draft.sort)
            if draft.sort == "organisation" and core(profile.name):
                yield "core:" + core_key(profile.name)
        elif profile.form is Form.DESCRIPTION:
            country = country_of_adjective(profile.modifiers[0]) if len(profile.modifiers) == 1 else None
            if country and profile.head in FORCES and not is_irregular(profile):
                draft.country = country
                yield f"forces:{country}"
            if profile.determiner not in INDEFINITE and profile.determiner not in POSSESSIVES:
                yield "words:" + bare_words(candidate)
