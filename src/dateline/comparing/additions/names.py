"""Whom of a case's actors do new reports name? By a name that it has, else by a likely spelling, initials, surname.

The same rules as of identities/joining.py, over the names that the case keeps by what they are looked up by. Two actors
of the case are never made one here: where a new report says that they are, that is suggested.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.comparing.identities import Identities
from dateline.comparing.identities.joining import FEW, JOINED, MOST_WORDS, NEXT, SUGGESTED, most_of
from dateline.comparing.identities.names import initials, is_acronym
from dateline.comparing.identities.usual_names import usual_names
from dateline.language.group_names import core, core_key, same_core
from dateline.language.name_likeness import likelihood, likeness_keys, reasons_of
from dateline.language.names import fold, sound_key
from dateline.language.surnames import is_full, is_surname_of, surname_of
from dateline.model.actor import Actor
from dateline.model.decision import Suggestion
from dateline.model.identity import id_of

MOST_REASONS = 3
EXACT, TELLER, ALIKE, CORE, INITIALS, SURNAME = "=", "t", "~", "c", "i", "s"
"""How a name is looked up: letter by letter; as a teller's; by sounds of its words; by a group's own words; by
initials; by how a surname sounds."""


class Bearer(NamedTuple):
    """An actor of the case by one of his names: where he stands among its actors, his id and the name."""

    place: int
    actor: str
    name: str


LookUp = Callable[[Iterable[str]], Mapping[str, Sequence[Bearer]]]
"""The bearers of names in blocks (blocks_of), by block."""


@dataclass(slots=True)
class Recognised:
    """known: id of an actor of the new reports -> the actor of the case whom they mean, and why if not by his name."""

    known: dict[str, Bearer] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    suggestions: list[Suggestion] = field(default_factory=list)


def blocks_of(actor: Actor) -> Iterator[tuple[str, str]]:
    """(block, name) for each way in which a name of an actor is looked up."""
    spelt = _spelt(actor)
    for class_, name, sense in actor.keys:
        best = spelt.get(name, name)
        yield _exact(class_, name, sense), best
        if not sense:
            for block in _blocks(class_, best, name, actor.kind):
                yield block, best


def teller_blocks(by_name: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(block, id of the actor) for each name by which a teller is known."""
    return ((f"{TELLER}{name}", actor) for name, actor in by_name.items())


def teller_block(name: str) -> tuple[str, str]:
    """The blocks of a teller's name as it is, and as it is usually called."""
    return f"{TELLER}{fold(name)}", f"{TELLER}{usual_names().get(fold(name), fold(name))}"


def recognise(found: Identities, look_up: LookUp) -> Recognised:
    """Whom the actors of new reports are in the case. found: of the new reports by themselves."""
    named = [actor for actor in found.actors if actor.keys]
    blocks = {block for actor in named for block, _ in blocks_of(actor)}
    blocks |= {f"{EXACT}{class_}\0{name}\0" for actor in named for class_, name, _ in actor.keys}
    blocks |= {block for actor in found.actors if not actor.chains for block in teller_block(actor.name)}
    blocks |= {f"{TELLER}{name}" for actor in named for class_, name, _ in actor.keys if class_ == "body"}
    blocks |= {f"{INITIALS}{_letters(best)}" for actor in named for best in _spelt(actor).values() if is_acronym(best)}
    blocks |= {f"{EXACT}body\0{initials(best)}\0" for actor in named for best in _spelt(actor).values() if " " in best}
    people = {best for actor in named for best in _names(actor, "person")}
    blocks |= {f"{SURNAME}{sound_key(surname_of(best) if is_full(best) else fold(best))}" for best in people}
    blocks |= {_exact("person", surname_of(best), "") for best in people if is_full(best)}
    return _Recognition(look_up(blocks)).of(found.actors)


