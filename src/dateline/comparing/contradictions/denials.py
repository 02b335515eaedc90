"""Who denies what, and who had said it?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.comparing.contradictions.lexicon import lexicon, topic_of, words_of
from dateline.comparing.contradictions.material import Material
from dateline.comparing.contradictions.sides import contradiction, quoted, side
from dateline.comparing.contradictions.stances import is_negated
from dateline.comparing.shared_out import share_out
from dateline.language.names import fold
from dateline.model.actor import Evidence
from dateline.model.case import CaseClaim, CaseEvent, Contradiction
from dateline.model.span import Span

# An accusation is answered near where it is told: sentences back, and sentences on ("... The army has accused ...").
BEFORE = 6
BEHIND = 2
# Words behind "rejected" among which the claim, charge or report stands.
NEAR = 6
# Topic words that a denial of an act shares with the assertion of it; one of them is mostly a name or the act.
LEAST_SHARED = 2
# Reports that use a word; a word of more tells nothing about one story.
MOST_REPORTS = 40
# Days between a denial and what it denies, in reports of other days.
WITHIN_DAYS = 30
# What is quoted of the other side; more is a list, not an answer.
MOST_ASSERTIONS = 12

LEAST_NAME = 4
# Denials of which a second process is worth its while.
LEAST_SHARED_OUT = 200
_OFFICES = (
    "spokes(?:man|woman|person)|speaker|leader|commander|chief|head|minister|president|chairman|director|envoy|ambassador|"
    "lawyer|attorney|representative|government|founder|boss|emir|office"
)
_SPEAKS_FOR = re.compile(
    rf"\b(?:{_OFFICES})\b(?: for| of)(?: the)? (?P<of>[^,()]+)"
    rf"|(?:\bthe |^|, )(?P<whose>[^,()]+?)['’]s? (?:\w+ )?(?:{_OFFICES})\b",
    re.IGNORECASE,
)

# "refused to deny", "did not dispute": nothing is denied.
_UNSAID = re.compile(
    r"(?:\b(?:refus\w+|declin\w+|not|never|cannot|fail\w+|neither|nor)|n['’]t)\s+(?:to\s+)?(?:\w+\s+)?"
    r"(?:den|refut|rebut|reject|dismiss|disput|contest|contradict|repudiat)\w*$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial.

    party: who denies, and whose denial it is; sent_by: names of the party that the speaker's description gives ("the
    army's spokesman"); topic: stems of what is denied, empty where it is only
    pointed at ("denied it"); claim: the claim that gives it; events: those inside what is denied."""

    report: str
    sentence: Span
    who: str | None
    party: frozenset[str]
    sent_by: frozenset[str]
    topic: frozenset[str]
    claim: CaseClaim | None
    events: tuple[CaseEvent, ...]


def find_denials(material: Material) -> Iterator[Contradiction]:
    """A contradiction for each denial whose assertion stands in the case; reprints of one denial are one."""
    answered: dict[tuple[object, ...], list[tuple[Denial, list[CaseClaim], list[CaseEvent]]]] = {}
    denials = [denial for report in material.order for denial in _denials_in(material, report)]
    assertions = _Assertions(material, frozenset(stem for denial in denials for stem in denial.topic))

    def ids_against(denial: Denial) -> tuple[list[str], list[str]]:
        claims, events = assertions.against(denial) if denial.party | denial.sent_by else ([], [])
        return [claim.id for claim in claims], [event.id for event in events]

    against = share_out(lambda some: [ids_against(denial) for denial in some], denials, least=LEAST_SHARED_OUT)
    for denial, (told, done) in zip(denials, against, strict=True):
        claims, events = [material.claims[claim] for claim in told], [material.events[event] for event in done]
        if claims or events:
            answered.setdefault(_key(material, denial, claims, events), []).append((denial, claims, events))
    for group in answered.values():
        yield _written(material, group)


