"""What have people decided about actors? Their decisions come before every join, the latest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.comparing.identities.joiner import Joiner, Key, Placed, class_of, names_of
from dateline.language.names import fold
from dateline.model.decision import Decision, Ruling, Subject
from dateline.model.reading import ReadReport

ABOUT_ACTORS = ("merge", "keep-apart", "split", "rename")


def is_about_actors(decision: Decision) -> bool:
    return decision.action in ABOUT_ACTORS and all(subject.kind == "actor" for subject in decision.subjects)


def split_senses(reports: Sequence[ReadReport], decisions: Sequence[Decision]) -> dict[Placed, str]:
    """Chains that a split gives to somebody else of that name -> the sense that tells him ("decision 3")."""
    senses: dict[Placed, str] = {}
    for decision in reversed(decisions):
        if decision.action == "split" and is_about_actors(decision):
            (subject,) = decision.subjects
            names = {(class_, name) for class_, name, _ in subject.names}
            for read in reports:
                if read.report.id in subject.reports:
                    for index, chain in enumerate(read.reading.chains):
                        if any((class_of(chain), fold(name)) in names for name in names_of(chain)):
                            senses[read.report.id, index] = sense_of(decision)
    return senses


def sense_of(decision: Decision) -> str:
    """How the actor that a split makes is told from others of its name."""
    return f"decision {decision.number}"


def decide_actors(
    joiner: Joiner, decisions: Sequence[Decision], reports: Sequence[ReadReport]
) -> tuple[dict[int, tuple[Key, ...]], list[Ruling]]:
    """Apply decisions about actors; the names that each concerns, and a ruling for each that could not be applied.

    decisions: those in force, the latest first: where two cannot both hold, the later one wins.
    """
    by_id = {read.report.id: read for read in reports}
    concerned: dict[int, tuple[Key, ...]] = {}
    refused = []
    for decision in filter(is_about_actors, decisions):
        keys = [_find(joiner, subject, by_id) for subject in decision.subjects]
        found = tuple(key for key in keys if key is not None)
        missing = [s.shown for s, key in zip(decision.subjects, keys, strict=True) if key is None]
        if missing:
            refused.append(Ruling(decision.number, "not-applicable", f"no report names {' or '.join(missing)}"))
        elif _apply(joiner, decision, found):
            concerned[decision.number] = found
        else:
            refused.append(Ruling(decision.number, "not-applicable", "a later decision stands against it"))
    return concerned, refused


def new_names(
    joiner: Joiner, decisions: Sequence[Decision], concerned: Mapping[int, tuple[Key, ...]]
) -> dict[Key, str]:
    """The name that a person gave to an actor, by the root of its names; the latest wins."""
    names: dict[Key, str] = {}
    for decision in reversed(decisions):
        if decision.action == "rename" and decision.number in concerned and decision.value:
            names[joiner.root(concerned[decision.number][0])] = decision.value
    return names


def _apply(joiner: Joiner, decision: Decision, keys: Sequence[Key]) -> bool:
    if decision.action == "merge":
        first, *others = keys
        made = [joiner.merge(first, other, decision.number, decision.cited) for other in others]
        return all(made)
    if decision.action == "keep-apart":
        return joiner.keep_apart(keys[0], keys[1], decision.number)
    if decision.action == "split":
        (key,) = keys
        split = [k for k in joiner.names if k.sense == sense_of(decision)]
        joiner.decided[joiner.root(key)].append(decision.number)
        parted = [joiner.keep_apart(key, other, decision.number) for other in split]
        return bool(parted) and all(parted)
    joiner.decided[joiner.root(keys[0])].append(decision.number)
    return True


def _find(joiner: Joiner, subject: Subject, reports: Mapping[str, ReadReport]) -> Key | None:
    """The name by which the case has the subject; one without a name is taken in by its words."""
    for name in subject.names:
        if Key(*name) in joiner.names:
            return Key(*name)
    for anchor in subject.anchors:
        placed = _chain_at(reports.get(anchor.report), anchor.span.start, anchor.span.end)
        if placed is not None:
            chain = reports[anchor.report].reading.chains[placed[1]]
            return joiner.key(placed, chain) if chain.named else joiner.take_in(placed, chain)
    return None


def _chain_at(read: ReadReport | None, start: int, end: int) -> Placed | None:
    if read is None:
        return None
    for mention in read.reading.mentions:
        if (mention.span.start, mention.span.end) == (start, end) and mention.chain is not None:
            return read.report.id, mention.chain
    return None
