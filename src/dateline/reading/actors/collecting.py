"""Which words of a report name somebody or something? Gathers marked mentions, speakers and fillers of roles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.language.attributions import find_attributions, find_cited, find_speaker
from dateline.language.group_names import is_belief
from dateline.model.marks import Marks
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.reading.actors.beside import with_offices
from dateline.reading.actors.candidates import ACTOR_LABELS, Candidate
from dateline.reading.actors.countries import country_of_adjective, country_of_capital, country_of_name
from dateline.reading.actors.inside import names_inside
from dateline.reading.actors.mended import Whole, mend_mentions
from dateline.reading.actors.profiles import Form, profile_of
from dateline.reading.actors.settling import settle_sorts


def collect(text: str, marks: Marks, sentences: Sequence[Span], places: Sequence[Place] = ()) -> tuple[Candidate, ...]:
    """All candidates in order of the text, each span once; a longer one before those inside it."""
    found: dict[tuple[int, int], Candidate] = {}
    mentions = mend_mentions(text, marks.mentions)
    whole = Whole(text, mentions)
    for mark in mentions:
        if mark.label in ("nationality", "organisation") and is_belief(mark.span.text):
            continue
        _add(found, _candidate(mark.span, mark.label, mark.confidence))
    for claim in marks.claims:
        if claim.source:
            _add(found, _candidate(whole.of(claim.source), "", claim.confidence, speaks=True))
    for span in _unmarked_subjects(text, marks, sentences):
        _add(found, _candidate(span, "", 0.6, speaks=True))
    for span in _speakers_beside_quotes(text):
        _add(found, _candidate(span, "", 0.8, speaks=True))
    for span in _cited(text, found):
        _add(found, _candidate(span, "", 0.6, speaks=True))
    for event in marks.events:
        for role, span, confidence in event.roles:
            if role in ("actor", "recipient"):
                _add(found, _candidate(whole.of(span), "", confidence, acts=True))
    for span in _inside(list(found.values()), places):
        _add(found, _candidate(span, "organisation", 0.6))
    ordered = sorted(found.values(), key=lambda c: (c.span.start, -c.span.end))
    settled = settle_sorts(text, [_typed(candidate, ordered) for candidate in ordered])
    typed = [with_offices(text, candidate) for candidate in settled]
    countries = {(p.span.start, p.span.end): p.country for p in places if p.precision == "country"}
    return tuple(replace(c, country=_country_of(c) or _country_at(c, countries)) for c in typed)


def _inside(found: Sequence[Candidate], places: Sequence[Place]) -> Iterator[Span]:
    """Names of groups and bodies within descriptions that no mark lies on."""
    marked = sorted(c.span for c in found if c.label in ACTOR_LABELS and c.profile.form is Form.NAME)
    starts = [span.start for span in marked]
    towns = {(p.span.start, p.span.end) for p in places}
    for candidate in found:
        if candidate.profile.form is Form.PRONOUN or " " not in candidate.span.text:
            continue
        for span in names_inside(candidate.span, candidate.profile, lambda s: (s.start, s.end) in towns):
            near = marked[max(0, bisect_right(starts, span.start) - 3) : bisect_right(starts, span.end)]
            if not any(other.overlaps(span) and other != candidate.span for other in near):
                yield span


def _unmarked_subjects(text: str, marks: Marks, sentences: Sequence[Span]) -> Iterable[Span]:
    """The subjects of cues that the model found without a source, or with one in another sentence."""
    starts = [s.start for s in sentences]
    cues = sorted({c.cue.end for c in marks.claims if c.cue})
    for claim in marks.claims:
        at = bisect_right(starts, claim.cue.start) - 1 if claim.cue else -1
        if claim.cue is None or at < 0 or (claim.source and starts[at] <= claim.source.start < sentences[at].end):
            continue
        told = [p.end for p in claim.content if p.end <= claim.cue.start]
        earlier = cues[bisect_right(cues, claim.cue.start) - 1] if cues[0] <= claim.cue.start else 0
        found = find_speaker(text, claim.cue, max([starts[at], earlier, *told]), sentences[at].end)
        if found is not None:
            yield found


def _speakers_beside_quotes(text: str) -> Iterable[Span]:
    """Sources that stand beside quotations, whether or not the model marked them."""
    return [beside.source for _, beside in find_attributions(text) if beside]


def _cited(text: str, found: Mapping[tuple[int, int], Candidate]) -> list[Span]:
    """Who is cited where nothing is marked yet, as far as the words can be somebody's."""
    spans = [span for span in find_cited(text) if not any(a < span.end and span.start < b for a, b in found)]
    return [s for s in spans if (sort := profile_of(s.text).sort) or (sort is None and s.text[:1].isupper())]