def _denials_in(material: Material, report: str) -> Iterator[Denial]:
    """The denials that claims of a report give, and those that only an event marks, one per sentence and denier."""
    seen: set[Span] = set()
    for claim in material.claims_in[report]:
        if _is_denial(material, claim):
            at = claim.claim.cue or claim.claim.content[0]
            sentence = material.sentence(report, at)
            seen.add(sentence)
            denied = " ".join(span.text for span in claim.claim.content)
            events = tuple(material.events[e] for e in claim.events if e in material.events)
            who = material.speaker(claim)
            sent_by = represented(claim.claim.source.text if claim.claim.source else "")
            yield Denial(report, sentence, who, material.party_of(claim), sent_by, _denied_topic(denied), claim, events)
    for event in material.events_in[report]:
        sentence = material.sentence(report, event.event.trigger)
        if event.event.type == "REJECT" and sentence not in seen and _denies(event.event.trigger, sentence):
            seen.add(sentence)
            yield from _denial_of_event(material, event, sentence)


def _denial_of_event(material: Material, event: CaseEvent, sentence: Span) -> Iterator[Denial]:
    """A denial without a claim: whoever is its actor, and what follows its words in the sentence."""
    party = material.party(event.actors)
    if party:
        after = sentence.text[event.event.trigger.end - sentence.start :]
        clause = re.split(r"[,;:]|\bbut\b|\bafter\b|\bwhile\b", after)[0]
        sent_by = frozenset(name for p in event.event.actor for name in represented(p.span.text))
        yield Denial(event.report, sentence, event.actors[0], party, sent_by, _denied_topic(clause), None, ())


def _is_denial(material: Material, claim: CaseClaim) -> bool:
    """Whether a claim says that something is untrue: by its cue, or because it calls an accusation a lie."""
    cue = claim.claim.cue
    if cue is None or not claim.claim.content:
        return False
    stems = [w.stem for w in words_of(cue.text)]
    known = lexicon()
    if known.denying.isdisjoint(stems):
        return False
    content = " ".join(span.text for span in claim.claim.content)
    if _UNSAID.search(material.reports[claim.report].report.text[max(0, cue.start - 24) : cue.end]):
        return False
    if any(s in known.strong or s in known.nouns for s in stems):
        return _is_of_truth(content) and not _is_passive(material, claim, cue)
    if any(s in known.weak for s in stems) and {w.stem for w in words_of(content)[:NEAR]} & known.accusations:
        return True
    topic = {w.stem for w in words_of(content)}
    return any(s in known.calling for s in stems) and bool(topic & known.untruths) and bool(topic & known.accusations)


def _is_passive(material: Material, claim: CaseClaim, cue: Span) -> bool:
    """ "The men were denied bail": nobody says anything."""
    text = material.reports[claim.report].report.text
    return bool(_PASSIVE.search(text[max(0, cue.start - 12) : cue.start])) or bool(
        re.match(r"(?:was|were|been|being)\b", cue.text, re.IGNORECASE)
    )


def _is_of_truth(content: str) -> bool:
    first = [w.stem for w in words_of(content)][:3]
    return not lexicon().not_of & set(first) or bool(lexicon().accusations & set(first)) or content.startswith("that ")


def _denies(trigger: Span, sentence: Span) -> bool:
    """Whether an event of refusal is one of truth: "denied the claim", not "rejected the offer"."""
    known, stems = lexicon(), {w.stem for w in words_of(trigger.text)}
    after = sentence.text[trigger.end - sentence.start :]
    near = [w.stem for w in words_of(after)][:NEAR]
    before = sentence.text[: trigger.start - sentence.start]
    if stems & (known.strong | known.nouns):
        return not _PASSIVE.search(before) and _is_of_truth(after)
    return bool(stems & known.weak) and bool(set(near) & known.accusations)


def _denied_topic(denied: str) -> frozenset[str]:
    return topic_of(denied) - lexicon().accusations


