"""Which accounts does a report itself set against each other ("contradicts", "at odds with", "contrary to")?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import Match

from dateline.comparing.contradictions.lexicon import lexicon, topic_of, words_of
from dateline.comparing.contradictions.material import Material
from dateline.comparing.contradictions.sides import LONGEST, contradiction, quoted, side
from dateline.model.actor import Evidence
from dateline.model.case import CaseClaim, Contradiction
from dateline.model.span import Span

# Earlier statements of a speaker that a report sets against another account, the latest first.
MOST_STATEMENTS = 3
# Fewer words after "contradicts" name no account ("contradict each other").
LEAST_TOPIC = 2
# "X, contrary to Y, said ...": an aside, wherever it stands.
_ASIDE = re.compile(r"contrary|in ", re.IGNORECASE)
# More words before "contradicts" have a subject of their own.
SHORT = 8
_POINTERS = frozenset({"this", "that", "it", "which", "both", "these", "those"})
_SELF = re.compile(r"^\W*(?:himself|herself|themselves|itself|each other|one another)\b", re.IGNORECASE)


def find_rival_accounts(material: Material) -> Iterator[Contradiction]:
    """A contradiction for each sentence that sets what a speaker said before against another account."""
    for report in material.order:
        text = material.reports[report].report.text
        for cue in lexicon().comparisons.finditer(text):
            sentence = material.sentence(report, Span.cut(text, cue.start(), cue.end()))
            if sentence.start <= cue.start() and cue.end() <= sentence.end:
                yield from _set_against(material, report, sentence, cue)


def _set_against(material: Material, report: str, sentence: Span, cue: Match[str]) -> Iterator[Contradiction]:
    text = material.reports[report].report.text
    before = _trimmed(text, sentence.start, cue.start())
    behind = _trimmed(text, cue.end(), sentence.end)
    if before is None or _ASIDE.match(cue.group()):
        yield from _contrary(material, report, sentence, cue)
    elif behind is not None and len(topic_of(behind.text)) >= LEAST_TOPIC and not _SELF.match(behind.text):
        statements = _statements(material, report, before, behind)
        if statements:
            yield _written(
                material, report, statements, _others(material, report, behind, statements), behind, sentence
            )


def _contrary(material: Material, report: str, sentence: Span, cue: Match[str]) -> Iterator[Contradiction]:
    """ "Contrary to claims by X that ..., Y said ...": both accounts stand in the sentence, with a comma between."""
    text = material.reports[report].report.text
    comma = text.find(",", cue.end(), sentence.end)
    one, other = _trimmed(text, cue.end(), comma), _trimmed(text, comma + 1, sentence.end)
    if (
        comma > 0
        and one
        and other
        and len(topic_of(one.text)) >= LEAST_TOPIC
        and len(topic_of(other.text)) >= LEAST_TOPIC
    ):
        held = [c for c in material.claims_in[report] if any(other.holds(s) for s in c.claim.content)]
        yield _written(
            material, report, held, [], one, sentence, words_of_one=[] if held else [Evidence(report, other)]
        )


def _statements(material: Material, report: str, before: Span, behind: Span) -> list[CaseClaim]:
    """What the speaker named before the words had said earlier: what shares the topic, else his last statements."""
    earlier = [c for c in material.claims_in[report] if c.claim.content and c.claim.content[-1].end <= before.start]
    speaker = _speaker(material, report, before, earlier)
    if speaker is None:
        return []
    own = [c for c in earlier if material.speaker(c) == speaker or c.source_actor == speaker]
    topic = topic_of(behind.text)
    sharing = [c for c in own if topic & topic_of(" ".join(s.text for s in c.claim.content))]
    return (sharing or (own[-1:] if _points_back(before) else []))[-MOST_STATEMENTS:]


def _speaker(material: Material, report: str, before: Span, earlier: Sequence[CaseClaim]) -> str | None:
    """Whose statement the words before name: an actor's ("the minister's remarks"), else the last one's ("This")."""
    speaks = {material.speaker(c) for c in earlier} | {c.source_actor for c in earlier}
    for _, actor in material.actors_at(report, before):
        if actor in speaks:
            return actor
    if _points_back(before) and earlier:
        return material.speaker(earlier[-1])
    return None


def _points_back(before: Span) -> bool:
    """Whether words point at a statement told before: "the minister's remarks", "This"."""
    words = words_of(before.text)
    pointing = len(words) <= SHORT and any(w.text.lower() in _POINTERS for w in words)
    return pointing or any(w.stem in lexicon().statements for w in words)


def _others(material: Material, report: str, behind: Span, statements: Sequence[CaseClaim]) -> list[CaseClaim]:
    """Claims of another teller in the words behind."""
    taken = {c.id for c in statements}
    return [
        c for c in material.claims_in[report]
        if c.id not in taken and c.claim.content and behind.holds(c.claim.content[-1])
    ]  # fmt: skip


def _written(
    material: Material, report: str, one: Sequence[CaseClaim], other: Sequence[CaseClaim], words: Span, sentence: Span,
    *, words_of_one: Sequence[Evidence] = (),
) -> Contradiction:  # fmt: skip
    """The statements on one side, the account that they are set against on the other."""
    against = words if len(words.text) <= LONGEST else Span(words.start, words.start + LONGEST, words.text[:LONGEST])
    sides = [side(material, one, words=words_of_one), side(material, other, words=[Evidence(report, against)])]
    said = quoted([e.span for e in sides[0].evidence[:1]])
    why = f"The report itself sets the two against each other: {quoted([sentence])}"
    return contradiction("between-sources", f"{said} against {quoted([against])}", sides, why)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The words between two places without the marks and spaces around them; None where there are none."""
    while start < end and not text[start].isalnum() and text[start] not in "“\"'‘(":
        start += 1
    while end > start and text[end - 1] in " \n\t.,;:":
        end -= 1
    return Span.cut(text, start, end) if end > start else None
