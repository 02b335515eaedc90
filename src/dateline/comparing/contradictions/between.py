"""On what do different tellers differ? Contested attributes, deeds affirmed and negated, two dates for one change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.comparing.contradictions.lexicon import LEAST_LETTERS, Word, lexicon, stem_of, topic_of, words_of
from dateline.comparing.contradictions.material import Material
from dateline.comparing.contradictions.sides import contradiction, quoted, side, told
from dateline.comparing.contradictions.stances import is_negated
from dateline.model.actor import ActorRelation
from dateline.model.case import CaseClaim, CaseEvent, Contested, Contradiction, Incident, Side

# Words beside the deed itself that a claim and its opposite share.
LEAST_SHARED = 1
# A word in more claims than this is the story's own and sets nothing against anything.
MOST_CLAIMS = 60
# Topic words that two sides of a contested attribute share: with one word for the act, and with two.
LEAST_ALIKE = 2
LEAST_ALIKE_ELSE = 4
# Tellings of a side that are compared; the first ones are the fullest.
MOST_TELLINGS = 8
# Both sides of these are the actors.
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# Attributes in plain words.
_ASKED = {
    "actor": "who did it",
    "killed": "how many were killed",
    "injured": "how many were injured",
    "place": "where it happened",
    "date": "when it happened",
    "happened": "whether it happened",
}
# Relations that begin on one day: two years for one of them cannot both be right.
_PUNCTUAL = frozenset({"split-from", "renamed-to"})
_UNREAL = frozenset({"to", "will", "would", "shall", "should", "could", "may", "might", "must", "can", "cannot", "ll"})
_KIN = frozenset({"part-of", "member-of", "ally", "also-known-as"})


def find_contested(material: Material, denials: Sequence[Contradiction]) -> Iterator[Contradiction]:
    """A contradiction for each contested attribute of an incident, unless its one side is a denial already found."""
    denied = {event for found in denials for event in found.sides[1].events}
    denied |= {e for found in denials for c in found.sides[1].claims for e in material.claims[c].events}
    for incident in material.incidents:
        for contested in incident.contested:
            values = [v for v in contested.values if any(e in material.events for e in v.events)]
            told_as_denial = any(denied & {*v.events} for v in values)
            if len(values) > 1 and not told_as_denial and _are_of_one_act(material, incident, contested):
                yield from _of_attribute(material, incident, contested)


def _are_of_one_act(material: Material, incident: Incident, contested: Contested) -> bool:
    """Whether each value has a telling that says what another value's tellings say: the incident is no mere summary."""
    if contested.attribute == "actor" and incident.type in _MUTUAL:
        return False
    tellings = [[material.events[e] for e in value.events if e in material.events] for value in contested.values]
    return any(
        _tell_alike(material, a, b, contested.attribute)
        for i, some in enumerate(tellings)
        for others in tellings[i + 1 :]
        for a in some[:MOST_TELLINGS]
        for b in others[:MOST_TELLINGS]
    )


def _tell_alike(material: Material, a: CaseEvent, b: CaseEvent, attribute: str) -> bool:
    """Whether two tellings use one word for the act and two more in common, or many in common; when two differ on
    where or when it was, only the one word for the act says that they are of one act."""
    acts = [stem_of(e.event.trigger.text) for e in (a, b)]
    shared = _words(material, a) & _words(material, b) - {*acts}
    if acts[0] == acts[1]:
        return len(shared) >= LEAST_ALIKE
    return attribute not in ("date", "place") and len(shared) >= LEAST_ALIKE_ELSE


def _words(material: Material, event: CaseEvent) -> frozenset[str]:
    """The topic of a telling that says it happened."""
    return topic_of(told(material, event).span.text) if event.event.status != "future" else frozenset()


def _of_attribute(material: Material, incident: Incident, contested: Contested) -> Iterator[Contradiction]:
    """The contradiction, of the values that have words of their own."""
    sides: list[Side] = []
    said: list[str] = []
    for value in contested.values:
        events = [material.events[e] for e in value.events if e in material.events]
        told_so = side(material, _claims_of(material, events), events)
        taken = {evidence for other in sides for evidence in other.evidence}
        if events and not taken >= {*told_so.evidence}:
            sides.append(told_so)
            said.append(material.name(value.value) if value.value in material.actors else value.value)
    asked = _ASKED.get(contested.attribute, contested.attribute)
    about = material.events[next(e for v in contested.values for e in v.events if e in material.events)]
    topic = f"{asked}: {' / '.join(said)}"
    happening = f"{about.event.trigger.text}, {incident.begin or 'undated'}"
    why = f"Tellings of one incident ({happening}) differ on {asked}: {' against '.join(said)}."
    if len(sides) > 1:
        yield contradiction("between-sources", topic, sides, why)