def _accuses(claim: CaseClaim) -> bool:
    """Whether a claim is told as an accusation: "survivors blamed the army"."""
    return claim.claim.modality == "alleged"


def represented(source: str) -> frozenset[str]:
    """The folded names of whom a speaker speaks for or leads, by his description: "the army's spokesman" -> army."""
    found = (m.group("of") or m.group("whose") for m in _SPEAKS_FOR.finditer(source))
    return frozenset(fold(name) for name in found if len(fold(name)) >= LEAST_NAME)


def _topic(claim: CaseClaim) -> frozenset[str]:
    return topic_of(" ".join(span.text for span in claim.claim.content))


class _Assertions:
    """What is asserted in the case, by the words that few reports use; only by words that stand in some denial."""

    def __init__(self, material: Material, denied: frozenset[str]) -> None:
        self._material = material
        self._denials: dict[str, bool] = {}
        self._with: dict[str, list[str]] = defaultdict(list)
        self._reports_with: dict[str, set[str]] = defaultdict(set)
        for claim in material.claims.values():
            for stem in sorted(_topic(claim) & denied):
                self._with[stem].append(claim.id)
                self._reports_with[stem].add(claim.report)

    def against(self, denial: Denial) -> tuple[list[CaseClaim], list[CaseEvent]]:
        """The claims and events that assert what is denied, by anybody but the denier's own."""
        claims: dict[str, CaseClaim] = {}
        events = self._of_incident(denial)
        if denial.topic:
            claims.update((c.id, c) for c in self._sharing(denial))
        if not claims and not events:
            claims.update((c.id, c) for c in self._beside_tellings(denial))
        if not claims and not events:
            claims.update((c.id, c) for c in self._by_named_teller(denial))
        if not claims and not events:
            claims.update((c.id, c) for c in self._near(denial) if self._is_pointed(denial) or self._is_bare(c, denial))
        events = [e for e in events if e.claim not in claims]
        return list(claims.values())[:MOST_ASSERTIONS], events[:MOST_ASSERTIONS]

    def _beside_tellings(self, denial: Denial) -> Iterator[CaseClaim]:
        """What names the denier's side right behind a telling of the denied incident: "… were abducted by armed men.
        'Men of the Guard took them', the charity said"."""
        material = self._material
        for event in self._tellings(denial):
            at = material.sentence_number(event.report, event.event.trigger.start)
            for claim in material.claims_in[event.report]:
                told = claim.claim.content and material.sentence_number(event.report, claim.claim.content[0].start)
                if event.report != denial.report and told and 0 < told - at <= BEHIND and self._blames(claim, denial):
                    yield claim

    def _by_named_teller(self, denial: Denial) -> list[CaseClaim]:
        """What the teller says whose claim is denied by his name: "rejected Karshi accusations"."""
        spans = denial.claim.claim.content if denial.claim else ()
        if not any({w.stem for w in words_of(span.text)} & lexicon().accusations for span in spans):
            return []
        named = frozenset(a for span in spans for _, a in self._material.actors_at(denial.report, span)) - denial.party
        denied = " ".join(fold(span.text) for span in spans)
        own = [
            c for c in self._material.claims_in[denial.report]
            if c.claim.content and not self._is_own(c.id, denial) and self._is_by(c, named, denied)
        ]  # fmt: skip
        own.sort(key=lambda c: abs(c.claim.content[0].start - denial.sentence.start))
        return own[:1]

    def _is_by(self, claim: CaseClaim, named: frozenset[str], denied: str) -> bool:
        """Whether a claim's teller is one of these actors, or is named by the words of the denial."""
        source = claim.claim.source
        if source is None:
            return False
        if len(fold(source.text)) >= LEAST_NAME and f" {fold(source.text)} " in f" {denied} ":
            return True
        return bool(named & self._material.party_of(claim)) or self._material.names_party(source.text, named)

    def _is_bare(self, claim: CaseClaim, denial: Denial) -> bool:
        """Whether an accusation says no more than who is blamed, or shares a word with what is denied."""
        topic = _topic(claim) - self._own_words(denial)
        return _accuses(claim) and (not topic or bool(topic & denial.topic))

    def _is_pointed(self, denial: Denial) -> bool:
        """Whether the denial only points at what is denied; one or two plain words beside ("denied it again")."""
        return len(denial.topic - self._own_words(denial)) <= 1

    def _own_words(self, denial: Denial) -> frozenset[str]:
        names = (self._material.name(actor) for actor in denial.party)
        return frozenset(stem for name in names for stem in topic_of(name))

    def _of_incident(self, denial: Denial) -> list[CaseEvent]:
        """Tellings of the incidents inside the denial that name the denier's side as the one who did it."""
        return [e for e in self._tellings(denial) if self._accuses(e, denial)]

    def _tellings(self, denial: Denial) -> list[CaseEvent]:
        """Other tellings of the incidents inside the denial."""
        material = self._material
        inside = {event.id for event in denial.events}
        incidents = {material.incident_of[e].id: material.incident_of[e] for e in inside if e in material.incident_of}
        tellings = [material.events[e] for i in incidents.values() for e in i.events if e in material.events]
        return [e for e in tellings if e.id not in inside]

    def _accuses(self, event: CaseEvent, denial: Denial) -> bool:
        """Whether a telling names the denier's side as the one who did it, in its own sentence or claim."""
        if event.event.status != "actual" or self._is_own(event.claim, denial):
            return False
        claim = self._material.claims.get(event.claim) if event.claim else None
        if claim is not None:
            return any(self._names(claim, span, denial) for span in claim.claim.content)
        sentence = self._material.sentence(event.report, event.event.trigger)
        named = [a for p, a in zip(event.event.actor, event.actors, strict=True) if sentence.holds(p.span)]
        return any(self._material.is_of(actor, denial.party) for actor in named)

    def _is_own(self, claim: str | None, denial: Denial) -> bool:
        """Whether a claim is the denier's own, or itself a denial."""
        found = self._material.claims.get(claim) if claim else None
        if found is None:
            return False
        if found is denial.claim or self._denies(found):
            return True
        speakers = (found.source_actor, self._material.speaker(found))
        if any(self._material.is_of(speaker, denial.party) for speaker in speakers):
            return True
        return found.claim.source is not None and self._names_side(found.claim.source.text, denial)

    def _denies(self, claim: CaseClaim) -> bool:
        """Whether a claim is itself a denial; asked of each again for every denial of its incident."""
        if claim.id not in self._denials:
            self._denials[claim.id] = claim.claim.modality == "denied" or _is_denial(self._material, claim)
        return self._denials[claim.id]

    def _sharing(self, denial: Denial) -> Iterator[CaseClaim]:
        """Claims that name the denied party and share the rare words of what is denied, the same report's first."""
        shared: dict[str, set[str]] = defaultdict(set)
        for stem in sorted(denial.topic - self._own_words(denial)):
            if len(self._reports_with[stem]) <= MOST_REPORTS:
                for claim in self._with[stem]:
                    shared[claim].add(stem)
        near = [c for c in shared if len(shared[c]) >= LEAST_SHARED and self._is_near(c, denial)]
        near.sort(key=lambda c: (self._material.claims[c].report != denial.report, -len(shared[c])))
        return (self._material.claims[c] for c in near if self._blames(self._material.claims[c], denial))

    def _is_near(self, claim: str, denial: Denial) -> bool:
        report = self._material.claims[claim].report
        days = self._material.day(report), self._material.day(denial.report)
        if report == denial.report:
            return True
        return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= WITHIN_DAYS

    def _blames(self, claim: CaseClaim, denial: Denial) -> bool:
        """Whether a claim of somebody else names the denier's side in what it asserts."""
        if self._is_own(claim.id, denial) or self._is_negated(claim, denial):
            return False
        return any(self._names(claim, span, denial) for span in claim.claim.content)

    def _names(self, claim: CaseClaim, span: Span, denial: Denial) -> bool:
        named = self._material.actors_at(claim.report, span)
        if any(self._material.is_of(actor, denial.party) for _, actor in named):
            return True
        return self._names_side(span.text, denial)

    def _names_side(self, text: str, denial: Denial) -> bool:
        folded = f" {fold(text)} "
        return self._material.names_party(text, denial.party) or any(f" {name} " in folded for name in denial.sent_by)

    def _is_negated(self, claim: CaseClaim, denial: Denial) -> bool:
        """Whether a claim itself says that what is denied was not so."""
        held = [self._material.events[e] for e in claim.events if e in self._material.events]
        if held and all(e.event.status == "negated" for e in held):
            return True
        return any(
            word.stem in denial.topic and is_negated(span.text, words, at, plainly=True)
            for span in claim.claim.content
            for words in [words_of(span.text)]
            for at, word in enumerate(words)
        )

    def _answers(self, claim: CaseClaim, denial: Denial, gap: int) -> bool:
        """Whether a denial near a claim is meant for it: the claim blames the denier's side, by name or, in the next
        sentence, by a word that only points ("The army has accused the movement of ...")."""
        if self._blames(claim, denial):
            return True
        accuses = _accuses(claim) and not self._is_own(claim.id, denial)
        content = claim.claim.content[0]
        at_it = self._material.actors_at(claim.report, content)
        named = any(any(c.isupper() for c in words.text) for words, _ in at_it)
        return accuses and abs(gap) <= 1 and not named

    def _near(self, denial: Denial) -> list[CaseClaim]:
        """The nearest claim before the denial that blames the denier's side, else the next one after it."""
        at = self._material.sentence_number(denial.report, denial.sentence.start)
        ranked: list[tuple[int, CaseClaim]] = []
        for claim in self._material.claims_in[denial.report]:
            gap = (
                at - self._material.sentence_number(denial.report, claim.claim.content[0].start)
                if claim.claim.content
                else 99
            )
            if -BEHIND <= gap <= BEFORE and claim is not denial.claim and self._answers(claim, denial, gap):
                ranked.append((gap if gap >= 0 else BEFORE - gap, claim))
        nearest = min((rank for rank, _ in ranked), default=None)
        return [claim for rank, claim in ranked if rank == nearest]