class _Recognition:
    """The names of the case in the blocks of the new ones, and who is recognised so far."""

    def __init__(self, bearers: Mapping[str, Sequence[Bearer]]) -> None:
        self._bearers = bearers
        self._found = Recognised()
        self._taken: dict[int, set[tuple[str, int]]] = defaultdict(set)

    def of(self, actors: Sequence[Actor]) -> Recognised:
        for actor in actors:
            if actor.keys:
                self._by_name(actor)
            elif not actor.chains:
                self._as_teller(actor, teller_block(actor.name))
        for actor in actors:
            if actor.keys and actor.id not in self._found.known:
                self._otherwise(actor)
        return self._found

    def _by_name(self, actor: Actor) -> None:
        """Of several whose names it has, the one with most of them."""
        exact = [
            bearers[0]
            for class_, name, sense in actor.keys
            if (bearers := self._at(_exact(class_, name, sense)) or self._at(_exact(class_, name, "")))
        ]
        if exact:
            often = Counter(bearer.place for bearer in exact)
            first = min(exact, key=lambda bearer: (-often[bearer.place], bearer.place))
            self._take(actor, first)
            for other in dict.fromkeys(b for b in exact if b.place != first.place):
                self._suggest(first.actor, first.name, other, 1 / 2, "A later report uses both names for one.")
        else:
            self._as_teller(actor, [f"{TELLER}{name}" for class_, name, _ in actor.keys if class_ == "body"])

    def _as_teller(self, actor: Actor, blocks: Iterable[str]) -> None:
        bearer = next((bearers[0] for block in blocks if (bearers := self._at(block))), None)
        if bearer is not None:
            self._take(actor, bearer)

    def _otherwise(self, actor: Actor) -> None:
        """By a spelling, a group's own words, initials or a surname; the first that tells."""
        for find in (self._of_one_core, self._alike, self._by_initials, self._by_surname):
            for bearer, why in find(actor):
                if not self._is_told_apart(actor, bearer):
                    self._take(actor, bearer, why)
                    return

    def _of_one_core(self, actor: Actor) -> Iterator[tuple[Bearer, str]]:
        for best in _names(actor, "body"):
            for bearer in self._at(f"{CORE}{core_key(best)}"):
                if same_core(best, bearer.name):
                    yield bearer, f"“{bearer.name}” and “{best}” differ only in spelling or kind"

    def _alike(self, actor: Actor) -> Iterator[tuple[Bearer, str]]:
        """People by likely spellings of their full names; what is less likely, and bodies, are suggested."""
        class_ = actor.keys[0][0]
        chances: dict[tuple[Bearer, str], float] = {}
        for best in _names(actor, class_):
            for bearer in self._near(best, class_, actor.kind):
                chances[bearer, best] = likelihood(best, bearer.name, class_)
        for (bearer, best), chance in sorted(chances.items(), key=lambda item: (-item[1], item[0])):
            why = f"“{bearer.name}” and “{best}” are likely spellings of one name ({chance:.2f})"
            if class_ == "person" and chance >= JOINED:
                yield bearer, why
            elif chance >= SUGGESTED[class_] and actor.id not in self._found.known:
                self._suggest(actor.id, best, bearer, min(chance, JOINED), why, class_)

    def _near(self, best: str, class_: str, kind: str) -> Iterator[Bearer]:
        """The names of the case that share a key, of many the next ones by spelling."""
        seen: set[Bearer] = set()
        for key in likeness_keys(best, class_) if _is_telling(class_, best, kind) else ():
            bearers = sorted(self._at(f"{ALIKE}{class_}\0{key}"), key=lambda bearer: fold(bearer.name))
            if len(bearers) >= most_of(key):
                continue
            if len(bearers) >= FEW:
                here = sum(fold(bearer.name) < fold(best) for bearer in bearers)
                bearers = bearers[max(0, here - NEXT) : here + NEXT]
            seen.update(bearer for bearer in bearers if not is_acronym(bearer.name) and not is_acronym(best))
        yield from sorted(seen)

    def _by_initials(self, actor: Actor) -> Iterator[tuple[Bearer, str]]:
        """ "FSA" and the only body whose initials they are, whichever of the two the case has already."""
        for best in _names(actor, "body"):
            if is_acronym(best):
                full = self._only(self._at(f"{INITIALS}{_letters(best)}"))
                if full is not None:
                    yield full, f"“{best}” are the initials of “{full.name}” alone"
            elif " " in best and not self._at(f"{INITIALS}{initials(best)}"):
                short = self._only(self._at(_exact("body", initials(best), "")))
                if short is not None and is_acronym(short.name):
                    yield short, f"“{short.name}” are the initials of “{best}” alone"

    def _by_surname(self, actor: Actor) -> Iterator[tuple[Bearer, str]]:
        """ "Lister" and the only person of that surname, whichever of the two names the case has already."""
        for best in _names(actor, "person"):
            if not is_full(best):
                people = [b for b in self._at(f"{SURNAME}{sound_key(fold(best))}") if is_surname_of(best, b.name)]
                full = self._only(people)
                if full is not None:
                    yield full, f"“{best}” is the surname of “{full.name}” alone"
            else:
                last = surname_of(best)
                people = [b for b in self._at(f"{SURNAME}{sound_key(last)}") if is_surname_of(last, b.name)]
                short = None if people else self._only(self._at(_exact("person", last, "")))
                if short is not None:
                    yield short, f"“{short.name}” is the surname of “{best}” alone"

    def _at(self, block: str) -> Sequence[Bearer]:
        return self._bearers.get(block, ())

    def _only(self, bearers: Sequence[Bearer]) -> Bearer | None:
        return bearers[0] if bearers and len({bearer.place for bearer in bearers}) == 1 else None

    def _is_told_apart(self, actor: Actor, bearer: Bearer) -> bool:
        """Whether a new report names both, as two."""
        reports = {report for report, _ in actor.chains}
        return any(report in reports for report, _ in self._taken[bearer.place])

    def _take(self, actor: Actor, bearer: Bearer, why: str = "") -> None:
        self._found.known[actor.id] = bearer
        self._taken[bearer.place].update(actor.chains)
        if why:
            self._found.why[actor.id] = why

    def _suggest(
        self, actor: str, name: str, bearer: Bearer, score: float, reason: str, class_: str | None = None
    ) -> None:
        one, other = sorted([(actor, name), (bearer.actor, bearer.name)])
        reasons = list(reasons_of(name, bearer.name, class_))[:MOST_REASONS] if class_ else []
        self._found.suggestions.append(
            Suggestion(
                id_of("suggestion", one[0], other[0]),
                (one[0], other[0]),
                (one[1], other[1]),
                round(score, 2),
                (reason, *reasons),
            )
        )


