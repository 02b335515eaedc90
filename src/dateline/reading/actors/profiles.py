"""What do the words of a mention say about whom they name? Reads name, titles, head noun, gender and number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dateline.lexicons.speakers import gender_of, gender_of_given_name, speaker_nouns, titles, word_set
from dateline.reading.actors.countries import country_of_adjective, country_of_name


class Form(StrEnum):
    """How a mention names: by a name, by what somebody is, or by a pronoun."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Profile:
    """What one mention's words say.

    name: the proper name in it without titles and determiners, exact words, "" if there is none.
    name_start: where the name begins within the mention.
    head: the noun that a description turns on, lower case ("commander"); for a name that ends in a common noun of
        bodies ("Foreign Ministry") that noun; for a pronoun the pronoun.
    roles: what the words say somebody is, by noun, titles and apposition included ("foreign", "minister").
    modifiers: capitalised words before the head of a description ("Nusra" in "a Nusra commander").
    determiner: "the", "a", "its" …, lower case; "" without one.
    gender: "male", "female" or None. plural: None where open.
    sort: "person", "people", "organisation", "document" or None where open.
    """

    form: Form
    name: str = ""
    name_start: int = 0
    head: str = ""
    roles: frozenset[str] = frozenset()
    modifiers: tuple[str, ...] = ()
    determiner: str = ""
    gender: str | None = None
    plural: bool | None = None
    sort: str | None = None


PRONOUNS: dict[str, tuple[str | None, bool | None, str | None]] = {
    "he": ("male", False, "person"), "him": ("male", False, "person"), "himself": ("male", False, "person"),
    "she": ("female", False, "person"), "her": ("female", False, "person"), "herself": ("female", False, "person"),
    "his": ("male", False, "person"), "hers": ("female", False, "person"),
    "it": (None, False, "organisation"), "itself": (None, False, "organisation"), "its": (None, False, "organisation"),
    "they": (None, True, None), "them": (None, True, None), "themselves": (None, True, None),
    "their": (None, True, None), "i": (None, False, "person"), "me": (None, False, "person"),
    "my": (None, False, "person"), "we": (None, True, None), "us": (None, True, None), "our": (None, True, None),
    "who": (None, None, None), "which": (None, None, "organisation"), "that": (None, None, None),
    "you": (None, None, None), "this": (None, None, None), "whom": (None, None, None),
}  # fmt: skip
"""Gender, number and sort that a pronoun asks of what it stands for."""

_DETERMINERS = word_set(
    "the a an this that these those his her its their our my your one another some several many few two three four "
    "five six seven both all any every each no other more most a-third"
)
INDEFINITE = word_set("a an one another some several many few two three four five six seven any every each no")
POSSESSIVES = word_set("his her its their our my your")
_PARTICLES = word_set("al el bin ibn bint abu abd von van der den de da dos do das la le ben ud ul ur ould")
_QUALIFIERS = word_set("so-called former senior late top chief leading alleged suspected self-styled rebel")
_APPOSITION = re.compile(
    r"\s*(?:,|\s[-–—]\s|\bwho\b|\bwhich\b|\bwhose\b|\bthat\b|\(|\bidentified\b|\bcalling (?:it|them)sel)", re.I
)
_TOLD = re.compile(r"(?<=\w)\s+(?:said|says|told|added|who)\s*$")  # "Osk said": a span that took in its verb
_SLASHED = re.compile(r"(?<=[A-Za-z])\s?/\s?[A-Z][\w-]*$")  # "VLF/VLA": the first of two names
_BRACKETED = re.compile(r"\((\w+)\)(?=\s+[a-z])")
_PREPOSITION = re.compile(r"\s(of|for|in|from|at|with|to|on|by|against|near|under|between|among|inside|behind|as)\s")
_WORD = re.compile(r"[^\s,()]+")
_POSSESSOR = re.compile(r"(?:['’]s|(?<=s)['’])$")
OFFICES = (titles() & speaker_nouns("person")) | word_set(
    "leader president spokesman spokeswoman minister founder head"
)
"""What only a person is, before a name."""
_APPENDED = word_set("group movement militia party organisation organization network gang cartel militants")
"""Common nouns that news sets behind the name of a group without their being part of it."""
_EDGES = '"“”‘«».,;:!?()[]'


@lru_cache(maxsize=4096)
def profile_of(words: str, label: str = "") -> Profile:
    """What the words of a mention say; `label` is the type that the model gave it."""
    plain = _BRACKETED.sub(r" \1 ", words).strip()  # "the (Ostrand) army"; offsets stay
    plain = _TOLD.sub("", plain)
    low = plain.lower().strip(_EDGES)
    plain = _SLASHED.sub("", plain)
    if low in PRONOUNS and (plain != "US" or label == "person"):
        gender, plural, sort = PRONOUNS[low]
        return Profile(Form.PRONOUN, head=low, gender=gender, plural=plural, sort=sort)
    cut = _APPOSITION.search(plain, 1)
    core = plain[: cut.start()] if cut else plain
    after = plain[cut.end() :] if cut else ""
    return _read_core(words, core, after, label)