def _key(
    material: Material, denial: Denial, claims: Sequence[CaseClaim], events: Sequence[CaseEvent]
) -> tuple[object, ...]:
    """What makes two denials one: the denier and the incident, else the denier and the words."""
    about = [*(e.id for e in denial.events), *(e.id for e in events), *(e for c in claims for e in c.events)]
    incident = next((material.incident_of[e].id for e in about if e in material.incident_of), None)
    if incident is not None:
        return (denial.who, incident)
    said = sorted({stem for c in claims for span in c.claim.content for stem in topic_of(span.text)})
    return (denial.who, *sorted(denial.topic), *said)


def _denier(material: Material, denial: Denial) -> str:
    source = denial.claim.claim.source if denial.claim and denial.who not in material.actors else None
    return source.text if source else material.name(denial.who)


def _written(material: Material, group: Sequence[tuple[Denial, list[CaseClaim], list[CaseEvent]]]) -> Contradiction:
    """The assertions on one side, the denials on the other."""
    claims, events = [c for _, of, _ in group for c in of], [e for _, _, of in group for e in of]
    asserted = side(material, claims, events)
    denied = side(
        material,
        [d.claim for d, _, _ in group if d.claim is not None],
        [e for d, _, _ in group for e in d.events],
        [Evidence(d.report, d.sentence) for d, _, _ in group],
    )
    who = _denier(material, group[0][0])
    said = quoted([e.span for e in asserted.evidence[:1]])
    why = f"{who} denies what others say: {said}."
    return contradiction("denial", f"{who}: denial of {said}", [asserted, denied], why)
