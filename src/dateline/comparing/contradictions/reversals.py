"""Who says the opposite of what he said before?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.comparing.contradictions.lexicon import lexicon, topic_of, words_of
from dateline.comparing.contradictions.material import Material
from dateline.comparing.contradictions.sides import contradiction, quoted, side
from dateline.comparing.contradictions.stances import Stance, find_stances
from dateline.model.case import CaseClaim, Contradiction
from dateline.model.span import Span

# A speaker's words that stand in more of his statements than this are his subject, and pair nothing.
MOST_STATEMENTS = 80
# Words of a target that two statements share when they share no name ("the teachers' union").
LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """A stance with the claim that holds it. day: when it was published; earlier: told as said before."""

    claim: CaseClaim
    stance: Stance
    day: date | None
    earlier: bool


def find_reversals(material: Material) -> Iterator[Contradiction]:
    """A contradiction for each act that a speaker was for at one time and against at another, toward one target."""
    for speaker, claims in _by_speaker(material).items():
        said = [s for claim in claims for s in _said(material, claim)]
        own = frozenset(stem for actor in material.party([speaker]) for stem in topic_of(material.name(actor)))
        for kind in sorted({s.stance.kind for s in said}):
            for group in _groups([s for s in said if s.stance.kind == kind], own):
                yield _written(material, speaker, kind, group, own)


def _by_speaker(material: Material) -> dict[str, list[CaseClaim]]:
    found: dict[str, list[CaseClaim]] = defaultdict(list)
    for claim in material.claims.values():
        speaker = material.speaker(claim)
        if speaker is not None and speaker in material.actors and claim.claim.content:
            found[speaker].append(claim)
    return {speaker: claims for speaker, claims in found.items() if len(claims) > 1}


def _said(material: Material, claim: CaseClaim) -> Iterator[_Said]:
    """The stances of a claim; "ruled out talks" turns its content round."""
    cue = claim.claim.cue.text if claim.claim.cue else ""
    intends = claim.claim.modality in ("requested", "threatened", "promised", "denied") or _is_call(cue)
    turned = _turns(cue)
    if claim.claim.modality == "denied" and not turned:
        return
    earlier = _is_earlier(material, claim)
    for span in claim.claim.content:
        for stance in find_stances(span.text, intends=intends):
            meant = replace(stance, direction=-stance.direction) if turned else stance
            yield _Said(claim, meant, material.day(claim.report), earlier)


def _turns(cue: str) -> bool:
    words = cue.lower().split()
    return ("out" in words and any(w.startswith("rul") for w in words)) or any(w.startswith("refus") for w in words)


def _is_call(cue: str) -> bool:
    return (
        bool(lexicon().intents & set(cue.lower().split()))
        or topic_of(cue) & topic_of("urged called ordered demanded vowed") != frozenset()
    )


def _is_earlier(material: Material, claim: CaseClaim) -> bool:
    """Whether the words around a claim, not the claim's own, say that it was made before the rest."""
    text = material.reports[claim.report].report.text
    parts = [p for p in (claim.claim.source, claim.claim.cue, *claim.claim.content) if p is not None]
    sentences = [material.sentence(claim.report, p) for p in parts]
    begin, end = min(s.start for s in sentences), max(s.end for s in sentences)
    around = _without(text, begin, end, claim.claim.content)
    return bool(lexicon().earlier.search(around))


def _without(text: str, begin: int, end: int, spans: Iterable[Span]) -> str:
    """A stretch of text with blanks for some spans in it."""
    for span in spans:
        start, stop = max(span.start, begin), min(span.end, end)
        text = text[:start] + " " * (stop - start) + text[stop:]
    return text[begin:end]


def _groups(said: Sequence[_Said], own: frozenset[str]) -> Iterator[list[tuple[_Said, _Said]]]:
    """Pairs of one statement for and one against, together where they share a statement."""
    pairs = list(dict.fromkeys(_pairs(said, own)))
    group_of: dict[str, int] = {}
    groups: dict[int, list[tuple[_Said, _Said]]] = {}
    for number, (yes, no) in enumerate(pairs):
        joined = {group_of[c] for c in (yes.claim.id, no.claim.id) if c in group_of}
        home = min(joined, default=number)
        groups[home] = [pair for at in sorted(joined) for pair in groups.pop(at)] + [(yes, no)]
        group_of.update((s.claim.id, home) for pair in groups[home] for s in pair)
    yield from groups.values()


def _pairs(said: Sequence[_Said], own: frozenset[str]) -> Iterator[tuple[_Said, _Said]]:
    sharing: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        for stem in sorted((one.stance.names | one.stance.words) - own):
            sharing[stem].append(one)
    for with_stem in sharing.values():
        if len(with_stem) <= MOST_STATEMENTS:
            for yes in with_stem:
                for no in with_stem if yes.stance.direction > 0 else ():
                    if no.stance.direction < 0 and _are_opposed(yes, no, own):
                        yield yes, no


def _are_opposed(yes: _Said, no: _Said, own: frozenset[str]) -> bool:
    """Whether the two were said at different times, and of one target."""
    if yes.claim.id == no.claim.id or not _at_different_times(yes, no):
        return False
    return bool(shared_target(yes.stance, no.stance, own))


def shared_target(yes: Stance, no: Stance, own: frozenset[str] = frozenset()) -> frozenset[str]:
    """The words of the target that two stances share: a name that is not only a place where, or two words."""
    acts = lexicon().acts
    names = (yes.names & no.names) - own
    words = frozenset(w for w in (yes.words & no.words) - own if w not in acts)
    return names or (words if len(words) >= LEAST_WORDS else frozenset())


def _at_different_times(yes: _Said, no: _Said) -> bool:
    if yes.claim.report == no.claim.report:
        return yes.earlier != no.earlier
    return (yes.day is not None and no.day is not None and yes.day != no.day) or yes.earlier != no.earlier


def _written(
    material: Material, speaker: str, kind: str, group: Sequence[tuple[_Said, _Said]], own: frozenset[str]
) -> Contradiction:
    yes, no = [y for y, _ in group], [n for _, n in group]
    target = sorted(shared_target(group[0][0].stance, group[0][1].stance, own))
    sides = [side(material, [s.claim for s in part]) for part in (yes, no)]
    name = material.name(speaker)
    why = f"{name} said {_dated(yes)} and {_dated(no)}."
    return contradiction("same-speaker", f"{name} on {kind}: {', '.join(target)}", sides, why)


def _dated(said: Iterable[_Said]) -> str:
    """The first of some statements with its date, in words."""
    first = next(iter(said))
    when = f"reported on {first.day.isoformat()}" if first.day else "in an undated report"
    return f"{quoted(_spans(first))} ({when}{', as said earlier' if first.earlier else ''})"


def _spans(said: _Said) -> list[Span]:
    return [next(s for s in said.claim.claim.content if said.stance.act in {w.stem for w in words_of(s.text)})]