def _read_core(words: str, core: str, apposition: str, label: str) -> Profile:
    """The profile of a phrase that is no pronoun."""
    tokens = [(m.start(), m.group().strip(_EDGES)) for m in _WORD.finditer(core)]
    tokens = [(at, t) for at, t in tokens if t]
    determiner = ""
    while len(tokens) > 1 and (tokens[0][1].lower() in _DETERMINERS or tokens[0][1].isdigit()):
        determiner = determiner or tokens[0][1].lower()
        tokens = tokens[1:]
    if not tokens:
        return Profile(Form.DESCRIPTION, head=words.lower().strip(_EDGES))
    offset = len(words) - len(words.lstrip())
    head, tail = _split_tail(core, tokens)
    return _Reader(core, apposition, label, determiner, offset, head, tail).read()


def _split_tail(core: str, tokens: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The words up to the first preposition, and those from it on."""
    found = _PREPOSITION.search(core, tokens[0][0])
    if found is None:
        return tokens, []
    head = [(at, t) for at, t in tokens if at < found.start(1)]
    return (head, [(at, t) for at, t in tokens if at >= found.start(1)]) if head else (tokens, [])


def is_capital(token: str) -> bool:
    """Whether a word is written as (part of) a name: "Tosk", "al-Tosk", "13th", "d'Osk", "iNews"."""
    bare = re.sub(r"^(?:[aeiu][a-z]{1,2}-|d['’]|['’])", "", token)
    return bool(bare) and (bare[0].isupper() or any(c.isupper() for c in bare[1:3]))


@dataclass(slots=True)
class _Reader:
    """One noun phrase, taken apart."""

    core: str
    apposition: str
    label: str
    determiner: str
    offset: int
    head: list[tuple[int, str]]
    tail: list[tuple[int, str]]

    def read(self) -> Profile:
        words = [t for _, t in self.head]
        last = words[-1].lower()
        role_at = self._role_before_name(words)
        if role_at is not None:
            return self._person(role_at + 1)
        if (last in speaker_nouns("person") or last in speaker_nouns("people")) and not self._names_a_body(words):
            return self._description(last)
        if is_capital(words[-1]) or self._all_name(words):
            return self._name(words, last)
        return self._description(last)

    def _names_a_body(self, words: list[str]) -> bool:
        """Whether capitals make a name of a body out of a noun for people: "the River Guard", not "Syrian Rebels"."""
        before = words[:-1]
        return (
            self.label == "organisation"
            and bool(before)
            and all(map(is_capital, words))
            and words[-1].lower() not in OFFICES
            and not all(country_of_adjective(w) for w in before)
        )

    def _all_name(self, words: list[str]) -> bool:
        """Whether a common noun only follows a name: "Islamic State group", but not "Syrian group"."""
        before = words[:-1]
        return (
            bool(before)
            and words[-1].lower() in _APPENDED
            and all(map(is_capital, before))
            and not all(country_of_adjective(w) for w in before)
        )

    def _role_before_name(self, words: list[str]) -> int | None:
        """Index of the last title or role noun that a personal name follows: "deputy minister Nikolai Tosk"."""
        body = self.label in ("organisation", "location") and words[0].lower().rstrip(".") not in titles()
        for at in range(len(words) - 2, -1, -1):
            word = words[at].lower().rstrip(".")
            known = word in titles() or word in speaker_nouns("person")
            rest = words[at + 1 :]
            if body and not (words[at] in OFFICES and is_capital(rest[0])):
                continue
            if known and self._can_be_personal(rest):
                return at
        return None

    def _can_be_personal(self, rest: list[str]) -> bool:
        last = rest[-1].lower()
        common = last in speaker_nouns("organisation") or last in speaker_nouns("government")
        common = common or last in speaker_nouns("people") or last in speaker_nouns("person") or last in titles()
        named = all(is_capital(w) or w.lower() in _PARTICLES for w in rest)
        return named and not (common and self.label != "person")

    def _person(self, start: int) -> Profile:
        """A title or role with a personal name behind it."""
        before = [t.lower().rstrip(".") for _, t in self.head[:start]]
        at = self.head[start][0]
        genders = [g for g in map(gender_of, before) if g]
        return Profile(
            Form.NAME,
            name=self._cut(at, self.head[-1]),
            name_start=at + self.offset,
            head=before[-1],
            roles=frozenset(before) | self._told_roles(),
            determiner=self.determiner,
            gender=genders[0] if genders else _gender_of_name(self._cut(at, self.head[-1])),
            plural=False,
            sort="person",
        )

    def _name(self, words: list[str], last: str) -> Profile:
        """A proper name: of a body with what follows it ("Ministry of Trade"), else up to the preposition."""
        body = self._is_body(words, last)
        end = self._name_end() if body else self.head[-1]
        if not is_capital(words[-1]):  # "Islamic State group"
            end = self.head[-2]
        at = self._name_start(words)
        personal = self.label == "person" or (not body and self.label == "organisation")
        sort = "organisation" if body else "person" if personal else None
        name = _POSSESSOR.sub("", self._cut(at, end))
        gender = _gender_of_name(name) if sort != "organisation" else None
        plural = None if sort is None else body and last.endswith("s") and last in speaker_nouns("people")
        head = next((w.lower() for w in [*reversed(words), *(t for _, t in self.tail)] if _is_common(w)), "")
        roles = self._told_roles() | ({head} if head else frozenset())
        return Profile(
            Form.NAME, name, at + self.offset, head, roles, (), self.determiner, gender, plural, sort
        )  # fmt: skip

    def _is_body(self, words: list[str], last: str) -> bool:
        if self.label == "organisation":
            return _is_common(last) or len(words) == 1 or gender_of_given_name(words[0]) is None
        return self.label != "person" and (_is_common(last) or _is_common(words[0].lower()))

    def _name_end(self) -> tuple[int, str]:
        """The last word of a body's name: "of", "for", "and the" and capitals go on with it."""
        end = self.head[-1]
        inside = ("of", "for") if _is_common(end[1]) else ("of", "for", "on", "in")  # "the ministry in Ostrand"
        if len(self.tail) < 2 or self.tail[0][1] not in inside:
            return end
        for at, token in self.tail[1:]:
            if is_capital(token) or token.lower() in _PARTICLES:
                end = (at, token)
            elif token not in ("the", "and", "of", "for", "de", "&"):
                break
        return end

    def _name_start(self, words: list[str]) -> int:
        """Where the name begins: behind "the daily", "human rights group" and "Ostrand's"."""
        last = len(words) - 1 if is_capital(words[-1]) else len(words) - 2
        start = last
        while start > 0 and (is_capital(words[start - 1]) or words[start - 1].lower() in (*_PARTICLES, "and", "&")):
            start -= 1
            possessor = _POSSESSOR.search(words[start]) is not None
            if possessor and (last - start > 1 or country_of_name(_POSSESSOR.sub("", words[start]))):
                start += 1
                break
        while start < last and words[start].lower() in ("and", "&"):
            start += 1
        return self.head[start][0]

    def _description(self, last: str) -> Profile:
        modifiers = tuple(_POSSESSOR.sub("", t) for _, t in self.head[:-1] if is_capital(t))
        lower = {t.lower() for _, t in self.head[:-1] if t.lower() not in _QUALIFIERS}
        person = last in speaker_nouns("person") and not self._is_plural_by_determiner()
        people = last in speaker_nouns("people")
        body = _is_common(last)
        sort = "person" if person else "people" if people else "organisation" if body else None
        if sort is None and last in speaker_nouns("document"):
            sort = "document"
        return Profile(
            Form.DESCRIPTION,
            name="",
            name_start=0,
            head=last,
            roles=frozenset({last} | lower) | self._told_roles(),
            modifiers=modifiers + tuple(t for _, t in self.tail if is_capital(t)),
            determiner=self.determiner or ("the" if self._has_possessor() else ""),
            gender=gender_of(last),
            plural=people if sort in ("person", "people") else None,
            sort=sort,
        )

    def _is_plural_by_determiner(self) -> bool:
        return self.determiner in ("several", "many", "some", "two", "three", "four", "five", "these", "those")

    def _has_possessor(self) -> bool:
        return any(_POSSESSOR.search(t) for _, t in self.head[:-1])

    def _told_roles(self) -> frozenset[str]:
        """Role nouns of the apposition: "Charles Tosk, Resident Fellow at …"."""
        words = {w.lower().strip(_EDGES) for w in self.apposition.split()[:14]}
        return frozenset(w for w in words if w in speaker_nouns("person") or w in titles())

    def _cut(self, start: int, end: tuple[int, str]) -> str:
        return self.core[start : end[0] + len(end[1])].strip(_EDGES)


def _gender_of_name(name: str) -> str | None:
    """The gender that the first of several names tells."""
    first, _, rest = name.partition(" ")
    return gender_of_given_name(first) if rest else None


@lru_cache(maxsize=2048)
def _is_common(word: str) -> bool:
    """Whether a word is a common noun of bodies ("ministry", "front", "party")."""
    low = word.lower()
    return any(low in speaker_nouns(kind) for kind in ("organisation", "government", "group", "outlet"))