def _claims_of(material: Material, events: Sequence[CaseEvent]) -> list[CaseClaim]:
    return [material.claims[e.claim] for e in events if e.claim in material.claims and e.claim]


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed that a claim tells of. of: the objects of the deed, as stems, in order."""

    claim: CaseClaim
    kinds: tuple[str, ...]
    negated: bool
    of: tuple[str, ...]


def find_opposed_deeds(material: Material, denials: Sequence[Contradiction]) -> Iterator[Contradiction]:
    """Of two tellers in one report, or in reports on one incident, one says that it was and one that it was not."""
    answered = {frozenset(s.claims) for found in denials for s in found.sides}
    known = {claim for claims in answered for claim in claims}
    together: dict[str, list[_Deed]] = defaultdict(list)
    for claim in material.claims.values():
        if claim.claim.modality not in ("denied", "threatened", "promised", "predicted", "requested"):
            for deed in _deeds(claim):
                for stem in deed.of:
                    together[stem].append(deed)
    seen: set[tuple[str, str]] = set()
    for deeds in together.values():
        if len(deeds) <= MOST_CLAIMS:
            for yes, no in _opposite(material, deeds):
                pair = (yes.claim.id, no.claim.id)
                if pair not in seen and not (pair[0] in known and pair[1] in known):
                    seen.add(pair)
                    yield _of_deeds(material, yes, no)


def _deeds(claim: CaseClaim) -> Iterator[_Deed]:
    """The deeds that a claim affirms or negates, each with what it was done to."""
    known = lexicon()
    for span in claim.claim.content:
        words = words_of(span.text)
        for at, word in enumerate(words):
            kinds = known.deeds.get(word.stem)
            if kinds and not _is_unreal(words, at):
                near = " ".join(w.text for w in words[max(0, at - 5) : at + 7])
                of = topic_of(near) - {word.stem}
                yield _Deed(
                    claim,
                    kinds,
                    is_negated(span.text, words, at, plainly=True),
                    tuple(sorted(s for s in of if len(s) >= LEAST_LETTERS)),
                )


def _is_unreal(words: Sequence[Word], at: int) -> bool:
    """Whether a deed is only wished, asked for or possible: "asked Moscow not to strike", "could be hit"."""
    near = {w.text.lower() for w in words[max(0, at - 4) : at]}
    return bool(near & _UNREAL) or any(w.text.lower() in lexicon().conditions for w in words[:at])


def _opposite(material: Material, deeds: Sequence[_Deed]) -> Iterator[tuple[_Deed, _Deed]]:
    for no in deeds:
        for yes in deeds if no.negated else ():
            if not yes.negated and set(yes.kinds) & set(no.kinds) and _stand_apart(material, yes, no):
                yield yes, no


def _stand_apart(material: Material, yes: _Deed, no: _Deed) -> bool:
    """Whether two tellers speak of one thing: one report or incident, another speaker, and enough words in common."""
    speakers = material.speaker(yes.claim), material.speaker(no.claim)
    if None in speakers or speakers[0] == speakers[1] or yes.claim.id == no.claim.id:
        return False
    if yes.claim.inside == no.claim.id or no.claim.inside == yes.claim.id:
        return False
    if yes.claim.report != no.claim.report and not _one_incident(material, yes.claim, no.claim):
        return False
    return len({*yes.of} & {*no.of}) >= LEAST_SHARED and bool(_objects(yes, no))


def _objects(yes: _Deed, no: _Deed) -> frozenset[str]:
    return frozenset(s for s in {*yes.of} & {*no.of} if s not in lexicon().deeds and not s.isdigit())


def _one_incident(material: Material, a: CaseClaim, b: CaseClaim) -> bool:
    incidents = [{material.incident_of[e].id for e in c.events if e in material.incident_of} for c in (a, b)]
    return bool(incidents[0] & incidents[1])


def _of_deeds(material: Material, yes: _Deed, no: _Deed) -> Contradiction:
    who = material.name(material.speaker(yes.claim)), material.name(material.speaker(no.claim))
    said = quoted(yes.claim.claim.content), quoted(no.claim.claim.content)
    why = f"According to {who[0]}: {said[0]}; according to {who[1]}: {said[1]}."
    topic = ", ".join(sorted(_objects(yes, no)))
    return contradiction(
        "between-sources",
        f"{who[0]} against {who[1]}: {topic}",
        [side(material, [yes.claim]), side(material, [no.claim])],
        why,
    )


def find_rival_dates(material: Material) -> Iterator[Contradiction]:
    """Reports put one break or renaming into different years."""
    for actor in material.actors.values():
        dated = [r for r in actor.relations if r.type in _PUNCTUAL and r.begin is not None and r.evidence]
        for at, one in enumerate(dated):
            for other in dated[at + 1 :]:
                if (
                    one.type == other.type
                    and _is_one_change(material, one, other)
                    and _years_apart(one.begin, other.begin)
                ):
                    yield _of_dates(material, actor.name, one, other)


def _is_one_change(material: Material, one: ActorRelation, other: ActorRelation) -> bool:
    """Whether two relations tell of one change: with one actor, or for a split with two that belong together."""
    if one.other == other.other:
        return True
    pair = (material.actors.get(one.other), material.actors.get(other.other))
    return one.type == "split-from" and any(
        a is not None and b is not None and any(r.other == b.id and r.type in _KIN for r in a.relations)
        for a, b in (pair, pair[::-1])
    )


def _years_apart(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one.year != other.year


def _of_dates(material: Material, name: str, one: ActorRelation, other: ActorRelation) -> Contradiction:
    years = sorted(((r.begin.year, r) for r in (one, other) if r.begin), key=lambda entry: entry[0])
    sides = [side(material, words=relation.evidence) for _, relation in years]
    word = {"split-from": "split from", "renamed-to": "was renamed"}[one.type]
    dated = " and ".join(f"{year} ({word} {material.name(r.other)})" for year, r in years)
    return contradiction(
        "between-sources", f"when {name} {word}", sides, f"Reports date one change of {name} to {dated}."
    )