def _candidate(span: Span, label: str, confidence: float, *, speaks: bool = False, acts: bool = False) -> Candidate:
    actor_label = label if label in ACTOR_LABELS else ""
    profile = profile_of(span.text, actor_label)
    if label == "organisation" and profile.form is Form.NAME and profile.sort == "person":
        label = "person"  # "Ostrandian president Ilmar Tosk", whatever the model took him for
    return Candidate(span, label, confidence, profile, speaks, acts)


def _add(found: dict[tuple[int, int], Candidate], new: Candidate) -> None:
    """Adds a candidate, or what it knows to the one that has the same words."""
    key = (new.span.start, new.span.end)
    old = found.get(key)
    if old is None:
        found[key] = new
        return
    label = old.label or new.label
    found[key] = replace(
        old, label=label, profile=profile_of(old.span.text, label if label in ACTOR_LABELS else ""),
        speaks=old.speaks or new.speaks, acts=old.acts or new.acts,
    )  # fmt: skip


def _typed(candidate: Candidate, others: list[Candidate]) -> Candidate:
    """The candidate with the type that its own words, or the marked mention that ends with it, give."""
    if candidate.label:
        return candidate
    profile = candidate.profile
    inner = _marked_inside(candidate, others) if profile.sort is None else None
    if inner is not None and profile.form is not Form.DESCRIPTION:
        profile = profile_of(candidate.span.text, inner.label)
        return replace(candidate, label=inner.label, profile=profile)
    label = "organisation" if profile.sort == "organisation" else "document" if profile.sort == "document" else "person"
    if profile.sort is None and profile.form is not Form.PRONOUN:
        label = "person" if _looks_personal(profile.name) else "organisation"
    return replace(candidate, label=label)


def _marked_inside(candidate: Candidate, others: list[Candidate]) -> Candidate | None:
    """The marked mention that the name of a longer candidate is."""
    start = candidate.span.start + candidate.profile.name_start
    end = start + len(candidate.profile.name)
    return next(
        (
            o
            for o in others
            if o.label in ACTOR_LABELS and candidate.span.holds(o.span) and o.span.start < end and start < o.span.end
        ),
        None,
    )


def _looks_personal(name: str) -> bool:
    """Whether a name without any other hint reads as a person's: two to four plain capitalised words."""
    words = name.split()
    return 2 <= len(words) <= 4 and all(re.fullmatch(r"[A-Z][\w'’.-]*|al|bin|abu|van|de", w) for w in words)


def _country_of(candidate: Candidate) -> str | None:
    """ISO code where a name is a country's, a people's, or a capital that speaks or acts for its country."""
    name = candidate.profile.name
    if not name or (candidate.label == "person" and not (candidate.speaks or candidate.acts)):
        return None
    if candidate.label == "nationality" or (" " not in name and country_of_adjective(name)):
        return country_of_adjective(name)
    country = country_of_name(name)
    if country is None and (candidate.speaks or candidate.acts):
        country = country_of_capital(name)
    return country


def _country_at(candidate: Candidate, countries: Mapping[tuple[int, int], str | None]) -> str | None:
    """The country that the gazetteer found in the same words, where they are marked as a place."""
    if candidate.label != "location":
        return None
    return countries.get((candidate.span.start, candidate.span.end))