def _spelt(actor: Actor) -> Mapping[str, str]:
    """The names of an actor by their folded words."""
    return {fold(alias.name): alias.name for alias in reversed(actor.aliases)}


def _names(actor: Actor, class_: str) -> list[str]:
    spelt = _spelt(actor)
    return [spelt.get(name, name) for of, name, sense in actor.keys if of == class_ and not sense]


def _exact(class_: str, name: str, sense: str) -> str:
    return f"{EXACT}{class_}\0{name}\0{sense}"


def _letters(best: str) -> str:
    return best.replace(".", "").lower()


def _is_telling(class_: str, best: str, kind: str) -> bool:
    """Whether a name says enough to be compared; countries are known by name and never another spelling."""
    if class_ == "person":
        return is_full(best)
    return len(fold(best).split()) <= MOST_WORDS and kind != "country" and bool(core(best))


def _blocks(class_: str, best: str, name: str, kind: str) -> Iterator[str]:
    if _is_telling(class_, best, kind):
        yield from (f"{ALIKE}{class_}\0{key}" for key in likeness_keys(best, class_))
    if class_ == "person" and is_full(best):
        yield f"{SURNAME}{sound_key(surname_of(best))}"
    if class_ == "body":
        if block := core_key(best):
            yield f"{CORE}{block}"
        if len(name.split()) > 1:
            yield f"{INITIALS}{initials(best)}"
